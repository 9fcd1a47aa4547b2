"""What a search looks for and where a text answers it: words folded and stemmed, the same in every store.

A word is folded first (small letters, no accents, ae oe ue ss for ä ö ü ß), then stemmed as German, English,
Dutch and Swedish, because nobody says in which language he searches: two words are the same if any of the
four stems them alike. A symbol such as an emoji is a word of its own. Writers' names are searched besides.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

# By name, not snowballstemmer.stemmer(): that would take another edition of the rules where one is installed.
from snowballstemmer.dutch_stemmer import DutchStemmer
from snowballstemmer.english_stemmer import EnglishStemmer
from snowballstemmer.german_stemmer import GermanStemmer
from snowballstemmer.swedish_stemmer import SwedishStemmer

from casework.message import Author

LONGEST_WORD, MOST_WORDS, MOST_LETTERS, SHORTEST_BEGINNING = 40, 32, 2_000, 3
MOST_STEMMED, MOST_BYTES = 2_000, 400_000
_STEMMERS = (GermanStemmer(), EnglishStemmer(), DutchStemmer(), SwedishStemmer())
_stemming = Lock()  # a stemmer keeps its word inside itself while it works
_SYMBOL = "\u2600-\u27bf\U0001f000-\U0001faff"
_INVISIBLE = "\u00ad\u200b-\u200f\u2060-\u2064\ufeff"  # what hides inside a word to keep it from being found
_WORD = re.compile(f"[^\\W_](?:[{_INVISIBLE}\u0300-\u036f]*[^\\W_])*[\u0300-\u036f]*|[{_SYMBOL}]")
_UNSEEN = re.compile(f"[{_INVISIBLE}]")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "œ": "oe"})


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody looks for: for each word the terms of which one must occur; the last as a beginning."""

    words: tuple[frozenset[str], ...]
    beginning: str = ""

    def fits(self, terms: frozenset[str]) -> bool:
        """Whether a text of these terms answers it; nothing answers a question without words."""
        return bool(self.words) and all(self._has(n, terms) for n in range(len(self.words)))

    def _has(self, number: int, terms: frozenset[str]) -> bool:
        if self.words[number] & terms:
            return True
        last = bool(self.beginning) and number == len(self.words) - 1
        return last and any(term.startswith(self.beginning) for term in terms)


def asked(text: str) -> Asked:
    """The question in a search field; never raises, whatever stands there.

    More than 32 different words, or 2,000 characters, are not looked for. The last word, if it has three
    letters, is a beginning.
    """
    return _asked(text[:MOST_LETTERS])


@lru_cache(500)
def _asked(text: str) -> Asked:
    words: dict[str, frozenset[str]] = {}
    for _, _, word in _words(text):
        words.pop(word, None)
        words[word] = _terms(word)
        if len(words) == MOST_WORDS:
            break
    last = next(reversed(words), "")
    return Asked(tuple(words.values()), last if len(last) >= SHORTEST_BEGINNING else "")


def terms(text: str, author: Author) -> frozenset[str]:
    """Under which terms a message is found: its text's and its writer's names'.

    Of a text of very many different words, the later ones are found only as they stand; and of one that is
    nothing else, the last ones are left out: nobody shall hold up the store with it.
    """
    words = dict.fromkeys(word for said in (author.handle, author.name, text) for _, _, word in _words(said))
    found: set[str] = set()
    room = MOST_BYTES
    for number, word in enumerate(words):
        new = (_terms(word) if number < MOST_STEMMED else {word}) - found
        room -= sum(len(term.encode()) for term in new)
        if room < 0:
            break
        found |= new
    return frozenset(found)


def spans(text: str, question: str) -> list[tuple[int, int]]:
    """Characters [start, end) of a text that answer the question, in order: whole words."""
    wanted = asked(question)
    return [
        (start, end)
        for start, end, word in _words(text)
        if any(_terms(word) & one for one in wanted.words)
        or (wanted.beginning and any(term.startswith(wanted.beginning) for term in _terms(word)))
    ]


def plain_words(text: str) -> list[str]:
    """The words of a text, folded, without symbols."""
    return [word for _, _, word in _words(text) if any(c.isalnum() for c in word)]


def _words(text: str) -> Iterator[tuple[int, int, str]]:
    """Each word with its place, folded; what folds to nothing is left out."""
    for found in _WORD.finditer(text):
        word = _folded(found.group()[: LONGEST_WORD * 2])[:LONGEST_WORD]
        if word:
            yield found.start(), found.end(), word


@lru_cache(50_000)
def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKC", _UNSEEN.sub("", word)).casefold()
    spread = unicodedata.normalize("NFKD", plain.translate(_UMLAUTS))
    return "".join(c for c in spread if c.isalnum() or (not c.isascii() and not unicodedata.combining(c)))


@lru_cache(50_000)
def _terms(word: str) -> frozenset[str]:
    """The folded word itself and its stems."""
    with _stemming:
        return frozenset({word, *(stemmer.stemWord(word) for stemmer in _STEMMERS)} - {""})
