"""What is written in disguise is told as it was read: quietly, inertly, not before the words are shown."""

from dataclasses import replace

import pytest

from casework.errors import Refused
from casework.labels import Hostility, Intent, Target
from casework.people import Officer, Role
from dashboard import desk as real
from dashboard.parts import stranger
from tests.builders import a_message, a_person, an_account, assessed
from tests.contracts.page import says
from tests.dashboard.browser import as_read, visit

INSULT = "Du A r s c h l o c h, ihr W1chser! Ihr W1chser!"
LINE = "Gelesen als: "


@pytest.fixture
def kira(store):
    with store.begin() as work:
        return a_person(work, Role.OFFICER)


@pytest.fixture
def opened(store, desk, kira):
    """Opens a message of these words as kira sees it."""

    def open_it(text, *hostility, mask=False, **address):
        with store.begin() as work:
            officer = work.replace(replace(work.get(Officer, kira.officer.id), mask_hostile=mask))
            message = assessed(
                work,
                a_message(work, an_account(work, officer), text),
                Intent.OTHER,
                *hostility,
                target=Target.GROUP,
            )
        return visit(desk, replace(kira, officer=officer), message=str(message.id), **address)

    return open_it


def line(shown) -> list[str]:
    return [as_read(m.value) for m in shown.markdown if "spellcheck" in m.value]


def test_the_open_message_tells_each_disguise_once(opened):
    [told] = line(opened(INSULT, Hostility.INSULT))
    assert f"{LINE}arschloch · wichser" in told


def test_it_speaks_english_too(opened):
    [told] = line(opened(INSULT, Hostility.INSULT, lang="en"))
    assert "Read as: arschloch · wichser" in told


@pytest.mark.parametrize("text", ["Danke für die große Hilfe, liebe Kolleg*innen!", "", "🙂"])
def test_plain_words_need_no_such_line(opened, text):
    assert line(opened(text)) == []


def test_what_is_covered_stays_covered(opened):
    shown = opened(INSULT, Hostility.INSULT, mask=True)
    assert line(shown) == []
    [button] = [b for b in shown.button if str(b.key).startswith("unmask_")]
    button.click().run()
    assert len(line(shown)) == 1


def test_what_was_read_acts_as_nothing(opened):
    shown = opened("** :red[h4llo] **b0se**l3ute** <b>l4ut</b> ![x](http://evil.example/n4zi)")
    raw = [m.value for m in shown.markdown if "spellcheck" in m.value]
    assert raw
    assert not [one for one in raw if "<b>" in one or "http" in one or "![" in one]


def test_very_many_disguises_are_counted(opened):
    many = [f"w1{'bcdfghjklmnp'[n]}hse" for n in range(stranger.MOST_READ_PAST + 3)]
    [told] = line(opened(" ".join(many)))
    assert told.count("hse") == stranger.MOST_READ_PAST
    assert "und 3 weitere" in told


def test_a_model_out_of_order_keeps_nobody_from_reading(desk, opened):
    def broken():
        raise Refused("model.npz: altered")

    desk.setattr(real, "classifier", broken)
    shown = opened("Ein W1chser steht am Tor")
    assert not shown.exception
    assert says(shown, "lässt sich gerade nicht sagen")
