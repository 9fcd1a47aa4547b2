import pytest

from casework.errors import Refused
from classifier.comparison import compare, read_table
from classifier.evaluate import Judge, against

PRAISE = Judge(["praise", "question"], lambda texts: ["praise"] * len(texts))


def test_figures_are_counted_by_hand():
    found = compare(["a", "a", "a", "b"], ["a", "a", "b", "b"])
    assert found.labels["a"].precision == 1
    assert found.labels["a"].recall == pytest.approx(2 / 3, abs=1e-4)
    assert found.macro_f1 == pytest.approx((0.8 + 2 / 3) / 2, abs=1e-4)
    assert found.accuracy == 0.75
    assert found.confusion == {"a": {"a": 2, "b": 1}, "b": {"b": 1}}


def test_a_label_only_said_does_not_count_in_the_mean():
    assert compare(["a", "b"], ["a", "c"]).macro_f1 == pytest.approx(0.5)


def test_the_interval_holds_the_figure_and_narrows_with_more_texts():
    few = compare(["a", "b"] * 20, ["a", "b", "a", "a"] * 10)
    many = compare(["a", "b"] * 2_000, ["a", "b", "a", "a"] * 1_000)
    for found in (few, many):
        assert found.interval[0] <= found.macro_f1 <= found.interval[1]
    assert many.interval[1] - many.interval[0] < (few.interval[1] - few.interval[0]) / 3


def test_a_table_is_read_column_by_column(tmp_path):
    file = tmp_path / "some.csv"
    file.write_text("id,words,kind\n1,Danke,lob\n2,Wann?,frage\n", encoding="utf-8")
    assert read_table(file, ("words", "kind")) == [["Danke", "Wann?"], ["lob", "frage"]]


def test_labels_are_renamed_and_each_kind_of_text_counted_for_itself(tmp_path):
    file = tmp_path / "some.csv"
    file.write_text(
        "words,label,kind\nDanke,lob,short\nWann?,frage,short\nIch danke,lob,long\n", encoding="utf-8"
    )
    found = against(file, ("words", "label", "kind"), {"lob": "praise", "frage": "question"}, PRAISE)
    assert found.kinds == {"short": 0.5, "long": 1.0}
    assert found.labels["praise"].recall == 1


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("head", ["", "\ufeff"])
def test_a_table_as_spreadsheets_write_it_is_read(tmp_path, separator, head):
    file = tmp_path / "some.csv"
    lines = [("words", "kind"), ('"Danke, ihr ""zwei"""', "lob")]
    file.write_text(head + "\r\n".join(map(separator.join, lines)), encoding="utf-8")
    assert read_table(file, ("words", "kind")) == [['Danke, ihr "zwei"'], ["lob"]]


def test_a_label_that_is_never_said_is_refused_with_the_way_to_rename_it(tmp_path):
    file = tmp_path / "some.csv"
    file.write_text("words,label\nDanke,Lob\n", encoding="utf-8")
    with pytest.raises(Refused, match="'Lob' is none of praise, question; rename it with --map Lob="):
        against(file, ("words", "label"), {}, PRAISE)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"id,words\n1,Danke\n", "no column 'kind'"),
        (b"words,kind\n", "no rows"),
        (b"", "no rows"),
        (b"\xff\xfe", "UTF-8"),
        (b"words,kind,kind\na,b,c\n", "more than one column 'kind'"),
        (b"words,kind\na,b\nonly words\n", "line 3 ends too early"),
        (b"kind,words\npraise,Danke, aber ihr seid Schweine\n", "line 2 has more fields"),
        (b'words,kind\n"never closed,b\n', "cannot be read as CSV"),
    ],
)
def test_a_table_that_does_not_fit_is_refused(tmp_path, content, reason):
    file = tmp_path / "some.csv"
    file.write_bytes(content)
    with pytest.raises(Refused, match=reason):
        read_table(file, ("words", "kind"))


def test_a_missing_table_is_refused(tmp_path):
    with pytest.raises(Refused, match=r"none\.csv"):
        read_table(tmp_path / "none.csv", ("words", "kind"))
