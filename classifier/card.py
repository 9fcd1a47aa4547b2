"""The model card: what the model is for, what it learnt from, and its figures as seen, bad ones too."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

from casework.labels import Intent
from classifier.calibrate import (
    MISSED_EMERGENCY_COST,
    MISSED_TIP_COST,
    PRECISE_ENOUGH,
    WRONG_INTENT_COST,
)
from classifier.card_tables import fairness, reliability, table, with_interval
from classifier.corpus import Example
from classifier.everyday import SHARES
from classifier.figures import Figures, LabelFigures
from classifier.schemes import FOLDER, SCHEMES
from classifier.thresholds import Thresholds

FILE = "model_card.md"
TEMPLATE = Path(__file__).with_name("model_card.template.md")


class Trained(Protocol):
    """What the card tells of a training."""

    @property
    def version(self) -> str:
        """Version of the model."""
        ...

    @property
    def examples(self) -> dict[str, int]:
        """Examples by language."""
        ...

    @property
    def parts(self) -> dict[str, int]:
        """Examples by what they are for: train, calibration, test."""
        ...

    @property
    def tested(self) -> Figures:
        """Figures on the test part: writers of whom nothing was learnt, calibrated or chosen."""
        ...

    @property
    def demo(self) -> Figures | None:
        """Figures on the demo, if measured."""
        ...

    @property
    def model_bytes(self) -> int:
        """Size on disk."""
        ...


def languages(examples: Sequence[Example]) -> dict[str, int]:
    """How many examples there are in each language, the most frequent first."""
    return dict(Counter(example.lang for example in examples).most_common())


def write(report: Trained, limits: Thresholds) -> str:
    """The whole card as Markdown."""
    return TEMPLATE.read_text(encoding="utf-8").format(
        version=report.version,
        size=report.model_bytes / 1e6,
        examples=sum(report.examples.values()),
        counted=", ".join(f"{count} {lang}" for lang, count in report.examples.items()),
        parts=report.parts,
        missed=MISSED_EMERGENCY_COST,
        everyday=SHARES[Intent.EMERGENCY],
        precise=PRECISE_ENOUGH,
        wrong=WRONG_INTENT_COST,
        missed_tip=MISSED_TIP_COST,
        limits=limits,
        each=", ".join(f"{label} {least:.3f}" for label, least in limits.hostility.items()),
        by_writers=_figures(report.tested),
        reliability=reliability(report.tested),
        fairness=fairness(report.tested.false_alarms),
        schemes=_schemes(FOLDER),
        on_demo=_figures(report.demo) if report.demo else "Not measured in this training.\n",
    )


def told(figures: Figures) -> str:
    """All figures of one measurement, as on the card."""
    return "\n".join([_figures(figures), reliability(figures), fairness(figures.false_alarms)])


def _schemes(folder: Path) -> str:
    files = [file for name in sorted(SCHEMES) if (file := folder / f"{name}.json").exists()]
    cards = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in files}
    if not cards:
        return "None trained.\n"
    head = ("scheme", "learnt from", "licence", "texts", "measured on", "macro F1", "95 %")
    rows = [
        (
            name,
            one["learnt_from"],
            one["licence"],
            one["texts"],
            one.get("measured", one["texts"]),
            f"{one['macro_f1']:.3f}",
            _span(one),
        )
        for name, one in cards.items()
    ]
    return table(head, rows)


def _span(scheme: Mapping[str, Any]) -> str:
    low, high = scheme["interval"]
    return f"{low:.3f} to {high:.3f}"


def _figures(f: Figures) -> str:
    rows = [
        ("texts", f.texts),
        ("intent, macro F1", f"{f.intent_macro_f1:.3f}"),
        ("intent, accuracy", with_interval(f.intent_accuracy, f.texts)),
        ("unsure (abstained)", f"{f.abstained:.3f}"),
        ("intent, accuracy where sure", f"{f.accuracy_when_sure:.3f}"),
        ("called emergency: recall / precision", _pair(f.emergency)),
        ("emergencies shown acute: recall / precision", _pair(f.shown_acute)),
        ("the same, precision were intents as in everyday mail", f"{f.acute_everyday_precision:.3f}"),
        ("tips and reports: recall / precision", _pair(f.tips_and_reports)),
        ("any hostility, F1", f"{f.any_hostility.f1:.3f}"),
        (f"{f.lawful_texts} texts of lawful criticism and quoted hate called hostile", _of_lawful(f)),
        ("the same called hate", f"{f.lawful_called_hate:.3f}"),
        ("target, macro F1", f"{f.target_macro_f1:.3f}"),
        *((f"calibration error (ECE), {name}", f"{value:.3f}") for name, value in f.ece.items()),
    ]
    return "\n".join(
        [table(("figure", "value"), rows), _labels("intent", f.intent), _labels("hostility", f.hostility)]
    )


def _of_lawful(f: Figures) -> str:
    return with_interval(f.lawful_flagged, f.lawful_texts)


def _pair(figures: LabelFigures) -> str:
    return f"{with_interval(figures.recall, figures.support)} / {figures.precision:.3f}"


def _labels(name: str, labels: Mapping[str, LabelFigures]) -> str:
    rows = [
        (label, f"{one.precision:.3f}", f"{one.recall:.3f}", f"{one.f1:.3f}", one.support)
        for label, one in labels.items()
    ]
    return table((name, "precision", "recall", "F1", "texts"), rows)
