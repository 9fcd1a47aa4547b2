"""Taking a message out of a case, with a reason; and what was taken out, which the case remembers."""

from collections.abc import Sequence

import streamlit as st

from casework import release
from casework.case import LONGEST_REASON
from casework.message import Message
from casework.people import Person
from casework.ports import Work
from casework.record import Case, CaseItem, CaseState
from dashboard import times, words
from dashboard.parts import dialogs, say, stranger, trouble
from dashboard.parts.around import Around
from dashboard.parts.dialog import dialog
from dashboard.parts.pad import Pad


def button(case: Case, item: CaseItem, message: Message) -> None:
    """For whoever works the case, while it is open."""
    if case.state is CaseState.OPEN and st.button(
        words.say("release"), key=f"release_{item.id}", icon=say.icon("undo"), type="tertiary"
    ):
        _form(case, message)


def gone(items: Sequence[CaseItem], around: Around) -> None:
    """What was taken out, folded away: who, when, why, and which bytes it was."""
    if not items:
        return
    with st.expander(words.say("released-items", n=len(items)), icon=say.icon("undo")):
        for item in items:
            when = times.moment(item.released_at or item.added_at, around.now)
            who = around.name(item.released_by or 0)
            say.meta(words.say("item-released", n=item.message_id, who=who, when=when), stretch=True)
            if item.release_reason:
                stranger.quote(item.release_reason)
            say.meta(words.quoted(item.sha256), stretch=True)


def _form(case: Case, message: Message) -> None:
    @dialog(words.text("release"), icon=say.icon("undo"))
    def form() -> None:
        stranger.name(f"@{message.author.handle}")
        say.meta(words.say("release-what"), stretch=True)
        if message.deleted_at:
            say.meta(words.say("release-erases"), colour="orange", stretch=True)
        pad = Pad(f"case:{case.id}", f"release-{message.id}", ("reason",))
        reason = pad.area(words.text("release-reason"), "reason", max_chars=LONGEST_REASON, height=80)

        def act(work: Work, person: Person) -> None:
            release.release(work, person, case.id, message.id, reason)
            pad.sent(work, person)

        if dialogs.send("release", {"release-reason": reason}) and trouble.attempt(act):
            st.rerun()

    form()
