"""Bluesky's direct messages against a chat service of ours; the servers that we can run have none."""

from datetime import UTC, datetime, timedelta

import pytest

from casework.account import Gap
from casework.errors import AuthExpired, Refused, SchemaChanged, StreifeError, Transient
from casework.labels import Kind
from casework.message import Attachment, Checkpoint, Received, Unknown
from casework.outgoing import Outgoing, Sent
from connectors import walk
from tests.builders import an_author
from tests.contracts.network import NetworkContract
from tests.networks.bluesky import (
    CONVOS,
    LOGIN,
    MESSAGES,
    OFFICER,
    SEND,
    BlueskyChatStub,
    notification,
    refused,
)
from tests.networks.stub import Answered, minute, serving

SYSTEM = "chat.bsky.convo.defs#systemMessageView"
DELETED = "chat.bsky.convo.defs#deletedMessageView"


class TestBlueskyChat(NetworkContract):
    new_stub = BlueskyChatStub


@pytest.fixture
def chat():
    with serving(BlueskyChatStub()) as stub:
        yield stub


@pytest.fixture
def connector(chat):
    return chat.connect()


def told(connector, cursor=""):
    """Messages handed out, the last checkpoint and the error at the end."""
    pieces, error = [], None
    try:
        for piece in connector.pull("dms", cursor):
            pieces.append(piece)
    except StreifeError as found:
        error = found
    marks = [p for p in pieces if isinstance(p, Checkpoint)]
    return [p for p in pieces if isinstance(p, Received)], marks[-1] if marks else None, error


def a_draft(thread="convo1", text="Danke!", **given):
    basics = {"key": "key-1", "kind": Kind.DM, "to": f"{thread}/m1", "begun_at": datetime.now(UTC)}
    return Outgoing(text=text, thread=thread, **{"author": an_author(), **basics, **given})


class TestReading:
    def test_the_fields_of_a_message(self, chat, connector):
        post = {"$type": "app.bsky.embed.record#view", "record": {"uri": notification(3)["uri"]}}
        chat.arrives(1, "Moin", embed=post, replyTo={"id": "m0"}, reactions=[{"value": "👍"}])
        ((message,), mark, _) = told(connector)
        assert message.native_id == "convo1/m00000001"
        assert (message.kind, message.thread, message.parent) == (Kind.DM, "convo1", "convo1/m0")
        assert (message.author.id, message.author.handle) == ("did:plc:convo1", "convo1.test")
        assert message.url == "https://bsky.app/messages/convo1"
        where = "https://bsky.app/profile/did:plc:citizen/post/00003"
        assert message.attachments == (Attachment("link", where),)
        assert b'"did:plc:convo1"' in message.raw
        assert mark.cursor == minute(1).isoformat()

    def test_the_officers_own_words_and_the_services_notes_are_no_messages(self, chat, connector):
        chat.arrives(1, "Moin")
        chat.says("convo1", OFFICER, "Moin zurück", minute(2))
        chat.says("convo1", "did:plc:convo1", "x", minute(3), **{"$type": SYSTEM})
        chat.says("convo1", "did:plc:convo1", "x", minute(4), **{"$type": DELETED})
        messages, mark, error = told(connector)
        assert [m.text for m in messages] == ["Moin"]
        assert (mark.cursor, error) == (minute(4).isoformat(), None)

    def test_all_conversations_come_in_the_order_of_time(self, chat, connector):
        chat.page_size = 3
        for number in range(60):
            chat.arrives(number, str(number), convo=f"c{number * 7 % 11}")
        messages, _, _ = told(connector)
        assert [m.text for m in messages] == [str(n) for n in range(60)]

    def test_a_quiet_account_costs_few_requests_however_many_wrote_before(self, chat, connector):
        for number in range(90):
            chat.arrives(number * 20, convo=f"c{number}")
        _, mark, _ = told(connector)
        chat.asked.clear()
        told(connector, mark.cursor)
        assert len(chat.asked) <= 4

    @pytest.mark.parametrize("order", ["newest", "oldest", "any"])
    def test_the_order_in_which_conversations_are_listed_does_not_matter(self, chat, connector, order):
        chat.page_size = 100
        for number in range(50):
            chat.arrives(number, str(number), convo=f"c{number:02}")
        listed = chat.methods[CONVOS]

        def in_order(asked):
            convos = [chat.view(c) for c in sorted(chat.convos, reverse=order == "newest")]
            if order == "any":
                convos.sort(key=lambda c: hash(c["id"]) % 7)
            return chat.page(asked, "convos", convos)

        chat.methods[CONVOS] = in_order
        assert listed
        assert [m.text for m in told(connector)[0]] == [str(n) for n in range(50)]

    def test_a_flood_leaves_one_gap_that_is_filled_without_a_hole(self, chat, connector, monkeypatch):
        monkeypatch.setattr(walk, "MOST_PAGES", 3)
        chat.page_size = 10
        chat.arrives(0, "davor")
        mark = told(connector)[1].cursor
        for number in range(1_000, 1_200):
            chat.arrives(number, str(number), convo=f"c{number % 3}")
        messages, mark, _ = told(connector, mark)
        seen = {m.text for m in messages}
        gap = Gap(1, mark.missed_from, mark.missed_to, resume=mark.resume)
        assert mark.missed_to == minute(1_200 - len(messages))
        for _ in range(60):
            pieces = list(chat.connect().fill("dms", gap))
            seen |= {p.text for p in pieces if isinstance(p, Received)}
            left = pieces[-1]
            if left.missed_from is None:
                break
            assert left.missed_to < gap.missed_to
            gap = Gap(1, left.missed_from, left.missed_to, resume=left.resume)
        assert seen >= {str(n) for n in range(1_000, 1_200)}

    def test_a_place_that_is_none_is_refused_and_the_newest_is_begun_with(self, connector):
        with pytest.raises(SchemaChanged):
            list(connector.fill("dms", Gap(1, minute(0), minute(9), resume="nowhere")))

    @pytest.mark.parametrize(
        "convo", [7, None, {}, {"id": 7}, {"id": "x", "members": 7, "lastMessage": 7}, {"id": "x/../y"}]
    )
    def test_a_poisoned_conversation_blocks_no_other(self, chat, connector, convo):
        chat.arrives(1, "Moin")
        chat.queue(CONVOS, Answered({"convos": [convo, chat.view("convo1")]}))
        messages, _, error = told(connector)
        assert [m.text for m in messages] == ["Moin"]
        assert isinstance(error, SchemaChanged)
        assert "Convo not found" in str(error)

    def test_a_conversation_that_the_service_refuses_is_named_once(self, chat, connector):
        chat.arrives(1, "davor", convo="c1")
        chat.arrives(2, "gesperrt", convo="c2")
        chat.arrives(3, "danach", convo="c3")
        read = chat.methods[MESSAGES]
        locked = refused("InvalidRequest", "Convo is locked")
        chat.methods[MESSAGES] = lambda asked: locked if asked.query["convoId"] == "c2" else read(asked)
        messages, mark, error = told(connector)
        assert [m.text for m in messages] == ["davor", "danach"]
        assert "locked" in str(error)
        assert told(connector, mark.cursor)[2] is None

    def test_a_cursor_that_goes_round_in_a_circle_ends(self, chat, connector):
        chat.methods[CONVOS] = lambda _: Answered({"convos": [], "cursor": "again"})
        assert told(connector) == ([], Checkpoint(""), None)


class TestWhereThereIsNoChat:
    @pytest.mark.parametrize(
        "answer",
        [
            refused("InvalidRequest", "could not resolve proxy did"),
            refused("MethodNotImplemented", "Method Not Implemented", 501),
            refused("XRPCNotSupported", "XRPCNotSupported", 404),
            refused("InternalServerError", "Internal Server Error", 500),
        ],
    )
    def test_it_is_told_and_the_mentions_go_on(self, chat, connector, answer):
        chat.notifications = [notification(1, "Moin")]
        chat.queue(CONVOS, answer)
        assert isinstance(told(connector)[2], Transient)
        assert [p.text for p in connector.pull("mentions", "") if isinstance(p, Received)] == ["Moin"]

    def test_a_key_without_the_right_is_named_and_no_new_session_is_wasted_on_it(self, chat, connector):
        list(connector.pull("mentions", ""))
        chat.queue(CONVOS, *[refused("InvalidToken", "Bad token method")] * 3)
        for _ in range(3):
            error = told(connector)[2]
            assert isinstance(error, AuthExpired)
            assert "app password" in str(error)
        assert len(chat.asked_for(LOGIN)) == 1

    def test_a_service_that_refuses_the_account_costs_the_mentions_no_session(self, chat, connector):
        list(connector.pull("mentions", ""))
        chat.queue(CONVOS, *[refused("AuthenticationRequired", "no", 401)] * 3)
        assert [type(told(connector)[2]) for _ in range(3)] == [AuthExpired] * 3
        assert len(chat.asked_for(LOGIN)) == 1

    def test_a_recheck_of_posts_goes_on(self, chat, connector):
        chat.notifications = [notification(1, "Moin")]
        chat.queue("chat.bsky.convo.getConvo", refused("MethodNotImplemented", status=501))
        unknown = Unknown("convo1/m1")
        post, message = connector.recheck([notification(1)["uri"], "convo1/m1"])
        assert (post.text, message) == ("Moin", unknown)


class TestWriting:
    def test_a_message_goes_into_the_conversation_it_answers(self, chat, connector):
        chat.arrives(1, "Moin")
        sent = connector.reply(a_draft("convo1"))
        assert sent == Sent(f"convo1/{chat.convos['convo1'][0]['id']}", "https://bsky.app/messages/convo1")
        assert [m["text"] for m in chat.convos["convo1"]] == ["Danke!", "Moin"]
        (own,) = connector.recheck([sent.native_id])
        assert own.author.id == OFFICER

    def test_the_writer_of_a_post_is_answered_in_private(self, chat, connector):
        draft = a_draft(notification(1)["uri"], to=notification(1)["uri"])
        sent = connector.reply(draft)
        assert sent.native_id.startswith(f"with-{draft.author.id}/")

    def test_a_message_whose_answer_was_lost_is_found_and_not_sent_again(self, chat, connector):
        chat.arrives(1, "Moin")
        draft = a_draft("convo1")
        assert connector.sent(draft) is None
        chat.methods[SEND] = lambda asked: chat.send(asked) and Answered(b"<html>", 502)
        with pytest.raises(Transient):
            connector.reply(draft)
        found = connector.sent(draft)
        assert isinstance(found, Sent)
        assert chat.connect().reply(draft) == found
        assert [m["text"] for m in chat.convos["convo1"]].count("Danke!") == 1

    def test_the_same_words_of_yesterday_and_of_somebody_else_are_not_ours(self, chat, connector):
        now = datetime.now(UTC)
        chat.says("convo1", OFFICER, "Danke!", now - timedelta(days=1))
        chat.says("convo1", "did:plc:convo1", "Danke!", now)
        draft = a_draft("convo1")
        assert connector.sent(draft) is None
        connector.reply(draft)
        assert [m["text"] for m in chat.convos["convo1"]].count("Danke!") == 3

    def test_what_the_service_does_not_take_is_refused_in_its_words(self, chat, connector):
        chat.arrives(1, "Moin")
        with pytest.raises(Refused, match=r"1000 graphemes.*nothing was sent"):
            connector.reply(a_draft("convo1", "ä" * 1_001))

    def test_a_conversation_that_is_gone_is_refused(self, connector):
        with pytest.raises(Refused, match=r"Convo not found; nothing was sent"):
            connector.reply(a_draft("convo1"))

    def test_one_who_takes_no_messages_is_named_in_the_services_words(self, chat, connector):
        words = "recipient has disabled incoming messages"
        chat.queue("chat.bsky.convo.getConvoForMembers", refused("InvalidRequest", words))
        with pytest.raises(Refused, match="disabled incoming"):
            connector.reply(a_draft(notification(1)["uri"]))

    def test_a_conversation_of_an_unknown_form_is_named(self, chat, connector):
        chat.queue(MESSAGES, Answered({"items": []}))
        with pytest.raises(SchemaChanged):
            connector.reply(a_draft("convo1"))
