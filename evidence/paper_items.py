"""One item in the report: facts, the machine's suggestions and people's decisions apart (BDSG 73)."""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from io import BytesIO

from PIL import Image, UnidentifiedImageError

from casework.annex import Annex, Around, PageCapture
from casework.assessment import Assessment
from casework.dossier import Dossier, Exhibit
from casework.media import Secured
from casework.message import Attachment, Version
from casework.record import Decision
from evidence import media
from evidence.form import raw_path
from evidence.ink import Own, Short, Wording
from evidence.phrases import named, share, shortly, when, who
from evidence.wording import changes, say

Rows = list[tuple[Own, object]]
HASH_PREFIX = 12
LARGEST_PICTURE = 400_000
DOTS_PER_MM = 6
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def row(number: int, exhibit: Exhibit, page: str | None = None) -> Mapping[str, object]:
    """The item's line in the table of items; without `page` its place is looked up in the same volume."""
    item, author = exhibit.item, exhibit.message.author
    return {
        "number": number,
        "at": shortly(exhibit.message.sent_at),
        "network": Own(say(exhibit.account.platform)),
        "author": author.handle,
        "file": Own(f"items/{number:04d}"),
        "hash": Own(item.sha256[:HASH_PREFIX]),
        "page": None if page is None else Own(page),
    }


def item(dossier: Dossier, annex: Annex, number: int, exhibit: Exhibit) -> Mapping[str, object]:
    """All that the report says of one item."""
    message = exhibit.message
    return {
        "number": number,
        "title": Own(f"Fundstück {number} von {len(dossier.exhibits)}"),
        "facts": _facts(dossier, exhibit),
        "versions": [_version(number, exhibit, one) for one in exhibit.versions],
        "attachments": list(_attachments(dossier, number, exhibit)),
        "captures": _captures(annex, message.id),
        "thread": [_around(one) for one in annex.threads.get(message.id, ())],
        "suggestions": [pair for one in exhibit.assessments for pair in _suggestion(one)],
        "decisions": [_decision(dossier, one) for one in exhibit.decisions],
    }


def _facts(dossier: Dossier, exhibit: Exhibit) -> Rows:
    message, account, bound = exhibit.message, exhibit.account, exhibit.item
    author = message.author
    secured = f"Fassung {bound.version}, {when(bound.added_at)}, {who(dossier, bound.added_by)}"
    return [
        (Own("Netzwerk"), Own(f"{say(account.platform)}, {say(message.kind)}")),
        (Own("An das Konto"), account.handle),
        (Own("geführt von"), who(dossier, account.officer_id)),
        (Own("Verfasserkonto"), author.handle),
        (Own("Name dort"), author.name or Own("keiner")),
        (Own("Kennung dort"), author.id),
        (Own("Kennung der Nachricht"), message.native_id),
        (Own("Adresse"), message.url or Own("keine")),
        (Own("Geschrieben"), when(message.sent_at)),
        (Own("Empfangen"), when(message.received_at)),
        (Own("Zuerst gesehen"), _seen(dossier, exhibit)),
        (Own("Gelöscht"), when(message.deleted_at)),
        (Own("Gesichert"), secured),
    ]


def _seen(dossier: Dossier, exhibit: Exhibit) -> str:
    """When a person saw it first, and who, as far as the log says."""
    at, login = when(exhibit.message.first_seen_at), exhibit.first_seen_by
    return f"{at}, {named(dossier, login)}" if login else at


def _version(number: int, exhibit: Exhibit, version: Version) -> Mapping[str, object]:
    bound = (version.version, version.sha256) == (exhibit.item.version, exhibit.item.sha256)
    language = exhibit.message.language
    return {
        "title": Own(f"Wortlaut, Fassung {version.version}{' (im Fall gesichert)' if bound else ''}"),
        "at": when(version.received_at),
        "file": Own(raw_path(number, version)),
        "hash": Own(version.sha256),
        "text": Wording(version.text),
        "lang": Own(language) if _LANGUAGE.fullmatch(language) else None,
    }


def _attachments(dossier: Dossier, number: int, exhibit: Exhibit) -> Iterator[Mapping[str, object]]:
    """Those that the newest wording shows, then all others that were secured, each under its own address."""
    kept, gone = media.arranged(exhibit)
    for place, attached in enumerate(exhibit.message.attachments):
        yield {
            "title": Own(f"Anhang {place + 1}"),
            "facts": [*_told(attached), *_kept(dossier, number, kept.get(place))],
            "told": Wording(attached.alt) if attached.alt else None,
        }
    for one in gone:
        yield {
            "title": Own("Anhang einer früheren Fassung"),
            "facts": [*_told_once(one), *_kept(dossier, number, one)],
            "told": None,
        }


def _told(attached: Attachment) -> Rows:
    return [
        (Own("Art laut Netzwerk"), attached.kind),
        (Own("Adresse"), attached.url or Own("ohne Adresse")),
        (Own("Beschreibung"), Own("siehe unten" if attached.alt else "keine")),
    ]


def _told_once(secured: Secured) -> Rows:
    return [
        (Own("Stand"), Own("Der neueste Wortlaut nennt diese Adresse nicht mehr.")),
        (Own("Adresse"), secured.media.url or Own("nicht mehr gespeichert")),
        (Own("Beschreibung"), Own("siehe die Urdateien der früheren Fassungen")),
    ]


def _kept(dossier: Dossier, number: int, kept: Secured | None) -> Rows:
    if kept is None:
        return [(Own("Gesichert"), Own("nicht gesichert"))]
    found = kept.media
    return [
        (Own("Gesichert"), f"{when(found.fetched_at)}, {who(dossier, found.fetched_by)}"),
        (Own("Datei"), Own(f"{media.path(number, kept)}, {found.size} Bytes")),
        (Own("SHA-256"), Own(found.sha256)),
    ]


def _captures(annex: Annex, message_id: int) -> list[Mapping[str, object]]:
    missing = PageCapture("Abbild der Seite")
    return [_capture(one, bool(annex.blackened)) for one in annex.captures.get(message_id) or (missing,)]


def _capture(one: PageCapture, blackened: bool) -> Mapping[str, object]:
    """A picture shows words that no bar covers: where anything is blackened, none is printed."""
    secured = one.secured_at is not None
    facts: Rows = [(Own("Stand"), Own(f"gesichert {when(one.secured_at)}" if secured else "NICHT GESICHERT"))]
    if not secured:
        facts.append((Own("Grund"), one.error or Own("kein Abbild liegt vor")))
    facts += [(Own(label), words) for label, words in one.seen]
    for path, digest in one.files:
        facts += [(Own("Datei"), Own(path)), (Own("SHA-256"), Own(digest))]
    shown = bool(secured and one.picture and not blackened)
    if secured and one.picture and blackened:
        facts.append((Own("Abdruck"), Own("entfällt, weil Daten Dritter geschwärzt sind")))
    return {
        "title": Own(one.about),
        "secured": secured,
        "facts": facts,
        "picture": _picture(one) if shown else None,
    }


def _picture(one: PageCapture) -> Mapping[str, object] | None:
    """The picture inside an SVG, which carries its bytes as text; nothing for what is none or too large."""
    if len(one.picture) > LARGEST_PICTURE:
        return None
    try:
        with Image.open(BytesIO(one.picture)) as found:
            kind, (width, height) = found.format, found.size
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError):
        return None
    if kind not in ("PNG", "JPEG"):
        return None
    data = f"data:image/{kind.lower()};base64,{b64encode(one.picture).decode()}"
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f'<image width="{width}" height="{height}" href="{data}"/></svg>'
    )
    # A tall page is shown so narrow that it fits on one page of ours.
    shown = min(width / DOTS_PER_MM, 190 * width / height)
    return {
        "svg": Own(svg),
        "width": max(1, int(shown)),
        "alt": Own(f"{one.about}, verkleinert; maßgeblich ist die Datei"),
    }


def _around(one: Around) -> Mapping[str, object]:
    return {"own": one.own, "at": shortly(one.sent_at), "who": Short(one.handle), "text": Wording(one.text)}


def _suggestion(assessment: Assessment) -> Rows:
    verdict = assessment.verdict
    hostile = ", ".join(f"{say(h)} {share(verdict.hostility_scores.get(h))}" for h in verdict.hostility)
    intent = f"{say(verdict.intent)} {share(verdict.intent_scores.get(verdict.intent))}"
    unsure = "; das Modell war sich nicht sicher" if verdict.abstained else ""
    others = "einer Nachricht" if verdict.read_with == 1 else f"{verdict.read_with} Nachrichten"
    around = f"; zusammen gelesen mit {others} derselben Person kurz davor oder danach"
    joined = around if verdict.read_with else ""
    said = f"{intent}; feindselig: {hostile or 'nein'}; gegen: {say(verdict.target)}; {say(verdict.urgency)}"
    return [
        (Own(f"Fassung {assessment.version}"), Own(f"{said}{unsure}{joined}")),
        (Own("Modell"), f"{verdict.model}, {when(assessment.assessed_at)}"),
    ]


def _decision(dossier: Dossier, decision: Decision) -> tuple[Own, object]:
    said = [who(dossier, decision.officer_id), say(decision.choice)]
    said += [f"Begründung: {decision.reason}"] if decision.reason else []
    said += [changed] if (changed := changes(decision.detail)) else []
    said += [f"zurückgenommen {when(decision.taken_back_at)}"] if decision.taken_back_at else []
    return Own(shortly(decision.decided_at)), "; ".join(said)
