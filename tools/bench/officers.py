"""Sixty officers who go from message to message, one step in ten seconds each, on a server with one core.

They speak the browser's protocol without a browser: measured is the server, from the step until it has sent
all of the answer. Beside the steps each of them asks, as a browser does, for lane and views now and then.
"""

import asyncio
import os
import random
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from classifier.assess import load
from data.engine import open_engine
from data.migrate import migrate
from data.store import SqlStore
from streife import identity
from streife.clock import SystemClock
from tests.journeys.house import PASSWORD, House
from tools.bench import desk

OFFICERS, THINK_SECONDS, SECONDS, MESSAGES = 60, 10.0, 120.0, 10_000
TICK_SECONDS, PATIENCE_SECONDS = 0.2, 20.0  # a step that was not answered by then counts as long as that
STEPS = ("go_next", "go_previous")


@dataclass
class Officer:
    """One browser's worth of traffic on one socket."""

    socket: ClientConnection
    page: str = ""
    query: str = ""
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    done: asyncio.Event = field(default_factory=asyncio.Event)
    buttons: dict[str, tuple[str, str]] = field(default_factory=dict)
    due: dict[str, tuple[float, float]] = field(default_factory=dict)
    times: list[float] = field(default_factory=list)

    async def listen(self) -> None:
        """Take in what the server sends."""
        async for raw in self.socket:
            message = ForwardMsg.FromString(raw if isinstance(raw, bytes) else raw.encode())
            kind = message.WhichOneof("type") or ""
            if take := getattr(self, f"_take_{kind}", None):
                take(message)

    async def ask(self, fragment: str = "", button: str = "") -> float:
        """A turn of the script, a fragment, or what a button does; seconds until it has ended."""
        async with self.turn:
            self.done.clear()
            asked = BackMsg()
            state = asked.rerun_script
            state.query_string, state.page_script_hash, state.fragment_id = self.query, self.page, fragment
            if button:
                state.widget_states.widgets.add(id=button, trigger_value=True)
            elif fragment:
                state.is_auto_rerun = True
            else:
                state.page_name = "triage"
            began = time.perf_counter()
            await self.socket.send(asked.SerializeToString())
            with suppress(TimeoutError):
                await asyncio.wait_for(self.done.wait(), PATIENCE_SECONDS)
            return time.perf_counter() - began

    async def work(self, until: float) -> None:
        """Step on and back, thinking in between."""
        step, number = STEPS[0], 0
        await asyncio.sleep(random.random() * THINK_SECONDS)
        while time.perf_counter() < until:
            step = STEPS[number // 10 % 2]
            if step in self.buttons:
                self.times.append(await self.ask(*self.buttons[step]))
            number += 1
            await asyncio.sleep(random.expovariate(1 / THINK_SECONDS))

    def _take_new_session(self, message: ForwardMsg) -> None:
        self.page = message.new_session.page_script_hash

    def _take_page_info_changed(self, message: ForwardMsg) -> None:
        self.query = message.page_info_changed.query_string

    def _take_delta(self, message: ForwardMsg) -> None:
        button = message.delta.new_element.button
        for step in STEPS:
            if button.id.endswith(step):
                self.buttons[step] = (message.delta.fragment_id, button.id)

    def _take_auto_rerun(self, message: ForwardMsg) -> None:
        told = message.auto_rerun
        self.due[told.fragment_id] = (time.monotonic() + told.interval, told.interval)

    def _take_stop_auto_rerun(self, message: ForwardMsg) -> None:
        for fragment in message.stop_auto_rerun.fragment_ids:
            self.due.pop(fragment, None)

    def _take_script_finished(self, message: ForwardMsg) -> None:
        if message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
            self.done.set()

    async def repeat(self) -> None:
        """Ask for each fragment that repeats itself, in time."""
        while True:
            await asyncio.sleep(TICK_SECONDS)
            now = time.monotonic()
            for fragment, (at, seconds) in list(self.due.items()):
                if at <= now and fragment in self.due:
                    self.due[fragment] = (now + seconds, seconds)
                    await self.ask(fragment)


def measure(folder: str) -> dict[str, object]:
    """Milliseconds of the steps of all officers, and how busy the core was."""
    home = Path(folder) / "officers"
    home.mkdir()
    engine = open_engine(f"sqlite:///{home / 'streife.sqlite3'}")
    migrate(engine)
    desk.fill(engine, MESSAGES, load())
    engine.dispose()
    return told(home)


def told(home: Path) -> dict[str, object]:
    """The figures on a home that is filled already."""
    store = SqlStore(open_engine(f"sqlite:///{home / 'streife.sqlite3'}"), SystemClock())
    tokens = [identity.sign_in(store, "kira", PASSWORD, 1) for _ in range(OFFICERS)]
    whole = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(whole)})
    with House(home).served() as address:
        os.sched_setaffinity(0, whole - {min(whole)} or whole)
        times, busy = asyncio.run(_day(address.replace("http", "ws"), tokens))
        os.sched_setaffinity(0, whole)
    ms = sorted(1000 * t for t in times)
    return {
        "officers": OFFICERS,
        "think_seconds": THINK_SECONDS,
        "steps": len(ms),
        "core_busy": round(busy, 2),
        "step_ms": {
            "median": round(median(ms)),
            "p95": round(quantiles(ms, n=20)[-1]),
            "worst": round(ms[-1]),
        },
    }


async def _day(address: str, tokens: list[str]) -> tuple[list[float], float]:
    """Seconds of each step, and which share of a core the server was busy meanwhile."""
    officers: list[Officer] = []
    tasks = []
    for token in tokens:
        header = {"Cookie": f"streife_session={token}"}
        socket = await connect(
            f"{address}/_stcore/stream", additional_headers=header, max_size=None, subprotocols=["streamlit"]
        )
        officer = Officer(socket)
        officers.append(officer)
        tasks.append(asyncio.create_task(officer.listen()))
        await officer.ask()
        await officer.ask()  # the doorstep leads on to the page
        tasks.append(asyncio.create_task(officer.repeat()))
    began, spent = time.perf_counter(), _seconds_spent()
    await asyncio.gather(*(officer.work(began + SECONDS) for officer in officers))
    busy = (_seconds_spent() - spent) / (time.perf_counter() - began)
    for officer in officers:
        with suppress(Exception):
            await officer.socket.close()
    for task in tasks:
        task.cancel()
    return [t for officer in officers for t in officer.times], busy


def _seconds_spent() -> float:
    """Processor seconds of the server, which is the only child."""
    me = os.getpid()
    child = Path(f"/proc/{me}/task/{me}/children").read_text().split()[0]
    told = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")
