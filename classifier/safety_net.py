"""What must never be missed: a few named rules in four languages, a floor under the model's emergency score.

The rules stand in safety_net.toml. A rule of danger is silent where the same sentence says that the danger is
past, played or figurative; the model still has its say then, and a person reads it today.
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
MARKS = ".!?"


@dataclass(frozen=True, slots=True)
class Rule:
    """A named danger, the words that announce it, and the words that take it back.

    `soon`: no emergency by itself, but read today; such words count for nothing inside quotation marks.
    """

    name: str
    announces: re.Pattern[str]
    takes_back: re.Pattern[str]
    soon: bool


@dataclass(frozen=True, slots=True)
class Alarm:
    """A rule that fired on characters [start, end) of the reading."""

    rule: str
    start: int
    end: int


def alarms(reading: Reading) -> list[Alarm]:
    """Every rule of danger that fires, in the order of the rules."""
    return [fired for rule in rules() if not rule.soon and (fired := _fired(rule, reading.text))]


def cautions(reading: Reading) -> list[Alarm]:
    """What is no emergency by itself but never routine: plain threats, farewells, and danger that is told and
    taken back in one sentence."""
    return [caution for rule in rules() if (caution := _caution(rule, reading.text))]


def rung(reading: Reading) -> list[Rung]:
    """Every rule that fires, for people to read."""
    return [
        *(Rung(alarm.rule, danger=True) for alarm in alarms(reading)),
        *(Rung(caution.rule, danger=False) for caution in cautions(reading)),
    ]


def _fired(rule: Rule, text: str) -> Alarm | None:
    """Where a rule first rings and is not taken back; of each sentence that is asked once only."""
    taken_back = 0
    for match in rule.announces.finditer(text):
        if match.end() <= taken_back or (rule.soon and _quoted(text, match)):
            continue
        begin, end = _sentence(text, match)
        if not rule.takes_back.search(text, begin, end):
            return Alarm(rule.name, *match.span())
        taken_back = end
    return None


def _caution(rule: Rule, text: str) -> Alarm | None:
    fired = _fired(rule, text)
    if rule.soon or fired:
        return fired if rule.soon else None
    heard = rule.announces.search(text)
    return Alarm(rule.name, *heard.span()) if heard else None


def _sentence(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Where the sentence, or sentences, that a match stands in begin and end."""
    begin = max(text.rfind(mark, 0, match.start()) for mark in MARKS)
    ends = [end for mark in MARKS if (end := text.find(mark, match.end())) >= 0]
    return begin + 1, min(ends, default=len(text))


def _quoted(text: str, match: re.Match[str]) -> bool:
    return text.count('"', 0, match.start()) % 2 == 1


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
        told.get("soon", False),
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
