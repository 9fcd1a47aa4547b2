"""The tables of secured attachments: what each is, and apart from it its bytes."""

from sqlalchemy import Column, LargeBinary, UniqueConstraint

from data.columns import Key
from data.shape import number, ref, table, when, words

media = table(
    "media",
    ref("message_id", "messages"),
    number("number"),
    *map(words, ("url", "content_type")),
    Column("size", Key, nullable=False),
    words("sha256"),
    ref("fetched_by", "officers"),
    when("fetched_at"),
    UniqueConstraint("message_id", "number"),
)

media_bodies = table(
    "media_bodies",
    ref("media_id", "media"),
    Column("body", LargeBinary, nullable=False),
    UniqueConstraint("media_id"),
)
