"""An account's streams in words: last success, next poll, and what went wrong with the remedy."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import streamlit as st

from casework.account import Stream
from dashboard import times, words
from dashboard.hearing import Hearing
from dashboard.parts import account_names, say, stranger
from dashboard.words import Words

ERRORS = {
    "AuthExpired": "key_off",
    "RateLimited": "hourglass_top",
    "BudgetSpent": "account_balance_wallet",
    "Transient": "cloud_off",
    "SchemaChanged": "extension_off",
    "Refused": "block",
}
OTHER = ("other", "error")


def troubles(streams: Sequence[Stream], *, own_words: bool) -> None:
    """Each error once, with the streams that have it: what it means and what helps.

    `own_words`: the error's own words, in English and in part the network's, for whoever has to mend it.
    """
    told: dict[str, list[Stream]] = {}
    for stream in streams:
        if stream.error:
            told.setdefault(stream.error, []).append(stream)
    for error, broken in told.items():
        kind = error.partition(":")[0]
        name, icon = (kind.lower(), ERRORS[kind]) if kind in ERRORS else OTHER
        names = words.joined(*(account_names.of(stream) for stream in broken), by=", ")
        with st.container(gap="xxsmall"):
            cause = say.strong(words.say(f"error-{name}"))
            say.line(say.coloured(words.joined(say.icon(icon), cause, by=" "), "red"), stretch=True)
            say.line(words.joined(say.icon("build"), words.say(f"remedy-{name}"), by=" "), stretch=True)
            say.meta(names, stretch=True)
            if own_words:
                with st.expander(words.say("error-own-words"), icon=say.icon("terminal")):
                    stranger.text(error.partition(":")[2].strip() or error)


def show(streams: Sequence[Stream], states: Mapping[int, Hearing], now: datetime, *, polled: bool) -> None:
    """When each was last heard, and when it is asked again; `polled`: whether anybody will."""
    say.line(say.strong(words.say("heard-last")))
    for stream in streams:
        last = times.moment(stream.last_success_at, now) if stream.last_success_at else words.say("never")
        said = words.say("last-heard", stream=account_names.of(stream), when=last)
        broken = states[stream.id] is Hearing.BROKEN
        say.meta(
            words.joined(said, _next(stream, now) if polled else Words("")),
            colour="red" if broken else "gray",
        )


def _next(stream: Stream, now: datetime) -> Words:
    if stream.next_poll_at is None:
        return words.say("not-polled")
    if stream.next_poll_at <= now:
        return words.say("poll-due")
    return words.say("next-poll", when=times.moment(stream.next_poll_at, now))
