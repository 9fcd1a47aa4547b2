import json
import shutil

import numpy as np
import pytest

from casework.errors import Refused
from classifier import encoder
from classifier.e5_file import BLOCK_BYTES, FILE, replaced, tensors

KNIFE = "Vor der Schule steht einer mit einem Messer"


@pytest.fixture
def copied(tmp_path):
    """A copy of the tuned numbers, to be spoilt."""
    for name in (encoder.ARRAYS, encoder.CARD):
        shutil.copy(encoder.FOLDER / name, tmp_path / name)
    return tmp_path


@pytest.fixture(scope="module")
def image():
    return FILE.read_bytes()


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
    assert knife @ blade > knife @ lost + 0.2


def test_altered_numbers_are_refused(copied):
    content = bytearray((copied / encoder.ARRAYS).read_bytes())
    content[len(content) // 2] ^= 1
    (copied / encoder.ARRAYS).write_bytes(content)
    with pytest.raises(Refused, match="SHA-256 differs"):
        encoder.tuned(copied)


@pytest.mark.parametrize("changed", [{"base_sha256": "0"}, {"format": 99}])
def test_numbers_for_other_weights_are_refused(copied, changed):
    card = json.loads((copied / encoder.CARD).read_text(encoding="utf-8"))
    (copied / encoder.CARD).write_text(json.dumps({**card, **changed}), encoding="utf-8")
    with pytest.raises(Refused, match="other weights"):
        encoder.tuned(copied)


def test_a_missing_description_is_refused_with_its_remedy(tmp_path):
    with pytest.raises(Refused, match="streife train"):
        encoder.tuned(tmp_path)


def test_only_the_scales_of_a_block_are_replaced(image):
    place = tensors(image)["l3.q.w"]
    count = place.size // BLOCK_BYTES
    changed = replaced(image, {"l3.q.w": np.zeros(count, np.float16)})
    before, after = (np.frombuffer(one, np.uint8, place.size, place.start) for one in (image, changed))
    assert not after.reshape(-1, BLOCK_BYTES)[:, :2].any()
    assert np.array_equal(before.reshape(-1, BLOCK_BYTES)[:, 2:], after.reshape(-1, BLOCK_BYTES)[:, 2:])
    assert changed[: place.start] == image[: place.start]


def test_a_tensor_of_another_size_is_named(image):
    with pytest.raises(ValueError, match=r"l3\.q\.b: 3 numbers for 384"):
        replaced(image, {"l3.q.b": np.zeros(3, np.float32)})


def test_another_file_is_no_weights():
    with pytest.raises(ValueError, match="not weights"):
        tensors(b"GGUF and more")
