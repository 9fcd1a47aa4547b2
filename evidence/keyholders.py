"""Where a signer's key is kept: in a PKCS#12 file, or in a token that never gives it away (PKCS#11)."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from threading import Lock

import pkcs11
from asn1crypto import x509 as asn1
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.hashes import SHA256, SHA384, SHA512
from cryptography.hazmat.primitives.serialization import Encoding, load_der_private_key
from pyhanko.config.pkcs11 import TokenCriteria
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.pkcs11 import PKCS11Signer, open_pkcs11_session
from pyhanko.sign.signers.pdf_cms import Signer as CmsSigner
from pyhanko.sign.signers.pdf_cms import SimpleSigner

from evidence.signing import CannotSign, Signer, chain_of

REMEDY = "have a new certificate issued and put it in its place"
HASHES: dict[str, type[SHA256 | SHA384 | SHA512]] = {"sha256": SHA256, "sha384": SHA384, "sha512": SHA512}
# A token knows one session that is signed in per process.
_TOKEN = Lock()


class _SameEachTime(SimpleSigner):
    """Signs the same bytes in the same way each time with ECDSA, too (RFC 6979), as PKCS#1 v1.5 does."""

    def sign_raw(self, data: bytes, digest_algorithm: str) -> bytes:
        """The bare signature over the data, which is hashed here."""
        key = load_der_private_key(self.signing_key.dump(), None)
        if isinstance(key, EllipticCurvePrivateKey):
            return key.sign(data, _without_chance(HASHES[digest_algorithm]()))
        return super().sign_raw(data, digest_algorithm)


def _without_chance(hashed: SHA256 | SHA384 | SHA512) -> ECDSA:
    """ECDSA as RFC 6979 has it where OpenSSL knows it (3.2), else with chance, which is as safe."""
    try:
        return ECDSA(hashed, deterministic_signing=True)
    except UnsupportedAlgorithm:
        return ECDSA(hashed)


def from_pkcs12(path: Path, password: str = "", remedy: str = REMEDY) -> Signer:
    """The signer in a PKCS#12 file, with whatever issuers lie in it; raises CannotSign naming the file."""
    try:
        content = path.read_bytes()
        held = SimpleSigner.load_pkcs12_data(content, [], password.encode() or None)
        signer = _SameEachTime(held.signing_cert, held.signing_key, held.cert_registry)
    except OSError as why:
        raise CannotSign(f"{path}: cannot be read ({why.strerror}); check sign_pkcs12") from why
    except (ValueError, TypeError, AttributeError) as why:
        # Never the library's own words: they may hold what stands in the file.
        raise CannotSign(
            f"{path}: no PKCS#12 with key and certificate opens with the password set; "
            "check sign_pkcs12 and sign_pkcs12_password"
        ) from why

    def key() -> AbstractContextManager[CmsSigner]:
        return nullcontext(signer)

    return Signer(_chain(signer), str(path), remedy, key)


def from_pkcs11(module: Path, token: str, label: str, pin: str) -> Signer:
    """The signer in a token: key and certificate by their common label; raises CannotSign.

    A session lasts as long as one signature, so that a token pulled and put back works again. The hash is
    made here: not every token knows mechanisms that hash and sign in one.
    """
    place = f"PKCS#11 token {token}, {label}"

    @contextmanager
    def key() -> Iterator[CmsSigner]:
        with (
            _TOKEN,
            _clear(place),
            open_pkcs11_session(
                str(module), token_criteria=TokenCriteria(label=token), user_pin=pin
            ) as session,
        ):
            found = PKCS11Signer(session, cert_label=label, key_label=label, other_certs_to_pull=None)
            chain = [asn1.Certificate.load(_der(one)) for one in _chain(found)]
            yield PKCS11Signer(
                session,
                signing_cert=chain[0],
                ca_chain=chain[1:],
                key_label=label,
                other_certs_to_pull=(),
                use_raw_mechanism=True,
            )

    with key() as signer:
        return Signer(_chain(signer), place, REMEDY, key)


@contextmanager
def _clear(place: str) -> Iterator[None]:
    try:
        yield
    except (pkcs11.PKCS11Error, PdfError, RuntimeError) as why:
        told = str(why) or type(why).__name__
        raise CannotSign(
            f"{place}: {told}; check sign_pkcs11_module, _token, _label and _pin, and that the token is there"
        ) from why


def _chain(signer: CmsSigner) -> tuple[x509.Certificate, ...]:
    if signer.signing_cert is None:
        raise CannotSign("signer: a key without a certificate; put the certificate beside it")
    leaf = x509.load_der_x509_certificate(signer.signing_cert.dump())
    return chain_of(leaf, [x509.load_der_x509_certificate(one.dump()) for one in signer.cert_registry])


def _der(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(Encoding.DER)
