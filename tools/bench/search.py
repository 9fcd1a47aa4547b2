"""Searching and paging the queue among 1,000,000 messages and, beside it, among 10,000, in both databases."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median
from typing import Any

from sqlalchemy import Connection, Engine, insert, text

from casework.account import Account
from casework.labels import Hostility, Intent, Kind, Platform, Urgency
from casework.message import Message, State
from casework.query import Query, Scope
from data import taking, text_index
from data.records import row_of
from data.store import SqlStore
from data.tables import messages
from streife.clock import SystemClock
from tests.builders import NOON, an_account, an_officer, received
from tools.bench.databases import kinds
from tools.bench.texts import everyday

SIZES, BATCH, RUNS, SPAN_DAYS = (10_000, 1_000_000), 10_000, 20, 400
RARE = "Sonnenuhr"  # in one message of 20,000, in one of the 10,000
COMMON, MIDDLE = "polizei", "unfall fahrrad"
COPIES, PILE_ON = 300, "Was für eine Schande, ihr alle"
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
        accounts = [an_account(work, officer, platform=platform) for platform in list(Platform)[:4]]
    begun = time.perf_counter()
    for batch in _batches(size, accounts):
        with engine.begin() as connection:
            _keep(connection, batch)
    filled = time.perf_counter() - begun
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))
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


def _batches(size: int, accounts: list[Account]) -> Iterator[list[Message]]:
    """Everyday mail over 400 days, one in ten still open, and a pile-on of 300 copies."""
    dice, words = Random(5), everyday()  # noqa: S311 - test data
    for first in range(0, size, BATCH):
        said = enumerate(islice(words, BATCH), first + 1)
        batch = [_message(dice, number, one, size, accounts) for number, one in said]
        copied = {"wave": 1, "text": PILE_ON, "state": State.OPEN}
        yield [replace(m, **copied) if m.id <= COPIES else m for m in batch]


def _message(dice: Random, number: int, said: str, size: int, accounts: list[Account]) -> Message:
    rare = number % 20_000 == 9_999
    sent = NOON - timedelta(days=SPAN_DAYS * (1 - number / size), seconds=dice.random())
    one = received(f"{said} {RARE}" if rare else said, sent_at=sent, kind=Kind.COMMENT)
    urgency = dice.choices(list(Urgency), [1, 200, 800])[0]
    hostility = dice.choices([(), (Hostility.INSULT,), (Hostility.DOXXING,)], [90, 9.9, 0.1])[0]
    return replace(
        taking.first(dice.choice(accounts).id, one, sent),
        state=dice.choices(list(State), [10, 2, 2, 2, 80, 4])[0],
        intent=Intent.EMERGENCY if urgency is Urgency.ACUTE else dice.choice([Intent.PRAISE, Intent.OTHER]),
        urgency=urgency,
        hostility=hostility,
        language=dice.choices(["de", "en", "sv"], [95, 4.9, 0.1])[0],
        assessed_version=1,
        id=number,
    )


def _keep(connection: Connection, batch: list[Message]) -> None:
    connection.execute(insert(messages), [row_of(message) for message in batch])
    text_index.keep(connection, ((m.id, m.account_id, m.text, m.author) for m in batch))
