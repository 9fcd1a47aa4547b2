"""What our connectors ask of Meta and what our stubs answer, against Meta's own published specifications."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from casework.errors import Refused
from casework.labels import Kind
from casework.message import Author
from casework.outgoing import Outgoing
from tests.networks.facebook import POST, FacebookStub
from tests.networks.graph import parse_fields
from tests.networks.instagram import MEDIA, InstagramStub
from tests.networks.stub import minute, serving

SPECIFICATIONS = Path(__file__).parents[3] / "shared" / "data" / "apis" / "meta"
PAGING = {"fields", "limit", "after", "ids", "appsecret_proof"}  # of every edge, in no specification
MODIFIERS = {"limit", "summary"}  # of every edge in a field expansion
ONE_OF_MANY = {"mentioned_comment": {"comment_id"}, "mentioned_media": {"media_id"}}  # told in prose only
UNSPECIFIED = {"UnifiedMessage", "StoryAttachment"}  # Meta publishes none: only read in its prose

pytestmark = pytest.mark.skipif(
    not SPECIFICATIONS.is_dir(), reason="the specifications are not beside the house"
)


def specification(type_):
    return json.loads((SPECIFICATIONS / f"{type_}.json").read_text(encoding="utf-8"))


def fields_of(type_):
    return {field["name"]: field["type"] for field in specification(type_)["fields"]}


def edges_of(type_, method):
    apis = [api for api in specification(type_)["apis"] if api["method"] == method and "endpoint" in api]
    return {api["endpoint"]: (api["return"], {p["name"] for p in api["params"]}) for api in apis}


def unknown(type_, fields):
    """Names that Meta's specification of the type does not have, at any depth, edges and modifiers too."""
    if type_ in UNSPECIFIED or not (SPECIFICATIONS / f"{type_}.json").exists():
        return
    known, edges = fields_of(type_), edges_of(type_, "GET")
    for name, how, inner in fields:
        if name not in known and name not in edges:
            yield f"{type_}.{name}"
        beneath, params = edges.get(name, (known.get(name), set()))
        allowed = params | MODIFIERS | ONE_OF_MANY.get(name, set())
        yield from (f"{type_}.{name}.{modifier}()" for modifier in how.keys() - allowed)
        yield from unknown(beneath, inner or [])


def unknown_to(stub):
    """What was asked of the stub or written to it, and what it holds, that no specification has."""
    for asked in stub.asked:
        node, _, edge = asked.path.removeprefix("/v24.0/").partition("/")
        type_ = stub.nodes[node or asked.query["ids"].split(",")[0]].type
        fields = parse_fields(asked.query.get("fields", "id"))
        if edge and type_ not in UNSPECIFIED:
            known = edges_of(type_, asked.method)
            told = set(asked.form if asked.method == "POST" else asked.query)
            type_, params = known.get(edge, (f"no edge {edge} of {type_}", set()))
            yield from (f"{edge}?{name}" for name in told - params - PAGING)
        yield from unknown(type_, fields)
        assert type_ in UNSPECIFIED or (SPECIFICATIONS / f"{type_}.json").exists(), type_
    for node in stub.nodes.values():
        yield from unknown(node.type, [(name, {}, None) for name in (*node.fields, *node.edges)])


def all_that_it_does(connector, drafts, ids):
    for stream in connector.streams():
        list(connector.pull(stream, ""))
    list(connector.recheck(ids))
    list(connector.metrics())
    connector.subscribe()
    for draft in drafts:
        connector.reply(draft)


def a_draft(to, kind, thread, author):
    return Outgoing("d", kind, "Gern!", to, thread, Author(author, author), datetime.now(UTC))


def test_facebook_asks_and_is_answered_only_what_meta_specifies():
    with serving(FacebookStub()) as stub:
        stub.page_size = 2
        first = stub.add_comment(1, "eins", attachment={"type": "photo"})
        ids = [first, *(stub.add_comment(n, "mehr", parent={"id": first}) for n in range(2, 6))]
        stub.add_post("100_8", minute(2), ("feed", "visitor_posts"), **{"from": {"id": "7", "name": "A"}})
        stub.add_post("900_8", minute(2), ("tagged",), **{"from": {"id": "7", "name": "A"}})
        stub.behind(POST, "reactions", "a")
        ids += ["100_8", stub.add_message(1, "Moin", thread="t_1")]
        drafts = [a_draft(first, Kind.COMMENT, POST, "2001"), a_draft(ids[-1], Kind.DM, "t_1", "3001")]
        drafts.append(a_draft(ids[1], Kind.DM, POST, "2001"))
        all_that_it_does(stub.connect(), drafts, ids)
        assert len(stub.writes) == 3
        assert sorted(set(unknown_to(stub))) == []


def test_instagram_asks_and_is_answered_only_what_meta_specifies():
    with serving(InstagramStub()) as stub:
        stub.page_size = 2
        first = stub.add_comment(1, "eins")
        ids = [first, *(stub.add_comment(n, "mehr", first) for n in range(2, 6)), stub.add_message(1, "Moin")]
        stub.add_media("1799", minute(2), "tags", username="nachbarin", alt_text="Ein Fahrrad")
        stub.add_mention(7, "Hallo @polizei.musterstadt")
        stub.announce("media:1799")
        thread = next(one for one, node in stub.nodes.items() if node.type == "UnifiedThread")
        drafts = [a_draft(ids[1], Kind.COMMENT, MEDIA, "5"), a_draft(ids[-1], Kind.DM, thread, "3001")]
        all_that_it_does(stub.connect(), drafts, ids)
        with pytest.raises(Refused):
            stub.connect().reply(a_draft("tag:1799", Kind.COMMENT, "tag:1799", "5"))
        assert len(stub.writes) == 2
        assert {"mentioned_comment", "mentioned_media"} <= {name for _, name in stub.told}
        assert sorted(set(unknown_to(stub))) == []


def test_a_field_that_meta_does_not_have_would_be_found():
    assert list(unknown("PagePost", parse_fields("id,massage,comments.odder(x).limit(2){id,txt}"))) == [
        "PagePost.massage",
        "PagePost.comments.odder()",
        "Comment.txt",
    ]
