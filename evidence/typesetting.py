"""Gives documents to the press until it prints them: what no font has is written out, nothing is dropped."""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from casework.errors import StreifeError
from evidence.ink import Ink, lost_in

PRESS = Path(__file__).with_name("press.py")
ROUNDS = 4
LONGEST_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document: its template, what it says, and the fixed date it bears."""

    template: str
    says: Mapping[str, object]
    dated: datetime


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF/A-3a and PDF/UA-1 document, and on which of its pages each item begins."""

    pdf: bytes
    pages: Mapping[int, int]


def printed(sheet: Sheet, ink: Ink, *, system_fonts: bool = True, pages: bool = False) -> Printed:
    """Typeset the sheet; the same sheet with the same fonts gives the same bytes.

    Without `system_fonts` only the fonts shipped with Streife and typst are used: the rest prints its code
    points. `pages` looks up the items' pages. Raises StreifeError where the press breaks down.
    """
    for _ in range(ROUNDS):
        answer, pdf = _pressed(sheet, ink, system_fonts, pages)
        if not answer["refusal"]:
            return Printed(pdf, {int(item): page for item, page in answer["pages"].items()})
        lost = lost_in(answer["refusal"])
        if lost <= ink.lost:
            break
        ink = replace(ink, lost=ink.lost | lost)
    return _in_latin(sheet, ink, pages)


def _in_latin(sheet: Sheet, ink: Ink, pages: bool) -> Printed:
    """The last resort: everything that is not a Latin letter as its code point, in our own fonts."""
    answer, pdf = _pressed(sheet, replace(ink, latin_only=True), False, pages)
    if answer["refusal"]:
        raise StreifeError(f"{sheet.template}: not typeset ({_error(answer['refusal'])}); report this")
    return Printed(pdf, {int(item): page for item, page in answer["pages"].items()})


def _pressed(sheet: Sheet, ink: Ink, system_fonts: bool, pages: bool) -> tuple[dict[str, Any], bytes]:
    order = {
        "template": sheet.template,
        "data": ink.dry(sheet.says),
        "at": int(sheet.dated.timestamp()),
        "system_fonts": system_fonts,
        "pages": pages,
    }
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(PRESS)],
            input=json.dumps(order).encode(),
            capture_output=True,
            check=True,
            timeout=LONGEST_SECONDS,
        )
    except (OSError, subprocess.SubprocessError) as why:
        said = (getattr(why, "stderr", b"") or b"").decode("utf-8", "replace")[-300:]
        raise StreifeError(
            f"{sheet.template}: the press broke down ({why} {said}); make memory free and export again"
        ) from why
    head, _, pdf = done.stdout.partition(b"\n")
    return json.loads(head), pdf


def _error(refusal: str) -> str:
    """The first error of a refusal, without the warnings before it."""
    return refusal[max(0, refusal.find("error: ")) :][:300]
