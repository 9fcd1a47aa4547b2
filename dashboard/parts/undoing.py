"""What was just done, by name, and the one key that takes it back; later the history still can."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from casework import bulk, decided, undo
from casework.answering import Reply
from casework.bulk_record import Bulk
from casework.errors import Conflict, StreifeError
from casework.message import Message
from casework.people import Person
from casework.ports import Work
from casework.record import CaseItem, Decision, Handover
from dashboard import address, identity, words
from dashboard.parts import frame, met, say, trouble
from dashboard.words import Words

DONE = "done"
LAST = "last_step"
LATER = "trouble_later"
COUNTS = "done_counts"
LONGEST_NAME = 40
KINDS: dict[str, type] = {"decision": Decision, "handover": Handover, "reply": Reply}
KINDS |= {"bulk": Bulk, "item": CaseItem}


@dataclass(frozen=True, slots=True)
class Token:
    """What can be taken back: which record, its name in the catalogue, how many messages, whose, and when."""

    kind: str
    record_id: int
    told: str
    n: int
    whose: str
    at: datetime

    @property
    def named(self) -> Words:
        """What it was, and whose message; several are counted."""
        whose = words.quoted(f"@{self.whose}"[:LONGEST_NAME]) if self.whose else Words("")
        return words.joined(words.say(self.told, n=self.n), whose)


def done(told: str, record: object = None, message: Message | None = None) -> None:
    """Say so at the next drawing; a record that can be taken back is offered to be, for a while."""
    st.session_state[DONE] = (told, 0)
    st.session_state.pop(COUNTS, None)
    token = _token(told, record, message.author.handle if message else "")
    if token:
        st.session_state[LAST] = token


def done_many(told: str, record: Bulk, left_out: int) -> None:
    """As `done`, of a step over several messages; says how many, and how many were left out."""
    done(told, record)
    st.session_state[COUNTS] = (len(record.records), left_out)


def show(newest: undo.Step | None, now: datetime) -> None:
    """The banner: what was done, and Undo for it; else for what was decided last about the open message."""
    told, _ = st.session_state.get(DONE, ("", 0))
    last: Token | None = st.session_state.get(LAST)
    if last and now - last.at > decided.OFFERED_FOR:
        last = None
    if told:
        _told(told, last)
    fresh = last is not None and last.told == told
    token = last or _token(_name(newest), newest, "")
    if token is not None:
        st.button(
            words.say("undo") if fresh else words.say("undo-of", what=token.named),
            key="undo",
            icon=say.icon("undo"),
            type="tertiary",
            shortcut=frame.shortcut("Z"),
            help=words.say("undo-why"),
            on_click=_take_back,
            args=[token.kind, token.record_id],
        )


def _told(told: str, last: Token | None) -> None:
    n, left_out = st.session_state.get(COUNTS, (1, 0))
    what = last.named if last and last.told == told else words.say(told, n=n)
    say.line(say.coloured(words.joined(say.icon("check_circle"), what, by=" "), "green"))
    if left_out:
        say.meta(words.say("bulk-left-out", n=left_out), colour="orange")


def attempt(act: Callable[[Work, Person], object], message: Message | None = None) -> bool:
    """As trouble.attempt, for a button's callback: what went wrong is said at the next drawing.

    `message` is what the reader saw and decided on, so that a colleague who was faster can be named.
    """
    try:
        with identity.at_work() as (work, person):
            act(work, person)
    except StreifeError as error:
        st.session_state[LATER] = (error, message)
        return False
    return True


def trouble_of_before() -> None:
    """What went wrong in the callback that led to this drawing."""
    error, message = st.session_state.pop(LATER, (None, None))
    if message is not None and isinstance(error, Conflict):
        met.explain(message)
    elif error is not None:
        trouble.show(error)


def _take_back(kind: str, record_id: int) -> None:
    found: list[int] = []

    def act(work: Work, person: Person) -> None:
        record: object = work.get(KINDS[kind], record_id)
        if isinstance(record, Bulk):
            bulk.take_back(work, person, record.id)
        elif isinstance(record, Decision | Handover | Reply | CaseItem):
            undo.undo(work, person, record)
            found.append(record.message_id)

    if attempt(act):
        done("done-undo")
        if found:
            address.open_message(found[0])
    st.session_state.pop(LAST, None)


def _name(step: undo.Step | None) -> str:
    """What a step is called once it is done."""
    return f"done-{step.choice.value}" if isinstance(step, Decision) else "done-hand-over"


def _token(told: str, record: object, whose: str) -> Token | None:
    if isinstance(record, Decision):
        return Token("decision", record.id, told, 1, whose, record.decided_at)
    if isinstance(record, Handover):
        return Token("handover", record.id, told, 1, whose, record.handed_over_at)
    if isinstance(record, Reply):
        return Token("reply", record.id, told, 1, whose, record.created_at)
    if isinstance(record, CaseItem):
        return Token("item", record.id, told, 1, whose, record.added_at)
    if isinstance(record, Bulk):
        return Token("bulk", record.id, told, len(record.records), "", record.done_at)
    return None
