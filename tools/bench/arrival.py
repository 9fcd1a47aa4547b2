"""From posted on the real Bluesky network (on loopback) to visible in the queue, in seconds."""

import time
from pathlib import Path
from statistics import median

from casework.message import Message
from casework.ports import Store
from data.engine import open_engine
from data.store import SqlStore
from streife.clock import SystemClock
from tests.journeys.house import PASSWORD, House, until
from tests.network.bluesky import BlueskyNetwork

OFFICER, CITIZEN = "kira.test", "nachbarin.test"
POLL_SECONDS, POSTS, PATIENCE = 5, 12, 60.0


def measure(folder: str) -> dict[str, object]:
    """Each post is awaited alone, and comes at another moment of the poll's turn."""
    with BlueskyNetwork() as network:
        for handle in (OFFICER, CITIZEN):
            network.create_account(handle, PASSWORD)
        house = House(Path(folder), POLL_SECONDS)
        house.run("stations", "add", "wf", "Weidenfurt")
        house.run("officers", "add", "kira", "Kira", "--station", "wf", "--role", "officer", told=PASSWORD)
        account = ("bluesky", OFFICER)
        house.run("accounts", "add", *account, "--officer", "kira", "--consent", "--server", network.pds)
        house.run("accounts", "connect", *account, told=PASSWORD)
        store = SqlStore(open_engine(f"sqlite:///{house.home / 'streife.sqlite3'}"), SystemClock())
        with house.served():
            waits = [_wait(store, network, number) for number in range(POSTS)]
    within = POLL_SECONDS + 2
    return {
        "poll_s": POLL_SECONDS,
        "seconds": {"median": round(median(waits), 1), "worst": round(max(waits), 1)},
        "within_poll_and_2_s": f"{sum(wait <= within for wait in waits)} of {POSTS}",
    }


def _wait(store: Store, network: BlueskyNetwork, number: int) -> float:
    time.sleep(number * 0.7 % POLL_SECONDS)
    words = f"Frage Nummer {number}: Wann ist die Wache besetzt?"
    network.post(CITIZEN, f"@{OFFICER} {words}")
    began = time.perf_counter()
    until(lambda: _judged(store, words), PATIENCE, f"not in the queue: {words}")
    return time.perf_counter() - began


def _judged(store: Store, words: str) -> bool:
    with store.view() as work:
        return any(words in message.text and message.intent for message in work.find(Message))
