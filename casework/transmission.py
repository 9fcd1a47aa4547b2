"""What left the house: which package, for whom, on what basis, and when it was handed over (BDSG 76).

`casework.sparing.Disclosure` is another thing: what an officer asks to see in spite of being spared.
"""

import json
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from casework.dossier import Dossier
from casework.errors import Refused
from casework.message import sha256
from casework.people import Person, Role
from casework.ports import Work
from casework.recipients import DRAFT, Destination
from casework.record import Case
from casework.roles import Act, demand


class Way(StrEnum):
    """How a package reaches its recipient."""

    PORTAL = "portal"
    E_JUSTICE = "e_justice"
    DISC = "disc"
    IN_PERSON = "in_person"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Transmission:
    """One package that was made of a case; without `recipient` a draft, without `sent_at` not handed over.

    `office` is the contact point's key, `recipient`, `basis` and `purpose` the words as they were.
    `fingerprint` is the SHA-256 (hex) of tagmanifest-sha256.txt. `messages` are [message, version] as they
    went into it, `facts` stands for what the case said (`facts_of`). `recalled_at`: the last notice about it.
    """

    case_id: int
    run: str
    package: str
    fingerprint: str
    files: int
    messages: tuple[tuple[int, int], ...]
    facts: str
    blackened: bool
    exported_by: str
    exported_at: datetime
    recipient: str = ""
    office: str = ""
    basis: str = ""
    purpose: str = ""
    way: Way | None = None
    sent_at: datetime | None = None
    sent_by: str = ""
    recalled_at: datetime | None = None
    revision: int = 1
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Written:
    """A package as it was written: its name, fingerprint and number of files."""

    package: str
    fingerprint: str
    files: int


def facts_of(case: Case) -> str:
    """Stands for what the case says of person, offences and offender; another value: something changed."""
    known = case.offender_known_at.isoformat() if case.offender_known_at else ""
    said = [case.entitled_person, case.person_role.value, list(case.hints), known]
    return sha256(json.dumps(said).encode())


def note(
    work: Work, person: Person, dossier: Dossier, written: Written, to: Destination = DRAFT
) -> Transmission:
    """Put a package that was just written on record; whoever exported it is who writes."""
    case_id = dossier.case.id
    noted = work.add(
        Transmission(
            case_id=case_id,
            run=dossier.run,
            package=written.package,
            fingerprint=written.fingerprint,
            files=written.files,
            messages=tuple((one.message.id, one.item.version) for one in dossier.exhibits),
            facts=facts_of(dossier.case),
            blackened=bool(dossier.redactions),
            exported_by=person.login,
            exported_at=dossier.exported_at,
            recipient=to.recipient,
            office=to.office,
            basis=to.basis,
            purpose=to.purpose,
        )
    )
    told = {"package": written.package, "fingerprint": written.fingerprint, **_told(noted)}
    work.record(person.login, "package_written", f"case:{case_id}", told)
    return noted


def hand_over(
    work: Work, person: Person, transmission_id: int, to: Destination, way: Way, at: datetime
) -> Transmission:
    """Note that a package was handed to its recipient at that moment.

    Raises Refused without recipient or basis, for a package that was handed over already, and for a moment
    before the export or still to come.
    """
    found = work.get(Transmission, transmission_id)
    demand(person, Act.WORK_CASE, work.get(Case, found.case_id))
    if found.sent_at:
        raise Refused(f"package {found.package}: was handed to {found.recipient} already; export another one")
    if not to.recipient or not to.basis:
        raise Refused("recipient and basis: both must be given")
    if not found.exported_at <= at <= work.now:
        raise Refused("time: must lie between the export and now")
    named = replace(
        found, recipient=to.recipient, office=to.office, basis=to.basis, purpose=to.purpose, way=way
    )
    sent = work.replace(replace(named, sent_at=at, sent_by=person.login))
    told = {"package": sent.package, "way": way.value, "sent_at": at.isoformat(), **_told(sent)}
    work.record(person.login, "package_handed_over", f"case:{sent.case_id}", told)
    return sent


def of_case(work: Work, person: Person, case_id: int) -> list[Transmission]:
    """What was made of a case, the newest first."""
    demand(person, Act.READ_CASE, work.get(Case, case_id))
    return work.find(Transmission, case_id=case_id)[::-1]


def of_stations(work: Work, person: Person) -> list[tuple[Case, Transmission]]:
    """What left the stations whose record the person may read, the newest first; itself on record."""
    heads = person.stations(Role.ADMINISTRATOR)
    cases = work.find(Case) if person.operator else work.find(Case, station_id=sorted(heads))
    known = {case.id: case for case in cases}
    found = work.find(Transmission, case_id=sorted(known))[::-1]
    work.record(person.login, "transmissions_listed", "cases", {"transmissions": [t.id for t in found]})
    return [(known[one.case_id], one) for one in found]


def _told(one: Transmission) -> dict[str, object]:
    return {
        "transmission": one.id,
        "recipient": one.recipient,
        "basis": one.basis,
        "purpose": one.purpose,
        "blackened": one.blackened,
    }
