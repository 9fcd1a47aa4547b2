"""A newcomer's network passes the whole suite with one file and one class."""

from tests.contracts.network import NetworkContract
from tests.networks.sample import SampleStub


class TestSample(NetworkContract):
    new_stub = SampleStub
