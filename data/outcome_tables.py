"""The tables of what leaves the house and what comes back: packages, notices, blackening, results."""

from sqlalchemy import Column, Index, UniqueConstraint

from casework.outcome import ProsecutionState
from casework.recall_letter import RecallKind
from casework.transmission import Way
from data.columns import Words
from data.shape import flag, json, label, may_ref, number, ref, table, when, words

transmissions = table(
    "transmissions",
    ref("case_id", "cases"),
    Column("run", Words, nullable=False, unique=True),
    words("package"),
    words("fingerprint"),
    number("files"),
    json("messages", tuple[tuple[int, int], ...]),
    words("facts"),
    flag("blackened"),
    words("exported_by"),
    when("exported_at"),
    *map(words, ("recipient", "office", "basis", "purpose")),
    label("way", Way, nullable=True),
    when("sent_at", nullable=True),
    words("sent_by"),
    when("recalled_at", nullable=True),
    number("revision"),
    Index(None, "case_id"),
)

corrections = table(
    "corrections",
    ref("transmission_id", "transmissions"),
    label("kind", RecallKind),
    *map(words, ("reason", "letter", "facts")),
    ref("officer_id", "officers"),
    when("noted_at"),
    when("confirmed_at", nullable=True),
    may_ref("confirmed_by", "officers"),
    words("confirmation"),
    number("revision"),
    Index(None, "transmission_id"),
)

redactions = table(
    "redactions",
    ref("case_id", "cases"),
    *map(words, ("term", "reason")),
    ref("officer_id", "officers"),
    when("begun_at"),
    when("lifted_at", nullable=True),
    may_ref("lifted_by", "officers"),
    number("revision"),
    Index(None, "case_id"),
)

results = table(
    "prosecutor_results",
    ref("case_id", "cases"),
    *map(words, ("file_number", "office")),
    label("state", ProsecutionState),
    *map(words, ("words", "decided_on", "noted_by")),
    when("noted_at"),
    number("revision"),
    UniqueConstraint("case_id", "file_number"),
)
