"""Capturing pages with a real Chromium from a server on loopback that behaves well and badly."""

import hashlib
import io
import json
import re
import ssl
import threading
import time
from base64 import b64encode
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit
from zipfile import ZipFile

import pytest
from cryptography.hazmat.primitives import serialization
from wacz.main import main as wacz
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from casework.capture_record import CaptureKind
from casework.errors import Refused, Transient
from casework.network_page import Target
from evidence import page_capture, page_proxy
from evidence.page_capture import PNG, Means, brought
from evidence.page_visit import Job, browsing, visit
from streife.capturing import browser as browser_of
from tests.tls import self_signed

HOME, INSIDE = "127.0.0.2", "127.0.0.1"
WORDS = "Ich finde dich, du 🐷!"
DOWNLOAD = {"Content-Type": "application/zip", "Content-Disposition": 'attachment; filename="../../x"'}
LOGIN = "<form action=/login>Anmelden <input type=password></form>"

CHROMIUM = browser_of("")
needs_chromium = pytest.mark.skipif(not CHROMIUM, reason="Chromium is missing: apt-get install chromium")


class Handler(BaseHTTPRequestHandler):
    """Answers by path; the test says what lies where."""

    def do_GET(self):
        self.server.asked.append((self.headers["Host"], self.path))
        answer = self.server.answers.get(self.path, (404, {}, b"weg"))
        if callable(answer):
            answer(self)
            return
        status, headers, body = answer
        self.send_response(status)
        for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        """Quiet."""


class Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, address):
        super().__init__((address, 0), Handler)
        self.asked, self.answers = [], {}

    def handle_error(self, *_):
        """A browser that leaves early is no trouble."""


@contextmanager
def serving(address):
    with Server(address) as server:
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(scope="module")
def network():
    with serving(HOME) as server:
        yield server


@pytest.fixture(scope="module")
def inside():
    """A server of the house, which no page may reach."""
    with serving(INSIDE) as server:
        yield server


def at_home(scheme, address):
    """What a test allows: the network's server alone."""
    return str(address) == HOME


def resolve(host, port):
    """All hosts of the network lie on loopback; every other name leads to where it says."""
    return [HOME] if host.endswith("netz.example") else [host]


def waits(handler):
    time.sleep(30)


def page(body, title="Beitrag"):
    return 200, {}, f"<!doctype html><title>{title}</title><body>{body}</body>".encode()


def target(network, path="/1", profile="", words=WORDS):
    base = f"http://netz.example:{network.server_port}"
    own = lambda url: (urlsplit(url).hostname or "").endswith("netz.example")  # noqa: E731 - as short as it is
    return Target(base + path, base + profile if profile else "", words, own)


@pytest.fixture(scope="module")
def way(network):
    made = page_proxy.Way(at_home, resolve, network.server_port, time.monotonic() + 3_600, 3_000_000)
    with page_proxy.opened(made) as opened:
        yield opened


@pytest.fixture(scope="module")
def browser(way, tmp_path_factory):
    """One Chromium for all pages here; each visit has a fresh profile of its own anyway."""
    folder = str(tmp_path_factory.mktemp("browser"))
    with browsing(Job("", folder, way.address, CHROMIUM, sandbox=False)) as opened:
        yield opened


@pytest.fixture
def captured(network, way, browser, tmp_path):
    """Captures what lies at a path of the network."""
    way.received = 0

    def capture(answer=None, path="/1", **given):
        if answer is not None:
            network.answers[path] = answer
        job = {k: given.pop(k) for k in ("highest", "seconds") if k in given}
        wanted = target(network, path, **given)
        basics = {"seconds": 5.0, "settle": 2.0, "sandbox": False, **job}
        result = visit(
            browser,
            Job(wanted.url, str(tmp_path), way.address, CHROMIUM, wanted.profile, wanted.words, **basics),
        )
        return brought(result, wanted, way, tmp_path)

    return capture


def files(seen):
    return {kind: body for kind, _, body in seen.files}


@needs_chromium
def test_a_page_becomes_picture_archive_words_and_the_author_s_profile(captured, network, tmp_path, capsys):
    network.answers["/@a"] = page("Profil von A", "A")
    network.answers["/bild.png"] = (200, {"Content-Type": "image/png"}, PNG)
    seen = captured(page(f"<p>{WORDS}</p><img src=/bild.png>"), profile="/@a")
    brought_home = files(seen)
    assert set(brought_home) == set(CaptureKind)
    assert brought_home[CaptureKind.SCREENSHOT].startswith(PNG)
    assert brought_home[CaptureKind.TEXT].decode() == WORDS
    told = seen.page
    assert (told["status"], told["title"], told["words_found"]) == (200, "Beitrag", True)
    assert told["final_url"] == target(network).url
    assert (told["profile"]["title"], told["profile"]["status"]) == ("A", 200)
    assert told["hosts"]["reached"] == {"netz.example": HOME}
    assert "derived" in told["archive"]
    _check_archive(brought_home[CaptureKind.ARCHIVE], network, tmp_path, capsys)


def _check_archive(body, network, folder, capsys):
    """The stock tools find it whole, and it holds the page, its picture and the profile, byte by byte."""
    path = folder / "again.wacz"
    path.write_bytes(body)
    assert wacz(["validate", "-f", str(path)]) == 0
    archive = ZipFile(path)
    archive.extract("archive/data.warc.gz", folder)
    warc = folder / "archive" / "data.warc.gz"
    with warc.open("rb") as file:
        records = [
            (r.rec_type, r.rec_headers["WARC-Target-URI"], r.content_stream().read())
            for r in ArchiveIterator(file)
        ]
    answers = {urlsplit(url).path: content for kind, url, content in records if kind == "response"}
    for path_ in ("/1", "/bild.png", "/@a"):
        assert answers[path_] == network.answers[path_][2]
    assert b"derived" in records[0][2]
    pages = [json.loads(line) for line in archive.read("pages/pages.jsonl").splitlines()]
    assert [p["title"] for p in pages[1:]] == ["Beitrag", "A"]
    capsys.readouterr()
    checker = Checker(type("Asked", (), {"inputs": [str(warc)], "verbose": False}))
    assert not checker.process_all()
    assert "fail" not in capsys.readouterr().out


@needs_chromium
@pytest.mark.parametrize(
    ("answer", "error", "why"),
    [
        ((404, {}, b"weg"), Refused, "answered 404; the page is gone"),
        ((302, {"Location": "/accounts/login/"}, b""), Refused, "sent us to .*/accounts/login/ instead"),
        (page(LOGIN), Refused, "asks to sign in and does not show the message"),
        ((200, DOWNLOAD, b"PK"), Transient, "Download is starting"),
    ],
    ids=["404", "login path", "login form", "download"],
)
def test_what_is_not_the_message_is_never_secured_and_says_why(captured, network, answer, error, why):
    network.answers["/accounts/login/"] = page(LOGIN)
    with pytest.raises(error, match=why):
        captured(answer)


@pytest.mark.parametrize(
    ("told", "error", "why"),
    [
        ({"status": 410}, Refused, "answered 410; the page is gone"),
        ({"status": 403}, Refused, "answered 403; it is not shown to everybody"),
        ({"status": 429}, Transient, "answered 429"),
        ({"status": 503}, Transient, "answered 503"),
        ({"status": 0}, Transient, "answered 0"),
        ({"fault": "net::ERR_CERT_AUTHORITY_INVALID"}, Transient, "CERT_AUTHORITY_INVALID"),
        ({"final_url": "https://anders.example/1"}, Refused, "sent us to https://anders.example/1 instead"),
        ({"final_url": "https://netz.example/i/flow/login?x"}, Refused, "as to sign in"),
        ({"final_url": "chrome-error://chromewebdata/"}, Refused, "sent us to chrome-error"),
        ({"media_type": "application/pdf"}, Refused, "no web page but application/pdf"),
        ({"text": " \n"}, Transient, "stayed empty"),
        ({"password_field": True, "words_found": False}, Refused, "asks to sign in"),
    ],
    ids=lambda told: "-".join(told) if isinstance(told, dict) else "",
)
def test_why_a_page_is_not_the_message_s(told, error, why):
    good = {"status": 200, "final_url": "https://netz.example/1", "fault": "", "media_type": "text/html"}
    good |= {"text": WORDS, "password_field": True, "words_found": True}
    wanted = Target("https://netz.example/1", "", WORDS, lambda url: url.startswith("https://netz.example/"))
    assert page_capture.fault(good, wanted) is None
    found = page_capture.fault(good | told, wanted)
    assert isinstance(found, error)
    assert re.search(why, str(found))


@needs_chromium
def test_a_page_that_never_answers_is_given_up_in_time(captured):
    begun = time.monotonic()
    with pytest.raises(Transient, match="too slow"):
        captured(waits, path="/langsam", seconds=0.8)
    assert time.monotonic() - begun < 20


@needs_chromium
def test_a_page_of_too_many_bytes_is_left(captured, way):
    def pours(handler):
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        for _ in range(200):
            handler.wfile.write(b"<!--" + b"x" * 100_000 + b"-->")

    with pytest.raises(Refused, match="more than 3,000,000 bytes"):
        captured(pours, path="/viel")
    assert way.received < 4_000_000


@needs_chromium
def test_a_film_that_is_too_long_costs_the_film_and_not_the_page(captured, network):
    network.answers["/film"] = (200, {"Content-Type": "image/png"}, b"\0" * 5_000_000)
    seen = captured(page(f"{WORDS}<script>fetch('/film').catch(()=>0)</script>"), path="/mit-film")
    assert any("nothing more was fetched" in remark for remark in seen.page["remarks"])


@needs_chromium
def test_a_very_long_page_is_cut_and_the_remark_says_so(captured):
    seen = captured(page("<div style='height:90000px'>anders</div>"), path="/lang", highest=2_000)
    assert seen.page["words_found"] is False
    picture = files(seen)[CaptureKind.SCREENSHOT]
    assert int.from_bytes(picture[20:24], "big") == 2_000
    assert any("ends at 2000 of 900" in remark for remark in seen.page["remarks"])


@needs_chromium
def test_no_page_reaches_into_the_house(captured, network, inside, way):
    own = f"http://{INSIDE}:{inside.server_port}"
    inside.answers["/geheim"] = page("geheim")
    tries = "".join(
        f"<img src='{url}'><iframe src='{url}'></iframe>"
        f"<script>fetch('{url}',{{mode:'no-cors'}}).catch(()=>0)</script>"
        for url in (
            *(
                f"{own}/geheim",
                f"http://localhost:{inside.server_port}/geheim",
                "http://169.254.169.254/latest",
            ),
            *(f"http://[::1]:{inside.server_port}/", f"{way.address}/", "http://2130706433/geheim"),
        )
    )
    socket = f"<script>new WebSocket('ws://{INSIDE}:{inside.server_port}/')</script>"
    network.answers["/weiter"] = (302, {"Location": f"{own}/geheim"}, b"")
    seen = captured(page(f"{WORDS}{tries}{socket}<img src=/weiter>"), path="/ssrf")
    assert inside.asked == []
    assert {INSIDE, "169.254.169.254"} <= set(seen.page["hosts"]["refused"])
    assert set(seen.page["hosts"]["reached"]) == {"netz.example"}


@needs_chromium
def test_a_redirect_into_the_house_is_not_followed(captured, inside):
    with pytest.raises((Refused, Transient), match="nothing was secured"):
        captured((302, {"Location": f"http://{INSIDE}:{inside.server_port}/geheim"}, b""), path="/hinein")
    assert inside.asked == []


@needs_chromium
def test_a_profile_that_cannot_be_seen_is_said_and_takes_nothing_from_the_page(captured, network):
    network.answers.pop("/@weg", None)
    seen = captured(page(WORDS), profile="/@weg")
    assert "answered 404" in seen.page["profile"]["fault"]
    assert CaptureKind.PROFILE not in files(seen)


@needs_chromium
def test_no_cookie_lives_from_one_capture_to_the_next(captured, network):
    told = []

    def counts(handler):
        told.append(handler.headers["Cookie"])
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html; charset=utf-8")
        handler.send_header("Set-Cookie", "wer=du")
        handler.end_headers()
        handler.wfile.write(WORDS.encode())

    captured(counts, path="/kekse")
    captured(counts, path="/kekse")
    assert told == [None, None]


@pytest.fixture
def certified(network, tmp_path):
    """The network over TLS with a certificate of its own: server, and flag for Chromium."""
    key = self_signed("netz.example", tmp_path / "cert.pem")
    form = (serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "cert.pem")
    known = b64encode(hashlib.sha256(key.public_bytes(*form)).digest()).decode()
    with serving(HOME) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        server.answers["/1"] = page(WORDS)
        yield server, f"--ignore-certificate-errors-spki-list={known}"


def over_tls(server):
    plain = target(server)
    return replace(plain, url=plain.url.replace("http://", "https://"))


@needs_chromium
def test_the_whole_way_over_tls_in_a_process_of_its_own_without_our_secrets(certified, monkeypatch):
    server, known = certified
    monkeypatch.setenv("STREIFE_MASTER_KEYS", "geheim")

    def https_alone(scheme, address):
        return scheme == "https" and str(address) == HOME

    means = Means(https_alone, resolve, CHROMIUM, settle_seconds=1.0, flags=(known,))
    seen = page_capture.capture(over_tls(server), means)
    assert {CaptureKind.SCREENSHOT, CaptureKind.ARCHIVE, CaptureKind.TEXT} == set(files(seen))
    certificate = seen.page["certificate"]
    assert (certificate["issuer"], certificate["subjectName"]) == ("netz.example", "netz.example")
    assert certificate["protocol"] == "TLS 1.3"
    assert "STREIFE_MASTER_KEYS" not in page_capture.environment("/tmp")  # noqa: S108 - a name alone


@needs_chromium
def test_a_certificate_that_nobody_vouches_for_is_no_page(certified, tmp_path):
    server, _ = certified
    with pytest.raises(Transient, match="ERR_CERT_AUTHORITY_INVALID"):
        page_capture.capture(over_tls(server), Means(at_home, resolve, CHROMIUM))


@needs_chromium
def test_a_browser_that_hangs_is_ended_with_all_that_belongs_to_it(network):
    network.answers["/haengt"] = waits
    hard = Means(at_home, resolve, CHROMIUM, seconds=2.0)
    with pytest.raises(Transient, match="not done in"):
        page_capture.capture(target(network, "/haengt"), hard)
    for _ in range(50):
        if not _browsers():
            break
        time.sleep(0.1)
    assert not _browsers()


def _browsers():
    """Browsers of captures that still run."""
    found = []
    for process in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            found += [process] if b"streife-capture-" in process.read_bytes() else []
        except OSError:
            continue
    return found


def test_only_https_to_public_addresses_is_opened_by_the_rule_of_the_house(network):
    from streife.guarded import public, resolved

    way = page_proxy.Way(public, lambda *_: ["8.8.8.8", HOME], 443, time.monotonic() + 9, 1)
    for scheme, host, port in (
        ("https", "x.example", 443),
        ("http", "x.example", 80),
        ("https", "x.example", 22),
    ):
        assert way.connection(scheme, host, port) is None
    inward = replace(way, resolve=resolved)
    assert inward.connection("https", "localhost", 443) is None
    assert way.refused == {"x.example", "localhost"}


def test_without_a_browser_nothing_is_secured_and_the_remedy_is_said(network):
    with pytest.raises(Transient, match="apt-get install chromium"):
        page_capture.capture(target(network), Means(at_home, resolve, "no-such-browser"))


def test_what_speaks_no_http_to_the_proxy_is_turned_away():
    import socket

    way = page_proxy.Way(at_home, resolve, 1, time.monotonic() + 9, 1)
    with page_proxy.opened(way):
        for said in (b"GET file:///etc/passwd HTTP/1.1\r\n\r\n", b"CONNECT :::\r\n\r\n", b"\0\xff\r\n\r\n"):
            with socket.create_connection(("127.0.0.1", urlsplit(way.address).port)) as asking:
                asking.sendall(said)
                assert io.BytesIO(asking.recv(100)).readline().startswith(b"HTTP/1.1 403")
