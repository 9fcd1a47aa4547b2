"""Whatever arrives and however often: the stores keep it once, and keep the same."""

from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casework.message import Message, Version
from data.engine import open_engine
from data.memory import MemoryStore
from data.store import SqlStore
from tests.builders import FakeClock, an_account, received

WORDINGS = st.tuples(st.sampled_from("abcd"), st.sampled_from(["", "eins", "zwei", "drei"]))
PAGES = st.lists(WORDINGS, max_size=12)
NO_WAIT = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


class Undone(Exception):
    """Ends a transaction without keeping anything."""


def kept(work):
    return (
        [(m.native_id, m.text, m.version, m.revision) for m in work.find(Message)],
        [(v.message_id - work.find(Message)[0].id, v.version, v.text, v.raw) for v in work.find(Version)],
    )


def after(store, *pages):
    """What is kept, and what became of each message, after these pages; nothing of it stays."""
    with suppress(Undone), store.begin() as work:
        account = an_account(work)
        told = []
        for page in pages:
            arrived = [received(text, native_id=name) for name, text in page]
            told.append([(t.change, t.message.text) for t in work.take_in(account, arrived)])
        found = sorted(kept(work)[0]), sorted(kept(work)[1], key=lambda v: (v[0], v[1]))
        raise Undone
    return found, told


@given(PAGES)
def test_the_same_messages_twice_are_as_once_when_each_has_one_wording(page):
    page = list(dict(page).items())
    store = MemoryStore(FakeClock())
    assert after(store, page)[0] == after(store, page, page)[0]


@given(PAGES)
@NO_WAIT
def test_sqlite_takes_a_page_twice_as_once(sqlite_url, page):
    page = list(dict(page).items())
    engine = open_engine(sqlite_url)
    store = SqlStore(engine, FakeClock())
    once, twice = after(store, page), after(store, page, page)
    engine.dispose()
    assert once[0] == twice[0]
    assert {change for change, _ in twice[1][1]} <= {"unchanged"}


@given(PAGES, PAGES)
@NO_WAIT
def test_sqlite_and_the_twin_keep_the_same_of_any_pages(sqlite_url, first, second):
    engine = open_engine(sqlite_url)
    real = after(SqlStore(engine, FakeClock()), first, second)
    engine.dispose()
    assert real == after(MemoryStore(FakeClock()), first, second)
