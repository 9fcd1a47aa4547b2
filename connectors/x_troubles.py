"""Says in our words what X calls wrong: https://docs.x.com/x-api/fundamentals/response-codes-and-errors."""

import re
from collections.abc import Mapping
from datetime import datetime

import requests

from casework.errors import AuthExpired, BudgetSpent, ConnectorError, RateLimited, SchemaChanged, Transient
from connectors.answers import from_unix, words
from connectors.session import TOO_MANY, UNAUTHORIZED, header_number
from connectors.x_items import problem

BAD_REQUEST, PAYMENT_REQUIRED, FORBIDDEN, NOT_FOUND = 400, 402, 403, 404
RENEWAL_PATH = "/2/oauth2/token"
APP_REFUSED = re.compile(r"/(client-forbidden|unsupported-authentication)$")
NAMES = re.compile(r"\bexpansions\b|\w\.fields\b")
LIMITS = ("x-rate-limit", "x-user-limit-24hour", "x-app-limit-24hour")


class KeyRanOut(AuthExpired):
    """The token is refused; perhaps the key can be renewed."""


class OtherNames(SchemaChanged):
    """X does not know the names of what was asked for."""


class NotTaken(ConnectorError):
    """X does not publish this; its reason is in the words."""


def trouble(response: requests.Response, answer: object) -> ConnectorError | None:
    """What an answer means that is none; None leaves it to the common rules."""
    if response.ok:
        return None
    said = f"x: HTTP {response.status_code}, {problem(answer)}"
    return (
        _of_limits(response, answer, said) or _of_keys(response, answer, said) or _of_requests(response, said)
    )


def limit(headers: Mapping[str, str]) -> tuple[int | None, datetime | None]:
    """How often X still answers and until when; of limits that are used up, the one that lasts longest."""
    told = [
        (header_number(headers, f"{one}-remaining"), from_unix(headers.get(f"{one}-reset"))) for one in LIMITS
    ]
    used_up = [(0, reset) for remaining, reset in told if remaining == 0 and reset]
    return max(used_up, default=told[0])


def _of_limits(response: requests.Response, answer: object, said: str) -> ConnectorError | None:
    if response.status_code == PAYMENT_REQUIRED or words(answer, "type").endswith("/usage-capped"):
        return BudgetSpent(f"{said}; X gives no more until its own limit is raised or begins anew")
    if response.status_code == TOO_MANY:
        return RateLimited(f"{said}; asked too often", limit(response.headers)[1])
    return None


def _of_keys(response: requests.Response, answer: object, said: str) -> ConnectorError | None:
    status, path = response.status_code, response.request.path_url.partition("?")[0]
    if path.endswith(RENEWAL_PATH) and status in (BAD_REQUEST, UNAUTHORIZED, FORBIDDEN):
        return AuthExpired(f"{said}; the key cannot be renewed, connect the account again")
    if status == UNAUTHORIZED:
        return KeyRanOut(f"{said}; the key is refused, connect the account again")
    if status == FORBIDDEN and APP_REFUSED.search(words(answer, "type")):
        return AuthExpired(f"{said}; X does not admit this app, see its settings at developer.x.com")
    return None


def _of_requests(response: requests.Response, said: str) -> ConnectorError | None:
    status = response.status_code
    if "json" not in response.headers.get("content-type", ""):
        return Transient(f"{said}; no answer of X's own, the next poll tries again")
    if response.request.method == "POST" and status in (BAD_REQUEST, FORBIDDEN, NOT_FOUND):
        return NotTaken(said)
    if status == FORBIDDEN:
        return AuthExpired(f"{said}; X does not allow it with this key, connect the account again")
    if status == BAD_REQUEST and NAMES.search(response.text):
        return OtherNames(f"{said}; this version knows no other names")
    return None
