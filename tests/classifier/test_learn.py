import csv
import json
from collections import defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime

import numpy as np
import pytest
from sklearn.metrics.pairwise import rbf_kernel

from casework.errors import Refused
from casework.labels import Intent, Kind, Target
from casework.learning import Correction
from classifier.archive import CARD
from classifier.assess import load
from classifier.corpus import load_examples
from classifier.fit import Alike
from classifier.learn import FEWEST_CORRECTIONS, compare_recipes, examples_of, learn, usable
from classifier.nearness import learn_space, places_of
from classifier.promotion import ALL, WRITTEN
from classifier.text import take_in

DAY = date(2026, 11, 22)
LONGEST = 90  # short texts: the second encoder takes its time
PUBLIC = {
    "germeval2018_train.csv": [
        {"text": "So ein Idiot, dieser Minister", "coarse": "OFFENSE", "fine": "INSULT"},
        {"text": "Dreckspack, alle raus aus dem Land", "coarse": "OFFENSE", "fine": "ABUSE"},
        {"text": "Schönes Wetter heute in Bonn", "coarse": "OTHER", "fine": "OTHER"},
    ],
    "gahd_train.csv": [{"text": "Ich liebe Inder", "label": "0"}, {"text": "Inder sind Dreck", "label": "1"}],
    "davidson_en.csv": [
        {"text": "what a lovely day", "label": "neither"},
        {"text": "they are all vermin", "label": "hate"},
    ],
}


def a_correction(number, text="Da brennt es!", **given):
    basics = {
        "message_id": number,
        "account_id": 1,
        "author": f"citizen{number}",
        "lang": "de",
        "kind": Kind.POST,
        "intent": Intent.EMERGENCY,
        "hostility": (),
        "target": Target.NONE,
        "officer_id": 1,
        "corrected_at": datetime(2026, 11, 21, tzinfo=UTC),
    }
    return Correction(id=number, text=text, **{**basics, **given})


def as_correction(number, example, **given):
    """What an officer would say of such a text."""
    said = {"intent": example.intent, "hostility": example.hostility, "target": example.target}
    return a_correction(number, example.text, **{"lang": example.lang, **said, **given})


def spread(examples, each):
    """So many of every label, of as many writers as can be, so that no fold lacks one."""
    chosen, wanted = {}, defaultdict(int)
    for example in sorted(examples, key=lambda e: (sum(w.group == e.group for w in chosen.values()), e.text)):
        labels = [example.intent, *example.hostility]
        if any(wanted[label] < each for label in labels):
            chosen[example.text] = example
            for label in labels:
                wanted[label] += 1
    return list(chosen.values())


def rows_of(examples):
    return [
        {
            "text": e.text,
            "intent": e.intent.value,
            "hostility": [h.value for h in e.hostility],
            "target": e.target.value,
            "author_group": e.group,
            "lang": e.lang,
        }
        for e in examples
    ]


@pytest.fixture(scope="module")
def public(tmp_path_factory):
    folder = tmp_path_factory.mktemp("public")
    for name, rows in PUBLIC.items():
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    return folder


@pytest.fixture(scope="module")
def short():
    return [e for e in load_examples() if len(e.text) <= LONGEST]


@pytest.fixture(scope="module")
def some(short, tmp_path_factory):
    """A few examples of every label, and the folder where they lie."""
    folder = tmp_path_factory.mktemp("examples")
    chosen = spread([e for e in short if e.lang == "de"], each=5)
    lines = (json.dumps(row) + "\n" for row in rows_of(chosen))
    (folder / "some.jsonl").write_text("".join(lines), encoding="utf-8")
    return chosen, folder


@pytest.fixture(scope="module")
def learnt(public, some, short):
    """A candidate of the whole way, second encoder and all."""
    english = [e for e in short if e.lang == "en"][:FEWEST_CORRECTIONS]
    corrections = [as_correction(n, example) for n, example in enumerate(english, start=1)]
    return learn(corrections, public, some[1], day=DAY)


def alike(texts):
    """How alike texts are by the swift encoder alone: enough to compare recipes by."""
    views = np.array([text.views for text in texts])
    places = places_of(learn_space(views), views)
    near = rbf_kernel(places, gamma=1 / 3)
    return Alike(3 * near, 3 * near, np.array([text.signals for text in texts]))


@pytest.fixture(scope="module")
def desk(short):
    """German examples of every label; English texts as corrections; how alike all of them are."""
    german = spread([e for e in short if e.lang == "de"], each=9)
    english = spread([e for e in short if e.lang == "en"], each=6)
    corrections = [as_correction(n, example) for n, example in enumerate(english, start=1)]
    texts = [take_in(example.text) for example in [*german, *english]]
    return german, corrections, texts, alike(texts)


def compared(desk, corrections):
    """Old recipe (the German examples) against new (corrections too)."""
    german, _, texts, near = desk
    examples = [*german, *examples_of(corrections, german)]
    return compare_recipes(examples, texts, near, np.arange(len(examples)) < len(german))


def test_what_stands_in_the_card_opens_and_judges(learnt, tmp_path):
    learnt.keep(tmp_path)
    card = json.loads((tmp_path / CARD).read_text(encoding="utf-8"))
    assert load(tmp_path).model == learnt.version == card["version"]
    assert card["corrections"] == list(range(1, FEWEST_CORRECTIONS + 1))
    assert card["figures"]["texts"] == learnt.comparison.texts == sum(card["examples"].values())
    assert card["comparison"]["reasons"] == list(learnt.comparison.reasons)
    assert "citizen1" not in (tmp_path / CARD).read_text(encoding="utf-8")


def test_right_corrections_of_a_new_kind_are_promoted(desk):
    found = compared(desk, desk[1])
    assert found.promoted, found.reasons
    assert all(reason.startswith("better") for reason in found.reasons)


def test_wrong_corrections_are_not_promoted(desk):
    wrong = [replace(one, intent=Intent.SPAM, hostility=(), target=Target.NONE) for one in desk[1]]
    found = compared(desk, wrong)
    assert not found.promoted
    assert any(one.worse and one.group in (ALL, WRITTEN) for one in found.differences), found.reasons


def test_what_the_model_in_force_knows_is_nothing_new(public, some):
    corrections = [a_correction(n, f"Text {n}, und zwar ein eigener") for n in range(FEWEST_CORRECTIONS)]
    with pytest.raises(Refused, match="nothing is new"):
        learn(corrections, public, some[1], known=range(FEWEST_CORRECTIONS))


def test_too_few_corrections_are_refused_and_counted(public, some):
    with pytest.raises(Refused, match="19 that can be learnt from; at least 20"):
        learn([a_correction(n, f"Text {n}") for n in range(19)], public, some[1])


def test_of_the_same_text_the_newest_correction_counts_and_silence_teaches_nothing():
    first, second = a_correction(1), a_correction(2, " Da brennt es! ", intent=Intent.OTHER)
    assert usable([second, a_correction(3, "👍 !!"), first]) == [second]


def test_each_citizen_is_a_writer_but_a_known_text_keeps_its_own(some):
    known = some[0][0]
    told = examples_of([a_correction(1), a_correction(2, f" {known.text}\n")], some[0])
    assert [one.group for one in told] == ["desk-citizen1", known.group]


@pytest.mark.parametrize(
    ("said", "text", "lang"),
    [
        ("sv-SE", "Hej", "sv"),
        ("", "Waar kan ik mijn fiets laten registreren?", "nl"),
        ("ru", "Guten Tag!", "de"),
    ],
)
def test_the_network_names_the_language_or_else_the_words_do(said, text, lang):
    assert [one.lang for one in examples_of([a_correction(1, text, lang=said)], [])] == [lang]
