"""What is new in a text, word by word."""

import re
from difflib import SequenceMatcher

MOST_WORDS = 2_000
_WORD = re.compile(r"\S+")


def changed_ranges(before: str, now: str) -> list[tuple[int, int]]:
    """Character ranges of `now` that `before` did not have; beyond 2,000 words nothing is compared."""
    old, new = ([found.span() for found in _WORD.finditer(text)] for text in (before, now))
    if max(len(old), len(new)) > MOST_WORDS:
        return [(0, len(now))]
    words_before, words_now = [before[a:b] for a, b in old], [now[a:b] for a, b in new]
    steps = SequenceMatcher(None, words_before, words_now, autojunk=False).get_opcodes()
    return [(new[i][0], new[j - 1][1]) for kind, _, _, i, j in steps if kind != "equal" and j > i]
