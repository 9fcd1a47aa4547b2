"""Above the queue: the views, the search, the filters, and what a link asked for that means nothing here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from casework import saved_view, spot_check
from casework.errors import StreifeError
from casework.people import Person
from casework.ports import Work
from casework.saved_view import SavedView
from dashboard import address, identity, view, words
from dashboard.parts import inbox, inbox_filters, reread, saved_views, say, trouble
from dashboard.view import View

LOOK_SECONDS = 20
LANGUAGES = ("de", "en", "nl", "sv", "tr", "ar", "fr", "pl", "ru", "uk")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the rows: how many wait to be read again, and the views kept."""

    asked: inbox_filters.Asked
    rereads: int
    saved: Sequence[SavedView]


def read(work: Work, person: Person) -> Head:
    """Read it at one moment."""
    return Head(
        inbox_filters.asked(work, person), spot_check.count(work, person), saved_view.mine(work, person)
    )


def show(head: Head) -> None:
    """The views and what narrows them; or what waits to be read again, in a way of its own."""
    if head.asked.now.name == view.REREAD:
        reread.head()
        return
    _pulse(head.asked.now)
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center", key="narrowing"):
        _search(head.asked.now)
        inbox_filters.show(head.asked)
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
    inbox_filters.put_in("filter_search", now.search)
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


def _strange(names: Sequence[str]) -> None:
    if names:
        told = words.joined(*(words.say(f"filter-{name}") for name in names), by=", ")
        said = words.say("filter-strange", names=told)
        say.meta(words.joined(say.icon("link_off"), said, by=" "), colour="orange", stretch=True)
