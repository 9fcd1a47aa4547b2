"""What an entry of the audit log noted, as people say it; what has no words here stands as `name: value`."""

import re
from collections.abc import Collection, Mapping
from datetime import datetime

from casework.record import AuditEntry
from dashboard import times, words
from dashboard.inert import visible
from dashboard.parts.audit_names import ABOUT_OFFICERS, Names

LONGEST, PRINT = 300, 12
# Running numbers of the house's own; they say the least and so come last.
NUMBERS = (
    *("decision", "notice", "escalation", "handover", "talk", "check", "application", "reply", "capture"),
    *("claim", "hold", "leave", "bulk", "gap", "spot_check", "step", "round", "sha256"),
)
FACTS = (
    *("messages", "model", "intents", "officer", "officers", "kind", "reason", "rung"),
    *("hours", "due", "intent", "hostility", "target", "outcome", "case", "cases", "version", "login"),
    *("roles", "role", "platform", "handle", "number", "section", "element", "finding", "why", "edition"),
    *("source", "beats", "times", "late", "acts", "file_number", "state", "link", "station", "own"),
    *("begins", "ends", "deputy", "error", "refused", "recipient", "package", "files", "sessions_ended"),
    *("wording", "note", "before", "after", "to_whom", "consent_text", "four_eyes", "command", "result"),
    *NUMBERS,
)
# Where the same name means another thing: by act and name, then by name alone.
MEANT = {
    ("answer", "reason"): "wording",
    ("tip", "reason"): "note",
    ("acknowledge", "reason"): "note",
    ("correct", "from"): "before",
    ("correct", "to"): "after",
    ("handed_over", "to"): "to_whom",
    ("moved", "to"): "to_whom",
    ("result_noted", "from"): "before",
    ("consent_given", "text"): "consent_text",
    ("reply_settings_changed", "approval"): "four_eyes",
}
# The families of catalogue words that name a value.
VALUES = {
    "intent": ("intent",),
    "intents": ("intent",),
    "hostility": ("hostility",),
    "target": ("target",),
    "outcome": ("outcome",),
    "platform": ("platform",),
    "finding": ("elementfinding",),
    "four_eyes": ("approvalrule",),
    "kind": ("notice",),
    "state": ("prosecutionstate", "noted"),
    "before": ("prosecutionstate",),
    **dict.fromkeys(("role", "roles", "rung", "hours", "why"), ("noted",)),
}
NOTED = (
    *("officer", "contact-officer", "case-officer", "supervisor", "administrator"),
    *("standby", "again", "heads", "nobody", "office", "off"),
    *("deleted-by-author", "account-left", "open", "filled", "lost", "yes", "no"),
)
OF_WHOM = {**dict.fromkeys(ABOUT_OFFICERS, "officer"), "station": "station", "roles": "station"}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d")
CODE = re.compile(r"[\w.:+/@-]{1,64}")
PAIRED = ("messages", "acts")  # of each: its id first, then what pins it down


def told(entry: AuditEntry, detail: Mapping[str, object], names: Names) -> str:
    """One line of plain text: what matters first, running numbers last, nothing that is empty.

    `detail` is that of the entry, without strangers' words.
    """
    facts = sorted(detail.items(), key=lambda fact: fact[0] in NUMBERS)
    said = [_fact(MEANT.get((entry.act, name), name), value, names) for name, value in facts if value != ""]
    line = "; ".join(said)
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"


def _fact(name: str, value: object, names: Names) -> str:
    return f"{_called(name)}: {_value(name, value, names)}"


def _called(name: str) -> str:
    return words.text(f"fact-{name.replace('_', '-')}") if name in FACTS else visible(name)


def _value(name: str, value: object, names: Names) -> str:
    if isinstance(value, bool):
        return words.text("noted-yes" if value else "noted-no")
    if isinstance(value, Mapping):
        return ", ".join(f"{_called(key)} {_value(key, one, names)}" for key, one in value.items())
    if isinstance(value, list | tuple):
        return _several(name, value, names)
    if value is None:
        return words.text("none")
    return _string(name, value, names) if isinstance(value, str) else _number(name, value, names)


def _several(name: str, value: Collection[object], names: Names) -> str:
    """A list in a list is one thing and what belongs to it, such as a message, its version and its print."""
    inner = [list(one)[:1] if name in PAIRED and isinstance(one, list | tuple) else one for one in value]
    said = [
        " ".join(_value(name, part, names) for part in one)
        if isinstance(one, list | tuple)
        else _value(name, one, names)
        for one in inner
    ]
    return ", ".join(said) or words.text("none")


def _number(name: str, value: object, names: Names) -> str:
    return names.known.get((OF_WHOM.get(name, ""), str(value)), str(value))


def _string(name: str, value: str, names: Names) -> str:
    """A name, a word of the house, a moment or a print as people read it; words of somebody in quotes."""
    if name == "to_whom":
        return visible(names.logins.get(value, value))
    if name == "sha256":
        return f"{value[:PRINT]}…"
    if MOMENT.fullmatch(value):
        return str(times.stamp(datetime.fromisoformat(value)))
    for family in VALUES.get(name, ()):
        key = f"{family}-{value.replace('_', '-')}"
        if words.bundle(words.language()).has_message(key):
            return words.text(key)
    plain = " ".join(value.split())
    return visible(plain) if CODE.fullmatch(plain) else words.text("fact-quoted", words=plain)
