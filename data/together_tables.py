"""The tables of a desk that several people share: who looks, who has taken on, drafts, steps over many."""

from collections.abc import Mapping

from sqlalchemy import Column, Index, UniqueConstraint

from casework.bulk_record import BulkStep
from data.columns import Words
from data.shape import json, label, number, ref, table, when, words

presences = table(
    "presences",
    ref("officer_id", "officers"),
    ref("message_id", "messages"),
    when("seen_at"),
    Index(None, "officer_id"),
    Index(None, "message_id"),
)

claims = table(
    "claims",
    ref("message_id", "messages"),
    ref("officer_id", "officers"),
    when("claimed_at"),
    when("stirred_at"),
    when("ended_at", nullable=True),
    number("revision"),
    UniqueConstraint("message_id"),
)

form_drafts = table(
    "form_drafts",
    ref("officer_id", "officers"),
    Column("place", Words, nullable=False),
    json("words", Mapping[str, str]),
    when("written_at"),
    Index(None, "officer_id"),
)

bulks = table(
    "bulks",
    ref("officer_id", "officers"),
    label("step", BulkStep),
    words("reason"),
    json("records", tuple[tuple[int, int], ...]),
    when("done_at"),
    when("undone_at", nullable=True),
    number("revision"),
)
