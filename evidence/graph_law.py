"""The nodes of applications for prosecution and of checked elements: assertions about the case."""

from collections.abc import Iterator

from casework.application import Application
from casework.dossier import Dossier
from casework.elements import ElementCheck
from evidence import form
from evidence.nodes import Names, Node, moment, node, ref, refs
from evidence.phrases import late_in_part


def nodes(dossier: Dossier, names: Names) -> Iterator[Node]:
    """An annotation each; the whole history of the checks."""
    here = {one.message.id for one in dossier.exhibits}
    for applied in dossier.applications:
        yield _application(names, applied, here, in_part=bool(late_in_part(dossier, applied)))
    for checked in dossier.checks:
        yield _check(names, checked)


def _application(names: Names, one: Application, here: set[int], *, in_part: bool) -> Node:
    """About the records of the messages that it names, where they are in this package."""
    about = [names("record", message_id) for message_id, _ in one.messages if message_id in here]
    told = {
        "applicant": f"{one.applicant} ({one.capacity.value})",
        "on behalf of": one.behalf,
        "entitled by": one.entitled_by,
        "sections of StGB": ", ".join(one.sections),
        "made": f"{form.moment(one.made_at)}, {one.manner.value}",
        "identity made certain": one.identity,
        "will to prosecute made certain": one.will,
        "last day (StGB 77b)": f"{one.last_day}{'' if one.running else ', cautious'}",
        "late": "in part" if in_part else "yes" if one.late else "no",
        "ended": f"{one.end.value}: {one.ended_reason}" if one.end else "",
    }
    return node(
        names("application", one.id),
        "uco-core:Annotation",
        core__name="an application for prosecution",
        core__createdBy=ref(names("officer", one.recorded_by)),
        core__objectCreatedTime=moment(one.recorded_at),
        core__object=refs([names("case"), *about]),
        statement=[f"{name}: {words}" for name, words in told.items() if words],
    )


def _check(names: Names, one: ElementCheck) -> Node:
    told = f"StGB {one.section}, element {one.place} as of {one.seen}: {one.element}"
    return node(
        names("check", one.id),
        "uco-core:Annotation",
        core__name="a person's check of one element of an offence, no verdict on the offence",
        core__createdBy=ref(names("officer", one.officer_id)),
        core__objectCreatedTime=moment(one.checked_at),
        core__object=[ref(names("case"))],
        statement=[told, f"found: {one.finding.value}", *([one.note] if one.note else [])],
    )
