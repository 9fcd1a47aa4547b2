"""Whose account it is and whether it is read: consent, connection, and who may change that."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import streamlit as st

from casework import consent, credential, succession, tenure
from casework.account import Account
from casework.consent import Consent
from casework.people import Person, Station
from casework.ports import Work
from casework.roles import Act, may
from casework.tenure import Tenure
from dashboard import desk, times, words
from dashboard.parts import account_dialogs as dialogs
from dashboard.parts import say
from dashboard.parts.say import Colour
from dashboard.words import Words
from streife.doors import Way

Fact = tuple[str, Words, Colour]


@dataclass(frozen=True, slots=True)
class Keeping:
    """How an account is kept and what the reader may do about it; `way` is how one connects it."""

    account: Account
    consent: Consent | None
    has_key: bool
    last: Tenure | None
    own: bool
    may_connect: bool
    may_manage: bool
    way: Way

    @property
    def ended(self) -> bool:
        """Whether it was left or closed, and nobody took it up since."""
        return bool(self.last and self.last.end)


def of(work: Work, person: Person, account: Account) -> Keeping:
    """Read what the account's card tells of it."""
    return Keeping(
        account,
        consent.in_force(work, account),
        credential.has_key(work, account),
        tenure.latest(work, account),
        account.officer_id == person.id,
        succession.may_connect(work, person, account),
        may(person, Act.MANAGE_ACCOUNTS, work.get(Station, account.station_id)),
        desk.connecting().doors.way(account.platform),
    )


def show(kept: Keeping, now: datetime, *, training: bool) -> None:
    """How it is kept, in short lines, and the buttons of those who may change it."""
    with say.row(spread=True):
        with say.group():
            for icon, said, colour in _facts(kept, now, training=training):
                say.meta(words.joined(say.icon(icon), said, by=" "), colour=colour)
        with say.group():
            _buttons(kept, training=training)


def _facts(kept: Keeping, now: datetime, *, training: bool) -> Iterator[Fact]:
    if kept.last and kept.last.end and kept.last.ended_at:
        when = times.moment(kept.last.ended_at, now)
        yield "logout", words.say(f"account-{kept.last.end.value.replace('_', '-')}", when=when), "gray"
        if kept.last.erase_at:
            day = times.full_day(kept.last.erase_at.date())
            yield "auto_delete", words.say("account-erased", day=day), "gray"
    elif kept.consent is None:
        yield "approval", words.say("consent-missing"), "orange"
    else:
        given = times.moment(kept.consent.given_at, now)
        yield "approval", words.say("consent-given", when=given), "gray"
        yield from _connection(kept, training=training)


def _connection(kept: Keeping, *, training: bool) -> Iterator[Fact]:
    if training:
        yield "school", words.say("connect-training"), "gray"
    elif kept.has_key:
        yield "key", words.say("connect-done"), "gray"
    else:
        yield "key_off", words.say("connect-missing"), "orange"
        if kept.way.missing:
            missing = words.quoted(", ".join(kept.way.missing))
            yield "settings", words.say("connect-shut", settings=missing), "gray"


def _buttons(kept: Keeping, *, training: bool) -> None:
    account = kept.account
    if (
        kept.own
        and kept.consent is None
        and st.button(
            words.say("consent"), key=f"consent_{account.id}", type="primary", icon=say.icon("approval")
        )
    ):
        dialogs.consent_to(account)
    if kept.may_connect and kept.consent and not training:
        _connect(kept)
    if kept.may_manage and st.button(
        words.say("successor"), key=f"successor_{account.id}", type="tertiary", icon=say.icon("move_down")
    ):
        dialogs.hand_over(account)
    if (
        kept.may_connect
        and not kept.ended
        and st.button(words.say("leave"), key=f"leave_{account.id}", type="tertiary", icon=say.icon("logout"))
    ):
        dialogs.leave(account)
    if (
        kept.may_manage
        and not kept.ended
        and st.button(
            words.say("close"), key=f"close_{account.id}", type="tertiary", icon=say.icon("do_not_disturb_on")
        )
    ):
        dialogs.close(account)


def _connect(kept: Keeping) -> None:
    account, key, icon = kept.account, f"connect_{kept.account.id}", say.icon("link")
    said = words.say("connect-again" if kept.has_key else "connect")
    style: Literal["primary", "secondary"] = "secondary" if kept.has_key else "primary"
    if kept.way.browser:
        url, shut = f"/connect/{account.platform.value}?account={account.id}", bool(kept.way.missing)
        st.link_button(said, url, key=key, disabled=shut, type=style, icon=icon)
    elif st.button(said, key=key, type=style, icon=icon):
        dialogs.give_key(account)
