"""A case with captured pages is packed and verified: seconds and peak of memory for 10 to 10,000 messages."""

import json
import re
import subprocess
import sys
import time
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from random import Random

from PIL import Image

from casework import capture, case, intake
from casework.account import Account
from casework.capture_record import CaptureKind, Seen
from casework.labels import Hostility, Intent
from casework.people import Role
from casework.record import Case, PersonRole
from data.engine import open_engine
from data.migrate import migrate
from data.store import SqlStore
from evidence import bag, overview, sealing
from evidence.verify import verify
from streife import identity
from streife.clock import SystemClock
from streife.dispatch import Dispatch
from streife.public_holidays import PublicHolidays
from streife.results import Exported
from tests.builders import a_person, a_station, an_account, assessed, received

ITEMS = (10, 100, 1_000, 10_000)
BATCH = 500
PICTURE, ARCHIVE = (1_280, 900), 200_000  # a picture of noise, about 1 MB raw; bytes of an archive
MB = 2**20


def measure(folder: str, items: tuple[int, ...] = ITEMS) -> dict[str, object]:
    """By number of messages; packing and verifying each in a process of its own."""
    told: dict[str, object] = {}
    for count in items:
        home = Path(folder) / str(count)
        home.mkdir()
        _fill(_store(home), count)
        told[f"{count:,} items"] = {**_apart("pack", home), **_apart("verify", home)}
    return told


def _store(home: Path) -> SqlStore:
    engine = open_engine(f"sqlite:///{home / 'streife.sqlite3'}")
    migrate(engine)
    return SqlStore(engine, SystemClock())


def _fill(store: SqlStore, count: int) -> None:
    """One case that holds so many messages, each with picture and archive of its page."""
    with store.begin() as work:
        station = a_station(work, name="Wache Weidenfurt")
        merle = a_person(work, Role.OFFICER, Role.CASE_OFFICER, station=station, login="merle")
        account = an_account(work, merle.officer)
    batches = [range(first, min(first + BATCH, count)) for first in range(0, count, BATCH)]
    ids = [message_id for batch in batches for message_id in _arrive(store, account, batch)]
    with store.begin() as work:
        draft = case.Draft("Beleidigungen", "Kira Ahlers", PersonRole.OFFICER, ("185",))
        opened = case.open_case(work, merle, ids, draft)
    files = (
        (CaptureKind.SCREENSHOT, "image/png", _picture()),
        (CaptureKind.ARCHIVE, "application/wacz", _noise()),
    )
    seen = Seen({"title": "Eine Seite", "status": 200}, files)
    for item_id in ids:
        with store.begin() as work:
            if ordered := capture.latest(work, item_id):
                capture.keep(work, capture.take(work, ordered), seen)
    sys.stderr.write(f"{opened.number}: {count:,} messages\n")


def _arrive(store: SqlStore, account: Account, numbers: range) -> list[int]:
    """So many insults, judged; their ids."""
    page = "https://bsky.app/profile/a.example/post"
    said = [received(f"Nachricht {n} äöü " + "Wort " * 20, url=f"{page}/{n}") for n in numbers]
    with store.begin() as work:
        taken = [one.message for one in intake.take_in(work, account, said).taken]
        for message in taken:
            assessed(work, message, Intent.OTHER, Hostility.INSULT)
    return [message.id for message in taken]


def _picture() -> bytes:
    out = BytesIO()
    Image.effect_noise(PICTURE, 20).save(out, "PNG")
    return out.getvalue()


def _noise() -> bytes:
    return Random(1).randbytes(ARCHIVE)


def _apart(what: str, home: Path) -> dict[str, object]:
    ran = subprocess.run(
        [sys.executable, "-m", "tools.bench.evidence", what, str(home)], check=True, stdout=subprocess.PIPE
    )
    found: dict[str, object] = json.loads(ran.stdout)
    return found


def _pack(home: Path) -> dict[str, object]:
    store, at = _store(home), datetime.now(UTC)
    sealer = sealing.configured({"home": home}, at)
    dispatch = Dispatch(
        store,
        lambda of, out, _: Exported(*bag.sealed(of, out, sealer=sealer)),
        overview,
        PublicHolidays(),
    )
    with store.view() as work:
        [only] = work.find(Case)
    began, spent = time.perf_counter(), time.process_time()
    made = dispatch.one(only.id, home / "out", lambda work: identity.person(work, only.opened_by))
    return {
        "pack_s": round(time.perf_counter() - began, 2),
        "pack_own_cpu_s": round(time.process_time() - spent, 2),
        "pack_peak_mb": _peak(),
        "package_mb": round(sum(one.stat().st_size for one in made.path.rglob("*")) / MB),
    }


def _verify(home: Path) -> dict[str, object]:
    package = next(one for one in (home / "out").iterdir() if one.is_dir())
    began = time.perf_counter()
    report = verify(package)
    return {
        "holds": report.holds,
        "verify_s": round(time.perf_counter() - began, 2),
        "verify_peak_mb": _peak(),
    }


def _peak() -> int:
    """Peak of this process's own memory in MB; ru_maxrss would count what it had before it was started."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    found = re.search(r"VmHWM:\s+(\d+)", status)
    return int(found[1]) // 1024 if found else 0


if __name__ == "__main__":
    sys.stdout.write(json.dumps({"pack": _pack, "verify": _verify}[sys.argv[1]](Path(sys.argv[2]))))
