from dataclasses import replace

from casework.assessment import urgency_of
from casework.labels import Hostility, Intent, Target, Urgency
from classifier.learn import examples_of
from classifier.mistakes import EACH_KIND, LONGEST, NOTHING_HOSTILE, Mistake, mistakes
from tests.classifier.test_promotion import a_text, said_of
from tests.teaching import a_correction

INSULT = {"hostility": (Hostility.INSULT,), "target": Target.OFFICER}


def unsure(example, intent, chance):
    """Read as another intent; the true one still had this chance."""
    judged = said_of(example, intent=intent)
    return replace(judged, intent_scores={**judged.intent_scores, example.intent: chance})


def test_what_is_right_is_no_mistake():
    texts = [a_text(1, intent=Intent.EMERGENCY), a_text(2, intent=Intent.TIP), a_text(3, **INSULT)]
    assert mistakes(texts, [said_of(one) for one in texts]) == ()


def test_each_kind_is_told_by_its_own_labels_the_gravest_first():
    tip, threat, furious, alarm = texts = [
        a_text(1, intent=Intent.TIP),
        a_text(2, intent=Intent.OTHER, hostility=(Hostility.THREAT,)),
        a_text(3, intent=Intent.CRITICISM),
        a_text(4, intent=Intent.EMERGENCY),
    ]
    judged = [
        said_of(tip, intent=Intent.OTHER),
        said_of(threat, hostility=()),
        said_of(furious, **INSULT),
        said_of(alarm, intent=Intent.PRAISE),
    ]
    assert mistakes(texts, judged) == (
        Mistake("Text 4", "emergency", "praise"),
        Mistake("Text 3", NOTHING_HOSTILE, "insult"),
        Mistake("Text 2", "threat", NOTHING_HOSTILE),
        Mistake("Text 1", "tip", "other"),
    )


def test_an_emergency_that_is_shown_as_acute_was_not_missed():
    alarm = a_text(1, intent=Intent.EMERGENCY)
    seen = replace(said_of(alarm, intent=Intent.TIP), urgency=Urgency.ACUTE)
    assert mistakes([alarm], [seen]) == ()


def test_a_tip_taken_for_a_report_or_an_emergency_is_not_lost():
    tip = a_text(1, intent=Intent.TIP)
    for said in (Intent.REPORT, Intent.EMERGENCY):
        assert mistakes([tip], [said_of(tip, intent=said)]) == ()


def test_the_worst_come_first_and_each_language_has_its_turn():
    texts = [a_text(n, intent=Intent.TIP, lang="de" if n < 8 else "nl") for n in range(10)]
    judged = [unsure(one, Intent.OTHER, chance=n / 20) for n, one in enumerate(texts)]
    shown = [one.text for one in mistakes(texts, judged)]
    assert shown == ["Text 0", "Text 8", "Text 1", "Text 9", "Text 2"]
    assert len(shown) == EACH_KIND
    assert mistakes(texts, judged) == mistakes(texts[::-1], judged[::-1])


def test_a_long_text_is_left_out_and_a_text_is_shown_once():
    both = replace(a_text(1, intent=Intent.EMERGENCY, **INSULT), text="Hilfe, du Null")
    long = replace(both, text="x" * (LONGEST + 1))
    judged = said_of(both, intent=Intent.OTHER, hostility=(), target=Target.NONE)
    assert judged.urgency is urgency_of(Intent.OTHER, ())
    assert [one.text for one in mistakes([both, long], [judged, judged])] == ["Hilfe, du Null"]


def test_a_citizens_words_are_never_shown():
    [corrected] = examples_of([a_correction(1, intent=Intent.TIP)], [])
    assert mistakes([corrected], [said_of(corrected, intent=Intent.OTHER)]) == ()
