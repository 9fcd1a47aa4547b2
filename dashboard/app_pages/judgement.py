"""How it judges: the model's card in plain words, its figures as seen, and a sentence to try."""

import json

import streamlit as st

from casework import drift_log, spot_check
from casework.roles import oversees
from dashboard import desk, identity, times, words
from dashboard.judgement import Card
from dashboard.parts import (
    frame,
    judgement_card,
    judgement_charts,
    judgement_drift,
    judgement_fairness,
    judgement_findings,
    judgement_reread,
    judgement_trial,
    say,
)

WIDEST = 380


def page() -> None:
    """Open to everybody who works here: nothing on it is secret, nothing on it is a message."""
    with identity.looking() as (_, person):
        pass
    frame.head(words.say("door-judgement"), person, status=False)
    card = Card(desk.model_card())
    say.paragraph(words.say("judge-lead"))
    _facts(card)
    judgement_card.purpose(card)
    if oversees(person):
        _drift(card)
    judgement_trial.show(card)
    _figures(card)
    _reread(card)
    _reliability(card)
    judgement_fairness.show(card)
    if card.mistakes:
        say.heading(words.say("judge-mistakes"))
        judgement_card.mistakes(card.mistakes)
    cells = st.grid(2, min_column_width=WIDEST, gap="small")
    with cells.container(height="stretch"):
        judgement_card.learnt(card)
    with cells.container(height="stretch"):
        judgement_card.limits()
    _close(card)


def _facts(card: Card) -> None:
    with say.row():
        if card.version:
            say.badge(words.say("judge-model", version=card.version), "deployed_code", "gray")
        if card.day:
            say.badge(words.say("judge-day", day=times.full_day(card.day)), "event", "gray")
        if card.examples:
            said = words.say("judge-examples", n=sum(card.examples.values()))
            say.badge(said, "menu_book", "gray")


def _drift(card: Card) -> None:
    with identity.looking() as (work, _):
        finding = drift_log.latest(work, card.version)
    judgement_drift.show(finding)


def _reread(card: Card) -> None:
    with identity.looking() as (work, _):
        tally = spot_check.tally(work, card.version)
    with st.container(border=True, gap="xsmall", key="judge_reread"):
        judgement_reread.show(tally)


def _figures(card: Card) -> None:
    texts = card.count("figures", "texts")
    with st.container(gap="xxsmall"):
        say.heading(words.say("judge-figures"))
        source = "judge-figures-desk" if card.corrections else "judge-figures-from"
        say.meta(words.say(source, n=texts) if texts else words.say("judge-no-figures"), stretch=True)
    if not texts:
        return
    judgement_findings.show(card)
    cells = st.grid(2, min_column_width=WIDEST, gap="small")
    for kind in ("intent", "hostility"):
        labels = card.labels(kind)
        if labels:
            with cells.container(border=True, gap="xsmall", height="stretch"):
                judgement_charts.pairs(labels, kind)


def _reliability(card: Card) -> None:
    drawn, errors = card.reliability, card.ece
    if not drawn and not errors:
        return
    with st.container(border=True, gap="xsmall", key="judge_percent"):
        say.heading(words.say("judge-percent"))
        if "intent" in errors:
            off = judgement_charts.points_off(errors["intent"])
            say.line(words.say("judge-percent-first", n=off), stretch=True)
        if drawn:
            say.meta(words.say("judge-percent-sub"), stretch=True)
            judgement_charts.reliability(drawn)
        else:
            say.meta(words.say("judge-percent-table"), stretch=True)
            judgement_card.errors(errors)


def _close(card: Card) -> None:
    """What to do about a wrong suggestion, and all values for whoever wants to reckon anew."""
    with say.row(spread=True):
        say.meta(words.say("judge-correct"))
        st.download_button(
            words.say("judge-save"),
            json.dumps(card.facts, ensure_ascii=False, indent=1, default=str),
            f"streife-{card.version or 'model'}.json",
            "application/json",
            icon=say.icon("download"),
            type="tertiary",
            on_click="ignore",
        )


page()
