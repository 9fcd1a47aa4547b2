"""Learning from corrections as acts of the house: a candidate is tried, promoted or not, and rolled back."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from casework.errors import Conflict, NotFound, Refused
from casework.learning import Correction, corrections
from casework.ports import Store, Work
from streife import models
from streife.models import SHIPPED, Open

PROMOTED, NOT_PROMOTED, ROLLED_BACK = "model_promoted", "model_not_promoted", "model_rolled_back"


class Learnt(Protocol):
    """A candidate as classifier.learn makes it."""

    @property
    def version(self) -> str:
        """Version of the candidate."""
        ...

    @property
    def corrections(self) -> tuple[int, ...]:
        """Ids of the corrections that it learnt from."""
        ...

    @property
    def comparison(self) -> Any:
        """Old against new: `promoted`, `reasons`, the `decisive` figures."""
        ...

    def keep(self, folder: Path) -> None:
        """Write its files."""
        ...


Recipe = Callable[[Sequence[Correction], Collection[int]], Learnt]  # all corrections, and those known already


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a learning gave: the candidate, what was in force, and whether the candidate is now."""

    version: str
    replaced: str
    corrections: int
    in_force: bool
    comparison: Any


@dataclass(frozen=True, slots=True)
class Kept:
    """One model: its name, whether it is in force, what it learnt from, and why it is refused, if it is."""

    version: str
    model: str
    in_force: bool
    examples: Mapping[str, int]
    corrections: int
    figures: Mapping[str, Any]
    refused: str


def learn(store: Store, home: Path, recipe: Recipe, actor: str, *, dry_run: bool = False) -> Outcome:
    """Fit and compare a candidate; put it in force if it is better and nowhere worse. All of it is logged.

    A dry run keeps and logs nothing. Raises Refused in a training store or with too few corrections, and
    Conflict when another model was put in force meanwhile.
    """
    if store.training:
        raise Refused("learn: this store holds training data, which the model is measured on, never taught")
    replaced = models.in_force(home)
    with store.view() as work:
        found = corrections(work)
    learnt = recipe(found, _known(home, replaced))
    promoted = bool(learnt.comparison.promoted)
    if not dry_run:
        told = _told(learnt, replaced, found)
        if promoted:
            _expect(home, replaced)
            models.keep(home, learnt.version, learnt.keep)
            _put_in_force(store, home, learnt.version, replaced, (actor, PROMOTED, told))
        else:
            with store.begin() as work:
                work.record(actor, NOT_PROMOTED, f"model:{learnt.version}", told)
    return Outcome(
        version=learnt.version,
        replaced=replaced,
        corrections=len(learnt.corrections),
        in_force=promoted and not dry_run,
        comparison=learnt.comparison,
    )


def use(store: Store, home: Path, version: str, actor: str, open_model: Open) -> str:
    """Put another model in force, the shipped one or one learnt before; returns the one that was.

    Raises NotFound naming those there are, and Refused where the model was tampered with.
    """
    there = [SHIPPED, *models.versions(home)]
    if version not in there:
        raise NotFound(f"model {version}: not there; there are {', '.join(there)}")
    models.opened(home, version, open_model)
    before = _before(home)
    if version == before:
        return before
    with store.view() as work:
        back = _promoted_at(work, version) < _promoted_at(work, before)
    act = ROLLED_BACK if back or version == SHIPPED else PROMOTED
    _put_in_force(store, home, version, before, (actor, act, {"from": before, "to": version}))
    return before


def kept(home: Path, shipped: Path, open_model: Open) -> list[Kept]:
    """All models, the shipped one first; each was opened to see whether it is sound."""
    now = _before(home)
    return [_kept(home, version, shipped, open_model, now) for version in (SHIPPED, *models.versions(home))]


def _kept(home: Path, version: str, shipped: Path, open_model: Open, now: str) -> Kept:
    refused = ""
    try:
        models.opened(home, version, open_model)
        card = models.card_of(models.folder_of(home, version) or shipped)
    except Refused as why:
        refused, card = str(why), {}
    return Kept(
        version=version,
        model=str(card.get("version", "")),
        in_force=version == now,
        examples=card.get("examples", {}),
        corrections=len(card.get("corrections", ())),
        figures=card.get("figures", {}),
        refused=refused,
    )


def _expect(home: Path, version: str) -> None:
    """Raises Conflict where another model is in force than this one was."""
    if (now := _before(home)) != version:
        raise Conflict(f"model {now} was put in force meanwhile; begin again")


def _put_in_force(
    store: Store, home: Path, version: str, before: str, act: tuple[str, str, Mapping[str, object]]
) -> None:
    """Point and log: both or neither. Learning takes long: what somebody put in force meanwhile is not
    overruled; whoever writes the log is alone until the end of the transaction."""
    actor, done, told = act
    pointed = False
    try:
        with store.begin() as work:
            work.record(actor, done, f"model:{version}", told)
            _expect(home, before)
            pointed = True
            models.point(home, version)
    except Exception:
        if pointed:
            models.point(home, before)
        raise


def _before(home: Path) -> str:
    """What is in force; where the pointer is broken, nobody knows, and "" is told."""
    try:
        return models.in_force(home)
    except Refused:
        return ""


def _known(home: Path, version: str) -> list[int]:
    folder = models.folder_of(home, version)
    return list(models.card_of(folder).get("corrections", ())) if folder else []


def _promoted_at(work: Work, version: str) -> int:
    """Where in the log a model was first promoted; 0 for the shipped one."""
    return min((e.seq for e in work.audit_of(f"model:{version}") if e.act == PROMOTED), default=0)


def _told(learnt: Learnt, replaced: str, found: Sequence[Correction]) -> dict[str, object]:
    """What the log tells: versions, figures before and after, and which messages taught."""
    taught = {one.id: one.message_id for one in found}
    return {
        "from": replaced,
        "to": learnt.version,
        "reasons": list(learnt.comparison.reasons),
        "figures": {
            f"{one.figure} ({one.group})": [one.before, one.after, one.low, one.high]
            for one in learnt.comparison.decisive
        },
        "messages": [taught[number] for number in learnt.corrections],
    }
