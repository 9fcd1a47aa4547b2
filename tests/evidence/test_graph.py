"""The case graph: valid CASE/UCO, complete, the same names in every export, facts apart from assessments."""

import json
from dataclasses import replace

import pytest
import rdflib
from case_utils.case_validate import validate

from casework.labels import Kind
from casework.media import Media, Secured
from casework.message import sha256
from casework.record import PersonRole
from data.memory import MemoryStore
from evidence import graph
from tests.builders import NOON, FakeClock
from tests.evidence.conftest import a_dossier, applied_and_checked
from tests.evidence.test_bag import HOSTILE

UCO = "https://ontology.unifiedcyberontology.org/uco/"
CASE = rdflib.Namespace("https://ontology.caseontology.org/case/investigation/")
CORE = rdflib.Namespace(f"{UCO}core/")
SEEN = rdflib.Namespace(f"{UCO}observable/")
TYPES = rdflib.Namespace(f"{UCO}types/")
ANALYSIS = rdflib.Namespace(f"{UCO}analysis/")
ACTION = rdflib.Namespace(f"{UCO}action/")
# rdflib and case-utils warn of their own ways; nothing of ours is deprecated here.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
PNG = b"\x89PNG\r\n\x1a\n"


def a_rich_dossier():
    """A case in which everything occurs that the graph can speak of."""
    made = a_dossier(MemoryStore(FakeClock()), training=True)
    first, second = made.exhibits
    media = Media(first.message.id, 0, "https://cdn.example/a.png", "image/png", 8, sha256(PNG), 1, NOON)
    told = replace(first.message, url="https://bsky.example/1", deleted_at=NOON)
    decisions = tuple(replace(one, taken_back_at=NOON) for one in first.decisions)
    later = replace(first.versions[0], version=2, text="geändert", raw=b"{}", sha256=sha256(b"{}"))
    first = replace(
        first,
        message=told,
        media=(Secured(media, PNG),),
        decisions=decisions,
        versions=(*first.versions, later),
    )
    second = replace(second, message=replace(second.message, kind=Kind.DM))
    case = replace(made.case, person_role=PersonRole.GROUP, ended_at=NOON)
    told = applied_and_checked()
    return replace(
        made, case=case, exhibits=(first, second), applications=told.applications, checks=told.checks
    )


def a_hostile_dossier(words: str):
    made = a_dossier(MemoryStore(FakeClock()))
    first = made.exhibits[0]
    author = replace(first.message.author, id=words, handle=words, name=words)
    message = replace(first.message, author=author, native_id=words, url=words)
    versions = tuple(replace(v, text=words) for v in first.versions)
    entry = replace(made.audit[0], actor=words, subject=words)
    return replace(
        made,
        case=replace(made.case, number=words, title=words, hints=(words,)),
        exhibits=(replace(first, message=message, versions=versions),),
        audit=(entry, *made.audit[1:]),
    )


@pytest.fixture(scope="module")
def made():
    return a_rich_dossier()


@pytest.fixture(scope="module")
def read(made):
    """The graph as a library reads it that knows nothing of us."""
    return rdflib.Graph().parse(data=graph.document(made), format="json-ld")


def test_case_validate_finds_nothing_to_warn_of(made, tmp_path):
    files = {"rich.jsonld": made, "hostile.jsonld": a_hostile_dossier(HOSTILE[2])}
    for name, dossier in files.items():
        (tmp_path / name).write_bytes(graph.document(dossier))
    found = validate([str(tmp_path / name) for name in files], inference="none")
    assert found.conforms, found.text
    assert not found.undefined_concepts


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_are_values_and_nothing_else(words):
    known = json.loads(graph.document(a_hostile_dossier("harmlos")))
    told = json.loads(graph.document(a_hostile_dossier(words)))
    assert graph.document(a_hostile_dossier(words)).isascii()
    assert told["@context"] == known["@context"]
    assert [one["@type"] for one in told["@graph"]] == [one["@type"] for one in known["@graph"]]
    assert all(one["@id"].startswith("urn:uuid:") for one in told["@graph"])


def test_every_raw_file_is_there_with_its_path_and_hash(made, read):
    hashes = {str(digest).lower() for digest in read.objects(None, TYPES.hashValue)}
    paths = {str(path) for path in read.objects(None, SEEN.filePath)}
    assert hashes == {v.sha256 for one in made.exhibits for v in one.versions} | {sha256(PNG)}
    assert paths == {
        "data/items/0001/raw-v1.json",
        "data/items/0001/raw-v2.json",
        "data/items/0001/media-1.png",
        "data/items/0002/raw-v1.bin",
    }


def test_a_secured_attachment_belongs_to_the_wording_that_stood_there_then(made):
    first = made.exhibits[0]
    later = replace(first.versions[1], received_at=NOON.replace(hour=23))
    edited = replace(first, versions=(first.versions[0], later), item=replace(first.item, version=2))
    told = graph.document(replace(made, exhibits=(edited, *made.exhibits[1:])))
    read = rdflib.Graph().parse(data=told, format="json-ld")
    kinds = {str(kind): link for link, kind in read.subject_objects(CORE.kindOfRelationship)}
    wording = read.value(kinds["Attachment_Of"], CORE.target)
    assert str(read.value(wording, CORE.name)) == "item 0001, version 1"


def test_each_item_has_a_provenance_record_that_says_who_secured_it(made, read):
    records = {str(read.value(one, CASE.exhibitNumber)): one for one in records_of(read)}
    assert sorted(records) == ["0001", "0002"]
    by = read.value(records["0001"], CORE.createdBy)
    assert str(read.value(by, CORE.tag)) == "merle.dobisch"
    told = " ".join(map(str, read.objects(records["0001"], CORE.description)))
    assert made.exhibits[0].item.sha256 in told


def test_what_was_written_stands_there_as_it_was(made, read):
    texts = {str(text) for text in read.objects(None, SEEN.messageText)}
    assert texts == {v.text for one in made.exhibits for v in one.versions}


def test_each_audit_entry_is_an_action_with_its_leaf(made, read):
    actions = list(read.subjects(rdflib.RDF.type, CASE.InvestigativeAction))
    assert len(actions) == len(made.audit)
    assert {str(leaf) for leaf in read.objects(None, ACTION.value)} == {entry.leaf for entry in made.audit}
    assert all(read.value(one, ACTION.performer) for one in actions)


def test_suggestions_and_decisions_are_no_part_of_the_evidence(read):
    assessed = set(read.subjects(rdflib.RDF.type, ANALYSIS.AnalyticResult))
    assessed |= set(read.subjects(rdflib.RDF.type, CORE.Annotation))
    belonging = {part for record in records_of(read) for part in read.objects(record, CORE.object)}
    assert len(assessed) == 3 + 2 + 2, "with two applications and two checks of elements"
    assert not assessed & belonging


def test_a_suggestion_carries_its_probability_and_its_model(read):
    scores = {
        str(read.value(one, ANALYSIS["class"])): read.value(one, ANALYSIS.classificationConfidence)
        for one in read.subjects(rdflib.RDF.type, ANALYSIS.ArtifactClassification)
    }
    assert str(scores["hostility:insult"]) == "0.800000"
    assert scores["target:officer"] is None
    models = {str(read.value(tool, CORE.name)) for tool in read.objects(None, ACTION.instrument)}
    assert models == {"Streife", "test-1"}


def test_whatever_is_referred_to_is_there(read):
    subjects = set(read.subjects())
    assert not {o for _, p, o in read if isinstance(o, rdflib.URIRef) and p != rdflib.RDF.type} - subjects
    assert not [one for one in read.all_nodes() if isinstance(one, rdflib.BNode)]


def test_a_later_export_gives_the_same_things_the_same_names(made):
    later = replace(made, run="another", exported_at=NOON.replace(hour=23), audit=made.audit[:-1])
    assert ids(later) < ids(made)


def test_two_cases_share_no_name(made):
    other = replace(made, case=replace(made.case, number="K-2026-99"))
    assert not ids(other) & ids(made)


def test_the_same_dossier_makes_the_same_bytes(made):
    assert graph.document(made) == graph.document(made)
    assert graph.document(made) == b"".join(graph.chunks(made))


def test_training_data_says_so(read):
    assert graph.TRAINING in {str(told) for told in read.objects(None, CORE.description)}


def records_of(read):
    return list(read.subjects(rdflib.RDF.type, CASE.ProvenanceRecord))


def ids(dossier) -> set[str]:
    return {one["@id"] for one in json.loads(graph.document(dossier))["@graph"]}
