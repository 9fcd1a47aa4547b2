"""Cases to export: one as it comes, gathered from a store in memory by a real case officer."""

from contextlib import ExitStack, nullcontext
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from shutil import copytree
from tempfile import mkdtemp

import pytest
from pyhanko.sign.signers.pdf_cms import SimpleSigner

from casework import application, case, decision, elements, intake, reading
from casework.application import Applying, Capacity, Ending, Manner
from casework.dossier import gather
from casework.elements import Answer, ElementFinding
from casework.labels import Hostility, Intent, Target
from casework.people import Role
from casework.record import PersonRole
from data.memory import MemoryStore
from evidence import bag, demo_authority, keyholders
from evidence.sealing import Sealer
from evidence.signing import Signer
from tests.builders import NOON, FakeClock, a_person, a_station, an_account, assessed, received
from tests.evidence.authorities import Office

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
INSULT = '{"text": "Du Vollpfosten von einem Polizisten \\ud83d\\ude21", "id": "at://x/1"}'


def taken_in(work, account, arrived):
    """The way of every message."""
    return intake.take_in(work, account, [arrived]).taken[0].message


def taken_in_long_ago(work, account, arrived):
    """As the oldest logs noted it: message and version, no hash of bytes, none of what was read."""
    message = work.take_in(account, [arrived])[0].message
    work.record("streife", "taken_in", f"account:{account.id}", {"messages": [[message.id, 1]]})
    return message


def a_case(store, texts=("Du Vollpfosten!", "Ich weiß, wo du wohnst."), *, take=taken_in, **draft):
    """A case with one message a text; returns the case officer and the case."""
    with store.begin() as work:
        station = a_station(work, name="Wache Weidenfurt")
        officer = a_person(work, Role.OFFICER, Role.CASE_OFFICER, station=station, login="merle.dobisch")
        account = an_account(work, officer.officer)
        ids = []
        for text in texts:
            arrived = received(text, raw=INSULT.encode() if not ids else text.encode("utf-8", "replace"))
            message = take(work, account, arrived)
            assessed(work, message, Intent.OTHER, Hostility.INSULT)
            ids.append(message.id)
        decision.correct(work, officer, ids[0], target=Target.POLICE, reason="gegen alle gemeint")
        reading.look(work, officer, ids[0])
        named = {
            "title": "Beleidigungen",
            "entitled_person": "Kira Ahlers",
            "person_role": PersonRole.OFFICER,
        }
        opened = case.open_case(work, officer, ids, case.Draft(**{**named, "hints": ("185", "241"), **draft}))
    return officer, opened


def a_dossier(store, *, training=False, **given):
    """The dossier of such a case."""
    officer, opened = a_case(store, **given)
    with store.begin() as work:
        return gather(work, officer, opened.id, training=training)


class NoHolidays:
    """A calendar without any."""

    def is_holiday(self, day, land):
        return False


def applied_and_checked(
    texts=("Du Vollpfosten!", "zweite"), words="Ausweis lag vor", store=None, take=taken_in
):
    """A dossier with an application that was withdrawn, one that stands, and a checked element."""
    store = store or MemoryStore(FakeClock())
    officer, opened = a_case(store, texts, take=take)
    kira = Applying("Kira Ahlers", Capacity.INJURED, Manner.ORAL, NOON, words, "will Verfolgung")
    head = ("Birgit Holm", Capacity.SUPERIOR, Manner.WRITTEN, NOON, "bekannt", "Schreiben")
    hers = Applying(*head, "Kira Ahlers", "Leiterin seit 2024", sections=("185",))
    with store.begin() as work:
        made, _ = (application.record(work, officer, opened.id, told, NoHolidays()) for told in (kira, hers))
        application.end(work, officer, made.id, Ending.WITHDRAWN, "erklärte es selbst")
        for finding, note in ((ElementFinding.MET, ""), (ElementFinding.UNCLEAR, f"Ironie? {words}")):
            elements.check(work, officer, opened.id, Answer("185", 2, finding, note))
        return gather(work, officer, opened.id)


@pytest.fixture
def dossier(store):
    return a_dossier(store)


@pytest.fixture(scope="session")
def shared_dossier():
    """One dossier for tests that need no store behind it."""
    return a_dossier(MemoryStore(FakeClock()))


@pytest.fixture(scope="session")
def shared_package(shared_dossier, tmp_path_factory):
    """One package of it for tests that leave it as it was."""
    return packed(shared_dossier, tmp_path_factory.mktemp("shared"))


@pytest.fixture
def package(shared_package, tmp_path):
    """A copy of it with its message, alone in a folder, to be done with as one likes."""
    copytree(shared_package.parent, tmp_path / "out")
    return tmp_path / "out" / shared_package.name


@cache
def a_sealer() -> Sealer:
    """A demo authority of our own, made once; it tells no time."""
    packed = Path(mkdtemp()) / "signer.p12"
    packed.write_bytes(demo_authority.authority(LONG_AGO, timedelta(days=20_000)))
    return Sealer(keyholders.from_pkcs12(packed))


def by_chance(signer: Signer) -> Signer:
    """The same key, which draws lots for each signature as tokens may."""
    with signer.key() as key:
        lots = SimpleSigner(key.signing_cert, key.signing_key, key.cert_registry)
    return replace(signer, key=lambda: nullcontext(lots))


def packed(dossier, folder, *standard):
    """The dossier's package, sealed by that authority."""
    return bag.write(dossier, folder, a_sealer().begin(dossier), *standard)


@pytest.fixture(scope="session")
def offices(tmp_path_factory):
    """Ours, and one that anybody could set up under the same name."""
    with ExitStack() as stack:
        folder = tmp_path_factory.mktemp("offices")
        yield [Office(folder / name, "Wache Weidenfurt", stack) for name in ("ours", "theirs")]


@pytest.fixture(scope="session")
def office(offices):
    return offices[0]


@pytest.fixture(scope="session")
def exports(office, tmp_path_factory):
    """Two packages of one case, the second exported later."""
    store = MemoryStore(FakeClock())
    officer, opened = a_case(store)
    made = []
    for name in ("old", "new"):
        with store.begin() as work:
            dossier = gather(work, officer, opened.id)
        made.append(bag.write(dossier, tmp_path_factory.mktemp(name), office.sealer.begin(dossier)))
    return made
