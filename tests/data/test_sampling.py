"""Intervals and indices against values that were reckoned elsewhere, and against chance itself."""

import random
from collections import Counter
from math import log

import pytest

from data import sampling


@pytest.mark.parametrize(
    ("found", "of", "low", "high"),
    [
        (0, 10, 0.0, 0.3085),
        (10, 10, 0.6915, 1.0),
        (1, 20, 0.0013, 0.2487),
        (5, 100, 0.0164, 0.1128),
        (0, 300, 0.0, 0.0122),
    ],
)
def test_the_interval_is_that_of_the_tables(found, of, low, high):
    assert sampling.interval(found, of) == pytest.approx((low, high), abs=5e-4)


def test_where_nothing_was_counted_everything_is_possible():
    assert sampling.interval(0, 0) == (0.0, 1.0)


def test_the_index_is_the_sum_over_sorts():
    index, _ = sampling.stability([5_000, 5_000], [8_000, 2_000])
    assert index == pytest.approx(0.3 * log(0.8 / 0.5) - 0.3 * log(0.2 / 0.5), abs=1e-3)


def test_the_index_is_the_same_both_ways_and_nought_for_equals():
    one, other = [30, 50, 20], [60, 20, 20]
    assert sampling.stability(one, other)[0] == pytest.approx(sampling.stability(other, one)[0])
    assert sampling.stability(one, one)[0] == 0


@pytest.mark.parametrize(("before", "now"), [([], []), ([7], [9]), ([0, 5], [0, 9]), ([3, 4], [0, 0])])
def test_what_cannot_differ_does_not(before, now):
    assert sampling.stability(before, now) == (0.0, 0.0)


def test_a_new_sort_is_no_infinity():
    index, _ = sampling.stability([100, 0], [50, 50])
    assert 0.25 < index < 10


def test_chance_alone_seldom_exceeds_its_bound():
    dice = random.Random(7)
    over = 0
    for _ in range(2_000):
        rows = [Counter(dice.choices(range(10), k=size)) for size in (600, 250)]
        index, by_chance = sampling.stability(*([row[n] for n in range(10)] for row in rows))
        over += index > by_chance
    assert over <= 8


def test_the_larger_the_samples_the_less_chance_explains():
    assert sampling.stability([100, 100], [110, 90])[1] > sampling.stability([1_000, 1_000], [1_100, 900])[1]
