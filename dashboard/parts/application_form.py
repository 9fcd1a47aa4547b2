"""The forms that write down who applied for prosecution how, and that it was withdrawn."""

from collections.abc import Mapping

import streamlit as st

from casework import application, clocks
from casework.application import LONGEST, Application, Applying, Capacity, Ending, Manner
from casework.clocks import LOCAL
from casework.errors import StreifeError
from casework.people import Person
from casework.ports import Work
from casework.record import Case
from dashboard import identity, times, words
from dashboard.parts import dialogs, moment_field, say, trouble
from dashboard.parts.dialog import dialog
from dashboard.parts.pad import Pad
from streife.public_holidays import PublicHolidays

FIELDS = ("applicant", "behalf", "entitled", "identity", "will")


def apply(case: Case, messages: Mapping[int, str]) -> None:
    """Who applies as what, for which of these messages, how, and what makes identity and will certain."""

    @dialog(words.text("apply"), icon=say.icon("approval"), width="medium")
    def form() -> None:
        pad = Pad(f"case:{case.id}", "application", FIELDS)
        told = _asked(case, messages, pad)
        _warn(case, told, list(messages))
        needed = {"apply-who": told.applicant}
        if told.capacity is not Capacity.INJURED:
            needed |= {"apply-behalf": told.behalf, _entitlement(told.capacity): told.entitled_by}
        needed |= {"apply-identity": told.identity, "apply-will": told.will}

        def act(work: Work, person: Person) -> object:
            pad.sent(work, person)
            return application.record(work, person, case.id, told, PublicHolidays())

        if dialogs.send("apply", needed) and trouble.attempt(act):
            st.rerun()

    form()


def end(one: Application) -> None:
    """Withdrawn by whom and how, or written down by mistake."""

    @dialog(words.text("apply-end"), icon=say.icon("undo"))
    def form() -> None:
        how: Ending | None = st.radio(
            words.text("apply-end-how"),
            list(Ending),
            index=None,
            format_func=words.label,
            captions=[words.say("ending-withdrawn-why"), words.say("ending-mistaken-why")],
            key="apply_end_how",
        )
        at = (
            moment_field.ask(f"end_{one.id}", words.text("apply-day"), one.made_at)
            if how is Ending.WITHDRAWN
            else None
        )
        reason = st.text_input(words.text("apply-end-reason"), max_chars=LONGEST, key="apply_end_reason")

        def act(work: Work, person: Person) -> object:
            kind = how or Ending.MISTAKEN
            return application.end(work, person, one.id, kind, reason, min(at, work.now) if at else None)

        needed = {"apply-end-how": how, "apply-end-reason": reason}
        if dialogs.send("apply-end", needed) and trouble.attempt(act):
            st.rerun()

    form()


def _asked(case: Case, messages: Mapping[int, str], pad: Pad) -> Applying:
    applicant = pad.line(words.text("apply-who"), "applicant", max_chars=LONGEST)
    left, right = st.columns(2)
    capacities, manners = list(Capacity), list(Manner)
    capacity: Capacity = left.selectbox(
        words.text("apply-as"), capacities, format_func=words.label, key="apply_as"
    )
    manner: Manner = right.selectbox(
        words.text("apply-manner"), manners, format_func=words.label, key="apply_manner"
    )
    behalf = entitled_by = ""
    if capacity is not Capacity.INJURED:
        behalf = pad.line(words.text("apply-behalf"), "behalf", max_chars=LONGEST)
        entitled_by = pad.line(words.text(_entitlement(capacity)), "entitled", max_chars=LONGEST)
    made_at = moment_field.ask("apply", words.text("apply-day"))
    identity_, will = _certain(pad)
    picked = _picked(messages)
    sections = st.multiselect(
        words.text("apply-sections"),
        case.hints,
        format_func=lambda section: f"§ {section}",
        placeholder=words.text("apply-sections-none"),
        key="apply_sections",
    )
    knew_on = st.date_input(
        words.text("apply-knew"),
        None,
        max_value=made_at.astimezone(LOCAL).date(),
        format=times.field(),
        help=words.text("apply-knew-why"),
        key="apply_knew",
    )
    who = (applicant, capacity, manner, made_at, identity_, will, behalf, entitled_by)
    return Applying(*who, messages=picked, sections=tuple(sections), knew_on=knew_on)


def _entitlement(capacity: Capacity) -> str:
    """The key of the field's name: what entitles to apply for somebody else."""
    return "apply-post" if capacity is Capacity.SUPERIOR else "apply-entitled"


def _certain(pad: Pad) -> tuple[str, str]:
    """Identity and will to prosecute (StPO 158(2)): both, in own words."""
    say.meta(words.say("apply-certain"), stretch=True)
    example = words.text("apply-identity-example")
    known = pad.line(words.text("apply-identity"), "identity", max_chars=LONGEST, placeholder=example)
    example = words.text("apply-will-example")
    will = pad.line(words.text("apply-will"), "will", max_chars=LONGEST, placeholder=example)
    return known, will


def _picked(messages: Mapping[int, str]) -> list[int] | None:
    """The picked messages, None for all."""
    if len(messages) < 2:
        return None
    everything = st.radio(
        words.text("apply-which"),
        [True, False],
        format_func=lambda every: words.text("apply-all" if every else "apply-some", n=len(messages)),
        horizontal=True,
        key="apply_which",
    )
    if everything:
        return None
    return st.multiselect(
        words.text("apply-messages"),
        list(messages),
        format_func=messages.__getitem__,
        placeholder=words.text("form-choose"),
        key="apply_messages",
    )


def _warn(case: Case, told: Applying, messages: list[int]) -> None:
    """Say before it is sent that it comes late, and for how many of its messages."""
    acts = list(messages if told.messages is None else told.messages)
    try:
        with identity.looking() as (work, _):
            terms = clocks.of_acts(work, case, acts, PublicHolidays(), told.knew_on)
    except StreifeError as error:
        trouble.show(error)
        return
    if late := clocks.late(terms, told.made_at):
        first = min(terms.values(), key=lambda term: term.last_day)
        some = "apply-late" if len(late) == len(acts) else "apply-late-some"
        key = some if first.running else "apply-late-cautious"
        said = words.say(key, day=times.full_day(first.last_day), n=len(late), of=len(acts))
        say.meta(words.joined(say.icon("warning"), said, by=" "), colour="orange", stretch=True)
