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

        return st.dialog(title, icon=icon, width=width, on_dismiss=on_dismiss)(dressed)  # noqa: TID251 - the one place

    return dress
