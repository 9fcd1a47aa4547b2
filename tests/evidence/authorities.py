"""Authorities for tests: a chain of certificates, and a time stamping authority (openssl ts) on loopback."""

import subprocess
import threading
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from evidence.keyholders import from_pkcs12
from evidence.sealing import Sealer
from evidence.stamping import Stamper

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
LASTING = timedelta(days=20_000)
CONFIG = """\
[tsa]
default_tsa = t
[t]
serial = {0}/serial
signer_cert = {0}/tsa.pem
signer_key = {0}/tsa.key
certs = {0}/tsa.pem
default_policy = 1.2.3.4.1
digests = sha256, sha512
signer_digest = sha256
ess_cert_id_alg = sha256
"""


def a_key():
    return ec.generate_private_key(ec.SECP256R1())


def certificate(name, key, issuer=None, issuer_key=None, *, usage=None, begin=LONG_AGO, lasting=LASTING):
    """A certificate; without an issuer a root. `usage` is an extended one."""
    ca = issuer is None
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    built = x509.CertificateBuilder(
        issuer.subject if issuer else subject,
        subject,
        key.public_key(),
        x509.random_serial_number(),
        begin,
        begin + lasting,
    ).add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
    signs = {"digital_signature": not ca, "content_commitment": not ca and not usage}
    others = ("key_encipherment", "data_encipherment", "key_agreement", "encipher_only", "decipher_only")
    bits = {**signs, "key_cert_sign": ca, "crl_sign": ca, **dict.fromkeys(others, False)}
    built = built.add_extension(x509.KeyUsage(**bits), critical=True)
    if usage:
        built = built.add_extension(x509.ExtendedKeyUsage([usage]), critical=True)
    return built.sign(issuer_key or key, SHA256())


def pem(*certificates) -> bytes:
    return b"".join(one.public_bytes(Encoding.PEM) for one in certificates)


def key_pem(key) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


class TimeAuthority:
    """Stamps what it is sent; `answer` may be set to send something else instead."""

    def __init__(self, folder: Path) -> None:
        root_key, key = a_key(), a_key()
        self.root = certificate("Zeit Wurzel", root_key)
        leaf = certificate(
            "Zeitstempel Eins", key, self.root, root_key, usage=ExtendedKeyUsageOID.TIME_STAMPING
        )
        self.folder, self.answer, self.asked = folder, None, 0
        self.roots = folder / "roots.pem"
        for name, content in {
            "tsa.pem": pem(leaf),
            "tsa.key": key_pem(key),
            "roots.pem": pem(self.root),
            "serial": b"01\n",
            "tsa.cnf": CONFIG.format(folder).encode(),
        }.items():
            (folder / name).write_bytes(content)

    def stamp(self, query: bytes) -> bytes:
        self.asked += 1
        if self.answer is not None:
            return self.answer
        asked, told = self.folder / "query", self.folder / "reply"
        asked.write_bytes(query)
        command = ["openssl", "ts", "-reply", "-config", "tsa.cnf", "-queryfile", asked, "-out", told]
        subprocess.run(command, cwd=self.folder, check=True, capture_output=True)
        return told.read_bytes()

    @contextmanager
    def serving(self):
        """Its address on loopback."""
        authority = self

        class Desk(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                told = authority.stamp(self.rfile.read(int(self.headers["content-length"])))
                self.send_response(200)
                self.send_header("content-type", "application/timestamp-reply")
                self.end_headers()
                self.wfile.write(told)

            def log_message(self, *_: object) -> None:
                pass

        with ThreadingHTTPServer(("127.0.0.1", 0), Desk) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{server.server_port}/"
            server.shutdown()


class Office:
    """A police authority with its root, its signer and its time stamping authority."""

    def __init__(self, folder: Path, name: str, stack: ExitStack) -> None:
        folder.mkdir()
        root_key, key = a_key(), a_key()
        self.root = certificate(f"{name} Wurzel", root_key)
        own = certificate(f"{name} Siegel", key, self.root, root_key)
        content = pkcs12.serialize_key_and_certificates(b"x", key, own, [self.root], NoEncryption())
        (folder / "key.p12").write_bytes(content)
        self.time = TimeAuthority(folder)
        self.stamper = Stamper([stack.enter_context(self.time.serving())], [self.time.root])
        self.sealer = Sealer(from_pkcs12(folder / "key.p12"), self.stamper)
        self.trust = folder / "trust.pem"
        self.trust.write_bytes(pem(self.root, self.time.root))
