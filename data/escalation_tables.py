"""The tables of emergencies: who is on standby, how far each has gone, and the automatic first answers."""

from sqlalchemy import Index, UniqueConstraint, text

from casework.escalation import Rung
from casework.standby import Hours
from data.shape import flag, json, label, number, ref, table, when, words
from data.tables import messages

# An emergency that no human has acknowledged: so few that every page may ask for them every few seconds.
alarming = text(
    "urgency = 'acute' AND acknowledged_at IS NULL AND state IN ('open', 'tip', 'handed_over', 'in_case')"
)
# The columns repeat the condition, so that SQLite, which knows no figures of the table, prefers it.
Index(
    "ix_messages_alarms",
    *(messages.c[n] for n in ("urgency", "acknowledged_at", "state", "received_at", "id")),
    sqlite_where=alarming,
    postgresql_where=alarming,
)

standbys = table(
    "standbys",
    ref("station_id", "stations"),
    *map(number, ("minutes", "maybe_minutes")),
    *map(words, ("office_begin", "office_end")),
    json("office", tuple[int, ...]),
    json("off", tuple[int, ...]),
    flag("first_answer"),
    number("revision"),
    UniqueConstraint("station_id"),
)

alarms = table(
    "alarms",
    ref("message_id", "messages"),
    *map(number, ("step", "round")),
    json("told", tuple[int, ...]),
    when("last_at"),
    number("revision"),
    UniqueConstraint("message_id"),
)

escalations = table(
    "escalations",
    ref("message_id", "messages"),
    number("step"),
    ref("station_id", "stations"),
    number("round"),
    label("rung", Rung),
    label("hours", Hours),
    json("officer_ids", tuple[int, ...]),
    when("due_at"),
    when("escalated_at"),
    UniqueConstraint("message_id", "step"),
    Index(None, "station_id", "escalated_at"),
)

calls = table(
    "calls",
    ref("message_id", "messages"),
    ref("officer_id", "officers"),
    ref("station_id", "stations"),
    when("called_at"),
    UniqueConstraint("message_id", "officer_id"),
    Index(None, "officer_id"),
)

first_answers = table(
    "first_answers",
    ref("account_id", "accounts"),
    words("thread"),
    words("author_id"),
    ref("message_id", "messages"),
    ref("reply_id", "replies"),
    when("written_at"),
    UniqueConstraint("account_id", "thread"),
    UniqueConstraint("reply_id"),
)

signals = table(
    "signals",
    ref("officer_id", "officers"),
    flag("sound"),
    flag("badge"),
    number("revision"),
    UniqueConstraint("officer_id"),
)
