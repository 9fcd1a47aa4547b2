"""The forms behind the actions; a refusal keeps what was written."""

from collections.abc import Callable, Mapping
from typing import Literal

import streamlit as st

from casework import decision, erasure, handover
from casework.decided import standing
from casework.errors import Conflict, StreifeError
from casework.labels import Hostility, Intent, Target
from casework.message import Message
from casework.people import Person
from casework.ports import Work
from dashboard import address, identity, words
from dashboard.parts import frame, handover_form, met, missing, quick, say, trouble, undoing
from dashboard.parts.dialog import dialog
from dashboard.parts.pad import Pad

DONE = undoing.DONE
GOES_ON = ("done-dismiss", "done-hand-over", "done-case", "done-answer")
Act = Callable[[Work, Person], object]


def on(work: Work, message: Message, act: Callable[[], object]) -> object:
    """Do it only to the state that the reader saw; raises Conflict when somebody else was faster."""
    decision.expect(work.get(Message, message.id), message.revision)
    return act()


def hand_over(message: Message) -> None:
    """To whom, why, until when."""

    @dialog(words.text("hand-over"), icon=say.icon("move_to_inbox"))
    def form() -> None:

        to = handover_form.receiver(message)
        if to is None:
            return
        pad = Pad(f"message:{message.id}", "hand-over", ("note",))
        note = pad.area(words.text("form-why-you"), "note", placeholder=words.text("form-why-you-example"))
        end = handover_form.due(message)
        if send("hand-over"):
            do(
                message,
                lambda work, person: handover.hand_over(work, person, message.id, to, note, end),
                "done-hand-over",
                pad=pad,
            )

    form()


def dismiss(message: Message) -> None:
    """Always with a reason: a number key is enough, words of one's own come along."""

    @dialog(words.text("dismiss"), icon=say.icon("done"))
    def form() -> None:
        reason = quick.reasons("dismiss")
        pad = Pad(f"message:{message.id}", "dismiss", ("more",))
        more = pad.area(words.text("form-reason-more"), "more", max_chars=decision.LONGEST_REASON, height=80)
        alarm = erasure.unseen_emergency(message)
        if alarm:
            say.meta(words.say("dismiss-acute"), colour="red", stretch=True)
        elif message.hostility:
            say.meta(words.say("dismiss-hostile"), stretch=True)
        said = ". ".join(part for part in (reason, more) if part)
        needed = {"form-reason-more": more} if alarm else {"form-reason": said}
        if send("dismiss", needed, also=bool(reason)):
            do(
                message,
                lambda work, person: decision.dismiss(work, person, message.id, said),
                "done-dismiss",
                pad=pad,
            )

    form()


def correct(message: Message) -> None:
    """What the message is, in a person's judgement; the machine's suggestion stays in the history."""

    @dialog(words.text("correct"), icon=say.icon("edit"))
    def form() -> None:
        intent, hostile, target = _labels(message)
        pad = Pad(f"message:{message.id}", "correct", ("reason",))
        reason = pad.line(words.text("form-reason-optional"), "reason")
        if send("correct", {"question-intent": intent}):
            do(
                message,
                lambda work, person: decision.correct(
                    work,
                    person,
                    message.id,
                    intent=intent,
                    hostility=hostile,
                    target=target,
                    reason=reason,
                ),
                "done-correct",
                pad=pad,
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


def send(
    name: str,
    needed: Mapping[str, object] | None = None,
    *,
    beside: bool = False,
    disabled: bool = False,
    also: bool = False,
    n: int = 1,
) -> bool:
    """The form's button; pressed with something missing it names the fields and sends nothing.

    `needed`: what must be filled in, by the key of the field's name in the catalogue. `beside` another that
    is likelier, it is the quieter of the two. `also`: something else in the form was pressed that sends it.
    `n` is how many messages it is for.
    """
    kind: Literal["primary", "secondary"] = "secondary" if beside else "primary"
    label, keys = words.say(f"{name}-send", n=n), None if beside else frame.shortcut("Ctrl+Enter")
    pressed = st.button(label, type=kind, key=f"send_{name}", disabled=disabled, shortcut=keys)
    if not pressed and not also:
        return False
    return not missing.told(needed or {})


def do(message: Message, act: Act, told: str, *, undo: bool = False, pad: Pad | None = None) -> None:
    """Do it to the state the reader saw; then the page is drawn anew with the next message.

    What `act` returns can be taken back; `undo` where it returns nothing but a decision was written.
    """
    kept: list[object] = []
    try:
        with identity.at_work() as (work, person):
            kept.append(on(work, message, lambda: act(work, person)))
            if pad:
                pad.sent(work, person)
            if undo and kept[0] is None:
                kept = list(standing(work, message.id)[-1:])
    except Conflict:
        met.explain(message)
        return
    except StreifeError as error:
        trouble.show(error)
        return
    undoing.done(told, kept[-1] if kept else None, message)
    if told in GOES_ON:
        address.go_on()
    st.rerun()


def at_once(message: Message, act: Act, told: str) -> None:
    """The same for a button's callback, where no form lies open; the message stays open."""
    kept: list[object] = []
    if undoing.attempt(lambda work, person: kept.append(act(work, person)), message):
        undoing.done(told, kept[0], message)
