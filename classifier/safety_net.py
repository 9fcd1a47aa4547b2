"""What must never be missed: a few named rules in four languages, a floor under the model's emergency score.

The rules stand in safety_net.toml. A rule is silent where the same text says that the danger is past, played
or figurative; the model still has its say then.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from casework.assessment import Rung
from classifier.normalise import Reading

FILE = Path(__file__).with_name("safety_net.toml")


@dataclass(frozen=True, slots=True)
class Rule:
    """A named danger, the words that announce it, and the words that take it back."""

    name: str
    announces: re.Pattern[str]
    takes_back: re.Pattern[str]
    threat: bool


@dataclass(frozen=True, slots=True)
class Alarm:
    """A rule that fired on characters [start, end) of the reading."""

    rule: str
    start: int
    end: int


def alarms(reading: Reading) -> list[Alarm]:
    """Every rule of danger that fires, in the order of the rules."""
    return _fired(reading, [rule for rule in rules() if not rule.threat])


def threats(reading: Reading) -> list[Alarm]:
    """Every rule that fires where somebody is plainly told to be killed or hurt: no emergency by itself."""
    return _fired(reading, [rule for rule in rules() if rule.threat])


def rung(reading: Reading) -> list[Rung]:
    """Every rule that fires, for people to read."""
    return [
        *(Rung(alarm.rule, danger=True) for alarm in alarms(reading)),
        *(Rung(alarm.rule, danger=False) for alarm in threats(reading)),
    ]


def _fired(reading: Reading, those: Iterable[Rule]) -> list[Alarm]:
    fired = []
    for rule in those:
        match = rule.announces.search(reading.text)
        if match and not rule.takes_back.search(reading.text):
            fired.append(Alarm(rule.name, *match.span()))
    return fired


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, as the file tells them."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    words = {name: f"(?:{'|'.join(group)})" for name, group in told["words"].items()}
    return tuple(_rule(one, words) for one in told["rule"])


def _rule(told: Mapping[str, Any], words: Mapping[str, str]) -> Rule:
    phrases = [*told["announces"], *(_near(one) for one in told.get("near", []))]
    return Rule(
        told["name"],
        _compile(_fill(phrase, words) for phrase in phrases),
        _compile(words[name] for name in told["takes_back"]),
        told.get("threat", False),
    )


def _near(told: Mapping[str, Any]) -> str:
    """Both within one sentence, not far apart, in either order."""
    one, other = "|".join(told["one"]), "|".join(told["other"])
    gap = rf"(?!\w)[^.!?]{{0,{told['reach']}}}?(?<!\w)"
    return rf"(?:{one}){gap}(?:{other})|(?:{other}){gap}(?:{one})"


def _fill(phrase: str, words: Mapping[str, str]) -> str:
    for name, group in words.items():
        phrase = phrase.replace(f"{{{name}}}", group)
    return phrase


def _compile(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(phrases) + r")(?!\w)")
