"""Captured pages in a database: nobody changes them, and erasing blanks the bytes alone."""

import pytest
from sqlalchemy import delete, update

from casework import capture
from casework.capture_record import CaptureBody
from casework.errors import Refused
from data.capture_tables import capture_bodies, capture_files
from tests.builders import a_message, a_person, an_account
from tests.casework.test_capture import SEEN, URL


@pytest.fixture
def kept(sql_store):
    with sql_store.begin() as work:
        person = a_person(work)
        message = a_message(work, an_account(work, person.officer), url=URL)
        return capture.keep(work, capture.take(work, capture.ask(work, person, message.id)), SEEN)


@pytest.mark.parametrize(
    "statement",
    [
        update(capture_files).values(sha256="ab"),
        delete(capture_files),
        update(capture_bodies).values(body=b"\1"),
        update(capture_bodies).values(body=b"", id=7),
        delete(capture_bodies),
    ],
    ids=["another hash", "no record", "other bytes", "another id", "no bytes' record"],
)
def test_the_database_refuses_to_change_what_was_captured(engine, sql_store, kept, statement):
    with pytest.raises(Refused, match="append-only"), engine.begin() as connection:
        connection.execute(statement)
    with sql_store.view() as work:
        assert [b.body for b in work.find(CaptureBody)] == [body for _, _, body in SEEN.files]


def test_what_is_due_is_read_from_an_index(engine):
    if engine.dialect.name != "sqlite":
        pytest.skip("SQLite tells its plan in one line")
    plan = "EXPLAIN QUERY PLAN SELECT * FROM captures WHERE next_try_at <= '2026-11-21'"
    with engine.connect() as connection:
        told = " ".join(str(row) for row in connection.exec_driver_sql(plan))
    assert "ix_captures_next_try_at" in told
