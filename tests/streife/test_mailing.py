"""E-mail to officers, against a real mail server: nothing of any message in it, and no failure is silent."""

import socket
import ssl
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from hypothesis import example, given
from hypothesis import strategies as st

from casework import handover, notice, post
from casework.people import Officer, Role
from casework.post import Mailbox
from casework.record import Notice, NoticeKind, Outcome
from data.memory import MemoryStore
from streife import letters, mailing
from streife.settings import Settings
from tests.builders import NOON, a_message, a_person, a_station, an_account, an_officer, the_person

SECRET = "Der Nachbar Ernst Geheimrat versteckt Fahrräder in der Lindenstraße"


class Inbox:
    """What a mail server does with letters: keeps them, or answers as it is told."""

    def __init__(self):
        self.letters = []
        self.rcpt_answer = self.data_answer = ""

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 - aiosmtpd's name
        if self.rcpt_answer:
            return self.rcpt_answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's name
        if self.data_answer:
            return self.data_answer
        self.letters.append(
            (envelope.mail_from, envelope.rcpt_tos, envelope.content, session.ssl is not None)
        )
        return "250 taken"


@contextmanager
def a_server(inbox, **given):
    server = Controller(inbox, hostname="127.0.0.1", port=_free_port(), **given)
    server.start()
    try:
        yield server.port
    finally:
        server.stop()


def _free_port():
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


@pytest.fixture
def inbox():
    return Inbox()


@pytest.fixture
def port(inbox):
    with a_server(inbox) as port:
        yield port


@pytest.fixture
def settings(tmp_path, port):
    return the_settings(tmp_path, port)


def the_settings(home, port, **given):
    basics = {
        "smtp_host": "127.0.0.1",
        "smtp_port": port,
        "smtp_starttls": False,
        "smtp_from": "streife@polizei.example",
        "public_url": "https://streife.example/",
    }
    return Settings(home=home, **{**basics, **given})


@pytest.fixture
def jens(store):
    with store.begin() as work:
        return an_officer(work, None, Role.CONTACT_OFFICER, name="Jens Wolter", email="jens@polizei.example")


def tell(store, officer, kind=NoticeKind.HANDED_OVER, subject="handover:17", **detail):
    with store.begin() as work:
        return notice.tell(work, officer.id, kind, subject, detail)


def kept(store, told):
    with store.view() as work:
        return work.get(Notice, told.id)


def boxes(store):
    with store.view() as work:
        return work.find(Mailbox)


def test_a_notice_goes_out_once_with_who_and_when_and_a_link(store, settings, inbox, jens, clock):
    told = tell(store, jens, by="Kira Ahlers", due="2026-11-24T22:59:59+00:00", message=3)
    assert mailing.send(store, settings) == 1
    assert mailing.send(store, settings) == 0
    ((sender, to, content, _),) = inbox.letters
    letter = message_from_bytes(content, policy=policy.default)
    assert (sender, to) == ("streife@polizei.example", ["jens@polizei.example"])
    assert letter["Subject"] == "Streife: Eine Übergabe wartet auf Sie"
    assert letter["Auto-Submitted"] == "auto-generated"
    body = letter.get_content()
    for words in ("Kira Ahlers", "24.11.2026 23:59", "https://streife.example/uebergaben?handover=17"):
        assert words in body
    done = kept(store, told)
    assert (done.mailed_at, done.next_try_at, done.attempts) == (clock.now(), None, 1)
    assert [box.mailed_at for box in boxes(store)] == [clock.now()]


def test_the_letter_about_an_approval_leads_to_the_answer_by_its_number_alone(store, settings, inbox, jens):
    tell(store, jens, NoticeKind.APPROVAL_WANTED, "message:3", approval=9, who="Kira Ahlers")
    mailing.send(store, settings)
    body = message_from_bytes(inbox.letters[0][2], policy=policy.default).get_content()
    assert "https://streife.example/triage?approval=9" in body.split()


@pytest.mark.parametrize(
    ("subject", "leads_to"), [("message:3", "triage?message=3"), ("station:1", "konten")]
)
def test_what_nobody_can_approve_leads_its_writer_to_the_message_and_heads_not(
    store, settings, inbox, jens, subject, leads_to
):
    tell(store, jens, NoticeKind.APPROVAL_ORPHANED, subject, approval=9)
    mailing.send(store, settings)
    body = message_from_bytes(inbox.letters[0][2], policy=policy.default).get_content()
    assert f"https://streife.example/{leads_to}" in body.split()


def test_the_letter_about_a_stream_names_our_account_and_leads_to_the_accounts(store, settings, inbox, jens):
    tell(store, jens, NoticeKind.STREAM_KEY, "account:4", account="bluesky/kira.example\nBcc: x", streams=2)
    mailing.send(store, settings)
    letter = message_from_bytes(inbox.letters[0][2], policy=policy.default)
    assert letter["Subject"] == "Streife: Der Schlüssel eines Kontos gilt nicht mehr"
    assert "Konto: bluesky/kira.example[U+000A]Bcc: x" in letter.get_content()
    assert "Kanäle: 2" in letter.get_content()
    assert "https://streife.example/konten" in letter.get_content().split()


def test_no_word_of_a_message_and_no_citizen_is_ever_in_it(store, settings, inbox, clock):
    with store.begin() as work:
        station = a_station(work)
        kira = a_person(work, Role.OFFICER, station=station, email="kira@polizei.example")
        jens = a_person(work, Role.CONTACT_OFFICER, station=station, email="jens@polizei.example")
        message = a_message(work, an_account(work, kira.officer), SECRET)
        due = clock.now() + timedelta(days=1)
        given = handover.hand_over(work, kira, message.id, jens.login, f"Notiz: {SECRET}", due)
        handover.ask(work, jens, given.id, f"Frage: {SECRET}")
        handover.answer(work, kira, given.id, f"Antwort: {SECRET}")
        handover.accept(work, jens, given.id)
        handover.finish(work, jens, given.id, Outcome.TRUE_TIP, SECRET, for_citizen=SECRET)
        unseen = [replace(n, seen_at=None) for n in work.find(Notice)]
        for one in unseen:
            work.replace(one)
    assert mailing.send(store, settings) == len(unseen) >= 4
    everything = b"".join(content for _, _, content, _ in inbox.letters)
    decoded = "".join(
        message_from_bytes(content, policy=policy.default).as_string() for _, _, content, _ in inbox.letters
    )
    for word in ("Geheimrat", "versteckt", "Lindenstra", "Nachbarin", "nachbarin"):
        assert word.encode() not in everything
        assert word not in decoded


def test_what_was_seen_on_the_screen_needs_no_mail(store, settings, inbox, jens):
    told = tell(store, jens)
    with store.begin() as work:
        notice.mark_seen(work, the_person(work, jens), told.id)
    assert mailing.send(store, settings) == 0
    assert inbox.letters == []
    assert kept(store, told).next_try_at is None


def test_a_server_that_has_no_time_is_tried_again_later_and_later(store, settings, inbox, jens, clock):
    told = tell(store, jens)
    inbox.rcpt_answer = "451 come back later"
    waits = []
    for _ in range(4):
        assert mailing.send(store, settings) == 0
        assert mailing.send(store, settings) == 0
        left = kept(store, told)
        assert "451 come back later" in left.error
        waits.append(left.next_try_at - clock.now())
        clock.set(left.next_try_at)
    assert waits == sorted(waits)
    assert boxes(store)[0].failing_since == NOON
    inbox.rcpt_answer = ""
    assert mailing.send(store, settings) == 1
    assert (kept(store, told).attempts, kept(store, told).error) == (5, "")
    assert (boxes(store)[0].failing_since, boxes(store)[0].error) == (None, "")


def test_after_a_day_of_trying_it_is_given_up_and_the_log_says_so(store, settings, inbox, jens, clock):
    told = tell(store, jens)
    inbox.data_answer = "452 disk full"
    while kept(store, told).next_try_at:
        clock.set(max(kept(store, told).next_try_at, clock.now()))
        mailing.send(store, settings)
    assert timedelta(hours=22) < clock.now() - NOON < timedelta(hours=25)
    with store.view() as work:
        assert [e.act for e in work.audit_of("handover:17")] == ["told", "mail_failed"]


@pytest.mark.parametrize("where", ["rcpt_answer", "data_answer"])
def test_a_refusal_for_good_is_not_tried_again_and_is_shown(store, settings, inbox, jens, where):
    told = tell(store, jens)
    setattr(inbox, where, "550 no such mailbox")
    assert mailing.send(store, settings) == 0
    assert kept(store, told).next_try_at is None
    assert "550 no such mailbox" in kept(store, told).error
    with store.view() as work:
        assert [box.error for box in post.failing(work)] == ["550 no such mailbox"]
        assert mailing.state(work, settings) == "failing"


def test_one_bad_address_does_not_hold_up_the_others(store, settings, inbox, jens):
    with store.begin() as work:
        bad = [
            an_officer(work, email=address)
            for address in (
                "",
                "nowhere",
                "a@b.example\nBcc: all@example.org",
                "ä@b.example",
                "a b@c.example",
            )
        ]
    refused = [tell(store, officer) for officer in bad]
    tell(store, jens)
    assert mailing.send(store, settings) == 1
    assert [to for _, to, _, _ in inbox.letters] == [["jens@polizei.example"]]
    for told in refused:
        assert kept(store, told).next_try_at is None
        assert "e-mail address" in kept(store, told).error


def test_nobody_there_fails_loudly_and_keeps_everything(store, tmp_path, jens):
    told = [tell(store, jens) for _ in range(3)]
    assert mailing.send(store, the_settings(tmp_path, _free_port())) == 0
    for one in told:
        assert kept(store, one).next_try_at > NOON
        assert "ConnectionRefused" in kept(store, one).error
    assert "ConnectionRefused" in boxes(store)[0].error


def test_a_server_that_says_nothing_is_left_in_time(store, tmp_path, jens, monkeypatch):
    monkeypatch.setattr(mailing, "PATIENCE", 0.3)
    told = tell(store, jens)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        assert mailing.send(store, the_settings(tmp_path, silent.getsockname()[1])) == 0
    assert "timed out" in kept(store, told).error


def test_without_a_mail_server_nothing_is_kept_for_a_flood_later(store, tmp_path, jens):
    told = tell(store, jens)
    assert mailing.send(store, Settings(home=tmp_path)) == 0
    assert kept(store, told).next_try_at is None
    assert "not set up" in kept(store, told).error
    with store.view() as work:
        assert mailing.state(work, Settings(home=tmp_path)) == "off"


def test_training_data_mail_nobody(tmp_path, settings, inbox, clock):
    training = MemoryStore(clock, training=True)
    with training.begin() as work:
        officer = an_officer(work, email="a@b.example")
    tell(training, officer)
    assert mailing.send(training, settings) == 0
    assert inbox.letters == []


def test_the_line_is_secured_or_nothing_is_said(store, tmp_path, inbox, jens):
    """A server that cannot be trusted, or offers no STARTTLS, hears no name and gets no password."""
    context, authority = _certificate(tmp_path)
    heard = []

    def auth(server, session, envelope, mechanism, data):
        heard.append((session.ssl is not None, data.login, data.password))
        return AuthResult(success=True)

    secured = {"tls_context": context, "require_starttls": True, "authenticator": auth, "auth_required": True}
    signed_in = {"smtp_starttls": True, "smtp_user": "streife", "smtp_password": "geheim"}
    with a_server(inbox, **secured) as port:
        told = tell(store, jens)
        assert mailing.send(store, the_settings(tmp_path, port, **signed_in)) == 0
        assert "certificate" in kept(store, told).error.lower()
        assert heard == []
        trusting = the_settings(tmp_path, port, **signed_in, smtp_ca_file=authority, smtp_host="localhost")
        tell(store, jens)
        assert mailing.send(store, trusting) == 1
    assert heard == [(True, b"streife", b"geheim")]
    assert [safe for _, _, _, safe in inbox.letters] == [True]


def test_a_server_without_starttls_gets_nothing(store, tmp_path, port, inbox, jens):
    told = tell(store, jens)
    assert mailing.send(store, the_settings(tmp_path, port, smtp_starttls=True)) == 0
    assert "STARTTLS" in kept(store, told).error
    assert inbox.letters == []


def test_a_wrong_password_is_tried_again_and_shown(store, tmp_path, inbox, jens):
    def auth(server, session, envelope, mechanism, data):
        return AuthResult(success=False, handled=False)

    with a_server(inbox, authenticator=auth, auth_required=True, auth_require_tls=False) as port:
        told = tell(store, jens)
        given = {"smtp_user": "streife", "smtp_password": "falsch"}
        assert mailing.send(store, the_settings(tmp_path, port, **given)) == 0
    assert "535" in kept(store, told).error
    assert kept(store, told).next_try_at is not None


def test_two_workers_send_one_mail(store, settings, inbox, jens):
    told = tell(store, jens)
    with store.begin() as work:
        assert post.begin(work, told) is not None
        assert post.begin(work, told) is None
    assert mailing.send(store, settings) == 0


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("kind", NoticeKind)
def test_every_kind_of_notice_has_words(tmp_path, kind, language):
    settings = the_settings(tmp_path, 25, mail_language=language)
    told = Notice(1, kind, "message:5", NOON, {"by": "Kira", "minutes": 3, "overdue": 2}, id=9)
    made = letters.letter(told, Officer("jens", "Jens", 1, "", "jens@polizei.example"), settings)
    assert "mail-" not in made.as_string()


@given(st.text(max_size=80), st.text(max_size=80))
@example("", "@x.example")
def test_no_words_of_anybody_can_begin_a_header(name, address):
    """Whatever a name or an address holds, there is one letter to one person, or none."""
    told = Notice(1, NoticeKind.HANDED_OVER, "handover:1", NOON, {"by": name}, id=9)
    settings = Settings(smtp_host="h", smtp_from="streife@polizei.example")
    officer = Officer("jens", name, 1, "", address)
    try:
        made = letters.letter(told, officer, settings)
    except letters.NoAddress:
        return
    head = made.as_bytes().split(b"\r\n\r\n")[0]
    names = [line.split(b":")[0] for line in head.split(b"\r\n") if not line.startswith((b" ", b"\t"))]
    assert len(names) == len(set(names))
    assert {n.lower() for n in names} <= {
        *(b"from", b"to", b"subject", b"date", b"message-id", b"auto-submitted"),
        *(b"content-type", b"content-transfer-encoding", b"mime-version"),
    }


def _certificate(folder):
    """A server's TLS context for localhost, and the file of the authority that vouches for it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    authority, secret = folder / "ca.pem", folder / "key.pem"
    authority.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    form = (serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    secret.write_bytes(key.private_bytes(serialization.Encoding.PEM, *form))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(authority, secret)
    return context, authority
