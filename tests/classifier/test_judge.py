"""What a verdict makes of probabilities: what is sure stands, what is in doubt is never hidden."""

import numpy as np
import pytest

from casework.labels import Hostility, Intent, Target, Urgency
from classifier.calibrate import choose
from classifier.fit import Labels
from classifier.judge import judge, likeliest
from classifier.model import HOSTILITIES, INTENTS, TARGETS, Scores
from classifier.text import take_in
from classifier.thresholds import Thresholds

LIMITS = Thresholds(
    emergency=0.3,
    acute=0.05,
    intent=0.5,
    tip=0.667,
    hostile=0.6,
    hostility={one.value: 0.4 for one in Hostility},
)


def judged(intent=Intent.PRAISE, sure=0.9, hostile=0.01, text="Danke für alles", insult=None, tip=None):
    """The verdict on a text of which the intent has this chance, any hostility that, an insult that, and a
    tip that."""
    others = (1 - sure) / (len(INTENTS) - 2)
    intents = [sure if one is intent else others * (one is not Intent.EMERGENCY) for one in INTENTS]
    if tip is not None:
        intents[INTENTS.index(Intent.TIP)] = tip
    insult = hostile if insult is None else insult
    kinds = [insult if one is Hostility.INSULT else 0.0 for one in HOSTILITIES]
    aimed = [float(one is Target.OFFICER) for one in TARGETS]
    scores = Scores(
        *(np.array(row)[None] for row in (intents, kinds)), np.array([hostile]), np.array([aimed])
    )
    return judge(scores, 0, LIMITS, take_in(text))


def test_what_is_sure_and_harmless_can_wait():
    found = judged()
    assert (found.urgency, found.abstained) == (Urgency.ROUTINE, False)


def test_an_intent_in_doubt_is_unsure_and_read_today():
    found = judged(sure=0.49)
    assert (found.urgency, found.abstained) == (Urgency.TODAY, True)


@pytest.mark.parametrize("hostile", [0.4, 0.59])
def test_what_may_be_hostile_is_called_nothing_and_read_today(hostile):
    found = judged(hostile=hostile)
    assert (found.hostility, found.urgency, found.abstained) == ((), Urgency.TODAY, True)


def test_a_likely_insult_in_a_text_that_is_hardly_hostile_is_a_contradiction_and_read_today():
    found = judged(hostile=0.2, insult=0.6)
    assert (found.hostility, found.urgency, found.abstained) == ((), Urgency.TODAY, True)


def test_a_plain_threat_is_never_routine_whatever_the_model_thinks():
    found = judged(text="Ich bringe dich um")
    assert (found.urgency, found.abstained) == (Urgency.TODAY, True)


def test_a_plain_threat_that_was_taken_for_an_insult_is_read_today():
    found = judged(text="Du Depp, ich bringe dich um", hostile=0.9)
    assert (found.hostility, found.urgency, found.abstained) == (
        (Hostility.INSULT,),
        Urgency.TODAY,
        False,
    )


def test_what_is_no_language_is_unsure():
    found = judged(text="QmFzZTY0IGlzdCBrZWluZSBTcHJhY2hlIHNvbmRlcm4gMTIz")
    assert (found.urgency, found.abstained) == (Urgency.TODAY, True)


def test_where_hostility_is_sure_it_stands_whatever_the_intent():
    found = judged(sure=0.49, hostile=0.9)
    assert (found.hostility, found.target, found.abstained) == ((Hostility.INSULT,), Target.OFFICER, False)


def test_a_foreign_language_is_unsure_and_read_today():
    found = judged(text="Добрый день, у меня вопрос о моём велосипеде, который пропал вчера вечером")
    assert (found.urgency, found.abstained) == (Urgency.TODAY, True)


def test_an_emergency_in_doubt_is_acute_all_the_same():
    found = judged(intent=Intent.EMERGENCY, sure=0.1)
    assert (found.urgency, found.abstained) == (Urgency.ACUTE, True)


def test_tip_and_report_stand_together_and_need_less_than_others():
    chances = dict.fromkeys(Intent, 0.0) | {Intent.PRAISE: 0.55, Intent.TIP: 0.2, Intent.REPORT: 0.18}
    row = np.array([chances[one] for one in INTENTS])
    assert INTENTS[likeliest(row, 0.667)] is Intent.TIP
    assert INTENTS[likeliest(row, 0.7)] is Intent.PRAISE


def test_a_tip_less_probable_than_praise_is_named_and_unsure():
    found = judged(sure=0.55, text="Da steht seit Tagen ein Auto", tip=0.4)
    assert (found.intent, found.urgency, found.abstained) == (Intent.TIP, Urgency.TODAY, True)


def test_a_wrong_suggestion_costs_two_questions():
    """Of what is said with 0.45 three quarters are wrong, of what is said with more nothing."""
    said = np.repeat([0.45, 0.55, 0.85], 40)
    truth = np.full(len(said), INTENTS.index(Intent.PRAISE))
    truth[:30] = INTENTS.index(Intent.QUESTION)  # three quarters wrong
    intents = np.tile((1 - said)[:, None] / (len(INTENTS) - 1), len(INTENTS))
    intents[:, INTENTS.index(Intent.PRAISE)] = said
    nothing = np.zeros((len(said), len(HOSTILITIES)))
    scores = Scores(intents, nothing, np.zeros(len(said)), np.zeros((len(said), len(TARGETS))))
    labels = Labels(truth, nothing.astype(bool), np.zeros(len(said), int), np.arange(len(said)))
    assert 0.45 < choose(scores, labels).intent <= 0.55
