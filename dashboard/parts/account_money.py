"""What an account may still use: of its money this month, of the quota it shares with others today."""

from datetime import datetime

from babel.numbers import format_currency

from casework import pools
from casework.budget import Standing
from dashboard import times, words
from dashboard.parts import say
from dashboard.words import Words

UNIT = 1_000_000  # amounts come in millionths of the currency


def show(standing: Standing, currency: str, now: datetime, *, refused: bool) -> None:
    """One line, and one more where the money ends before the month; `refused`: that is told already."""

    def money(amount: int) -> Words:
        return Words(format_currency(amount / UNIT, currency, locale=words.language()))

    until = times.moment(standing.until, now)
    if not standing.cap:
        _line("money_off", words.say("money-none"), "orange")
        return
    told = words.say("money", spent=money(standing.spent + standing.reserved), cap=money(standing.cap))
    _line("payments", words.joined(told, words.say("money-forecast", n=money(standing.forecast))), "gray")
    if not standing.left and not refused:
        _line("account_balance_wallet", words.say("money-spent", when=until), "red")
    elif standing.left and standing.forecast > standing.cap:
        _line("trending_up", words.say("money-short", when=until), "orange")


def show_shared(standing: pools.Standing, now: datetime) -> None:
    """How much of the quota all accounts of the app have used, or that it is used up."""
    when = times.moment(standing.until, now)
    if not standing.left:
        _line("hourglass_empty", words.say("quota-spent", when=when), "orange")
        return
    used, accounts = standing.daily - standing.left, len(standing.accounts)
    told = words.say("quota", n=used, of=standing.daily, accounts=accounts, when=when)
    _line("data_usage", told, "gray")


def _line(icon: str, said: Words, colour: say.Colour) -> None:
    say.meta(words.joined(say.icon(icon), said, by=" "), colour=colour, stretch=True)
