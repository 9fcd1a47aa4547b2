"""Applications for prosecution: whose, for what, how, how late; and what was withdrawn stays so."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from casework import application, case, clocks, recall
from casework.account import Account
from casework.application import Application, Applying, Capacity, Ending, Manner
from casework.case import Draft
from casework.errors import NotAllowed, Refused
from casework.labels import Hostility, Intent
from casework.message import Message
from casework.people import Role
from casework.recall import Ground
from casework.record import Case, CaseState, PersonRole
from tests.builders import NOON, a_message, a_person, assessed
from tests.casework.leaving import handed_over, message_ids

KIRA = Applying(
    "Kira Ahlers", Capacity.INJURED, Manner.ORAL, NOON, "Dienstausweis", "will, dass verfolgt wird"
)
HEAD = replace(
    KIRA,
    applicant="Birgit Holm",
    capacity=Capacity.SUPERIOR,
    behalf="Kira Ahlers",
    entitled_by="Leiterin der Inspektion seit 2024",
)


class NoHolidays:
    def is_holiday(self, day, land):
        return False


def apply(work, person, opened, told=KIRA, **given):
    return application.record(work, person, opened.id, replace(told, **given), NoHolidays())


def known_since(work, opened, moment):
    """The case says that its author is known since then."""
    return work.replace(replace(work.get(Case, opened.id), offender_known_at=moment))


def test_it_is_for_all_messages_of_the_case_and_pinned_in_the_log_without_a_name(work, merle, opened):
    made = apply(work, merle, opened, applicant="  Kira \n Ahlers ")
    assert made.applicant == "Kira Ahlers"
    assert made.messages == tuple((m, 1) for m in message_ids(work, opened))
    entry = work.audit_of(f"case:{opened.id}")[-1]
    assert (entry.act, entry.detail["acts"]) == ("application_recorded", message_ids(work, opened))
    assert "Kira" not in str(entry.detail)
    assert work.get(Application, made.id) == made


def test_it_stays_as_it_was_recorded_when_the_case_grows(work, merle, opened):
    first = message_ids(work, opened)[0]
    made = apply(work, merle, opened, messages=[first])
    account = work.get(Account, work.get(Message, first).account_id)
    more = assessed(work, a_message(work, account), Intent.OTHER, Hostility.INSULT)
    with pytest.raises(Refused, match=f"message {more.id}: is not in case"):
        apply(work, merle, opened, HEAD, messages=[more.id])
    case.add_item(work, merle, opened.id, more.id)
    assert work.get(Application, made.id).messages == ((first, 1),)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"applicant": " "}, "applicant"),
        ({"identity": " \n"}, "identity and will"),
        ({"will": ""}, "identity and will"),
        ({"will": "x" * 301}, "300 characters"),
        ({"made_at": NOON + timedelta(minutes=1)}, "future"),
        ({"knew_on": date(2026, 11, 22)}, "future"),
        ({"made_at": NOON - timedelta(days=9)}, "was written after"),
        ({"capacity": Capacity.SUPERIOR, "behalf": "Kira"}, "post at the time of the act"),
        ({"capacity": Capacity.REPRESENTATIVE, "entitled_by": "Mutter"}, "for whom"),
        ({"sections": ("185", "999")}, "section '999'"),
        ({"messages": []}, "no message"),
    ],
)
def test_what_is_missing_or_cannot_be_is_refused(work, merle, opened, given, said):
    with pytest.raises(Refused, match=said):
        apply(work, merle, opened, **given)
    assert application.of(work, opened.id) == []


def test_what_was_withdrawn_cannot_be_made_again_for_the_same_act(work, merle, opened):
    first, second = message_ids(work, opened)
    made = apply(work, merle, opened, messages=[first])
    application.end(work, merle, made.id, Ending.WITHDRAWN, "persönlich erklärt", NOON)
    with pytest.raises(Refused, match=rf"message {first}: kira AHLERS.*77d"):
        apply(work, merle, opened, applicant="kira  AHLERS")
    assert apply(work, merle, opened, messages=[second]).id
    assert apply(work, merle, opened, HEAD).id, "the superior's right is another one"
    with pytest.raises(Refused, match="withdrawn already"):
        application.end(work, merle, made.id, Ending.MISTAKEN, "doch nicht")


def test_what_was_withdrawn_is_not_made_again_for_the_same_message_in_another_case(work, merle, opened):
    first, second = message_ids(work, opened)
    other = case.open_case(work, merle, [first, second], Draft("Noch einmal", "K", PersonRole.OFFICER))
    made = apply(work, merle, opened, messages=[first])
    assert apply(work, merle, other, messages=[first]).case_id == other.id, "the first stands: no harm done"
    application.end(work, merle, made.id, Ending.WITHDRAWN, "erklärt")
    third = case.open_case(work, merle, [first, second], Draft("Und wieder", "K", PersonRole.OFFICER))
    with pytest.raises(Refused, match=rf"message {first}.*77d"):
        apply(work, merle, third)
    assert apply(work, merle, third, messages=[second]).case_id == third.id


def test_limited_to_other_sections_it_is_another_application(work, merle, opened):
    made = apply(work, merle, opened, sections=("185",))
    application.end(work, merle, made.id, Ending.WITHDRAWN, "erklärt")
    with pytest.raises(Refused, match="77d"):
        apply(work, merle, opened)
    assert apply(work, merle, opened, sections=("241",)).sections == ("241",)


def test_what_was_written_down_by_mistake_stays_on_record_and_bars_nobody(work, merle, opened):
    made = apply(work, merle, opened)
    with pytest.raises(Refused, match="already; leave"):
        apply(work, merle, opened)
    application.end(work, merle, made.id, Ending.MISTAKEN, "falsches Datum")
    again = apply(work, merle, opened)
    assert [one.end for one in application.of(work, opened.id)] == [Ending.MISTAKEN, None]
    assert again.id != made.id


@pytest.mark.parametrize("days", [-1, 1])
def test_it_is_withdrawn_between_the_application_and_now(work, merle, opened, days):
    made = apply(work, merle, opened)
    with pytest.raises(Refused, match="between"):
        application.end(work, merle, made.id, Ending.WITHDRAWN, "r", NOON + timedelta(days=days))


def test_a_late_one_is_kept_and_says_so(work, merle, opened, clock):
    known_since(work, opened, NOON)
    clock.forward(days=100)
    made = apply(work, merle, opened, made_at=clock.now())
    assert (made.last_day, made.running, made.late) == ("2027-02-22", True, True)
    detail = work.audit_of(f"case:{opened.id}")[-1].detail
    assert (detail["late"], detail["late_acts"]) == (True, message_ids(work, opened))
    own = apply(work, merle, opened, HEAD, made_at=clock.now(), knew_on=date(2026, 12, 1))
    assert (own.last_day, own.late) == ("2027-03-01", False), "each person has a clock of his or her own"


def written_later(work, merle, opened, clock, days=100):
    """One more insult, written, seen and bound so many days later; an application for it is made at once."""
    clock.forward(days=days)
    account = work.get(Account, work.get(Message, message_ids(work, opened)[0]).account_id)
    more = assessed(work, a_message(work, account, sent_at=clock.now()), Intent.OTHER, Hostility.INSULT)
    return case.add_item(work, merle, opened.id, more.id).message_id


@pytest.mark.parametrize("known", [NOON, None])
@pytest.mark.parametrize("knew_on", [date(2026, 11, 1), None])
def test_each_act_has_its_own_clock(work, merle, opened, clock, known, knew_on):
    known_since(work, opened, known)
    more = written_later(work, merle, opened, clock)
    made = apply(work, merle, opened, made_at=clock.now(), messages=[more], knew_on=knew_on)
    assert (made.last_day, made.late) == ("2027-06-01", False)
    assert made.running is bool(known or knew_on)


def test_late_for_one_act_of_several_the_log_says_for_which(work, merle, opened, clock):
    known_since(work, opened, NOON)
    early, more = message_ids(work, opened), written_later(work, merle, opened, clock)
    made = apply(work, merle, opened, made_at=clock.now())
    assert (made.last_day, made.late) == ("2027-02-22", True)
    log = work.audit_of(f"case:{opened.id}")
    assert log[-1].detail["acts"] == [*early, more]
    assert clocks.late_acts(log) == {made.id: early}


def test_an_author_known_later_starts_the_clock_and_what_was_recorded_keeps_its_term(
    work, merle, opened, clock
):
    before = apply(work, merle, opened)
    clock.forward(days=30)
    noted = case.offender_known(work, merle, opened.id, date(2026, 12, 10))
    assert work.audit_of(f"case:{opened.id}")[-1].detail == {"since": "2026-12-10"}
    made = apply(work, merle, noted, HEAD)
    assert (made.last_day, made.running) == ("2027-03-10", True)
    assert work.get(Application, before.id).running is False
    assert case.offender_known(work, merle, opened.id, None).offender_known_at is None
    assert work.audit_of(f"case:{opened.id}")[-1].detail == {"since": ""}


@pytest.mark.parametrize(("since", "said"), [(date(2026, 11, 22), "future"), (None, "says so already")])
def test_an_author_cannot_be_known_in_the_future_nor_noted_twice(work, merle, opened, since, said):
    with pytest.raises(Refused, match=said):
        case.offender_known(work, merle, opened.id, since)
    with pytest.raises(NotAllowed):
        case.offender_known(work, a_person(work, Role.CASE_OFFICER), opened.id, date(2026, 11, 20))
    case.end_case(work, merle, opened.id, CaseState.CLOSED, "fertig")
    with pytest.raises(Refused, match="is closed"):
        case.offender_known(work, merle, opened.id, date(2026, 11, 20))


def test_while_the_author_is_unknown_the_clock_is_only_cautious(work, merle, opened, clock):
    clock.forward(days=200)
    made = apply(work, merle, opened, made_at=clock.now())
    assert (made.running, made.late) == (False, True)


def test_a_closed_case_and_a_stranger_change_nothing(work, merle, opened):
    made = apply(work, merle, opened)
    with pytest.raises(NotAllowed):
        apply(work, a_person(work, Role.CASE_OFFICER), opened, HEAD)
    case.end_case(work, merle, opened.id, CaseState.SENT, "StA")
    apply(work, merle, opened, HEAD)
    case.end_case(work, merle, opened.id, CaseState.CLOSED, "fertig")
    for act in (
        lambda: apply(work, merle, opened, HEAD),
        lambda: application.end(work, merle, made.id, Ending.WITHDRAWN, "r"),
    ):
        with pytest.raises(Refused, match="is closed"):
            act()


def test_whoever_got_a_package_is_to_be_told_of_a_withdrawal(work, merle, opened, clock):
    made = apply(work, merle, opened)
    clock.forward(minutes=1)
    handed_over(work, merle, opened, clock)
    assert recall.suggested(work, opened.id) == []
    clock.forward(minutes=1)
    application.end(work, merle, made.id, Ending.WITHDRAWN, "erklärt")
    (one,) = recall.suggested(work, opened.id)
    assert one.grounds == (Ground.APPLICATION,)
