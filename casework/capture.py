"""A picture and an archive of the page on which a message stands: asked for, made, or loudly not made."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from casework import binding
from casework.capture_record import (
    Capture,
    CaptureBody,
    CaptureFile,
    CaptureKind,
    CaptureReason,
    CaptureState,
    Seen,
)
from casework.erasure import erased
from casework.errors import Refused
from casework.limits import back_off
from casework.message import Message, sha256
from casework.network_page import is_public, page_of
from casework.notice import tell
from casework.people import Officer, Person
from casework.ports import Store, Work
from casework.reading import letter
from casework.record import Notice, NoticeKind
from casework.roles import Act, Letter, demand
from casework.sparing import carers

FIRST_WAIT, LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=6)
LEASE = timedelta(minutes=10)  # so long a capture is left to whoever took it; a crash gives it back then
MOST_TRIES = 12  # in a day and a half; then only a person begins anew
LONGEST_ERROR = 500


def ask(work: Work, person: Person, message_id: int) -> Capture:
    """A person wants the page captured, or tried again now; a page that was secured is captured once more.

    Raises NotAllowed, and Refused where there is no page to capture.
    """
    found = letter(work, message_id)
    demand(person, Act.READ_MESSAGE, found)
    demand(person, Act.DECIDE, found)
    page_of(found.message, found.account)
    if erased(work, message_id):
        raise Refused(f"message {message_id}: its words were erased; nothing of it is captured any more")
    last = latest(work, message_id)
    if last and last.state is not CaptureState.SECURED:
        made = work.replace(replace(last, tries=0, next_try_at=work.now, asked_by=person.id))
    else:
        made = _add(work, found.message, CaptureReason.ASKED, person.id)
    told = {"capture": made.id, "reason": CaptureReason.ASKED.value}
    work.record(person.login, "capture_asked", f"message:{message_id}", told)
    return made


def bound(work: Work, person: Person, message: Message) -> Capture | None:
    """What is bound into a case is captured, unless this wording was or is about to be."""
    return _automatically(work, [message], CaptureReason.BOUND, person).get(message.id)


def grave(work: Work, messages: Sequence[Message]) -> Mapping[int, Capture]:
    """These messages were flagged grave (`casework.gravity`): capture their pages, by message id."""
    return _automatically(work, messages, CaptureReason.GRAVE, None)


def take(work: Work, capture: Capture) -> Capture | None:
    """Take a due capture on before any browser starts, and note which wording it is to show; `None` where
    somebody else was faster. The page to open is read in the same transaction."""
    newest = work.get(Capture, capture.id)
    if newest.next_try_at is None or newest.next_try_at > work.now:
        return None
    version, left = work.get(Message, newest.message_id).version, work.now + LEASE
    taken = replace(newest, version=version, tries=newest.tries + 1, tried_at=work.now, next_try_at=left)
    return work.replace(taken)


def keep(work: Work, capture: Capture, seen: Seen) -> Capture:
    """The page was captured: keep its files, and their hashes in the audit log; doubtful ones are said aloud.

    `capture` is as it was taken: its version counts. What was edited since is ordered anew at once.
    Raises Refused where a picture or an archive is missing, or the message was erased meanwhile.
    """
    name = f"message {capture.message_id}, capture {capture.id}"
    kinds = [kind for kind, _, body in seen.files if body]
    if not {CaptureKind.SCREENSHOT, CaptureKind.ARCHIVE} <= set(kinds) or len(kinds) != len(set(kinds)):
        raise Refused(f"{name}: the browser brought no picture or no archive; nothing was secured")
    if erased(work, capture.message_id):
        raise Refused(f"{name}: the message was erased meanwhile; nothing was kept")
    newest = work.get(Capture, capture.id)
    files = [_keep_file(work, capture.id, one) for one in seen.files if one[2]]
    done = work.replace(
        replace(
            newest,
            version=capture.version,
            state=CaptureState.SECURED,
            secured_at=work.now,
            next_try_at=None,
            error="",
            page=seen.page,
        )
    )
    hashes = [[f.kind.value, f.sha256, f.size] for f in files]
    told = {"capture": done.id, "version": done.version, "files": hashes, "doubtful": done.doubtful}
    work.record("streife", "capture_secured", f"message:{capture.message_id}", told)
    if done.doubtful:
        _say_aloud(work, done)
    _move_on(work, done)
    return done


def failed(work: Work, capture: Capture, why: str, *, final: bool = False) -> Capture:
    """The page could not be captured: not secured, said aloud, tried again further and further apart.

    `final`: another try would end the same, so that only a person begins anew.
    """
    newest = work.get(Capture, capture.id)
    if newest.state is CaptureState.SECURED:
        return newest
    wait = back_off(newest.tries, FIRST_WAIT, LONGEST_WAIT, f"capture:{newest.id}")
    over = final or newest.tries >= MOST_TRIES
    error = why[:LONGEST_ERROR]
    kept = replace(
        newest, state=CaptureState.FAILED, error=error, next_try_at=None if over else work.now + wait
    )
    kept = work.replace(kept)
    told = {"capture": kept.id, "error": error, "tries": kept.tries, "again": not over}
    work.record("streife", "capture_failed", f"message:{kept.message_id}", told)
    _say_aloud(work, kept)
    return kept


def latest(work: Work, message_id: int) -> Capture | None:
    """The newest capture of a message."""
    found = work.find(Capture, message_id=message_id)
    return found[-1] if found else None


def standing(work: Work, messages: Sequence[Message]) -> Mapping[int, Capture | None]:
    """Message id -> the newest capture that secured its page, else the newest at all, else `None`.

    Only of messages that have a page that everybody sees.
    """
    ids = [m.id for m in messages if is_public(m)]
    best: dict[int, Capture | None] = dict.fromkeys(ids)
    for one in work.find(Capture, message_id=ids) if ids else ():
        before = best[one.message_id]
        secured = before is not None and before.state is CaptureState.SECURED
        if not secured or one.state is CaptureState.SECURED:
            best[one.message_id] = one
    return best


def due(work: Work, limit: int) -> list[Capture]:
    """What is to be captured now: what people asked for and cases need first, then the longest due."""
    return work.captures_due(limit)


def body_of(work: Work, file_id: int) -> bytes:
    """The bytes of one file of a capture, empty once it was erased; raises NotFound."""
    found = work.find(CaptureBody, file_id=file_id)
    return found[0].body if found else work.get(CaptureBody, 0).body


def bodies(store: Store) -> Callable[[int], bytes]:
    """Reads the bytes of one file at a time, each in a short transaction of its own."""

    def read(file_id: int) -> bytes:
        with store.view() as work:
            return body_of(work, file_id)

    return read


def files_of(work: Work, capture_ids: Sequence[int]) -> Mapping[int, tuple[CaptureFile, ...]]:
    """Capture id -> its files, without their bytes."""
    sorted_out: dict[int, tuple[CaptureFile, ...]] = {}
    for one in work.find(CaptureFile, capture_id=list(capture_ids)) if capture_ids else ():
        sorted_out[one.capture_id] = (*sorted_out.get(one.capture_id, ()), one)
    return sorted_out


def _automatically(
    work: Work, messages: Sequence[Message], reason: CaptureReason, person: Person | None
) -> dict[int, Capture]:
    public = {m.id: m for m in messages if is_public(m)}
    known: dict[int, list[Capture]] = {}
    for one in work.find(Capture, message_id=sorted(public)) if public else ():
        known.setdefault(one.message_id, []).append(one)
    new = [m for m in public.values() if not any(_covers(c, m) for c in known.get(m.id, ()))]
    made = {m.id: _add(work, m, reason, person.id if person else None) for m in new}
    if person:  # a person needs it now: what was given up begins anew
        given_up = (c for own in known.values() for c in own[-1:] if _given_up(c))
        made |= {c.message_id: work.replace(replace(c, tries=0, next_try_at=work.now)) for c in given_up}
    if made:
        actor = person.login if person else "streife"
        pairs = [[message_id, one.id] for message_id, one in made.items()]
        work.record(actor, "capture_asked", "messages", {"messages": pairs, "reason": reason.value})
    return made


def _move_on(work: Work, done: Capture) -> None:
    """Its author changed the message while the browser was open: the newest wording is captured, too; later
    and later, as who edits on and on must not keep the browser for himself."""
    message = work.get(Message, done.message_id)
    known = work.find(Capture, message_id=message.id)
    if not any(_covers(one, message) for one in known):
        new = _add(work, message, done.reason, done.asked_by, len(known))
        told = {"capture": new.id, "reason": done.reason.value}
        work.record("streife", "capture_asked", f"message:{message.id}", told)


def _covers(capture: Capture, message: Message) -> bool:
    """Whether it shows the newest wording, or will: what is not made yet shows what stands there then."""
    return capture.state is not CaptureState.SECURED or capture.version == message.version


def _given_up(capture: Capture) -> bool:
    return capture.state is not CaptureState.SECURED and capture.next_try_at is None


def _add(work: Work, message: Message, reason: CaptureReason, by: int | None, known: int = 1) -> Capture:
    wait = back_off(known, FIRST_WAIT, LONGEST_WAIT, f"edited:{message.id}") if known > 1 else timedelta()
    return work.add(Capture(message.id, message.version, reason, work.now, by, next_try_at=work.now + wait))


def _keep_file(work: Work, capture_id: int, given: tuple[CaptureKind, str, bytes]) -> CaptureFile:
    kind, media_type, body = given
    kept = work.add(CaptureFile(capture_id, kind, media_type, len(body), sha256(body)))
    work.add(CaptureBody(kept.id, body))
    return kept


def _say_aloud(work: Work, capture: Capture) -> None:
    """Tell whoever asked, else the case officers; of one case, and of all messages outside of cases, only one
    notice lies unseen at a time, so that a broken browser does not bury everything else."""
    found = letter(work, capture.message_id)
    cases = binding.items(work, message_id=capture.message_id)
    subject = f"case:{cases[-1].case_id}" if cases else f"message:{capture.message_id}"
    for officer_id in _listeners(work, capture, found):
        unseen = work.find(Notice, officer_id=officer_id, seen_at=None)
        same = [n.subject for n in unseen if n.kind is NoticeKind.CAPTURE_FAILED]
        if subject not in same and not (not cases and any(s.startswith("message:") for s in same)):
            tell(work, officer_id, NoticeKind.CAPTURE_FAILED, subject)


def _listeners(work: Work, capture: Capture, found: Letter) -> Sequence[int]:
    asker = work.find(Officer, id=capture.asked_by, active=True) if capture.asked_by else []
    officers = carers(work, [found.account])[found.account.id]
    return [o.id for o in asker] or officers or [found.account.officer_id]
