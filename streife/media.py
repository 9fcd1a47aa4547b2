"""Fetches one attachment from the network it lies on, and never too much."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpcore
import httpx

from casework.errors import Refused, StreifeError, Transient
from casework.media import Fetched
from streife.guarded import LONGEST_SHOWN, Allowed, Guarded, Resolve, public, resolved

MOST_BYTES = 50 * 2**20
MOST_SECONDS = 60.0
MOST_HOPS = 5
AGENT = "Streife"
MOVED = (301, 302, 303, 307, 308)
GONE = (404, 410)
LATER = (408, 425, 429)
LAST_PORT = 65_535
PORTS = {"https": 443, "http": 80}


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a fetch goes: bytes, and seconds from the first step to the last."""

    most_bytes: int = MOST_BYTES
    most_seconds: float = MOST_SECONDS


def fetch(
    url: str,
    *,
    allowed: Allowed = public,
    resolve: Resolve = resolved,
    limits: Limits = Limits(),
) -> Fetched:
    """The bytes behind an address, without cookies, credentials or a proxy, as they are sent.

    `allowed` says of scheme and address whether a connection may be made. Raises Refused where the answer
    would be no other next time, Transient where it may be.
    """
    end = time.monotonic() + limits.most_seconds
    at = _parsed(url)
    for _ in range(MOST_HOPS + 1):
        backend = Guarded(at.scheme, allowed, resolve, end)
        with _plain_errors(at), _asked(at, backend) as answer:
            if answer.status not in MOVED:
                _check_status(at, answer.status)
                return Fetched(url, *_taken(at, answer, limits.most_bytes))
            at = _next(at, answer)
    raise Refused(f"{_shown(url)}: sends from one address to the next without end; nothing was secured")


@contextmanager
def _asked(at: httpx.URL, backend: Guarded) -> Iterator[httpcore.Response]:
    with (
        httpcore.ConnectionPool(network_backend=backend) as pool,
        pool.stream("GET", _target(at), headers=_headers(at)) as answer,
    ):
        yield answer


def _parsed(url: str) -> httpx.URL:
    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, ValueError):
        raise Refused(f"{_shown(url)}: no address that can be read; nothing was fetched") from None
    strange = "%" in parsed.host or (parsed.port or 0) > LAST_PORT
    if parsed.scheme not in PORTS or not parsed.host or parsed.userinfo or strange:
        raise Refused(f"{_shown(url)}: only https without a password is fetched; nothing was fetched")
    return parsed


def _target(at: httpx.URL) -> httpcore.URL:
    port = at.port or PORTS[at.scheme]
    return httpcore.URL(scheme=at.raw_scheme, host=at.raw_host, port=port, target=at.raw_path)


def _headers(at: httpx.URL) -> list[tuple[bytes, bytes]]:
    """Bytes as they lie there: no packing on the way, so that nothing unfolds here either."""
    told = {
        b"Host": at.netloc,
        b"User-Agent": AGENT.encode(),
        b"Accept": b"*/*",
        b"Accept-Encoding": b"identity",
    }
    return list(told.items())


def _check_status(at: httpx.URL, status: int) -> None:
    if status == httpx.codes.OK:
        return
    name = f"{_shown(at.host)}: answered {status}"
    if status in GONE:
        raise Refused(f"{name}; it is gone there, nothing was secured")
    if status >= httpx.codes.INTERNAL_SERVER_ERROR or status in LATER:
        raise Transient(f"{name}; try again in a few minutes")
    raise Refused(f"{name}; it is not given to everybody, secure it on the network itself")


def _next(at: httpx.URL, answer: httpcore.Response) -> httpx.URL:
    try:
        told = _told(answer, b"location")
        return _parsed(str(at.join(told)))
    except (httpx.InvalidURL, ValueError):
        raise Refused(f"{_shown(at.host)}: sends on to no address; nothing was secured") from None


def _taken(at: httpx.URL, answer: httpcore.Response, most: int) -> tuple[str, bytes]:
    """Content type and bytes; what is too much is left as soon as that is known."""
    if _told(answer, b"content-encoding").lower() not in ("", "identity"):
        raise Refused(
            f"{_shown(at.host)}: sent it packed though asked not to; secure it on the network itself"
        )
    length = _told(answer, b"content-length")
    body = bytearray()
    if not (length.isascii() and length.isdigit() and int(length[:20]) > most):
        for block in answer.iter_stream():
            body += block
            if len(body) > most:
                break
        else:
            return _told(answer, b"content-type"), bytes(body)
    raise Refused(
        f"{_shown(at.host)}: more than {most:,} bytes; nothing was kept, secure it on the network itself"
    )


def _told(answer: httpcore.Response, name: bytes) -> str:
    return next((v.decode("latin-1").strip() for n, v in answer.headers if n.lower() == name), "")


def _shown(words: str) -> str:
    return words[:LONGEST_SHOWN]


@contextmanager
def _plain_errors(at: httpx.URL) -> Iterator[None]:
    name = _shown(at.host)
    try:
        yield
    except StreifeError:
        raise
    except httpcore.TimeoutException:
        raise Transient(f"{name}: too slow; nothing was kept, try again later") from None
    except httpcore.ProtocolError:
        raise Transient(f"{name}: the answer broke off; nothing was kept, try again") from None
    except (httpcore.NetworkError, OSError, UnicodeError) as why:
        raise Transient(f"{name}: out of reach ({_shown(str(why))}); try again later") from why
