"""Hand-overs are looked after: nobody who is gone holds one, and everybody is told of the deadline in time.
So are answers that wait for the approval of somebody who is gone.

Each duty works from what is kept, does a thing once, and does nothing when asked again.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from casework import four_eyes, leave, notice, standby, tenure, turn
from casework.beat import Beat
from casework.clocks import LOCAL, SATURDAY
from casework.four_eyes import Approval
from casework.handover import log, moved, returned, subject_of, tell, withdraw_question
from casework.people import Officer, Person, Role, Station
from casework.ports import Holidays, Work
from casework.reading import letter
from casework.record import ON_ITS_WAY, Handover, HandoverState, Notice, NoticeKind
from casework.roles import Letter

DUE_WORKING_DAYS = 3
LAST_MINUTE = time(23, 59, 59)
REMIND_AT = time(8)
SHORTEST_NOTICE = timedelta(hours=8)
DUE, LATE = NoticeKind.HANDOVER_DUE, NoticeKind.HANDOVER_LATE
GONE = "the contact officer is no longer there"
AWAY = "the contact officer is away beyond the deadline, and nobody stands in"
NO_ANSWER = "(the sender is no longer there; decide without an answer)"


def default_due(now: datetime, land: str, holidays: Holidays) -> datetime:
    """The end of the third working day from now, by the clock on the wall there."""
    day = now.astimezone(LOCAL)
    for _ in range(DUE_WORKING_DAYS):
        day += timedelta(days=1)
        while day.weekday() >= SATURDAY or holidays.is_holiday(day.date(), land):
            day += timedelta(days=1)
    return end_of(day.date())


def end_of(day: date) -> datetime:
    """The last second of this local day, whatever the clocks do on it."""
    return datetime.combine(day, LAST_MINUTE, LOCAL)


def reminder_at(handover: Handover, land: str, holidays: Holidays) -> datetime:
    """Eight on a working day's morning, well before the deadline; a third of the time passes in any case."""
    soonest = handover.handed_over_at + (handover.due_at - handover.handed_over_at) / 3
    day = handover.due_at.astimezone(LOCAL).date()
    while True:
        at = datetime.combine(day, REMIND_AT, LOCAL)
        works = day.weekday() < SATURDAY and not holidays.is_holiday(day, land)
        if (works and at <= handover.due_at - SHORTEST_NOTICE) or at <= soonest:
            return max(at, soonest)
        day -= timedelta(days=1)


def rescue(work: Work) -> int:
    """Move or return what lies with somebody who cannot act; returns how many hand-overs that were."""
    return sum(_rescue(work, handover) for handover in work.find(Handover, state=ON_ITS_WAY))


def open_approvals(work: Work) -> int:
    """What waits for an approver who is gone: whoever may give it now is told, once each; where nobody may,
    the station's heads and the writer are. Returns how many were told."""
    return sum(_open_approval(work, one) for one in four_eyes.orphaned(work))


def remind(work: Work, holidays: Holidays) -> int:
    """Remind before the deadline and raise the alarm after it, once each; returns how many were told."""
    told = 0
    for handover in work.find(Handover, state=ON_ITS_WAY):
        if handover.due_at <= work.now:
            told += _alarm(work, handover)
            continue
        found = letter(work, handover.message_id)
        land = work.get(Station, found.account.station_id).land
        if reminder_at(handover, land, holidays) <= work.now:
            told += _once(work, handover, turn.of(work, handover.message_id).officer_ids, DUE)
    return told


def overdue(work: Work, person: Person) -> list[Handover]:
    """Hand-overs past their deadline that the person has, gave away, or answers for as a supervisor."""
    stations = person.stations(Role.SUPERVISOR)
    late = [h for h in work.find(Handover, state=ON_ITS_WAY) if h.due_at <= work.now]
    mine = [h for h in late if person.id in (h.from_id, h.to_id)]
    others = [h for h in late if h not in mine] if stations else []
    return [*mine, *(h for h in others if letter(work, h.message_id).account.station_id in stations)]


def _rescue(work: Work, handover: Handover) -> bool:
    found = letter(work, handover.message_id)
    receiver = work.get(Officer, handover.to_id)
    if not leave.receives(work, receiver):
        return _elsewhere(work, found, handover, GONE)
    since = leave.away_since(work, handover.to_id, handover.due_at)
    if since and handover.handed_over_at < since:
        return _elsewhere(work, found, handover, AWAY)
    if handover.state is HandoverState.ASKED and turn.sender_of(work, found, handover) is None:
        withdraw_question(work, handover, NO_ANSWER, None)
        log(work, "streife", "question_withdrawn", handover)
        tell(work, handover.to_id, NoticeKind.HANDOVER_ANSWERED, handover)
        return True
    return False


def _elsewhere(work: Work, found: Letter, handover: Handover, why: str) -> bool:
    """To whoever stands in; else back to the sender's desk, and the supervisors learn of it."""
    deputy = leave.stand_in(
        work,
        handover.to_id,
        _deputy_of(work, found),
        but=tenure.abused_by(work, found.account, found.message),
    ).officer
    if deputy and deputy.id != handover.to_id:
        moved(work, "streife", handover, deputy, why)
        return True
    returned(work, "streife", handover, why)
    _once(work, handover, _supervisors(work, found), NoticeKind.HANDOVER_ORPHANED)
    return True


def _open_approval(work: Work, approval: Approval) -> int:
    writer, subject = work.get(Officer, approval.writer_id), f"message:{approval.message_id}"
    if able := four_eyes.releasers(work, approval):
        told = {"approval": approval.id, "who": writer.name}
        return sum(_tell_of(work, one.id, NoticeKind.APPROVAL_WANTED, subject, told) for one in able)
    nobody, told = NoticeKind.APPROVAL_ORPHANED, {"approval": approval.id, "by": writer.name}
    heads = [i for i in standby.heads(work, approval.station_id) if i != writer.id]
    at = f"station:{approval.station_id}"  # not the message, which they may not read
    count = sum(_tell_of(work, i, nobody, at, told) for i in heads)
    return count + (writer.active and _tell_of(work, writer.id, nobody, subject, {"approval": approval.id}))


def _tell_of(
    work: Work, officer_id: int, kind: NoticeKind, subject: str, detail: Mapping[str, object]
) -> bool:
    """Once for each approval: of one message several may be asked for, one after the other."""
    before = work.find(Notice, officer_id=officer_id, subject=subject)
    if any(n.kind is kind and n.detail.get("approval") == detail["approval"] for n in before):
        return False
    notice.tell(work, officer_id, kind, subject, detail)
    return True


def _deputy_of(work: Work, found: Letter) -> int | None:
    """The deputy of the beat that the message belongs to."""
    if found.message.beat_id is None:
        return None
    return work.get(Beat, found.message.beat_id).deputy_id


def _alarm(work: Work, handover: Handover) -> int:
    found = letter(work, handover.message_id)
    sender = turn.sender_of(work, found, handover)
    waits = turn.of(work, handover.message_id).officer_ids
    return _once(work, handover, (*waits, handover.to_id, *([sender] if sender else [])), LATE) + _once(
        work, handover, _supervisors(work, found), LATE
    )


def _supervisors(work: Work, found: Letter) -> tuple[int, ...]:
    return tuple(turn.holders(work, found.account.station_id, Role.SUPERVISOR))


def _once(work: Work, handover: Handover, officer_ids: tuple[int, ...], kind: NoticeKind) -> int:
    fresh = [
        i for i in dict.fromkeys(officer_ids) if not notice.told_already(work, i, kind, subject_of(handover))
    ]
    for officer_id in fresh:
        other = handover.from_id if officer_id == handover.to_id else handover.to_id
        tell(work, officer_id, kind, handover, work.get(Officer, other))
    return len(fresh)
