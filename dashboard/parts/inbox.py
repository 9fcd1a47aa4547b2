"""The queue: which messages wait, in which order, one card each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import streamlit as st

from casework import spot_check, standing, worklist
from casework.errors import StreifeError
from casework.labels import Intent, Platform
from casework.message import Message
from casework.people import Person
from casework.ports import Work
from dashboard import address, identity, view, words
from dashboard.parts import frame, reread, row, say, trouble
from dashboard.parts.around import Around
from dashboard.view import View

HEIGHT = 620
LOOK_SECONDS = 20
JUST_COUNTED = "just_counted"
ROWS = "rows"
COUNTED = ("open", "tips", "waiting")


@dataclass(frozen=True, slots=True)
class Listed:
    """The rows of one page, and whether there is another behind it."""

    rows: Sequence[Message]
    more: bool


class Head(NamedTuple):
    """What stands above the rows."""

    around: Around
    now: View
    numbers: Mapping[str, int]
    rereads: int


def counts(work: Work, person: Person, now: View) -> dict[str, int]:
    """How many messages wait in each view that is work still to do."""
    views = {name: View(name, now.account, now.platform, now.intent, now.hostile) for name in COUNTED}
    return {name: sum(worklist.counts(work, person, v.query()).values()) for name, v in views.items()}


def listed(work: Work, person: Person, now: View) -> Listed:
    """The drawn page as it stands now; read anew when another is asked for, or when all of it is decided."""
    pages = st.session_state.setdefault(address.PAGES, [])
    behind = pages[-1] if pages else None
    asked = repr((now, behind))
    kept = st.session_state.get(address.DRAWN)
    if kept and kept[0] == asked and now.name != view.REREAD:
        rows = standing.again(work, person, kept[1])
        if any(now.holds(m) for m in rows):
            return Listed(rows, more=kept[2])
    query = now.query(behind, view.PAGE + 1)
    found = spot_check.page(work, person, query) if query.reread else worklist.page(work, person, query)
    rows, more = found[: view.PAGE], len(found) > view.PAGE
    st.session_state[address.DRAWN] = (asked, [m.id for m in rows], more)
    return Listed(rows, more)


def head(around: Around, now: View, numbers: Mapping[str, int], rereads: int) -> None:
    """The views and the filters; or what waits to be read again, in a way of its own."""
    if now.name == view.REREAD:
        reread.head()
        return
    with say.row(spread=True):
        _views(now, numbers)
        _filters(around, now)
    reread.strip(rereads)
    st.session_state[JUST_COUNTED] = True
    _news(now, sum(numbers.values()))


def show(found: Listed, around: Around, now: View) -> None:
    """The rows, each a choice that opens its message, and the way to more."""
    if not found.rows:
        _nothing(now)
        return
    ids = [m.id for m in found.rows]
    opened = view.open_message(st.query_params)
    st.session_state[ROWS] = opened if opened in ids else None
    mixed = len(view.VIEWS[now.name]) != 1
    labels = {m.id: row.label(m, around, mixed=mixed or not now.holds(m)) for m in found.rows}
    with st.container(
        height="content" if frame.compact() else HEIGHT, border=False, gap="xsmall", key="queue"
    ):
        st.radio(
            words.text("queue"),
            ids,
            index=None,
            format_func=labels.__getitem__,
            key=ROWS,
            on_change=_open,
            label_visibility="collapsed",
            width="stretch",
        )
        _paging(found)


def _open() -> None:
    address.open_message(st.session_state[ROWS])


@st.fragment(run_every=LOOK_SECONDS)
def _news(now: View, before: int) -> None:
    """What came in since the list was drawn, as a number: the list never jumps under the hand."""
    if st.session_state.pop(JUST_COUNTED, False):
        return
    try:
        with identity.looking() as (work, person):
            new = sum(counts(work, person, now).values()) - before
    except StreifeError as error:
        trouble.show(error)
        return
    if new > 0 and st.button(words.say("show-new", n=new), icon=say.icon("arrow_upward"), width="stretch"):
        st.rerun()


def _views(now: View, numbers: Mapping[str, int]) -> None:
    labels = {
        name: words.say(f"view-{name}", n=numbers[name]) if name in numbers else words.say(f"view-{name}")
        for name in view.VIEWS
        if name != view.REREAD
    }
    chosen = st.segmented_control(
        words.text("views"),
        [name for name in view.VIEWS if name != view.REREAD],
        default=now.name,
        required=True,
        label_visibility="collapsed",
        key="view",
        on_change=address.choose,
        args=["view", "view"],
        format_func=lambda name: say.coloured(labels[name], "blue") if name == now.name else labels[name],
    )
    if chosen != now.name and "view" not in st.query_params:
        address.put("view", chosen or "")


def _filters(around: Around, now: View) -> None:
    key = "filter-on" if now.filtered else "filter"
    with st.popover(words.say(key), icon=say.icon("filter_list"), type="tertiary"):
        handles = {str(a.id): f"{a.handle} · {words.label(a.platform)}" for a in around.accounts.values()}
        _filter("account", str(now.account or ""), handles)
        _filter("platform", now.platform, {p.value: words.text(words.key_of(p)) for p in Platform})
        _filter("intent", now.intent, {i.value: words.text(words.key_of(i)) for i in Intent})
        _filter("hostile", now.hostile, {h: words.text(f"hostile-{h}") for h in view.HOSTILE})
        if now.filtered:
            st.button(
                words.say("filter-clear"),
                icon=say.icon("filter_list_off"),
                type="tertiary",
                on_click=address.clear_filters,
                args=view.FILTERS,
            )


def _filter(name: str, value: str, options: Mapping[str, str]) -> None:
    labels = {"": words.text("filter-any"), **options}
    choices = list(labels)
    st.selectbox(
        words.text(f"filter-{name}"),
        choices,
        index=choices.index(value) if value in choices else 0,
        format_func=labels.__getitem__,
        key=f"filter_{name}",
        on_change=address.choose,
        args=[name, f"filter_{name}"],
    )


def _paging(found: Listed) -> None:
    pages = st.session_state[address.PAGES]
    with say.row():
        if pages:
            st.button(
                words.say("to-start"), icon=say.icon("first_page"), type="tertiary", on_click=pages.clear
            )
        if found.more:
            st.button(
                words.say("load-more"),
                icon=say.icon("expand_more"),
                on_click=pages.append,
                args=[worklist.key(found.rows[-1])],
            )


def _nothing(now: View) -> None:
    if now.filtered:
        title, why = words.say("none-filtered"), words.say("none-filtered-why")
        place = say.empty("filter_list_off", "gray", title, why)
        place.button(
            words.say("filter-clear"), key="clear", on_click=address.clear_filters, args=view.FILTERS
        )
        return
    say.empty("done_all", "green", words.say(f"none-{now.name}"), words.say(f"none-{now.name}-why"))
