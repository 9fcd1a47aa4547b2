"""What every store must do, in short sentences; inherit it and offer a `store` fixture."""

from tests.contracts.alarms import AlarmsContract
from tests.contracts.beats import BeatContract
from tests.contracts.captures import CaptureContract
from tests.contracts.folding import FoldingContract
from tests.contracts.intake import IntakeContract
from tests.contracts.late_verdicts import LateVerdictContract
from tests.contracts.leaving import LeavingContract
from tests.contracts.log import LogContract
from tests.contracts.records import RecordContract
from tests.contracts.searching import SearchContract
from tests.contracts.worklist import WorklistContract


class QueueContract(WorklistContract, SearchContract, FoldingContract):
    """The queue: who sees what in which order, what is found, what is folded."""


class DutyContract(AlarmsContract, LateVerdictContract, BeatContract, CaptureContract, LeavingContract):
    """What the duties ask for: emergencies, places and notices, pages to capture, what is left behind."""


class StoreContract(RecordContract, IntakeContract, LogContract, QueueContract, DutyContract):
    """All of it."""
