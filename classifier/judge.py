"""From scores to a verdict: thresholds, the safety net, and when to say "unsure"."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import logit, logsumexp

from casework.assessment import urgency_of
from casework.labels import Hostility, Intent, Target, Urgency
from classifier.features import Floats
from classifier.model import (
    DECIMALS,
    EMERGENCY,
    HEADS,
    HOSTILITIES,
    HOSTILITY,
    INTENT,
    INTENTS,
    TARGETS,
    TIPS,
    Scores,
)
from classifier.normalise import DATA
from classifier.text import Text
from classifier.thresholds import Thresholds

SAFETY_FLOOR = 0.9
LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class Judgement:
    """Labels and scores of one text, before reasons."""

    intent: Intent
    intent_scores: dict[Intent, float]
    hostility: tuple[Hostility, ...]
    hostility_scores: dict[Hostility, float]
    target: Target
    urgency: Urgency
    abstained: bool


def judge(scores: Scores, row: int, limits: Thresholds, text: Text) -> Judgement:
    """One text's verdict.

    An alarm lifts the emergency score to the floor. A score between `acute` and `emergency` keeps its best
    label but is unsure and acute: it is read at once, by a person, as one that may be an emergency. Unsure,
    and read today at the latest, is also what may just as well be hostile as not, what is not hostile and has
    no intent worth saying, and a text in a language that the examples don't have or in none at all. Where the
    safety net asks for caution nothing is routine: it is read today, and unsure if no hostility was seen.
    """
    chances = _with_floor(scores.intent[row]) if text.alarms else scores.intent[row]
    emergency = bool(chances[EMERGENCY] >= limits.emergency)
    best = likeliest(chances, limits.tip)
    intent = Intent.EMERGENCY if emergency else INTENTS[best]
    found = _hostility(scores, row, limits)
    hostility = _borne_out(found, text)
    smells_acute = bool(not emergency and chances[EMERGENCY] >= limits.acute)
    doubtful = not emergency and _in_doubt(float(chances[best]), scores, row, limits)
    unlike_ours = text.language.foreign or DATA in text.reading.text
    unsure = bool(doubtful or unlike_ours or (found and not hostility))
    urgency = Urgency.ACUTE if smells_acute else urgency_of(intent, hostility, unsure=unsure)
    if text.cautioned and urgency is Urgency.ROUTINE:
        urgency, unsure = Urgency.TODAY, not hostility
    return Judgement(
        intent=intent,
        intent_scores=dict(zip(INTENTS, chances.tolist(), strict=True)),
        hostility=hostility,
        hostility_scores=dict(zip(HOSTILITIES, scores.hostility[row].tolist(), strict=True)),
        target=_target(scores, row, hostility),
        urgency=urgency,
        abstained=smells_acute or unsure,
    )


def likeliest(intents: Floats, tip: float) -> int:
    """The intent to name, by its number. Tip and report stand together against all others, which need more
    than their share: one that is lost among greetings costs more than a greeting read as a tip."""
    others = np.delete(intents, TIPS)
    if intents[TIPS].sum() >= tip * others.max():
        return TIPS[int(intents[TIPS].argmax())]
    return int(intents.argmax())


def _in_doubt(intent: float, scores: Scores, row: int, limits: Thresholds) -> bool:
    """Whether to say nothing is better; where hostility is sure, it stands, whatever the intent. That some
    hostility is there and which one it is are two questions: answers that contradict each other are none."""
    hostile = float(scores.hostile[row])
    if hostile >= limits.hostile:
        return False
    torn = float(scores.hostility[row].max()) >= LIKELY
    return torn or hostile >= limits.doubt or intent < limits.intent


def is_grave(judgement: Judgement) -> bool:
    """Whether a person will want to know exactly why: an emergency, or hostility."""
    return judgement.urgency is Urgency.ACUTE or bool(judgement.hostility)


def wanted_heads(judgement: Judgement) -> Floats:
    """Which heads a verdict rests on: its intent against the others' mean, and each hostility named.

    What is acute rests on the emergency, also where another intent is more probable.
    """
    acute = judgement.urgency is Urgency.ACUTE
    wanted = np.zeros(HEADS)
    wanted[INTENT] = -1 / (len(INTENTS) - 1)
    wanted[EMERGENCY if acute else INTENTS.index(judgement.intent)] = 1
    for label in judgement.hostility:
        wanted[HOSTILITY.start + HOSTILITIES.index(label)] = 1
    return wanted


def alarmed(odds: Floats, texts: Sequence[Text]) -> Floats:
    """Log-odds (texts x heads) with the floor that the safety net puts under the emergency's."""
    lifted = odds.copy()
    for row, text in zip(lifted, texts, strict=True):
        if text.alarms:
            others = logsumexp(np.delete(row[INTENT], EMERGENCY))
            row[EMERGENCY] = max(row[EMERGENCY], others + logit(SAFETY_FLOOR))
    return lifted


def _with_floor(chances: Floats) -> Floats:
    lifted = max(float(chances[EMERGENCY]), SAFETY_FLOOR)
    others = 1 - float(chances[EMERGENCY])
    scaled = chances * ((1 - lifted) / others if others > 0 else 0.0)
    scaled[EMERGENCY] = lifted
    rounded: Floats = scaled.round(DECIMALS)
    return rounded


def _hostility(scores: Scores, row: int, limits: Thresholds) -> tuple[Hostility, ...]:
    if scores.hostile[row] < limits.hostile:
        return ()
    of_each = scores.hostility[row]
    over = [label for n, label in enumerate(HOSTILITIES) if of_each[n] >= limits.hostility[label.value]]
    return tuple(over) or (HOSTILITIES[int(of_each.argmax())],)


def _borne_out(found: tuple[Hostility, ...], text: Text) -> tuple[Hostility, ...]:
    """Without the hate and the threats that are seen in a complaint (classifier.complaint), unless the safety
    net asks for caution."""
    if text.cautioned or not text.complains:
        return found
    return tuple(one for one in found if one not in (Hostility.HATE, Hostility.THREAT))


def _target(scores: Scores, row: int, hostility: tuple[Hostility, ...]) -> Target:
    """None where there is no hostility; only a symbol may be aimed at nobody."""
    if not hostility:
        return Target.NONE
    chances = scores.target[row].copy()
    if hostility != (Hostility.SYMBOL,):
        chances[TARGETS.index(Target.NONE)] = -1
    return TARGETS[int(chances.argmax())]
