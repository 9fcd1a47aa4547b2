"""What the model gets right and wrong, a hundred at a time, counted out of the card's figures."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from dashboard import words
from dashboard.judgement import Card, Odds, odds
from dashboard.parts import judgement_charts, say
from dashboard.words import Words

NARROWEST = 290


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence with its hundred dots, and what stands small beneath it."""

    name: str
    symbol: str
    odds: Odds
    said: Words
    why: tuple[Words, ...]
    colour: str = "brand"


def show(card: Card) -> None:
    """All sentences that the card has figures for."""
    cells = st.grid(3, min_column_width=NARROWEST, gap="small")
    for find in FINDINGS:
        finding = find(card)
        if finding is not None:
            with cells.container(border=True, gap="xsmall", height="stretch", key=f"finding_{finding.name}"):
                said = words.joined(say.icon(finding.symbol), say.strong(finding.said), by=" ")
                say.line(said, stretch=True)
                alt = f"{finding.said}"
                judgement_charts.dots(finding.odds, finding.colour, alt, f"dots_{finding.name}")
                for why in finding.why:
                    say.meta(why, stretch=True)


def _emergencies(card: Card) -> Finding | None:
    found = _odds(card.share("figures", "shown_acute", "recall"))
    if found is None:
        return None
    why = [words.say("judge-not-on-top", n=found.rest), _measured(card, "shown_acute")]
    return _finding("emergencies", "e911_emergency", found, why)


def _alarms(card: Card) -> Finding | None:
    """Everyday mail holds far fewer emergencies than the test texts: its figure comes first where known."""
    tested = _odds(card.share("figures", "shown_acute", "precision"))
    everyday = _odds(card.share("figures", "acute_everyday_precision"))
    if everyday is not None and tested is not None:
        why = [words.say("judge-in-tests", n=tested.n, base=tested.base)]
        return _finding("everyday", "notifications", everyday, [words.say("judge-on-top-why"), *why])
    if tested is None:
        return None
    return _finding("alarms", "notifications", tested, [words.say("judge-on-top-why")])


def _tips(card: Card) -> Finding | None:
    return _both(card, "tips", "lightbulb", "tips_and_reports")


def _hostile(card: Card) -> Finding | None:
    return _both(card, "hostile", "sentiment_extremely_dissatisfied", "any_hostility", "hostile")


def _both(card: Card, name: str, symbol: str, part: str, colour: str = "brand") -> Finding | None:
    """How many are found, and beneath it how many of those named are right."""
    found = _odds(card.share("figures", part, "recall"))
    right = _odds(card.share("figures", part, "precision"))
    if found is None:
        return None
    why = [words.say(f"judge-named-{name}", n=right.n, base=right.base)] if right else []
    return _finding(name, symbol, found, [*why, _measured(card, part)], colour)


def _lawful(card: Card) -> Finding | None:
    flagged = _odds(card.share("figures", "lawful_flagged"))
    if flagged is None:
        return None
    hate = _odds(card.share("figures", "lawful_called_hate"))
    texts = card.count("figures", "lawful_texts")
    why = [words.say("judge-lawful-hate", n=hate.n, base=hate.base)] if hate else []
    measured = words.say("judge-measured", n=texts) if texts else Words("")
    return _finding("lawful", "rate_review", flagged, [*why, measured], "hostile")


def _abstained(card: Card) -> Finding | None:
    found = _odds(card.share("figures", "abstained"))
    if found is None:
        return None
    sure = _odds(card.share("figures", "accuracy_when_sure"))
    why = [words.say("judge-abstained-sure", n=sure.n, base=sure.base)] if sure else []
    return _finding("abstained", "contrast", found, [words.say("judge-abstained-why"), *why], "quiet")


FINDINGS: tuple[Callable[[Card], Finding | None], ...] = (
    _emergencies,
    _alarms,
    _tips,
    _hostile,
    _lawful,
    _abstained,
)


def _finding(name: str, symbol: str, found: Odds, why: list[Words], colour: str = "brand") -> Finding:
    said = words.say(f"judge-finding-{name}", n=found.n, base=found.base)
    return Finding(name, symbol, found, said, tuple(one for one in why if one), colour)


def _odds(share: float | None) -> Odds | None:
    return None if share is None else odds(share)


def _measured(card: Card, part: str) -> Words:
    texts = card.count("figures", part, "support")
    return words.say("judge-measured", n=texts) if texts else Words("")
