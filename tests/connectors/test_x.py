"""X: the whole suite in both vocabularies, and what is special about its posts and messages."""

import json
import logging
from datetime import UTC, datetime, timedelta

import pytest

from casework import intake
from casework.account import Gap, GapState, Stream
from casework.errors import AuthExpired, BudgetSpent, RateLimited, Refused, SchemaChanged, Transient
from casework.labels import Kind
from casework.message import Attachment, Checkpoint, Deleted, Message, Received, Unknown, Version
from casework.metering import Unmetered
from casework.outgoing import Followers, OwnPost
from connectors.walk import MOST_PAGES
from connectors.x import X
from tests.builders import a_plain_account, a_stream, an_account
from tests.contracts.network import NetworkContract
from tests.networks.stub import Answered, minute, serving
from tests.networks.x import HANDLE, ME, XStub, refused, told

pytestmark = pytest.mark.filterwarnings("ignore:The 'warn' method:DeprecationWarning")  # tweepy's own


class TestX(NetworkContract):
    new_stub = XStub

    def test_a_clock_that_runs_ahead_hides_nothing(self, network, connect, store, account, stream, name):
        """X stamps each post itself: what can run ahead is X's clock, for all posts alike."""
        ahead = datetime.now(UTC) + timedelta(minutes=30)
        network.posted(ahead, "jetzt", number=1)
        self.collect(store, connect(), account, stream)
        network.posted(ahead + timedelta(minutes=1), "später", number=2)
        self.collect(store, connect(), account, stream)
        assert {text for text, _ in self.kept(store, account).values()} == {"jetzt", "später"}


class DirectX(XStub):
    """Nobody edits or takes back a message here that X would tell."""

    stream, needed, editable, deletable = "dms", "sender_id", False, False

    def arrives(self, number, text="Moin", **fields):
        native_id = self.writes_directly(number, text)
        self.fields[native_id.removeprefix("dm:")] = fields
        return native_id

    def rendered_event(self, event, query):
        return super().rendered_event(event, query) | self.fields.get(event["id"], {})


class TestXsDirectMessages(NetworkContract):
    new_stub = DirectX


class NewerXStub(XStub):
    def __init__(self):
        super().__init__(newer=True)


class TestXInItsNewerWords(TestX):
    new_stub = NewerXStub


class Counting(Unmetered):
    """A meter that writes down what it hears, and forbids what `forbids` names."""

    def __init__(self):
        self.asks, self.tells, self.forbids = [], [], ()

    def ask(self, what, *, reads=0, writes=0, beside=None):
        if what in self.forbids:
            raise BudgetSpent("no money")
        self.asks += [(what, reads, writes), *((kind, n, 0) for kind, n in (beside or {}).items())]

    def told(self, what, *, reads=0, writes=0, beside=None, remaining=None, reset_at=None):
        self.tells.append((what, reads, writes, remaining, reset_at))
        self.tells += [(kind, n, 0, None, None) for kind, n in (beside or {}).items()]

    def reads(self, what):
        return [reads for told, reads, *_ in self.tells if told == what]


@pytest.fixture(params=[False, True], ids=["tweet", "post"])
def x(request):
    with serving(XStub(newer=request.param)) as stub:
        yield stub


@pytest.fixture
def older_x():
    with serving(XStub()) as stub:
        yield stub


def pulled(x, stream="mentions", cursor="", **given):
    return list(x.connect(**given).pull(stream, cursor))


def messages(pieces):
    return [one for one in pieces if isinstance(one, Received)]


def own_post(x, text="Wir sind heute am Markt", days=1):
    return x.posted(datetime.now(UTC) - timedelta(days=days), text, ME)


# posts


def test_a_mention_is_a_post_and_an_answer_is_a_comment_in_its_thread(x):
    ours = own_post(x)
    mention, answer = x.arrives(1, "@polizei_x Moin"), x.arrives(2, "Danke!", answers=ours)
    first, second = messages(pulled(x))
    assert (first.native_id, first.kind, first.thread, first.parent) == (mention, Kind.POST, mention, "")
    assert (second.native_id, second.kind, second.thread, second.parent) == (answer, Kind.COMMENT, ours, ours)
    assert (first.author.id, first.author.handle, first.author.name) == ("2222", "anna_x", "Anna")
    assert (first.url, first.lang) == (f"https://x.com/anna_x/status/{mention}", "de")


def test_reposts_are_nothing_for_the_desk(x):
    mention = x.arrives(1, "@polizei_x Moin")
    x.arrives(2, "RT @anna_x: Moin", author="3333", reposts=mention)
    assert [one.native_id for one in messages(pulled(x))] == [mention]


def test_a_long_post_is_read_to_its_end(x):
    x.arrives(1, "Ü" * 279 + "<Hilfe!> " + "&" * 900)
    (message,) = messages(pulled(x))
    assert message.text == "Ü" * 279 + "<Hilfe!> " + "&" * 900


def test_links_stand_in_full_as_they_were_typed(x):
    links = [
        {
            "start": 5,
            "end": 28,
            "url": "https://t.co/abcdefghij",
            "expanded_url": "https://example.org/a?b=1&amp;c",
        }
    ]
    x.arrives(1, "Seht https://t.co/abcdefghij &amp;", entities={"urls": links})
    (message,) = messages(pulled(x))
    assert message.text == "Seht https://example.org/a?b=1&amp;c &amp;"


@pytest.mark.parametrize(
    ("told_as", "lang"), [("de", "de"), ("und", ""), ("qme", ""), ("zxx", ""), ("qu", "qu")]
)
def test_what_is_no_language_is_not_called_one(x, told_as, lang):
    x.arrives(1, lang=told_as)
    assert messages(pulled(x))[0].lang == lang


def test_pictures_and_films_are_kept_with_their_address_and_their_alt_text(x):
    film = [
        {"content_type": "application/x-mpegURL", "url": "https://video.example/list.m3u8"},
        {"content_type": "video/mp4", "bit_rate": 950_000, "url": "https://video.example/low.mp4"},
        {"content_type": "video/mp4", "bit_rate": 2_100_000, "url": "https://video.example/high.mp4"},
    ]
    x.media = {
        "3_1": {
            "media_key": "3_1",
            "type": "photo",
            "url": "https://pic.example/1.jpg",
            "alt_text": "Ein Rad",
        },
        "7_2": {
            "media_key": "7_2",
            "type": "video",
            "preview_image_url": "https://pic.example/2",
            "variants": film,
        },
    }
    x.arrives(1, attachments={"media_keys": ["3_1", "7_2"]})
    x.arrives(2, "ohne")
    with_media, without = messages(pulled(x))
    assert with_media.attachments == (
        Attachment("image", "https://pic.example/1.jpg", "Ein Rad"),
        Attachment("video", "https://video.example/high.mp4"),
    )
    assert without.attachments == ()
    assert json.loads(with_media.raw)["includes"]["media"] == list(x.media.values())


def test_the_bytes_that_are_kept_hold_one_post_and_its_writer_alone(x):
    x.arrives(1, "eins", author="2222")
    x.arrives(2, "zwei", author="3333")
    first, _ = messages(pulled(x))
    kept = json.loads(first.raw)
    assert kept["data"]["text"] == "eins"
    assert [user["id"] for user in kept["includes"]["users"]] == ["2222"]


def test_a_writer_whom_x_does_not_show_is_known_by_number(x):
    x.arrives(1, "Moin", author="9999")
    author = messages(pulled(x))[0].author
    assert (author.id, author.handle, author.name) == ("9999", "9999", "")


def test_an_edited_post_in_the_listing_becomes_a_version(x, store):
    with store.begin() as work:
        account = an_account(work)
        stream = a_stream(work, account, name="mentions")
    native_id = x.arrives(2_000, "Treffen um 8")
    intake.collect(store, x.connect(), account, stream)
    x.edit(native_id, "Treffen um 9")
    x.edit(native_id, "Treffen um 10")
    with store.view() as work:
        stream = work.get(Stream, stream.id)
    intake.collect(store, x.connect(), account, stream)
    with store.view() as work:
        (message,) = work.find(Message, account_id=account.id)
        assert [v.text for v in work.find(Version, message_id=message.id)] == [
            "Treffen um 8",
            "Treffen um 10",
        ]
    assert (message.native_id, message.thread) == (native_id, native_id)


def test_unknown_fields_are_named(x, caplog):
    x.arrives(1, brand_new_field=1)
    pulled(x)
    assert "brand_new_field" in caplog.text


def test_a_text_is_asked_for_in_the_words_that_x_knows_once_it_refused_the_others(x):
    x.arrives(1)
    connector = x.connect()
    list(connector.pull("mentions", ""))
    list(connector.pull("quotes", ""))
    refusals = [asked for asked in x.asked if x.other_names(asked.query)]
    assert len(refusals) == (1 if x.newer else 0)


# how much is read


def test_from_a_mark_on_only_the_new_and_an_hour_before_is_asked_for(x):
    for number in (1, 2_000, 2_100):
        x.arrives(number)
    mark = minute(2_100)
    x.arrives(2_200, "neu")
    found = messages(pulled(x, cursor=mark.isoformat()))
    assert [one.sent_at for one in found] == [minute(2_100), minute(2_200)]
    assert x.asked[-1].query["start_time"] == told(mark - timedelta(hours=1)).replace(".000", "")


def test_mentions_beyond_the_latest_800_are_reported_lost(x):
    for number in range(2, 850):
        x.arrives(number)
    mark, *_, last = [Checkpoint(minute(1).isoformat()), *pulled(x, cursor=minute(1).isoformat())]
    assert len(messages(pulled(x, cursor=mark.cursor))) == 800
    assert last == Checkpoint(minute(849).isoformat(), minute(1), minute(50), lost=True)


def test_many_mentions_that_reach_the_mark_are_no_loss(x):
    for number in range(1, 760):
        x.arrives(number)
    *found, last = pulled(x, cursor=minute(1).isoformat())
    assert (len(found), last) == (759, Checkpoint(minute(759).isoformat()))


def test_a_first_pull_of_more_than_x_gives_says_how_far_it_reached(x):
    for number in range(850):
        x.arrives(number)
    assert pulled(x)[-1].since == minute(50)


def test_quotes_of_own_posts_are_found(x):
    ours, theirs = own_post(x), x.arrives(1, "Etwas")
    quote = x.arrives(2, "Stimmt das?", quotes=ours)
    x.arrives(3, "Seht her", quotes=theirs)
    (message,) = messages(pulled(x, "quotes"))
    assert (message.native_id, message.kind, message.parent) == (quote, Kind.POST, "")


def test_quotes_of_more_than_seven_days_ago_are_reported_lost(x):
    ours = own_post(x, days=30)
    x.posted(datetime.now(UTC) - timedelta(days=8), "zu alt", quotes=ours)
    x.posted(datetime.now(UTC) - timedelta(days=1), "gestern", quotes=ours)
    mark = datetime.now(UTC) - timedelta(days=20)
    *found, last = pulled(x, "quotes", mark.isoformat())
    assert [one.text for one in found] == ["gestern"]
    assert (last.missed_from, last.lost) == (mark, True)
    assert abs(last.missed_to - (datetime.now(UTC) - timedelta(days=7))) < timedelta(minutes=1)


def test_a_gap_is_filled_with_the_question_it_was_found_with(x, monkeypatch):
    monkeypatch.setattr("connectors.walk.MOST_PAGES", 2)
    x.page_size = 2
    for number in range(1, 12):
        x.arrives(number)
    connector = x.connect()
    *found, last = connector.pull("mentions", minute(1).isoformat())
    gap = Gap(1, last.missed_from, last.missed_to, GapState.OPEN, last.resume)
    filled = list(connector.fill("mentions", gap))
    assert len(found) == 4
    assert [one.sent_at for one in messages(filled)] == [minute(n) for n in (4, 5, 6, 7)]
    assert len({asked.query["start_time"] for asked in x.asked if asked.path.endswith("/mentions")}) == 1


def test_the_meter_is_asked_for_a_page_and_told_what_came(x):
    meter = Counting()
    for number in range(1, 4):
        x.arrives(number)
    pulled(x, meter=meter, user_id=ME)
    assert ("mentions", 100, 0) in meter.asks
    assert {("users", 100, 0), ("media", 400, 0)} <= {*meter.asks}
    assert meter.reads("mentions")[-1] == 3
    assert meter.reads("users") == [1]
    what, _, _, remaining, reset_at = next(told for told in meter.tells if told[1])
    assert (what, remaining) == ("mentions", x.remaining)
    assert datetime.now(UTC) < reset_at < datetime.now(UTC) + timedelta(minutes=16)


def test_what_x_charges_once_a_day_is_told_once(x):
    meter = Counting()
    native_id = x.arrives(1)
    connector = x.connect(meter, user_id=ME)
    for _ in range(3):
        list(connector.pull("mentions", ""))
    list(connector.recheck([native_id]))
    assert sum(meter.reads("mentions") + meter.reads("posts")) == 1


def test_what_would_cost_too_much_is_not_asked_of_x(x):
    meter = Counting()
    meter.forbids = ("mentions",)
    with pytest.raises(BudgetSpent):
        pulled(x, meter=meter, user_id=ME)
    assert not x.asked


def test_the_own_number_is_asked_for_once_and_not_where_the_key_tells_it(x):
    connector = x.connect()
    for stream in connector.streams():
        list(connector.pull(stream, ""))
    assert sum(asked.path == "/2/users/me" for asked in x.asked) == 1
    pulled(x, user_id=ME)
    assert sum(asked.path == "/2/users/me" for asked in x.asked) == 1


# direct messages


def test_direct_messages_are_read_in_their_conversations_the_own_under_the_own_name(x):
    first = x.writes_directly(1, "Können Sie helfen?")
    x.writes_directly(2, "Ja.", sender=ME)
    second = x.writes_directly(3, "Ein Rad & <ein> Schloss", sender="3333")
    one, own, other = messages(pulled(x, "dms"))
    assert (own.author.id, own.author.handle) == (ME, HANDLE)
    assert (one.native_id, one.kind, one.thread, one.sent_at) == (first, Kind.DM, f"{ME}-2222", minute(1))
    assert (other.native_id, other.author.handle, other.text) == (second, "bert_x", "Ein Rad & <ein> Schloss")
    assert other.url == f"https://x.com/messages/{ME}-3333"


def test_a_picture_without_a_word_is_a_message(x):
    x.media = {"3_1": {"media_key": "3_1", "type": "photo", "url": "https://pic.example/1.jpg"}}
    x.writes_directly(1, "", attachments={"media_keys": ["3_1"]})
    (message,) = messages(pulled(x, "dms"))
    assert (message.text, message.attachments) == ("", (Attachment("image", "https://pic.example/1.jpg"),))


def test_direct_messages_of_more_than_thirty_days_ago_are_reported_lost(x):
    x.writes_directly(1, "zu alt", at=datetime.now(UTC) - timedelta(days=31))
    x.writes_directly(2, "gestern")
    mark = datetime.now(UTC) - timedelta(days=40)
    *found, last = pulled(x, "dms", mark.isoformat())
    assert [one.text for one in found] == ["gestern"]
    assert (last.missed_from, last.lost) == (mark, True)


def test_the_first_look_for_what_is_new_is_short_and_the_next_ones_are_long(x):
    for number in range(1, 60):
        x.writes_directly(number, "Moin")
    found = messages(pulled(x, "dms", minute(5).isoformat()))
    assert len(found) == 59
    sizes = [asked.query["max_results"] for asked in x.asked if asked.path == "/2/dm_events"]
    assert sizes == ["10", "100"]


# partial answers and rechecks


def test_problems_beside_the_items_are_named_and_hide_none(x, caplog):
    x.arrives(1, "da")
    x.partial = [{"title": "Not Found Error", "detail": "Could not find user", "type": "about:blank"}]
    assert [one.text for one in messages(pulled(x))] == ["da"]
    assert "Could not find user" in caplog.text


def test_nothing_but_problems_is_no_empty_page(older_x):
    problem = {"title": "Service Unavailable", "detail": "Not now", "type": "about:blank"}
    older_x.faults.append(Answered({"errors": [problem]}))
    with pytest.raises(Transient, match="Not now"):
        pulled(older_x)


@pytest.mark.parametrize("answer", [{}, [], {"data": {}}, {"data": None}, {"meta": {"result_count": "0"}}, 7])
def test_an_answer_without_items_that_does_not_say_so_is_none(older_x, answer):
    older_x.faults.append(Answered(answer))
    with pytest.raises(SchemaChanged):
        pulled(older_x)


@pytest.mark.parametrize(
    "why",
    [
        ("resource-not-found", "Forbidden", "User has been suspended: [1]."),
        ("not-authorized-for-resource", "Authorization Error", "Sorry, you are not authorized to see it"),
        ("resource-unavailable", "Unavailable", "Not available"),
    ],
)
def test_what_x_merely_hides_is_not_gone(x, why):
    shown, hidden, gone = x.arrives(1), x.arrives(2), x.arrives(3)
    x.hides[hidden] = why
    x.delete(gone)
    first, *others = x.connect().recheck([shown, hidden, gone])
    assert (first.native_id, others) == (shown, [Unknown(hidden), Deleted(gone)])


def test_a_recheck_tells_the_newest_wording_under_the_first_id(x):
    native_id = x.arrives(1, "Treffen um 8")
    x.edit(native_id, "Treffen um 9")
    last = x.edit(native_id, "Treffen um 10")
    (message,) = x.connect().recheck([native_id])
    assert (message.native_id, message.text) == (native_id, "Treffen um 10")
    assert message.url.endswith(last)


def test_an_older_wording_is_never_told_for_the_newest(x):
    native_id = x.arrives(1, "Treffen um 8")
    last = x.edit(native_id, "Treffen um 9")
    answers = x.beside
    x.beside = lambda shown, query: {
        kind: [one for one in things if one["id"] != last] for kind, things in answers(shown, query).items()
    }
    assert list(x.connect().recheck([native_id])) == [Unknown(native_id)]


def test_of_direct_messages_and_imports_x_tells_nothing(x):
    sent = x.writes_directly(1, "Moin")
    assert list(x.connect().recheck([sent, "import/7", "²", "9" * 20])) == [
        *(Unknown(sent), Unknown("import/7"), Unknown("²"), Unknown("9" * 20))
    ]
    assert not x.asked


def test_many_are_rechecked_ten_at_a_time(x):
    ids = [x.arrives(number) for number in range(25)]
    x.delete(ids[20])
    told_of = list(x.connect(user_id=ME).recheck(ids))
    assert [one.native_id for one in told_of] == ids
    assert [one for one in told_of if not isinstance(one, Received)] == [Deleted(ids[20])]
    assert len([asked for asked in x.asked if not x.other_names(asked.query)]) == 3


# figures


def test_own_posts_are_told_with_their_figures_and_the_followers_counted(x):
    ours = own_post(x, "Wir & ihr")
    own_post(x, "zu alt", days=20)
    post, followers = x.connect().metrics()
    assert post == OwnPost(
        *(ours, post.sent_at, "Wir & ihr", f"https://x.com/{HANDLE}/status/{ours}"),
        likes=4,
        replies=3,
        shares=3,
        views=500,
    )
    assert followers == Followers(4200)


def test_figures_that_x_does_not_tell_are_none(older_x):
    own_post(older_x)
    older_x.figures = dict
    ours = own_post(older_x, "ohne Zahlen")
    older_x.fields[ours] = {"public_metrics": {"like_count": "viele", "reply_count": True}}
    posts = [one for one in older_x.connect().metrics() if isinstance(one, OwnPost)]
    (bare,) = (one for one in posts if one.native_id == ours)
    assert (bare.likes, bare.replies, bare.shares, bare.views) == (None, None, None, None)


# limits and money


def test_a_daily_limit_is_waited_for_to_its_own_end(older_x):
    soon, tomorrow = (datetime.now(UTC).replace(microsecond=0) + timedelta(hours=n) for n in (0.2, 20))
    headers = {
        "x-rate-limit-remaining": "14",
        "x-rate-limit-reset": str(int(soon.timestamp())),
        "x-user-limit-24hour-remaining": "0",
        "x-user-limit-24hour-reset": str(int(tomorrow.timestamp())),
    }
    older_x.faults.append(refused(429, "Too Many Requests", "Too Many Requests", headers=headers))
    meter = Counting()
    with pytest.raises(RateLimited) as error:
        pulled(older_x, meter=meter, user_id=ME)
    assert error.value.reset_at == tomorrow
    assert meter.tells == [("mentions", 0, 0, 0, tomorrow)]


CAPPED = "https://api.twitter.com/2/problems/usage-capped"


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (refused(429, "UsageCapExceeded", "Usage cap exceeded: Monthly product cap", CAPPED), BudgetSpent),
        (refused(403, "UsageCapExceeded", "Usage cap exceeded: Monthly product cap", CAPPED), BudgetSpent),
        (refused(402, "CreditsDepleted", "Your enrolled account does not have any credits"), BudgetSpent),
        (
            refused(403, "Client Forbidden", "Not enrolled", "https://api.x.com/2/problems/client-forbidden"),
            AuthExpired,
        ),
        (refused(403, "Forbidden", "Your app lacks dm.read"), AuthExpired),
        (Answered(b"<html>Just a moment...</html>", 403, {"content-type": "text/html"}), Transient),
        (refused(400, "Invalid Request", "start_time is odd"), SchemaChanged),
        (refused(404, "Not Found", "No such account"), SchemaChanged),
        (Answered({"errors": [{"code": 88, "message": "Rate limit exceeded"}]}, 429), RateLimited),
    ],
)
def test_each_refusal_is_told_as_what_it_is(older_x, answer, error):
    older_x.faults.append(answer)
    with pytest.raises(error) as raised:
        pulled(older_x)
    assert type(raised.value).__mro__[:2].count(error)


# hostile answers

FIELDS = ["id", "text", "note_tweet", "created_at", "author_id", "conversation_id", "lang", "entities"]
LISTS = ["attachments", "edit_history_tweet_ids", "referenced_tweets"]


@pytest.mark.parametrize(
    "value", [None, 7, True, [], [7], [{}], {}, {"text": 7}, {"urls": [7]}, "x" * 9, "\ud800"]
)
@pytest.mark.parametrize("field", [*FIELDS, *LISTS])
def test_no_field_of_a_post_stops_the_others(older_x, field, value):
    older_x.arrives(1, "davor")
    odd = older_x.arrives(2, "seltsam")
    older_x.fields[odd] = {field: value}
    older_x.arrives(3, "danach")
    pieces, error = TestX().told(older_x.connect(), "mentions")
    assert error is None or (isinstance(error, SchemaChanged) and field in str(error))
    texts = [one.text for one in messages(pieces)]
    assert (texts[0], texts[-1]) == ("davor", "danach")
    assert len(list(older_x.connect().recheck([odd]))) == 1


@pytest.mark.parametrize("value", [None, 7, True, [], [7], {}, {"urls": [7]}, "x" * 9, "\ud800"])
@pytest.mark.parametrize(
    "field",
    ["id", "text", "created_at", "sender_id", "dm_conversation_id", "entities", "attachments", "event_type"],
)
def test_no_field_of_a_direct_message_stops_the_others(older_x, field, value):
    older_x.writes_directly(1, "davor")
    odd = older_x.writes_directly(2, "seltsam").removeprefix("dm:")
    older_x.writes_directly(3, "danach")
    older_x.fields[odd] = {field: value}
    pieces, error = TestX().told(older_x.connect(), "dms")
    assert error is None or (isinstance(error, SchemaChanged) and field in str(error))
    texts = [one.text for one in messages(pieces)]
    assert (texts[0], texts[-1]) == ("davor", "danach")


def test_those_who_join_and_leave_are_no_messages(older_x):
    older_x.writes_directly(1, "", event_type="ParticipantsJoin")
    assert messages(pulled(older_x, "dms")) == []


@pytest.mark.parametrize("handle", ["", "@", "a b", 'x" OR "', "ä", "a" * 16])
def test_what_is_no_name_at_x_is_refused(handle):
    with pytest.raises(Refused, match="handle"):
        X(a_plain_account(handle=handle), "{}", Unmetered())


@pytest.mark.parametrize(
    "beside", [None, 7, [], {"users": 7}, {"users": [7, None, {}]}, {"media": [[], {"type": 7}]}]
)
def test_nothing_beside_the_posts_stops_them(older_x, beside):
    older_x.arrives(1, "da", attachments={"media_keys": ["3_1"]})
    older_x.media = {"3_1": {"media_key": "3_1", "type": "photo"}}
    older_x.beside = lambda _shown, _query: beside
    assert [one.text for one in messages(pulled(older_x))] == ["da"]


def test_pages_without_end_are_left(older_x):
    older_x.arrives(1)
    older_x.found = lambda _: Answered({"data": [], "meta": {"result_count": 0, "next_token": "7" * 16}})
    pulled(older_x, cursor=minute(0).isoformat(), user_id=ME)
    assert len(older_x.asked) == MOST_PAGES


def test_neither_keys_nor_words_come_into_the_log(x, caplog):
    caplog.set_level(logging.DEBUG)
    x.writes_directly(1, "vertraulich")
    x.token, connector = "secret-other", x.connect(access_token="secret-old")  # so that it must be renewed
    list(connector.pull("dms", ""))
    assert "secret" not in caplog.text
    assert "vertraulich" not in caplog.text


def test_the_account_is_known_by_its_number(x):
    assert x.connect(user_id=ME).native_id == ME
