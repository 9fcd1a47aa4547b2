"""What the demo's case officers note in a case later on: applications, elements, prosecutors' results."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from casework import application, elements
from casework.application import Applying, Capacity, Ending, Manner
from casework.elements import Answer, ElementFinding
from casework.people import Person
from casework.ports import Work
from streife import demo_care
from streife.public_holidays import PublicHolidays

WRITTEN_DOWN_AFTER = timedelta(minutes=10)


def later(work: Work, person: Person, case_id: int, told: Mapping[str, Any]) -> None:
    """One step of the recording; what names nothing to do is a result from the prosecutor."""
    match told.get("do"):
        case "apply":
            _apply(work, person, case_id, told)
        case "check":
            for place, (finding, note) in enumerate(told["found"], start=1):
                if finding:
                    answer = Answer(told["section"], place, ElementFinding(finding), note)
                    elements.check(work, person, case_id, answer)
        case "withdraw":
            made = application.of(work, case_id)[-1]
            application.end(work, person, made.id, Ending.WITHDRAWN, told["reason"])
        case _:
            demo_care.came_back(work, person, case_id, told)


def _apply(work: Work, person: Person, case_id: int, told: Mapping[str, Any]) -> None:
    applying = Applying(
        applicant=told["applicant"],
        capacity=Capacity(told["capacity"]),
        manner=Manner(told["manner"]),
        made_at=work.now - WRITTEN_DOWN_AFTER,
        identity=told["identity"],
        will=told["will"],
        behalf=told.get("behalf", ""),
        entitled_by=told.get("entitled_by", ""),
        sections=tuple(told.get("sections", ())),
    )
    application.record(work, person, case_id, applying, PublicHolidays())
