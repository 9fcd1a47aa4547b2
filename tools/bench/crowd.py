"""A store filled quickly with everyday mail over 400 days, as much as asked, and a pile-on of 300."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import islice
from random import Random

from sqlalchemy import Connection, Engine, insert, text

from casework.account import Account
from casework.labels import Hostility, Intent, Kind, Platform, Urgency
from casework.message import Message, State
from casework.people import Officer
from data import taking, text_index
from data.records import row_of
from data.store import SqlStore
from data.tables import messages
from streife.clock import SystemClock
from tests.builders import NOON, an_account, received
from tools.bench.texts import everyday

BATCH, SPAN_DAYS = 10_000, 400
RARE = "Sonnenuhr"  # in one message of 20,000, in one of the 10,000
COPIES, PILE_ON = 300, "Was für eine Schande, ihr alle"


def fill(engine: Engine, officer: Officer, size: int) -> list[Account]:
    """The officer's accounts on four networks, with so many judged messages between them."""
    with SqlStore(engine, SystemClock()).begin() as work:
        accounts = [an_account(work, officer, platform=platform) for platform in list(Platform)[:4]]
    for batch in _batches(size, accounts):
        with engine.begin() as connection:
            _keep(connection, batch)
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))
    return accounts


def _batches(size: int, accounts: list[Account]) -> Iterator[list[Message]]:
    """Everyday mail over 400 days, one in ten still open, and a pile-on of 300 copies."""
    dice, words = Random(5), everyday()
    for first in range(0, size, BATCH):
        said = enumerate(islice(words, BATCH), first + 1)
        batch = [_message(dice, number, one, size, accounts) for number, one in said]
        copied = {"wave": 1, "text": PILE_ON, "state": State.OPEN, "intent": Intent.OTHER}
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
        acknowledged_at=sent,  # of emergencies; nobody has a thousand of them waiting
        assessed_version=1,
        id=number,
    )


def _keep(connection: Connection, batch: list[Message]) -> None:
    connection.execute(insert(messages), [row_of(message) for message in batch])
    text_index.keep(connection, ((m.id, m.account_id, m.text, m.author) for m in batch))
