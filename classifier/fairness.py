"""Whom false alarms hit: harmless texts called hostile, by language and by the group they mention."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypedDict

from scipy.stats import binomtest

from casework.labels import Intent
from classifier.corpus import Example
from classifier.judge import Judgement

# What the writers' notes call a text in which somebody else's words stand; a plain report is none.
NOT_THE_WRITERS_OWN = (
    "quot",
    "zitat",
    "citaat",
    "citat",
    "counter-s",
    "counter s",
    "counters",
    "reported",
    "hate passed on",
    "lawful",
    "relay",
)
POLICE = "police"
COMPLAINTS = (Intent.CRITICISM, Intent.REPORT)
TOO_FAR_FROM_MEAN = 2.0
SURE = 0.95

Share = tuple[float, int, float, float]  # called hostile, of so many texts, and the 95 % interval (Wilson)
Shares = dict[str, Share]
FalseAlarms = TypedDict(
    "FalseAlarms",
    {
        "mean": float,
        "language": Shares,
        "group": Shares,
        "group and language": Shares,
        "complaints": Shares,
        "lawful": Shares,
    },
)


def false_alarms(examples: Sequence[Example], judged: Sequence[Judgement]) -> FalseAlarms:
    """The shares of harmless texts called hostile; `mean` is that of them all.

    "group" counts a text with each group that it mentions, "complaints" of these criticism and reports alone
    (who complains as, or for, one of them; of the police everybody complains), "lawful" criticism and quoted
    hate by language.
    """
    pairs = zip(examples, judged, strict=True)
    told = [(example, bool(judgement.hostility)) for example, judgement in pairs if not example.hostility]
    return {
        "mean": round(sum(called for _, called in told) / max(len(told), 1), 4),
        "language": _shares((e.lang, called) for e, called in told),
        "group": _shares((group, called) for e, called in told for group in e.mentions),
        "group and language": _shares(
            (f"{group}, {e.lang}", called) for e, called in told for group in e.mentions
        ),
        "complaints": _shares(
            (group, called)
            for e, called in told
            if e.intent in COMPLAINTS
            for group in e.mentions
            if group != POLICE
        ),
        "lawful": _shares((e.lang, called) for e, called in told if lawful(e)),
    }


def lawful(example: Example) -> bool:
    """Criticism without hostility, and texts that quote, report or answer somebody else's."""
    theirs = any(word in example.phenomenon.lower() for word in NOT_THE_WRITERS_OWN)
    return not example.hostility and (example.intent is Intent.CRITICISM or theirs)


def too_far(shares: Mapping[str, Share], mean: float) -> dict[str, bool]:
    """Those above twice the mean; True where that is beyond doubt, as no single text makes it."""
    limit = TOO_FAR_FROM_MEAN * mean
    return {
        name: low > limit and round(share * texts) > 1
        for name, (share, texts, low, _) in shares.items()
        if share > limit
    }


def interval(found: int, texts: int) -> tuple[float, float]:
    """Where the true share lies with 95 % (Wilson 1927); it takes texts for independent of each other."""
    low, high = binomtest(found, texts).proportion_ci(SURE, method="wilson")
    return round(float(low), 4), round(float(high), 4)


def _shares(pairs: Iterable[tuple[str, bool]]) -> Shares:
    counted: dict[str, list[bool]] = defaultdict(list)
    for name, called in pairs:
        counted[name].append(called)
    return {name: _share(sum(called), len(called)) for name, called in sorted(counted.items())}


def _share(found: int, texts: int) -> Share:
    return round(found / texts, 4), texts, *interval(found, texts)
