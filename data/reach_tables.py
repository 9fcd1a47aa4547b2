"""The tables of how the accounts do: followers by day, and the figures of their own posts."""

from sqlalchemy import Column, UniqueConstraint

from data.columns import Key
from data.shape import number, ref, table, when, words


def _figure(name: str) -> Column[int]:
    """A count that the network may not tell; views outgrow a plain integer."""
    return Column(name, Key, nullable=True)


reaches = table(
    "reaches",
    ref("account_id", "accounts"),
    words("day"),
    _figure("followers"),
    UniqueConstraint("account_id", "day"),
)

post_figures = table(
    "post_figures",
    ref("account_id", "accounts"),
    words("native_id"),
    when("sent_at"),
    words("url"),
    *map(_figure, ("likes", "replies", "shares", "views")),
    when("seen_at"),
    number("revision"),
    UniqueConstraint("account_id", "native_id"),
)
