"""Signs what leaves the house: CAdES (ETSI EN 319 122-1, baseline B) beside and in it, while one may."""

import asyncio
from collections.abc import Callable, Collection, Coroutine, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes, select_suitable_signing_md
from pyhanko.sign.signers.pdf_cms import Signer as CmsSigner

from casework.errors import StreifeError
from casework.visible import visible
from evidence import pades
from evidence.signature import is_for_documents

WARN_AHEAD = timedelta(days=30)
DEMO = "UEBUNG / DEMO - beweist nichts"
MOST_ISSUERS = 10


class CannotSign(StreifeError):
    """The key or its certificate cannot be used; the words name it and the remedy."""


@dataclass(frozen=True)
class Signer:
    """A key that signs, wherever it is kept; `chain` are its certificates, its own first.

    `place` names where the key is kept, for people; `remedy` says what to do once it has run out.
    """

    chain: Sequence[x509.Certificate]
    place: str
    remedy: str
    key: Callable[[], AbstractContextManager[CmsSigner]]

    @property
    def name(self) -> str:
        """Whose key it is, as its certificate says."""
        return subject(self.chain[0])

    def sign(self, content: bytes, at: datetime) -> bytes:
        """The signature (CMS, DER) over these bytes, with `at` as the time at which it claims to be made.

        Raises CannotSign when the key does not answer.
        """
        return self._made(lambda key: _signed(key, content, at))

    def sign_pdf(self, pdf: bytes, at: datetime) -> bytes:
        """The PDF with a signature over all of it inside, with `at` as its time; raises CannotSign."""
        return self._made(lambda key: pades.signed(pdf, key, at))

    def _made(self, by: Callable[[CmsSigner], Coroutine[None, None, bytes]]) -> bytes:
        try:
            with self.key() as key:
                return asyncio.run(by(key))
        except (PdfError, OSError, ValueError) as why:
            raise CannotSign(
                f"{self.place}: the key does not sign ({why}); check it and export again"
            ) from why

    def check(self, now: datetime) -> tuple[str, ...]:
        """Warnings about a certificate that runs out soon.

        Raises CannotSign where one is not valid now, or its own is for something else than documents.
        """
        for one in self.chain:
            begin, end = one.not_valid_before_utc, one.not_valid_after_utc
            if now > end or now < begin:
                span = f"from {begin:%Y-%m-%d} to {end:%Y-%m-%d} only"
                raise CannotSign(
                    f"{self.place}: the certificate of {subject(one)} is valid {span}; {self.remedy}"
                )
        if not is_for_documents(self.chain[0]):
            raise CannotSign(
                f"{self.place}: the certificate of {self.name} is not for signing documents, and nobody who "
                "verifies would trust it; have one issued that is (key usage: digital signature)"
            )
        first = min(self.chain, key=lambda one: one.not_valid_after_utc)
        if now + WARN_AHEAD < first.not_valid_after_utc:
            return ()
        left = (first.not_valid_after_utc - now).days
        return (
            f"{self.place}: the certificate of {subject(first)} runs out in {left} days, on "
            f"{first.not_valid_after_utc:%Y-%m-%d}; then nothing can be exported: {self.remedy}",
        )


def subject(certificate: x509.Certificate) -> str:
    """Whom a certificate names, on one line that forges nothing."""
    return visible(certificate.subject.rfc4514_string())


def is_demo(certificate: x509.Certificate) -> bool:
    """Whether the certificate says of itself that it proves nothing."""
    return DEMO in certificate.subject.rfc4514_string()


def digest(certificate: x509.Certificate) -> str:
    """SHA-256 (hex) of a certificate in DER."""
    return certificate.fingerprint(SHA256()).hex()


def pem(certificates: Sequence[x509.Certificate]) -> bytes:
    """Certificates as text, each once, in order."""
    return b"".join(dict.fromkeys(one.public_bytes(Encoding.PEM) for one in certificates))


def certificates_in(path: Path) -> list[x509.Certificate]:
    """The certificates in a PEM file; raises CannotSign naming it where there is none."""
    try:
        return x509.load_pem_x509_certificates(path.read_bytes())
    except OSError as why:
        raise CannotSign(f"{path}: cannot be read ({why.strerror}); name a PEM file of certificates") from why
    except ValueError as why:
        raise CannotSign(f"{path}: no certificate in PEM; name a file that holds some") from why


def chain_of(leaf: x509.Certificate, others: Collection[x509.Certificate]) -> tuple[x509.Certificate, ...]:
    """The certificate and its issuers among the others, as far as they are there; self-signed ones end it."""
    chain = [leaf]
    while chain[-1].issuer != chain[-1].subject and len(chain) < MOST_ISSUERS:
        issuer = next((one for one in others if _issued(chain[-1], one)), None)
        if issuer is None:
            break
        chain.append(issuer)
    return tuple(chain)


def _issued(certificate: x509.Certificate, by: x509.Certificate) -> bool:
    try:
        certificate.verify_directly_issued_by(by)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


async def _signed(signer: CmsSigner, content: bytes, at: datetime) -> bytes:
    certificate = signer.signing_cert
    if certificate is None:
        raise ValueError("without a certificate")
    signed = await signer.async_sign_general_data(
        content,
        select_suitable_signing_md(certificate.public_key),
        detached=True,
        use_cades=True,
        signed_attr_settings=PdfCMSSignedAttributes(signing_time=at),
    )
    return bytes(signed.dump())
