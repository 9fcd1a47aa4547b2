"""A small station under a real server, for tests that need a real browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from casework.account import Account
from casework.people import Officer, Role, Station
from casework.ports import Work
from dashboard import doors
from data.engine import open_engine
from data.migrate import migrate
from data.store import SqlStore
from streife.clock import SystemClock
from streife.identity import hash_password
from tests.builders import an_account, an_officer
from tests.journeys.house import CHROMIUM, PASSWORD, House

IN_BROWSER = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is missing: apt-get install chromium"),
]
PEOPLE = {
    "kira": (Role.OFFICER,),
    "jens": (Role.CONTACT_OFFICER,),
    "merle": (Role.CASE_OFFICER,),
    "birgit": (Role.SUPERVISOR,),
    "ada": (Role.ADMINISTRATOR,),
}


def pages_of(login: str) -> list[str]:
    """The pages that this person is the first of PEOPLE to open: each page is somebody's."""
    first = {door.path: next(who for who in PEOPLE if door.roles & set(PEOPLE[who])) for door in doors.DOORS}
    return [path for path, who in first.items() if who == login]


class StationHouse:
    """A house whose store is filled before it is served: one station, five people, kira's account."""

    def __init__(self, home: Path, handle: str = "kira.example") -> None:
        self.house = House(home)
        engine = open_engine(f"sqlite:///{home / 'streife.sqlite3'}")
        migrate(engine)
        self.store = SqlStore(engine, SystemClock())
        self.people: dict[str, Officer] = {}
        with self.store.begin() as work:
            self.account = self._staff(work, handle)

    def _staff(self, work: Work, handle: str) -> Account:
        station = work.add(Station("wf", "Weidenfurt", "DE-NI"))
        hashed = hash_password(PASSWORD)
        for login, roles in PEOPLE.items():
            given = {"login": login, "name": login.title(), "password_hash": hashed}
            self.people[login] = an_officer(work, station, *roles, **given)
        return an_account(work, self.people["kira"], handle=handle)

    @contextmanager
    def served(self) -> Iterator[str]:
        """Serve it; gives the address."""
        with self.house.served() as address:
            yield address
