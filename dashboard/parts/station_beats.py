"""The station's beats: who looks after what, the import of a file, and who is away."""

from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from casework import beat, handover, leave, proposing
from casework.beat import Beat
from casework.leave import Leave
from casework.people import Officer, Person, Station
from casework.ports import Work
from dashboard import identity, words
from dashboard.parts import beat_map, dialogs, handover_form, handover_leave, say, trouble
from dashboard.parts.dialog import dialog
from streife import beat_files, gazetteer
from streife.beat_files import BadFile
from streife.beat_terms import Read

NOBODY = ""
MOST_SHOWN = 8
TYPES = ("csv", "txt", "json", "geojson")


def show(station: Station, _: Person) -> None:
    """The beats with their people, a place to try them out, the import, and the leaves."""
    with identity.looking() as (work, _person):
        beats = beat.of(work, station.id)
        officers = handover.contact_officers(work)
        absent = [(o, one) for o in officers if o.station_id == station.id for one in leave.of(work, o.id)]
        names = {o.id: o.name for o in work.find(Officer)}
        now = work.now
    left, right = st.columns([8, 5], gap="medium")
    with left:
        say.heading(words.say("beats"), words.number(len(beats)) if beats else None)
        _try_out(station, beats)
        _beats(beats, officers)
    with right:
        _import(station, officers, beats)
        with st.container(border=True, gap="small"):
            _leaves(station, officers, absent, names, now)


def _beats(beats: Sequence[Beat], officers: Sequence[Officer]) -> None:
    if not beats:
        say.empty("map", "blue", words.say("beats-none"), words.say("beats-none-why"))
        return
    if any(one.outline for one in beats):
        beat_map.show(beats)
    by_id = {o.id: o for o in officers}
    for one in beats:
        with st.container(border=True, gap="xxsmall", key=f"beat_{one.id}"):
            with say.row(spread=True):
                say.line(say.strong(words.quoted(one.name)))
                if st.button(
                    words.say("assign"), key=f"assign_{one.id}", icon=say.icon("person_edit"), type="tertiary"
                ):
                    _assign(one, officers)
            _who(one, by_id)
            shown = ", ".join(one.places[:MOST_SHOWN])
            rest = len(one.places) - MOST_SHOWN
            more = words.say("beat-more", n=rest) if rest > 0 else words.Words("")
            say.meta(words.joined(words.quoted(shown), more, by=" "), stretch=True)


def _who(one: Beat, by_id: dict[int, Officer]) -> None:
    """The contact officer and deputy; a beat without one stands out."""
    officer, deputy = by_id.get(one.officer_id or 0), by_id.get(one.deputy_id or 0)
    if officer is None:
        said = words.say("beat-vacant-deputy", who=deputy.name) if deputy else words.say("beat-vacant")
        say.meta(words.joined(say.icon("person_off"), said, by=" "), colour="orange")
        return
    told = words.quoted(officer.name)
    if deputy:
        told = words.joined(told, words.say("beat-deputy", who=deputy.name))
    say.meta(words.joined(say.icon("local_police"), told, by=" "))


def _assign(one: Beat, officers: Sequence[Officer]) -> None:
    """Who looks after the beat, and who stands in."""

    @dialog(words.text("assign"), icon=say.icon("person_edit"))
    def form() -> None:
        names = {NOBODY: words.text("absence-nobody"), **{o.login: o.name for o in officers}}
        logins = {o.id: o.login for o in officers}
        chosen = []
        for key, now in (("form-contact-officer", one.officer_id), ("form-deputy", one.deputy_id)):
            at = list(names).index(logins.get(now or 0, NOBODY))
            chosen.append(st.selectbox(words.text(key), list(names), index=at, format_func=names.__getitem__))
        ids = [next((o.id for o in officers if o.login == login), None) for login in chosen]
        if dialogs.send("assign") and trouble.attempt(
            lambda work, person: beat.assign(work, person, one.id, ids[0], ids[1])
        ):
            st.rerun()

    form()


def _try_out(station: Station, beats: Sequence[Beat]) -> None:
    """Words of one's own, and whom they would lead to."""
    if not beats:
        return
    text = st.text_input(words.text("beats-try"), placeholder=words.text("beats-try-example"))
    if not text:
        return
    with identity.looking() as (work, _):
        found = proposing.of_words(work, text, station.id, gazetteer.towns())
        now = work.now
        names = {o.id: o.name for o in handover.contact_officers(work)}
    if not found:
        say.meta(words.joined(say.icon("location_off"), words.say("proposal-none"), by=" "))
    for one in found:
        who = one.receiver.name if one.receiver else words.text("absence-nobody")
        lead = say.strong(words.say("proposal-who", who=who, beat=one.beat.name))
        with st.container(gap="xxsmall"):
            say.line(words.joined(say.icon("location_on"), lead, by=" "))
            say.meta(handover_form.reason(one, names, now), stretch=True)


def _import(station: Station, officers: Sequence[Officer], beats: Sequence[Beat]) -> None:
    with st.container(border=True, gap="small"):
        say.heading(words.say("beats-import"))
        say.meta(words.say("beats-import-why"), stretch=True)
        file = st.file_uploader(
            words.text("beats-file"), type=TYPES, key=f"beats_file_{station.id}", max_upload_size=50
        )
        if file is None:
            return
        try:
            with st.spinner(words.text("beats-reading")):
                read = beat_files.read(file.name, file.getvalue(), officers)
        except BadFile as bad:
            _problems(bad)
            return
        _preview(read, beats)
        if st.button(words.say("beats-take"), type="primary", icon=say.icon("done"), key="beats_take"):
            _take(station, read, file.name)


def _problems(bad: BadFile) -> None:
    """Nothing was changed, and each thing that is wrong with its place and remedy."""
    said = words.say("beats-bad", n=len(bad.problems))
    say.paragraph(say.coloured(words.joined(say.icon("rule"), said, by=" "), "orange"))
    for problem in bad.problems[: beat_files.MOST_PROBLEMS]:
        say.meta(words.quoted(problem), stretch=True)


def _preview(read: Read, beats: Sequence[Beat]) -> None:
    places = sum(len(draft.places) for draft in read.drafts)
    say.line(words.say("beats-holds", n=len(read.drafts), places=places), stretch=True)
    gone = {one.name for one in beats} - {draft.name for draft in read.drafts}
    if gone:
        told = words.say("beats-go", names=", ".join(sorted(gone)))
        say.meta(words.joined(say.icon("warning"), told, by=" "), colour="orange", stretch=True)
    for hint in read.hints:
        say.meta(words.joined(say.icon("info"), words.quoted(hint), by=" "), stretch=True)


def _take(station: Station, read: Read, name: str) -> None:
    def act(work: Work, person: Person) -> object:
        return beat.replace_all(work, person, station, read.drafts, name)

    if trouble.attempt(act):
        st.session_state.pop(f"beats_file_{station.id}", None)
        st.rerun()


def _leaves(
    station: Station,
    officers: Sequence[Officer],
    absent: Sequence[tuple[Officer, Leave]],
    names: dict[int, str],
    now: datetime,
) -> None:
    say.heading(words.say("absence"))
    if not absent:
        say.meta(words.say("absence-none"), stretch=True)
    for officer, one in sorted(absent, key=lambda pair: pair[1].begins_at):
        handover_leave.line(one, names, now, words.quoted(officer.name))
    here = [o for o in officers if o.station_id == station.id]
    if here and st.button(
        words.say("plan-leave"), key="plan_leave", icon=say.icon("event_busy"), type="tertiary"
    ):
        handover_leave.plan(here)
