"""Captured pages, thread and first sight in a dossier and a package: lazily read, hashed, checked."""

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from casework import capture, case, intake, reading
from casework.capture_record import CaptureBody, CaptureKind, CaptureState
from casework.dossier import gather
from casework.errors import Refused
from casework.labels import Hostility, Intent
from casework.people import Role
from casework.record import PersonRole
from evidence import captures, form
from evidence.fixity import Shelf
from evidence.form import Page
from evidence.source import opened
from evidence.verify import verify
from tests.builders import NOON, a_person, a_station, an_account, assessed, received
from tests.casework.test_capture import SEEN, URL
from tests.evidence.conftest import packed
from tests.evidence.pdf import words_of


class Scene:
    """A thread of three public messages, of which the middle one is in a case and captured."""

    def __init__(self, store, clock):
        self.store = store
        with store.begin() as work:
            station = a_station(work)
            self.merle = a_person(work, Role.CASE_OFFICER, Role.OFFICER, station=station, login="merle")
            self.kira = a_person(work, Role.OFFICER, station=station, login="kira")
            account = an_account(work, self.kira.officer)
            texts = ("davor", "Ich finde dich", "danach")
            thread = [
                received(t, url=f"{URL}{n}", thread="t", sent_at=NOON.replace(hour=n))
                for n, t in enumerate(texts)
            ]
            taken = intake.take_in(work, account, [*thread, received("anderswo", thread="u")]).taken
            self.before, self.message, self.after, self.elsewhere = (t.message for t in taken)
            reading.look(work, self.kira, self.message.id)
            self.message = assessed(work, self.message, Intent.OTHER, Hostility.INSULT)
            draft = case.Draft("Drohung", "Kira", PersonRole.OFFICER)
            self.case = case.open_case(work, self.merle, [self.message.id], draft)
            self.ordered = capture.latest(work, self.message.id)

    def secured(self):
        with self.store.begin() as work:
            capture.keep(work, capture.take(work, self.ordered), SEEN)
        return self

    def dossier(self):
        with self.store.begin() as work:
            return gather(work, self.merle, self.case.id, body=capture.bodies(self.store))


@pytest.fixture
def scene(store, clock):
    return Scene(store, clock)


def payload(dossier):
    (exhibit,) = dossier.exhibits
    return captures.files(1, exhibit, dossier.body)


def test_an_exhibit_says_who_saw_it_first_and_what_stands_around_it(scene):
    dossier = scene.dossier()
    (exhibit,) = dossier.exhibits
    assert exhibit.first_seen_by == "kira"
    assert [m.text for m in exhibit.context] == ["davor", "danach"]
    assert [c["before"] for c in captures.context(exhibit)] == [True, False]
    assert form.document(captures.context(exhibit))


def test_the_export_is_logged_as_a_read_of_the_thread_too(scene):
    dossier = scene.dossier()
    assert dossier.audit[-1].detail["context"] == [scene.before.id, scene.after.id]
    with scene.store.view() as work:
        assert work.touching(scene.after.id)[-1].act == "case_exported"
        assert "case_exported" not in [e.act for e in work.touching(scene.elsewhere.id)]


def test_a_captured_page_lies_in_the_package_and_its_bytes_are_read_one_by_one(scene):
    dossier = scene.secured().dossier()
    files = payload(dossier)
    assert list(files) == ["data/items/0001/capture-1.png", "data/items/0001/capture-1.wacz"]
    for (_, _, body), (size, read) in zip(SEEN.files, files.values(), strict=True):
        assert (size, read()) == (len(body), body)
    (told,) = captures.listed(1, dossier.exhibits[0])
    assert (told["state"], told["asked_by"]) == (CaptureState.SECURED, scene.merle.id)
    assert scene.merle.id in dossier.people
    assert form.document(told)


def test_bytes_that_are_not_those_that_were_secured_are_never_packed(scene):
    dossier = scene.secured().dossier()
    with scene.store.begin() as work:
        body = work.find(CaptureBody)[0]
        work.replace(replace(body, body=b"\x89PNh"))
    (_, read), *_ = payload(dossier).values()
    with pytest.raises(Refused, match="bytes differ from their hash"):
        read()
    (_, read), *_ = payload(replace(dossier, body=lambda _: b"")).values()
    with pytest.raises(Refused, match="bytes differ"):
        read()


def written(folder: Path, dossier) -> list[Page]:
    for name, (_, read) in payload(dossier).items():
        path = folder / "package" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(read())
    told = form.document(captures.listed(1, dossier.exhibits[0]))
    return [Page.model_validate_json(form.document(one)) for one in json.loads(told)]


def in_log(dossier):
    entries = [[e.seq, e.at, e.actor, e.act, e.subject, dict(e.detail)] for e in dossier.audit]
    return captures.logged(entries)[dossier.exhibits[0].message.id]


def test_a_package_with_captured_pages_holds_and_shows_them(scene, tmp_path):
    out = BytesIO()
    Image.new("RGB", (1_280, 2_000), "white").save(out, "PNG")
    shot = (CaptureKind.SCREENSHOT, "image/png", out.getvalue())
    remarked = {"final_url": URL + "\u202e*_x", "words_found": True, "remarks": ["gek\u00fcrzt"]}
    with scene.store.begin() as work:
        seen = replace(SEEN, page=remarked, files=(shot, SEEN.files[1]))
        capture.keep(work, capture.take(work, scene.ordered), seen)
    package = packed(scene.dossier(), tmp_path)
    assert verify(package).holds, verify(package).failed
    words = " ".join(words_of((package / form.REPORT).read_bytes()).split())
    for said in (
        URL,
        f"UTC), {scene.kira.officer.name}",
        "[U+202E]*_x",
        "gek\u00fcrzt",
        "davor",
        "danach",
        "capture-1.png",
    ):
        assert said.replace(" ", "") in words.replace(" ", "")
    with pikepdf.open(package / form.REPORT) as pdf:
        assert any(page.get_images() for page in pdf.pages)


def test_a_page_without_the_wording_counts_as_not_secured_in_the_report(scene, tmp_path):
    doubtful = replace(SEEN, page={"final_url": URL, "words_found": False})
    with scene.store.begin() as work:
        capture.keep(work, capture.take(work, scene.ordered), doubtful)
    package = packed(scene.dossier(), tmp_path)
    words = " ".join(words_of((package / form.REPORT).read_bytes()).split())
    assert "NICHT GESICHERT" in words
    assert "nicht gefunden" in words
    assert "capture-1.png" in words
    assert verify(package).holds


def test_a_page_that_is_not_secured_is_said_so_with_the_reason(scene, tmp_path):
    with scene.store.begin() as work:
        capture.failed(work, capture.take(work, scene.ordered), "bsky.app: answered 404\u202e")
    package = packed(scene.dossier(), tmp_path)
    words = words_of((package / form.REPORT).read_bytes())
    assert "nicht gesichert" in words.lower()
    assert "answered 404" in words
    assert verify(package).holds


def test_verification_finds_what_was_changed_exchanged_or_taken_away(scene, tmp_path):
    dossier = scene.secured().dossier()
    pages, log = written(tmp_path, dossier), in_log(dossier)

    def wrong(pages=pages, log=log):
        with opened(tmp_path / "package") as source:
            return captures.check(Shelf(source), "data/items/0001", pages, log)

    assert wrong() == []
    assert wrong(log=set()) == ["the audit log says that other pages were captured"]
    assert "other pages" in wrong(pages=[])[0]
    elsewhere = [pages[0].model_copy(update={"files": ()})]
    assert any("secured without files" in one for one in wrong(pages=elsewhere))
    file = tmp_path / "package" / "data/items/0001/capture-1.png"
    file.write_bytes(b"\x89PNh")
    assert wrong() == [
        "data/items/0001/capture-1.png does not hold the bytes of the captured page (screenshot)"
    ]
    file.unlink()
    assert wrong()


def test_every_kind_has_a_name_of_its_own_in_the_package():
    names = {captures.path(1, 1, kind) for kind in CaptureKind}
    assert len(names) == len(CaptureKind)
    assert set(captures.KINDS) == set(CaptureKind)
