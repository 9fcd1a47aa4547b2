"""The queue: which messages wait, in which order, one row each; rows keep their place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

import streamlit as st

from casework import reading, spot_check, standing, worklist
from casework.message import Message
from casework.people import Person
from casework.ports import Work
from casework.query import Query
from casework.worklist import Row
from dashboard import address, desk, identity, view, words
from dashboard.parts import frame, picking, row, say, together
from dashboard.parts.around import Around
from dashboard.view import View
from dashboard.words import Words

HEIGHT = 620
MOST_COUNTED = 10_000
ROWS = "rows"
SINCE = "listed_since"
Kept = tuple[int, int, datetime, datetime, int]
COUNTED = ("open", "tips", "waiting")


@dataclass(frozen=True, slots=True)
class Listed:
    """The rows of one page, whether there is another behind it, and the key of its end.

    `afresh` when they were read anew and not only looked at again.
    """

    rows: Sequence[Row]
    more: bool
    afresh: bool = False

    @property
    def messages(self) -> list[Message]:
        """The message of each row."""
        return [one.message for one in self.rows]


def counts(work: Work, person: Person, now: View) -> dict[str, int]:
    """How many messages wait in each view that is work still to do; no further than MOST_COUNTED."""
    views = {name: replace(now, name=name, state="") for name in COUNTED}
    return {name: _count(work, person, v) for name, v in views.items()}


def listed(work: Work, person: Person, now: View) -> Listed:
    """The drawn page as it stands now; read anew when another is asked for, or when all of it is decided."""
    pages = st.session_state.setdefault(address.PAGES, [])
    asked = repr((now, pages[-1:]))
    kept = st.session_state.get(address.DRAWN)
    if kept and kept["asked"] == asked and now.name != view.REREAD:
        rows = _again(work, person, now, kept["rows"])
        if any(now.holds(one.message) for one in rows):
            return Listed(rows, kept["more"])
    if not pages:
        st.session_state[SINCE] = work.now
    return _afresh(work, person, now, asked)


def following(found: Listed, now: View, opened: int | None) -> int | None:
    """What opens once the open row is decided: the next that still waits, else the nearest before it."""
    ids = [m.id for m in found.messages]
    at = ids.index(opened) if opened in ids else -1
    waiting = {m.id for m in found.messages if now.holds(m)} - {opened}
    order = [*ids[at + 1 :], *reversed(ids[: max(at, 0)])]
    return next((i for i in order if i in waiting), None)


def show(found: Listed, around: Around, now: View, opened: int | None, company: together.Round) -> None:
    """The rows, each a choice that opens what it stands for, and the way to more."""
    if not found.rows:
        _nothing(now)
        return
    ids = [one.message.id for one in found.rows]
    st.session_state[ROWS] = opened if opened in ids else None
    mixed = len(now.states) != 1
    labels = {
        one.message.id: row.label(
            one,
            around,
            mixed=mixed or not now.holds(one.message),
            hits=_hits(one, now.search),
            beside=_beside(one.message, around, company),
        )
        for one in found.rows
    }
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
        _paging(found, now)


def _beside(message: Message, around: Around, company: together.Round) -> Words:
    """Whether it is picked, and who else is at it."""
    return words.joined(picking.mark_of(message), together.mark(message, company, around.person))


def log_search(found: Listed, now: View, *, afresh: bool) -> None:
    """What was searched for is on record, once for each page of the answer."""
    if now.search and afresh:
        with identity.at_work() as (work, person):
            reading.searched(work, person, _query(work, now, 1), len(found.rows))


def _open() -> None:
    address.open_message(st.session_state[ROWS])


def _hits(one: Row, question: str) -> Sequence[tuple[int, int]]:
    return desk.matches(one.message.text[: row.LOOKED_THROUGH], question)


def _query(work: Work, now: View, limit: int) -> Query:
    pages = st.session_state.get(address.PAGES)
    return now.query(st.session_state.get(SINCE, work.now), pages[-1] if pages else None, limit)


def _afresh(work: Work, person: Person, now: View, asked: str) -> Listed:
    query = _query(work, now, view.PAGE + 1)
    if query.reread:
        found = [
            Row(m, 1, m.sent_at, m.sent_at, 1)
            for m in spot_check.page(work, person, replace(query, fold=False))
        ]
    else:
        found = worklist.rows(work, person, query)
    rows, more = found[: view.PAGE], len(found) > view.PAGE
    _keep(asked, rows, more, 0 if query.reread else _count(work, person, now))
    return Listed(rows, more, afresh=True)


def _keep(asked: str, rows: Sequence[Row], more: bool, counted: int) -> None:
    """What was drawn, so that the next drawing finds it; only numbers and moments, never words."""
    kept = [(one.message.id, one.messages, one.first_at, one.last_at, one.waiting) for one in rows]
    st.session_state[address.DRAWN] = {"asked": asked, "rows": kept, "more": more, "counted": counted}
    st.session_state[address.WAVES] = [one.message.id for one in rows if one.wave]


def _again(work: Work, person: Person, now: View, kept: Sequence[Kept]) -> list[Row]:
    found = {m.id: m for m in standing.again(work, person, [one[0] for one in kept])}
    return [_heir(work, person, now, Row(found[one[0]], *one[1:])) for one in kept if one[0] in found]


def _heir(work: Work, person: Person, now: View, one: Row) -> Row:
    """Once the message that stood for several is decided, the next of them takes its place."""
    if one.messages == 1 or now.holds(one.message) or not now.states:
        return one
    before = replace(one.message, state=now.states[0])
    rest = worklist.inside(work, person, _query(work, now, 1), before)
    return replace(one, message=rest[0], messages=one.messages - 1) if rest else replace(one, messages=1)


def _count(work: Work, person: Person, now: View) -> int:
    query = now.query(st.session_state.get(SINCE, work.now))
    return min(sum(worklist.counts(work, person, query, MOST_COUNTED).values()), MOST_COUNTED)


def came_in(work: Work, person: Person, now: View, numbers: Mapping[str, int]) -> int:
    """How many came in since the list was drawn; what was decided since makes up for none of them."""
    kept = st.session_state.get(address.DRAWN)
    if not kept or now.name == view.REREAD:
        return 0
    still = standing.again(work, person, [one[0] for one in kept["rows"]])
    gone = sum(not now.holds(m) for m in still)
    counted: int = numbers[now.name] if now.name in numbers else _count(work, person, now)
    before: int = kept["counted"] - gone
    return max(0, counted - before)


def _paging(found: Listed, now: View) -> None:
    pages = st.session_state[address.PAGES]
    with say.row():
        if pages:
            st.button(
                words.say("to-start"),
                key="to_start",
                icon=say.icon("first_page"),
                type="tertiary",
                on_click=address.begin_anew,
            )
        if found.more:
            end = worklist.key(found.rows[-1].message, now.query(st.session_state[SINCE]))
            st.button(
                words.say("load-more"),
                key="load_more",
                icon=say.icon("expand_more"),
                on_click=pages.append,
                args=[end],
            )


def _nothing(now: View) -> None:
    """Why the list is empty, and one step out of it."""
    if now.search:
        title, why = words.say("none-found"), words.say("none-found-why")
        place = say.empty("search_off", "gray", title, why)
        if now.filters or now.name != "all":
            everywhere = {"view": "all", view.SEARCH: now.search}
            place.button(words.say("search-all"), key="everywhere", on_click=address.go, args=[everywhere])
        place.button(
            words.say("search-clear"), key="clear", on_click=address.clear_filters, args=[view.SEARCH]
        )
        return
    if now.filtered:
        place = say.empty(
            "filter_list_off", "gray", words.say("none-filtered"), words.say("none-filtered-why")
        )
        place.button(
            words.say("filter-clear"), key="clear", on_click=address.clear_filters, args=view.FILTERS
        )
        return
    say.empty("done_all", "green", words.say(f"none-{now.name}"), words.say(f"none-{now.name}-why"))
