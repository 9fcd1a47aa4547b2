"""Lead a case out of the house: a package that a stranger can verify, made when asked for."""

from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from casework.errors import NotAllowed, StreifeError
from casework.people import Person
from casework.ports import Work
from casework.record import Case
from dashboard import identity, words
from dashboard.parts import say, trouble
from dashboard.parts.dialog import dialog
from streife import wiring


def show(case: Case) -> None:
    """First the package is made and logged, then it can be saved."""
    if st.button(words.say("export"), icon=say.icon("ios_share"), type="primary", key="export"):
        _offer(case)


def _offer(case: Case) -> None:
    @dialog(words.text("export"), icon=say.icon("ios_share"))
    def form() -> None:
        say.meta(words.say("export-why"), stretch=True)
        try:
            name, fingerprint, packed = _package(case.id)
        except StreifeError as error:
            trouble.show(error)
            return
        say.line(words.say("fingerprint"))
        st.code(fingerprint, language=None, wrap_lines=True)
        st.download_button(
            words.say("export-save"),
            packed,
            f"{name}.zip",
            "application/zip",
            icon=say.icon("download"),
            type="primary",
            on_click="ignore",
        )

    form()


def _package(case_id: int) -> tuple[str, str, bytes]:
    with TemporaryDirectory() as folder:
        exported = wiring.export_case(case_id, Path(folder), _whoever_is_here)
        return exported.path.name, exported.fingerprint, wiring.zipped(exported.path).read_bytes()


def _whoever_is_here(_: Work) -> Person:
    person = identity.here()
    if person is None:
        raise NotAllowed("nobody is signed in; sign in again")
    return person
