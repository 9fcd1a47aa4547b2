"""What becomes of tuned numbers between two stages: shrunk before learning anew, or the mean of several."""

import re
from collections.abc import Mapping, Sequence

import torch
from torch import Tensor

from tools.tune.network import RANK

STIRRED = 0.1  # of a fresh matrix
_LAYER = re.compile(r"network\.layers\.(\d+)\.")

Numbers = Mapping[str, Tensor]  # of network and heads, by name


def shrunk(numbers: Numbers, share: float, still: int) -> Numbers:
    """Begin nearer the package's weights: of the changes from layer `still` up, and of the heads, a share
    remains, stirred a little.

    Learning that goes on where it ended generalises worse than learning anew (Ash and Adams 2020, "On
    Warm-Starting Neural Network Training": shrink and perturb).
    """
    if share == 1:
        return numbers
    return {name: _shrunk(name, one, share, still) for name, one in numbers.items()}


def _shrunk(name: str, one: Tensor, share: float, still: int) -> Tensor:
    layer = _LAYER.match(name)
    if name.startswith("heads."):
        return one * share
    if not layer or int(layer[1]) < still:
        return one
    if name.endswith(".up"):
        return one * share
    return one + STIRRED * torch.randn_like(one) / one.shape[1] ** 0.5 if name.endswith(".down") else one


def mean(several: Sequence[tuple[Numbers, float]]) -> Numbers:
    """The mean of tunings by their shares (Wortsman et al. 2022); of a matrix the mean of its changes
    (`up @ down`), cut to RANK, as the mean of the factors would be another change.
    """
    several = [(numbers, share) for numbers, share in several if share]
    if len(several) == 1:
        return several[0][0]
    found: dict[str, Tensor] = {}
    for name in several[0][0]:
        if name.endswith(".down"):
            continue
        pair = [name, name.removesuffix("up") + "down"] if name.endswith(".up") else [name]
        if all(torch.equal(several[0][0][one], numbers[one]) for numbers, _ in several for one in pair):
            found |= {one: several[0][0][one] for one in pair}  # of a layer that was still
        elif name.endswith(".up"):
            down = pair[1]
            found[name], found[down] = _cut(sum(share * one[name] @ one[down] for one, share in several))
        else:
            found[name] = sum(share * numbers[name] for numbers, share in several)
    return found


def _cut(change: Tensor) -> tuple[Tensor, Tensor]:
    """`up` and `down` of rank RANK that come nearest to a change."""
    left, sizes, right = torch.linalg.svd(change, full_matrices=False)
    root = sizes[:RANK].sqrt()
    return left[:, :RANK] * root, root[:, None] * right[:RANK]
