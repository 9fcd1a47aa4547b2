"""`python -m tools.bench.judge NAME FOLDER`: one judge measured alone in its process, as JSON.

The folder holds `everyday.json` (texts); with `--make` the judge only writes into it what it learns first.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from statistics import median, quantiles

BATCH, SINGLE, ENOUGH_S = 256, 100, 1.0
GRAVE = "Vor der Schule steht einer mit einem Messer"  # nothing settles it before all is loaded
MIB, MB = 2**20, 1e6

Judging = Callable[[list[str]], object]


def measure(name: str, folder: Path) -> dict[str, object]:
    """The rate is by the seconds this process computed, so that others on the machine do not count; loading
    (until the first verdict) and single texts are as the clock shows them."""
    from tools.bench.texts import germeval

    texts = json.loads((folder / "everyday.json").read_text(encoding="utf-8"))
    single, many = texts[:SINGLE], texts[SINGLE:]
    before, began = _memory(), time.perf_counter()
    module = import_module(f"tools.bench.judges.{name}")
    judge = module.load(folder)
    judge([GRAVE])
    loaded = time.perf_counter() - began
    rate = _rate(judge, many)
    waits = [_wait(judge, text) for text in single]
    return {
        "per_s": round(rate, 1),
        "single_ms": {"median": round(median(waits), 2), "p95": round(quantiles(waits, n=20)[-1], 2)},
        "load_s": round(loaded, 2),
        "model_mb": round(sum(file.stat().st_size for file in module.files(folder)) / MB, 2),
        "memory_mib": {"before": round(before), "after": round(_memory())},
        "germeval2018_coarse_macro_f1": round(module.macro_f1(judge, *germeval()), 4),
    }


def _rate(judge: Judging, texts: list[str]) -> float:
    """Texts a second, in batches, over all texts as often as a second of computing takes; each time they bear
    other numbers, so that nothing is remembered."""
    spent, turn = 0.0, 0
    while spent < ENOUGH_S:
        turn += 1
        new = [f"{text}{turn}" for text in texts]
        began = time.process_time()
        for at in range(0, len(new), BATCH):
            judge(new[at : at + BATCH])
        spent += time.process_time() - began
    return turn * len(texts) / spent


def _wait(judge: Judging, text: str) -> float:
    """Milliseconds for one text."""
    began = time.perf_counter()
    judge([text])
    return (time.perf_counter() - began) * 1_000


def _memory() -> float:
    """Resident memory of this process in MiB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MIB


if __name__ == "__main__":
    asked, where, *options = sys.argv[1:]
    if options:
        import_module(f"tools.bench.judges.{asked}").make(Path(where))
    else:
        sys.stdout.write(json.dumps(measure(asked, Path(where))))
