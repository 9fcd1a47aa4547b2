"""Searching and paging the queue among 1,000,000 messages and, beside it, among 10,000, in both databases."""

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import Engine

from casework.labels import Hostility
from casework.query import Query, Scope
from data.store import SqlStore
from streife.clock import SystemClock
from tests.builders import an_officer
from tools.bench import crowd
from tools.bench.crowd import RARE
from tools.bench.databases import kinds

SIZES, RUNS = (10_000, 1_000_000), 20
COMMON, MIDDLE = "polizei", "unfall fahrrad"
NEWEST: dict[str, Any] = {"states": (), "by_urgency": False, "newest_first": True}
ASKED: dict[str, dict[str, Any]] = {
    "newest_25_common_word": {"text": COMMON, **NEWEST},
    "newest_25_two_words": {"text": MIDDLE, **NEWEST},
    "newest_25_rare_word": {"text": RARE, **NEWEST},
    "newest_25_unknown_word": {"text": "Quarzkristall", **NEWEST},
    "most_urgent_25_common_word": {"text": COMMON, "fold": True},
    "most_urgent_25_rare_word": {"text": RARE, "fold": True},
    "queue_folded": {"fold": True},
    "queue_of_one_language": {"fold": True, "language": "sv"},
    "queue_of_one_label": {"fold": True, "hostility": Hostility.DOXXING.value},
}
COUNTED: dict[str, dict[str, Any]] = {
    "count_to_1000_all": {},
    "count_to_1000_common_word": {"text": COMMON},
    "count_to_1000_rare_word": {"text": RARE},
}


def measure(folder: str) -> dict[str, object]:
    """Milliseconds, medians of 20, and how much longer it takes among a hundred times as many."""
    with kinds(Path(folder)) as made:
        return {kind: _compare(make) for kind, make in made.items()}


def _compare(make: Callable[[], Engine]) -> dict[str, object]:
    told = {size: _measured(make(), size) for size in SIZES}
    small, large = (told[size] for size in SIZES)
    return {
        **{f"{size:,} messages": {name: round(ms, 1) for name, ms in told[size].items()} for size in SIZES},
        "ratio_large_to_small": {name: round(large[name] / small[name], 2) for name in large},
        "slowest_search_ms": round(max(ms for name, ms in large.items() if "word" in name), 1),
    }


def _measured(engine: Engine, size: int) -> dict[str, float]:
    store = SqlStore(engine, SystemClock())
    with store.begin() as work:
        officer = an_officer(work)
    begun = time.perf_counter()
    accounts = crowd.fill(engine, officer, size)
    filled = time.perf_counter() - begun
    scope = Scope(frozenset(a.id for a in accounts))
    told = {name: _median(store, Query(scope, limit=25, **asked)) for name, asked in ASKED.items()}
    for name, asked in COUNTED.items():
        told[name] = _median(store, Query(scope, **asked), counted=True)
    engine.dispose()
    return told | {"filled_per_s": size / filled}


def _median(store: SqlStore, query: Query, *, counted: bool = False) -> float:
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        with store.view() as work:
            if counted:
                work.count(query, 1_000)
            else:
                work.folds(query, work.worklist(query))
        times.append((time.perf_counter() - began) * 1_000)
    return median(times)
