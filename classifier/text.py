"""One text as the model takes it in: read past its disguises, told its language, put into numbers."""

from dataclasses import dataclass
from functools import cached_property

from classifier.features import Floats
from classifier.languages import Language, language_read
from classifier.normalise import Reading, read
from classifier.safety_net import Alarm, alarms
from classifier.signals import signals
from classifier.views import first_and_last, first_look


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

    @cached_property
    def views(self) -> Floats:
        """The first look (views.WIDTH numbers): worked out only where the screen leaves it open."""
        return first_look(self.original, self.reading)


def take_in(original: str) -> Text:
    """Work all of it out; never fails."""
    reading = read(original)
    language = language_read(original, reading.text)
    fired = tuple(alarms(reading))
    _, last = first_and_last(original)
    return Text(
        original=original,
        reading=reading,
        language=language,
        alarms=fired,
        signals=signals(reading, last, language, bool(fired)),
    )
