"""What the audit entries in a package say was bound into its case, and what was taken out of it again."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from evidence import form
from evidence.findings import Check


@dataclass(frozen=True, slots=True)
class Pins:
    """By message id: the hash (hex) that was bound last and is in the case still; and what was taken out."""

    bound: dict[int, str] = field(default_factory=dict)
    released: set[int] = field(default_factory=set)

    def fault(self, item: form.Item) -> str:
        """What the log says against an item; "" where it agrees, or says nothing."""
        if item.message_id in self.released:
            return "the audit log says that it was taken out of the case"
        agrees = self.bound.get(item.message_id, item.bound.sha256) == item.bound.sha256
        return "" if agrees else "the audit log says that other bytes were secured"

    def missing(self, items: Sequence[form.Item]) -> Iterator[Check]:
        """What the log says is in the case, and is not here."""
        for number in sorted(self.bound.keys() - {item.message_id for item in items}):
            words = f"message {number} is missing: the audit log says it was bound, and not taken out again"
            yield Check(form.CASE, False, words)


def logged(entries: Iterable[object], case_id: int) -> Pins:
    """Read the entries, as JSON and in their order, for this case; others may have pinned other wordings."""
    pins = Pins()
    for entry in entries:
        match entry:
            case [_, _, _, "bound_into_case", str(subject), {"case": int(case), "sha256": str(pinned)}]:
                number = _number(subject) if case == case_id else 0
                if number:
                    pins.bound[number] = pinned
                    pins.released.discard(number)
            case [_, _, _, "released_from_case", str(subject), {"case": int(case)}]:
                number = _number(subject) if case == case_id else 0
                if number:
                    pins.bound.pop(number, None)
                    pins.released.add(number)
            case _:
                pass
    return pins


def _number(subject: str) -> int:
    number = subject.removeprefix("message:")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 20 else 0
