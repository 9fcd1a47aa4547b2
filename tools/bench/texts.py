"""Texts for measuring: everyday mail, and tweets whose offence is known."""

import json
from collections import defaultdict
from collections.abc import Iterator
from itertools import count, cycle
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from streife.demo_world import FOLDER

PUBLIC = Path("../shared/data")
HOSTILE, SEED = 1 / 12, 110


def everyday() -> Iterator[str]:
    """Texts without end, 1 in 6 hostile or urgent as in the training data, about 120 characters each."""
    lines = [line for file in sorted(FOLDER.glob("*.jsonl")) for line in file.read_text("utf-8").splitlines()]
    texts = [str(told["text"]) for told in map(json.loads, lines)]
    yield from (f"{words} ({number})" for words, number in zip(cycle(texts), count(1), strict=False))


def everyday_mix(size: int) -> list[str]:
    """Everyday mail as classifier.everyday assumes it, 1 in 12 hostile, each text made its own by a number.

    Drawn from those of our examples that no model learnt from; the same texts every time.
    """
    from classifier.corpus import load_examples
    from classifier.everyday import SHARES
    from classifier.parts import split

    hostile, harmless = [], defaultdict(list)
    for one in split(load_examples()).test:
        (hostile if one.hostility else harmless[one.intent]).append(one.text)
    draw = np.random.default_rng(SEED)
    intents = draw.choice(len(SHARES), size, p=np.array(list(SHARES.values())))
    rude = draw.random(size) < HOSTILE
    pools = [hostile if bad else harmless[list(SHARES)[n]] for n, bad in zip(intents, rude, strict=True)]
    return [f"{pool[draw.integers(len(pool))]} ({number})" for number, pool in enumerate(pools, start=1)]


def germeval() -> tuple[list[str], NDArray[np.bool_]]:
    """The training part of GermEval 2018, and which tweets are offensive; raises Refused without it."""
    from classifier.corpus import GERMEVAL, read_set

    rows = read_set(PUBLIC / GERMEVAL)
    return [row["text"] for row in rows], np.array([row["coarse"] == "OFFENSE" for row in rows])
