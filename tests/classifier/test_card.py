import json
from dataclasses import dataclass

import pytest

from casework.labels import Hostility, Intent, Target
from classifier import card
from classifier.corpus import load_examples
from classifier.evaluate import on_examples
from classifier.figures import Figures, measure
from classifier.parts import split
from classifier.schemes import FOLDER, SCHEMES
from classifier.thresholds import Thresholds
from tests.builders import a_verdict
from tests.classifier.test_promotion import a_text, said_of

LIMITS = Thresholds(0.4, 0.1, 0.5, 0.667, 0.66, {"hate": 0.3})
HATE = {"hostility": (Hostility.HATE,), "target": Target.GROUP}


@dataclass
class Trained:
    tested: Figures
    version: str = "2026-11-21-00000000"
    demo: Figures | None = None
    model_bytes: int = 1_000_000

    @property
    def examples(self):
        return {"de": 70, "nl": 60}

    @property
    def parts(self):
        return {"train": 7, "calibration": 3, "test": self.tested.texts, "mentions": 5}


def written(wrong):
    """The card of a model that calls so many of ten mentions of Jews hateful, and nothing else wrongly."""
    texts = [*(a_text(n, mentions=("jews",)) for n in range(10)), *(a_text(n) for n in range(90))]
    texts += [a_text(n, intent=Intent.EMERGENCY) for n in range(20)]
    judged = [said_of(one, **(HATE if n < wrong else {})) for n, one in enumerate(texts)]
    return card.write(Trained(measure(texts, judged)), LIMITS)


def test_the_card_names_whom_false_alarms_hit_too_often():
    told = written(3)
    assert "The mean over all harmless texts: 0.025." in told
    assert "More than twice the mean: mention of jews (0.300 (0.108 to 0.603))" in told
    assert "| jews | 0.300 (0.108 to 0.603) | 10 |" in told
    assert "| jews | 3 of 10 |" in told


def test_what_may_be_chance_is_called_so():
    assert "More than twice the mean: mention of jews (0.100 (0.018 to 0.404); may be chance)" in written(1)


def test_the_card_says_so_where_nobody_is_hit_too_often():
    assert "More than twice the mean: none." in written(0)


def test_the_card_tells_what_its_percentages_are_worth():
    told = written(3)
    assert "### hate (calibration error 0.025)" in told
    assert "| 0.000 | 0.000 (0.000 to 0.032) | 117 |" in told


def test_the_card_tells_figures_with_their_interval():
    assert "| emergencies shown acute: recall / precision | 1.000 (0.839 to 1.000) / 1.000 |" in written(0)


@pytest.mark.parametrize("wrong", [0, 10])
def test_every_row_of_a_table_has_as_many_cells_as_its_head(wrong):
    rows = [line for line in written(wrong).splitlines() if line.startswith("|")]
    heads = [n for n, line in enumerate(rows) if n + 1 < len(rows) and rows[n + 1].startswith("| --- ")]
    for start, end in zip(heads, [*heads[1:], len(rows)], strict=True):
        assert len({line.count("|") for line in rows[start:end]}) == 1


def test_the_figures_are_those_on_the_test_part():
    told = " ".join(written(0).split())
    assert "7 to learn from, 3 to calibrate and to set thresholds on, 120 to test." in told
    assert "kept apart by writer; nothing was learnt, calibrated or chosen on it" in told


def test_the_schemes_stand_with_their_intervals():
    told = written(0)
    for name in SCHEMES:
        low, high = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))["interval"]
        assert f"| {low:.3f} to {high:.3f} |" in told


class Calm:
    """A classifier to whom nothing is anything."""

    model = "calm-1"

    def assess(self, texts, contexts=None):
        return [a_verdict(Intent.OTHER) for _ in texts]


def test_the_shipped_card_tells_of_the_schemes_as_they_are_shipped():
    shipped = (FOLDER.parent / "model_card.md").read_text(encoding="utf-8")
    for name in SCHEMES:
        one = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
        assert f"| {one['measured']} | {one['macro_f1']:.3f} |" in shipped, name


def test_every_figure_can_be_had_anew_without_a_training():
    figures = on_examples(Calm())
    assert figures.texts == len(split(load_examples()).test)
    assert figures.shown_acute.recall == 0
    anew = card.told(figures)
    assert "| emergencies shown acute: recall / precision | 0.000" in anew
    assert "| mention of |" in anew
    assert "### tip (calibration error" in anew
