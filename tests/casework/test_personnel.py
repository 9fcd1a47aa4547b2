"""Who moves or leaves: roles, sign-ins and passwords, and who may change them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from casework import personnel, standby
from casework.errors import NotAllowed, Refused
from casework.labels import Kind
from casework.people import Grant, Officer, Person, Role, Session
from casework.record import Notice, NoticeKind
from casework.reply import Reply, ReplyState
from casework.standby import Standby
from tests import builders
from tests.builders import a_handover, a_message, a_person, a_station, an_account, an_officer

OPERATOR = Person(Officer("shell:root", "", 0, ""), operator=True)
ADMIN = Role.ADMINISTRATOR


@pytest.fixture
def station(work):
    return a_station(work)


@pytest.fixture
def ada(work, station):
    return a_person(work, ADMIN, station=station)


@pytest.fixture
def kira(work, station):
    return an_officer(work, station, Role.OFFICER, Role.CASE_OFFICER)


@pytest.fixture
def session(work, kira):
    return work.add(Session("hash", kira.id, work.now, work.now + timedelta(hours=12)))


def _ended(work, session):
    return work.get(Session, session.id).ended_at == work.now


def _acts(work, officer):
    return [e.act for e in work.audit_of(f"officer:{officer.id}")]


def test_a_role_that_was_taken_opens_nothing_and_ends_the_sessions(work, station, ada, kira, session):
    taken = personnel.take_role(work, ada, kira.id, Role.CASE_OFFICER, station.id)
    assert taken.role is Role.CASE_OFFICER
    assert builders.the_person(work, kira).grants == {(Role.OFFICER, station.id)}
    assert _ended(work, session)
    assert _acts(work, kira) == ["role_taken"]


def test_a_role_is_given_once_and_leaves_who_is_signed_in_there(work, station, ada, kira, session):
    given = personnel.give_role(work, ada, kira.id, Role.SUPERVISOR, station.id)
    assert work.get(Grant, given.id) == given
    assert not _ended(work, session)
    assert _acts(work, kira) == ["role_given"]
    with pytest.raises(Refused, match="already"):
        personnel.give_role(work, ada, kira.id, Role.SUPERVISOR, station.id)


def test_a_role_that_was_taken_can_be_given_again(work, station, ada, kira):
    personnel.take_role(work, ada, kira.id, Role.OFFICER, station.id)
    with pytest.raises(Refused, match="is no officer"):
        personnel.take_role(work, ada, kira.id, Role.OFFICER, station.id)
    assert personnel.give_role(work, ada, kira.id, Role.OFFICER, station.id)


def test_a_new_password_ends_old_sessions_and_stands_in_no_log(work, ada, kira, session):
    assert personnel.set_password(work, ada, kira.id, "argon2-new").password_hash == "argon2-new"
    assert _ended(work, session)
    assert _acts(work, kira) == ["password_changed"]
    assert "argon2" not in repr(work.audit())


def test_an_old_session_stays_ended_when_somebody_comes_back(work, ada, kira, session):
    gone = personnel.deactivate(work, ada, kira.id, "versetzt")
    assert (gone.officer.active, gone.sessions_ended) == (False, 1)
    personnel.activate(work, ada, kira.id, "argon2-new")
    assert _ended(work, session)


def test_who_comes_back_has_a_new_password_and_the_roles_as_before(work, ada, kira):
    before = builders.the_person(work, kira).grants
    personnel.deactivate(work, ada, kira.id, "abgeordnet")
    back = personnel.activate(work, ada, kira.id, "argon2-new")
    assert (back.active, back.password_hash) == (True, "argon2-new")
    assert builders.the_person(work, back).grants == before
    assert _acts(work, kira) == ["officer_deactivated", "officer_activated"]
    assert "argon2" not in repr(work.audit())


def test_who_never_left_is_not_activated(work, ada, kira):
    with pytest.raises(Refused, match="signs in already"):
        personnel.activate(work, ada, kira.id, "argon2-new")
    assert work.get(Officer, kira.id) == kira


def test_nobody_but_an_administrator_of_every_station_lets_somebody_back(work, station, ada, kira):
    personnel.deactivate(work, ada, kira.id, "abgeordnet")
    work.add(Grant(kira.id, Role.CASE_OFFICER, a_station(work).id))
    for one in (ada, a_person(work, Role.SUPERVISOR, station=station), builders.the_person(work, kira)):
        with pytest.raises(NotAllowed):
            personnel.activate(work, one, kira.id, "argon2-new")
    assert personnel.activate(work, OPERATOR, kira.id, "argon2-new").active


def test_what_hangs_on_who_leaves_is_counted(work, station, ada, kira):
    message = a_message(work, an_account(work, kira))
    a_handover(work, message, an_officer(work, station), kira)
    standby.arrange(work, ada, Standby(station.id, off=(kira.id, ada.id)))
    left = personnel.deactivate(work, ada, kira.id, "im Ruhestand").hanging
    assert (left.accounts, left.handovers, left.cases, left.escalation_lists) == (1, 1, 0, 1)


def test_an_open_case_hangs_on_whoever_opened_it(work, opened, merle):
    assert personnel.deactivate(work, OPERATOR, merle.id, "versetzt").hanging.cases == 1


def test_without_a_reason_and_twice_nobody_is_deactivated(work, ada, kira):
    with pytest.raises(Refused, match="reason"):
        personnel.deactivate(work, ada, kira.id, " ")
    personnel.deactivate(work, ada, kira.id, "versetzt")
    for again in (
        lambda: personnel.deactivate(work, ada, kira.id, "versetzt"),
        lambda: personnel.set_password(work, ada, kira.id, "argon2"),
        lambda: personnel.give_role(work, ada, kira.id, Role.SUPERVISOR, kira.station_id),
    ):
        with pytest.raises(Refused, match="no longer"):
            again()


ATTEMPTS = (
    lambda work, one, kira: personnel.give_role(work, one, kira.id, ADMIN, kira.station_id),
    lambda work, one, kira: personnel.take_role(work, one, kira.id, Role.OFFICER, kira.station_id),
    lambda work, one, kira: personnel.deactivate(work, one, kira.id, "weg"),
    lambda work, one, kira: personnel.set_password(work, one, kira.id, "argon2"),
)


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_nobody_but_an_administrator_of_the_station_changes_people(work, station, kira, attempt):
    here = [a_person(work, role, station=station) for role in Role if role is not ADMIN]
    for one in (*here, a_person(work, ADMIN), builders.the_person(work, kira)):
        with pytest.raises(NotAllowed):
            attempt(work, one, kira)
    assert attempt(work, OPERATOR, kira)


def test_no_administrator_sets_the_password_of_who_reads_at_another_station_too(work, ada, kira):
    work.add(Grant(kira.id, Role.CASE_OFFICER, a_station(work).id))
    for attempt in (personnel.set_password, personnel.deactivate):
        with pytest.raises(NotAllowed):
            attempt(work, ada, kira.id, "neu")
    assert personnel.set_password(work, OPERATOR, kira.id, "neu")


def test_the_last_administrator_stays_unless_the_operator_acts(work, station, ada):
    with pytest.raises(Refused, match="last administrator"):
        personnel.take_role(work, ada, ada.id, ADMIN, station.id)
    with pytest.raises(Refused, match="last administrator"):
        personnel.deactivate(work, ada, ada.id, "im Ruhestand")
    assert personnel.take_role(work, OPERATOR, ada.id, ADMIN, station.id)


def test_an_administrator_who_is_gone_is_nobody_who_could_give_the_role_back(work, station, ada):
    other = an_officer(work, station, ADMIN, active=False)
    with pytest.raises(Refused, match="last administrator"):
        personnel.take_role(work, ada, ada.id, ADMIN, station.id)
    work.replace(replace(other, active=True))
    assert personnel.take_role(work, ada, ada.id, ADMIN, station.id)


@pytest.mark.parametrize(("before", "after"), [("WAITING", "DRAFT"), ("QUEUED", "FAILED"), ("SENT", "SENT")])
def test_answers_that_did_not_go_out_stay_here_when_their_writer_leaves(work, ada, kira, before, after):
    message = a_message(work, an_account(work, kira))
    made = Reply(message.id, message.account_id, kira.id, Kind.COMMENT, "Ja", "k", work.now)
    reply = work.add(replace(made, state=ReplyState[before]))
    personnel.deactivate(work, ada, kira.id, "versetzt")
    assert work.get(Reply, reply.id).state is ReplyState[after]
    told = work.audit_of(f"officer:{kira.id}")[-1].detail
    assert told["answers_stopped"] == (before != after)


def test_the_heads_learn_once_an_account_that_answers_of_who_left_did_not_go_out(work, station, ada, kira):
    account = an_account(work, kira)
    for key in "kl":
        made = Reply(a_message(work, account).id, account.id, kira.id, Kind.COMMENT, "Ja", key, work.now)
        work.add(replace(made, state=ReplyState.QUEUED))
    personnel.deactivate(work, ada, kira.id, "versetzt")
    [told] = work.find(Notice, officer_id=ada.id)
    assert (told.kind, told.subject) == (NoticeKind.REPLIES_STOPPED, f"account:{account.id}")
    assert told.detail == {"by": kira.name, "account": f"bluesky/{account.handle}"}
