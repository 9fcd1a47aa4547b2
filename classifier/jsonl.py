"""Verdicts for lines of JSON: the form of `streife classify`."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any

from casework.assessment import Verdict
from casework.labels import Kind, Platform
from casework.ports import Classifier
from classifier.schemes import Sorter

BATCH = 256
CHOICES = {"platform": frozenset(Platform), "kind": frozenset(Kind)}


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """A line that got no verdict: its number, from 1, and why."""

    line: int
    reason: str


def classify_lines(lines: Iterable[bytes | str], classifier: Classifier) -> Iterator[str | RefusedLine]:
    """One JSON verdict a line, or a refusal, in the order of the lines; blank lines are passed over.

    A line is `{"id", "text"}`, optionally with "platform", "kind" and "lang". Lines are read in batches,
    so that a stream of any length needs little memory.
    """
    return _answers(lines, lambda texts: [_told(verdict) for verdict in classifier.assess(texts)])


def sort_lines(lines: Iterable[bytes | str], sorter: Sorter) -> Iterator[str | RefusedLine]:
    """The same with a public set's own labels: `{"id", "label", "score"}` a line."""
    return _answers(lines, lambda texts: [asdict(answer) for answer in sorter.answer(texts)])


def _answers(
    lines: Iterable[bytes | str], judge: Callable[[Sequence[str]], Sequence[Mapping[str, object]]]
) -> Iterator[str | RefusedLine]:
    numbered = enumerate(lines, start=1)
    while batch := list(islice(numbered, BATCH)):
        read = [_read(number, line) for number, line in batch if line.strip()]
        answers = iter(judge([row["text"] for row in read if isinstance(row, dict)]))
        for row in read:
            yield row if isinstance(row, RefusedLine) else json.dumps({"id": row["id"], **next(answers)})


def _read(number: int, line: bytes | str) -> dict[str, Any] | RefusedLine:
    try:
        row = json.loads(line.decode("utf-8") if isinstance(line, bytes) else line)
    except UnicodeDecodeError as error:
        return RefusedLine(number, f"not UTF-8 at byte {error.start}")
    except (ValueError, RecursionError) as error:
        return RefusedLine(number, f"not JSON: {error}")
    reason = _unfit(row)
    return RefusedLine(number, reason) if reason else row


def _unfit(row: object) -> str:
    """What is wrong with a row; empty if nothing is."""
    if not isinstance(row, dict):
        return "not a JSON object"
    if not isinstance(row.get("id"), str | int) or isinstance(row["id"], bool):
        return "id: missing, or neither text nor a whole number"
    if not isinstance(row.get("text"), str):
        return "text: missing, or not text"
    return _unfit_extra(row)


def _unfit_extra(row: Mapping[str, object]) -> str:
    for name, choices in CHOICES.items():
        if row.get(name) is not None and row[name] not in list(choices):
            return f"{name}: none of {', '.join(sorted(choices))}"
    return "" if isinstance(row.get("lang"), str | None) else "lang: not text"


def _told(verdict: Verdict) -> dict[str, object]:
    return {
        "intent": verdict.intent,
        "intent_scores": verdict.intent_scores,
        "hostility": verdict.hostility,
        "hostility_scores": verdict.hostility_scores,
        "target": verdict.target,
        "urgency": verdict.urgency,
        "abstained": verdict.abstained,
        "reasons": [{"start": r.start, "end": r.end, "weight": r.weight} for r in verdict.reasons],
        "model": verdict.model,
        "language": verdict.language,
    }
