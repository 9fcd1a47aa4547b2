"""The dashboard's own words, from the catalogues in `words/`; German first.

`say` gives words that may be printed as markup: every string put into them is made inert first.
`text` gives plain text for places that read no markup (page titles, options, charts).
"""

from collections.abc import Sequence
from enum import Enum
from functools import cache, lru_cache
from pathlib import Path

import streamlit as st
from babel import Locale
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from fluent.runtime import FluentBundle, FluentResource

from casework import country
from dashboard.inert import inert, visible
from streife import tongue

CATALOGUES = Path(__file__).parent / "words"
LANGUAGES = tongue.LANGUAGES
STATE = "language"

Argument = str | int | float


class Words(str):
    """Words of the house, fit to be printed as markup."""

    __slots__ = ()


def language() -> str:
    """The reader's language: chosen here, else as at the front door (`tongue.of`)."""
    chosen = st.session_state.get(STATE)
    if chosen in LANGUAGES:
        return str(chosen)
    wished = st.context.headers.get("Accept-Language")
    return tongue.of(st.query_params.get("lang"), st.context.cookies, wished)


def say(key: str, **arguments: Argument) -> Words:
    """Catalogue words with arguments made inert; raises KeyError for an unknown key."""
    return Words(_format(language(), key, *((n, _harmless(v)) for n, v in arguments.items())))


def text(key: str, **arguments: Argument) -> str:
    """Catalogue words as plain text, for places that read no markup."""
    shown = ((name, visible(v) if isinstance(v, str) else v) for name, v in arguments.items())
    return _format(language(), key, *shown)


def key_of(label: Enum) -> str:
    """The catalogue key of a word of the casework, such as `handoverstate-waiting`."""
    return f"{type(label).__name__.lower()}-{str(label.value).replace('_', '-')}"


def label(word: Enum) -> Words:
    """A word of the casework in the reader's language."""
    return say(key_of(word))


def quoted(foreign: str) -> Words:
    """Somebody's own words (a name, a title) on one line, inert."""
    return Words(inert(foreign))


def joined(*parts: Words, by: str = " · ") -> Words:
    """Several words in a row; empty ones fall out."""
    return Words(by.join(part for part in parts if part))


def listed(parts: Sequence[Words]) -> Words:
    """Several words as one speaks them: `Merle Dobisch und Berta Klein`."""
    return Words(format_list(parts, locale=language()))


def number(value: float) -> Words:
    """A number as the reader writes it."""
    return Words(format_decimal(value, locale=language()))


def percent(share: float) -> Words:
    """A share in [0, 1] as whole percent; below 1 it is never rounded up to 100 %: nothing is that sure."""
    return Words(format_percent(min(share, 0.99) if share < 1 else share, locale=language()))


def land(code: str) -> str:
    """A Land (ISO 3166-2) as people call it, else its country in the reader's language, else its code."""
    country_name = Locale.parse(language()).territories.get(code.partition("-")[0].upper())
    return country.land_name(code) or country_name or code


def _harmless(value: Argument) -> Argument:
    return inert(value) if isinstance(value, str) and not isinstance(value, Words) else value


@lru_cache(maxsize=4096)
def _format(locale: str, key: str, *arguments: tuple[str, Argument]) -> str:
    message = bundle(locale).get_message(key)
    if message.value is None:
        raise KeyError(key)
    words, errors = bundle(locale).format_pattern(message.value, dict(arguments))
    if errors:
        raise KeyError(f"{key}: {errors[0]}")
    return str(words)


@cache
def bundle(locale: str) -> FluentBundle:
    """The compiled catalogue of one language."""
    made = FluentBundle([locale], use_isolating=False)
    made.add_resource(FluentResource((CATALOGUES / f"{locale}.ftl").read_text(encoding="utf-8")))
    return made
