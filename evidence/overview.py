"""The overview that lies beside the packages of several cases: to read, and for machines."""

import os
import shutil
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from casework.clocks import LOCAL
from casework.errors import Refused, StreifeError
from casework.overview import Line, Overview
from casework.visible import visible
from evidence import form
from evidence.archive import FIXED_TIME, READABLE
from evidence.phrases import counted

TEXT, JSON = "uebersicht.txt", "uebersicht.json"
BLOCK = 1 << 20
FORMAT = "streife-overview/1"


def check(folder: Path) -> None:
    """Raises Refused where an overview lies there already: it is never written over."""
    for name in (TEXT, JSON):
        if os.path.lexists(folder / name):
            raise Refused(f"{folder / name}: exists already; choose another folder")


def write(overview: Overview, folder: Path) -> Path:
    """Write both forms into the folder, each whole or not at all; returns the one to read.

    The same overview always gives the same bytes. Raises StreifeError where the disk refuses.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in ((JSON, form.document(_document(overview))), (TEXT, text(overview).encode())):
            part = folder / f".{name}.part"
            part.write_bytes(content)
            part.rename(folder / name)
    except OSError as why:
        raise StreifeError(
            f"{folder}: the overview could not be written ({why.strerror or why}); the packages are there; "
            "make room and export again into another folder"
        ) from why
    return folder / TEXT


def bundled(folder: Path) -> Path:
    """Everything in the folder as one .zip beside it, in order, with fixed times: overview and packages."""
    target = folder.with_name(f"{folder.name}.zip")
    with ZipFile(target, "w") as archive:
        for path in sorted(one for one in folder.rglob("*") if one.is_file()):
            member = ZipInfo(path.relative_to(folder).as_posix(), FIXED_TIME)
            member.external_attr, member.compress_type = READABLE, ZIP_DEFLATED
            with path.open("rb") as content, archive.open(member, "w", force_zip64=True) as packed:
                shutil.copyfileobj(content, packed, BLOCK)
    return target


def text(overview: Overview) -> str:
    """The overview in German; hidden and turning characters stand as [U+202E]."""
    to = overview.to
    at = f"{overview.exported_at.astimezone(LOCAL):%d.%m.%Y %H:%M}"
    packed = len(overview.lines) - overview.failed
    head = [
        *(["ÜBUNGSDATEN: diese Fälle sind erfunden.", ""] if overview.training else []),
        "Übersicht der ausgeleiteten Fälle",
        "",
        f"Für:       {visible(to.recipient) or 'noch niemandem übergeben (Entwurf)'}",
        *([f"Grundlage: {visible(to.basis)}"] if to.basis else []),
        *([f"Zweck:     {visible(to.purpose)}"] if to.purpose else []),
        f"Von:       {visible(overview.exported_by)}, {at}",
        f"Pakete:    {packed} von {len(overview.lines)}",
        "",
        "Genannte Vorschriften sind Hinweise, die ein Mensch prüft, kein Urteil.",
        "Der Fingerabdruck ist die SHA-256 von tagmanifest-sha256.txt des Pakets.",
    ]
    return "\n".join([*head, *(row for one in overview.lines for row in _rows(one))]) + "\n"


def _rows(line: Line) -> list[str]:
    if line.error:
        return ["", f"Fall Nr. {line.case_id}: KEIN PAKET", f"  Grund: {visible(line.error)}"]
    hints = ", ".join(f"§ {visible(hint)}" for hint in line.hints) or "keine genannt"
    applying = f"{line.apply_by:%d.%m.%Y}" if line.apply_by else "unbekannt"
    known = "läuft" if line.running else "vorsorglich, Urheber unbekannt"
    over = f"; für {counted(line.apply_over, 'andere Tat', 'andere Taten')} vorbei" if line.apply_over else ""
    part = f", {line.left_out} weitere nicht ausgewählt" if line.left_out else ""
    return [
        "",
        f"Fall {visible(line.number)}",
        f"  Vorschriften (StGB): {hints}",
        f"  Antragsberechtigt:   {visible(line.entitled_person)}",
        f"  Meldungen:           {line.items}{part}",
        f"  Antragsfrist (77b):  bis {applying} ({known}){over}",
        f"  Angaben Dritter:     {'geschwärzt' if line.blackened else 'nicht geschwärzt'}",
        f"  Paket:               {visible(line.package)}",
        f"  Fingerabdruck:       {line.fingerprint}",
    ]


def _case(line: Line) -> Mapping[str, object]:
    return {**asdict(line), "apply_by": line.apply_by.isoformat() if line.apply_by else None}


def _document(overview: Overview) -> Mapping[str, object]:
    return {
        "format": FORMAT,
        "training": overview.training,
        "to": overview.to,
        "exported_by": overview.exported_by,
        "exported_at": overview.exported_at,
        "cases": [_case(line) for line in overview.lines],
    }
