"""The master keys: outside the database, and apart from what they seal.

One a line, 32 random bytes in Base64 (`openssl rand -base64 32`); the first seals, all open.
"""

import base64
import binascii
import fcntl
import hashlib
import hmac
import os
import secrets
import stat
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from casework.errors import Refused
from streife.settings import Settings

FILE = "streife.key"
HEADING = (
    "# Whoever has this file can open the accounts' keys. Keep a copy, but never beside the database's.\n"
)
KEY_BYTES, NONCE_BYTES, ID_LENGTH = 32, 12, 12


class Secret:
    """Words that no log, error, export or representation ever shows; only `reveal` gives them out."""

    __slots__ = ("_words",)

    def __init__(self, words: str) -> None:
        """Hide these words."""
        self._words = words

    def reveal(self) -> str:
        """The words themselves, for the network alone."""
        return self._words

    def __repr__(self) -> str:
        return "…"

    __str__ = __repr__

    def __format__(self, _: str) -> str:
        return "…"

    def __bool__(self) -> bool:
        return bool(self._words)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and hmac.compare_digest(self._words.encode(), other._words.encode())

    def __hash__(self) -> int:
        return hash(self._words)

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret is not written down")


@dataclass(frozen=True, slots=True)
class MasterKey:
    """One master key; its name is a hash of it, so that what it sealed can name it."""

    secret: Secret

    @property
    def id(self) -> str:
        """The first hex digits of the key's SHA-256."""
        return hashlib.sha256(self._raw).hexdigest()[:ID_LENGTH]

    @property
    def _raw(self) -> bytes:
        return base64.b64decode(self.secret.reveal())

    def seal(self, words: Secret, bound_to: str) -> bytes:
        """Nonce and ciphertext (AES-256-GCM), to be opened only as bound to the same thing."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + AESGCM(self._raw).encrypt(nonce, words.reveal().encode(), bound_to.encode())

    def open(self, sealed: bytes, bound_to: str) -> Secret | None:
        """What was sealed; None if it was altered, or bound to something else."""
        nonce, ciphertext = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
        try:
            return Secret(AESGCM(self._raw).decrypt(nonce, ciphertext, bound_to.encode()).decode())
        except (InvalidTag, ValueError):
            return None


def a_new_key() -> MasterKey:
    """Random, from the system's generator."""
    return MasterKey(Secret(base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()))


class KeyRing:
    """The master keys in force, read anew at each use: another process may have changed them."""

    def __init__(self, settings: Settings) -> None:
        """In the setting `master_keys`, else systemd's credentials, else the setting `key_file`."""
        self._told = settings.master_keys.get_secret_value()
        folder = os.environ.get("CREDENTIALS_DIRECTORY")
        given = Path(folder) / FILE if folder else None
        from_systemd = given is not None and given.exists() and not settings.key_file
        self.writable = not self._told and not from_systemd
        self._file = given if from_systemd and given else settings.key_file or settings.home / FILE

    @property
    def place(self) -> str:
        """Where the keys are, for people."""
        return "STREIFE_MASTER_KEYS" if self._told else str(self._file)

    def all(self) -> list[MasterKey]:
        """All, the one that seals first; none where there is no file. Raises Refused for an unfit file."""
        if self._told:
            return [*_parsed(self._told.replace(",", "\n"), self.place)]
        try:
            if self.writable:
                self._check_mode()
            return [*_parsed(self._file.read_text(encoding="ascii"), self.place)]
        except FileNotFoundError:
            return []
        except (OSError, UnicodeDecodeError) as error:
            raise Refused(f"{self.place}: {type(error).__name__}; the file of keys cannot be read") from None

    def named(self, key_id: str) -> MasterKey | None:
        """The key of that name."""
        return next((key for key in self.all() if key.id == key_id), None)

    def begin(self) -> list[MasterKey]:
        """The keys, with a first one made where there is no file yet; of two that begin at once one wins."""
        if not self.all():
            draft = self._draft([a_new_key()])
            with suppress(FileExistsError):
                os.link(draft, self._file)
            draft.unlink()
            sync_folder(self._file.parent)
        return self.all()

    def write(self, keys: Sequence[MasterKey]) -> None:
        """Replace the file in one step that a power cut cannot halve; mode 0600."""
        self._draft(keys).replace(self._file)
        sync_folder(self._file.parent)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else on this machine changes the keys until the block ends."""
        if not self.writable:
            yield
            return
        with self._file.with_name(f"{self._file.name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _draft(self, keys: Sequence[MasterKey]) -> Path:
        if not self.writable:
            raise Refused(f"{self.place}: is not ours to write; put a new key on its first line yourself")
        lines = HEADING + "".join(f"{key.secret.reveal()}\n" for key in keys)
        descriptor, name = tempfile.mkstemp(prefix=f"{self._file.name}.", dir=self._file.parent)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(lines)
            file.flush()
            os.fsync(file.fileno())
        return Path(name)

    def _check_mode(self) -> None:
        told = self._file.stat()
        if told.st_mode & (stat.S_IRWXG | stat.S_IRWXO):
            raise Refused(
                f"{self._file}: others may read it (mode {stat.S_IMODE(told.st_mode):o}); "
                f"run `chmod 600 {self._file}`, and `streife accounts rotate-key` if anybody did"
            )


def sync_folder(folder: Path) -> None:
    """Make sure that the folder's entries are on the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _parsed(text: str, place: str) -> Iterator[MasterKey]:
    for number, line in enumerate(text.splitlines(), 1):
        words = line.strip()
        if not words or words.startswith("#"):
            continue
        try:
            fits = len(base64.b64decode(words, validate=True)) == KEY_BYTES
        except binascii.Error:
            fits = False
        if not fits:
            raise Refused(f"{place}: line {number} is no key of {KEY_BYTES} bytes in Base64")
        yield MasterKey(Secret(words))
