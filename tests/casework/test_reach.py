from dataclasses import replace
from datetime import timedelta

import pytest

from casework import reach
from casework.labels import Platform
from casework.outgoing import Followers, OwnPost
from casework.polling import Rhythm
from casework.prices import CENT
from casework.reach import LEASE, PostFigures, Reach
from tests import builders
from tests.builders import NOON

RHYTHM = Rhythm()


@pytest.fixture
def account(work, officer):
    return builders.an_account(work, officer)


def a_post(native_id="p1", **given):
    return OwnPost(**{"native_id": native_id, "sent_at": NOON, "text": "Guten Morgen!", "likes": 3, **given})


def entries(work):
    return [(e.subject, dict(e.detail)) for e in work.audit() if e.act == "figures_taken"]


def test_followers_and_figures_are_kept_without_any_words(work, account):
    told = [Followers(421), a_post(url="https://x.example/1", replies=2, shares=1, views=10**12)]
    kept = reach.keep(work, account, told)
    assert work.find(Reach) == [kept.reach] == [Reach(account.id, "2026-11-21", 421)]
    figures = PostFigures(account.id, "p1", NOON, "https://x.example/1", 3, 2, 1, 10**12, NOON)
    assert work.find(PostFigures) == list(kept.posts) == [figures]
    assert "Guten Morgen" not in repr(kept)


def test_the_next_day_adds_a_count_and_renews_the_figures(work, account, clock):
    reach.keep(work, account, [Followers(421), a_post(), a_post("p0")])
    clock.forward(days=1)
    reach.keep(work, account, [Followers(430), a_post(likes=9)])
    assert [(r.day, r.followers) for r in work.find(Reach)] == [("2026-11-21", 421), ("2026-11-22", 430)]
    figures = {p.native_id: (p.likes, p.seen_at, p.revision) for p in work.find(PostFigures)}
    assert figures == {"p1": (9, clock.now(), 2), "p0": (3, NOON, 1)}


def test_a_day_is_noted_once_with_its_counts(work, account, clock):
    for _ in range(2):
        reach.keep(work, account, [Followers(421), a_post()])
    assert len(work.find(Reach)) == len(work.find(PostFigures)) == 1
    detail = {"day": "2026-11-21", "followers": 421, "posts": 1, "left_out": 0}
    assert entries(work) == [(f"account:{account.id}", detail)]


def test_told_again_the_newest_counts_and_silence_takes_nothing_back(work, account):
    for told in ([Followers(421)], [Followers(422)], []):
        reach.keep(work, account, told)
    assert [r.followers for r in work.find(Reach)] == [422]


def test_a_network_that_tells_no_followers_was_asked_all_the_same(work, account):
    reach.keep(work, account, [])
    assert work.find(Reach) == [Reach(account.id, "2026-11-21", None)]
    assert reach.due(work, RHYTHM) == []


def test_a_post_that_is_told_twice_is_kept_once(work, account):
    reach.keep(work, account, [a_post(likes=1), a_post(likes=2)])
    assert [p.likes for p in work.find(PostFigures)] == [2]


@pytest.mark.parametrize(
    "poison",
    [
        {"native_id": ""},
        {"native_id": "x" * 100_000},
        {"native_id": "a\0b"},
        {"url": "javascript:alert(1)"},
        {"sent_at": NOON.replace(tzinfo=None)},
        {"sent_at": NOON.replace(year=1969)},
        {"sent_at": NOON + timedelta(days=900)},
    ],
)
def test_a_post_that_no_store_can_take_is_left_out_and_counted(work, account, poison):
    kept = reach.keep(work, account, [a_post(**poison), a_post("good")])
    assert ([p.native_id for p in kept.posts], kept.left_out) == (["good"], 1)
    assert entries(work)[0][1]["left_out"] == 1


@pytest.mark.parametrize("count", [-1, 10**30])
def test_a_count_that_is_none_is_not_kept(work, account, count):
    kept = reach.keep(work, account, [Followers(count), a_post(likes=count)])
    assert (kept.reach.followers, kept.posts[0].likes) == (None, None)


def test_two_accounts_have_their_own_days_and_posts(work, officer, account):
    other = builders.an_account(work, officer)
    for one in (account, other):
        reach.keep(work, one, [Followers(one.id), a_post()])
    assert [r.account_id for r in work.find(Reach)] == [account.id, other.id]
    assert [p.account_id for p in work.find(PostFigures)] == [account.id, other.id]


def test_an_account_is_due_once_a_day(work, account, clock):
    assert reach.due(work, RHYTHM) == [account]
    reach.keep(work, account, [Followers(1)])
    clock.set(NOON.replace(hour=23, minute=59))
    assert reach.due(work, RHYTHM) == []
    clock.forward(minutes=1)
    assert reach.due(work, RHYTHM) == [account]


def test_an_account_that_is_not_read_is_not_measured(work, account):
    work.replace(replace(account, active=False))
    assert reach.due(work, RHYTHM) == []
    assert reach.claim(work, account.id) is None


def test_an_account_is_left_to_one_worker_until_its_lease_ends(work, account, clock):
    assert reach.claim(work, account.id) == account
    assert reach.claim(work, account.id) is None
    assert reach.due(work, RHYTHM) == []
    clock.set(NOON + LEASE)
    assert reach.due(work, RHYTHM) == [account]


def test_where_reading_costs_the_figures_wait_for_money_to_spare(work, officer):
    paid = builders.an_account(work, officer, platform=Platform.X)
    assert reach.due(work, RHYTHM) == []
    assert reach.due(work, Rhythm(caps={Platform.X: 1_000 * CENT})) == [paid]
