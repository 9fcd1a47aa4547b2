"""Care hides nothing from everybody: whoever comes, goes, rests or corrects, somebody has each message."""

from contextlib import suppress
from dataclasses import replace

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from casework import care, reading, rotation, worklist
from casework.assessment import urgency_of
from casework.errors import Conflict, NotAllowed, Refused
from casework.labels import Hostility, Intent, Target
from casework.message import Message
from casework.people import Grant, Officer, Role
from casework.ports import Query, Scope
from casework.record import HandoverState
from casework.roles import Act, may
from data.memory import MemoryStore
from tests import builders
from tests.builders import FakeClock

PEOPLE, STATIONS = 4, 2
HOSTILE = [(Hostility.INSULT,), (Hostility.THREAT, Hostility.HATE), ()]
MOSTLY = st.sampled_from([True, True, True, False])
WORKING = (Role.OFFICER, Role.CASE_OFFICER, Role.CONTACT_OFFICER, Role.SUPERVISOR)


class TwoStations(RuleBasedStateMachine):
    """People come and go, get and lose roles, rest, ask to see; messages come and are corrected."""

    def __init__(self):
        super().__init__()
        self.clock = FakeClock()
        self.opened = MemoryStore(self.clock).begin()
        self.work = self.opened.__enter__()
        stations = [builders.a_station(self.work) for _ in range(STATIONS)]
        here, there = stations
        ranks = [(Role.OFFICER,), (Role.OFFICER, Role.CASE_OFFICER), (Role.OFFICER,), (Role.CASE_OFFICER,)]
        places = [here, here, there, here]
        self.officers = [builders.an_officer(self.work, p, *r).id for p, r in zip(places, ranks, strict=True)]
        self.accounts = [
            builders.an_account(self.work, self.work.get(Officer, officer)) for officer in self.officers[:3]
        ]
        self.stations = [s.id for s in stations]
        self.messages = []

    def teardown(self):
        self.opened.__exit__(None, None, None)

    def person(self, number):
        return builders.the_person(self.work, self.work.get(Officer, self.officers[number]))

    @rule(account=st.integers(0, 2), hostile=st.sampled_from(HOSTILE), sure=MOSTLY, data=st.data())
    def comes(self, account, hostile, sure, data):
        intent = data.draw(st.sampled_from([Intent.OTHER, Intent.TIP, Intent.EMERGENCY]))
        self_meant = data.draw(MOSTLY)
        target = (Target.OFFICER if self_meant else Target.GROUP) if hostile else Target.NONE
        labels = {"intent": intent, "hostility": hostile, "target": target, "abstained": not sure}
        urgency = urgency_of(intent, hostile)
        made = builders.a_message(self.work, self.accounts[account], urgency=urgency, **labels)
        self.messages.append(made.id)

    @rule(who=st.integers(0, PEOPLE - 1))
    def comes_or_goes(self, who):
        officer = self.work.get(Officer, self.officers[who])
        self.work.replace(replace(officer, active=not officer.active))

    @rule(who=st.integers(0, PEOPLE - 1), role=st.sampled_from(WORKING), where=st.integers(0, 1))
    def gets_a_role(self, who, role, where):
        given = {"officer_id": self.officers[who], "role": role, "station_id": self.stations[where]}
        if not self.work.find(Grant, **given):
            self.work.add(Grant(**given))

    @rule(data=st.data())
    def loses_a_role(self, data):
        grants = [g for g in self.work.find(Grant) if g.role in WORKING[:2]]
        if not grants:
            return
        grant = data.draw(st.sampled_from(grants))
        lower = {"officer_id": grant.officer_id, "station_id": grant.station_id, "role": Role.ADMINISTRATOR}
        if not self.work.find(Grant, **lower):
            self.work.replace(replace(grant, role=Role.ADMINISTRATOR))

    @rule(who=st.integers(0, PEOPLE - 1), rests=MOSTLY)
    def rests_or_reads_on(self, who, rests):
        person = self.person(who)
        if not rests:
            rotation.end_rest(self.work, person)
        elif person.officer.active:
            self.attempt(lambda: rotation.rest(self.work, person))

    @rule(hours=st.sampled_from([1, 2, 30]))
    def time_passes(self, hours):
        self.clock.forward(hours=hours)

    @precondition(lambda self: self.messages)
    @rule(who=st.integers(0, PEOPLE - 1), data=st.data())
    def asks_or_gives_back(self, who, data):
        message, person = data.draw(st.sampled_from(self.messages)), self.person(who)
        act = data.draw(st.sampled_from([care.ask, care.give_back]))
        self.attempt(lambda: act(self.work, person, message))

    @precondition(lambda self: self.messages)
    @rule(data=st.data(), hostile=st.sampled_from(HOSTILE))
    def is_corrected(self, data, hostile):
        message = self.work.get(Message, data.draw(st.sampled_from(self.messages)))
        target = data.draw(st.sampled_from([Target.OFFICER, Target.PERSON])) if hostile else Target.NONE
        labels = {"hostility": hostile, "target": target, "abstained": False, "corrected": True}
        intent = message.intent or Intent.OTHER
        self.work.replace(replace(message, **labels, urgency=urgency_of(intent, hostile)))

    @precondition(lambda self: self.messages)
    @rule(data=st.data(), sender=st.integers(0, PEOPLE - 1), receiver=st.integers(0, PEOPLE - 1))
    def is_handed_over(self, data, sender, receiver):
        message = self.work.get(Message, data.draw(st.sampled_from(self.messages)))
        state = data.draw(st.sampled_from(HandoverState))
        people = (self.work.get(Officer, self.officers[n]) for n in (sender, receiver))
        builders.a_handover(self.work, message, *people, state=state)

    def attempt(self, act):
        """A refusal is an answer too: it must leave everything as it was, which the invariants look at."""
        with suppress(Refused, Conflict, NotAllowed):
            act()

    @invariant()
    def somebody_has_each_message(self):
        people = [self.person(n) for n in range(PEOPLE)]
        everything = Query(Scope(), states=(), limit=1_000)
        queues = [{m.id for m in worklist.page(self.work, p, everything)} for p in people]
        for message_id in self.messages:
            letter = reading.letter(self.work, message_id)
            heedless = replace(letter, carers=())
            if any(may(p, Act.READ_MESSAGE, heedless) for p in people):
                assert any(message_id in queue for queue in queues), letter

    @invariant()
    def what_is_aimed_at_somebody_waits_for_nobody_else_s_help(self):
        for message_id in self.messages:
            letter = reading.letter(self.work, message_id)
            people = [self.person(n) for n in range(PEOPLE)]
            owner = next(p for p in people if p.id == letter.account.officer_id)
            handed = any(h.to_id == owner.id and h.state != "returned" for h in letter.handovers)
            if letter.message.aimed and letter.carers and not letter.asked and not handed:
                assert not may(owner, Act.READ_MESSAGE, letter)
                assert any(may(p, Act.DECIDE, letter) for p in people)

    @invariant()
    def lists_and_rules_agree(self):
        for number in range(PEOPLE):
            person = self.person(number)
            scope = worklist.scope_of(self.work, person)
            shown = {m.id for m in self.work.worklist(Query(scope, states=(), limit=1_000))}
            letters = [reading.letter(self.work, i) for i in self.messages]
            assert shown == {x.message.id for x in letters if may(person, Act.READ_MESSAGE, x)}


TestTwoStations = TwoStations.TestCase
TestTwoStations.settings = settings(
    max_examples=250, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
