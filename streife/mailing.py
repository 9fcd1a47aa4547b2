"""Notices go out by e-mail: who and when and a link, never a word of what anybody wrote.

A duty like the others: it works from what is kept, takes each notice on before the mail server hears of it,
tries again further and further apart, and keeps every failure where people see it.
"""

import logging
import smtplib
import ssl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from email.message import EmailMessage
from functools import partial

from casework import post
from casework.people import Officer
from casework.ports import Store, Work
from casework.record import Notice
from streife.again import again
from streife.letters import NoAddress, letter
from streife.settings import Settings

log = logging.getLogger(__name__)
AT_ONCE = 50
PATIENCE = 20  # seconds that a mail server may take for one answer
IMPLICIT_TLS = 465
LONGEST_ERROR = 200
FINAL_FROM = 500
NOT_SET_UP = "e-mail is not set up: set smtp_host and smtp_from"
GONE = "the officer is no longer active"


class MailTrouble(Exception):
    """The mail server did not take it; `final` where another try would end the same."""

    def __init__(self, words: str, *, final: bool = False) -> None:
        """Keep whether another try is worth it."""
        super().__init__(words[:LONGEST_ERROR])
        self.final = final


def send(store: Store, settings: Settings) -> int:
    """Mail what is due; returns how many went out. Training data stay among themselves."""
    if store.training:
        return 0
    with store.view() as work:
        waiting = work.to_mail(AT_ONCE)
    if not waiting:
        return 0
    if not is_set_up(settings):
        for notice in waiting:
            again(store, partial(_skip, notice, NOT_SET_UP))
        return 0
    return _send_all(store, settings, waiting)


def is_set_up(settings: Settings) -> bool:
    """Whether e-mail can go out at all."""
    return bool(settings.smtp_host and settings.smtp_from)


def state(work: Work, settings: Settings) -> str:
    """For health: "off", "ok" or "failing"."""
    if not is_set_up(settings):
        return "off"
    return "failing" if post.failing(work) else "ok"


def _send_all(store: Store, settings: Settings, waiting: Sequence[Notice]) -> int:
    """Over one line to the server; where that cannot be had or breaks, the rest waits for another try."""
    sent = 0
    try:
        with _line(settings) as server:
            for notice in waiting:
                sent += _send_one(store, settings, server, notice)
    except MailTrouble as trouble:
        log.warning("e-mail: %s", trouble)
        for notice in waiting:
            if again(store, partial(_begin, notice)):
                again(store, partial(_fail, notice, trouble))
    return sent


def _send_one(store: Store, settings: Settings, server: smtplib.SMTP, notice: Notice) -> bool:
    begun = again(store, partial(_begin, notice))
    if begun is None:
        return False
    officer = begun[1]
    try:
        if not officer.active:
            raise MailTrouble(GONE, final=True)
        made = letter(begun[0], officer, settings)
        _deliver(server, made, settings.smtp_from, officer.email)
    except NoAddress as why:
        again(store, partial(_fail, notice, MailTrouble(str(why), final=True)))
        return False
    except MailTrouble as trouble:
        log.warning("e-mail of notice %s: %s", notice.id, trouble)
        again(store, partial(_fail, notice, trouble))
        return False
    again(store, partial(_sent, notice))
    return True


def _deliver(server: smtplib.SMTP, made: EmailMessage, sender: str, to: str) -> None:
    try:
        server.send_message(made, sender, [to])
    except smtplib.SMTPRecipientsRefused as error:
        code, words = next(iter(error.recipients.values()))
        raise MailTrouble(_told(code, words), final=code >= FINAL_FROM) from error
    except smtplib.SMTPDataError as error:
        told = _told(error.smtp_code, error.smtp_error)
        raise MailTrouble(told, final=error.smtp_code >= FINAL_FROM) from error
    except (smtplib.SMTPException, OSError) as error:
        raise MailTrouble(_words_of(error)) from error


@contextmanager
def _line(settings: Settings) -> Iterator[smtplib.SMTP]:
    """A line to the mail server, secured and signed in as the settings say; never less secure than that."""
    try:
        server = _opened(settings)
    except (smtplib.SMTPException, OSError) as error:
        raise MailTrouble(_words_of(error)) from error
    try:
        yield server
    finally:
        try:
            server.quit()
        except (smtplib.SMTPException, OSError) as error:
            log.debug("e-mail: the line broke at the end: %s", error)


def _opened(settings: Settings) -> smtplib.SMTP:
    """Raises what smtplib and the operating system raise; leaves no socket behind then."""
    host, port = settings.smtp_host, settings.smtp_port
    trust = ssl.create_default_context(cafile=settings.smtp_ca_file)
    if port == IMPLICIT_TLS:
        server: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=PATIENCE, context=trust)
    else:
        server = smtplib.SMTP(host, port, timeout=PATIENCE)
    try:
        if settings.smtp_starttls and port != IMPLICIT_TLS:
            server.starttls(context=trust)
        if settings.smtp_user:
            server.login(settings.smtp_user, settings.smtp_password.get_secret_value())
    except BaseException:
        server.close()
        raise
    return server


def _begin(notice: Notice, work: Work) -> tuple[Notice, Officer] | None:
    begun = post.begin(work, notice)
    return (begun, work.get(Officer, notice.officer_id)) if begun else None


def _sent(notice: Notice, work: Work) -> Notice:
    return post.sent(work, notice)


def _fail(notice: Notice, trouble: MailTrouble, work: Work) -> Notice:
    return post.failed(work, notice, str(trouble), final=trouble.final)


def _skip(notice: Notice, why: str, work: Work) -> Notice:
    return post.skip(work, notice, why)


def _told(code: int, words: bytes | str) -> str:
    return f"{code} {words.decode('utf-8', 'replace') if isinstance(words, bytes) else words}"


def _words_of(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPResponseException):
        return _told(error.smtp_code, error.smtp_error)
    return f"{type(error).__name__}: {error}"
