"""The tables of how stations answer: their templates with every wording, their settings, and four eyes."""

from sqlalchemy import Column, Index, UniqueConstraint

from casework.four_eyes import ApprovalRule, ApprovalState
from casework.labels import Kind
from casework.template import Purpose, Tone
from data.columns import Key
from data.shape import label, number, ref, table, when, words

templates = table(
    "templates",
    ref("station_id", "stations"),
    Column("owner_id", Key, nullable=False),
    label("purpose", Purpose),
    label("tone", Tone),
    *map(words, ("lang", "title", "text")),
    Column("written_by", Key, nullable=False),  # 0: whoever holds the machine
    when("written_at"),
    number("version"),
    when("retired_at", nullable=True),
    number("revision"),
    Index(None, "station_id", "owner_id"),
)

template_versions = table(
    "template_versions",
    ref("template_id", "templates"),
    number("version"),
    *map(words, ("title", "text")),
    Column("written_by", Key, nullable=False),  # 0: whoever holds the machine
    when("written_at"),
    UniqueConstraint("template_id", "version"),
)

reply_settings = table(
    "reply_settings",
    ref("station_id", "stations"),
    label("rule", ApprovalRule),
    words("link"),
    Column("changed_by", Key, nullable=False),
    when("changed_at", nullable=True),
    number("revision"),
    UniqueConstraint("station_id"),
)

approvals = table(
    "approvals",
    ref("reply_id", "replies"),
    ref("message_id", "messages"),
    ref("station_id", "stations"),
    ref("writer_id", "officers"),
    ref("approver_id", "officers"),
    label("kind", Kind),
    *map(words, ("text", "sha256")),
    when("asked_at"),
    label("state", ApprovalState),
    words("reason"),
    when("ended_at", nullable=True),
    number("revision"),
    Index(None, "reply_id"),
    Index(None, "approver_id", "state"),
    Index(None, "state"),
)
