"""The forms behind the actions; a refusal keeps what was written."""

from collections.abc import Callable
from typing import Literal

import streamlit as st

from casework import case, decision, handover
from casework.account import Account
from casework.case import Draft
from casework.labels import Hostility, Intent, Target
from casework.message import Message
from casework.people import Person
from casework.ports import Work
from casework.record import CaseState, PersonRole
from dashboard import address, identity, words
from dashboard.parts import handover_form, say, trouble

DONE = "done"
HINTS = (
    *("185", "186", "187", "188", "192a", "130", "241", "126", "140"),
    *("111", "126a", "86a", "184", "238", "240"),
)
LIKELY_HINTS = {
    Hostility.INSULT: ("185",),
    Hostility.THREAT: ("241",),
    Hostility.INCITEMENT: ("111", "140"),
    Hostility.HATE: ("130",),
    Hostility.DOXXING: ("126a",),
    Hostility.SYMBOL: ("86a",),
    Hostility.SEXUAL: ("184",),
    Hostility.DEFAMATION: ("186", "187"),
}
QUICK_REASONS = ("lawful", "spam", "settled", "no-offence", "no-content")
Act = Callable[[Work, Person], object]


def on(work: Work, message: Message, act: Callable[[], object]) -> object:
    """Do it only to the state that the reader saw; raises Conflict when somebody else was faster."""
    decision.expect(work.get(Message, message.id), message.revision)
    return act()


def hand_over(message: Message) -> None:
    """To whom, why, until when."""

    @st.dialog(words.text("hand-over"), icon=say.icon("move_to_inbox"))
    def form() -> None:
        to = handover_form.receiver(message)
        if to is None:
            return
        note = st.text_area(words.text("form-why-you"), placeholder=words.text("form-why-you-example"))
        end = handover_form.due(message)
        if send("hand-over"):
            do(
                message,
                lambda work, person: handover.hand_over(work, person, message.id, to, note or "", end),
                "done-hand-over",
            )

    form()


def dismiss(message: Message) -> None:
    """Always with a reason."""

    @st.dialog(words.text("dismiss"), icon=say.icon("done"))
    def form() -> None:
        quick = st.pills(
            words.text("form-reason"),
            QUICK_REASONS,
            format_func=lambda reason: words.text(f"reason-{reason}"),
        )
        more = st.text_area(words.text("form-reason-more"), max_chars=decision.LONGEST_REASON)
        if message.hostility:
            say.meta(words.say("dismiss-hostile"), stretch=True)
        parts = (words.text(f"reason-{quick}") if quick else "", (more or "").strip())
        reason = ". ".join(part for part in parts if part)
        if send("dismiss", reason):
            do(
                message,
                lambda work, person: decision.dismiss(work, person, message.id, reason),
                "done-dismiss",
                undo=True,
            )

    form()


def correct(message: Message) -> None:
    """What the message is, in a person's judgement; the machine's suggestion stays in the history."""

    @st.dialog(words.text("correct"), icon=say.icon("edit"))
    def form() -> None:
        intent, hostile, target = _labels(message)
        reason = st.text_input(words.text("form-reason-optional"))
        if send("correct", intent):
            do(
                message,
                lambda work, person: decision.correct(
                    work,
                    person,
                    message.id,
                    intent=intent,
                    hostility=hostile,
                    target=target,
                    reason=reason or "",
                ),
                "done-correct",
            )

    form()


def _labels(message: Message) -> tuple[Intent | None, tuple[Hostility, ...], Target]:
    intents, targets = list(Intent), list(Target)
    intent: Intent | None = st.selectbox(
        words.text("question-intent"),
        intents,
        index=intents.index(message.intent) if message.intent else None,
        format_func=words.label,
        placeholder=words.text("form-choose"),
    )
    hostile = st.pills(
        words.text("question-hostility"),
        list(Hostility),
        selection_mode="multi",
        default=list(message.hostility),
        format_func=words.label,
    )
    target: Target = st.selectbox(
        words.text("question-target"),
        targets,
        index=targets.index(message.target),
        format_func=words.label,
        disabled=not hostile,
    )
    return intent, tuple(hostile), target


def open_case(message: Message) -> None:
    """A new case, or one more message in an open one."""

    @st.dialog(words.text("open-case"), icon=say.icon("shield_person"), width="medium")
    def form() -> None:
        with identity.looking() as (work, person):
            station = work.get(Account, message.account_id).station_id
            readable = case.cases_of(work, person)
        known = [c for c in readable if c.state is CaseState.OPEN and c.station_id == station]
        numbers = {0: words.text("new-case"), **{c.id: f"{c.number} · {c.title}" for c in known}}
        chosen = st.selectbox(words.text("form-case"), list(numbers), format_func=numbers.__getitem__)
        if chosen:
            if send("add-to-case"):
                do(
                    message,
                    lambda work, person: case.add_item(work, person, chosen, message.id),
                    "done-case",
                )
        else:
            _new_case(message)

    form()


def _new_case(message: Message) -> None:
    title = st.text_input(words.text("form-title"), max_chars=200)
    left, right = st.columns([3, 2])
    entitled = left.text_input(words.text("form-entitled"), max_chars=200)
    roles = list(PersonRole)
    role: PersonRole = right.selectbox(words.text("form-role"), roles, format_func=words.label)
    likely = [hint for h in message.hostility for hint in LIKELY_HINTS[h]]
    hints = st.multiselect(
        words.text("form-hints"),
        HINTS,
        default=likely,
        format_func=lambda hint: words.text(f"hint-{hint}"),
        placeholder=words.text("form-choose"),
    )
    say.meta(words.say("hints-no-verdict"), stretch=True)
    note = st.text_area(words.text("form-note"), height=80)
    if send("open-case", title, entitled):
        draft = Draft(title or "", entitled or "", role, tuple(hints), note or "")
        do(message, lambda work, person: case.open_case(work, person, [message.id], draft), "done-case")


def send(name: str, *needed: object, beside: bool = False, disabled: bool = False) -> bool:
    """The form's button; pressed with something missing it says so and sends nothing.

    `beside` another that is likelier, it is the quieter of the two.
    """
    kind: Literal["primary", "secondary"] = "secondary" if beside else "primary"
    if not st.button(words.say(f"{name}-send"), type=kind, key=f"send_{name}", disabled=disabled):
        return False
    if all(str(value or "").strip() for value in needed):
        return True
    say.meta(words.joined(say.icon("info"), words.say("form-missing"), by=" "), colour="orange")
    return False


def do(message: Message, act: Act, told: str, *, undo: bool = False) -> None:
    """Do it to the state the reader saw; then the page is drawn anew with the next message."""
    if trouble.attempt(lambda work, person: on(work, message, lambda: act(work, person))):
        st.session_state[DONE] = (told, message.id if undo else 0)
        following = st.session_state.get("following")
        if told in ("done-dismiss", "done-hand-over", "done-case", "done-answer"):
            address.open_message(following)
        st.rerun()
