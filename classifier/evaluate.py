"""Honest figures: writers judged by a model that never read them, a held-out set by the shipped one."""

from collections.abc import Sequence

from casework.ports import Classifier
from classifier.calibrate import calibrated
from classifier.corpus import Example
from classifier.figures import Figures, measure
from classifier.fit import Labels, Linear, Matrix, folds
from classifier.judge import Judgement, judge
from classifier.model import scores_of
from classifier.normalise import Reading
from classifier.safety_net import alarms


def cross_validate(
    examples: Sequence[Example], readings: Sequence[Reading], matrix: Matrix, public: Linear, labels: Labels
) -> Figures:
    """Figures by folds of writers. Calibration and thresholds are chosen inside each fold too.

    Only the choice of columns and the public machines are shared by the folds; neither looks at our labels.
    """
    judged: dict[int, Judgement] = {}
    for seen, unseen in folds(labels):
        fitted, limits = calibrated(matrix[seen], public, labels.take(seen))
        scores = scores_of(fitted.margins(matrix[unseen]))
        for row, number in enumerate(unseen):
            judged[int(number)] = judge(scores, row, limits, alarms(readings[number]))
    return measure(examples, [judged[number] for number in range(len(examples))])


def held_out(examples: Sequence[Example], classifier: Classifier) -> Figures:
    """Figures of a loaded model on examples it never learnt from."""
    verdicts = classifier.assess([example.text for example in examples])
    return measure(
        examples,
        [
            Judgement(
                v.intent,
                dict(v.intent_scores),
                v.hostility,
                dict(v.hostility_scores),
                v.target,
                v.urgency,
                v.abstained,
            )
            for v in verdicts
        ],
    )
