"""Folds what was learnt from examples into one model of words and neighbours."""

from classifier.calibrate import Judges
from classifier.known import MEANING_SHARE, PUBLIC_SHARE, REACH, SECOND_REACH, SECOND_SHARE, Known
from classifier.model import HEADS, Model, Step
from classifier.nearness import Neighbours


def model_of(known: Known, judges: Judges) -> Model:
    """The same judgement, without the examples' words."""
    ground, pulls = known.ground, judges.heads.pulls
    helped = PUBLIC_SHARE * ground.public.margins(known.matrix).T @ pulls
    second_pulls = SECOND_SHARE * judges.second_heads.pulls
    second_bias = judges.second_heads.bias @ judges.second.weights[HEADS : 2 * HEADS]
    return Model(
        screen=known.screen,
        columns=ground.columns,
        weights=known.matrix.T @ pulls + ground.public.weights @ helped,
        bias=judges.heads.bias + ground.public.bias @ helped,
        neighbours=Neighbours(ground.space, known.places, MEANING_SHARE * pulls, REACH),
        second_neighbours=Neighbours(ground.second_space, known.second_places, second_pulls, SECOND_REACH),
        zeroth=judges.zeroth,
        first=judges.first,
        second=Step(judges.second.weights, judges.second.bias + second_bias),
    )
