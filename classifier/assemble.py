"""Folds what was learnt from examples into one model of words and neighbours."""

from classifier.calibrate import Judges
from classifier.known import MEANING_SHARE, PUBLIC_SHARE, REACH, Known
from classifier.model import HEADS, Model, Step
from classifier.nearness import Neighbours


def model_of(known: Known, judges: Judges) -> Model:
    """The same judgement, without the examples' words."""
    ground, weights = known.ground, judges.heads.weights
    count = len(ground.columns.buckets)
    helped = PUBLIC_SHARE**0.5 * weights[count:]
    near_pulls = MEANING_SHARE**0.5 * ground.landmarks.pulls(judges.near_heads.weights)
    near_bias = judges.near_heads.bias @ judges.second.weights[HEADS : 2 * HEADS]
    return Model(
        screen=known.screen,
        columns=ground.columns,
        weights=weights[:count] + ground.public.weights @ helped,
        bias=judges.heads.bias + ground.public.bias @ helped,
        neighbours=Neighbours(ground.space, ground.landmarks.places, near_pulls, REACH),
        zeroth=judges.zeroth,
        first=judges.first,
        second=Step(judges.second.weights, judges.second.bias + near_bias),
    )
