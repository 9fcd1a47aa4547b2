"""How near a text is in meaning to each example: the part of the model that is not linear."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from classifier.features import Floats


@dataclass(frozen=True, slots=True)
class Space:
    """The directions in which the examples' meanings differ most: mean (numbers), axes
    (numbers x directions)."""

    mean: Floats
    axes: Floats

    def place(self, meanings: Floats) -> Floats:
        """Where one text lies; worked out alone, so that a batch leaves no trace."""
        placed: Floats = (meanings - self.mean) @ self.axes
        return placed


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The examples' places (examples x directions) and what each adds to the margins of a text that lies on
    it (examples x heads); `reach` is how far that carries, as a squared distance."""

    space: Space
    places: Floats
    pulls: Floats
    reach: float

    def margins(self, meanings: Sequence[Floats]) -> Floats:
        """What all neighbours add, texts x heads."""
        lengths = np.einsum("ij,ij->i", self.places, self.places)
        rows = [self._near(self.space.place(one), lengths) @ self.pulls for one in meanings]
        return np.array(rows).reshape(len(rows), self.pulls.shape[1])

    def _near(self, place: Floats, lengths: Floats) -> Floats:
        """1 where two texts lie together, towards 0 far away."""
        apart = np.maximum(lengths + place @ place - 2 * (self.places @ place), 0)
        near: Floats = np.exp(-apart / self.reach)
        return near
