import json
from dataclasses import asdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from casework.labels import Hostility, Intent
from classifier.figures import measure
from classifier.reliability import curve, expected_calibration_error
from tests.classifier.test_promotion import a_text, said_of


def test_a_bin_tells_what_was_said_and_what_came_true():
    chances = np.array([0.91, 0.95, 0.12, 0.14, 0.16, 0.18])
    true = np.array([True, False, True, False, False, False])
    assert curve(chances, true) == [(0.15, 0.25, 4), (0.93, 0.5, 2)]


def test_certainty_falls_into_the_last_bin():
    assert curve(np.array([1.0, 0.95]), np.array([True, True])) == [(0.975, 1.0, 2)]


def test_calibration_error_is_the_gap_between_said_and_seen():
    chances = np.array([0.9] * 10 + [0.1] * 10)
    exact = np.array([True] * 9 + [False] + [True] + [False] * 9)
    assert expected_calibration_error(chances, exact) == pytest.approx(0)
    assert expected_calibration_error(chances, ~exact) == pytest.approx(0.8)


@given(arrays.arrays(np.float64, st.integers(0, 60), elements=st.floats(0, 1)))
def test_the_diagram_holds_every_text_and_its_gap_is_the_error(chances):
    true = chances > 0.4
    points = curve(chances, true)
    assert sum(texts for *_, texts in points) == len(chances)
    gap = sum(abs(said - came) * texts for said, came, texts in points) / max(len(chances), 1)
    assert expected_calibration_error(chances, true) == pytest.approx(gap, abs=2e-4)


def test_each_label_has_its_diagram_and_no_other():
    texts = [a_text(n) for n in range(4)]
    figures = measure(texts, [said_of(one) for one in texts])
    assert (
        list(figures.reliability)
        == ["intent", *(i.value for i in Intent), *(h.value for h in Hostility)]
        == list(figures.ece)
    )
    assert figures.reliability["intent"] == [(1.0, 1.0, 4)]
    assert figures.reliability["threat"] == [(0.0, 0.0, 4)]


def test_the_intents_own_certainty_counts_whatever_was_said():
    texts = [a_text(n, intent=Intent.TIP) for n in range(2)]
    wrong = [said_of(one, intent=Intent.SPAM) for one in texts]
    assert measure(texts, wrong).reliability["intent"] == [(1.0, 0.0, 2)]


def test_figures_are_told_as_json():
    texts = [a_text(n, mentions=("roma",)) for n in range(4)]
    told = json.loads(json.dumps(asdict(measure(texts, [said_of(one) for one in texts])), allow_nan=False))
    assert told["reliability"]["intent"] == [[1.0, 1.0, 4]]
    assert told["false_alarms"]["group"]["roma"][:2] == [0.0, 4]
    assert told["errors"] == []
