"""Which templates fit a message, in which language, and the facts that fill them; some are shipped."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from casework import four_eyes, placeholders
from casework.account import Account
from casework.labels import Hostility, Intent, Urgency
from casework.message import Message
from casework.people import Officer, Person, Station
from casework.placeholders import LANGUAGES, Placeholder
from casework.ports import Work
from casework.template import Purpose, Tone, Wording, kept

FOLDER = Path(__file__).with_name("templates")


class Source(StrEnum):
    """Whose template it is."""

    OWN = "own"
    STATION = "station"
    SHIPPED = "shipped"


@dataclass(frozen=True, slots=True)
class Offer:
    """A template as it is offered for one answer; `key` names it in a list."""

    key: str
    source: Source
    wording: Wording


@cache
def shipped() -> Mapping[str, tuple[Wording, ...]]:
    """What Streife brings along, by language."""
    return {language: _read(language) for language in LANGUAGES}


def facts(work: Work, account: Account, message: Message) -> dict[Placeholder, str]:
    """What stands for the placeholders in an answer to this message; "" where we do not know."""
    station = work.get(Station, account.station_id)
    return {
        Placeholder.OFFICER: work.get(Officer, account.officer_id).name,
        Placeholder.STATION: station.name,
        Placeholder.CITIZEN: placeholders.called(message.author),
        Placeholder.EMERGENCY: placeholders.emergency_number(station.land),
        Placeholder.LINK: four_eyes.settings_of(work, station.id).link,
    }


def language_of(message: Message, read: str = "") -> str:
    """The language to answer in: as the words were read, else as the network says, else German."""
    for told in (read, message.lang):
        if told[:2].lower() in LANGUAGES:
            return told[:2].lower()
    return LANGUAGES[0]


def offers(work: Work, person: Person, account: Account, message: Message, lang: str) -> list[Offer]:
    """Templates in that language, what fits the message first; the officer's own before all others."""
    own = [(Source.OWN, t) for t in kept(work, account.station_id, person.id)]
    station = [(Source.STATION, t) for t in kept(work, account.station_id)]
    found = [Offer(f"kept:{t.id}", source, t.wording) for source, t in (*own, *station)]
    brought = shipped().get(lang, ())
    found += [Offer(f"{lang}:{i}", Source.SHIPPED, wording) for i, wording in enumerate(brought)]
    order, formal = fitting(message), Tone.FORMAL if is_grave(message) else Tone.WARM
    return sorted(
        (offer for offer in found if offer.wording.lang == lang),
        key=lambda o: (
            order.index(o.wording.purpose) if o.wording.purpose in order else len(order),
            list(Source).index(o.source),
            o.wording.tone is not formal,
        ),
    )


def fitting(message: Message) -> Sequence[Purpose]:
    """The purposes that fit, the likeliest first."""
    first: list[Purpose] = []
    if message.urgency is Urgency.ACUTE or message.intent is Intent.EMERGENCY:
        first += [Purpose.EMERGENCY, Purpose.CALL]
    if set(message.hostility) & {Hostility.HATE, Hostility.INCITEMENT, Hostility.SYMBOL}:
        first += [Purpose.HATE, Purpose.RULES]
    if set(message.hostility) - {Hostility.INSULT}:
        first += [Purpose.RULES, Purpose.HATE]
    if message.hostility:
        first += [Purpose.CALM, Purpose.RULES]
    first += BY_INTENT.get(message.intent, ()) if message.intent else ()
    return tuple(dict.fromkeys(first))


def is_grave(message: Message) -> bool:
    """Whether the matter asks for the formal tone."""
    return bool(message.hostility) or message.urgency is Urgency.ACUTE


BY_INTENT: Mapping[Intent, Sequence[Purpose]] = {
    Intent.EMERGENCY: (Purpose.EMERGENCY, Purpose.CALL),
    Intent.TIP: (Purpose.TIP, Purpose.TIP_FORM, Purpose.CALL),
    Intent.REPORT: (Purpose.TIP_FORM, Purpose.CALL, Purpose.FOLLOW_UP),
    Intent.QUESTION: (Purpose.QUESTION, Purpose.LEGAL, Purpose.WRONG_PLACE),
    Intent.SUGGESTION: (Purpose.SUGGESTION, Purpose.THANKS, Purpose.FOLLOW_UP),
    Intent.PRAISE: (Purpose.THANKS,),
    Intent.CRITICISM: (Purpose.COMPLAINT, Purpose.CALM, Purpose.FOLLOW_UP),
    Intent.SPAM: (Purpose.RULES,),
    Intent.OTHER: (Purpose.WRONG_PLACE, Purpose.RULES),
}


def _read(language: str) -> tuple[Wording, ...]:
    with (FOLDER / f"{language}.toml").open("rb") as file:
        told = tomllib.load(file)["templates"]
    return tuple(
        Wording(Purpose(t["purpose"]), Tone(t["tone"]), language, t["title"], t["text"].strip()) for t in told
    )
