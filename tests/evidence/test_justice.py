"""The XJustiz message: it lists every file, tells nothing that was written, in letters of DIN 91379."""

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest
import xmlschema
from lxml import etree

from casework.errors import Refused
from casework.message import sha256
from evidence import justice
from evidence.latin import LETTERS, REMARK, latin
from tests.evidence.conftest import packed
from tests.evidence.test_bag import HOSTILE, files_of

# Streife's own schema of what it writes, see there; the official one is the operator's to bring.
SUBSET = Path(__file__).parent / "xjustiz_subset"
OFFICIAL = os.environ.get("STREIFE_TEST_XJUSTIZ_SCHEMA", "")
NAMESPACE = {"x": "http://www.xjustiz.de"}
FILES = {"data/case.json": "a" * 64, "data/items/0001/raw-v1.json": "b" * 64, "VERIFY.txt": "c" * 64}
NAMES = {
    "Wache Weidenfurt": "Wache Weidenfurt",
    "Müller-Lüdenscheidt, Łódź, Đặng": "Müller-Lüdenscheidt, Łódź, Đặng",
    "Mu\u0308ller": "Müller",
    "„Am Tor“ – Nord": f'"Am Tor" - Nord{REMARK}',
    "Ｗａｃｈｅ": f"Wache{REMARK}",
    "Жан": f"[U+0416][U+0430][U+043D]{REMARK}",
    "Wache 👮": f"Wache [U+1F46E]{REMARK}",
    "a\nb\tc\x00": f"a[U+000A]b[U+0009]c[U+0000]{REMARK}",
    "x" * 300: "x" * 200 + REMARK,
}


def made(dossier, **given) -> etree._Element:
    content = justice.message(dossier, "K-1-ab", FILES, justice.Standard(**given))
    return etree.fromstring(content)


def texts(message, path: str) -> list[str]:
    return [one.text for one in message.iterfind(f".//x:{path}", NAMESPACE)]


def strange(dossier, words: str):
    first = dossier.exhibits[0]
    author = replace(first.message.author, id=words, handle=words, name=words)
    message = replace(first.message, author=author, text=words, native_id=words, url=words)
    return replace(
        dossier,
        case=replace(dossier.case, number=words, title=words, entitled_person=words, note=words),
        station=replace(dossier.station, name=words),
        exhibits=(replace(first, message=message), *dossier.exhibits[1:]),
        exporter=words,
        run=words,
    )


def test_a_package_has_its_message_beside_it_that_lists_every_file(shared_package):
    message = etree.parse(justice.beside(shared_package))
    listed = texts(message, "dateiname")
    assert sorted(listed) == sorted(f"{shared_package.name}/{name}" for name in files_of(shared_package))
    numbers = texts(message, "inhalt//x:nummerImUebergeordnetenContainer")
    assert numbers == [str(n) for n in range(1, len(listed) + 1)]


@pytest.mark.parametrize("words", ["harmlos", *HOSTILE], ids=range(len(HOSTILE) + 1))
def test_it_is_valid_by_our_own_subset_schema_whatever_the_names_are(dossier, words):
    standard = justice.Standard(schema=SUBSET)
    justice.check(justice.message(strange(dossier, words), "K-1-ab", FILES, standard), standard)


def test_a_second_library_finds_it_valid_too(dossier):
    content = justice.message(dossier, "K-1-ab", FILES)
    xmlschema.XMLSchema(SUBSET / "subset.xsd").validate(content.decode())


@pytest.mark.skipif(not OFFICIAL, reason="STREIFE_TEST_XJUSTIZ_SCHEMA names no folder with the official XSD")
@pytest.mark.parametrize("words", ["harmlos", *HOSTILE], ids=range(len(HOSTILE) + 1))
def test_it_is_valid_by_the_official_schema(dossier, words):
    standard = justice.Standard(schema=Path(OFFICIAL))
    files = {**FILES, "VERIFY.txt.p7s": "d" * 64}
    justice.check(justice.message(strange(dossier, words), "K-1-ab", files, standard), standard)


@pytest.mark.skipif(not OFFICIAL, reason="STREIFE_TEST_XJUSTIZ_SCHEMA names no folder with the official XSD")
def test_every_letter_of_ours_is_one_of_the_official_types():
    types = etree.parse(Path(OFFICIAL) / "din-norm-91379-datatypes.xsd")
    for name in ("datatypeC", "datatypeD"):
        pattern = types.find(f".//{{*}}simpleType[@name='{name}']//{{*}}pattern").get("value")
        allowed = re.compile(pattern.replace("\\.", "."))
        assert not [letter for letter in LETTERS if not allowed.fullmatch(letter)]


@pytest.mark.parametrize("words", HOSTILE[2:9], ids=range(2, 9))
def test_it_holds_nothing_but_letters_of_din_91379(dossier, words):
    message = made(strange(dossier, words))
    told = "".join(text for one in message.iter() for text in (one.text, *one.attrib.values()) if text)
    assert LETTERS.issuperset(told)


def test_no_word_of_a_message_no_account_and_no_person_is_in_it(dossier):
    content = justice.message(dossier, "K-1-ab", FILES).decode()
    author = dossier.exhibits[0].message.author
    secret = [dossier.case.entitled_person, dossier.case.title, dossier.exporter]
    secret += [author.handle, author.name, *(v.text for one in dossier.exhibits for v in one.versions)]
    secret += [member.name for member in dossier.people.values()]
    assert not [words for words in secret if words in content]


@pytest.mark.parametrize(("name", "told"), NAMES.items(), ids=range(len(NAMES)))
def test_names_are_told_in_letters_of_din_91379(name, told):
    assert latin(name) == told


def test_sender_case_number_and_recipient_are_named(dossier):
    message = made(dossier, recipient="Staatsanwaltschaft Weidenfurt")
    assert texts(message, "sonstige") == ["Wache Weidenfurt", "Staatsanwaltschaft Weidenfurt"]
    assert texts(message, "aktenzeichen.freitext") == [dossier.case.number]


def test_a_signature_is_listed_with_the_file_that_it_signs(dossier):
    files = {**FILES, "VERIFY.txt.p7s": "d" * 64}
    message = etree.fromstring(justice.message(dossier, "K-1-ab", files))
    assert texts(message, "dateiname.bezugsdatei") == ["K-1-ab/VERIFY.txt"]
    assert texts(message, "dateiname")[:2] == ["K-1-ab/VERIFY.txt", "K-1-ab/VERIFY.txt.p7s"]


def test_a_file_keeps_its_identifier_as_long_as_its_bytes(dossier):
    later = replace(dossier, run="ffffffff")
    changed = {**FILES, "VERIFY.txt": "e" * 64}
    one, two, three = (
        texts(etree.fromstring(justice.message(d, "K", files)), "dokument//x:id")
        for d, files in ((dossier, FILES), (later, FILES), (later, changed))
    )
    assert one == two
    assert [a == b for a, b in zip(one, three, strict=True)] == [False, True, True]


def test_the_release_is_the_operators_to_set(dossier):
    message = made(dossier, version="3.7.1")
    assert message.find("x:nachrichtenkopf", NAMESPACE).get("xjustizVersion") == "3.7.1"


@pytest.mark.parametrize("version", ["3.5.1", "", "3.6", "3.6.2\n", "4.0.0"])
def test_a_release_of_another_shape_is_refused(version):
    with pytest.raises(Refused, match="xjustiz_version"):
        justice.Standard(version=version)


def test_a_message_that_the_schema_does_not_allow_is_refused(dossier):
    standard = justice.Standard(schema=SUBSET, document_class="keine Zahl")
    with pytest.raises(Refused, match=r"not valid by the schema in .*, line \d+"):
        justice.message(dossier, "K-1-ab", FILES, standard)


def test_no_package_is_written_where_its_message_is_refused(dossier, tmp_path):
    with pytest.raises(Refused, match="no XSD file there declares"):
        packed(dossier, tmp_path / "out", justice.Standard(schema=tmp_path))
    assert list((tmp_path / "out").iterdir()) == []


def test_a_schema_that_is_none_is_refused(dossier, tmp_path):
    (tmp_path / "a.xsd").write_text(f'<x name="{justice.DEFAULT.message}"/>')
    with pytest.raises(Refused, match=r"a\.xsd: no schema"):
        made(dossier, schema=tmp_path)


def test_the_same_dossier_makes_the_same_bytes(dossier):
    assert justice.message(dossier, "K", FILES) == justice.message(dossier, "K", FILES)


def test_the_message_of_a_package_can_be_made_anew_from_its_files(dossier, tmp_path):
    package = packed(dossier, tmp_path)
    digests = {name: sha256(content) for name, content in files_of(package).items()}
    assert justice.beside(package).read_bytes() == justice.message(dossier, package.name, digests)
