"""The queue in a database: words that are erased leave no trace, old rows are taken along."""

from sqlalchemy import insert, inspect, text

from casework.assessment import Assessment
from casework.labels import Intent
from casework.message import Message
from casework.query import Query, Scope
from data import migrate, taking
from data.engine import open_engine
from data.records import TABLES, row_of
from data.store import SqlStore
from streife import rechecking
from tests.builders import NOON, FakeClock, a_message, a_verdict, an_account, assessed, received
from tests.contracts.folding import a_wave
from tests.contracts.searching import everything
from tests.data.test_migrate import _keep, _upgrade, empty_url  # noqa: F401 - a fixture

SECRET = "xylophonkonzert"


def bytes_of(engine, path):
    """All that lies in the database's files."""
    with engine.connect() as connection:
        connection.execution_options(sqlite_begin="BEGIN").exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return b"".join(file.read_bytes() for file in path.parent.glob(f"{path.name}*"))


def test_erased_words_leave_no_trace_in_the_file(sqlite_url, clock, tmp_path):
    engine = open_engine(sqlite_url)
    store = SqlStore(engine, clock)
    with store.begin() as work:
        account = an_account(work)
        kept = a_message(work, account, f"Zum {SECRET} um acht")
        others = [a_message(work, account, f"Nachricht {n} vom Abend") for n in range(50)]
    with store.begin() as work:
        work.erase(kept.id)
    assert rechecking.tidy(store) > 0
    assert rechecking.tidy(store) == 0
    assert SECRET[2:].encode() not in bytes_of(engine, tmp_path / "streife.db")
    with store.view() as work:
        assert len(work.worklist(everything(work, text="abend"))) == len(others)
        assert not work.worklist(everything(work, text=SECRET))


def test_tidying_that_was_cut_off_is_taken_up_again(sqlite_url, clock, tmp_path):
    engine = open_engine(sqlite_url)
    store = SqlStore(engine, clock)
    with store.begin() as work:
        first, second = (a_message(work, None, f"{SECRET} {n}") for n in range(2))
    with store.begin() as work:
        work.erase(first.id)
        assert work.tidy()
    with store.begin() as work:
        work.erase(second.id)
    rechecking.tidy(store)
    assert SECRET[2:].encode() not in bytes_of(engine, tmp_path / "streife.db")


def test_the_index_of_words_agrees_with_its_content(sqlite_url, clock):
    engine = open_engine(sqlite_url)
    store = SqlStore(engine, clock)
    with store.begin() as work:
        account = an_account(work)
        kept = [a_message(work, account, f"Text {n}", native_id=str(n)) for n in range(20)]
        work.take_in(account, [received(f"Anders {n}", native_id=str(n)) for n in range(7)])
        work.erase(kept[8].id)
    with engine.begin() as connection:  # raises where they differ
        connection.execute(
            text("INSERT INTO message_index (message_index, rank) VALUES ('integrity-check', 1)")
        )
    engine.dispose()


def test_messages_of_an_older_store_are_found_in_no_wave_and_in_their_language(empty_url):  # noqa: F811
    engine = open_engine(empty_url)
    _upgrade(engine, "0009")
    account = _older(engine)
    rows = [row_of(taking.first(account.id, received(f"Nummer {n} vom Fahrrad"), NOON)) for n in range(2_500)]
    there = {column["name"] for column in inspect(engine).get_columns("messages")}
    old = there & set(rows[0]) - {"id"}
    with engine.begin() as connection:
        connection.execute(insert(TABLES[Message]), [{name: row[name] for name in old} for row in rows])
    for n, language in enumerate(("en", "de"), 1):
        _keep(engine, Assessment(1, n, a_verdict(Intent.TIP, language=language), NOON))
    migrate.migrate(engine)
    with SqlStore(engine, FakeClock()).begin() as work:
        query = Query(Scope(frozenset({account.id})), text="fahrräder", limit=5_000)
        found = work.worklist(query)
        assert len(found) == 2_500
        assert {(m.wave, m.language) for m in found if m.id > 1} == {(0, "")}
        assert work.get(Message, 1).language == "de"
        assert [m.id for m in work.worklist(Query(query.scope, text="1234"))] == [1_235]
    engine.dispose()


def _older(engine):
    """An account in a store of an older version."""
    with SqlStore(engine, FakeClock()).begin() as work:
        return an_account(work)


def test_a_copy_that_comes_while_the_first_lies_open_disturbs_no_decision(sql_store):
    with sql_store.begin() as work:
        account = an_account(work)
        (opened,) = a_wave(work, account, 1)
    with sql_store.begin() as work:
        copy = assessed(work, a_message(work, account, opened.text + " 🤡"), Intent.CRITICISM)
        now = work.get(Message, opened.id)
        assert (copy.wave, now.wave, now.revision) == (opened.id, opened.id, opened.revision)
