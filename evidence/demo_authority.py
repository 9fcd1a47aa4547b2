"""The self-made authority of the embedded default: it signs, says in its name that it proves nothing."""

import os
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from secrets import token_hex

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, pkcs12
from cryptography.x509.oid import NameOID

from evidence.signing import DEMO, CannotSign

KEY = "demo-signer.p12"
ROOT = "demo-root.pem"
YEARS = timedelta(days=2 * 365)
SKEW = timedelta(days=1)


def file(home: Path, now: datetime) -> Path:
    """The PKCS#12 file (without a password, readable by its owner only), made where there is none yet.

    The root's key is forgotten once it has signed, so nothing else can be issued in its name; its certificate
    lies beside as `demo-root.pem`. Of two processes that begin at once one wins. Raises CannotSign when
    the folder cannot be written to or the file is open to others.
    """
    path = home / KEY
    try:
        if not path.exists():
            _make(path, now)
        if path.stat().st_mode & 0o077:
            raise CannotSign(f"{path}: others may read this key; run chmod 600 on it")
        anchor = root(path.read_bytes())
        if not (home / ROOT).exists() or (home / ROOT).read_bytes() != anchor:
            (home / ROOT).write_bytes(anchor)
    except OSError as why:
        raise CannotSign(f"{path}: cannot be made or read ({why.strerror}); mend the folder") from why
    except ValueError as why:
        raise CannotSign(f"{path}: damaged; delete it, and a new demo is made") from why
    return path


def _make(path: Path, now: datetime) -> None:
    """Link it into place, so that it is there whole or not at all, and never replaces another."""
    draft = path.with_name(f".{path.name}.{token_hex(4)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(authority(now))
        os.fsync(file.fileno())
    with suppress(FileExistsError):
        os.link(draft, path)
    draft.unlink()


def authority(now: datetime, lasting: timedelta = YEARS) -> bytes:
    """A new authority: the signer's key, its certificate and the root's (PKCS#12 without a password)."""
    root_key, key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    valid = (now - SKEW, now + lasting)
    anchor = _certificate("Wurzel", "Wurzel", root_key.public_key(), root_key, valid)
    signer = _certificate("Unterschrift", "Wurzel", key.public_key(), root_key, valid)
    return pkcs12.serialize_key_and_certificates(b"streife", key, signer, [anchor], NoEncryption())


def root(packed: bytes) -> bytes:
    """The root's certificate (PEM) of such an authority: what a verifier of a demo is given to trust."""
    [issuer] = pkcs12.load_pkcs12(packed, None).additional_certs
    return issuer.certificate.public_bytes(Encoding.PEM)


def _certificate(
    role: str,
    by: str,
    public: ec.EllipticCurvePublicKey,
    issuer_key: ec.EllipticCurvePrivateKey,
    valid: tuple[datetime, datetime],
) -> x509.Certificate:
    is_root = role == by
    issuer = x509.SubjectKeyIdentifier.from_public_key(issuer_key.public_key())
    return (
        x509.CertificateBuilder(_name(by), _name(role), public, x509.random_serial_number(), *valid)
        .add_extension(x509.BasicConstraints(ca=is_root, path_length=0 if is_root else None), critical=True)
        .add_extension(_usage(is_root), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(issuer), critical=False)
        .sign(issuer_key, SHA256())
    )


def _name(role: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, DEMO),
            x509.NameAttribute(NameOID.COMMON_NAME, f"Streife {role} ({DEMO})"),
        ]
    )


def _usage(is_root: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not is_root,
        content_commitment=not is_root,
        key_cert_sign=is_root,
        crl_sign=is_root,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
