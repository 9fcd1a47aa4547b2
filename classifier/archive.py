"""The model on disk: arrays in a skops file and a description beside it; nothing else is ever loaded."""

import hashlib
import json
import platform
import zipfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Any

import numpy as np
import skops.io
from numpy.typing import NDArray

from casework.errors import Refused
from casework.labels import Hostility, Intent, Target
from classifier import concepts, safety_net
from classifier.features import Columns
from classifier.model import HEADS, Model
from classifier.thresholds import Thresholds

Arrays = dict[str, NDArray[Any]]

FORMAT = 1
MODEL = Path(__file__).parent
FILE, CARD = "model.skops", "model.json"
TRUSTED: list[str] = []  # plain arrays only; a file that asks for any other type is refused
LIBRARIES = ("numpy", "scikit-learn", "scipy", "skops")
REMEDY = "put back the file of the release, or run `streife train`"


@dataclass(frozen=True, slots=True)
class Archive:
    """A model with its version and thresholds."""

    model: Model
    thresholds: Thresholds
    version: str


def pack(model: Model, thresholds: Thresholds, day: date) -> tuple[Archive, Arrays]:
    """Round the weights as they are stored, and name the version by day and content."""
    arrays: Arrays = {
        "buckets": model.columns.buckets,
        "idf": model.columns.idf,
        "weights": model.weights.astype(np.float16),
        "bias": model.bias,
    }
    digest = hashlib.sha256(b"".join(array.tobytes() for array in arrays.values()))
    version = f"{day.isoformat()}-{digest.hexdigest()[:8]}"
    return Archive(_model(arrays), thresholds, version), arrays


def keep(archive: Archive, arrays: Arrays, folder: Path, facts: Mapping[str, object]) -> int:
    """Write both files; returns the size of the model's file in bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / FILE
    skops.io.dump(dict(arrays), file, compression=zipfile.ZIP_DEFLATED, compresslevel=9)
    card = {
        "format": FORMAT,
        "version": archive.version,
        "sha256": _sha256(file),
        "words_sha256": _words(),
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
    file = folder / FILE
    if not file.is_file():
        raise Refused(f"{file}: missing; {REMEDY}")
    if _sha256(file) != card["sha256"]:
        raise Refused(f"{file}: not the file that was trained (its SHA-256 differs); {REMEDY}")
    strange = skops.io.get_untrusted_types(file=file)
    if strange:
        raise Refused(f"{file}: holds more than arrays ({', '.join(strange)}); {REMEDY}")
    arrays = skops.io.load(file, trusted=TRUSTED)
    return Archive(_model(arrays), Thresholds(**card["thresholds"]), str(card["version"]))


def _read_card(path: Path) -> dict[str, Any]:
    needed = {"version", "sha256", "labels", "words_sha256", "thresholds"}
    try:
        card = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Refused(f"{path}: cannot be read ({error}); {REMEDY}") from error
    if not isinstance(card, dict) or (card.get("format") == FORMAT and not needed <= card.keys()):
        raise Refused(f"{path}: not the description of a model; {REMEDY}")
    return card


def _model(arrays: Arrays) -> Model:
    columns = Columns(arrays["buckets"], arrays["idf"])
    weights = arrays["weights"].astype(np.float64)
    if weights.shape != (len(columns.buckets), HEADS):
        raise Refused(f"{FILE}: weights of shape {weights.shape}; {REMEDY}")
    return Model(columns, weights, arrays["bias"])


def _labels() -> dict[str, list[str]]:
    kinds = {"intent": Intent, "hostility": Hostility, "target": Target}
    return {name: [label.value for label in kind] for name, kind in kinds.items()}


def _words() -> dict[str, str]:
    """Hashes of the word lists that a verdict rests on beside the weights."""
    return {file.name: _sha256(file) for file in (concepts.FILE, safety_net.FILE)}


def _sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
