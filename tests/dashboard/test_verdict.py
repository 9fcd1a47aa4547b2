"""The table beside a message says what the verdict says, and never two things about one question."""

import pytest

from casework.labels import Hostility, Intent
from casework.people import Role
from tests.builders import a_message, a_person, an_account, assessed
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
