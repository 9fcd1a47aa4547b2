"""The signature inside a PDF of ours (PAdES baseline B, ETSI EN 319 142-1): made once, and read again.

The field shows nothing and keeps PDF/A-3a and PDF/UA-1: its widget lies outside the page, is printed and not
hidden (ISO 19005-3, 6.3.2), has a description, and stands in the structure as a Form (ISO 14289-1, 7.18.4).
"""

import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from asn1crypto import parser
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigObjSetup
from pyhanko.sign.signers.pdf_byterange import SignatureObject
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes, Signer, select_suitable_signing_md

from evidence.signature import GARBAGE, NotSound

_make: Any = generic  # its constructors tell no types
FIELD = "Signatur"
DESCRIPTION = "Elektronische Signatur der ausführenden Dienststelle"
SUBFILTER = SigSeedSubFilter.PADES
LAST_PAGE = -1
# What a signature takes beside its certificates; fixed, so that its own length moves no byte of the file.
ROOM = 4_096
_GAP = re.compile(rb"<(?:[0-9A-Fa-f]{2})+>")


@dataclass(frozen=True, slots=True)
class Embedded:
    """A PDF's only signature (CMS, DER), the bytes that it has to be over, and when it claims to be made."""

    signature: bytes
    content: bytes
    at: datetime


async def signed(pdf: bytes, key: Signer, at: datetime) -> bytes:
    """The PDF with a signature over all of it appended (incremental update: what was there stays as it is).

    The same PDF, key and time give the same bytes as far as the key's algorithm allows; what may differ lies
    between the signature's brackets. Raises PdfError or ValueError where key or PDF are not fit for it.
    """
    if key.signing_cert is None:
        raise ValueError("without a certificate")
    digest_name = select_suitable_signing_md(key.signing_cert.public_key)
    writer = _Appended(BytesIO(pdf))
    embedding = PdfCMSEmbedder(_field()).write_cms(FIELD, writer)
    _tag(writer, next(embedding))
    room = ROOM + sum(len(one.dump()) for one in (key.signing_cert, *key.cert_registry))
    embedding.send(SigObjSetup(SignatureObject(at.astimezone(UTC), SUBFILTER, bytes_reserved=2 * room)))
    prepared, out = embedding.send(SigIOSetup(digest_name))
    made = await key.async_sign(
        prepared.document_digest,
        digest_name,
        use_pades=True,
        # The time stands in the PDF's own dictionary, never in the CMS (EN 319 142-1, 6.3).
        signed_attr_settings=PdfCMSSignedAttributes(signing_time=None),
    )
    embedding.send(made)
    return bytes(out.getvalue())


def embedded(pdf: bytes) -> Embedded:
    """The PDF's only signature, which leaves out nothing of the file but itself; raises NotSound."""
    try:
        found = PdfFileReader(BytesIO(pdf)).embedded_signatures
        if len(found) != 1:
            raise NotSound(f"carries {len(found) or 'no'} signature{'s' * (len(found) > 1)} in place of one")
        [only] = found
        kind, spans, at = only.sig_object["/SubFilter"], list(only.byte_range), only.self_reported_timestamp
        held = bytes(only.pkcs7_content)
        return Embedded(_alone(held), _covered(pdf, spans, held, str(kind)), _claimed(at))
    except (PdfError, *GARBAGE) as why:
        raise NotSound(f"carries no signature that can be read ({type(why).__name__})") from why


def _covered(pdf: bytes, spans: list[int], held: bytes, kind: str) -> bytes:
    """The signed bytes: all of them but the gap, which holds the signature and nothing else."""
    if kind != SUBFILTER.value:
        raise NotSound("carries a signature of another kind than PAdES")
    start, gap, rest, length = (int(one) for one in spans)
    between = pdf[gap:rest]
    whole = start == 0 and 0 < gap < rest and rest + length == len(pdf)
    if not whole or not _GAP.fullmatch(between) or bytes.fromhex(between[1:-1].decode()) != held:
        raise NotSound("carries a signature that does not cover the whole file")
    return pdf[:gap] + pdf[rest:]


def _alone(held: bytes) -> bytes:
    """The signature without the zeros that fill its place."""
    length = parser.peek(held)
    if any(held[length:]):
        raise NotSound("carries a signature with something else behind it")
    return held[:length]


def _claimed(at: datetime | None) -> datetime:
    if at is None or at.tzinfo is None:
        raise NotSound("carries a signature that claims no time")
    return at.astimezone(UTC)


class _Appended(IncrementalPdfFileWriter):
    """Appends, and leaves dates and identifiers to what was there: clock and chance have no part in it."""

    @classmethod
    def _handle_id(cls, prev: PdfFileReader) -> generic.ArrayObject:
        first, _ = prev.trailer["/ID"]
        prev.stream.seek(0)
        second = hashlib.sha256(prev.stream.read()).digest()[:16]
        return generic.ArrayObject(
            [generic.ByteStringObject(first.original_bytes), generic.ByteStringObject(second)]
        )

    def _update_meta(self) -> None:
        """Title, dates and the claim to PDF/A and PDF/UA stay as they were typeset."""


def _field() -> SigFieldSpec:
    unseen = InvisSigSettings(set_print_flag=True, set_hidden_flag=False, box_out_of_bounds=True)
    return SigFieldSpec(FIELD, on_page=LAST_PAGE, invis_sig_settings=unseen, readable_field_name=DESCRIPTION)


def _tag(writer: IncrementalPdfFileWriter, field: Any) -> None:
    """Give the widget its place in the document's structure, behind everything else."""
    widget, tree = field.get_object(), writer.root["/StructTreeRoot"]
    document, key = tree["/K"][0], tree["/ParentTreeNextKey"]
    page = widget.raw_get("/P")
    child = {pdf_name("/Type"): pdf_name("/OBJR"), pdf_name("/Obj"): field, pdf_name("/Pg"): page}
    element = {
        pdf_name("/Type"): pdf_name("/StructElem"),
        pdf_name("/S"): pdf_name("/Form"),
        pdf_name("/P"): tree["/K"].raw_get(0),
        pdf_name("/K"): _make.DictionaryObject(child),
    }
    form = writer.add_object(_make.DictionaryObject(element))
    document["/K"].append(form)
    tree["/ParentTree"]["/Nums"].extend([_make.NumberObject(key), form])
    tree["/ParentTreeNextKey"] = _make.NumberObject(key + 1)
    widget["/StructParent"] = _make.NumberObject(key)
    for changed in (document, tree):
        writer.update_container(changed)
