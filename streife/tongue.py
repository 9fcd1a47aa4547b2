"""Which language somebody reads: the one asked for, else the one chosen before, else the browser's wish."""

from collections.abc import Mapping

from babel import negotiate_locale

LANGUAGES = {"de": "Deutsch", "en": "English", "sv": "Svenska", "nl": "Nederlands"}
DEFAULT = "de"
COOKIE = "streife_language"
"""Kept for a year in the browser; names a language and nothing else."""
A_YEAR = 365 * 24 * 3600


def of(asked: str | None, cookies: Mapping[str, str], wished: str | None) -> str:
    """One of LANGUAGES; `asked` comes from the address, `wished` is an Accept-Language header."""
    for one in (asked, cookies.get(COOKIE)):
        if one in LANGUAGES:
            return one
    return negotiate_locale(_by_weight(wished or ""), list(LANGUAGES), sep="-") or DEFAULT


def _by_weight(wished: str) -> list[str]:
    """The header's languages, best first: `sv;q=0.8, nl` is nl, sv."""
    weighed = []
    for part in wished.split(","):
        name, _, weight = part.partition(";q=")
        if name.strip():
            weighed.append((_weight(weight), name.strip()))
    return [name for weight, name in sorted(weighed, key=lambda one: -one[0]) if weight > 0]


def _weight(told: str) -> float:
    try:
        return float(told or 1)
    except ValueError:
        return 0.0
