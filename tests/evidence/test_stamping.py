"""Time stamps: of the first authority that gives a sound one; what is not sound is refused and told."""

import pytest

from evidence.stamping import NoStamp, Stamper, checked
from tests.evidence.authorities import TimeAuthority, a_key, certificate

NOBODY = "http://127.0.0.1:9/"


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return TimeAuthority(tmp_path_factory.mktemp("tsa"))


@pytest.fixture(scope="module")
def address(authority):
    with authority.serving() as url:
        yield url


@pytest.fixture
def stamper(authority, address):
    authority.answer = None
    return Stamper([address], [authority.root], patience=5)


def test_a_stamp_says_by_whom_and_when(stamper):
    stamp = stamper.stamp(b"content")
    assert stamp.by == "CN=Zeitstempel Eins"
    assert [one.subject.rfc4514_string() for one in stamp.chain] == ["CN=Zeitstempel Eins", "CN=Zeit Wurzel"]
    assert checked(stamp.response, b"content", stamper.roots).at == stamp.at


def test_the_next_authority_is_asked_when_one_does_not_answer(stamper, address):
    assert Stamper([NOBODY, address], stamper.roots).stamp(b"x").by == "CN=Zeitstempel Eins"


def test_when_none_answers_each_is_told_with_its_reason(stamper):
    with pytest.raises(NoStamp, match=r"127.0.0.1:9/: .*; http://127.0.0.1:9/x: "):
        Stamper([NOBODY, f"{NOBODY}x"], stamper.roots).stamp(b"x")


def test_an_authority_of_another_root_is_refused(stamper, address):
    with pytest.raises(NoStamp, match="does not hold"):
        Stamper([address], [certificate("Andere Wurzel", a_key())]).stamp(b"x")


def test_an_old_stamp_of_the_same_content_is_no_answer(stamper, authority):
    authority.answer = stamper.stamp(b"x").response
    with pytest.raises(NoStamp, match="Nonce mismatch"):
        stamper.stamp(b"x")


@pytest.mark.parametrize("answer", [b"", b"<html>", b"\x30\x03\x02\x01\x00", b"\x30\x80", b"x" * (2 << 20)])
def test_what_is_no_stamp_is_refused(stamper, authority, answer):
    authority.answer = answer
    with pytest.raises(NoStamp):
        stamper.stamp(b"x")


def test_a_stamp_over_other_bytes_is_refused(stamper):
    with pytest.raises(NoStamp, match="Mismatch"):
        checked(stamper.stamp(b"x").response, b"y", stamper.roots)


def test_a_stamp_with_bytes_behind_it_is_refused(stamper):
    with pytest.raises(NoStamp):
        checked(stamper.stamp(b"x").response + b"\0", b"x", stamper.roots)
