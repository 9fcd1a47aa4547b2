"""The only way out for the browser that captures: each connection is looked up and checked here, and counted.

The browser knows no other way (loopback included), so that no page can make it reach into the house, whatever
names it uses: a name is resolved once, here, and the connection goes to the address that was checked. Only
tunnels and single plain requests pass; TLS stays between browser and network.
"""

import select
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from ipaddress import IPv4Address, IPv6Address, ip_address
from socketserver import StreamRequestHandler, ThreadingTCPServer
from urllib.parse import urlsplit

Allowed = Callable[[str, IPv4Address | IPv6Address], bool]
Resolve = Callable[[str, int], list[str]]

USUAL_PORTS = (80, 443)
# What Chromium asks of its maker by itself; that is no part of any page.
ERRANDS = (
    "accounts.google.com",
    "update.googleapis.com",
    "safebrowsing.googleapis.com",
    "clients2.google.com",
)
LONGEST_HEAD, BLOCK = 65_536, 65_536
PATIENCE = 15.0
REFUSED = b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
UNREACHED = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


@dataclass
class Way:
    """What one capture may reach, and what it did reach so far.

    `allowed` says of scheme and address whether a connection may be made, `port` is the page's own beside
    the usual ones; after `end` (monotonic seconds) or `most_bytes` received nothing passes any more.
    """

    allowed: Allowed
    resolve: Resolve
    port: int
    end: float
    most_bytes: int
    received: int = 0
    reached: dict[str, str] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    address: str = ""

    @property
    def too_much(self) -> bool:
        """Whether more came than may."""
        return self.received > self.most_bytes

    @property
    def over(self) -> bool:
        """Whether nothing may pass any more."""
        return self.too_much or time.monotonic() >= self.end

    def connection(self, scheme: str, host: str, port: int) -> socket.socket | None:
        """A connection to an address that was checked; `None` where it may not be reached. Raises OSError."""
        fits = host not in ERRANDS and port in (*USUAL_PORTS, self.port)
        told = self.resolve(host, port) if fits else []
        addresses = [ip_address(one.partition("%")[0]) for one in told]
        if not addresses or not all(self.allowed(scheme, one) for one in addresses):
            self.refused.add(host)
            return None
        left = max(0.1, min(PATIENCE, self.end - time.monotonic()))
        made = socket.create_connection((str(addresses[0]), port), left)
        self.reached[host] = str(addresses[0])
        return made


@contextmanager
def opened(way: Way) -> Iterator[Way]:
    """Listen on loopback while the block runs; `way.address` is then where."""

    class Handler(StreamRequestHandler):
        timeout = PATIENCE

        def handle(self) -> None:
            with suppress(OSError):
                _serve(way, self.connection)

    with _Server(("127.0.0.1", 0), Handler) as server:
        way.address = f"http://127.0.0.1:{server.server_address[1]}"
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield way
        finally:
            way.end = 0
            server.shutdown()


class _Server(ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False


def _serve(way: Way, browser: socket.socket) -> None:
    head = _head(browser)
    method, _, rest = head.partition(b" ")
    target, _, _ = rest.partition(b" ")
    asked = _asked(method, target.decode("ascii", "replace"))
    if way.over or asked is None:
        browser.sendall(REFUSED)
        return
    try:
        network = way.connection(*asked)
    except (OSError, ValueError):  # a name that cannot be encoded is a ValueError
        browser.sendall(UNREACHED)
        return
    if network is None:
        browser.sendall(REFUSED)
        return
    with network:
        if method == b"CONNECT":
            browser.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
        else:
            network.sendall(_forwarded(head))
        _pump(way, browser, network)


def _head(browser: socket.socket) -> bytes:
    head = b""
    while b"\r\n\r\n" not in head and len(head) < LONGEST_HEAD and (block := browser.recv(BLOCK)):
        head += block
    return head


def _asked(method: bytes, target: str) -> tuple[str, str, int] | None:
    """Scheme, host and port that the browser wants to reach."""
    try:
        at = urlsplit(f"https://{target}" if method == b"CONNECT" else target)
        port = at.port or (443 if at.scheme == "https" else 80)
    except ValueError:
        return None
    if at.scheme not in ("http", "https") or not at.hostname:
        return None
    return at.scheme, at.hostname, port


def _forwarded(head: bytes) -> bytes:
    """The plain request as the network expects it: path alone, and the line closed behind it."""
    start, _, rest = head.partition(b"\r\n")
    method, target, version = start.split(b" ", 2)
    at = urlsplit(target)
    path = (at.path or b"/") + (b"?" + at.query if at.query else b"")
    lines, _, body = rest.partition(b"\r\n\r\n")
    kept = [
        line
        for line in lines.split(b"\r\n")
        if not line.lower().startswith((b"proxy-", b"connection:", b"upgrade:"))
    ]
    return b"\r\n".join([b" ".join((method, path, version)), *kept, b"Connection: close", b"", body])


def _pump(way: Way, browser: socket.socket, network: socket.socket) -> None:
    """Both ways, until one side ends or it is over."""
    while not way.over:
        for one in select.select([browser, network], [], [], 0.5)[0]:
            block = one.recv(BLOCK)
            if not block:
                return
            if one is network:
                way.received += len(block)
            (browser if one is network else network).sendall(block)
