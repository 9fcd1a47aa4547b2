"""Public holidays by Land, from the holidays library."""

from datetime import date
from functools import cache

import holidays

COUNTRY = "DE"


class PublicHolidays:
    """The port casework.ports.Holidays; a Land nobody knows has the holidays of the whole country."""

    def is_holiday(self, day: date, land: str) -> bool:
        """Whether the day is a public holiday in this Land (ISO 3166-2, such as DE-NI)."""
        return day in _calendar(land)


@cache
def _calendar(land: str) -> holidays.HolidayBase:
    country, _, part = land.partition("-")
    try:
        return holidays.country_holidays(country, subdiv=part or None)
    except NotImplementedError:
        return holidays.country_holidays(COUNTRY)
