"""The folded queue of a store: waves, conversations, and the order by who looked when."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from casework import worklist
from casework.labels import Hostility, Intent, Kind, Urgency
from casework.message import State
from casework.query import Query, Scope
from casework.record import Case, CaseItem, PersonRole
from casework.worklist import bundle
from tests.builders import NOON, a_message, a_station, an_account, an_officer, assessed, received, the_person
from tests.contracts.searching import everything, pages

PILE_ON = "Diese Polizistin hat wirklich überhaupt keine Ahnung von ihrer Arbeit, eine Schande"


def copies(number):
    """A text as a pile-on brings it: retyped, decorated, at somebody, with another link."""
    yield PILE_ON
    for n in range(1, number):
        sign = ["🤡", "😂😂", "!!!", ""][n % 4]
        words = PILE_ON.replace("wirklich ", "") if n % 3 == 0 else PILE_ON.upper() if n % 3 == 1 else PILE_ON
        link = f" https://x.example/{n:x}" if n % 5 == 0 else ""
        yield f"{'@kira.example ' if n % 2 else ''}{words}{sign}{link}"


def a_wave(work, account, number=12, *hostility, begin=NOON - timedelta(hours=3)):
    """Copies of one text, a minute apart, judged alike."""
    kept = []
    for n, text in enumerate(copies(number)):
        message = a_message(work, account, text, sent_at=begin + timedelta(minutes=n))
        kept.append(assessed(work, message, Intent.CRITICISM, *hostility))
    return [work.get(type(m), m.id) for m in kept]


def mixed(work, dice):
    """Waves, conversations and single messages on own and other accounts, some in a case; returns the scope
    of a person who sees parts of them."""
    stations = [a_station(work) for _ in range(2)]
    accounts = [an_account(work, an_officer(work, station)) for station in stations for _ in range(2)]
    kept = []
    for account in accounts:
        kept += a_wave(work, account, 9, begin=NOON - timedelta(hours=2))
        kept += [
            a_message(work, account, f"danke {n}", kind=Kind.DM, thread=dice.choice(["a", "b"]), sent_at=NOON)
            for n in range(5)
        ]
        kept += [a_message(work, account, f"danke und {n}", sent_at=NOON) for n in range(3)]
    changed = []
    for message in kept:
        labels = dice.choice([(), (), (Hostility.INSULT,)])
        change = {
            "state": dice.choice([State.OPEN, State.OPEN, State.TIP]),
            "urgency": dice.choice([message.urgency, Urgency.ROUTINE, Urgency.ACUTE]),
            "hostility": labels,
            "language": dice.choice(["de", "de", ""]),
            "first_seen_at": dice.choice([None, None, NOON - timedelta(minutes=dice.randrange(60))]),
        }
        changed.append(work.replace(replace(work.get(type(message), message.id), **change)))
    officer = an_officer(work, stations[1])
    case = work.add(Case("W-1", "t", stations[1].id, "p", PersonRole.OFFICER, officer.id, NOON))
    for message in dice.sample(changed, 12):
        work.add(CaseItem(case.id, message.id, 1, "ab", officer.id, NOON))
    few = frozenset(m.id for m in dice.sample(changed, 15))
    return Scope(frozenset({accounts[0].id}), few, frozenset({stations[1].id}))


class FoldingContract:
    """Waves, conversations, and the order."""

    def test_a_pile_on_is_one_row_and_each_keeps_its_time(self, store):
        with store.begin() as work:
            wave = a_wave(work, an_account(work), 30)
            assert {m.wave for m in wave} == {wave[0].id}
            query = everything(work, fold=True)
            (shown,) = work.worklist(query)
            assert shown.id == wave[0].id
            fold = work.folds(query, [shown])[shown.id]
            assert (fold.messages, fold.first_at, fold.last_at) == (30, wave[0].sent_at, wave[-1].sent_at)
            opened = work.worklist(replace(query, fold=False, wave=shown.wave))
            assert [(m.id, m.sent_at) for m in opened] == [(m.id, m.sent_at) for m in wave]

    def test_what_is_no_copy_stays_by_itself(self, store):
        with store.begin() as work:
            account = an_account(work)
            apart = [
                *("Danke!", "Danke!", "Danke", "🔥🔥", "🔥🔥", "", ""),
                "Gestern um 17 Uhr stand ein Wagen mit WF-AB 123 vor der Schule",
                "Gestern um 17 Uhr stand ein Wagen mit WF-AB 124 vor der Schule",
                "Wann hat die Wache am Montag geöffnet, und wo kann ich parken?",
                "Wann hat die Wache am Sonntag zu, und wo finde ich den Eingang?",
            ]
            for text in apart:
                assessed(work, a_message(work, account, text), Intent.QUESTION)
            a_wave(work, an_account(work), 1)
            a_wave(work, account, 1)
            assert {m.wave for m in work.worklist(everything(work))} == {0}

    def test_the_same_hostile_word_from_all_sides_is_a_wave(self, store):
        with store.begin() as work:
            account = an_account(work)
            for text in ("ACAB", "acab!!!", "ACAB 🐷"):
                assessed(work, a_message(work, account, text), Intent.OTHER, Hostility.INSULT)
            assert len(work.worklist(everything(work, fold=True))) == 1

    def test_hostile_and_harmless_states_and_emergencies_are_never_folded_together(self, store):
        with store.begin() as work:
            account = an_account(work)
            wave = a_wave(work, account, 12)
            changes = [
                *({"hostility": (Hostility.INSULT,)}, {"state": State.TIP}, {"urgency": Urgency.TODAY}),
                *({"urgency": Urgency.ACUTE}, {"urgency": Urgency.ACUTE}),
            ]
            for message, change in zip(wave, changes, strict=False):
                work.replace(replace(message, **change))
            shown = work.worklist(everything(work, fold=True, states=(State.OPEN, State.TIP)))
            assert {wave[n].id for n in range(6)} == {m.id for m in shown}
            a_wave(work, account, 3, Hostility.INSULT)
            emergency = assessed(work, a_message(work, account, PILE_ON), Intent.EMERGENCY)
            assert emergency.wave == 0

    def test_a_wave_ends_after_a_week(self, store):
        with store.begin() as work:
            account = an_account(work)
            a_wave(work, account, 3, begin=NOON - timedelta(days=9))
            a_wave(work, account, 3, begin=NOON - timedelta(days=1))
            assert len(work.worklist(everything(work, fold=True))) == 2

    def test_an_edited_message_leaves_its_wave_and_founds_none(self, store):
        with store.begin() as work:
            account = an_account(work)
            message = a_message(work, account, PILE_ON, native_id="first")
            assessed(work, message, Intent.CRITICISM)
            assert a_wave(work, account, 2)[0].wave == message.id
            new = work.take_in(
                account, [received("Es tut mir leid, ich war ganz und gar im Unrecht", native_id="first")]
            )
            assert assessed(work, new[0].message, Intent.PRAISE).wave == 0
            again = a_message(work, account, "Es tut mir leid, ich war ganz und gar im Unrecht")
            assert assessed(work, again, Intent.PRAISE).wave == 0

    def test_direct_messages_of_one_thread_are_one_row_public_threads_are_not(self, store):
        with store.begin() as work:
            account = an_account(work)
            for kind, number in ((Kind.DM, 4), (Kind.COMMENT, 3)):
                for n in range(number):
                    a_message(work, account, f"{kind} Nummer {n}", kind=kind, thread=f"t-{kind}")
            query = everything(work, fold=True)
            shown = work.worklist(query)
            assert [m.kind for m in shown].count(Kind.DM) == 1
            assert len(shown) == 4
            talks = work.talks(shown, (State.OPEN,))
            assert {m.kind: talks[m.id] for m in shown} == {Kind.DM: 4, Kind.COMMENT: 3}
            assert [f.messages for f in work.folds(query, shown).values()] == [4]

    @pytest.mark.parametrize("seed", range(2))
    def test_folding_loses_no_message_and_shows_none_twice(self, store, seed):
        dice = random.Random(seed)
        with store.begin() as work:
            scope = mixed(work, dice)
            for _ in range(6):
                query = Query(
                    scope,
                    states=dice.choice([(), (State.OPEN,)]),
                    hostile=dice.choice([None, None, True]),
                    text=dice.choice(["", "", "polizistin", "danke"]),
                    language=dice.choice(["", "", "de"]),
                    by_urgency=dice.random() < 0.6,
                    newest_first=dice.random() < 0.5,
                    as_of=dice.choice([None, NOON - timedelta(minutes=30)]),
                    limit=dice.choice([3, 7]),
                )
                whole = pages(work, query)
                rows = pages(work, replace(query, fold=True))
                folds = work.folds(replace(query, fold=True), rows)
                firsts = {}
                for message in whole:
                    firsts.setdefault(bundle(message) or message.id, []).append(message)
                assert [m.id for m in rows] == [group[0].id for group in firsts.values()]
                assert sum(folds[m.id].messages if m.id in folds else 1 for m in rows) == len(whole)
                for group in firsts.values():
                    if len(group) > 1:
                        fold = folds[group[0].id]
                        times = [m.sent_at for m in group]
                        assert (fold.first_at, fold.last_at) == (min(times), max(times))

    def test_what_no_human_has_looked_at_for_longest_comes_first(self, store, clock):
        with store.begin() as work:
            account = an_account(work)
            ages = {h: a_message(work, account, str(h), sent_at=NOON - timedelta(hours=h)) for h in (5, 3, 1)}
            query = everything(work)
            work.replace(replace(ages[5], first_seen_at=NOON - timedelta(hours=2)))
            assert [m.text for m in work.worklist(query)] == ["3", "5", "1"]
            work.replace(replace(work.get(type(ages[3]), ages[3].id), first_seen_at=NOON))
            assert [m.text for m in work.worklist(query)] == ["5", "1", "3"]
            still = replace(query, as_of=NOON - timedelta(minutes=1))
            assert [m.text for m in work.worklist(still)] == ["3", "5", "1"]
            assert [m.text for m in work.worklist(replace(query, by_urgency=False))] == ["5", "3", "1"]

    def test_rows_say_what_stands_behind_them_and_open(self, store):
        with store.begin() as work:
            officer = an_officer(work)
            account = an_account(work, officer)
            wave = a_wave(work, account, 5)
            person = the_person(work, officer)
            query = Query(Scope(), fold=True)
            (row,) = worklist.rows(work, person, query)
            assert (row.messages, row.wave, row.waiting) == (5, True, 1)
            inside = worklist.inside(work, person, query, row.message)
            assert [m.id for m in inside] == [m.id for m in wave]
            assert worklist.counts(work, person, query, 3) == {"acute": 0, "today": 0, "routine": 3}
