"""Replies on X: each goes out once, whatever happens while it is sent, and a renewed key is handed on."""

import json
import tomllib
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from casework.errors import AuthExpired, Refused, SchemaChanged, Transient
from casework.labels import Kind
from casework.message import Author, Received
from casework.outgoing import Outgoing
from connectors import x_key
from connectors.x_key import XKey
from tests.connectors.test_x import Counting
from tests.networks.stub import HTML_502, Answered, serving
from tests.networks.x import HANDLE, ME, XStub, refused, told

pytestmark = pytest.mark.filterwarnings("ignore:The 'warn' method:DeprecationWarning")  # tweepy's own


@pytest.fixture(params=[False, True], ids=["tweet", "post"])
def x(request):
    with serving(XStub(newer=request.param)) as stub:
        yield stub


def a_public_draft(to, text="Danke für den Hinweis!", **given):
    anna = Author("2222", "anna_x", "Anna")
    basics = {"key": "draft:1", "kind": Kind.COMMENT, "thread": to, "author": anna}
    return Outgoing(text=text, to=to, **{"begun_at": datetime.now(UTC), **basics, **given})


def a_direct_draft(text="Kommen Sie gern vorbei.", **given):
    return a_public_draft("dm:7", text, **{"kind": Kind.DM, "thread": f"{ME}-2222", **given})


def own(x):
    return [one for one in x.posts.values() if one["author_id"] == ME]


def own_messages(x):
    return [one for one in x.events.values() if one["sender_id"] == ME]


def test_a_public_reply_answers_the_post_and_is_read_back_under_its_id(x):
    mention = x.arrives(1, "@polizei_x Moin")
    sent = x.connect().reply(a_public_draft(mention))
    (post,) = own(x)
    assert post["referenced_tweets"] == [{"type": "replied_to", "id": mention}]
    assert sent.native_id == post["id"]
    assert sent.url == f"https://x.com/{HANDLE}/status/{post['id']}"
    (back,) = x.connect().recheck([sent.native_id])
    assert isinstance(back, Received)
    assert back.native_id == sent.native_id
    assert back.parent == mention


def test_a_direct_message_goes_into_its_conversation(x):
    x.writes_directly(1, "Können Sie helfen?")
    sent = x.connect().reply(a_direct_draft())
    (message,) = own_messages(x)
    assert message["dm_conversation_id"] == f"{ME}-2222"
    assert sent.native_id == f"dm:{message['id']}"


def test_a_direct_message_without_conversation_goes_to_the_writer(x):
    x.connect().reply(a_direct_draft(thread=""))
    assert x.asked[-1].path == "/2/dm_conversations/with/2222/messages"


def test_what_was_never_sent_is_not_found(x):
    mention = x.arrives(1)
    x.posted(datetime.now(UTC) - timedelta(days=1), "@anna_x Danke für den Hinweis!", ME, answers=mention)
    x.writes_directly(1, "Kommen Sie gern vorbei.", sender=ME)
    x.writes_directly(10**6, "Kommen Sie gern vorbei.", at=datetime.now(UTC))
    assert x.connect().sent(a_public_draft(mention)) is None
    assert x.connect().sent(a_direct_draft()) is None


@pytest.mark.parametrize(
    "text", ["Danke!", "Siehe https://polizei.example/?a=1&b=<2>", "a\u0308  b \n\n 👮🏽‍♀️ ", "@anna_x Hallo"]
)
@pytest.mark.parametrize("kind", [Kind.COMMENT, Kind.DM])
def test_the_same_draft_twice_is_one_message_even_in_another_process(x, kind, text):
    draft = a_direct_draft(text) if kind is Kind.DM else a_public_draft(x.arrives(1), text)
    first = x.connect().reply(draft)
    second = x.connect().reply(draft)
    assert first == second == x.connect().sent(draft)
    assert len(own(x)) + len(own_messages(x)) == 1


@pytest.mark.parametrize("kind", [Kind.COMMENT, Kind.DM])
def test_an_answer_that_is_lost_after_x_published_sends_nothing_twice(x, kind):
    draft = a_direct_draft() if kind is Kind.DM else a_public_draft(x.arrives(1))
    published, x.published = x.published, lambda asked: published(asked) and HTML_502
    with pytest.raises(Transient):
        x.connect().reply(draft)
    x.published = published
    x.connect().reply(draft)
    assert len(own(x)) + len(own_messages(x)) == 1


def test_where_x_shows_it_late_its_own_refusal_of_doubles_is_understood(x):
    draft = a_public_draft(x.arrives(1))
    first = x.connect().reply(draft)
    listing, shown = x.listing, iter([False, True])

    def late(asked):
        here = x.posts if next(shown) else {}
        x.posts, kept = here, x.posts
        try:
            return listing(asked)
        finally:
            x.posts = kept

    x.listing = late
    assert x.connect(user_id=ME).reply(draft) == first
    assert len(own(x)) == 1


def test_the_same_words_to_two_posts_are_two_replies(x):
    first, second = x.arrives(1), x.arrives(2, author="3333")
    sent = {x.connect().reply(a_public_draft(to)).native_id for to in (first, second)}
    assert len(sent) == 2


def test_what_x_does_not_take_is_refused_with_its_reason(x):
    gone = x.arrives(1)
    x.delete(gone)
    with pytest.raises(Refused, match="deleted or not visible"):
        x.connect().reply(a_public_draft(gone))
    x.published = lambda _: refused(400, "Invalid Request", "Text is too long")
    with pytest.raises(Refused, match="too long"):
        x.connect().reply(a_direct_draft())


@pytest.mark.parametrize("to", ["import/7", "dm:7", "../2", "", "1?x=2", "²"])
def test_what_is_no_post_of_x_is_not_answered(x, to):
    with pytest.raises(Refused):
        x.connect(user_id=ME).reply(a_public_draft(to))
    with pytest.raises(Refused):
        x.connect(user_id=ME).reply(a_direct_draft(thread=to, author=Author(to, "a")))
    assert not any(asked.method == "POST" for asked in x.asked)


def test_an_answer_without_id_is_named_and_the_next_try_finds_it(x):
    draft = a_public_draft(x.arrives(1))
    published, x.published = x.published, lambda asked: published(asked) and Answered({"data": {}}, 201)
    with pytest.raises(SchemaChanged):
        x.connect().reply(draft)
    assert x.connect().reply(draft).native_id == own(x)[0]["id"]


def test_a_first_try_costs_one_write_and_no_read(x):
    meter = Counting()
    x.connect(meter, user_id=ME).reply(a_public_draft(x.arrives(1)))
    x.connect(meter, user_id=ME).reply(a_public_draft(x.arrives(2), "Näheres auf polizei.example"))
    assert sum(reads for _, reads, *_ in meter.tells) <= 1  # the second look finds the first reply
    writes = [what for what, _, writes, *_ in meter.tells if writes]
    assert writes == ["post", "post_with_link"]
    assert ("post", 0, 1) in meter.asks


# keys


def test_a_key_that_ran_out_is_renewed_once_and_handed_on(x):
    x.arrives(1)
    connector, kept = x.connect(access_token="secret-old", client_secret="app-secret"), []
    connector.on_new_key = kept.append
    assert len([p for p in connector.pull("mentions", "") if isinstance(p, Received)]) == 1
    (key,) = map(json.loads, kept)
    assert (key["access_token"], key["refresh_token"]) == ("secret-2", "secret-refresh-2")
    assert (key["client_id"], key["client_secret"]) == ("app", "app-secret")
    renewal = next(asked for asked in x.asked if asked.path == "/2/oauth2/token")
    assert renewal.form["grant_type"] == "refresh_token"
    assert renewal.headers["authorization"].startswith("Basic ")


def test_a_key_without_anybody_to_hand_it_to_is_renewed_too(x):
    list(x.connect(access_token="secret-old").pull("mentions", ""))
    assert x.token == "secret-2"


@pytest.mark.parametrize("missing", ["refresh_token", "client_id"])
def test_a_key_that_cannot_be_renewed_must_be_given_anew(x, missing):
    with pytest.raises(AuthExpired, match="connect the account again"):
        list(x.connect(access_token="secret-old", **{missing: ""}).pull("mentions", ""))


def test_a_withdrawn_key_must_be_given_anew(x):
    x.refresh_token = "another"
    with pytest.raises(AuthExpired, match="cannot be renewed"):
        list(x.connect(access_token="secret-old", refresh_token="secret-refresh-1").pull("mentions", ""))


@pytest.mark.parametrize(
    "key",
    [
        "",
        "secret",
        "[]",
        "7",
        '{"access_token": 7}',
        "\ud800",
        "{" * 2_000,
        '{"access_token": "a\\nb"}',
        '{"access_token": "ä"}',
    ],
)
def test_what_is_no_key_is_told_as_such(x, key):
    with pytest.raises(AuthExpired, match="no access_token"):
        _ = XKey(key, print).token


@pytest.mark.parametrize(
    "answer",
    [{}, [], {"access_token": 7}, {"refresh_token": "secret-a"}, 7],
)
def test_an_odd_answer_to_the_renewal_is_named_without_the_key(x, answer):
    x.renewed = lambda _: Answered(answer)
    with pytest.raises(SchemaChanged) as error:
        list(x.connect(access_token="secret-old").pull("mentions", ""))
    assert "secret" not in str(error.value)


@pytest.mark.parametrize("odd", [{"expires_in": "soon"}, {"scope": 7}, {"error": "b"}, {"refresh_token": 7}])
def test_odd_things_beside_a_renewed_key_do_not_lose_it(x, odd):
    x.token = "secret-new"
    x.renewed = lambda _: Answered({"access_token": "secret-new", "token_type": "bearer"} | odd)
    connector, kept = x.connect(access_token="secret-old"), []
    connector.on_new_key = kept.append
    list(connector.pull("mentions", ""))
    key = json.loads(kept[0])
    assert (key["access_token"], key["refresh_token"]) == ("secret-new", "secret-refresh-1")


def test_two_threads_renew_a_key_once(x):
    connector = x.connect(access_token="secret-old", user_id=ME)
    x.arrives(1)
    with ThreadPoolExecutor(6) as threads:
        found = list(threads.map(lambda _: len(list(connector.pull("mentions", ""))), range(6)))
    assert found == [2] * 6
    assert sum(asked.path == "/2/oauth2/token" for asked in x.asked) == 1


def test_the_look_begins_a_little_before_sending_began(x):
    draft = a_public_draft(x.arrives(1))
    x.connect(user_id=ME).sent(draft)
    start = (draft.begun_at - timedelta(minutes=2)).replace(microsecond=0)
    assert x.asked[-1].query["start_time"] == told(start).replace(".000", "")


def test_whatever_the_meter_hears_of_has_a_price(x):
    meter, ours = Counting(), x.posted(datetime.now(UTC), "Wir", ME)
    x.media = {"3_1": {"media_key": "3_1", "type": "photo"}}
    mention = x.arrives(1, attachments={"media_keys": ["3_1"]})
    connector = x.connect(meter)
    connector.reply(a_direct_draft())
    connector.reply(a_public_draft(mention))
    connector.reply(a_public_draft(mention, "polizei.example"))
    x.posted(datetime.now(UTC), "Stimmt das?", quotes=ours)
    for stream in connector.streams():
        list(connector.pull(stream, ""))
    x.edit(mention, "anders")
    list(connector.recheck([mention]))
    list(connector.metrics())
    prices = tomllib.loads(Path(x_key.__file__).with_name("x_prices.toml").read_text(encoding="utf-8"))
    heard = (
        {what for what, reads, *_ in meter.tells if reads},
        {what for what, _, writes, *_ in meter.tells if writes},
    )
    assert heard[0] <= prices["read"].keys()
    assert heard[1] == prices["write"].keys()
    assert prices["read"].keys() - heard[0] <= {"tweets", "posts"}
