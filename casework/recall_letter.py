"""The letter that tells a recipient what is wrong with a package and what is to be done, in German."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from casework.clocks import LOCAL
from casework.transmission import Transmission, Way
from casework.visible import visible


class RecallKind(StrEnum):
    """Something in it is wrong, it must not be used at all, or it must not be used for the time being."""

    CORRECTION = "correction"
    RECALL = "recall"
    RESTRICTION = "restriction"


@dataclass(frozen=True, slots=True)
class Facts:
    """Of the case what the recipient needs to find it: numbers and names, never its title."""

    number: str
    file_numbers: tuple[str, ...]
    station: str
    officer: str


SUBJECT = {
    RecallKind.CORRECTION: "Mitteilung einer Berichtigung",
    RecallKind.RECALL: "Rückruf übermittelter Daten",
    RecallKind.RESTRICTION: "Mitteilung einer Einschränkung der Verarbeitung",
}
WRONG = {
    RecallKind.CORRECTION: "Angaben in diesem Paket sind unrichtig:",
    RecallKind.RECALL: "Dieses Paket oder Teile davon hätten nicht übermittelt werden dürfen:",
    RecallKind.RESTRICTION: "Die Verarbeitung von Angaben in diesem Paket ist einzuschränken:",
}
TO_DO = {
    RecallKind.CORRECTION: "Bitte berichtigen Sie die Angaben in Ihren Akten und Dateien und unterrichten "
    "Sie die Stellen, denen Sie sie weitergegeben haben.",
    RecallKind.RECALL: "Bitte löschen Sie die bezeichneten Angaben und alle Kopien, oder schränken Sie "
    "ihre Verarbeitung ein, soweit sie zu Beweiszwecken aufzubewahren sind, und unterrichten Sie die "
    "Stellen, denen Sie sie weitergegeben haben.",
    RecallKind.RESTRICTION: "Bitte kennzeichnen Sie die Angaben als eingeschränkt und verwenden Sie sie "
    "bis auf Weiteres nur noch zu Beweiszwecken; unterrichten Sie die Stellen, denen Sie sie "
    "weitergegeben haben.",
}
WAYS = {
    Way.PORTAL: "Portal",
    Way.E_JUSTICE: "elektronischer Rechtsverkehr",
    Way.DISC: "Datenträger",
    Way.IN_PERSON: "persönlich",
    Way.OTHER: "auf anderem Weg",
}
LAW = "§ 75 Abs. 3 in Verbindung mit § 58 Abs. 5 BDSG; Landesrecht geht vor"


def text(sent: Transmission, facts: Facts, kind: RecallKind, reason: str, now: datetime) -> str:
    """The letter; hidden and turning characters in what people wrote stand as [U+202E]."""
    files = ", ".join(facts.file_numbers) or "uns nicht bekannt"
    way = WAYS[sent.way] if sent.way else ""
    when = f"{_day(sent.sent_at)} ({way})" if sent.sent_at else "nicht vermerkt"
    lines = [
        visible(facts.station),
        "",
        "An",
        visible(sent.recipient),
        "",
        f"Datum: {_day(now)}",
        "",
        f"{SUBJECT[kind]} ({LAW})",
        "",
        f"Ihr Aktenzeichen:  {visible(files)}",
        f"Unsere Fallnummer: {visible(facts.number)}",
        f"Paket:             {visible(sent.package)} (Lauf {visible(sent.run)})",
        f"Fingerabdruck:     {sent.fingerprint}",
        "                   (SHA-256 der Datei tagmanifest-sha256.txt im Paket)",
        f"Übermittelt am:    {when}",
        f"Grundlage:         {visible(sent.basis)}",
        "",
        "Sehr geehrte Damen und Herren,",
        "",
        WRONG[kind],
        "",
        *(f"    {visible(line)}" for line in reason.splitlines()),
        "",
        TO_DO[kind],
        "",
        "Bitte bestätigen Sie uns, dass Sie dem nachgekommen sind.",
        "",
        "Mit freundlichen Grüßen",
        visible(facts.officer),
    ]
    return "\n".join(lines) + "\n"


def _day(moment: datetime) -> str:
    return f"{moment.astimezone(LOCAL):%d.%m.%Y}"
