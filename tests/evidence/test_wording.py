"""The report's German words: one for each label, none left over."""

import pytest

from evidence.wording import WORDS, changes, say


@pytest.mark.parametrize("kind", WORDS)
def test_each_label_has_a_word(kind):
    assert set(WORDS[kind]) == {label.value for label in kind}
    assert all(say(label).strip() for label in kind)


def test_a_correction_is_told_in_german():
    labels = {"intent": "other", "hostility": ["insult", "threat"], "target": "officer"}
    told = changes({"from": {**labels, "hostility": [], "target": "none"}, "to": labels})
    assert told == (
        "vorher: feindselig nein, Anliegen Sonstiges, gegen niemand; "
        "jetzt: feindselig Beleidigung und Drohung, Anliegen Sonstiges, gegen Polizistin oder Polizist"
    )


@pytest.mark.parametrize("detail", [{"x": 1}, {"to": "y"}, {"intent": "unknown"}, {"hostility": [None]}, {}])
def test_a_change_of_unknown_shape_is_told_as_it_is(detail):
    assert all(f"{value}".strip("[]") in changes(detail) for value in detail.values())
