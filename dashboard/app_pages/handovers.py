"""Hand-overs: what waits for me and why, what I am working on, and what became of those I gave away."""

import streamlit as st

from dashboard import identity, words
from dashboard.parts import frame, handover_cards, handover_lists, say, shown
from dashboard.parts.handover_desk import read

LISTED = "handovers_listed"
SIDES = ("to-me", "from-me")


def page() -> None:
    """Contact officers see what comes to them first, others what they gave away."""
    with identity.looking() as (work, person):
        desk = read(work, person)
    shown.log(desk.messages.values(), LISTED)
    frame.head(words.say("door-handovers"), desk.around.person)
    if not (desk.mine or desk.sent):
        say.empty("move_to_inbox", "blue", words.say("no-handovers"), words.say("no-handovers-why"))
        return
    side = "to-me" if desk.mine else "from-me"
    if desk.mine and desk.sent:
        labels = {
            "to-me": words.say("side-to-me", n=len(desk.waiting)),
            "from-me": words.say("side-from-me", n=len(desk.sent)),
        }
        side = say.switch("handover_side", list(SIDES), labels)
    if side == "from-me":
        handover_lists.sent(desk)
        return
    left, right = st.columns([8, 5], gap="medium")
    with left:
        handover_cards.show(desk)
    with right:
        handover_lists.working(desk)
        handover_lists.ended(desk)


page()
