"""What officers are told: theirs alone, once seen no longer new, and in the log."""

import pytest

from casework import notice
from casework.errors import NotAllowed
from casework.record import NoticeKind
from tests.builders import a_person


def test_what_somebody_is_told_is_new_until_it_is_seen(work):
    anna = a_person(work)
    told = notice.tell(work, anna.id, NoticeKind.ESCALATED, "message:1", {"minutes": 5})
    assert notice.unseen(work, anna) == [told]
    assert notice.mark_seen(work, anna, told.id).seen_at == work.now
    assert notice.unseen(work, anna) == []
    assert [entry.act for entry in work.audit_of("message:1")] == ["told"]


def test_another_s_notice_is_not_mine_to_see(work):
    anna, berta = (a_person(work) for _ in range(2))
    told = notice.tell(work, anna.id, NoticeKind.DIGEST, "officer:1")
    with pytest.raises(NotAllowed, match="somebody else"):
        notice.mark_seen(work, berta, told.id)
    assert notice.unseen(work, berta) == []
