"""Several cases in one run for one office, and prosecutors' results from a file: what concerns many cases."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from casework import outcome_file
from casework.errors import StreifeError
from casework.overview import Line
from casework.people import Person, Station
from casework.ports import Work
from casework.recipients import Destination
from casework.record import Case, CaseState
from casework.roles import Act, may
from dashboard import words
from dashboard.inert import visible
from dashboard.parts import case_export, recipient_form, say, trouble
from dashboard.parts.dialog import dialog
from streife import wiring
from streife.results import ExportedCases

REASONS = 8
MOST_MEGABYTES = 2


def show(person: Person, cases: Sequence[Case], lands: dict[int, str]) -> None:
    """Both, for whoever works cases here."""
    own = [case for case in cases if may(person, Act.EXPORT_CASE, case)]
    if not own:
        return
    with say.row():
        if len(own) > 1 and st.button(
            words.say("several"), icon=say.icon("ios_share"), type="tertiary", key="several"
        ):
            _several(own, lands)
        if st.button(
            words.say("results-file"), icon=say.icon("upload_file"), type="tertiary", key="results_file"
        ):
            _results()


def lands_of(work: Work, cases: Sequence[Case]) -> dict[int, str]:
    """Each station's Land, by station."""
    found = work.find(Station, id=sorted({case.station_id for case in cases}))
    return {station.id: station.land for station in found}


def ordered(cases: Sequence[Case]) -> list[Case]:
    """Those still worked on first, each kind in the order of its numbers."""
    return sorted(cases, key=lambda case: (case.state is not CaseState.OPEN, case.number))


def _several(cases: Sequence[Case], lands: dict[int, str]) -> None:
    names = {case.id: visible(f"{case.number} · {case.title}") for case in ordered(cases)}

    @dialog(words.text("several"), icon=say.icon("ios_share"), width="large", on_dismiss="rerun")
    def form() -> None:
        asking, packing = st.empty(), st.container()
        try:
            with asking.container():
                say.meta(words.say("several-why"), stretch=True)
                picked = st.multiselect(
                    words.text("several-which"),
                    list(names),
                    format_func=names.__getitem__,
                    placeholder=words.text("form-choose"),
                )
                asked = recipient_form.ask(lands[cases[0].station_id], "several", draft=True)
                pressed = st.button(
                    words.say("several-pack", n=len(picked)),
                    icon=say.icon("package_2"),
                    type="primary",
                    disabled=not picked,
                    key="several_pack",
                )
            if pressed:
                to = asked.destination()
                asking.empty()
                with packing:
                    _pack(picked, to)
        except StreifeError as error:
            trouble.show(error)

    form()


def _pack(picked: Sequence[int], to: Destination) -> None:
    bar = st.progress(0.0, words.text("export-packing"))
    with TemporaryDirectory() as folder:
        exporting = wiring.exporting()
        made = exporting.several(
            dict.fromkeys(picked),
            Path(folder, "faelle"),
            case_export.whoever_is_here,
            to,
            case_export.hears(bar.progress),
        )
        packed = exporting.bundled(made).read_bytes()
    bar.empty()
    _tell(made, packed)


def _tell(made: ExportedCases, packed: bytes) -> None:
    done = len(made.overview.lines) - made.overview.failed
    said = words.joined(say.icon("check_circle"), words.say("several-done", n=done), by=" ")
    say.line(say.coloured(said, "green" if done else "orange"), stretch=True)
    for line in made.overview.lines:
        with st.container(gap="xxsmall", key=f"several_{line.case_id}"):
            _line(line)
    st.download_button(
        words.say("several-save"),
        packed,
        "faelle.zip",
        "application/zip",
        icon=say.icon("download"),
        type="primary",
        on_click="ignore",
    )


def _line(line: Line) -> None:
    if line.error:
        told = words.say("several-failed", number=line.case_id)
        say.line(say.coloured(words.joined(say.icon("error"), told, by=" "), "red"), stretch=True)
        say.meta(words.quoted(line.error), stretch=True)
        return
    say.line(words.joined(words.quoted(line.number), words.say("n-messages", n=line.items)), stretch=True)
    say.meta(words.quoted(line.fingerprint), stretch=True)


def _results() -> None:
    @dialog(words.text("results-file"), icon=say.icon("upload_file"), width="medium", on_dismiss="rerun")
    def form() -> None:
        say.meta(words.say("results-file-why"), stretch=True)
        st.code(words.text("results-columns"), language=None, wrap_lines=True)
        file = st.file_uploader(
            words.text("results-choose"), type=["csv"], key="results_csv", max_upload_size=MOST_MEGABYTES
        )
        pressed = st.button(
            words.say("results-take-in"),
            icon=say.icon("upload"),
            type="primary",
            disabled=file is None,
            key="results_take",
        )
        if file is not None and pressed:
            _take_in(file.getvalue())

    form()


def _take_in(content: bytes) -> None:
    told: list[outcome_file.Imported] = []
    if not trouble.attempt(lambda work, here: told.append(outcome_file.take_in(work, here, content))):
        return
    counts = {"added": told[0].added, "changed": told[0].changed, "same": told[0].unchanged}
    said = words.joined(say.icon("check_circle"), words.say("results-taken", **counts), by=" ")
    say.line(say.coloured(said, "green"), stretch=True)
    if told[0].refused:
        bad = words.say("results-bad", n=len(told[0].refused))
        say.line(say.coloured(words.joined(say.icon("rule"), bad, by=" "), "orange"), stretch=True)
    for line, why in told[0].refused[:REASONS]:
        say.meta(words.joined(words.say("results-line", n=line), words.quoted(why)), stretch=True)
    if len(told[0].refused) > REASONS:
        say.meta(words.say("results-more", n=len(told[0].refused) - REASONS))
