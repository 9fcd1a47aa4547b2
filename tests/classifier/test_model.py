import numpy as np

from classifier.archive import MODEL, open_archive
from classifier.model import EMERGENCY, HEADS, HOSTILE, INTENTS, settled
from classifier.text import take_in

PRAISE = INTENTS.index("praise")


def odds(**said):
    """Log-odds of one text: surely praise, hardly hostile, but for what is said."""
    row = np.full((1, HEADS), -5.0)
    row[0, PRAISE] = 5.0
    for head, value in {"EMERGENCY": EMERGENCY, "HOSTILE": HOSTILE, "PRAISE": PRAISE}.items():
        row[0, value] = said.get(head.lower(), row[0, value])
    return row


def test_the_surely_harmless_needs_no_second_look():
    assert settled(odds())[0]


def test_what_smells_of_danger_hostility_or_doubt_is_looked_at_twice():
    assert not settled(odds(emergency=2.0))[0]
    assert not settled(odds(hostile=0.0))[0]
    assert not settled(odds(praise=-5.0))[0]


def test_a_settled_text_keeps_the_first_looks_odds():
    model = open_archive(MODEL).model
    texts = [take_in("Danke euch!"), take_in("Bitte helft uns, er hat ein Messer")]
    looked = model.look(texts)
    first = model.first.odds(looked.margins, np.array([text.signals for text in texts]))
    assert settled(first).tolist() == [True, False]
    assert np.array_equal(looked.odds[0], first[0])
    assert not np.array_equal(looked.odds[1], first[1])
