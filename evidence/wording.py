"""German words for the labels in a report."""

from collections.abc import Mapping
from enum import StrEnum

from casework.application import Capacity, Ending, Manner
from casework.elements import ElementFinding
from casework.labels import Hostility, Intent, Kind, Platform, Target, Urgency
from casework.message import State
from casework.record import CaseState, Choice, PersonRole

WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    Intent: {
        "emergency": "Notfall",
        "tip": "Hinweis",
        "report": "Anzeige",
        "question": "Frage",
        "suggestion": "Anregung",
        "praise": "Lob",
        "criticism": "Kritik",
        "spam": "Werbung",
        "other": "Sonstiges",
    },
    Hostility: {
        "insult": "Beleidigung",
        "threat": "Drohung",
        "incitement": "Aufforderung oder Billigung",
        "hate": "Hass gegen eine Gruppe",
        "doxxing": "Verbreiten persönlicher Daten",
        "symbol": "verbotenes Kennzeichen",
        "sexual": "sexuelle Belästigung",
        "defamation": "Verleumdung",
    },
    Target: {
        "officer": "Polizistin oder Polizist",
        "police": "Polizei",
        "official": "Amtsperson",
        "group": "Gruppe",
        "person": "Person",
        "none": "niemand",
    },
    Urgency: {"acute": "sofort", "today": "heute", "routine": "ohne Eile"},
    Platform: {
        "x": "X",
        "facebook": "Facebook",
        "instagram": "Instagram",
        "youtube": "YouTube",
        "bluesky": "Bluesky",
        "mastodon": "Mastodon",
    },
    Kind: {"post": "Beitrag", "comment": "Kommentar", "dm": "Direktnachricht"},
    State: {
        "open": "offen",
        "tip": "Hinweis",
        "handed_over": "übergeben",
        "in_case": "im Fall",
        "dismissed": "erledigt",
        "done": "abgeschlossen",
    },
    CaseState: {"open": "in Arbeit", "sent": "abgegeben", "closed": "geschlossen"},
    PersonRole: {
        "officer": "Polizistin oder Polizist",
        "official": "Amtsperson",
        "group": "Gruppe",
        "person": "Person",
    },
    Choice: {
        "tip": "als Hinweis bestätigt",
        "dismiss": "erledigt",
        "correct": "berichtigt",
        "acknowledge": "zur Kenntnis genommen",
        "answer": "beantwortet",
        "reopen": "wieder geöffnet",
        "harmless": "nachgelesen und als harmlos bestätigt",
        "undo": "rückgängig gemacht",
    },
    Capacity: {
        "injured": "verletzte Person",
        "superior": "Dienstvorgesetzte Person zur Zeit der Tat",
        "representative": "gesetzliche Vertretung",
        "relative": "Angehörige Person",
        "other": "sonst antragsberechtigt",
    },
    Manner: {
        "oral": "mündlich, zu Protokoll genommen",
        "written": "schriftlich",
        "electronic": "elektronisch",
    },
    Ending: {"withdrawn": "zurückgenommen", "mistaken": "versehentlich vermerkt"},
    ElementFinding: {"met": "erfüllt", "not_met": "nicht erfüllt", "unclear": "unklar"},
}

CHANGED: Mapping[str, str] = {
    "from": "vorher",
    "to": "jetzt",
    "intent": "Anliegen",
    "hostility": "feindselig",
    "target": "gegen",
    "decision": "Entscheidung",
    "choice": "was",
}
_LABELLED: Mapping[str, type[StrEnum]] = {
    "intent": Intent,
    "hostility": Hostility,
    "target": Target,
    "choice": Choice,
}


def changes(detail: Mapping[str, object]) -> str:
    """What a decision changed, in German; keys and values without a German word stay as they are."""
    return "; ".join(f"{CHANGED.get(key, key)}: {_value(key, value)}" for key, value in detail.items())


def _value(key: str, value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{CHANGED.get(k, k)} {_value(k, inner)}" for k, inner in sorted(value.items()))
    if isinstance(value, list | tuple):
        return " und ".join(_value(key, one) for one in value) or "nein"
    return WORDS[_LABELLED[key]].get(str(value), str(value)) if key in _LABELLED else str(value)


def say(label: StrEnum) -> str:
    """The German word of a label."""
    return WORDS[type(label)][label.value]
