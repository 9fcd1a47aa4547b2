"""Accounts: what we hear and, above all, what we do not hear."""

from collections.abc import Sequence
from datetime import timedelta

import streamlit as st

from casework import announced, budget, fitting, ledger, pools, prices
from casework.account import Account
from casework.ledger import MISSING, Heard
from casework.people import Person
from casework.ports import Work
from dashboard import desk, hearing, identity, times, words
from dashboard.hearing import Hearing
from dashboard.parts import (
    account_card,
    account_names,
    account_people,
    account_silence,
    account_strip,
    frame,
    judgement_drift,
    say,
)
from dashboard.parts.account_card import Card
from dashboard.parts.around import around
from streife import demo_world
from streife.networks import blind_of

SPANS = {"1": 1, "7": 7, "30": 30}
DEFAULT = "7"


def page() -> None:
    """Broken accounts first, each with a strip per stream; those that rest at the end."""
    training = desk.store().training
    days = SPANS[st.session_state.get("accounts_span", DEFAULT)]
    with identity.looking() as (work, person):
        cards = _cards(work, person, days, training=training)
        round_about = around(work, person, (), [card.account.officer_id for card in cards])
    frame.head(words.say("door-accounts"), person, status=False)
    judgement_drift.alarm(person)
    if not cards:
        say.empty("sensors", "blue", words.say("no-accounts"), words.say("no-accounts-why"))
        return
    read = [card for card in cards if card.account.active]
    _sums(read)
    if training:
        as_of = words.say("accounts-training", when=times.moment(cards[0].at, round_about.now))
        say.meta(words.joined(say.icon("school"), as_of, by=" "), stretch=True)
    with st.container() if frame.compact() else say.row(spread=True):
        account_strip.legend()
        labels = {name: words.say(f"span-{name}") for name in SPANS}
        say.switch("accounts_span", list(SPANS), labels, DEFAULT)
    for card in cards:
        account_card.show(card, round_about, days, training=training)


def _cards(work: Work, person: Person, days: int, *, training: bool) -> list[Card]:
    active = hearing.accounts_of(work, person)
    accounts = [*active, *hearing.accounts_of(work, person, resting=True)]
    streams = hearing.streams_of(work, accounts)
    gaps, at = hearing.gaps_of(work, streams), ledger.as_of(work, training=training)
    ledgers = account_card.ledgers_of(streams, gaps, at - timedelta(days=days), at)
    rhythms = account_silence.of(work, [s for s in streams if s.account_id in {a.id for a in active}], at)
    refused = fitting.refusals(work, [a.id for a in accounts])
    cards = []
    for account in accounts:
        own = tuple(s for s in streams if s.account_id == account.id and account.active)
        cards.append(
            Card(
                account,
                own,
                at,
                {s.id: ledgers[s.id] for s in own},
                {s.id: rhythms[s.id] for s in own},
                account_people.of(work, person, account),
                blind_of(account.platform),
                _money(work, account, training=training),
                pools.standing(work, account, desk.rhythm().units(account)) if account.active else None,
                [r for r in refused if r.account_id == account.id],
                announced.refused(work, account) if account.active else "",
            )
        )
    return sorted(cards, key=_order)


def _order(card: Card) -> tuple[object, ...]:
    """Resting ones last; then the worst heard, the silent, and those with gaps first."""
    missing = card.lasting(*MISSING) > timedelta()
    return not card.account.active, card.worst, not card.silent, not missing, card.account.id


def _money(work: Work, account: Account, *, training: bool) -> tuple[budget.Standing, str] | None:
    if not account.active or not prices.priced(account.platform):
        return None
    demo = demo_world.world().money.cap_cents * prices.CENT
    standing = budget.standing(work, account, demo if training else desk.rhythm().cap(account))
    return standing, prices.tariffs()[account.platform].currency


def _sums(cards: Sequence[Card]) -> None:
    streams = [h for card in cards for h in card.hearing.values()]
    heard = sum(h is Hearing.HEARD for h in streams)
    silent = sum(len(card.silent) for card in cards)
    cells = st.grid(4, min_column_width=150, gap="small")
    cells.metric(words.text("sum-heard"), words.text("n-of", n=heard, of=len(streams)), border=True)
    cells.metric(words.text("sum-silent"), words.text("sum-channels", n=silent), border=True)
    for name, states in (("sum-open-gaps", MISSING), ("sum-lost", (Heard.LOST,))):
        lasting = sum((card.lasting(*states) for card in cards), timedelta())
        shown = account_names.lasting(lasting) if lasting else words.text("none")
        cells.metric(words.text(name), str(shown), border=True)


page()
