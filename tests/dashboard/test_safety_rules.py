"""An officer sees which rule of the safety net rang, and nothing where none did."""

import pytest

from casework.errors import Refused
from casework.labels import Hostility, Intent
from casework.message import Attachment
from casework.people import Role
from dashboard import desk as real
from tests.builders import a_message, a_person, an_account, assessed
from tests.dashboard.browser import as_read, visit
from tests.dashboard.conftest import Reader

LINE = "Regel, die anschlug: "


@pytest.fixture
def opened(store, desk):
    """Opens a message of these words, judged so."""

    def open_it(text, intent, *alts, model=Reader.model, hostile=()):
        beside = tuple(Attachment("image", alt=alt) for alt in alts)
        with store.begin() as work:
            kira = a_person(work, Role.OFFICER)
            came = a_message(work, an_account(work, kira.officer), text, attachments=beside)
            message = assessed(work, came, intent, *hostile, model=model)
        return visit(desk, kira, message=str(message.id))

    return open_it


def lines(shown):
    return [as_read(one.value) for one in [*shown.markdown, *shown.caption]]


def test_the_rule_that_rang_is_named(opened):
    shown = opened("Ich bringe mich heute Nacht um", Intent.EMERGENCY)
    assert any(f"{LINE}Suizid angekündigt" in line for line in lines(shown))


def test_a_rule_that_a_pictures_description_rang_is_named_too(opened):
    shown = opened("Bild", Intent.EMERGENCY, "Ich bringe mich heute Nacht um")
    assert any(f"{LINE}Suizid angekündigt" in line for line in lines(shown))


def test_the_rule_that_heard_a_threat_is_named(opened):
    shown = opened("Ich bringe dich um", Intent.OTHER, hostile=[Hostility.THREAT])
    assert any(f"{LINE}Tötung oder Gewalt angedroht" in line for line in lines(shown))


def test_a_model_that_judged_by_other_rules_is_not_spoken_for(opened):
    shown = opened("Ich bringe mich heute Nacht um", Intent.EMERGENCY, model="before-1")
    assert not [line for line in lines(shown) if LINE in line]


@pytest.mark.parametrize(
    ("text", "intent"),
    [("Kind im Bach, Höhe Wehr", Intent.EMERGENCY), ("Ich bringe mich heute Nacht um", Intent.OTHER)],
    ids=["no rule rang", "an officer said it is none"],
)
def test_nothing_is_said_without_one(opened, text, intent):
    assert not [line for line in lines(opened(text, intent)) if LINE in line]


def test_a_model_out_of_order_is_said(opened, monkeypatch):
    def refuse():
        raise Refused("altered")

    monkeypatch.setattr(real, "classifier", refuse)
    shown = opened("Ich bringe mich heute Nacht um", Intent.EMERGENCY)
    assert any("lässt sich gerade nicht sagen" in line and "Regel" in line for line in lines(shown))
