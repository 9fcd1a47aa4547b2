from collections import Counter

import pytest

from casework.errors import Refused
from casework.labels import GROUPS
from classifier.corpus import load_examples
from classifier.parts import FILE, Part, split


@pytest.fixture(scope="module")
def parts():
    return split(load_examples())


def test_no_writer_stands_in_two_parts(parts):
    writers = [{one.group for one in getattr(parts, part)} for part in Part]
    assert sum(map(len, writers)) == len(set().union(*writers))


def test_no_text_stands_in_two_parts(parts):
    texts = [{one.text.strip().lower() for one in getattr(parts, part)} for part in Part]
    assert sum(map(len, texts)) == len(set().union(*texts))


def test_the_mentions_are_harmless_in_four_languages_and_name_every_group_often_enough(parts):
    assert {one.lang for one in parts.mentions} == {"de", "en", "nl", "sv"}
    assert not [one for one in parts.mentions if one.hostility]
    counted = Counter(group for one in parts.mentions for group in one.mentions)
    assert set(counted) == set(GROUPS)
    assert min(counted.values()) >= 35


def test_every_part_has_every_label_in_four_languages(parts):
    for part in (Part.TRAIN, Part.CALIBRATION, Part.TEST):
        chosen = getattr(parts, part)
        assert {one.lang for one in chosen} == {"de", "en", "nl", "sv"}
        assert len({one.intent for one in chosen}) == 9
        assert len({kind for one in chosen for kind in one.hostility}) == 8


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        ('calibration = ["de1-a"]\ntest = ["de1-a"]', "stands in two parts"),
        ("calibration = [", "cannot be read"),
        ('calibration = ["de1-a"]\ntest = ["nobody"]', "no examples for test"),
    ],
)
def test_a_bad_list_is_refused(tmp_path, listed, said):
    (tmp_path / FILE).write_text(listed, encoding="utf-8")
    with pytest.raises(Refused, match=said):
        split(load_examples(), tmp_path)
