"""What every page stands on: the store, opened once per process."""

from collections.abc import Mapping, Sequence
from typing import Any, BinaryIO

import streamlit as st

from casework.figures import Counts
from casework.lengths import Ruler
from casework.media import Fetched
from casework.polling import Rhythm
from casework.ports import Classifier, Sampling, Store
from streife import media, wiring
from streife.connecting import Connecting
from streife.settings import Settings


@st.cache_resource(show_spinner=False)
def store() -> Store:
    """The store that the settings name."""
    return wiring.store()


@st.cache_resource(show_spinner=False)
def counts() -> Counts:
    """Sums for supervisors; never a message."""
    return wiring.figures()


def classifier() -> Classifier:
    """The model in force; the wiring keeps it loaded."""
    return wiring.classifier()


def settings() -> Settings:
    """The settings in force."""
    return wiring.settings()


def connecting() -> Connecting:
    """Connecting accounts and letting them go."""
    return wiring.connecting()


def rhythm() -> Rhythm:
    """How often streams are read, and what that may cost."""
    return wiring.settings().rhythm


def messages_in(file: BinaryIO) -> Any:
    """What a file brings: an official export, or lines."""
    return wiring.messages_in(file)


def fetched(url: str) -> Fetched:
    """An attachment from the network it lies on; raises Refused or Transient."""
    return media.fetch(url)


def ruler() -> Ruler:
    """Counts texts as the networks do."""
    return wiring.ruler()


def matches(text: str, question: str) -> Sequence[tuple[int, int]]:
    """Characters [start, end) of a text that answer what was searched for."""
    return wiring.matches(text, question) if question else ()


def sampling() -> Sampling:
    """How sure a counted share is."""
    return wiring.sampling()


def model_card() -> Mapping[str, Any]:
    """The description of the model in force."""
    return wiring.model_card()
