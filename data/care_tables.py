"""The tables of care: who asked to see what, who was told, who reads for whom, officers' own matters."""

from sqlalchemy import Index, UniqueConstraint

from casework.exposure import Telling
from data.shape import label, number, ref, table, when, words
from data.tables import messages

disclosures = table(
    "disclosures",
    ref("message_id", "messages"),
    ref("account_id", "accounts"),
    ref("officer_id", "officers"),
    when("asked_at"),
    when("ended_at", nullable=True),
    number("revision"),
    Index(None, "officer_id"),
)

talks = table(
    "talks",
    ref("message_id", "messages"),
    ref("officer_id", "officers"),
    ref("by_id", "officers"),
    when("told_at"),
    UniqueConstraint("message_id", "officer_id"),
)

turns = table(
    "turns",
    ref("officer_id", "officers"),
    ref("station_id", "stations"),
    ref("reader_id", "officers"),
    when("begun_at"),
    when("ends_at"),
    when("ended_at", nullable=True),
    number("revision"),
    Index(None, "officer_id"),
    Index(None, "reader_id"),
)

# One row for each day of the week, written over a week later: nothing older is kept.
exposures = table(
    "exposures",
    ref("officer_id", "officers"),
    number("slot"),
    words("day"),
    number("count"),
    number("revision"),
    UniqueConstraint("officer_id", "slot"),
)

wishes = table(
    "wishes",
    ref("officer_id", "officers"),
    label("telling", Telling),
    number("daily_limit"),
    when("heard_at", nullable=True),
    number("revision"),
    UniqueConstraint("officer_id"),
)

contacts = table(
    "contacts",
    ref("station_id", "stations"),
    words("name"),
    words("reach"),
    words("about"),
    ref("added_by", "officers"),
    when("added_at"),
    when("removed_at", nullable=True),
    number("revision"),
    Index(None, "station_id"),
)

# Few of all messages: what abuses the account's officer, by arrival.
_aimed = messages.c.aimed.is_(True)
Index(
    "ix_messages_aimed",
    *(messages.c[n] for n in ("account_id", "received_at", "id")),
    sqlite_where=_aimed,
    postgresql_where=_aimed,
)
