import pytest

from streife import tongue


@pytest.mark.parametrize(
    ("wished", "language"),
    [
        ("sv-SE,sv;q=0.9,en;q=0.8", "sv"),
        ("nl-BE", "nl"),
        ("en-GB;q=0.5, nl;q=0.7", "nl"),
        ("fr, en;q=0.3", "en"),
        ("fr", "de"),
        ("sv;q=0, en", "en"),
        ("en;q=x, nl", "nl"),
        (";;;,,", "de"),
        ("", "de"),
        (None, "de"),
    ],
)
def test_the_browsers_wish_is_heard(wished, language):
    assert tongue.of(None, {}, wished) == language


def test_what_was_chosen_goes_before_the_wish():
    assert tongue.of(None, {tongue.COOKIE: "nl"}, "sv") == "nl"


def test_what_the_address_asks_for_goes_first():
    assert tongue.of("en", {tongue.COOKIE: "nl"}, "sv") == "en"


@pytest.mark.parametrize("asked", ["", "xx", "../de", "DE"])
def test_an_unknown_language_is_passed_over(asked):
    assert tongue.of(asked, {tongue.COOKIE: asked}, "sv") == "sv"
