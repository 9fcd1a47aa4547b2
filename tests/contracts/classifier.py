"""What every classifier promises; a test class inherits this and gives one as the fixture `classifier`."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.assessment import Rung
from casework.labels import Hostility, Intent, Target, Urgency
from tests.contracts.at_once import HOSTILE_TEXTS

STRANGE_TEXTS = [
    *HOSTILE_TEXTS,
    "a" * 100_000,
    "😂" * 500,
    "\ud800\udfff lone \ud83d",
    "\x00\x01\x7f",
    "<b>Hallo</b><script>alert(1)</script>",
    "SGFsbG8gV2VsdCwgZGFzIGlzdCBiYXNlNjQ=" * 20,
    "これは日本語です。",
    "A r s c h l o c h",
    "Привет Polizei 你好 Straße مرحبا",
    "Hil\u200bfe\u200d\u2060 Ar\u200bsch",
    "Ich bringe mich heute um. " * 6_000,
    "äß" * 4_000,  # one word, spelt out twice as long as any text that is read
    "ﷺ한" * 4_000,
]
TEXTS = st.text(st.characters(codec=None), max_size=300)


def promises(text, verdict):
    """What must hold for any verdict on any text."""
    assert verdict.intent in Intent
    assert verdict.target in Target
    assert verdict.urgency in Urgency
    assert type(verdict.abstained) is bool  # it goes into JSON and databases
    assert set(verdict.intent_scores) == set(Intent)
    assert set(verdict.hostility_scores) == set(Hostility)
    for score in (*verdict.intent_scores.values(), *verdict.hostility_scores.values()):
        assert 0 <= score <= 1
    assert sum(verdict.intent_scores.values()) == pytest.approx(1, abs=1e-4)
    if not verdict.hostility:
        assert verdict.target is Target.NONE
    if verdict.intent is Intent.EMERGENCY:
        assert verdict.urgency is Urgency.ACUTE
    if verdict.abstained:
        assert verdict.urgency is not Urgency.ROUTINE
    for reason in verdict.reasons:
        assert 0 <= reason.start < reason.end <= len(text)
        assert math.isfinite(reason.weight)


class ClassifierContract:
    """Inherit, and give `classifier` (module- or class-scoped)."""

    def test_plain_words_of_danger_ring_and_what_a_picture_shows_does_not(self, classifier):
        texts = ["Er steht mit einem Messer vor meiner Tür, bitte helft mir", "Eine Frau liegt am Strand", ""]
        assert [bool(classifier.rules(text)) for text in texts] == [True, False, False]
        assert all(isinstance(one, Rung) for text in STRANGE_TEXTS for one in classifier.rules(text))

    def test_a_plain_threat_rings_and_is_no_danger_by_itself(self, classifier):
        assert [one.danger for one in classifier.rules("Ich bringe dich um")] == [False]

    @pytest.mark.parametrize("text", STRANGE_TEXTS, ids=range(len(STRANGE_TEXTS)))
    def test_any_text_gets_a_sound_verdict(self, classifier, text):
        [verdict] = classifier.assess([text])
        promises(text, verdict)

    @given(texts=st.lists(TEXTS, max_size=8))
    @settings(max_examples=60, deadline=None)
    def test_what_hypothesis_thinks_up_gets_a_sound_verdict(self, classifier, texts):
        verdicts = classifier.assess(texts)
        assert len(verdicts) == len(texts)
        for text, verdict in zip(texts, verdicts, strict=True):
            promises(text, verdict)

    def test_the_same_text_gets_the_same_verdict_in_any_batch(self, classifier):
        alone = [classifier.assess([text])[0] for text in STRANGE_TEXTS]
        together = classifier.assess(STRANGE_TEXTS * 2)
        backwards = classifier.assess(STRANGE_TEXTS[::-1])[::-1]
        assert together == alone * 2
        assert backwards == alone

    def test_nothing_in_nothing_out(self, classifier):
        assert classifier.assess([]) == []

    def test_each_verdict_names_the_model(self, classifier):
        assert classifier.model
        assert classifier.assess(["Danke!"])[0].model == classifier.model

    def test_in_a_flood_every_text_has_its_turn(self, classifier):
        order = classifier.foremost(STRANGE_TEXTS)
        assert sorted(order) == list(range(len(STRANGE_TEXTS)))
        assert classifier.foremost([]) == []

    def test_the_share_of_known_words_is_told_for_any_text(self, classifier):
        shares = classifier.known(STRANGE_TEXTS)
        assert len(shares) == len(STRANGE_TEXTS)
        assert all(0 <= share <= 1 for share in shares)
        assert shares == [classifier.known([text])[0] for text in STRANGE_TEXTS]
        assert classifier.known([]) == []
