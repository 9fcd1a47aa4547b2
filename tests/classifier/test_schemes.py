import csv
import json

import pytest

from casework.errors import Refused
from classifier import scheme_archive
from classifier.corpus import load_examples
from classifier.evaluate import Judge, against, by_scheme, by_verdict
from classifier.jsonl import sort_lines
from classifier.parts import split
from classifier.scheme_training import train_schemes
from classifier.schemes import SCHEMES


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """One scheme's heads, trained on texts that the encoder never saw, in the form of the public set."""
    data, out = tmp_path_factory.mktemp("data"), tmp_path_factory.mktemp("schemes")
    some = split(load_examples()).calibration[::8]
    rows = [{"text": e.text, "label": str(int(bool(e.hostility)))} for e in some]
    with (data / "gahd_train.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["text", "label"])
        writer.writeheader()
        writer.writerows(rows)
    return data, out, train_schemes(data, out, ["gahd"])["gahd"]


def test_it_learns_more_than_guessing(trained):
    _, _, report = trained
    assert report.figures.macro_f1 > 0.5
    assert report.figures.interval[0] < report.figures.macro_f1 < report.figures.interval[1]


def test_it_answers_in_the_sets_own_labels(trained):
    _, out, _ = trained
    lines = [json.dumps({"id": n, "text": text}) for n, text in enumerate(["Danke!", "Du Dreck", ""])]
    answers = [
        json.loads(line)
        for line in sort_lines([*lines, "{"], scheme_archive.load("gahd", out))
        if isinstance(line, str)
    ]
    assert [answer["id"] for answer in answers] == [0, 1, 2]
    for answer in answers:
        assert list(answer) == ["id", "label", "score"]
        assert answer["label"] in {"0", "1"}
        assert 0.5 <= answer["score"] <= 1


def test_a_text_gets_the_same_answer_in_any_batch(trained):
    _, out, _ = trained
    sorter = scheme_archive.load("gahd", out)
    texts = ["Danke!", "Du Dreck", "", "Alle raus hier, ihr Pack"]
    assert sorter.answer(texts * 80)[:4] == [sorter.answer([text])[0] for text in texts]


def test_a_table_is_measured(trained, tmp_path):
    data, out, _ = trained
    judge = by_scheme(scheme_archive.load("gahd", out))
    lines = (data / "gahd_train.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "some.csv").write_text("".join(lines[:41]), encoding="utf-8")
    found = against(tmp_path / "some.csv", ("text", "label"), {}, judge)
    assert found.macro_f1 > 0.8  # on a part of what it learnt from


def test_our_verdict_is_measured_on_a_table(classifier, tmp_path):
    file = tmp_path / "some.csv"
    file.write_text("text,label\nDanke für alles!,lob\nDu Arschloch,pöbelei\n", encoding="utf-8")
    found = against(
        file, ("text", "label"), {"lob": "no", "pöbelei": "yes"}, by_verdict(classifier, "hostile")
    )
    assert found.accuracy == 1


def test_an_unknown_part_or_scheme_is_refused(classifier):
    with pytest.raises(Refused, match="there are intent"):
        by_verdict(classifier, "mood")
    with pytest.raises(Refused, match="there are germeval2018_coarse"):
        scheme_archive.load("germeval1999")


def test_an_altered_scheme_is_refused(trained, tmp_path):
    _, out, _ = trained
    for file in out.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    with (tmp_path / "gahd.npz").open("ab") as file:
        file.write(b"x")
    with pytest.raises(Refused, match="SHA-256 differs"):
        scheme_archive.load("gahd", tmp_path)


def test_labels_that_were_swapped_are_refused(trained, tmp_path):
    _, out, _ = trained
    for file in out.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    card = json.loads((out / "gahd.json").read_text(encoding="utf-8"))
    (tmp_path / "gahd.json").write_text(json.dumps(card | {"labels": ["1", "0"]}), encoding="utf-8")
    with pytest.raises(Refused, match="labels are not those of the weights"):
        scheme_archive.load("gahd", tmp_path)


def test_a_renamed_label_that_the_file_lacks_is_named(trained):
    data, _, _ = trained
    with pytest.raises(Refused, match=r"no label 2; it has 0, 1"):
        against(
            data / "gahd_train.csv",
            ("text", "label"),
            {"2": "yes"},
            Judge(["0"], lambda texts: ["0"] * len(texts)),
        )


@pytest.mark.parametrize("name", SCHEMES)
def test_each_scheme_of_the_repository_answers(name):
    [answer] = scheme_archive.load(name).answer(["Was für ein schöner Tag"])
    assert (
        answer.label
        in json.loads((scheme_archive.FOLDER / f"{name}.json").read_text(encoding="utf-8"))["labels"]
    )
