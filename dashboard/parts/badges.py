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
UNDECIDED = (State.OPEN, State.TIP)  # its words go while somebody may still need them


def of(word: Enum) -> None:
    """The badge of a state or an urgency."""
    symbol, colour = LOOK[word]
    say.badge(words.label(word), symbol, colour)


def of_row(message: Message, *, most_hostile: int, mixed: bool) -> Words:
    """All badges of a row of the queue in one; a state where they are `mixed`, or one that has moved on.

    What its author took back before anybody decided says so, in words.
    """
    state, heard = message.state, message.acknowledged_at is not None
    marks = [_intent(message), *_hostility(message.hostility, most_hostile)]
    if mixed and state is not State.OPEN:
        marks.append(_mark(state))
    elif state is State.OPEN and heard:
        marks.append(say.mark(words.say("acknowledged"), "call", "green"))
    if message.deleted_at and state in UNDECIDED:
        marks.append(say.mark(words.say("deleted-undecided"), "link_off", "orange"))
    return words.joined(*marks, by=" ")


def of_message(message: Message) -> Words:
    """All badges of an open message in one: how soon, what, how hostile, where it stands, what else."""
    marks = [_intent(message), *_hostility(message.hostility)]
    if message.urgency in (Urgency.ACUTE, Urgency.TODAY):
        marks.insert(0, _mark(message.urgency))
    if message.state is not State.OPEN:
        marks.append(_mark(message.state))
    return words.joined(*marks, *_facts(message), by=" ")


def intent(message: Message) -> None:
    """What the message wants; a message that waits for its verdict says so."""
    say.line(_intent(message))


def marks(message: Message) -> None:
    """What else is worth knowing at a glance."""
    if facts := _facts(message):
        say.line(words.joined(*facts, by=" "))


def hostility(found: Sequence[Hostility], limit: int = len(Hostility)) -> None:
    """What the writer does; at most `limit` badges and the number of the others."""
    if found:
        say.line(words.joined(*_hostility(found, limit), by=" "))


def hostile_words(found: Sequence[Hostility]) -> Words:
    """What writers do, for a line of other words."""
    return words.joined(*_hostility(found), by=" ")


def _mark(word: Enum) -> Words:
    symbol, colour = LOOK[word]
    return say.mark(words.label(word), symbol, colour)


def _intent(message: Message) -> Words:
    if message.intent is None:
        return say.mark(words.say("not-assessed"), "hourglass_empty", "gray")
    colour: Colour = "red" if message.intent is Intent.EMERGENCY else "blue"
    return say.mark(words.label(message.intent), INTENT_ICON[message.intent], colour)


def _hostility(found: Sequence[Hostility], limit: int = len(Hostility)) -> list[Words]:
    marks = [say.mark(words.label(one), HOSTILITY_ICON[one], "violet") for one in found[:limit]]
    more = len(found) - limit
    return [*marks, say.mark(Words(f"+{more}"), colour="violet")] if more > 0 else marks


def _facts(message: Message) -> list[Words]:
    known: tuple[tuple[bool, Words, str, Colour], ...] = (
        (message.abstained, words.say("abstained"), "contrast", "gray"),
        (message.corrected, words.say("corrected"), "edit", "gray"),
        (message.version > 1, words.say("edited"), "history_edu", "gray"),
        (message.deleted_at is not None, words.say("deleted"), "link_off", "orange"),
        (message.acknowledged_at is not None, words.say("acknowledged"), "call", "green"),
        (message.answered_at is not None, words.say("answered"), "reply", "green"),
    )
    return [say.mark(said, symbol, colour) for holds, said, symbol, colour in known if holds]
