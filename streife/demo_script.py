"""What the demo's officers did, step by step, played through the same casework as real work."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import count
from typing import Any

from casework import case, decision, handover, reading
from casework.case import Draft
from casework.clocks import LOCAL
from casework.errors import Refused
from casework.labels import Hostility, Intent, Target, Urgency
from casework.message import Message, State
from casework.people import Person
from casework.ports import Work
from casework.record import CaseState, Handover, HandoverState, Outcome, PersonRole
from casework.roles import Act, may
from streife import demo_care, demo_law, demo_world, identity

END = time(9, 30)
NOTED = "Zur Kenntnis genommen."
SETTLED = "Einsatz abgeschlossen."
NO_EMERGENCY = "Kein Notfall."
NO_ABUSE = "Kein Angriff auf die Person."
MISSED = "Von der Einschätzung übersehen."
STILL_OPEN_DAYS = 2


@dataclass(frozen=True, slots=True)
class Step:
    """One act of one person at a moment; `line` is the recorded message or case it belongs to."""

    at: datetime
    number: int
    by: str
    do: str
    told: Mapping[str, Any]
    line: Mapping[str, Any] = field(repr=False)


def last_day(day: str) -> date:
    """The demo's last day: the given one (YYYY-MM-DD), else the last whose 09:30 has passed."""
    if day:
        try:
            return date.fromisoformat(day)
        except ValueError:
            raise Refused(f"anchor {day!r}: write a day as YYYY-MM-DD") from None
    now = datetime.now(LOCAL)
    return now.date() if now.time() >= END else now.date() - timedelta(days=1)


def end_of(anchor: date) -> datetime:
    """The demo's last moment on its last day."""
    return datetime.combine(anchor, END, LOCAL)


def moment(anchor: date, day: int, clock: str) -> datetime:
    """A recorded day (0 is the last, -1 the day before) and local time."""
    return datetime.combine(anchor + timedelta(days=day), time.fromisoformat(clock), LOCAL)


def read(anchor: date) -> list[Step]:
    """All steps of all stations, by time."""
    numbers = count()
    steps = [step for line in lines() for step in _steps_of(line, anchor, numbers)]
    steps += [step for one in _cases() for step in _case_steps(one, anchor, numbers)]
    return sorted(steps, key=lambda s: (s.at, s.number))


@cache
def lines() -> tuple[dict[str, Any], ...]:
    """The recorded messages of all stations."""
    files = sorted(demo_world.FOLDER.glob("*.jsonl"))
    return tuple(json.loads(line) for f in files for line in f.read_text(encoding="utf-8").splitlines())


def _cases() -> list[dict[str, Any]]:
    files = sorted(demo_world.FOLDER.glob("*.cases.json"))
    return [one for f in files for one in json.loads(f.read_text(encoding="utf-8"))]


def _steps_of(line: Mapping[str, Any], anchor: date, numbers: Iterator[int]) -> Iterator[Step]:
    sent = moment(anchor, line["day"], line["time"])
    story = line.get("story", [])
    for told in story:
        at = sent + timedelta(minutes=told["after_minutes"])
        yield Step(at, next(numbers), told["by"], told["do"], told, line)
    reason = _settled_with(line)
    if reason:
        last = story[-1]
        at = sent + timedelta(minutes=last["after_minutes"] + 1)
        yield Step(at, next(numbers), last["by"], "dismiss", {"reason": reason}, line)


def _settled_with(line: Mapping[str, Any]) -> str:
    """Why an older message that was looked at or acknowledged needs nothing more; empty: it stays open."""
    done, expected = [told["do"] for told in line.get("story", [])], line["expect"]
    if not done or line["day"] >= -STILL_OPEN_DAYS or expected["hostility"]:
        return ""
    if done[-1] == "acknowledge":
        return SETTLED
    return NOTED if done == ["look"] and expected["intent"] not in ("emergency", "report") else ""


def _case_steps(one: Mapping[str, Any], anchor: date, numbers: Iterator[int]) -> Iterator[Step]:
    ended, later = one.get("closed"), [*one.get("law", []), *one.get("results", [])]
    told = [("open_case", one), *([("end_case", ended)] if ended else []), *(("later", r) for r in later)]
    for do, said in told:
        at = moment(anchor, said["day"], said["time"])
        yield Step(at, next(numbers), one["opened_by"], do, said, one)


class Stage:
    """Plays the steps; remembers who is who and which case is which."""

    def __init__(self, work: Work) -> None:
        """Play in this transaction."""
        self._work = work
        self._people: dict[str, Person] = {}
        self._cases: dict[str, int] = {}
        self._expected = {f"demo-{line['id']}": line for line in lines()}

    def play(self, step: Step) -> None:
        """Do one step; any refusal of the casework is an error in the recording."""
        person = self._person(step.by)
        if step.do in ("open_case", "end_case", "later"):
            getattr(self, f"_{step.do}")(person, step)
            return
        message = self._message(step.line["id"])
        person = self._instead(person, message)
        self._make_visible(person, message)
        getattr(self, f"_{step.do}")(person, message.id, step)

    def _person(self, login: str) -> Person:
        if login not in self._people:
            self._people[login] = identity.named(self._work, login)
        return self._people[login]

    def _message(self, recorded: str) -> Message:
        return self._work.find(Message, native_id=f"demo-{recorded}")[0]

    def _instead(self, person: Person, message: Message) -> Person:
        """Who acts where the message is kept from this person; a case officer puts right what is no abuse."""
        carer = demo_care.carer(self._work, person, message)
        if carer is None:
            return person
        expected = self._expected[message.native_id]["expect"]
        if expected["hostility"] and expected["target"] == Target.OFFICER:
            return carer
        self._put_right(carer, message, NO_ABUSE)
        return person

    def _make_visible(self, person: Person, message: Message) -> None:
        """Where the machine missed what concerns a case officer, the account's officer puts it right."""
        letter = reading.letter(self._work, message.id)
        if may(person, Act.READ_MESSAGE, letter):
            return
        owner = identity.person(self._work, letter.account.officer_id)
        self._put_right(owner, message, MISSED)

    def _put_right(self, person: Person, message: Message, reason: str) -> None:
        expected = self._expected[message.native_id]["expect"]
        decision.correct(
            self._work,
            person,
            message.id,
            intent=Intent(expected["intent"]),
            hostility=tuple(Hostility(h) for h in expected["hostility"]),
            target=Target(expected["target"]),
            reason=reason,
        )

    def _look(self, person: Person, message_id: int, _: Step) -> None:
        message = reading.look(self._work, person, message_id).message
        demo_care.tell(self._work, person, message)
        expected = self._expected[message.native_id]["expect"]["intent"]
        if message.urgency is Urgency.ACUTE and not message.corrected and expected != Intent.EMERGENCY:
            self._put_right(person, message, NO_EMERGENCY)

    def _answer(self, person: Person, message_id: int, step: Step) -> None:
        decision.answer(self._work, person, message_id, step.told["text"])

    def _tip(self, person: Person, message_id: int, step: Step) -> None:
        self._open_again(person, message_id)
        decision.confirm_tip(self._work, person, message_id, step.told.get("note", ""))

    def _dismiss(self, person: Person, message_id: int, step: Step) -> None:
        decision.dismiss(self._work, person, message_id, step.told["reason"])

    def _acknowledge(self, person: Person, message_id: int, step: Step) -> None:
        decision.acknowledge(self._work, person, message_id, step.told.get("note", ""))

    def _correct(self, person: Person, message_id: int, step: Step) -> None:
        message = self._work.get(Message, message_id)
        self._put_right(person, message, step.told.get("reason", ""))

    def _hand_over(self, person: Person, message_id: int, step: Step) -> None:
        self._open_again(person, message_id)
        due = self._work.now + timedelta(days=step.told.get("due_days", 3))
        handover.hand_over(self._work, person, message_id, step.told["to"], step.told["note"], due)

    def _accept(self, person: Person, message_id: int, _: Step) -> None:
        handover.accept(self._work, person, self._handover(message_id, HandoverState.WAITING).id)

    def _return(self, person: Person, message_id: int, step: Step) -> None:
        waiting = self._handover(message_id, HandoverState.WAITING, HandoverState.ACCEPTED)
        handover.give_back(self._work, person, waiting.id, step.told["reason"])

    def _done(self, person: Person, message_id: int, step: Step) -> None:
        accepted = self._handover(message_id, HandoverState.ACCEPTED)
        outcome, note = Outcome(step.told["result"]), step.told.get("note", "")
        handover.finish(self._work, person, accepted.id, outcome, note)

    def _open_again(self, person: Person, message_id: int) -> None:
        """An answered message that turns out to be a tip is taken up again."""
        if self._work.get(Message, message_id).state in (State.DONE, State.DISMISSED):
            decision.reopen(self._work, person, message_id)

    def _handover(self, message_id: int, *states: HandoverState) -> Handover:
        return self._work.find(Handover, message_id=message_id, state=states)[-1]

    def _open_case(self, person: Person, step: Step) -> None:
        one = step.told
        messages = [self._message(recorded) for recorded in one["items"]]
        for message in messages:
            self._make_visible(person, message)
        known = step.at if one["offender"] == "known" else None
        draft = Draft(
            one["title"],
            one["entitled_person"],
            PersonRole(one["person_role"]),
            tuple(one["hints"]),
            one.get("note", ""),
            known,
        )
        for message in messages:
            demo_care.tell(self._work, person, message)
        opened = case.open_case(self._work, person, [m.id for m in messages], draft)
        self._cases[one["key"]] = opened.id

    def _end_case(self, person: Person, step: Step) -> None:
        state = CaseState(step.line["state"])
        case.end_case(self._work, person, self._cases[step.line["key"]], state, step.told["reason"])

    def _later(self, person: Person, step: Step) -> None:
        demo_law.later(self._work, person, self._cases[step.line["key"]], step.told)
