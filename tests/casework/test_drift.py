import random
from dataclasses import replace
from datetime import timedelta

import pytest

from casework import drift, drift_log
from casework.assessment import Assessment
from casework.drift import ENOUGH, RECENT, REFERENCE, Aspect, Level, Shift
from casework.labels import Hostility, Intent
from casework.message import Message
from data import sampling
from tests import builders

MODEL = "test-1"
EVERYDAY = {"intents": (Intent.PRAISE, Intent.QUESTION, Intent.TIP), "languages": ("de",) * 9 + ("en",)}


class Reader:
    """A model that knows every word but those that begin with a capital Z."""

    model = MODEL

    def known(self, texts):
        words = [text.split() or ["wort"] for text in texts]
        return [1 - sum(w.startswith("Z") for w in some) / len(some) for some in words]


@pytest.fixture
def account(work, officer):
    return builders.an_account(work, officer)


def arrive(work, clock, account, number, seed=0, **given):
    """So many messages over the next two weeks, judged as they come; the mix may be changed."""
    dice = random.Random(seed)
    mix = {**EVERYDAY, "abstained": 0.1, "strange": 0.1, "sure": 0.8, "model": MODEL, **given}
    for _ in range(number):
        clock.forward(seconds=RECENT.total_seconds() / (number + 1))
        text = " ".join("Zyx" if dice.random() < mix["strange"] else "wort" for _ in range(10))
        message = builders.a_message(work, account, text, sent_at=clock.now())
        intent, best = dice.choice(mix["intents"]), min(dice.gauss(mix["sure"], 0.1), 1.0)
        verdict = builders.a_verdict(
            intent,
            intent_scores={i: best if i is intent else (1 - best) / 8 for i in Intent},
            hostility_scores={h: dice.random() / 10 for h in Hostility},
            abstained=dice.random() < mix["abstained"],
            language=dice.choice(mix["languages"]),
            model=mix["model"],
        )
        work.assessed([Assessment(message.id, 1, verdict, clock.now())])
    clock.forward(minutes=1)


def erased(work, share):
    """The words of so many of the messages are no more; their verdicts are."""
    messages = work.find(Message)
    for message in messages[: int(len(messages) * share)]:
        work.replace(replace(message, text=""))


def finding(work):
    return drift.compare(drift.gather(work, MODEL), Reader(), sampling)


def levels(found):
    return {shift.aspect: shift.level for shift in found.shifts}


@pytest.fixture
def began(work, clock, account):
    """The first four weeks under the model are over; 600 messages were judged in them."""
    arrive(work, clock, account, 300, seed=1)
    arrive(work, clock, account, 300, seed=2)
    clock.forward(days=1)


def test_what_stays_the_same_is_steady(work, clock, account, began):
    arrive(work, clock, account, 300, seed=3)
    found = finding(work)
    assert set(levels(found).values()) == {Level.STEADY}
    assert set(levels(found)) == set(Aspect)
    assert (found.level, found.enough) == (Level.STEADY, True)


def test_words_that_were_erased_meanwhile_are_no_drift(work, clock, account, began):
    erased(work, 0.3)
    arrive(work, clock, account, 300, seed=3)
    assert levels(finding(work))[Aspect.WORDS] is Level.STEADY


def test_where_hardly_any_words_are_left_nothing_is_said_of_them(work, clock, account, began):
    erased(work, 0.9)
    arrive(work, clock, account, 300, seed=3)
    assert set(levels(finding(work))) == set(Aspect) - {Aspect.WORDS}


@pytest.mark.parametrize(
    ("changed", "aspect"),
    [
        ({"languages": ("de", "pl")}, Aspect.LANGUAGE),
        ({"strange": 0.4}, Aspect.WORDS),
        ({"abstained": 0.5}, Aspect.ABSTENTION),
        ({"sure": 0.6}, Aspect.SURENESS),
        ({"intents": (Intent.SPAM, Intent.PRAISE)}, Aspect.INTENT),
        ({"intents": (Intent.EMERGENCY,)}, Aspect.EMERGENCY),
    ],
    ids=str,
)
def test_what_drifts_far_raises_an_alarm_of_its_aspect(work, clock, account, began, changed, aspect):
    arrive(work, clock, account, 300, seed=3, **changed)
    found = finding(work)
    assert levels(found)[aspect] is Level.ALARM
    assert found.level is Level.ALARM


def test_an_alarm_names_the_sort_that_moved_most_with_its_shares(work, clock, account, began):
    arrive(work, clock, account, 300, seed=3, languages=("de", "pl"))
    (moved,) = [s for s in finding(work).shifts if s.aspect is Aspect.LANGUAGE]
    assert moved.sort == "pl"
    assert (moved.before, moved.now) == (0, pytest.approx(0.5, abs=0.1))


def test_a_few_messages_of_a_rare_language_are_no_alarm(work, clock, account, began):
    arrive(work, clock, account, 300, seed=3, languages=("de",) * 90 + ("en",) * 9 + ("fi",))
    assert levels(finding(work))[Aspect.LANGUAGE] is Level.STEADY


def test_before_four_weeks_are_over_nothing_is_compared(work, clock, account):
    arrive(work, clock, account, 500)
    found = finding(work)
    assert (found.enough, found.shifts, found.recent.messages) == (False, (), 0)
    assert found.examined_at < found.reference.end


def test_too_few_messages_are_said_to_be_too_few(work, clock, account, began):
    arrive(work, clock, account, ENOUGH - 1, languages=("pl",))
    found = finding(work)
    assert (found.enough, found.shifts, found.level) == (False, (), Level.STEADY)
    assert found.recent.messages == ENOUGH - 1


def test_where_nothing_was_judged_nothing_is_found(work):
    found = finding(work)
    assert (found.enough, found.reference.messages, found.recent.messages) == (False, 0, 0)


def test_each_model_is_compared_with_its_own_beginning(work, clock, account, began):
    arrive(work, clock, account, 300, model="new-2", languages=("pl",))
    found = drift.compare(drift.gather(work, "new-2"), Reader(), sampling)
    assert not found.enough
    assert found.reference.end - found.reference.begin == REFERENCE
    assert found.reference.messages == 300


def test_the_windows_never_overlap(work, clock, account, began):
    arrive(work, clock, account, 250)
    samples = drift.gather(work, MODEL)
    reference, recent = samples.reference.window, samples.recent.window
    assert recent.begin >= reference.end
    assert recent.end - recent.begin <= RECENT


def test_a_large_index_that_chance_explains_is_steady():
    assert Shift(Aspect.WORDS, 0.3, 0.4, 0.1, 0.2).level is Level.STEADY
    assert Shift(Aspect.WORDS, 0.2, 0.1, 0.1, 0.2).level is Level.WATCH
    assert Shift(Aspect.WORDS, 0.25, 0.1, 0.1, 0.2).level is Level.ALARM
    assert Shift(Aspect.WORDS, 0.09, 0.0, 0.1, 0.2).level is Level.STEADY


def test_a_finding_is_read_back_from_the_log_as_it_was(work, clock, account, began):
    arrive(work, clock, account, 300, languages=("de", "pl"))
    kept = drift_log.keep(work, finding(work))
    read = drift_log.latest(work, MODEL)
    assert (read.model, read.examined_at, read.level) == (MODEL, kept.examined_at, Level.ALARM)
    assert (read.reference, read.recent) == (kept.reference, kept.recent)
    assert [(s.aspect, s.index, s.level, s.sort) for s in read.shifts] == [
        (s.aspect, s.index, s.level, s.sort) for s in kept.shifts
    ]
    (entry,) = work.audit_of(f"drift:{MODEL}")
    assert (entry.actor, entry.act, entry.detail["level"]) == ("streife", "drift_examined", "alarm")


def test_a_day_has_one_finding_for_each_model(work, clock):
    assert drift_log.due(work, MODEL)
    found = finding(work)
    assert drift_log.keep(work, found) == found
    assert not drift_log.due(work, MODEL)
    assert drift_log.keep(work, found) is None
    assert drift_log.due(work, "other")
    clock.forward(days=1)
    assert drift_log.due(work, MODEL)
    assert timedelta(0) == drift_log.latest(work, MODEL).examined_at - found.examined_at
