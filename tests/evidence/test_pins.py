"""Applications and checks of elements: what is not as the log pinned it is found, before export and after."""

from dataclasses import replace
from datetime import timedelta

import pytest

from casework.application import Ending
from casework.elements import ElementFinding
from casework.errors import Refused
from casework.message import sha256
from evidence import form, package, pins
from evidence.face import Face
from tests.evidence.conftest import applied_and_checked


@pytest.fixture(scope="module")
def made():
    return applied_and_checked()


def swapped(records, place, **changes):
    return tuple(replace(one, **changes) if n == place else one for n, one in enumerate(records))


TAMPERED = {
    "another applicant": lambda d: {"applications": swapped(d.applications, 1, applicant="Niemand")},
    "another moment": lambda d: {
        "applications": swapped(d.applications, 1, made_at=d.applications[1].made_at - timedelta(seconds=1))
    },
    "not withdrawn": lambda d: {"applications": swapped(d.applications, 0, end=None)},
    "withdrawn": lambda d: {"applications": swapped(d.applications, 1, end=Ending.WITHDRAWN)},
    "one less": lambda d: {"applications": d.applications[:1]},
    "one more": lambda d: {"applications": (*d.applications, replace(d.applications[1], id=9))},
    "another finding": lambda d: {"checks": swapped(d.checks, 1, finding=ElementFinding.MET)},
    "no history": lambda d: {"checks": d.checks[1:]},
}


@pytest.mark.parametrize("how", TAMPERED)
def test_what_the_log_does_not_say_is_found(made, how):
    assert pins.of(made) == []
    changed = replace(made, **TAMPERED[how](made))
    assert len(pins.of(changed)) == 1
    case = form.CaseFile.model_validate_json(form.document(package.case_file(changed)))
    entries = [[e.seq, "", e.actor, e.act, e.subject, e.detail] for e in changed.audit]
    assert [check.ok for check in pins.check(case, entries)] == [False]


def test_what_is_as_it_was_written_down_is_said_to_hold(made):
    case = form.CaseFile.model_validate_json(form.document(package.case_file(made)))
    entries = [[e.seq, "", e.actor, e.act, e.subject, e.detail] for e in made.audit]
    (told,) = pins.check(case, entries)
    assert (told.ok, told.words) == (
        True,
        "2 application(s), 2 check(s) of elements: as the audit log pins them",
    )


def test_a_case_whose_applications_were_changed_is_not_exported(made):
    changed = replace(made, **TAMPERED["another applicant"](made))
    with pytest.raises(Refused, match="application 2: not as the audit log says"):
        package.contents(changed, Face("x", sha256(b""), demo=True, time_stamped_by=""))
