"""Honest figures: unseen writers, by models that never read them; held-out sets, by the shipped one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from casework.assessment import Verdict
from casework.errors import Refused
from casework.labels import Hostility, Intent, Target, Urgency
from casework.ports import Classifier
from classifier import scheme_archive
from classifier.comparison import Comparison, compare, read_table
from classifier.corpus import Example, load_examples
from classifier.fairness import false_alarms
from classifier.figures import Figures, measure
from classifier.judge import Judgement
from classifier.parts import split
from classifier.schemes import SCHEMES, Sorter

MOST_COLUMNS = 3
LABELLED = {"intent": Intent, "target": Target, "urgency": Urgency}
PARTS = (*LABELLED, "hostile", *(hostility.value for hostility in Hostility))


@dataclass(frozen=True, slots=True)
class Judge:
    """Who is measured: all labels that it can say, and what it says of texts."""

    labels: Sequence[str]
    of: Callable[[Sequence[str]], list[str]]


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


def on_examples(classifier: Classifier) -> Figures:
    """Every figure of the model card on our own test part, by a loaded model."""
    parts = split(load_examples())
    return held_out(parts.test, classifier, parts.mentions)


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


def against(file: Path, columns: Sequence[str], names: Mapping[str, str], judge: Judge) -> Comparison:
    """Figures on a stranger's CSV file: its text and label columns, and one of kinds of text if there is a
    third; its labels renamed by `names`. Raises Refused for a label that the judge never says."""
    if len(columns) > MOST_COLUMNS:
        raise Refused(
            f"columns: {', '.join(columns)}; name one of texts, one of labels, at most one of kinds"
        )
    texts, labels, *kinds = read_table(file, columns)
    if absent := sorted(set(names) - set(labels)):
        raise Refused(
            f"map: {file} has no label {', '.join(absent)}; it has {', '.join(sorted(set(labels)))}"
        )
    true = [names.get(one, one) for one in labels]
    if unsaid := sorted(set(true) - set(judge.labels)):
        raise Refused(
            f"label {unsaid[0]!r} is none of {', '.join(judge.labels)}; rename it with --map {unsaid[0]}=ONE"
        )
    return compare(true, judge.of(texts), *kinds)


def judge_of(by: str, ours: Callable[[], Classifier]) -> Judge:
    """Who is to be measured: a public set's scheme by its name, else a part of our verdict."""
    return by_scheme(scheme_archive.load(by)) if by in SCHEMES else by_verdict(ours(), by)


def by_verdict(classifier: Classifier, part: str) -> Judge:
    """Says one part of our verdict; "hostile" and the single hostilities as yes or no."""
    if part not in PARTS:
        raise Refused(f"by {part!r}: there are {', '.join(PARTS)}")
    labels = [one.value for one in LABELLED[part]] if part in LABELLED else ["no", "yes"]
    return Judge(labels, lambda texts: [_part(verdict, part) for verdict in classifier.assess(texts)])


def by_scheme(sorter: Sorter) -> Judge:
    """Says a public set's own labels."""
    return Judge(sorter.labels, lambda texts: [answer.label for answer in sorter.answer(texts)])


def _part(verdict: Verdict, part: str) -> str:
    if part in LABELLED:
        return str(getattr(verdict, part))
    return "yes" if (verdict.hostility if part == "hostile" else part in verdict.hostility) else "no"
