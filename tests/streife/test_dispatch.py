"""Cases led out of the house: each package on record, and one that fails stops no other."""

import json
from dataclasses import replace
from datetime import date, timedelta
from zipfile import ZipFile

import pytest

from casework import redaction
from casework.errors import NotAllowed, Refused, StoreUnavailable, StreifeError
from casework.message import Message
from casework.people import Role
from casework.recipients import Destination
from casework.record import Case, CaseItem
from casework.transmission import Transmission
from evidence import bag, form, overview
from evidence.verify import verify
from streife.dispatch import Dispatch, Order
from streife.public_holidays import PublicHolidays
from streife.results import Exported
from tests.builders import NOON, a_person
from tests.evidence.conftest import a_case, a_sealer
from tests.evidence.pdf import words_of

TO_COLOGNE = Destination("ZAC NRW", "§ 163 Abs. 2 Satz 1 StPO", "Strafverfolgung", "zac-nrw")


@pytest.fixture
def exporting(store):
    return Dispatch(store, write, overview, PublicHolidays())


def write(dossier, folder, heard=None):
    return Exported(*bag.sealed(dossier, folder, heard, sealer=a_sealer()))


@pytest.fixture
def opened(store):
    return a_case(store)


def ids_in(store, case):
    with store.view() as work:
        return [item.message_id for item in work.find(CaseItem, case_id=case.id)]


def acts(store, case):
    with store.view() as work:
        return [e.act for e in work.audit_of(f"case:{case.id}")]


def test_a_package_is_on_record_with_recipient_fingerprint_and_files(store, exporting, opened, tmp_path):
    merle, case = opened
    made = exporting.one(case.id, tmp_path, lambda _: merle, Order(TO_COLOGNE))
    with store.view() as work:
        (noted,) = work.find(Transmission)
    assert (noted.id, noted.fingerprint) == (made.transmission, bag.fingerprint(made.path))
    assert (noted.package, noted.recipient) == (made.path.name, "ZAC NRW")
    assert noted.files == sum(one.is_file() for one in made.path.rglob("*"))
    assert acts(store, case)[-2:] == ["case_exported", "package_written"]


def test_letter_and_report_name_recipient_basis_and_the_clock(exporting, opened, tmp_path):
    merle, case = opened
    made = exporting.one(case.id, tmp_path, lambda _: merle, Order(TO_COLOGNE))
    letter, report = (words_of((made.path / name).read_bytes()) for name in (form.LETTER, form.REPORT))
    assert "ZAC NRW" in letter
    assert TO_COLOGNE.basis in " ".join(letter.split())
    assert "nicht berechnet" not in report


def test_picked_messages_make_a_package_that_holds(store, exporting, opened, tmp_path):
    merle, case = opened
    second = ids_in(store, case)[1]
    made = exporting.one(case.id, tmp_path, lambda _: merle, Order(only=[second]))
    told = json.loads((made.path / "data/case.json").read_text())
    assert [item["message_id"] for item in told["items"]] == [second]
    assert verify(made.path, made.fingerprint).holds


def test_a_package_tells_the_clock_of_the_acts_in_it(store, exporting, opened, tmp_path):
    merle, case = opened
    first, second = ids_in(store, case)
    with store.begin() as work:
        long_ago = replace(work.get(Message, first), first_seen_at=NOON - timedelta(days=200))
        work.replace(long_ago)
    for only, over in (([first, second], 1), ([second], 0)):
        made = exporting.several({case.id: only}, tmp_path / str(over), lambda _: merle, TO_COLOGNE)
        (line,) = made.overview.lines
        assert (line.apply_by, line.apply_over) == (date(2027, 2, 22), over)
        assert ("für 1 andere Tat vorbei" in made.path.read_text()) is bool(over)


def test_the_original_stays_whole_whatever_is_blackened(store, exporting, opened, tmp_path):
    merle, case = opened
    with store.begin() as work:
        redaction.redact(work, merle, case.id, "Vollpfosten", "zur Probe")
    made = exporting.one(case.id, tmp_path, lambda _: merle)
    assert "Vollpfosten" in (made.path / "data/items/0001/raw-v1.json").read_text()
    assert verify(made.path, made.fingerprint).holds
    with store.view() as work:
        assert work.find(Transmission)[0].blackened


def test_progress_goes_from_nothing_to_all(exporting, opened, tmp_path):
    merle, case = opened
    heard = []
    exporting.one(
        case.id, tmp_path, lambda _: merle, progress=lambda done, total: heard.append((done, total))
    )
    assert (heard[0][0], heard[-1][0]) == (0, heard[-1][1])
    assert heard == sorted(heard)
    assert len(set(heard)) > 5  # it moves while files are written, too


def full_disk(dossier, folder, heard=None):
    raise StreifeError("disk: full")


def test_an_export_that_failed_is_in_the_log_and_nothing_is_on_record(store, opened, tmp_path):
    merle, case = opened
    with pytest.raises(StreifeError, match="full"):
        Dispatch(store, full_disk, overview, PublicHolidays()).one(case.id, tmp_path, lambda _: merle)
    assert acts(store, case)[-1] == "export_failed"
    with store.view() as work:
        assert work.find(Transmission) == []


def test_a_package_that_cannot_be_put_on_record_does_not_stay(
    store, exporting, opened, tmp_path, monkeypatch
):
    merle, case = opened

    def locked(*_):
        raise StoreUnavailable("store: locked")

    monkeypatch.setattr("casework.transmission.note", locked)
    with pytest.raises(StoreUnavailable):
        exporting.one(case.id, tmp_path, lambda _: merle)
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def second(store, opened):
    """Another case of the same officer."""
    merle, first = opened
    with store.begin() as work:
        number, items = "W-2026-0002", work.find(CaseItem, case_id=first.id)
        other = Case(
            number, "Noch eine", first.station_id, "Jens\u202e", first.person_role, merle.id, work.now
        )
        kept = work.add(other)
        found = items[0]
        work.add(CaseItem(kept.id, found.message_id, found.version, found.sha256, merle.id, work.now))
        sealed = {"case": kept.id, "version": found.version, "sha256": found.sha256}
        work.record(merle.login, "bound_into_case", f"message:{found.message_id}", sealed)
    return kept


def several(exporting, person, cases, out, **given):
    return exporting.several(dict.fromkeys(cases), out, lambda _: person, TO_COLOGNE, **given)


def test_several_cases_make_a_package_each_and_an_overview(store, exporting, opened, second, tmp_path):
    merle, first = opened
    heard = []
    made = several(exporting, merle, [first.id, second.id], tmp_path, progress=lambda *now: heard.append(now))
    told = json.loads((tmp_path / "uebersicht.json").read_text())
    assert [one["number"] for one in told["cases"]] == [first.number, second.number]
    for one in told["cases"]:
        assert verify(tmp_path / one["package"], one["fingerprint"]).holds
        assert one["apply_by"] >= "2027-02-21"
    assert told["to"]["recipient"] == "ZAC NRW"
    assert heard == [(0, 2), (1, 2), (2, 2)]
    words = made.path.read_text()
    for part in (
        first.number,
        "§ 185, § 241",
        "Jens[U+202E]",
        "vorsorglich",
        told["cases"][0]["fingerprint"],
    ):
        assert part in words


def test_a_case_that_fails_is_named_and_stops_no_other(store, exporting, opened, second, tmp_path):
    merle, first = opened
    with store.begin() as work:
        elsewhere = a_person(work, Role.CASE_OFFICER)
        foreign = work.add(
            Case("X-1", "Fremd", elsewhere.officer.station_id, "Y", first.person_role, 1, work.now)
        )
    made = several(exporting, merle, [foreign.id, 4711, second.id], tmp_path)
    assert [bool(one.error) for one in made.overview.lines] == [True, True, False]
    assert made.overview.failed == 2
    words = made.path.read_text()
    assert "may not export_case" in words
    assert "4711: no such record" in words
    assert "Fremd" not in words
    assert second.number in words
    assert str(tmp_path) not in words


def test_the_run_is_on_record_and_each_case_as_if_alone(store, exporting, opened, second, tmp_path):
    merle, first = opened
    several(exporting, merle, [first.id, second.id], tmp_path)
    assert acts(store, first)[-2:] == acts(store, second)[-2:] == ["case_exported", "package_written"]
    with store.view() as work:
        last = work.audit()[-1]
    assert (last.act, last.detail["cases"]) == ("cases_exported", [first.id, second.id])


def test_an_overview_is_never_written_over(exporting, opened, second, tmp_path):
    merle, first = opened
    several(exporting, merle, [first.id], tmp_path)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(Refused, match="exists already"):
        several(exporting, merle, [second.id], tmp_path)
    assert sorted(tmp_path.iterdir()) == before


def test_no_case_at_all_is_refused(exporting, opened, tmp_path):
    with pytest.raises(Refused, match="none given"):
        several(exporting, opened[0], [], tmp_path)


def test_the_same_overview_has_the_same_bytes(exporting, opened, tmp_path):
    merle, first = opened
    made = several(exporting, merle, [first.id], tmp_path / "a")
    overview.write(made.overview, tmp_path / "b")
    for name in (overview.TEXT, overview.JSON):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_the_run_is_one_file_for_the_browser_from_which_each_package_holds(exporting, opened, tmp_path):
    merle, first = opened
    made = several(exporting, merle, [first.id], tmp_path / "faelle")
    with ZipFile(exporting.bundled(made)) as archive:
        archive.extractall(tmp_path / "again")
    line = made.overview.lines[0]
    assert verify(tmp_path / "again" / line.package, line.fingerprint).holds
    assert (tmp_path / "again" / overview.TEXT).read_bytes() == made.path.read_bytes()


def test_a_stranger_leads_nothing_out(store, exporting, opened, tmp_path):
    with store.begin() as work:
        stranger = a_person(work, Role.CASE_OFFICER)
    with pytest.raises(NotAllowed):
        exporting.one(opened[1].id, tmp_path, lambda _: stranger)
    assert list(tmp_path.iterdir()) == []
