"""The table beside a message says what the verdict says, and never two things about one question."""

import pytest

from casework import unjudged
from casework.assessment import Assessment
from casework.labels import Hostility, Intent
from casework.people import Role
from tests.builders import a_message, a_person, an_account, assessed
from tests.contracts.page import says
from tests.dashboard.browser import as_read, visit


@pytest.fixture
def table(store, desk):
    """The lines of the table beside a message with these chances of hostility."""

    def lines(*named, **chances):
        scores = {h: chances.get(h.value, 0.01) for h in Hostility}
        with store.begin() as work:
            kira = a_person(work, Role.OFFICER)
            came = a_message(work, an_account(work, kira.officer), "Wir kennen deinen Weg")
            given = {"hostility_scores": scores, "abstained": not named}
            message = assessed(work, came, Intent.CRITICISM, *named, **given)
        shown = visit(desk, kira, message=str(message.id))
        written = "\n".join(one.value for one in shown.markdown)
        return [as_read(line) for line in written.splitlines() if line.startswith("|")]

    return lines


def test_hostility_that_is_likelier_than_none_is_never_called_none(table):
    told = table(threat=0.6, insult=0.25)
    assert "| Feindseligkeit | *enthält sich*, am ehesten Bedrohung | 60 % |" in told
    assert "| Beleidigung | *enthält sich* | 25 % |" in told
    assert not [line for line in told if "keine" in line or line.startswith("| Bedrohung")]


def test_where_none_is_likelier_it_says_so_and_what_else_may_be(table):
    told = table(threat=0.4)
    assert "| Feindseligkeit | keine | 60 % |" in told
    assert "| Bedrohung | *enthält sich* | 40 % |" in told


def test_what_is_named_is_said_with_its_chance(table):
    told = table(Hostility.THREAT, threat=0.9, insult=0.6)
    assert "| Feindseligkeit | **Bedrohung** | 90 % |" in told
    assert "| Beleidigung | *enthält sich* | 60 % |" in told


@pytest.mark.parametrize(("praise", "said"), [(0.5, True), (0.3, False)])
def test_a_tip_that_goes_before_a_more_probable_intent_says_why(store, desk, praise, said):
    chances = dict.fromkeys(Intent, 0.01) | {Intent.TIP: 0.4, Intent.PRAISE: praise}
    with store.begin() as work:
        kira = a_person(work, Role.OFFICER)
        came = a_message(work, an_account(work, kira.officer), "Ganz toll, wie der da jede Nacht klopft")
        message = assessed(work, came, Intent.TIP, intent_scores=chances)
    shown = visit(desk, kira, message=str(message.id))
    assert says(shown, "geht er hier einem etwas wahrscheinlicheren Anliegen vor") is said


def test_where_the_classifier_failed_the_page_asks_a_person_to_read_and_shows_no_chances(store, desk):
    with store.begin() as work:
        kira = a_person(work, Role.OFFICER)
        came = a_message(work, an_account(work, kira.officer), "Lindenstr. 5")
        work.assessed([Assessment(came.id, 1, unjudged.UNREAD, work.now)])
    shown = visit(desk, kira, message=str(came.id))
    assert says(shown, "Die Maschine konnte diese Nachricht nicht lesen")
    assert not [one for one in shown.markdown if one.value.startswith("|")]
    assert says(visit(desk, kira), "Die Maschine konnte diese Nachricht nicht lesen")
