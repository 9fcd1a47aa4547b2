"""Time from somebody else: RFC 3161 time stamps, from the first authority that answers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import httpx
from cryptography import x509
from rfc3161_client import (
    HashAlgorithm,
    TimestampRequestBuilder,
    TimeStampResponse,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from casework.errors import StreifeError
from casework.visible import visible
from evidence.signing import chain_of, subject

ASKED = "application/timestamp-query"
ANSWERED = "application/timestamp-reply"
PATIENCE = 10.0
MOST_BYTES = 1 << 20


class NoStamp(StreifeError):
    """No time stamp, or not one that holds; the words say of whom and why."""


@dataclass(frozen=True)
class Stamp:
    """A time stamp that was verified: the response (DER), its time, by whom (certificates) and from where."""

    response: bytes
    at: datetime
    chain: tuple[x509.Certificate, ...]
    url: str = ""

    @property
    def by(self) -> str:
        """The authority, as its certificate names it."""
        return subject(self.chain[0])


@dataclass(frozen=True)
class Stamper:
    """The authorities in the order in which they are asked, and the roots that one of them must lead to."""

    urls: Sequence[str]
    roots: Sequence[x509.Certificate]
    patience: float = PATIENCE

    def stamp(self, content: bytes) -> Stamp:
        """A stamp over these bytes (SHA-512, with a nonce) from the first authority that gives a sound one.

        Raises NoStamp with what each of them answered.
        """
        why: list[str] = []
        for url in self.urls:
            try:
                return replace(self._of(url, content), url=url)
            except (httpx.HTTPError, httpx.InvalidURL, NoStamp) as error:
                why.append(f"{url}: {visible(str(error)) or type(error).__name__}")
        raise NoStamp("time stamp: " + ("; ".join(why) or "no authority is set (tsa_urls)"))

    def again(self, stamp: Stamp) -> "Stamper":
        """A stamper that asks this stamp's authority only, for one that leads to the same root."""
        return Stamper((stamp.url,), stamp.chain, self.patience)

    def _of(self, url: str, content: bytes) -> Stamp:
        request = TimestampRequestBuilder(content, HashAlgorithm.SHA512).build()
        return checked(self._answer(url, request.as_bytes()), content, self.roots, request.nonce)

    def _answer(self, url: str, request: bytes) -> bytes:
        """What the authority sends, as long as it is no longer than a stamp can be."""
        headers = {"content-type": ASKED, "accept": ANSWERED}
        with httpx.stream("POST", url, content=request, headers=headers, timeout=self.patience) as answer:
            if not answer.is_success:
                raise NoStamp(f"HTTP {answer.status_code}")
            told = b""
            for block in answer.iter_bytes():
                told += block
                if len(told) > MOST_BYTES:
                    raise NoStamp(f"more than {MOST_BYTES:,} bytes are no time stamp")
        return told


def checked(
    response: bytes, content: bytes, roots: Sequence[x509.Certificate], nonce: int | None = None
) -> Stamp:
    """The stamp in a response, if it is over these bytes and leads to one of the roots at its own time.

    Raises NoStamp saying what does not hold (RFC 3161, section 2.4.2).
    """
    try:
        decoded = decode_timestamp_response(response)
        if decoded.as_bytes() != response:
            raise NoStamp("a response with something beside the time stamp")
    except ValueError as why:
        raise NoStamp("no time stamp response (RFC 3161)") from why
    _verify(decoded, content, roots, nonce)
    return Stamp(response, decoded.tst_info.gen_time, _chain(decoded, roots))


def _verify(
    decoded: TimeStampResponse, content: bytes, roots: Sequence[x509.Certificate], nonce: int | None
) -> None:
    """Against one root after the other: two of the same name, as after a new key, would hide each other."""
    why: Exception | None = None
    for root in dict.fromkeys(roots):
        try:
            VerifierBuilder(nonce=nonce, roots=[root]).build().verify_message(decoded, content)
        except (VerificationError, ValueError) as error:
            why = error
        else:
            return
    said = visible(str(why)) if why else "no root to lead to was given"
    raise NoStamp(f"the time stamp does not hold: {said}") from why


def _chain(decoded: TimeStampResponse, roots: Sequence[x509.Certificate]) -> tuple[x509.Certificate, ...]:
    """The certificate that signed, and its issuers up to the root."""
    signers = {(info.issuer, info.serial_number) for info in decoded.signed_data.signer_infos}
    try:
        held = [x509.load_der_x509_certificate(one) for one in decoded.signed_data.certificates]
    except ValueError as why:
        raise NoStamp("a certificate in the time stamp is none") from why
    leaves = [one for one in held if (one.issuer, one.serial_number) in signers]
    if len(signers) != 1 or not leaves:
        raise NoStamp("the time stamp does not hold the certificate of its one signer")
    return chain_of(leaves[0], [*held, *roots])
