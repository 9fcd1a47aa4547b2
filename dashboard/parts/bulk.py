"""Several messages in one go: the bar that acts on what is picked, and each form with its preview."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from casework import bulk, case, decision
from casework.bulk import Outcome, Preview, Receiver, Spared
from casework.bulk_record import BulkStep
from casework.errors import StreifeError
from casework.message import Message
from casework.people import Person
from casework.ports import Work
from casework.query import Query
from casework.record import CaseState
from dashboard import address, identity, words
from dashboard.parts import dialogs, frame, handover_form, picking, quick, say, stranger, trouble, undoing
from dashboard.parts.case_form import OFFERED
from dashboard.parts.dialog import dialog
from dashboard.parts.pad import Pad
from dashboard.parts.shown import log_cases

NAMED = 12
ICONS = {
    Spared.ACUTE: "e911_emergency",
    Spared.UNJUDGED: "hourglass_top",
    Spared.HOSTILE: "shield",
    Spared.CHANGED: "sync_problem",
}
Act = Callable[[Work, Person], Outcome]


def bar(query: Query) -> None:
    """What may be done with all that is picked; the keys are those of one message.

    `query` is the list on the page, for whoever wants all of it.
    """
    say.line(say.strong(words.say("picked", n=len(picking.chosen()))))
    _forms()
    st.button(
        words.say("pick-all"),
        key="pick_all",
        icon=say.icon("select_all"),
        type="tertiary",
        on_click=picking.take_all,
        args=[query],
    )
    st.button(
        words.say("pick-none"),
        key="pick_none",
        icon=say.icon("close"),
        type="tertiary",
        on_click=picking.clear,
    )


@st.fragment
def _forms() -> None:
    steps = (
        ("confirm-tip", "lightbulb", "U", _tip),
        ("hand-over", "move_to_inbox", "G", _hand_over),
        ("open-case", "shield_person", "F", _case),
        ("dismiss", "done", "E", _dismiss),
    )
    with st.container(horizontal=True, gap="xsmall", width="content", key="bulk_forms"):
        for name, symbol, key, form in steps:
            label = words.say(name)
            if st.button(label, key=f"bulk_{name}", icon=say.icon(symbol), shortcut=frame.shortcut(key)):
                form()


def _dismiss() -> None:
    @dialog(words.text("dismiss"), icon=say.icon("done"))
    def form() -> None:
        shown, too = _preview(BulkStep.DISMISS)
        if shown is None or not shown.taken:
            return
        reason = quick.reasons("bulk")
        pad = _pad("bulk-dismiss", "more")
        more = pad.area(words.text("form-reason-more"), "more", max_chars=decision.LONGEST_REASON, height=80)
        said = ". ".join(part for part in (reason, more) if part)
        if dialogs.send("bulk-dismiss", {"form-reason": said}, n=len(shown.taken), also=bool(reason)):
            _do(
                lambda work, who: bulk.dismiss(work, who, picking.chosen(), said, hostile_too=too),
                "bulk-dismissed",
                pad,
            )

    form()


def _tip() -> None:
    @dialog(words.text("confirm-tip"), icon=say.icon("lightbulb"))
    def form() -> None:
        shown, too = _preview(BulkStep.TIP)
        if shown is not None and shown.taken and dialogs.send("bulk-tip", n=len(shown.taken)):
            _do(lambda work, who: bulk.tip(work, who, picking.chosen(), hostile_too=too), "bulk-tipped")

    form()


def _hand_over() -> None:
    @dialog(words.text("hand-over"), icon=say.icon("move_to_inbox"))
    def form() -> None:
        shown, too = _preview(BulkStep.HAND_OVER)
        if shown is None or not shown.taken:
            return

        to = handover_form.receiver(shown.taken[0])
        if to is None:
            return
        pad = _pad("bulk-hand-over", "note")
        note = pad.area(words.text("form-why-you"), "note", height=80)
        due = handover_form.due(shown.taken[0])
        if dialogs.send("bulk-hand-over", n=len(shown.taken)):
            whom = Receiver(to, note, due)
            _do(
                lambda work, who: bulk.hand_over(work, who, picking.chosen(), whom, hostile_too=too),
                "bulk-handed",
                pad,
            )

    form()


def _case() -> None:
    st.session_state.pop(OFFERED, None)

    @dialog(words.text("open-case"), icon=say.icon("shield_person"))
    def form() -> None:
        shown, _ = _preview(BulkStep.ADD_TO_CASE)
        if shown is None or not shown.taken:
            return
        with identity.looking() as (work, person):
            known = [c for c in case.cases_of(work, person) if c.state is CaseState.OPEN]
        log_cases(known, OFFERED, person)
        numbers = {c.id: f"{c.number} · {c.title}" for c in known}
        if not numbers:
            say.meta(words.say("bulk-no-case"), stretch=True)
            return
        into = st.selectbox(words.text("form-case"), list(numbers), format_func=numbers.__getitem__)
        if dialogs.send("bulk-case", n=len(shown.taken)):
            _do(lambda work, who: bulk.add_to_case(work, who, picking.chosen(), into), "bulk-bound")

    form()


def _pad(form: str, name: str) -> Pad:
    """What was typed for exactly these messages comes back with them; for others it would mislead."""
    return Pad(f"messages:{bulk.digest(picking.chosen())}", form, (name,))


def _preview(step: BulkStep) -> tuple[Preview | None, bool]:
    """How many of what would be taken, what is left out and why; and whether hostile ones come along."""
    too = bool(st.session_state.get("bulk_hostile"))
    try:
        with identity.looking() as (work, person):
            shown = bulk.preview(work, person, step, picking.chosen(), hostile_too=too)
            named = {m.id: m for m in work.find(Message, id=[i for i, _ in shown.spared][:NAMED] or [0])}
    except StreifeError as error:
        trouble.show(error)
        return None, False
    say.line(say.strong(words.say("bulk-takes", n=len(shown.taken))), stretch=True)
    kinds = Counter(m.intent for m in shown.taken)
    counted = (words.say("bulk-kind", n=n, kind=words.label(i)) for i, n in kinds.most_common() if i)
    say.meta(words.joined(*counted), stretch=True)
    _spared(shown.spared, named)
    if step is not BulkStep.ADD_TO_CASE:
        hostile = sum(bool(m.hostility) for m in shown.taken)
        hostile += sum(why is Spared.HOSTILE for _, why in shown.spared)
        if hostile:
            st.toggle(words.text("bulk-hostile", n=hostile), key="bulk_hostile")
    return shown, too


def _spared(spared: Sequence[tuple[int, Spared]], named: Mapping[int, Message]) -> None:
    for why in Spared:
        ids = [i for i, one in spared if one is why]
        if not ids:
            continue
        told = words.say(f"spared-{why.value.replace('_', '-')}", n=len(ids))
        said = words.joined(say.icon(ICONS.get(why, "block")), told, by=" ")
        say.meta(said, colour="red" if why is Spared.ACUTE else "orange", stretch=True)
        if why is Spared.NOT_YOURS:
            continue
        for message in (named[i] for i in ids if i in named):
            stranger.name(f"@{message.author.handle}")


def _do(act: Act, told: str, pad: Pad | None = None) -> None:
    kept: list[Outcome] = []

    def done_and_sent(work: Work, person: Person) -> None:
        kept.append(act(work, person))
        if pad:
            pad.sent(work, person)

    if not trouble.attempt(done_and_sent):
        return
    done = kept[0]
    undoing.done_many(told, done.bulk, len(done.spared))
    picking.clear()
    if st.query_params.get("message") in {str(i) for i, _ in done.bulk.records}:
        address.open_message(None)
    st.rerun()
