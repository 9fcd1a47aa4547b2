"""Finds the directions in which texts differ most, and landmarks there: the part of nearness that is learnt.

A text's nearness to all that is learnt from is told by how near it is to some of them (Nystroem's method,
Williams and Seeger 2001): what is learnt stays small, however many examples there are.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.decomposition import PCA
from sklearn.kernel_approximation import Nystroem

from classifier.features import Floats
from classifier.nearness import Space

LANDMARKS = 2_500


@dataclass(frozen=True, slots=True)
class Landmarks:
    """Some of the places that are learnt from, and how nearness to them is made even."""

    machine: Nystroem

    @property
    def places(self) -> Floats:
        """Where they lie (landmarks x directions)."""
        places: Floats = self.machine.components_
        return places

    def near(self, places: Floats) -> Floats:
        """Texts x landmarks, so that two texts' rows multiplied tell how near they are to one another."""
        near: Floats = self.machine.transform(places)
        return near

    def pulls(self, weights: Floats) -> Floats:
        """What each landmark adds (landmarks x heads), from weights of `near` (landmarks x heads)."""
        pulls: Floats = self.machine.normalization_.T @ weights
        return pulls


def set_landmarks(places: Floats, reach: float, seed: int) -> Landmarks:
    """Drawn from the places (texts x directions); labels are not looked at."""
    machine = Nystroem(gamma=1 / reach, n_components=min(LANDMARKS, len(places)), random_state=seed)
    return Landmarks(machine.fit(places))


def learn_space(meanings: Floats, directions: int) -> Space:
    """Principal directions of all meanings (texts x numbers); labels are not looked at."""
    found = PCA(min(directions, *meanings.shape), svd_solver="full").fit(meanings)
    axes = found.components_.T
    return Space(_kept(found.mean_, np.float32), _kept(axes, np.float32))


def places_of(space: Space, meanings: Floats) -> Floats:
    """Places of several texts (texts x directions), as exact as they are kept on disk."""
    return _kept((meanings - space.mean) @ space.axes, np.float16)


def _kept(numbers: Floats, kind: type[np.float16] | type[np.float32]) -> Floats:
    rounded: NDArray[np.float64] = numbers.astype(kind).astype(np.float64)
    return rounded
