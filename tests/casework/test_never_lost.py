"""Care hides nothing from everybody: whoever comes, goes, rests or corrects, somebody has each message."""

import random
from contextlib import suppress
from dataclasses import replace

import pytest

from casework import care, reading, rotation, tenure, worklist
from casework.account import Account
from casework.assessment import urgency_of
from casework.errors import Conflict, NotAllowed, Refused
from casework.labels import Hostility, Intent, Target
from casework.message import Message
from casework.people import Grant, Officer, Role
from casework.query import Query, Scope
from casework.record import HandoverState
from casework.roles import Act, may
from tests import builders

SEEDS, STEPS, KEPT = 12, 150, 8
HOSTILE = [(), (Hostility.INSULT,), (Hostility.INSULT,), (Hostility.THREAT, Hostility.HATE)]
INTENTS = [Intent.OTHER, Intent.OTHER, Intent.TIP, Intent.EMERGENCY]
TARGETS = [Target.OFFICER, Target.OFFICER, Target.GROUP]
WORKING = [Role.OFFICER, Role.CASE_OFFICER, Role.CONTACT_OFFICER, Role.SUPERVISOR]
RANKS = [(Role.OFFICER,), (Role.OFFICER, Role.CASE_OFFICER), (Role.OFFICER,), (Role.CASE_OFFICER,)]
EVERYTHING = Query(Scope(), states=(), limit=1_000)


class TwoStations:
    """People come and go, get and lose roles, rest, ask to see; messages come and are corrected."""

    def __init__(self, work, clock, seed):
        self.work, self.clock = work, clock
        self.dice = random.Random(seed)
        self.stations = [builders.a_station(work) for _ in range(2)]
        places = [self.stations[n == 2] for n in range(len(RANKS))]
        officers = [builders.an_officer(work, p, *r) for p, r in zip(places, RANKS, strict=True)]
        self.officers = [officer.id for officer in officers]
        self.accounts = [builders.an_account(work, officer) for officer in officers[:3]]
        self.messages = []

    def step(self):
        """One thing happens; a refusal is an answer too."""
        acts = [self.comes, self.comes, self.comes_or_goes, self.gets_a_role, self.loses_a_role, self.rests]
        acts += [self.rests, self.reads_on, self.time_passes, self.is_given_on]
        if self.messages:
            acts += [self.asks, self.gives_back, self.is_corrected, self.is_handed_over]
        with suppress(Refused, Conflict, NotAllowed):
            self.dice.choice(acts)()

    def people(self):
        return [builders.the_person(self.work, self.work.get(Officer, i)) for i in self.officers]

    def somebody(self):
        return self.dice.choice(self.people())

    def some_message(self):
        return self.work.get(Message, self.dice.choice(self.messages))

    def comes(self):
        hostile, intent = self.dice.choice(HOSTILE), self.dice.choice(INTENTS)
        target = self.dice.choice(TARGETS) if hostile else Target.NONE
        labels = {"hostility": hostile, "target": target, "urgency": urgency_of(intent, hostile)}
        unsure = self.dice.random() < 0.2
        account = self.dice.choice(self.accounts)
        labels |= {"received_at": self.work.now}
        made = builders.a_message(self.work, account, intent=intent, abstained=unsure, **labels)
        self.messages = [*self.messages, made.id][-KEPT:]

    def comes_or_goes(self):
        officer = self.somebody().officer
        self.work.replace(replace(officer, active=not officer.active or self.dice.random() < 0.3))

    def gets_a_role(self):
        place, role = self.dice.choice(self.stations).id, self.dice.choice(WORKING)
        given = {"officer_id": self.somebody().id, "role": role, "station_id": place}
        if not self.work.find(Grant, **given):
            self.work.add(Grant(**given))

    def loses_a_role(self):
        grant = self.dice.choice([g for g in self.work.find(Grant) if g.role in WORKING])
        instead = {"officer_id": grant.officer_id, "station_id": grant.station_id, "role": Role.ADMINISTRATOR}
        if not self.work.find(Grant, **instead):
            self.work.replace(replace(grant, role=Role.ADMINISTRATOR))

    def rests(self):
        person = self.somebody()
        if person.officer.active:
            rotation.rest(self.work, person)

    def reads_on(self):
        rotation.end_rest(self.work, self.somebody())

    def time_passes(self):
        self.clock.forward(hours=self.dice.choice([1, 1, 9]))

    def is_given_on(self):
        account = self.work.get(Account, self.dice.choice(self.accounts).id)
        tenure.finish(self.work, account, tenure.End.HANDED_OVER)
        successor = replace(account, officer_id=self.somebody().id)
        tenure.begin(self.work, self.work.replace(successor))
        self.clock.forward(minutes=1)

    def asks(self):
        care.ask(self.work, self.somebody(), self.some_message().id)

    def gives_back(self):
        care.give_back(self.work, self.somebody(), self.some_message().id)

    def is_corrected(self):
        message, hostile = self.some_message(), self.dice.choice(HOSTILE)
        target = self.dice.choice(TARGETS) if hostile else Target.NONE
        labels = {"hostility": hostile, "target": target, "urgency": urgency_of(message.intent, hostile)}
        self.work.replace(replace(message, **labels, abstained=False, corrected=True))

    def is_handed_over(self):
        people = (person.officer for person in self.dice.sample(self.people(), 2))
        state = self.dice.choice(list(HandoverState))
        builders.a_handover(self.work, self.some_message(), *people, state=state)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_whatever_happens_somebody_has_each_message_and_lists_agree_with_rules(work, clock, seed):
    world = TwoStations(work, clock, seed)
    for _ in range(STEPS):
        world.step()
        people = world.people()
        letters = [reading.letter(work, i) for i in world.messages]
        for letter in letters:
            _somebody_has_it(work, people, letter)
            _its_victim_is_spared(people, letter)
        for person in people:
            shown = {m.id for m in work.worklist(replace(EVERYTHING, scope=worklist.scope_of(work, person)))}
            allowed = {x.message.id for x in letters if may(person, Act.READ_MESSAGE, x)}
            assert shown & set(world.messages) == allowed


def _somebody_has_it(work, people, letter):
    """In a queue, not only by its address; where anybody could have had it without care."""
    if any(may(p, Act.READ_MESSAGE, replace(letter, carers=())) for p in people):
        queues = (worklist.page(work, person, EVERYTHING) for person in people)
        assert any(letter.message.id in {m.id for m in queue} for queue in queues), letter


def _its_victim_is_spared(people, letter):
    """Unless she or he asked, or a colleague handed it over; and then somebody else decides."""
    owner = next(p for p in people if p.id == (letter.abused_id or letter.account.officer_id))
    handed = any(h.to_id == owner.id and h.state is not HandoverState.RETURNED for h in letter.handovers)
    if letter.message.aimed and letter.carers and not letter.asked and not handed:
        assert not may(owner, Act.READ_MESSAGE, letter)
        assert any(may(p, Act.DECIDE, letter) for p in people)
