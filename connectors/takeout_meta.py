"""What Facebook and Instagram let users download as JSON: of what others wrote the direct messages alone.

https://www.facebook.com/help/212802592074644, https://help.instagram.com/181231772500920. Each text comes
with the bytes of its UTF-8 taken for letters ("MÃ¼ller"); it is mended, the original stays in the raw bytes.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256

from casework.errors import Refused
from casework.labels import Kind, Platform
from casework.message import Attachment, Author, Received
from connectors.answers import at, listed, raw, shown, words
from connectors.takeout_zip import ANEW, Bundle

MESSAGES = re.compile(r"(?:.*/)?messages/[^/]+/([^/]+)/message_\d+\.json")
PLATFORMS = {
    Platform.FACEBOOK: ("your_facebook_activity/", "profile_information/profile_information.json"),
    Platform.INSTAGRAM: (
        "your_instagram_activity/",
        "personal_information/personal_information.json",
        "followers_and_following/",
    ),
}
PROFILE = re.compile(r"(?:.*/)?(?:profile_information|personal_information)\.json")
USER_NAMES = ("Username", "Benutzername", "Användarnamn", "Gebruikersnaam")
NAMES = ("Name", "Namn", "Naam")
ENCLOSED = {"photos": "image", "videos": "video", "audio_files": "audio", "gifs": "image", "files": "file"}
OWN = "export:"  # the download has no ids: ours are made from what cannot change


class MetaDownload:
    """The download of one Facebook or Instagram account; `platform` None where it could be of either."""

    holds = "direct messages, requests and archived ones too"
    lacks = (
        "comments, mentions and visitors' posts: Meta exports others' words in conversations alone; it gives"
        " them no ids, so that what a connected account has read already comes once more"
    )

    def __init__(self, bundle: Bundle) -> None:
        """Read whose download it is; raises Refused."""
        self._bundle = bundle
        fitting = [one for one in PLATFORMS if _names(bundle, *PLATFORMS[one])]
        self.platform = fitting[0] if len(fitting) == 1 else None
        self.name = (
            f"{self.platform.value.title()} download" if self.platform else "Facebook or Instagram download"
        )
        self.handle, self._names = "", set[str]()
        for name in filter(PROFILE.fullmatch, bundle.names):
            self._owner(bundle.json(name))

    @staticmethod
    def fits(bundle: Bundle) -> bool:
        """Whether the zip is one."""
        return any(map(MESSAGES.fullmatch, bundle.names)) or any(
            _names(bundle, *p) for p in PLATFORMS.values()
        )

    def messages(self) -> Iterator[Received | str]:
        """What others sent, or why one cannot be read; raises Refused where nothing can."""
        files = [name for name in self._bundle.names if MESSAGES.fullmatch(name)]
        if not self._names:
            self._names = self._in_all(files)
        known: Counter[str] = Counter()
        for name in files:
            yield from self._file(name, self._bundle.json(name), known)

    def _file(self, name: str, told: object, known: Counter[str]) -> Iterator[Received | str]:
        folder = MESSAGES.fullmatch(name)
        thread = mended(words(told, "thread_path")).rpartition("/")[2] or (folder[1] if folder else name)
        for place, message in enumerate(listed(told, "messages"), start=1):
            sender, sent = mended(words(message, "sender_name")), at(message, "timestamp_ms")
            time = _moment(sent)
            if sender in self._names or at(message, "is_unsent") is True:
                continue
            if not sender or time is None:
                missing = "timestamp_ms" if sender else "sender_name"
                yield f"{shown(name)}: message {place}: {missing} is missing"
                continue
            yield _received(thread, sender, time, message, known)

    def _owner(self, profile: object) -> None:
        """Both networks' profiles: the name by which the owner writes, and the handle."""
        fields = at(next(iter(listed(profile, "profile_user")), None), "string_map_data")
        names = [words(fields, one, "value") for one in (*NAMES, *USER_NAMES)]
        names.append(words(profile, "profile_v2", "name", "full_name"))
        handles = [words(fields, one, "value") for one in USER_NAMES] + [
            words(profile, "profile_v2", "username")
        ]
        self._names |= {mended(one) for one in names if one}
        self.handle = self.handle or next((mended(one) for one in handles if one), "")

    def _in_all(self, files: Sequence[str]) -> set[str]:
        """Without a profile: who takes part in every conversation."""
        parties = [
            {mended(words(one, "name")) for one in listed(self._bundle.json(name), "participants")}
            for name in files
        ]
        common = set.intersection(*parties) - {""} if parties else {""}
        if files and len(common) != 1:
            raise Refused(
                f"the download does not say whose it is; with 'personal information' chosen too, {ANEW}"
            )
        return common


def mended(text: str) -> str:
    """The text as it was written, of one that holds its UTF-8 as letters; any other as it is."""
    try:
        return text.encode("latin1").decode("utf8")
    except UnicodeError:
        return text


def _received(thread: str, sender: str, time: datetime, message: object, known: Counter[str]) -> Received:
    text = mended(words(message, "content"))
    same = "\0".join((thread, sender, time.isoformat(), text))
    known[same] += 1
    number = sha256(f"{same}\0{known[same]}".encode(errors="backslashreplace")).hexdigest()[:32]
    link = words(message, "share", "link")
    return Received(
        native_id=OWN + number,
        kind=Kind.DM,
        author=Author(sender, sender, sender),
        text=text,
        sent_at=time,
        raw=raw({"thread_path": thread, "message": message}),
        thread=thread,
        attachments=(
            *(Attachment(kind) for name, kind in ENCLOSED.items() for _ in listed(message, name)),
            *([Attachment("link", link, mended(words(message, "share", "share_text")))] if link else []),
        ),
    )


def _moment(milliseconds: object) -> datetime | None:
    try:
        return datetime.fromtimestamp(milliseconds / 1000, UTC) if isinstance(milliseconds, int) else None
    except (ValueError, OverflowError, OSError):
        return None


def _names(bundle: Bundle, *parts: str) -> bool:
    return any(part in name for name in bundle.names for part in parts)
