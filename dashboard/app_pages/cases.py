"""Cases: the list, and one case with its person, its clock, its evidence and its timeline."""

import streamlit as st

from casework import binding, case, reading
from casework.errors import StreifeError
from casework.record import Case, CaseItem
from casework.roles import Act, demand
from dashboard import identity, words
from dashboard.parts import case_file, case_list, case_several, frame, trouble
from dashboard.parts.shown import log_cases

OPENED, LISTED = "case_opened", "cases_listed"


def page() -> None:
    """One case when the address names it, else the list."""
    wanted = st.query_params.get("case", "")
    if wanted.isascii() and wanted.isdigit() and len(wanted) < 19 and _opened(int(wanted)):
        return
    st.session_state.pop(OPENED, None)
    with identity.looking() as (work, person):
        cases = case.cases_of(work, person)
        facts = case_list.facts(work, cases)
        lands = case_several.lands_of(work, cases)
    log_cases(cases, LISTED, person)
    frame.head(words.say("door-cases"), person)
    case_several.show(person, cases, lands)
    case_list.show(cases, facts)


def _opened(case_id: int) -> bool:
    try:
        found, items = _read(case_id)
        with identity.looking() as (work, person):
            shown = case_file.read(work, person, found, items)
    except StreifeError as error:
        trouble.show(error)
        with identity.at_work() as (work, person):
            reading.refused(work, person, Act.READ_CASE, f"case:{case_id}")
        return False
    case_file.show(shown)
    return True


def _read(case_id: int) -> tuple[Case, list[CaseItem]]:
    """Logged as a read once per opening and set of messages; leave is checked each time."""
    with identity.looking() as (work, person):
        found, items = work.get(Case, case_id), binding.items(work, case_id=case_id)
        demand(person, Act.READ_CASE, found)
    seen = [case_id, person.id, *sorted(item.id for item in items)]
    if st.session_state.get(OPENED) != seen:
        with identity.at_work() as (work, person):
            found, items = case.read_case(work, person, case_id)
        st.session_state[OPENED] = seen
    return found, items


page()
