"""What a form still lacks, by the names that its fields bear."""

from collections.abc import Mapping

from dashboard import words
from dashboard.parts import say


def told(needed: Mapping[str, object]) -> bool:
    """Whether something is missing; then which fields is said beneath the form.

    `needed`: what was entered, by the key of the field's name in the catalogue.
    """
    empty = [key for key, value in needed.items() if not str(value or "").strip()]
    if not empty:
        return False
    fields = words.joined(*(words.say(key) for key in empty), by=", ")
    said = words.say("form-missing", n=len(empty), fields=fields)
    say.meta(words.joined(say.icon("info"), said, by=" "), colour="orange", stretch=True)
    return True
