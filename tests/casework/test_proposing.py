"""To whom a message is proposed, and why: never surer than the words are."""

from dataclasses import replace
from datetime import timedelta

import pytest

from casework import beat, leave, proposing
from casework.beat import Beat, Draft
from casework.errors import NotAllowed, Refused
from casework.message import Message
from casework.people import Officer, Role
from casework.proposing import Where
from casework.query import Query, Scope
from tests import builders
from tests.builders import a_message, a_person, an_account, an_officer, received

TOWNS = frozenset({"Hannover", "Peine"})


class Town:
    """A station with two beats and a contact officer each, and another town with the same street names."""

    def __init__(self, work):
        self.work = work
        self.station = builders.a_station(work, name="Polizeikommissariat Weidenfurt")
        self.far = builders.a_station(work, name="Polizeiwache Grenzbach")
        self.kira = an_officer(work, self.station)
        self.account = an_account(work, self.kira)
        self.ada = a_person(work, Role.ADMINISTRATOR, station=self.station)
        self.jens, self.telse = (
            an_officer(work, self.station, Role.CONTACT_OFFICER, name=n)
            for n in ("Jens Wolter", "Telse Jansen")
        )
        self.sanne = an_officer(work, self.far, Role.CONTACT_OFFICER, name="Sanne de Boer")
        self.import_beats(
            Draft("Nord", self.telse.id, None, ("Lindenstraße", "Ring 1-40", "Nordstadt", "Alte Weberei")),
            Draft("Süd", self.jens.id, self.telse.id, ("Bahnhof", "Ring 41-99", "Hafen", "Am Deich")),
        )
        operator = replace(self.ada, operator=True)
        far = Draft("Mitte", self.sanne.id, None, ("Zollbrücke", "Bahnhof"))
        beat.replace_all(work, operator, self.far, [far], "x")

    def import_beats(self, *drafts):
        return beat.replace_all(self.work, self.ada, self.station, drafts, "bezirke.csv")

    def told(self, text, **given):
        message = a_message(self.work, self.account, text, **given)
        return [(p.beat.name, p.sure) for p in self.proposals(message)]

    def proposals(self, message):
        return proposing.proposals(self.work, message, TOWNS)


@pytest.fixture
def town(work):
    return Town(work)


def test_a_street_leads_to_its_beat_with_the_reason(town, work):
    (one,) = town.proposals(a_message(work, town.account, "In der Lindenstr. 7 steht ein Wagen"))
    assert (one.beat.name, one.receiver, one.leave, one.sure) == ("Nord", town.telse, None, True)
    (why,) = one.mentions
    assert (why.place, why.said, why.where) == ("Lindenstraße", "Lindenstr", Where.TEXT)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Danke für alles", []),
        ("Ring 12, zweiter Stock", [("Nord", True)]),
        ("Ring 50", [("Süd", True)]),
        ("am Ring", [("Nord", False), ("Süd", False)]),
        ("Lindenstraße, dann zum Bahnhof", [("Nord", False), ("Süd", False)]),
        ("am Bahnhof Weidenfurt", [("Süd", True)]),
        ("am Bahnhof in Grenzbach", [("Süd", False), ("Mitte", True)]),
        ("an der Zollbrücke", [("Mitte", False)]),
        ("an der Zollbrücke in Grenzbach", [("Mitte", True)]),
        ("am Bahnhof Hannover", [("Süd", False)]),
        ("In Peine am Hafen", [("Süd", False)]),
        ("in der Lindemstraße", [("Nord", False)]),
        ("Am Deich und in der Nordstadt, Nordstadt!", [("Nord", False), ("Süd", False)]),
    ],
)
def test_it_is_sure_only_where_the_words_are(town, text, told):
    assert sorted(town.told(text)) == sorted(told)


def test_a_profile_is_a_hint_and_never_sure(town, work):
    author = builders.an_author("jule_alte_weberei.example")
    message = a_message(work, town.account, "Hier hupt es jede Nacht", author=author)
    (one,) = town.proposals(message)
    assert (one.beat.name, one.sure, one.mentions[0].where) == ("Nord", False, Where.PROFILE)


def test_who_is_away_is_stood_in_for_and_it_says_so(town, work):
    away = leave.plan(work, town.ada, town.telse.id, work.now, work.now + timedelta(days=9), town.jens.id)
    (one,) = town.proposals(a_message(work, town.account, "in der Lindenstraße"))
    assert (one.receiver, one.leave) == (town.jens, away)


def test_where_nobody_stands_in_the_beat_is_named_and_nobody_chosen(town, work):
    leave.plan(work, town.ada, town.telse.id, work.now, work.now + timedelta(days=9), None)
    (one,) = town.proposals(a_message(work, town.account, "in der Lindenstraße"))
    assert one.receiver is None


def test_the_beat_s_deputy_takes_over_for_good(town, work):
    work.replace(replace(town.jens, active=False))
    (one,) = town.proposals(a_message(work, town.account, "im Hafen"))
    assert one.receiver == town.telse


def test_deputies_who_stand_in_for_each_other_lead_nowhere(town, work):
    until = work.now + timedelta(days=9)
    leave.plan(work, town.ada, town.jens.id, work.now, until, town.telse.id)
    leave.plan(work, town.ada, town.telse.id, work.now, until, town.jens.id)
    assert leave.stand_in(work, town.jens.id).officer is None


def test_a_leave_is_planned_by_oneself_or_who_leads(town, work):
    until = work.now + timedelta(days=1)
    jens = builders.the_person(work, town.jens)
    kept = leave.plan(work, jens, town.jens.id, work.now, until, None)
    with pytest.raises(Refused, match="away in these days"):
        leave.plan(work, jens, town.jens.id, work.now, until, None)
    with pytest.raises(NotAllowed):
        leave.plan(work, jens, town.telse.id, work.now, until, None)
    with pytest.raises(Refused, match="no other active contact officer"):
        leave.plan(work, jens, town.jens.id, until, until + timedelta(days=1), town.kira.id)
    with pytest.raises(Refused, match="end after it begins"):
        leave.plan(work, jens, town.jens.id, until, until, None)
    assert leave.away(work, town.jens.id) == kept
    leave.cancel(work, jens, kept.id)
    assert leave.away(work, town.jens.id) is None
    assert [e.act for e in work.audit_of(f"officer:{town.jens.id}")] == ["leave_planned", "leave_cancelled"]


def test_an_import_keeps_beats_of_the_same_name_and_retires_the_others(town, work):
    before = {b.name: b.id for b in beat.of(work, town.station.id)}
    town.import_beats(Draft("Süd", None, None, ("Hafen",)), Draft("Ost", None, None, ("Wall",)))
    after = {b.name: b for b in beat.of(work, town.station.id)}
    assert set(after) == {"Süd", "Ost"}
    assert (after["Süd"].id, after["Süd"].officer_id) == (before["Süd"], town.jens.id)
    assert work.find(Beat, name="Nord")[0].retired
    assert town.told("in der Lindenstraße") == []


def test_only_administrators_import_and_assign(town, work):
    kira = builders.the_person(work, town.kira)
    with pytest.raises(NotAllowed):
        beat.replace_all(work, kira, town.station, [Draft("X")], "x")
    north = beat.of(work, town.station.id)[0]
    with pytest.raises(NotAllowed):
        beat.assign(work, kira, north.id, town.jens.id, None)
    with pytest.raises(Refused, match="no active contact officer"):
        beat.assign(work, town.ada, north.id, town.kira.id, None)
    with pytest.raises(Refused, match="somebody else"):
        beat.assign(work, town.ada, north.id, town.jens.id, town.jens.id)
    assert beat.assign(work, town.ada, north.id, town.jens.id, None).officer_id == town.jens.id
    for drafts in ([], [Draft("X"), Draft("X")]):
        with pytest.raises(Refused, match="each beat needs a name"):
            town.import_beats(*drafts)


def test_what_arrives_is_placed_once_and_again_when_its_words_or_the_beats_change(town, work):
    message = a_message(work, town.account, "In der Lindenstraße", native_id="m")
    a_message(work, town.account, "Danke")
    assert proposing.place_some(work, 500) == 2
    assert proposing.place_some(work, 500) == 0
    assert not proposing.waits(work)
    here = Scope(frozenset({town.account.id}))
    north, south = beat.of(work, town.station.id)
    assert [m.id for m in work.worklist(Query(here, beat=north.id))] == [message.id]
    placed = work.get(Message, message.id)
    assert placed.revision == message.revision
    work.take_in(town.account, [received("Im Hafen", native_id="m")])
    assert proposing.place_some(work, 500) == 1
    assert work.get(Message, message.id).beat_id == south.id
    town.import_beats(Draft("Hafen", None, None, ("Hafen",)))
    assert proposing.place_some(work, 1) == 1
    assert proposing.place_some(work, 500) == 1
    assert work.get(Officer, town.kira.id).active
    (harbour,) = beat.of(work, town.station.id)
    assert work.get(Message, message.id).beat_id == harbour.id


def test_without_beats_nothing_is_looked_for(work):
    message = a_message(work)
    assert proposing.place_some(work, 500) == 0
    assert proposing.proposals(work, message) == []
