"""The names of things at X: those of its older specification (tweet) and those of its newer one (post).

What is asked for, https://docs.x.com/x-api/fundamentals/fields, and what may come.
"""

from collections import Counter
from collections.abc import Mapping

Asked = tuple[Mapping[str, list[str]], Mapping[str, list[str]]]  # in the older words, in the newer

_COMMON = ["attachments", "conversation_id", "created_at", "entities", "lang"]
_OLDER = [*_COMMON, "author_id", "edit_history_tweet_ids", "note_tweet", "referenced_tweets"]
_NEWER = [*_COMMON, "note_post"]
_BESIDE = {
    "user_fields": ["name", "username"],
    "media_fields": ["alt_text", "media_key", "preview_image_url", "type", "url", "variants"],
}
_WITH = ["author_id", "attachments.media_keys"]
_ALSO_NEWER = ["edit_history_post_ids", "referenced_posts"]  # there fields, here only with what they name
_EVENT = ["attachments", "created_at", "dm_conversation_id", "entities", "event_type", "text"]
_WITH_EVENT = ["sender_id", "attachments.media_keys"]

POSTS: Asked = (
    {"tweet_fields": _OLDER, "expansions": _WITH, **_BESIDE},
    {"post.fields": _NEWER, "expansions": [*_WITH, *_ALSO_NEWER], **_BESIDE},
)
VERSIONS: Asked = (  # with the later wordings of edited posts
    {"tweet_fields": _OLDER, "expansions": [*_WITH, "edit_history_tweet_ids"], **_BESIDE},
    POSTS[1],
)
OWN: Asked = (
    {"tweet_fields": [*_OLDER, "public_metrics"]},
    {"post.fields": [*_NEWER, "public_metrics"], "expansions": ["referenced_posts"]},
)
EVENTS: Asked = (
    {"dm_event_fields": [*_EVENT, "sender_id"], "expansions": _WITH_EVENT, **_BESIDE},
    {"dm_event_fields": _EVENT, "expansions": _WITH_EVENT, **_BESIDE},
)
FIGURES: Asked = ({"user_fields": ["public_metrics"]}, {"user_fields": ["public_metrics"]})
NOTHING: Asked = ({}, {})

HISTORY = ("edit_history_tweet_ids", "edit_history_post_ids")
REFERENCES = ("referenced_tweets", "referenced_posts")
NOTES = ("note_tweet", "note_post")
INCLUDED = ("users", "media", "tweets", "posts")
REPOSTS = ("retweet_count", "repost_count")

HANDLED = frozenset((*_OLDER, *_NEWER, *_ALSO_NEWER, *_EVENT)) | {"id", "sender_id", "urls", "username"}
_MOST = {  # what one item brings at most: four pictures, five other wordings, an answered and a quoted post
    "author_id": ("users", 1),
    "sender_id": ("users", 1),
    "attachments.media_keys": ("media", 4),
    "edit_history_tweet_ids": ("tweets", 5),
    "edit_history_post_ids": ("posts", 5),
    "referenced_posts": ("posts", 2),
}
IGNORED = frozenset(  # never asked for, or nothing for the desk; the raw bytes keep what came
    (
        *("article", "article_title", "card_uri", "cashtags", "community_id", "context_annotations"),
        *(
            "display_text_range",
            "edit_controls",
            "geo",
            "hashtags",
            "in_reply_to_user_id",
            "matched_media_notes",
        ),
        *("media_metadata", "mentions", "non_public_metrics", "note_request_suggestions", "organic_metrics"),
        *("paid_partnership", "participant_ids", "possibly_sensitive", "promoted_metrics", "public_metrics"),
        *("reply_settings", "scopes", "source", "suggested_source_links", "withheld"),
        *("suggested_source_links_with_counts", "matched_media_notes"),
    )
)


def most_beside(asked: Mapping[str, list[str]], most: int) -> dict[str, int]:
    """How much may come beside so many items, by sort."""
    found: Counter[str] = Counter()
    for kind, n in (_MOST[name] for name in asked.get("expansions", ())):
        found[kind] += n * most
    return dict(found)
