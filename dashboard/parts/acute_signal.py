"""Makes emergencies heard and seen from another window: a tone, and their number in the tab's title."""

import io
import math
import wave
from functools import cache

import streamlit as st

from casework import signals
from casework.signals import Signals
from dashboard import identity, words
from dashboard.parts import say, trouble

TITLE = "Streife"
RATE, LENGTH = 8_000, 20  # samples a second; seconds, of which the last ones are silent
TONES = ((0.0, 587.33), (0.28, 880.0), (0.9, 587.33), (1.18, 880.0))
TONE, LOUD = 0.55, 0.45
BADGE, SETTING = "acute_badge", "signals"


def title() -> str:
    """The tab's title, with the number of emergencies as of the last look."""
    number = st.session_state.get(BADGE, 0)
    return f"({number}) {TITLE}" if number else TITLE


def tell(number: int, setting: Signals) -> None:
    """Set the title where the number changed."""
    shown = number if setting.badge else 0
    if st.session_state.get(BADGE, 0) != shown:
        st.session_state[BADGE] = shown
        st.set_page_config(page_title=title())


def ring() -> None:
    """The tone, over and over while this is drawn; where the browser keeps it silent, one press starts it."""
    with st.container(key="acute_tone", width="content"):
        st.audio(
            tone(), format="audio/wav", autoplay=True, loop=True, alt=words.text("acute-tone"), width=240
        )


def settings() -> None:
    """The officer's own switches; a browser lets a page sound only after a click in it, and that is said."""
    current = _kept()
    st.toggle(words.text("setting-sound"), value=current.sound, key="set_sound", on_change=_keep)
    st.toggle(words.text("setting-badge"), value=current.badge, key="set_badge", on_change=_keep)
    if current.sound:
        say.meta(words.say("setting-sound-why"), stretch=True)
        if st.button(words.say("setting-sound-try"), icon=say.icon("volume_up"), type="tertiary"):
            st.audio(_wav(LENGTH // 10), format="audio/wav", autoplay=True)


@cache
def tone() -> bytes:
    """Two soft double tones and then silence, as WAV: it is played over and over. Our own work."""
    return _wav(LENGTH)


def _wav(seconds: int) -> bytes:
    samples = bytearray([128]) * (RATE * seconds)
    for begin, hertz in TONES:
        start = int(begin * RATE)
        for n in range(int(TONE * RATE)):
            swell = math.sin(math.pi * n / (TONE * RATE)) * LOUD
            at = start + n
            samples[at] = max(
                0, min(255, samples[at] + int(127 * swell * math.sin(2 * math.pi * hertz * n / RATE)))
            )
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(RATE)
        file.writeframes(bytes(samples))
    return out.getvalue()


def _kept() -> Signals:
    """The setting, read once for each sign-in: the switches stand on every page."""
    if SETTING not in st.session_state:
        with identity.looking() as (work, person):
            kept = signals.of(work, person)
        st.session_state[SETTING] = (person.id, kept.sound, kept.badge)
    return Signals(*st.session_state[SETTING])


def _keep() -> None:
    sound, badge = bool(st.session_state["set_sound"]), bool(st.session_state["set_badge"])
    st.session_state.pop(SETTING, None)
    trouble.attempt(lambda work, person: signals.choose(work, person, sound=sound, badge=badge))
