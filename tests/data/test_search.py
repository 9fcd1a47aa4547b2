"""What is looked for, and where a text answers it."""

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from casework.message import Author
from data import search

NOBODY = Author("", "", "")


def marked(text, question):
    return [text[start:end] for start, end in search.spans(text, question)]


def test_whole_words_are_marked_wherever_they_stand():
    text = "Die Häuser brennen. HAEUSER, ein Haus und ein Hausboot 🔥"
    assert marked(text, "haus") == ["Häuser", "HAEUSER", "Haus", "Hausboot"]
    assert marked(text, "haus 🔥") == ["Häuser", "HAEUSER", "Haus", "🔥"]
    assert marked(text, "") == []


def test_a_hidden_sign_inside_a_word_hides_it_from_nobody():
    assert marked("Du Schw\u200bein!", "schwein") == ["Schw\u200bein"]
    assert marked("e\u0301te\u0301", "ete") == ["e\u0301te\u0301"]


@given(st.text(max_size=300), st.text(max_size=80))
def test_marks_lie_in_order_inside_the_text_and_a_text_with_all_words_has_marks(text, question):
    found = search.spans(text, question)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(one[1] <= two[0] for one, two in pairwise(found))
    if search.asked(question).fits(search.terms(text, NOBODY)):
        assert found


@given(st.text(max_size=300))
def test_every_text_answers_its_own_words(text):
    asked = search.asked(text)
    assert not asked.words or asked.fits(search.terms(text, NOBODY))


@given(st.text(max_size=300))
def test_terms_fit_into_every_index(text):
    for term in search.terms(text, NOBODY):
        assert 0 < len(term) <= search.LONGEST_WORD
        assert not set(term) & set(" '\"\\_\0")


def test_several_at_once_get_the_terms_that_one_alone_gets():
    words = [f"{word}{n}en" for n in range(300) for word in ("bedrohung", "häus", "fahrräd")]
    with ThreadPoolExecutor(8) as many:
        together = list(many.map(lambda w: search.terms(w, NOBODY), words * 2))
    search._terms.cache_clear()
    assert together == [search.terms(w, NOBODY) for w in words * 2]


def test_of_endless_different_words_the_index_takes_what_fits():
    text = " ".join(f"{n:x}{'wort' * 8}" for n in range(20_000))
    held = search.terms(text, Author("", "rosa", ""))
    assert "rosa" in held
    assert sum(len(term.encode()) for term in held) <= search.MOST_BYTES
