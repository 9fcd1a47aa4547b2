"""The schemes' heads on disk: for each arrays and a description beside them, with source and licence."""

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np

from casework.errors import Refused
from classifier import encoder
from classifier.archive import OTHERWISE, exact_of, how_read
from classifier.arrays import REMEDY, Arrays, read_arrays, write_arrays
from classifier.features import Columns
from classifier.schemes import FOLDER, Scheme, Sorter, scheme_of

FORMAT = 7


def keep(scheme: Scheme, sorter: Sorter, facts: Mapping[str, object], folder: Path = FOLDER) -> int:
    """Write both files of a scheme; returns the size of the arrays' file in bytes."""
    file = folder / f"{scheme.name}.npz"
    arrays: Arrays = {
        "buckets": sorter.columns.buckets,
        "idf": sorter.columns.idf,
        "weights": sorter.weights.astype(np.float16),
        "bias": sorter.bias,
        "meaning": sorter.meaning.astype(np.float32),
    }
    sha256 = write_arrays(file, arrays)
    card = {
        "format": FORMAT,
        "sha256": sha256,
        "digest": _digest(sha256, sorter.labels),
        "encoder": encoder.of_sets().version,
        "reading_sha256": how_read(),
        "labels": sorter.labels,
        "learnt_from": scheme.source,
        "licence": scheme.licence,
        **facts,
    }
    text = json.dumps(card, indent=1, ensure_ascii=False)
    file.with_suffix(".json").write_text(text + "\n", encoding="utf-8")
    return file.stat().st_size


@cache
def load(name: str, folder: Path = FOLDER) -> Sorter:
    """A scheme's heads; raises Refused if there is no such scheme or its files are missing or altered."""
    file = folder / f"{scheme_of(name).name}.json"
    try:
        card = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Refused(f"{file}: cannot be read ({error}); {REMEDY}") from error
    if not isinstance(card, dict) or card.get("format") != FORMAT:
        raise Refused(f"{file}: not the description of a scheme in format {FORMAT}; {REMEDY}")
    if card.get("encoder") != encoder.of_sets().version:
        raise Refused(f"{file}: made with another encoder ({card.get('encoder')}); {REMEDY}")
    if card.get("reading_sha256") != how_read():
        raise Refused(f"{file}: {OTHERWISE}; {REMEDY}")
    if card.get("digest") != _digest(card.get("sha256"), card.get("labels")):
        raise Refused(f"{file}: labels are not those of the weights; {REMEDY}")
    arrays = read_arrays(file.with_suffix(".npz"), card["sha256"])
    exact = exact_of(arrays)
    columns = Columns(arrays["buckets"], arrays["idf"])
    return Sorter(card["labels"], columns, exact["weights"], exact["bias"], exact["meaning"])


def _digest(sha256: object, labels: object) -> str:
    """What ties the labels' names and their order to the weights."""
    return hashlib.sha256(json.dumps([sha256, labels]).encode()).hexdigest()
