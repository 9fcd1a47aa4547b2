"""What arrives is made to fit; what cannot be is refused, and told once to whoever reads the account."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from casework.account import Account
from casework.errors import Refused
from casework.message import (
    LONGEST_NAME,
    LONGEST_TEXT,
    Message,
    Received,
    check_name,
    checked,
    checked_url,
    sha256,
    storable,
)
from casework.ports import Work

CUT = "…"  # stands at the end of a text that is too long; the raw bytes hold all of it
SHOWN_FOR = timedelta(days=30)
LONGEST_ID = 200
UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A message of a network that could not be kept: its id as far as it can be shown, and why.

    `digest` is the SHA-256 (hex) of the whole id, whatever that holds.
    """

    account_id: int
    digest: str
    native_id: str
    reason: str
    refused_at: datetime
    id: int = field(default=0, compare=False)


def fit(received: Sequence[Received], now: datetime, *, mend: bool) -> tuple[list[Received], Pairs]:
    """Those that can be kept, and of the others the native id and the reason.

    `mend`: odd addresses, threads and names, and too long texts, are no reason to refuse; a network's user
    could keep a threat from us by them. A file's writer is told instead.
    """
    fitting: list[Received] = []
    refused: Pairs = []
    for one in received:
        try:
            fitting.append(checked(mended(one) if mend else one, now))
        except Refused as why:
            refused.append((one.native_id, str(why)))
    return fitting, refused


def mended(one: Received) -> Received:
    """The message without what would have it refused, as far as it can be left out; the raw bytes stay."""
    handle = UNFIT.sub("\N{REPLACEMENT CHARACTER}", one.author.handle)[:LONGEST_NAME]
    long = len(one.text) > LONGEST_TEXT
    return replace(
        one,
        author=replace(one.author, handle=handle if handle.strip() else "?"),
        text=one.text[: LONGEST_TEXT - len(CUT)] + CUT if long else one.text,
        url=one.url if _fits_url(one.url) else "",
        thread=one.thread if _fits(one.thread) else "",
        parent=one.parent if _fits(one.parent) else "",
    )


def note(work: Work, account: Account, refused: Sequence[tuple[str, str]]) -> Pairs:
    """Keep these refusals; returns those that were not known yet, in order."""
    told = {_digest(native_id): (native_id, why) for native_id, why in refused}
    if not told:
        return []
    known = {r.digest for r in work.find(Refusal, account_id=account.id, digest=sorted(told))}
    fresh = {digest: pair for digest, pair in told.items() if digest not in known}
    for digest, (native_id, why) in fresh.items():
        work.add(Refusal(account.id, digest, storable(native_id)[:LONGEST_ID], why, work.now))
    return list(fresh.values())


def refusals(work: Work, account_ids: Sequence[int]) -> list[Refusal]:
    """What these accounts were sent of late and could not be kept since either, the newest first."""
    found = work.find(Refusal, account_id=list(account_ids)) if account_ids else []
    recent = [r for r in found if work.now - r.refused_at < SHOWN_FOR]
    ids = sorted({r.native_id for r in recent})
    kept = work.find(Message, account_id=list(account_ids), native_id=ids) if ids else []
    came = {(m.account_id, _digest(m.native_id)) for m in kept}
    return [r for r in reversed(recent) if (r.account_id, r.digest) not in came]


def _digest(native_id: str) -> str:
    return sha256(native_id.encode("utf-8", "surrogatepass"))


def _fits_url(url: str) -> bool:
    try:
        return checked_url(url) == url
    except Refused:
        return False


def _fits(name: str) -> bool:
    try:
        check_name("", name)
    except Refused:
        return False
    return True
