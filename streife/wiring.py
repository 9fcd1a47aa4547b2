"""Puts the house together: the only place that names concrete parts.

Each part is imported when it is first asked for: a listing need not wait for the classifier.
"""

from functools import cache
from importlib.metadata import entry_points
from typing import TYPE_CHECKING

from casework.account import Account
from casework.errors import Refused
from casework.ports import Classifier, Connector, Store
from streife import credentials
from streife.clock import SystemClock
from streife.settings import Settings, load

if TYPE_CHECKING:
    from sqlalchemy import Engine


@cache
def settings() -> Settings:
    """The settings in force; the home exists afterwards."""
    found = load()
    found.home.mkdir(parents=True, exist_ok=True)
    return found


@cache
def engine() -> "Engine":
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


@cache
def classifier() -> Classifier:
    """The model in the repository; refuses one that was tampered with."""
    from classifier.assess import load as load_model

    return load_model()


def connector(account: Account) -> Connector:
    """The connector of the account's network, with its key; raises Refused when there is none yet."""
    found = entry_points(group="streife.connectors", name=account.platform.value)
    if not found:
        raise Refused(f"{account.platform.value}: this network cannot be read yet; use `streife import`")
    build = next(iter(found)).load()
    made: Connector = build(account, credentials.password_of(settings().home, account))
    return made


def networks() -> list[str]:
    """Names of the networks that can be read."""
    return sorted(point.name for point in entry_points(group="streife.connectors"))
