"""The way of a message: a connector hands it in, the store keeps it once, the classifier says what it is.

Start reading the house here. `collect` pulls one stream page by page, `take_in` keeps what
arrived, `assess` labels what has no verdict yet. The worklist, the decision, the hand-over and
the case come after.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from casework import answering, capture, erasure, escalation, gravity, spot_check
from casework.account import Account, Gap, GapState, Stream
from casework.assessment import Assessment, Verdict
from casework.errors import Refused, SchemaChanged
from casework.labels import Urgency
from casework.message import Checkpoint, Deleted, Message, Received, checked, sha256
from casework.network import Connector
from casework.ports import Classifier, Store, Work
from casework.query import Taken

GLANCED_AT = 5_000  # so many waiting messages are glanced at to find those that must not wait


@dataclass(frozen=True, slots=True)
class Intake:
    """What became of a batch: kept messages, and refused ones as (native id, reason)."""

    taken: tuple[Taken, ...]
    refused: tuple[tuple[str, str], ...]

    def count(self, change: str) -> int:
        """How many were "new", "edited" or "unchanged"."""
        return sum(t.change == change for t in self.taken)


def collect(store: Store, connector: Connector, account: Account, stream: Stream) -> Intake:
    """Pull one stream; each page and its checkpoint are kept in one transaction.

    Raises the connector's error; pages kept before it stay, and the next pull resumes behind them.
    """
    page: list[Received | Deleted] = []
    intakes: list[Intake] = []
    for piece in connector.pull(stream.name, stream.cursor):
        if not isinstance(piece, Checkpoint):
            page.append(piece)
            continue
        with store.begin() as work:
            intakes.append(_keep_page(work, account, page))
            stream = _move_on(work, stream, piece)
        page = []
    if page:
        with store.begin() as work:
            intakes.append(_keep_page(work, account, page))
    return _sum(intakes)


def fill(store: Store, connector: Connector, account: Account, stream: Stream, gap: Gap) -> Intake:
    """Back-fill one gap as far as one go takes; each page and what is missing still are kept together.

    Raises the connector's error. Where the network no longer knows the place where the walk stopped, the
    next go begins at the newest.
    """
    page: list[Received | Deleted] = []
    intakes: list[Intake] = []
    try:
        for piece in connector.fill(stream.name, gap):
            if not isinstance(piece, Checkpoint):
                page.append(piece)
                continue
            with store.begin() as work:
                intakes.append(_keep_page(work, account, page))
                gap = _narrow(work, gap, piece)
            page = []
    except SchemaChanged:
        if gap.resume and not intakes:
            with store.begin() as work:
                work.replace(replace(gap, resume=""))
        raise
    return _sum(intakes)


def take_in(work: Work, account: Account, received: Sequence[Received], by: str = "streife") -> Intake:
    """Keep what arrived, once each; a message that does not fit is refused and blocks no other.

    The account's own words are no citizen's message: answers of ours are noted as seen, the rest is left out.
    `by`: the login of whoever gave them in a file, which no network vouches for; the log has it.
    """
    fit: list[Received] = []
    refused: list[tuple[str, str]] = []
    for one in answering.come_back(work, account, received):
        try:
            fit.append(checked(one, work.now))
        except Refused as why:
            refused.append((one.native_id, str(why)))
    taken = tuple(work.take_in(account, fit))
    changed = [t.message for t in taken if t.change != "unchanged"]
    arrived: list[list[int | str]] = [
        [t.message.id, t.message.version, sha256(one.raw)]
        for t, one in zip(taken, fit, strict=True)
        if t.change != "unchanged"
    ]
    for one_of_them in changed:
        erasure.keep_erased(work, one_of_them)
    if changed or refused:
        work.record(by, "taken_in", f"account:{account.id}", _contents(arrived, refused))
    return Intake(taken, tuple(refused))


def mark_deleted(work: Work, account: Account, native_id: str) -> Message | None:
    """Note that the author or the network took a message back; `None` if we never had it."""
    known = work.find(Message, account_id=account.id, native_id=native_id)
    if not known or known[0].deleted_at:
        return None
    gone = work.replace(replace(known[0], deleted_at=work.now))
    work.record("streife", "deleted_by_author", f"message:{gone.id}")
    return gone


def assess(
    store: Store, classifier: Classifier, limit: int = 500, one_in: int = spot_check.ONE_IN
) -> list[Assessment]:
    """Label a batch of messages that have no verdict yet; returns what was written.

    Where more are waiting than one batch takes, the most alarming go first: in a flood an emergency must not
    queue. The classifier thinks between two transactions, so that nobody waits for it. One in so many that
    are judged harmless is drawn to be read again.
    """
    with store.begin() as work:
        waiting = work.unassessed(max(limit, GLANCED_AT))
    if not waiting:
        return []
    if len(waiting) > limit:
        waiting = [waiting[n] for n in classifier.foremost([m.text for m in waiting])[:limit]]
    verdicts = classifier.assess([m.text for m in waiting])
    with store.begin() as work:
        return keep_verdicts(work, waiting, verdicts, one_in)


def keep_verdicts(
    work: Work,
    messages: Sequence[Message],
    verdicts: Sequence[Verdict],
    one_in: int = spot_check.ONE_IN,
) -> list[Assessment]:
    """Keep one verdict a message, in order, and draw the spot check among them."""
    assessments = [
        Assessment(m.id, m.version, verdict, work.now) for m, verdict in zip(messages, verdicts, strict=True)
    ]
    if assessments:
        work.assessed(assessments)
        _keep_alarms(work, messages, assessments)
        work.record("streife", "assessed", "messages", _labels(assessments))
        _capture_grave(work, assessments)
        spot_check.draw(work, messages, assessments, one_in)
    return assessments


def _keep_alarms(work: Work, before: Sequence[Message], assessments: Sequence[Assessment]) -> None:
    """An emergency that nobody acknowledged is not edited away: it goes on waiting, as one that may be."""
    calmed = {a.message_id for a in assessments if a.verdict.urgency is not Urgency.ACUTE}
    ids = [m.id for m in before if m.id in calmed and escalation.waits(m)]
    for message in work.find(Message, id=ids) if ids else ():
        if message.urgency is not Urgency.ACUTE and not message.corrected:
            work.replace(replace(message, urgency=Urgency.ACUTE, abstained=True))
            work.record("streife", "alarm_kept", f"message:{message.id}", {"version": message.version})


def _capture_grave(work: Work, assessments: Sequence[Assessment]) -> None:
    """What stands there now as grave is captured at once; a correction by a person stands."""
    hostile = {a.message_id: a.verdict for a in assessments if a.verdict.hostility}
    found = work.find(Message, id=sorted(hostile)) if hostile else []
    capture.grave(work, [m for m in found if gravity.is_grave(m, hostile[m.id].hostility_scores)])


def _keep_page(work: Work, account: Account, page: Sequence[Received | Deleted]) -> Intake:
    intake = take_in(work, account, [p for p in page if isinstance(p, Received)])
    for gone in page:
        if isinstance(gone, Deleted):
            mark_deleted(work, account, gone.native_id)
    return intake


def _move_on(work: Work, stream: Stream, checkpoint: Checkpoint) -> Stream:
    if checkpoint.cut_off:
        return stream
    if checkpoint.missed_from and checkpoint.missed_to:
        state = GapState.LOST if checkpoint.lost else GapState.OPEN
        missed = Gap(stream.id, checkpoint.missed_from, checkpoint.missed_to, state, checkpoint.resume)
        gap = work.add(missed)
        work.record("streife", "gap_found", f"stream:{stream.id}", {"gap": gap.id, "state": state.value})
    first = not stream.cursor
    moved = replace(
        stream,
        cursor=checkpoint.cursor,
        since=checkpoint.since if first else stream.since,
        last_success_at=work.now,
        error="",
        error_at=None,
    )
    return work.replace(moved)


def _narrow(work: Work, gap: Gap, checkpoint: Checkpoint) -> Gap:
    """Split the gap where the back-filling stands: what was filled, and what is missing still."""
    edge = checkpoint.missed_to
    if checkpoint.missed_from is None or edge is None or edge <= gap.missed_from:
        filled = work.replace(replace(gap, state=GapState.FILLED, resume=""))
        work.record("streife", "gap_filled", f"stream:{gap.stream_id}", {"gap": gap.id})
        return filled
    if edge < gap.missed_to:
        work.add(Gap(gap.stream_id, edge, gap.missed_to, GapState.FILLED))
    state = GapState.LOST if checkpoint.lost else GapState.OPEN
    rest = replace(gap, missed_to=min(edge, gap.missed_to), state=state, resume=checkpoint.resume)
    work.record("streife", "gap_narrowed", f"stream:{gap.stream_id}", {"gap": gap.id, "state": state.value})
    return work.replace(rest)


def _contents(
    arrived: Sequence[Sequence[int | str]], refused: Sequence[tuple[str, str]]
) -> dict[str, object]:
    """What one page brought: [message id, version, SHA-256 of the bytes as they arrived], sealed at once."""
    contents: dict[str, object] = {"messages": arrived}
    if refused:
        contents["refused"] = [list(pair) for pair in refused]
    return contents


def _labels(assessments: Sequence[Assessment]) -> dict[str, object]:
    return {
        "model": assessments[0].verdict.model,
        "intents": [[a.message_id, a.verdict.intent.value] for a in assessments],
    }


def _sum(intakes: Sequence[Intake]) -> Intake:
    return Intake(tuple(t for i in intakes for t in i.taken), tuple(r for i in intakes for r in i.refused))
