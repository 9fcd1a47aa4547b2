"""The embedded runner: APScheduler triggers the duties inside one process."""

from collections.abc import Callable
from datetime import timedelta

from apscheduler.schedulers.background import BackgroundScheduler

from casework.ports import Classifier, Store
from streife import duties
from streife.duties import Connect
from streife.settings import Settings

LOOK_SECONDS = 2


def start(settings: Settings, store: Store, connect: Connect, classifier: Classifier) -> BackgroundScheduler:
    """Start the duties; one run of each at a time, a late one is made up for once."""
    poll = timedelta(seconds=settings.poll_seconds)
    scheduler = BackgroundScheduler(
        timezone="UTC", job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
    )
    _every(scheduler, LOOK_SECONDS, lambda: _collect_and_assess(store, connect, classifier, poll))
    _every(scheduler, settings.recheck_hours * 3600, lambda: duties.recheck(store, connect))
    scheduler.start()
    return scheduler


def _collect_and_assess(store: Store, connect: Connect, classifier: Classifier, poll: timedelta) -> None:
    duties.collect(store, connect, poll)
    duties.assess(store, classifier)


def _every(scheduler: BackgroundScheduler, seconds: int, duty: Callable[[], object]) -> None:
    scheduler.add_job(duty, "interval", seconds=seconds)
