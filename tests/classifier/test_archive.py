import json
import shutil
from datetime import date

import numpy as np
import pytest

from casework.errors import Refused
from classifier import archive, arrays, encoder
from classifier.archive import CARD, FILE, MODEL
from classifier.arrays import read_arrays, write_arrays
from classifier.assess import load
from classifier.schemes import FOLDER


@pytest.fixture
def copied(tmp_path):
    """A copy of the repository's model, to be spoilt."""
    for name in (FILE, CARD):
        shutil.copy(MODEL / name, tmp_path / name)
    return tmp_path


def rewrite(folder, **changed):
    card = json.loads((folder / CARD).read_text(encoding="utf-8"))
    (folder / CARD).write_text(json.dumps({**card, **changed}), encoding="utf-8")


def spoil(folder, **changed):
    """Put other arrays into a model (`None`: take one out), and hash and name it anew as its maker would."""
    card = json.loads((folder / CARD).read_text(encoding="utf-8"))
    kept = read_arrays(folder / FILE, card["sha256"]) | changed
    kept = {name: array for name, array in kept.items() if array is not None}
    digest = archive._digest(kept, card["thresholds"])
    named = {"digest": digest, "version": f"2026-11-23-{digest}"}
    rewrite(folder, sha256=write_arrays(folder / FILE, kept), **named)


def test_a_copy_judges_like_the_original(copied, classifier):
    text = "Wer hat gestern Abend am Bahnhof die Scheiben eingeschlagen?"
    assert load(copied).assess([text]) == classifier.assess([text])


def test_an_altered_file_is_refused(copied):
    content = bytearray((copied / FILE).read_bytes())
    content[len(content) // 2] ^= 1
    (copied / FILE).write_bytes(content)
    with pytest.raises(Refused, match="SHA-256 differs"):
        load(copied)


def test_another_format_is_refused(copied):
    rewrite(copied, format=99)
    with pytest.raises(Refused, match="format 99"):
        load(copied)


def test_other_labels_are_refused(copied):
    rewrite(copied, labels={"intent": ["tip"]})
    with pytest.raises(Refused, match="other labels"):
        load(copied)


def test_a_program_that_reads_texts_otherwise_is_told(copied, monkeypatch):
    monkeypatch.setattr(archive, "PROBES", ("Etwas anderes",))
    with pytest.raises(Refused, match="reads texts otherwise"):
        load(copied)


@pytest.mark.parametrize("version", ["2026-01-01-deadbeef", None, ""])
def test_a_version_that_is_not_the_weights_is_refused(copied, version):
    rewrite(copied, version=version)
    with pytest.raises(Refused, match="not that of its weights"):
        load(copied)


def test_a_model_made_with_another_encoder_is_refused(copied):
    rewrite(copied, encoder="00000000")
    with pytest.raises(Refused, match="another encoder"):
        load(copied)


def test_a_missing_model_is_refused_with_its_remedy(copied):
    (copied / FILE).unlink()
    with pytest.raises(Refused, match="streife train"):
        load(copied)


@pytest.mark.parametrize("content", ["", "[]", "{", '{"format": 2}'])
def test_a_broken_description_is_refused(copied, content):
    (copied / CARD).write_text(content, encoding="utf-8")
    with pytest.raises(Refused, match="streife train"):
        load(copied)


def test_the_model_is_small_and_no_pickle():
    contents = {name: (MODEL / name).read_bytes() for name in (FILE, encoder.ARRAYS, encoder.GRAPH)}
    assert sum(map(len, contents.values())) <= 15_000_000
    assert all(contents[name].startswith(b"PK") for name in (FILE, encoder.ARRAYS))


def test_altered_thresholds_are_refused(copied):
    limits = json.loads((copied / CARD).read_text(encoding="utf-8"))["thresholds"]
    rewrite(copied, thresholds={**limits, "acute": 0.99})
    with pytest.raises(Refused, match="not those of the weights"):
        load(copied)


@pytest.mark.parametrize(
    ("name", "spoilt"),
    [
        ("bias", np.full(24, np.nan)),
        ("weights", None),
        ("near_reach", np.array(0.0)),
        ("near_axes", np.zeros((64, 384), np.float32)),
        ("second_step", np.zeros((84, 24), np.float32)),
        ("strange", np.zeros(3)),
    ],
)
def test_arrays_that_are_no_models_are_refused_however_well_they_are_hashed(copied, name, spoilt):
    spoil(copied, **{name: spoilt})
    with pytest.raises(Refused, match="streife train"):
        load(copied)


def test_bytes_that_are_read_as_another_kind_are_another_model(copied):
    card = json.loads((copied / CARD).read_text(encoding="utf-8"))
    kept = read_arrays(copied / FILE, card["sha256"])
    kept["weights"] = kept["weights"].view(np.uint8)
    rewrite(copied, sha256=write_arrays(copied / FILE, kept))
    with pytest.raises(Refused, match="not those of the weights"):
        load(copied)


@pytest.mark.parametrize("limits", [None, [], {}, {"tip": "0.5"}])
def test_thresholds_that_are_none_are_refused(copied, limits):
    rewrite(copied, thresholds=limits)
    with pytest.raises(Refused, match="thresholds"):
        load(copied)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"\x93NUMPY"])
def test_a_file_that_is_no_archive_is_refused(copied, content):
    (copied / FILE).write_bytes(content)
    rewrite(copied, sha256=arrays.sha256_of(copied / FILE))
    with pytest.raises(Refused, match="more or less than arrays"):
        load(copied)


def test_a_description_nested_without_end_is_refused(copied):
    (copied / CARD).write_text('{"format": ' + "[" * 100_000, encoding="utf-8")
    with pytest.raises(Refused, match="cannot be read"):
        load(copied)


def test_all_that_ships_stays_within_15_megabytes():
    shipped = [*MODEL.glob("*.npz"), *MODEL.glob("*.onnx"), *MODEL.glob("*.json"), *FOLDER.glob("*")]
    assert 5e6 < sum(file.stat().st_size for file in shipped) <= 15e6


def test_a_model_that_reads_by_other_rules_has_another_name(monkeypatch):
    shipped = archive.open_archive(MODEL)
    monkeypatch.setattr(archive, "how_read", lambda: {"safety_net.toml": "others"})
    renamed, _ = archive.pack(shipped.model, shipped.thresholds, date(2026, 11, 23))
    assert renamed.version != shipped.version
