"""How the machine read what is written in disguise: said quietly beneath the words."""

from casework.errors import StreifeError
from dashboard import desk, words
from dashboard.parts import say, stranger


def show(text: str) -> None:
    """Nothing where no word is disguised; a model out of order keeps nobody from reading the message."""
    try:
        found = desk.classifier().disguises(text)
    except StreifeError:
        say.meta(words.say("read-past-unknown"), stretch=True)
        return
    if found:
        stranger.read_past(one.read_as for one in found)
