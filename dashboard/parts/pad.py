"""What is being written into a form, kept as the person's own draft: it survives a reload and a lost line."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from casework import draft
from casework.people import Person
from casework.ports import Work
from dashboard import identity
from dashboard.parts import trouble


class Pad:
    """The text fields of one form about one thing, such as "message:17"; each keeps what stands in it."""

    def __init__(self, subject: str, form: str, names: Sequence[str]) -> None:
        """Fill the fields with what the person wrote here before, once an opening."""
        self._where = draft.place(subject, form)
        self._names = names
        if not all(self.key(name) in st.session_state for name in names):
            with identity.looking() as (work, person):
                kept = draft.read(work, person, self._where)
            for name in names:
                st.session_state.setdefault(self.key(name), kept.get(name, ""))

    def key(self, name: str) -> str:
        """Under which the session holds the field."""
        return f"pad {self._where} {name}"

    def area(self, label: str, name: str, **given: Any) -> str:
        """A field of several lines."""
        return (st.text_area(label, key=self.key(name), on_change=self._keep, **given) or "").strip()

    def line(self, label: str, name: str, **given: Any) -> str:
        """A field of one line."""
        return (st.text_input(label, key=self.key(name), on_change=self._keep, **given) or "").strip()

    def sent(self, work: Work, person: Person) -> None:
        """The form was sent: in the same transaction its draft goes."""
        draft.drop(work, person, self._where)

    def _keep(self) -> None:
        words = {name: str(st.session_state.get(self.key(name)) or "") for name in self._names}
        trouble.attempt(lambda work, person: draft.keep(work, person, self._where, words))
