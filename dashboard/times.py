"""Moments and spans as the reader says them; UTC inside, Europe/Berlin shown."""

from datetime import date, datetime, timedelta

from babel.dates import format_date, format_datetime, format_time

from casework.clocks import LOCAL
from dashboard import words
from dashboard.words import Words

MINUTE = 60
HOUR = 3_600
DAY = 86_400


def clock(at: datetime) -> Words:
    """`08:41`."""
    return Words(format_time(at.astimezone(LOCAL), "HH:mm", locale=words.language()))


def moment(at: datetime, now: datetime) -> Words:
    """`heute 08:41`, `gestern 17:20`, else `Fr 13.11. 17:20`, with the year when it is another one."""
    local = at.astimezone(LOCAL)
    today = now.astimezone(LOCAL).date()
    if local.date() == today:
        return words.say("time-today", clock=clock(at))
    if local.date() == today - timedelta(days=1):
        return words.say("time-yesterday", clock=clock(at))
    if local.date() == today + timedelta(days=1):
        return words.say("time-tomorrow", clock=clock(at))
    return Words(f"{day(local.date(), today)} {clock(at)}")


def stretch(first: datetime, last: datetime, now: datetime) -> Words:
    """`gestern 21:12 – heute 08:40`, of one day `heute 08:12–08:40`."""
    begin = moment(first, now)
    if first.astimezone(LOCAL).date() != last.astimezone(LOCAL).date():
        return Words(f"{begin} – {moment(last, now)}")
    return begin if clock(first) == clock(last) else Words(f"{begin}–{clock(last)}")


def day(when: date, today: date) -> Words:
    """`Fr 13.11.`, with the year when it is another one."""
    shape = words.text("date-pattern" if when.year == today.year else "date-pattern-year")
    return Words(format_date(when, shape, locale=words.language()))


def full_day(when: date) -> Words:
    """A date for a deadline, with weekday and year."""
    return Words(format_date(when, words.text("date-pattern-full"), locale=words.language()))


def month(told: str) -> Words:
    """`2026-11` as `November 2026`."""
    return Words(format_date(date.fromisoformat(f"{told}-01"), "LLLL yyyy", locale=words.language()))


def field() -> str:
    """How Streamlit's field for a date writes it."""
    return words.text("date-field")


def stamp(at: datetime) -> Words:
    """A moment to the second, for the record."""
    pattern = words.text("stamp-pattern")
    return Words(format_datetime(at.astimezone(LOCAL), pattern, locale=words.language()))


def ago(at: datetime, now: datetime) -> Words:
    """How long ago, in the largest fitting unit."""
    return words.say("time-ago", span=span((now - at).total_seconds()))


def span(seconds: float) -> Words:
    """A length of time: minutes below two hours, hours below two days, days beyond."""
    if seconds < 2 * HOUR:
        return words.say("span-minutes", n=max(0, round(seconds / MINUTE)))
    if seconds < 2 * DAY:
        return words.say("span-hours", n=round(seconds / HOUR))
    return words.say("span-days", n=round(seconds / DAY))
