"""The embedded runner: APScheduler triggers the duties inside one process."""

from collections.abc import Callable
from datetime import timedelta

from apscheduler.schedulers.background import BackgroundScheduler

from casework.ports import Classifier, Store
from streife import duties
from streife.duties import Connect
from streife.settings import Settings

LOOK_SECONDS, WATCH_SECONDS = 2, 600
Duty = Callable[[], object]


def start(
    settings: Settings, store: Store, connect: Connect, classifier: Classifier, watch: Duty
) -> BackgroundScheduler:
    """Start the duties; one run of each at a time, a late one is made up for once.

    `watch` knows by itself whether its day has come.
    """
    scheduler = BackgroundScheduler(
        timezone="UTC", job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
    )
    _every(scheduler, LOOK_SECONDS, lambda: _collect_and_assess(settings, store, connect, classifier))
    _every(scheduler, settings.recheck_hours * 3600, lambda: duties.recheck(store, connect))
    _every(scheduler, WATCH_SECONDS, watch)
    scheduler.start()
    return scheduler


def _collect_and_assess(settings: Settings, store: Store, connect: Connect, classifier: Classifier) -> None:
    duties.collect(store, connect, timedelta(seconds=settings.poll_seconds))
    duties.assess(store, classifier, settings.spot_check_one_in)


def _every(scheduler: BackgroundScheduler, seconds: int, duty: Duty) -> None:
    scheduler.add_job(duty, "interval", seconds=seconds)
