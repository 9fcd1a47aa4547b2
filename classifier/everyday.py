"""What everyday mail to an officer's account is assumed to hold: far fewer emergencies than the examples."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from casework.labels import Intent
from classifier.features import Floats

# An assumption, not a count: no such mail has been counted in public.
SHARES = {
    Intent.EMERGENCY: 0.03,
    Intent.TIP: 0.15,
    Intent.REPORT: 0.06,
    Intent.QUESTION: 0.20,
    Intent.SUGGESTION: 0.07,
    Intent.PRAISE: 0.25,
    Intent.CRITICISM: 0.11,
    Intent.SPAM: 0.05,
    Intent.OTHER: 0.08,
}


def everyday_weights(intents: Sequence[Intent]) -> Floats:
    """What each text counts for, so that the intents have their everyday shares; the mean is 1."""
    counted = Counter(intents)
    present = sum(SHARES[intent] for intent in counted)
    return np.array([SHARES[one] / present * len(intents) / counted[one] for one in intents])
