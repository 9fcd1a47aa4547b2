"""The gap ledger: whatever was missed, every moment has exactly one state."""

from datetime import timedelta
from itertools import pairwise

from hypothesis import example, given
from hypothesis import strategies as st

from casework.account import Gap, GapState, Stream
from casework.ledger import Heard, intervals, ledger, length
from tests import builders
from tests.builders import NOON

DAY = timedelta(days=1)
STATES = {GapState.OPEN: Heard.FILLING, GapState.LOST: Heard.LOST, GapState.FILLED: Heard.FILLED}
GRAVEST_FIRST = (Heard.LOST, Heard.UNREADABLE, Heard.FILLING, Heard.FILLED)
moments = st.integers(-40, 140).map(lambda n: NOON + n * DAY / 100)
gap_states = st.sampled_from(GapState)
gaps = st.builds(
    lambda a, b, state, retry: Gap(1, a, b, state, retry_at=retry),
    *(moments, moments, gap_states, st.none() | moments),
)
streams = st.builds(
    lambda since, heard: Stream(1, "mentions", since=since, last_success_at=heard),
    st.none() | moments,
    st.none() | moments,
)


def claim(gap):
    return Heard.UNREADABLE if gap.state is GapState.OPEN and gap.retry_at else STATES[gap.state]


def heard(**given):
    return Stream(1, "mentions", **{"last_success_at": NOON + DAY, **given})


def states(stream, *gaps):
    """States and lengths, in hours, of the day that begins at noon."""
    found = intervals(stream, gaps, NOON, NOON + DAY)
    return [(one.state.value, one.length / timedelta(hours=1)) for one in found]


def missed(first, last, state=GapState.OPEN):
    return Gap(1, NOON + timedelta(hours=first), NOON + timedelta(hours=last), state)


@given(streams, st.lists(gaps, max_size=12), moments, moments)
@example(heard(), [], NOON, NOON)
@example(heard(since=NOON + 2 * DAY, last_success_at=NOON - DAY), [], NOON, NOON + DAY)
def test_every_moment_is_covered_once_and_in_order(stream, gaps, begin, end):
    found = intervals(stream, gaps, begin, end)
    if begin >= end:
        assert found == []
        return
    assert (found[0].start, found[-1].end) == (begin, end)
    assert all(one.start < one.end for one in found)
    for one, following in pairwise(found):
        assert one.end == following.start
        assert one.state is not following.state


@given(streams, st.lists(gaps, max_size=12), moments)
def test_the_gravest_of_all_that_is_claimed_of_a_moment_holds(stream, gaps, at):
    (one,) = intervals(stream, gaps, at, at + timedelta(microseconds=1))
    claimed = {claim(g) for g in gaps if g.missed_from <= at < g.missed_to}
    if claimed:
        assert one.state is next(state for state in GRAVEST_FIRST if state in claimed)
    else:
        assert one.state in (Heard.KNOWN, Heard.BLIND, Heard.LATE)
        assert (one.state is Heard.KNOWN) == (
            stream.last_success_at is not None
            and at < stream.last_success_at
            and not (stream.since and at < stream.since)
        )


@given(st.lists(gaps, max_size=12), st.randoms())
def test_the_order_in_which_gaps_are_kept_changes_nothing(gaps, dice):
    shuffled = dice.sample(gaps, len(gaps))
    assert intervals(heard(), gaps, NOON, NOON + DAY) == intervals(heard(), shuffled, NOON, NOON + DAY)


@given(streams, st.lists(gaps, max_size=8), st.lists(moments, min_size=2, max_size=2, unique=True))
def test_a_part_says_the_same_as_the_whole(stream, gaps, edges):
    begin, end = sorted(edges)
    whole = intervals(stream, gaps, NOON - DAY, NOON + 2 * DAY)
    cut = [(i.state, max(i.start, begin), min(i.end, end)) for i in whole if i.end > begin and i.start < end]
    assert [(i.state, i.start, i.end) for i in intervals(stream, gaps, begin, end)] == cut


def test_a_stream_read_from_the_beginning_is_known():
    assert states(heard()) == [("known", 24)]


def test_before_the_first_pull_reached_back_we_are_blind():
    assert states(heard(since=NOON + timedelta(hours=5))) == [("blind", 5), ("known", 19)]


def test_a_stream_that_was_never_read_is_blind():
    assert states(heard(last_success_at=None)) == [("blind", 24)]


def test_since_the_last_success_it_is_late():
    assert states(heard(last_success_at=NOON + timedelta(hours=20))) == [("known", 20), ("late", 4)]


def test_an_older_gap_that_was_filled_is_known_even_before_the_first_pull():
    stream = heard(since=NOON + timedelta(hours=10))
    found = states(stream, missed(4, 10, GapState.FILLED))
    assert found == [("blind", 4), ("filled", 6), ("known", 14)]


def test_a_lost_part_within_an_open_gap_stays_lost():
    found = states(heard(), missed(2, 12), missed(4, 6, GapState.LOST))
    assert found == [("known", 2), ("filling", 2), ("lost", 2), ("filling", 6), ("known", 12)]


def test_gaps_that_touch_are_one_interval():
    assert states(heard(), missed(2, 4), missed(4, 9), missed(3, 5)) == [
        ("known", 2),
        ("filling", 7),
        ("known", 15),
    ]


def test_lengths_add_up():
    found = intervals(heard(), [missed(2, 4), missed(8, 9, GapState.LOST)], NOON, NOON + DAY)
    assert length(found, Heard.FILLING, Heard.LOST) == timedelta(hours=3)
    assert length(found, *Heard) == DAY


def test_the_ledger_reads_the_gaps_of_its_own_stream(work):
    account = builders.an_account(work)
    one, other = (builders.a_stream(work, account, last_success_at=NOON) for _ in range(2))
    work.add(Gap(one.id, NOON - 2 * DAY, NOON - DAY))
    work.add(Gap(other.id, NOON - DAY, NOON, GapState.LOST))
    found = ledger(work, one, NOON - 3 * DAY, NOON)
    assert [i.state for i in found] == [Heard.KNOWN, Heard.FILLING, Heard.KNOWN]
