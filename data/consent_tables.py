"""The tables of whose account it is, who consented to its being read, and the sealed keys."""

from sqlalchemy import Column, Index, LargeBinary, UniqueConstraint

from casework.tenure import End
from data.columns import Words
from data.shape import label, number, ref, table, when, words

consents = table(
    "consents",
    ref("account_id", "accounts"),
    ref("officer_id", "officers"),
    words("text_version"),
    when("given_at"),
    when("withdrawn_at", nullable=True),
    number("revision"),
    Index(None, "account_id"),
)

tenures = table(
    "tenures",
    ref("account_id", "accounts"),
    ref("officer_id", "officers"),
    when("begun_at"),
    when("ended_at", nullable=True),
    label("end", End, nullable=True),
    words("reason"),
    when("erase_at", nullable=True),
    number("revision"),
    Index(None, "account_id"),
)

credentials = table(
    "credentials",
    ref("account_id", "accounts"),
    words("key_id"),
    Column("sealed", LargeBinary, nullable=False),
    when("updated_at"),
    number("revision"),
    UniqueConstraint("account_id"),
)

auth_requests = table(
    "auth_requests",
    ref("account_id", "accounts"),
    ref("officer_id", "officers"),
    Column("state_hash", Words, nullable=False, unique=True),
    words("session_hash"),
    words("key_id"),
    Column("sealed", LargeBinary, nullable=False),
    when("begun_at"),
    when("ended_at", nullable=True),
    number("revision"),
    Index(None, "account_id"),
)
