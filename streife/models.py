"""Which model is in force: learnt ones lie in the home's `models/` folder, `current` names one of them."""

import json
import logging
import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp
from threading import Lock
from typing import Any

from casework.assessment import Context, Disguise, Rung, Verdict
from casework.errors import Outdated, Refused, StoreUnavailable
from casework.ports import Classifier

log = logging.getLogger(__name__)
SHIPPED = "shipped"
FOLDER, POINTER, CARD = "models", "current", "model.json"
ROLL_BACK = "`streife models use shipped` goes back to the shipped model"
_VERSION = re.compile(r"\d{4}-\d\d-\d\d-[0-9a-f]{8}")

Open = Callable[[Path | None], Classifier]  # a folder's model, or the shipped one; refuses what was altered


def in_force(home: Path) -> str:
    """The version in force, or "shipped"; raises Refused when `current` names no version."""
    pointer = home / FOLDER / POINTER
    if not pointer.exists():
        return SHIPPED
    try:
        named = pointer.read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as error:
        raise Refused(f"{pointer}: cannot be read ({error}); {ROLL_BACK}") from error
    if named != SHIPPED and not _VERSION.fullmatch(named):
        raise Refused(f"{pointer}: names no version; {ROLL_BACK}")
    return named


def point(home: Path, version: str) -> None:
    """Name the version in force; a reader sees the old line or the new one, never half of it.

    Raises StoreUnavailable, as keep does, when the home cannot be written.
    """
    folder = home / FOLDER
    with _writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        fresh = folder / f"{POINTER}.{os.getpid()}"
        fresh.write_text(version + "\n", encoding="utf-8")
        fresh.replace(folder / POINTER)


def versions(home: Path) -> list[str]:
    """The learnt versions, by day."""
    return sorted(found.name for found in (home / FOLDER).glob("*") if _VERSION.fullmatch(found.name))


def folder_of(home: Path, version: str) -> Path | None:
    """Where a learnt version lies; None for the shipped one."""
    return None if version == SHIPPED else home / FOLDER / version


def keep(home: Path, version: str, write: Callable[[Path], object]) -> Path:
    """Store a learnt version whole: written beside its place, then moved there."""
    place = home / FOLDER / version
    with _writing(place):
        place.parent.mkdir(parents=True, exist_ok=True)
        half = Path(mkdtemp(prefix=".learning-", dir=place.parent))
        try:
            write(half)
            shutil.rmtree(place, ignore_errors=True)
            half.replace(place)
        finally:
            shutil.rmtree(half, ignore_errors=True)
    return place


@contextmanager
def _writing(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreUnavailable(f"{place}: cannot be written ({error.strerror}); free or mend it") from error


def card_of(folder: Path) -> Mapping[str, Any]:
    """What stands beside a model: version, thresholds, figures; raises Refused if unreadable."""
    file = folder / CARD
    try:
        card: Mapping[str, Any] = dict(json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise Refused(f"{file}: cannot be read ({error})") from error
    return card


def opened(home: Path, version: str, open_model: Open) -> Classifier:
    """A version's model; raises Refused with reason and remedy if it is missing, altered or misnamed."""
    try:
        found = open_model(folder_of(home, version))
    except Refused as why:
        raise type(why)(str(why) if version == SHIPPED else f"model {version}: {why}; {ROLL_BACK}") from why
    if version not in (SHIPPED, found.model):
        raise Refused(f"model {version}: its folder holds {found.model}; {ROLL_BACK}")
    return found


class InForce:
    """The classifier in force; when another is put in force, the next messages are judged by that one."""

    def __init__(self, home: Path, open_model: Open) -> None:
        """Load it; the shipped one where that was learnt by an older version of the program, as emergencies
        must not wait after an update. Raises Refused where it was tampered with."""
        self._home, self._open, self._lock = home, open_model, Lock()
        self._version = in_force(home)
        try:
            self._loaded = opened(home, self._version, open_model)
        except Outdated as why:
            self._loaded = opened(home, SHIPPED, open_model)
            log.error("%s; until then %s judges", why, self._loaded.model)

    @property
    def model(self) -> str:
        """Version of the model."""
        return self._newest().model

    def assess(self, texts: Sequence[str], contexts: Sequence[Context] | None = None) -> list[Verdict]:
        """One verdict a text, all by the same model."""
        return self._newest().assess(texts, contexts)

    def known(self, texts: Sequence[str]) -> list[float]:
        """The share of each text's words that the model knows."""
        return self._newest().known(texts)

    def foremost(self, texts: Sequence[str]) -> list[int]:
        """Which texts the model in force would judge first."""
        return self._newest().foremost(texts)

    def rules(self, text: str) -> Sequence[Rung]:
        """Which rules of danger and threats ring for a text."""
        return self._newest().rules(text)

    def disguises(self, text: str) -> Sequence[Disguise]:
        """Which words of a text are read past a disguise, and as what."""
        return self._newest().disguises(text)

    def _newest(self) -> Classifier:
        with self._lock:
            try:
                named = in_force(self._home)
                if named != self._version:
                    self._loaded, self._version = opened(self._home, named, self._open), named
            except Refused as why:  # emergencies must not wait: the sound model goes on judging
                log.error("%s; until then %s judges", why, self._loaded.model)
            return self._loaded
