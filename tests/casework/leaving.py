"""Packages that were written and handed over, as the export notes them."""

from casework import case, transmission
from casework.dossier import gather
from casework.recipients import DRAFT, Destination
from casework.transmission import Way, Written

TO_COLOGNE = Destination("ZAC NRW", "§ 163 Abs. 2 Satz 1 StPO", "Strafverfolgung", "zac-nrw")


def exported(work, person, opened, to=DRAFT, only=None):
    """A package that was written, as the export notes it."""
    made = gather(work, person, opened.id, only=only)
    return transmission.note(work, person, made, Written(f"W-{made.run}", "ab" * 32, 12), to)


def handed_over(work, person, opened, clock):
    """The same, in the recipient's hands; a minute later."""
    sent = exported(work, person, opened, TO_COLOGNE)
    clock.forward(minutes=1)
    return transmission.hand_over(work, person, sent.id, TO_COLOGNE, Way.PORTAL, work.now)


def message_ids(work, opened):
    return [item.message_id for item in work.find(case.CaseItem, case_id=opened.id)]
