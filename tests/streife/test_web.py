import socket
from dataclasses import dataclass

import pytest

from casework.errors import Refused
from streife import stream_watch, web
from streife.settings import Settings
from tests.builders import a_message, a_stream, an_account, assessed


def test_a_port_in_use_is_named_with_the_remedy(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(Refused, match=f"port {port} .*STREIFE_PORT"):
            web.check_port(Settings(home=tmp_path, port=port))


def test_a_free_port_is_no_trouble(tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    web.check_port(Settings(home=tmp_path, port=port))


@dataclass
class Judge:
    model: str = "judge-1"


def test_health_tells_how_many_streams_are_in_trouble(store, clock, tmp_path):
    settings = Settings(home=tmp_path, capture=False)
    with store.begin() as work:
        account = an_account(work)
        a_stream(work, account, error="AuthExpired: the key is refused", error_at=clock.now())
        a_stream(work, account, last_success_at=clock.now())
    assert web.health(settings, store, Judge())["streams_in_trouble"] == 0
    stream_watch.look(store)
    assert web.health(settings, store, Judge())["streams_in_trouble"] == 1


def test_health_is_not_ok_while_messages_are_not_judged(store, clock, tmp_path):
    settings = Settings(home=tmp_path, capture=False)
    with store.begin() as work:
        message = a_message(work)
    for seconds, status in ((120, "ok"), (1, "messages are not judged")):
        clock.forward(seconds=seconds)
        told = web.health(settings, store, Judge())
        assert told["status"] == status
    assert told["unjudged_seconds"] == 121
    with store.begin() as work:
        assessed(work, message)
    told = web.health(settings, store, Judge())
    assert (told["status"], told["unjudged_seconds"]) == ("ok", 0)
