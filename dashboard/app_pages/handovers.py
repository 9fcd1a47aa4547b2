"""Hand-overs: what waits for me and why, what I am working on, and what became of those I gave away."""

import streamlit as st

from casework.people import Role
from casework.record import HandoverState
from dashboard import identity, words
from dashboard.parts import frame, handover_cards, handover_leave, handover_lists, handover_watch, say, shown
from dashboard.parts.handover_desk import HandoverDesk, read
from dashboard.words import Words

LISTED = "handovers_listed"


def page() -> None:
    """Contact officers see what comes to them first, others what they gave away, supervisors all of it."""
    with identity.looking() as (work, person):
        desk = read(work, person)
    shown.log(desk.messages.values(), LISTED, desk.around.person)
    frame.head(words.say("door-handovers"), desk.around.person)
    sides = _sides(desk)
    if not sides:
        say.empty("move_to_inbox", "blue", words.say("no-handovers"), words.say("no-handovers-why"))
        handover_leave.own()
        return
    _lead_to(desk, sides)
    side = say.switch("handover_side", list(sides), sides) if len(sides) > 1 else next(iter(sides))
    if side == "station":
        handover_watch.show(desk.watch)
    elif side == "from-me":
        handover_lists.sent(desk)
    else:
        _to_me(desk)


def _to_me(desk: HandoverDesk) -> None:
    left, right = st.columns([8, 5], gap="medium")
    with left:
        handover_cards.show(desk)
    with right:
        handover_lists.working(desk)
        handover_lists.asked(desk)
        handover_leave.own()
        handover_lists.ended(desk)


def _sides(desk: HandoverDesk) -> dict[str, Words]:
    """The parts that this reader has, each with its number."""
    questions = sum(h.state is HandoverState.ASKED for h in desk.sent)
    there = {
        "to-me": desk.mine and words.say("side-to-me", n=len(desk.waiting)),
        "from-me": desk.sent
        and (
            words.say("side-asked", n=questions) if questions else words.say("side-from-me", n=len(desk.sent))
        ),
        "station": desk.around.person.stations(Role.SUPERVISOR)
        and words.say("side-station", n=len(desk.watch.live)),
    }
    return {name: label for name, label in there.items() if label}


def _lead_to(desk: HandoverDesk, sides: dict[str, Words]) -> None:
    """An address that names a hand-over opens the part where it stands, once."""
    named = st.query_params.get("handover", "")
    if not named.isdigit() or st.session_state.get("led_to") == named:
        return
    st.session_state["led_to"] = named
    found = {"to-me": desk.mine, "from-me": desk.sent, "station": desk.watch.live}
    side = next((s for s in sides if any(str(h.id) == named for h in found[s])), None)
    if side:
        st.session_state["handover_side"] = side


page()
