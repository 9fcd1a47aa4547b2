"""What narrows the queue: the filters of the address, and the fields that show and change them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import NamedTuple

import streamlit as st
from babel import Locale

from casework import beat
from casework.account import Account
from casework.labels import Hostility, Intent, Platform
from casework.message import State
from casework.people import Person, Station
from casework.ports import Work
from casework.worklist import scope_of
from dashboard import address, times, view, words
from dashboard.inert import visible
from dashboard.parts import say
from dashboard.view import View

LANGUAGES = ("de", "en", "nl", "sv", "tr", "ar", "fr", "pl", "ru", "uk")
ENDS = ("filter_first", "filter_last")
FIELD, TWO_WIDE = 230, 484  # pixels: two fields beside one another, and one where there is less room


class Asked(NamedTuple):
    """The view that the address asks for, the accounts and beats to choose from, and what is unknown here."""

    now: View
    accounts: Mapping[int, Account]
    beats: Mapping[int, str]
    strange: Sequence[str]


def asked(work: Work, person: Person) -> Asked:
    """An account or beat that is not the reader's to see is as good as unknown."""
    now, strange = view.from_address(st.query_params), view.unknown(st.query_params)
    scope = scope_of(work, person)
    accounts = {
        a.id: a
        for a in work.find(Account)
        if a.id in scope.account_ids or a.station_id in scope.flagged_station_ids
    }
    beats = _beats(work, {a.station_id for a in accounts.values()})
    if now.account and now.account not in accounts:
        now, strange = replace(now, account=None), [*strange, "account"]
    if now.beat and now.beat not in beats:
        now, strange = replace(now, beat=None), [*strange, "beat"]
    return Asked(now, accounts, beats, strange)


def _beats(work: Work, station_ids: set[int]) -> dict[int, str]:
    """The beats of these stations by id; with the station's name where there are several stations."""
    found = beat.of(work)
    near = [one for one in found if one.station_id in station_ids]
    if len({one.station_id for one in near}) < 2:
        return {one.id: one.name for one in near}
    stations = {one.id: one.name for one in work.find(Station)}
    return {one.id: f"{stations[one.station_id]} · {one.name}" for one in near}


def show(asked: Asked) -> None:
    """The button that says how many are on, and behind it a field for each."""
    now = asked.now
    label = words.say("filter-on", n=now.filters) if now.filters else words.say("filter")
    with st.popover(label, icon=say.icon("filter_list"), type="tertiary"):
        with st.container(horizontal=True, gap="small", width=TWO_WIDE, key="filter_fields"):
            for name, options in _options(asked).items():
                _filter(name, str(getattr(now, name) or ""), options)
            _between(now)
        if now.filters:
            st.button(
                words.say("filter-clear"),
                key="filter_clear",
                icon=say.icon("filter_list_off"),
                type="tertiary",
                on_click=address.clear_filters,
                args=view.FILTERS,
            )


def _options(asked: Asked) -> dict[str, dict[str, str]]:
    """The choices of each filter, by the value that stands in the address."""
    hostile = {h: words.text(f"hostile-{h}") for h in view.HOSTILE}
    accounts = asked.accounts.values()
    return {
        "account": {str(a.id): f"{words.text(words.key_of(a.platform))} · {a.handle}" for a in accounts},
        **({"beat": {str(i): visible(name) for i, name in asked.beats.items()}} if asked.beats else {}),
        "platform": {p.value: words.text(words.key_of(p)) for p in Platform},
        "intent": {i.value: words.text(words.key_of(i)) for i in Intent},
        "hostile": hostile | {h.value: words.text(words.key_of(h)) for h in Hostility},
        "language": {code: _language(code) for code in LANGUAGES},
        "period": {p: words.text(f"period-{p}") for p in view.PERIODS},
        "state": {s.value: words.text(words.key_of(s)) for s in State},
    }


def _filter(name: str, value: str, options: Mapping[str, str]) -> None:
    labels = {"": words.text("filter-any"), **options}
    if value:
        labels.setdefault(value, _beyond(name, value))
    put_in(f"filter_{name}", value)
    st.selectbox(
        words.text(f"filter-{name}"),
        list(labels),
        format_func=labels.__getitem__,
        key=f"filter_{name}",
        on_change=address.choose,
        args=[name, f"filter_{name}"],
        width=FIELD,
    )


def _between(now: View) -> None:
    """Days of one's own choice, for a period that has no name."""
    first, last = view.days(now.period, datetime.now(UTC)) if view.BETWEEN in now.period else (None, None)
    for key, day in zip(ENDS, (first, last), strict=True):
        put_in(key, day)
        st.date_input(
            words.text(key.replace("_", "-")),
            value=None,
            format=times.field(),
            key=key,
            on_change=_choose_days,
            width=FIELD,
        )


def _choose_days() -> None:
    """Both days or one of them; in the wrong order the one stands for the other."""
    first, last = (st.session_state.get(key) for key in ENDS)
    if first and last and first > last:
        first, last = last, first
    days = view.BETWEEN.join(day.isoformat() if day else "" for day in (first, last))
    address.put("period", days if days != view.BETWEEN else "")
    address.begin_anew()


def _beyond(name: str, value: str) -> str:
    """A value that a link may name beside those offered."""
    if name == "language":
        return _language(value)
    if name == "period":
        first, last = view.days(value, datetime.now(UTC))
        return " – ".join(times.full_day(day) if day else "…" for day in (first, last))
    return words.text("filter-unknown")


def _language(code: str) -> str:
    return str(Locale.parse(words.language()).languages.get(code, code))


def put_in(key: str, value: object) -> None:
    """The address is what counts: a field shows what stands there."""
    if st.session_state.get(key) != value:
        st.session_state[key] = value
