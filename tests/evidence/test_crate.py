"""RO-Crate metadata: the reference library reads it back, and it speaks of every file of the payload."""

import json
from dataclasses import replace

import pytest
from rocrate.rocrate import ROCrate

from evidence import bag, crate, form
from tests.evidence.test_bag import HOSTILE

SIZES = {form.CASE: 10, form.GRAPH: 20, "data/items/0001/raw-v1.json": 30, "data/items/0001/media-1.png": 40}


def payload(package):
    return {
        p.relative_to(package / "data").as_posix(): p for p in (package / "data").rglob("*") if p.is_file()
    }


def test_the_reference_library_reads_it_back_with_every_file(shared_package):
    read = ROCrate(shared_package / "data")
    files = {e.id: e for e in read.data_entities if e.type == "File"}
    there = payload(shared_package)
    assert files.keys() == there.keys() - {"ro-crate-metadata.json"}
    assert all(int(e["contentSize"]) == there[name].stat().st_size for name, e in files.items())
    assert {e.id for e in read.data_entities if e.type == "Dataset"} == {"items/0001/", "items/0002/"}
    assert read.name == f"Fall {json.loads(there['case.json'].read_bytes())['case']['number']}"


def test_the_folder_data_is_the_crate(shared_package):
    assert (shared_package / form.CRATE).is_file()
    assert ROCrate(shared_package / "data").root_dataset.id == "./"


def test_every_reference_leads_to_an_entity(dossier):
    graph = json.loads(crate.metadata(dossier, SIZES))["@graph"]
    known = {one["@id"] for one in graph}
    assert len(known) == len(graph)
    told = {ref["@id"] for one in graph for value in one.values() for ref in each(value)}
    assert told - known == {crate.SPECIFICATION}


def test_a_file_says_its_kind_and_size(dossier):
    graph = {one["@id"]: one for one in json.loads(crate.metadata(dossier, SIZES))["@graph"]}
    assert graph["items/0001/media-1.png"]["encodingFormat"] == "image/png"
    assert graph["items/0001/media-1.png"]["contentSize"] == "40"
    assert graph["case-graph.jsonld"]["conformsTo"] == {"@id": crate.CASE_UCO}


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_are_shown_and_name_nothing(dossier, words):
    hostile = replace(dossier, case=replace(dossier.case, number=words), exporter=words, run=words)
    content = crate.metadata(hostile, SIZES)
    ids = {one["@id"] for one in json.loads(content)["@graph"]}
    assert ids == {one["@id"] for one in json.loads(crate.metadata(dossier, SIZES))["@graph"]}
    assert content.isascii()


def test_training_data_says_so(dossier):
    root = json.loads(crate.metadata(replace(dossier, training=True), SIZES))["@graph"][1]
    assert "ÜBUNGSDATEN" in root["description"]


def test_two_exports_differ_only_in_run_and_time(dossier, tmp_path):
    later = replace(dossier, run="ffffffff", exported_at=dossier.exported_at.replace(hour=23))
    texts = [crate.metadata(one, SIZES).decode() for one in (dossier, later)]
    lines = zip(*(text.splitlines() for text in texts), strict=True)
    changed = {one.split('"')[1] for one, other in lines if one != other}
    assert changed == {"datePublished", "endTime", "value"}
    assert bag.name_of(dossier) != bag.name_of(later)


def each(value):
    values = value if isinstance(value, list) else [value]
    return [one for one in values if isinstance(one, dict)]
