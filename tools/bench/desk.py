"""From the click on "next" until the page has settled, with 1,000,000 messages and beside it 10,000."""

from pathlib import Path
from statistics import median, quantiles
from typing import Any

from playwright.sync_api import Browser
from sqlalchemy import Engine

from casework.assessment import Assessment
from casework.people import Officer, Role, Station
from casework.ports import Classifier
from casework.query import Query, Scope
from classifier.assess import load
from data.store import SqlStore
from streife import identity
from streife.clock import SystemClock
from tests.builders import an_officer
from tests.journeys import keyboard
from tests.journeys.house import PASSWORD, Desk, House, chromium, cpu_seconds
from tools.bench import crowd
from tools.bench.databases import kinds

SIZES, CLICKS, JUDGED, FIFTY = (10_000, 1_000_000), 20, 60, 50
CALM = "triage?intent=praise&hostile=no"  # no digit dismisses an emergency
STEPS = ["next"] * (CLICKS // 2 + 1) + ["previous"] * (CLICKS // 2)  # a page of the queue holds 20
CLICK = """step => new Promise((resolve, reject) => {
  const open = () => document.querySelector('.st-key-rows input:checked')?.value;
  const before = open(), began = performance.now();
  const settled = () => open() && open() !== before && !document.querySelector('[data-stale="true"]')
    && document.querySelector('[data-testid="stApp"]').dataset.testScriptState === 'notRunning';
  const look = () => settled() ? resolve(performance.now() - began)
    : performance.now() - began > 30000 ? reject(new Error('never settled')) : requestAnimationFrame(look);
  document.querySelector(`.st-key-go_${step} button`).click();
  look();
})"""


def measure(folder: str) -> dict[str, object]:
    """Milliseconds in a headless Chromium, medians of 20 clicks, on both databases; and the server CPU."""
    model = load()
    with chromium() as browser, kinds(Path(folder)) as made:
        return {
            kind: _compared({size: _clicks(Path(folder), make(), size, model, browser) for size in SIZES})
            for kind, make in made.items()
        }


def _compared(told: dict[int, dict[str, float]]) -> dict[str, object]:
    small, large = (told[size] for size in SIZES)
    return {
        **{f"{size:,} messages": {name: round(ms) for name, ms in told[size].items()} for size in SIZES},
        "ratio_large_to_small": round(large["settled_ms"] / small["settled_ms"], 2),
    }


def _clicks(folder: Path, engine: Engine, size: int, model: Classifier, browser: Browser) -> dict[str, float]:
    home = folder / f"{engine.dialect.name}-{size}"
    home.mkdir()
    fill(engine, size, model)
    url = engine.url.render_as_string(hide_password=False)
    engine.dispose()
    with House(home, database_url=url).served() as address:
        kira = Desk(browser, address, "kira")
        kira.open("triage")
        page = kira.page
        page.locator(".st-key-go_next button").first.wait_for()
        page.wait_for_timeout(3_000)
        times: list[float] = []
        for step in STEPS:
            times.append(float(page.evaluate(CLICK, step)))
            page.wait_for_timeout(300)
            if len(times) == 1:  # the first click has nothing open before it
                before = cpu_seconds(address)
        cpu = 1_000 * (cpu_seconds(address) - before) / CLICKS
        page.context.close()
        fifty = sum(keyboard.decide(Desk(browser, address, "kira"), FIFTY, CALM))
    times = times[1:]
    return {
        "settled_ms": median(times),
        "p90_ms": quantiles(times, n=10)[-1],
        "server_cpu_ms": cpu,
        "fifty_by_keyboard_ms": 1_000 * fifty,
    }


def fill(engine: Engine, size: int, model: Classifier) -> Officer:
    """Kira, her accounts and so many messages; those at the top of her queue with the model's own verdict."""
    store = SqlStore(engine, SystemClock())
    with store.begin() as work:
        hashed = identity.hash_password(PASSWORD)
        kira = an_officer(work, None, Role.OFFICER, login="kira", password_hash=hashed)
        an_officer(work, work.get(Station, kira.station_id), Role.CONTACT_OFFICER, login="jens")
    accounts = crowd.fill(engine, kira, size)
    with store.begin() as work:
        first = work.worklist(Query(Scope(frozenset(a.id for a in accounts)), fold=True, limit=JUDGED))
        verdicts: Any = model.assess([one.text for one in first])
        work.assessed(
            [Assessment(m.id, m.version, told, work.now) for m, told in zip(first, verdicts, strict=True)]
        )
    return kira
