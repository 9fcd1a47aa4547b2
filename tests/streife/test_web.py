import socket

import pytest

from casework.errors import Refused
from streife import web
from streife.settings import Settings


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
