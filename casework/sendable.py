"""How an answer is to go out, and what keeps one from it, each with its remedy."""

from dataclasses import dataclass

from casework import placeholders
from casework.account import Account
from casework.errors import Refused
from casework.labels import Kind
from casework.lengths import PLAIN, Ruler
from casework.message import Message
from casework.ports import Work
from casework.reply import Reply, ReplyState


@dataclass(frozen=True, slots=True)
class How:
    """With whose four eyes, if the station wants any (0: nobody was chosen), and how lengths are counted."""

    approver_id: int = 0
    ruler: Ruler = PLAIN


ANYHOW = How()


def check(work: Work, message: Message, account: Account, text: str, kind: Kind) -> None:
    """Raise Refused with the remedy where such an answer cannot go out."""
    if not text.strip():
        raise Refused("answer: empty; write what the citizen is to read")
    if open_gaps := placeholders.gaps(text):
        raise Refused(f"answer: {', '.join(open_gaps)} is still to be filled in; write it or leave it out")
    _check_kind(message, kind)
    if not account.active:
        raise Refused(f"account {account.handle}: is no longer connected; nothing can be sent from it")
    on_its_way = (ReplyState.QUEUED, ReplyState.SENDING)
    if any(r.text == text for r in work.find(Reply, message_id=message.id, state=on_its_way)):
        raise Refused(f"message {message.id}: the same answer is on its way already")


def why_outdated(message: Message, reply: Reply) -> str:
    """Why an answer that was ready must not go out beneath its message as that is now; "" where it may."""
    if reply.kind is Kind.COMMENT and message.deleted_at:
        return _taken_back(message)
    if not reply.answers(message.version):
        return f"message {message.id}: was edited since; read it again before you send this"
    return ""


def _taken_back(message: Message) -> str:
    return f"message {message.id}: its author took it back; write a direct message instead"


def _check_kind(message: Message, kind: Kind) -> None:
    if kind is Kind.POST:
        raise Refused("answer: a post answers nobody; choose a comment or a direct message")
    if kind is Kind.COMMENT and message.kind is Kind.DM:
        raise Refused(f"message {message.id}: was written to you alone; answer with a direct message")
    if kind is Kind.COMMENT and message.deleted_at:
        raise Refused(_taken_back(message))
