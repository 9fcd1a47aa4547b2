"""The model card: what the model is for, what it learnt from, and its figures as seen, bad ones too."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Protocol

from classifier.corpus import Example
from classifier.figures import Figures, LabelFigures
from classifier.thresholds import EVERYDAY_EMERGENCIES, MISSED_EMERGENCY_COST, Thresholds

FILE = "model_card.md"


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
    counted = ", ".join(f"{count} {lang}" for lang, count in report.examples.items())
    parts = [
        _INTRODUCTION.format(
            version=report.version,
            examples=sum(report.examples.values()),
            counted=counted,
            size=report.model_bytes / 1e6,
        ),
        _thresholds(limits),
        "## Figures by unseen writers\n\nSix folds; no writer stands in both parts of a fold; calibration and "
        "thresholds are chosen inside each fold.\n",
        _figures(report.cross_validated),
    ]
    if report.demo:
        parts += ["## Figures on the demo's messages\n\nHeld out: never learnt from, never tuned on.\n"]
        parts += [_figures(report.demo)]
    return "\n".join([*parts, _LIMITS])


def _thresholds(limits: Thresholds) -> str:
    each = ", ".join(f"{label} {least:.3f}" for label, least in limits.hostility.items())
    return (
        f"## Thresholds\n\nA missed emergency is counted like {MISSED_EMERGENCY_COST} false alarms, at "
        f"{EVERYDAY_EMERGENCIES:.0%} emergencies in everyday mail. An emergency "
        f"from {limits.emergency:.3f}; unsure, yet shown as acute, from {limits.acute:.3f}. A best intent below "
        f"{limits.intent:.3f} is a guess (abstained). Any hostility from {limits.hostile:.3f}; then {each}, or the "
        "most probable one.\n"
    )


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


_INTRODUCTION = """# Model card

Written by `streife train`; don't edit. Model {version}, {size:.1f} MB.

**What it is for.** Sorting messages that citizens write to police officers' personal, named accounts, so that
a person reads the urgent ones first. It suggests and explains; people decide. It is not for judging people, for
deciding on offences, or for texts of any other kind.

**What it is.** Linear machines (scikit-learn, LinearSVC) over hashed words, pieces of words and groups of telling
words in four languages, TF-IDF weighted; calibrated by logistic regression on predictions about writers that were
left out; a safety net of named rules as a floor under the emergency score. All of it is one matrix, so that the
words shown as reasons are exact. No text is kept in it.

**What it learnt from.**
- {examples} examples ({counted}), written for this project by language-model writers in six voices each, labelled
  by the writer; no second reader yet. They belong to the project.
- GermEval 2018 training set (uds-lsv/GermEval-2018-Data, CC BY 4.0): offence, insult and abuse in German. Profanity
  alone counts as no hostility.
- GAHD training set (jagol/gahd, CC BY 4.0): adversarial hate in German.
- Davidson et al. (t-davidson/hate-speech-and-offensive-language, MIT): hate in English; its "offensive" is not used.
The public sets teach helper machines whose answers are further features of our heads; they have no say on intent
labels of their own. Sets under GPL or share-alike licences are not used.
"""

_LIMITS = """## Limits

- The figures come from texts of the same writing project. Real messages will be easier in part and stranger in part.
- The examples hold far more emergencies and hostility than everyday mail: probabilities lean high there.
- Irony, veiled threats and calm or gentle emergencies are what it misses most; a thread's context is not read.
- Languages other than German, English, Dutch and Swedish are not recognised as such; answers there are guesses.
- Of a text longer than 8,000 characters the first 6,000 and the last 2,000 are read.
- The safety net's rules were written with sight of the examples: its share in the figures is on the bright side.
"""
