"""What the Graph API's error codes and usage headers mean, in our words.

https://developers.facebook.com/docs/graph-api/guides/error-handling
https://developers.facebook.com/docs/graph-api/overview/rate-limiting
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import requests

from casework.errors import AuthExpired, ConnectorError, RateLimited, SchemaChanged, Transient
from connectors.answers import at, parsed, shown, words

SESSION, PERMISSION, NO_CAPABILITY, PASSING = {102, 190}, range(200, 300), {3, 10}, {1, 2}
TOO_OFTEN = {4, 17, 32, 341, 368, 613, 80001, 80002, 80006}
KEY_REFUSED = {
    458: "the app was removed from the account",
    460: "the password was changed",
    463: "the key ran out",
    464: "the account must be confirmed at facebook.com first",
}
GONE, NO_ALIAS = (100, 33), 803
OUTSIDE_THE_WINDOW = {2018278, 2534022}
WINDOW_CLOSED = (
    "the citizen last wrote more than 24 hours ago; the network takes no direct message until he or she "
    "writes again"
)
LONGEST_WAIT = timedelta(days=7)


class NoObject(SchemaChanged):
    """The network knows no such object, or shows it no more."""


class NotPermitted(AuthExpired):
    """The key is good, but it does not carry the permission that is needed."""


class NotTaken(ConnectorError):
    """The network does not take what we wrote, with its reason."""


def trouble(network: str, response: requests.Response, answer: object) -> ConnectorError | None:
    """What an answer's error object means, whatever the HTTP status; None where there is none that we know.

    An error about the key may repeat the key: its words are left out.
    """
    error = at(answer, "error")
    if not isinstance(error, dict):
        return None
    code, sub = _code(error, "code"), _code(error, "error_subcode")
    said = f"{network}: error {code}/{sub}"
    if code in SESSION:
        return AuthExpired(f"{said}, {KEY_REFUSED.get(sub, 'the key is refused')}; connect the account again")
    if code in TOO_OFTEN:
        return RateLimited(f"{said}; asked too often", usage(response.headers)[1])
    if code in PASSING or error.get("is_transient") is True:
        return Transient(f"{said}; the next poll tries again")
    if sub in OUTSIDE_THE_WINDOW:
        return NotTaken(f"{network}: {WINDOW_CLOSED}")
    return _refused(f"{said}: {shown(words(error, 'message'))}", code, sub, response.request.method == "POST")


def _refused(said: str, code: int, sub: int, writing: bool) -> ConnectorError | None:
    if writing:
        return NotTaken(f"{said}; the network did not take it")
    if code in NO_CAPABILITY or code in PERMISSION:
        return NotPermitted(f"{said}; grant the permission and connect the account again")
    return NoObject(said) if (code, sub) == GONE or code == NO_ALIAS else None


def usage(headers: Mapping[str, str]) -> tuple[int | None, datetime | None]:
    """How many hundredths of what is allowed are left, and from when there is more; None where not told."""
    told = [_told(headers.get(name, "")) for name in ("X-App-Usage", "X-Page-Usage")]
    business = _told(headers.get("X-Business-Use-Case-Usage", ""))
    if isinstance(business, dict):
        told += [one for uses in business.values() if isinstance(uses, list) for one in uses]
    used = [_number(one, name) for one in told for name in ("call_count", "total_time", "total_cputime")]
    minutes = max((_number(one, "estimated_time_to_regain_access") or 0 for one in told), default=0)
    wait = min(timedelta(minutes=minutes), LONGEST_WAIT)
    most = max((one for one in used if one is not None), default=None)
    return None if most is None else max(0, 100 - most), datetime.now(UTC) + wait if wait else None


def _code(error: object, name: str) -> int:
    found = at(error, name)
    return found if isinstance(found, int) else 0


def _told(header: str) -> object:
    try:
        return parsed(header.encode())
    except ValueError:
        return None


def _number(told: object, name: str) -> int | None:
    found = at(told, name)
    return int(found) if isinstance(found, int | float) and 0 <= found < 10**6 else None
