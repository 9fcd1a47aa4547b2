"""To whom a message goes and until when: the beats that its words point to come first, with the reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import streamlit as st

from casework import beat, handover, leave, proposing, tending
from casework.account import Account
from casework.clocks import LOCAL
from casework.leave import Leave
from casework.message import Message
from casework.people import Officer, Person, Station
from casework.ports import Work
from casework.proposing import Mention, Proposal, Where
from dashboard import identity, times, words
from dashboard.parts import say
from dashboard.words import Words
from streife import gazetteer
from streife.public_holidays import PublicHolidays

OTHER = "other"
MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """Who may receive it: those of the fitting beats, and everybody, the own station's first."""

    proposals: Sequence[Proposal]
    everybody: dict[str, Officer]
    near: int
    absent: dict[int, Leave]
    beats: bool
    now: datetime

    def offered(self) -> dict[str, list[Proposal]]:
        """The proposals by the login of whoever receives them."""
        found: dict[str, list[Proposal]] = {}
        for one in self.proposals:
            if one.receiver and one.receiver.login in self.everybody:
                found.setdefault(one.receiver.login, []).append(one)
        return found

    def certain(self) -> int | None:
        """The place of the one receiver to whom all certain reasons lead; `None`: a person must choose."""
        exact = [login for login, found in self.offered().items() if any(_exact(one) for one in found)]
        return list(self.offered()).index(exact[0]) if len(exact) == 1 else None


def receiver(message: Message) -> str | None:
    """The login of the contact officer who is to receive it; `None` until one is chosen, or where none is."""
    with identity.looking() as (work, person):
        choice = _choice(work, person, message)
    if not choice.everybody:
        say.meta(words.say("no-contact-officer"), stretch=True)
        return None
    offered = choice.offered()
    _nobody_there(choice.proposals)
    login = _proposed(choice, offered) if offered else OTHER
    if login == OTHER:
        login = _any(choice, proposed=bool(offered))
    if login:
        _warn(choice, login)
    return login


def due(message: Message) -> datetime:
    """Until when: the end of the chosen day, at first of the third working day."""
    with identity.looking() as (work, _):
        land = work.get(Station, work.get(Account, message.account_id).station_id).land
        now = work.now
    usual = tending.default_due(now, land, PublicHolidays())
    day = st.date_input(
        words.text("form-due"),
        value=usual.date(),
        min_value=now.astimezone(LOCAL).date(),
        format=times.field(),
    )
    return tending.end_of(day)


def reason(one: Proposal, names: Mapping[int, str], now: datetime) -> Words:
    """Why this beat, and for whom somebody stands in; `names` of officers by id."""
    told = [_mention(mention) for mention in _each_once(one.mentions)]
    if one.leave and one.receiver and one.receiver.id != one.leave.officer_id:
        who = names.get(one.leave.officer_id) or words.text("unknown-person")
        told.append(words.say("proposal-stands-in", who=who, when=_until(one.leave, now)))
    return words.joined(*told)


def _choice(work: Work, person: Person, message: Message) -> Choice:
    station = work.get(Account, message.account_id).station_id
    near = [o for o in handover.contact_officers(work, station) if o.id != person.id]
    far = [o for o in handover.contact_officers(work) if o.id not in {person.id, *(n.id for n in near)}]
    away = {o.id: absent for o in (*near, *far) if (absent := leave.away(work, o.id))}
    known = bool(beat.of(work, station))
    found = proposing.proposals(work, message, gazetteer.towns()) if known else []
    return Choice(found, {o.login: o for o in (*near, *far)}, len(near), away, known, work.now)


def _proposed(choice: Choice, offered: dict[str, list[Proposal]]) -> str | None:
    """One of those whose beat is named, or somebody else."""
    certain = choice.certain()
    if certain is None:
        key = "proposal-several" if len(offered) > 1 else "proposal-guess"
        say.meta(words.joined(say.icon("help"), words.say(key), by=" "), stretch=True)
    with st.container(key="first_contact"):
        return st.radio(
            words.text("form-contact-officer"),
            [*offered, OTHER],
            index=certain,
            format_func=lambda login: _label(choice, offered, login),
            captions=[*(_why(found, choice) for found in offered.values()), ""],
        )


def _any(choice: Choice, *, proposed: bool) -> str | None:
    """Anybody: nobody is chosen beforehand where a beat should have been named, unless there is one only."""
    if choice.beats and not proposed:
        said = words.say("proposal-none")
        say.meta(words.joined(say.icon("location_off"), said, by=" "), stretch=True)
    sole = choice.near == 1 or len(choice.everybody) == 1
    with st.container(key="other_contact" if proposed else "first_contact"):
        chosen: str | None = st.selectbox(
            words.text("form-contact-officer"),
            list(choice.everybody),
            index=0 if (sole or not choice.beats) and not proposed else None,
            format_func=lambda login: choice.everybody[login].name,
            placeholder=words.text("form-choose"),
            label_visibility="collapsed" if proposed else "visible",
        )
    return chosen


def _label(choice: Choice, offered: dict[str, list[Proposal]], login: str) -> str:
    if login == OTHER:
        return words.say("proposal-other")
    names = " / ".join(one.beat.name for one in offered[login])
    return words.say("proposal-who", who=choice.everybody[login].name, beat=names)


def _why(found: Sequence[Proposal], choice: Choice) -> Words:
    names = {officer.id: officer.name for officer in choice.everybody.values()}
    return words.joined(*dict.fromkeys(reason(one, names, choice.now) for one in found))


def _nobody_there(found: Sequence[Proposal]) -> None:
    """A beat that fits and has nobody now is named all the same."""
    for one in found:
        if one.receiver is None:
            key = "proposal-away" if one.leave else "proposal-vacant"
            said = words.say(key, beat=one.beat.name)
            say.meta(words.joined(say.icon("person_off"), said, by=" "), colour="orange", stretch=True)


def _warn(choice: Choice, login: str) -> None:
    """Whoever is away would not see it."""
    chosen = choice.everybody[login]
    absent = choice.absent.get(chosen.id)
    if absent is None:
        return
    deputy = next((o.name for o in choice.everybody.values() if o.id == absent.deputy_id), "")
    until = _until(absent, choice.now)
    said = words.say("receiver-away", who=chosen.name, when=until)
    more = words.say("receiver-deputy", who=deputy) if deputy else words.say("receiver-no-deputy")
    line = words.joined(say.icon("event_busy"), said, more, by=" ")
    say.meta(line, colour="orange", stretch=True)


def _until(absent: Leave, now: datetime) -> Words:
    """The last day away: a leave ends with the midnight after it."""
    last = (absent.ends_at - timedelta(seconds=1)).astimezone(LOCAL)
    return times.day(last.date(), now.astimezone(LOCAL).date())


def _exact(one: Proposal) -> bool:
    return any(mention.exact for mention in one.mentions)


def _each_once(mentions: Sequence[Mention]) -> list[Mention]:
    """The reasons without doubles, the surest first, and not too many."""
    known = {(m.place, m.where): m for m in sorted(mentions, key=lambda m: m.exact)}
    return sorted(known.values(), key=lambda m: not m.exact)[:MOST_NAMED]


def _mention(mention: Mention) -> Words:
    if mention.where is Where.PROFILE:
        return words.say("proposal-profile", place=mention.place)
    key = "proposal-names" if mention.exact else "proposal-perhaps"
    same = mention.said.casefold() == mention.place.casefold()
    return words.say(key if same else f"{key}-as", said=mention.said, place=mention.place)
