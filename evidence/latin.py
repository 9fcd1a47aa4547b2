"""Names in the letters that e-justice takes: DIN 91379, and a visible remark where a name had others."""

import unicodedata

REMARK = " (Schreibweise angepasst)"
LONGEST = 200
# Normative characters of DIN 91379:2022-08 (its data types C and D) that are one code point. The norm's
# sequences of a letter and a combining mark are left out: they are shown as code points like all others.
_RANGES = (
    "20-7E A1-AC AE-17E 187-188 18F 197 1A0-1A1 1AF-1B0 1B7 1CD-1DC 1DE-1DF 1E2-1F0 1F4-1F5 1F8-1FF 212-213 "
    "218-21B 21E-21F 227-233 259 268 292 2B9-2BA 2BE-2BF 2C8 2CC 1E02-1E03 1E06-1E07 1E0A-1E11 1E17 "
    "1E1C-1E2B 1E2F-1E37 1E3A-1E3B 1E40-1E49 1E52-1E5B 1E5E-1E63 1E6A-1E6F 1E80-1E87 1E8C-1E97 1E9E "
    "1EA0-1EF9 20AC"
)
_INSTEAD = str.maketrans("\u2018\u2019\u201a\u201c\u201d\u201e\u2010\u2011\u2013\u2014", "'''\"\"\"----")


def _letters() -> frozenset[str]:
    bounds = (one.partition("-")[::2] for one in _RANGES.split())
    spans = (range(int(low, 16), int(high or low, 16) + 1) for low, high in bounds)
    return frozenset(chr(point) for span in spans for point in span)


LETTERS = _letters()


def latin(name: str) -> str:
    """The name in letters of DIN 91379: what has no such letter stands as [U+0416].

    Quotation marks and dashes become plain ones. A name that could not stay as it is, or was cut after 200
    characters, says so by a remark at its end.
    """
    composed = unicodedata.normalize("NFC", name)
    told = "".join(map(_told, composed.translate(_INSTEAD)))
    changed = told != composed or len(told) > LONGEST
    return told[:LONGEST].strip() + REMARK if changed else told


def _told(character: str) -> str:
    if character in LETTERS:
        return character
    plain = unicodedata.normalize("NFKC", character)
    return plain if LETTERS.issuperset(plain) else f"[U+{ord(character):04X}]"
