"""The demo's beats, who is away on its last day, and what was told long ago."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from casework import beat, leave, proposing, shift, tending
from casework.clocks import LOCAL
from casework.handover import contact_officers
from casework.people import Officer, Person, Station
from casework.ports import Work
from casework.record import Notice
from streife import beat_files, demo_world, gazetteer
from streife.public_holidays import PublicHolidays

FOLDER = demo_world.FOLDER / "beats"
AWAY, DEPUTY = "okko.freese", "jens.wolter"
AWAY_SINCE, AWAY_FOR = timedelta(days=2), timedelta(days=12)
SHIFTS = ("06:00", "14:00", "22:00")
STILL_NEW = timedelta(days=3)
AT_ONCE = 1_000


def begin(work: Work, operator: Person) -> None:
    """The stations' beats, read from files as any station's."""
    for station in work.find(Station):
        for file in sorted(FOLDER.glob(f"{station.slug}.*")):
            read = beat_files.read(file.name, file.read_bytes(), contact_officers(work))
            beat.replace_all(work, operator, station, read.drafts, file.name)
            shift.plan(work, operator, station, SHIFTS)


def end(work: Work, operator: Person) -> None:
    """On the last day: one is away, everything has its beat, and what was told days ago was seen."""
    by_login = {officer.login: officer.id for officer in work.find(Officer)}
    if AWAY in by_login:
        today = datetime.combine(work.now.astimezone(LOCAL).date(), time(), LOCAL)
        first, last = today - AWAY_SINCE, today + AWAY_FOR
        leave.plan(work, operator, by_login[AWAY], first, last, by_login[DEPUTY])
    while proposing.place_some(work, AT_ONCE, gazetteer.towns()):
        pass
    tending.remind(work, PublicHolidays())
    for told in work.find(Notice, seen_at=None):
        if _when(told) < work.now - STILL_NEW:
            work.replace(replace(told, seen_at=told.created_at))


def _when(told: Notice) -> datetime:
    """When it was news: a deadline that passed long ago is none any more."""
    due = told.detail.get("due")
    return min(told.created_at, datetime.fromisoformat(due)) if isinstance(due, str) else told.created_at
