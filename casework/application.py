"""Applications for prosecution (StGB 77 to 77e, 194; StPO 158): who applied for what, how, and until when."""

import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from casework import binding, clocks, selection
from casework.clocks import LOCAL
from casework.errors import Refused
from casework.message import Message
from casework.offences import profile
from casework.people import Person
from casework.pinning import pin
from casework.ports import Holidays, Work
from casework.record import Case, CaseItem, CaseState
from casework.roles import Act, demand

LONGEST = 300


class Capacity(StrEnum):
    """As what a person applies; the sections are those of StGB."""

    INJURED = "injured"  # 77(1)
    SUPERIOR = "superior"  # 77a, 194(3): the one at the time of the act
    REPRESENTATIVE = "representative"  # 77(3)
    RELATIVE = "relative"  # 77(2), 194(1) and (2)
    OTHER = "other"


class Manner(StrEnum):
    """How it was made (StPO 158); since 17 July 2024 none of them needs a signature."""

    ORAL = "oral"
    WRITTEN = "written"
    ELECTRONIC = "electronic"


class Ending(StrEnum):
    """Withdrawn (StGB 77d), or written down by mistake and never made like that."""

    WITHDRAWN = "withdrawn"
    MISTAKEN = "mistaken"


@dataclass(frozen=True, slots=True)
class Applying:
    """What is told of an application when it is written down.

    `messages` are the case's messages it is about, all by default; `sections` those of StGB it is limited to,
    if it is. `behalf` is for whom somebody else than the injured person applies, and `entitled_by` what
    entitles to that, such as the post held at the time of the act. `identity` and `will` say how each was
    made certain (StPO 158(2)). `knew_on` is the day this person learned of act and offender, where it is not
    the case's: each has a clock of his or her own.
    """

    applicant: str
    capacity: Capacity
    manner: Manner
    made_at: datetime
    identity: str
    will: str
    behalf: str = ""
    entitled_by: str = ""
    messages: Collection[int] | None = None
    sections: tuple[str, ...] = ()
    knew_on: date | None = None


@dataclass(frozen=True, slots=True)
class Application:
    """An application as it was written down; what became of it is in `end` and the fields behind.

    `messages` are [message, version] as they were in the case then, and stay so. `knew_on` (empty: the
    case's) and `last_day`, of several acts the earliest, are days as YYYY-MM-DD; `running` is false where
    the author was unknown, so that `last_day` is only cautious. `ended_at` is when it was withdrawn,
    `ended_noted_at` when that was noted.
    """

    case_id: int
    applicant: str
    capacity: Capacity
    behalf: str
    entitled_by: str
    messages: tuple[tuple[int, int], ...]
    sections: tuple[str, ...]
    manner: Manner
    made_at: datetime
    identity: str
    will: str
    knew_on: str
    last_day: str
    running: bool
    recorded_by: int
    recorded_at: datetime
    end: Ending | None = None
    ended_at: datetime | None = None
    ended_by: int | None = None
    ended_reason: str = ""
    ended_noted_at: datetime | None = None
    revision: int = 1
    id: int = field(default=0, compare=False)

    @property
    def late(self) -> bool:
        """Whether it was made after the last day, legal or cautious, for at least one of the acts."""
        return self.made_at.astimezone(LOCAL).date().isoformat() > self.last_day


WHAT_BECAME = ("end", "ended_at", "ended_by", "ended_reason", "ended_noted_at")


def record(work: Work, person: Person, case_id: int, told: Applying, holidays: Holidays) -> Application:
    """Write an application down; a late one too, which then says so (`Application.late`).

    Raises Refused where something is missing or cannot be, and where the same person withdrew it before for
    the same message and section (StGB 77d(1)).
    """
    case = _workable(work, person, case_id)
    told = _trimmed(told)
    _check(case, told, work.now)
    items = selection.picked(case, binding.items(work, case_id=case_id), told.messages)
    _check_acts(work, told, items)
    acts = [item.message_id for item in items]
    withdrawn = work.find(Application, end=Ending.WITHDRAWN)  # in any case
    _check_before([*of(work, case_id), *withdrawn], told, {*acts})
    terms = clocks.of_acts(work, case, acts, holidays, told.knew_on)
    clock = min(terms.values(), key=lambda term: term.last_day)
    made = work.add(
        Application(
            case_id=case_id,
            applicant=told.applicant,
            capacity=told.capacity,
            behalf=told.behalf,
            entitled_by=told.entitled_by,
            messages=tuple((item.message_id, item.version) for item in items),
            sections=told.sections,
            manner=told.manner,
            made_at=told.made_at,
            identity=told.identity,
            will=told.will,
            knew_on=told.knew_on.isoformat() if told.knew_on else "",
            last_day=clock.last_day.isoformat(),
            running=clock.running,
            recorded_by=person.id,
            recorded_at=work.now,
        )
    )
    which = {"acts": acts, "late_acts": clocks.late(terms, told.made_at)}
    detail = {"application": made.id, "late": made.late, **which, "sha256": pin(made, but=WHAT_BECAME)}
    work.record(person.login, "application_recorded", f"case:{case_id}", detail)
    return made


def end(
    work: Work, person: Person, application_id: int, how: Ending, reason: str, at: datetime | None = None
) -> Application:
    """Note that it was withdrawn, `at` that moment, or written down by mistake; it stays on record."""
    made = work.get(Application, application_id)
    _workable(work, person, made.case_id)
    if made.end:
        raise Refused(f"application {made.id}: is {made.end.value} already")
    said = _line(reason)
    if not said or len(said) > LONGEST:
        raise Refused(f"reason: 1 to {LONGEST} characters; say who declared it how, or what was wrong")
    moment = at if at and how is Ending.WITHDRAWN else work.now
    if not made.made_at <= moment <= work.now:
        raise Refused("time: must lie between the application and now")
    gone = replace(made, end=how, ended_at=moment, ended_by=person.id, ended_reason=said)
    ended = work.replace(replace(gone, ended_noted_at=work.now))
    detail = {"application": ended.id, "sha256": pin(ended)}
    work.record(person.login, f"application_{how.value}", f"case:{ended.case_id}", detail)
    return ended


def of(work: Work, case_id: int) -> list[Application]:
    """All applications in a case, ended ones too, by id."""
    return work.find(Application, case_id=case_id)


def _workable(work: Work, person: Person, case_id: int) -> Case:
    case = work.get(Case, case_id)
    demand(person, Act.WORK_CASE, case)
    if case.state is CaseState.CLOSED:
        raise Refused(f"case {case.number} is closed; open a new one for what is still to come")
    return work.replace(case)  # as it is, so that what closes it at this moment is before or behind


def _trimmed(told: Applying) -> Applying:
    own = told.capacity is Capacity.INJURED
    return replace(
        told,
        applicant=_line(told.applicant),
        behalf="" if own else _line(told.behalf),
        entitled_by="" if own else _line(told.entitled_by),
        identity=_line(told.identity),
        will=_line(told.will),
        sections=tuple(dict.fromkeys(told.sections)),
    )


def _check(case: Case, told: Applying, now: datetime) -> None:
    words = (told.applicant, told.behalf, told.entitled_by, told.identity, told.will)
    if not told.applicant or max(map(len, words)) > LONGEST:
        raise Refused(f"applicant: give the name, and at most {LONGEST} characters in each field")
    if not told.identity or not told.will:
        raise Refused("identity and will to prosecute: say how each was made certain (StPO 158(2))")
    if told.capacity is not Capacity.INJURED and not (told.behalf and told.entitled_by):
        raise Refused("for whom, and entitled by what: give both, a superior's post at the time of the act")
    if told.made_at > now or (told.knew_on and told.knew_on > now.astimezone(LOCAL).date()):
        raise Refused("time: lies in the future; give when it was made, and since when it was known")
    if unknown := [s for s in told.sections if s not in (*case.hints, *profile().offences)]:
        raise Refused(f"section {unknown[0][:20]!r}: is not in the legal profile; pick one that is")


def _check_acts(work: Work, told: Applying, items: Sequence[CaseItem]) -> None:
    """Nobody applies for what was not written yet."""
    for message in work.find(Message, id=[item.message_id for item in items]):
        if message.sent_at > told.made_at:
            raise Refused(f"message {message.id}: was written after that application; leave it out")


def _check_before(known: Sequence[Application], told: Applying, acts: set[int]) -> None:
    for one in known:
        same = _right(one) == _right(told) and one.end is not Ending.MISTAKEN
        shared = sorted(acts & {message_id for message_id, _ in one.messages})
        apart = one.sections and told.sections and not {*one.sections} & {*told.sections}
        if not same or not shared or apart:
            continue
        about = f"message {shared[0]}: {told.applicant} applied in application {one.id}"
        if one.end is Ending.WITHDRAWN:
            raise Refused(f"{about} and withdrew it; that cannot be made again (StGB 77d(1)), leave it out")
        raise Refused(f"{about} already; leave the message out")


def _right(one: Application | Applying) -> tuple[Capacity, str, str]:
    """Whose right it is: the same person may have one of his or her own and one for somebody else."""
    return one.capacity, _folded(one.applicant), _folded(one.behalf)


def _line(words: str) -> str:
    return " ".join(words.split())


def _folded(words: str) -> str:
    return unicodedata.normalize("NFKC", _line(words)).casefold()
