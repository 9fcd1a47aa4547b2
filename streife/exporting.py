"""A case leaves the house: gathered and logged as read, written, and its fingerprint logged, too."""

from collections.abc import Callable

from casework.dossier import Dossier, gather
from casework.people import Person
from casework.ports import Store, Work
from streife.results import Exported


def export(
    store: Store, case_id: int, who: Callable[[Work], Person], write: Callable[[Dossier], Exported]
) -> Exported:
    """What `write` makes of the case; the store is free for others while it is written."""
    training = store.training
    with store.begin() as work:
        person = who(work)
        gathered = gather(work, person, case_id, training=training)
    written = write(gathered)
    told = {"package": written.path.name, "fingerprint": written.fingerprint}
    with store.begin() as work:
        work.record(person.login, "package_written", f"case:{case_id}", told)
    return written
