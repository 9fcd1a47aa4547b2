"""Who applied for prosecution in a case, for what and how; what was withdrawn stays in sight."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import streamlit as st

from casework import application, clocks
from casework.application import Application, Capacity
from casework.message import Message
from casework.people import Officer
from casework.ports import Work
from casework.record import Case, CaseItem, CaseState
from dashboard import times, words
from dashboard.parts import application_form, say, stranger
from dashboard.parts.say import Colour
from dashboard.words import Words


@dataclass(frozen=True, slots=True)
class Applications:
    """The applications in a case, and each of its messages as a list names it, without a word of it.

    `late` are the messages for which an application came late, by its id.
    """

    case: Case
    made: Sequence[Application]
    late: Mapping[int, Sequence[int]]
    messages: Mapping[int, str]
    names: Mapping[int, str]
    now: datetime
    works: bool


def read(
    work: Work, case: Case, items: Sequence[CaseItem], messages: Mapping[int, Message], *, works: bool
) -> Applications:
    """Read them for whoever may read the case; they are written down in cases that are not closed."""
    made = application.of(work, case.id)
    ids = {one.recorded_by for one in made} | {one.ended_by for one in made if one.ended_by}
    names = {o.id: o.name for o in work.find(Officer, id=sorted(ids))}
    now, going_on = work.now, case.state is not CaseState.CLOSED
    listed = {
        item.message_id: _named(number, messages[item.message_id], now)
        for number, item in enumerate(items, start=1)
    }
    late = clocks.late_acts(work.audit_of(f"case:{case.id}")) if made else {}
    return Applications(case, made, late, listed, names, now, works and going_on)


def show(found: Applications) -> None:
    """One card for all of them, those that stand first."""
    standing = [one for one in found.made if not one.end]
    say.heading(words.say("applications"), words.number(len(standing)) if standing else None)
    with st.container(border=True, gap="small", key="applications"):
        if not found.made:
            say.meta(words.say("applications-none"), stretch=True)
        for one in [*standing, *(one for one in found.made if one.end)]:
            _one(one, found)
        if found.works and st.button(
            words.say("apply"), icon=say.icon("approval"), type="tertiary", key="apply"
        ):
            application_form.apply(found.case, found.messages)


def _one(one: Application, found: Applications) -> None:
    with st.container(gap="xxsmall", key=f"application_{one.id}"):
        with say.row(spread=True):
            say.badge(*_state(one, found))
            if (
                found.works
                and not one.end
                and st.button(
                    words.say("apply-end"), key=f"apply_end_{one.id}", type="tertiary", icon=say.icon("undo")
                )
            ):
                application_form.end(one)
        who = say.strong(words.quoted(one.applicant))
        say.line(words.joined(who, words.label(one.capacity)), stretch=True)
        if one.capacity is not Capacity.INJURED:
            entitled = words.say("applied-behalf", who=one.behalf, why=one.entitled_by)
            say.meta(entitled, stretch=True)
        when = times.moment(one.made_at, found.now)
        say.meta(words.joined(words.label(one.manner), when, _about(one, found)), stretch=True)
        say.meta(words.say("applied-identity", how=one.identity), stretch=True)
        say.meta(words.say("applied-will", how=one.will), stretch=True)
        say.meta(_term(one, found), colour="orange" if one.late and not one.end else "gray", stretch=True)
        by = found.names.get(one.recorded_by, "")
        noted = words.say("applied-by", who=by, when=times.moment(one.recorded_at, found.now))
        say.meta(noted, stretch=True)
        if one.end:
            _ended(one, found)


def _ended(one: Application, found: Applications) -> None:
    stranger.quote(one.ended_reason)
    by = found.names.get(one.ended_by or 0, "")
    when = times.moment(one.ended_at or found.now, found.now)
    say.meta(words.joined(words.label(one.end), when, words.quoted(by)) if one.end else when, stretch=True)


def _state(one: Application, found: Applications) -> tuple[Words, str, Colour]:
    if one.end:
        return words.label(one.end), "undo", "gray"
    if one.late and one.running:
        partly = _late_in_part(one, found)
        return words.say("applied-late-some" if partly else "applied-late"), "warning", "orange"
    return words.say("applied-stands"), "approval", "green"


def _about(one: Application, found: Applications) -> Words:
    """How many messages it is about, and the sections it is limited to."""
    ids = {message_id for message_id, _ in one.messages}
    all_of_them = ids >= found.messages.keys()
    count = words.say("applied-all" if all_of_them else "applied-some", n=len(ids))
    sections = ", ".join(f"§ {section}" for section in one.sections)
    return words.joined(count, words.say("applied-only", sections=sections) if sections else Words(""))


def _late_in_part(one: Application, found: Applications) -> list[Words]:
    """The numbers of the messages it is late for, where it is not late for all; those taken out have none."""
    late = found.late.get(one.id, ())
    numbers = {message_id: words.number(n) for n, message_id in enumerate(found.messages, start=1)}
    return [numbers.get(n, Words("–")) for n in late] if len(late) < len(one.messages) else []


def _term(one: Application, found: Applications) -> Words:
    day = times.full_day(date.fromisoformat(one.last_day))
    if not one.running:
        return words.say("applied-cautious", day=day)
    if partly := _late_in_part(one, found):
        return words.say("applied-late-for", which=words.listed(partly), day=day)
    return words.say("applied-too-late" if one.late else "applied-in-time", day=day)


def _named(number: int, message: Message, now: datetime) -> str:
    hostile = ", ".join(words.text(words.key_of(one)) for one in message.hostility)
    return " · ".join(part for part in (str(number), times.moment(message.sent_at, now), hostile) if part)
