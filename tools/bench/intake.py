"""Messages a second on their whole way into the store, beside the bare bulk insert of the same rows."""

import time
from collections.abc import Callable
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Any, TypeVar

from sqlalchemy import Engine, Table, insert, select

from casework import intake, judging
from casework.message import Received
from casework.ports import Classifier
from classifier.assess import load
from data import tables
from data.store import SqlStore
from streife.clock import SystemClock
from tests.builders import an_account, received
from tools.bench.databases import Make, kinds
from tools.bench.texts import everyday

T = TypeVar("T")
MANY, BATCH, RUNS = 200, 100, 3
AROUND = (tables.stations, tables.officers, tables.grants, tables.accounts)
WRITTEN = (tables.messages, tables.versions, tables.assessments)


def measure(folder: str) -> dict[str, dict[str, float]]:
    """Medians of three runs, in messages a second, on SQLite and on an embedded PostgreSQL."""
    model = load()
    model.assess(list(islice(everyday(), BATCH)))  # warm
    with kinds(Path(folder)) as made:
        return {kind: _compare(make, model) for kind, make in made.items()}


def _compare(make: Make, model: Classifier) -> dict[str, float]:
    runs = [_run(make, model) for _ in range(RUNS)]
    stored, assessed, model_alone, bare = (median(seconds) for seconds in zip(*runs, strict=True))
    return {
        "bare_insert_per_s": round(MANY / bare),
        "taken_in_per_s": round(MANY / stored),
        "assessed_and_kept_per_s": round(MANY / assessed),
        "model_alone_per_s": round(MANY / model_alone),
        "whole_way_per_s": round(MANY / (stored + assessed)),
        "ratio_whole_way_to_bare": round(bare / (stored + assessed), 3),
    }


def _run(make: Make, model: Classifier) -> tuple[float, float, float, float]:
    """Seconds: taking in; labelling and keeping the labels; the labelling alone; the bare rows elsewhere."""
    engine, copy = make(), make()
    store = SqlStore(engine, SystemClock())
    page = [received(words) for words in islice(everyday(), MANY)]
    stored = _seconds(lambda: _take_in(store, page))
    assessed = _seconds(lambda: _assess(store, model))
    model_alone = _seconds(lambda: [model.assess([one.text for one in part]) for part in _batches(page)])
    for table in AROUND:
        _insert(copy, table, _rows(engine, table))
    rows = {table: _rows(engine, table) for table in WRITTEN}
    bare = sum(_seconds(partial(_insert, copy, table, rows[table])) for table in WRITTEN)
    engine.dispose()
    copy.dispose()
    return stored, assessed, model_alone, bare


def _take_in(store: SqlStore, page: list[Received]) -> None:
    with store.begin() as work:
        account = an_account(work)
    for part in _batches(page):
        with store.begin() as work:
            intake.take_in(work, account, part)


def _assess(store: SqlStore, model: Classifier) -> None:
    while judging.assess(store, model, BATCH):
        pass


def _rows(engine: Engine, table: Table) -> list[dict[str, Any]]:
    """What stands in the table, without what the database works out by itself."""
    columns = [column for column in table.c if column.computed is None]
    with engine.connect() as connection:
        return [dict(row) for row in connection.execute(select(*columns)).mappings()]


def _insert(engine: Engine, table: Table, rows: list[dict[str, Any]]) -> None:
    for part in _batches(rows):
        with engine.begin() as connection:
            connection.execute(insert(table), part)


def _batches(many: list[T]) -> list[list[T]]:
    return [many[at : at + BATCH] for at in range(0, len(many), BATCH)]


def _seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
