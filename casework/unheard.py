"""What figures cannot know: where in the days shown messages are missing, by station and network."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from casework import ledger
from casework.account import Account, Gap, Stream
from casework.labels import Platform
from casework.ledger import Heard, Interval
from casework.ports import Work

LATE_FROM = timedelta(hours=1)  # below that a stream is merely between two pulls


@dataclass(frozen=True, slots=True)
class Unheard:
    """So many channels of one station on one network lack messages, all within `first` and `last`; `lasting`
    counts a moment once, however many channels lack it."""

    station_id: int
    platform: Platform
    channels: int
    first: datetime
    last: datetime
    lasting: timedelta


def unheard(work: Work, station_ids: Collection[int], begin: datetime, end: datetime) -> list[Unheard]:
    """The longest first; nothing where everything from `begin` to `end` is here."""
    accounts = {a.id: a for a in work.find(Account, station_id=sorted(station_ids))}
    streams = work.find(Stream, account_id=sorted(accounts))
    gaps: dict[int, list[Gap]] = {stream.id: [] for stream in streams}
    for gap in work.find(Gap, stream_id=sorted(gaps)):
        gaps[gap.stream_id].append(gap)
    lacks: dict[tuple[int, Platform], list[list[Interval]]] = {}
    for stream in streams:
        account = accounts[stream.account_id]
        known = ledger.intervals(stream, gaps[stream.id], begin, end)
        missing = [one for one in known if _missing(account, one)]
        if missing:
            lacks.setdefault((account.station_id, account.platform), []).append(missing)
    found = [_together(*place, channels) for place, channels in lacks.items()]
    return sorted(found, key=lambda one: one.lasting, reverse=True)


def _missing(account: Account, one: Interval) -> bool:
    """An account that rests is not asked on purpose: no messages are missing since."""
    if one.state is Heard.LATE:
        return account.active and one.length > LATE_FROM
    return not one.state.complete


def _together(station_id: int, platform: Platform, channels: Collection[list[Interval]]) -> Unheard:
    every = sorted((one.start, one.end) for missing in channels for one in missing)
    last = max(end for _, end in every)
    return Unheard(station_id, platform, len(channels), every[0][0], last, _covered(every))


def _covered(spans: Iterable[tuple[datetime, datetime]]) -> timedelta:
    """How much these cover, in order of their begin."""
    covered, until = timedelta(), None
    for start, end in spans:
        begin = start if until is None else max(start, until)
        if end > begin:
            covered += end - begin
            until = end
    return covered
