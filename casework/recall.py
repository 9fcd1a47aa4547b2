"""Telling recipients what is wrong with a package they were handed (BDSG 75(3) with 58(5))."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from casework import application, outcome, recall_letter
from casework.erasure import Erasure
from casework.errors import Refused
from casework.people import Officer, Person, Station
from casework.ports import Work
from casework.recall_letter import RecallKind
from casework.record import Case, CaseItem, Choice, Decision
from casework.redaction import Redaction
from casework.roles import Act, demand
from casework.transmission import Transmission, facts_of

LONGEST = 4_000


@dataclass(frozen=True, slots=True)
class Correction:
    """One notice to the recipient of a package: why, the letter as it was written, and the confirmation.

    `facts` is what the case said then (casework.transmission.facts_of).
    """

    transmission_id: int
    kind: RecallKind
    reason: str
    letter: str
    facts: str
    officer_id: int
    noted_at: datetime
    confirmed_at: datetime | None = None
    confirmed_by: int | None = None
    confirmation: str = ""
    revision: int = 1
    id: int = field(default=0, compare=False)


class Ground(StrEnum):
    """Why a recipient may have to be told."""

    CORRECTED = "corrected"
    ERASED = "erased"
    CASE_CHANGED = "case_changed"
    BLACKENED = "blackened"
    APPLICATION = "application"
    RELEASED = "released"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A package that says something else than the house does now, and why."""

    transmission: Transmission
    grounds: tuple[Ground, ...]


def recall(work: Work, person: Person, transmission_id: int, kind: RecallKind, reason: str) -> Correction:
    """Note a correction, recall or restriction and write the letter to the recipient, in one step.

    Raises Refused without a reason, and for a package that nobody was handed: that one is exported anew.
    """
    sent = work.get(Transmission, transmission_id)
    case = work.get(Case, sent.case_id)
    demand(person, Act.WORK_CASE, case)
    if sent.sent_at is None:
        raise Refused(f"package {sent.package}: was handed to nobody; nobody has to be told, export it anew")
    if not reason.strip() or len(reason) > LONGEST:
        raise Refused(f"reason: 1 to {LONGEST} characters; say what is wrong, in words for the recipient")
    station = work.get(Station, case.station_id)
    officer = work.get(Officer, person.id)
    facts = recall_letter.Facts(
        case.number, tuple(r.file_number for r in outcome.of(work, case.id)), station.name, officer.name
    )
    letter = recall_letter.text(sent, facts, kind, reason.strip(), work.now)
    notice = work.add(Correction(sent.id, kind, reason.strip(), letter, facts_of(case), person.id, work.now))
    work.replace(replace(sent, recalled_at=work.now))
    told = {"correction": notice.id, "kind": kind.value, "recipient": sent.recipient, "package": sent.package}
    work.record(person.login, "recipient_told", f"case:{case.id}", told)
    return notice


def confirm(work: Work, person: Person, correction_id: int, words: str) -> Correction:
    """Note what the recipient answered; until then the notice is shown as open."""
    notice = work.get(Correction, correction_id)
    sent = work.get(Transmission, notice.transmission_id)
    demand(person, Act.WORK_CASE, work.get(Case, sent.case_id))
    if notice.confirmed_at:
        raise Refused(f"notice {correction_id}: was confirmed already")
    if not words.strip() or len(words) > LONGEST:
        raise Refused(f"confirmation: 1 to {LONGEST} characters; say who confirmed it, and how")
    words = words.strip()
    said = replace(notice, confirmed_at=work.now, confirmed_by=person.id, confirmation=words)
    confirmed = work.replace(said)
    detail = {"correction": notice.id, "package": sent.package}
    work.record(person.login, "recipient_confirmed", f"case:{sent.case_id}", detail)
    return confirmed


def notices(work: Work, sent: Sequence[Transmission]) -> dict[int, list[Correction]]:
    """The notices about these packages, the newest first, by package."""
    found: dict[int, list[Correction]] = {}
    for one in reversed(work.find(Correction, transmission_id=[t.id for t in sent])):
        found.setdefault(one.transmission_id, []).append(one)
    return found


def suggested(work: Work, case_id: int) -> list[Suggestion]:
    """Packages for a recipient whose messages or case changed since, and of which nobody was told that yet.

    A message was corrected or its correction taken back, its words were erased, it was taken out of the case,
    the case names another person or other offences, third persons' words were to be blackened only
    afterwards, or somebody applied for prosecution or withdrew that.
    """
    case = work.get(Case, case_id)
    given = [t for t in work.find(Transmission, case_id=case_id) if t.recipient]
    told = notices(work, given)
    found = []
    for one in given:
        last = told.get(one.id, [])[:1]
        since = last[0].noted_at if last else one.exported_at
        grounds = _since(work, one, since)
        if facts_of(case) != (last[0].facts if last else one.facts):
            grounds.append(Ground.CASE_CHANGED)
        if grounds:
            found.append(Suggestion(one, tuple(grounds)))
    return found


def _since(work: Work, one: Transmission, since: datetime) -> list[Ground]:
    ids = [message_id for message_id, _ in one.messages]
    decided = [d for d in work.find(Decision, message_id=ids) if d.choice is Choice.CORRECT]
    moments = {
        Ground.CORRECTED: [d.taken_back_at or d.decided_at for d in decided],
        Ground.ERASED: [e.erased_at for e in work.find(Erasure, message_id=ids)],
        Ground.APPLICATION: _applied(work, one.case_id),
        Ground.RELEASED: [
            item.released_at
            for item in work.find(CaseItem, case_id=one.case_id, message_id=ids)
            if item.released_at
        ],
        Ground.BLACKENED: [r.begun_at for r in work.find(Redaction, case_id=one.case_id, lifted_at=None)],
    }
    return [ground for ground, when in moments.items() if any(at > since for at in when)]


def _applied(work: Work, case_id: int) -> list[datetime]:
    return [one.ended_noted_at or one.recorded_at for one in application.of(work, case_id)]
