"""One text as the model takes it in: read past its disguises, told its language, put into numbers."""

from dataclasses import dataclass

from classifier.features import Floats
from classifier.languages import Language, language_of
from classifier.normalise import Reading, read
from classifier.safety_net import Alarm, alarms
from classifier.signals import signals
from classifier.views import first_and_last, first_look


@dataclass(frozen=True, slots=True)
class Text:
    """What the model knows of a text, worked out from that text alone.

    `original` is what was written. `views` has classifier.views.WIDTH numbers, `signals` one for each of
    classifier.signals.NAMES.
    """

    original: str
    reading: Reading
    language: Language
    alarms: tuple[Alarm, ...]
    views: Floats
    signals: Floats


def take_in(original: str) -> Text:
    """Work all of it out; never fails."""
    reading, language = read(original), language_of(original)
    fired = tuple(alarms(reading))
    _, last = first_and_last(original)
    return Text(
        original=original,
        reading=reading,
        language=language,
        alarms=fired,
        views=first_look(original, reading),
        signals=signals(reading, last, language, bool(fired)),
    )
