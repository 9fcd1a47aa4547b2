"""Which language a text is in, told offline by py3langid; the four of the examples are ours."""

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

OURS = ("de", "en", "nl", "sv")
UNKNOWN = ""
# Dialects and close relatives that short, colloquial texts of ours are taken for.
TAKEN_FOR = {"lb": "de", "nds": "de", "af": "nl", "fy": "nl"}
FEWEST_LETTERS, FEWEST_OF_OTHER_SCRIPT = 16, 4
LAST_LATIN_LETTER = "\u024f"
CLEARLY = 6.0
LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Language:
    """The likeliest language (ISO 639-1; empty where nothing tells), and the likeliest of our four.

    `foreign` where the text is long enough to tell and clearly in none of the four.
    """

    code: str
    nearest: str
    foreign: bool


def language_of(text: str) -> Language:
    """Tell a text's language; a text of few letters is never foreign. Never fails."""
    letters = "".join(one if one.isalpha() else " " for one in text[:LONGEST])
    count = len(letters) - letters.count(" ")
    if not count:
        return Language(UNKNOWN, OURS[0], foreign=False)
    chances = dict(_identifier().rank(letters))
    code = max(chances, key=lambda one: chances[one])
    nearest = max(OURS, key=lambda one: chances[one])
    foreign = code not in (*OURS, *TAKEN_FOR) and chances[code] - chances[nearest] > CLEARLY
    if foreign and count >= _fewest(letters):
        return Language(code, nearest, foreign=True)
    return Language(TAKEN_FOR.get(code, nearest), nearest, foreign=False)


def language_read(original: str, reading: str) -> Language:
    """Tell the language of a disguised text too: spaced letters look foreign until they are read.

    Another script is never read into ours: its letters that look Latin would make it seem so.
    """
    written = language_of(original)
    disguised = written.foreign and not _in_other_script(original[:LONGEST])
    return language_of(reading) if disguised else written


def _fewest(letters: str) -> int:
    return FEWEST_OF_OTHER_SCRIPT if _in_other_script(letters) else FEWEST_LETTERS


def _in_other_script(text: str) -> bool:
    letters = [one for one in text if one.isalpha()]
    return 2 * sum(one > LAST_LATIN_LETTER for one in letters) > len(letters)


def begin() -> None:
    """Start to load what tells languages: to unpack it takes a third of a second, which need not be waited
    for while other things load."""
    _loading()


@cache
def _loading() -> Future[LanguageIdentifier]:
    pool = ThreadPoolExecutor(1)
    loading = pool.submit(LanguageIdentifier.from_model_file, MODEL_FILE)
    pool.shutdown(wait=False)
    return loading


def _identifier() -> LanguageIdentifier:
    return _loading().result()
