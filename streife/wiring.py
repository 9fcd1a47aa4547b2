"""Puts the house together, the only place to name concrete parts; each is imported when first asked for."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache, partial
from pathlib import Path
from typing import Any, BinaryIO

from casework.account import Account
from casework.errors import Refused
from casework.figures import Counts
from casework.learning import Correction
from casework.lengths import Ruler
from casework.network import Connector
from casework.people import Station
from casework.ports import Classifier, Sampling, Store
from streife import announcing, capturing, demo_world, duties, learning, models, networks, training
from streife.clock import SystemClock
from streife.connecting import Connecting
from streife.dispatch import Dispatch
from streife.guarded import public, resolved
from streife.keys import Secret
from streife.metering import StoreMeter
from streife.public_holidays import PublicHolidays
from streife.results import Exported, LogCheck, of_log
from streife.settings import Settings, load

SHIPPED_MODEL = Path(__file__).parents[1] / "classifier"


@cache
def settings() -> Settings:
    """The settings in force; the home exists afterwards."""
    found = load()
    found.home.mkdir(parents=True, exist_ok=True)
    return found


@cache
def engine() -> Any:
    """The database, migrated to what this version knows."""
    from data.engine import open_engine
    from data.migrate import migrate

    opened = open_engine(settings().store_url)
    migrate(opened)
    return opened


@cache
def store() -> Store:
    """The store that the settings name."""
    from data.store import SqlStore

    return SqlStore(engine(), SystemClock())


def figures() -> Counts:
    """Sums for supervisors."""
    from data.counts import SqlCounts

    return SqlCounts(engine())


@cache
def classifier() -> Classifier:
    """The model in force, learnt or shipped, also once another is put in force; refuses an altered one."""
    return models.InForce(settings().home, open_model)


def open_model(folder: Path | None) -> Classifier:
    """The model of a folder, or the shipped one; raises Refused where it was tampered with."""
    from classifier.assess import load as load_model

    return load_model(folder)


def model_card() -> Mapping[str, Any]:
    """What stands beside the model in force: version, thresholds, figures; raises Refused if unreadable."""
    home = settings().home
    return models.card_of(models.folder_of(home, models.in_force(home)) or SHIPPED_MODEL)


def ruler() -> Ruler:
    """Counts texts as the networks do."""
    from connectors import lengths as room

    return room


def sampling() -> Sampling:
    """How sure a counted share is, and how far two samples lie apart."""
    from data import sampling as room

    return room


def connector(account: Account) -> Connector:
    """The account's connector; raises AuthExpired without a key, Refused without the officer's consent."""
    return connecting().lines.of(account)


def make_connector(account: Account, key: Secret) -> Connector:
    """A new connector; raises Refused where there is none for the network."""
    meter = StoreMeter(store(), account, settings().rhythm.cap(account))
    made: Connector = networks.connector_of(account.platform)(account, key.reveal(), meter)
    return announcing.given(made, store(), account)


def connecting() -> Connecting:
    """The accounts' keys, connecting accounts, and letting them go."""
    return _connecting(engine())


@cache
def _connecting(_: object) -> Connecting:
    from connectors.doors import DOORS

    return Connecting.opened(settings(), store(), DOORS, make_connector)


def matches(text: str, question: str) -> Sequence[tuple[int, int]]:
    """Characters [start, end) of a text that answer what was searched for."""
    from data import search

    return search.spans(text, question)


def meta_webhook() -> Any:
    """Reads the notices of Facebook and Instagram."""
    from connectors import meta_webhook as room

    return room


def messages_in(file: BinaryIO) -> Any:
    """What a file brings: an official export, else JSON Lines one by one, good lines and refusals."""
    from connectors import jsonl, takeout

    return takeout.opened(file, datetime.now(UTC)) or jsonl.read(file, datetime.now(UTC))


def is_new() -> bool:
    """Whether the store holds nobody yet."""
    with store().view() as work:
        return not work.find(Station)


def fill_training(day: str) -> training.Filled:
    """Fill the empty store with the training data; raises Refused when somebody is there already."""
    from connectors import replay
    from data.store import SqlStore, mark_training

    if not is_new():
        raise Refused("demo: this home is not empty; set STREIFE_HOME to a new folder")
    anchor, clock, events = training.script(day, replay.events)
    mark_training(engine(), True)
    store.cache_clear()
    filled = training.fill(SqlStore(engine(), clock), clock, classifier(), events, anchor)
    duties.watch(SqlStore(engine(), clock), classifier(), sampling(), settings().spot_check_weekly)
    return filled


def verdict_lines(lines: Iterable[bytes], scheme: str = "") -> Iterator[Any]:
    """One JSON verdict a line, or a refusal with number and reason; with a scheme in its own labels."""
    from classifier import jsonl, scheme_archive

    sorter = scheme_archive.load(scheme) if scheme else None
    return jsonl.sort_lines(lines, sorter) if sorter else jsonl.classify_lines(lines, classifier())


def evaluate(file: Path, columns: Sequence[str], names: Mapping[str, str], by: str) -> Any:
    """Figures on a CSV file, by a part of our verdict or by a public set's scheme."""
    from classifier import evaluate as room

    return room.against(file, columns, names, room.judge_of(by, classifier))


def evaluate_ours() -> tuple[Any, str]:
    """Figures on our own examples' test part, and the same as the model card tells them."""
    from classifier import card, evaluate

    figures = evaluate.on_examples(classifier())
    return figures, card.told(figures)


def train(data: Path) -> Any:
    """Fit and store the model, measured on the demo besides; returns its report."""
    from classifier import train as training_room

    return training_room.train(data, SHIPPED_MODEL / "examples", SHIPPED_MODEL, demo_dir=demo_world.FOLDER)


def learn(data: Path, examples: Path | None, actor: str, *, dry_run: bool) -> learning.Outcome:
    """Learn from the officers' corrections; puts the candidate in force if it is better and nowhere worse."""
    from classifier import learn as room

    def recipe(found: Sequence[Correction], known: Collection[int]) -> room.Learnt:
        return room.learn(found, data, examples or SHIPPED_MODEL / "examples", known=known)

    return learning.learn(store(), settings().home, recipe, actor, dry_run=dry_run)


def train_schemes(data: Path) -> Any:
    """Fit and store the heads that answer in the public sets' labels; returns their figures."""
    from classifier import scheme_training

    return scheme_training.train_schemes(data)


def verify_audit(noted_size: int = 0, noted_root: str = "") -> LogCheck:
    """Recompute the audit log from its entries."""
    from data import audit

    return of_log(lambda: audit.verify(engine(), noted_size, noted_root))


def browse() -> capturing.Browse:
    """Opens a message's page in a browser and brings home what is to be seen."""
    from evidence.page_capture import opener

    return opener(capturing.browser(settings().chromium), public, resolved)


def exporting() -> Dispatch:
    """Leads cases out of the house; each package is sealed, and on record with its recipient.

    Raises StreifeError, before anything is logged, where the key that signs cannot be used.
    """
    from evidence import bag, justice, overview, sealing

    sealer = sealing.configured(settings().seal(), datetime.now(UTC))
    packed = partial(bag.sealed, sealer=sealer, standard=justice.Standard(**settings().xjustiz()))
    return Dispatch(store(), lambda *told: Exported(*packed(*told)), overview, PublicHolidays())


def verify_package(package: Path, fingerprint: str = "", trust: Path | None = None) -> Any:
    """Check a package item by item, against the root certificates in a PEM file where one is given."""
    from evidence.verify import verify

    return verify(package, fingerprint or None, trust)


def zipped(package: Path) -> Path:
    """The package as one file for the browser, beside it."""
    from evidence.archive import zipped as pack

    return pack(package, package.with_name(f"{package.name}.zip"))
