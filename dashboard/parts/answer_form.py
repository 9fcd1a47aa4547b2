"""The form of an answer: an account's own officer sends it; whoever decides may note one given elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from casework import answering, approval, credential, decision, four_eyes, lengths, placeholders
from casework.account import Account
from casework.answering import How, Reply, ReplyState
from casework.errors import StreifeError
from casework.four_eyes import Approval
from casework.labels import Kind
from casework.message import LONGEST_TEXT, Message
from casework.people import Officer, Person
from casework.ports import Work
from casework.reading import letter
from casework.roles import Act, may
from dashboard import desk, identity, words
from dashboard.parts import answer_length, dialogs, say, stranger, template_picker, trouble
from dashboard.parts.dialog import dialog
from dashboard.parts.template_picker import Kit

HEIGHT = 160


@dataclass(frozen=True, slots=True)
class Pen:
    """What the reader may write with: `own` is the account, and `why_not` the words for what bars sending.

    `draft` is what he or she wrote before, `asked` the newest look at it that was asked for. `four_eyes` says
    for each way whether a colleague has to look, `colleagues` who may; `kit` are the templates.
    """

    own: bool
    why_not: str
    account: Account
    owner: str
    draft: Reply | None
    asked: Approval | None
    four_eyes: Mapping[Kind, bool]
    colleagues: Sequence[Officer]
    kit: Kit

    @property
    def sends(self) -> bool:
        """Whether an answer can go out from here."""
        return self.own and not self.why_not

    @property
    def waits(self) -> bool:
        """Whether the words wait for a colleague already."""
        return self.draft is not None and self.draft.state is ReplyState.WAITING

    @property
    def approver_id(self) -> int:
        """Who was asked last; 0: nobody."""
        return self.asked.approver_id if self.asked else 0

    def asks(self, kind: Kind) -> bool:
        """Whether a colleague can be asked to look, also where nothing is sent for training's sake."""
        able = self.sends or (self.own and desk.store().training)
        return able and self.four_eyes[kind] and bool(self.colleagues)


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
        _declined(pen)
        told = _text(message, pen)
        length = st.container(gap="xxsmall")
        kind = _kind(message, pen) if pen.own else Kind.COMMENT
        if pen.own:
            with length:
                answer_length.show(told, pen.account, kind)
        approver_id = _approver(message, pen, kind)
        _buttons(message, pen, told, kind, approver_id)

    form()


def ways(message: Message) -> tuple[Kind, ...]:
    """How it can be answered: what was said in private, or was taken back, is not answered in public."""
    private = message.kind is Kind.DM or message.deleted_at is not None
    return (Kind.DM,) if private else (Kind.COMMENT, Kind.DM)


def _pen(work: Work, person: Person, message_id: int) -> Pen:
    found = letter(work, message_id)
    account, message = found.account, found.message
    own = may(person, Act.ANSWER, found)
    why_not = ""
    if not own:
        why_not = "answer-not-yours"
    elif desk.store().training:
        why_not = "answer-in-training"
    elif not (account.active and credential.has_key(work, account)):
        why_not = "answer-no-key"
    draft = answering.unfinished(work, person, message_id)
    return Pen(
        own,
        why_not,
        account,
        work.get(Officer, account.officer_id).name,
        draft,
        approval.latest(work, [draft.id]).get(draft.id) if draft else None,
        {kind: four_eyes.wanted(work, account, message, kind) for kind in (Kind.COMMENT, Kind.DM)},
        four_eyes.approvers(work, account.station_id, person.id) if own else (),
        template_picker.read(work, person, account, message),
    )


def _lead(pen: Pen) -> None:
    said = words.say(pen.why_not or "answer-as", handle=pen.account.handle, who=pen.owner)
    symbol = "info" if pen.why_not else "send"
    say.meta(words.joined(say.icon(symbol), said, by=" "), stretch=True)


def _declined(pen: Pen) -> None:
    """Why the words below came back."""
    if pen.draft and pen.draft.reason:
        names = {officer.id: words.quoted(officer.name) for officer in pen.colleagues}
        declined = pen.draft.state is ReplyState.DECLINED
        who = names.get(pen.asked.approver_id) if pen.asked and declined else None
        stranger.quote(pen.draft.reason, who)


def _text(message: Message, pen: Pen) -> str:
    key = f"answer_text_{message.id}"
    st.session_state.setdefault(key, pen.draft.text if pen.draft else "")
    template_picker.show(pen.kit, key)
    longest = LONGEST_TEXT if pen.own else decision.LONGEST_REASON
    with st.container(key="first_words"):
        told: str = st.text_area(words.text("form-answer"), key=key, height=HEIGHT, max_chars=longest)
    return told.strip()


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
        disabled=not (pen.sends or any(map(pen.asks, kinds))),
        key=f"answer_way_{message.id}",
    )


def _approver(message: Message, pen: Pen, kind: Kind) -> int:
    """Whom to ask where four eyes are wanted; 0: nobody was chosen, or nobody need be."""
    if not (pen.own and pen.four_eyes[kind]):
        return 0
    said = words.say(
        ("four-eyes-waits" if pen.waits else "four-eyes") if pen.colleagues else "four-eyes-nobody"
    )
    say.meta(words.joined(say.icon("group"), said, by=" "), stretch=True)
    names = {officer.id: officer.name for officer in pen.colleagues}
    if not names:
        return 0
    only = next(iter(names)) if len(names) == 1 else None
    first = pen.approver_id if pen.approver_id in names else only
    chosen: int | None = st.selectbox(
        words.text("form-approver"),
        list(names),
        index=list(names).index(first) if first else None,
        format_func=names.__getitem__,
        placeholder=words.text("form-choose"),
        key=f"answer_approver_{message.id}",
    )
    return chosen or 0


def _buttons(message: Message, pen: Pen, told: str, kind: Kind, approver_id: int) -> None:
    asks = pen.own and pen.four_eyes[kind]
    with say.row():
        if asks:
            same = pen.draft is not None and pen.draft.answers(message.version)
            asked = pen.waits and same and (told, kind) == _before(pen, kind)
            asked = asked and approver_id == pen.approver_id
            needed = {"form-answer": told, "form-approver": approver_id or ""}
            goes = dialogs.send("approval", needed, disabled=asked or not pen.asks(kind))
        else:
            goes = pen.own and dialogs.send("reply", {"form-answer": told}, disabled=not pen.sends)
        noted = dialogs.send("answer", {"form-answer": told}, beside=pen.own)
        if pen.own:
            template_picker.keep(pen.kit, told)
    if goes:
        _go(message, pen, told, kind, approver_id)
    elif noted:
        dialogs.do(
            message, lambda work, who: _note(work, who, message.id, told, pen), "done-answer", undo=True
        )
    elif (pen.sends or pen.asks(kind)) and (told, kind) != _before(pen, kind):
        trouble.attempt(lambda work, who: answering.draft(work, who, message.id, told, kind))


def _go(message: Message, pen: Pen, told: str, kind: Kind, approver_id: int) -> None:
    """What is too long or has a gap is said so in our own words, and stays in the form."""
    fits = lengths.length(told, pen.account.platform, kind, desk.ruler())
    if (fits and fits.left < 0) or placeholders.gaps(told):
        say.meta(words.joined(say.icon("block"), words.say("answer-not-yet"), by=" "), colour="red")
        return
    how = How(approver_id, desk.ruler())
    said = "done-approval" if pen.four_eyes[kind] else "done-reply"
    dialogs.do(message, lambda work, who: answering.queue(work, who, message.id, told, kind, how), said)


def _before(pen: Pen, kind: Kind) -> tuple[str, Kind]:
    return (pen.draft.text, pen.draft.kind) if pen.draft else ("", kind)


def _note(work: Work, person: Person, message_id: int, told: str, pen: Pen) -> None:
    """Answered elsewhere, so the draft is settled: an empty one is none."""
    decision.answer(work, person, message_id, told)
    if pen.draft and pen.own:
        answering.draft(work, person, message_id, "", pen.draft.kind)
