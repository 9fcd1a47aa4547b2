"""What we ask of X, and what our stub of it answers, fit X's own specifications, the older and the newer.

They lie outside the repository (`../shared/data/apis`, X's OpenAPI documents 2.159 and 2.167).
"""

import json
import re
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft4Validator

from connectors.x_vocabulary import HANDLED, IGNORED
from tests.connectors.test_x_replies import a_direct_draft, a_public_draft
from tests.networks.stub import serving
from tests.networks.x import ME, XStub

APIS = Path(__file__).parents[3] / "shared" / "data" / "apis"
FILES = {False: "x-openapi-2.159.json", True: "x-openapi-2.167.json"}
pytestmark = [
    pytest.mark.skipif(not APIS.is_dir(), reason="X's specifications are not here (../shared/data/apis)"),
    pytest.mark.filterwarnings("ignore:The 'warn' method:DeprecationWarning"),  # tweepy's own
]


class Recording(XStub):
    """Keeps what it answered beside what it was asked, but for its refusals of the other words."""

    def __init__(self, newer):
        super().__init__(newer)
        self.answered = []

    def answer(self, asked):
        answered = super().answer(asked)
        if not self.other_names(asked.query):
            self.answered.append((asked, answered))
        return answered


@cache
def specification(newer):
    return json.loads((APIS / FILES[newer]).read_bytes())


def operation(newer, asked):
    """What the specification says of this question."""
    for path, operations in specification(newer)["paths"].items():
        if re.fullmatch(re.sub(r"\{\w+\}", r"[\\w-]+", path), asked.path):
            return operations[asked.method.lower()]
    raise AssertionError(f"{asked.method} {asked.path} is not in the specification")


def parameters(newer, asked):
    """Schemas of the parameters by name."""
    components = specification(newer)["components"]["parameters"]
    told = operation(newer, asked).get("parameters", [])
    whole = [components[one["$ref"].rpartition("/")[2]] if "$ref" in one else one for one in told]
    return {one["name"]: one["schema"] for one in whole if one["in"] == "query"}


def misfits(newer, schema, thing):
    whole = {"allOf": [schema], "components": specification(newer)["components"]}
    return [error.message[:200] for error in Draft4Validator(whole).iter_errors(thing)]


def properties(newer, name):
    return set(specification(newer)["components"]["schemas"][name]["properties"])


@pytest.fixture(scope="module", params=[False, True], ids=["2.159", "2.167"])
def talk(request):
    """A whole day of questions and answers."""
    with serving(Recording(request.param)) as x:
        x.media = {
            "3_1": {
                "media_key": "3_1",
                "type": "photo",
                "url": "https://pic.example/1.jpg",
                "alt_text": "Rad",
            },
            "7_2": {"media_key": "7_2", "type": "video", "preview_image_url": "https://pic.example/2"},
        }
        yesterday = datetime.now(UTC) - timedelta(days=1)
        ours = x.posted(yesterday, "Wir sind am Markt", ME)
        links = {
            "urls": [{"start": 0, "end": 23, "url": "https://t.co/a", "expanded_url": "https://e.example/"}]
        }
        mention = x.arrives(1, "lang " * 99, attachments={"media_keys": ["3_1", "7_2"]}, entities=links)
        answer, hidden, gone = x.arrives(2, answers=ours), x.arrives(3), x.arrives(4)
        x.posted(yesterday, "Stimmt das?", quotes=ours)
        x.writes_directly(1, "Können Sie helfen?", attachments={"media_keys": ["3_1"]})
        connector = x.connect()
        x.page_size = 2
        for stream in connector.streams():
            *_, last = connector.pull(stream, "")
            list(connector.pull(stream, last.cursor))
        x.edit(mention, "kürzer")
        x.delete(gone)
        x.hides[hidden] = ("not-authorized-for-resource", "Authorization Error", "Sorry, not authorized")
        list(connector.recheck([mention, hidden, gone]))
        connector.reply(a_public_draft(answer))
        connector.reply(a_direct_draft())
        connector.reply(a_direct_draft("An Sie", thread=""))
        list(connector.metrics())
        yield request.param, x.answered


def test_the_talk_touches_all_that_we_ever_ask(talk):
    _, answered = talk
    paths = {
        (asked.method, re.sub(r"\d+(-\d+)?", "{}", asked.path.removeprefix("/2/"))) for asked, _ in answered
    }
    assert paths == {
        *(("GET", "users/me"), ("GET", "users/{}/mentions"), ("GET", "users/{}/tweets"), ("GET", "tweets")),
        *(("GET", "tweets/search/recent"), ("GET", "dm_events"), ("GET", "dm_conversations/{}/dm_events")),
        *(("GET", "dm_conversations/with/{}/dm_events"), ("POST", "dm_conversations/with/{}/messages")),
        *(("POST", "tweets"), ("POST", "dm_conversations/{}/messages")),
    }


def test_each_answer_of_the_stub_fits(talk):
    newer, answered = talk
    for asked, answer in answered:
        told = operation(newer, asked)["responses"][str(answer.status)]
        schema = told["content"]["application/json"]["schema"]
        assert not misfits(newer, schema, answer.thing), asked


def test_the_stub_gives_no_field_that_x_has_not(talk):
    newer, answered = talk
    known = properties(newer, "Post" if newer else "Tweet") | properties(newer, "DmEvent")
    for _, answer in answered:
        data = answer.thing.get("data", [])
        for item in data if isinstance(data, list) else []:
            assert item.keys() <= known


def test_each_question_asks_for_what_x_offers(talk):
    newer, answered = talk
    for asked, _ in answered:
        offered = parameters(newer, asked)
        for name, value in asked.query.items():
            assert name in offered, (asked.path, name)
            schema = offered[name]
            if schema.get("type") == "array":
                given = value.split(",")
                assert not misfits(newer, schema, given), (asked.path, name)
            elif schema.get("type") == "integer":
                assert not misfits(newer, schema, int(value)), (asked.path, name)
            else:
                assert not misfits(newer, schema, value), (asked.path, name)


def test_each_thing_that_is_published_fits(talk):
    newer, answered = talk
    for asked, _ in answered:
        if asked.method == "POST":
            schema = operation(newer, asked)["requestBody"]["content"]["application/json"]["schema"]
            assert not misfits(newer, schema, asked.json), asked


@pytest.mark.parametrize(
    ("newer", "name"), [(False, "Tweet"), (True, "Post"), (False, "DmEvent"), (True, "DmEvent")]
)
def test_each_field_of_a_post_and_a_message_is_handled_or_ignored(newer, name):
    assert properties(newer, name) <= HANDLED | IGNORED


def test_the_validation_finds_what_does_not_fit():
    odd = {"data": [{"id": "keine Zahl", "public_metrics": {}}]}
    schema = {"$ref": "#/components/schemas/Get2UsersIdMentionsResponse"}
    assert len(misfits(False, schema, odd)) > 1
    newer = {"$ref": "#/components/schemas/GetUsersMentionsResponse"}
    assert misfits(True, newer, {"data": [{"public_metrics": {}}]})
