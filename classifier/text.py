"""One text as the model takes it in: read past its disguises, told its language, put into numbers."""

import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property

from classifier.complaint import complains
from classifier.disguises import disguises
from classifier.features import Floats
from classifier.languages import Language, language_read
from classifier.meaning import meaning_of
from classifier.normalise import CHAINED, Reading, read
from classifier.safety_net import Alarm, alarms, cautions
from classifier.signals import last_sentence, signals


@dataclass(frozen=True)
class Text:
    """What the model knows of a text, worked out from that text alone.

    `original` is what was written; `signals` has a number for each of classifier.signals.NAMES.
    """

    original: str
    reading: Reading
    language: Language
    alarms: tuple[Alarm, ...]
    signals: Floats
    cautioned: bool
    complains: bool

    @cached_property
    def masked(self) -> bool:
        """Whether words were read past a disguise, or apart: of those the screen knows nothing."""
        return bool(disguises(self.original) or CHAINED.search(self.original))

    @cached_property
    def meaning(self) -> Floats:
        """What it means (e5_engine.WIDTH numbers): worked out only where the words leave it open."""
        return meaning_of(self.original)


def take_in(original: str) -> Text:
    """Work all of it out; never fails."""
    reading = read(original)
    language = language_read(original, reading.text)
    fired = tuple(alarms(reading))
    return Text(
        original=original,
        reading=reading,
        language=language,
        alarms=fired,
        signals=signals(reading, last_sentence(original), language, bool(fired)),
        cautioned=bool(cautions(reading)),
        complains=complains(reading),
    )


def take_in_all(originals: Iterable[str]) -> list[Text]:
    """Many texts, to learn from: what they mean is worked out at once, on all processors."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        texts = list(map(take_in, originals))
        for _ in pool.map(lambda text: text.meaning, texts):
            pass
    return texts
