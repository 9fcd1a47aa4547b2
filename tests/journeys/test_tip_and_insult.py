"""The main job from end to end, on the real Bluesky network and in a real browser."""

import pytest

from tests.journeys.house import CHROMIUM, PASSWORD, Desk, House, chromium, until

pytest_plugins = ["tests.network.bluesky"]
pytestmark = [
    pytest.mark.browser,
    pytest.mark.network,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is missing: apt-get install chromium"),
]
OFFICER, TIPSTER, ABUSER = "kira.test", "nachbarin.test", "wutbuerger.test"
TIP = "Der weiße Transporter aus eurem Aufruf steht seit gestern in der Lindenstraße hinter dem Markt."
INSULT = "Du bist doch die dümmste Drecksbullin im ganzen Landkreis, du widerliche Schlampe."


@pytest.fixture
def house(tmp_path, bluesky_network):
    for handle in (OFFICER, TIPSTER, ABUSER):
        bluesky_network.create_account(handle, PASSWORD)
    made = House(tmp_path)
    made.run("stations", "add", "wf", "Weidenfurt")
    for login, name, role in (
        ("kira", "Kira Ahlers", "officer"),
        ("jens", "Jens Wolter", "contact_officer"),
        ("merle", "Merle Dobisch", "case_officer"),
    ):
        made.run("officers", "add", login, name, "--station", "wf", "--role", role, told=PASSWORD)
    made.run(
        "accounts",
        "add",
        "bluesky",
        OFFICER,
        "--officer",
        "kira",
        "--consent",
        "--server",
        bluesky_network.pds,
    )
    made.run("accounts", "connect", "bluesky", OFFICER, told=PASSWORD)
    return made


def test_a_tip_is_handed_over_and_an_insult_becomes_evidence(house, bluesky_network, tmp_path):
    with house.served() as address, chromium() as browser:
        bluesky_network.post(TIPSTER, f"@{OFFICER} {TIP}")
        bluesky_network.post(ABUSER, f"@{OFFICER} {INSULT}")
        tip, insult = _both_arrive(house)
        assert (tip["intent"], tip["hostility"]) == ("tip", [])
        assert "insult" in insult["hostility"]
        _kira_hands_over(Desk(browser, address, "kira", by_hand=True))
        _jens_accepts(Desk(browser, address, "jens"))
        _merle_opens_a_case(Desk(browser, address, "merle", by_hand=True))
    assert [h["state"] for h in house.rows("handovers")] == ["accepted"]
    assert "GET /" not in (house.home / "serve.log").read_text(encoding="utf-8")
    _a_stranger_verifies(house, tmp_path / "out")
    _the_log_tells_all(house)


def _both_arrive(house):
    rows = until(lambda: _assessed(house), 60, "the messages did not arrive")
    by_author = {row["author"]["handle"]: row for row in rows}
    return by_author[TIPSTER], by_author[ABUSER]


def _assessed(house):
    rows = house.rows("messages")
    return rows if len(rows) == 2 and all(row["intent"] for row in rows) else None


def _kira_hands_over(kira):
    kira.shoot("1-triage")
    kira.open_first()
    kira.sees("Einschätzung")
    kira.shoot("2-hinweis")
    kira.press("Übergeben")
    kira.fill(0, "Dein Viertel, bitte vor Ort schauen.")
    kira.shoot("3-uebergeben")
    kira.press("Übergeben")
    kira.page.get_by_role("dialog").wait_for(state="detached")
    kira.shoot("4-uebergeben")


def _jens_accepts(jens):
    jens.open("uebergaben")
    jens.sees("Lindenstraße")
    jens.shoot("5-uebergaben")
    jens.press("Annehmen")
    jens.page.wait_for_timeout(1_500)
    jens.shoot("6-angenommen")


def _merle_opens_a_case(merle):
    merle.open_first()
    merle.sees("Einschätzung")
    merle.press("Fall anlegen")
    merle.fill(0, "Beleidigung gegen Kira Ahlers")
    merle.fill(1, "Kira Ahlers")
    merle.shoot("7-fall")
    merle.press("Fall anlegen")
    merle.page.get_by_role("dialog").wait_for(state="detached")
    merle.open("faelle")
    merle.sees("Beleidigung gegen Kira Ahlers")
    merle.shoot("8-fall")


def _a_stranger_verifies(house, out):
    (case,) = house.rows("cases")
    exported = house.rows("export", "--case", str(case["id"]), "--out", str(out))
    house.run("verify", exported["path"], "--fingerprint", exported["fingerprint"])
    raw = [p.read_bytes() for p in out.rglob("raw-v1*")]
    assert any(INSULT.encode() in one or INSULT in one.decode("unicode_escape", "replace") for one in raw)


def _the_log_tells_all(house):
    acts = {(e["actor"], e["act"]) for e in house.rows("audit")}
    assert {
        ("streife", "taken_in"),
        ("streife", "assessed"),
        ("kira", "signed_in"),
        ("kira", "read"),
        ("kira", "handed_over"),
        ("jens", "accepted"),
        ("merle", "bound_into_case"),
        ("merle", "case_opened"),
    } <= acts
    assert house.rows("audit", "verify")["holds"]
