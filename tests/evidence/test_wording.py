"""The report's German words: one for each label, none left over."""

import pytest

from evidence.wording import WORDS, say


@pytest.mark.parametrize("kind", WORDS)
def test_each_label_has_a_word(kind):
    assert set(WORDS[kind]) == {label.value for label in kind}
    assert all(say(label).strip() for label in kind)
