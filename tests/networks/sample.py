"""A tiny invented network with its connector: what a newcomer writes to add one."""

from casework.errors import AuthExpired, RateLimited
from casework.labels import Kind
from casework.message import Author, Deleted, Received, Unknown
from casework.metering import Unmetered
from connectors.answers import from_unix, moment, needed, needed_list, raw, sent_at, words
from connectors.listed import Listed
from connectors.session import NetworkSession
from connectors.walk import Listing
from tests.networks.stub import Answered, Stub, minute

PUBLIC = "https://sample.example"


class Sample(Listed):
    """The connector: one file."""

    def __init__(self, account, key, meter):
        self._session = NetworkSession("sample", PUBLIC, account.server, _trouble)
        self._session.headers["authorization"] = f"Bearer {key}"
        self._meter = meter

    def listings(self):
        return {"mentions": Mentions(self._session, self._meter)}

    @staticmethod
    def blind():
        return ("stories",)

    def recheck(self, native_ids):
        for native_id in native_ids:
            if not native_id.isdigit():
                yield Unknown(native_id)
                continue
            item = self._session.get(f"{PUBLIC}/one", params={"id": native_id}).json()
            yield _received(item) if item else Deleted(native_id)


class Mentions(Listing):
    def __init__(self, session, meter):
        self._session, self._meter = session, meter

    def page(self, token):
        self._meter.ask("mentions", reads=100)
        answer = self._session.get(f"{PUBLIC}/mentions", params={"from": token}).json()
        items = needed_list(answer, "items")
        self._meter.told("mentions", reads=len(items))
        return items, words(answer, "next")

    def time(self, item):
        return moment(words(item, "at"))

    def read(self, item):
        yield _received(item)


def _received(item):
    needed(item, ("id",), ("who",), ("text",))
    who = words(item, "who")
    return Received(
        native_id=words(item, "id"),
        kind=Kind.POST,
        author=Author(who, who),
        text=words(item, "text"),
        sent_at=sent_at(moment(words(item, "at"))),
        raw=raw(item),
        thread=words(item, "id"),
    )


def _trouble(response, answer):
    if response.status_code == 429:
        return RateLimited("sample: asked too often", from_unix(response.headers.get("reset")))
    return AuthExpired("sample: the key is refused") if response.status_code == 403 else None


class SampleStub(Stub):
    """The network on loopback."""

    stream, needed, editable, deletable = "mentions", "who", True, True

    def __init__(self):
        super().__init__()
        self.items = {}

    def connect(self):
        from tests.builders import a_plain_account

        return Sample(a_plain_account(server=self.url), "secret-key", Unmetered())

    def arrives(self, number, text="Moin", **fields):
        native_id = str(number)
        self.items[native_id] = {
            "id": native_id,
            "at": minute(number).isoformat(),
            "who": "anna",
            "text": text,
            **fields,
        }
        return native_id

    def edit(self, native_id, text):
        self.items[native_id]["text"] = text

    def delete(self, native_id):
        del self.items[native_id]

    def limited(self, reset):
        return Answered({}, 429, {"reset": str(int(reset.timestamp()))} if reset else {})

    def expired(self):
        return Answered({"error": "expired"}, 401)

    def revoked(self):
        return Answered({"error": "revoked"}, 403)

    def empty_with_token(self):
        return Answered({"items": [], "next": "0"})

    def answer(self, asked):
        if asked.path == "/one":
            return Answered(self.items.get(asked.query["id"]))
        newest = sorted(self.items.values(), key=lambda item: -int(item["id"]))
        start = int(asked.query.get("from") or 0)
        end = start + self.page_size
        return Answered({"items": newest[start:end], "next": str(end) if end < len(newest) else ""})
