"""The action bar, pinned at the bottom: one likely next step, the others beside it, and undo."""

from collections.abc import Callable, Sequence

import streamlit as st

from casework import decision, undo
from casework.labels import Intent
from casework.message import Message, State
from casework.people import Person
from casework.ports import Work
from casework.query import Query
from dashboard import address, words
from dashboard.parts import answer_form, bulk, case_form, dialogs, frame, key_help, picking, say, undoing
from dashboard.parts.around import Around
from dashboard.parts.pile_on import Wave

DONE = undoing.DONE
AT_HAND = 2
HANDABLE = (State.OPEN, State.TIP)
TALK = (Intent.QUESTION, Intent.PRAISE, Intent.CRITICISM, Intent.SUGGESTION)
Step = tuple[str, str, str, Callable[[Message], None]]


def show(
    opened: Message | Wave | None,
    ids: Sequence[int],
    around: Around,
    query: Query,
    newest: undo.Step | None = None,
    *,
    decides: bool,
) -> None:
    """What may be done now; `ids` is the queue in its order, `query` what it lists.

    `newest` is what could be taken back of the open message.
    """
    with st.bottom:
        undoing.trouble_of_before()
        with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key="actions"):
            if not frame.compact():
                _moving(opened, ids)
            if picking.chosen():
                bulk.bar(query)
            elif isinstance(opened, Message) and decides:
                _buttons(opened)
            elif isinstance(opened, Message):
                say.meta(words.joined(say.icon("visibility"), words.say("reading-only"), by=" "))
            else:
                say.meta(words.say("wave-open" if opened else "nothing-open"))
            undoing.show(newest if decides else None, around.now)
            if not frame.compact():
                key_help.button()


def _moving(opened: Message | Wave | None, ids: Sequence[int]) -> None:
    """To the row before and after, and picking what is open."""
    here = opened.row if isinstance(opened, Wave) else opened.id if opened else None
    _step("previous", "keyboard_arrow_up", "K", _beside(here, ids, -1))
    _step("next", "keyboard_arrow_down", "J", _beside(here, ids, 1))
    if isinstance(opened, Wave):
        picking.pick_wave([m.id for m in opened.copies])
    else:
        picking.pick(opened, ids)


def likely(message: Message) -> str:
    """The step that most often follows; only this one wears the primary colour."""
    if message.state is State.TIP:
        return "hand-over"
    if message.hostility:
        return "open-case"
    if message.intent in (Intent.TIP, Intent.REPORT, Intent.EMERGENCY):
        return "confirm-tip"
    return "answer" if message.intent in TALK else "dismiss"


def _confirm_tip(message: Message) -> None:
    """Confirm at once; handing over comes next."""

    def act(work: Work, person: Person) -> object:
        return dialogs.on(work, message, lambda: decision.confirm_tip(work, person, message.id))

    dialogs.at_once(message, act, "done-tip")


def _buttons(message: Message) -> None:
    if message.state is State.OPEN:
        st.button(
            words.say("confirm-tip"),
            key="do_confirm-tip",
            icon=None if frame.compact() else say.icon("lightbulb"),
            type="primary" if likely(message) == "confirm-tip" else "secondary",
            shortcut=frame.shortcut("U"),
            on_click=_confirm_tip,
            args=[message],
        )
    _forms(message)


@st.fragment
def _forms(message: Message) -> None:
    """The steps that open a form: a fragment, as the page behind a form need not be drawn anew."""
    steps = _steps(message)
    at_hand = len(steps)
    if frame.compact():
        steps.sort(key=lambda step: step[0] != likely(message))
        at_hand = AT_HAND
    with st.container(horizontal=True, gap="xsmall", width="content", key="forms"):
        for step in steps[:at_hand]:
            _button(step, message)
        if steps[at_hand:]:
            with st.popover(words.say("more"), type="tertiary"):
                for step in steps[at_hand:]:
                    _button(step, message)


def _button(step: Step, message: Message) -> None:
    name, symbol, key, act = step
    if st.button(
        words.say(name),
        key=f"do_{name}",
        icon=None if frame.compact() else say.icon(symbol),
        type="primary" if name == likely(message) else "secondary",
        shortcut=frame.shortcut(key),
    ):
        act(message)


def _steps(message: Message) -> list[Step]:
    steps: list[Step] = []
    if message.state in HANDABLE:
        steps.append(("hand-over", "move_to_inbox", "G", dialogs.hand_over))
    steps.append(("answer", "reply", "A", answer_form.show))
    if message.state is not State.IN_CASE:
        steps.append(("open-case", "shield_person", "F", case_form.open_case))
    if message.state in HANDABLE:
        steps.append(("dismiss", "done", "E", dialogs.dismiss))
    return steps


def _step(name: str, symbol: str, key: str, target: int | None) -> None:
    st.button(
        "",
        key=f"go_{name}",
        icon=say.icon(symbol),
        shortcut=frame.shortcut(key),
        help=words.text(name),
        disabled=target is None,
        on_click=_go,
        args=[target],
    )


def _go(target: int | None) -> None:
    st.session_state.pop(DONE, None)
    address.open_message(target)


def _beside(here: int | None, ids: Sequence[int], by: int) -> int | None:
    if not ids:
        return None
    if here not in ids:
        return ids[0] if by > 0 else None
    at = ids.index(here) + by
    return ids[at] if 0 <= at < len(ids) else None
