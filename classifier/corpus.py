"""What the model learns from: examples written for the project, and public sets under their own labels."""

import csv
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casework.errors import Refused
from casework.labels import GROUPS, Hostility, Intent, Target

EXAMPLES = Path(__file__).with_name("examples")
GERMEVAL, GAHD, DAVIDSON = "germeval2018_train.csv", "gahd_train.csv", "davidson_en.csv"


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled message, who of the writers wrote it (`group`), and which phenomenon it shows.

    `mentions` are the groups of people it is about, where that was noted; see GROUPS.
    """

    text: str
    intent: Intent
    hostility: tuple[Hostility, ...]
    target: Target
    group: str
    lang: str
    phenomenon: str = ""
    mentions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicTask:
    """One yes-or-no question that a public set answers: its texts and the answers in order."""

    name: str
    texts: list[str]
    answers: list[bool]


def load_examples(folder: Path = EXAMPLES) -> list[Example]:
    """All examples of a folder, by file name and line; raises Refused naming file and line."""
    files = sorted(folder.glob("*.jsonl"))
    examples = [example for file in files for example in _examples_of(file)]
    if not examples:
        raise Refused(f"{folder}: no examples (*.jsonl); the model learns from them first")
    return examples


def _examples_of(file: Path) -> Iterator[Example]:
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            yield example_from(json.loads(line))
        except (ValueError, KeyError, TypeError) as error:
            raise Refused(f"{file.name}, line {number}: {error!r}") from error


def example_from(row: Mapping[str, Any], labels: Mapping[str, Any] | None = None) -> Example:
    """Read one example; `labels` holds the labels where they stand apart from the text."""
    said = row if labels is None else labels
    hostility = said["hostility"]
    if not isinstance(hostility, list):
        raise TypeError("hostility: not a list")
    return Example(
        text=str(row["text"]),
        intent=Intent(said["intent"]),
        hostility=tuple(Hostility(one) for one in hostility),
        target=Target(said["target"]),
        group=str(row.get("author_group", "")),
        lang=str(row["lang"]),
        phenomenon=str(row.get("phenomenon", "")),
        mentions=_mentions(row.get("mentions", [])),
    )


def _mentions(named: Any) -> tuple[str, ...]:
    if not isinstance(named, list):
        raise TypeError("mentions: not a list")
    unknown = [one for one in named if one not in GROUPS]
    if unknown:
        raise ValueError(f"mentions: {unknown[0]!r} is none of {', '.join(GROUPS)}")
    return tuple(named)


def public_tasks(folder: Path) -> list[PublicTask]:
    """The questions the shipped model may learn from (CC BY 4.0, MIT); raises Refused if a set is missing.

    Profanity alone is no hostility; Davidson's "offensive" is mostly slang and answers nothing.
    """
    germeval, gahd, davidson = (read_set(folder / name) for name in (GERMEVAL, GAHD, DAVIDSON))
    return [
        *_tasks(germeval, _GERMEVAL_QUESTIONS),
        *_tasks(gahd, {"gahd_hate": _is("label", "1")}),
        *_tasks(davidson, {"davidson_hate": _is("label", "hate")}),
    ]


def read_set(file: Path) -> list[dict[str, str]]:
    """The rows of a public set; raises Refused if it is missing."""
    if not file.is_file():
        raise Refused(f"{file.name}: not in {file.parent}; give the folder of the public sets")
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _is(column: str, value: str) -> Callable[[Mapping[str, str]], bool]:
    return lambda row: row[column] == value


_GERMEVAL_QUESTIONS = {
    "germeval_offence": _is("coarse", "OFFENSE"),
    "germeval_insult": _is("fine", "INSULT"),
    "germeval_abuse": _is("fine", "ABUSE"),
}


def _tasks(
    rows: Sequence[Mapping[str, str]], questions: Mapping[str, Callable[[Mapping[str, str]], bool]]
) -> list[PublicTask]:
    texts = [row["text"] for row in rows]
    return [PublicTask(name, texts, [answer(row) for row in rows]) for name, answer in questions.items()]


def demo_examples(folder: Path) -> list[Example]:
    """The demo's messages with the labels they were written for: held out, never learnt from."""
    files = [file for file in sorted(folder.glob("*.jsonl")) if file.is_file()]
    rows = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [example_from({**row, "author_group": row["id"].split("-")[0]}, row["expect"]) for row in rows]
