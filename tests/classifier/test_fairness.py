import pytest

from casework.labels import Hostility, Intent, Target
from classifier.fairness import COMPLAINTS, false_alarms, interval, too_far
from tests.classifier.test_promotion import a_text, said_of

HATE = {"hostility": (Hostility.HATE,), "target": Target.GROUP}


@pytest.fixture
def found():
    """Forty harmless texts: of ten about Roma two are called hateful, of the others none."""
    roma = [a_text(n, mentions=("roma",), lang="nl") for n in range(8)]
    roma += [a_text(n, mentions=("roma", "women")) for n in range(2)]
    others = [a_text(n) for n in range(20)]
    furious = [a_text(n, intent=Intent.CRITICISM, lang="nl") for n in range(10)]
    hateful = [a_text(n, mentions=("roma",), **HATE) for n in range(5)]
    texts = [*roma, *others, *furious, *hateful]
    return false_alarms(texts, [said_of(one, **(HATE if n < 2 else {})) for n, one in enumerate(texts)])


def test_only_harmless_texts_count(found):
    assert found["mean"] == 0.05
    assert found["language"]["de"][:2] == (0.0, 22)
    assert found["language"]["nl"][:2] == (0.1111, 18)


def test_a_text_counts_with_each_group_that_it_mentions(found):
    assert found["group"]["roma"][:2] == (0.2, 10)
    assert found["group"]["women"][:2] == (0.0, 2)
    assert found["group and language"]["roma, nl"][:2] == (0.25, 8)
    assert found["group and language"]["roma, de"][:2] == (0.0, 2)


def test_lawful_criticism_stands_by_language(found):
    assert {lang: share[:2] for lang, share in found["lawful"].items()} == {"nl": (0.0, 10)}


def test_who_complains_as_one_of_a_group_stands_apart_from_who_merely_mentions_it():
    texts = [a_text(n, mentions=("roma", "police"), intent=one) for one in COMPLAINTS for n in range(2)]
    texts += [a_text(4, mentions=("roma",), intent=Intent.QUESTION)]
    found = false_alarms(texts, [said_of(one, **(HATE if n < 1 else {})) for n, one in enumerate(texts)])
    assert (found["complaints"]["roma"][:2], found["group"]["roma"][:2]) == ((0.25, 4), (0.2, 5))
    assert set(found["complaints"]) == {"roma"}


def test_an_interval_holds_the_share_and_is_wide_for_few_texts():
    assert interval(1, 10) == pytest.approx((0.0179, 0.4042), abs=1e-3)  # Wilson, as tabled
    few, many = interval(2, 20), interval(200, 2_000)
    assert few[0] < many[0] < 0.1 < many[1] < few[1]
    assert interval(0, 5)[0] == 0.0
    assert interval(5, 5)[1] == 1.0


def test_who_is_hit_twice_as_often_as_the_mean_is_named(found):
    assert too_far(found["group"], found["mean"]) == {"roma": False}
    assert too_far(found["group"], 0.02) == {"roma": True}
    assert too_far(found["group"], 0.1) == {}


def test_one_text_proves_nothing():
    assert too_far({"jews": (1.0, 1, *interval(1, 1))}, 0.01) == {"jews": False}
    assert too_far({"jews": (0.2, 10, *interval(2, 10))}, 0.01) == {"jews": True}


def test_nobody_is_named_where_nothing_is_called_hostile():
    texts = [a_text(n, mentions=("jews",)) for n in range(3)]
    found = false_alarms(texts, [said_of(one) for one in texts])
    assert found["mean"] == 0
    assert too_far(found["group"], found["mean"]) == {}


def test_without_a_text_there_is_no_share():
    assert false_alarms([], []) == {
        "mean": 0.0,
        "language": {},
        "group": {},
        "group and language": {},
        "complaints": {},
        "lawful": {},
    }
