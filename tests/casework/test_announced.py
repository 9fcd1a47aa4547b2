"""What networks announce and never list."""

import pytest

from casework import announced
from casework.people import Role
from tests.builders import a_person, an_account


@pytest.fixture
def account(store):
    with store.begin() as work:
        return an_account(work)


def keep(store, account, *native_ids, stream="mentions"):
    with store.begin() as work:
        return announced.keep(work, account, stream, native_ids)


def told(store, account, moment=None):
    return [one.native_id for one in announced.reader(store, account.id, "mentions")(moment)]


def test_it_is_kept_once_and_told_newest_first(store, clock, account):
    assert len(keep(store, account, "comment:1", "comment:1")) == 1
    clock.forward(hours=30)
    assert [one.native_id for one in keep(store, account, "comment:1", "media:2")] == ["media:2"]
    assert told(store, account) == ["media:2", "comment:1"]


def test_from_a_moment_on_the_earlier_is_not_told(store, clock, account):
    keep(store, account, "comment:1")
    moment = clock.forward(hours=1)
    keep(store, account, "comment:2")
    clock.forward(days=3)
    assert told(store, account, moment) == ["comment:2"]


def test_each_account_and_stream_has_its_own(store, account):
    with store.begin() as work:
        other = an_account(work)
    keep(store, other, "comment:1")
    keep(store, account, "comment:1", stream="tags")
    assert told(store, account) == []


def test_what_is_older_than_three_months_is_not_looked_for(store, clock, account):
    keep(store, account, "comment:1")
    clock.forward(days=91)
    assert told(store, account) == []


def test_the_latest_order_counts_and_none_is_no_refusal(work):
    kira, account = a_person(work, Role.OFFICER), an_account(work)
    assert announced.refused(work, account) == ""
    announced.ordered(work, kira, account, refused="no permission")
    assert announced.refused(work, account) == "no permission"
    assert announced.refused(work, an_account(work)) == ""
    announced.ordered(work, kira, account)
    assert announced.refused(work, account) == ""
