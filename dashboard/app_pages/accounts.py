"""Accounts: what we hear and, above all, what we do not hear."""

import streamlit as st

from dashboard import desk, hearing, identity, times, words
from dashboard.hearing import Hearing
from dashboard.parts import account_card, frame, judgement_drift, say
from dashboard.parts.around import around


def page() -> None:
    """Broken accounts first, each with a strip per stream."""
    training = desk.store().training
    with identity.looking() as (work, person):
        accounts = hearing.accounts_of(work, person)
        streams = hearing.streams_of(work, accounts)
        gaps = hearing.gaps_of(work, streams)
        at = hearing.as_of(work, training=training)
        round_about = around(work, person, (), [a.officer_id for a in accounts])
    frame.head(words.say("door-accounts"), person, status=False)
    judgement_drift.alarm(person)
    if not accounts:
        say.empty("sensors", "blue", words.say("no-accounts"), words.say("no-accounts-why"))
        return
    cards = [account_card.Card.of(a, streams, gaps, at) for a in accounts]
    _sums(cards)
    if training:
        as_of = words.say("accounts-training", when=times.moment(at, round_about.now))
        say.meta(words.joined(say.icon("school"), as_of, by=" "), stretch=True)
    with say.row(gap="small"):
        say.badge(words.say("strip-heard"), "square", "blue")
        say.badge(words.say("strip-filled"), "history", "gray")
        say.badge(words.say("strip-open"), "close", "red")
        say.badge(words.say("strip-lost"), "block", "gray")
    for card in sorted(cards, key=lambda c: (c.worst, -c.open_gaps, c.account.id)):
        account_card.show(card, round_about, polled=not training)


def _sums(cards: list[account_card.Card]) -> None:
    streams = [h for card in cards for h in card.hearing.values()]
    heard = sum(h is Hearing.HEARD for h in streams)
    cells = st.grid(3, min_column_width=150, gap="small")
    cells.metric(words.text("sum-heard"), words.text("n-of", n=heard, of=len(streams)), border=True)
    cells.metric(words.text("sum-open-gaps"), str(sum(c.open_gaps for c in cards)), border=True)
    cells.metric(words.text("sum-silent-accounts"), str(sum(c.worst == 0 for c in cards)), border=True)


page()
