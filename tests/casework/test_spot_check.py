from datetime import datetime, timedelta
from random import Random

import pytest

from casework import decision, intake, judging, reading, spot_check
from casework.clocks import LOCAL
from casework.errors import NotAllowed, Refused
from casework.labels import Hostility, Intent, Target, Urgency
from casework.message import Message, State
from casework.people import Role
from casework.query import Query, Scope
from casework.record import Choice, SpotCheck
from casework.spot_check import Found, Miss
from data import sampling
from tests import builders
from tests.builders import a_verdict

EVERY_ONE = 1
HARMFUL = [
    a_verdict(Intent.EMERGENCY),
    a_verdict(Intent.TIP),
    a_verdict(Intent.REPORT),
    a_verdict(Intent.OTHER, Hostility.INSULT),
    a_verdict(Intent.PRAISE, abstained=True),
    a_verdict(Intent.QUESTION, urgency=Urgency.ACUTE, abstained=True),
]


@pytest.fixture
def account(work, officer):
    return builders.an_account(work, officer)


def judged(work, messages, verdict=None, one_in=EVERY_ONE):
    """The messages with a verdict each, praise unless another is given, and drawn by it."""
    verdicts = [verdict or a_verdict(Intent.PRAISE)] * len(messages)
    judging.keep_verdicts(work, messages, verdicts, one_in)
    return [work.get(Message, m.id) for m in messages]


@pytest.fixture
def drawn(work, account):
    """A message that was judged praise and drawn to be read again."""
    return judged(work, [builders.a_message(work, account, "Alles ruhig hier, leider.")])[0]


def check_of(work, message):
    (check,) = work.find(SpotCheck, message_id=message.id)
    return check


def offered(work, person):
    return [m.id for m in spot_check.page(work, person, Query(Scope(), states=()))]


def last_week(clock):
    """Wednesday noon of the week before the clock's."""
    today = clock.now().astimezone(LOCAL)
    monday = today - timedelta(days=today.weekday() + 7)
    return datetime(monday.year, monday.month, monday.day, 12, tzinfo=LOCAL) + timedelta(days=2)


def test_about_one_in_fifty_is_drawn_and_always_the_same_ones():
    drawn = [n for n in range(1, 10_001) if spot_check.lot(n, 1) * 50 < spot_check.LOTS]
    assert 160 <= len(drawn) <= 240
    assert drawn == [n for n in range(1, 10_001) if spot_check.lot(n, 1) * 50 < spot_check.LOTS]


def test_another_wording_gets_another_lot():
    lots = {spot_check.lot(number, version) for number in range(50) for version in (1, 2)}
    assert len(lots) == 100


def test_what_is_judged_harmless_is_drawn_with_model_and_moment_and_the_log_tells(work, drawn):
    check = check_of(work, drawn)
    assert (check.version, check.model, check.judged_at, check.answer) == (1, "test-1", work.now, None)
    (entry,) = [e for e in work.audit() if e.act == "spot_check_drawn"]
    assert (entry.actor, entry.detail) == ("streife", {"messages": [[drawn.id, 1]]})
    assert entry in work.touching(drawn.id)


@pytest.mark.parametrize("verdict", HARMFUL, ids=lambda v: f"{v.intent}-{v.urgency}-{v.abstained}")
def test_what_is_looked_at_anyway_is_never_drawn(work, account, verdict):
    judged(work, [builders.a_message(work, account)], verdict)
    assert work.find(SpotCheck) == []


def test_where_a_persons_labels_stood_before_the_verdict_nothing_is_drawn(work, person, account):
    message = builders.a_message(work, account)
    decision.correct(work, person, message.id, intent=Intent.PRAISE)
    judged(work, [work.get(Message, message.id)])
    assert work.find(SpotCheck) == []


def test_one_in_very_many_draws_nothing_of_few(work, account):
    judged(work, [builders.a_message(work, account) for _ in range(5)], one_in=10**9)
    assert work.find(SpotCheck) == []


def test_two_verdicts_on_one_wording_draw_it_once(work, drawn):
    judged(work, [drawn])
    assert len(work.find(SpotCheck)) == 1


def test_only_who_decides_about_a_message_is_asked(work, person, drawn):
    colleague = builders.a_person(work, Role.CONTACT_OFFICER)
    builders.a_handover(work, drawn, person.officer, colleague.officer)
    chief = builders.a_person(
        work, Role.SUPERVISOR, Role.ADMINISTRATOR, station=work.get(builders.Station, 1)
    )
    assert [offered(work, one) for one in (person, colleague, chief)] == [[drawn.id], [], []]
    assert [spot_check.count(work, one) for one in (person, colleague, chief)] == [1, 0, 0]
    assert reading.look(work, person, drawn.id).asked
    assert not reading.look(work, colleague, drawn.id).asked


def test_confirming_answers_it_and_changes_nothing_else(work, person, drawn):
    said = decision.confirm_harmless(work, person, drawn.id)
    check, message = check_of(work, drawn), work.get(Message, drawn.id)
    assert (check.answer, check.intent, check.answered_at) == (Choice.HARMLESS, Intent.PRAISE, work.now)
    assert (message.state, message.intent, message.corrected) == (State.OPEN, Intent.PRAISE, False)
    assert offered(work, person) == []
    entry = work.audit_of(f"message:{drawn.id}")[-1]
    assert (entry.actor, entry.act) == (person.login, "harmless")
    assert entry.detail == {"decision": said.id, "reason": "", "spot_check": check.id}


def test_a_correction_tells_what_was_missed(work, person, drawn):
    decision.correct(
        work, person, drawn.id, intent=Intent.REPORT, hostility=(Hostility.THREAT,), target=Target.PERSON
    )
    check = check_of(work, drawn)
    assert (check.answer, spot_check.missed(check)) == (Choice.CORRECT, {Miss.TIP, Miss.HOSTILE})
    assert work.audit_of(f"message:{drawn.id}")[-1].detail["spot_check"] == check.id


def test_a_correction_to_another_harmless_label_is_no_miss(work, person, drawn):
    decision.correct(work, person, drawn.id, intent=Intent.QUESTION)
    assert check_of(work, drawn).answer is Choice.CORRECT
    assert spot_check.tally(work, "test-1").every.missed == 0


def test_a_confirmed_tip_was_missed_until_it_is_taken_back(work, person, drawn):
    decision.confirm_tip(work, person, drawn.id)
    assert spot_check.missed(check_of(work, drawn)) == {Miss.TIP}
    decision.reopen(work, person, drawn.id)
    assert check_of(work, drawn).answer is None
    assert offered(work, person) == [drawn.id]


def test_an_acknowledged_emergency_was_missed_and_a_later_tip_does_not_hide_it(work, person, drawn):
    decision.acknowledge(work, person, drawn.id)
    decision.confirm_tip(work, person, drawn.id)
    assert spot_check.missed(check_of(work, drawn)) == {Miss.EMERGENCY}


def test_the_newest_answer_counts(work, person, drawn):
    decision.confirm_harmless(work, person, drawn.id)
    decision.correct(work, person, drawn.id, intent=Intent.EMERGENCY)
    assert spot_check.missed(check_of(work, drawn)) == {Miss.EMERGENCY}


@pytest.mark.parametrize("act", ["dismiss", "answer"])
def test_what_says_nothing_of_the_labels_is_no_answer(work, person, drawn, act):
    getattr(decision, act)(work, person, drawn.id, "Danke!")
    assert check_of(work, drawn).answer is None


def test_what_was_not_drawn_cannot_be_confirmed(work, person, account):
    message = builders.a_message(work, account)
    with pytest.raises(Refused, match="waits for no re-reading"):
        decision.confirm_harmless(work, person, message.id)


def test_nobody_confirms_what_he_does_not_decide(work, drawn):
    with pytest.raises(NotAllowed):
        decision.confirm_harmless(work, builders.a_person(work, Role.OFFICER), drawn.id)


def test_a_wording_that_was_edited_is_asked_for_no_more(work, person, account, drawn):
    intake.take_in(work, account, [builders.received("Ganz anders", native_id=drawn.native_id)])
    assert offered(work, person) == []
    with pytest.raises(Refused):
        decision.confirm_harmless(work, person, drawn.id)
    decision.correct(work, person, drawn.id, intent=Intent.EMERGENCY)
    assert check_of(work, drawn).answer is None


def test_a_tally_counts_by_model_and_each_missed_message_once(work, person, account):
    first, second, third, other = (builders.a_message(work, account) for _ in range(4))
    judged(work, [first, second, third])
    judged(work, [other], a_verdict(Intent.PRAISE, model="new-2"))
    decision.confirm_harmless(work, person, first.id)
    decision.correct(work, person, second.id, intent=Intent.TIP, hostility=(Hostility.INSULT,))
    told = spot_check.tally(work, "test-1").every
    assert (told.drawn, told.reread, told.missed) == (3, 2, 1)
    assert told.kinds == {Miss.EMERGENCY: 0, Miss.TIP: 1, Miss.HOSTILE: 1}
    assert [(t.model, t.every.drawn) for t in spot_check.tallies(work)] == [("test-1", 3), ("new-2", 1)]


@pytest.fixture
def quiet_week(work, account, clock):
    """Twelve harmless messages and one tip of last week, of which chance drew none."""
    now = clock.now()
    clock.set(last_week(clock))
    messages = [builders.a_message(work, account) for _ in range(12)]
    judged(work, messages, one_in=10**9)
    judged(work, [builders.a_message(work, account)], a_verdict(Intent.TIP), one_in=10**9)
    clock.set(now)
    return messages


def test_a_quiet_week_is_topped_up_by_the_lowest_lots(work, quiet_week):
    drawn = spot_check.top_up(work, "test-1", 5)
    lowest = sorted((m.id for m in quiet_week), key=lambda number: spot_check.lot(number, 1))[:5]
    assert [c.message_id for c in drawn] == lowest
    assert spot_check.top_up(work, "test-1", 5) == []


def test_a_week_that_has_enough_is_left_alone(work, account, clock):
    now = clock.now()
    clock.set(last_week(clock))
    judged(work, [builders.a_message(work, account) for _ in range(6)])
    clock.set(now)
    assert spot_check.top_up(work, "test-1", 5) == []


def test_a_week_with_too_little_gives_all_that_is_harmless(work, quiet_week):
    assert len(spot_check.top_up(work, "test-1", 50)) == 12


def test_neither_this_week_nor_another_model_is_topped_up(work, account, quiet_week):
    judged(work, [builders.a_message(work, account)], one_in=10**9)
    assert spot_check.top_up(work, "other", 5) == []
    assert len(spot_check.top_up(work, "test-1", 50)) == 12


def test_what_was_found_in_the_daily_work_before_the_draw_counts_too(work, person, quiet_week):
    found = quiet_week[3]
    decision.correct(work, person, found.id, intent=Intent.EMERGENCY)
    spot_check.top_up(work, "test-1", 12)
    told = spot_check.tally(work, "test-1").every
    assert (told.drawn, told.reread, told.kinds[Miss.EMERGENCY]) == (12, 1, 1)
    assert found.id not in offered(work, person)


def test_what_is_corrected_by_itself_while_the_harmless_waits_makes_no_share_of_misses(work, person, account):
    first, *_ = judged(work, [builders.a_message(work, account) for _ in range(40)])
    decision.correct(work, person, first.id, intent=Intent.EMERGENCY)
    found = spot_check.tally(work, "test-1").every
    assert (found.reread, found.missed) == (1, 1)
    low, high = spot_check.bounds(sampling, found)
    assert low == pytest.approx(sampling.interval(1, 40)[0])
    assert high == 1.0
    assert spot_check.bounds(sampling, found, Miss.HOSTILE)[0] == 0


def test_where_all_is_read_again_the_bounds_are_the_exact_interval():
    found = Found(60, 60, 2, dict.fromkeys(Miss, 0) | {Miss.TIP: 2})
    assert spot_check.bounds(sampling, found) == sampling.interval(2, 60)
    assert spot_check.bounds(sampling, found, Miss.EMERGENCY) == sampling.interval(0, 60)
    assert spot_check.bounds(sampling, Found(0, 0, 0, dict.fromkeys(Miss, 0))) == (0.0, 1.0)


def test_the_bounds_hold_the_true_share_whatever_readers_choose():
    chance, held, times, drawn = Random(20261124), 0, 400, 80
    for _ in range(times):
        misses = sum(chance.random() < 0.1 for _ in range(drawn))
        every_miss_but_not_all_that_is_harmless = [misses, misses + (drawn - misses) // 2]
        read = chance.choice(every_miss_but_not_all_that_is_harmless)
        found = Found(drawn, read, misses, dict.fromkeys(Miss, 0))
        low, high = spot_check.bounds(sampling, found)
        held += low <= 0.1 <= high
    assert held / times >= 0.95


def test_the_day_of_the_draw_decides_what_is_due_and_not_the_answer(work, person, account, clock):
    first, second = judged(work, [builders.a_message(work, account) for _ in range(2)])
    clock.forward(days=13)
    (third,) = judged(work, [builders.a_message(work, account)])
    decision.correct(work, person, third.id, intent=Intent.TIP)
    assert spot_check.tally(work, "test-1").due.drawn == 0
    clock.forward(days=1)
    decision.confirm_harmless(work, person, first.id)
    told = spot_check.tally(work, "test-1")
    assert (told.due.drawn, told.due.reread, told.due.missed, told.due.unread) == (2, 1, 0, 1)
    assert (told.every.drawn, told.every.missed) == (3, 1)
    assert second.id in offered(work, person)
