"""Groups of telling words in four languages, so that what one language teaches helps the others."""

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

FILE = Path(__file__).with_name("concepts.toml")


@cache
def names() -> tuple[str, ...]:
    """Names of the groups, in the order of their numbers."""
    return tuple(tomllib.loads(FILE.read_text(encoding="utf-8")))


@lru_cache(maxsize=50_000)
def concepts_of(word: str) -> tuple[int, ...]:
    """Numbers of the groups that a word (as classifier.normalise reads it) belongs to."""
    return tuple(number for number, pattern in enumerate(_patterns()) if pattern.fullmatch(word))


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    groups = tomllib.loads(FILE.read_text(encoding="utf-8"))
    return tuple(_pattern(words.split()) for words in groups.values())


def _pattern(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word).replace(r"\*", r"\w*") for word in sorted(set(words))))
