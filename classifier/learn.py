"""Learns from what officers put right: a candidate by examples and corrections, against the model in force.

Every shipped model learnt from all examples, so no text is left that only it had not seen. Therefore old and
new are compared as recipes, out of fold: for each fold of writers, one model learns from what the model in
force learnt from, one from that and the new corrections, both without this fold's writers; both then judge
the same texts of it. What is learnt without labels (known columns, directions of meaning, the public sets)
is shared. Corrections are mostly texts that the old model got wrong: on them a gain comes easily. That is why
the examples guard every figure, and why a figure that got worse there weighs more than any gain here.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from casework.errors import Refused
from casework.learning import Correction
from classifier import archive
from classifier.assemble import model_of
from classifier.calibrate import calibrated
from classifier.card import languages
from classifier.corpus import EXAMPLES, Example, load_examples, public_tasks
from classifier.fit import SEED, Alike, Labels, folds, get_to_know, labels_of
from classifier.judge import Judgement, judge
from classifier.languages import OURS, language_of
from classifier.model import scores_of
from classifier.promotion import DESK, Comparison, compare
from classifier.text import Text, take_in

FEWEST_CORRECTIONS = 20
PHENOMENON = "correction"

Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Learnt:
    """A candidate: how it compares with the model in force, and all that storing it takes.

    `corrections` are the ids of those it learnt from.
    """

    comparison: Comparison
    corrections: tuple[int, ...]
    packed: archive.Archive
    arrays: archive.Arrays
    examples: Mapping[str, int]

    @property
    def version(self) -> str:
        """The candidate's version."""
        return self.packed.version

    def keep(self, folder: Path) -> None:
        """Store it as the shipped one is stored; its figures are those by unseen writers."""
        facts = {
            "seed": SEED,
            "examples": self.examples,
            "corrections": self.corrections,
            "figures": asdict(self.comparison.after),
            "comparison": asdict(self.comparison),
        }
        archive.keep(self.packed, self.arrays, folder, facts)


def learn(
    corrections: Sequence[Correction],
    data_dir: Path,
    examples_dir: Path = EXAMPLES,
    *,
    known: Collection[int] = (),
    day: date | None = None,
) -> Learnt:
    """Fit a candidate from the examples and all corrections, and compare it with the model in force.

    `known` are the corrections (ids) that the model in force learnt from. The same input gives the same
    candidate. Raises Refused with fewer than 20 corrections, none new, or where a set is missing.
    """
    taught = usable(corrections)
    if len(taught) < FEWEST_CORRECTIONS:
        raise Refused(f"corrections: {len(taught)} that can be learnt from; at least {FEWEST_CORRECTIONS}")
    written, tasks = load_examples(examples_dir), public_tasks(data_dir)
    examples = [*written, *examples_of(taught, written)]
    learnt_before = np.array([True] * len(written) + [one.id in known for one in taught])
    if learnt_before.all():
        raise Refused(f"corrections: the model in force learnt from all {len(taught)}; nothing is new")
    texts, labels = [take_in(example.text) for example in examples], labels_of(examples)
    ground, alike = get_to_know(texts, labels.writer, tasks)
    comparison = compare_recipes(examples, texts, alike, learnt_before)
    judges, limits = calibrated(alike, labels)
    packed, arrays = archive.pack(model_of(ground, judges), limits, day or datetime.now(UTC).date())
    return Learnt(comparison, tuple(one.id for one in taught), packed, arrays, languages(examples))


def usable(corrections: Sequence[Correction]) -> list[Correction]:
    """One of each text, the newest; none without a letter."""
    newest = {one.text.strip(): one for one in sorted(corrections, key=lambda one: one.id)}
    kept = [one for text, one in newest.items() if any(character.isalpha() for character in text)]
    return sorted(kept, key=lambda one: one.id)


def examples_of(corrections: Sequence[Correction], written: Sequence[Example]) -> list[Example]:
    """Corrections as examples; a citizen is a writer of his own, lest a fold test what it learnt.

    A text that is among the examples, word for word, joins their writer for the same reason.
    """
    writers = {example.text.strip(): example.group for example in written}
    return [
        Example(
            text=one.text,
            intent=one.intent,
            hostility=one.hostility,
            target=one.target,
            group=writers.get(one.text.strip(), DESK + one.author),
            lang=_language(one),
            phenomenon=PHENOMENON,
        )
        for one in corrections
    ]


def compare_recipes(
    examples: Sequence[Example], texts: Sequence[Text], alike: Alike, learnt_before: Bools
) -> Comparison:
    """Old recipe (the rows of `learnt_before`) against new (all rows), out of fold on the same texts."""
    labels = labels_of(examples)
    every = np.ones(len(examples), bool)
    before, after = (_out_of_fold(texts, alike, labels, rows) for rows in (learnt_before, every))
    return compare(examples, before, after)


def _out_of_fold(texts: Sequence[Text], alike: Alike, labels: Labels, learnable: Bools) -> list[Judgement]:
    """Each text judged by a model that learnt from these rows alone, and from none of its writer."""
    judged: dict[int, Judgement] = {}
    for seen, unseen in folds(labels):
        rows = seen[learnable[seen]]
        judges, limits = calibrated(alike.among(rows, rows), labels.take(rows))
        scores = scores_of(judges.odds(alike.among(unseen, rows)))
        for row, number in enumerate(unseen):
            judged[int(number)] = judge(scores, row, limits, texts[number])
    return [judged[number] for number in range(len(texts))]


def _language(one: Correction) -> str:
    """What the network said, where it is one of ours; else what the words say."""
    said = one.lang.lower()[:2]
    return said if said in OURS else language_of(one.text).nearest
