import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.errors import Refused
from classifier.corpus import load_examples
from classifier.fit import labels_of
from classifier.model import HOSTILE
from classifier.screen import BATCH, screen_of
from classifier.screen_features import fold
from classifier.screen_training import balanced, fit_screen

KIND = ["Danke für das schöne Fest", "Schöne Grüße und danke", "Ein schöner Abend, vielen Dank"]
RUDE = ["Ihr seid Dreckspack", "So ein Dreckspack seid ihr", "Dreckspack, haut ab"]
ODD = [
    "",
    " ",
    "\ud800",
    "x\udfff\ud83dy",
    "a" * 100_000,
    "Hilfe! " * 20_000,
    "😂🤬" * 50,
    "\u202eneruh\u200b\u0308",
    "<b>\x00</b>",
    "ﷺ" * 9_000,
    "İıſß²①٣",
    "@ @@ @_ http://",
    "\n\t\u2028",
]


@pytest.fixture(scope="module")
def screen():
    return fit_screen(KIND + RUDE, np.where([[False]] * 3 + [[True]] * 3, 1.0, -1.0))


def taught(examples):
    """A screen with the model's heads."""
    return fit_screen([one.text for one in examples], labels_of(examples).answers())


@pytest.fixture(scope="module")
def own():
    """Our own heads, learnt from a tenth of the examples."""
    return taught(load_examples()[::10])


def test_it_learns_what_tells_two_kinds_of_texts_apart(screen):
    kind, rude = screen.scores(["Dank für den schönen Abend", "Verschwinde, du Dreckspack"])
    assert kind[0] < 0 < rude[0]


def test_it_learns_our_own_labels(own):
    examples = load_examples()[1::10]
    hostile = np.array([bool(one.hostility) for one in examples])
    said = own.scores([one.text for one in examples])[:, HOSTILE]
    above = said[hostile][:, None] > said[~hostile][None]
    assert above.mean() > 0.75  # of two messages, one hostile, the hostile one mostly scores higher


@pytest.mark.parametrize("text", ODD, ids=lambda text: ascii(text[:12]))
def test_odd_texts_have_finite_scores(own, text):
    assert np.isfinite(own.scores([text])).all()


def test_a_text_scores_the_same_alone_and_in_any_company(own):
    texts = [*ODD, *KIND, *RUDE]
    alone = np.concatenate([own.scores([text]) for text in texts])
    assert (own.scores(texts) == alone).all()
    assert (own.scores(texts[::-1])[::-1] == alone).all()
    assert (own.scores(KIND * BATCH) == np.tile(own.scores(KIND), (BATCH, 1))).all()


@settings(max_examples=50, deadline=None)
@given(st.lists(st.text(st.characters(codec=None), max_size=40), max_size=6))
def test_any_texts_in_a_batch_score_as_alone(texts):
    screen = fit_screen(KIND + RUDE, np.ones((6, 2)))
    batch = screen.scores(texts)
    assert batch.shape == (len(texts), 2)
    assert np.isfinite(batch).all()
    for text, scores in zip(texts, batch, strict=True):
        assert (screen.scores([text])[0] == scores).all()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("DRECKSPACK", "dreckspack"),
        ("Drеckspаck", "dreckspack"),  # Cyrillic е and а
        ("Dreck\u200bspack", "dreckspack"),
        ("Dr*eckspack", "dreckspack"),
        ("Größe", "groesse"),
        ("@Karl danke", "@Emma danke"),
    ],
)
def test_disguises_are_read_alike(one, other):
    assert fold(one) == fold(other)


def test_drawn_out_words_score_alike(own):
    assert (own.scores(["sooooo gut!!!!"]) == own.scores(["soo gut!!"])).all()


def test_what_stands_in_the_middle_of_a_very_long_text_is_not_read(own):
    head, tail = "Guten Tag. " * 600, " Bis morgen." * 200
    assert (own.scores([head + "x " * 5_000 + tail]) == own.scores([head + "y " * 5_000 + tail])).all()


def test_soft_answers_and_counts_are_learnt_from():
    answers = np.array([[-0.2]] * 3 + [[0.8]] * 3)
    once = fit_screen(KIND + RUDE, answers)
    again = fit_screen(KIND + RUDE, answers, np.array([9.0, 9, 9, 1, 1, 1]))
    assert once.scores(RUDE).mean() > once.scores(KIND).mean()
    assert again.bias < once.bias


def test_balanced_counts_weigh_yes_and_no_alike():
    counts = balanced(np.array([True, False, False, False]))
    assert counts.tolist() == [2, *[pytest.approx(2 / 3)] * 3]
    assert np.isfinite(balanced(np.array([True, True]))).all()


def test_one_kind_of_answer_or_no_shared_words_can_be_learnt_too():
    assert fit_screen(["eins", "zwei"], np.ones((2, 1))).scores(["drei"])[0, 0] == pytest.approx(1)


def test_it_is_stored_in_bytes_and_comes_back_the_same(own):
    arrays = own.arrays()
    assert arrays["weights"].dtype == np.int8
    assert (screen_of(arrays).scores(RUDE) == own.scores(RUDE)).all()


def test_arrays_of_another_shape_are_refused(own):
    with pytest.raises(Refused, match="weights of shape"):
        screen_of(own.arrays() | {"weights": np.zeros((4, 4), np.int8)})


def test_the_same_examples_teach_the_same_screen():
    some = load_examples()[::40]
    assert (taught(some).weights == taught(some).weights).all()
