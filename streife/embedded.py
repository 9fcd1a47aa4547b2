"""The embedded runner: APScheduler triggers the duties inside one process."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from apscheduler.events import EVENT_SCHEDULER_SHUTDOWN
from apscheduler.schedulers.background import BackgroundScheduler

from casework.labels import Platform
from casework.polling import Rhythm
from casework.ports import Classifier, Store
from streife import duties, escalating, mailing, reaching, rechecking, reminding, sending, stream_watch
from streife.asking import Connect
from streife.listening import Listening
from streife.public_holidays import PublicHolidays
from streife.settings import Settings

LOOK_SECONDS, WATCH_SECONDS = 2, 600
RECHECK_SECONDS, LOOK_BACK_SECONDS, FORGET_SECONDS = 300, 900, 3600
MEASURE_SECONDS, LISTEN_SECONDS, STREAM_SECONDS = 3600, 60, 3600
MAIL_SECONDS, PLACE_SECONDS, TEND_SECONDS = 5, 5, 60
ALARM_SECONDS, CAPTURE_SECONDS = 10, 5
READERS, SENDERS = 3, 2  # readers of each network; an account that hangs must not keep the others waiting
Duty = Callable[[], object]


def start(
    settings: Settings,
    store: Store,
    connect: Connect,
    classifier: Classifier,
    watch: Duty,
    capture: Duty | None = None,
) -> BackgroundScheduler:
    """Start the duties; a late one is made up for once. Reading and sending are done by several at a time,
    reading by as many for each network.

    `watch` knows by itself whether its day has come; `capture` opens pages in a browser, `None`: never.
    """
    scheduler = BackgroundScheduler(
        timezone="UTC", job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
    )
    rhythm = settings.rhythm
    _read(scheduler, store, connect, rhythm)
    _alone(
        scheduler,
        "judging",
        LOOK_SECONDS,
        lambda: duties.assess(store, classifier, settings.spot_check_one_in),
    )
    _every(scheduler, LOOK_SECONDS, lambda: sending.send(store, connect), SENDERS)
    _every(scheduler, RECHECK_SECONDS, lambda: rechecking.recheck(store, connect, rhythm))
    grace = timedelta(hours=settings.erase_deleted_hours)
    _every(scheduler, FORGET_SECONDS, lambda: rechecking.forget_deleted(store, grace))
    _every(scheduler, FORGET_SECONDS, lambda: rechecking.forget_notices(store, settings.notice_days))
    _every(scheduler, LOOK_BACK_SECONDS, lambda: sending.look_for_sent(store, connect))
    _around_the_desk(scheduler, store)
    _every(scheduler, WATCH_SECONDS, watch)
    _every(scheduler, MEASURE_SECONDS, lambda: reaching.measure(store, connect, rhythm))
    _listen(scheduler, store, connect)
    _alarms(scheduler, settings, store, capture)
    scheduler.start()
    return scheduler


def _read(scheduler: BackgroundScheduler, store: Store, connect: Connect, rhythm: Rhythm) -> None:
    """Each network has readers of its own: one that hangs keeps its own waiting, and no other network's."""

    def read(network: Platform) -> None:
        duties.collect(store, connect, rhythm, [network])
        duties.fill_gaps(store, connect, rhythm, [network])

    for network in Platform:
        _alone(scheduler, f"read {network.value}", LOOK_SECONDS, partial(read, network), READERS)


def _around_the_desk(scheduler: BackgroundScheduler, store: Store) -> None:
    """What needs neither a network nor the classifier."""
    _every(scheduler, FORGET_SECONDS, lambda: rechecking.forget_left(store))
    _every(scheduler, STREAM_SECONDS, lambda: stream_watch.look(store))
    _every(scheduler, FORGET_SECONDS, lambda: rechecking.forget_announced(store))
    _every(scheduler, PLACE_SECONDS, lambda: reminding.place(store))
    _every(scheduler, TEND_SECONDS, lambda: reminding.tend(store, PublicHolidays()))


def _listen(scheduler: BackgroundScheduler, store: Store, connect: Connect) -> None:
    listening = Listening(store, connect)
    _every(scheduler, LISTEN_SECONDS, listening.tend)
    scheduler.add_listener(lambda _: listening.close(), EVENT_SCHEDULER_SHUTDOWN)


def _alarms(scheduler: BackgroundScheduler, settings: Settings, store: Store, capture: Duty | None) -> None:
    """Each in a thread of its own: an emergency never waits behind networks or browsers that hang."""
    holidays = PublicHolidays()
    for name, seconds, duty in (
        ("alarms", ALARM_SECONDS, lambda: escalating.look(store, holidays)),
        ("mail", MAIL_SECONDS, lambda: mailing.send(store, settings)),
    ):
        _alone(scheduler, name, seconds, duty)
    if capture:
        _alone(scheduler, "capture", CAPTURE_SECONDS, capture)


def _alone(scheduler: BackgroundScheduler, name: str, seconds: int, duty: Duty, at_once: int = 1) -> None:
    """In threads that no other duty takes."""
    scheduler.add_executor("threadpool", name, max_workers=at_once)
    scheduler.add_job(duty, "interval", seconds=seconds, executor=name, max_instances=at_once)


def _every(scheduler: BackgroundScheduler, seconds: int, duty: Duty, at_once: int = 1) -> None:
    scheduler.add_job(duty, "interval", seconds=seconds, max_instances=at_once)
