"""Writes the address bar: filters and the open message survive a reload and can be sent to a colleague."""

import streamlit as st

PAGES = "pages"
DRAWN = "drawn"
SHOWN = "shown_"


def put(name: str, value: str) -> None:
    """Set one parameter, or take it out when the value is empty."""
    if value:
        st.query_params[name] = value
    else:
        st.query_params.pop(name, None)


def open_message(message_id: int | None) -> None:
    """Open a message, or close it; what was unmasked is masked again."""
    for key in [k for k in st.session_state if str(k).startswith(SHOWN)]:
        del st.session_state[key]
    put("message", str(message_id or ""))


def choose(name: str, widget: str) -> None:
    """Take a filter from its widget; the list begins anew."""
    put(name, str(st.session_state.get(widget) or ""))
    st.session_state[PAGES] = []


def clear_filters(*names: str) -> None:
    """Take filters out of the address; the list begins anew."""
    for name in names:
        put(name, "")
        st.session_state.pop(f"filter_{name}", None)
    st.session_state[PAGES] = []
