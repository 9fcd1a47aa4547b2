"""The model card: what the model is for, what it learnt from, and its figures as seen, bad ones too."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from casework.labels import Intent
from classifier.calibrate import MISSED_EMERGENCY_COST
from classifier.corpus import Example
from classifier.everyday import SHARES
from classifier.figures import Figures, LabelFigures
from classifier.schemes import FOLDER
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
    def cross_validated(self) -> Figures:
        """Figures by unseen writers."""
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
        missed=MISSED_EMERGENCY_COST,
        everyday=SHARES[Intent.EMERGENCY],
        limits=limits,
        each=", ".join(f"{label} {least:.3f}" for label, least in limits.hostility.items()),
        by_writers=_figures(report.cross_validated),
        schemes=_schemes(FOLDER),
        on_demo=_figures(report.demo) if report.demo else "Not measured in this training.\n",
    )


def _schemes(folder: Path) -> str:
    cards = {
        file.stem: json.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.json"))
    }
    if not cards:
        return "None trained.\n"
    head = ["| scheme | learnt from | licence | texts | macro F1 | 95 % |", "|---|---|---|---|---|---|"]
    rows = [
        f"| {name} | {one['learnt_from']} | {one['licence']} | {one['texts']} | {one['macro_f1']:.3f} "
        f"| {one['interval'][0]:.3f} to {one['interval'][1]:.3f} |"
        for name, one in cards.items()
    ]
    return "\n".join([*head, *rows, ""])


def _figures(f: Figures) -> str:
    lines = [
        "| figure | value |",
        "|---|---|",
        f"| texts | {f.texts} |",
        f"| intent, macro F1 | {f.intent_macro_f1:.3f} |",
        f"| intent, accuracy | {f.intent_accuracy:.3f} |",
        f"| unsure (abstained) | {f.abstained:.3f} |",
        f"| intent, accuracy where sure | {f.accuracy_when_sure:.3f} |",
        f"| called emergency: recall / precision | {f.emergency.recall:.3f} / {f.emergency.precision:.3f} |",
        f"| emergencies shown acute: recall / precision | {_pair(f.shown_acute)} |",
        f"| the same, precision were intents as in everyday mail | {f.acute_everyday_precision:.3f} |",
        f"| tips and reports: recall / precision | {_pair(f.tips_and_reports)} |",
        f"| any hostility, F1 | {f.any_hostility.f1:.3f} |",
        f"| lawful criticism and quoted hate called hostile | {f.lawful_flagged:.3f} of {f.lawful_texts} |",
        f"| the same called hate | {f.lawful_called_hate:.3f} |",
        f"| target, macro F1 | {f.target_macro_f1:.3f} |",
    ]
    lines += [f"| calibration error (ECE), {name} | {value:.3f} |" for name, value in f.ece.items()]
    return "\n".join([*lines, "", *_table("intent", f.intent), *_table("hostility", f.hostility)])


def _pair(figures: LabelFigures) -> str:
    return f"{figures.recall:.3f} / {figures.precision:.3f}"


def _table(name: str, labels: Mapping[str, LabelFigures]) -> list[str]:
    head = [f"| {name} | precision | recall | F1 | texts |", "|---|---|---|---|---|"]
    rows = [
        f"| {label} | {one.precision:.3f} | {one.recall:.3f} | {one.f1:.3f} | {one.support} |"
        for label, one in labels.items()
    ]
    return [*head, *rows, ""]
