"""The automatic first answer: once a thread, in the writer's words, and never taken for an officer's."""

from dataclasses import replace
from datetime import timedelta

import pytest

from casework import answering, country, decision, first_answer, standby, succession
from casework.answering import Reply, ReplyState
from casework.assessment import Assessment
from casework.errors import Refused
from casework.first_answer import FirstAnswer
from casework.labels import Intent, Kind, Platform, Urgency
from casework.message import Author, Message, State
from casework.people import Officer, Role, Station
from casework.standby import Standby
from data.memory import MemoryStore
from streife import escalating, sending
from tests import builders
from tests.builders import a_message, a_person, a_verdict, an_account, an_author
from tests.streife.outbox import Mailbox

LIMITS = {Platform.X: 280, Platform.BLUESKY: 300, Platform.MASTODON: 500}
LANGUAGES = ("de", "en", "nl", "sv")
LANDS = ("DE-NI", "SE-M", "NL-UT", "GB-ENG")
NUMBERS = {
    "DE-NI": ("110", "112"),
    "SE-M": ("112", "114 14"),
    "NL-UT": ("112", "0900-8844"),
    "GB-ENG": ("999", "101"),
}


@pytest.fixture
def account(store):
    with store.begin() as work:
        account = an_account(work, platform=Platform.MASTODON)
        work.add(Standby(account.station_id, first_answer=True))
        return account


def arrives(store, account, text="Hilfe, er hat ein Messer", **given):
    with store.begin() as work:
        basics = {"urgency": Urgency.ACUTE, "intent": Intent.EMERGENCY, "sent_at": work.now}
        return a_message(work, account, text, **{**basics, **given})


def written(store):
    with store.view() as work:
        return work.find(Reply)


def test_an_emergency_is_answered_once_and_goes_out_as_other_answers_do(store, account):
    message, network = arrives(store, account), Mailbox()
    assert (escalating.answer_first(store), escalating.answer_first(store)) == (1, 0)
    assert sending.send(store, lambda _: network) == 1
    (draft,) = network.delivered
    assert (draft.to, draft.kind) == (message.native_id, Kind.COMMENT)
    assert "110" in draft.text
    assert "112" in draft.text
    assert draft.text.startswith("Automatische Antwort")
    with store.view() as work:
        assert [e.act for e in work.audit_of(f"message:{message.id}")] == [
            "first_answer_queued",
            "reply_begun",
            "reply_sent",
        ]


def test_it_is_no_officers_answer_and_the_alarm_goes_on(store, account):
    message = arrives(store, account)
    escalating.answer_first(store)
    sending.send(store, lambda _: Mailbox())
    with store.view() as work:
        stands = work.get(Message, message.id)
        assert (stands.answered_at, stands.state, stands.acknowledged_at) == (None, State.OPEN, None)
        assert [one.id for one in work.alarms()] == [message.id]
        assert work.find(Reply)[0].automatic


def test_an_officers_own_answer_still_counts_afterwards(store, account):
    message = arrives(store, account)
    escalating.answer_first(store)
    with store.begin() as work:
        officer = builders.the_person(work, work.get(Officer, account.officer_id))
        answering.queue(work, officer, message.id, "Wir kommen sofort.", Kind.COMMENT)
    sending.send(store, lambda _: Mailbox())
    with store.view() as work:
        assert work.get(Message, message.id).answered_at
        assert [r.automatic for r in work.find(Reply)] == [True, False]


@pytest.mark.parametrize("how", ["never arranged", "switched off"])
def test_a_station_that_does_not_want_it_gets_none(store, how):
    with store.begin() as work:
        account = an_account(work)
        if how == "switched off":
            work.add(Standby(account.station_id))
    arrives(store, account)
    assert escalating.answer_first(store) == 0


@pytest.mark.parametrize(
    "given",
    [
        {"urgency": Urgency.TODAY},
        {"abstained": True},
        {"acknowledged_at": builders.NOON},
        {"state": State.DISMISSED},
        {"deleted_at": builders.NOON},
        {"answered_at": builders.NOON},
        {"sent_at": builders.NOON - timedelta(hours=13)},
        {"author": Author("did:1", "@PolKira.Example")},
    ],
    ids=str,
)
def test_what_is_no_plea_of_this_moment_is_left_alone(store, account, given):
    with store.begin() as work:
        an_account(work, platform=Platform.MASTODON, handle="polkira.example")
    arrives(store, account, **given)
    assert escalating.answer_first(store) == 0


def test_an_account_that_is_not_connected_answers_nobody(store, account):
    with store.begin() as work:
        work.replace(replace(account, active=False))
    arrives(store, account)
    assert escalating.answer_first(store) == 0


def test_training_data_answer_nobody(clock):
    store = MemoryStore(clock, training=True)
    with store.begin() as work:
        account = an_account(work)
        work.add(Standby(account.station_id, first_answer=True))
    arrives(store, account)
    assert escalating.answer_first(store) == 0


def test_once_a_thread_once_a_writer_a_day_and_never_in_a_flood(store, account, clock):
    arrives(store, account, thread="t", author=an_author("a.example"))
    arrives(store, account, thread="t", author=an_author("b.example"))
    arrives(store, account, author=an_author("a.example"))
    assert escalating.answer_first(store) == 1
    clock.forward(hours=25)
    arrives(store, account, thread="t", author=an_author("c.example"))
    arrives(store, account, author=an_author("a.example"))
    assert escalating.answer_first(store) == 1
    for number in range(first_answer.MOST_AN_HOUR + 5):
        arrives(store, account, author=an_author(f"{number}.example"))
    assert escalating.answer_first(store) == first_answer.MOST_AN_HOUR - 1


def test_a_direct_message_is_answered_by_one(store, account):
    arrives(store, account, kind=Kind.DM)
    escalating.answer_first(store)
    assert [r.kind for r in written(store)] == [Kind.DM]


def test_a_network_that_takes_no_answer_refuses_cleanly_and_is_not_asked_again(store, account):
    arrives(store, account)
    escalating.answer_first(store)
    network = Mailbox(("before", Refused("replies are switched off here")))
    assert sending.send(store, lambda _: network) == 0
    (reply,) = written(store)
    assert (reply.state, reply.reason) == (ReplyState.FAILED, "replies are switched off here")
    assert (escalating.answer_first(store), sending.send(store, lambda _: network)) == (0, 0)


@pytest.mark.parametrize("land", LANDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_the_writers_language_and_names_the_countrys_numbers(store, language, land):
    with store.begin() as work:
        station = builders.a_station(work, land=land)
        account = an_account(work, builders.an_officer(work, station))
        message = a_message(work, account, urgency=Urgency.ACUTE, lang=f"{language}-XX")
        told = first_answer.words_for(work, message, station)
        verdict = a_verdict(Intent.EMERGENCY, language=language)
        work.add(Assessment(message.id, 1, verdict, work.now))
        assert first_answer.words_for(work, replace(message, lang="fr"), station) == told
    assert told == country.country_of(land).first_answer[language]
    assert all(number in told for number in NUMBERS[land])


@pytest.mark.parametrize(("lang", "begins"), [("fr", "Automatic reply"), ("", "Automatiskt svar")])
def test_in_a_language_it_does_not_know_it_speaks_english_and_in_none_the_countrys(store, lang, begins):
    with store.begin() as work:
        station = builders.a_station(work, land="SE-M")
        message = a_message(work, an_account(work, builders.an_officer(work, station)), lang=lang)
        assert first_answer.words_for(work, message, station).startswith(begins)


@pytest.mark.parametrize("land", LANDS)
def test_every_wording_fits_into_every_network(land):
    told = country.country_of(land).first_answer
    assert set(told) == set(LANGUAGES)
    assert max(map(len, told.values())) <= min(LIMITS.values()) - 40  # a name before it fits in, too


def test_two_workers_write_one(store, account, monkeypatch):
    arrives(store, account)
    with store.view() as work:
        ids = first_answer.due(work)
    assert escalating.answer_first(store) == 1
    monkeypatch.setattr(first_answer, "due", lambda _: ids)
    assert escalating.answer_first(store) == 0
    with store.view() as work:
        assert len(work.find(FirstAnswer)) == len(work.find(Reply)) == 1


def test_a_plan_is_arranged_by_the_stations_administrator_alone_and_logged(store):
    with store.begin() as work:
        admin = a_person(work, Role.ADMINISTRATOR)
        station = work.get(Station, admin.officer.station_id)
        other = a_person(work, Role.OFFICER, station=station)
        plan = standby.arrange(
            work, admin, Standby(station.id, minutes=3, off=(other.id,), first_answer=True)
        )
        assert standby.of(work, station.id) == plan
        again = standby.arrange(work, admin, replace(plan, minutes=4))
        assert (again.minutes, again.revision) == (4, 2)
        told = [e.detail for e in work.audit_of(f"station:{station.id}") if e.act == "standby_arranged"]
        assert [(d["from"]["minutes"], d["to"]["minutes"]) for d in told] == [(5, 3), (3, 4)]
        with pytest.raises(Exception, match="manage_people"):
            standby.arrange(work, other, plan)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"minutes": 0}, "minutes"),
        ({"minutes": 61}, "minutes"),
        ({"minutes": 9, "maybe_minutes": 8}, "abstains"),
        ({"office_begin": "16:00", "office_end": "07:00"}, "office hours"),
        ({"office_begin": "sieben"}, "07:30"),
        ({"off": (99,)}, "99"),
    ],
)
def test_a_plan_that_does_not_hold_is_refused_with_the_remedy(store, wrong, said):
    with store.begin() as work:
        admin = a_person(work, Role.ADMINISTRATOR)
        with pytest.raises(Refused, match=said):
            standby.arrange(work, admin, Standby(admin.officer.station_id, **wrong))
        assert standby.of(work, admin.officer.station_id) == Standby(admin.officer.station_id)


def test_whoever_is_called_may_acknowledge_but_decide_nothing_else(store, account):
    message = arrives(store, account)
    with store.begin() as work:
        station = work.get(Station, account.station_id)
        head = a_person(work, Role.SUPERVISOR, station=station)
        with pytest.raises(Exception, match="acknowledge"):
            decision.acknowledge(work, head, message.id)
    with store.begin() as work:
        work.replace(replace(message, received_at=work.now - timedelta(minutes=5)))
    escalating.escalate(store, escalating_holidays())
    with store.begin() as work:
        decision.acknowledge(work, head, message.id)
        with pytest.raises(Exception, match="may not decide"):
            decision.dismiss(work, head, message.id, "falscher Alarm")


def escalating_holidays():
    from streife.public_holidays import PublicHolidays

    return PublicHolidays()


def test_what_a_succession_stopped_is_given_anew_by_the_account_as_it_is_then(store, account):
    arrives(store, account)
    assert escalating.answer_first(store) == 1
    with store.begin() as work:
        station = work.get(Station, account.station_id)
        ada, lena = (a_person(work, role, station=station) for role in (Role.ADMINISTRATOR, Role.OFFICER))
        given = succession.hand_over(work, ada, account, lena.officer).account
        work.replace(replace(given, active=True))
    assert (escalating.answer_first(store), escalating.answer_first(store)) == (1, 0)
    with store.view() as work:
        assert [r.state for r in work.find(Reply)] == [ReplyState.FAILED, ReplyState.QUEUED]
        assert [one.reply_id for one in work.find(FirstAnswer)] == [2]
