"""How an officer's account does: how many follow it day by day, and the newest figures of its own posts."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from casework import limits, polling
from casework.account import Account
from casework.errors import Refused
from casework.labels import Kind
from casework.message import Author, Received, checked
from casework.outgoing import Followers, OwnPost
from casework.polling import Rhythm
from casework.ports import Work

FIGURES = "figures"  # the name under which `casework.limits` knows how long an account rests
LEASE = timedelta(
    minutes=50
)  # so long an account is left to the worker that took it; then the next look is due
MOST = 2**53  # no network counts further; a larger number is a fault of its answer


@dataclass(frozen=True, slots=True)
class Reach:
    """How many followed an account on a day ("2026-11-21", UTC); `None` where the network does not tell.

    There is one for each day on which the network was asked with success.
    """

    account_id: int
    day: str
    followers: int | None
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class PostFigures:
    """The figures of one of the account's own posts as they were last seen, `None` where the network tells
    none; never its words."""

    account_id: int
    native_id: str
    sent_at: datetime
    url: str
    likes: int | None
    replies: int | None
    shares: int | None
    views: int | None
    seen_at: datetime
    revision: int = 1
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Kept:
    """What was written; `left_out` counts posts whose id, time or address no store could take."""

    reach: Reach
    posts: tuple[PostFigures, ...]
    left_out: int = 0


def due(work: Work, rhythm: Rhythm) -> list[Account]:
    """The active accounts whose figures of the day are still missing and may be asked for now.

    Where reading costs money they wait while the month would end above the cap.
    """
    taken = {one.account_id for one in work.find(Reach, day=day_of(work.now))}
    waiting = [a for a in work.find(Account, active=True) if a.id not in taken]
    free = [a for a in waiting if not limits.rests(work, a.id, FIGURES)]
    return [a for a in free if polling.eases(work, a, rhythm)]


def claim(work: Work, account_id: int) -> Account | None:
    """The account, left to one worker for a while; `None` where another one was faster or it is not read any
    more. Raises Conflict where another one is just about to take it."""
    account = work.get(Account, account_id)
    known = work.find(Reach, account_id=account_id, day=day_of(work.now))
    if known or not account.active or limits.rests(work, account_id, FIGURES):
        return None
    limits.take(work, account_id, FIGURES, LEASE)
    return account


def keep(work: Work, account: Account, told: Iterable[OwnPost | Followers]) -> Kept:
    """Keep what the network told; told again on the same day, the newest counts. A day is noted once."""
    pieces = list(told)
    followers = [_count(one.count) for one in pieces if isinstance(one, Followers)]
    posts = [one for one in pieces if isinstance(one, OwnPost)]
    seen = [figures for one in posts if (figures := _figures(work, account, one))]
    reach, is_new = _reach(work, account, followers[-1] if followers else None)
    kept = Kept(reach, _newest(work, account, {one.native_id: one for one in seen}), len(posts) - len(seen))
    if is_new:
        counts = {"followers": reach.followers, "posts": len(kept.posts), "left_out": kept.left_out}
        work.record("streife", "figures_taken", f"account:{account.id}", {"day": reach.day, **counts})
    return kept


def day_of(moment: datetime) -> str:
    """The day of a moment, in UTC as the networks count."""
    return f"{moment.astimezone(UTC):%Y-%m-%d}"


def _reach(work: Work, account: Account, followers: int | None) -> tuple[Reach, bool]:
    day = day_of(work.now)
    known = work.find(Reach, account_id=account.id, day=day)
    if not known:
        return work.add(Reach(account.id, day, followers)), True
    newest = known[0].followers if followers is None else followers
    return work.replace(replace(known[0], followers=newest)), False


def _newest(work: Work, account: Account, seen: Mapping[str, PostFigures]) -> tuple[PostFigures, ...]:
    """Each post once, under the record that it has already."""
    found = work.find(PostFigures, account_id=account.id, native_id=list(seen))
    known = {one.native_id: one for one in found}
    return tuple(
        work.replace(replace(new, id=known[name].id, revision=known[name].revision))
        if name in known
        else work.add(new)
        for name, new in seen.items()
    )


def _figures(work: Work, account: Account, post: OwnPost) -> PostFigures | None:
    """The post's figures, by the rules for messages; None where it breaks them."""
    nobody = Author("", account.handle)
    shape = Received(post.native_id, Kind.POST, nobody, "", post.sent_at, b"", post.url)
    try:
        fit = checked(shape, work.now)
    except Refused:
        return None
    return PostFigures(
        account.id,
        fit.native_id,
        fit.sent_at,
        fit.url,
        likes=_count(post.likes),
        replies=_count(post.replies),
        shares=_count(post.shares),
        views=_count(post.views),
        seen_at=work.now,
    )


def _count(told: int | None) -> int | None:
    return told if told is not None and 0 <= told <= MOST else None
