"""To whom a package goes, on what basis and for what: the offices of the station's Land first."""

from dataclasses import dataclass

import streamlit as st

from casework import recipients
from casework.recipients import Destination, Office
from dashboard import desk, words
from dashboard.inert import visible
from dashboard.parts import say

NOBODY, OWN = "", "*"


@dataclass(frozen=True, slots=True)
class Asked:
    """What was put into the form; `named` is false where it is still nobody's."""

    offices: dict[str, Office]
    to: str
    recipient: str
    basis: str
    purpose: str

    @property
    def named(self) -> bool:
        """Whether a recipient was chosen or named."""
        return bool(self.to or self.recipient)

    def destination(self) -> Destination:
        """The recipient; raises Refused where it does not fit."""
        basis, purpose = (self.basis, self.purpose) if self.named else ("", "")
        return recipients.destination(
            self.offices, to=self.to, recipient=self.recipient, basis=basis, purpose=purpose
        )


def ask(land: str, form: str, *, draft: bool, before: str = "") -> Asked:
    """The fields of it; `draft` offers to name nobody yet, `before` is the key of the office named before.

    Raises Refused where the operator's file of offices cannot be read.
    """
    known = recipients.offices(desk.settings().home)
    listed = [one.key for one in recipients.proposed(known, land)]
    options = [*([NOBODY] if draft else []), *listed, OWN]
    chosen = st.selectbox(
        words.text("recipient-of"),
        options,
        index=options.index(before) if before in options else 0,
        format_func=lambda key: _named(known[key]) if key in known else words.text(_OTHERS[key]),
        key=f"{form}_to",
    )
    if chosen == NOBODY:
        say.meta(words.say("to-nobody-why"), stretch=True)
        return Asked(known, "", "", "", "")
    if chosen in known:
        office = known[chosen]
        told = words.joined(*map(words.quoted, (office.name, office.competence, office.note)))
        say.meta(words.joined(say.icon("info"), told, by=" "), stretch=True)
    own = st.text_input(words.text("to-own-name"), key=f"{form}_own", max_chars=200) if chosen == OWN else ""
    basis = _basis(form)
    purpose = st.text_input(words.text("purpose-of"), words.text("purpose-usual"), key=f"{form}_purpose")
    return Asked(known, chosen if chosen in known else "", own, basis, purpose)


_OTHERS = {NOBODY: "to-nobody", OWN: "to-own"}


def _named(office: Office) -> str:
    """The key first: the names are long, and a narrow field cuts them."""
    return f"{office.key.upper()} · {visible(office.name)}"


def _basis(form: str) -> str:
    listed = recipients.bases()
    chosen: str = st.selectbox(
        words.text("basis-of"),
        [*listed, OWN],
        format_func=lambda key: (
            f"{listed[key].section}: {listed[key].about}" if key in listed else words.text("basis-own")
        ),
        key=f"{form}_basis",
    )
    if chosen != OWN:
        return chosen
    return st.text_input(words.text("basis-words"), key=f"{form}_basis_own", max_chars=200)
