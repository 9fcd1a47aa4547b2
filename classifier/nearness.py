"""How near a text is in meaning to each example: the part of the model that is not linear."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.decomposition import PCA

from classifier.features import Floats

DIRECTIONS = 128


@dataclass(frozen=True, slots=True)
class Space:
    """The directions in which the examples' views differ most: mean (numbers), axes
    (numbers x directions)."""

    mean: Floats
    axes: Floats

    def place(self, views: Floats) -> Floats:
        """Where one text lies; worked out alone, so that a batch leaves no trace."""
        placed: Floats = (views - self.mean) @ self.axes
        return placed


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The examples' places (examples x directions) and what each adds to the margins of a text that lies on
    it (examples x heads); `reach` is how far that carries, as a squared distance."""

    space: Space
    places: Floats
    pulls: Floats
    reach: float

    def margins(self, views: Sequence[Floats]) -> Floats:
        """What all neighbours add, texts x heads."""
        lengths = np.einsum("ij,ij->i", self.places, self.places)
        rows = [self._near(self.space.place(one), lengths) @ self.pulls for one in views]
        return np.array(rows).reshape(len(rows), self.pulls.shape[1])

    def _near(self, place: Floats, lengths: Floats) -> Floats:
        """1 where two texts lie together, towards 0 far away."""
        apart = np.maximum(lengths + place @ place - 2 * (self.places @ place), 0)
        near: Floats = np.exp(-apart / self.reach)
        return near


def learn_space(views: Floats, directions: int = DIRECTIONS) -> Space:
    """Principal directions of all views (texts x numbers); labels are not looked at."""
    found = PCA(min(directions, *views.shape), svd_solver="full").fit(views)
    axes = found.components_.T
    return Space(_kept(found.mean_, np.float32), _kept(axes, np.float32))


def places_of(space: Space, views: Floats) -> Floats:
    """Places of several texts (texts x directions), as exact as they are kept on disk."""
    return _kept((views - space.mean) @ space.axes, np.float16)


def _kept(numbers: Floats, kind: type[np.float16] | type[np.float32]) -> Floats:
    rounded: NDArray[np.float64] = numbers.astype(kind).astype(np.float64)
    return rounded
