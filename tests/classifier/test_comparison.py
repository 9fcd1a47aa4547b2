import pytest

from casework.errors import Refused
from classifier.comparison import compare, read_table


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


def test_a_table_is_read_and_its_labels_renamed(tmp_path):
    file = tmp_path / "some.csv"
    file.write_text("id,words,kind\n1,Danke,lob\n2,Wann?,frage\n", encoding="utf-8")
    assert read_table(file, "words", "kind", {"lob": "praise"}) == (["Danke", "Wann?"], ["praise", "frage"])


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"id,words\n1,Danke\n", "no column 'kind'"), (b"words,kind\n", "no rows"), (b"\xff\xfe", "UTF-8")],
)
def test_a_table_that_does_not_fit_is_refused(tmp_path, content, reason):
    file = tmp_path / "some.csv"
    file.write_bytes(content)
    with pytest.raises(Refused, match=reason):
        read_table(file, "words", "kind", {})


def test_a_missing_table_is_refused(tmp_path):
    with pytest.raises(Refused, match=r"none\.csv"):
        read_table(tmp_path / "none.csv", "words", "kind", {})
