"""What the model is for, what it looks at, what it learnt from, and where it ends, in plain words."""

from collections.abc import Sequence

import streamlit as st

from casework.labels import Hostility, Intent
from dashboard import words
from dashboard.judgement import PUBLIC_SETS, Card, Mistake, label_name, language_name
from dashboard.parts import say, stranger
from dashboard.parts.say import Colour
from dashboard.words import Words

NARROWEST = 260
FOR = ("sort", "suggest", "abstain")
NOT_FOR = ("people", "offence", "other", "call")
UNSEEN = ("writer", "around")
LIMITS = ("written", "denser", "irony", "context", "languages", "long", "rules")


def purpose(card: Card) -> None:
    """Three cards beside each other: for what, not for what, and what it looks at."""
    cells = st.grid(3, min_column_width=NARROWEST, gap="small")
    with cells.container(border=True, gap="xsmall", height="stretch"):
        say.heading(words.say("judge-for"))
        _list([words.say(f"judge-for-{one}") for one in FOR], "check", "green")
    with cells.container(border=True, gap="xsmall", height="stretch"):
        say.heading(words.say("judge-not-for"))
        _list([words.say(f"judge-not-{one}") for one in NOT_FOR], "close", "orange")
    with cells.container(border=True, gap="xsmall", height="stretch"):
        say.heading(words.say("judge-sees"))
        seen = ["words", "meaning", "rules"] if card.reads_meaning else ["words", "rules"]
        _list([words.say(f"judge-sees-{one}") for one in seen], "visibility", "blue")
        _list([words.say(f"judge-unseen-{one}") for one in UNSEEN], "visibility_off", "gray")


def learnt(card: Card) -> None:
    """Examples by language and the public sets with their licences; then where the lines are drawn."""
    with st.container(border=True, gap="xsmall", height="stretch"):
        say.heading(words.say("judge-learnt"))
        told = []
        if card.examples:
            counted = (
                words.say("judge-language-count", n=n, name=language_name(code))
                for code, n in card.examples.items()
            )
            numbers: dict[str, words.Argument] = {
                "n": sum(card.examples.values()),
                "languages": words.joined(*counted, by=", "),
            }
            told.append(
                words.say("judge-learnt-desk", corrections=card.corrections, **numbers)
                if card.corrections
                else words.say("judge-learnt-examples", **numbers)
            )
        if card.parts:
            told.append(words.say("judge-learnt-parts", **card.parts))
        told += [words.say(f"judge-learnt-{name}") for name in PUBLIC_SETS]
        _list([*told, words.say("judge-learnt-no-text")], "school", "blue")
        _lines(card)


def _lines(card: Card) -> None:
    """From which probability on something is called what."""
    emergency, acute, intent = (card.share("thresholds", one) for one in ("emergency", "acute", "intent"))
    told = []
    if emergency is not None and acute is not None:
        shares = {"emergency": words.percent(emergency), "acute": words.percent(acute)}
        told.append(words.say("judge-line-emergency", **shares))
    if intent is not None:
        told.append(words.say("judge-line-intent", share=words.percent(intent)))
    tip = card.share("thresholds", "tip")
    if tip is not None:
        told.append(words.say("judge-line-tip", share=words.percent(tip)))
    hostile = card.share("thresholds", "hostile")
    if hostile is not None:
        shares = {"hostile": words.percent(hostile), "doubt": words.percent(1 - hostile)}
        told += [words.say("judge-line-hostile", **shares), words.say("judge-line-open")]
    if told:
        say.small_heading(words.say("judge-lines"))
        _list(told, "straighten", "gray")


def limits() -> None:
    """What no figure tells."""
    with st.container(border=True, gap="xsmall", height="stretch"):
        say.heading(words.say("judge-limits"))
        _list([words.say(f"judge-limit-{one}") for one in LIMITS], "warning", "orange")


def mistakes(found: Sequence[Mistake]) -> None:
    """The card's own examples, through the inert component like everybody's words."""
    say.meta(words.say("judge-mistakes-why"), stretch=True)
    cells = st.grid(3, min_column_width=NARROWEST, gap="small")
    for one in found:
        with cells.container(border=True, gap="xsmall", height="stretch"):
            stranger.text(one.text)
            names = {"expected": label_name(one.expected), "said": label_name(one.said)}
            say.meta(words.say("judge-mistake", **names), stretch=True)


def errors(found: dict[str, float]) -> None:
    """How far percent and truth lie apart, label by label, where no diagram can be drawn."""
    known = ("intent", *(i.value for i in Intent), *(h.value for h in Hostility))
    rows = [(label, found[label]) for label in known if label in found]
    head = (words.say("verdict-question"), words.say("judge-off"))
    lines = [
        (words.quoted(label_name(label)), words.say("judge-points", n=round(100 * error, 1)))
        for label, error in rows
    ]
    half = -(-len(lines) // 2)
    cells = st.grid(2, min_column_width=NARROWEST, gap="small")
    for part in (lines[:half], lines[half:]):
        if part:
            with cells.container():
                _table(head, part)


def _table(head: tuple[Words, Words], rows: Sequence[tuple[Words, Words]]) -> None:
    lines = [head, (":--", "--:"), *rows]
    st.markdown("\n".join(f"| {a} | {b} |" for a, b in lines))


def _list(told: Sequence[Words], symbol: str, colour: Colour) -> None:
    for one in told:
        with st.container(horizontal=True, gap="xsmall", wrap=False):
            say.line(say.coloured(say.icon(symbol), colour))
            say.line(one, stretch=True)
