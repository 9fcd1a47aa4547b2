"""Learning on the command line: learn from corrections, list the models, put one in force."""

from pathlib import Path
from typing import Annotated

import typer

from streife import learning, wiring
from streife.commands.lists import AsJson
from streife.commands.output import acting, plain, say, say_json, show
from streife.learning import Kept, Outcome

models_app = typer.Typer(help="The models, and which one is in force.")
DATA = Path("../shared/data")
COLUMNS = ("version", "model", "in force", "examples", "corrections", "intent F1", "acute recall", "refused")


def learn(
    data: Annotated[Path, typer.Option(help="folder of the public sets")] = DATA,
    examples: Annotated[Path | None, typer.Option(help="folder of the examples; default: our own")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="compare only; keep and log nothing")] = False,
    as_json: AsJson = False,
) -> None:
    """Retrain with the officers' corrections, compare old and new, promote only what is better.

    Old assessments stay as they were. Refused in training data and with fewer than 20 corrections.
    """
    typer.echo("learning, and comparing old and new; this takes many minutes", err=True)
    outcome = wiring.learn(data, examples, _whoever_is_here(), dry_run=dry_run)
    if as_json:
        say_json(outcome)
        return
    say(_verdict(outcome, dry_run=dry_run))
    for reason in outcome.comparison.reasons:
        say(f"  {reason}")
    for one in outcome.comparison.decisive:
        say(f"  {one}")


@models_app.callback(invoke_without_command=True)
def listing(context: typer.Context, as_json: AsJson = False) -> None:
    """List the shipped model and the learnt ones, which is in force, and which are refused and why."""
    if context.invoked_subcommand is None:
        found = learning.kept(wiring.settings().home, wiring.SHIPPED_MODEL, wiring.open_model)
        show(plain(found) if as_json else [_row(one) for one in found], COLUMNS, as_json=as_json)


@models_app.command("use")
def use(
    version: Annotated[str, typer.Argument(help="a version that `streife models` lists, or: shipped")],
) -> None:
    """Put another model in force: roll back in one command. Running servers take it up by themselves."""
    store, home = wiring.store(), wiring.settings().home
    before = learning.use(store, home, version, _whoever_is_here(), wiring.open_model)
    say(f"{version} is in force, before it {before or 'none that could be told'}")


def _whoever_is_here() -> str:
    with wiring.store().view() as work:
        return acting(work, None).login


def _verdict(outcome: Outcome, *, dry_run: bool) -> str:
    compared = outcome.comparison
    on = (
        f"{outcome.corrections} corrections; compared on {compared.texts} texts of {compared.writers} writers"
    )
    if outcome.in_force:
        return f"{outcome.version} is in force, before it {outcome.replaced} ({on})"
    would = "would be promoted" if compared.promoted else "would not be promoted"
    return f"{outcome.version} {would if dry_run else 'was not promoted'}; {outcome.replaced} stays ({on})"


def _row(one: Kept) -> dict[str, object]:
    figures = one.figures
    return {
        "version": one.version,
        "model": one.model,
        "in force": "yes" if one.in_force else "",
        "examples": sum(one.examples.values()) or None,
        "corrections": one.corrections,
        "intent F1": figures.get("intent_macro_f1"),
        "acute recall": figures.get("shown_acute", {}).get("recall"),
        "refused": one.refused,
    }
