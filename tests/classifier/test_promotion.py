import json
from dataclasses import asdict, replace

import pytest

from casework.assessment import urgency_of
from casework.labels import Hostility, Intent, Target
from classifier.corpus import Example
from classifier.judge import Judgement
from classifier.promotion import ALL, CORRECTED, DESK, compare


def a_text(number, group="writer", **given):
    basics = {"intent": Intent.PRAISE, "hostility": (), "target": Target.NONE, "lang": "de"}
    return Example(text=f"Text {number}", group=f"{group}{number}", **{**basics, **given})


def said_of(example, **wrong):
    """A judgement as the example is labelled, but for what is named."""
    labels = {"intent": example.intent, "hostility": example.hostility, "target": example.target, **wrong}
    return Judgement(
        **labels,
        intent_scores={i: float(i is labels["intent"]) for i in Intent},
        hostility_scores={h: float(h in labels["hostility"]) for h in Hostility},
        urgency=urgency_of(labels["intent"], labels["hostility"]),
        abstained=False,
    )


@pytest.fixture
def texts():
    """Alarms and thanks in two languages, criticism, and corrections from the desk."""
    alarms = [a_text(n, intent=Intent.EMERGENCY, lang="de" if n % 2 else "nl") for n in range(80)]
    thanks = [a_text(n, "other") for n in range(80)]
    furious = [a_text(n, "third", intent=Intent.CRITICISM) for n in range(40)]
    return [*alarms, *thanks, *furious, *(a_text(n, DESK, intent=Intent.TIP) for n in range(40))]


def misread(texts, wrongly, **as_what):
    """Judgements, false for those texts of which `wrongly` holds."""
    return [said_of(one, **(as_what if wrongly(number, one) else {})) for number, one in enumerate(texts)]


def right(texts):
    return misread(texts, lambda *_: False)


def is_tip(number, one):
    return one.intent is Intent.TIP and number % 2


def test_what_is_better_and_nowhere_worse_is_promoted(texts):
    found = compare(texts, misread(texts, is_tip, intent=Intent.SPAM), right(texts))
    assert found.promoted
    assert {one.group for one in found.differences if one.better} >= {ALL, CORRECTED}
    assert found.before.intent_macro_f1 < found.after.intent_macro_f1


def test_what_calls_a_group_hostile_for_being_named_is_not_promoted(texts):
    named = [a_text(n, "mention", intent=Intent.OTHER, mentions=("roma",)) for n in range(60)]
    every, first = [*texts, *named], len(texts)
    before = misread(every, is_tip, intent=Intent.SPAM)
    assert compare(every, before, right(every), mentions=60).promoted
    unfair = misread(every, lambda n, _: n >= first and n % 2, hostility=(Hostility.HATE,))
    found = compare(every, before, unfair, mentions=60)
    assert not found.promoted
    assert found.reasons[0].startswith("worse: harmless called hostile (mention of roma, 60 texts)")
    assert found.after.intent_macro_f1 == 1
    assert found.after.false_alarms["group"]["roma"][0] == 0.5


def test_what_is_the_same_is_not_promoted(texts):
    found = compare(texts, right(texts), right(texts))
    assert not found.promoted
    assert found.reasons == ("no main figure is surely better, on all texts or on the corrections",)


@pytest.mark.parametrize(
    ("loss", "as_what", "told"),
    [
        (
            lambda n, e: e.intent is Intent.EMERGENCY and n % 8 == 1,
            {"intent": Intent.TIP},
            "shown acute, recall",
        ),
        (
            lambda n, e: e.intent is Intent.PRAISE and n % 8 == 1,
            {"intent": Intent.EMERGENCY},
            "acute, precision",
        ),
        (
            lambda n, e: e.intent is Intent.CRITICISM and n % 5 == 1,
            {"hostility": (Hostility.HATE,), "target": Target.GROUP},
            "lawful criticism called hostile",
        ),
        (lambda n, e: e.lang == "nl" and n % 4 == 0, {"intent": Intent.REPORT}, "(nl, 40 texts)"),
    ],
)
def test_a_gain_does_not_pay_for_a_loss(texts, loss, as_what, told):
    before = misread(texts, is_tip, intent=Intent.SPAM)
    found = compare(texts, before, misread(texts, loss, **as_what))
    assert not found.promoted
    assert [reason for reason in found.reasons if reason.startswith("worse") and told in reason]


def test_a_small_loss_that_may_be_chance_is_no_loss(texts):
    before = misread(texts, is_tip, intent=Intent.SPAM)
    found = compare(texts, before, misread(texts, lambda n, _: n == 90, intent=Intent.OTHER))
    assert found.promoted, found.reasons


def test_a_great_loss_on_the_written_examples_counts_even_if_it_may_be_chance(texts):
    before = misread(texts, is_tip, intent=Intent.SPAM)
    found = compare(texts, before, misread(texts, lambda n, _: n in (7, 8, 9), intent=Intent.OTHER))
    assert not found.promoted
    assert not [one for one in found.differences if one.worse]
    assert any(reason.startswith("lower") for reason in found.reasons)


def test_one_writers_texts_stand_or_fall_together(texts):
    four = [
        replace(one, group=f"furious{n // 10}") if n in range(160, 200) else one
        for n, one in enumerate(texts)
    ]
    apart, together = (
        compare(same, misread(same, lambda n, _: n in range(160, 170), intent=Intent.SPAM), right(same))
        for same in (texts, four)
    )
    width = [
        next(d.high - d.low for d in found.differences if d.figure == "intent, macro F1" and d.group == ALL)
        for found in (apart, together)
    ]
    assert width[1] > width[0]


def test_figures_of_few_texts_are_left_out(texts):
    few = [*texts, *(a_text(n, "few", intent=Intent.REPORT, lang="sv") for n in range(5))]
    found = compare(few, right(few), right(few))
    assert not [one for one in found.differences if one.figure == "intent report, F1" or one.group == "sv"]


def test_the_same_comparison_comes_out_alike_and_is_told_as_json(texts):
    before = misread(texts, is_tip, intent=Intent.SPAM)
    one, other = (json.dumps(asdict(compare(texts, before, right(texts)))) for _ in range(2))
    assert one == other
    assert "NaN" not in one
