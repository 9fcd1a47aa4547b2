"""Above the queue: the views, the search, the filters, and what a link asked for that means nothing here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import NamedTuple

import streamlit as st
from babel import Locale

from casework import saved_view, spot_check
from casework.account import Account
from casework.errors import StreifeError
from casework.labels import Hostility, Intent, Platform
from casework.message import State
from casework.people import Person
from casework.ports import Work
from casework.saved_view import SavedView
from casework.worklist import scope_of
from dashboard import address, identity, times, view, words
from dashboard.parts import inbox, reread, saved_views, say, trouble
from dashboard.view import View

LOOK_SECONDS = 20
LANGUAGES = ("de", "en", "nl", "sv", "tr", "ar", "fr", "pl", "ru", "uk")


class Asked(NamedTuple):
    """The view that the address asks for, the accounts to choose from, and what means nothing here."""

    now: View
    accounts: Mapping[int, Account]
    strange: Sequence[str]


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the rows: how many wait to be read again, and the views kept."""

    asked: Asked
    rereads: int
    saved: Sequence[SavedView]


def asked(work: Work, person: Person) -> Asked:
    """An account that is not the reader's to see is as good as unknown."""
    now, strange = view.from_address(st.query_params), view.unknown(st.query_params)
    scope = scope_of(work, person)
    accounts = {
        a.id: a
        for a in work.find(Account)
        if a.id in scope.account_ids or a.station_id in scope.flagged_station_ids
    }
    if now.account and now.account not in accounts:
        return Asked(replace(now, account=None), accounts, [*strange, "account"])
    return Asked(now, accounts, strange)


def read(work: Work, person: Person) -> Head:
    """Read it at one moment."""
    return Head(asked(work, person), spot_check.count(work, person), saved_view.mine(work, person))


def show(head: Head) -> None:
    """The views and what narrows them; or what waits to be read again, in a way of its own."""
    if head.asked.now.name == view.REREAD:
        reread.head()
        return
    _pulse(head.asked.now)
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key="narrowing"):
        _search(head.asked.now)
        _filters(head.asked)
        saved_views.show(head.saved)
    _strange(head.asked.strange)
    reread.strip(head.rereads)


@st.fragment(run_every=LOOK_SECONDS)
def _pulse(now: View) -> None:
    """The views with their numbers and, beside them, how many came in: the list itself never moves."""
    try:
        with identity.looking() as (work, person):
            numbers = inbox.counts(work, person, now)
            new = inbox.came_in(work, person, now, numbers)
    except StreifeError as error:
        trouble.show(error)
        return
    with say.row(spread=True):
        _views(now, numbers)
        if new:
            st.button(
                words.say("show-new", n=new),
                key="show_new",
                icon=say.icon("arrow_upward"),
                type="tertiary",
                on_click=_show_new,
            )


def _show_new() -> None:
    address.begin_anew()
    st.rerun()


def _views(now: View, numbers: Mapping[str, int]) -> None:
    names = [name for name in view.VIEWS if name != view.REREAD]
    labels = {name: words.say(f"view-{name}", n=_told(numbers.get(name, 0))) for name in names}
    st.session_state["view"] = now.name
    st.segmented_control(
        words.text("views"),
        names,
        required=True,
        label_visibility="collapsed",
        key="view",
        on_change=_choose_view,
        format_func=lambda name: say.coloured(labels[name], "blue") if name == now.name else labels[name],
    )


def _choose_view() -> None:
    """Another view says where messages stand: it takes the place of a filter by state."""
    address.put("state", "")
    address.choose("view", "view")
    st.rerun()


def _told(number: int) -> words.Words | int:
    most = inbox.MOST_COUNTED
    return words.Words(f"{words.number(most)}+") if number >= most else number


def _search(now: View) -> None:
    _set("filter_search", now.search)
    st.text_input(
        words.text("search"),
        key="filter_search",
        placeholder=words.text("search"),
        icon=say.icon("search"),
        max_chars=view.LONGEST_SEARCH,
        label_visibility="collapsed",
        on_change=address.choose,
        args=[view.SEARCH, "filter_search"],
    )


def _filters(asked: Asked) -> None:
    now = asked.now
    label = words.say("filter-on", n=now.filters) if now.filters else words.say("filter")
    with st.popover(label, icon=say.icon("filter_list"), type="tertiary"):
        for name, options in _options(asked).items():
            _filter(name, str(getattr(now, name) or ""), options)
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
    _set(f"filter_{name}", value)
    st.selectbox(
        words.text(f"filter-{name}"),
        list(labels),
        format_func=labels.__getitem__,
        key=f"filter_{name}",
        on_change=address.choose,
        args=[name, f"filter_{name}"],
    )


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


def _set(key: str, value: str) -> None:
    """The address is what counts: a field shows what stands there."""
    if st.session_state.get(key) != value:
        st.session_state[key] = value


def _strange(names: Sequence[str]) -> None:
    if names:
        told = words.joined(*(words.say(f"filter-{name}") for name in names), by=", ")
        said = words.say("filter-strange", names=told)
        say.meta(words.joined(say.icon("link_off"), said, by=" "), colour="orange", stretch=True)
