"""A dialog, with the emergencies on top: whatever lies beneath an open one cannot be pressed."""

from collections.abc import Callable
from functools import wraps
from typing import Literal

import streamlit as st

from dashboard.parts import acute_strip
from dashboard.words import Words


def dialog(
    title: str,
    *,
    icon: Words | None = None,
    width: Literal["small", "medium", "large"] = "small",
    on_dismiss: Literal["ignore", "rerun"] = "ignore",
) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """As st.dialog, for a form without arguments."""

    def dress(form: Callable[[], None]) -> Callable[[], None]:
        @wraps(form)
        def dressed() -> None:
            acute_strip.inside()
            form()

        closed = _whole_page if on_dismiss == "rerun" else on_dismiss
        return st.dialog(title, icon=icon, width=width, on_dismiss=closed)(dressed)  # noqa: TID251 - the one place

    return dress


def _whole_page() -> None:
    """Streamlit's own `rerun` draws no more than the fragment that opened the dialog."""
    st.rerun()
