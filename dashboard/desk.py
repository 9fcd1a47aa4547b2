"""What every page stands on: the store, opened once per process."""

import streamlit as st

from casework.figures import Counts
from casework.ports import Store
from streife import wiring


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """The store that the settings name."""
    return wiring.store()


@st.cache_resource(show_spinner=False)
def counts() -> Counts:
    """Sums for supervisors; never a message."""
    return wiring.figures()
