import pytest

from casework.labels import Intent
from classifier.everyday import SHARES, everyday_weights


def test_the_shares_cover_every_intent_and_add_up():
    assert set(SHARES) == set(Intent)
    assert sum(SHARES.values()) == pytest.approx(1)


def test_weighted_intents_stand_in_everyday_proportion():
    intents = [Intent.EMERGENCY] * 5 + [Intent.PRAISE] * 5
    weights = everyday_weights(intents)
    assert weights.mean() == pytest.approx(1)
    assert weights[0] / weights[-1] == pytest.approx(SHARES[Intent.EMERGENCY] / SHARES[Intent.PRAISE])
