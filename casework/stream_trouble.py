"""A stream in trouble is told to people: to the account's owner and to those who lead its station."""

from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

from casework import notice, turn
from casework.account import Account, Stream
from casework.errors import AuthExpired
from casework.people import Officer, Role
from casework.ports import Work
from casework.record import Notice, NoticeKind
from casework.rhythm import Habit

PATIENCE = timedelta(hours=1)  # networks fail, and mend themselves; a refused key never does


class Sort(StrEnum):
    """The key is refused; it is not read for another reason; or it is silent for longer than it ever is."""

    KEY = "key"
    FAILING = "failing"
    SILENT = "silent"


KINDS = {
    Sort.KEY: NoticeKind.STREAM_KEY,
    Sort.FAILING: NoticeKind.STREAM_FAILING,
    Sort.SILENT: NoticeKind.STREAM_SILENT,
}


@dataclass(frozen=True, slots=True)
class StreamTrouble:
    """The last trouble of this sort that a stream had: since when, when people were told, when it ended."""

    stream_id: int
    sort: Sort
    begun_at: datetime
    told_at: datetime | None = None
    ended_at: datetime | None = None
    revision: int = 1
    id: int = field(default=0, compare=False)


def look(work: Work, account: Account, habits: Mapping[int, Habit]) -> list[Notice]:
    """Tell what is new of the account's streams: each trouble once, and once that it is over.

    `habits`: the rhythm of each stream by id. A trouble is over when the stream was read, or spoke, since it
    began; that of an account which rests ends unsaid. Raises Conflict where another worker was faster.
    """
    streams = {stream.id: stream for stream in work.find(Stream, account_id=account.id)}
    troubles = work.find(StreamTrouble, stream_id=list(streams))
    over = (t for t in troubles if _over(t, streams[t.stream_id], habits.get(t.stream_id)))
    ended = [_end(work, t) for t in (over if account.active else troubles) if t.ended_at is None]
    if not account.active:
        return []
    told = _tell(work, account, NoticeKind.STREAM_MENDED, [t for t in ended if t.told_at])
    known = {(t.stream_id, t.sort): t for t in [*troubles, *ended]}
    for stream in streams.values():
        _note_new(work, known, stream, habits.get(stream.id))
    for sort, kind in KINDS.items():
        told += _tell(work, account, kind, _ripe(work, known.values(), sort))
    return told


def count(work: Work) -> int:
    """How many streams have a trouble that people were told of."""
    return len({t.stream_id for t in work.find(StreamTrouble, ended_at=None) if t.told_at})


def _note_new(
    work: Work, known: MutableMapping[tuple[int, Sort], StreamTrouble], stream: Stream, habit: Habit | None
) -> None:
    """Begin what is not open yet; while its key is refused, a stream has no other error to tell of."""
    key = known.get((stream.id, Sort.KEY))
    for sort, begun_at in _found(stream, habit, work.now).items():
        before = known.get((stream.id, sort))
        covered = sort is Sort.FAILING and key is not None and key.ended_at is None
        if not covered and (before is None or before.ended_at):
            known[stream.id, sort] = _begin(work, StreamTrouble(stream.id, sort, begun_at), before)


def _found(stream: Stream, habit: Habit | None, now: datetime) -> dict[Sort, datetime]:
    """The troubles of a stream now, and since when; what was never read fails since it is first looked at."""
    found = {}
    since = stream.last_success_at or now
    if stream.error.startswith(AuthExpired.__name__):
        found[Sort.KEY] = since
    elif stream.error and (stream.last_success_at is None or now - since >= PATIENCE):
        found[Sort.FAILING] = since
    if habit and habit.silence:
        found[Sort.SILENT] = habit.silence.since
    return found


def _over(trouble: StreamTrouble, stream: Stream, habit: Habit | None) -> bool:
    if trouble.sort is Sort.SILENT:
        return bool(habit and habit.last and habit.last > trouble.begun_at)
    read_at = stream.last_success_at
    return not stream.error and read_at is not None and read_at > trouble.begun_at


def _ripe(work: Work, troubles: Iterable[StreamTrouble], sort: Sort) -> list[StreamTrouble]:
    """Those of this sort that people are to be told of now; noted as told."""
    wait = PATIENCE if sort is Sort.FAILING else timedelta()
    open_now = (t for t in troubles if t.sort is sort and t.ended_at is None and t.told_at is None)
    ripe = [t for t in open_now if work.now - t.begun_at >= wait]
    return [work.replace(replace(t, told_at=work.now)) for t in ripe]


def _begin(work: Work, trouble: StreamTrouble, before: StreamTrouble | None) -> StreamTrouble:
    """One row for each stream and sort: of two workers that look at once, one meets a Conflict."""
    anew = replace(trouble, id=before.id, revision=before.revision) if before else trouble
    begun = work.replace(anew) if before else work.add(anew)
    return _logged(work, "trouble_found", begun)


def _end(work: Work, trouble: StreamTrouble) -> StreamTrouble:
    return _logged(work, "trouble_ended", work.replace(replace(trouble, ended_at=work.now)))


def _logged(work: Work, act: str, trouble: StreamTrouble) -> StreamTrouble:
    detail = {"trouble": trouble.id, "sort": trouble.sort.value, "since": trouble.begun_at.isoformat()}
    work.record("streife", act, f"stream:{trouble.stream_id}", detail)
    return trouble


def _tell(work: Work, account: Account, kind: NoticeKind, troubles: Sequence[StreamTrouble]) -> list[Notice]:
    """One notice to each of them, however many streams it is about."""
    streams = {trouble.stream_id for trouble in troubles}
    if not streams:
        return []
    detail = {"account": f"{account.platform.value}/{account.handle}", "streams": len(streams)}
    subject = f"account:{account.id}"
    return [notice.tell(work, who, kind, subject, detail) for who in _whom(work, account)]


def _whom(work: Work, account: Account) -> list[int]:
    owner = work.get(Officer, account.officer_id)
    heads = turn.holders(work, account.station_id, Role.SUPERVISOR, Role.ADMINISTRATOR)
    return sorted({*heads, *([owner.id] if owner.active else [])})
