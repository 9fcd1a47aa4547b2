"""Invented exports in the networks' own forms; hostile and broken ones; whatever bytes a file may hold."""

import io
import json
import stat
import zipfile
from datetime import UTC, datetime
from hashlib import sha256
from secrets import token_bytes

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casework.errors import Refused
from casework.incoming import LONGEST_REASON, Line, Refusal
from casework.labels import Kind, Platform
from casework.message import Attachment, Author
from connectors import takeout, takeout_zip
from tests.connectors.exports import (
    DAY,
    facebook_download,
    instagram_download,
    mangled,
    mastodon_archive,
    meta_message,
    meta_thread,
    x_archive,
    x_message,
    x_script,
    youtube_takeout,
    zipped,
)

NOW = datetime(2026, 12, 1, tzinfo=UTC)


def lines(file, platform=Platform.X, account="PolAhlers"):
    return list(takeout.opened(file, NOW).lines(platform, account))


def messages(file):
    return [one.received for one in lines(file)]


def reasons(file):
    return [one.reason for one in lines(file) if isinstance(one, Refusal)]


class TestTheArchiveOfX:
    def test_it_says_whose_it_is_and_what_it_lacks(self):
        found = takeout.opened(x_archive(), NOW).reader
        assert (found.platform, found.handle) == (Platform.X, "PolAhlers")
        assert "replies" in found.lacks

    def test_a_direct_message_reads_as_the_connector_of_x_reads_it(self):
        link = {"url": "https://t.co/a", "expanded": "https://a.example/lang", "display": "a.example"}
        media = ["https://ton.twitter.com/dm/1/2/a.jpg", "https://video.twimg.com/dm_video/1/a.mp4", "x", 7]
        told = x_message(5, "Am Wehr &lt;stehen&gt; zwei 🚓 https://t.co/a", urls=[link], mediaUrls=media)
        (message,) = messages(x_archive(told))
        assert message.native_id == "dm:5"
        assert (message.kind, message.thread, message.author) == (Kind.DM, "1-77", Author("77", "77"))
        assert message.text == "Am Wehr <stehen> zwei 🚓 https://a.example/lang"
        assert message.sent_at == datetime(2025, 11, 20, 10, 5, tzinfo=UTC)
        assert message.url == "https://x.com/messages/1-77"
        assert json.loads(message.raw) == {"conversationId": "1-77", **told}
        assert message.attachments == (
            Attachment("image", media[0]),
            Attachment("video", media[1]),
            Attachment("file", ""),
        )

    def test_groups_are_in_it_and_the_officers_own_words_are_not(self):
        group = [
            x_message(2, "aus der Gruppe", sender="88"),
            {"joinConversation": {}},
            {"participantsJoin": {}},
        ]
        file = x_archive(x_message(1), x_message(3, "eigenes", sender="1"), group=group)
        assert [(m.text, m.thread) for m in messages(file)] == [("Moin", "1-77"), ("aus der Gruppe", "9")]

    def test_further_parts_and_a_folder_around_it_are_found(self):
        part = [{"dmConversation": {"conversationId": "1-88", "messages": [x_message(9, "später")]}}]
        files = {
            "twitter-2026/data/account.js": x_script("account", [{"account": {"accountId": "1"}}]),
            "twitter-2026/data/direct-messages-part1.js": x_script("direct_messages", part),
        }
        assert [m.text for m in messages(zipped(files))] == ["später"]

    @pytest.mark.parametrize(
        ("fields", "reason"),
        [
            ({"id": 7}, "id is missing"),
            ({"senderId": None}, "senderId is missing"),
            ({"createdAt": "gestern"}, "createdAt is missing"),
            ({"createdAt": "1999-01-01T00:00:00Z"}, "before the year 2000"),
            ({"text": {}}, "text is missing"),
            ({"text": "ä" * 100_001}, "100001 characters"),
            ({"senderId": "a\nb"}, "control character"),
        ],
    )
    def test_a_message_that_does_not_fit_is_named_and_blocks_no_other(self, fields, reason):
        file = x_archive(x_message(1, "davor"), x_message(2, **fields), x_message(3, "danach"))
        found = lines(file)
        assert [one.received.text for one in found if isinstance(one, Line)] == ["davor", "danach"]
        (refusal,) = (one for one in found if isinstance(one, Refusal))
        assert refusal.line == 2
        assert reason in refusal.reason

    def test_a_file_of_another_form_ends_it_after_all_before(self):
        broken = {"data/direct-messages-group.js": "window.YTD.direct_messages_group.part0 = {kaputt"}
        found = lines(x_archive(x_message(1), **broken))
        assert isinstance(found[0], Line)
        assert "direct-messages-group.js" in found[1].reason
        assert "anew" in found[1].reason

    def test_an_archive_that_does_not_say_whose_it_is_is_not_read(self):
        assert "whose archive" in reasons(x_archive(x_message(1), account=False))[0]

    def test_a_piece_we_do_not_know_is_told_in_the_log(self, caplog):
        lines(x_archive({"hologramCreate": {}}))
        assert "hologramCreate" in caplog.text


class TestTheDownloadOfMeta:
    def test_it_says_whose_it_is_and_what_it_lacks(self):
        found = takeout.opened(facebook_download(), NOW).reader
        assert (found.platform, found.handle) == (Platform.FACEBOOK, "jonas.petersen.polizei")
        assert "comments" in found.lacks
        found = takeout.opened(instagram_download(), NOW).reader
        assert (found.platform, found.handle) == (Platform.INSTAGRAM, "wache.sued")

    def test_letters_are_mended_and_the_bytes_stay(self):
        (message,) = messages(facebook_download(meta_message(0, "Grüße 🚓 aus Köln")))
        assert message.text == "Grüße 🚓 aus Köln"
        assert message.author.handle == "Gitta Müller"
        assert (message.kind, message.thread) == (Kind.DM, "gittamueller_42")
        assert message.sent_at == datetime.fromtimestamp(DAY / 1000, UTC)
        assert json.loads(message.raw)["message"]["content"] == mangled("Grüße 🚓 aus Köln")

    @pytest.mark.parametrize("text", ["schon heil: ü", "日本", "\ud800", "caf\xe9", ""])
    def test_what_was_not_broken_is_left_as_it_is(self, text):
        (message,) = messages(facebook_download(meta_message(0, "x", content=text)))
        assert message.text == text.replace("\ud800", "\ufffd")

    def test_the_owners_own_words_are_not_in_it(self):
        own = meta_message(1, "eigenes", sender="Jonas Petersen")
        assert [m.text for m in messages(facebook_download(meta_message(0), own))] == ["Moin"]
        own = meta_message(1, "eigenes", sender="Wache Süd")
        assert [m.text for m in messages(instagram_download(meta_message(0, sender="gitta"), own))] == [
            "Moin"
        ]

    def test_requests_and_the_archive_are_read_as_the_inbox_is(self):
        root = "your_facebook_activity/messages"
        more = {
            f"{root}/{folder}/anna_{number}/message_{number}.json": meta_thread(meta_message(0, folder))
            for number, folder in enumerate(
                ("message_requests", "archived_threads", "filtered_threads"), start=1
            )
        }
        texts = {m.text for m in messages(facebook_download(**more))}
        assert texts == {"message_requests", "archived_threads", "filtered_threads"}

    def test_ids_are_the_same_each_time_also_when_a_thread_was_archived(self):
        told = [meta_message(1), meta_message(1), meta_message(2), meta_message(1, "anders")]
        first = [m.native_id for m in messages(facebook_download(*told))]
        assert len(set(first)) == 4
        later = meta_thread(*told, path="archived_threads/gittamueller_42")
        name = "your_facebook_activity/messages/inbox/gittamueller_42/message_1.json"
        assert [m.native_id for m in messages(facebook_download(**{name: later}))] == first

    def test_what_is_enclosed_is_told(self):
        share = {"link": "https://a.example", "share_text": mangled("Köln")}
        told = meta_message(0, photos=[{"uri": "messages/a.jpg"}] * 2, audio_files=[{}], share=share)
        (message,) = messages(facebook_download(told))
        enclosed = [(one.kind, one.url, one.alt) for one in message.attachments]
        assert enclosed == [
            ("image", "", ""),
            ("image", "", ""),
            ("audio", "", ""),
            ("link", share["link"], "Köln"),
        ]

    def test_without_a_profile_the_one_in_every_conversation_is_the_owner(self):
        other = meta_thread(meta_message(5, "Hallo", sender="Anna"), names=("Anna", "Jonas Petersen"))
        more = {"your_facebook_activity/messages/inbox/anna_7/message_1.json": other}
        own = meta_message(1, "eigenes", sender="Jonas Petersen")
        found = messages(facebook_download(meta_message(0), own, profile=False, **more))
        assert [m.text for m in found] == ["Moin", "Hallo"]
        assert "whose it is" in reasons(facebook_download(meta_message(0), own, profile=False))[0]

    @pytest.mark.parametrize(
        "fields",
        [
            {"sender_name": 7},
            {"sender_name": ""},
            {"timestamp_ms": "7"},
            {"timestamp_ms": 10**30},
            {"timestamp_ms": -1},
            {"timestamp_ms": None},
        ],
    )
    def test_a_message_that_does_not_fit_is_named_and_blocks_no_other(self, fields):
        file = facebook_download(
            meta_message(1, "davor"), meta_message(2, **fields), meta_message(3, "danach")
        )
        found = lines(file, Platform.FACEBOOK)
        assert [one.received.text for one in found if isinstance(one, Line)] == ["davor", "danach"]
        assert [one.line for one in found if isinstance(one, Refusal)] == [2]

    def test_a_message_taken_back_is_passed_over(self):
        assert messages(facebook_download(meta_message(1, is_unsent=True))) == []

    def test_one_that_could_be_of_either_network_says_so(self):
        file = zipped({"messages/inbox/anna_1/message_1.json": meta_thread(meta_message(1))})
        found = takeout.opened(file, NOW).reader
        assert (found.platform, found.handle) == (None, "")


@pytest.mark.parametrize(
    ("file", "platform", "word"),
    [(youtube_takeout, Platform.YOUTUBE, "comments"), (mastodon_archive, Platform.MASTODON, "mentions")],
)
def test_an_export_of_own_words_alone_gives_nothing_and_says_what_it_lacks(file, platform, word):
    found = takeout.opened(file(), NOW)
    assert list(found.lines(platform, "x")) == []
    assert (found.reader.platform, found.reader.holds) == (platform, "nothing that others wrote")
    assert word in found.reader.lacks


def an_entry(name, **fields):
    info = zipfile.ZipInfo(name)
    info.compress_type = zipfile.ZIP_DEFLATED
    for field, value in fields.items():
        setattr(info, field, value)
    return info


def bombs():
    return zipped([*_files(x_archive(x_message(1))), ("data/direct-messages-part2.js", b"\0" * 60 * 2**20)])


def _files(file):
    with zipfile.ZipFile(file) as found:
        return [(name, found.read(name)) for name in found.namelist()]


def encrypted():
    """The mark of an encrypted file set on each, in both places."""
    told = bytearray(x_archive(x_message(1)).getvalue())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := told.find(mark, start)) >= 0:
            told[start + place] |= 1
            start += 4
    return io.BytesIO(bytes(told))


def damaged():
    whole = x_archive(*(x_message(n, sha256(b"%d" % n).hexdigest()) for n in range(99)))
    told = bytearray(whole.getvalue())
    start = told.find(b"data/direct-messages.js") + 200
    told[start : start + 20] = bytes(20)
    return io.BytesIO(bytes(told))


HOSTILE = {
    "a way out": (lambda: zipped({"../../etc/cron.d/x": "x"}), "leads out of the zip file"),
    "a way out backwards": (lambda: zipped({"data\\..\\..\\x": "x"}), "leads out of the zip file"),
    "an absolute name": (lambda: zipped({"/etc/passwd": "x"}), "leads out of the zip file"),
    "a drive": (lambda: zipped({"C:/windows/x": "x"}), "leads out of the zip file"),
    "a link": (
        lambda: zipped([(an_entry("data/account.js", external_attr=(stat.S_IFLNK | 0o777) << 16), "/x")]),
        "link",
    ),
    "a bomb": (bombs, "would grow from"),
    "too large": (lambda: zipped({"data/account.js": token_bytes(2_000)}), "too large"),
    "a file twice": (lambda: zipped([("data/account.js", "a = []"), ("data/account.js", "a = []")]), "twice"),
    "encrypted": (encrypted, "is encrypted"),
    "another packing": (
        lambda: zipped([(an_entry("data/account.js", compress_type=zipfile.ZIP_LZMA), "x")]),
        "packed",
    ),
    "cut off": (lambda: io.BytesIO(x_archive().getvalue()[:-40]), "damaged"),
    "damaged": (damaged, "damaged"),
    "no contents": (lambda: io.BytesIO(b"PK\x03\x04 and no more"), "damaged"),
    "empty": (lambda: zipped({}), "none of the exports"),
    "something else": (lambda: zipped({"holiday.jpg": "x"}), "holiday.jpg"),
    "a list too long": (x_archive, "list of contents"),
    "a thousand brackets": (lambda: zipped({"data/account.js": "x = " + "[" * 100_000}), "not in the form"),
    "gzip": (lambda: io.BytesIO(b"\x1f\x8b\x08\0"), "Mastodon"),
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("what", sorted(HOSTILE))
def test_a_hostile_file_is_refused_with_the_item_and_the_remedy(what, monkeypatch):
    make, word = HOSTILE[what]
    if limit := {"too large": "LARGEST", "a list too long": "LONGEST_INDEX"}.get(what):
        monkeypatch.setattr(takeout_zip, limit, 200)
    try:
        told = reasons(make())[-1]
    except Refused as why:
        told = str(why)
    assert word in told
    assert told.isprintable()


def test_a_hundred_thousand_files_are_looked_at_and_no_more(monkeypatch):
    monkeypatch.setattr(takeout_zip, "MOST_ENTRIES", 1_000)
    files = {f"data/tweets_media/{n}.jpg": b"" for n in range(995)}
    assert len(messages(x_archive(x_message(1), **files))) == 1
    with pytest.raises(Refused, match="1006 files; at most 1000"):
        takeout.opened(x_archive(**files, **{f"x{n}": "" for n in range(6)}), NOW)


def test_what_is_read_in_all_is_limited_too(monkeypatch):
    monkeypatch.setattr(takeout_zip, "LARGEST_IN_ALL", 2_000)
    more = {f"data/direct-messages-part{n}.js": x_script("direct_messages", ["x" * 300]) for n in range(1, 9)}
    assert "too large" in reasons(x_archive(x_message(1), **more))[-1]


def test_what_is_no_zip_is_none_and_stands_at_its_beginning():
    file = io.BytesIO(b'{"platform": "x"}\n')
    assert takeout.opened(file, NOW) is None
    assert file.tell() == 0


def test_nothing_is_written_to_disk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    lines(x_archive(x_message(1)))
    assert list(tmp_path.iterdir()) == []


def _read(told):
    """Whatever it holds: lines, refusals, or one refusal."""
    try:
        found = takeout.opened(io.BytesIO(told), NOW)
    except Refused:
        return
    for one in found.lines(Platform.X, "x") if found else ():
        assert isinstance(one, Line | Refusal)
        assert isinstance(one, Line) or (one.reason.isprintable() and len(one.reason) <= LONGEST_REASON)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b"]), st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(start, rest):
    _read(start + rest)


WHOLE = x_archive(x_message(1), x_message(2)).getvalue(), facebook_download(meta_message(1)).getvalue()


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(WHOLE), st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=6))
def test_an_export_with_any_bytes_changed_is_read_or_refused(whole, changes):
    told = bytearray(whole)
    for place, byte in changes:
        told[place % len(told)] = byte
    _read(bytes(told))


KEYS = """account accountId dmConversation conversationId messages messageCreate senderId id text createdAt
urls mediaUrls participants name sender_name timestamp_ms content share link photos profile_v2"""
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inside: (
        st.lists(inside, max_size=3) | st.dictionaries(st.sampled_from(KEYS.split()), inside, max_size=5)
    ),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(ANYTHING, ANYTHING)
def test_any_json_is_read_or_refused(first, second):
    script = {
        f"data/{name}.js": f"x = {json.dumps(told)}"
        for name, told in (("account", first), ("direct-messages", second))
    }
    _read(zipped(script).getvalue())
    files = {
        "messages/inbox/a/message_1.json": first,
        "x/profile_information/profile_information.json": second,
    }
    _read(zipped(files).getvalue())
