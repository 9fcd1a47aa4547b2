import time

import pytest

pytest_plugins = ["tests.network.bluesky"]
pytestmark = pytest.mark.network


def test_a_mention_reaches_the_one_who_is_named(bluesky_network):
    network = bluesky_network
    police, _ = network.create_account("wache.test", "pass-of-wache")
    citizen, handle = network.create_account("buergerin.test", "pass-of-buergerin")
    sent = network.post(handle, "Grüße 🚓 an @wache.test")

    inbox = network.client("wache.test").app.bsky.notification
    deadline = time.monotonic() + 20
    while not (found := inbox.list_notifications().notifications):
        assert time.monotonic() < deadline, "no notification within 20 s"
        time.sleep(0.2)

    assert [(one.reason, one.uri, one.author.did) for one in found] == [("mention", sent.uri, citizen)]
    assert found[0].record.facets[0].features[0].did == police
