"""Triage: emergencies on top, the queue beside the open message, the actions pinned at the bottom."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import streamlit as st

from casework import reading, spot_check, undo
from casework.errors import StreifeError
from casework.message import Message
from casework.people import Officer, Person
from casework.ports import Work
from casework.reading import Opened
from casework.record import AuditEntry
from casework.roles import Act, may
from dashboard import address, identity, view, words
from dashboard.parts import (
    account_silence,
    actions,
    acute_lane,
    acute_strip,
    approvals,
    bulk,
    care,
    frame,
    inbox,
    message_card,
    say,
    shown,
    together,
)
from dashboard.parts.around import Around, around

LISTED = "listed"
OPENED = "opened"
Pane = tuple[Opened, list[AuditEntry], list[Officer]]


@dataclass(frozen=True, slots=True)
class Desk:
    """All that one drawing shows, read at one moment; `refusal` stands in the place of a message.

    `rereads` counts what waits in the spot check.
    """

    now: view.View
    numbers: dict[str, int]
    rereads: int
    rows: Sequence[Message]
    pane: Pane | None
    refusal: StreifeError | None
    around: Around
    company: together.Round


def page() -> None:
    """Read once, log what is newly shown, then draw."""
    wanted = view.open_message(st.query_params)
    with identity.looking() as (work, person):
        desk = _read(work, person, wanted)
    shown.log(desk.rows[: view.PAGE], LISTED)
    desk = _logged(desk, wanted)
    ids = [m.id for m in desk.rows[: view.PAGE]]
    st.session_state["following"] = _following(desk.pane, ids)
    if frame.compact():
        _compact(desk)
    else:
        _wide(desk)
    if desk.pane is None and frame.compact():
        return
    decides = desk.pane is not None and may(desk.around.person, Act.DECIDE, desk.pane[0].letter)
    bulk.rows(desk.rows[: view.PAGE])
    message, newest = (desk.pane[0].message, undo.newest_of(desk.pane[0])) if desk.pane else (None, None)
    actions.show(message, ids, desk.around, desk.now.query(), newest, decides=decides)


def _read(work: Work, person: Person, wanted: int | None) -> Desk:
    now = view.from_address(st.query_params)
    rows = inbox.page(work, person, now)
    pane, refusal = None, None
    try:
        pane = _pane(work, person, wanted) if wanted is not None else None
    except StreifeError as error:
        refusal = error
    concerned = [*rows, *([pane[0].message, *pane[0].thread] if pane else [])]
    logins = {entry.actor for entry in pane[1]} if pane else set()
    round_about = around(work, person, concerned, _names(pane), logins)
    numbers, rereads = inbox.counts(work, person, now), spot_check.count(work, person)
    company = together.read(work, person, concerned)
    return Desk(now, numbers, rereads, rows, pane, refusal, round_about, company)


def _pane(work: Work, person: Person, message_id: int) -> Pane:
    opened = reading.again(work, person, message_id)
    helpers = message_card.helpers(work, opened.letter.account.station_id, person.id)
    return opened, work.touching(message_id), helpers


def _logged(desk: Desk, wanted: int | None) -> Desk:
    """A read is logged once per opening and wording, not each time the page is drawn; so is a refusal."""
    if wanted is None or desk.pane is None:
        st.session_state.pop(OPENED, None)
        together.left()
        if wanted is not None:
            _log_refusal(wanted)
        return desk
    opened, entries, helpers = desk.pane
    seen = [wanted, opened.message.version, desk.around.person.id]
    if st.session_state.get(OPENED) != seen:
        with identity.at_work() as (work, person):
            opened = reading.look(work, person, wanted)
            together.arrive(work, person, wanted)
        st.session_state[OPENED] = seen
    return replace(desk, pane=(opened, entries, helpers))


def _wide(desk: Desk) -> None:
    frame.head(words.say("door-triage"), desk.around.person, acute=False)
    acute_lane.show()
    account_silence.alarm()
    approvals.strip()
    care.show()
    left, right = st.columns([5, 8], gap="medium")
    with left:
        inbox.show(desk.rows, desk.around, desk.now, desk.numbers, desk.rereads, desk.company)
    with right:
        _open_pane(desk)


def _compact(desk: Desk) -> None:
    if desk.pane is None:
        frame.head(words.say("door-triage"), desk.around.person, acute=False)
        acute_lane.show()
        account_silence.alarm()
        approvals.strip()
        care.show()
        if desk.refusal:
            care.instead(desk.refusal)
        inbox.show(desk.rows, desk.around, desk.now, desk.numbers, desk.rereads, desk.company)
        return
    acute_strip.show()
    st.button(
        words.say("back-to-queue"),
        icon=say.icon("arrow_back"),
        type="tertiary",
        on_click=address.open_message,
        args=[None],
    )
    _open_pane(desk)


def _open_pane(desk: Desk) -> None:
    if desk.pane is not None:
        opened, entries, helpers = desk.pane
        together.strip(opened.letter, desk.company, desk.around)
        message_card.show(opened, desk.around, entries, helpers)
    elif desk.refusal is not None:
        care.instead(desk.refusal)
    elif desk.rows:
        say.empty("mark_email_unread", "blue", words.say("pane-empty"), words.say("pane-empty-why"))
    else:
        say.empty("coffee", "green", words.say("pane-done"), words.say("pane-done-why"))


def _log_refusal(message_id: int) -> None:
    if st.session_state.get("refused") != message_id and not care.kept(message_id):
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
