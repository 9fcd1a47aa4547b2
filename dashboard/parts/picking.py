"""Picking several messages of the queue: what is picked, by key, by row or all of a wave or list."""

from collections.abc import Sequence

import streamlit as st

from casework import bulk
from casework.message import Message
from casework.query import Query
from dashboard import words
from dashboard.parts import frame, say, undoing
from dashboard.words import Words

SELECTED = "selected"
LAST_PICKED = "last_picked"
ROWS = "rows_on_page"


def chosen() -> dict[int, str]:
    """What is picked: ids, each with the mark of how it stood then."""
    kept: dict[int, str] = st.session_state.setdefault(SELECTED, {})
    return kept


def rows(messages: Sequence[Message]) -> None:
    """Remember how the rows on the page stand, so that a key can pick them as they were seen."""
    st.session_state[ROWS] = {m.id: bulk.mark(m) for m in messages}


def mark_of(message: Message) -> Words:
    """In a row of the queue: a mark where it is picked."""
    picked = words.joined(say.icon("check_box"), words.say("is-picked"), by=" ")
    return picked if message.id in chosen() else Words("")


def pick(message: Message | None, ids: Sequence[int]) -> None:
    """The key that picks the open message, and the one that picks from the last picked up to it."""
    here = message.id if message else None
    st.button(
        "",
        key="pick",
        icon=say.icon("check_box" if here in chosen() else "check_box_outline_blank"),
        help=words.text("pick"),
        shortcut=frame.shortcut("X"),
        disabled=here not in st.session_state.get(ROWS, {}) and here not in chosen(),
        on_click=_toggle,
        args=[here],
    )
    if chosen() and here in ids:
        st.button(
            "",
            key="pick_to_here",
            icon=say.icon("playlist_add_check"),
            help=words.text("pick-to-here"),
            shortcut=frame.shortcut("Shift+X"),
            on_click=_range,
            args=[here, list(ids)],
        )


def pick_wave(ids: Sequence[int]) -> None:
    """The key that picks a whole wave, as far as one step may take it."""
    few = list(ids)[: bulk.MOST]

    def take() -> None:
        undoing.attempt(lambda work, person: chosen().update(bulk.select_ids(work, person, few)))

    st.button(
        words.say("pick-wave", n=len(few)),
        key="pick_wave",
        icon=say.icon("select_all"),
        type="tertiary",
        shortcut=frame.shortcut("X"),
        on_click=take,
    )


def take_all(query: Query) -> None:
    """Pick all that a filter lets through; for a button's callback."""
    undoing.attempt(lambda work, person: chosen().update(bulk.select_all(work, person, query)))


def clear() -> None:
    """Nothing is picked any more."""
    st.session_state[SELECTED] = {}
    st.session_state.pop(LAST_PICKED, None)


def _toggle(message_id: int | None) -> None:
    if message_id is None:
        return
    if chosen().pop(message_id, None) is None:
        mark = st.session_state.get(ROWS, {}).get(message_id)
        if mark:
            chosen()[message_id] = mark
    st.session_state[LAST_PICKED] = message_id


def _range(here: int, ids: list[int]) -> None:
    """All rows from the last picked to this one, as they stood when they were drawn."""
    start = st.session_state.get(LAST_PICKED)
    start = start if start in ids else ids[0]
    low, high = sorted((ids.index(start), ids.index(here)))
    known = st.session_state.get(ROWS, {})
    chosen().update({i: known[i] for i in ids[low : high + 1] if i in known})
