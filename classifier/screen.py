"""The screen: one table of hashed weights that texts go through first, tens of thousands a second."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from casework.errors import Refused
from classifier.features import Floats
from classifier.screen_features import BUCKETS, blocks

BATCH = 1_024

Arrays = dict[str, NDArray[np.int8] | Floats]


@dataclass(frozen=True, slots=True)
class Screen:
    """Weights in steps from -127 to 127 (buckets x heads), the worth of a step (heads), and bias (heads)."""

    weights: NDArray[np.int32]
    worth: Floats
    bias: Floats

    def scores(self, originals: Sequence[str]) -> Floats:
        """Margins, texts x heads, about -1 for no and 1 for yes; never fails.

        Steps are added up as whole numbers, so that the same text has the same margins in any batch.
        """
        batches = (originals[at : at + BATCH] for at in range(0, len(originals), BATCH))
        scored = [self._scores(batch) for batch in batches]
        return np.concatenate([np.empty((0, len(self.bias))), *scored])

    def _scores(self, originals: Sequence[str]) -> Floats:
        margins = np.zeros((len(originals), len(self.bias)))
        for block in blocks(originals):
            for matrix in block.matrices:
                margins += (matrix @ self.weights) * block.share[:, None]
        scored: Floats = margins * self.worth + self.bias
        return scored

    def arrays(self) -> Arrays:
        """The screen as it is stored: a byte a weight, most of them 0."""
        return {"weights": self.weights.astype(np.int8), "worth": self.worth, "bias": self.bias}


def screen_of(arrays: Arrays) -> Screen:
    """The screen that was stored so; raises Refused if the arrays' shapes are not those of a screen."""
    weights, worth, bias = arrays["weights"], arrays["worth"], arrays["bias"]
    if weights.shape != (BUCKETS, len(bias)) or worth.shape != bias.shape:
        raise Refused(f"screen: weights of shape {weights.shape}, {worth.shape}, {bias.shape}")
    return Screen(weights.astype(np.int32), worth.astype(np.float64), bias.astype(np.float64))
