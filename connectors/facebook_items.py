"""What is asked of Facebook's posts, comments and messages, and how posts and comments read in our words.

https://developers.facebook.com/docs/graph-api/reference/comment and /docs/graph-api/reference/pagepost
"""

from casework.labels import Kind
from casework.message import Received
from connectors.answers import moment, needed, raw, sent_at, words
from connectors.meta_words import names, note_unknown, person, stories, text_of, web

COMMENT = "id,message,created_time,from{id,name},parent{id},attachment,permalink_url"
POST = (
    "id,message,story,created_time,from{id,name},permalink_url,"
    "attachments{media_type,type,title,description,url,media,subattachments}"
)
MESSAGE = (
    "id,created_time,from,to,message,sticker,shares{id,link,name,description},"
    "attachments{id,mime_type,name,size,image_data,video_data,file_url}"
)
OWN_POST = (
    "id,created_time,message,permalink_url,shares,"
    "reactions.limit(0).summary(true),comments.limit(0).summary(true)"
)
OUTSIDE = "tag:"  # before the id of a post that does not stand on the page and is not ours to ask for


def post(item: object, page: str) -> Received:
    """A post on the page or about it; raises SchemaChanged."""
    needed(item, ("id",))
    note_unknown("facebook", item, names(POST))
    on_the_page = words(item, "id").startswith(f"{page}_")
    native_id = words(item, "id") if on_the_page else OUTSIDE + words(item, "id")
    return Received(
        native_id=native_id,
        kind=Kind.POST,
        author=person(item, "name"),
        text=text_of(item, "message", "attachments", "story"),
        sent_at=sent_at(moment(words(item, "created_time"))),
        raw=raw(item),
        url=web(words(item, "permalink_url")),
        thread=native_id,
        attachments=stories(item, "attachments"),
    )


def comment(item: object, thread: str) -> Received:
    """A comment beneath a post, or an answer to a comment; raises SchemaChanged."""
    needed(item, ("id",))
    note_unknown("facebook", item, names(COMMENT))
    return Received(
        native_id=words(item, "id"),
        kind=Kind.COMMENT,
        author=person(item, "name"),
        text=text_of(item, "message", "attachment"),
        sent_at=sent_at(moment(words(item, "created_time"))),
        raw=raw(item),
        url=web(words(item, "permalink_url")),
        thread=thread,
        parent=words(item, "parent", "id") or thread,
        attachments=stories(item, "attachment"),
    )
