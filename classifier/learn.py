"""Learns from what officers put right: a candidate by examples and corrections, against the model in force.

Old and new are compared as recipes on the same texts, which neither learnt from: the examples kept apart
for tests, and every correction, judged by models that learnt from none of its citizen. One recipe learns from
what the model in force learnt from, the other from that and the new corrections. Known columns, directions of
meaning, public sets and the encoder are shared. Corrections are mostly texts that the old model got wrong: on
them a gain comes easily. That is why the examples guard every figure, and why a figure that got worse there
weighs more than any gain here.
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
from classifier.arrays import Arrays
from classifier.assemble import model_of
from classifier.calibrate import calibrated
from classifier.card import languages
from classifier.corpus import EXAMPLES, Example, load_examples, public_tasks
from classifier.features import Numbers
from classifier.fit import folds, labels_of
from classifier.judge import Judgement, judge
from classifier.known import SEED
from classifier.languages import OURS, language_of
from classifier.lesson import Lesson, prepare
from classifier.model import scores_of
from classifier.parts import split
from classifier.promotion import DESK, Contest, compare

FEWEST_CORRECTIONS = 20
PHENOMENON = "correction"

Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Learnt:
    """A candidate: how it compares with the model in force, and all that storing it takes.

    `corrections` are the ids of those it learnt from.
    """

    comparison: Contest
    corrections: tuple[int, ...]
    packed: archive.Archive
    arrays: Arrays
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
    candidate. Raises Refused with fewer than 20 corrections, none new, all of one writer's messages, or where
    a set is missing.
    """
    parts = split(load_examples(examples_dir), examples_dir)
    apart = {example.text.strip() for example in [*parts.calibration, *parts.test, *parts.mentions]}
    taught = [one for one in usable(corrections) if one.text.strip() not in apart]
    if len(taught) < FEWEST_CORRECTIONS:
        raise Refused(f"corrections: {len(taught)} that can be learnt from; at least {FEWEST_CORRECTIONS}")
    if all(one.id in known for one in taught):
        raise Refused(f"corrections: the model in force learnt from all {len(taught)}; nothing is new")
    corrected = examples_of(taught, parts.train)
    if len({one.group for one in corrected}) < 2:
        raise Refused("corrections: all of messages by one writer; what a second one's teach is needed too")
    lesson = prepare(parts, corrected, public_tasks(data_dir))
    new = np.array([one.id not in known for one in taught])
    comparison = compare_recipes(lesson, new)
    judges, limits = calibrated(lesson.seen, labels_of(lesson.examples), lesson.learnt, lesson.kept)
    packed, arrays = archive.pack(model_of(lesson.known, judges), limits, day or datetime.now(UTC).date())
    told = languages([*parts.train, *parts.calibration, *lesson.corrections])
    return Learnt(comparison, tuple(one.id for one in taught), packed, arrays, told)


def usable(corrections: Sequence[Correction]) -> list[Correction]:
    """One of each text, the newest; none without a letter."""
    newest = {one.text.strip(): one for one in sorted(corrections, key=lambda one: one.id)}
    kept = [one for text, one in newest.items() if any(character.isalpha() for character in text)]
    return sorted(kept, key=lambda one: one.id)


def examples_of(corrections: Sequence[Correction], written: Sequence[Example]) -> list[Example]:
    """Corrections as examples; a citizen is a writer of his own, lest a fold test what it learnt.

    The copies of a pile-on are one writer's, whoever sent them, and a text that is among the examples, word
    for word, joins their writer, for the same reason.
    """
    writers = {example.text.strip(): example.group for example in written}
    return [
        Example(
            text=one.text,
            intent=one.intent,
            hostility=one.hostility,
            target=one.target,
            group=writers.get(one.text.strip(), DESK + (f"wave {one.wave}" if one.wave else one.author)),
            lang=_language(one),
            phenomenon=PHENOMENON,
        )
        for one in corrections
    ]


def compare_recipes(lesson: Lesson, new: Bools) -> Contest:
    """Old recipe (without the `new` ones of the corrections) against new (with all of them)."""
    before, after = (_judged(lesson, ~new), _judged(lesson, np.ones(len(new), bool)))
    asked = [lesson.examples[n] for n in (*lesson.asked, *lesson.mentioned)]
    return compare([*lesson.corrections, *asked], before, after, len(lesson.mentioned))


def _judged(lesson: Lesson, taught: Bools) -> list[Judgement]:
    """The corrections, then the test's texts and the mentions, by models of the train part and those
    corrections `taught`."""
    first = len(lesson.learnt) - len(lesson.corrections)
    corrected = lesson.learnt[first:]
    learnable = np.concatenate([lesson.learnt[:first], corrected[taught]])
    judged: dict[int, Judgement] = {}
    for _, unseen in folds(labels_of(lesson.corrections)):
        judged |= _by(lesson, np.setdiff1d(learnable, corrected[unseen]), corrected[unseen])
    others = np.concatenate([lesson.asked, lesson.mentioned])
    judged |= _by(lesson, learnable, others)
    return [judged[int(number)] for number in [*corrected, *others]]


def _by(lesson: Lesson, learnt: Numbers, asked: Numbers) -> dict[int, Judgement]:
    """What a model that learnt from these texts says of those (by their numbers)."""
    judges, limits = calibrated(lesson.seen, labels_of(lesson.examples), learnt, lesson.kept)
    scores = scores_of(judges.odds(lesson.seen.of(asked)))
    return {int(n): judge(scores, row, limits, lesson.texts[n]) for row, n in enumerate(asked)}


def _language(one: Correction) -> str:
    """What the network said, where it is one of ours; else what the words say."""
    said = one.lang.lower()[:2]
    return said if said in OURS else language_of(one.text).nearest
