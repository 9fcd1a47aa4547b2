"""Honest figures: unseen writers, by models that never read them; held-out sets, by the shipped one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from casework.assessment import Verdict
from casework.errors import Refused
from casework.labels import Hostility
from casework.ports import Classifier
from classifier.comparison import Comparison, compare, read_table
from classifier.corpus import Example
from classifier.fairness import false_alarms
from classifier.figures import Figures, measure
from classifier.judge import Judgement
from classifier.schemes import Sorter

LABELLED = ("intent", "target", "urgency")
PARTS = (*LABELLED, "hostile", *(hostility.value for hostility in Hostility))


def held_out(
    examples: Sequence[Example], classifier: Classifier, mentions: Sequence[Example] = ()
) -> Figures:
    """Figures of a loaded model on examples it never learnt from.

    False alarms are counted on the harmless `mentions` of groups besides; no other figure is.
    """
    every = [*examples, *mentions]
    judged = _judged(every, classifier)
    figures = measure(examples, judged[: len(examples)])
    return replace(figures, false_alarms=false_alarms(every, judged))


def _judged(examples: Sequence[Example], classifier: Classifier) -> list[Judgement]:
    verdicts = classifier.assess([example.text for example in examples])
    return [
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
    ]


def against(
    file: Path,
    columns: tuple[str, str],
    names: Mapping[str, str],
    judge: Callable[[Sequence[str]], list[str]],
) -> Comparison:
    """Figures on a stranger's CSV file: its text and label columns, its labels renamed by `names`."""
    texts, labels = read_table(file, *columns, names)
    return compare(labels, judge(texts))


def by_verdict(classifier: Classifier, part: str) -> Callable[[Sequence[str]], list[str]]:
    """Says one part of our verdict; "hostile" and the single hostilities as yes or no."""
    if part not in PARTS:
        raise Refused(f"by {part!r}: there are {', '.join(PARTS)}")
    return lambda texts: [_part(verdict, part) for verdict in classifier.assess(texts)]


def by_scheme(sorter: Sorter) -> Callable[[Sequence[str]], list[str]]:
    """Says a public set's own labels."""
    return lambda texts: [answer.label for answer in sorter.answer(texts)]


def _part(verdict: Verdict, part: str) -> str:
    if part in LABELLED:
        return str(getattr(verdict, part))
    return "yes" if (verdict.hostility if part == "hostile" else part in verdict.hostility) else "no"
