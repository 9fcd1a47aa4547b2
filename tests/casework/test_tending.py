"""Hand-overs are looked after: questions back, deadlines, receivers who are gone, changes of shift."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from casework import beat, decision, handover, leave, notice, reading, shift, succession, tending, turn
from casework.account import Account
from casework.beat import Draft
from casework.clocks import LOCAL
from casework.errors import NotAllowed, Refused
from casework.labels import Hostility, Intent, Urgency
from casework.message import Message, State
from casework.notice import Notice, NoticeKind
from casework.people import Officer, Role
from casework.record import Case, CaseItem, Handover, HandoverState, Outcome, PersonRole
from casework.roles import Act, may
from streife.public_holidays import PublicHolidays
from tests import builders
from tests.builders import NOON, a_message, a_person, an_account, the_person

HOLIDAYS = PublicHolidays()


class Desk:
    """A station: kira sends, jens and telse receive, birgit supervises; and one tip."""

    def __init__(self, work, clock):
        self.work, self.clock = work, clock
        self.station = builders.a_station(work)
        roles = {
            "kira": Role.OFFICER,
            "jens": Role.CONTACT_OFFICER,
            "telse": Role.CONTACT_OFFICER,
            "birgit": Role.SUPERVISOR,
            "ada": Role.ADMINISTRATOR,
        }
        for login, role in roles.items():
            setattr(self, login, a_person(work, role, station=self.station, login=login, name=login.title()))
        self.account = an_account(work, self.kira.officer)
        self.message = a_message(work, self.account, "In der Lindenstraße")

    def give(self, hours=48, to="jens"):
        due = self.work.now + timedelta(hours=hours)
        return handover.hand_over(self.work, self.kira, self.message.id, to, "", due)

    def told(self, person, *kinds):
        return [n.kind for n in self.work.find(Notice, officer_id=person.id) if not kinds or n.kind in kinds]

    def state(self):
        return self.work.get(Message, self.message.id).state

    def newest(self):
        return self.work.find(Handover)[-1]


@pytest.fixture
def desk(work, clock):
    return Desk(work, clock)


def test_a_question_back_is_the_sender_s_turn_until_it_is_answered(desk, work):
    given = desk.give()
    handover.ask(work, desk.jens, given.id, "Welches Haus?")
    assert turn.of(work, desk.message.id) == turn.Turn(turn.Place.QUESTION, (desk.kira.id,))
    with pytest.raises(Refused, match="asked"):
        handover.accept(work, desk.jens, given.id)
    with pytest.raises(NotAllowed):
        handover.answer(work, desk.jens, given.id, "Keine Ahnung")
    with pytest.raises(Refused, match="empty"):
        handover.answer(work, desk.kira, given.id, "  ")
    answered = handover.answer(work, desk.kira, given.id, "Das blaue")
    assert (answered.words, answered.answer, answered.answered_by) == (
        "Welches Haus?",
        "Das blaue",
        desk.kira.id,
    )
    assert desk.newest().state is HandoverState.WAITING
    assert desk.told(desk.kira) == [NoticeKind.HANDOVER_ASKED]
    assert NoticeKind.HANDOVER_ANSWERED in desk.told(desk.jens)


def test_a_question_after_accepting_leads_back_to_accepted(desk, work):
    given = desk.give()
    handover.accept(work, desk.jens, given.id)
    handover.ask(work, desk.jens, given.id, "Wann?")
    handover.answer(work, desk.kira, given.id, "Gestern")
    assert desk.newest().state is HandoverState.ACCEPTED
    handover.finish(work, desk.jens, given.id, Outcome.TRUE_TIP, "Stimmt", for_citizen=" Danke! ")
    assert (desk.newest().for_citizen, desk.state()) == ("Danke!", State.DONE)


def test_a_sender_takes_back_what_nobody_accepted_and_the_tip_is_one_again(desk, work):
    decision.confirm_tip(work, desk.kira, desk.message.id)
    given = desk.give()
    with pytest.raises(NotAllowed):
        handover.withdraw(work, desk.jens, given.id)
    handover.withdraw(work, desk.kira, given.id)
    assert desk.state() is State.TIP
    assert NoticeKind.HANDOVER_WITHDRAWN in desk.told(desk.jens)
    assert not may(desk.jens, Act.READ_MESSAGE, reading.letter(work, desk.message.id))
    again = desk.give()
    handover.accept(work, desk.jens, again.id)
    with pytest.raises(Refused, match="accepted"):
        handover.withdraw(work, desk.kira, again.id)


def test_nobody_decides_behind_the_receiver_s_back(desk, work):
    desk.give()
    for decide in (decision.confirm_tip, lambda *a: decision.dismiss(*a, "weg")):
        with pytest.raises(Refused, match="take it back"):
            decide(work, desk.kira, desk.message.id)


def test_what_is_bound_into_a_case_stands_there_when_the_hand_over_ends(desk, work):
    given = desk.give()
    case = work.add(Case("W-1", "t", desk.station.id, "p", PersonRole.OFFICER, desk.kira.id, NOON))
    work.add(CaseItem(case.id, desk.message.id, 1, "ab", desk.kira.id, NOON))
    handover.give_back(work, desk.jens, given.id, "Gehört zum Fall")
    assert desk.state() is State.IN_CASE


def test_a_supervisor_moves_it_and_all_learn_of_it(desk, work):
    given = desk.give()
    handover.accept(work, desk.jens, given.id)
    for person in (desk.kira, desk.jens, desk.ada):
        with pytest.raises(NotAllowed):
            handover.move(work, person, given.id, "telse", "krank")
    for to, why, words in (
        ("jens", "krank", "already"),
        ("telse", " ", "reason"),
        ("kira", "x", "contact officer"),
    ):
        with pytest.raises(Refused, match=words):
            handover.move(work, desk.birgit, given.id, to, why)
    onward = handover.move(work, desk.birgit, given.id, "telse", "krank")
    assert (onward.to_id, onward.due_at, onward.state) == (desk.telse.id, given.due_at, HandoverState.WAITING)
    assert NoticeKind.HANDED_OVER in desk.told(desk.telse)
    assert NoticeKind.HANDOVER_MOVED in desk.told(desk.jens)
    assert NoticeKind.HANDOVER_MOVED in desk.told(desk.kira)


def test_a_receiver_who_is_gone_is_stood_in_for_by_the_beat_s_deputy(desk, work):
    drafts = [Draft("Nord", desk.jens.id, desk.telse.id, ("Lindenstraße",))]
    (north,) = beat.replace_all(work, desk.ada, desk.station, drafts, "x")
    work.placed({desk.message.id: north.id}, 1)
    desk.give()
    work.replace(replace(desk.jens.officer, active=False))
    assert tending.rescue(work) == 1
    assert (desk.newest().to_id, tending.rescue(work)) == (desk.telse.id, 0)


def _abuse_of_telse(desk, work):
    """Telse's own account is abused; merle has given that to jens."""
    merle = a_person(work, Role.CASE_OFFICER, station=desk.station)
    account = an_account(work, desk.telse.officer)
    message = a_message(work, account, "Telse, du Drecksau")
    message = builders.assessed(work, message, Intent.OTHER, Hostility.INSULT)
    due = work.now + timedelta(hours=48)
    return handover.hand_over(work, merle, message.id, "jens", "", due), message


def test_abuse_is_not_moved_to_whom_it_abuses(desk, work):
    given, message = _abuse_of_telse(desk, work)
    with pytest.raises(Refused, match="whom this message abuses"):
        handover.move(work, desk.birgit, given.id, "telse", "Urlaub")
    assert not may(desk.telse, Act.READ_MESSAGE, reading.letter(work, message.id))


@pytest.mark.parametrize("another", [True, False])
def test_whom_a_message_abuses_stands_in_for_nobody(desk, work, clock, another):
    given, message = _abuse_of_telse(desk, work)
    ove = a_person(work, Role.CONTACT_OFFICER, station=desk.station)
    beats = [Draft("Nord", desk.jens.id, ove.id if another else desk.telse.id, ("Lindenstraße",))]
    (north,) = beat.replace_all(work, desk.ada, desk.station, beats, "x")
    work.placed({message.id: north.id}, 1)
    clock.forward(hours=1)
    leave.plan(work, desk.jens, desk.jens.id, work.now, work.now + timedelta(days=9), desk.telse.id)
    assert tending.rescue(work) == 1
    assert not may(desk.telse, Act.READ_MESSAGE, reading.letter(work, message.id))
    if another:
        assert desk.newest().to_id == ove.id
    else:
        assert work.get(Handover, given.id).state is HandoverState.RETURNED


def test_without_a_deputy_it_goes_back_and_the_supervisor_learns_of_it(desk, work):
    desk.give()
    work.replace(replace(desk.jens.officer, active=False))
    assert tending.rescue(work) == 1
    assert (desk.state(), desk.newest().state) == (State.OPEN, HandoverState.RETURNED)
    assert desk.told(desk.kira) == [NoticeKind.HANDOVER_RETURNED]
    assert desk.told(desk.birgit) == [NoticeKind.HANDOVER_ORPHANED]


@pytest.mark.parametrize(("days", "moves"), [(9, True), (1, False)])
def test_a_leave_beyond_the_deadline_sends_it_to_the_deputy(desk, work, clock, days, moves):
    desk.give(hours=72)
    begin = work.now + timedelta(hours=1)
    leave.plan(work, desk.jens, desk.jens.id, begin, begin + timedelta(days=days), desk.telse.id)
    assert tending.rescue(work) == 0
    clock.forward(hours=2)
    assert tending.rescue(work) == moves
    assert (desk.newest().to_id == desk.telse.id) is moves


def test_what_was_given_to_somebody_known_to_be_away_stays(desk, work):
    leave.plan(work, desk.jens, desk.jens.id, work.now, work.now + timedelta(days=9), desk.telse.id)
    desk.clock.forward(minutes=1)
    desk.give()
    assert tending.rescue(work) == 0


def test_a_leave_noted_later_the_same_day_sends_it_to_the_deputy_too(desk, work, clock):
    desk.give(hours=72)
    clock.forward(hours=2)
    ill_since = work.now - timedelta(hours=9)
    leave.plan(work, desk.birgit, desk.jens.id, ill_since, ill_since + timedelta(days=9), desk.telse.id)
    assert tending.rescue(work) == 1
    assert (desk.newest().to_id, tending.rescue(work)) == (desk.telse.id, 0)


@pytest.mark.parametrize(("gap", "moves"), [(0, True), (24, False)])
def test_leaves_that_adjoin_are_one(desk, work, clock, gap, moves):
    desk.give(hours=72)
    begin, middle = work.now + timedelta(hours=1), work.now + timedelta(hours=48)
    again = middle + timedelta(hours=gap)
    leave.plan(work, desk.jens, desk.jens.id, begin, middle, desk.telse.id)
    leave.plan(work, desk.jens, desk.jens.id, again, again + timedelta(days=9), desk.telse.id)
    clock.forward(hours=2)
    assert tending.rescue(work) == moves


def test_a_leave_made_longer_sends_on_what_was_given_for_its_first_part(desk, work, clock):
    end = work.now + timedelta(days=2)
    leave.plan(work, desk.jens, desk.jens.id, work.now, end, desk.telse.id)
    clock.forward(minutes=1)
    desk.give(hours=72)
    assert tending.rescue(work) == 0
    clock.forward(minutes=1)
    leave.plan(work, desk.jens, desk.jens.id, end, end + timedelta(days=9), desk.telse.id)
    assert tending.rescue(work) == 1


def test_both_parts_of_a_leave_known_beforehand_change_nothing_at_the_seam(desk, work, clock):
    end = work.now + timedelta(days=2)
    leave.plan(work, desk.jens, desk.jens.id, work.now, end, desk.telse.id)
    leave.plan(work, desk.jens, desk.jens.id, end, end + timedelta(days=9), desk.telse.id)
    clock.forward(minutes=1)
    desk.give(hours=72)
    clock.set(end + timedelta(hours=1))
    assert tending.rescue(work) == 0


def test_a_question_to_a_sender_who_is_gone_is_withdrawn(desk, work):
    given = desk.give()
    handover.ask(work, desk.jens, given.id, "Wo?")
    work.replace(replace(desk.kira.officer, active=False))
    assert turn.of(work, desk.message.id).officer_ids == (desk.jens.id,)
    assert tending.rescue(work) == 1
    assert desk.newest().state is HandoverState.WAITING
    with pytest.raises(Refused, match="sender is gone"):
        handover.ask(work, desk.jens, given.id, "Wo?")


def test_everybody_is_reminded_before_and_alarmed_after_the_deadline_once(desk, work, clock):
    desk.give(hours=72)
    seen = []
    for _ in range(100):
        clock.forward(hours=1)
        tending.remind(work, HOLIDAYS)
        seen.append([desk.told(p) for p in (desk.jens, desk.kira, desk.birgit)])
    due, late = NoticeKind.HANDOVER_DUE, NoticeKind.HANDOVER_LATE
    assert desk.told(desk.jens, due, late) == [due, late]
    assert desk.told(desk.kira, due, late) == [late]
    assert desk.told(desk.birgit, due, late) == [late]
    reminded = next(hour for hour, (jens, _, _) in enumerate(seen, 1) if due in jens)
    assert next(hour for hour, (jens, _, _) in enumerate(seen, 1) if late in jens) == 72
    assert 24 <= reminded < 72


def test_who_must_answer_a_question_is_the_one_reminded(desk, work, clock):
    given = desk.give(hours=48)
    handover.ask(work, desk.jens, given.id, "Wo?")
    clock.forward(hours=47)
    tending.remind(work, HOLIDAYS)
    assert NoticeKind.HANDOVER_DUE in desk.told(desk.kira)
    assert NoticeKind.HANDOVER_DUE not in desk.told(desk.jens)


@pytest.mark.parametrize(
    ("now", "day"),
    [
        ("2026-11-23T09:00", "2026-11-26"),  # Monday: Thursday
        ("2026-11-26T23:30", "2026-12-01"),  # Thursday night: over the weekend to Tuesday
        ("2026-11-28T09:00", "2026-12-02"),  # Saturday: Wednesday
        ("2026-12-23T09:00", "2026-12-29"),  # before Christmas
        ("2026-10-23T12:00", "2026-10-28"),  # the night when the clocks change lies between
    ],
)
def test_the_usual_deadline_is_the_end_of_the_third_working_day(now, day):
    due = tending.default_due(datetime.fromisoformat(now).replace(tzinfo=LOCAL), "DE-NI", HOLIDAYS)
    assert due.isoformat()[:19] == f"{day}T23:59:59"
    assert due.astimezone(UTC).hour == (22 if due.utcoffset() == timedelta(hours=1) else 21)


@pytest.mark.parametrize(
    ("given", "due", "at"),
    [
        ("2026-11-23T09:00", "2026-11-26T23:59", "2026-11-26T08:00"),
        ("2026-11-26T09:00", "2026-11-30T07:00", "2026-11-27T16:20"),  # Monday early: not on Sunday
        ("2026-11-23T09:00", "2026-11-23T12:00", "2026-11-23T10:00"),
    ],
)
def test_a_reminder_comes_on_a_working_day_s_morning(given, due, at):
    def local(text):
        return datetime.fromisoformat(text).replace(tzinfo=LOCAL)

    one = Handover(1, 1, 2, "", local(due), local(given))
    assert tending.reminder_at(one, "DE-NI", HOLIDAYS) == local(at)


def test_the_change_of_shift_tells_numbers_once_to_whoever_has_something(desk, work, clock):
    shift.plan(work, desk.ada, desk.station, ("14:00", "06:00"))
    builders.assessed(work, a_message(work, desk.account, "Hilfe"), Intent.EMERGENCY)
    desk.give(hours=1)
    work.replace(replace(work.get(Message, desk.message.id), urgency=Urgency.TODAY))
    assert shift.tell(work) == 0
    clock.set(datetime(2026, 11, 21, 14, 5, tzinfo=LOCAL))
    assert shift.tell(work) == 3
    assert shift.tell(work) == 0
    (kira,) = [n for n in work.find(Notice, officer_id=desk.kira.id) if n.kind is NoticeKind.DIGEST]
    assert kira.detail == {"waiting": 1, "emergencies": 1, "handovers": 0, "overdue": 1}
    (jens,) = [n for n in work.find(Notice, officer_id=desk.jens.id) if n.kind is NoticeKind.DIGEST]
    assert (jens.detail["handovers"], jens.detail["overdue"]) == (1, 1)
    assert desk.told(desk.telse) == []
    clock.set(datetime(2026, 11, 21, 17, 0, tzinfo=LOCAL))
    assert shift.tell(work) == 0


def test_changes_of_shift_are_set_by_administrators_and_are_times(desk, work):
    with pytest.raises(NotAllowed):
        shift.plan(work, desk.birgit, desk.station, ("06:00",))
    for wrong in ("6:00", "24:00", "06.00", "06:60", "heute"):
        with pytest.raises(Refused, match="write hours and minutes"):
            shift.plan(work, desk.ada, desk.station, (wrong,))
    with pytest.raises(Refused, match="at most"):
        shift.plan(work, desk.ada, desk.station, tuple(f"0{n}:00" for n in range(8)))
    shift.plan(work, desk.ada, desk.station, ("22:00", "06:00", "22:00"))
    assert shift.of(work, desk.station.id) == ("06:00", "22:00")
    shift.plan(work, desk.ada, desk.station, ())
    assert shift.of(work, desk.station.id) == ()


def test_who_acts_has_seen_what_he_was_told(desk, work):
    given = desk.give()
    assert [n.kind for n in notice.unseen(work, desk.jens)] == [NoticeKind.HANDED_OVER]
    handover.accept(work, desk.jens, given.id)
    assert notice.unseen(work, desk.jens) == []


def test_notices_of_a_hand_over_hold_no_words_of_anybody(desk, work):
    given = handover.hand_over(
        work, desk.kira, desk.message.id, "jens", "GEHEIM", work.now + timedelta(hours=1)
    )
    handover.ask(work, desk.jens, given.id, "GEHEIM")
    handover.answer(work, desk.kira, given.id, "GEHEIM")
    handover.give_back(work, desk.jens, given.id, "GEHEIM")
    told = work.find(Notice)
    assert len(told) >= 4
    for one in told:
        assert set(one.detail) <= {"due", "message", "by"}
        assert one.detail["by"] in ("Kira", "Jens")
        assert "GEHEIM" not in str(one)


def test_an_officer_who_is_gone_is_told_nothing(desk, work):
    given = desk.give()
    work.replace(replace(work.get(Officer, desk.kira.id), active=False))
    handover.give_back(work, the_person(work, desk.jens.officer), given.id, "Nein")
    assert desk.told(desk.kira) == []
    assert NoticeKind.HANDOVER_RETURNED in desk.told(desk.birgit)


def test_whom_a_message_abused_stays_the_same_when_the_account_gets_a_successor(desk, work):
    given, message = _abuse_of_telse(desk, work)
    account = work.get(Account, message.account_id)
    ove = a_person(work, Role.OFFICER, Role.CONTACT_OFFICER, station=desk.station)
    succession.hand_over(work, desk.ada, account, ove.officer)
    with pytest.raises(Refused, match="whom this message abuses"):
        handover.move(work, desk.birgit, given.id, "telse", "Urlaub")
    assert handover.move(work, desk.birgit, given.id, ove.login, "Urlaub").to_id == ove.id
