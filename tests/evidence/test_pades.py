"""The signature in each PDF: others find it sound, the form is kept, whatever is done to it is found."""

import asyncio
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from shutil import copytree

import pikepdf
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import NoEncryption, pkcs12
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from evidence import form, pades, signature
from evidence.keyholders import from_pkcs12
from evidence.sealing import Sealer
from tests.builders import NOON
from tests.evidence.authorities import a_key, certificate
from tests.evidence.conftest import a_sealer, by_chance
from tests.evidence.pdf import blank, gap, stock, unsigned
from tests.evidence.test_verify import exported, rebagged, what_failed

PAPERS = (form.LETTER, form.REPORT)


@pytest.fixture
def package(exports, tmp_path):
    return Path(copytree(exports[1], tmp_path / exports[1].name))


class Pdf(bytes):
    """Bytes that are shown as few."""

    def __repr__(self) -> str:
        return f"a PDF of {len(self)} bytes"


@pytest.fixture(scope="session")
def letter(shared_package) -> bytes:
    return Pdf((shared_package / form.LETTER).read_bytes())


def a_signer(folder, key):
    """A key under a root of its own, from a file."""
    root_key = a_key()
    root = certificate("Wurzel", root_key)
    own = certificate("Siegel", key, root, root_key)
    content = pkcs12.serialize_key_and_certificates(b"x", key, own, [root], NoEncryption())
    (folder / "key.p12").write_bytes(content)
    return from_pkcs12(folder / "key.p12")


@pytest.mark.parametrize("name", PAPERS)
def test_others_find_it_valid_and_over_the_whole_file(shared_package, shared_dossier, name):
    said = stock("pdfsig", "-nocert", shared_package / name).decode()
    for words in ("Total document signed", "Signature is Valid", "Type: ETSI.CAdES.detached"):
        assert words in said
    assert f"{shared_dossier.exported_at:%b %d %Y %H:%M:%S}" in said
    [only] = PdfFileReader(BytesIO((shared_package / name).read_bytes())).embedded_signatures
    context = ValidationContext(trust_roots=[], allow_fetching=False)
    found = asyncio.run(async_validate_pdf_signature(only, context, skip_diff=True))
    assert (found.intact, found.valid) == (True, True)
    assert found.coverage == SignatureCoverageLevel.ENTIRE_FILE
    assert len(only.other_embedded_certs) == 1  # the chain: signer and root


@pytest.mark.parametrize("name", PAPERS)
def test_the_form_of_pdf_a_and_pdf_ua_is_kept(shared_package, name):
    path = shared_package / name
    stock("qpdf", "--check", path)
    with pikepdf.open(path) as opened, pikepdf.open(BytesIO(unsigned(path.read_bytes()))) as before:
        [field], page, tree = opened.Root.AcroForm.Fields, opened.pages[-1], opened.Root.StructTreeRoot
        assert field.F == 4 | 128  # printed and locked; neither invisible, hidden nor without view
        assert all(float(one) < 0 for one in field.Rect)
        assert field.TU == pades.DESCRIPTION
        assert (page.Tabs, page.Annots[0].T) == ("/S", "Signatur")
        entries = list(tree.ParentTree.Nums)
        element = dict(zip(entries[::2], entries[1::2], strict=True))[field.StructParent]
        assert (element.S, element.K.Obj.T) == ("/Form", "Signatur")
        assert element.objgen == tree.K[0].K[-1].objgen
        assert tree.ParentTreeNextKey == field.StructParent + 1
        assert "/Perms" not in opened.Root
        assert "/NeedAppearances" not in opened.Root.AcroForm
        assert opened.Root.Metadata.read_bytes() == before.Root.Metadata.read_bytes()
        assert opened.docinfo == before.docinfo


@pytest.mark.parametrize("make", [ec.SECP384R1, None], ids=["ECDSA", "RSA"])
def test_a_key_in_a_file_gives_the_same_bytes_each_time(tmp_path, letter, make):
    key = ec.generate_private_key(make()) if make else rsa.generate_private_key(65_537, 2_048)
    signer = a_signer(tmp_path, key)
    assert signer.sign_pdf(unsigned(letter), NOON) == signer.sign_pdf(unsigned(letter), NOON)
    assert signer.sign(b"x", NOON) == signer.sign(b"x", NOON)


def test_a_key_that_draws_lots_changes_nothing_but_the_signature(letter):
    signer = by_chance(a_sealer().signer)
    one, two = (signer.sign_pdf(unsigned(letter), NOON) for _ in "12")
    assert one != two
    assert blank(one) == blank(two)
    assert holds(one)
    assert holds(two)


def holds(pdf: bytes) -> bool:
    """Whether a PDF on its own does, whoever signed it."""
    try:
        held = pades.embedded(pdf)
        return bool(signature.checked(held.signature, held.content, [], None, held.at))
    except signature.NotSound:
        return False


@settings(max_examples=60, deadline=None)
@given(where=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
def test_any_flipped_bit_of_what_is_signed_is_found_in_the_pdf_alone(letter, where, bit):
    content = bytearray(letter)
    start, end = gap(letter)
    place = int(where * len(blank(letter)))
    place += (end - start) * (place >= start)
    content[place] ^= 1 << bit
    assert not holds(bytes(content))


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (unsigned, "it carries none of ours"),
        (lambda pdf: pdf + b"\n%%EOF\n", "not over the whole file"),
        (lambda pdf: pdf.replace(b"000>", b"001>"), "something else stands behind it"),
        (lambda pdf: pdf.replace(b"/Contents <30", b"/Contents <31"), "the signature in this PDF"),
        (lambda pdf: pdf.replace(b"/Title", b"/Titel", 1), "not over these bytes"),
        (lambda _: b"%PDF-1.7 /ByteRange [0 1 2 3]", "it carries none of ours"),
        (lambda _: b"", "it carries none of ours"),
    ],
)
def test_what_is_done_to_a_pdf_is_found_though_all_is_packed_anew(package, office, spoil, words):
    (package / form.REPORT).write_bytes(spoil((package / form.REPORT).read_bytes()))
    found = what_failed(rebagged(package, office.sealer.signer))
    assert f"{form.REPORT}: the signature in this PDF does not hold" in found
    assert words in found
    assert form.LETTER not in found


def test_a_pdf_of_an_older_export_by_the_same_signer_is_found(package, office):
    pdf = unsigned((package / form.REPORT).read_bytes())
    older = exported(package) - timedelta(seconds=1)
    (package / form.REPORT).write_bytes(office.sealer.signer.sign_pdf(pdf, older))
    found = what_failed(rebagged(package, office.sealer.signer))
    assert f"{form.REPORT}: signed, as it claims, at" in found
    assert "from another package" in found


def test_a_pdf_signed_by_somebody_else_of_the_same_name_is_found(package, offices):
    ours, theirs = offices
    pdf = unsigned((package / form.REPORT).read_bytes())
    (package / form.REPORT).write_bytes(theirs.sealer.signer.sign_pdf(pdf, exported(package)))
    rebagged(package, ours.sealer.signer)
    assert f"{form.REPORT}: signed by CN=Wache Weidenfurt Siegel" in what_failed(package)
    assert f"{form.REPORT}: " in what_failed(package, trust=ours.trust)


def test_a_volume_that_is_not_signed_is_found(package, office):
    (package / form.volume(2)).write_bytes(unsigned((package / form.REPORT).read_bytes()))
    found = what_failed(rebagged(package, office.sealer.signer))
    assert f"{form.volume(2)}: the signature in this PDF does not hold: it carries none of ours" in found


def test_only_kinds_of_keys_that_pdfsig_knows_are_given_to_it(tmp_path, shared_dossier):
    keys = (ec.generate_private_key(curve()) for curve in (ec.SECP256R1, ec.BrainpoolP256R1))
    seals = [Sealer(a_signer(tmp_path, key)).begin(shared_dossier) for key in keys]
    assert [one.known_to_pdfsig for one in seals] == [True, False]
