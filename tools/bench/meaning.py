"""What the machine-readable files of a package cost: table, graph, crate, message for 10 to 10,000 items."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from casework.dossier import Dossier
from data.memory import MemoryStore
from evidence import crate, form, graph, justice, tables
from tests.builders import FakeClock
from tests.evidence.conftest import a_dossier

ITEMS = (10, 100, 1_000, 10_000)
TEXTS, ENTRIES = 50, 4
MB = 2**20


def measure(_: str) -> dict[str, object]:
    """CPU seconds, size and peak of memory by number of items, each in a process of its own."""
    script = [sys.executable, "-m", "tools.bench.meaning"]
    ran = {n: subprocess.run([*script, str(n)], check=True, stdout=subprocess.PIPE) for n in ITEMS}
    return {f"{n}_items": json.loads(one.stdout) for n, one in ran.items()}


def many(count: int) -> Dossier:
    """A dossier of so many items by 97 authors, with four audit entries an item."""
    texts = [f"Nachricht {n} äöü " + "Wort " * 20 for n in range(min(count, TEXTS))]
    made = a_dossier(MemoryStore(FakeClock()), texts=texts)
    exhibits = []
    for n in range(count):
        one = made.exhibits[n % len(texts)]
        author = replace(one.message.author, handle=f"konto{n % 97}.example")
        exhibits.append(
            replace(one, message=replace(one.message, id=n + 1, native_id=f"n{n}", author=author))
        )
    audit = tuple(made.audit[n % len(made.audit)] for n in range(ENTRIES * count))
    return replace(made, exhibits=tuple(exhibits), audit=audit)


def _one(count: int) -> dict[str, object]:
    dossier = many(count)
    names = [
        f"{form.folder(n)}/{name}" for n in range(1, count + 1) for name in ("message.json", "raw-v1.json")
    ]
    before = _peak()
    told: dict[str, object] = {
        "table": _timed(lambda: tables.workbook(dossier)),
        "graph": _timed(lambda: graph.document(dossier)),
        "crate": _timed(lambda: crate.metadata(dossier, dict.fromkeys(names, 1_000))),
        "message": _timed(lambda: justice.message(dossier, "K-1", dict.fromkeys(names, "a" * 64))),
    }
    return told | {"peak_mb_beyond_the_dossier": round(_peak() - before)}


def _timed(make: Callable[[], bytes]) -> dict[str, float]:
    began = time.process_time()
    size = len(make())
    return {"cpu_s": round(time.process_time() - began, 2), "mb": round(size / MB, 2)}


def _peak() -> float:
    """Peak of this process's own memory in MB; ru_maxrss would count what it had before it was started."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_one(int(sys.argv[1]))))
