"""Are applications and checks of elements those that the audit log pinned when they were written down?"""

from collections.abc import Iterable, Iterator

from casework.application import WHAT_BECAME, Application
from casework.dossier import Dossier
from casework.elements import ElementCheck
from casework.pinning import pin
from evidence import form
from evidence.findings import Check

ENDED = ("application_withdrawn", "application_mistaken")


def check(case: form.CaseFile, entries: Iterable[object]) -> Iterator[Check]:
    """What case.json says of them, against the log's entries in the package."""
    found = list(_faults(case.case.id, case.applications, case.element_checks, entries))
    yield from (Check(form.CASE, False, fault) for fault in found)
    applied, checked = len(case.applications), len(case.element_checks)
    if not found and (applied or checked):
        words = f"{applied} application(s), {checked} check(s) of elements: as the audit log pins them"
        yield Check(form.CASE, True, words)


def of(dossier: Dossier) -> list[str]:
    """The same before a package is written."""
    told = ([e.seq, "", e.actor, e.act, e.subject, e.detail] for e in dossier.audit)
    return list(_faults(dossier.case.id, dossier.applications, dossier.checks, told))


def _faults(
    case_id: int, made: Iterable[Application], checks: Iterable[ElementCheck], entries: Iterable[object]
) -> Iterator[str]:
    """What was changed, taken away or slipped in since; nothing where all is as it was."""
    log = _Log(f"case:{case_id}", entries)
    for one in made:
        if log.recorded.pop(one.id, "") != pin(one, but=WHAT_BECAME):
            yield f"application {one.id}: not as the audit log says that it was written down"
        if log.ended.pop(one.id, "") != (pin(one) if one.end else ""):
            yield f"application {one.id}: its end is not what the audit log says"
    for checked in checks:
        if log.checked.pop(checked.id, "") != pin(checked):
            yield f"check {checked.id} of an element: not as the audit log says that it was written down"
    yield from (f"application {n}: is missing, the audit log has it" for n in log.recorded)
    yield from (f"check {n} of an element: is missing, the audit log has it" for n in log.checked)


class _Log:
    """The hashes that the log pins about one case, by id."""

    def __init__(self, subject: str, entries: Iterable[object]) -> None:
        self.recorded: dict[int, str] = {}
        self.ended: dict[int, str] = {}
        self.checked: dict[int, str] = {}
        for entry in entries:
            match entry:
                case [_, _, _, "application_recorded", about, {"application": int(n), "sha256": str(told)}]:
                    self._keep(self.recorded, about == subject, n, told)
                case [_, _, _, act, about, {"application": int(n), "sha256": str(told)}] if act in ENDED:
                    self._keep(self.ended, about == subject, n, told)
                case [_, _, _, "element_checked", about, {"check": int(n), "sha256": str(told)}]:
                    self._keep(self.checked, about == subject, n, told)
                case _:
                    pass

    def _keep(self, where: dict[int, str], ours: bool, number: int, told: str) -> None:
        if ours:
            where[number] = told
