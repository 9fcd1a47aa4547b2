"""An emergency in pieces rings, and nothing else changes by what was written before."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.assessment import Context, Reason
from casework.labels import Hostility, Intent, Kind, Urgency
from classifier import together
from tests.builders import a_verdict
from tests.contracts.classifier import STRANGE_TEXTS, TEXTS, promises

PIECES = ("Hilfe bitte", "mein mann", "er hat ein messer", "lindenstr 5")
CALM, ACUTE = a_verdict(Intent.OTHER, reasons=()), Urgency.ACUTE


def reader(finds):
    """Judges as it is told, and notes what it was given."""
    asked = []

    def read(texts):
        asked.extend(texts)
        return [finds(text) for text in texts]

    read.asked = asked
    return read


def both(text):
    """An emergency is where both words stand."""
    if "mein mann" not in text or "kommt" not in text:
        return CALM
    begin = text.index("mein mann")
    reasons = (Reason(begin, begin + 9, 1.0), Reason(text.index("kommt"), len(text), 2.0))
    return a_verdict(Intent.EMERGENCY, reasons=reasons)


def judged(read, text, *before, after=()):
    return together.verdicts(read, [text], read([text]), [Context(Kind.DM, before, after)])[0]


def test_pieces_that_are_an_emergency_only_together_ring_and_say_with_how_many():
    found = judged(reader(both), "er kommt", "hallo", "mein mann")
    assert (found.urgency, found.read_with) == (ACUTE, 2)


def test_pieces_that_come_in_the_wrong_order_ring_too():
    found = judged(reader(both), "mein mann", "hallo", after=("er kommt",))
    assert (found.urgency, found.read_with) == (ACUTE, 2)
    assert [("mein mann"[r.start : r.end]) for r in found.reasons] == ["mein mann"]


def test_before_an_emergency_the_line_that_comes_late_is_no_new_one():
    assert judged(reader(both), "hallo", after=("mein mann", "er kommt")) == CALM


def test_the_reasons_are_the_texts_own_characters():
    found = judged(reader(both), "er kommt", "hallo", "mein mann")
    assert [("er kommt"[r.start : r.end], r.weight) for r in found.reasons] == [("kommt", 2.0)]


def test_a_reason_that_begins_before_the_text_is_clipped_to_it():
    whole = a_verdict(Intent.EMERGENCY, reasons=(Reason(3, 9, 1.0),))
    read = reader(lambda text: whole if "\n" in text else CALM)
    assert judged(read, "bitte", "Hilfe").reasons == (Reason(0, 3, 1.0),)


def test_after_an_emergency_the_next_line_is_no_new_one():
    found = judged(reader(both), "danke", "mein mann", "er kommt")
    assert found == CALM


def test_an_emergency_that_speaks_for_itself_is_not_read_again():
    read = reader(both)
    found = judged(read, "mein mann kommt", "Hallo")
    assert (found.urgency, found.read_with) == (ACUTE, 0)
    assert read.asked == ["mein mann kommt"]


def test_what_stays_calm_is_read_once_more_and_what_has_nothing_before_it_only_once():
    read = reader(both)
    contexts = [Context(Kind.DM), Context(Kind.DM, ("Hallo",))]
    texts = ["danke", "er kommt"]
    assert together.verdicts(read, texts, [CALM, CALM], contexts) == [CALM, CALM]
    assert read.asked == ["Hallo\ner kommt"]


def test_a_picture_without_words_is_no_emergency_by_what_stood_before_it():
    assert judged(reader(lambda text: both(text + "kommt")), "", "mein mann") == CALM


def test_hostility_stays_that_of_the_text_for_the_words_before_have_their_own_verdict():
    whole = a_verdict(Intent.EMERGENCY, Hostility.THREAT)
    own = a_verdict(Intent.OTHER, Hostility.INSULT)
    read = reader(lambda text: whole if "\n" in text else own)
    found = judged(read, "Trottel", "Ich bringe dich um")
    assert (found.urgency, found.hostility, found.target) == (ACUTE, (Hostility.INSULT,), own.target)
    assert found.hostility_scores == own.hostility_scores


def in_pieces(classifier, pieces):
    contexts = [Context(Kind.DM, tuple(pieces[:n])) for n in range(len(pieces))]
    return classifier.assess(pieces, contexts)


def test_a_call_for_help_in_pieces_rings(classifier):
    assert ACUTE in [verdict.urgency for verdict in in_pieces(classifier, PIECES)]


def test_thanks_after_an_emergency_stay_calm(classifier):
    talk = ["Hilfe, mein Mann ist bewusstlos und atmet nicht mehr!", "Danke für die schnelle Hilfe!"]
    emergency, thanks = in_pieces(classifier, talk)
    assert (emergency.urgency, thanks.urgency) == (ACUTE, Urgency.ROUTINE)


def test_without_words_before_nothing_changes(classifier):
    texts = [*STRANGE_TEXTS, *PIECES]
    alone = classifier.assess(texts)
    for contexts in (None, [Context(Kind.DM)] * len(texts), [Context(Kind.COMMENT)] * len(texts)):
        assert repr(classifier.assess(texts, contexts)) == repr(alone)


def test_a_context_too_few_is_refused_and_not_guessed(classifier):
    with pytest.raises(ValueError, match="shorter"):
        classifier.assess(["Hilfe", "er kommt"], [Context(Kind.DM)])


@given(text=TEXTS, before=st.lists(TEXTS, max_size=4))
@settings(max_examples=40, deadline=None)
def test_whatever_stood_before_the_verdict_is_sound(classifier, text, before):
    [verdict] = classifier.assess([text], [Context(Kind.DM, tuple(before))])
    promises(text, verdict)


def test_the_strangest_words_before_make_no_unsound_verdict(classifier):
    for before in STRANGE_TEXTS:
        [verdict] = classifier.assess(["bitte schnell"], [Context(Kind.COMMENT, (before,))])
        promises("bitte schnell", verdict)
