"""The form of an answer: an account's own officer sends it; whoever decides may note one given elsewhere."""

from dataclasses import dataclass

import streamlit as st

from casework import answering, credential, decision
from casework.answering import Reply, ReplyState
from casework.errors import StreifeError
from casework.labels import Kind
from casework.message import LONGEST_TEXT, Message
from casework.people import Officer, Person
from casework.ports import Work
from casework.reading import letter
from casework.roles import Act, may
from dashboard import desk, identity, words
from dashboard.parts import dialogs, say, trouble
from dashboard.parts.dialog import dialog

HEIGHT = 160


@dataclass(frozen=True, slots=True)
class Pen:
    """What the reader may write with: `own` is the account, and `why_not` the words for what bars sending.

    `draft` is what he or she wrote before, if anything.
    """

    own: bool
    why_not: str
    handle: str
    owner: str
    draft: Reply | None

    @property
    def sends(self) -> bool:
        """Whether an answer can go out from here."""
        return self.own and not self.why_not


def show(message: Message) -> None:
    """Write an answer; a draft is kept wherever it could be sent."""

    @dialog(words.text("answer"), icon=say.icon("reply"), width="medium", on_dismiss="rerun")
    def form() -> None:
        try:
            with identity.looking() as (work, person):
                pen = _pen(work, person, message.id)
        except StreifeError as error:
            trouble.show(error)
            return
        _lead(pen)
        told = _text(message, pen)
        kind = _kind(message, pen) if pen.own else Kind.COMMENT
        _buttons(message, pen, told, kind)

    form()


def ways(message: Message) -> tuple[Kind, ...]:
    """How it can be answered: what was said in private, or was taken back, is not answered in public."""
    private = message.kind is Kind.DM or message.deleted_at is not None
    return (Kind.DM,) if private else (Kind.COMMENT, Kind.DM)


def _pen(work: Work, person: Person, message_id: int) -> Pen:
    found = letter(work, message_id)
    account = found.account
    own = may(person, Act.ANSWER, found)
    why_not = ""
    if not own:
        why_not = "answer-not-yours"
    elif desk.store().training:
        why_not = "answer-in-training"
    elif not (account.active and credential.has_key(work, account)):
        why_not = "answer-no-key"
    drafts = work.find(Reply, message_id=message_id, officer_id=person.id, state=ReplyState.DRAFT)
    owner = work.get(Officer, account.officer_id).name
    return Pen(own, why_not, account.handle, owner, drafts[0] if drafts else None)


def _lead(pen: Pen) -> None:
    said = words.say(pen.why_not or "answer-as", handle=pen.handle, who=pen.owner)
    symbol = "info" if pen.why_not else "send"
    say.meta(words.joined(say.icon(symbol), said, by=" "), stretch=True)


def _text(message: Message, pen: Pen) -> str:
    key = f"answer_text_{message.id}"
    st.session_state.setdefault(key, pen.draft.text if pen.draft else "")
    longest = LONGEST_TEXT if pen.sends else decision.LONGEST_REASON
    return st.text_area(words.text("form-answer"), key=key, height=HEIGHT, max_chars=longest).strip()


def _kind(message: Message, pen: Pen) -> Kind:
    kinds = ways(message)
    if len(kinds) == 1:
        say.meta(words.joined(say.icon("lock"), words.say("answer-only-dm"), by=" "), stretch=True)
        return kinds[0]
    before = pen.draft.kind if pen.draft and pen.draft.kind in kinds else kinds[0]
    return st.radio(
        words.text("form-way"),
        kinds,
        index=kinds.index(before),
        format_func=lambda kind: words.text(f"way-{kind.value}-who"),
        horizontal=True,
        disabled=not pen.sends,
        key=f"answer_way_{message.id}",
    )


def _buttons(message: Message, pen: Pen, told: str, kind: Kind) -> None:
    with say.row():
        goes = pen.own and dialogs.send("reply", told, disabled=not pen.sends)
        noted = dialogs.send("answer", told, beside=pen.own)
    if goes:
        dialogs.do(
            message, lambda work, who: answering.queue(work, who, message.id, told, kind), "done-reply"
        )
    elif noted:
        dialogs.do(
            message, lambda work, who: _note(work, who, message.id, told, pen), "done-answer", undo=True
        )
    elif pen.sends and (told, kind) != _before(pen, kind):
        trouble.attempt(lambda work, who: answering.draft(work, who, message.id, told, kind))


def _before(pen: Pen, kind: Kind) -> tuple[str, Kind]:
    return (pen.draft.text, pen.draft.kind) if pen.draft else ("", kind)


def _note(work: Work, person: Person, message_id: int, told: str, pen: Pen) -> None:
    """Answered elsewhere, so the draft is settled: an empty one is none."""
    decision.answer(work, person, message_id, told)
    if pen.draft and pen.own:
        answering.draft(work, person, message_id, "", pen.draft.kind)
