"""The commands that lead cases out and take results in."""

import json

import pytest

from streife import wiring
from tests.builders import the_person
from tests.evidence.conftest import a_case
from tests.streife.test_commands import Shell


@pytest.fixture
def shell(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("STREIFE_HOME", str(tmp_path / "home"))
    for made in (wiring.settings, wiring.engine, wiring.store):
        made.cache_clear()
    yield Shell(monkeypatch, capsys)
    wiring.engine().dispose()
    for made in (wiring.settings, wiring.engine, wiring.store):
        made.cache_clear()


@pytest.fixture
def opened(shell):
    merle, case = a_case(wiring.store())
    with wiring.store().view() as work:
        return the_person(work, merle.officer), case


def test_a_case_goes_to_an_office_and_is_listed_as_gone(shell, opened, tmp_path):
    out = str(tmp_path / "out")
    told = shell("export", "--case", str(opened[1].id), "--out", out, "--to", "zhin", "--json")
    (row,) = shell("transmissions", "--json")
    assert (row["id"], row["fingerprint"], row["office"]) == (
        told["transmission"],
        told["fingerprint"],
        "zhin",
    )
    assert row["basis"].startswith("§ 163")
    assert "Zentralstelle" in shell("transmissions")


def test_a_pick_is_written_behind_the_case(shell, opened, tmp_path):
    case_id = opened[1].id
    told = shell("export", "--case", f"{case_id}:2", "--out", str(tmp_path / "out"), "--json")
    found = json.loads((tmp_path / "out" / told["path"] / "data" / "case.json").read_text())
    assert [item["message_id"] for item in found["items"]] == [2]
    shell("export", "--case", f"{case_id}:9", "--out", str(tmp_path / "out"), expect=4)
    assert "message 9" in shell.complaint


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("--case", "1;2"), "write 7"),
        (("--case", "1", "--to", "zac-nwr"), "zac-nrw"),
        (("--case", "1", "--basis", "stpo-163"), "recipient"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_the_remedy(shell, opened, tmp_path, words, complaint):
    shell("export", *words, "--out", str(tmp_path / "out"), expect=4)
    assert complaint in shell.complaint
    assert not (tmp_path / "out").exists()


def test_of_several_cases_the_failed_one_is_named_by_exit_code_and_line(shell, opened, tmp_path):
    cases = ("--case", str(opened[1].id), "--case", "77")
    told = shell("export", *cases, "--out", str(tmp_path / "o"), "--to", "Staatsanwaltschaft Stade", expect=3)
    assert "77: no such record" in told
    assert "1 of 2" in shell.complaint
    assert "Staatsanwaltschaft Stade" in (tmp_path / "o" / "uebersicht.txt").read_text()


def test_results_come_back_from_a_file(shell, opened, tmp_path):
    file = tmp_path / "results.csv"
    head, number = "case_number,file_number,office,state", opened[1].number
    file.write_text(f"{head}\n{number},1 Js 2/26,StA,received\nnobody,1 Js 2/26,StA,received\n")
    told = shell("outcomes", "import", str(file), "--json", expect=3)
    assert (told["added"], [one["line"] for one in told["refused"]]) == (1, [3])
    shell("outcomes", "import", str(file), expect=3)
    assert "line 3" in shell.complaint
    shell("outcomes", "import", str(tmp_path / "none.csv"), expect=4)
    assert "none.csv" in shell.complaint
