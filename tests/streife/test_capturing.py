"""The duty that captures pages: what is due, once, and loudly when it does not succeed."""

from dataclasses import replace
from threading import Event, Thread

import pytest

from casework import capture
from casework.capture_record import Capture, CaptureBody, CaptureState
from casework.errors import Refused, Transient
from casework.message import Message
from casework.record import Notice
from data.memory import MemoryStore
from streife import capturing
from streife.capturing import Capturing
from tests.builders import a_message, a_person, an_account
from tests.casework.test_capture import SEEN, URL


class Browser:
    """Brings home what it is told to, or raises it."""

    def __init__(self, *answers):
        self.answers, self.opened = list(answers), []

    def __call__(self, target, stop):
        self.opened.append(target.url)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


def asked(store, number=1):
    with store.begin() as work:
        person = a_person(work)
        account = an_account(work, person.officer)
        return [
            capture.ask(work, person, a_message(work, account, url=f"{URL}{n}").id) for n in range(number)
        ]


def kept(store):
    with store.view() as work:
        return work.find(Capture)


def test_what_is_due_is_captured_once(store):
    asked(store, 2)
    browser = Browser(SEEN, SEEN)
    duty = Capturing(store, browser)
    assert (duty.look(), duty.look()) == (2, 0)
    assert browser.opened == [f"{URL}0", f"{URL}1"]
    assert {c.state for c in kept(store)} == {CaptureState.SECURED}


def test_one_page_that_fails_does_not_keep_the_next_waiting(store):
    asked(store, 2)
    assert Capturing(store, Browser(Transient("bsky.app: too slow"), SEEN)).look() == 1
    failed, secured = kept(store)
    assert (failed.state, failed.error) == (CaptureState.FAILED, "bsky.app: too slow")
    assert failed.next_try_at
    assert secured.state is CaptureState.SECURED
    with store.view() as work:
        assert len(work.find(Notice)) == 1


@pytest.mark.parametrize(
    ("trouble", "again"),
    [
        (Refused("bsky.app: answered 404"), False),
        (Transient("x"), True),
        (OSError(28, "No space left"), True),
    ],
)
def test_what_would_end_the_same_is_not_tried_again(store, trouble, again):
    asked(store)
    Capturing(store, Browser(trouble)).look()
    (failed,) = kept(store)
    assert (failed.state, failed.next_try_at is not None) == (CaptureState.FAILED, again)
    assert failed.error


def test_what_the_browser_brings_without_a_picture_is_not_secured(store):
    asked(store)
    assert Capturing(store, Browser(type(SEEN)({}, ()))).look() == 0
    (failed,) = kept(store)
    assert failed.state is CaptureState.FAILED
    with store.view() as work:
        assert not work.find(CaptureBody)


def test_training_data_never_leaves_the_house(clock):
    store = MemoryStore(clock, training=True)
    asked(store)
    browser = Browser()
    assert Capturing(store, browser).look() == 0
    assert browser.opened == []
    assert kept(store)[0].state is CaptureState.WAITING


def test_a_worker_that_dies_leaves_the_page_to_the_next_one(store, clock):
    asked(store)
    with pytest.raises(KeyboardInterrupt):
        _die(store)
    assert Capturing(store, Browser()).look() == 0
    clock.forward(seconds=capture.LEASE.total_seconds())
    assert Capturing(store, Browser(SEEN)).look() == 1


def _die(store):
    def dies(target, stop):
        raise KeyboardInterrupt

    Capturing(store, dies).look()


def test_whoever_stops_the_house_does_not_wait_for_a_page(store):
    asked(store, 2)
    opened = Event()

    def waits(target, stop):
        opened.set()
        stop.wait(10)
        raise Transient("not done")

    duty = Capturing(store, waits)
    looking = Thread(target=duty.look)
    looking.start()
    opened.wait(5)
    duty.close()
    looking.join(2)
    assert not looking.is_alive()
    assert [c.state for c in kept(store)] == [CaptureState.WAITING] * 2


def test_several_workers_never_open_the_same_page(store):
    asked(store, 6)
    opened = []

    def browse(target, stop):
        opened.append(target.url)
        return SEEN

    workers = [Thread(target=Capturing(store, browse).look) for _ in range(3)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    assert sorted(opened) == [f"{URL}{n}" for n in range(6)]


def test_health_says_what_captures(tmp_path):
    assert capturing.browser("no-such-browser") == ""
    assert capturing.state("", wanted=True) == "no browser"
    assert capturing.state("/usr/bin/chromium", wanted=True) == "ok"
    assert capturing.state("/usr/bin/chromium", wanted=False) == "off"


def test_an_edit_while_the_browser_is_open_is_captured_next_and_the_picture_keeps_its_wording(store):
    asked(store)
    looked_for = []

    def browse(target, stop):
        looked_for.append(target.words)
        if len(looked_for) == 1:
            with store.begin() as work:
                (message,) = work.find(Message)
                work.replace(replace(message, text="Anders", version=2))
        return SEEN

    duty = Capturing(store, browse)
    assert [duty.look(), duty.look(), duty.look()] == [1, 1, 0]
    assert looked_for == ["Danke!", "Anders"]
    assert [(c.version, c.state) for c in kept(store)] == [
        (1, CaptureState.SECURED),
        (2, CaptureState.SECURED),
    ]
