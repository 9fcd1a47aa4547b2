"""The worklist of a store: only what may be seen, in order, page by page, and counted."""

import random
from dataclasses import replace
from datetime import timedelta
from itertools import product

from casework.account import Account
from casework.assessment import urgency_of
from casework.labels import Hostility, Intent, Platform, Target, Urgency
from casework.message import State
from casework.people import Grant, Officer, Role
from casework.query import Query, Scope
from casework.reading import letter
from casework.record import Case, CaseItem, Choice, PersonRole, SpotCheck
from casework.roles import Act, may
from casework.sparing import Disclosure
from casework.tenure import End, Tenure
from casework.worklist import key, rank, scope_of
from tests.builders import (
    NOON,
    a_handover,
    a_message,
    a_person,
    a_station,
    an_account,
    an_officer,
    the_person,
)

DAY = timedelta(days=1)
INTENTS = (Intent.EMERGENCY, Intent.TIP, Intent.PRAISE, None)
FILTERS = (
    {},
    {"states": (State.OPEN, State.TIP)},
    {"urgency": "acute"},
    {"urgency": "today"},
    {"intent": "tip"},
    {"hostile": True},
    {"hostile": False},
    {"abstained": True},
    {"acknowledged": False, "urgency": "acute", "abstained": False},
    {"acknowledged": True},
    {"platform": "x"},
    {"calm": frozenset()},
    {"calm": frozenset({1}), "thread": "t1"},
    {"thread": "t1"},
    {"thread": "t1", "states": (State.OPEN,), "hostile": False, "by_urgency": False},
    {"intent": "tip", "platform": "facebook", "urgency": "today"},
    {"reread": True},
    {"reread": True, "thread": "t1", "hostile": False},
)


def everything(work):
    """The scope of all accounts there are."""
    return Scope(frozenset(a.id for a in work.find(Account)))


def a_crowd(work, number=120, seed=1):
    """Messages of all sorts on four accounts at two stations, some in a case or taken out of it, many at the
    same time."""
    dice = random.Random(seed)
    stations = [a_station(work) for _ in range(2)]
    accounts = [
        an_account(work, an_officer(work, station), platform=platform)
        for station, platform in product(stations, (Platform.X, Platform.FACEBOOK))
    ]
    messages = [_any_message(work, dice, dice.choice(accounts)) for _ in range(number)]
    officer = an_officer(work, stations[0])
    case = work.add(Case("W-1", "t", stations[0].id, "p", PersonRole.OFFICER, officer.id, NOON))
    for message in dice.sample(messages, 24):
        gone = {"released_at": NOON} if message.id % 4 == 0 else {}
        work.add(CaseItem(case.id, message.id, 1, "ab", officer.id, NOON, **gone))
    for number, message in enumerate(messages[::4]):
        answer = Choice.HARMLESS if number % 3 == 0 else None
        version = 2 if number % 3 == 1 else message.version
        work.add(SpotCheck(message.id, message.account_id, version, "m", NOON, NOON, answer))
    return stations, accounts, messages


def _any_message(work, dice, account):
    intent = dice.choice(INTENTS)
    hostility = dice.choice([(), (), (), (Hostility.INSULT,), (Hostility.THREAT, Hostility.HATE)])
    return a_message(
        work,
        account,
        sent_at=NOON - timedelta(minutes=dice.randrange(40)),
        thread=dice.choice(["", "t1", "t2"]),
        state=dice.choice(list(State)),
        intent=intent,
        hostility=hostility if intent else (),
        target=dice.choice([Target.OFFICER, Target.GROUP]) if intent and hostility else Target.NONE,
        received_at=NOON - timedelta(minutes=dice.randrange(40)),
        urgency=urgency_of(intent, hostility) if intent else None,
        abstained=dice.random() < 0.3,
        acknowledged_at=dice.choice([None, NOON]),
        first_seen_at=dice.choice([None, None, NOON - timedelta(minutes=dice.randrange(40))]),
    )


def in_order(messages, query):
    """The messages as the query orders them, in plain words: the time goes first where urgency does not."""
    by = key if query.by_urgency else lambda m, q: key(m, q)[1:]
    return sorted(messages, key=lambda m: by(m, query))


def seen(scope, message, accounts, in_case):
    """Whether a scope shows a message, in plain words."""
    station = next(a.station_id for a in accounts if a.id == message.account_id)
    flagged = bool(message.hostility) or message.id in in_case
    own = message.account_id in scope.account_ids
    times = [
        (after or NOON - DAY, until or NOON) for a, after, until in scope.unspared if a == message.account_id
    ]
    of_another = any(after < message.received_at <= until for after, until in times)
    if message.aimed and message.account_id in scope.spared_account_ids and not of_another:
        return message.id in scope.message_ids
    return own or message.id in scope.message_ids or (flagged and station in scope.flagged_station_ids)


class WorklistContract:
    """The order of work."""

    def test_emergencies_come_first_then_today_then_routine(self, store):
        with store.begin() as work:
            account = an_account(work)
            made = {u: a_message(work, account, urgency=u) for u in (Urgency.ROUTINE, Urgency.ACUTE, None)}
            page = work.worklist(Query(everything(work)))
            assert [m.id for m in page] == [made[u].id for u in (Urgency.ACUTE, None, Urgency.ROUTINE)]

    def test_what_waits_longest_comes_first(self, store):
        with store.begin() as work:
            account = an_account(work)
            ages = [a_message(work, account, sent_at=NOON - timedelta(hours=h)).id for h in (1, 3, 2)]
            query = Query(everything(work))
            assert [m.id for m in work.worklist(query)] == [ages[1], ages[2], ages[0]]
            newest = replace(query, newest_first=True)
            assert [m.id for m in work.worklist(newest)] == [ages[0], ages[2], ages[1]]

    def test_an_empty_scope_shows_nothing(self, store):
        with store.begin() as work:
            a_message(work)
            assert work.worklist(Query(Scope())) == []
            assert work.count(Query(Scope())) == {"acute": 0, "today": 0, "routine": 0}

    def test_pages_put_together_are_the_whole_list(self, store):
        with store.begin() as work:
            a_crowd(work)
            for by_urgency, newest_first in product([True, False], repeat=2):
                query = Query(everything(work), states=(), by_urgency=by_urgency, newest_first=newest_first)
                whole = work.worklist(replace(query, limit=1_000))
                assert len(whole) == 120
                pages, after = [], None
                while page := work.worklist(replace(query, after=after, limit=7)):
                    pages += page
                    after = key(page[-1], query)
                assert [m.id for m in pages] == [m.id for m in whole], query

    def test_filters_and_scopes_show_what_they_say(self, store):
        with store.begin() as work:
            stations, accounts, messages = a_crowd(work)
            in_case = {item.message_id for item in work.find(CaseItem, released_at=None)}
            waiting = {c.message_id for c in work.find(SpotCheck, version=1, answer=None)}
            few = frozenset(m.id for m in messages[::9])
            own, theirs = (frozenset({accounts[n].id}) for n in (0, 2))
            here = frozenset({stations[0].id})
            early, late = (NOON - timedelta(minutes=m) for m in (30, 10))
            spans = frozenset({(accounts[0].id, None, early), (accounts[0].id, late, None)})
            between = frozenset({(accounts[2].id, early, late)})
            scopes = [
                Scope(own, spared_account_ids=own, unspared=spans),
                Scope(theirs, few, here, own | theirs, spans | between),
                Scope(own, spared_account_ids=own),
                Scope(own, few, here, own),
                Scope(theirs, few, here, own | theirs),
                Scope(frozenset({accounts[0].id})),
                Scope(message_ids=few),
                Scope(flagged_station_ids=frozenset({stations[1].id})),
                Scope(frozenset({accounts[2].id}), few, frozenset({s.id for s in stations})),
            ]
            for filters, scope in product(FILTERS, scopes):
                fitting = [m for m in messages if "reread" not in filters or m.id in waiting]
                query = Query(scope, **{"states": (), "limit": 1_000, **filters})
                shown = [
                    m for m in fitting if seen(scope, m, accounts, in_case) and _fits(m, query, accounts)
                ]
                assert [m.id for m in work.worklist(query)] == [m.id for m in in_order(shown, query)], query
                ranks = [rank(m) for m in shown]
                assert work.count(query) == {u.value: ranks.count(u.rank) for u in Urgency}, query

    def test_the_scope_of_a_person_agrees_with_the_rules(self, store):
        with store.begin() as work:
            stations, accounts, messages = a_crowd(work, 60)
            contact = an_officer(work, stations[1], Role.CONTACT_OFFICER)
            kept_away = [work.get(Officer, a.officer_id) for a in accounts]
            work.add(Grant(kept_away[0].id, Role.CASE_OFFICER, stations[0].id))
            aimed = [m for m in messages if m.aimed and m.account_id == accounts[0].id]
            work.add(Disclosure(aimed[0].id, accounts[0].id, kept_away[0].id, NOON))
            before = NOON - timedelta(minutes=20)
            work.add(Tenure(accounts[0].id, kept_away[1].id, NOON - DAY, before, End.HANDED_OVER))
            work.add(Grant(kept_away[1].id, Role.CASE_OFFICER, stations[0].id))
            owner = an_officer(work, stations[0])
            for message in messages[:12]:
                a_handover(work, message, owner, contact)
            people = [
                the_person(work, contact),
                *(the_person(work, officer) for officer in kept_away),
                a_person(work, Role.CASE_OFFICER, station=stations[0]),
                a_person(work, Role.SUPERVISOR, Role.ADMINISTRATOR, station=stations[0]),
            ]
            for person in people:
                allowed = {m.id for m in messages if may(person, Act.READ_MESSAGE, letter(work, m.id))}
                page = work.worklist(Query(scope_of(work, person), states=(), limit=1_000))
                assert {m.id for m in page} == allowed

    def test_what_is_aimed_at_officers_is_found_newest_first(self, store):
        with store.begin() as work:
            _, accounts, messages = a_crowd(work)
            ids, since = [accounts[0].id, accounts[3].id], NOON - timedelta(minutes=30)
            aimed = [m for m in messages if m.aimed and m.account_id in ids and m.received_at >= since]
            aimed.sort(key=lambda m: (m.received_at, m.id), reverse=True)
            assert aimed
            assert [m.id for m in work.aimed(ids, since, 100)] == [m.id for m in aimed]
            assert [m.id for m in work.aimed(ids, since, 3)] == [m.id for m in aimed[:3]]
            acute = [m.id for m in aimed if m.urgency is Urgency.ACUTE]
            assert [m.id for m in work.aimed(ids, since, 100, urgencies=["acute"])] == acute
            assert work.aimed([], since, 100) == []

    def test_active_case_officers_are_named_by_station(self, store):
        with store.begin() as work:
            first, second = (a_station(work) for _ in range(2))
            both = an_officer(work, second, Role.CASE_OFFICER)
            work.add(Grant(both.id, Role.CASE_OFFICER, first.id))
            here = an_officer(work, first, Role.CASE_OFFICER, Role.OFFICER)
            an_officer(work, first, Role.CASE_OFFICER, active=False)
            an_officer(work, first, Role.SUPERVISOR)
            expected = [(first.id, both.id), (first.id, here.id), (second.id, both.id)]
            assert work.case_officers([second.id, first.id]) == expected
            assert work.case_officers([]) == []

    def test_one_account_can_be_chosen(self, store):
        with store.begin() as work:
            _, accounts, messages = a_crowd(work, 40)
            query = Query(everything(work), states=(), account_id=accounts[1].id)
            mine = {m.id for m in messages if m.account_id == accounts[1].id}
            assert {m.id for m in work.worklist(query)} == mine
            assert sum(work.count(query).values()) == len(mine)

    def test_very_many_accounts_and_messages_fit_into_a_scope(self, store):
        with store.begin() as work:
            messages = [a_message(work) for _ in range(3)]
            accounts = frozenset(m.account_id for m in messages) | frozenset(range(10_000, 10_300))
            scope = Scope(accounts, frozenset(range(1, 12_000)), frozenset(range(1, 300)))
            assert {m.id for m in work.worklist(Query(scope))} == {m.id for m in messages}
            assert sum(work.count(Query(scope)).values()) == 3

    def test_a_scope_of_very_many_real_accounts_keeps_the_order(self, store):
        with store.begin() as work:
            officer = an_officer(work)
            for n in range(130):
                account = an_account(work, officer)
                a_message(work, account, sent_at=NOON - timedelta(minutes=n * 37 % 130))
            query = Query(everything(work), limit=200)
            page = work.worklist(query)
            assert [m.id for m in page] == [m.id for m in in_order(page, query)]
            assert len(page) == 130


def _fits(message, query, accounts):
    platform = next(a.platform for a in accounts if a.id == message.account_id)
    ranks = {u.value: u.rank for u in Urgency}
    return (
        (not query.states or message.state in query.states)
        and (not query.urgency or rank(message) == ranks[query.urgency])
        and (not query.intent or message.intent == query.intent)
        and (query.hostile is None or bool(message.hostility) is query.hostile)
        and _calm(message, query)
        and (query.abstained is None or message.abstained is query.abstained)
        and (query.acknowledged is None or bool(message.acknowledged_at) is query.acknowledged)
        and (not query.platform or platform == query.platform)
        and (not query.thread or message.thread == query.thread)
    )


def _calm(message, query):
    """Whether a resting person finds it in the queue, in plain words."""
    if query.calm is None or not message.hostility or message.urgency is Urgency.ACUTE:
        return True
    return message.id in query.scope.message_ids or message.account_id in query.calm
