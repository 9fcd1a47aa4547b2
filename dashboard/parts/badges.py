"""Badges: the words of the casework with their icon and their one colour."""

from collections.abc import Sequence
from enum import Enum

from casework.labels import Hostility, Intent, Urgency
from casework.message import Message, State
from casework.record import CaseState, HandoverState
from dashboard import words
from dashboard.parts import say
from dashboard.parts.say import Colour
from dashboard.words import Words

INTENT_ICON = {
    Intent.EMERGENCY: "e911_emergency",
    Intent.TIP: "lightbulb",
    Intent.REPORT: "assignment_ind",
    Intent.QUESTION: "help",
    Intent.SUGGESTION: "add_location_alt",
    Intent.PRAISE: "favorite",
    Intent.CRITICISM: "rate_review",
    Intent.SPAM: "block",
    Intent.OTHER: "more_horiz",
}
HOSTILITY_ICON = {
    Hostility.INSULT: "sentiment_extremely_dissatisfied",
    Hostility.THREAT: "warning",
    Hostility.INCITEMENT: "campaign",
    Hostility.HATE: "groups",
    Hostility.DOXXING: "location_searching",
    Hostility.SYMBOL: "flag",
    Hostility.SEXUAL: "person_alert",
    Hostility.DEFAMATION: "record_voice_over",
}
LOOK: dict[Enum, tuple[str, Colour]] = {
    Urgency.ACUTE: ("e911_emergency", "red"),
    Urgency.TODAY: ("schedule", "orange"),
    Urgency.ROUTINE: ("remove", "gray"),
    State.OPEN: ("inbox", "gray"),
    State.TIP: ("lightbulb", "blue"),
    State.HANDED_OVER: ("move_to_inbox", "orange"),
    State.IN_CASE: ("shield_person", "violet"),
    State.DISMISSED: ("done", "green"),
    State.DONE: ("done_all", "green"),
    HandoverState.WAITING: ("schedule", "orange"),
    HandoverState.ACCEPTED: ("autorenew", "blue"),
    HandoverState.RETURNED: ("undo", "gray"),
    HandoverState.ASKED: ("contact_support", "orange"),
    HandoverState.WITHDRAWN: ("undo", "gray"),
    HandoverState.MOVED: ("move_up", "gray"),
    HandoverState.DONE: ("done_all", "green"),
    CaseState.OPEN: ("folder_open", "orange"),
    CaseState.SENT: ("outgoing_mail", "blue"),
    CaseState.CLOSED: ("lock", "green"),
}


def of(word: Enum) -> None:
    """The badge of a state or an urgency."""
    symbol, colour = LOOK[word]
    say.badge(words.label(word), symbol, colour)


def intent(message: Message) -> None:
    """What the message wants; a message that waits for its verdict says so."""
    if message.intent is None:
        say.badge(words.say("not-assessed"), "hourglass_empty", "gray")
        return
    colour: Colour = "red" if message.intent is Intent.EMERGENCY else "blue"
    say.badge(words.label(message.intent), INTENT_ICON[message.intent], colour)


def hostility(found: Sequence[Hostility], limit: int = len(Hostility)) -> None:
    """What the writer does; at most `limit` badges and the number of the others."""
    for one in found[:limit]:
        say.badge(words.label(one), HOSTILITY_ICON[one], "violet")
    if len(found) > limit:
        say.badge(Words(f"+{len(found) - limit}"), colour="violet")


def urgency(message: Message) -> None:
    """How soon to look; routine needs no badge."""
    if message.urgency in (Urgency.ACUTE, Urgency.TODAY):
        of(message.urgency)


def marks(message: Message) -> None:
    """What else is worth knowing at a glance."""
    known: tuple[tuple[bool, Words, str, Colour], ...] = (
        (message.abstained, words.say("abstained"), "contrast", "gray"),
        (message.corrected, words.say("corrected"), "edit", "gray"),
        (message.version > 1, words.say("edited"), "history_edu", "gray"),
        (message.deleted_at is not None, words.say("deleted"), "link_off", "orange"),
        (message.acknowledged_at is not None, words.say("acknowledged"), "call", "green"),
        (message.answered_at is not None, words.say("answered"), "reply", "green"),
    )
    for holds, said, symbol, colour in known:
        if holds:
            say.badge(said, symbol, colour)
