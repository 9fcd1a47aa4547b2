"""Four eyes on an answer before it goes out: when a station wants them, whose, and what they saw."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from urllib.parse import urlsplit

from casework import tenure
from casework.account import Account
from casework.assessment import Assessment, Verdict
from casework.errors import NotAllowed, Refused
from casework.labels import Intent, Kind, Urgency
from casework.message import Message
from casework.notice import tell
from casework.people import Grant, Officer, Person, Role, Station
from casework.ports import Work
from casework.record import NoticeKind
from casework.roles import Act, demand

APPROVERS = (Role.CASE_OFFICER, Role.CONTACT_OFFICER, Role.OFFICER)  # whoever reads citizens' words anyway
LONGEST_LINK = 200


class ApprovalRule(StrEnum):
    """Which answers of a station a second person sees first; GRAVE: to hostile messages and emergencies."""

    OFF = "off"
    GRAVE = "grave"
    PUBLIC = "public"
    ALWAYS = "always"


class ApprovalState(StrEnum):
    """Waiting, given, declined with a reason, or withdrawn: the writer changed or took back the words."""

    WANTED = "wanted"
    GIVEN = "given"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class ReplySettings:
    """How a station answers: whether four eyes are wanted, and the address that `{link}` stands for."""

    station_id: int
    rule: ApprovalRule = ApprovalRule.OFF
    link: str = ""
    changed_by: int = 0
    changed_at: datetime | None = None
    revision: int = 1
    id: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Approval:
    """One wording that one colleague is asked to look at; other words are another approval.

    `approver_id` alone may read and decide, and never the writer; where that one no longer can, see
    `releasers`. Once it is decided, `approver_id` is who did. `sha256` is of the words in UTF-8.
    """

    reply_id: int
    message_id: int
    station_id: int
    writer_id: int
    approver_id: int
    kind: Kind
    text: str
    sha256: str
    asked_at: datetime
    state: ApprovalState = ApprovalState.WANTED
    reason: str = ""
    ended_at: datetime | None = None
    revision: int = 1
    id: int = field(default=0, compare=False)


def settings_of(work: Work, station_id: int) -> ReplySettings:
    """What the station set; nothing was set: no four eyes, no link."""
    found = work.find(ReplySettings, station_id=station_id)
    return found[0] if found else ReplySettings(station_id)


def change_settings(
    work: Work, person: Person, station_id: int, rule: ApprovalRule, link: str
) -> ReplySettings:
    """Set it for the station. Raises NotAllowed, and Refused for what is no web address."""
    demand(person, Act.MANAGE_REPLIES, work.get(Station, station_id))
    found, address = settings_of(work, station_id), _checked_link(link.strip())
    changed = replace(found, rule=rule, link=address, changed_by=person.id, changed_at=work.now)
    kept = work.replace(changed) if found.id else work.add(changed)
    told = {"approval": rule.value, "link": address}
    work.record(person.login, "reply_settings_changed", f"station:{station_id}", told)
    return kept


def wanted(work: Work, account: Account, message: Message, kind: Kind) -> bool:
    """Whether such an answer needs four eyes now.

    Under GRAVE, words that no one judged yet need them, and a person's correction can make a message grave,
    never harmless: whoever writes the answer could correct first.
    """
    rule = settings_of(work, account.station_id).rule
    if rule is ApprovalRule.GRAVE:
        return _grave(work, message)
    return rule is ApprovalRule.ALWAYS or (rule is ApprovalRule.PUBLIC and kind is not Kind.DM)


def approvers(work: Work, station_id: int, writer_id: int) -> list[Officer]:
    """Colleagues who may be asked, by name."""
    grants = work.find(Grant, role=APPROVERS, station_id=station_id)
    ids = sorted({grant.officer_id for grant in grants} - {writer_id})
    found = work.find(Officer, id=ids) if ids else []
    return sorted((o for o in found if o.active), key=lambda o: o.name)


def releasers(work: Work, approval: Approval) -> list[Officer]:
    """Who may decide now, by name: whoever was asked; once that one is no approver there any more, each
    colleague who is, but never whom the message abuses. Empty: nobody can."""
    able = approvers(work, approval.station_id, approval.writer_id)
    if asked := [one for one in able if one.id == approval.approver_id]:
        return asked
    message = work.get(Message, approval.message_id)
    abused = tenure.abused_by(work, work.get(Account, message.account_id), message)
    return [one for one in able if one.id != abused]


def orphaned(work: Work, station_ids: Collection[int] | None = None) -> list[Approval]:
    """What waits, at these stations or anywhere, for somebody who can no longer give it, by id."""
    where = {} if station_ids is None else {"station_id": sorted(station_ids)}
    waiting = work.find(Approval, state=ApprovalState.WANTED, **where)
    able = {at: {one.id for one in approvers(work, at, 0)} for at in {one.station_id for one in waiting}}
    return [one for one in waiting if one.approver_id not in able[one.station_id] - {one.writer_id}]


def ask(work: Work, person: Person, wanted: Approval) -> Approval:
    """Ask a colleague, who is told. Raises Refused where that is nobody who may be asked."""
    known = {one.id for one in approvers(work, wanted.station_id, person.id)}
    if not known:
        raise Refused("approval: nobody else at the station may give it; ask your administrator for a role")
    if wanted.approver_id not in known:
        raise Refused("approval: four eyes are wanted; choose a colleague of the station who is to look")
    asked = work.add(wanted)
    note(work, person, "approval_wanted", asked)
    told = {"approval": asked.id, "who": person.officer.name}
    tell(work, asked.approver_id, NoticeKind.APPROVAL_WANTED, f"message:{asked.message_id}", told)
    return asked


def withdraw(work: Work, person: Person, reply_id: int) -> None:
    """Whoever was asked need not look any more; nothing that waits here can be approved."""
    for one in work.find(Approval, reply_id=reply_id, state=ApprovalState.WANTED):
        work.replace(replace(one, state=ApprovalState.WITHDRAWN, ended_at=work.now))
        note(work, person, "approval_withdrawn", one)


def waiting(work: Work, reply_id: int) -> Approval | None:
    """What the reply waits for, if it does."""
    found = work.find(Approval, reply_id=reply_id, state=ApprovalState.WANTED)
    return found[0] if found else None


def demand_approver(work: Work, person: Person, approval: Approval) -> None:
    """Raise NotAllowed for everybody but who was asked, or stands in for one who is gone."""
    demand(person, Act.APPROVE, work.get(Station, approval.station_id))
    if person.id not in {one.id for one in releasers(work, approval)}:
        raise NotAllowed(f"approval {approval.id}: somebody else was asked to look")


def digest(text: str) -> str:
    """SHA-256 (hex) of the words."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def note(work: Work, person: Person, act: str, approval: Approval) -> None:
    """The audit log has it, without the words."""
    told = {"approval": approval.id, "reply": approval.reply_id, "sha256": approval.sha256}
    work.record(person.login, act, f"message:{approval.message_id}", told)


def _grave(work: Work, message: Message) -> bool:
    if message.assessed_version < message.version or _says_so(message):
        return True
    judged = work.find(Assessment, message_id=message.id)
    newest = max(judged, key=lambda one: (one.version, one.id), default=None)
    return newest is not None and _says_so(newest.verdict)


def _says_so(labels: Message | Verdict) -> bool:
    emergency = labels.intent is Intent.EMERGENCY or labels.urgency is Urgency.ACUTE
    return emergency or bool(labels.hostility)


def _checked_link(link: str) -> str:
    if not link:
        return ""
    plain = link.isascii() and link.isprintable() and not set(' "<>{}\\^`|') & set(link)
    try:
        parts = urlsplit(link)
    except ValueError:
        parts = urlsplit("")
    if not (plain and parts.scheme == "https" and parts.hostname and len(link) <= LONGEST_LINK):
        raise Refused(f"link: must be a web address that begins with https://, at most {LONGEST_LINK} long")
    if parts.username is not None or parts.password is not None:
        raise Refused("link: holds a name before @; give the plain address")
    return link
