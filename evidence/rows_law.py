"""What the table says of applications for prosecution and of elements that humans checked."""

from collections.abc import Iterator
from datetime import date

from casework import elements as book
from casework.application import Application
from casework.dossier import Dossier
from evidence import form
from evidence.phrases import late_in_part
from evidence.rows import Cell, Own, Row, who, yes
from evidence.wording import say


def applications(dossier: Dossier) -> Iterator[Row]:
    """One application a row, ended ones too."""
    places = {one.message.id: n for n, one in enumerate(dossier.exhibits, start=1)}
    for number, one in enumerate(dossier.applications, start=1):
        here = [places[message_id] for message_id, _ in one.messages if message_id in places]
        about = Own(", ".join(map(str, here))), len(one.messages) - len(here), ", ".join(one.sections)
        how = (*_how(dossier, one), *_recorded(dossier, one))
        yield Row(form.CASE, (number, *_who_applied(one), *about, *how))


def elements(dossier: Dossier) -> Iterator[Row]:
    """One check a row, the whole history, and a row for each element that nobody checked."""
    for section, rows in book.rows(dossier.case, dossier.checks).items():
        counting = {row.check.id for row in rows if row.check}
        for row in rows:
            if row.check is None:
                yield Row(form.CASE, (section, row.place, Own(row.element), Own(row.seen), Own("offen")))
        for one in dossier.checks:
            if one.section == section:
                said = Own(say(one.finding)), one.note, who(dossier, one.officer_id), one.checked_at
                what = section, one.place, one.element, Own(one.seen)
                yield Row(form.CASE, (*what, *said, yes(one.id in counting)))


def _who_applied(one: Application) -> tuple[Cell, ...]:
    return one.applicant, Own(say(one.capacity)), one.behalf, one.entitled_by


def _how(dossier: Dossier, one: Application) -> tuple[Cell, ...]:
    late = Own("teilweise") if late_in_part(dossier, one) else yes(one.late)
    made = Own(say(one.manner)), one.made_at, one.identity, one.will
    return (*made, _day(one.knew_on), _day(one.last_day), yes(one.running), late)


def _recorded(dossier: Dossier, one: Application) -> tuple[Cell, ...]:
    told = who(dossier, one.recorded_by), one.recorded_at
    if one.end is None:
        return told
    by = who(dossier, one.ended_by or 0)
    return (*told, Own(say(one.end)), one.ended_at, one.ended_noted_at, by, one.ended_reason)


def _day(iso: str) -> Own:
    return Own(f"{date.fromisoformat(iso):%d.%m.%Y}" if iso else "")
