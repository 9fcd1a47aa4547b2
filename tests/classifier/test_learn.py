import numpy as np
import pytest
from sklearn.metrics.pairwise import rbf_kernel

from casework.errors import Refused
from casework.labels import Intent, Target
from classifier.fit import Alike
from classifier.learn import FEWEST_CORRECTIONS, compare_recipes, examples_of, learn, usable
from classifier.nearness import learn_space, places_of
from classifier.promotion import ALL, CORRECTED, WRITTEN
from classifier.text import take_in
from tests import teaching


@pytest.fixture(scope="module")
def public(tmp_path_factory):
    return teaching.write_public(tmp_path_factory.mktemp("public"))


@pytest.fixture(scope="module")
def some(tmp_path_factory):
    """A few examples of every label, and where they lie."""
    examples, _ = teaching.halves("de", 3, 3)
    return examples, teaching.write_examples(tmp_path_factory.mktemp("examples"), examples)


def alike(texts):
    """How alike texts are by the swift encoder alone: enough to compare recipes by."""
    views = np.array([text.views for text in texts])
    places = places_of(learn_space(views), views)
    near = rbf_kernel(places, gamma=1 / 3)
    return Alike(3 * near, 3 * near, np.array([text.signals for text in texts]))


@pytest.fixture(scope="module")
def desk():
    """Examples of every label; other writers' texts for corrections; how alike all of them are."""
    examples, others = teaching.halves("de", 3, 9)
    texts = [take_in(one.text) for one in [*examples, *others]]
    return examples, others, texts, alike(texts)


def compared(desk, corrections):
    """Old recipe (the examples) against new (corrections too)."""
    written, _, texts, near = desk
    examples = [*written, *examples_of(corrections, written)]
    return compare_recipes(examples, texts, near, np.arange(len(examples)) < len(written))


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


def test_of_the_same_text_the_newest_correction_counts_and_silence_teaches_nothing():
    first, second = teaching.a_correction(1), teaching.a_correction(2, " Da brennt es! ", intent=Intent.OTHER)
    assert usable([second, teaching.a_correction(3, "👍 !!"), first]) == [second]


def test_each_citizen_is_a_writer_but_a_known_text_keeps_its_own(some):
    known = some[0][0]
    told = examples_of([teaching.a_correction(1), teaching.a_correction(2, f" {known.text}\n")], some[0])
    assert [one.group for one in told] == ["desk-citizen1", known.group]


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
