"""Which sections of the criminal code to look at for which kind of hostility; hints, never a verdict."""

from collections.abc import Iterable

from casework.labels import Hostility

HINTS = (
    *("185", "186", "187", "188", "192a", "130", "241", "126", "140"),
    *("111", "126a", "86a", "184", "238", "240"),
)
LIKELY_HINTS = {
    Hostility.INSULT: ("185",),
    Hostility.THREAT: ("241",),
    Hostility.INCITEMENT: ("111", "140"),
    Hostility.HATE: ("130",),
    Hostility.DOXXING: ("126a",),
    Hostility.SYMBOL: ("86a",),
    Hostility.SEXUAL: ("184",),
    Hostility.DEFAMATION: ("186", "187"),
}


def likely(hostility: Iterable[Hostility]) -> tuple[str, ...]:
    """The sections of StGB that such a message makes one look at, each once, in the order of HINTS."""
    found = {hint for one in hostility for hint in LIKELY_HINTS[one]}
    return tuple(hint for hint in HINTS if hint in found)
