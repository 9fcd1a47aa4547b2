import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from classifier import encoder
from classifier.normalise import read
from classifier.views import WIDTH, encode, first_and_last, first_look, second_look


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Moin! Alles gut? Ich kann nicht mehr.", "Moin!", "Ich kann nicht mehr."),
        ("Nur ein Satz ohne Punkt", "Nur ein Satz ohne Punkt", "Nur ein Satz ohne Punkt"),
        ("erste zeile\nletzte zeile", "erste zeile", "letzte zeile"),
        ("", "", ""),
    ],
)
def test_first_and_last_sentence_are_found(text, first, last):
    assert first_and_last(text) == (first, last)


def test_what_means_the_same_lies_near():
    danger, likewise, praise = (
        encode(text) for text in ("Er hat ein Messer", "He has a knife", "Danke für das schöne Fest")
    )
    assert danger @ likewise > danger @ praise + 0.2


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(codec=None), max_size=60))
def test_any_text_has_finite_views(text):
    seen, again = first_look(text, read(text)), second_look(text)
    assert (seen.shape, again.shape) == ((WIDTH,), (encoder.WIDTH,))
    assert np.isfinite(seen).all()
    assert np.isfinite(again).all()


def test_a_very_long_text_is_looked_at_in_part():
    long = "Alles gut hier. " * 5_000 + "Ich bringe mich um."
    assert np.isfinite(second_look(long)).all()
    assert first_and_last(long)[1] == "Ich bringe mich um."
