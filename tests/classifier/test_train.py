import json
import shutil
from datetime import date

import numpy as np
import pytest

from casework.errors import Refused
from casework.labels import Hostility, Intent, Target
from classifier import fit, parts
from classifier.archive import CARD, open_archive
from classifier.assemble import model_of
from classifier.assess import load
from classifier.calibrate import calibrated
from classifier.corpus import EXAMPLES, load_examples, public_tasks
from classifier.figures import expected_calibration_error
from classifier.fit import labels_of
from classifier.lesson import prepare
from classifier.train import train
from tests import teaching

DAY = date(2026, 11, 21)
EVERY = 96  # a part of the examples, so that the test is swift


@pytest.fixture(scope="module", autouse=True)
def few_folds():
    """Half as many as at work, in half the time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fit, "FOLDS", 3)
        yield


@pytest.fixture(scope="module")
def public(tmp_path_factory):
    return teaching.write_public(tmp_path_factory.mktemp("public"))


@pytest.fixture(scope="module")
def some_examples(tmp_path_factory):
    folder = tmp_path_factory.mktemp("examples")
    lines = [line for file in sorted(EXAMPLES.glob("*.jsonl")) for line in file.open(encoding="utf-8")]
    (folder / "some.jsonl").write_text("".join(lines[::EVERY]), encoding="utf-8")
    shutil.copy(EXAMPLES / parts.FILE, folder)
    return folder


@pytest.fixture(scope="module")
def trained(public, some_examples, tmp_path_factory):
    """A small training: where it lies, and its report."""
    out = tmp_path_factory.mktemp("model")
    return out, train(public, some_examples, out, day=DAY)


def test_a_training_stores_what_can_be_loaded(trained):
    out, report = trained
    assert load(out).model == report.version
    assert report.version.startswith("2026-11-21-")
    told = json.loads((out / CARD).read_text(encoding="utf-8"))
    assert told["figures"]["texts"] == told["parts"]["test"] == report.parts["test"]


def test_the_same_data_give_the_same_model(trained, public, some_examples, tmp_path):
    out, report = trained
    again = train(public, some_examples, tmp_path, day=DAY)
    assert again.version == report.version
    assert again.tested == report.tested
    assert np.array_equal(open_archive(tmp_path).model.weights, open_archive(out).model.weights)


def test_the_card_tells_the_figures(trained):
    out, report = trained
    card = (out / "model_card.md").read_text(encoding="utf-8")
    assert report.version in card
    assert f"| intent, macro F1 | {report.tested.intent_macro_f1:.3f} |" in card
    assert "No person has\n  labelled them yet" in card


def test_the_folded_model_says_what_its_parts_say(public, some_examples):
    examples = load_examples(some_examples)
    lesson = prepare(parts.split(examples), [], public_tasks(public))
    judges, _ = calibrated(lesson.seen, labels_of(lesson.examples), lesson.learnt, lesson.kept)
    asked = lesson.seen.of(lesson.asked)
    texts = [lesson.texts[n] for n in lesson.asked]
    assert model_of(lesson.known, judges).look(texts).odds == pytest.approx(judges.odds(asked), abs=0.05)


def test_it_learns_more_than_guessing(trained):
    _, report = trained
    assert report.tested.intent_macro_f1 > 2 / len(Intent)


def test_profanity_alone_teaches_no_insult(public):
    answers = {task.name: dict(zip(task.texts, task.answers, strict=True)) for task in public_tasks(public)}
    assert not answers["germeval_insult"]["Scheiße, der Zug ist weg"]
    assert not answers["davidson_hate"]["damn bro"]


def test_a_missing_set_is_named(some_examples, tmp_path):
    with pytest.raises(Refused, match=r"germeval2018_train\.csv"):
        train(tmp_path, some_examples, tmp_path)


def test_a_bad_example_is_named_by_file_and_line(tmp_path):
    (tmp_path / "de.jsonl").write_text('{"text": "a", "intent": "gruss"}\n', encoding="utf-8")
    with pytest.raises(Refused, match=r"de\.jsonl, line 1"):
        load_examples(tmp_path)


def test_no_examples_no_model(tmp_path):
    with pytest.raises(Refused, match="no examples"):
        load_examples(tmp_path)


def test_the_examples_cover_every_label_in_four_languages():
    examples = load_examples()
    assert {e.intent for e in examples} == set(Intent)
    assert {h for e in examples for h in e.hostility} == set(Hostility)
    assert {e.target for e in examples} == set(Target)
    assert {"de", "en", "nl", "sv"} == {e.lang for e in examples}
    assert sum(e.lang == "de" for e in examples) >= 600


def test_calibration_error_is_the_gap_between_said_and_seen():
    chances = np.array([0.9] * 10 + [0.1] * 10)
    exact = np.array([True] * 9 + [False] + [True] + [False] * 9)
    assert expected_calibration_error(chances, exact) == pytest.approx(0)
    assert expected_calibration_error(chances, ~exact) == pytest.approx(0.8)
