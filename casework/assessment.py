"""What the classifier says of one message: labels, calibrated scores, and the words that moved them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from casework.labels import Hostility, Intent, Kind, Target, Urgency

SAME_DAY_HOSTILITY = frozenset({Hostility.THREAT, Hostility.INCITEMENT, Hostility.DOXXING, Hostility.SEXUAL})
SAME_DAY_INTENT = frozenset({Intent.TIP, Intent.REPORT})
NO_MODEL = "none"  # the model of a verdict that no model made: it failed on the text


@dataclass(frozen=True, slots=True)
class Context:
    """What stood around a text: how it came, and what the same person wrote just before and after it to the
    same account in the same thread, oldest first (casework.pieces)."""

    kind: Kind
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """Characters [start, end) of the text and their signed weight towards the verdict.

    Beyond the text's end they are of what describes its pictures (casework.described.places).
    """

    start: int
    end: int
    weight: float


@dataclass(frozen=True, slots=True)
class Disguise:
    """Characters [start, end) of a text that were read as something else than what stands there."""

    start: int
    end: int
    read_as: str


@dataclass(frozen=True, slots=True)
class Rung:
    """A rule that knows plain words rang, such as `fire_now`; `danger` is present, or else it is a threat."""

    rule: str
    danger: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """A suggestion, never a decision; scores are calibrated probabilities in [0, 1].

    `language` is the ISO 639 code of the language that the text was read in, empty where it is not known.
    `read_with`: together with so many messages around it the text is an emergency; 0: it speaks for itself.
    """

    intent: Intent
    intent_scores: Mapping[Intent, float]
    hostility: tuple[Hostility, ...]
    hostility_scores: Mapping[Hostility, float]
    target: Target
    urgency: Urgency
    abstained: bool
    reasons: tuple[Reason, ...]
    model: str
    language: str = ""
    read_with: int = 0

    @property
    def failed(self) -> bool:
        """Whether the classifier failed on the text, of which only is known that it may be an emergency."""
        return self.model == NO_MODEL


@dataclass(frozen=True, slots=True)
class Assessment:
    """One verdict on one version of a message; the history is never overwritten."""

    message_id: int
    version: int
    verdict: Verdict
    assessed_at: datetime
    id: int = field(default=0, compare=False)


def urgency_of(intent: Intent, hostility: tuple[Hostility, ...], *, unsure: bool = False) -> Urgency:
    """Derive how soon to look: emergencies now; tips, reports, grave hostility and the unsure today."""
    if intent is Intent.EMERGENCY:
        return Urgency.ACUTE
    if unsure or intent in SAME_DAY_INTENT or SAME_DAY_HOSTILITY & set(hostility):
        return Urgency.TODAY
    return Urgency.ROUTINE
