"""Which words of a text were read past a disguise: what a person is shown as "read as".

A word counts where it is read otherwise than it is written: letters spaced out, leet, look-alikes, hidden
characters, stars, drawn-out letters. What everybody writes so is none: small letters, ae for ä, accents,
numbers, links, mentions, abbreviations, the gender star, house numbers, "sooo".
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from casework.assessment import Disguise
from classifier.languages import LAST_LATIN_LETTER
from classifier.normalise import CHAINED, DATA, JOINT, PERSON, RAW, URL, Reading, read

SHORTEST, LONGEST = 3, 200  # letters read; characters written
SHORTEST_DRAWN_OUT, FEWEST_SPELT = 4, 5
OFTEN_THREE = frozenset("eflmnprst")  # compounds write three in a row: Schifffahrt, Seeelefant, tweeën
VOWELS = frozenset("aeiouy")
LETTER = r"[^\W\d_]"

# Soft hyphens, spaces of no width, marks of direction; not what joins emoji.
_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_CHAINED = re.compile(rf"(?<![@/]){CHAINED.pattern}")  # not a name or a link's
_WORD, _LATIN, _FIGURES = re.compile(r"\S+"), re.compile(r"[a-z]"), re.compile(r"\d+")
_ADDRESS = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_SPELT = re.compile(rf"{LETTER}(?:[ .\-_*·/]{{1,2}}{LETTER})+")
_RUN = re.compile(rf"({LETTER})\1{{2,}}(\Z)?")
_LEET = str.maketrans("013457@$!|", "oieastasil")
_USUAL = (
    re.compile(rf"(?<={LETTER})[013457](?={LETTER}(?!{LETTER}))"),  # Gleis3b, mp3s
    re.compile(rf"(?<={LETTER}{{3}})@(?={LETTER}{{6}})"),  # hallo@polizei
    re.compile(r"\A\$(?=[A-Z]{2,5}\Z)"),  # $DOGE
    re.compile(r"(?<=[a-zäöüßå])!(?=[A-ZÄÖÜÅ])|(?<=[aeiouyäöüå])!|!(?=[aeiouyäöüå])"),  # Danke!Bis morgen
    re.compile(rf"(?<!{LETTER}{{2}})\||\|(?!{LETTER}{{2}})"),  # A|B
)
_JOINED = re.compile(
    rf"(?<={LETTER}{{2}})_+(?={LETTER}{{2}})|(?<={LETTER}{{3}})_+"  # max_muster, lisa_k
    rf"|(?<={LETTER}{{3}})[*•·](?=(?:[rnmse]|e[rnsm]|in\w*|die|der|frau(?:en)?)\b)",  # jede*r
    re.IGNORECASE,
)


def disguises(original: str) -> tuple[Disguise, ...]:
    """All of them in the order of the text, of what is read of it; never fails."""
    return tuple(_found(original))


def unmasked(original: str) -> str:
    """The text as it was written, but with each disguise as it was read, strung words apart, composed as
    usual, and without what cannot be seen; keys and pictures written in letters are left out. The same for
    NFC and NFD."""
    composed = unicodedata.normalize("NFC", original)
    pieces, done = [], 0
    for one in _found(composed):
        pieces += [composed[done : one.start], one.read_as]
        done = one.end
    pieces.append(composed[done:])
    seen = RAW.sub("", _UNSEEN.sub("", "".join(pieces)))
    return _CHAINED.sub(lambda chain: JOINT.sub(" ", chain[0]), seen)


def _found(original: str) -> Iterator[Disguise]:
    reading, foreign = read(original), _foreign(original)
    addresses = {place for one in _ADDRESS.finditer(original) for place in range(*one.span())}
    for word in _WORD.finditer(reading.text):
        start, end = int(reading.starts[word.start()]), int(reading.ends[word.end() - 1])
        written = original[start:end]
        if start in addresses or not _worth_a_look(written, word[0]):
            continue
        if foreign and any(_is_foreign(one) for one in written):
            continue
        if _without_figures(_as_usual(written, word[0])) != _without_figures(word[0]):
            yield Disguise(start, end, _with_figures(reading, word, original))


def _with_figures(reading: Reading, word: re.Match[str], original: str) -> str:
    """As it was read, but with the figures that stand there instead of zeros."""
    places = zip(word[0], reading.starts[slice(*word.span())], strict=True)
    return "".join(original[start] if one.isdigit() else one for one, start in places)


def _worth_a_look(written: str, read_as: str) -> bool:
    """A word of letters that we read at all; a link or mention is neither."""
    letters = [one for one in read_as if one.isalpha()]
    return (
        len(letters) >= SHORTEST
        and len(written) <= LONGEST
        and read_as not in (URL, PERSON, DATA)
        and bool(_LATIN.search(read_as))
        and max(letters) <= LAST_LATIN_LETTER
        and any(one.isalpha() or _is_framed(one) for one in written)
    )


def _as_usual(written: str, read_as: str) -> str:
    """The word as it would be read if nothing but the usual were done to it."""
    usual = _JOINED.sub("", _spelt_out(written))
    for pattern in _USUAL:
        usual = pattern.sub(lambda found: found[0].translate(_LEET), usual)
    usual = "".join(_plainly(one) for one in unicodedata.normalize("NFC", usual))
    no_word = len(read_as) < SHORTEST_DRAWN_OUT or not VOWELS & set(read_as)
    return _RUN.sub(lambda run: _shortened(run) if no_word or _is_usual(run) else run[0], usual)


def _spelt_out(written: str) -> str:
    """An abbreviation without its gaps: z. B. d. h., v.l.n.r."""
    letters = "".join(one for one in written if one.isalpha())
    short = len(letters) < FEWEST_SPELT and not letters.isupper()
    mixed = not (letters.islower() or letters.isupper() or letters.istitle())
    abbreviated = {".", "/"} & set(written) and (short or mixed)
    return letters if abbreviated and _SPELT.fullmatch(written) else written


def _is_usual(run: re.Match[str]) -> bool:
    """Drawn out at the end ("sooo"), or three as in compounds."""
    return run[2] is not None or (len(run[0]) == 3 and run[1] in OFTEN_THREE)


def _shortened(run: re.Match[str]) -> str:
    """As classifier.normalise reads it."""
    return run[1] if run[1] in VOWELS else 2 * run[1]


def _without_figures(text: str) -> str:
    """Figures are read as zeros; that is no disguise."""
    return _FIGURES.sub("", text)


@lru_cache(maxsize=4_096)
def _plainly(character: str) -> str:
    """How a character is read where nothing is disguised; a look-alike, hidden or framed one stays."""
    if character.isspace() or not _is_usual_character(character):
        return character
    return read(character).text


def _is_usual_character(character: str) -> bool:
    if character <= LAST_LATIN_LETTER:
        return character != "|"
    if character.isalpha():
        return "\u1e00" <= character <= "\u1eff" or "\ufb00" <= character <= "\ufb06"  # Latin; ligatures
    return unicodedata.category(character)[0] not in "CM" and not _is_framed(character)


def _is_framed(character: str) -> bool:
    """One letter in a circle or a square."""
    frame, *letters = unicodedata.decomposition(character).split() or [""]
    return frame in ("<circle>", "<square>") and len(letters) == 1


def _is_foreign(character: str) -> bool:
    if character <= LAST_LATIN_LETTER or not character.isalpha():
        return False
    return unicodedata.normalize("NFKC", character)[0] > LAST_LATIN_LETTER


def _foreign(original: str) -> bool:
    """Whether most letters are of another script: there, look-alikes are what they are."""
    strange = sum(_is_foreign(one) for one in original)
    return strange > 0 and 2 * strange > sum(one.isalpha() for one in original)
