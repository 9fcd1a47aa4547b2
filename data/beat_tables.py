"""The tables of beats, leaves, questions back, changes of shift, and how e-mail to each officer fares."""

from sqlalchemy import Column, Index, UniqueConstraint

from data.columns import Words
from data.shape import flag, json, may_ref, number, ref, table, when, words

beats = table(
    "beats",
    ref("station_id", "stations"),
    Column("name", Words, nullable=False),
    may_ref("officer_id", "officers"),
    may_ref("deputy_id", "officers"),
    json("places", tuple[str, ...]),
    words("outline"),
    flag("retired"),
    number("revision"),
    UniqueConstraint("station_id", "name"),
)

beat_editions = table(
    "beat_editions",
    ref("station_id", "stations"),
    words("source"),
    number("beats"),
    when("made_at"),
)

leaves = table(
    "leaves",
    ref("officer_id", "officers"),
    when("begins_at"),
    when("ends_at"),
    may_ref("deputy_id", "officers"),
    when("noted_at"),
    when("cancelled_at", nullable=True),
    number("revision"),
    Index(None, "officer_id"),
)

questions = table(
    "questions",
    ref("handover_id", "handovers"),
    ref("officer_id", "officers"),
    words("words"),
    when("asked_at"),
    words("answer"),
    may_ref("answered_by", "officers"),
    when("answered_at", nullable=True),
    number("revision"),
    Index(None, "handover_id"),
)

shifts = table(
    "shifts",
    ref("station_id", "stations"),
    json("times", tuple[str, ...]),
    number("revision"),
    UniqueConstraint("station_id"),
)

mailboxes = table(
    "mailboxes",
    ref("officer_id", "officers"),
    when("mailed_at", nullable=True),
    when("failing_since", nullable=True),
    words("error"),
    number("revision"),
    UniqueConstraint("officer_id"),
)
