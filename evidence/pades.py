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
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import InvisSigSettings, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers.cms_embedder import PdfCMSEmbedder, SigIOSetup, SigObjSetup
from pyhanko.sign.signers.pdf_byterange import SignatureObject
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes, Signer, select_suitable_signing_md

from evidence.signature import NotSound

_make: Any = generic  # its constructors tell no types
FIELD = "Signatur"
DESCRIPTION = "Elektronische Signatur der ausführenden Dienststelle"
SUBFILTER = SigSeedSubFilter.PADES
LAST_PAGE = -1
# What a signature takes beside certificates and names; fixed, so that its length moves no byte of the file.
ROOM = 1_536
_GAP = re.compile(rb"<(?:[0-9A-Fa-f]{2})+>")
_SPANS = re.compile(rb"/ByteRange\s*\[\s*0 (\d{1,12}) (\d{1,12}) (\d{1,12})\s*\]")
_TIME = re.compile(rb"/M\s*\(D(?::|\\072)(\d{14})Z\)")  # pyHanko writes the colon as an octal escape


@dataclass(frozen=True, slots=True)
class Embedded:
    """A PDF's signature (CMS, DER), the bytes that it has to be over, and when it claims to be made."""

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
    own = key.signing_cert
    room = ROOM + sum(len(one.dump()) for one in (own, own, *key.cert_registry))
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
    """The PDF's last signature, which leaves out nothing of the file but itself; raises NotSound.

    It is found by its bytes alone, nothing of what a stranger may have built is followed: where it holds, the
    file is byte for byte what the signer signed, field, structure and all.
    """
    place = max(pdf.rfind(b"/ByteRange"), 0)
    told = pdf[pdf.rfind(b" obj", 0, place) : pdf.find(b"endobj", place)]
    spans, at = _SPANS.match(pdf, place), _TIME.search(told)
    if not (pdf.startswith(b"%PDF-") and SUBFILTER.value.encode() in told and spans and at):
        raise NotSound("it carries none of ours")
    gap, rest, length = map(int, spans.groups())
    between = pdf[gap:rest]
    if not 0 < gap < rest or rest + length != len(pdf) or not _GAP.fullmatch(between):
        raise NotSound("not over the whole file")
    try:
        held = bytes.fromhex(between[1:-1].decode())
        end = parser.peek(held)
        claimed = datetime.strptime(at[1].decode(), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError as why:
        raise NotSound("damaged") from why
    if any(held[end:]):
        raise NotSound("something else stands behind it")
    return Embedded(held[:end], pdf[:gap] + pdf[rest:], claimed)


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
