"""The seal of a package: who signs, who tells the time, and the signatures themselves."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from pydantic import BaseModel, ConfigDict, SecretStr

from casework.custody import Lack, SealNote
from casework.dossier import Dossier
from evidence import demo_authority, form, keyholders
from evidence.face import Face
from evidence.signing import CannotSign, Signer, certificates_in, digest, is_demo, pem
from evidence.stamping import NoStamp, Stamp, Stamper

NSS_CURVES = frozenset({"secp256r1", "secp384r1", "secp521r1"})
DEMO_REMEDY = "delete this file, and a new demo is made"


class Options(BaseModel):
    """What an operator may set of the seal (streife.settings says what each means)."""

    model_config = ConfigDict(frozen=True)

    home: Path
    pkcs12: Path | None = None
    pkcs12_password: SecretStr = SecretStr("")
    pkcs11_module: Path | None = None
    pkcs11_token: str = ""
    pkcs11_label: str = ""
    pkcs11_pin: SecretStr = SecretStr("")
    tsa_urls: tuple[str, ...] = ()
    tsa_roots: Path | None = None


@dataclass(frozen=True)
class Seal:
    """The seal of one package, begun: the audit log's head is signed, and the face is known.

    `files` are the signatures so far, by their place in the package; `notes` what the exporter has to hear.
    """

    face: Face
    files: Mapping[str, bytes]
    certificates: bytes
    notes: tuple[SealNote, ...]
    _signer: Signer
    _stamper: Stamper | None
    _at: datetime

    @property
    def known_to_pdfsig(self) -> bool:
        """Whether the library behind pdfsig (NSS) knows this kind of key; it knows no Brainpool curve."""
        key = self._signer.chain[0].public_key()
        known = isinstance(key, EllipticCurvePublicKey) and key.curve.name in NSS_CURVES
        return known or isinstance(key, RSAPublicKey)

    def paper(self, pdf: bytes) -> bytes:
        """The PDF with a signature of its own over all of it (PAdES); raises CannotSign."""
        return self._signer.sign_pdf(pdf, self._at)

    def closed(self, tag_manifest: bytes) -> dict[str, bytes]:
        """All signatures by place, now also the one over the tag manifest.

        Raises CannotSign or NoStamp when key or authority, which did answer before, no longer do.
        """
        made = {form.SIGNATURE: self._signer.sign(tag_manifest, self._at)}
        if self._stamper:
            made[form.stamp_of(form.SIGNATURE)] = self._stamper.stamp(made[form.SIGNATURE]).response
        return {**self.files, **made}


@dataclass(frozen=True)
class Sealer:
    """A signer and, where there are any, the authorities that tell the time."""

    signer: Signer
    stamper: Stamper | None = None

    def begin(self, dossier: Dossier) -> Seal:
        """Sign the audit log's head and have it stamped; what that gives, the package says on its face.

        Without an answer from any authority the package goes on without a time stamp, and says so.
        Raises CannotSign, also where the certificate is not valid at the export.
        """
        at = dossier.exported_at
        notes = [SealNote(Lack.EXPIRES, words) for words in self.signer.check(at)]
        files = {form.HEAD_SIGNATURE: self.signer.sign(form.head(dossier), at)}
        stamp: Stamp | None = None
        if self.stamper:
            try:
                stamp = self.stamper.stamp(files[form.HEAD_SIGNATURE])
                files[form.stamp_of(form.HEAD_SIGNATURE)] = stamp.response
            except NoStamp as why:
                notes.append(SealNote(Lack.UNSTAMPED, str(why)))
        leaf = self.signer.chain[0]
        face = Face(self.signer.name, digest(leaf), is_demo(leaf), stamp.by if stamp else "")
        certificates = pem([*self.signer.chain, *(stamp.chain if stamp else ())])
        # The package's face and certificates name this authority: no other may stamp the rest of it.
        same = self.stamper.again(stamp) if self.stamper and stamp else None
        return Seal(face, files, certificates, (*notes, *_told(face)), self.signer, same, at)


def configured(told: Mapping[str, object], now: datetime) -> Sealer:
    """The sealer that the settings name; raises as `opened` does."""
    return opened(Options.model_validate(told), now)


def opened(options: Options, now: datetime) -> Sealer:
    """The sealer that the options name, ready to sign; raises CannotSign or NoStamp naming what to mend."""
    signer = _signer(options, now)
    signer.check(now)
    return Sealer(signer, _stamper(options))


def _signer(options: Options, now: datetime) -> Signer:
    if options.pkcs12 and options.pkcs11_module:
        raise CannotSign("sign_pkcs12 and sign_pkcs11_module are both set; keep one of them")
    if options.pkcs12:
        return keyholders.from_pkcs12(options.pkcs12, options.pkcs12_password.get_secret_value())
    if options.pkcs11_module:
        if not options.pkcs11_token or not options.pkcs11_label:
            raise CannotSign("sign_pkcs11_module is set; set sign_pkcs11_token and sign_pkcs11_label, too")
        pin = options.pkcs11_pin.get_secret_value()
        return keyholders.from_pkcs11(options.pkcs11_module, options.pkcs11_token, options.pkcs11_label, pin)
    return keyholders.from_pkcs12(demo_authority.file(options.home, now), remedy=DEMO_REMEDY)


def _stamper(options: Options) -> Stamper | None:
    if not options.tsa_urls:
        return None
    if not options.tsa_roots:
        raise NoStamp("tsa_urls is set; set tsa_roots to a file with the authorities' root certificates, too")
    return Stamper(options.tsa_urls, certificates_in(options.tsa_roots))


def _told(face: Face) -> tuple[SealNote, ...]:
    proves = "signed by the DEMO authority: proves nothing; set sign_pkcs12 or sign_pkcs11_module"
    demo = (SealNote(Lack.DEMO, proves),)
    stamp = (SealNote(Lack.UNSTAMPED, "not time-stamped; set tsa_urls and tsa_roots"),)
    return (*(demo if face.demo else ()), *(() if face.time_stamped_by else stamp))
