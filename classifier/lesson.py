"""All that one training looks at, in numbers: examples by their parts, and corrections to learn from."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from classifier.corpus import Example, PublicTask
from classifier.features import Numbers
from classifier.fit import labels_of
from classifier.known import Evidence, Known, evidence, get_to_know
from classifier.parts import Parts
from classifier.screen_training import fit_screen
from classifier.text import Text, take_in_all


@dataclass(frozen=True, slots=True)
class Lesson:
    """Texts in this order: `learnt` (the train part, then the corrections), `kept` (to calibrate on), `asked`
    (to test on), `mentioned` (harmless mentions of groups, for false alarms); these are their numbers."""

    examples: list[Example]
    texts: list[Text]
    corrections: list[Example]
    learnt: Numbers
    kept: Numbers
    asked: Numbers
    mentioned: Numbers
    known: Known
    seen: Evidence


def prepare(parts: Parts, corrections: Sequence[Example], tasks: Sequence[PublicTask]) -> Lesson:
    """Put everything into numbers; only what is learnt from decides on columns and directions."""
    examples = [*parts.train, *corrections, *parts.calibration, *parts.test, *parts.mentions]
    texts = take_in_all(example.text for example in examples)
    first = len(parts.train) + len(corrections)
    behind = first + len(parts.calibration)
    end = behind + len(parts.test)
    meanings = np.array([text.meaning for text in texts])
    screen = fit_screen([one.text for one in parts.train], labels_of(parts.train).answers())
    writers = labels_of(examples[:first]).writer
    known = get_to_know(texts[:first], meanings[:first], writers, tasks, screen)
    return Lesson(
        examples=examples,
        texts=texts,
        corrections=list(corrections),
        learnt=np.arange(first),
        kept=np.arange(first, behind),
        asked=np.arange(behind, end),
        mentioned=np.arange(end, len(examples)),
        known=known,
        seen=evidence(known, texts, meanings),
    )
