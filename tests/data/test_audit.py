"""The audit log is proof: whoever alters, deletes, inserts or swaps an entry is found out."""

import hashlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, text, update

from casework import custody
from casework.errors import LogBroken, Refused
from casework.record import AuditEntry
from data import audit, log
from data.engine import open_engine
from data.log_tables import audit as audit_table
from data.log_tables import audit_head, audit_messages
from data.tables import versions
from tests.builders import NOON, a_message

WORDS = st.text(max_size=20)
DETAILS = st.dictionaries(WORDS, st.one_of(st.none(), st.integers(), st.floats(-1e9, 1e9), WORDS), max_size=3)
ACTS = st.builds(log.Act, st.just(NOON), WORDS, WORDS, WORDS, DETAILS)
LOGS = st.lists(ACTS, min_size=1, max_size=12)


@pytest.fixture
def postgres_engine(postgres_own_url):
    """Here triggers are taken away, so the database is given to nobody else."""
    opened = open_engine(postgres_own_url)
    yield opened
    opened.dispose()


def written(acts):
    """The entries of these acts, and the head that is kept beside them."""
    head, entries = log.Head(), []
    for act in acts:
        head, entry = log.append(head, act)
        entries.append(entry)
    return entries, audit.Verified(head.size, head.root)


def naive_root(leaves):
    """RFC 6962, section 2.1, word for word."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return leaves[0]
    half = 1
    while half * 2 < len(leaves):
        half *= 2
    children = naive_root(leaves[:half]) + naive_root(leaves[half:])
    return hashlib.sha256(b"\x01" + children).digest()


def first_wrong(entries, head):
    with pytest.raises(LogBroken) as found:
        audit.check(entries, head)
    return found.value.seq


@given(st.lists(st.binary(max_size=8), max_size=70))
def test_the_tree_head_is_that_of_rfc_6962(contents):
    leaves = [custody.leaf_hash(content) for content in contents]
    head = log.Head()
    for leaf in leaves:
        head = head.grown(leaf)
    assert head.root == naive_root(leaves).hex()


@given(LOGS)
def test_an_untouched_log_holds(acts):
    entries, head = written(acts)
    assert audit.check(entries, head) == head
    assert audit.check(entries, head, head.size, head.root) == head


@given(LOGS, st.data())
def test_an_altered_entry_is_named(acts, data):
    entries, head = written(acts)
    place = data.draw(st.integers(0, len(entries) - 1))
    field = data.draw(st.sampled_from(["at", "actor", "act", "subject", "detail", "leaf", "root"]))
    old = getattr(entries[place], field)
    changes = {
        "at": lambda: old.replace(year=2025),
        "detail": lambda: {**old, "more": 1},
        "leaf": lambda: "00" * 32,
        "root": lambda: "00" * 32,
    }
    new = changes.get(field, lambda: old + "x")()
    entries[place] = replace(entries[place], **{field: new})
    assert first_wrong(entries, head) == place + 1


@given(LOGS, st.data())
def test_an_altered_entry_with_a_matching_leaf_is_named(acts, data):
    entries, head = written(acts)
    place = data.draw(st.integers(0, len(entries) - 1))
    forged = replace(entries[place], actor=entries[place].actor + "x")
    entries[place] = replace(forged, leaf=log.leaf_of(forged).hex())
    assert first_wrong(entries, head) == place + 1


@given(LOGS, st.data())
def test_a_deleted_entry_is_named(acts, data):
    entries, head = written(acts)
    place = data.draw(st.integers(0, len(entries) - 1))
    del entries[place]
    assert first_wrong(entries, head) == place + 1


@given(LOGS, st.data())
def test_an_inserted_entry_is_named(acts, data):
    entries, head = written(acts)
    place = data.draw(st.integers(0, len(entries)))
    forged = AuditEntry(place + 1, NOON, "kira", "read", "message:666", {}, "", "")
    forged = replace(forged, leaf=log.leaf_of(forged).hex(), root=head.root)
    later = [replace(e, seq=e.seq + 1) for e in entries[place:]]
    assert first_wrong([*entries[:place], forged, *later], head) == place + 1


@given(st.lists(ACTS, min_size=2, max_size=8), st.data())
def test_swapped_entries_are_named(acts, data):
    entries, head = written(acts)
    one, two = sorted(data.draw(st.sets(st.integers(0, len(entries) - 1), min_size=2, max_size=2)))
    entries[one], entries[two] = (replace(entries[two], seq=one + 1), replace(entries[one], seq=two + 1))
    assert first_wrong(entries, head) == one + 1


@given(LOGS, LOGS)
def test_a_log_written_anew_is_found_by_the_root_noted_outside(acts, other):
    _, noted = written(acts)
    entries, head = written([replace(act, actor=f"{act.actor}!") for act in acts] + other)
    assert audit.check(entries, head).size == len(acts) + len(other)
    with pytest.raises(LogBroken, match="noted"):
        audit.check(entries, head, noted.size, noted.root)


def test_a_log_cut_off_together_with_its_head_is_found_by_the_size_noted_outside():
    acts = [log.Act(NOON, "kira", "read", f"message:{n}", {}) for n in range(5)]
    _, noted = written(acts)
    entries, head = written(acts[:3])
    with pytest.raises(LogBroken, match="cut off") as found:
        audit.check(entries, head, noted.size, noted.root)
    assert found.value.seq == 4


def test_the_log_in_the_database_holds(sql_store, engine):
    with sql_store.begin() as work:
        kept = [work.record("kira", "read", f"message:{n}", {"n": n}) for n in range(30)]
    assert audit.verify(engine) == audit.Verified(30, kept[-1].root)
    assert audit.verify(engine, 7, kept[6].root).size == 30


def test_an_empty_log_holds(engine):
    assert audit.verify(engine) == audit.Verified(0, custody.EMPTY.hex())


def test_batches_join_without_a_seam(sql_store, engine, monkeypatch):
    with sql_store.begin() as work:
        for n in range(10):
            work.record("kira", "read", f"message:{n}")
    monkeypatch.setattr(audit, "BATCH", 3)
    assert audit.verify(engine).size == 10


TAMPERING = {
    "altered": (update(audit_table).where(audit_table.c.seq == 4).values(actor="x"), 4),
    "deleted": (delete(audit_table).where(audit_table.c.seq == 6), 6),
    "cut off": (delete(audit_table).where(audit_table.c.seq > 8), 9),
    "emptied": (delete(audit_table), 1),
    "head lost": (delete(audit_head), 11),
    "head moved back": (update(audit_head).values(size=9), 10),
    "head altered": (update(audit_head).values(root="00" * 32), 10),
}


@pytest.mark.parametrize("how", TAMPERING)
def test_tampering_with_the_database_is_named(sql_store, engine, how):
    statement, seq = TAMPERING[how]
    with sql_store.begin() as work:
        for n in range(10):
            work.record("kira", "read", f"message:{n}")
    without_hurdle(engine, statement)
    with pytest.raises(LogBroken) as found:
        audit.verify(engine)
    assert found.value.seq == seq


@pytest.mark.parametrize("table", [audit_table, audit_messages, versions], ids=lambda t: t.name)
def test_the_database_refuses_to_change_what_is_append_only(sql_store, engine, table):
    with sql_store.begin() as work:
        message = a_message(work, text="A")
        work.record("kira", "read", f"message:{message.id}", {"messages": [message.id]})
    column = next(iter(table.c))
    for statement in (update(table).values({column.name: 7}), delete(table)):
        with pytest.raises(Refused, match="append-only"), engine.begin() as connection:
            connection.execute(statement)
    with sql_store.begin() as work:
        assert work.raw(message.id, 1) == b"A"
        assert len(work.touching(message.id)) == 1


def without_hurdle(engine, statement):
    """What somebody with the database's password can do."""
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            for act in ("update", "delete"):
                connection.execute(text(f"DROP TRIGGER audit_no_{act}"))
        else:
            connection.execute(text("ALTER TABLE audit DISABLE TRIGGER audit_append_only"))
        connection.execute(statement)
