"""What came and could not be read stays a gap that says so, and is tried again ever more seldom."""

from datetime import timedelta

from casework import intake, unread
from casework.account import Gap, GapState, Hole
from casework.ledger import Heard, ledger
from casework.message import Checkpoint
from tests import builders
from tests.builders import NOON

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


class Network:
    """Hands out the pieces it is given."""

    def __init__(self, *pieces):
        self.pieces = pieces

    def pull(self, stream, cursor):
        return iter(self.pieces)

    fill = pull


def hole(minutes, lasting=1):
    begin = NOON + minutes * MINUTE
    return Hole(begin, begin + lasting * MINUTE, "author is missing in 7")


def gaps(work):
    return [(gap.missed_from, gap.missed_to) for gap in work.find(Gap, state=GapState.OPEN)]


def test_a_message_that_cannot_be_read_is_shown_until_it_is_read(store, clock):
    with store.begin() as work:
        account = builders.an_account(work)
        stream = builders.a_stream(work, account, cursor="1", last_success_at=NOON - HOUR)
    odd = hole(-10)
    intake.collect(store, Network(Checkpoint("2", holes=(odd,))), account, stream)
    clock.forward(days=3)
    with store.view() as work:
        (gap,) = work.find(Gap)
        (told,) = [one for one in ledger(work, stream, NOON - HOUR, NOON) if one.state is Heard.UNREADABLE]
        (entry,) = [one for one in work.audit() if one.act == "gap_found"]
    assert (told.start, told.end) == (odd.start, odd.end)
    assert entry.detail["unreadable"] == "author is missing in 7"
    intake.fill(store, Network(Checkpoint("", holes=(odd,))), account, stream, gap)
    with store.view() as work:
        assert [(g.state, g.retry_at) for g in work.find(Gap)] == [(GapState.OPEN, clock.now() + 24 * HOUR)]
    intake.fill(store, Network(Checkpoint("")), account, stream, gap)
    with store.view() as work:
        assert work.get(Gap, gap.id).state is GapState.FILLED


def test_what_is_told_already_is_not_told_again(work):
    stream = builders.a_stream(work, builders.an_account(work))
    assert len(unread.note(work, stream.id, [hole(0), hole(0)])) == 1
    assert len([e for e in work.audit() if e.act == "gap_found"]) == 1


def test_a_flood_in_an_unknown_form_is_one_gap(work):
    stream = builders.a_stream(work, builders.an_account(work))
    for minutes in range(0, 300, 7):
        unread.note(work, stream.id, [hole(minutes)])
    unread.note(work, stream.id, [hole(1_000)])
    assert gaps(work) == [(NOON, NOON + 295 * MINUTE), (NOON + 1_000 * MINUTE, NOON + 1_001 * MINUTE)]


def test_a_gap_shrinks_to_what_cannot_be_read_still(work):
    gap = work.add(
        Gap(builders.a_stream(work, builders.an_account(work)).id, NOON, NOON + HOUR, retry_at=NOON)
    )
    left = unread.stays(work, gap, [hole(20), hole(30), hole(500)])
    assert (left.missed_from, left.missed_to) == (NOON + 20 * MINUTE, NOON + 31 * MINUTE)


def test_what_a_back_filling_passed_and_could_not_read_is_a_gap_of_its_own(store):
    with store.begin() as work:
        account = builders.an_account(work)
        stream = builders.a_stream(work, account, cursor="1")
        gap = work.add(Gap(stream.id, NOON, NOON + HOUR))
    rest = Checkpoint("", NOON, NOON + 10 * MINUTE, "page 2", holes=(hole(20),))
    intake.fill(store, Network(rest), account, stream, gap)
    with store.view() as work:
        assert gaps(work) == [(NOON, NOON + 10 * MINUTE), (NOON + 20 * MINUTE, NOON + 21 * MINUTE)]


def test_what_was_left_out_for_good_is_lost_and_grows_by_what_follows_it(work):
    stream = builders.a_stream(work, builders.an_account(work))
    unread.note(work, stream.id, [hole(0)])
    for minutes in (0, 0, 10):
        unread.note(
            work, stream.id, [Hole(NOON + minutes * MINUTE, NOON + (minutes + 10) * MINUTE, lost=True)]
        )
    lost = work.find(Gap, state=GapState.LOST)
    assert [(gap.missed_from, gap.missed_to) for gap in lost] == [(NOON, NOON + 20 * MINUTE)]
    assert len(gaps(work)) == 1
