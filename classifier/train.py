"""Fits the shipped model: reads examples and public sets, learns, measures, stores, writes the model card."""

import time
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from classifier import archive, card
from classifier.assemble import model_of
from classifier.assess import Assessor
from classifier.calibrate import calibrated
from classifier.corpus import EXAMPLES, demo_examples, load_examples, public_tasks
from classifier.evaluate import held_out
from classifier.figures import Figures
from classifier.fit import labels_of
from classifier.known import SEED
from classifier.lesson import prepare
from classifier.parts import split


@dataclass(frozen=True, slots=True)
class Report:
    """What a training gave: the version, how much it learnt from, its figures, bytes on disk, seconds."""

    version: str
    examples: dict[str, int]
    parts: dict[str, int]
    public_texts: int
    columns: int
    tested: Figures
    demo: Figures | None
    model_bytes: int
    seconds: float

    def __str__(self) -> str:
        """One line for people."""
        f = self.tested
        return (
            f"{self.version}: {sum(self.examples.values())} examples, {self.public_texts} public texts; "
            f"by the writers kept apart: intent macro F1 {f.intent_macro_f1:.3f}, emergencies shown acute "
            f"{f.shown_acute.recall:.3f} at precision {f.shown_acute.precision:.3f}, any hostility F1 "
            f"{f.any_hostility.f1:.3f}; "
            f"{self.model_bytes / 1e6:.1f} MB in {self.seconds:.0f} s"
        )


def train(
    data_dir: Path,
    examples_dir: Path = EXAMPLES,
    out: Path = archive.MODEL,
    *,
    demo_dir: Path | None = None,
    day: date | None = None,
) -> Report:
    """Fit, measure and store the model; the same data and seed give the same weights.

    `demo_dir`, where given, holds texts with expected labels: only measured on, never learnt from.
    Raises Refused where examples or a public set are missing.
    """
    began = time.monotonic()
    parts, tasks = split(load_examples(examples_dir), examples_dir), public_tasks(data_dir)
    lesson = prepare(parts, [], tasks)
    judges, limits = calibrated(lesson.seen, labels_of(lesson.examples), lesson.learnt, lesson.kept)
    packed, arrays = archive.pack(model_of(lesson.known, judges), limits, day or datetime.now(UTC).date())
    figures = held_out(parts.test, Assessor(packed), parts.mentions)
    demo = held_out(demo_examples(demo_dir), Assessor(packed)) if demo_dir else None
    counts = card.languages(parts.every)
    facts = {"seed": SEED, "examples": counts, "parts": parts.counted, "figures": asdict(figures)}
    size = archive.keep(packed, arrays, out, facts)
    report = Report(
        version=packed.version,
        examples=counts,
        parts=parts.counted,
        public_texts=len({text for task in tasks for text in task.texts}),
        columns=len(lesson.known.ground.columns.buckets),
        tested=figures,
        demo=demo,
        model_bytes=size,
        seconds=round(time.monotonic() - began, 1),
    )
    (out / card.FILE).write_text(card.write(report, limits), encoding="utf-8")
    return report
