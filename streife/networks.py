"""The networks' connectors as they are registered, and what they declare without an account and its key."""

from collections.abc import Sequence
from functools import cache
from importlib.metadata import entry_points
from typing import Any

from casework.errors import Refused
from casework.labels import Platform


def connector_of(platform: Platform) -> Any:
    """The class of a network's connector; raises Refused where there is none."""
    found = entry_points(group="streife.connectors", name=platform.value)
    if not found:
        raise Refused(f"{platform.value}: this network cannot be read yet; use `streife import`")
    return next(iter(found)).load()


@cache
def blind_of(platform: Platform) -> Sequence[str]:
    """What a network never gives (keys of words); raises Refused where it cannot be read."""
    return tuple(connector_of(platform).blind())
