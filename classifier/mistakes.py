"""A few examples that the model gets wrong, for people to look at: the worst of each kind."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from casework.labels import Hostility, Intent, Urgency
from classifier.corpus import Example
from classifier.fairness import lawful
from classifier.judge import Judgement

TIPS = frozenset({Intent.TIP, Intent.REPORT})
EACH_KIND = 5
LONGEST = 240
NOTHING_HOSTILE = "none"
DESK = "desk-"  # how the author groups of corrections begin: those are citizens' words

Pair = tuple[Example, Judgement]


@dataclass(frozen=True, slots=True)
class Mistake:
    """One of the written examples, and the labels (intent, hostility or "none") it has and was given."""

    text: str
    expected: str
    said: str


@dataclass(frozen=True, slots=True)
class Kind:
    """Which verdicts are wrong in this way, how bad one is, and what to call it: expected and said."""

    holds: Callable[[Example, Judgement], bool]
    worse: Callable[[Example, Judgement], float]
    named: Callable[[Example, Judgement], tuple[str, str]]


def mistakes(examples: Sequence[Example], judged: Sequence[Judgement]) -> tuple[Mistake, ...]:
    """At most five short texts of each kind, kinds in order of harm; never a citizen's words.

    The worst first, but each language has its turn before one comes again. The same verdicts give the same.
    """
    pairs = [
        (example, judgement)
        for example, judgement in zip(examples, judged, strict=True)
        if len(example.text) <= LONGEST and not example.group.startswith(DESK)
    ]
    shown: dict[str, Mistake] = {}
    for kind in KINDS:
        found = [pair for pair in pairs if kind.holds(*pair) and pair[0].text not in shown]
        for example, judgement in _in_turn(kind, found)[:EACH_KIND]:
            shown[example.text] = Mistake(example.text, *kind.named(example, judgement))
    return tuple(shown.values())


def _in_turn(kind: Kind, found: Sequence[Pair]) -> list[Pair]:
    """The worst of each language, then the second worst of each."""
    ranked = sorted(found, key=lambda pair: (-kind.worse(*pair), pair[0].text))
    seen: dict[str, int] = {}
    turns = []
    for place, pair in enumerate(ranked):
        turn = seen[pair[0].lang] = seen.get(pair[0].lang, -1) + 1
        turns.append((turn, place, pair))
    return [pair for *_, pair in sorted(turns, key=lambda one: one[:2])]


def _intents(example: Example, judgement: Judgement) -> tuple[str, str]:
    return example.intent.value, judgement.intent.value


def _missed_emergency(example: Example, judgement: Judgement) -> bool:
    return example.intent is Intent.EMERGENCY and judgement.urgency is not Urgency.ACUTE


def _lawful_called_hostile(example: Example, judgement: Judgement) -> bool:
    return lawful(example) and bool(judgement.hostility)


def _missed_hostility(example: Example, judgement: Judgement) -> bool:
    return bool(example.hostility) and not judgement.hostility


def _lost_tip(example: Example, judgement: Judgement) -> bool:
    return example.intent in TIPS and judgement.intent not in {*TIPS, Intent.EMERGENCY}


def _highest(judgement: Judgement, labels: Sequence[Hostility]) -> Hostility:
    return max(labels, key=lambda label: judgement.hostility_scores[label])


def _called(_: Example, judgement: Judgement) -> tuple[str, str]:
    return NOTHING_HOSTILE, _highest(judgement, judgement.hostility).value


def _overlooked(example: Example, judgement: Judgement) -> tuple[str, str]:
    return _highest(judgement, example.hostility).value, NOTHING_HOSTILE


KINDS = (
    Kind(_missed_emergency, lambda _, said: -said.intent_scores[Intent.EMERGENCY], _intents),
    Kind(_lawful_called_hostile, lambda _, said: max(said.hostility_scores.values()), _called),
    Kind(_missed_hostility, lambda _, said: -max(said.hostility_scores.values()), _overlooked),
    Kind(_lost_tip, lambda true, said: -said.intent_scores[true.intent], _intents),
)
