"""Is a detached signature (CMS, CAdES) over these bytes, by whom, and does that lead to a root."""

import asyncio
import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from math import factorial, prod

from asn1crypto import cms
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import async_validate_detached_cms
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import StandardCMSSignatureStatus
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import InvalidCertificateError, ValidationError

# What the libraries raise for bytes that are no signature, found by flipping bits and cutting.
GARBAGE = (
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    ArithmeticError,
    RecursionError,
    NotImplementedError,
    InvalidSignature,
    UnsupportedAlgorithm,
    SignatureValidationError,
    ValidationError,
)
# They tell a log of the process, which nobody asked; what is wrong with a package stands in our report.
for _told in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_told).addHandler(logging.NullHandler())
# A chain has a handful; among certificates that issue each other crosswise the ways grow without bound.
MOST_CERTIFICATES = 20
MOST_WAYS = 100
SIGNS = {"digital_signature", "non_repudiation"}
USAGES = KeyUsageConstraints(key_usage=SIGNS, match_all_key_usages=False)
# A certificate that names its purposes (RFC 5280, 4.2.1.12) must name documents or mail, not web servers.
FOR_DOCUMENTS = KeyUsageConstraints(
    key_usage=SIGNS,
    match_all_key_usages=False,
    extd_key_usage={
        "email_protection",
        "1.3.6.1.5.5.7.3.36",  # document signing (RFC 9336)
        "microsoft_document_signing",
        "adobe_authentic_documents_trust",
    },
    explicit_extd_key_usage_required=False,
)


class NotSound(Exception):
    """The signature does not hold; the words say why."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature that is over the bytes; `at` is when it claims to be made.

    `trusted` says whether its certificate is for documents, was valid then and when it was stamped, and leads
    to a root.
    """

    certificate: x509.Certificate
    at: datetime
    trusted: bool


def checked(
    signature: bytes,
    content: bytes,
    roots: Sequence[x509.Certificate],
    moment: datetime | None = None,
    claimed: datetime | None = None,
) -> Signature:
    """Read a detached signature over these bytes; certificates are judged at `moment`, else as it claims.

    `claimed` is when it claims to be made where it does not say so itself (in a PDF the document does).
    Nothing is fetched and no revocation list asked: a package is verified offline. Raises NotSound.
    """
    try:
        signed = _signed_data(signature)
        _check_measure(signed)
        at = claimed or _signing_time(signed)
        status = asyncio.run(_status(signed, content, roots, moment or at))
    except GARBAGE as why:
        raise NotSound(f"no detached CAdES signature ({type(why).__name__})") from why
    if not status.intact:
        raise NotSound("not over these bytes")
    if not status.valid:
        raise NotSound("not made with the key of its certificate")
    certificate = x509.load_der_x509_certificate(status.signing_cert.dump())
    begin, end = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    in_force = all(begin <= one <= end for one in (at, moment or at))
    trusted = bool(status.trusted) and in_force and is_for_documents(certificate)
    return Signature(certificate, at, trusted)


def is_for_documents(certificate: x509.Certificate) -> bool:
    """Whether its key may sign documents, as far as the certificate says what it is for."""
    try:
        FOR_DOCUMENTS.validate(asn1.Certificate.load(certificate.public_bytes(Encoding.DER)))
    except InvalidCertificateError:
        return False
    return True


def _signed_data(signature: bytes) -> cms.SignedData:
    """Strictly one CMS structure, nothing behind it."""
    info = cms.ContentInfo.load(signature, strict=True)
    if info["content_type"].native != "signed_data":
        raise ValueError("no signed data")
    return info["content"]


def _check_measure(signed: cms.SignedData) -> None:
    """Refuse what would keep whoever looks for ways to a root busy for ever, here or in a stamp inside."""
    held = {one.dump(): one.chosen for one in signed["certificates"]}
    names = Counter(one.subject.hashable for one in held.values() if isinstance(one, asn1.Certificate))
    if len(held) > MOST_CERTIFICATES or prod(map(factorial, names.values())) > MOST_WAYS:
        raise NotSound(f"it holds {len(held)} certificates, or too many of one name: no chain needs them")
    for info in signed["signer_infos"]:
        inside = {one["type"].native for one in info["signed_attrs"]}
        if len(info["unsigned_attrs"]) or "content_time_stamp" in inside:
            raise NotSound("it carries attributes that none of ours has")


def _signing_time(signed: cms.SignedData) -> datetime:
    [info] = signed["signer_infos"]
    [time] = [one for one in info["signed_attrs"] if one["type"].native == "signing_time"]
    found: datetime = time["values"][0].native
    return found


async def _status(
    signed: cms.SignedData, content: bytes, roots: Sequence[x509.Certificate], moment: datetime
) -> StandardCMSSignatureStatus:
    anchors = [asn1.Certificate.load(one.public_bytes(Encoding.DER)) for one in roots]
    context = ValidationContext(
        trust_roots=anchors, moment=moment, allow_fetching=False, revocation_mode="soft-fail"
    )
    return await async_validate_detached_cms(
        content, signed, signer_validation_context=context, key_usage_settings=USAGES
    )
