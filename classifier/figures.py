"""How good verdicts are, measured against labels: every figure the model card shows."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from casework.labels import Hostility, Intent, Target, Urgency
from classifier.corpus import Example
from classifier.everyday import everyday_weights
from classifier.fairness import FalseAlarms, false_alarms, lawful
from classifier.judge import Judgement
from classifier.mistakes import TIPS, Mistake, mistakes
from classifier.reliability import Curve, chances_of, curves, expected_calibration_error

Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class LabelFigures:
    """Precision, recall and F1 of one label in [0, 1], and how many texts truly have it."""

    precision: float
    recall: float
    f1: float
    support: int


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures on one set of texts; shares in [0, 1], ece is the expected calibration error.

    `reliability` has a diagram for each label that `ece` names, `errors` a few texts that went wrong.
    """

    texts: int
    intent_macro_f1: float
    intent_accuracy: float
    accuracy_when_sure: float
    abstained: float
    intent: dict[str, LabelFigures]
    emergency: LabelFigures
    shown_acute: LabelFigures
    acute_everyday_precision: float
    tips_and_reports: LabelFigures
    any_hostility: LabelFigures
    hostility: dict[str, LabelFigures]
    lawful_texts: int
    lawful_flagged: float
    lawful_called_hate: float
    target_macro_f1: float
    target: dict[str, LabelFigures]
    ece: dict[str, float]
    reliability: dict[str, Curve]
    false_alarms: FalseAlarms
    errors: tuple[Mistake, ...]


def measure(examples: Sequence[Example], judged: Sequence[Judgement]) -> Figures:
    """Hold verdicts against labels, text by text."""
    intents = {i.value: _by_label(examples, judged, "intent", i) for i in Intent}
    targets = {t.value: _by_label(examples, judged, "target", t) for t in Target}
    right = np.array([j.intent is e.intent for e, j in zip(examples, judged, strict=True)])
    sure = np.array([not j.abstained for j in judged])
    allowed = [j for e, j in zip(examples, judged, strict=True) if lawful(e)]
    chances = chances_of(examples, judged)
    return Figures(
        texts=len(examples),
        intent_macro_f1=_macro(intents),
        intent_accuracy=_share(right),
        accuracy_when_sure=_share(right[sure]),
        abstained=_share(~sure),
        intent=intents,
        emergency=intents[Intent.EMERGENCY.value],
        shown_acute=_label(
            [e.intent is Intent.EMERGENCY for e in examples], [j.urgency is Urgency.ACUTE for j in judged]
        ),
        acute_everyday_precision=_everyday_precision(examples, judged),
        tips_and_reports=_label([e.intent in TIPS for e in examples], [j.intent in TIPS for j in judged]),
        any_hostility=_label([bool(e.hostility) for e in examples], [bool(j.hostility) for j in judged]),
        hostility={
            h.value: _label([h in e.hostility for e in examples], [h in j.hostility for j in judged])
            for h in Hostility
        },
        lawful_texts=len(allowed),
        lawful_flagged=_share(np.array([bool(j.hostility) for j in allowed])),
        lawful_called_hate=_share(np.array([Hostility.HATE in j.hostility for j in allowed])),
        target_macro_f1=_macro(targets),
        target=targets,
        ece={label: expected_calibration_error(*pair) for label, pair in chances.items()},
        reliability=curves(chances),
        false_alarms=false_alarms(examples, judged),
        errors=mistakes(examples, judged),
    )


def _everyday_precision(examples: Sequence[Example], judged: Sequence[Judgement]) -> float:
    """How much of what is shown as acute truly is, were the intents as frequent as in everyday mail."""
    shown = np.array([j.urgency is Urgency.ACUTE for j in judged])
    true = np.array([e.intent is Intent.EMERGENCY for e in examples])
    weight = everyday_weights([e.intent for e in examples])
    return round(float(weight[shown & true].sum() / max(weight[shown].sum(), 1e-9)), 4)


def _by_label(
    examples: Sequence[Example], judged: Sequence[Judgement], name: str, label: object
) -> LabelFigures:
    return _label([getattr(e, name) is label for e in examples], [getattr(j, name) is label for j in judged])


def _label(true: Sequence[bool], said: Sequence[bool]) -> LabelFigures:
    is_so, was_said = np.array(true, bool), np.array(said, bool)
    both, total = int(np.sum(is_so & was_said)), int(is_so.sum() + was_said.sum())
    return LabelFigures(
        precision=round(both / max(int(was_said.sum()), 1), 4),
        recall=round(both / max(int(is_so.sum()), 1), 4),
        f1=round(2 * both / max(total, 1), 4),
        support=int(is_so.sum()),
    )


def _macro(labels: dict[str, LabelFigures]) -> float:
    """Mean F1 of the labels that occur."""
    return round(float(np.mean([one.f1 for one in labels.values() if one.support] or [0.0])), 4)


def _share(hits: Bools) -> float:
    return round(float(np.mean(hits)), 4) if len(hits) else 0.0
