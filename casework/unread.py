"""Holes amid what was handed out, each a gap of its own: lost, or unreadable and tried again seldom."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from casework.account import Gap, GapState, Hole
from casework.ports import Work

SOONEST, LATEST = timedelta(hours=1), timedelta(days=1)
NEAR = timedelta(hours=1)  # holes as near as that to one another are one gap


def note(work: Work, stream_id: int, holes: Sequence[Hole]) -> list[Gap]:
    """Add a gap for each hole, or widen one nearby; nothing for what is told already."""
    kept = (_lose(work, stream_id, hole) if hole.lost else _note(work, stream_id, hole) for hole in holes)
    return [gap for gap in kept if gap]


def stays(work: Work, gap: Gap, holes: Sequence[Hole]) -> Gap | None:
    """The gap, while something in it cannot be read still; the older it is, the longer until it is tried."""
    odd = [hole for hole in holes if not hole.lost]
    inside = [hole for hole in odd if hole.start < gap.missed_to and hole.end > gap.missed_from]
    if gap.retry_at is None or not inside:
        return None
    begin, end = min(hole.start for hole in inside), max(hole.end for hole in inside)
    wait = min(max(SOONEST, work.now - end), LATEST)
    left = replace(gap, missed_from=begin, missed_to=end, resume="", retry_at=work.now + wait)
    if (begin, end) != (gap.missed_from, gap.missed_to):
        _record(work, "gap_narrowed", left, inside[0])
    return work.replace(left)


def _note(work: Work, stream_id: int, hole: Hole) -> Gap | None:
    missing = [g for g in work.find(Gap, stream_id=stream_id) if g.state is not GapState.FILLED]
    if _told(missing, hole):
        return None
    odd = [gap for gap in missing if gap.retry_at and gap.state is GapState.OPEN and not gap.resume]
    new = Gap(stream_id, hole.start, hole.end, retry_at=work.now + SOONEST)
    return _widen(work, [gap for gap in odd if _near(gap, hole, NEAR)], hole, new)


def _lose(work: Work, stream_id: int, hole: Hole) -> Gap | None:
    lost = work.find(Gap, stream_id=stream_id, state=GapState.LOST)
    if _told(lost, hole):
        return None
    new = Gap(stream_id, hole.start, hole.end, GapState.LOST)
    return _widen(work, [gap for gap in lost if _near(gap, hole, timedelta())], hole, new)


def _widen(work: Work, near: Sequence[Gap], hole: Hole, new: Gap) -> Gap:
    """The first of the gaps nearby with the hole in it, or else the new one."""
    if near:
        begin, end = min(near[0].missed_from, hole.start), max(near[0].missed_to, hole.end)
        gap = work.replace(replace(near[0], missed_from=begin, missed_to=end))
    else:
        gap = work.add(new)
    _record(work, "gap_found", gap, hole)
    return gap


def _told(gaps: Sequence[Gap], hole: Hole) -> bool:
    return any(gap.missed_from <= hole.start and hole.end <= gap.missed_to for gap in gaps)


def _near(gap: Gap, hole: Hole, by: timedelta) -> bool:
    return hole.start <= gap.missed_to + by and hole.end >= gap.missed_from - by


def _record(work: Work, act: str, gap: Gap, hole: Hole) -> None:
    detail = {"gap": gap.id, "state": gap.state.value} | ({} if hole.lost else {"unreadable": hole.why})
    work.record("streife", act, f"stream:{gap.stream_id}", detail)
