"""What every store must do, in short sentences; inherit it and offer a `store` fixture."""

import threading
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import get_type_hints

import pytest

from casework.account import Account, Gap, GapState, Stream
from casework.assessment import Assessment
from casework.errors import Conflict, NotFound, Refused
from casework.labels import Hostility, Intent, Platform
from casework.message import Author, Message, State, Version, sha256
from casework.people import Grant, Officer, Role, Session, Station
from casework.record import Case, CaseItem, CaseState, Choice, Decision, Handover, Outcome, PersonRole
from tests import builders
from tests.builders import NOON, a_message, a_verdict, an_account, an_officer, received

LATER = NOON + timedelta(days=1, microseconds=1)
HOSTILE_TEXTS = [
    "",
    " ",
    "Robert'); DROP TABLE messages;--",
    "\u202egnp.tnerefni\u202c",
    "👮‍♀️🏳️‍🌈 Danke!",
    "ž" * 100_000,
    "a\u0300\u0301\u0302",
    "مرحبا بالشرطة",
    "zeile\r\nzeile\u2028zeile\x1b[31m",
    "\u2400 \ufffd \ufeff",
]


def one_of_each(work):
    """A record of each kind, every field given, with a changed twin that keeps only the id and keys."""
    station = builders.a_station(work, slug="w", name="Wache", land="DE-NI")
    officer = an_officer(work, station, email="o@polizei.example", active=False, mask_hostile=False)
    other = an_officer(work, station)
    account = an_account(work, other, server="https://pds.example", active=False)
    message = a_message(
        work,
        account,
        "Hallo",
        author=Author("did:1", "a.example", "A"),
        url="https://x.example/1",
        thread="t",
        parent="p",
        lang="de",
    )
    stream = work.add(Stream(account.id, "mentions", "c", NOON, LATER, "kaputt", NOON))
    case = work.add(
        Case("W-1", "Hetze", station.id, "O", PersonRole.OFFICER, officer.id, NOON, ("185", "241"), "n")
    )
    return [
        (station, replace(station, name="Neu", land="DE-NW", slug="v")),
        (officer, replace(officer, login="neu", name="Neu", email="", active=True, mask_hostile=True)),
        (other, replace(other, password_hash="anders")),
        (work.add(Grant(officer.id, Role.SUPERVISOR, station.id)), None),
        (work.add(Session("h", officer.id, NOON, LATER)), {"ended_at": LATER, "expires_at": NOON}),
        (account, replace(account, platform=Platform.X, handle="neu", server="", active=True)),
        (stream, replace(stream, cursor="d", error="", error_at=None, next_poll_at=None)),
        (work.add(Gap(stream.id, NOON, LATER)), {"state": GapState.LOST, "missed_to": NOON}),
        (message, _labelled(message)),
        (work.find(Version, message_id=message.id)[0], None),
        (work.add(Assessment(message.id, 1, a_verdict(Intent.TIP, Hostility.HATE), NOON)), None),
        (
            work.add(Decision(message.id, officer.id, Choice.CORRECT, "r", NOON, {"a": [1, {"b": None}]})),
            None,
        ),
        (
            work.add(Handover(message.id, officer.id, other.id, "n", LATER, NOON)),
            {"outcome": Outcome.TRUE_TIP, "answered_at": NOON, "ended_at": LATER, "reason": "gut"},
        ),
        (case, replace(case, state=CaseState.SENT, ended_at=LATER, ended_reason="StA", hints=())),
        (work.add(CaseItem(case.id, message.id, 1, "ab", officer.id, NOON)), None),
    ]


def _labelled(message):
    return replace(
        message,
        state=State.IN_CASE,
        intent=Intent.OTHER,
        hostility=(Hostility.THREAT, Hostility.INSULT),
        target=a_verdict(Intent.TIP, Hostility.HATE).target,
        urgency=a_verdict(Intent.EMERGENCY).urgency,
        abstained=True,
        corrected=True,
        assessed_version=1,
        first_seen_at=NOON,
        acknowledged_at=NOON,
        answered_at=LATER,
        deleted_at=LATER,
    )


def in_threads(*jobs):
    """Run jobs at once; hand back what each raised, or `None`."""
    raised = [None] * len(jobs)

    def run(number, job):
        try:
            job()
        except Exception as error:
            raised[number] = error

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(jobs)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return raised


class RecordContract:
    """Records: kept, found, replaced, and never half written."""

    def test_every_field_of_every_record_comes_back(self, store):
        with store.begin() as work:
            kept = [record for record, _ in one_of_each(work)]
        with store.begin() as work:
            for record in kept:
                assert work.get(type(record), record.id) == record
                assert_same_types(record, work.get(type(record), record.id))

    def test_every_changed_field_comes_back(self, store):
        with store.begin() as work:
            pairs = [
                (old, replace(old, **new) if isinstance(new, dict) else new) for old, new in one_of_each(work)
            ]
        for old, new in pairs:
            if new is not None:
                with store.begin() as work:
                    written = work.replace(new)
                with store.begin() as work:
                    assert work.get(type(old), old.id) == written
                    assert work.get(type(old), old.id) != old

    def test_ids_count_up_by_kind(self, store):
        with store.begin() as work:
            first, second = builders.a_station(work), builders.a_station(work)
        assert 0 < first.id < second.id

    def test_an_unknown_id_is_not_found(self, store):
        for number in (0, -1, 17, 2**31, 2**63, 10**30):
            with store.begin() as work, pytest.raises(NotFound, match="message"):
                work.get(Message, number)

    def test_find_takes_one_value_several_or_none(self, store):
        with store.begin() as work:
            stations = [builders.a_station(work) for _ in range(3)]
            officer = an_officer(work, stations[0])
            ids = [s.id for s in stations]
            assert [s.id for s in work.find(Station)] == ids
            assert work.find(Station, slug=stations[1].slug) == [stations[1]]
            assert [s.id for s in work.find(Station, id=[ids[2], ids[0]])] == [ids[0], ids[2]]
            assert work.find(Station, id=[]) == []
            assert work.find(Grant, role=Role.OFFICER, officer_id=officer.id)
            assert not work.find(Grant, role=Role.SUPERVISOR, officer_id=officer.id)

    def test_find_sees_what_is_not_yet(self, store):
        with store.begin() as work:
            waiting = a_message(work)
            a_message(work, intent=Intent.TIP)
            assert work.find(Message, intent=None) == [waiting]

    def test_find_takes_very_many_values(self, store):
        with store.begin() as work:
            station = builders.a_station(work)
            assert work.find(Station, id=list(range(40_000))) == [station]

    def test_the_same_login_twice_is_a_conflict(self, store):
        with store.begin() as work:
            station = builders.a_station(work)
            an_officer(work, station, login="kira")
            with pytest.raises(Conflict):
                an_officer(work, station, login="kira")
            assert len(work.find(Officer)) == 1

    @pytest.mark.parametrize(
        "kind", [Station, Officer, Grant, Session, Account, Stream, Message, Version, Case, CaseItem]
    )
    def test_what_is_unique_cannot_be_added_again(self, store, kind):
        with store.begin() as work:
            record = next(r for r, _ in one_of_each(work) if isinstance(r, kind))
            with pytest.raises(Conflict):
                work.add(record)

    def test_replace_cannot_take_anothers_name(self, store):
        with store.begin() as work:
            one, two = builders.a_station(work), builders.a_station(work)
            with pytest.raises(Conflict):
                work.replace(replace(two, slug=one.slug))
            assert work.replace(replace(two, slug="frei")).slug == "frei"
            builders.a_station(work, slug=two.slug)

    def test_a_record_cannot_name_one_that_does_not_exist(self, store):
        with store.begin() as work, pytest.raises(Conflict):
            work.add(Grant(99, Role.OFFICER, 99))

    def test_replacing_what_does_not_exist_is_not_found(self, store):
        with store.begin() as work, pytest.raises(NotFound):
            work.replace(Station("x", "X", "DE-NI", id=5))

    def test_an_old_revision_is_a_conflict(self, store):
        with store.begin() as work:
            message = a_message(work)
            newer = work.replace(replace(message, state=State.TIP))
            assert newer.revision == message.revision + 1
            with pytest.raises(Conflict, match=f"message {message.id}"):
                work.replace(replace(message, state=State.DISMISSED))
            assert work.get(Message, message.id).state is State.TIP

    def test_an_exception_undoes_everything(self, store):
        with pytest.raises(RuntimeError), store.begin() as work:
            a_message(work)
            work.record("kira", "read", "message:1")
            raise RuntimeError
        with store.begin() as work:
            assert [work.find(kind) for kind in (Station, Message, Version)] == [[], [], []]
            assert work.audit() == []

    def test_times_come_back_in_utc(self, store):
        east = timezone(timedelta(hours=5, minutes=30))
        with store.begin() as work:
            officer = an_officer(work)
            session = work.add(Session("h", officer.id, NOON.astimezone(east), LATER))
            assert session.started_at.tzinfo is UTC
        with store.begin() as work:
            assert work.get(Session, session.id).started_at.tzinfo is UTC
            assert work.get(Session, session.id).started_at == NOON

    @pytest.mark.parametrize("year", [1, 9999])
    def test_the_edges_of_the_calendar_come_back(self, store, year):
        edge = datetime(year, 12 if year > 1 else 1, 31, 23, 59, 59, 999_999, tzinfo=UTC)
        with store.begin() as work:
            session = work.add(Session("h", an_officer(work).id, edge, edge))
            assert work.get(Session, session.id).expires_at == edge

    def test_a_time_without_zone_is_refused(self, store):
        with store.begin() as work:
            officer = an_officer(work)
            with pytest.raises(Refused, match="zone"):
                work.add(Session("h", officer.id, datetime(2026, 1, 1), LATER))

    def test_nul_and_lone_surrogates_are_shown_not_refused(self, store):
        with store.begin() as work:
            station = builders.a_station(work, name="A\0B\ud83d")
            assert station.name == "A\u2400B\ufffd"
            assert work.get(Station, station.id) == station
            assert work.find(Station, name="A\0B\ud83d") == [station]

    def test_details_keep_their_shape(self, store):
        detail = {"from": {"hostility": ["insult"], "n": None}, "x": 0.1, "nul": "\0\ud800"}
        with store.begin() as work:
            message = a_message(work)
            officer = work.find(Officer)[0]
            decision = work.add(Decision(message.id, officer.id, Choice.CORRECT, "", NOON, detail))
            assert work.get(Decision, decision.id).detail == detail

    def test_two_who_change_the_same_message_do_not_overwrite_each_other(self, store):
        with store.begin() as work:
            message = a_message(work)

        def change(state):
            with store.begin() as work:
                work.replace(replace(message, state=state))

        raised = in_threads(lambda: change(State.TIP), lambda: change(State.DISMISSED))
        assert sorted(type(r).__name__ for r in raised) == ["Conflict", "NoneType"]
        with store.begin() as work:
            assert work.get(Message, message.id).revision == message.revision + 1

    def test_due_streams_come_longest_waiting_first(self, store, clock):
        with store.begin() as work:
            account, asleep = an_account(work), an_account(work, active=False)
            minutes = {"late": -1, "soon": 1, "now": 0, "later": -5}
            for name, minute in minutes.items():
                at = clock.now() + timedelta(minutes=minute)
                builders.a_stream(work, account, name=name, next_poll_at=at)
            builders.a_stream(work, account, name="never")
            builders.a_stream(work, asleep, name="asleep")
            assert [s.name for s in work.due_streams(10)] == ["never", "later", "late", "now"]
            assert [s.name for s in work.due_streams(2)] == ["never", "later"]


class IntakeContract:
    """Messages: kept once, every wording, and found again until assessed."""

    def test_a_message_is_kept_with_its_bytes(self, store, clock):
        with store.begin() as work:
            arrival = received("Ich sah zwei Männer", raw=b"\xff\x00raw")
            taken = work.take_in(an_account(work), [arrival])[0]
            assert taken.change == "new"
            message = work.get(Message, taken.message.id)
            assert message == taken.message
            assert (message.text, message.received_at) == (arrival.text, clock.now())
            assert work.raw(message.id, 1) == b"\xff\x00raw"
            version = work.find(Version, message_id=message.id)[0]
            assert version.sha256 == sha256(b"\xff\x00raw")

    def test_taking_the_same_page_in_twice_changes_nothing(self, store):
        page = [received(f"Nachricht {n}") for n in range(5)]
        with store.begin() as work:
            account = an_account(work)
            first = work.take_in(account, page)
        with store.begin() as work:
            again = work.take_in(account, page)
            assert {t.change for t in again} == {"unchanged"}
            assert [t.message for t in again] == [t.message for t in first]
            assert len(work.find(Version)) == 5

    def test_the_same_native_id_on_two_accounts_is_two_messages(self, store):
        with store.begin() as work:
            arrival = received()
            taken = [work.take_in(an_account(work), [arrival])[0] for _ in range(2)]
            assert [t.change for t in taken] == ["new", "new"]

    def test_an_edit_adds_a_version(self, store):
        with store.begin() as work:
            account = an_account(work)
            before = a_message(work, account, "Heute um 6", native_id="1", state=State.TIP)
            taken = work.take_in(account, [received("Heute um 7", native_id="1")])[0]
            message = work.get(Message, before.id)
            assert taken.change == "edited"
            assert taken.message == message
            assert (message.text, message.version, message.state) == ("Heute um 7", 2, State.TIP)
            assert message.revision == before.revision + 1
            texts = [v.text for v in work.find(Version, message_id=message.id)]
            assert texts == ["Heute um 6", "Heute um 7"]
            assert work.raw(message.id, 1) == b"Heute um 6"

    def test_an_edit_back_to_an_older_wording_is_a_version_too(self, store):
        with store.begin() as work:
            account = an_account(work)
            for text in ("A", "B", "A", "A"):
                taken = work.take_in(account, [received(text, native_id="1")])[0]
            assert taken.change == "unchanged"
            assert [v.text for v in work.find(Version)] == ["A", "B", "A"]

    def test_one_page_may_hold_a_message_and_its_edits(self, store):
        with store.begin() as work:
            texts = ("A", "B", "B", "C")
            taken = work.take_in(an_account(work), [received(t, native_id="1") for t in texts])
            assert [t.change for t in taken] == ["new", "edited", "unchanged", "edited"]
            assert [v.version for v in work.find(Version)] == [1, 2, 3]
            assert work.get(Message, taken[0].message.id).text == "C"

    def test_a_page_of_thousands_keeps_its_order(self, store):
        page = [received(f"Nachricht {n}") for n in range(2_500)]
        with store.begin() as work:
            taken = work.take_in(an_account(work), page)
            assert [t.message.native_id for t in taken] == [r.native_id for r in page]
            ids = [t.message.id for t in taken]
            assert ids == sorted(ids)
            assert work.raw(ids[-1], 1) == page[-1].raw

    def test_an_empty_page_is_taken_in_too(self, store):
        with store.begin() as work:
            assert work.take_in(an_account(work), []) == []

    def test_an_unknown_account_takes_nothing_in(self, store):
        with store.begin() as work, pytest.raises(NotFound):
            work.take_in(replace(an_account(work), id=999), [received()])

    @pytest.mark.parametrize("text", HOSTILE_TEXTS, ids=range(len(HOSTILE_TEXTS)))
    def test_strange_words_come_back_as_they_were(self, store, text):
        with store.begin() as work:
            message = a_message(work, text=text)
        with store.begin() as work:
            assert work.get(Message, message.id).text == text
            assert work.find(Message, text=text)
            assert work.find(Version, message_id=message.id)[0].text == text

    def test_an_unknown_version_has_no_bytes(self, store):
        with store.begin() as work:
            message = a_message(work)
            with pytest.raises(NotFound):
                work.raw(message.id, 2)

    def test_what_came_in_last_is_assessed_first(self, store, clock):
        with store.begin() as work:
            account = an_account(work)
            old, new = a_message(work, account), None
            clock.forward(hours=1)
            new = a_message(work, account)
            assert [m.id for m in work.unassessed(10)] == [new.id, old.id]
            assert [m.id for m in work.unassessed(1)] == [new.id]

    def test_a_verdict_sets_the_labels(self, store):
        with store.begin() as work:
            message = a_message(work)
            verdict = a_verdict(Intent.TIP, Hostility.INSULT, Hostility.THREAT, abstained=True)
            work.assessed([Assessment(message.id, 1, verdict, NOON)])
            labelled = work.get(Message, message.id)
            for name in ("intent", "hostility", "target", "urgency", "abstained"):
                assert getattr(labelled, name) == getattr(verdict, name)
            assert labelled.revision == message.revision + 1
            assert work.unassessed(10) == []
            assert work.find(Assessment)[0].verdict == verdict

    def test_an_edit_is_assessed_anew(self, store):
        with store.begin() as work:
            account = an_account(work)
            message = a_message(work, account, native_id="1")
            builders.assessed(work, message)
            work.take_in(account, [received("Anders", native_id="1")])
            assert [m.version for m in work.unassessed(10)] == [2]

    def test_a_correction_stays_on_top(self, store):
        with store.begin() as work:
            message = a_message(work, intent=Intent.PRAISE, corrected=True)
            builders.assessed(work, message, Intent.SPAM)
            assert work.get(Message, message.id).intent is Intent.PRAISE
            assert work.unassessed(10) == []
            assert work.find(Assessment)[0].verdict.intent is Intent.SPAM

    def test_a_late_verdict_on_an_old_wording_changes_no_label(self, store):
        with store.begin() as work:
            account = an_account(work)
            message = a_message(work, account, native_id="1")
            edited = work.take_in(account, [received("Anders", native_id="1")])[0].message
            builders.assessed(work, edited, Intent.TIP)
            builders.assessed(work, message, Intent.SPAM)
            assert work.get(Message, message.id).intent is Intent.TIP
            assert work.get(Message, message.id).assessed_version == 2
            assert len(work.find(Assessment)) == 2

    def test_nothing_to_assess_writes_nothing(self, store):
        with store.begin() as work:
            work.assessed([])
            assert work.find(Assessment) == []

    def test_two_who_take_the_same_page_in_keep_it_once(self, store):
        page = [received(f"Nachricht {n}") for n in range(300)]
        with store.begin() as work:
            account = an_account(work)

        def take():
            with store.begin() as work:
                work.take_in(account, page)

        assert in_threads(take, take, take) == [None, None, None]
        with store.begin() as work:
            assert len(work.find(Message)) == len(work.find(Version)) == 300


class LogContract:
    """The audit log: in the transaction of the act, in order, found by subject and by message."""

    def test_entries_count_up_and_come_back(self, store, clock):
        with store.begin() as work:
            first = work.record("kira", "read", "message:1", {"messages": [1, 2]})
            clock.forward(seconds=1)
            second = work.record("jens", "accepted", "message:1")
            assert (first.seq, second.seq) == (1, 2)
            assert (second.at, second.detail) == (clock.now(), {})
        with store.begin() as work:
            assert work.audit() == [first, second]

    def test_the_log_is_read_in_pages(self, store):
        with store.begin() as work:
            for n in range(5):
                work.record("kira", "read", f"message:{n}")
            assert [e.seq for e in work.audit(after=1, limit=3)] == [2, 3, 4]
            assert work.audit(after=5) == []

    def test_entries_are_found_by_subject(self, store):
        with store.begin() as work:
            for subject in ("message:1", "message:17", "message:1"):
                work.record("kira", "read", subject)
            assert [e.seq for e in work.audit_of("message:1")] == [1, 3]

    def test_every_read_of_a_message_is_found(self, store):
        with store.begin() as work:
            work.record("kira", "read", "message:1", {"messages": [1, 2]})
            work.record("streife", "taken_in", "account:1", {"messages": [[2, 1], [3, 1]]})
            work.record("jens", "listed", "messages", {"messages": [3]})
            work.record("jens", "tip", "message:2")
            assert [e.seq for e in work.touching(2)] == [1, 2, 4]
            assert [e.seq for e in work.touching(3)] == [2, 3]
            assert work.touching(4) == []

    def test_strange_words_stand_in_the_log(self, store):
        with store.begin() as work:
            kept = [
                work.record(f"k{text}", "read", text, {"text": text}) for text in (*HOSTILE_TEXTS, "\0\ud800")
            ]
            assert work.audit() == kept

    def test_what_is_undone_leaves_no_entry(self, store):
        with store.begin() as work:
            work.record("kira", "read", "message:1")
        with pytest.raises(RuntimeError), store.begin() as work:
            work.record("kira", "read", "message:2")
            raise RuntimeError
        with store.begin() as work:
            assert work.record("kira", "read", "message:3").seq == 2

    def test_two_who_append_at_once_make_one_log(self, store):
        def append():
            for n in range(20):
                with store.begin() as work:
                    work.record("kira", "read", f"message:{n}")

        assert in_threads(append, append) == [None, None]
        with store.begin() as work:
            assert [e.seq for e in work.audit()] == list(range(1, 41))


def assert_same_types(written, read):
    """Equal is not enough: a word is no enumeration and a list no tuple."""
    hints = get_type_hints(type(written))
    for field in fields(written):
        one, two = getattr(written, field.name), getattr(read, field.name)
        assert type(one) is type(two), (field.name, hints[field.name], one, two)


class StoreContract(RecordContract, IntakeContract, LogContract):
    """All of it; the worklist's own contract is in tests/contracts/worklist.py."""
