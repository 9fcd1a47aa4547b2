"""Templates that a station or an officer keeps; each wording that one had stays, with who wrote it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from casework import placeholders
from casework.errors import Conflict, NotAllowed, Refused
from casework.people import Person, Role, Station
from casework.placeholders import LANGUAGES
from casework.ports import Work
from casework.roles import Act, demand

LONGEST_TITLE, LONGEST_WORDING, MOST_OWN = 60, 2_000, 200
WRITERS = (Role.OFFICER, Role.CONTACT_OFFICER, Role.CASE_OFFICER)


class Purpose(StrEnum):
    """What an answer is for."""

    THANKS = "thanks"
    QUESTION = "question"
    TIP = "tip"
    TIP_FORM = "tip_form"
    WRONG_PLACE = "wrong_place"
    CALL = "call"
    EMERGENCY = "emergency"
    COMPLAINT = "complaint"
    CALM = "calm"
    HATE = "hate"
    RULES = "rules"
    LEGAL = "legal"
    FOLLOW_UP = "follow_up"
    SUGGESTION = "suggestion"


class Tone(StrEnum):
    """Warm as personal accounts speak, or formal where the matter asks for it."""

    WARM = "warm"
    FORMAL = "formal"


@dataclass(frozen=True, slots=True)
class Wording:
    """What a template says, with placeholders, and when it fits; `lang` is one of LANGUAGES."""

    purpose: Purpose
    tone: Tone
    lang: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Template:
    """A template of a station, or with `owner_id` of one officer alone; 0: the station's."""

    station_id: int
    owner_id: int
    purpose: Purpose
    tone: Tone
    lang: str
    title: str
    text: str
    written_by: int
    written_at: datetime
    version: int = 1
    retired_at: datetime | None = None
    revision: int = 1
    id: int = field(default=0, compare=False)

    @property
    def wording(self) -> Wording:
        """What it says now."""
        return Wording(self.purpose, self.tone, self.lang, self.title, self.text)


@dataclass(frozen=True, slots=True)
class TemplateVersion:
    """One wording that a template had, by whom and since when."""

    template_id: int
    version: int
    title: str
    text: str
    written_by: int
    written_at: datetime
    id: int = field(default=0, compare=False)


def write(work: Work, person: Person, station_id: int, wording: Wording, *, own: bool) -> Template:
    """Keep a new template of the station, or of the person's own. Raises NotAllowed, and Refused by name."""
    _demand(work, person, station_id, person.id if own else 0)
    checked = _checked(wording)
    if own and len(kept(work, station_id, person.id)) >= MOST_OWN:
        raise Refused(f"template: {MOST_OWN} of your own are kept; retire one first")
    template = work.add(
        Template(
            station_id,
            person.id if own else 0,
            *(checked.purpose, checked.tone, checked.lang, checked.title, checked.text),
            written_by=person.id,
            written_at=work.now,
        )
    )
    return _noted(work, person, "template_written", template)


def rewrite(work: Work, person: Person, template_id: int, wording: Wording, revision: int) -> Template:
    """Change it; the wording before stays among its versions. Raises Conflict where another was faster."""
    template = work.get(Template, template_id)
    _demand(work, person, template.station_id, template.owner_id)
    if template.revision != revision:
        raise Conflict(f"template {template_id}: was changed by somebody else; look again before you write")
    if template.retired_at:
        raise Refused(f"template {template_id}: is retired; write a new one")
    told = _checked(wording)
    changed = work.replace(
        replace(
            template,
            purpose=told.purpose,
            tone=told.tone,
            lang=told.lang,
            title=told.title,
            text=told.text,
            written_by=person.id,
            written_at=work.now,
            version=template.version + 1,
        )
    )
    return _noted(work, person, "template_written", changed)


def retire(work: Work, person: Person, template_id: int) -> Template:
    """Offer it no longer; it stays with all its versions."""
    template = work.get(Template, template_id)
    _demand(work, person, template.station_id, template.owner_id)
    if template.retired_at:
        return template
    retired = work.replace(replace(template, retired_at=work.now))
    work.record(person.login, "template_retired", f"template:{template_id}", {"version": template.version})
    return retired


def kept(work: Work, station_id: int, owner_id: int = 0) -> list[Template]:
    """The station's templates in use, or those of one officer there."""
    return work.find(Template, station_id=station_id, owner_id=owner_id, retired_at=None)


def versions(work: Work, template_ids: Sequence[int]) -> list[TemplateVersion]:
    """All wordings of these templates, the oldest first."""
    return work.find(TemplateVersion, template_id=list(template_ids)) if template_ids else []


def _demand(work: Work, person: Person, station_id: int, owner_id: int) -> None:
    if not owner_id:
        demand(person, Act.MANAGE_REPLIES, work.get(Station, station_id))
    elif owner_id != person.id or person.operator or station_id not in person.stations(*WRITERS):
        raise NotAllowed(f"template: {person.login} keeps templates of the own at the own station alone")


def _checked(told: Wording) -> Wording:
    title, text = told.title.strip(), told.text.strip()
    for name, value, most in (("title", title, LONGEST_TITLE), ("text", text, LONGEST_WORDING)):
        if not value:
            raise Refused(f"{name}: empty; write what colleagues are to read")
        if len(value) > most:
            raise Refused(f"{name}: {len(value)} characters; at most {most} are kept")
    if told.lang not in LANGUAGES:
        raise Refused(f"language {told.lang!r:.20}: is not one of {', '.join(LANGUAGES)}")
    placeholders.check(text)
    return replace(told, title=" ".join(title.split()), text=text)


def _noted(work: Work, person: Person, act: str, kept: Template) -> Template:
    version = (kept.id, kept.version, kept.title, kept.text, person.id, work.now)
    work.add(TemplateVersion(*version))
    told = {"station": kept.station_id, "own": bool(kept.owner_id), "version": kept.version}
    work.record(person.login, act, f"template:{kept.id}", told)
    return kept
