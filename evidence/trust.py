"""Whether the seal holds: signatures and time stamps, and whether they lead to a root the reader trusts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cryptography import x509
from pydantic import ValidationError

from casework.visible import visible
from evidence import form, pades, signature, stamping
from evidence.findings import Check
from evidence.fixity import Shelf
from evidence.signing import digest, is_demo, subject

# A stamp is made right after the signature; clocks may go wrong by as much.
SKEW = timedelta(minutes=10)
MOST_OWN = 40  # the signer's and the time stamping authority's chains
UNTRUSTED = "not checked against a root you trust (give it with --trust)"
NO_STAMP = "not time-stamped: when the package was signed, its signer alone says"
DEMO = "signed by a DEMO authority that anybody can make: it proves nothing about who signed"
SAYS_WHAT = "signatures are judged by the certificates alone; nobody was asked whether one was revoked"


@dataclass(frozen=True)
class Roots:
    """What the reader trusts; where that is nothing, the package's own certificates show it is whole."""

    trusted: Sequence[x509.Certificate]
    own: Sequence[x509.Certificate]

    @property
    def anchors(self) -> Sequence[x509.Certificate]:
        """What signatures have to lead to."""
        return self.trusted or self.own

    @property
    def words(self) -> str:
        """How far a finding reaches."""
        return "leads to a root you trust" if self.trusted else UNTRUSTED


def check(shelf: Shelf, trusted: Sequence[x509.Certificate]) -> Iterator[Check]:
    """Each signature, in PDFs too, each time stamp, and that none that the package speaks of is missing."""
    try:
        told = form.SealFile.model_validate_json(shelf.document(form.SEAL))
        own = x509.load_pem_x509_certificates(shelf.document(form.CERTIFICATES))
    except ValidationError:
        yield Check(form.SEAL, False, "not in its form")
        return
    except ValueError:
        yield Check(form.CERTIFICATES, False, "holds no certificates in PEM")
        return
    if len(own) > MOST_OWN:
        yield Check(form.CERTIFICATES, False, f"{len(own):,} certificates: no package of ours holds so many")
        return
    roots = Roots(trusted, own)
    there = shelf.source.names & form.seal_files(stamped=True)
    wanted = form.seal_files(stamped=bool(told.time_stamped_by))
    yield from (Check(n, False, f"missing: {form.SEAL} speaks of it") for n in sorted(wanted - there))
    yield from (Check(n, False, f"added: {form.SEAL} does not speak of it") for n in sorted(there - wanted))
    stamps = {name: _stamp(shelf, roots, name) for name in sorted(there & form.SIGNED.keys())}
    for name, (stamped, moment) in stamps.items():
        yield from stamped
        yield _signature(shelf, roots, told, name, moment)
    moment = stamps.get(form.SIGNATURE, ([], None))[1]
    for name in sorted({form.REPORT, form.LETTER} | set(filter(form.PAPER.fullmatch, shelf.source.names))):
        yield _paper(shelf, roots, told, name, moment)


def limits(shelf: Shelf, trusted: Sequence[x509.Certificate]) -> tuple[str, ...]:
    """What even a sound seal does not prove."""
    try:
        told = form.SealFile.model_validate_json(shelf.document(form.SEAL))
    except ValidationError:
        return ()
    found = [DEMO] if told.demo else []
    found += [] if told.time_stamped_by else [NO_STAMP]
    found += [] if trusted else [f"the signer is {visible(told.signed_by)}: {UNTRUSTED}"]
    return (*found, SAYS_WHAT)


def _signature(shelf: Shelf, roots: Roots, told: form.SealFile, name: str, moment: datetime | None) -> Check:
    over = form.SIGNED[name]
    try:
        found = signature.checked(shelf.document(name), shelf.document(over), roots.anchors, moment)
    except signature.NotSound as why:
        return Check(name, False, f"the signature over {over} does not hold: {why}")
    return _judged(roots, told, name, over, found, moment)


def _paper(shelf: Shelf, roots: Roots, told: form.SealFile, name: str, moment: datetime | None) -> Check:
    """The signature inside a PDF: the package's signer's, over the whole file, of the time of this export."""
    try:
        held = pades.embedded(shelf.document(name))
        found = signature.checked(held.signature, held.content, roots.anchors, moment, held.at)
    except signature.NotSound as why:
        return Check(name, False, f"the signature in this PDF does not hold: {why}")
    exported = _exported(shelf)
    if exported and found.at != exported:
        claims = f"signed, as it claims, at {found.at:%Y-%m-%d %H:%M:%S} UTC"
        return Check(name, False, f"{claims}, not at the export in {form.HEAD}: from another package")
    return _judged(roots, told, name, "this PDF, all of it,", found, moment)


def _exported(shelf: Shelf) -> datetime | None:
    """When the package was exported, to the second as PDFs tell the time; None where that is not told."""
    try:
        told = form.HeadFile.model_validate_json(shelf.document(form.HEAD)).at
        return datetime.fromisoformat(told).astimezone(UTC).replace(microsecond=0)
    except (ValueError, OverflowError):
        return None


def _judged(
    roots: Roots,
    told: form.SealFile,
    name: str,
    over: str,
    found: signature.Signature,
    moment: datetime | None,
) -> Check:
    """Whose a sound signature is, and whether that can be."""
    who = f"{subject(found.certificate)}, {found.at:%Y-%m-%d %H:%M:%S} UTC"
    if digest(found.certificate) != told.certificate_sha256 or is_demo(found.certificate) != told.demo:
        return Check(name, False, f"signed by {who}: not the certificate that {form.SEAL} names")
    if moment and found.at > moment + SKEW:
        return Check(name, False, f"signed by {who}, as it claims: after it was time-stamped")
    if not found.trusted:
        where = "a root you trust" if roots.trusted else f"the certificates in {form.CERTIFICATES}"
        return Check(name, False, f"signed by {who}: does not lead to {where}, or was not valid then")
    return Check(name, True, f"{over} is signed by {who}; {roots.words}")


def _stamp(shelf: Shelf, roots: Roots, signed: str) -> tuple[list[Check], datetime | None]:
    """The time stamp over a signature, where there is one, and the moment that it proves."""
    name = form.stamp_of(signed)
    if name not in shelf.source.names:
        return [], None
    try:
        found = stamping.checked(shelf.document(name), shelf.document(signed), roots.anchors)
    except stamping.NoStamp as why:
        return [Check(name, False, f"over {signed}: {why}{_hint(shelf, roots, name, signed)}")], None
    words = f"{signed} existed on {found.at:%Y-%m-%d %H:%M:%S} UTC, says {found.by}; {roots.words}"
    return [Check(name, True, words)], found.at


def _hint(shelf: Shelf, roots: Roots, name: str, signed: str) -> str:
    """A stamp that is sound but leads elsewhere: perhaps the reader gave the signer's root alone."""
    try:
        found = stamping.checked(shelf.document(name), shelf.document(signed), roots.own)
    except stamping.NoStamp:
        return ""
    return f"; it is sound in itself: if you trust {found.by}, put its root beside yours in the file"
