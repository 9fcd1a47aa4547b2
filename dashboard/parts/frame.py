"""The frame of every page: title, what we do not hear, the training band, and who is here."""

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from casework import ledger
from casework.people import Officer, Person
from casework.ports import Work
from dashboard import desk, hearing, identity, times, words
from dashboard.parts import acute_signal, acute_strip, bell, care, say, trouble
from dashboard.words import Words

KEYS_OFF = "keys_off"
SIGN_OUT = "/abmelden"


def head(title: Words, person: Person, *, status: bool = True, acute: bool = True) -> None:
    """The page's first line; `acute` is for pages that do not show the emergencies themselves."""
    training = desk.store().training
    if acute:
        acute_strip.show()
    with say.row(spread=True):
        with say.group():
            st.title(title, anchor=False, width="content")
            if training:
                say.badge(words.say("training"), "school", "yellow")
                if not compact():
                    say.meta(words.say("training-why"))
        with say.group():
            if status:
                _status(training=training)
            bell.show(person)
            with st.popover(
                words.quoted(person.officer.name), icon=say.icon("account_circle"), type="tertiary"
            ):
                _account(person)
    care.warn()


def shortcut(key: str) -> str | None:
    """The key, unless the reader switched single keys off (WCAG 2.1.4) or reads on a phone."""
    return None if st.session_state.get(KEYS_OFF) or compact() else key


def compact() -> bool:
    """List or message, not both: on phones, and for whoever asks for it."""
    phone = "Mobi" in (st.context.headers.get("User-Agent") or "")
    return bool(st.session_state.get("compact", phone))


def _status(*, training: bool) -> None:
    with identity.looking() as (work, person):
        streams = hearing.streams_of(work, hearing.accounts_of(work, person))
        at = ledger.as_of(work, training=training)
        when = times.moment(at, work.now) if training else times.clock(at)
    say.meta(words.joined(say.icon("sync"), words.say("as-of", clock=when), by=" "))
    silent = hearing.silent(streams, at)
    if silent:
        said = words.say("silent-streams", n=silent, of=len(streams))
        say.meta(words.joined(say.icon("sensors_off"), said, by=" "), colour="orange")


def _account(person: Person) -> None:
    care.door()
    st.toggle(
        words.text("setting-mask"),
        value=person.officer.mask_hostile,
        key="setting_mask",
        on_change=_keep_mask,
    )
    acute_signal.settings()
    _kept_toggle("setting-keys", "keys_on", on=not st.session_state.get(KEYS_OFF), change=_keep_keys)
    _kept_toggle("setting-compact", "compact_on", on=compact(), change=_keep_compact)
    chosen = words.language()
    # The class tells our script in the page (pages/own_words.js), which remembers it for the next visit.
    with st.container(key=f"language_chosen_{chosen}"):
        st.selectbox(
            words.text("setting-language"),
            list(words.LANGUAGES),
            index=list(words.LANGUAGES).index(chosen),
            format_func=words.LANGUAGES.__getitem__,
            key="setting_language",
            on_change=_keep_language,
        )
    st.link_button(words.say("sign-out"), SIGN_OUT, icon=say.icon("logout"), type="tertiary")


def _kept_toggle(key: str, name: str, *, on: bool, change: Callable[[], None]) -> None:
    st.toggle(words.text(key), value=on, key=name, on_change=change, help=words.say(f"{key}-why"))


def _keep_mask() -> None:
    hide = bool(st.session_state["setting_mask"])

    def keep(work: Work, person: Person) -> None:
        officer = work.get(Officer, person.id)
        work.replace(replace(officer, mask_hostile=hide))
        work.record(person.login, "setting_changed", f"officer:{person.id}", {"mask_hostile": hide})

    trouble.attempt(keep)


def _keep_keys() -> None:
    st.session_state[KEYS_OFF] = not st.session_state["keys_on"]


def _keep_compact() -> None:
    st.session_state["compact"] = st.session_state["compact_on"]


def _keep_language() -> None:
    st.session_state[words.STATE] = st.session_state["setting_language"]
