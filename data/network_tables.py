"""The tables of what goes on with the networks: limits, money, troubles, rechecks, refusals, answers."""

from sqlalchemy import Column, Index, UniqueConstraint

from casework.answering import ReplyState
from casework.budget import Held
from casework.labels import Kind, Platform
from casework.stream_trouble import Sort
from data.columns import Key
from data.shape import flag, json, label, number, ref, table, when, words


def _micros(name: str) -> Column[int]:
    """Millionths of a currency: two thousand units are more than a plain integer holds."""
    return Column(name, Key, nullable=False)


limits = table(
    "limits",
    ref("account_id", "accounts"),
    words("endpoint"),
    Column("remaining", Key, nullable=True),
    when("reset_at", nullable=True),
    number("refusals"),
    number("revision"),
    UniqueConstraint("account_id", "endpoint"),
)

pools = table(
    "pools",
    label("platform", Platform),
    words("app"),
    when("until"),
    Column("used", Key, nullable=False),
    flag("refused"),
    number("revision"),
    UniqueConstraint("platform", "app"),
)

shares = table(
    "shares",
    ref("account_id", "accounts"),
    ref("pool_id", "pools"),
    Column("used", Key, nullable=False),
    number("revision"),
    UniqueConstraint("account_id"),
    Index(None, "pool_id"),
)

purses = table(
    "purses",
    ref("account_id", "accounts"),
    words("month"),
    _micros("spent"),
    json("held", tuple[Held, ...]),
    number("revision"),
    UniqueConstraint("account_id", "month"),
)

spends = table(
    "spends",
    ref("account_id", "accounts"),
    *map(words, ("day", "what")),
    *map(number, ("asks", "reads", "writes")),
    _micros("micros"),
    number("revision"),
    UniqueConstraint("account_id", "day", "what"),
)

paces = table(
    "paces",
    ref("stream_id", "streams"),
    when("stirred_at", nullable=True),
    number("failures"),
    _micros("cost"),
    number("revision"),
    UniqueConstraint("stream_id"),
)

stream_troubles = table(
    "stream_troubles",
    ref("stream_id", "streams"),
    label("sort", Sort),
    when("begun_at"),
    *(when(f"{what}_at", nullable=True) for what in ("told", "ended")),
    number("revision"),
    UniqueConstraint("stream_id", "sort"),
)

rechecks = table(
    "rechecks",
    ref("message_id", "messages"),
    when("asked_at"),
    when("checked_at", nullable=True),
    number("revision"),
    UniqueConstraint("message_id"),
)

announced = table(
    "announced",
    ref("account_id", "accounts"),
    *map(words, ("stream", "native_id", "day")),
    when("heard_at"),
    UniqueConstraint("account_id", "stream", "native_id"),
    Index(None, "account_id", "stream", "day"),
)

holds = table(
    "holds",
    ref("message_id", "messages"),
    ref("officer_id", "officers"),
    words("reason"),
    when("begun_at"),
    when("ended_at", nullable=True),
    number("revision"),
    Index(None, "message_id"),
)

erasures = table(
    "erasures",
    ref("message_id", "messages"),
    words("reason"),
    when("erased_at"),
    when("ended_at", nullable=True),
    UniqueConstraint("message_id"),
)

refusals = table(
    "refusals",
    ref("account_id", "accounts"),
    *map(words, ("digest", "native_id", "reason")),
    when("refused_at"),
    UniqueConstraint("account_id", "digest"),
)

replies = table(
    "replies",
    ref("message_id", "messages"),
    ref("account_id", "accounts"),
    ref("officer_id", "officers"),
    label("kind", Kind),
    words("text"),
    words("key"),
    when("created_at"),
    label("state", ReplyState),
    words("reason"),
    number("attempts"),
    *(when(f"{what}_at", nullable=True) for what in ("next_try", "begun", "sent")),
    *map(words, ("native_id", "url")),
    when("seen_at", nullable=True),
    Column("seen_message_id", Key, nullable=False),
    flag("automatic"),
    number("answers_version"),
    number("revision"),
    UniqueConstraint("key"),
    Index(None, "message_id"),
    Index(None, "account_id", "native_id"),
    Index(None, "state"),
)
