"""What the audit entries in a package say arrived, was bound into its case, and was taken out of it again."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from casework import pinning
from casework.dossier import Dossier, Exhibit
from evidence import form
from evidence.findings import Check

LONGEST_NUMBER = 19


@dataclass(frozen=True, slots=True)
class Arrival:
    """The number of the entry by which a wording was taken in, and the hashes (hex) it names.

    `sha256` is of the bytes, `reading` and `place` of what was read out of them (casework.pinning).
    What older logs did not name is "": they named no place, before that no reading, the oldest message and
    version only.
    """

    seq: int
    sha256: str = ""
    reading: str = ""
    place: str = ""

    def other(self, held: "Held") -> str:
        """What of this wording is not as it arrived; "" where all is."""
        if self.sha256 not in ("", held.sha256):
            return f"bytes were taken in as version {held.version}"
        if self.reading not in ("", held.reading):
            return "words, or another author or time, were read out of these bytes"
        if held.place and self.place not in ("", held.place):
            return "places (address, id, thread, kind) or attachments were read out of these bytes"
        return ""


@dataclass(frozen=True, slots=True)
class Held:
    """A wording as a package holds it: its file for people, the hash of its bytes and of what was read.

    `place` is "" but for the newest wording: only its attachments are kept with the message.
    """

    version: int
    file: str
    sha256: str
    reading: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Pins:
    """By message id: the hash (hex) that was bound last and is in the case still; and what was taken out.

    `arrived` is by message id and version.
    """

    bound: dict[int, str] = field(default_factory=dict)
    released: set[int] = field(default_factory=set)
    arrived: dict[tuple[int, int], Arrival] = field(default_factory=dict)

    def faults(self, message_id: int, pinned: str, versions: Iterable[Held]) -> Iterator[str]:
        """What the log says against an item that pins this hash, or does not say of it."""
        yield from filter(None, [self._of_binding(message_id, pinned)])
        here = list(versions)
        gone = {number for of, number in self.arrived if of == message_id} - {one.version for one in here}
        for number in sorted(gone):
            seq = self.arrived[message_id, number].seq
            yield f"version {number} is missing: entry {seq} of the audit log says that it was taken in"
        for held in here:
            arrival = self.arrived.get((message_id, held.version))
            if arrival is None:
                yield f"{held.file}: the audit log has no entry by which version {held.version} was taken in"
                continue
            if other := arrival.other(held):
                yield f"{held.file}: entry {arrival.seq} of the audit log says that other {other}"

    def unsaid(self, item: form.Item) -> str:
        """What an older log did not note when the wordings arrived, for people; "" where it noted all."""
        found = [self.arrived[item.message_id, one.version] for one in item.versions]
        if not all(one.sha256 for one in found):
            return " (an older log: it did not note the hash of each wording as it arrived)"
        if not all(one.reading for one in found):
            return " (an older log: it did not note author, time and words as they were read)"
        if not all(one.place for one in found):
            return " (an older log: it did not note address and attachments as they were read)"
        return ""

    def missing(self, items: Sequence[form.Item]) -> Iterator[Check]:
        """What the log says is in the case, and is not here."""
        for number in sorted(self.bound.keys() - {item.message_id for item in items}):
            words = f"message {number} is missing: the audit log says it was bound, and not taken out again"
            yield Check(form.CASE, False, words)

    def _of_binding(self, message_id: int, pinned: str) -> str:
        if message_id in self.released:
            return "the audit log says that it was taken out of the case"
        if message_id not in self.bound:
            return "the audit log has no entry that bound it into the case"
        agrees = self.bound[message_id] == pinned
        return "" if agrees else "the audit log says that other bytes were secured"


def of(dossier: Dossier) -> list[str]:
    """What the log says against the items before a package is written."""
    told = ([e.seq, "", e.actor, e.act, e.subject, e.detail] for e in dossier.audit)
    pins = logged(told, dossier.case.id)
    return [
        f"message {one.message.id}: {fault}"
        for number, one in enumerate(dossier.exhibits, start=1)
        for fault in pins.faults(one.message.id, one.item.sha256, _held(number, one))
    ]


def logged(entries: Iterable[object], case_id: int) -> Pins:
    """Read the entries, as JSON and in their order, for this case; others may have pinned other wordings."""
    pins = Pins()
    for entry in entries:
        match entry:
            case [_, _, _, act, str(subject), {"case": int(case), **told}] if case == case_id:
                _moved(pins, of_message(subject), act, told.get("sha256"))
            case [int(seq), _, _, "taken_in", _, {"messages": [*listed]}]:
                for one in listed:
                    _arrived(pins, seq, one)
            case _:
                pass
    return pins


def of_message(subject: str) -> int:
    """The number of the message that an entry is about; 0 where it is about another thing."""
    told = subject.removeprefix("message:")
    plain = told != subject and told.isascii() and told.isdigit() and len(told) <= LONGEST_NUMBER
    return int(told) if plain else 0


def _held(number: int, exhibit: Exhibit) -> Iterator[Held]:
    message = exhibit.message
    for one in exhibit.versions:
        read = pinning.reading(message.author, message.sent_at, one.text, one.raw)
        place = pinning.place(message, one.raw) if one.version == message.version else ""
        yield Held(one.version, form.raw_path(number, one), one.sha256, read, place)


def _moved(pins: Pins, message_id: int, act: object, pinned: object) -> None:
    """One entry about this case: did it bind a message, or take it out."""
    match act, pinned:
        case "bound_into_case", str(digest) if message_id:
            pins.bound[message_id] = digest
            pins.released.discard(message_id)
        case "released_from_case", _ if message_id:
            pins.bound.pop(message_id, None)
            pins.released.add(message_id)
        case _:
            pass


def _arrived(pins: Pins, seq: int, one: object) -> None:
    """The first entry counts: a wording is taken in once, whatever a later one says."""
    match one:
        case [int(number), int(version)]:
            found = Arrival(seq)
        case [int(number), int(version), str(digest)]:
            found = Arrival(seq, digest)
        case [int(number), int(version), str(digest), str(read)]:
            found = Arrival(seq, digest, read)
        case [int(number), int(version), str(digest), str(read), str(place), *_]:
            found = Arrival(seq, digest, read, place)
        case _:
            return
    pins.arrived.setdefault((number, version), found)
