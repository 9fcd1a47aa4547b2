"""What was just done, by name, and the one key that takes it back; later the history still can."""

from collections.abc import Callable
from datetime import datetime

import streamlit as st

from casework import bulk, undo
from casework.answering import Reply
from casework.bulk import Bulk
from casework.errors import Conflict, StreifeError
from casework.message import Message
from casework.people import Person
from casework.ports import Work
from casework.record import Decision, Handover
from dashboard import address, identity, words
from dashboard.parts import frame, met, say, trouble
from dashboard.words import Words

DONE = "done"
LAST = "last_step"
LATER = "trouble_later"
COUNTS = "done_counts"
KINDS: dict[str, type] = {"decision": Decision, "handover": Handover, "reply": Reply, "bulk": Bulk}
Token = tuple[str, int, str, str]  # kind, id, whose message, when it was done (ISO)


def done(told: str, record: object = None, message: Message | None = None) -> None:
    """Say so at the next drawing; a record that can be taken back is offered to be, for a while."""
    st.session_state[DONE] = (told, 0)
    st.session_state.pop(COUNTS, None)
    kind = next((name for name, one in KINDS.items() if isinstance(record, one)), "")
    if isinstance(record, Decision | Handover | Reply | Bulk):
        st.session_state[LAST] = (kind, record.id, message.author.handle if message else "", _when(record))


def done_many(told: str, record: Bulk, left_out: int, *, undoable: bool) -> None:
    """As `done`, of a step over several messages; says how many, and how many were left out."""
    done(told, record if undoable else None)
    st.session_state[COUNTS] = (len(record.records), left_out)


def show(newest: undo.Step | None, now: datetime) -> None:
    """The banner: what was done, and Undo for it; else for what was decided last about the open message."""
    told, _ = st.session_state.get(DONE, ("", 0))
    last: Token | None = st.session_state.get(LAST)
    if last and now - datetime.fromisoformat(last[3]) > undo.OFFERED_FOR:
        last = st.session_state.pop(LAST) and None
    if told:
        _told(told, last)
    if last is None and newest is not None and not isinstance(newest, Reply):
        last = (_kind(newest), newest.id, "", "")
    if last is not None:
        st.button(
            words.say("undo"),
            key="undo",
            icon=say.icon("undo"),
            type="tertiary",
            shortcut=frame.shortcut("Z"),
            help=words.say("undo-why"),
            on_click=_take_back,
            args=[last[0], last[1]],
        )


def _told(told: str, last: Token | None) -> None:
    counts = st.session_state.get(COUNTS)
    what = words.say(told, n=counts[0]) if counts else words.say(told)
    whose = words.quoted(f"@{last[2]}"[:40]) if last and last[2] else Words("")
    said = words.joined(say.icon("check_circle"), words.joined(what, whose), by=" ")
    say.line(say.coloured(said, "green"))
    if counts and counts[1]:
        say.meta(words.say("bulk-left-out", n=counts[1]), colour="orange")


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
        elif isinstance(record, Decision | Handover | Reply):
            undo.undo(work, person, record)
            found.append(record.message_id)

    if attempt(act):
        done("done-undo")
        if found:
            address.open_message(found[0])
    st.session_state.pop(LAST, None)


def _kind(step: undo.Step) -> str:
    return "handover" if isinstance(step, Handover) else "decision"


def _when(record: Decision | Handover | Reply | Bulk) -> str:
    if isinstance(record, Decision):
        at = record.decided_at
    elif isinstance(record, Handover):
        at = record.handed_over_at
    else:
        at = record.created_at if isinstance(record, Reply) else record.done_at
    return at.isoformat()
