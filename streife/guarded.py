"""Leaves the house only for addresses that are public, and only for as long as there is time.

The host comes out of a stranger's message: it is looked up here, every address it has is checked, and the
connection goes to the very address that was checked.
"""

import socket
import time
from collections.abc import Callable, Iterable, Iterator
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any

import httpcore

from casework.errors import Refused

LONGEST_PAUSE = 15.0
LONGEST_SHOWN = 200
NAT64 = IPv6Network("64:ff9b::/96")

Address = IPv4Address | IPv6Address
Allowed = Callable[[str, Address], bool]
Resolve = Callable[[str, int], list[str]]


def resolved(host: str, port: int) -> list[str]:
    """All addresses of a host, as the system's resolver tells; raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def public(scheme: str, address: Address) -> bool:
    """Whether this may be reached: over https, at an address that all the world can reach too."""
    return scheme == "https" and all(_is_public(one) for one in _meant(address))


class Guarded(httpcore.NetworkBackend):
    """Looks a host up, checks every address it has, and connects to one that was checked."""

    def __init__(self, scheme: str, allowed: Allowed, resolve: Resolve, end: float) -> None:
        self._scheme, self._allowed, self._resolve, self._end = scheme, allowed, resolve, end
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - httpcore's signature; our own end counts
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A stream to the host that ends in time; raises Refused where it may not be reached."""
        addresses = [ip_address(told.partition("%")[0]) for told in self._resolve(host, port)]
        if not addresses or not all(self._allowed(self._scheme, one) for one in addresses):
            raise Refused(
                f"{host[:LONGEST_SHOWN]}: only https to public addresses is fetched; nothing was, "
                "open the message on the network itself"
            )
        left = _left(self._end)
        at = str(addresses[0])
        return _Ending(self._plain.connect_tcp(at, port, left, local_address, socket_options), self._end)


class _Ending(httpcore.NetworkStream):
    """A stream whose every step ends in time, however slowly the other side drips."""

    def __init__(self, inner: httpcore.NetworkStream, end: float) -> None:
        self._inner, self._end = inner, end

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - as above
        """What came."""
        return self._inner.read(max_bytes, _left(self._end))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002 - as above
        """Send."""
        self._inner.write(buffer, _left(self._end))

    def close(self) -> None:
        """Let go."""
        self._inner.close()

    def start_tls(
        self,
        ssl_context: Any,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        """The same with TLS; the certificate must be the host's, not the address's."""
        inside = self._inner.start_tls(ssl_context, server_hostname, _left(self._end))
        return _Ending(inside, self._end)

    def get_extra_info(self, info: str) -> Any:
        """As the stream tells."""
        return self._inner.get_extra_info(info)


def _left(end: float) -> float:
    left = end - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout
    return min(left, LONGEST_PAUSE)


def _meant(address: Address) -> Iterator[Address]:
    """The address itself, and the IPv4 address that an IPv6 one only wraps."""
    yield address
    if isinstance(address, IPv6Address):
        if inner := address.ipv4_mapped or address.sixtofour:
            yield inner
        if address in NAT64:
            yield IPv4Address(int(address) & 0xFFFFFFFF)


def _is_public(address: Address) -> bool:
    reserved = address.is_reserved and not (isinstance(address, IPv6Address) and address in NAT64)
    site = isinstance(address, IPv6Address) and address.is_site_local
    kept_apart = address.is_private or address.is_loopback or address.is_link_local or address.is_unspecified
    return address.is_global and not (reserved or site or kept_apart or address.is_multicast)
