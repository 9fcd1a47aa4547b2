"""Channels that are silent for longer than their own rhythm explains: told before anyone notices."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

import streamlit as st

from casework import ledger, rhythm
from casework.account import Account, Stream
from casework.ports import Work
from casework.rhythm import Habit, Silence
from dashboard import desk, hearing, identity, times, words
from dashboard.parts import account_names, say
from dashboard.words import Words

PAGE = "app_pages/accounts.py"
KEPT, AFRESH = "rhythms", timedelta(minutes=5)
MOST = 3


def of(work: Work, streams: Sequence[Stream], at: datetime) -> Mapping[int, Habit]:
    """The rhythm of each stream at a moment; kept for the reader for five minutes, as it is long to tell."""
    ids = [stream.id for stream in streams]
    kept_ids, kept_at, kept = st.session_state.get(KEPT, (None, work.now, {}))
    if kept_ids == ids and work.now - kept_at < AFRESH:
        return dict(kept)
    found = rhythm.rhythms(work, streams, at)
    st.session_state[KEPT] = (ids, work.now, found)
    return found


def alarm() -> None:
    """For the head of a page: which channels of the reader's are silent, and the way there; else nothing."""
    with identity.looking() as (work, person):
        accounts = {a.id: a for a in hearing.accounts_of(work, person)}
        streams = hearing.streams_of(work, accounts.values())
        told, now = of(work, streams, ledger.as_of(work, training=desk.store().training)), work.now
    silent = [(stream, silence) for stream in streams if (silence := told[stream.id].silence)]
    if not silent:
        return
    with st.container(border=True, gap="xxsmall", key="silence_alarm"), say.row(spread=True):
        with st.container(gap="xxsmall", width="content"):
            for stream, silence in silent[:MOST]:
                _line(_channel(accounts[stream.account_id], stream), silence, now)
            if len(silent) > MOST:
                say.meta(words.say("silence-more", n=len(silent) - MOST))
        if st.button(
            words.say("silence-look"),
            key="silence_look",
            type="tertiary",
            icon=say.icon("chevron_right"),
            icon_position="right",
        ):
            st.switch_page(PAGE)


def show(streams: Sequence[Stream], told: Mapping[int, Habit], now: datetime) -> None:
    """For an account's card: each silence, and what is usual."""
    for stream in streams:
        if silence := told[stream.id].silence:
            _line(account_names.of(stream), silence, now)
            longest = account_names.lasting(silence.longest)
            say.meta(words.say("silence-usual", longest=longest), stretch=True)


def unsure(streams: Sequence[Stream], told: Mapping[int, Habit]) -> None:
    """Where there is too little to tell, that is said: nobody warns there."""
    names = [account_names.of(stream) for stream in streams if not told[stream.id].enough]
    if names:
        said = words.say("silence-unsure", streams=words.joined(*names, by=", "))
        say.meta(words.joined(say.icon("hearing"), said, by=" "), stretch=True)


def _line(channel: Words, silence: Silence, now: datetime) -> None:
    since = times.moment(silence.since, now)
    lasting = times.span(silence.lasting.total_seconds())
    said = words.say("silence", channel=channel, since=since, span=lasting)
    say.line(say.coloured(words.joined(say.icon("volume_off"), said, by=" "), "orange"), stretch=True)


def _channel(account: Account, stream: Stream) -> Words:
    return words.joined(words.label(account.platform), words.quoted(account.handle), account_names.of(stream))
