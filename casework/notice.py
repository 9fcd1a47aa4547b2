"""What a person is told at the desk and by e-mail: that something waits, never a word of the message."""

from collections.abc import Mapping
from dataclasses import replace

from casework.errors import NotAllowed
from casework.people import Person
from casework.ports import Work
from casework.record import Notice, NoticeKind


def tell(
    work: Work,
    officer_id: int,
    kind: NoticeKind,
    subject: str,
    detail: Mapping[str, object] | None = None,
) -> Notice:
    """Tell an officer something, on screen and by e-mail; the audit log has it."""
    notice = work.add(Notice(officer_id, kind, subject, work.now, detail or {}, next_try_at=work.now))
    work.record("streife", "told", subject, {"notice": notice.id, "officer": officer_id, "kind": kind.value})
    return notice


def mark_seen(work: Work, person: Person, notice_id: int) -> Notice:
    """The officer has seen it; raises NotAllowed for another's."""
    notice = work.get(Notice, notice_id)
    if notice.officer_id != person.id:
        raise NotAllowed(f"notice {notice_id}: is meant for somebody else")
    return notice if notice.seen_at else work.replace(replace(notice, seen_at=work.now))


def settle(work: Work, officer_id: int, subject: str) -> None:
    """Who acts on a thing has seen what he or she was told about it."""
    for told in work.find(Notice, officer_id=officer_id, seen_at=None, subject=subject):
        work.replace(replace(told, seen_at=work.now))


def told_already(work: Work, officer_id: int, kind: NoticeKind, subject: str) -> bool:
    """Whether the officer was told this about that, ever."""
    return any(told.kind is kind for told in work.find(Notice, subject=subject, officer_id=officer_id))


def unseen(work: Work, person: Person) -> list[Notice]:
    """What the person has not looked at yet, by id."""
    return work.find(Notice, officer_id=person.id, seen_at=None)


def latest(work: Work, person: Person, number: int) -> list[Notice]:
    """The newest notices of the person, seen or not, the last one first."""
    return work.find(Notice, officer_id=person.id)[::-1][:number]
