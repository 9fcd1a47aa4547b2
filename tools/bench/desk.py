"""From the click on "next" until the page has settled, with 100,000 messages and, beside it, with 1,000."""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Browser

from casework import intake
from casework.account import Account
from casework.assessment import Disguise, Verdict
from casework.people import Role
from casework.ports import Classifier
from classifier.assess import load
from data.engine import open_engine
from data.migrate import migrate
from data.store import SqlStore
from streife import identity
from streife.clock import SystemClock
from tests.builders import an_account, an_officer, received
from tests.journeys.house import PASSWORD, Desk, House, chromium
from tools.bench.texts import everyday

SIZES, CLICKS, BATCH = (1_000, 100_000), 20, 1_000
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
    """Milliseconds in a headless Chromium, medians of 20 clicks, on SQLite."""
    model = Remembering(load())
    with chromium() as browser:
        found = {size: _clicks(Path(folder) / str(size), size, model, browser) for size in SIZES}
    small, large = (median(found[size]) for size in SIZES)
    return {
        "click_to_settled_ms": {f"{size:,} messages": _told(found[size]) for size in SIZES},
        "ratio_large_to_small": round(large / small, 2),
    }


def _told(times: list[float]) -> dict[str, int]:
    return {"median": round(median(times)), "p90": round(quantiles(times, n=10)[-1])}


def _clicks(home: Path, size: int, model: Classifier, browser: Browser) -> list[float]:
    home.mkdir()
    fill(home, size, model)
    with House(home).served() as address:
        page = Desk(browser, address, "kira").page
        page.locator(".st-key-go_next button").first.wait_for()
        page.wait_for_timeout(3_000)
        times = []
        for step in STEPS:
            times.append(float(page.evaluate(CLICK, step)))
            page.wait_for_timeout(300)
        return times[1:]  # the first click has nothing open before it


def fill(home: Path, size: int, model: Classifier) -> None:
    """A home with kira, her account, and so many judged messages."""
    engine = open_engine(f"sqlite:///{home / 'streife.sqlite3'}")
    migrate(engine)
    store = SqlStore(engine, SystemClock())
    with store.begin() as work:
        hashed = identity.hash_password(PASSWORD)
        account = an_account(work, an_officer(work, None, Role.OFFICER, login="kira", password_hash=hashed))
    words = everyday()
    for _ in range(size // BATCH):
        _keep(store, account, list(islice(words, BATCH)), model)
    engine.dispose()


class Remembering:
    """The real verdicts, each worked out once: the training data's words come again and again."""

    def __init__(self, model: Classifier) -> None:
        """Nothing is remembered yet."""
        self._model = model
        self._known: dict[str, Verdict] = {}

    @property
    def model(self) -> str:
        """The version of the model asked."""
        return self._model.model

    def foremost(self, texts: Sequence[str]) -> list[int]:
        """As the model."""
        return self._model.foremost(texts)

    def known(self, texts: Sequence[str]) -> list[float]:
        """As the model."""
        return self._model.known(texts)

    def disguises(self, text: str) -> Sequence[Disguise]:
        """As the model."""
        return self._model.disguises(text)

    def assess(self, texts: Sequence[str]) -> list[Verdict]:
        """As the model; a text that differs only in its number gets the verdict of the first."""
        words = [text.rpartition(" (")[0] for text in texts]
        new = sorted(set(words) - self._known.keys())
        self._known |= zip(new, self._model.assess(new), strict=True)
        return [self._known[one] for one in words]


def _keep(store: SqlStore, account: Account, texts: list[str], model: Classifier) -> None:
    with store.begin() as work:
        intake.take_in(work, account, [received(text) for text in texts])
    intake.assess(store, model, BATCH)
