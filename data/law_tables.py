"""The tables of what persons applied for and what humans found of the elements of offences."""

from sqlalchemy import Index

from casework.application import Capacity, Ending, Manner
from casework.elements import ElementFinding
from data.shape import flag, json, label, may_ref, number, ref, table, when, words

applications = table(
    "applications",
    ref("case_id", "cases"),
    words("applicant"),
    label("capacity", Capacity),
    *map(words, ("behalf", "entitled_by")),
    json("messages", tuple[tuple[int, int], ...]),
    json("sections", tuple[str, ...]),
    label("manner", Manner),
    when("made_at"),
    *map(words, ("identity", "will", "knew_on", "last_day")),
    flag("running"),
    ref("recorded_by", "officers"),
    when("recorded_at"),
    label("end", Ending, nullable=True),
    when("ended_at", nullable=True),
    may_ref("ended_by", "officers"),
    words("ended_reason"),
    when("ended_noted_at", nullable=True),
    number("revision"),
    Index(None, "case_id"),
)

element_checks = table(
    "element_checks",
    ref("case_id", "cases"),
    words("section"),
    number("place"),
    *map(words, ("element", "seen")),
    label("finding", ElementFinding),
    words("note"),
    ref("officer_id", "officers"),
    when("checked_at"),
    Index(None, "case_id"),
)
