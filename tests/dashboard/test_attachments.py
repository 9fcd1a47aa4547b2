"""Attachments of an open message: named and never loaded; secured by whoever may, when asked."""

from dataclasses import replace

import pytest

from casework import media
from casework.account import Account
from casework.assessment import Reason
from casework.errors import Refused, Transient
from casework.labels import Hostility, Intent
from casework.media import Fetched, Media
from casework.message import Attachment, Message
from casework.people import Role
from dashboard import desk as real
from data.memory import MemoryStore
from tests.builders import a_handover, a_message, a_person, an_account, assessed, received
from tests.contracts.page import says
from tests.dashboard.browser import as_read, press, visit

URL = "https://cdn.example/geheim/1.png?token=abc"
PNG = b"\x89PNG\r\n\x1a\n"
BESIDE = (Attachment("image", URL, "ein Auto vor der Wache"), Attachment("video", "https://film.example/2"))


@pytest.fixture
def kira(store):
    with store.begin() as work:
        return a_person(work, Role.OFFICER, name="Kira Ahlers")


@pytest.fixture
def network(desk):
    """What lies at the addresses; says what was asked for."""

    class Network(dict):
        asked = ()

        def fetched(self, url):
            self.asked = (*self.asked, url)
            if isinstance(self[url], Exception):
                raise self[url]
            return Fetched(url, "image/png", self[url])

    made = Network({URL: PNG})
    desk.setattr(real, "fetched", made.fetched)
    return made


def comes(store, person, *beside, text="Seht euch das an", hostile=False) -> Message:
    with store.begin() as work:
        message = a_message(work, an_account(work, person.officer), text, attachments=beside)
        return assessed(work, message, Intent.QUESTION, *([Hostility.INSULT] if hostile else []))


def opened(desk, person, message):
    return visit(desk, person, message=str(message.id))


def keys(shown) -> list[str]:
    return [b.key for b in shown.button if b.key and b.key.startswith("secure_")]


def told(shown) -> str:
    return "\n".join([*(as_read(m.value) for m in shown.markdown), *(t.value for t in shown.text)])


def kept(store) -> list[Media]:
    with store.begin() as work:
        return work.find(Media)


def test_each_is_named_by_kind_description_and_host_and_nothing_is_loaded(store, desk, kira, network):
    shown = opened(desk, kira, comes(store, kira, *BESIDE))
    assert not shown.exception
    for words in ("Bild", "Film", "ein Auto vor der Wache", "ohne Beschreibung", "cdn.example"):
        assert words in told(shown)
    assert "geheim" not in told(shown)
    assert network.asked == ()
    assert not shown.get("imgs")
    plain = opened(desk, kira, comes(store, kira))
    assert len(shown.get("link_button")) == len(plain.get("link_button"))


def test_a_message_without_any_says_nothing_of_them(store, desk, kira):
    shown = opened(desk, kira, comes(store, kira))
    assert not keys(shown)
    assert not says(shown, "ohne Beschreibung")


@pytest.mark.parametrize(
    "words",
    ["![x](https://evil.example/pixel.png)", "<img src=x onerror=alert(1)>", "[hier](javascript:alert(1))"],
)
def test_hostile_descriptions_hosts_and_kinds_stay_text(store, desk, kira, words):
    beside = (Attachment(words, f"https://{words}/", words), Attachment("image", "https://[", "x"))
    shown = opened(desk, kira, comes(store, kira, *beside))
    assert not shown.exception
    assert [t.value for t in shown.text].count(words) == 1
    for markup in (m.value for m in shown.markdown):
        assert words not in markup
        assert "<img" not in markup
        assert "](" not in markup
    assert says(shown, "Anhang")


def test_what_of_a_description_moved_the_verdict_is_marked_there_and_said(store, desk, kira):
    with store.begin() as work:
        message = a_message(work, an_account(work, kira.officer), "Danke", attachments=BESIDE)
        begin = len("Danke\n")
        assessed(work, message, Intent.EMERGENCY, reasons=(Reason(begin + 4, begin + 8, 1.0),))
    shown = opened(desk, kira, message)
    in_the_lane, at_the_picture = (m.value for m in shown.markdown if ":yellow-background[" in m.value)
    for marked in (in_the_lane, at_the_picture):
        assert "ein&#160;:yellow-background[Auto]&#160;vor der Wache" in marked
    assert "wie ein Bild oder eine Datei beschrieben ist" in told(shown)


def test_they_stay_covered_with_the_words_they_belong_to(store, desk):
    with store.begin() as work:
        shy = a_person(work, Role.OFFICER, mask_hostile=True)
    shown = opened(desk, shy, comes(store, shy, *BESIDE, hostile=True))
    assert "ein Auto" not in told(shown)
    assert not keys(shown)


def test_securing_keeps_the_bytes_and_says_when_by_whom_and_the_hash(store, desk, kira, network):
    message = comes(store, kira, *BESIDE)
    shown = opened(desk, kira, message)
    assert keys(shown) == ["secure_0", "secure_1"]
    press(shown, "secure_0")
    (one,) = kept(store)
    assert (one.number, one.fetched_by, network.asked) == (0, kira.id, (URL,))
    assert f"von Kira Ahlers, SHA-256 {one.sha256}" in told(shown)
    assert "gesichert heute" in told(shown)
    assert keys(shown) == ["secure_1"]
    with store.begin() as work:
        assert "media_secured" in [e.act for e in work.audit_of(f"message:{message.id}")]


@pytest.mark.parametrize(
    ("trouble", "sentence"),
    [
        (Transient("cdn.example: too slow"), "gibt es gerade nicht her"),
        (Refused("cdn.example: answered 404"), "passt nicht zum jetzigen Stand"),
    ],
)
def test_what_the_network_does_not_give_is_said_and_nothing_is_kept(
    store, desk, kira, network, trouble, sentence
):
    network[URL] = trouble
    shown = press(opened(desk, kira, comes(store, kira, *BESIDE)), "secure_0")
    assert sentence in told(shown)
    assert str(trouble) in told(shown)
    assert not kept(store)
    assert keys(shown) == ["secure_0", "secure_1"]


def test_what_a_colleague_secured_meanwhile_is_not_fetched_again(store, desk, kira, network):
    message = comes(store, kira, *BESIDE)
    shown = opened(desk, kira, message)
    with store.begin() as work:
        media.keep(work, kira, message.id, 0, Fetched(URL, "image/png", PNG))
    shown.button(key="secure_0").click().run()
    assert network.asked == ()
    assert len(kept(store)) == 1


def test_without_an_address_there_is_nothing_to_press(store, desk, kira):
    shown = opened(desk, kira, comes(store, kira, Attachment("image", "", "nur beschrieben")))
    assert not keys(shown)
    assert says(shown, "ohne Adresse")


def test_who_may_only_read_cannot_secure_and_sees_what_was(store, desk, kira):
    message = comes(store, kira, *BESIDE)
    with store.begin() as work:
        contact = a_person(work, Role.OFFICER, Role.CONTACT_OFFICER)
        a_handover(work, message, kira.officer, contact.officer)
        media.keep(work, kira, message.id, 0, Fetched(URL, "image/png", PNG))
    shown = opened(desk, contact, message)
    assert not shown.exception
    assert not keys(shown)
    assert says(shown, "SHA-256")


def test_in_training_data_nothing_is_fetched_and_the_reason_stands_there(desk, clock, network):
    store = MemoryStore(clock, training=True)
    desk.setattr(real, "store", lambda: store)
    with store.begin() as work:
        kira = a_person(work, Role.OFFICER)
    shown = opened(desk, kira, comes(store, kira, *BESIDE))
    button = shown.button(key="secure_0")
    assert button.disabled
    assert "Übungsdaten" in button.help
    assert network.asked == ()


def test_in_english_too(store, desk, kira):
    shown = visit(desk, kira, message=str(comes(store, kira, replace(BESIDE[1], alt="")).id), lang="en")
    assert says(shown, "without description")
    assert shown.button(key="secure_0").label == "Secure"


def test_what_an_edit_took_away_stays_named_and_the_new_one_is_offered(store, desk, kira):
    message = comes(store, kira, *BESIDE)
    with store.begin() as work:
        one = media.keep(work, kira, message.id, 0, Fetched(URL, "image/png", PNG))
        swapped = received(message.text, native_id=message.native_id, attachments=BESIDE[1:])
        work.take_in(work.get(Account, message.account_id), [swapped])
    shown = opened(desk, kira, message)
    assert keys(shown) == ["secure_0"]
    assert says(shown, "Diese Adresse nennt nur eine frühere Fassung.")
    assert f"SHA-256 {one.sha256}" in told(shown)
