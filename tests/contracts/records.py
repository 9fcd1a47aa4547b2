"""Records in a store: kept, found, replaced, and never half written."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from casework.account import Account, Stream
from casework.announced import Announced
from casework.answering import Reply
from casework.budget import Purse, Spend
from casework.capture_record import CaptureBody, CaptureFile
from casework.credential import AuthRequest, Credential
from casework.erasure import Erasure
from casework.errors import Conflict, NotFound, Refused
from casework.labels import Intent, Platform
from casework.limits import Limit
from casework.media import Media, MediaBody
from casework.message import Message, State, Version
from casework.outcome import ProsecutorResult
from casework.people import Grant, Officer, Role, Session, Station
from casework.polling import Pace
from casework.pools import Pool, Share
from casework.reach import PostFigures, Reach
from casework.rechecks import Recheck
from casework.record import Case, CaseItem, Choice, Decision, SpotCheck
from casework.stream_trouble import StreamTrouble
from casework.transmission import Transmission
from tests import builders
from tests.builders import NOON, a_message, an_account, an_officer
from tests.contracts.at_once import fail_after_writing, in_threads
from tests.contracts.samples import LATER, assert_same_types, one_of_each

UNIQUE = (
    *(Station, Officer, Grant, Session, Account, Stream, Message, Version, SpotCheck, Case, CaseItem),
    *(Limit, Pool, Share, Purse, Spend, Pace, StreamTrouble, Announced, Recheck, Erasure, Reply),
    *(Credential, AuthRequest),
    *(Reach, PostFigures),
    *(Media, MediaBody, CaptureFile, CaptureBody),
    *(Transmission, ProsecutorResult),
)


class RecordContract:
    """Records: kept, found, replaced, and never half written."""

    def test_every_field_of_every_record_comes_back(self, store):
        with store.begin() as work:
            kept = [record for record, _ in one_of_each(work)]
        with store.begin() as work:
            for record in kept:
                assert work.get(type(record), record.id) == record
                assert_same_types(record, work.get(type(record), record.id))

    def test_a_role_that_is_revoked_is_gone_and_can_be_given_anew(self, store):
        with store.begin() as work:
            grant = work.find(Grant, officer_id=an_officer(work).id)[0]
            work.revoke(grant)
            assert not work.find(Grant, id=grant.id)
            with pytest.raises(Conflict):
                work.revoke(grant)
            assert work.add(replace(grant, id=0)) == grant

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

    def test_what_is_unique_cannot_be_added_again(self, store):
        with store.begin() as work:
            kept = [record for record, _ in one_of_each(work)]
        for kind in UNIQUE:
            with store.begin() as work, pytest.raises(Conflict):
                work.add(next(record for record in kept if isinstance(record, kind)))

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
        with pytest.raises(RuntimeError):
            fail_after_writing(store)
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
                work.add(Session("h", officer.id, NOON.replace(tzinfo=None), LATER))

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
            assert [s.name for s in work.due_streams(1, [Platform.BLUESKY])] == ["never"]
            assert work.due_streams(10, [Platform.X]) == []
