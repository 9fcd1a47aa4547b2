"""One palette for charts, the same meanings as the theme; pairs are told apart by the colour-blind too."""

import streamlit as st

LIGHT = {
    "bg": "#FFFFFF",
    "panel": "#F2F5F7",
    "text": "#16232E",
    "muted": "#4B5A65",
    "line": "#D3DBE1",
    "brand": "#0A5C7F",
    "acute": "#B3202E",
    "today": "#C97F0E",
    "hostile": "#8E54CC",
    "done": "#22A56B",
    "quiet": "#8D969E",
    "rose": "#821F3B",
    "faint": "#DCE4E9",
}
DARK = {
    "bg": "#0B1117",
    "panel": "#151E26",
    "text": "#E6ECF0",
    "muted": "#A9B8C3",
    "line": "#2C3A45",
    "brand": "#45B6EC",
    "acute": "#F0616D",
    "today": "#EFB03A",
    "hostile": "#9257DB",
    "done": "#AEE8CC",
    "quiet": "#87929A",
    "rose": "#E0405C",
    "faint": "#263440",
}


def colours() -> dict[str, str]:
    """The palette of the reader's theme."""
    return DARK if st.context.theme.type == "dark" else LIGHT
