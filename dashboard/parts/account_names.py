"""What streams are called, and the looks of what the ledger knows: one place for strip, table and legend."""

from datetime import timedelta

from casework.account import Stream
from casework.ledger import Heard
from dashboard import words
from dashboard.inert import visible
from dashboard.parts.say import Colour
from dashboard.words import Words

LONGEST_NAME = 24
SHORT = 120  # minutes
STREAM_NAMES = (
    *("mentions", "comments", "dms", "messages", "notifications"),
    *("quotes", "tags", "visitor-posts", "held", "spam"),
)
# Icon and colour for badges; shade of the palette and plotly's pattern for the strip.
LOOK: dict[Heard, tuple[str, Colour, str, str]] = {
    Heard.KNOWN: ("square", "blue", "brand", ""),
    Heard.FILLED: ("history", "gray", "quiet", "."),
    Heard.FILLING: ("close", "red", "acute", "x"),
    Heard.UNREADABLE: ("extension_off", "red", "acute", "+"),
    Heard.LOST: ("block", "violet", "rose", "\\"),
    Heard.LATE: ("schedule", "orange", "today", "|"),
    Heard.BLIND: ("visibility_off", "gray", "faint", "/"),
}


def of(stream: Stream) -> Words:
    """The stream's name, as markup; in the connector's own words where we have none."""
    return words.say(f"stream-{_key(stream)}") if _key(stream) in STREAM_NAMES else words.quoted(stream.name)


def plain(stream: Stream) -> str:
    """The stream's name for a chart."""
    known = _key(stream) in STREAM_NAMES
    return words.text(f"stream-{_key(stream)}") if known else visible(stream.name)[:LONGEST_NAME]


def lasting(span: timedelta) -> Words:
    """A length of time, exact enough to compare: minutes below two hours, hours beyond."""
    minutes = round(span / timedelta(minutes=1))
    if minutes < SHORT:
        return words.say("span-minutes", n=minutes)
    return words.say("span-hours", n=round(minutes / 60))


def _key(stream: Stream) -> str:
    return stream.name.replace("_", "-")
