"""Secured attachments in a database: nobody changes them, and erasing blanks the bytes alone."""

from dataclasses import replace

import pytest
from sqlalchemy import delete, update

from casework import media
from casework.errors import Refused
from casework.media import Fetched, Media, MediaBody
from casework.message import Attachment
from data.media_tables import media as media_table
from data.media_tables import media_bodies
from tests.builders import a_message, a_person, an_account

URL = "https://cdn.example/1.png"


@pytest.fixture
def kept(sql_store):
    with sql_store.begin() as work:
        person = a_person(work)
        message = a_message(work, an_account(work, person.officer), attachments=(Attachment("image", URL),))
        return media.keep(work, person, message.id, 0, Fetched(URL, "image/png", b"\0\xff"))


@pytest.mark.parametrize(
    "statement",
    [
        update(media_table).values(sha256="ab"),
        update(media_table).values(url="https://cdn.example/2.png"),
        update(media_table).values(url="", sha256="ab"),
        delete(media_table),
        update(media_bodies).values(body=b"\1"),
        update(media_bodies).values(body=b"", id=7),
        delete(media_bodies),
    ],
    ids=[
        "another hash",
        "another address",
        "no address, another hash",
        "no record",
        "other bytes",
        "another id",
        "no bytes' record",
    ],
)
def test_the_database_refuses_to_change_what_was_secured(engine, sql_store, kept, statement):
    with pytest.raises(Refused, match="append-only"), engine.begin() as connection:
        connection.execute(statement)
    with sql_store.view() as work:
        assert [b.body for b in work.find(MediaBody)] == [b"\0\xff"]


def test_erasing_blanks_the_bytes_and_leaves_the_hash(sql_store, kept):
    with sql_store.begin() as work:
        work.erase(kept.message_id)
    with sql_store.view() as work:
        assert [b.body for b in work.find(MediaBody)] == [b""]
        assert work.find(Media) == [kept]


def test_the_address_can_be_taken_out_and_nothing_else(sql_store, kept):
    with sql_store.begin() as work:
        assert work.replace(replace(kept, url="")).url == ""
