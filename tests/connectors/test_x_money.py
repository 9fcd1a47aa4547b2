"""X's cap is hard: what X itself would charge is summed up by the stub, whatever our meter thinks."""

import json
from datetime import UTC, datetime

import pytest
import requests
from hypothesis import given, settings
from hypothesis import strategies as st

from casework import budget
from casework.budget import Purse, Spend
from casework.errors import BudgetSpent, Transient
from casework.labels import Platform
from casework.prices import CENT, price_of
from connectors.answers import at, listed
from connectors.x_server import FEW
from connectors.x_vocabulary import INCLUDED
from data.memory import MemoryStore
from streife.asking import asked
from streife.clock import SystemClock
from streife.metering import StoreMeter
from tests import builders
from tests.connectors.test_x_replies import a_public_draft
from tests.networks.stub import HTML_502, Answered, serving
from tests.networks.x import HANDLE, ME, XStub, minute

pytestmark = pytest.mark.filterwarnings("ignore:The 'warn' method:DeprecationWarning")  # tweepy's own

ENDPOINTS = {
    f"/2/users/{ME}/mentions": "mentions",
    f"/2/users/{ME}/tweets": "own_posts",
    "/2/tweets/search/recent": "quotes",
    "/2/tweets": "posts",
    "/2/users/me": "me",
}


class Charging(XStub):
    """X, keeping the books that it sends its bill by: each thing that it gives, once a day, and each write.

    Everybody writes from an account of their own. `breaks`: how its next answers are lost on the way.
    """

    def __init__(self, newer=False):
        super().__init__(newer)
        self.micros, self.given, self.breaks = 0, set(), []

    def reply(self, asked):
        answered = super().reply(asked)
        if answered.status < 300:
            self.charge(asked, json.loads(answered.body))
        how = self.breaks.pop(0) if self.breaks else ""
        if how == "cut off":
            return Answered(answered.body[:-3], answered.status)
        return HTML_502 if how == "502" and asked.method == "POST" else answered

    def charge(self, asked, answer):
        if asked.method == "POST":
            self.micros += price_of(Platform.X, "post", 0, 1)
            return
        what = ENDPOINTS.get(asked.path, "dms")
        data = at(answer, "data")
        things = [(what, one) for one in ([data] if isinstance(data, dict) else data or [])]
        things += [(kind, one) for kind in INCLUDED for one in listed(answer, "includes", kind)]
        for kind, one in things:
            name = one.get("id") or one.get("media_key")
            self.micros += 0 if name in self.given else price_of(Platform.X, kind, 1, 0)
            self.given.add(name)

    def beside(self, shown, query):
        writers = {one.get("author_id") or one.get("sender_id") for one in shown} - {None}
        users = [{"id": one, "username": f"u{one}", "name": "Jemand"} for one in sorted(writers)]
        asked_for = {"author_id", "sender_id"} & {*query.get("expansions", "").split(",")}
        return super().beside(shown, query) | ({"users": users} if users and asked_for else {})

    def a_post(self, number, pictures, edits, quotes=""):
        keys = [f"3_{number}{n}" for n in range(pictures)]
        self.media |= {key: {"media_key": key, "type": "photo"} for key in keys}
        name = self.posted(minute(number), "Moin", str(5_000 + number), number, quotes=quotes)
        self.fields[name] = {"attachments": {"media_keys": keys}}
        for edit in range(edits):
            self.edit(name, f"Moin {edit}")
        return name


class Purses:
    """An account at that X with so much to spend a month, in cents."""

    def __init__(self, x, cents):
        self.store, self.x, self.cap = MemoryStore(SystemClock()), x, cents * CENT
        with self.store.begin() as work:
            self.account = builders.an_account(work, platform=Platform.X, handle=HANDLE)

    def does(self, job):
        """What went wrong, as the duties see it."""
        connector = self.x.connect(StoreMeter(self.store, self.account, self.cap), user_id=ME)
        return asked(self.store, self.account, lambda: job(connector))[1]

    def pulls(self, stream="mentions", cursor=""):
        return self.does(lambda connector: list(connector.pull(stream, cursor)))

    @property
    def standing(self):
        with self.store.view() as work:
            return budget.standing(work, self.account, self.cap)


@pytest.fixture(params=[False, True], ids=["tweet", "post"])
def x(request):
    with serving(Charging(newer=request.param)) as stub:
        yield stub


def test_a_hundred_posts_full_of_pictures_cost_no_more_than_the_cap(x):
    for number in range(100):
        x.a_post(number, pictures=4, edits=0)
    account = Purses(x, 120)
    account.pulls()
    assert 0 < x.micros <= account.cap
    assert account.standing.spent == x.micros


def test_where_little_is_left_short_pages_are_asked_for(x):
    for number in range(30):
        x.a_post(number, pictures=0, edits=0)
    assert Purses(x, 300).pulls() is None
    assert {asked.query["max_results"] for asked in x.asked if not x.other_names(asked.query)} == {str(FEW)}


@pytest.mark.parametrize("cents", [1, 30])
def test_without_the_money_for_all_that_may_come_nothing_is_asked(x, cents):
    x.a_post(1, pictures=0, edits=0)
    account = Purses(x, cents)
    assert isinstance(account.pulls(), BudgetSpent)
    assert (x.micros, account.standing.spent, account.standing.reserved) == (0, 0, 0)


def test_a_page_that_was_cut_off_on_its_way_counts_in_full(x):
    x.a_post(1, pictures=2, edits=0)
    account = Purses(x, 10_000)
    x.breaks = ["cut off"] if not x.newer else ["", "cut off"]
    assert isinstance(account.pulls(), Transient)
    assert account.standing.spent >= 100 * price_of(Platform.X, "users", 1, 0) > x.micros > 0
    assert account.standing.reserved == 0


def test_an_answer_that_does_not_say_what_came_counts_in_full(x):
    account = Purses(x, 10_000)
    x.faults += [None, Answered({"brand_new": []})] if x.newer else [Answered({"brand_new": []})]
    account.pulls()
    assert account.standing.spent >= 100 * price_of(Platform.X, "mentions", 1, 0)


@pytest.mark.parametrize("how", ["502", "cut off"])
def test_a_post_that_went_out_unconfirmed_is_paid_all_the_same(x, how):
    account, draft = Purses(x, 2_000), a_public_draft(x.arrives(1))
    x.breaks = ["", "", how] if x.newer else ["", how]
    assert isinstance(account.does(lambda connector: connector.reply(draft)), Transient)
    assert account.standing.spent == x.micros == price_of(Platform.X, "post", 0, 1)
    assert account.does(lambda connector: connector.reply(draft)) is None
    assert len([one for one in x.posts.values() if one["author_id"] == ME]) == 1
    assert account.standing.spent == x.micros


@pytest.mark.parametrize("how", ["refused", "502", "too often", "out of reach"])
def test_what_x_refused_or_never_heard_costs_nothing(x, how):
    account = Purses(x, 10_000)
    faults = {"refused": Answered({}, 403), "502": HTML_502, "too often": x.limited(None)}
    x.faults += [faults[how]] if how in faults else []
    x.url = "http://127.0.0.1:9" if how == "out of reach" else x.url
    assert account.pulls() is not None
    assert (account.standing.spent, account.standing.reserved) == (0, 0)


def test_a_timeout_counts_in_full(x, monkeypatch):
    def slow(*_args, **_more):
        raise requests.ReadTimeout("30 seconds")

    monkeypatch.setattr(requests.adapters.HTTPAdapter, "send", slow)
    account = Purses(x, 10_000)
    assert isinstance(account.pulls(), Transient)
    assert account.standing.spent >= 100 * price_of(Platform.X, "mentions", 1, 0)


ACTS = st.lists(
    st.tuples(
        st.sampled_from(["mentions", "quotes", "later", "recheck", "reply", "metrics"]),
        st.sampled_from(["", "", "cut off", "502"]),
        st.sampled_from([0, 3, 30, 110]),
    ),
    min_size=1,
    max_size=6,
)
DEAREST, ANY = st.just((4, 5)), st.tuples(st.integers(0, 4), st.integers(0, 5))  # pictures, edits


@settings(max_examples=60, deadline=None)
@given(ACTS, DEAREST | ANY, st.integers(0, 400), st.booleans(), st.booleans())
def test_whatever_happens_x_never_charges_more_than_the_cap_and_than_we_think(
    acts, each, cents, quoting, newer
):
    with serving(Charging(newer)) as stub:
        account = Purses(stub, cents)
        ours, question = stub.posted(datetime.now(UTC), "Wir sind am Markt", ME), stub.arrives(2_000)
        names = []
        for act, breaks, count in acts:
            numbers = range(len(names), len(names) + count)
            names += [stub.a_post(n, *each, ours if quoting else "") for n in numbers]
            stub.breaks = ["", breaks]
            _one(account, act, names, question)
            assert stub.micros <= account.standing.spent <= account.cap
            assert account.standing.reserved == 0
    with account.store.view() as work:
        assert sum(p.spent for p in work.find(Purse)) == sum(s.micros for s in work.find(Spend))


def _one(account, act, names, question):
    if act == "recheck":
        account.does(lambda connector: list(connector.recheck(names)))
    elif act == "reply":
        account.does(lambda connector: connector.reply(a_public_draft(question)))
    elif act == "metrics":
        account.does(lambda connector: list(connector.metrics()))
    elif act == "later":
        account.pulls(cursor=minute(0).isoformat())
    else:
        account.pulls(act)
