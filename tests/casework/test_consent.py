import hashlib

import pytest

from casework import consent, credential, staff, succession, tenure
from casework.account import Account
from casework.credential import Credential
from casework.errors import NotAllowed, Refused
from casework.people import Officer, Person, Role
from streife import front_door, tongue
from tests import builders
from tests.builders import NOON

# Of the words in streife/words; whoever changes these changes consent.TEXT too.
TEXTS = {
    "1": {
        "de": "fd065eeaf3e6bd6344795370f4726a7f77a20a75b07aef15a939a03ab32c610b",
        "en": "3d3aaeb0e7ab07e7a037c31ccdc57f97755d1096235344b397924d420ed24db2",
        "sv": "7a88926d865d1631bcbf015854ddc5e777b003cb57d0cbd42058de7fff51122d",
        "nl": "1de6dfae14b75db11c33c820f7ff3b5d1fecc2aa6faa7a2f5a4b377f36493499",
    }
}
OPERATOR = Person(Officer("shell:root", "", 0, ""), operator=True)


@pytest.fixture
def account(work, officer):
    given = Account(builders.Platform.BLUESKY, "kira.example", officer.id, officer.station_id)
    return staff.add_account(work, OPERATOR, given)


def _sealed(work, account):
    return work.add(Credential(account.id, "k", b"sealed", work.now))


def test_an_account_is_added_silent(work, account):
    assert not account.active
    assert consent.in_force(work, account) is None


def test_an_officer_consents_to_the_words_of_today(work, account, person):
    given = consent.give(work, person, account)
    assert (given.officer_id, given.text_version, given.given_at) == (person.id, consent.TEXT, NOON)
    assert consent.in_force(work, account) == given
    assert [e.act for e in work.audit_of(f"account:{account.id}")] == ["account_added", "consent_given"]


def test_the_text_that_is_consented_to_is_the_text_of_that_version():
    assert set(TEXTS[consent.TEXT]) == set(tongue.LANGUAGES)
    for language, digest in TEXTS[consent.TEXT].items():
        text = front_door.house_words(language, "consent-text")
        assert hashlib.sha256(text.encode()).hexdigest() == digest, "raise casework.consent.TEXT"


def test_nobody_consents_for_another(work, account):
    station = work.get(builders.Station, account.station_id)
    for role in (Role.OFFICER, Role.SUPERVISOR, Role.ADMINISTRATOR):
        with pytest.raises(NotAllowed):
            consent.give(work, builders.a_person(work, role, station=station), account)


def test_an_administrator_notes_what_was_given_on_paper(work, account):
    station = work.get(builders.Station, account.station_id)
    ada = builders.a_person(work, Role.ADMINISTRATOR, station=station)
    noted = consent.note(work, ada, account)
    assert noted.officer_id == account.officer_id
    assert work.audit_of(f"account:{account.id}")[-1].actor == ada.login
    with pytest.raises(NotAllowed):
        consent.note(work, builders.a_person(work, Role.ADMINISTRATOR), account)


def test_on_paper_nobody_comes_back_who_left(work, account, person):
    consent.give(work, person, account)
    succession.leave(work, person, account)
    with pytest.raises(Refused, match="only the officer"):
        consent.note(work, OPERATOR, account)
    assert consent.give(work, person, account) == consent.in_force(work, account)


def test_a_colleagues_time_in_between_brings_nobody_back_on_paper(work, account, person, clock):
    lena = builders.an_officer(work, work.get(builders.Station, account.station_id))
    consent.give(work, person, account)
    succession.leave(work, person, account)
    for officer in (lena, person.officer, lena, person.officer):
        clock.forward(days=1)
        succession.hand_over(work, OPERATOR, account, officer)
    with pytest.raises(Refused, match="only the officer"):
        consent.note(work, OPERATOR, account)
    consent.give(work, person, account)
    consent.end(work, account)
    assert consent.note(work, OPERATOR, account), "he came back by his own word"


def test_who_is_back_after_a_colleague_finds_everything(work, account, person, clock):
    old = builders.a_message(work, account)
    lena = builders.an_officer(work, work.get(builders.Station, account.station_id))
    succession.leave(work, person, account)
    for officer in (lena, person.officer):
        clock.forward(days=1)
        succession.hand_over(work, OPERATOR, account, officer)
    consent.give(work, person, account)
    clock.forward(days=31)
    assert succession.erase_due(work) == []
    assert work.get(builders.Message, old.id).text


def test_consenting_twice_is_consenting_once(work, account, person):
    assert consent.give(work, person, account) == consent.give(work, person, account)


def test_an_account_with_a_key_is_read_once_its_officer_consents(work, account, person):
    _sealed(work, account)
    consent.give(work, person, account)
    assert work.get(Account, account.id).active


def test_consent_alone_does_not_have_an_account_read_that_has_no_key(work, account, person):
    consent.give(work, person, account)
    assert not work.get(Account, account.id).active


def test_nothing_is_connected_without_consent(work, account, person):
    with pytest.raises(Refused, match=r"kira\.example.*has not consented.*streife accounts consent"):
        staff.connect(work, person, account, ["mentions"])
    consent.give(work, person, account)
    (stream,) = staff.connect(work, person, account, ["mentions"])
    assert stream.next_poll_at == NOON
    assert work.get(Account, account.id).active
    assert work.due_streams(10) == [stream]


def test_other_words_must_be_consented_to_anew(work, account, person, monkeypatch):
    old = consent.give(work, person, account)
    monkeypatch.setattr(consent, "TEXT", "2")
    assert consent.in_force(work, account) is None
    new = consent.give(work, person, account)
    assert (old.text_version, new.text_version) == ("1", "2")
    assert work.get(consent.Consent, old.id).withdrawn_at == NOON


def test_an_officer_who_works_here_no_longer_has_no_consent_in_force(work, account, person, officer):
    consent.give(work, person, account)
    work.replace(officer.__class__(**{**builders_fields(officer), "active": False}))
    assert consent.in_force(work, account) is None
    with pytest.raises(Refused, match="successor"):
        consent.note(work, OPERATOR, account)


def test_a_tenure_begins_with_the_account(work, account, person):
    (begun,) = tenure.of(work, account)
    assert (begun.officer_id, begun.begun_at, begun.end) == (person.id, NOON, None)


def test_a_destroyed_key_leaves_nothing_to_open(work, account):
    _sealed(work, account)
    gone = credential.destroy(work, account)
    assert (gone.sealed, gone.key_id) == (b"", "")
    assert not credential.has_key(work, account)
    assert credential.destroy(work, account) is None


def builders_fields(record):
    return {name: getattr(record, name) for name in record.__slots__}
