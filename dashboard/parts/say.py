"""Our own words on the screen; the types let nothing through but words of the catalogue."""

from typing import Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboard import words
from dashboard.words import Words

MOMENT_WIDTH = 118
KEY_WIDTH = 28
Colour = Literal["red", "orange", "yellow", "blue", "green", "violet", "gray"]


def icon(name: str) -> Words:
    """A bundled Material icon."""
    return Words(f":material/{name}:")


def coloured(said: Words, colour: Colour) -> Words:
    """The words in one of the theme's text colours."""
    return Words(f":{colour}[{said}]")


def strong(said: Words) -> Words:
    """The words in bold."""
    return Words(f"**{said}**")


def line(said: Words, *, stretch: bool = False) -> None:
    """A line of body text."""
    st.markdown(said, width="stretch" if stretch else "content")


def paragraph(said: Words) -> None:
    """Body text over the whole width."""
    st.markdown(said)


def unseen(said: Words) -> Words:
    """Words inside a button's label that only a screen reader reads: house.css hides what is struck out."""
    return Words(f"~~{said}~~")


def meta(said: Words, *, colour: Colour = "gray", stretch: bool = False) -> None:
    """Secondary text; not st.caption, whose opacity falls below the contrast we keep."""
    st.markdown(small(said, colour), width="stretch" if stretch else "content")


def small(said: Words, colour: Colour = "gray") -> Words:
    """Secondary words inside other words."""
    return Words(f":small[:{colour}[{said}]]")


def mark(said: Words, symbol: str = "", colour: Colour = "gray") -> Words:
    """A badge inside other words: many of them in one element are drawn far sooner than one by one."""
    shown = f"{icon(symbol)} {said}" if symbol else said
    return Words(f":{colour}-badge[{shown}]")


def heading(title: Words, sub: Words | None = None) -> None:
    """A part's heading, with a fact beside it."""
    with row(spread=True):
        st.header(title, anchor=False, width="content")
        if sub:
            meta(sub)


def small_heading(title: Words) -> None:
    """A heading inside a part."""
    st.subheader(title, anchor=False, width="content")


def badge(said: Words, symbol: str = "", colour: Colour = "gray") -> None:
    """One fact with icon, word and colour: never colour alone."""
    st.badge(said, icon=icon(symbol) if symbol else None, color=colour)


def row(*, spread: bool = False, gap: Literal["xxsmall", "xsmall", "small"] = "xsmall") -> DeltaGenerator:
    """A line of badges and small things; `spread` moves the last one to the right edge."""
    return st.container(
        horizontal=True,
        gap=gap,
        vertical_alignment="center",
        horizontal_alignment="distribute" if spread else "left",
    )


def group() -> DeltaGenerator:
    """Things that stay together inside a spread row."""
    return st.container(horizontal=True, gap="xsmall", vertical_alignment="center", width="content")


def timed(when: Words, what: Words) -> None:
    """One line of a history: the moment in a column of its own, and what happened."""
    with st.container(horizontal=True, gap="small", wrap=False):
        st.markdown(f":small[:gray[{when}]]", width=MOMENT_WIDTH)
        st.markdown(what, width="stretch")


def labelled(label: Words, what: Words) -> None:
    """A short badge, such as a key, and beside it what it stands for; the words stand in line."""
    with st.container(horizontal=True, gap="small", wrap=False):
        with st.container(width=KEY_WIDTH):
            badge(label)
        st.markdown(what, width="stretch")


def empty(symbol: str, colour: Colour, title: Words, why: Words) -> DeltaGenerator:
    """What is true and what is safe, in the middle of the space; returns the place for one action."""
    with st.container(
        border=True, gap="small", height="content", vertical_alignment="center", horizontal_alignment="center"
    ):
        st.space("small")
        # Bold and slanted: nothing else is, so house.css can make it large. A heading it is not.
        st.markdown(f"***{coloured(icon(symbol), colour)}***", width="content")
        st.header(title, anchor=False, width="content", text_alignment="center")
        st.markdown(why, text_alignment="center", width=420)
        place = st.container(horizontal=True, horizontal_alignment="center", gap="xsmall")
        st.space("small")
    return place


def switch(name: str, options: list[str], labels: dict[str, Words], begin: str = "") -> str:
    """A segmented control; its chosen label wears the blue text colour (primary would be 3.7:1 in dark).

    `begin` is what is chosen before anybody chose, the first option where it is empty.
    """
    begin = begin or options[0]
    now = st.session_state.get(name, begin)
    chosen = st.segmented_control(
        words.text("switch"),
        options,
        default=begin if name not in st.session_state else None,
        required=True,
        label_visibility="collapsed",
        key=name,
        format_func=lambda o: coloured(labels[o], "blue") if o == now else labels[o],
    )
    return chosen or begin
