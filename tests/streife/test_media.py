"""Fetching an attachment, against a real server on loopback that behaves badly in every way."""

import socket
import ssl
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

import certifi
import pytest

from casework.errors import Refused, Transient
from streife.guarded import public
from streife.media import AGENT, MOST_BYTES, MOST_SECONDS, Limits, fetch
from tests.tls import self_signed

PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 10_000
SMALL, SHORT = Limits(most_bytes=100_000), Limits(most_seconds=1.0)


def anywhere(scheme, address):
    """What a test allows: our own server."""
    return scheme == "http" and str(address) == "127.0.0.1"


class Server(BaseHTTPRequestHandler):
    """Says what the test put down for the path; remembers what it was asked."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        self.server.answers[self.path](self)

    def log_message(self, *_):
        """Be quiet."""


def says(body=b"", status=200, length=None, **headers):
    """An answer in one go; `length` is what it claims."""

    def answer(handler):
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)
        handler.close_connection = True

    return answer


def raw(*pieces, pause=0.0):
    """The very bytes, piece by piece."""

    def answer(handler):
        handler.close_connection = True
        try:
            for piece in pieces:
                handler.wfile.write(piece)
                time.sleep(pause)
        except OSError:
            handler.server.hung_up = True

    return answer


@pytest.fixture
def server():
    made = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    made.daemon_threads = True
    made.asked, made.answers, made.hung_up = [], {}, False
    made.url = f"http://127.0.0.1:{made.server_port}"
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield made
    made.shutdown()
    made.server_close()


def got(server, answer, path="/1.png", **given):
    server.answers[path] = answer
    return fetch(f"{server.url}{path}", **{"allowed": anywhere, **given})


def test_the_bytes_come_as_they_lie_there(server):
    fetched = got(server, says(PNG, Content_Type="image/png"))
    assert (fetched.url, fetched.content_type, fetched.body) == (f"{server.url}/1.png", "image/png", PNG)


def test_nothing_tells_who_asks(server, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    server.answers["/2"] = says(PNG)
    got(server, says(status=302, Location="/2", Set_Cookie="a=b"))
    assert [path for path, _ in server.asked] == ["/1.png", "/2"]
    for _, headers in server.asked:
        assert set(headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding"}
        assert headers["User-Agent"] == AGENT
        assert headers["Accept-Encoding"] == "identity"


def test_at_most_fifty_megabytes_and_a_minute():
    assert (MOST_BYTES, MOST_SECONDS) == (50 * 1024 * 1024, 60)


def test_as_much_as_is_allowed_is_taken(server):
    assert len(got(server, says(b"x" * 100_000), limits=SMALL).body) == 100_000


def test_too_much_is_refused_before_it_is_read(server):
    with pytest.raises(Refused, match="100,000 bytes"):
        got(server, says(b"", length=10**12), limits=SMALL)


def test_too_much_that_was_not_told_is_left_in_the_middle(server):
    block = b"%x\r\n" % 65_536 + b"x" * 65_536 + b"\r\n"
    answer = raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", *[block] * 1_000)
    with pytest.raises(Refused, match="more than"):
        got(server, answer, limits=SMALL)
    for _ in range(50):
        if server.hung_up:
            break
        time.sleep(0.1)
    assert server.hung_up


@pytest.mark.parametrize(
    "pieces",
    [
        [b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n", *[b"x"] * 100],
        [b"HTTP/1.1 200 OK\r\n", *[b"X-A: b\r\n"] * 100],
        [b"", *[b""] * 100],
    ],
    ids=["the body drips", "the head drips", "nothing comes"],
)
def test_too_slow_is_given_up_in_time(server, pieces):
    begun = time.monotonic()
    with pytest.raises(Transient, match="too slow"):
        got(server, raw(*pieces, pause=0.1), limits=SHORT)
    assert 0.9 < time.monotonic() - begun < 5


def test_a_body_that_breaks_off_is_never_kept(server):
    with pytest.raises(Transient, match="broke off"):
        got(server, says(PNG, length=len(PNG) + 1))


def test_what_is_no_http_is_a_clear_error(server):
    with pytest.raises(Transient, match="broke off"):
        got(server, raw(b"SSH-2.0-OpenSSH_9.6\r\n"))


def test_nobody_listening_is_a_clear_error():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(Transient, match="out of reach"):
            fetch(f"http://127.0.0.1:{taken.getsockname()[1]}/", allowed=anywhere)


def test_an_unknown_host_is_a_clear_error():
    def nowhere(host, port):
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(Transient, match=r"nirgends\.example: out of reach"):
        fetch("https://nirgends.example/", resolve=nowhere)


@pytest.mark.parametrize(
    ("status", "error", "why"),
    [
        (404, Refused, "gone"),
        (410, Refused, "gone"),
        (401, Refused, "not given to everybody"),
        (403, Refused, "not given to everybody"),
        (206, Refused, "not given to everybody"),
        (429, Transient, "a few minutes"),
        (500, Transient, "a few minutes"),
        (502, Transient, "a few minutes"),
    ],
)
def test_an_error_page_is_never_the_picture(server, status, error, why):
    with pytest.raises(error, match=why):
        got(server, says(b"<html>Not found</html>", status, Content_Type="text/html"))


def test_a_packed_answer_is_not_unpacked(server):
    with pytest.raises(Refused, match="packed"):
        got(server, says(b"\x1f\x8b bomb", Content_Encoding="gzip"))


@pytest.mark.parametrize("told", ["text/html; x=" + "y" * 10_000, "../../etc", "a/b; name=\xff"])
def test_a_hostile_content_type_harms_nothing(server, told):
    assert got(server, says(PNG, Content_Type=told)).body == PNG


def test_a_redirect_to_the_house_itself_is_refused_and_never_asked(server):
    inside = ThreadingHTTPServer(("127.0.0.2", 0), Server)
    inside.asked = []
    threading.Thread(target=inside.serve_forever, daemon=True).start()
    target = f"http://127.0.0.2:{inside.server_port}/admin"
    with pytest.raises(Refused, match="public addresses"):
        got(server, says(status=302, Location=target))
    inside.shutdown()
    inside.server_close()
    assert not inside.asked


@pytest.mark.parametrize(
    "location",
    [
        "",
        "ftp://example.com/",
        "file:///etc/passwd",
        "http://[",
        "https://kira:geheim@example.com/",
        "http://",
    ],
)
def test_a_redirect_to_no_address_is_refused(server, location):
    with pytest.raises(Refused):
        got(server, says(status=302, Location=location))
    assert len(server.asked) <= 6


def test_redirects_without_end_are_refused(server):
    with pytest.raises(Refused, match="without end"):
        got(server, says(status=301, Location="/1.png"))
    assert len(server.asked) == 6


def test_a_name_that_leads_inside_is_refused(server):
    def inside(host, port):
        return ["8.8.8.8", "10.0.0.7"]

    for allowed in (public, anywhere):
        with pytest.raises(Refused, match="public addresses"):
            fetch("https://harmlos.example/", allowed=allowed, resolve=inside)


def test_the_address_that_was_checked_is_the_one_that_is_asked(server):
    answers = iter([["127.0.0.1"], ["127.0.0.2"]])
    server.answers["/"] = says(PNG)
    url = f"http://harmlos.example:{server.server_port}/"
    assert fetch(url, allowed=anywhere, resolve=lambda *_: next(answers)).body == PNG
    assert server.asked[0][1]["Host"] == f"harmlos.example:{server.server_port}"
    assert next(answers) == ["127.0.0.2"]


@pytest.mark.parametrize(
    "url",
    ["", "nichts", "javascript:alert(1)", "file:///etc/passwd", "https://", "https://a:b@example.com/", "https://[::",
     "https://example.com:99999/", "https://exa mple.com/", "gopher://example.com/", "https://\u202e.example/"],
)  # fmt: skip
def test_what_is_no_address_is_refused(url):
    def unasked(host, port):
        raise AssertionError(host)

    with pytest.raises(Refused, match=r"nothing was fetched|no address"):
        fetch(url, resolve=unasked)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "[::1]", "0.0.0.0", "[::ffff:127.0.0.1]"],  # noqa: S104 - asked for, not bound
)
def test_the_house_itself_is_refused_however_it_is_written(host):
    with pytest.raises(Refused, match="public addresses"):
        fetch(f"https://{host}:1/")


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
        *("0.0.0.0", "224.0.0.1", "239.1.1.1", "255.255.255.255", "240.0.0.1", "192.0.2.1"),  # noqa: S104 - as above
        *("::1", "::", "fe80::1", "fc00::1", "fec0::1", "ff02::1", "2001:db8::1", "::127.0.0.1"),
        *("::ffff:10.0.0.1", "64:ff9b::a9fe:a9fe", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:1::"),
    ],
)
def test_no_address_that_is_not_public_is_allowed(address):
    assert not public("https", ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "2a00:1450:4001::1", "64:ff9b::808:808"])
def test_public_addresses_are_allowed_over_https_alone(address):
    assert public("https", ip_address(address))
    assert not public("http", ip_address(address))


@contextmanager
def silent():
    """Somebody who takes the connection and says nothing."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        yield listening.getsockname()[1]


def test_a_silent_other_side_of_tls_is_given_up_in_time():
    begun = time.monotonic()
    with silent() as port, pytest.raises(Transient, match=r"too slow|out of reach"):
        fetch(f"https://127.0.0.1:{port}/", allowed=lambda *_: True, limits=SHORT)
    assert time.monotonic() - begun < 5


@pytest.fixture
def certified(server, tmp_path):
    """The server speaks TLS with a certificate for harmlos.example; returns the certificate's file."""
    file = tmp_path / "cert.pem"
    self_signed("harmlos.example", file)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.answers["/"] = says(PNG)
    return file


def over_tls(server, host):
    url = f"https://{host}:{server.server_port}/"
    return fetch(url, allowed=lambda *_: True, resolve=lambda *_: ["127.0.0.1"])


def test_over_tls_the_certificate_must_be_the_hosts(server, certified, monkeypatch):
    monkeypatch.setattr(certifi, "where", lambda: str(certified))
    assert over_tls(server, "harmlos.example").body == PNG
    with pytest.raises(Transient, match="CERTIFICATE_VERIFY_FAILED"):
        over_tls(server, "anders.example")


def test_a_certificate_that_nobody_vouches_for_is_refused(server, certified):
    with pytest.raises(Transient, match="CERTIFICATE_VERIFY_FAILED"):
        over_tls(server, "harmlos.example")
