"""Our own scripts: the keys that Streamlit does not hear, and the clocks that tick between two looks."""

from pathlib import Path

import streamlit as st

STATIC = Path(__file__).parents[1] / "static"
SCRIPTS = ("keys.js", "clock.js")


def put() -> None:
    """Put the scripts into the page: files of ours, as the policy of the page lets no other run."""
    tags = [
        f'<script src="/app/static/{name}?{(STATIC / name).stat().st_mtime_ns:x}"></script>'
        for name in SCRIPTS
    ]
    st.html("".join(tags), unsafe_allow_javascript=True)  # noqa: TID251 - our own scripts; no words pass here
