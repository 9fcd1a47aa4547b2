import numpy as np

from classifier.archive import MODEL, open_archive
from classifier.model import ALARMED, EMERGENCY, HEADS, HOSTILE, INTENTS, screened, settled
from classifier.signals import NAMES
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
    assert settled(odds(), glanced=odds())[0]


def test_what_smells_of_danger_hostility_or_doubt_is_looked_at_twice():
    assert not settled(odds(emergency=2.0), glanced=odds())[0]
    assert not settled(odds(hostile=0.0), glanced=odds())[0]
    assert not settled(odds(praise=-5.0), glanced=odds())[0]


def test_what_the_screen_finds_dangerous_is_looked_at_twice_whatever_the_first_look_says():
    assert not settled(odds(), glanced=odds(emergency=2.0))[0]


def test_what_the_screen_settles_costs_no_closer_look():
    model = open_archive(MODEL).model
    thanks = take_in("Danke für die schnelle Hilfe!")
    looked = model.look([thanks])
    assert not looked.twice.any()
    assert "meaning" not in vars(thanks)
    assert np.array_equal(looked.odds, model.zeroth.odds(model.screen.scores([thanks.original])))


def test_the_screen_never_settles_what_rang_the_safety_net():
    sure, rang = odds(), np.zeros((1, len(NAMES)))
    assert screened(sure, rang)[0]
    rang[0, ALARMED] = 1
    assert not screened(sure, rang)[0]


def test_a_cry_for_help_gets_the_second_look():
    model = open_archive(MODEL).model
    cry = take_in("Bitte helft uns, er hat ein Messer")
    looked = model.look([cry])
    first = model.first_odds(model.margins(model.weigh([cry]).matrix), [cry])
    assert looked.twice.all()
    assert not settled(first, glanced=model.zeroth.odds(model.screen.scores([cry.original])))[0]
    assert not np.array_equal(looked.odds, first)
