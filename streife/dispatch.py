"""Leads cases out of the house: gathered, packed, put on record; nothing leaves unrecorded."""

import shutil
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from casework import capture, clocks, dossier, overview, transmission
from casework.annex import Annex, Recipient
from casework.dossier import Dossier
from casework.errors import Refused, StreifeError
from casework.overview import Line, Overview
from casework.people import Person
from casework.ports import Holidays, Store, Work
from casework.recipients import DRAFT, Destination
from casework.transmission import Written
from streife.results import Exported, ExportedCases

Who = Callable[[Work], Person]
Progress = Callable[[int, int], object]
Write = Callable[[Dossier, Path, Progress], Exported]
Pick = Collection[int] | None
STEPS, GATHERED, WRITTEN = 100, 10, 95  # how far a case is: read, typeset and written


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be packed and for whom; all of a case's messages unless some are picked."""

    to: Destination = DRAFT
    only: Pick = None


WHOLE = Order()


class Sheet(Protocol):
    """Writes the overview beside several packages (evidence.overview)."""

    def check(self, folder: Path) -> None:
        """Raises Refused where one lies there already."""
        ...

    def write(self, overview: Overview, folder: Path) -> Path:
        """The file to read; raises StreifeError."""
        ...

    def bundled(self, folder: Path) -> Path:
        """Overview and packages as one .zip beside the folder."""
        ...


class Dispatch:
    """Exports in the name of a person, with the parts that write."""

    def __init__(self, store: Store, write: Write, sheet: Sheet, holidays: Holidays) -> None:
        """`write` makes a package and tells how far it is, or raises StreifeError and leaves nothing."""
        self._store, self._write, self._sheet, self._holidays = store, write, sheet, holidays

    def one(
        self, case_id: int, out: Path, who: Who, order: Order = WHOLE, progress: Progress | None = None
    ) -> Exported:
        """Write a case's package into `out` and put it on record.

        `progress` hears (steps done, steps in all). Raises Refused, NotAllowed, NotFound and StreifeError;
        then there is no package, and where one was begun the audit log says that it failed.
        """
        return self._one(case_id, out, who, order, progress or _nobody)[0]

    def several(
        self,
        wanted: Mapping[int, Pick],
        out: Path,
        who: Who,
        to: Destination = DRAFT,
        progress: Progress | None = None,
    ) -> ExportedCases:
        """Write a package a case and the overview of them; a case that fails is named and stops no other.

        `wanted` are the cases by id, each with the messages that were picked of it, None for all.
        `progress` hears (cases done, cases in all). Raises Refused without a case, or where an overview lies
        in the folder already.
        """
        tell = progress or _nobody
        if not wanted:
            raise Refused("cases: none given; name at least one")
        self._sheet.check(out)
        lines = []
        for done, (case_id, only) in enumerate(wanted.items()):
            tell(done, len(wanted))
            lines.append(self._line(case_id, out, who, Order(to, only)))
        with self._store.begin() as work:
            person = who(work)
            told = {
                "cases": list(wanted),
                "recipient": to.recipient,
                "failed": [one.case_id for one in lines if one.error],
            }
            work.record(person.login, "cases_exported", "cases", told)
            made = Overview(to, person.login, work.now, tuple(lines), self._store.training)
        written = ExportedCases(out, made, self._sheet.write(made, out))
        tell(len(wanted), len(wanted))
        return written

    def bundled(self, made: ExportedCases) -> Path:
        """The run as one file for the browser."""
        return self._sheet.bundled(made.folder)

    def _line(self, case_id: int, out: Path, who: Who, order: Order) -> Line:
        try:
            exported, packed = self._one(case_id, out, who, order, _nobody)
        except StreifeError as why:
            return Line(case_id, error=str(why).replace(str(out), out.name))
        return overview.line(packed, exported.path.name, exported.fingerprint)

    def _one(
        self, case_id: int, out: Path, who: Who, order: Order, progress: Progress
    ) -> tuple[Exported, Dossier]:
        progress(0, STEPS)
        training = self._store.training
        with self._store.begin() as work:
            person = who(work)
            gathered = dossier.collect(
                work, person, case_id, training=training, body=capture.bodies(self._store), only=order.only
            )
            gathered = replace(gathered, annex=self._annex(work, gathered, order.to))
        progress(GATHERED, STEPS)
        try:
            # A view, so that nobody waits for us while proofs are made and files are written.
            with self._store.view() as work:
                proven = dossier.prove(work, gathered)
            span = WRITTEN - GATHERED
            written = self._write(
                proven, out, lambda done, of: progress(GATHERED + span * done // max(of, 1), STEPS)
            )
        except StreifeError:
            with self._store.begin() as work:
                work.record(person.login, "export_failed", f"case:{case_id}", {"run": gathered.run})
            raise
        progress(WRITTEN, STEPS)
        noted = self._note(written, person, gathered, order.to)
        progress(STEPS, STEPS)
        return replace(written, transmission=noted.id), gathered

    def _annex(self, work: Work, packed: Dossier, to: Destination) -> Annex:
        """What letter and report say besides: to whom, on what basis, and until when one may apply."""
        seen = clocks.first_seen(work, [one.message for one in packed.exhibits]).values()
        today = clocks.local_day(packed.exported_at)
        known = Annex(clock=clocks.of_case(packed.case, seen, packed.station.land, self._holidays, today))
        if to.recipient:
            known = replace(known, recipient=Recipient((to.recipient,)))
        return replace(known, basis=to.basis) if to.basis else known

    def _note(
        self, made: Exported, person: Person, gathered: Dossier, to: Destination
    ) -> transmission.Transmission:
        """Put it on record; a package that cannot be is taken away again."""
        files = sum(one.is_file() for one in made.path.rglob("*"))
        written = Written(made.path.name, made.fingerprint, files)
        try:
            with self._store.begin() as work:
                return transmission.note(work, person, gathered, written, to)
        except BaseException:
            shutil.rmtree(made.path)
            for beside in made.path.parent.glob(f"{made.path.name}.*"):
                beside.unlink()
            raise


def _nobody(_done: int, _total: int) -> None:
    """Hears of the progress where nobody else does."""
