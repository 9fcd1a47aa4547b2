"""The audit entries in a package: each yields its leaf and lies in the signed tree; the export is last."""

import json
from collections.abc import Sequence

from casework import custody
from evidence import form
from evidence.findings import Check


def check(lines: Sequence[form.AuditLine], case: form.CaseFile) -> list[Check]:
    """What is wrong with the entries, by number; else one finding that they hold."""
    head = case.export.audit_head
    wrong = [
        Check(form.AUDIT, False, f"entry {line.seq}: {fault}")
        for line, before in zip(lines, [0, *(line.seq for line in lines)], strict=False)
        if (fault := _fault(line, before, head))
    ]
    proven, broken = _roots(lines)
    wrong += [Check(form.AUDIT, False, f"entry {seq}: its root does not follow") for seq in broken]
    wrong += [Check(form.AUDIT, False, fault) for fault in _end(lines[-1], case)]
    words = (
        f"{len(lines)} entries hold, each in the tree of {head.size:,} entries under {form.HEAD}; "
        f"{proven} of {len(lines)} earlier roots could be computed from entries here"
    )
    return wrong or [Check(form.AUDIT, True, words)]


def parsed(content: str) -> object:
    """The entry as JSON; None when it is none."""
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None


def _fault(line: form.AuditLine, before: int, head: form.Head) -> str:
    if line.seq <= before:
        return "out of order"
    leaf = custody.leaf_hash(line.content.encode("utf-8", "surrogatepass"))
    if leaf.hex() != line.leaf:
        return "its content does not yield its leaf"
    if custody.root_of(leaf, line.seq - 1, head.size, map(_bytes, line.proof)) != _bytes(head.root):
        return f"not proven to be in the tree of {head.size:,} entries"
    match parsed(line.content):
        case [seq, str(), str(), str(), str(), dict()] if seq == line.seq:
            return ""
        case _:
            return "its content is not that of an entry of this number"


def _end(last: form.AuditLine, case: form.CaseFile) -> list[str]:
    """The log ends with the export of this very package: so no older tree can stand in for it."""
    head, found = case.export.audit_head, []
    if (last.seq, last.root) != (head.size, head.root):
        found.append(f"does not end at the log's head that {form.CASE} names")
    here = (f"case:{case.case.id}", case.export.run, [item.message_id for item in case.items])
    match parsed(last.content):
        case [_, _, _, "case_exported", str(subject), {"run": str(run), "messages": list(read), **further}]:
            beside = further.get("context")  # the messages of the thread, which were read too
            items = read[: len(read) - len(beside)] if isinstance(beside, list) else read
            found += [] if (subject, run, items) == here else ["its end is the export of something else"]
        case _:
            found.append("its end is not the export of this case")
    return found


def _roots(lines: Sequence[form.AuditLine]) -> tuple[int, list[int]]:
    """How many roots follow from leaves known here, and the numbers of those that contradict them.

    A tree can be grown on from the start, and from any root over 2^k entries: there the root alone is
    all that the next one needs.
    """
    frontier: list[bytes] | None = None
    size, proven, broken = 0, 0, []
    for line in lines:
        leaf, root = _bytes(line.leaf), _bytes(line.root)
        follows = line.seq == size + 1 and (size == 0 or frontier is not None)
        if follows:
            frontier = custody.grow(frontier or [], size, leaf)
            proven += custody.head(frontier) == root
            broken += [line.seq] if custody.head(frontier) != root else []
        elif line.seq & (line.seq - 1) == 0:
            frontier = [root]
        else:
            frontier = None
        size = line.seq
    return proven, broken


def _bytes(hexadecimal: str) -> bytes:
    try:
        return bytes.fromhex(hexadecimal)
    except ValueError:
        return b""
