import io
import json
import re
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casework.labels import Kind, Platform
from casework.message import LONGEST_TEXT, Author
from connectors.jsonl import LONGEST_LINE, LONGEST_REASON, Line, Refusal, read
from tests.builders import NOON

DOCUMENT = Path(__file__).parents[2] / "docs" / "import.md"
GOOD = {
    "platform": "x",
    "account": "PolAhlers",
    "native_id": "1792841",
    "kind": "post",
    "author": {"id": "77120", "handle": "gitta_p", "name": "Gitta Pape"},
    "text": "Am Wehr stehen wieder zwei Transporter.",
    "sent_at": "2026-11-20T21:14:00+01:00",
}


def line(**changed):
    return json.dumps({**GOOD, **changed}).encode()


def only(raw):
    (result,) = read([raw], NOON)
    return result


def reason(raw):
    result = only(raw)
    assert isinstance(result, Refusal), result
    assert result.line == 1
    return result.reason


def test_a_good_line_says_what_stands_there():
    raw = line(url="https://x.example/1", thread="t", parent="p", lang="de")
    told = only(raw + b"\r\n")
    assert (told.number, told.platform, told.account) == (1, Platform.X, "PolAhlers")
    message = told.received
    assert (message.native_id, message.kind, message.text) == ("1792841", Kind.POST, GOOD["text"])
    assert message.author == Author("77120", "gitta_p", "Gitta Pape")
    assert message.sent_at == datetime(2026, 11, 20, 20, 14, tzinfo=UTC)
    assert (message.url, message.thread, message.parent, message.lang) == (
        "https://x.example/1",
        "t",
        "p",
        "de",
    )
    assert message.raw == raw


def test_the_examples_of_the_document_are_good():
    block = re.search(r"```json\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.S).group(1)
    told = list(read(block.encode().splitlines(keepends=True), NOON))
    assert len(told) == 2
    assert all(isinstance(one, Line) for one in told)


def test_a_bad_line_is_named_by_its_number_and_the_good_ones_are_kept():
    told = list(read([line(), b"\n", b"{oops\n", line(native_id="2"), b"  \r\n", b"[]"], NOON))
    assert [(type(one), getattr(one, "number", None) or one.line) for one in told] == [
        (Line, 1),
        (Refusal, 3),
        (Line, 4),
        (Refusal, 6),
    ]


@pytest.mark.parametrize("key", sorted(GOOD))
def test_each_key_is_needed(key):
    assert reason(json.dumps({k: v for k, v in GOOD.items() if k != key}).encode()) == f"{key}: missing"


@pytest.mark.parametrize("key", ["id", "handle", "name"])
def test_each_key_of_the_author_is_needed(key):
    author = {k: v for k, v in GOOD["author"].items() if k != key}
    assert reason(line(author=author)) == f"author.{key}: missing"


@pytest.mark.parametrize("key", [*sorted(GOOD.keys() - {"author"}), "url", "thread", "parent", "lang"])
@pytest.mark.parametrize("odd", [None, 7, 1.5, True, ["x"], {"a": "b"}])
def test_each_key_holds_text_and_nothing_else(key, odd):
    assert reason(line(**{key: odd})).startswith(f"{key}: ")


@pytest.mark.parametrize("odd", [None, 7, "gitta_p", [], {}, {"id": 7, "handle": "a", "name": "A"}])
def test_the_author_is_an_object_of_texts(odd):
    assert reason(line(author=odd)).startswith("author")


BAD = [
    (b"{", "not JSON: Expecting property name"),
    (b"\xff\xfe{}", "not UTF-8: byte 1"),
    (b'{"text": "a\tb"}', "not JSON: Invalid control character"),
    (b'{"platform": "x", "platform": "x"}', "not JSON: a key stands twice"),
    (b'{"text": NaN}', "not JSON: NaN is no number"),
    (b'{"text": -Infinity}', "not JSON: -Infinity is no number"),
    (b'{"text": ' + b"9" * 5_000 + b"}", "not JSON: 99999999999999999999 is no number"),
    (b"[" * 100_000, "not JSON we read: nested too deeply"),
    (b"[]", "not a JSON object"),
    (b'"words"', "not a JSON object"),
    (b"null", "not a JSON object"),
    (line(extra=1), "extra: no such key"),
    (line(platform="myspace"), "platform: Input should be 'x'"),
    (line(kind="mail"), "kind: Input should be 'post'"),
    (line(account=""), "account: empty"),
    (line(account="a\nb"), "account: holds a control character"),
    (line(native_id=" "), "native_id: empty"),
    (line(native_id="a\x00b"), "native_id: holds a control character"),
    (line(native_id="a\ud800b"), "native_id: holds a lone surrogate"),
    (line(native_id="x" * 1_001), "native_id: longer than 1000 characters"),
    (line(thread="a\x1bb"), "thread: holds a control character"),
    (line(parent="a\x85b"), "parent: holds a control character"),
    (line(author={"id": "\x00", "handle": "a", "name": "A"}), "author.id: holds a control character"),
    (line(author={"id": "1", "handle": "a\nb", "name": "A"}), "author.handle: holds a control character"),
    (line(text="x" * (LONGEST_TEXT + 1)), "text: 100001 characters"),
    (line(text="x" * 5_000_000), "text: 5000000 characters"),
    (line(text="x" * LONGEST_LINE), "longer than 8388608 bytes"),
    (line(url="javascript:alert(1)"), "url: must begin with"),
    (line(url="https://a.example/\x00"), "url: holds a control character"),
    (line(sent_at="yesterday"), "sent_at: not RFC 3339"),
    (line(sent_at="2026-11-20"), "sent_at: not RFC 3339"),
    (line(sent_at="20261120T211400Z"), "sent_at: not RFC 3339"),
    (line(sent_at="٢٠٢٦-11-20T21:14:00Z"), "sent_at: not RFC 3339"),
    (line(sent_at="2026-11-20T21:14:00"), "sent_at: has no time zone"),
    (line(sent_at="2026-02-30T00:00:00Z"), "sent_at: day is out of range"),
    (line(sent_at="0000-01-01T00:00:00Z"), "sent_at: year 0 is out of range"),
    (line(sent_at="0001-01-01T00:00:00+14:00"), "sent_at: outside the calendar"),
    (line(sent_at="1969-12-31T23:59:59Z"), "sent_at: before the year 2000"),
    (line(sent_at="9999-12-31T23:59:59Z"), "sent_at: more than a day in the future"),
    (line(sent_at="9999-12-31T23:59:59-14:00"), "sent_at: outside the calendar"),
]


@pytest.mark.parametrize(("raw", "why"), BAD, ids=[why for _, why in BAD])
def test_a_bad_line_says_why(raw, why):
    assert reason(raw).startswith(why)


@pytest.mark.parametrize("raw", [raw for raw, _ in BAD], ids=[why for _, why in BAD])
def test_each_reason_stands_in_the_document(raw):
    cells = re.findall(r"^\| (`.*?`) \| ", DOCUMENT.read_text(encoding="utf-8"), re.M)
    forms = [re.escape(form) for cell in cells for form in re.findall("`([^`]+)`", cell)]
    for sign, pattern in (("KEY", r"[\w.]+"), ("N", r"\d+"), ("…", ".+")):
        forms = [re.sub(rf"(?<!\w){sign}(?!\w)", lambda _, p=pattern: p, form) for form in forms]
    assert any(re.fullmatch(form, reason(raw)) for form in forms)


@pytest.mark.parametrize("key", ["\x1b[2J\u202e\r\n", "k" * 1_000_000, "\ud800", "[red]", "'; --"])
def test_a_reason_is_one_short_printable_line_whatever_the_file_says(key):
    for raw in (line(**{key: 1}), line(platform=key), line(sent_at=key), line(kind=key)):
        told = reason(raw)
        assert told.isprintable()
        assert 0 < len(told) <= LONGEST_REASON


def test_hostile_words_are_kept():
    text = "NUL \x00, lone \ud83d, turned \u202eoverride, \x1b[31mred, \U0001f6a8, " + "e\u0301" * 2_000
    told = only(line(text=text, author={"id": "1", "handle": "h", "name": "\x00\u202e"})).received
    assert told.text == text.replace("\x00", "\u2400").replace("\ud83d", "\ufffd")
    assert told.author.name == "\u2400\u202e"
    assert json.loads(told.raw)["text"] == text


def test_a_byte_order_mark_is_passed_over_once():
    first, second = read([b"\xef\xbb\xbf" + line(), b"\xef\xbb\xbf" + line()], NOON)
    assert first.received.raw == line()
    assert isinstance(second, Refusal)


def test_the_longest_text_fits_however_it_is_escaped():
    assert only(line(text="🚓" * LONGEST_TEXT)).received.text == "🚓" * LONGEST_TEXT


class Endless(io.RawIOBase):
    """A file of a gigabyte without a line end, then one good line; keeps count of the largest read."""

    def __init__(self):
        self.left, self.largest, self.tail = 1 << 28, 0, io.BytesIO(b"\n" + line())

    def readable(self):
        return True

    def readinto(self, buffer):
        self.largest = max(self.largest, len(buffer))
        if not self.left:
            return self.tail.readinto(buffer)
        count = min(len(buffer), self.left)
        buffer[:count] = b"x" * count
        self.left -= count
        return count


def test_a_line_without_end_is_never_held_in_memory():
    endless = Endless()
    with io.BufferedReader(endless, 1 << 20) as file:
        refused, good = read(file, NOON)
    assert refused == Refusal(1, f"longer than {LONGEST_LINE} bytes")
    assert (good.number, good.received.native_id) == (2, GOOD["native_id"])
    assert endless.largest <= LONGEST_LINE * 2


def test_a_file_is_read_like_its_lines():
    body = b"\n".join([b"\xef\xbb\xbf" + line(), b"", b"{", line(native_id="2")])
    assert list(read(io.BytesIO(body), NOON)) == list(read(body.splitlines(keepends=True), NOON))


names = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40).filter(str.strip)
zones = st.sampled_from([UTC, timezone(timedelta(hours=-11)), timezone(timedelta(hours=5, minutes=45))])
ages = st.timedeltas(timedelta(0), timedelta(days=9_000))
moments = st.builds(lambda age, zone: (NOON - age).astimezone(zone), ages, zones)
good_lines = st.fixed_dictionaries(
    {
        "platform": st.sampled_from([p.value for p in Platform]),
        "account": names,
        "native_id": names,
        "kind": st.sampled_from([k.value for k in Kind]),
        "author": st.fixed_dictionaries({"id": names, "handle": names, "name": names}),
        "text": st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0")),
        "sent_at": moments.map(datetime.isoformat),
    },
    optional={"thread": names, "parent": names, "lang": st.sampled_from(["de", "sv-SE", "gsw"])},
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


@given(st.lists(st.binary()))
def test_any_bytes_are_read_without_an_error(lines):
    for told in read(lines, NOON):
        assert isinstance(told, Line) or (told.reason.isprintable() and len(told.reason) <= LONGEST_REASON)


@given(st.sampled_from([*sorted(GOOD), "url", "thread", "parent", "lang", "more"]), json_values)
def test_any_value_under_any_key_is_read_without_an_error(key, value):
    told = only(line(**{key: value}))
    assert isinstance(told, Line) or (told.line == 1 and told.reason.isprintable())


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(good_lines, max_size=5), st.booleans())
def test_good_lines_come_back_as_they_were_written(messages, escaped):
    lines = [json.dumps(m, ensure_ascii=escaped).encode() + b"\n" for m in messages]
    for written, raw, told in zip(messages, lines, read(lines, NOON), strict=True):
        message = told.received
        back = {
            "platform": told.platform,
            "account": told.account,
            "native_id": message.native_id,
            "kind": message.kind,
            "author": {"id": message.author.id, "handle": message.author.handle, "name": message.author.name},
            "text": message.text,
        }
        assert back == {key: written[key] for key in back}
        assert message.sent_at == datetime.fromisoformat(written["sent_at"])
        assert message.raw == raw.removesuffix(b"\n")
        for optional in ("thread", "parent", "lang"):
            assert getattr(message, optional) == written.get(optional, "")


@given(st.lists(st.one_of(good_lines.map(lambda m: json.dumps(m).encode()), st.binary(min_size=1))))
def test_a_bad_line_never_costs_a_good_one(lines):
    alone = {n: list(read([b"", one], NOON)) for n, one in enumerate(lines, start=2)}
    told = {getattr(one, "number", None) or one.line: one for one in read([b"", *lines], NOON)}
    assert told.keys() == {number for number, results in alone.items() if results}
    assert all(isinstance(one, Line) == isinstance(alone[number][0], Line) for number, one in told.items())
