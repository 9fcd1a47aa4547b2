"""Two acts at the same moment, on real databases: one of them is refused, or comes after."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta
from threading import Event
from types import SimpleNamespace

import pytest

from casework import (
    answering,
    application,
    approval,
    binding,
    bulk,
    case,
    consent,
    credential,
    decision,
    elements,
    erasure,
    first_answer,
    four_eyes,
    handover,
    intake,
    personnel,
    release,
    staff,
    standby,
    succession,
    undo,
)
from casework.account import Account
from casework.answering import How, Reply
from casework.application import Applying, Capacity, Manner
from casework.case import Draft
from casework.credential import Credential
from casework.elements import Answer, ElementFinding
from casework.errors import Conflict, Refused, StreifeError
from casework.four_eyes import Approval, ApprovalRule, ApprovalState, ReplySettings
from casework.labels import Hostility, Intent, Kind, Platform, Urgency
from casework.message import Checkpoint, Message, State
from casework.people import Officer, Person, Role, Session, Station
from casework.record import CaseItem, CaseState, Decision, Outcome, PersonRole
from casework.standby import Standby
from casework.tenure import Tenure
from data.store import SqlStore, SqlWork
from streife import identity
from streife.public_holidays import PublicHolidays
from tests import builders

OPERATOR = Person(Officer("shell:root", "", 0, ""), operator=True)


@pytest.fixture
def beat(sql_store):
    """An account that nobody reads yet, its officer, and a colleague."""
    with sql_store.begin() as work:
        station = builders.a_station(work)
        kira, lena = (builders.a_person(work, Role.OFFICER, station=station) for _ in "kl")
        given = Account(Platform.BLUESKY, "kira.example", kira.id, station.id)
        return staff.add_account(work, OPERATOR, given), kira, lena


def _take_up(work, person, account):
    consent.give(work, person, account)
    held = credential.kept(work, account)
    if held:
        work.replace(replace(held, sealed=b"sealed"))
    else:
        work.add(Credential(account.id, "k", b"sealed", work.now))
    staff.connect(work, person, account, ["mentions"])


@pytest.mark.parametrize("letting_go", ["leave", "close", "hand_over"])
@pytest.mark.parametrize("first", ["taking up", "letting go"])
@pytest.mark.parametrize("known", [True, False], ids=["read before", "never read"])
def test_no_account_is_read_without_consent_whoever_comes_first(sql_store, beat, letting_go, first, known):
    account, kira, lena = beat
    if known:
        with sql_store.begin() as work:
            _take_up(work, kira, account)
    let_go = {
        "leave": lambda work: succession.leave(work, kira, account),
        "close": lambda work: succession.close(work, OPERATOR, account, "why"),
        "hand_over": lambda work: succession.hand_over(work, OPERATOR, account, lena.officer),
    }[letting_go]
    acts = [lambda work: _take_up(work, kira, account), let_go]
    _cross(sql_store, *(acts if first == "taking up" else reversed(acts)))
    with sql_store.view() as work:
        standing = work.get(Account, account.id)
        given = consent.in_force(work, standing)
        assert bool(given) == standing.active == credential.has_key(work, standing)


@pytest.fixture
def withdrawn(sql_store, clock):
    """A message that its author took back a week ago, and who may decide on it and open a case."""
    with sql_store.begin() as work:
        merle = builders.a_person(work, Role.OFFICER, Role.CASE_OFFICER)
        builders.an_officer(work, work.get(Station, 1), Role.CONTACT_OFFICER, login="jens")
        account = builders.an_account(work, merle.officer)
        message = builders.a_message(work, account, "Ich finde dich")
        message = builders.assessed(work, message, Intent.OTHER, Hostility.INSULT)
        message = work.replace(replace(message, deleted_at=work.now))
    clock.forward(days=7)
    return message, merle


NEEDS = {
    "bound": lambda work, person, number: case.open_case(
        work, person, [number], Draft("Drohung", "Merle", PersonRole.OFFICER, ("241",))
    ),
    "held": lambda work, person, number: erasure.hold(work, person, number, "Ermittlung"),
    "handed over": lambda work, person, number: handover.hand_over(
        work, person, number, "jens", "", work.now + timedelta(days=1)
    ),
}


@pytest.mark.parametrize("need", NEEDS)
@pytest.mark.parametrize("first", ["needing", "erasing"])
def test_what_somebody_needs_is_never_erased_whoever_comes_first(sql_store, withdrawn, need, first):
    message, merle = withdrawn
    acts = [
        lambda work: NEEDS[need](work, merle, message.id),
        lambda work: erasure.erase_withdrawn(work, 0, 100),
    ]
    _cross(sql_store, *(acts if first == "needing" else reversed(acts)))
    with sql_store.view() as work:
        standing = work.get(Message, message.id)
        assert bool(standing.text) == erasure.needed(work, standing) == (first == "needing")


class Overtaken(SqlWork):
    """Whom others overtake: after the so manieth look at records of a kind they keep what they do."""

    def __init__(self, connection, clock, kind, looks, meanwhile):
        super().__init__(connection, clock)
        self.kind, self.looks, self.meanwhile = kind, looks, meanwhile

    def find(self, kind, **equal):
        found = super().find(kind, **equal)
        if kind is self.kind:
            self.looks -= 1
            if self.looks == 0:
                self.meanwhile()
        return found


@pytest.fixture
def store(postgres_engine, clock):
    """One that shows each statement what others kept meanwhile."""
    return SqlStore(postgres_engine, clock)


@pytest.fixture
def overtake(postgres_engine, store, clock):
    """Do one thing, and another one after so many looks of it; returns what the first raised."""

    def overtake(late, kind, looks, act, raised=Conflict):
        def meanwhile():
            with store.begin() as work:
                act(work)

        with postgres_engine.connect() as connection:
            work = Overtaken(connection, clock, kind, looks, meanwhile)
            with pytest.raises(raised), connection.begin():
                late(work)
            assert work.looks <= 0

    return overtake


@pytest.fixture
def desk(store):
    """A settled message, its officer, and what makes an emergency of it."""
    with store.begin() as work:
        merle = builders.a_person(work, Role.OFFICER, Role.CASE_OFFICER)
        message = builders.a_message(work, builders.an_account(work, merle.officer))
        message = builders.assessed(work, message, Intent.OTHER)

    def alarm(work):
        now = work.get(Message, message.id)
        work.replace(replace(now, intent=Intent.EMERGENCY, urgency=Urgency.ACUTE))

    return message, merle, alarm


def _stands(store, message):
    with store.view() as work:
        return work.get(Message, message.id)


@pytest.mark.parametrize("by", ["page", "many"])
def test_what_becomes_an_emergency_as_it_is_dismissed_is_not_dismissed(store, desk, overtake, by):
    message, merle, alarm = desk

    def from_its_page(work):
        decision.expect(work.get(Message, message.id), message.revision)
        decision.dismiss(work, merle, message.id, "Werbung")

    def with_many(work):
        bulk.dismiss(work, merle, bulk.select([message]), "Werbung")

    overtake({"page": from_its_page, "many": with_many}[by], Message, 1, alarm)
    assert _stands(store, message).state is State.OPEN


def test_what_becomes_an_emergency_as_its_hand_over_ends_is_not_settled(store, desk, overtake):
    message, merle, alarm = desk
    jens, given = _handed_over(store, message, merle)
    with store.begin() as work:
        handover.accept(work, jens, given.id)
    overtake(lambda work: handover.finish(work, jens, given.id, Outcome.TRUE_TIP), Message, 1, alarm)
    assert _stands(store, message).state is State.HANDED_OVER


def test_what_a_colleague_calls_an_emergency_is_not_settled_by_taking_back(store, desk, overtake):
    message, merle, _ = desk
    with store.begin() as work:
        decision.dismiss(work, merle, message.id, "Werbung")
    with store.begin() as work:
        opened = decision.reopen(work, merle, message.id)

    def correct(work):
        decision.correct(work, merle, message.id, intent=Intent.EMERGENCY)

    overtake(lambda work: undo.take_back(work, merle, opened.id), Decision, 2, correct)
    assert _stands(store, message).state is State.OPEN


def test_what_is_bound_as_it_is_returned_stands_in_its_case(store, desk, overtake):
    message, merle, _ = desk
    jens, given = _handed_over(store, message, merle)
    overtake(
        lambda work: handover.give_back(work, jens, given.id, "nicht meins"),
        CaseItem,
        1,
        lambda work: NEEDS["bound"](work, merle, message.id),
    )
    with store.begin() as work:
        handover.give_back(work, jens, given.id, "nicht meins")
    assert _stands(store, message).state is State.IN_CASE


def test_a_message_is_taken_out_of_its_case_once(sql_store):
    with sql_store.begin() as work:
        merle = builders.a_person(work, Role.OFFICER, Role.CASE_OFFICER)
        message = builders.a_message(work, builders.an_account(work, merle.officer))
        opened = NEEDS["bound"](work, merle, message.id)

    def take_out(work):
        release.release(work, merle, opened.id, message.id, "falsche Akte")

    _cross(sql_store, take_out, take_out)
    with sql_store.view() as work:
        acts = [entry.act for entry in work.audit_of(f"message:{message.id}")]
    assert acts.count(binding.RELEASED) == 1


class Naming:
    """A network that knows by now how it calls the account."""

    native_id = "did:plc:kira"

    def pull(self, stream, cursor):
        yield Checkpoint("1")


def test_an_account_that_its_officer_leaves_as_it_is_named_is_not_read_on(store, desk, overtake):
    message, merle, _ = desk
    with store.begin() as work:
        account = work.get(Account, message.account_id)
        stream = builders.a_stream(work, account)

    def collect(work):
        within = SimpleNamespace(begin=lambda: nullcontext(work))
        intake.collect(within, Naming(), account, stream)

    overtake(collect, Account, 2, lambda work: succession.leave(work, merle, account))
    with store.view() as work:
        assert not work.get(Account, account.id).active


@pytest.mark.parametrize("first", ["binding", "closing"])
def test_nothing_is_bound_into_a_closed_case(sql_store, first):
    with sql_store.begin() as work:
        merle = builders.a_person(work, Role.OFFICER, Role.CASE_OFFICER)
        account = builders.an_account(work, merle.officer)
        one, other = (builders.a_message(work, account) for _ in "12")
        opened = NEEDS["bound"](work, merle, one.id)
    acts = [
        lambda work: case.add_item(work, merle, opened.id, other.id),
        lambda work: case.end_case(work, merle, opened.id, CaseState.CLOSED, "erledigt"),
    ]
    _cross(sql_store, *(acts if first == "binding" else reversed(acts)))
    with sql_store.view() as work:
        bound = len(work.find(CaseItem, case_id=opened.id))
        closed = work.get(case.Case, opened.id).state is CaseState.CLOSED
    assert (bound, closed) in ((2, False), (2, True), (1, True))
    assert (bound == 1) == (first == "closing")


NOTED = {
    "application": lambda work, person, number: application.record(
        work,
        person,
        number,
        Applying("Merle", Capacity.INJURED, Manner.ORAL, work.now, identity="bekannt", will="ja"),
        PublicHolidays(),
    ),
    "element": lambda work, person, number: elements.check(
        work, person, number, Answer("241", 1, ElementFinding.MET, "")
    ),
}


@pytest.mark.parametrize("first", ["noting", "closing"])
@pytest.mark.parametrize("note", NOTED.values(), ids=NOTED)
def test_nothing_is_noted_in_a_case_behind_its_end(sql_store, note, first):
    with sql_store.begin() as work:
        merle = builders.a_person(work, Role.OFFICER, Role.CASE_OFFICER)
        message = builders.a_message(work, builders.an_account(work, merle.officer))
        opened = NEEDS["bound"](work, merle, message.id)
    acts = [
        lambda work: note(work, merle, opened.id),
        lambda work: case.end_case(work, merle, opened.id, CaseState.CLOSED, "erledigt"),
    ]
    _cross(sql_store, *(acts if first == "noting" else reversed(acts)))
    with sql_store.view() as work:
        told = [entry.act for entry in work.audit_of(f"case:{opened.id}")]
    assert first == "noting" or told[-1] == "case_closed"
    assert "case_closed" not in told[:-1]


@pytest.mark.parametrize("ending", ["deactivate", "take_role"])
def test_two_administrators_never_take_the_station_from_each_other(sql_store, ending):
    with sql_store.begin() as work:
        station = builders.a_station(work)
        ada, bea = (builders.a_person(work, Role.ADMINISTRATOR, station=station) for _ in "ab")

    def end(by, whom):
        if ending == "deactivate":
            return lambda work: personnel.deactivate(work, by, whom.id, "Streit")
        return lambda work: personnel.take_role(work, by, whom.id, Role.ADMINISTRATOR, station.id)

    _cross(sql_store, end(ada, bea), end(bea, ada))
    with sql_store.view() as work:
        assert len(standby.members(work, station.id, Role.ADMINISTRATOR)) == 1


def test_an_answer_that_is_sent_off_twice_at_once_goes_out_once(sql_store):
    with sql_store.begin() as work:
        merle = builders.a_person(work, Role.OFFICER)
        message = builders.a_message(work, builders.an_account(work, merle.officer))

    def send(work):
        answering.queue(work, merle, message.id, "Danke!", Kind.COMMENT)

    _cross(sql_store, send, send)
    with sql_store.view() as work:
        assert len(work.find(Reply)) == 1


WITHDRAWING = {
    "taken back": lambda work, kira, _jens, asked: answering.cancel(work, kira, asked.reply_id),
    "other words": lambda work, kira, _jens, asked: answering.draft(
        work, kira, asked.message_id, "Nein", Kind.COMMENT
    ),
    "another asked": lambda work, kira, _jens, asked: answering.queue(
        work, kira, asked.message_id, "Ja", Kind.COMMENT, How(kira.id + 2)
    ),
    "declined": lambda work, _kira, jens, asked: approval.decline(work, jens, asked.id, "so nicht"),
    "sent again": lambda work, kira, jens, asked: answering.queue(
        work, kira, asked.message_id, "Nein", Kind.COMMENT, How(jens.id)
    ),
}


@pytest.mark.parametrize("first", ["approving", "withdrawing"])
@pytest.mark.parametrize("withdraw", WITHDRAWING.values(), ids=WITHDRAWING)
def test_no_words_go_out_but_those_that_were_approved_whoever_comes_first(sql_store, withdraw, first):
    kira, jens, asked = _waits_for_approval(sql_store)
    acts = [
        lambda work: approval.approve(work, jens, asked.id),
        lambda work: withdraw(work, kira, jens, asked),
    ]
    _cross(sql_store, *(acts if first == "approving" else reversed(acts)))
    with sql_store.view() as work:
        due = {four_eyes.digest(reply.text) for reply in answering.due(work)}
        given = {one.sha256 for one in work.find(Approval, state=ApprovalState.GIVEN)}
    assert due <= given
    assert first == "approving" or not due


@pytest.mark.parametrize("looked", [Approval, Reply, Message])
@pytest.mark.parametrize("withdraw", WITHDRAWING.values(), ids=WITHDRAWING)
def test_an_approval_that_is_withdrawn_as_it_is_given_sends_nothing(store, overtake, withdraw, looked):
    kira, jens, asked = _waits_for_approval(store)
    overtake(
        lambda work: approval.approve(work, jens, asked.id),
        looked,
        1,
        lambda work: withdraw(work, kira, jens, asked),
        (Conflict, Refused),
    )
    with store.view() as work:
        assert answering.due(work) == []


def _waits_for_approval(store):
    with store.begin() as work:
        station = builders.a_station(work)
        kira, jens, _ = (builders.a_person(work, Role.OFFICER, station=station) for _ in "kjm")
        message = builders.a_message(work, builders.an_account(work, kira.officer))
        work.add(ReplySettings(station.id, ApprovalRule.ALWAYS))
        answering.queue(work, kira, message.id, "Ja", Kind.COMMENT, How(jens.id))
        return kira, jens, work.find(Approval)[0]


@pytest.mark.parametrize("tenure_kept", [True, False])
def test_one_writer_gets_one_automatic_answer_whoever_writes_it(sql_store, tenure_kept):
    with sql_store.begin() as work:
        account = builders.an_account(work)
        work.add(Standby(account.station_id, first_answer=True))
        if tenure_kept:
            work.add(Tenure(account.id, account.officer_id, work.now))
        acute = {"urgency": Urgency.ACUTE, "intent": Intent.EMERGENCY}
        one, other = (builders.a_message(work, account, "Hilfe!", **acute) for _ in "12")
    _cross(
        sql_store,
        lambda work: first_answer.write(work, one.id),
        lambda work: first_answer.write(work, other.id),
    )
    with sql_store.view() as work:
        assert len(work.find(Reply)) == 1


def test_nobody_stays_signed_in_with_a_password_that_is_changed_at_this_moment(store):
    with store.begin() as work:
        old = identity.hash_password("das alte Passwort")
        merle = builders.an_officer(work, login="merle", password_hash=old)
    new = identity.hash_password("das neue Passwort")
    _cross(
        store,
        lambda work: personnel.set_password(work, OPERATOR, merle.id, new),
        lambda _: identity.sign_in(store, "merle", "das alte Passwort", 1),
    )
    with store.view() as work:
        assert work.find(Session) == []


def _handed_over(store, message, merle):
    with store.begin() as work:
        jens = builders.a_person(work, Role.CONTACT_OFFICER, login="jens")
        return jens, NEEDS["handed over"](work, merle, message.id)


def _cross(store, one, other):
    """The other begins when all of the one is written but not kept yet."""
    written = Event()

    def first():
        with store.begin() as work:
            one(work)
            written.set()
            Event().wait(0.4)

    def second():
        assert written.wait(10)
        with store.begin() as work:
            other(work)

    with ThreadPoolExecutor(2) as pool:
        raised = [future.exception(30) for future in [pool.submit(first), pool.submit(second)]]
    assert raised[0] is None
    assert raised[1] is None or isinstance(raised[1], StreifeError)
