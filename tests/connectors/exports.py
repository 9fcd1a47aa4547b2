"""Makes invented exports in the forms in which the networks make them: small zip files in memory."""

import io
import json
import zipfile

DAY = 1_760_000_000_000  # a moment in October 2025, in milliseconds since 1970


def zipped(files, **options):
    """A zip of (name or ZipInfo, contents): text, bytes, or anything as JSON."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, **options) as made:
        for name, contents in files.items() if isinstance(files, dict) else files:
            told = contents if isinstance(contents, str | bytes) else json.dumps(contents)
            made.writestr(name, told)
    file.seek(0)
    return file


def mangled(text):
    """As Meta writes it: each byte of its UTF-8 as a letter."""
    return text.encode().decode("latin1")


def x_script(part, things):
    return f"window.YTD.{part}.part0 = {json.dumps(things, ensure_ascii=False)}"


def x_message(number, text="Moin", sender="77", **fields):
    told = {
        "recipientId": "1",
        "reactions": [],
        "urls": [],
        "text": text,
        "mediaUrls": [],
        "senderId": sender,
        "id": str(number),
        "createdAt": f"2025-11-20T10:{number % 60:02}:00.000Z",
        "editHistory": [],
        **fields,
    }
    return {"messageCreate": told}


def x_archive(*messages, group=(), account=True, **more):
    files = {
        "Your archive.html": "<html></html>",
        "data/account.js": x_script(
            "account", [{"account": {"username": "PolAhlers", "accountId": "1", "email": "a@example.org"}}]
        ),
        "data/tweets.js": x_script("tweets", [{"tweet": {"id_str": "5", "full_text": "Eigenes"}}]),
        "data/direct-messages.js": x_script(
            "direct_messages",
            [{"dmConversation": {"conversationId": "1-77", "messages": list(messages)}}],
        ),
        "data/direct-messages-group.js": x_script(
            "direct_messages_group",
            [{"dmConversation": {"conversationId": "9", "messages": list(group)}}] if group else [],
        ),
        **more,
    }
    if not account:
        del files["data/account.js"]
    return zipped(files)


def meta_message(number, text="Moin", sender="Gitta Müller", **fields):
    told = {"sender_name": mangled(sender), "timestamp_ms": DAY + number * 60_000, "content": mangled(text)}
    return {**told, "is_geoblocked_for_viewer": False, **fields}


def meta_thread(*messages, path="inbox/gittamueller_42", names=("Gitta Müller", "Jonas Petersen")):
    return {
        "participants": [{"name": mangled(name)} for name in names],
        "messages": list(messages),
        "title": mangled(names[0]),
        "is_still_participant": True,
        "thread_path": path,
        "magic_words": [],
    }


def facebook_download(*messages, profile=True, **more):
    root = "your_facebook_activity/messages"
    files = {
        f"{root}/inbox/gittamueller_42/message_1.json": meta_thread(*messages),
        "your_facebook_activity/comments_and_reactions/comments.json": {
            "comments_v2": [{"timestamp": 1, "title": "own", "data": []}]
        },
        **more,
    }
    if profile:
        files["personal_information/profile_information/profile_information.json"] = {
            "profile_v2": {"name": {"full_name": "Jonas Petersen"}, "username": "jonas.petersen.polizei"}
        }
    return zipped(files)


def instagram_download(*messages, **more):
    return zipped(
        {
            "your_instagram_activity/messages/inbox/gitta_42/message_1.json": meta_thread(
                *messages, names=("gitta", mangled("Wache Süd"))
            ),
            "personal_information/personal_information/personal_information.json": {
                "profile_user": [
                    {
                        "string_map_data": {
                            "Benutzername": {"value": "wache.sued"},
                            "Name": {"value": mangled("Wache Süd")},
                        }
                    }
                ]
            },
            **more,
        }
    )


def youtube_takeout():
    header = (
        "Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Video ID,Comment Text\r\n"
    )
    row = 'Ug1,UCown,2025-11-20T10:00:00+00:00,0,,vid,"{""text"":""Eigenes""}"\r\n'
    return zipped({"Takeout/YouTube und YouTube Music/Kommentare/Kommentare.csv": header + row})


def mastodon_archive():
    outbox = {"type": "OrderedCollection", "orderedItems": [{"type": "Create"}]}
    return zipped({"actor.json": {"preferredUsername": "wache"}, "outbox.json": outbox, "likes.json": {}})
