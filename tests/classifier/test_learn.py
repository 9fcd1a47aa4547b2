from dataclasses import replace

import numpy as np
import pytest

from casework.errors import Refused
from casework.labels import Intent, Target
from classifier import fit
from classifier.known import Evidence, choose_columns, matrix_of
from classifier.learn import FEWEST_CORRECTIONS, compare_recipes, examples_of, learn, usable
from classifier.lesson import Lesson
from classifier.model import HEADS
from classifier.promotion import ALL, CORRECTED, WRITTEN
from classifier.text import take_in
from tests import teaching


@pytest.fixture(autouse=True)
def few_folds(monkeypatch):
    """Half as many as at work: enough to tell right from wrong, in half the time."""
    monkeypatch.setattr(fit, "FOLDS", 3)


@pytest.fixture(scope="module")
def public(tmp_path_factory):
    return teaching.write_public(tmp_path_factory.mktemp("public"))


@pytest.fixture(scope="module")
def some(tmp_path_factory):
    """A few examples of every label, and where they lie."""
    examples, _ = teaching.halves("de", 3, 3)
    return examples, teaching.write_examples(tmp_path_factory.mktemp("examples"), examples)


@pytest.fixture(scope="module")
def desk():
    """Examples of every label, and other writers' texts for corrections."""
    return teaching.halves("de", 12, 12)


def compared(desk, corrections):
    """Old recipe (the examples) against new (corrections too), by words alone: it is enough."""
    written, _ = desk
    told = examples_of(corrections, written)
    writers = sorted({one.group for one in written})
    kept, asked = ([e for e in written if e.group in writers[at::2]] for at in (0, 1))
    examples = [*kept, *told, *kept, *asked]  # what is learnt from calibrates too: it's no figure that counts
    texts = [take_in(one.text) for one in examples]
    first = len(kept) + len(told)
    readings = [text.reading for text in texts]
    matrix = matrix_of(choose_columns(readings[:first], np.arange(first), []), readings)
    signals = np.array([text.signals for text in texts])
    nothing = np.zeros((len(texts), HEADS))
    seen = Evidence(nothing, matrix, nothing, nothing, signals)
    every = np.arange(len(examples))
    behind = first + len(kept)
    lesson = Lesson(
        examples, texts, told, every[:first], every[first:behind], every[behind:], every[:0], None, seen
    )
    return compare_recipes(lesson, np.ones(len(told), bool))


def test_right_corrections_are_promoted(desk):
    found = compared(desk, teaching.as_corrections(desk[1]))
    assert found.promoted, found.reasons
    assert all(reason.startswith("better") for reason in found.reasons)


def test_wrong_corrections_are_not_promoted_though_they_agree_with_themselves(desk):
    wrong = teaching.as_corrections(desk[1], intent=Intent.SPAM, hostility=(), target=Target.NONE)
    found = compared(desk, wrong)
    assert not found.promoted
    assert any(one.better and one.group == CORRECTED for one in found.differences)
    assert any(one.worse and one.group in (ALL, WRITTEN) for one in found.differences), found.reasons


def test_what_the_model_in_force_knows_is_nothing_new(public, some):
    corrections = [
        teaching.a_correction(n, f"Text {n}, und zwar ein eigener") for n in range(FEWEST_CORRECTIONS)
    ]
    with pytest.raises(Refused, match="nothing is new"):
        learn(corrections, public, some[1], known=range(FEWEST_CORRECTIONS))


def test_too_few_corrections_are_refused_and_counted(public, some):
    with pytest.raises(Refused, match="19 that can be learnt from; at least 20"):
        learn([teaching.a_correction(n, f"Text {n}") for n in range(19)], public, some[1])


def test_what_one_citizen_wrote_alone_is_refused_before_the_long_work(public, some):
    corrections = [
        teaching.a_correction(n, f"Text {n}, und zwar ein eigener", author="one") for n in range(20)
    ]
    with pytest.raises(Refused, match="by one writer"):
        learn(corrections, public, some[1])


def test_of_the_same_text_the_newest_correction_counts_and_silence_teaches_nothing():
    first, second = teaching.a_correction(1), teaching.a_correction(2, " Da brennt es! ", intent=Intent.OTHER)
    assert usable([second, teaching.a_correction(3, "👍 !!"), first]) == [second]


def test_each_citizen_is_a_writer_but_a_known_text_keeps_its_own(some):
    known = some[0][0]
    told = examples_of([teaching.a_correction(1), teaching.a_correction(2, f" {known.text}\n")], some[0])
    assert [one.group for one in told] == ["desk-citizen1", known.group]


def test_the_copies_of_a_pile_on_are_one_writers():
    copies = [replace(teaching.a_correction(n, f"Schande! {'!' * n}"), wave=7) for n in (1, 2)]
    assert {one.group for one in examples_of(copies, [])} == {"desk-wave 7"}


@pytest.mark.parametrize(
    ("said", "text", "lang"),
    [
        ("sv-SE", "Hej", "sv"),
        ("", "Waar kan ik mijn fiets laten registreren?", "nl"),
        ("ru", "Guten Tag!", "de"),
    ],
)
def test_the_network_names_the_language_or_else_the_words_do(said, text, lang):
    assert [one.lang for one in examples_of([teaching.a_correction(1, text, lang=said)], [])] == [lang]
