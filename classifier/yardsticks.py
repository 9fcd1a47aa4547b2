"""The figures by which an old and a new model are compared, each made of yes-or-no columns."""

from collections.abc import Callable
from dataclasses import dataclass

from casework.labels import Hostility, Intent, Target, Urgency
from classifier.corpus import Example
from classifier.judge import Judgement

Column = tuple[Callable[[Example], bool], Callable[[Judgement], bool]]


@dataclass(frozen=True, slots=True)
class Figure:
    """What is measured: "recall", "precision" or "f1" of a yes-or-no column (true, said), or their mean.

    `main` figures decide a promotion; `less` means that less is better.
    """

    name: str
    columns: tuple[Column, ...]
    kind: str = "f1"
    main: bool = False
    less: bool = False


def _labelled(name: str, label: object) -> Column:
    return (lambda true: getattr(true, name) is label), (lambda said: getattr(said, name) is label)


def _hostile(label: Hostility) -> Column:
    return (lambda true: label in true.hostility), (lambda said: label in said.hostility)


_ANY_HOSTILITY: Column = (lambda true: bool(true.hostility)), (lambda said: bool(said.hostility))
_ACUTE: Column = (lambda true: true.intent is Intent.EMERGENCY), (lambda said: said.urgency is Urgency.ACUTE)
_LAWFUL: Column = (
    (lambda true: true.intent is Intent.CRITICISM and not true.hostility),
    (lambda said: bool(said.hostility)),
)
_HARMLESS: Column = (lambda true: not true.hostility), (lambda said: bool(said.hostility))

# The one figure that counts on the harmless mentions of groups.
HARMLESS = Figure("harmless called hostile", (_HARMLESS,), "recall", less=True)
FIGURES = (
    Figure("intent, macro F1", tuple(_labelled("intent", i) for i in Intent), main=True),
    Figure("called emergency, recall", (_labelled("intent", Intent.EMERGENCY),), "recall", main=True),
    Figure("shown acute, recall", (_ACUTE,), "recall", main=True),
    Figure("shown acute, precision", (_ACUTE,), "precision", main=True),
    Figure("any hostility, F1", (_ANY_HOSTILITY,), main=True),
    Figure("lawful criticism called hostile", (_LAWFUL,), "recall", main=True, less=True),
    HARMLESS,
    *(Figure(f"intent {i.value}, F1", (_labelled("intent", i),)) for i in Intent),
    *(Figure(f"hostility {h.value}, F1", (_hostile(h),)) for h in Hostility),
    *(Figure(f"target {t.value}, F1", (_labelled("target", t),)) for t in Target),
)
MAIN = frozenset(figure.name for figure in FIGURES if figure.main)
LESS_IS_BETTER = frozenset(figure.name for figure in FIGURES if figure.less)
