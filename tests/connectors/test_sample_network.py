"""A newcomer's network passes the whole suite with one file, one line and one class."""

import ast
import inspect
from importlib.metadata import EntryPoint, entry_points

import pytest

from casework.labels import Platform
from casework.metering import Unmetered
from streife import networks
from tests.builders import a_plain_account
from tests.contracts.network import NetworkContract
from tests.networks import sample
from tests.networks.sample import SampleStub

LINE = EntryPoint("bluesky", "tests.networks.sample:Sample", "streife.connectors")
MOST_LINES = 150


class TestSample(NetworkContract):
    new_stub = SampleStub


def test_one_file_knows_all_that_a_connector_must():
    tree = ast.parse(inspect.getsource(sample))
    stub = next(node for node in tree.body if getattr(node, "name", "") == "SampleStub")
    assert stub.lineno < MOST_LINES
    rooms = {node.module.split(".")[0] for node in tree.body if isinstance(node, ast.ImportFrom)}
    assert rooms == {"casework", "connectors", "tests"}


def test_one_line_registers_it(monkeypatch):
    monkeypatch.setattr(networks, "entry_points", lambda **_: (LINE,))
    made = networks.connector_of(Platform.BLUESKY)(a_plain_account(), "key", Unmetered())
    assert made.streams() == ("mentions",)
    assert made.blind() == ("stories",)


@pytest.mark.parametrize("line", entry_points(group="streife.connectors"), ids=lambda line: line.name)
def test_the_file_of_each_network_stays_short(line):
    assert inspect.getsource(inspect.getmodule(line.load())).count("\n") <= MOST_LINES
