"""The daily look at how the model fares: what is read again, and whether the messages drift away from it."""

from casework import drift
from casework.drift import Finding
from streife import duties, wiring


def watch() -> Finding | None:
    """Do the day's look if it is still due; returns its finding when it was made now."""
    weekly = wiring.settings().spot_check_weekly
    return duties.watch(wiring.store(), wiring.classifier(), wiring.sampling(), weekly)


def look() -> Finding:
    """What the day's look would find now; nothing is recorded."""
    with wiring.store().view() as work:
        samples = drift.gather(work, wiring.classifier().model)
    return drift.compare(samples, wiring.classifier(), wiring.sampling())
