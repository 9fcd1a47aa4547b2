"""A message on which the classifier fails is seen by a person, and keeps no other waiting."""

import logging
from datetime import timedelta

import pytest

from casework import emergencies, judging, unjudged
from casework.assessment import Assessment
from casework.labels import Intent, Urgency
from casework.message import Message
from casework.people import Role
from tests.builders import a_message, a_person, a_verdict, an_account, received

POISON, CRY = "Lindenstr. 5, äbäbäb", "Hilfe, er hat ein Messer"


class Fragile:
    """Fails on one text, whatever stands beside it; a cry for help it knows."""

    model = "fragile-1"

    def assess(self, texts, contexts=None):
        self._look(texts)
        return [a_verdict(Intent.EMERGENCY if t == CRY else Intent.PRAISE, model=self.model) for t in texts]

    def foremost(self, texts):
        self._look(texts)
        return [*range(len(texts))]

    def _look(self, texts):
        if POISON in texts:
            raise KeyError(POISON)


@pytest.fixture
def kira(store):
    with store.begin() as work:
        return a_person(work, Role.OFFICER)


@pytest.fixture
def came(store, kira):
    """Ids of a poisoned message and of three others, a cry for help the oldest."""
    with store.begin() as work:
        account = an_account(work, kira.officer)
        return [a_message(work, account, text).id for text in (CRY, "Danke!", POISON, "Toll!")]


def _message(store, message_id):
    with store.view() as work:
        return work.get(Message, message_id)


@pytest.mark.parametrize("limit", [500, 2, 1])
def test_where_the_classifier_fails_on_one_the_others_are_judged_all_the_same(store, came, limit):
    while judging.assess(store, Fragile(), limit):
        pass
    cry, thanks, poison, praise = (_message(store, i) for i in came)
    assert (cry.intent, cry.urgency, cry.abstained) == (Intent.EMERGENCY, Urgency.ACUTE, False)
    assert [m.urgency for m in (thanks, praise)] == [Urgency.ROUTINE] * 2
    assert (poison.intent, poison.urgency, poison.abstained) == (Intent.OTHER, Urgency.ACUTE, True)


def test_the_one_on_which_it_fails_waits_as_one_that_may_be_an_emergency(store, kira, came):
    judging.assess(store, Fragile())
    with store.view() as work:
        assert [m.id for m in emergencies.of(work, kira, 9, 9).maybe.messages] == [came[2]]
        (kept,) = work.find(Assessment, message_id=came[2])
        others = work.find(Assessment, message_id=[came[0], came[1], came[3]])
    assert kept.verdict.failed
    assert not any(one.verdict.failed for one in others)


def test_the_logs_name_the_message_and_the_error_and_not_a_word_of_it(store, came, caplog):
    with caplog.at_level(logging.ERROR):
        judging.assess(store, Fragile())
    assert f"message {came[2]} cannot be judged, a person must read it: KeyError" in caplog.text
    assert "Lindenstr" not in caplog.text
    with store.view() as work:
        (noted,) = (e for e in work.audit_of(f"message:{came[2]}") if e.act == "not_judged")
        (judged,) = (e for e in work.audit() if e.act == "assessed")
    assert noted.detail == {"error": "KeyError"}
    assert judged.detail["model"] == "fragile-1"


def test_the_longest_waiting_wording_counts_from_its_own_receipt(store, clock):
    with store.begin() as work:
        account = an_account(work)
        assert unjudged.longest(work) == timedelta()
        a_message(work, account, native_id="1")
    judging.assess(store, Fragile())
    clock.forward(hours=5)
    with store.begin() as work:
        work.take_in(account, [received("Anders", native_id="1")])
        assert unjudged.longest(work) == timedelta()
        clock.forward(minutes=3)
        a_message(work, account)
        assert unjudged.longest(work) == timedelta(minutes=3)
    judging.assess(store, Fragile())
    with store.view() as work:
        assert unjudged.longest(work) == timedelta()


class Broken(Fragile):
    """Fails on everything, for a while."""

    def _look(self, texts):
        raise MemoryError


def test_while_the_classifier_fails_on_everything_nothing_is_written_and_the_next_look_judges(store, came):
    with pytest.raises(MemoryError):
        judging.assess(store, Broken())
    with store.view() as work:
        assert work.find(Assessment) == []
    assert {a.message_id for a in judging.assess(store, Fragile())} == {*came}
