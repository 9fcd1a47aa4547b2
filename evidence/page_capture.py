"""Captures one page: a browser in a process of its own, one guarded way out, and a hard end in time."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event
from typing import Any
from urllib.parse import urlsplit
from zipfile import is_zipfile

from casework.capture_record import CaptureKind, Seen
from casework.errors import Refused, StreifeError, Transient
from casework.network_page import Target, asks_to_sign_in
from casework.visible import visible
from evidence import page_proxy, page_visit
from evidence.page_proxy import Allowed, Resolve, Way
from evidence.page_visit import Job

PAGE_SECONDS, SETTLE_SECONDS, MOST_SECONDS = 30.0, 5.0, 120.0
LOOK_SECONDS = 0.25
MOST_BYTES, MOST_KEPT = 40 * 2**20, 60 * 2**20
LONGEST_SHOWN = 200
PNG = b"\x89PNG\r\n\x1a\n"
PAGES = ("text/html", "application/xhtml+xml")
GONE, NOT_FOR_ALL, LATER = (404, 410), (401, 403, 407, 451), (408, 425, 429)
SERVER_TROUBLE, ERROR = 500, 400
MISSING = "chromium: no browser is installed; install it (apt-get install chromium) or name it in `chromium`"
BY_HAND = "nothing was secured; secure it by hand on the network itself"
CUT_OFF = "after {:,} bytes nothing more was fetched; pictures and films may be missing"
FILES = (
    (CaptureKind.SCREENSHOT, "image/png", page_visit.PICTURE),
    (CaptureKind.ARCHIVE, "application/wacz", page_visit.ARCHIVE),
    (CaptureKind.TEXT, "text/plain", page_visit.TEXT),
    (CaptureKind.PROFILE, "image/png", page_visit.PROFILE),
)


@dataclass(frozen=True, slots=True)
class Means:
    """With what is captured: the path of the browser, whom it may reach, and how far it goes.

    `allowed` says of scheme and address whether a connection may be made. `seconds` is the hard end,
    `stop` an earlier one.
    """

    allowed: Allowed
    resolve: Resolve
    chromium: str
    seconds: float = MOST_SECONDS
    page_seconds: float = PAGE_SECONDS
    settle_seconds: float = SETTLE_SECONDS
    most_bytes: int = MOST_BYTES
    flags: tuple[str, ...] = ()
    stop: Event = field(default_factory=Event)


def opener(chromium: str, allowed: Allowed, resolve: Resolve) -> Callable[[Target, Event], Seen]:
    """`capture` with the house's own browser and rule; what it returns is given a page and when to stop."""
    return lambda target, stop: capture(target, Means(allowed, resolve, chromium, stop=stop))


def capture(target: Target, means: Means) -> Seen:
    """Open the page and bring home picture, archive, words, and a picture of the author's profile.

    Raises Refused where another try would end the same, Transient where it may not.
    """
    if not Path(means.chromium).is_file():
        raise Transient(f"{MISSING}; until then nothing is secured")
    with TemporaryDirectory(prefix="streife-capture-", ignore_cleanup_errors=True) as folder:
        with page_proxy.opened(_way(target, means)) as way:
            result = _visited(_job(target, means, way, folder), means)
        return brought(result, target, way, Path(folder))


def brought(result: Mapping[str, Any], target: Target, way: Way, folder: Path) -> Seen:
    """What a visit left in the folder, if it is the message's page; raises as `capture` does."""
    told = result["page"]
    if way.too_much and (told["fault"] or told["words_found"] is False):
        raise Refused(f"{_host(target)}: more than {way.most_bytes:,} bytes; {BY_HAND}")
    if way.too_much:
        told["remarks"].append(CUT_OFF.format(way.most_bytes))
    _check(told, target, way)
    profile = _profile(result["profile"], target, folder)
    files = [(kind, media, _read(folder / name)) for kind, media, name in FILES]
    _check_files({kind: body for kind, _, body in files}, folder)
    return Seen(_page(result, profile, way), tuple(one for one in files if one[2]))


def fault(told: Mapping[str, Any], target: Target) -> StreifeError | None:
    """Why what was opened is not the message's page, `None` where it may be."""
    host = _host(target)
    status, final = int(told["status"]), str(told["final_url"])
    if told["fault"]:
        return Transient(f"{host}: {_shown(str(told['fault']))}; nothing was secured, it is tried again")
    if status in GONE:
        return Refused(f"{host}: answered {status}; the page is gone there, nothing was secured")
    if status >= SERVER_TROUBLE or status in LATER or status < 1:
        return Transient(f"{host}: answered {status}; nothing was secured, it is tried again")
    if not target.own(final) or asks_to_sign_in(final):
        return Refused(f"{host}: sent us to {_shown(final)} instead, as to sign in; {BY_HAND}")
    if status in NOT_FOR_ALL or status >= ERROR:
        return Refused(f"{host}: answered {status}; it is not shown to everybody, {BY_HAND}")
    return _hollow(told, host)


def _hollow(told: Mapping[str, Any], host: str) -> StreifeError | None:
    """A page that came, but without the message."""
    if told["media_type"] not in PAGES:
        return Refused(f"{host}: gave no web page but {_shown(str(told['media_type']))}; {BY_HAND}")
    if not str(told["text"]).strip():
        return Transient(f"{host}: the page stayed empty; nothing was secured, it is tried again")
    if told["password_field"] and told["words_found"] is False:
        return Refused(f"{host}: asks to sign in and does not show the message; {BY_HAND}")
    return None


def _way(target: Target, means: Means) -> Way:
    port = urlsplit(target.url).port or 443
    return Way(means.allowed, means.resolve, port, time.monotonic() + means.seconds, means.most_bytes)


def _job(target: Target, means: Means, way: Way, folder: str) -> Job:
    """Who is root has no sandbox to offer: Chromium refuses one there."""
    return Job(
        url=target.url,
        folder=folder,
        proxy=way.address,
        chromium=means.chromium,
        profile=target.profile,
        words=target.words,
        seconds=means.page_seconds,
        settle=means.settle_seconds,
        sandbox=os.geteuid() != 0,
        flags=means.flags,
    )


def _visited(job: Job, means: Means) -> dict[str, Any]:
    """Run the browser's process to its end, or end it; Chromium ends with the pipe to it."""
    host = _shown(urlsplit(job.url).hostname or "")
    command = [sys.executable, "-m", page_visit.__name__]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=environment(job.folder),
        cwd=job.folder,
        start_new_session=True,
        text=True,
    ) as child:
        said = _until_done(child, json.dumps(asdict(job)), means)
    if said is None:
        raise Transient(f"{host}: not done in {means.seconds:.0f} s; nothing was secured, it is tried again")
    try:
        result: dict[str, Any] = json.loads((Path(job.folder) / page_visit.TOLD).read_text(encoding="ascii"))
    except (OSError, ValueError):
        last = _shown(said.strip().rpartition("\n")[2])
        raise Transient(f"browser: ended without a result ({last}); nothing was secured") from None
    return result


def _until_done(child: "subprocess.Popen[str]", job: str, means: Means) -> str | None:
    """What the child said at its end; `None` where it was ended, and all that belongs to it."""
    end, told = time.monotonic() + means.seconds, [job]  # it is told once, and then only waited for
    while time.monotonic() < end and not means.stop.is_set():
        try:
            return child.communicate(told.pop() if told else None, timeout=LOOK_SECONDS)[1]
        except subprocess.TimeoutExpired:
            continue
    os.killpg(child.pid, signal.SIGKILL)
    child.communicate()
    return None


def environment(folder: str) -> dict[str, str]:
    """No setting and no key of the house goes to where strangers' pages run."""
    house = str(Path(__file__).parents[1])
    paths = os.pathsep.join([house, *(p for p in sys.path if p and p != house)])
    path = os.environ.get("PATH", os.defpath)
    return {"PATH": path, "HOME": folder, "TMPDIR": folder, "LANG": "C.UTF-8", "PYTHONPATH": paths}


def _check(told: Mapping[str, Any], target: Target, way: Way) -> None:
    refused = urlsplit(target.url).hostname in way.refused
    if told["fault"] and refused:
        raise Refused(f"{_host(target)}: only https to public addresses is opened; {BY_HAND}")
    if wrong := fault(told, target):
        raise wrong


def _profile(told: Mapping[str, Any] | None, target: Target, folder: Path) -> Mapping[str, object]:
    """What the profile's visit tells; the picture of anything but the profile is not kept."""
    if told is None:
        return {}
    wrong = fault(told, Target(target.profile, "", "", target.own))
    if wrong:
        (folder / page_visit.PROFILE).unlink(missing_ok=True)
        return {"url": target.profile, "fault": str(wrong)}
    names = ("url", "final_url", "status", "title", "begun_at", "ended_at", "remarks")
    return {name: told[name] for name in names}


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _check_files(bodies: Mapping[CaptureKind, bytes], folder: Path) -> None:
    picture, size = bodies[CaptureKind.SCREENSHOT], sum(map(len, bodies.values()))
    if not picture.startswith(PNG) or not is_zipfile(folder / page_visit.ARCHIVE):
        raise Transient(
            "browser: brought no whole picture or archive; nothing was secured, it is tried again"
        )
    if size > MOST_KEPT:
        raise Refused(f"browser: picture and archive need {size:,} bytes, {MOST_KEPT:,} may be; {BY_HAND}")


def _page(result: Mapping[str, Any], profile: Mapping[str, object], way: Way) -> Mapping[str, object]:
    """What is told of the page beside its files; its words are in a file of their own."""
    told = {name: value for name, value in result["page"].items() if name not in ("text", "fault")}
    hosts = {"reached": dict(sorted(way.reached.items())), "refused": sorted(way.refused)}
    return {
        **told,
        "profile": profile,
        "hosts": hosts,
        "browser": result["browser"],
        "archive": result["archive"],
    }


def _host(target: Target) -> str:
    return _shown(urlsplit(target.url).hostname or "")


def _shown(words: str) -> str:
    return visible(words[:LONGEST_SHOWN])
