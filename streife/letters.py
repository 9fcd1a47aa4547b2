"""The e-mail of one notice: what kind, by whom, until when, and a link; nothing of any message."""

from collections.abc import Callable, Mapping
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from urllib.parse import urlencode

from casework.clocks import LOCAL
from casework.people import Officer
from casework.record import Notice, NoticeKind
from casework.visible import visible
from streife import front_door
from streife.settings import Settings

LONGEST_NAME = 80
NAMES = ("by", "account")
NUMBERS = ("emergencies", "waiting", "handovers", "overdue", "minutes", "streams")
PATHS = {
    "triage": "triage",
    "handovers": "uebergaben",
    "accounts": "konten",
    "cases": "faelle",
    "mine": "fuer-mich",
}
Page = tuple[str, Mapping[str, str]]
NEVER_OPENED = (NoticeKind.ABUSE,)  # nobody is led to abuse aimed at herself or himself


class NoAddress(Exception):
    """The officer has no address that an e-mail can go to."""


def page_of(notice: Notice) -> Page:
    """Where the notice leads: the name of a page of the dashboard, and the parameters of its address."""
    sort, _, rest = notice.subject.partition(":")
    number = rest.partition(":")[0]
    if notice.kind in _ELSEWHERE:
        return _ELSEWHERE[notice.kind](notice)
    if not number.isdigit():
        return "triage", {}
    if sort == "handover":
        return "handovers", {"handover": number}
    if sort == "case":
        return "cases", {"case": number}
    if sort == "message" and notice.kind not in NEVER_OPENED:
        return "triage", {"message": number}
    return "triage", {}


def _approval(notice: Notice) -> Page:
    """The answer to approve: whoever is asked may read its message there, and perhaps nowhere else."""
    asked = notice.detail.get("approval")
    return "triage", {"approval": str(asked)} if isinstance(asked, int) else {}


def _unapproved(notice: Notice) -> Page:
    """The writer to the message; the heads, who may not read it, to where people and accounts are told of."""
    sort, _, number = notice.subject.partition(":")
    return ("triage", {"message": number}) if sort == "message" else ("accounts", {})


_ELSEWHERE: Mapping[NoticeKind, Callable[[Notice], Page]] = {
    NoticeKind.CASE_RESULT: lambda _: ("mine", {}),
    NoticeKind.APPROVAL_WANTED: _approval,
    NoticeKind.APPROVAL_ORPHANED: _unapproved,
    NoticeKind.REPLIES_STOPPED: lambda _: ("accounts", {}),
    NoticeKind.STREAM_KEY: lambda _: ("accounts", {}),
    NoticeKind.STREAM_FAILING: lambda _: ("accounts", {}),
    NoticeKind.STREAM_SILENT: lambda _: ("accounts", {}),
    NoticeKind.STREAM_MENDED: lambda _: ("accounts", {}),
}


def letter(notice: Notice, officer: Officer, settings: Settings) -> EmailMessage:
    """The e-mail; the same notice always gives the same Message-ID. Raises NoAddress."""
    made = EmailMessage(policy=SMTP)
    made["From"] = Address("Streife", addr_spec=_checked(settings.smtp_from, "smtp_from"))
    made["To"] = Address(addr_spec=_checked(officer.email, officer.login))
    made["Subject"] = f"Streife: {_said(settings, f'mail-{notice.kind.value}')}"
    made["Date"] = format_datetime(notice.created_at)
    domain = settings.smtp_from.rpartition("@")[2]
    made["Message-ID"] = f"<notice.{notice.id}.{int(notice.created_at.timestamp())}@{domain}>"
    made["Auto-Submitted"] = "auto-generated"
    made.set_content("\n".join(_lines(notice, settings)), cte="quoted-printable")
    return made


def link(notice: Notice, settings: Settings) -> str:
    """The address that the notice leads to."""
    base = settings.public_url.rstrip("/") or f"http://{settings.host}:{settings.port}"
    page, parameters = page_of(notice)
    return f"{base}/{PATHS[page]}" + (f"?{urlencode(parameters)}" if parameters else "")


def _lines(notice: Notice, settings: Settings) -> list[str]:
    """Only what is known to hold no citizen's words: a colleague's name, our account, a moment, numbers."""
    lines = [_said(settings, f"mail-{notice.kind.value}") + ".", ""]
    for key in NAMES:
        name = notice.detail.get(key)
        if isinstance(name, str) and name:
            lines.append(_said(settings, f"mail-{key}", name=visible(name[:LONGEST_NAME]).replace("\n", " ")))
    due = notice.detail.get("due")
    if isinstance(due, str):
        moment = datetime.fromisoformat(due).astimezone(LOCAL)
        lines.append(_said(settings, "mail-due", when=f"{moment:%d.%m.%Y %H:%M}"))
    for name in NUMBERS:
        number = notice.detail.get(name)
        if isinstance(number, int):
            lines.append(_said(settings, f"mail-{name}", n=number))
    return [*lines, "", link(notice, settings), "", _said(settings, "mail-why-so-little")]


def _said(settings: Settings, key: str, **told: str | int) -> str:
    return front_door.house_words(settings.mail_language, key, **told)


def _checked(address: str, whose: str) -> str:
    """The address, if it is a plain one; a line break in it would begin a header of its own."""
    if not address:
        raise NoAddress(f"{whose}: no e-mail address; add one")
    if not (address.isascii() and address.isprintable() and address.count("@") == 1 and " " not in address):
        raise NoAddress(f"{whose}: {visible(address)[:LONGEST_NAME]!r} is no e-mail address; mend it")
    try:
        return Address(addr_spec=address).addr_spec
    except (ValueError, MessageError, IndexError):  # the standard library's parser raises any of them
        raise NoAddress(
            f"{whose}: {visible(address)[:LONGEST_NAME]!r} is no e-mail address; mend it"
        ) from None
