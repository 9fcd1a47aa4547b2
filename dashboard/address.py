"""Writes the address bar: filters, search and what is open survive a reload and can be sent on."""

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st

from dashboard import view

PAGES = "pages"
DRAWN = "drawn"
SHOWN = "shown_"
WAVES = "waves"
FOLLOWING = "following"
TURNING = "turning"


def put(name: str, value: str) -> None:
    """Set one parameter, or take it out when the value is empty."""
    if value:
        st.query_params[name] = value
    else:
        st.query_params.pop(name, None)


def open_message(message_id: int | None) -> None:
    """Open what a row of the queue stands for, or close it; what was unmasked is masked again."""
    wave = message_id in st.session_state.get(WAVES, ())
    _open("" if wave else str(message_id or ""), str(message_id) if wave else "")


def go_on() -> None:
    """Open what follows on the page; past its end, what comes first once the list is read anew."""
    following = st.session_state.get(FOLLOWING)
    st.session_state[TURNING] = following is None
    open_message(following)


def open_copy(message_id: int) -> None:
    """Open one message of a wave by itself."""
    _open(str(message_id), "")


def choose(name: str, widget: str) -> None:
    """Take a filter from its widget; the list begins anew."""
    put(name, str(st.session_state.get(widget) or "").strip())
    begin_anew()


def clear_filters(*names: str) -> None:
    """Take filters out of the address; the list begins anew."""
    for name in names:
        put(name, "")
    begin_anew()


def go(parameters: Mapping[str, str]) -> None:
    """Show another view with its filters and nothing open; what is no filter of ours is left out."""
    for name in view.NAMES:
        put(name, parameters.get(name, ""))
    _open("", "")
    begin_anew()


def filters() -> dict[str, str]:
    """View, search and filters as they stand in the address, without what means nothing."""
    strange = view.unknown(st.query_params)
    return {n: st.query_params[n] for n in view.NAMES if st.query_params.get(n) and n not in strange}


def link() -> str:
    """What to send to a colleague: this view, and what is open in it."""
    opened = {name: st.query_params[name] for name in ("message", "wave") if st.query_params.get(name)}
    return f"{(st.context.url or '').partition('?')[0]}?{urlencode({**filters(), **opened})}"


def begin_anew() -> None:
    """Draw the list from its beginning, as it stands now."""
    st.session_state[PAGES] = []
    st.session_state.pop(DRAWN, None)


def _open(message: str, wave: str) -> None:
    for key in [k for k in st.session_state if str(k).startswith(SHOWN)]:
        del st.session_state[key]
    put("message", message)
    put("wave", wave)
