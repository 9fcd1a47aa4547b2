"""The way of a message: a connector hands it in, the store keeps it once, the classifier says what it is.

Start reading the house here. `collect` pulls one stream page by page, `take_in` keeps what
arrived, `judging.assess` labels what has no verdict yet. The worklist, the decision, the hand-over
and the case come after.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from casework import (
    answering,
    edits,
    erasure,
    fitting,
    pinning,
    unread,
)
from casework.account import Account, Gap, GapState, Stream
from casework.errors import SchemaChanged
from casework.message import Checkpoint, Deleted, Message, Received, sha256
from casework.network import Connector
from casework.ports import Store, Work
from casework.query import Taken

HOUSE = "streife"  # what connectors hand in is the house's own doing


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

    Raises the connector's error; pages kept before it stay, and the next pull resumes behind them. It ends
    before the first page that comes when the officer has left.
    """
    page: list[Received | Deleted] = []
    intakes: list[Intake] = []
    for piece in _through(stream, connector.pull(stream.name, stream.cursor)):
        if not isinstance(piece, Checkpoint):
            page.append(piece)
            continue
        with store.begin() as work:
            if not is_read(work, account):
                return _sum(intakes)
            account = _named(work, account, connector)
            intakes.append(_keep_page(work, account, page))
            stream = _move_on(work, stream, piece)
        page = []
    if page:
        with store.begin() as work:
            intakes += [_keep_page(work, account, page)] if is_read(work, account) else []
    return _sum(intakes)


def fill(store: Store, connector: Connector, account: Account, stream: Stream, gap: Gap) -> Intake:
    """Back-fill one gap as far as one go takes; each page and what is missing still are kept together.

    Raises the connector's error. Where the network no longer knows the place where the walk stopped, the
    next go begins at the newest. It ends as `collect` does when the officer has left.
    """
    page: list[Received | Deleted] = []
    intakes: list[Intake] = []
    try:
        for piece in _through(stream, connector.fill(stream.name, gap)):
            if not isinstance(piece, Checkpoint):
                page.append(piece)
                continue
            with store.begin() as work:
                if not is_read(work, account):
                    return _sum(intakes)
                intakes.append(_keep_page(work, account, page))
                gap = _narrow(work, gap, piece)
                unread.note(work, stream.id, piece.holes)
            page = []
    except SchemaChanged:
        if gap.resume and not intakes:
            with store.begin() as work:
                work.replace(replace(gap, resume=""))
        raise
    return _sum(intakes)


def is_read(work: Work, account: Account) -> bool:
    """Whether what is handed in may still be kept: the account, as it was when its network was asked, may
    have left or gone to a successor by now."""
    standing = work.get(Account, account.id)
    return standing.active and standing.officer_id == account.officer_id


def take_in(work: Work, account: Account, received: Sequence[Received], by: str = HOUSE) -> Intake:
    """Keep what arrived, once each; a message that does not fit is refused and blocks no other.

    Of what a network hands in as little as possible is refused (casework.fitting), each once in the log. The
    account's own words are no citizen's message: answers of ours are noted as seen, the rest is left out.
    `by`: the login of whoever gave them in a file, which no network vouches for; the log has it.
    """
    theirs = answering.come_back(work, account, received)
    fit, refused = fitting.fit(theirs, work.now, mend=by == HOUSE)
    taken = _kept(work, account, fit, by)
    changed = [t.message for t in taken if t.change != "unchanged"]
    arrived: list[list[int | str]] = [
        [t.message.id, t.message.version, sha256(one.raw), *_read(t.message, one)]
        for t, one in zip(taken, fit, strict=True)
        if t.change != "unchanged"
    ]
    for one_of_them in changed:
        erasure.keep_erased(work, one_of_them)
    told = fitting.note(work, account, refused) if by == HOUSE else refused
    if changed or told:
        work.record(by, "taken_in", f"account:{account.id}", _contents(arrived, told))
    return Intake(taken, tuple(refused))


def mark_deleted(work: Work, account: Account, native_id: str) -> Message | None:
    """Note that the author or the network took a message back; `None` if we never had it."""
    known = work.find(Message, account_id=account.id, native_id=native_id)
    if not known or known[0].deleted_at:
        return None
    gone = work.replace(replace(known[0], deleted_at=work.now))
    work.record("streife", "deleted_by_author", f"message:{gone.id}")
    return gone


def _through(
    stream: Stream, pieces: Iterable[Received | Deleted | Checkpoint]
) -> Iterator[Received | Deleted | Checkpoint]:
    """What a connector hands out, each message with the stream it came through."""
    for piece in pieces:
        yield replace(piece, stream=stream.name) if isinstance(piece, Received) else piece


def _named(work: Work, account: Account, connector: Connector) -> Account:
    """With the network's own id of it, which an account that was connected before we kept it lacks; some
    connectors know it once they have asked."""
    native_id = getattr(connector, "native_id", "")
    if account.native_id or not native_id:
        return account
    kept = work.get(Account, account.id)
    if kept.native_id:
        return kept
    named = work.replace(replace(kept, native_id=native_id))
    work.record(HOUSE, "account_named", f"account:{account.id}", {"native_id": native_id})
    return named


def _keep_page(work: Work, account: Account, page: Sequence[Received | Deleted]) -> Intake:
    intake = take_in(work, account, [p for p in page if isinstance(p, Received)])
    for gone in page:
        if isinstance(gone, Deleted):
            mark_deleted(work, account, gone.native_id)
    return intake


def _kept(work: Work, account: Account, fit: Sequence[Received], by: str) -> tuple[Taken, ...]:
    """A file knows other pictures, and is no sight of what was taken back; a network is."""
    if by != HOUSE:
        return tuple(work.take_in(account, edits.with_known_pictures(work, account.id, fit)))
    taken = work.take_in(account, fit)
    return tuple(replace(t, message=erasure.seen_again(work, t.message)) for t in taken)


def _move_on(work: Work, stream: Stream, checkpoint: Checkpoint) -> Stream:
    unread.note(work, stream.id, checkpoint.holes)
    if checkpoint.cut_off and not checkpoint.missed_from:
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
        error=stream.error if checkpoint.cut_off else "",
        error_at=stream.error_at if checkpoint.cut_off else None,
    )
    return work.replace(moved)


def _narrow(work: Work, gap: Gap, checkpoint: Checkpoint) -> Gap:
    """Split the gap where the back-filling stands: what was filled, and what is missing still."""
    edge = checkpoint.missed_to
    if checkpoint.missed_from is None or edge is None or edge <= gap.missed_from:
        if left := unread.stays(work, gap, checkpoint.holes):
            return left
        filled = work.replace(replace(gap, state=GapState.FILLED, resume=""))
        work.record("streife", "gap_filled", f"stream:{gap.stream_id}", {"gap": gap.id})
        return filled
    if edge < gap.missed_to:
        work.add(Gap(gap.stream_id, edge, gap.missed_to, GapState.FILLED))
    state = GapState.LOST if checkpoint.lost else GapState.OPEN
    rest = replace(gap, missed_to=min(edge, gap.missed_to), state=state, resume=checkpoint.resume)
    work.record("streife", "gap_narrowed", f"stream:{gap.stream_id}", {"gap": gap.id, "state": state.value})
    return work.replace(rest)


def _read(kept: Message, one: Received) -> tuple[str, str]:
    """Pins author, time and place as they are kept: an edit changes none of them."""
    read = pinning.reading(kept.author, kept.sent_at, one.text, one.raw)
    return read, pinning.place(kept, one.raw)


def _contents(
    arrived: Sequence[Sequence[int | str]], refused: Sequence[tuple[str, str]]
) -> dict[str, object]:
    """What one page brought, sealed at once: [message id, version, SHA-256 of the bytes, pin of what was read
    out of them, pin of where it stood and what lay beside it]."""
    contents: dict[str, object] = {"messages": arrived}
    if refused:
        contents["refused"] = [list(pair) for pair in refused]
    return contents


def _sum(intakes: Sequence[Intake]) -> Intake:
    return Intake(tuple(t for i in intakes for t in i.taken), tuple(r for i in intakes for r in i.refused))
