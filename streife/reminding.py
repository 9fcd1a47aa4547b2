"""The desk's duties around hand-overs: beats for what arrives, deadlines, and the change of shift."""

from casework import proposing, shift, tending
from casework.ports import Holidays, Store
from streife import gazetteer
from streife.again import again

AT_ONCE = 500
MOST_BATCHES = 20  # then others have a turn; the rest follows with the next look


def place(store: Store) -> int:
    """Note the beats of what arrived, and of all once more where the beats changed; returns how many."""
    placed = 0
    with store.view() as work:
        if not proposing.waits(work):
            return 0
    towns = gazetteer.towns()
    for _ in range(MOST_BATCHES):
        found = again(store, lambda work: proposing.place_some(work, AT_ONCE, towns))
        placed += found
        if found < AT_ONCE:
            break
    return placed


def tend(store: Store, holidays: Holidays) -> int:
    """Rescue, remind, and tell whoever comes on duty; returns how much there was to do."""
    rescued = again(store, tending.rescue) + again(store, tending.open_approvals)
    told = again(store, lambda work: tending.remind(work, holidays))
    return rescued + told + again(store, shift.tell)
