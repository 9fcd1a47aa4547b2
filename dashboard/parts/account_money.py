"""What an account's reading and writing costs this month: what is spent, the forecast, and the cap."""

from datetime import datetime

from babel.numbers import format_currency

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


def _line(icon: str, said: Words, colour: say.Colour) -> None:
    say.meta(words.joined(say.icon(icon), said, by=" "), colour=colour, stretch=True)
