"""How an emergency was passed on while nobody acknowledged it: every step, the newest first."""

import streamlit as st

from casework import escalation
from casework.escalation import Rung
from casework.labels import Urgency
from casework.message import Message
from dashboard import identity, times, words
from dashboard.parts import say
from dashboard.parts.around import around

MOST = 20
SAID = {
    Rung.STANDBY: "step-standby",
    Rung.AGAIN: "step-again",
    Rung.HEADS: "step-heads",
    Rung.NOBODY: "step-nobody",
}


def show(message: Message) -> None:
    """The steps in a fold; nothing where none was taken."""
    if message.urgency is not Urgency.ACUTE:
        return
    with identity.looking() as (work, person):
        steps = escalation.steps_of(work, message.id)[::-1]
        near = around(work, person, (), {i for step in steps[:MOST] for i in step.officer_ids})
    if not steps:
        return
    with st.expander(words.say("steps", n=len(steps)), icon=say.icon("campaign")):
        for step in steps[:MOST]:
            names = words.joined(*(near.name(i) for i in step.officer_ids), by=", ")
            said = words.say(SAID[step.rung], n=step.step, names=names)
            say.timed(times.moment(step.escalated_at, near.now), said)
