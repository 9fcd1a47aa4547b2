"""Finds the directions in which texts differ most: the part of nearness that is learnt."""

import numpy as np
from numpy.typing import NDArray
from sklearn.decomposition import PCA

from classifier.features import Floats
from classifier.nearness import Space

DIRECTIONS = 128


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
