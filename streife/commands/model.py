"""The classifier on the command line: train, classify, evaluate."""

import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from casework.errors import Refused
from streife import wiring
from streife.commands.lists import AsJson
from streife.commands.output import say, say_json, show

SOME_REFUSED = 3
BY = "part of the verdict: intent, target, urgency, hostile (yes, no), insult ...; or a public set's scheme"

Scheme = Annotated[str, typer.Option(help="answer in a public set's labels, such as germeval2018_coarse")]


def train(
    data: Annotated[Path, typer.Option(help="folder of the public sets")] = Path("../shared/data"),
    schemes: Annotated[bool, typer.Option("--schemes", help="the public sets' heads instead")] = False,
    as_json: AsJson = False,
) -> None:
    """Fit the model from the public sets and our own examples, and store it in the repository."""
    if schemes:
        say_json(wiring.train_schemes(data))
        return
    report = wiring.train(data)
    say_json(report) if as_json else say(str(report))


def classify(scheme: Scheme = "") -> None:
    """Read messages as JSON Lines from standard input, write one verdict a line to standard output.

    Exit code 3 when a line was refused; the others are answered.
    """
    refused = 0
    for answer in wiring.verdict_lines(sys.stdin.buffer, scheme):
        if isinstance(answer, str):
            sys.stdout.write(answer + "\n")
        else:
            refused += 1
            typer.echo(f"line {answer.line}: {answer.reason}", err=True)
    if refused:
        raise typer.Exit(SOME_REFUSED)


def evaluate(
    file: Annotated[
        Path | None,
        typer.Argument(help="CSV file in UTF-8, with a line of column names; none: our test part"),
    ] = None,
    text: Annotated[str, typer.Option(help="column of the texts")] = "text",
    label: Annotated[
        list[str] | None,
        typer.Option(help="column of the labels; given again, of kinds of text to tell apart"),
    ] = None,
    mapped: Annotated[
        list[str] | None, typer.Option("--map", help="THEIRS=OURS renames a label of the file")
    ] = None,
    by: Annotated[str, typer.Option("--by", "--scheme", help=BY)] = "intent",
    as_json: AsJson = False,
) -> None:
    """Hold the classifier against a labelled file: macro F1 with its 95 % interval, figures of each label.

    Without a file: against our own examples' test part, every figure of the model card.
    """
    if file is None:
        if label or mapped or (text, by) != ("text", "intent"):
            raise Refused("evaluate: --text, --label, --map and --by are about a file; name one")
        _ours(as_json=as_json)
        return
    columns = [text, *(label or ["label"])]
    found = wiring.evaluate(file, columns, _names(mapped or []), by)
    if as_json:
        say_json(found)
        return
    low, high = found.interval
    say(f"macro F1 {found.macro_f1:.4f} (95 %: {low:.4f} to {high:.4f}), accuracy {found.accuracy:.4f}")
    rows = [_row(name, figures, found.confusion[name]) for name, figures in found.labels.items()]
    show(rows, ["label", "precision", "recall", "f1", "texts", "said"], as_json=False)
    if found.kinds:
        shares = [{"kind": kind, "right": f"{share:.4f}"} for kind, share in found.kinds.items()]
        show(shares, ["kind", "right"], as_json=False)


def _ours(*, as_json: bool) -> None:
    figures, told = wiring.evaluate_ours()
    say_json(figures) if as_json else say(told)


def _names(mapped: list[str]) -> dict[str, str]:
    names = dict(one.split("=", 1) for one in mapped if "=" in one)
    if len(names) != len(mapped):
        raise Refused("map: write THEIRS=OURS, each label once")
    return names


def _row(name: str, figures: Any, said: dict[str, int]) -> dict[str, object]:
    told = ", ".join(f"{other} {count}" for other, count in said.items())
    return {
        "label": name,
        "precision": f"{figures.precision:.4f}",
        "recall": f"{figures.recall:.4f}",
        "f1": f"{figures.f1:.4f}",
        "texts": figures.support,
        "said": told,
    }
