"""A case leaves the house: gathered and logged as read, written, and its fingerprint logged, too."""

from collections.abc import Callable

from casework.dossier import Dossier, collect, prove
from casework.people import Person
from casework.ports import Store, Work
from streife.results import Exported


def export(
    store: Store, case_id: int, who: Callable[[Work], Person], write: Callable[[Dossier], Exported]
) -> Exported:
    """What `write` makes of the case; nobody waits for us while proofs are made and files are written."""
    training = store.training
    with store.begin() as work:
        person = who(work)
        collected = collect(work, person, case_id, training=training)
    with store.view() as work:
        proven = prove(work, collected)
    written = write(proven)
    told = {"package": written.path.name, "fingerprint": written.fingerprint}
    with store.begin() as work:
        work.record(person.login, "package_written", f"case:{case_id}", told)
    return written
