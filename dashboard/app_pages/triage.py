"""Triage: emergencies on top, the queue beside the open message, the actions pinned at the bottom."""

from dataclasses import dataclass, replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from casework import reading, undo
from casework.errors import StreifeError
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
    care,
    frame,
    inbox,
    inbox_filters,
    inbox_head,
    message_card,
    picking,
    pile_on,
    say,
    shown,
    together,
    trouble,
)
from dashboard.parts.around import Around, around

DESK = "desk"
LISTED = "listed"
OPENED = "opened"
WAVE = "wave_listed"
Pane = tuple[Opened, list[AuditEntry], list[Officer]]


@dataclass(frozen=True, slots=True)
class Desk:
    """Queue and what is open, read at one moment; `refusal` stands in the place of a message."""

    now: view.View
    rows: inbox.Listed
    pane: Pane | None
    wave: pile_on.Wave | None
    refusal: StreifeError | None
    around: Around
    company: together.Round

    @property
    def open(self) -> int | None:
        """The row that is open; a wave has that of the message it stands under."""
        if self.pane is not None:
            return self.pane[0].message.id
        return view.open_wave(st.query_params) if self.wave else None


def page() -> None:
    """Read, log what is newly shown, then draw."""
    if frame.compact():
        _compact()
    else:
        _wide()


def _wide() -> None:
    """What stands around the desk is drawn once; a click on a message draws queue and message alone."""
    _top()
    left, right = st.columns([5, 8], gap="medium")
    with left:
        _narrow()
    _side_by_side(left.container(), right.container())


def _top() -> None:
    with identity.looking() as (_, person):
        pass
    frame.head(words.say("door-triage"), person, acute=False)
    acute_lane.show()
    account_silence.alarm()
    approvals.strip()
    care.show()


def _narrow() -> None:
    with identity.looking() as (work, person):
        head = inbox_head.read(work, person)
    inbox_head.show(head)


@st.fragment(key=DESK)
def _side_by_side(queue: DeltaGenerator, pane: DeltaGenerator) -> None:
    try:
        desk = _read()
        with queue:
            inbox.show(desk.rows, desk.around, desk.now, desk.open, desk.company)
        with pane:
            _open_pane(desk)
        _actions(desk)
    except StreifeError as error:
        trouble.show(error)


def _compact() -> None:
    """List or message; each click draws the whole page, as little of it stays."""
    desk = _read()
    if desk.open is None:
        _top()
        if desk.refusal:
            care.instead(desk.refusal)
        _narrow()
        inbox.show(desk.rows, desk.around, desk.now, None, desk.company)
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
    _actions(desk)


def _actions(desk: Desk) -> None:
    ids = [m.id for m in desk.rows.messages]
    st.session_state[address.FOLLOWING] = inbox.following(desk.rows, desk.now, desk.open)
    decides = desk.pane is not None and may(desk.around.person, Act.DECIDE, desk.pane[0].letter)
    picking.rows(desk.rows.messages)
    message, newest = (desk.pane[0].message, undo.newest_of(desk.pane[0])) if desk.pane else (None, None)
    query = replace(desk.now.query(desk.around.now), fold=False)
    actions.show(message or desk.wave, ids, desk.around, query, newest, decides=decides)


def _read() -> Desk:
    """Read at one moment, after what is newly opened was logged and before any of it is shown."""
    turned = _turn()
    opened, refusal = _opened(view.open_message(st.query_params))
    with identity.looking() as (work, person):
        now = inbox_filters.asked(work, person).now
        rows = inbox.listed(work, person, now)
        pane = _pane(work, person, opened) if opened else None
        concerned = [*rows.messages, *([opened.message, *opened.thread] if opened else [])]
        logins = {entry.actor for entry in pane[1]} if pane else set()
        round_about = around(work, person, concerned, _names(opened), logins)
        copies, refused = _wave(work, person, now)
        company = together.read(work, person, concerned)
    if copies:
        shown.log(copies.copies, WAVE, person)
    shown.log(rows.messages, LISTED, person)
    inbox.log_search(rows, now, afresh=rows.afresh or turned)
    return Desk(now, rows, pane, copies, refusal or refused, round_about, company)


def _turn() -> bool:
    """After the last of a page was decided, the first of the next is opened; whether it was."""
    if not st.session_state.pop(address.TURNING, False):
        return False
    with identity.looking() as (work, person):
        rows = inbox.listed(work, person, inbox_filters.asked(work, person).now)
    if rows.afresh and rows.rows:
        address.open_message(rows.rows[0].message.id)
    return rows.afresh


def _wave(work: Work, person: Person, now: view.View) -> tuple[pile_on.Wave | None, StreifeError | None]:
    wanted = view.open_wave(st.query_params)
    try:
        return (pile_on.read(work, person, wanted, now) if wanted else None), None
    except StreifeError as error:
        return None, error


def _opened(wanted: int | None) -> tuple[Opened | None, StreifeError | None]:
    """A read is logged once per opening and wordings, not each time the page is drawn; so is a refusal."""
    known, seen = st.session_state.get(OPENED), None
    if wanted is None:
        st.session_state.pop(OPENED, None)
        together.left()
        return None, None
    try:
        if known and known[0] == wanted:
            with identity.looking() as (work, person):
                opened = reading.again(work, person, wanted)
                seen = _mark(opened, person)
        if seen is None or seen != known:
            with identity.at_work() as (work, person):
                opened = reading.look(work, person, wanted)
                together.arrive(work, person, wanted)
                seen = _mark(opened, person)
    except StreifeError as error:
        st.session_state.pop(OPENED, None)
        together.left()
        _log_refusal(wanted)
        return None, error
    st.session_state[OPENED] = seen
    return opened, None


def _mark(opened: Opened, reader: Person) -> list[object]:
    """Whose words stand on the page in which wording, and before whom; first the one that was opened."""
    wordings = sorted((m.id, m.version) for m in (opened.message, *opened.thread))
    return [opened.message.id, reader.id, *wordings]


def _pane(work: Work, person: Person, opened: Opened) -> Pane:
    message = opened.message
    helpers = message_card.helpers(work, opened.letter.account.station_id, person.id)
    return opened, work.touching(message.id), helpers


def _open_pane(desk: Desk) -> None:
    if desk.pane is not None:
        opened, entries, helpers = desk.pane
        together.strip(opened.letter, desk.company, desk.around)
        message_card.show(opened, desk.around, entries, helpers)
    elif desk.wave is not None:
        pile_on.show(desk.wave)
    elif desk.refusal is not None:
        care.instead(desk.refusal)
    elif desk.rows.rows:
        say.empty("mark_email_unread", "blue", words.say("pane-empty"), words.say("pane-empty-why"))
    elif not desk.now.filtered:  # else the queue itself says that nothing matches
        say.empty("coffee", "green", words.say("pane-done"), words.say("pane-done-why"))


def _log_refusal(message_id: int) -> None:
    if st.session_state.get("refused") != message_id and not care.kept(message_id):
        st.session_state["refused"] = message_id
        with identity.at_work() as (work, person):
            reading.refused(work, person, Act.READ_MESSAGE, f"message:{message_id}")


def _names(opened: Opened | None) -> set[int]:
    if opened is None:
        return set()
    handed = {i for h in opened.letter.handovers for i in (h.from_id, h.to_id)}
    return handed | {d.officer_id for d in opened.decisions}


page()
