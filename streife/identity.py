"""Who is here: sign-in with argon2, sessions kept on the server, gone at sign-out."""

import hashlib
import secrets
from dataclasses import replace
from datetime import timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from casework.errors import Conflict, NotFound, Refused
from casework.people import Grant, Officer, Person, Session
from casework.ports import Store, Work
from streife.attempts import REFUSED, SIGNED_IN, Attempts

SHORTEST_PASSWORD = 12
_hasher = PasswordHasher()
# Verified against when nobody of that name exists, so that the answer takes as long (of no known words).
_NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$yT9JwVSSw48xf/g8UReKyw$A9tFr0cd80g6BqNdyyzArS/+FzbR9GGjdjV9PK0SxZc"


class SignInRefused(Refused):
    """Name and password do not fit, or there were too many attempts; the text says no more."""


def hash_password(password: str) -> str:
    """The argon2id hash to keep; raises Refused for a password that is too short."""
    if len(password) < SHORTEST_PASSWORD:
        raise Refused(f"password: at least {SHORTEST_PASSWORD} characters")
    return _hasher.hash(password)


def sign_in(store: Store, login: str, password: str, hours: int, attempts: Attempts | None = None) -> str:
    """Check the password and open a session; returns its token, which only the browser keeps.

    Raises SignInRefused. Each password that was looked at is logged; while a name is locked none is, and one
    entry a minute tells how many came, as long as `attempts` is the same.
    """
    attempts = Attempts() if attempts is None else attempts
    with store.view() as work:
        officer, now = _officer(work, login), work.now
        subject = f"officer:{officer.id}" if officer else "officer:unknown"
        # Asked for nobody too, so that the answer takes as long.
        locked = attempts.locked(work, subject) and officer is not None
    if locked:
        _note_locked(store, subject, attempts.to_note(subject, now))
        raise SignInRefused("locked")
    fits = _verify(officer.password_hash if officer else _NOBODY, password)
    with store.begin() as work:
        if officer is not None and fits and _stands(work, officer):
            return _open(work, officer, hours)
        work.record("streife", REFUSED, subject, {"locked": False})
    raise SignInRefused("mismatch")


def person_of(store: Store, token: str) -> Person | None:
    """The person behind a token, or None when the session ended, expired or never was."""
    if not token:
        return None
    with store.view() as work:
        found = work.find(Session, token_hash=_digest(token))
        if not found or found[0].ended_at or found[0].expires_at <= work.now:
            return None
        here = person(work, found[0].officer_id)
        return here if here.officer.active else None


def sign_out(store: Store, token: str) -> Session | None:
    """End the session; a copied cookie is worth nothing from now on."""
    with store.begin() as work:
        found = [s for s in work.find(Session, token_hash=_digest(token)) if s.ended_at is None]
        if not found:
            return None
        ended = work.replace(replace(found[0], ended_at=work.now))
        login = work.get(Officer, ended.officer_id).login
        work.record(login, "signed_out", f"officer:{ended.officer_id}")
        return ended


def person(work: Work, officer_id: int) -> Person:
    """The officer with all roles; raises NotFound."""
    grants = work.find(Grant, officer_id=officer_id)
    return Person(work.get(Officer, officer_id), frozenset((g.role, g.station_id) for g in grants))


def named(work: Work, login: str) -> Person:
    """The person with that login; raises NotFound naming it."""
    officer = _officer(work, login)
    if officer is None:
        raise NotFound(f"nobody signs in as {login!r}; see `streife officers`")
    return person(work, officer.id)


def _stands(work: Work, checked: Officer) -> bool:
    """Whether the sign-in is open still, by the password that was looked at: hashing takes a while, in which
    somebody may end the one or change the other."""
    now = work.get(Officer, checked.id)
    if not now.active or now.password_hash != checked.password_hash:
        return False
    try:
        work.replace(now)  # so that who ends the sessions at this moment finds this one
    except Conflict:
        return False
    return True


def _open(work: Work, officer: Officer, hours: int) -> str:
    token = secrets.token_urlsafe(32)
    expires_at = work.now + timedelta(hours=hours)
    work.add(Session(_digest(token), officer.id, work.now, expires_at))
    work.record(officer.login, SIGNED_IN, f"officer:{officer.id}")
    return token


def _officer(work: Work, login: str) -> Officer | None:
    found = work.find(Officer, login=login)
    return found[0] if found else None


def _note_locked(store: Store, subject: str, refused: int) -> None:
    if refused:
        with store.begin() as work:
            work.record("streife", REFUSED, subject, {"locked": True, "refused": refused})


def _verify(hashed: str, password: str) -> bool:
    try:
        return _hasher.verify(hashed, password)
    except (VerifyMismatchError, InvalidHashError):
        return False


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
