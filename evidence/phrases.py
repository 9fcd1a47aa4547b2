"""German phrases for paper: times, officers, shares, counts; ours (`Own`) unless a name is in them."""

from collections.abc import Sequence
from datetime import UTC, datetime

from casework.application import Application
from casework.clocks import LOCAL, late_acts
from casework.dossier import Dossier
from evidence.ink import Own


def when(at: datetime | None) -> Own:
    """Local time with its zone, and UTC; "nein" for what did not happen."""
    if at is None:
        return Own("nein")
    local, utc = at.astimezone(LOCAL), at.astimezone(UTC)
    return Own(f"{local:%d.%m.%Y, %H:%M:%S} {local:%Z} ({utc:%d.%m.%Y, %H:%M:%S} UTC)")


def shortly(at: datetime) -> Own:
    """Day and minute, local time."""
    return Own(f"{at.astimezone(LOCAL):%d.%m.%Y %H:%M}")


def in_utc(at: datetime) -> Own:
    """Day and second, UTC, as the log has it."""
    return Own(f"{at.astimezone(UTC):%Y-%m-%d %H:%M:%S}")


def day(at: datetime) -> Own:
    """A day, local time."""
    return Own(f"{at.astimezone(LOCAL):%d.%m.%Y}")


def since(at: datetime | None) -> Own:
    """The day since when something is known, as StGB 77b counts days; "nein" where it is not."""
    return day(at) if at else Own("nein")


def who(dossier: Dossier, officer_id: int) -> str:
    """Name and login; the number where nobody is known by it."""
    member = dossier.people.get(officer_id)
    return f"{member.name} ({member.login})" if member else Own(f"Nummer {officer_id}")


def exporter(dossier: Dossier) -> str:
    """The name of whoever exported, else the login."""
    return named(dossier, dossier.exporter)


def named(dossier: Dossier, login: str) -> str:
    """The name that belongs to a login, else the login."""
    names = (member.name for member in dossier.people.values() if member.login == login)
    return next(names, login)


def share(score: float | None) -> str:
    """ "87 %", or nothing."""
    return "" if score is None else f"{score:.0%}".replace("%", " %")


def counted(count: int, one: str, several: str) -> str:
    """ "1 Fundstück", "12 Fundstücke"."""
    return f"{count:,}".replace(",", ".") + f" {one if count == 1 else several}"


def runs(numbers: Sequence[int]) -> str:
    """ "1–3, 7": runs of numbers in short."""
    found: list[list[int]] = []
    for number in numbers:
        if found and number == found[-1][-1] + 1:
            found[-1] = [found[-1][0], number]
        else:
            found.append([number])
    return ", ".join("–".join(map(str, run)) for run in found)


def late_in_part(dossier: Dossier, one: Application) -> list[int]:
    """The messages for which an application came late, where it did not for all of them; else none."""
    late = late_acts(dossier.audit).get(one.id, [])
    return late if len(late) < len(one.messages) else []
