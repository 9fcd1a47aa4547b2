"""Notices of networks: a page is subscribed to them on connecting, a connector looks up what they named."""

import logging
from typing import TypeVar

from casework import announced
from casework.account import Account
from casework.errors import StreifeError
from casework.network import Connector
from casework.people import Person
from casework.ports import Store

log = logging.getLogger(__name__)
MENTIONS = "mentions"
C = TypeVar("C", bound=Connector)


def given(connector: C, store: Store, account: Account) -> C:
    """The connector, which may now look up what was announced to its account, where its network announces."""
    if hasattr(connector, "announced"):
        connector.announced = announced.reader(store, account.id, MENTIONS)
    return connector


def subscribe(connector: Connector, store: Store, person: Person, account: Account) -> None:
    """Let the network send notices, where it must be asked; without them the polls go on as ever.

    What it refuses stands on the account's card and in the audit log; connecting again tries again.
    """
    if not hasattr(connector, "subscribe"):
        return
    refused = ""
    try:
        connector.subscribe()
    except StreifeError as why:
        log.warning("account %s: no notices: %s", account.id, why)
        refused = str(why) or type(why).__name__
    with store.begin() as work:
        announced.ordered(work, person, account, refused)
