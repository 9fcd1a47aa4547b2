from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from casework import case, consent, credential, erasure, reading, staff, succession, tenure, worklist
from casework.account import Account
from casework.case import Draft
from casework.credential import AuthRequest, Credential
from casework.errors import NotAllowed, Refused, StreifeError
from casework.labels import Hostility, Intent, Platform
from casework.message import Message, State, Version
from casework.people import Officer, Person, Role
from casework.query import Query, Scope
from casework.record import Decision, PersonRole
from casework.roles import Act, may
from casework.succession import Afterwards
from casework.tenure import End
from data.memory import MemoryStore
from tests import builders
from tests.builders import NOON, FakeClock, a_message

OPERATOR = Person(Officer("shell:root", "", 0, ""), operator=True)


class Beat:
    """A station with an account that is read, its officer, a colleague, and who manages the accounts."""

    def __init__(self, work):
        self.work = work
        self.station = builders.a_station(work)
        self.kira, self.lena = (builders.a_person(work, Role.OFFICER, station=self.station) for _ in "kl")
        self.ada = builders.a_person(work, Role.ADMINISTRATOR, station=self.station)
        given = Account(Platform.BLUESKY, "beat.example", self.kira.id, self.station.id)
        self.account = staff.add_account(work, self.ada, given)
        consent.give(work, self.kira, self.account)
        self.connect(self.kira)

    def connect(self, person):
        held = credential.kept(self.work, self.account)
        if held:
            self.work.replace(replace(held, sealed=b"sealed"))
        else:
            self.work.add(Credential(self.account.id, "k", b"sealed", self.work.now))
        staff.connect(self.work, person, self.now(), ["mentions"])

    def now(self):
        return self.work.get(Account, self.account.id)

    def acts(self):
        return [e.act for e in self.work.audit_of(f"account:{self.account.id}")]

    def sees(self, person):
        return [m.id for m in worklist.page(self.work, person, Query(Scope(), states=()))]


@pytest.fixture
def beat(work):
    return Beat(work)


def test_leaving_ends_everything_at_once(beat, work):
    done = succession.leave(work, beat.kira, beat.account)
    assert not beat.now().active
    assert work.due_streams(10) == []
    assert consent.in_force(work, beat.account) is None
    assert not credential.has_key(work, beat.account)
    assert (done.ended.end, done.ended.erase_at) == (End.LEFT, NOON + timedelta(days=30))
    assert done.key_destroyed
    assert [one.withdrawn_at for one in done.consents] == [NOON]
    assert beat.acts()[-1] == "account_left"


def test_leaving_is_nobody_elses_business(beat, work):
    for person in (beat.lena, builders.a_person(work, Role.SUPERVISOR, station=beat.station)):
        with pytest.raises(NotAllowed):
            succession.leave(work, person, beat.account)
    assert beat.now().active


def test_an_officer_leaves_even_after_losing_every_role(beat, work):
    succession.leave(work, Person(beat.kira.officer), beat.account)
    assert not beat.now().active


def test_a_way_to_the_network_that_was_begun_ends_with_leaving(beat, work):
    work.add(AuthRequest(beat.account.id, beat.kira.id, "s", "b", "k", b"verifier", NOON))
    succession.leave(work, beat.kira, beat.account)
    (request,) = work.find(AuthRequest)
    assert (request.sealed, request.ended_at) == (b"", NOON)


def test_what_is_said_before_is_what_happens(beat, work, clock):
    bound, given, held, other = (a_message(work, beat.account, text) for text in "abcd")
    bound = builders.assessed(work, bound, Intent.OTHER, Hostility.THREAT)
    case.open_case(work, beat.kira, [bound.id], Draft("T", "K", PersonRole.OFFICER))
    builders.a_handover(work, given, beat.kira.officer, beat.lena.officer)
    erasure.hold(work, beat.kira, held.id, "evidence")
    a_message(work, text="another account's")
    told = succession.outlook(work, beat.account)
    assert (told.in_cases, told.handed_over, told.held, told.others) == (1, 1, 1, 1)
    assert told.erased_at == NOON + timedelta(days=30)
    succession.leave(work, beat.kira, beat.account)
    clock.forward(days=29)
    assert succession.erase_due(work) == []
    clock.forward(days=1)
    assert [m.id for m in succession.erase_due(work)] == [other.id]
    assert [m.text for m in work.find(Message, account_id=beat.account.id)] == ["a", "b", "c", ""]
    assert [v.raw for v in work.find(Version, message_id=other.id)] == [b""]
    gone = work.get(Message, other.id)
    assert (gone.author.id, gone.author.name, gone.url, gone.state) == ("", "", "", State.DISMISSED)
    assert other.native_id not in str(gone)
    assert succession.erase_due(work) == []


def test_what_was_needed_is_erased_once_it_is_not(beat, work, clock):
    message = a_message(work, beat.account)
    held = erasure.hold(work, beat.kira, message.id, "evidence")
    succession.leave(work, beat.kira, beat.account)
    clock.forward(days=31)
    assert succession.erase_due(work) == []
    erasure.release(work, beat.kira, held.id, "closed")
    assert [m.id for m in succession.erase_due(work)] == [message.id]
    succession.erase_due(work)
    assert tenure.latest(work, beat.account).erase_at is None


def test_many_are_erased_some_at_a_time(beat, work, clock):
    for _ in range(5):
        a_message(work, beat.account)
    succession.leave(work, beat.kira, beat.account)
    clock.forward(days=31)
    assert [len(succession.erase_due(work, limit=2)) for _ in range(4)] == [2, 2, 1, 0]


def test_an_officer_may_leave_the_messages_to_the_beat(beat, work, clock):
    a_message(work, beat.account)
    assert succession.leave(work, beat.kira, beat.account, Afterwards.KEEP).ended.erase_at is None
    clock.forward(days=400)
    assert succession.erase_due(work) == []


def test_who_comes_back_in_time_finds_everything(beat, work, clock):
    a_message(work, beat.account)
    succession.leave(work, beat.kira, beat.account)
    clock.forward(days=20)
    consent.give(work, beat.kira, beat.account)
    assert not beat.now().active
    beat.connect(beat.kira)
    assert beat.now().active
    clock.forward(days=20)
    assert succession.erase_due(work) == []


def test_what_who_left_wanted_erased_is_erased_under_the_successor_too(beat, work, clock):
    old = a_message(work, beat.account)
    succession.leave(work, beat.kira, beat.account)
    succession.hand_over(work, beat.ada, beat.account, beat.lena.officer)
    clock.forward(days=1)
    new = a_message(work, beat.account)
    clock.forward(days=30)
    assert [m.id for m in succession.erase_due(work)] == [old.id]
    assert work.get(Message, new.id).text


def test_the_successor_has_the_history_and_the_predecessor_no_longer(beat, work):
    message = a_message(work, beat.account)
    assert beat.sees(beat.kira) == [message.id]
    done = succession.hand_over(work, beat.ada, beat.account, beat.lena.officer)
    assert (beat.sees(beat.kira), beat.sees(beat.lena)) == ([], [message.id])
    letter = reading.letter(work, message.id)
    assert may(beat.lena, Act.DECIDE, letter)
    assert not may(beat.kira, Act.READ_MESSAGE, letter)
    assert [(t.officer_id, t.end) for t in tenure.of(work, beat.account)] == [
        (beat.kira.id, End.HANDED_OVER),
        (beat.lena.id, None),
    ]
    assert (done.account.officer_id, done.begun.officer_id) == (beat.lena.id, beat.lena.id)


def test_what_the_predecessor_decided_stays_the_predecessors(beat, work):
    message = a_message(work, beat.account)
    from casework import decision

    decision.dismiss(work, beat.kira, message.id, "erledigt")
    succession.hand_over(work, beat.ada, beat.account, beat.lena.officer)
    assert [d.officer_id for d in work.find(Decision, message_id=message.id)] == [beat.kira.id]


def test_after_a_hand_over_nothing_is_read_before_the_successor_consents(beat, work):
    succession.hand_over(work, beat.ada, beat.account, beat.lena.officer)
    assert work.due_streams(10) == []
    assert not credential.has_key(work, beat.account)
    with pytest.raises(Refused, match="has not consented"):
        beat.connect(beat.ada)
    with pytest.raises(NotAllowed):
        consent.give(work, beat.kira, beat.account)
    consent.give(work, beat.lena, beat.account)
    beat.connect(beat.lena)
    assert [s.account_id for s in work.due_streams(10)] == [beat.account.id]


def test_the_old_consent_does_not_come_back_with_its_officer(beat, work):
    succession.hand_over(work, beat.ada, beat.account, beat.lena.officer)
    succession.hand_over(work, beat.ada, beat.account, beat.kira.officer)
    assert consent.in_force(work, beat.account) is None


def test_only_an_officer_of_the_station_can_be_successor(beat, work):
    gone = builders.an_officer(work, beat.station, active=False)
    case_officer = builders.an_officer(work, beat.station, Role.CASE_OFFICER)
    for unfit in (builders.an_officer(work), gone, case_officer, beat.kira.officer):
        with pytest.raises(Refused, match=unfit.login):
            succession.hand_over(work, beat.ada, beat.account, unfit)
    assert beat.now().active


def test_only_who_manages_accounts_hands_them_over_or_closes_them(beat, work):
    elsewhere = builders.a_person(work, Role.ADMINISTRATOR)
    for person in (beat.kira, beat.lena, elsewhere):
        with pytest.raises(NotAllowed):
            succession.hand_over(work, person, beat.account, beat.lena.officer)
        with pytest.raises(NotAllowed):
            succession.close(work, person, beat.account, "why")


def test_a_closed_account_says_why_and_stays_closed(beat, work):
    with pytest.raises(Refused, match="say why"):
        succession.close(work, beat.ada, beat.account, " ")
    done = succession.close(work, beat.ada, beat.account, "beat dissolved")
    assert (done.ended.end, done.ended.reason) == (End.CLOSED, "beat dissolved")
    assert not beat.now().active
    with pytest.raises(Refused, match="closed"):
        consent.give(work, beat.kira, beat.account)
    with pytest.raises(Refused, match="already"):
        succession.leave(work, beat.kira, beat.account)


def test_a_closed_account_is_taken_up_again_with_its_history(beat, work, clock):
    a_message(work, beat.account)
    succession.close(work, beat.ada, beat.account, "nobody there")
    succession.hand_over(work, beat.ada, beat.account, beat.kira.officer)
    consent.give(work, beat.kira, beat.account)
    clock.forward(days=60)
    assert succession.erase_due(work) == []


class Comings(RuleBasedStateMachine):
    """Whatever anybody tries in whatever order."""

    @initialize()
    def begin(self):
        self.clock = FakeClock()
        self.store = MemoryStore(self.clock)
        with self.store.begin() as work:
            self.beat = Beat(work)
        self.people = {"kira": self.beat.kira, "lena": self.beat.lena, "ada": self.beat.ada, "op": OPERATOR}

    def _try(self, do):
        try:
            with self.store.begin() as work:
                self.beat.work = work
                do(work, self.beat.now())
        except StreifeError:
            return

    @rule(who=st.sampled_from(["kira", "lena", "ada", "op"]), paper=st.booleans())
    def consents(self, who, paper):
        self._try(lambda w, a: (consent.note if paper else consent.give)(w, self.people[who], a))

    @rule(who=st.sampled_from(["kira", "lena", "ada", "op"]))
    def connects(self, who):
        self._try(lambda _, __: self.beat.connect(self.people[who]))

    @rule(who=st.sampled_from(["kira", "lena", "ada", "op"]), how=st.sampled_from(Afterwards))
    def leaves(self, who, how):
        self._try(lambda w, a: succession.leave(w, self.people[who], a, how))

    @rule(who=st.sampled_from(["kira", "ada", "op"]), to=st.sampled_from(["kira", "lena", "ada"]))
    def hands_over(self, who, to):
        self._try(lambda w, a: succession.hand_over(w, self.people[who], a, self.people[to].officer))

    @rule(who=st.sampled_from(["kira", "ada"]))
    def closes(self, who):
        self._try(lambda w, a: succession.close(w, self.people[who], a, "why"))

    @rule(days=st.integers(1, 40))
    def time_passes(self, days):
        self.clock.forward(days=days)
        self._try(lambda w, _: succession.erase_due(w))

    @invariant()
    def an_active_account_has_owner_consent_and_key(self):
        with self.store.view() as work:
            self.beat.work = work
            account, tenures = self.beat.now(), tenure.of(work, self.beat.account)
            given = consent.in_force(work, account)
            if account.active:
                assert given
                assert given.officer_id == account.officer_id
                assert credential.has_key(work, account)
                assert tenures[-1].end is None
            assert sum(t.end is None for t in tenures) <= 1
            assert tenures[-1].officer_id == account.officer_id
            if credential.has_key(work, account):
                assert given


TestComings = Comings.TestCase
TestComings.settings = settings(max_examples=200, stateful_step_count=25, deadline=None)
