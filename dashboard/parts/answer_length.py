"""Beneath an answer: how much the network still takes, by its own count, and what is to be filled in.

Streamlit hands over what is typed when the field is left or on Ctrl+Enter; from then on the count is exact.
"""

from casework import lengths, placeholders
from casework.account import Account
from casework.labels import Kind
from casework.lengths import Counting, Length
from dashboard import desk, words
from dashboard.parts import say

NEAR = 0.1
TOLD = (Counting.WEIGHTED, Counting.MASTODON, Counting.BYTES)


def show(text: str, account: Account, kind: Kind) -> None:
    """One line for the length, one more for gaps where there are any."""
    found = lengths.length(text, account.platform, kind, desk.ruler())
    if found is not None:
        _length(found, account)
    if missing := placeholders.gaps(text):
        names = words.joined(*(words.quoted(one) for one in missing), by=", ")
        said = words.say("answer-gaps", names=names)
        say.meta(words.joined(say.icon("edit_square"), said, by=" "), colour="orange", stretch=True)


def _length(found: Length, account: Account) -> None:
    platform, most = words.label(account.platform), words.number(found.longest.most)
    rule = found.longest.counting
    how = words.say(f"counting-{rule.value}") if rule in TOLD else words.Words("")
    if found.left < 0:
        said = words.say("answer-over", over=words.number(-found.left), platform=platform, most=most)
        say.meta(words.joined(say.icon("block"), words.joined(said, how), by=" "), colour="red", stretch=True)
        return
    used = words.number(found.used)
    said = words.say("answer-left", used=used, most=most, platform=platform)
    colour: say.Colour = "orange" if found.left < NEAR * found.longest.most else "gray"
    line = words.joined(say.icon("straighten"), words.joined(said, how), by=" ")
    say.meta(line, colour=colour, stretch=True)
