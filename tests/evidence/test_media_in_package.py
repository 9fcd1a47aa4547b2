"""Secured attachments in a package: the very bytes, harmlessly named, listed, and verified."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from casework import case, intake, media
from casework.account import Account
from casework.dossier import gather
from casework.errors import Refused
from casework.media import Fetched
from casework.message import Attachment, sha256
from casework.people import Officer, Role
from casework.record import PersonRole
from data.engine import open_engine
from data.migrate import migrate
from data.store import SqlStore
from evidence import bag, form, paper_items, rows
from evidence import media as room
from evidence.verify import verify
from tests.builders import a_person, an_account, received, the_person
from tests.evidence.conftest import a_sealer, packed
from tests.evidence.pdf import words_of
from tests.evidence.test_verify import signed_anew

PNG = b"\x89PNG\r\n\x1a\n der Beweis"
FILM = b"\0\0\0\x18ftypisom film"
HOSTILE = b"MZ\x90 <script>alert(1)</script>"
BESIDE = (
    Attachment("image", "https://cdn.example/../../etc/passwd.exe", "ein Bild\nFundstück 9 von 9\u202e"),
    Attachment("video", "https://cdn.example/film.mp4"),
    Attachment("file", "https://cdn.example/x.pdf.exe"),
    Attachment("image", "https://cdn.example/nie.png", "nie gesichert"),
)
BODIES = {0: PNG, 1: FILM, 2: HOSTILE}


def a_dossier(store):
    with store.begin() as work:
        officer = a_person(work, Role.OFFICER, Role.CASE_OFFICER, name="Merle Dobisch")
        arrived = received("Das bist du", attachments=BESIDE)
        message = intake.take_in(work, an_account(work, officer.officer), [arrived]).taken[0].message
        for number, body in BODIES.items():
            fetched = Fetched(BESIDE[number].url, "../../evil; x", body)
            media.keep(work, officer, message.id, number, fetched)
        draft = case.Draft("Bilder", "Kira Ahlers", PersonRole.OFFICER)
        opened = case.open_case(work, officer, [message.id], draft)
        return gather(work, officer, opened.id)


@pytest.fixture
def dossier(store):
    return a_dossier(store)


@pytest.fixture
def package(dossier, tmp_path):
    return packed(dossier, tmp_path / "out")


def files(package: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in (package / "data/items/0001").glob("media-*")}


def packed_anew(package: Path, case_file) -> None:
    """Somebody writes all the manifests anew after he changed case.json and message.json alike."""
    for name in (form.CASE, f"{form.folder(1)}/message.json"):
        told = json.loads((package / name).read_bytes())
        case_file(told["items"][0] if "items" in told else told)
        (package / name).write_bytes(form.document(told))
    payload = [p for p in (package / "data").rglob("*") if p.is_file()]
    _manifests(package, form.MANIFESTS, payload)
    _manifests(package, form.TAG_MANIFESTS, [package / name for name in form.TAG_FILES])
    signed_anew(package, a_sealer().signer)


def _manifests(package, manifests, paths):
    held = {p.relative_to(package).as_posix(): p.read_bytes() for p in paths}
    for algorithm, name in manifests.items():
        sums = {path: hashlib.new(algorithm, content).hexdigest() for path, content in held.items()}
        (package / name).write_bytes(bag._manifest(sums))


def faults_of(package: Path) -> str:
    return " / ".join(f"{c.what}: {c.words}" for c in verify(package).failed)


def test_the_bytes_lie_there_under_names_that_no_stranger_chose(package):
    assert files(package) == {"media-1.png": PNG, "media-2.mp4": FILM, "media-3.bin": HOSTILE}


def test_they_are_in_both_manifests_and_the_package_holds(package):
    for manifest in form.MANIFESTS.values():
        assert "data/items/0001/media-1.png" in (package / manifest).read_text()
    report = verify(package)
    assert report.holds
    assert any("3 attachment(s)" in line for line in report.lines())


def test_message_json_tells_all_attachments_and_which_were_secured(package):
    told = json.loads((package / "data/items/0001/message.json").read_bytes())
    assert [a["url"] for a in told["facts"]["attachments"]] == [a.url for a in BESIDE]
    assert told["facts"]["attachments"][3]["alt"] == "nie gesichert"
    assert [(m["number"], m["sha256"], m["bytes"]) for m in told["media"]] == [
        (number + 1, sha256(body), len(body)) for number, body in BODIES.items()
    ]


def test_the_report_lists_them_beside_the_message_and_no_line_is_forged(package):
    report = words_of((package / "data/bericht.pdf").read_bytes())
    assert "data/items/0001/media-1.png" in report
    assert sha256(PNG) in report
    assert "Merle Dobisch" in report
    assert report.count("nicht gesichert") == 1
    assert report.count("siehe unten") == 2
    assert "Fundstück 9 von 9 [U+202E]" in report.replace("\n", " ")
    assert [line for line in report.split("\n") if line.startswith("Fundstück 1 von")] == [
        "Fundstück 1 von 1"
    ]


def test_who_secured_it_is_named_in_the_case(package, dossier):
    told = json.loads((package / form.CASE).read_bytes())
    fetched_by = told["items"][0]["media"][0]["fetched_by"]
    assert told["people"][str(fetched_by)]["name"] == "Merle Dobisch"


def test_a_flipped_bit_in_an_attachment_is_found(package):
    path = package / "data/items/0001/media-2.mp4"
    path.write_bytes(FILM[:-1] + b"n")
    assert "media-2.mp4" in faults_of(package)


def test_an_attachment_removed_from_the_package_is_found(package):
    (package / "data/items/0001/media-2.mp4").unlink()
    assert "media-2.mp4" in faults_of(package)


def test_an_attachment_that_was_exchanged_and_packed_anew_contradicts_the_log(package):
    (package / "data/items/0001/media-1.png").write_bytes(PNG + b"!")

    def lie(item):
        item["media"][0]["sha256"] = sha256(PNG + b"!")

    packed_anew(package, lie)
    assert "other attachments were secured" in faults_of(package)


def test_an_attachment_left_out_and_packed_anew_contradicts_the_log(package):
    (package / "data/items/0001/media-3.bin").unlink()
    packed_anew(package, lambda item: item["media"].pop())
    assert "other attachments were secured" in faults_of(package)


def test_two_that_changed_places_contradict_the_log(package):
    def swap(item):
        one, two = item["media"][0], item["media"][1]
        one["number"], two["number"] = two["number"], one["number"]

    packed_anew(package, swap)
    assert "other attachments were secured" in faults_of(package)


def test_a_case_that_names_an_attachment_elsewhere_reads_nothing_there(package):
    def lead_away(item):
        item["media"][0]["file"] = "data/../../../etc/passwd"

    packed_anew(package, lead_away)
    assert "does not hold the bytes of attachment 1" in faults_of(package)


def test_bytes_changed_in_the_store_are_not_exported(dossier, tmp_path):
    (exhibit,) = dossier.exhibits
    first = replace(exhibit.media[0], body=b"anders")
    changed = replace(dossier, exhibits=(replace(exhibit, media=(first, *exhibit.media[1:])),))
    with pytest.raises(Refused, match="attachment 1: bytes differ"):
        packed(changed, tmp_path / "out")
    assert not list((tmp_path / "out").glob("*"))


def test_a_package_written_before_there_were_attachments_still_holds(store, tmp_path):
    with store.begin() as work:
        officer = a_person(work, Role.OFFICER, Role.CASE_OFFICER)
        account = an_account(work, officer.officer)
        message = intake.take_in(work, account, [received("Alt")]).taken[0].message
        draft = case.Draft("Alt", "Kira Ahlers", PersonRole.OFFICER)
        opened = case.open_case(work, officer, [message.id], draft)
        package = packed(gather(work, officer, opened.id), tmp_path)
    packed_anew(package, lambda item: item.pop("media"))
    assert verify(package).holds


def test_a_case_kept_in_a_database_brings_them_too(clock, tmp_path):
    engine = open_engine(f"sqlite:///{tmp_path / 'store.db'}")
    migrate(engine)
    package = packed(a_dossier(SqlStore(engine, clock)), tmp_path / "out")
    engine.dispose()
    assert files(package)["media-1.png"] == PNG
    assert verify(package).holds


@pytest.mark.parametrize(
    ("body", "ending"),
    [
        (b"\xff\xd8\xff\xe0", "jpg"),
        (b"GIF89a", "gif"),
        (b"RIFF\0\0\0\0WEBP", "webp"),
        (b"OggS", "ogg"),
        (b"%PDF-1.7", "bin"),
        (b"<html>", "bin"),
        (b"#!/bin/sh", "bin"),
        (b"\x89PN", "bin"),
        (b"", "bin"),
    ],
)
def test_only_what_is_shown_and_never_run_gets_an_ending(dossier, body, ending):
    one = replace(dossier.exhibits[0].media[0], body=body)
    assert room.path(1, one) == f"data/items/0001/media-1.{ending}"


SYMBOL = Attachment("image", "https://cdn.example/neu.png", "Hakenkreuz")


def edited(store, *attached, secured=b""):
    """The case of above, whose message its author changed; what stands first may be secured then."""
    dossier = a_dossier(store)
    message = dossier.exhibits[0].message
    with store.begin() as work:
        officer = the_person(work, work.get(Officer, dossier.case.opened_by))
        arrived = received("Das bist du", native_id=message.native_id, attachments=attached, raw=b"anders")
        intake.take_in(work, work.get(Account, message.account_id), [arrived])
        if secured:
            media.keep(work, officer, message.id, 0, Fetched(attached[0].url, "image/png", secured))
        return gather(work, officer, dossier.case.id)


def attachments(dossier) -> list[dict[str, str]]:
    """What the report says of the first item's attachments."""
    told = paper_items.item(dossier, dossier.annex, 1, dossier.exhibits[0])["attachments"]
    return [{"title": one["title"], **dict(one["facts"])} for one in told]


def test_a_picture_that_its_author_exchanged_stands_under_its_own_address(store, tmp_path):
    dossier = edited(store, SYMBOL, *BESIDE[1:], secured=PNG + b"2")
    package = packed(dossier, tmp_path)
    assert verify(package).holds
    assert files(package)["media-51.png"] == PNG + b"2"
    assert files(package)["media-1.png"] == PNG
    new, *_, old = attachments(dossier)
    assert (new["Adresse"], new["SHA-256"]) == (SYMBOL.url, sha256(PNG + b"2"))
    assert (old["Adresse"], old["SHA-256"]) == (BESIDE[0].url, sha256(PNG))
    assert "nennt diese Adresse nicht mehr" in old["Stand"]
    assert "nennt diese Adresse nicht mehr" in words_of((package / "data/bericht.pdf").read_bytes())


def test_an_exchanged_picture_that_nobody_secured_is_not_called_secured(store):
    new, *_, old = attachments(edited(store, SYMBOL, *BESIDE[1:]))
    assert (new["Adresse"], new["Gesichert"]) == (SYMBOL.url, "nicht gesichert")
    assert (old["Adresse"], old["SHA-256"]) == (BESIDE[0].url, sha256(PNG))


def test_what_moved_up_keeps_its_own_bytes(store):
    film, _, _, picture = attachments(edited(store, *BESIDE[1:]))
    assert (film["title"], film["Adresse"]) == ("Anhang 1", BESIDE[1].url)
    assert film["SHA-256"] == sha256(FILM)
    assert (picture["title"], picture["SHA-256"]) == ("Anhang einer früheren Fassung", sha256(PNG))


def test_what_was_secured_stays_in_report_and_table_when_all_was_removed(store, tmp_path):
    dossier = edited(store)
    assert verify(packed(dossier, tmp_path)).holds
    assert [one["Adresse"] for one in attachments(dossier)] == [a.url for a in BESIDE[:3]]
    in_table = [(row.cells[3], row.cells[7]) for row in rows.attachments(dossier)]
    assert in_table == [(BESIDE[n].url, sha256(body)) for n, body in BODIES.items()]
