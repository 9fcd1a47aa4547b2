"""What a text means, in numbers: its embedding by the tuned encoder."""

from classifier import encoder
from classifier.disguises import unmasked
from classifier.encoder import Encoder
from classifier.features import Floats

WHOLE_HEAD, WHOLE_TAIL = 700, 300
FEWEST_SHOUTED, SHOUTED = 5, 0.7  # letters, and the share of capitals among them


def meaning_of(original: str, by: Encoder | None = None) -> Floats:
    """A text's embedding (e5_engine.WIDTH numbers, length 1), worked out alone, so that a batch leaves no
    trace; by the tuned encoder, or by another."""
    return (by or encoder.tuned()).encode(spoken(original))


def spoken(original: str) -> str:
    """What the encoder is given: the text as written, but past its disguises and not in capitals.

    Of a long text the first 700 and the last 300 characters count, of those the head and the tail that the
    encoder takes.
    """
    return calmed(_sound(unmasked(_clipped(original))))


def calmed(text: str) -> str:
    """A text in CAPITALS as if it had been said quietly: the encoder knows few words in capitals and takes
    each for several; that somebody shouts is known to the signals."""
    letters = [character for character in text if character.isalpha()]
    if len(letters) < FEWEST_SHOUTED or sum(map(str.isupper, letters)) < SHOUTED * len(letters):
        return text
    return text.capitalize()


def _sound(text: str) -> str:
    """Without lone surrogates, which no encoder takes."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", " ")


def _clipped(text: str) -> str:
    if len(text) <= WHOLE_HEAD + WHOLE_TAIL:
        return text
    return text[:WHOLE_HEAD] + " " + text[-WHOLE_TAIL:]
