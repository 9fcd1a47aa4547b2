"""What of a case left the house: to whom, when, on what basis; and what has to be told to whom."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from casework import recall, transmission
from casework.people import Officer, Person, Station
from casework.ports import Work
from casework.recall import Correction, Suggestion
from casework.record import Case
from casework.transmission import Transmission
from dashboard import times, words
from dashboard.parts import leaving_forms, say, stranger
from dashboard.parts.say import Colour
from dashboard.words import Words

SHOWN = 3


@dataclass(frozen=True, slots=True)
class Leaving:
    """The packages of a case, the newest first, what was told of each and should be; `names` by login."""

    case: Case
    land: str
    sent: Sequence[Transmission]
    notices: Mapping[int, Sequence[Correction]]
    suggested: Mapping[int, Suggestion]
    now: datetime
    works: bool
    names: Mapping[str, str]


def read(work: Work, person: Person, case: Case, *, works: bool) -> Leaving:
    """Read it for whoever may read the case."""
    sent = transmission.of_case(work, person, case.id)
    pressing = {one.transmission.id: one for one in recall.suggested(work, case.id)}
    land = work.get(Station, case.station_id).land
    logins = sorted({one.sent_by or one.exported_by for one in sent})
    names = {o.login: o.name for o in work.find(Officer, login=logins)} if logins else {}
    return Leaving(case, land, sent, recall.notices(work, sent), pressing, work.now, works, names)


def show(leaving: Leaving) -> None:
    """What needs a notice stands first; older packages are folded away."""
    say.heading(words.say("leaving"), words.number(len(leaving.sent)) if leaving.sent else None)
    with st.container(border=not leaving.sent, gap="small", key="leaving"):
        if not leaving.sent:
            say.meta(words.say("leaving-none"), stretch=True)
            return
        urgent = [one for one in leaving.sent if one.id in leaving.suggested or _open(leaving, one)]
        rest = [one for one in leaving.sent if one not in urgent]
        first = [*urgent, *rest[: max(1, SHOWN - len(urgent))]]
        for one in first:
            _one(one, leaving)
        older = [one for one in rest if one not in first]
        if older:
            with st.expander(words.say("leaving-older", n=len(older))):
                for one in older:
                    _one(one, leaving)


def _one(one: Transmission, leaving: Leaving) -> None:
    with st.container(border=True, gap="xxsmall", key=f"sent_{one.id}"):
        with say.row(spread=True):
            say.badge(*_state(one))
            say.meta(times.moment(one.sent_at or one.exported_at, leaving.now))
        if one.recipient:
            stranger.text(one.recipient)
        say.meta(_said(one, leaving.names), stretch=True)
        say.meta(words.quoted(one.fingerprint), stretch=True)
        if one.id in leaving.suggested:
            _suggestion(leaving.suggested[one.id])
        for notice in leaving.notices.get(one.id, ()):
            _notice(notice, leaving)
        if leaving.works:
            _buttons(one, leaving)


def _state(one: Transmission) -> tuple[Words, str, Colour]:
    if one.recalled_at:
        return words.say("leaving-recalled"), "undo", "orange"
    if one.sent_at:
        return words.say("leaving-sent"), "outgoing_mail", "green"
    return words.say("leaving-meant" if one.recipient else "leaving-draft"), "draft", "gray"


def _said(one: Transmission, names: Mapping[str, str]) -> Words:
    by = one.sent_by or one.exported_by
    return words.joined(
        words.quoted(one.basis),
        words.quoted(one.purpose),
        words.label(one.way) if one.way else Words(""),
        words.say("leaving-holds", n=len(one.messages), files=one.files),
        words.say("leaving-blackened") if one.blackened else Words(""),
        words.say("leaving-by", who=names.get(by, by), run=one.run),
    )


def _suggestion(found: Suggestion) -> None:
    grounds = words.listed([words.label(ground) for ground in found.grounds])
    key = "leaving-tell" if found.transmission.sent_at else "leaving-anew"
    said = words.joined(say.icon("campaign"), words.say(key, why=grounds), by=" ")
    say.line(say.coloured(said, "orange"), stretch=True)


def _notice(notice: Correction, leaving: Leaving) -> None:
    told = words.say("told-when", when=times.moment(notice.noted_at, leaving.now))
    say.line(words.joined(say.strong(words.label(notice.kind)), told), stretch=True)
    stranger.quote(notice.reason)
    if notice.confirmed_at:
        at = times.moment(notice.confirmed_at, leaving.now)
        said = words.joined(say.icon("check_circle"), words.say("told-confirmed", when=at), by=" ")
        say.meta(say.coloured(said, "green"))
        stranger.quote(notice.confirmation)
    else:
        said = words.joined(say.icon("hourglass_top"), words.say("told-open"), by=" ")
        say.meta(said, colour="orange", stretch=True)
    with say.row():
        st.download_button(
            words.say("told-letter"),
            notice.letter.encode(),
            f"mitteilung-{notice.id}.txt",
            "text/plain",
            icon=say.icon("download"),
            type="tertiary",
            on_click="ignore",
            key=f"letter_{notice.id}",
        )
        if leaving.works and not notice.confirmed_at:
            label, icon = words.say("told-confirm"), say.icon("mark_email_read")
            if st.button(label, icon=icon, type="tertiary", key=f"confirm_{notice.id}"):
                leaving_forms.confirm(notice)


def _buttons(one: Transmission, leaving: Leaving) -> None:
    pressing = one.id in leaving.suggested
    if one.sent_at is None:
        label, icon = words.say("hand-out"), say.icon("outgoing_mail")
        if st.button(label, icon=icon, key=f"hand_out_{one.id}"):
            leaving_forms.hand_out(one, leaving.land)
    else:
        label, icon = words.say("recall"), say.icon("campaign")
        if st.button(label, icon=icon, type="primary" if pressing else "tertiary", key=f"recall_{one.id}"):
            leaving_forms.recall_it(one)


def _open(leaving: Leaving, one: Transmission) -> bool:
    """Whether the recipient was told something and has not confirmed it."""
    return any(notice.confirmed_at is None for notice in leaving.notices.get(one.id, ()))
