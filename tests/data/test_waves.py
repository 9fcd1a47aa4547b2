"""Which messages are copies of one another."""

from dataclasses import replace
from datetime import timedelta

import pytest

from casework.labels import Hostility, Urgency
from data import taking, waves
from tests.builders import NOON, received

SAID = "Gestern Abend habt ihr am Bahnhof wieder völlig grundlos Leute kontrolliert"


def message(number, text, **given):
    arrived = received(text, sent_at=given.pop("sent_at", NOON))
    return replace(taking.first(given.pop("account_id", 1), arrived, NOON), id=number, **given)


def joined(*texts, **given):
    return of([message(n, text, **given) for n, text in enumerate(texts, 1)], [])


def of(new, known):
    return waves.joined(map(waves.said, new), map(waves.said, known))


@pytest.mark.parametrize(
    "copy",
    [
        SAID.upper(),
        SAID + "!!! 🤬🤬",
        "@kira.polizei.example " + SAID,
        SAID + " https://t.example/abc",
        SAID.replace("völlig", "voellig").replace("grundlos", "grundloss"),
        SAID.replace(" wieder", ""),
        SAID.replace("B", "\u200bB").replace(",", ""),
        "„" + SAID + "“ #schande",
    ],
)
def test_a_copy_is_known_however_it_was_decorated(copy):
    assert joined(SAID, copy) == {1: 1, 2: 1}


@pytest.mark.parametrize(
    "other",
    [
        "Gestern Abend habt ihr am Bahnhof wieder sehr freundlich Leute beraten, danke dafür",
        "Heute früh stand am Marktplatz ein Wagen im Halteverbot, wer ist zuständig?",
        SAID + " um 17 Uhr",
        "",
        "🤬",
    ],
)
def test_what_says_something_else_is_none(other):
    assert joined(SAID, other) == {1: 0, 2: 0}


def test_a_wave_never_drifts_away_from_its_first():
    words = SAID.split()
    steps = [" ".join(["anders"] * n + words[n:]) for n in range(len(words))]
    found = joined(*steps)
    assert found[2] == 1
    assert found[len(words)] != 1


def test_accounts_moods_emergencies_and_weeks_are_kept_apart():
    first = message(1, SAID)
    hostile = {"hostility": (Hostility.INSULT,)}
    others = [
        message(2, SAID, account_id=2),
        message(3, SAID, **hostile),
        message(4, SAID, urgency=Urgency.ACUTE),
        message(5, SAID, sent_at=NOON + timedelta(days=8)),
    ]
    assert of([first, *others], []) == dict.fromkeys(range(1, 6), 0)


def test_a_known_first_gets_its_number_with_its_first_copy_and_keeps_it():
    first = message(1, SAID)
    assert of([message(2, SAID)], [first]) == {1: 1, 2: 1}
    assert of([message(3, SAID)], [replace(first, wave=1)]) == {1: 1, 3: 1}


def test_a_long_text_is_a_copy_only_if_it_is_the_same_throughout():
    long = SAID * 40
    assert joined(long, long + " Und jetzt komme ich zu dir") == {1: 0, 2: 0}
    assert joined(long, long.upper()) == {1: 1, 2: 1}


def test_a_hundred_thousand_characters_are_compared_at_once():
    assert set(joined(*("ab " * 33_000 + str(n) for n in range(20))).values()) == {0}
