"""Triage: emergencies on top, the queue beside the open message, the actions pinned at the bottom."""

from collections.abc import Sequence

import streamlit as st

from casework import reading
from casework.errors import StreifeError
from casework.message import Message
from casework.people import Officer, Person
from casework.ports import Work
from casework.reading import Opened
from casework.record import AuditEntry
from casework.roles import Act, may
from dashboard import address, identity, view, words
from dashboard.parts import actions, acute_lane, frame, inbox, message_card, say, shown, trouble
from dashboard.parts.around import Around, around

LISTED = "listed"
OPENED = "opened"
Pane = tuple[Opened, list[AuditEntry], list[Officer]]


def page() -> None:
    """Read once, then draw."""
    now = view.from_address(st.query_params)
    with identity.at_work() as (work, person):
        numbers = inbox.counts(work, person, now)
        rows = inbox.page(work, person, now)
        shown.log(work, person, rows[: view.PAGE], LISTED)
    pane = _pane(view.open_message(st.query_params))
    with identity.at_work() as (work, person):
        concerned = [*rows, *([pane[0].message, *pane[0].thread] if pane else [])]
        round_about = around(work, person, concerned, _names(pane))
    ids = [m.id for m in rows[: view.PAGE]]
    st.session_state["following"] = _following(pane, ids)
    if frame.compact():
        _compact(pane, rows, round_about, now, numbers)
    else:
        _wide(pane, rows, round_about, now, numbers)
    if pane is None and frame.compact():
        return
    decides = pane is not None and may(round_about.person, Act.DECIDE, pane[0].letter)
    actions.show(pane[0].message if pane else None, ids, decides=decides)


def _wide(
    pane: Pane | None,
    rows: Sequence[Message],
    round_about: Around,
    now: view.View,
    numbers: dict[str, int],
) -> None:
    frame.head(words.say("door-triage"), round_about.person)
    acute_lane.show()
    left, right = st.columns([5, 8], gap="medium")
    with left:
        inbox.show(rows, round_about, now, numbers)
    with right:
        _open_pane(pane, round_about, bool(rows))


def _compact(
    pane: Pane | None,
    rows: Sequence[Message],
    round_about: Around,
    now: view.View,
    numbers: dict[str, int],
) -> None:
    if pane is None:
        frame.head(words.say("door-triage"), round_about.person)
        acute_lane.show()
        inbox.show(rows, round_about, now, numbers)
        return
    st.button(
        words.say("back-to-queue"),
        icon=say.icon("arrow_back"),
        type="tertiary",
        on_click=address.open_message,
        args=[None],
    )
    _open_pane(pane, round_about, waiting=True)


def _open_pane(pane: Pane | None, round_about: Around, waiting: bool) -> None:
    if pane is not None:
        opened, entries, helpers = pane
        message_card.show(opened, round_about, entries, helpers)
    elif waiting:
        say.empty("mark_email_unread", "blue", words.say("pane-empty"), words.say("pane-empty-why"))
    else:
        say.empty("coffee", "green", words.say("pane-done"), words.say("pane-done-why"))


def _pane(message_id: int | None) -> Pane | None:
    """The open message; a refusal is shown in its place and logged."""
    if message_id is None:
        st.session_state.pop(OPENED, None)
        return None
    try:
        with identity.at_work() as (work, person):
            opened = _read(work, person, message_id)
            entries = work.touching(message_id)
            helpers = message_card.helpers(work, opened.letter.account.station_id, person.id)
    except StreifeError as error:
        trouble.show(error)
        _log_refusal(message_id)
        return None
    return opened, entries, helpers


def _read(work: Work, person: Person, message_id: int) -> Opened:
    """Logged once per opening and wording, not each time the page is drawn."""
    opened = reading.again(work, person, message_id)
    seen = [message_id, opened.message.version, person.id]
    if st.session_state.get(OPENED) != seen:
        opened = reading.look(work, person, message_id)
        st.session_state[OPENED] = seen
    return opened


def _log_refusal(message_id: int) -> None:
    if st.session_state.get("refused") != message_id:
        st.session_state["refused"] = message_id
        with identity.at_work() as (work, person):
            reading.refused(work, person, Act.READ_MESSAGE, f"message:{message_id}")


def _names(pane: Pane | None) -> set[int]:
    if pane is None:
        return set()
    opened = pane[0]
    handed = {i for h in opened.letter.handovers for i in (h.from_id, h.to_id)}
    return handed | {d.officer_id for d in opened.decisions}


def _following(pane: Pane | None, ids: Sequence[int]) -> int | None:
    here = pane[0].message.id if pane else None
    if here in ids:
        rest = [*ids[ids.index(here) + 1 :], *reversed(ids[: ids.index(here)])]
        return rest[0] if rest else None
    return ids[0] if ids else None


page()
