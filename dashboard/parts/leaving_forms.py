"""The forms about a package that left: handed to whom and how, what is wrong with it, what came back."""

import streamlit as st

from casework import recall, transmission
from casework.errors import StreifeError
from casework.people import Person
from casework.ports import Work
from casework.recall import Correction
from casework.recall_letter import RecallKind
from casework.transmission import Transmission, Way
from dashboard import words
from dashboard.parts import dialogs, moment_field, recipient_form, say, trouble
from dashboard.parts.dialog import dialog


def hand_out(one: Transmission, land: str) -> None:
    """To whom, how and when it was handed over."""

    @dialog(words.text("hand-out"), icon=say.icon("outgoing_mail"), width="medium")
    def form() -> None:
        try:
            asked = recipient_form.ask(land, f"out_{one.id}", draft=False, before=one.office)
            ways = list(Way)
            way: Way = st.selectbox(words.text("out-way"), ways, format_func=words.label)
            at = moment_field.ask(f"out_{one.id}", words.text("out-day"), one.exported_at)
            needed = {"recipient-of": asked.to or asked.recipient, "basis-of": asked.basis}
            if dialogs.send("hand-out", needed):
                to = asked.destination()

                def act(work: Work, person: Person) -> object:
                    return transmission.hand_over(work, person, one.id, to, way, min(at, work.now))

                if trouble.attempt(act):
                    st.rerun()
        except StreifeError as error:
            trouble.show(error)

    form()


def recall_it(one: Transmission) -> None:
    """What is wrong and what is to be done: the letter is ready afterwards."""

    @dialog(words.text("recall"), icon=say.icon("campaign"), width="medium")
    def form() -> None:
        say.meta(words.say("recall-why", who=one.recipient), stretch=True)
        kinds = list(RecallKind)
        kind: RecallKind = st.radio(
            words.text("recall-kind"),
            kinds,
            format_func=words.label,
            captions=[words.say(f"{words.key_of(kind)}-why") for kind in kinds],
        )
        reason = st.text_area(words.text("recall-reason"), max_chars=recall.LONGEST)
        if dialogs.send("recall", {"recall-reason": reason}) and trouble.attempt(
            lambda work, person: recall.recall(work, person, one.id, kind, reason or "")
        ):
            st.rerun()

    form()


def confirm(notice: Correction) -> None:
    """What the recipient answered."""

    @dialog(words.text("told-confirm"), icon=say.icon("mark_email_read"))
    def form() -> None:
        said = st.text_area(words.text("confirm-words"), max_chars=recall.LONGEST)
        if dialogs.send("confirm", {"confirm-words": said}) and trouble.attempt(
            lambda work, person: recall.confirm(work, person, notice.id, said or "")
        ):
            st.rerun()

    form()
