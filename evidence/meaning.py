"""Meaning: do the items hold the bytes that were secured, and does the log say so too."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import ValidationError

from casework.visible import visible
from evidence import bindings, captures, form, logbook, media, pins, readings
from evidence.findings import Check
from evidence.fixity import Shelf

LONGEST_WORDS = 200


@dataclass(frozen=True, slots=True)
class Logged:
    """What the audit log says by message id: what was bound, attachments and captured pages secured."""

    pins: bindings.Pins
    media: dict[int, set[tuple[int, str]]]
    pages: dict[int, set[tuple[str, str]]]


def check(shelf: Shelf) -> Iterator[Check]:
    """Each item's original bytes, then the audit entries."""
    try:
        case = form.CaseFile.model_validate_json(shelf.document(form.CASE))
    except ValidationError as why:
        yield Check(form.CASE, False, f"not in the form {form.FORMAT}: {_first(why)}")
        return
    lines, wrong = _audit_lines(shelf.document(form.AUDIT))
    entries = [logbook.parsed(line.content) for line in lines]
    logged = Logged(bindings.logged(entries, case.case.id), media.logged(entries), captures.logged(entries))
    for item in case.items:
        yield _item(shelf, item, logged)
    yield from logged.pins.missing(case.items)
    yield from _unclaimed(shelf, case)
    yield from pins.check(case, entries)
    yield from wrong or logbook.check(lines, case)
    yield _head(shelf, case)


def _head(shelf: Shelf, case: form.CaseFile) -> Check:
    """The signed statement about the log speaks of this case, this export and its head."""
    try:
        told = form.HeadFile.model_validate_json(shelf.document(form.HEAD))
    except ValidationError as why:
        return Check(form.HEAD, False, f"not in the form {form.HEAD_FORMAT}: {_first(why)}")
    export = case.export
    here = (case.case.number, export.run, export.at, export.audit_head.size, export.audit_head.root)
    if (told.case, told.run, told.at, told.size, told.root) != here:
        return Check(form.HEAD, False, f"speaks of another export than {form.CASE}")
    words = f"run {visible(told.run)}: {told.size:,} entries, root {visible(told.root)}"
    return Check(form.HEAD, True, words)


def _item(shelf: Shelf, item: form.Item, log: Logged) -> Check:
    """Original bytes, attachments, captured pages, message.json, case.json and the log agree."""
    faults = [
        f"{visible(v.file)} does not hold the bytes received as version {v.version}"
        for v in item.versions
        if not v.file.startswith(f"{item.folder}/raw-") or shelf.digests(v.file).get("sha256") != v.sha256
    ]
    if (item.bound.version, item.bound.sha256) not in {(v.version, v.sha256) for v in item.versions}:
        faults.append("the version that was secured is not among the versions")
    if len({one.version for one in item.versions}) != len(item.versions):
        faults.append("a version stands there twice")
    faults += log.pins.faults(item.message_id, item.bound.sha256, readings.held(shelf, item))
    faults += media.check(shelf, item, log.media.get(item.message_id, set()))
    faults += captures.check(shelf, item.folder, item.captures, log.pages.get(item.message_id, set()))
    faults += _message(shelf, item)
    if faults:
        return Check(visible(item.folder), False, "; ".join(faults))
    attached = f", {len(item.media)} attachment(s)" if item.media else ""
    attached += f", {sum(bool(one.files) for one in item.captures)} captured page(s)" if item.captures else ""
    what = f"message {item.message_id}, {len(item.versions)} version(s){attached}: bytes as secured"
    words = f"{what}, SHA-256 {item.bound.sha256} and in the audit log{log.pins.unsaid(item)}"
    return Check(visible(item.folder), True, words)


def _message(shelf: Shelf, item: form.Item) -> list[str]:
    name = f"{item.folder}/message.json"
    try:
        message = form.MessageFile.model_validate_json(shelf.document(name))
    except ValidationError as why:
        return [f"{visible(name)} is not in its form: {_first(why)}"]
    said = (message.message_id, message.versions, message.media, message.captures)
    same = said == (item.message_id, item.versions, item.media, item.captures)
    return [] if same else [f"{visible(name)} and {form.CASE} disagree"]


def _unclaimed(shelf: Shelf, case: form.CaseFile) -> Iterator[Check]:
    """Files under items/ that no item of the case speaks of."""
    claimed = {v.file for item in case.items for v in item.versions}
    claimed |= {one.file for item in case.items for one in item.media}
    claimed |= {one.file for item in case.items for page in item.captures for one in page.files}
    claimed |= {f"{item.folder}/message.json" for item in case.items}
    for name in sorted(shelf.source.names - claimed):
        if name.startswith("data/items/"):
            yield Check(name, False, f"{form.CASE} does not speak of this file")


def _audit_lines(content: bytes) -> tuple[list[form.AuditLine], list[Check]]:
    lines: list[form.AuditLine] = []
    for number, line in enumerate(content.splitlines(), start=1):
        try:
            lines.append(form.AuditLine.model_validate_json(line))
        except ValidationError as why:
            return [], [Check(form.AUDIT, False, f"line {number} is not in its form: {_first(why)}")]
    return lines, [] if lines else [Check(form.AUDIT, False, "holds no entry; the export itself is one")]


def _first(why: ValidationError) -> str:
    """Where the form is missed first, without repeating a stranger's words."""
    error = why.errors(include_url=False, include_input=False)[0]
    place = ".".join(map(str, error["loc"])) or "the document"
    return visible(f"{place}: {error['msg']}")[:LONGEST_WORDS]
