"""The index of words in messages: FTS5 in SQLite, a tsvector with GIN in PostgreSQL, the same terms in both.

`message_terms` holds each message's terms (data.search) and the mark of its account, so that a search within
few accounts never meets the words of all others. In SQLite it is the content of the FTS5 table
`message_index`, which follows it by triggers.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Select,
    and_,
    delete,
    false,
    func,
    insert,
    literal,
    literal_column,
    or_,
    select,
    table,
    type_coerce,
    update,
)
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import ARRAY, TSQUERY

from casework.message import Author
from data import search
from data.log_tables import meta
from data.queue_tables import message_terms
from data.tables import messages

BATCH, PAGES = 2_000, 500
TIDY, BEGIN = "words_to_tidy", "begin"
MOST_MARKS = 50  # a search within more accounts than that looks through all
TABLES: Mapping[str, Sequence[str]] = {
    "sqlite": (
        "CREATE TABLE message_terms (message_id INTEGER NOT NULL PRIMARY KEY REFERENCES messages (id),"
        " terms TEXT NOT NULL)",
        "CREATE VIRTUAL TABLE message_index USING fts5 (terms, content='message_terms',"
        " content_rowid='message_id', tokenize=\"ascii tokenchars '_'\", detail=none, columnsize=0)",
        "CREATE TRIGGER message_terms_added AFTER INSERT ON message_terms BEGIN"
        " INSERT INTO message_index (rowid, terms) VALUES (new.message_id, new.terms); END",
        "CREATE TRIGGER message_terms_gone AFTER DELETE ON message_terms BEGIN INSERT INTO message_index"
        " (message_index, rowid, terms) VALUES ('delete', old.message_id, old.terms); END",
    ),
    "postgresql": (
        "CREATE TABLE message_terms (message_id BIGINT NOT NULL CONSTRAINT pk_message_terms PRIMARY KEY"
        " CONSTRAINT fk_message_terms_message_id REFERENCES messages (id), terms TSVECTOR NOT NULL)",
        "CREATE INDEX ix_message_terms_terms ON message_terms USING gin (terms)",
    ),
}
_INDEX = table("message_index", literal_column("rowid"))
T = message_terms.c
Condition = ColumnElement[bool]


def keep(connection: Connection, found: Iterable[tuple[int, int, str, Author]]) -> None:
    """Put messages into the index, each as (id, account id, text, author), over what it had of them."""
    rows: list[dict[str, Any]] = [
        {"message_id": i, "terms": _kept(connection, search.terms(words, author) | {f"_a{account}"})}
        for i, account, words, author in found
    ]
    if rows:
        forget(connection, [row["message_id"] for row in rows])
        connection.execute(insert(message_terms), rows)


def forget(connection: Connection, message_ids: Sequence[int]) -> None:
    """Take messages out of the index."""
    connection.execute(delete(message_terms).where(one_of(connection, T.message_id, message_ids)))


def fill(connection: Connection) -> None:
    """Put all messages into the empty index, in batches."""
    c, last = messages.c, 0
    columns = (c.id, c.account_id, c.text, c.author_handle, c.author_name)
    while batch := connection.execute(select(*columns).where(c.id > last).order_by(c.id).limit(BATCH)).all():
        keep(connection, ((row[0], row[1], row[2], Author("", row[3], row[4])) for row in batch))
        last = batch[-1].id


def untidy(connection: Connection) -> None:
    """Note that words were erased: FTS5 marks them as gone, and keeps them until it merges its parts."""
    if connection.dialect.name == "sqlite":
        connection.execute(delete(meta).where(meta.c.name == TIDY))
        connection.execute(insert(meta).values(name=TIDY, value=BEGIN))


def tidy(connection: Connection) -> bool:
    """Merge a few pages of the parts of FTS5's index, until one is left and nothing erased in it; False when
    it is done. PostgreSQL's vacuum does the like by itself."""
    if connection.dialect.name != "sqlite":
        return False
    stands = connection.scalar(select(meta.c.value).where(meta.c.name == TIDY))
    if stands is None:
        return False
    changed = select(func.total_changes())
    before, pages = connection.scalar(changed) or 0, -PAGES if stands == BEGIN else PAGES
    tidy = sql("INSERT INTO message_index (message_index, rank) VALUES ('merge', :pages)")
    connection.execute(tidy, {"pages": pages})
    if stands != BEGIN and (connection.scalar(changed) or 0) < before + 2:
        connection.execute(delete(meta).where(meta.c.name == TIDY))
        return False
    connection.execute(update(meta).where(meta.c.name == TIDY).values(value="going on"))
    return True


def found(connection: Connection, question: str, account_ids: Sequence[int]) -> Select[tuple[int]]:
    """Ids of the messages that answer the question; most of those of other accounts are left out."""
    asked = search.asked(question)
    marks = [frozenset(f"_a{i}" for i in account_ids)] if len(account_ids) <= MOST_MARKS else []
    groups = [*marks, *asked.words]
    if not asked.words or not account_ids:
        return select(T.message_id).where(false())
    if connection.dialect.name == "sqlite":
        wanted = " AND ".join(_either(group, asked, '"{}"', '"{}" *', " OR ") for group in groups)
        return select(_INDEX.c.rowid).where(literal_column("message_index").op("MATCH")(wanted))
    wanted = " & ".join(_either(group, asked, "'{}'", "'{}':*", " | ") for group in groups)
    return select(T.message_id).where(T.terms.op("@@")(type_coerce(wanted, TSQUERY)))


def answers(connection: Connection, question: str, message_id: ColumnElement[int]) -> Condition:
    """Whether the message of this id answers, looked up for it alone: never by way of all that answer."""
    asked = search.asked(question)
    if not asked.words:
        return false()
    here = select(_holds(connection, asked)).where(T.message_id == message_id)
    answer: Condition = func.coalesce(here.scalar_subquery(), false())
    return answer


def one_of(connection: Connection, column: ColumnElement[int], values: Iterable[int]) -> Condition:
    """Whether the column is one of these, however many, as a single parameter."""
    if connection.dialect.name == "sqlite":
        given = func.json_each(f"[{','.join(map(str, values))}]").table_valued("value")
        return column.in_(select(given.c.value))
    return column == func.any(literal(list(values), ARRAY(BigInteger)))


def _holds(connection: Connection, asked: search.Asked) -> Condition:
    if connection.dialect.name == "postgresql":
        wanted = " & ".join(_either(group, asked, "'{}'", "'{}':*", " | ") for group in asked.words)
        return T.terms.op("@@")(type_coerce(wanted, TSQUERY))
    held = [[func.instr(T.terms, f" {term} ") > 0 for term in sorted(group)] for group in asked.words]
    if asked.beginning:
        held[-1] = [func.instr(T.terms, f" {asked.beginning}") > 0, *held[-1]]
    return and_(*(or_(*group) for group in held))


def _either(group: frozenset[str], asked: search.Asked, whole: str, begun: str, between: str) -> str:
    terms = [whole.format(term) for term in sorted(group)]
    if asked.beginning and group is asked.words[-1]:
        terms.append(begun.format(asked.beginning))
    return f"({between.join(terms)})"


def _kept(connection: Connection, terms: frozenset[str]) -> str:
    """The terms as the column takes them; they hold neither spaces nor quotes."""
    if connection.dialect.name == "sqlite":
        return f" {' '.join(sorted(terms))} "
    return " ".join(f"'{term}'" for term in terms)
