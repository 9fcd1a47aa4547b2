import random

import numpy as np
import pytest

from casework.labels import Hostility, Intent, Urgency
from classifier.archive import MODEL, open_archive
from classifier.corpus import load_examples
from classifier.explain import word_weights
from classifier.judge import wanted_heads
from classifier.normalise import read
from classifier.parts import split
from classifier.safety_net import alarms
from classifier.text import take_in
from tests.contracts.classifier import STRANGE_TEXTS, ClassifierContract

SHORTEST = 20  # one word alone has nothing left
LONG_GREETING = "Vielen Dank fuer den schoenen Tag der offenen Tuer. " * 300


class TestAssessor(ClassifierContract):
    pass


def verdict_on(classifier, text):
    return classifier.assess([text])[0]


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Vielen lieben Dank für Ihre tolle Arbeit!", Intent.PRAISE),
        ("Wann hat die Wache am Samstag geöffnet?", Intent.QUESTION),
        ("Mein Fahrrad wurde gestern gestohlen, wie erstatte ich Anzeige?", Intent.REPORT),
        ("Gewinne jetzt 5000 Euro mit Bitcoin, klick auf den Link www.reich.com", Intent.SPAM),
        ("Hilfe, mein Mann ist bewusstlos und atmet nicht mehr!", Intent.EMERGENCY),
    ],
)
def test_plain_messages_are_read_right(classifier, text, intent):
    assert verdict_on(classifier, text).intent is intent


def test_plain_abuse_is_an_insult(classifier):
    assert (
        Hostility.INSULT in verdict_on(classifier, "Du dummes Arschloch, verpiss dich du Wichser").hostility
    )


def test_disguised_abuse_reads_like_plain_abuse(classifier):
    plain = verdict_on(classifier, "Du Arschloch, du Wichser")
    disguised = verdict_on(classifier, "Du A r s c h l o c h, du W1chser")
    assert Hostility.INSULT in plain.hostility
    assert disguised.hostility == plain.hostility
    assert disguised.target == plain.target


def test_an_announced_suicide_is_acute_and_its_words_are_shown(classifier):
    text = "Danke für alles, Kira. Ich bringe mich heute um."
    verdict = verdict_on(classifier, text)
    assert verdict.intent is Intent.EMERGENCY
    assert any("bringe mich heute um" in text[r.start : r.end] and r.weight > 0 for r in verdict.reasons)


def test_the_point_at_the_end_of_a_very_long_message_is_read(classifier):
    text = LONG_GREETING + "Ich bringe mich heute um."
    assert len(text) > 8_000
    assert verdict_on(classifier, text).urgency is Urgency.ACUTE


def test_the_words_weights_add_up_to_their_part_of_the_margin():
    model = open_archive(MODEL).model
    texts = [take_in(one) for one in [*STRANGE_TEXTS, "Du Arsch", "Wer hat die Scheibe eingeschlagen?"]]
    weighed = model.weigh(texts)
    words = weighed.matrix @ model.weights
    wanted = np.random.default_rng(1).normal(size=words.shape)
    said = [w.sum() for w in word_weights(model, weighed, [text.reading for text in texts], wanted)]
    assert np.array(said) == pytest.approx((words * wanted).sum(axis=1), abs=1e-4)


def test_taking_the_strongest_span_away_weakens_the_verdict(classifier):
    model = open_archive(MODEL).model
    texts = [e.text for e in split(load_examples()).test if len(e.text) >= SHORTEST]
    texts = random.Random(500).sample(texts, 500)
    verdicts = classifier.assess(texts)
    shortened = [without_strongest(text, verdict) for text, verdict in zip(texts, verdicts, strict=True)]
    before, after = (model.look([take_in(text) for text in some]).odds for some in (texts, shortened))
    wanted = np.array([wanted_heads(verdict) for verdict in verdicts])
    assert np.mean((before * wanted).sum(axis=1) > (after * wanted).sum(axis=1)) > 0.9


def without_strongest(text, verdict):
    strongest = max(verdict.reasons, key=lambda reason: reason.weight)
    return text[: strongest.start] + text[strongest.end :]


def test_a_grave_verdict_says_what_it_loses_without_each_span(classifier):
    model = open_archive(MODEL).model
    text = "Guten Tag Frau Ahlers, du bist das letzte Stück Dreck, du Schlampe"
    [verdict] = classifier.assess([text])
    assert verdict.hostility
    looked = model.look([take_in(text)])
    assert looked.twice.all()
    for reason in verdict.reasons:
        rest = [take_in(text[: reason.start] + text[reason.end :])]
        left = model.second_odds(model.margins(model.weigh(rest).matrix), rest)
        lost = (looked.odds[0] - left[0]) @ wanted_heads(verdict)
        assert reason.weight == pytest.approx(lost, abs=1e-3)


def test_words_that_ring_the_safety_net_speak_for_the_emergency(classifier):
    text = "Mir egal was ihr denkt, ich bringe mich um, Punkt, und jetzt Bundesliga"
    [verdict] = classifier.assess([text])
    assert verdict.urgency is Urgency.ACUTE
    [rang] = [reason for reason in verdict.reasons if "bringe mich um" in text[reason.start : reason.end]]
    assert rang.weight > 1


def test_a_foreign_language_is_unsure_and_named(classifier):
    verdict = verdict_on(classifier, "Dün gece mahallemizde hırsızlık oldu, lütfen yardım edin.")
    assert verdict.abstained
    assert verdict.language == "tr"


def test_in_a_flood_alarms_go_first(classifier):
    flood = ["Schönes Wochenende euch allen!", "Wann ist die Wache offen?"] * 200
    flood.insert(300, "Hilfe, er hat ein Messer und schlägt auf sie ein")
    flood.insert(100, "Ich finde dich und bringe dich um, du Bullenschwein")
    assert set(classifier.foremost(flood)[:2]) == {100, 301}


def test_reasons_are_few_and_stand_in_order(classifier):
    for verdict in classifier.assess(STRANGE_TEXTS):
        assert len(verdict.reasons) <= 6
        assert list(verdict.reasons) == sorted(verdict.reasons, key=lambda reason: reason.start)


def test_an_alarm_lifts_the_score_to_the_floor(classifier):
    text = "Vor der Schule läuft gerade einer mit einem Messer rum"
    assert alarms(read(text))
    assert verdict_on(classifier, text).intent_scores[Intent.EMERGENCY] >= 0.9


def test_everyday_words_are_known_and_made_up_ones_are_not(classifier):
    everyday, foreign, empty = classifier.known(
        ["Danke für die schnelle Hilfe gestern", "Xqzvt brmplk wjrrtz nnqqpl", "!?"]
    )
    assert everyday == 1
    assert foreign < 0.3
    assert empty == 1
