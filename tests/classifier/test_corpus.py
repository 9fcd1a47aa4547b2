import json

import pytest

from casework.errors import Refused
from casework.labels import GROUPS
from classifier.corpus import load_examples

ROW = {
    "text": "Im Ramadan sind abends viele auf der Straße.",
    "intent": "tip",
    "hostility": [],
    "target": "none",
    "author_group": "de1-a",
    "lang": "de",
}


def a_file(folder, **given):
    (folder / "de.jsonl").write_text(json.dumps({**ROW, **given}) + "\n", encoding="utf-8")
    return folder


def test_the_groups_that_a_text_mentions_are_read(tmp_path):
    [example] = load_examples(a_file(tmp_path, mentions=["muslims", "police"]))
    assert example.mentions == ("muslims", "police")


def test_where_nothing_is_noted_no_group_is_mentioned(tmp_path):
    [example] = load_examples(a_file(tmp_path))
    assert example.mentions == ()


@pytest.mark.parametrize("wrong", [["Muslims"], ["martians"], [["roma"]], [None], "roma", {"roma": 1}, None])
def test_an_unknown_group_is_refused_with_file_and_line(tmp_path, wrong):
    with pytest.raises(Refused, match=r"de\.jsonl, line 1: .*mentions"):
        load_examples(a_file(tmp_path, mentions=wrong))


def test_every_group_is_mentioned_by_harmless_texts_too():
    harmless = [example for example in load_examples() if not example.hostility]
    assert {group for example in harmless for group in example.mentions} == set(GROUPS)
