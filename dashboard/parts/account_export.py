"""An official export of an account's network, dropped on its card: for what no interface gives."""

from typing import BinaryIO

import streamlit as st

from casework import staff, succession
from casework.account import Account
from casework.errors import StreifeError
from dashboard import desk, identity, words
from dashboard.parts import say, trouble
from dashboard.parts.account_people import Keeping
from streife import importing
from streife.importing import Result

TYPES = ["zip", "tgz", "gz", "json", "csv", "js"]
REASONS = 3


def show(kept: Keeping, *, training: bool) -> None:
    """A place to drop the file, for whoever may connect the account; what came of the last one."""
    if training or kept.consent is None or not kept.may_connect:
        return
    account, key = kept.account, f"export_{kept.account.id}"
    with st.expander(words.say("export-drop"), icon=say.icon("upload_file")):
        say.meta(words.say("export-drop-why", platform=words.label(account.platform)), stretch=True)
        file = st.file_uploader(
            words.text("export-file"), type=TYPES, key=f"{key}_file", label_visibility="collapsed"
        )
        if st.button(words.say("export-take-in"), key=key, icon=say.icon("upload"), disabled=file is None):
            st.session_state[f"{key}_told"] = _take_in(account, file) if file else None
        if told := st.session_state.get(f"{key}_told"):
            _tell(told)


def _take_in(account: Account, file: BinaryIO) -> Result | None:
    whose = f"{account.platform.value}/{account.handle}"
    try:
        staff.check_real(desk.store())
        with identity.looking() as (work, person):
            succession.demand_connect(work, person, work.get(Account, account.id))
        return importing.take_in(desk.store(), desk.messages_in(file), person.login, whose)
    except StreifeError as error:
        trouble.show(error)
        return None


def _tell(told: Result) -> None:
    known = told.unchanged + told.edited
    said = words.say("export-taken", new=told.added, known=known, refused=len(told.refused))
    say.line(say.coloured(words.joined(say.icon("check_circle"), said, by=" "), "green"), stretch=True)
    for _, reason in told.refused[:REASONS]:
        say.meta(words.quoted(reason), stretch=True)
