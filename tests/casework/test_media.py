"""Securing an attachment: by leave, once, logged, and gone with the message."""

import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest

from casework import erasure, media
from casework.account import Account
from casework.errors import NotAllowed, Refused
from casework.labels import Hostility, Intent
from casework.media import UNTOLD, Fetched, Media, MediaBody
from casework.message import MOST_ATTACHMENTS, Attachment, Message
from casework.people import Person, Role, Station
from tests import builders
from tests.builders import NOON, received

URL = "https://cdn.example/1.png"
PNG = b"\x89PNG\r\n\x1a\n picture"
FETCHED = Fetched(URL, "image/png; charset=binary", PNG)
OTHER = "https://cdn.example/2.png"
BLOG = "https://blog.example/"
BESIDE = (Attachment("image", URL, "ein Auto"), Attachment("link", BLOG), Attachment("video"))


@pytest.fixture
def message(work, officer):
    return builders.a_message(work, builders.an_account(work, officer), attachments=BESIDE)


def edited(work, message, *attached):
    """Its author changed what lies beside it."""
    account = work.get(Account, message.account_id)
    again = received(message.text, native_id=message.native_id, attachments=attached, raw=b"changed")
    return work.take_in(account, [again])[0].message


def taken_back(work, message):
    """Its author deleted it, and it was erased."""
    gone = replace(message, deleted_at=NOON - erasure.GRACE - timedelta(hours=1))
    return erasure.erase(work, work.replace(gone))


def test_what_was_fetched_is_kept_with_hash_size_person_and_time(work, person, message):
    kept = media.keep(work, person, message.id, 0, FETCHED)
    assert kept.sha256 == hashlib.sha256(PNG).hexdigest()
    assert (kept.size, kept.content_type, kept.url) == (len(PNG), "image/png", URL)
    assert (kept.fetched_by, kept.fetched_at) == (person.id, NOON)
    assert media.secured(work, message) == {0: kept}
    assert media.with_bytes(work, [message.id])[message.id][0].body == PNG


def test_the_log_tells_hash_and_size_and_not_the_address(work, person, message):
    kept = media.keep(work, person, message.id, 0, FETCHED)
    entry = work.audit_of(f"message:{message.id}")[-1]
    assert (entry.act, entry.actor) == ("media_secured", person.login)
    assert entry.detail == {"number": 0, "sha256": kept.sha256, "size": len(PNG)}


def test_nothing_is_secured_twice(work, person, message):
    media.keep(work, person, message.id, 0, FETCHED)
    for again in (
        lambda: media.keep(work, person, message.id, 0, FETCHED),
        lambda: media.wanted(work, person, message.id, 0),
    ):
        with pytest.raises(Refused, match="secured already"):
            again()
    assert len(work.find(Media)) == len(work.find(MediaBody)) == 1


def test_who_may_not_decide_may_not_fetch(work, officer, message):
    stranger = builders.a_person(work)
    contact = builders.an_officer(work)
    builders.a_handover(work, message, officer, contact)
    operator = Person(officer, frozenset(), operator=True)
    for somebody in (stranger, builders.the_person(work, contact), operator):
        with pytest.raises(NotAllowed):
            media.wanted(work, somebody, message.id, 0)
        with pytest.raises(NotAllowed):
            media.keep(work, somebody, message.id, 0, FETCHED)
    assert not work.find(Media)


def test_a_case_officer_secures_what_is_hostile(work, officer, message):
    station = work.get(Station, officer.station_id)
    case_officer = builders.a_person(work, Role.CASE_OFFICER, station=station)
    with pytest.raises(NotAllowed):
        media.wanted(work, case_officer, message.id, 0)
    builders.assessed(work, message, Intent.OTHER, Hostility.THREAT)
    assert media.keep(work, case_officer, message.id, 0, FETCHED).fetched_by == case_officer.id


@pytest.mark.parametrize("number", [-1, 3, 10**9])
def test_a_place_where_nothing_is_is_refused(work, person, message, number):
    with pytest.raises(Refused, match="not there"):
        media.wanted(work, person, message.id, number)


def test_without_an_address_nothing_is_fetched(work, person, message):
    with pytest.raises(Refused, match="no address"):
        media.wanted(work, person, message.id, 2)


@pytest.mark.parametrize(
    ("fetched", "why"),
    [
        (Fetched("https://cdn.example/2.png", "image/png", PNG), "changed meanwhile"),
        (Fetched(URL, "image/png", b""), "gave nothing"),
        (Fetched(URL, "text/html; charset=utf-8", b"<html>Bitte anmelden"), "web page"),
        (Fetched(URL, "Application/XHTML+XML", b"<html>"), "web page"),
    ],
)
def test_what_was_not_asked_for_is_not_kept(work, person, message, fetched, why):
    with pytest.raises(Refused, match=why):
        media.keep(work, person, message.id, 0, fetched)
    assert not work.find(Media)
    assert not work.find(MediaBody)


def test_behind_a_link_a_web_page_is_what_was_asked_for(work, person, message):
    page = Fetched(BLOG, "text/html", b"<html>")
    assert media.keep(work, person, message.id, 1, page).content_type == "text/html"


@pytest.mark.parametrize(
    "told", ["", "png", "a/b\r\nX: y", "../../etc/passwd", "a/" + "b" * 10_000, "ä/ö", "\0/x"]
)
def test_a_hostile_content_type_is_no_type(work, person, message, told):
    assert media.keep(work, person, message.id, 0, Fetched(URL, told, PNG)).content_type == UNTOLD


def test_erasing_a_message_erases_the_bytes_and_keeps_the_hash(work, person, message):
    kept = media.keep(work, person, message.id, 0, FETCHED)
    other = builders.a_message(work, builders.an_account(work, person.officer), attachments=BESIDE)
    media.keep(work, person, other.id, 0, FETCHED)
    assert taken_back(work, message)
    assert [b.body for b in work.find(MediaBody)] == [b"", PNG]
    assert work.get(Media, kept.id).sha256 == kept.sha256


def test_after_an_erasure_nothing_is_fetched_or_kept(work, person, message):
    taken_back(work, message)
    with pytest.raises(Refused, match="erased"):
        media.wanted(work, person, message.id, 0)
    with pytest.raises(Refused, match="erased"):
        media.keep(work, person, message.id, 0, FETCHED)


def test_another_picture_at_a_place_that_was_secured_is_secured_beside_it(work, person, message):
    first = media.keep(work, person, message.id, 0, FETCHED)
    swapped = edited(work, message, Attachment("image", OTHER, "Symbol"), *BESIDE[1:])
    assert media.secured(work, swapped) == {}
    second = media.keep(work, person, message.id, 0, Fetched(OTHER, "image/png", b"symbol"))
    assert media.secured(work, swapped) == {0: second}
    assert media.earlier(work, swapped) == [first]
    assert (first.number, second.number) == (0, MOST_ATTACHMENTS)
    with pytest.raises(Refused, match="secured already"):
        media.wanted(work, person, message.id, 0)
    third = edited(work, swapped, Attachment("image", "https://cdn.example/3.png"))
    kept = media.keep(work, person, third.id, 0, Fetched("https://cdn.example/3.png", "image/png", PNG))
    assert kept.number == MOST_ATTACHMENTS + 1


def test_what_moved_to_another_place_is_known_by_its_address(work, person, message):
    kept = media.keep(work, person, message.id, 1, Fetched(BLOG, "text/html", b"<html>"))
    less = edited(work, message, BESIDE[1])
    assert media.secured(work, less) == {0: kept}
    assert media.earlier(work, less) == []


def test_what_moved_up_is_not_taken_for_what_was_secured_there(work, person, message):
    kept = media.keep(work, person, message.id, 0, FETCHED)
    less = edited(work, message, BESIDE[1])
    assert media.secured(work, less) == {}
    assert media.earlier(work, less) == [kept]
    assert media.wanted(work, person, message.id, 0) == BESIDE[1]


def test_of_one_address_at_two_places_each_is_secured_by_itself(work, person, message):
    twice = edited(work, message, BESIDE[0], BESIDE[0])
    second = media.keep(work, person, message.id, 1, FETCHED)
    assert media.secured(work, twice) == {1: second}
    first = media.keep(work, person, message.id, 0, FETCHED)
    assert media.secured(work, twice) == {0: first, 1: second}


def test_of_an_erased_message_nothing_earlier_is_told(work, person, message):
    media.keep(work, person, message.id, 0, FETCHED)
    taken_back(work, message)
    assert media.earlier(work, work.get(Message, message.id)) == []


def test_an_address_that_was_only_signed_anew_is_the_same_and_is_not_secured_again(work, person, officer):
    signed = "https://scontent-fra.cdninstagram.com/v/123_n.jpg?oh={}"
    account = builders.an_account(work, officer)
    message = builders.a_message(work, account, attachments=(Attachment("image", signed.format("A")),))
    kept = media.keep(work, person, message.id, 0, Fetched(signed.format("A"), "image/png", PNG))
    again = edited(work, message, Attachment("image", signed.format("B")))
    assert media.secured(work, again) == {0: kept}
    assert media.earlier(work, again) == []
    with pytest.raises(Refused, match="was secured already"):
        media.wanted(work, person, message.id, 0)
