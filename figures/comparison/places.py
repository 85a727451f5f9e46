"""Where an incident is, and whether two places may be one: by gazetteer id, hierarchy and distance."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from figures.comparison.wording import Word
from figures.extraction.places.gazetteer import country_keys, key
from figures.model import Figure

_KM = 6371.0
_DEGREE = 111.1  # km, hardly less, from one latitude to the next
NEAR = 30  # km between two points that reports may both give for one incident
_AREA = 300  # km from the middle of a region within which a point may lie in it
_LONGEST = 4  # words of the name of a country
_RANK = {"city": 3, "admin2": 2, "admin1": 1, "area": 1, "country": 0}


class Where(NamedTuple):
    """A place as a figure tells it; unresolved where it has no gazetteer id."""

    name: str
    admin1: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    precision: str | None
    gazetteer_id: str | None

    @property
    def point(self) -> bool:
        return self.latitude is not None and self.precision in ("city", "admin2")

    @property
    def rank(self) -> int:
        """How precise: the greater, the smaller the place."""
        return _RANK.get(self.precision or "", -1)


def where(figure: Figure) -> Where | None:
    """Where a figure's people were counted, or None."""
    if not figure.place and not figure.gazetteer_id:
        return None
    return Where(
        figure.place_name or figure.place or "",
        figure.admin1,
        figure.country,
        figure.latitude,
        figure.longitude,
        figure.place_precision,
        figure.gazetteer_id,
    )


def stands_in(place: str, text: str) -> bool:
    """Does a text name a place, and no other whose name begins or ends with it?

    >>> stands_in("Niger", "Doctors in Niger said"), stands_in("Niger", "Nigeria said")
    (True, False)
    """
    return re.search(rf"(?<!\w){re.escape(place)}(?!\w)", text) is not None


def distance(left: Where, right: Where) -> float | None:
    """Kilometres between two places, or None where one has no point."""
    if (
        left.latitude is None
        or right.latitude is None
        or left.longitude is None
        or right.longitude is None
    ):
        return None
    lat1, lat2 = radians(left.latitude), radians(right.latitude)
    half = sin((lat2 - lat1) / 2) ** 2
    half += cos(lat1) * cos(lat2) * sin(radians(right.longitude - left.longitude) / 2) ** 2
    return 2 * _KM * asin(min(1.0, sqrt(half)))


def _far(left: Where, right: Where, km: float) -> bool:
    """Do their latitudes alone tell that two points lie further apart? Most do, and that is quickly told."""
    if left.latitude is None or right.latitude is None:
        return False
    return abs(left.latitude - right.latitude) * _DEGREE > km


def relation(left: Where | None, right: Where | None, reach: int = NEAR) -> str:
    """ "same", "near", "within" (one may lie in the other), "apart" or "unknown".

    ``reach`` is how many kilometres apart two points of one incident may be.

    >>> kyiv = Where("Kyiv", None, "UA", 50.45, 30.52, "city", "1")
    >>> relation(kyiv, Where("Ukraine", None, "UA", 49.0, 32.0, "country", "2"))
    'within'
    >>> relation(kyiv, Where("Lviv", None, "UA", 49.84, 24.03, "city", "3"))
    'apart'
    """
    if left is None or right is None:
        return "unknown"
    if left.gazetteer_id is None or right.gazetteer_id is None:
        return "same" if _fold(left.name) == _fold(right.name) else "unknown"
    if left.gazetteer_id == right.gazetteer_id:
        return "same"
    if left.country and right.country and left.country != right.country:
        if not (left.point and right.point) or _far(left, right, reach):
            return "apart"
        km = distance(left, right)
        return "near" if km is not None and km <= reach else "apart"
    wide, narrow = left, right
    if (right.rank, right.gazetteer_id) < (left.rank, left.gazetteer_id):
        wide, narrow = right, left
    if wide.precision == "country":
        return "within" if wide.country == narrow.country or narrow.country is None else "apart"
    if wide.rank > 1 and _far(left, right, reach):
        return "apart"
    km = distance(left, right)
    if wide.precision in ("admin1", "area"):
        if wide.precision == "admin1" and wide.admin1 and narrow.admin1:
            if _fold(wide.admin1) == _fold(narrow.admin1):
                return "within"
            if narrow.precision != "area":
                return "apart" if km is None or km > 3 * reach else "near"
        return "apart" if km is not None and km > _AREA else "within"
    if km is None:
        return "unknown"
    if km <= reach:
        return "near"
    return "apart"


def countries_named(words: Sequence[Word]) -> set[str]:
    """The countries that words name, themselves or their people, by their two letters.

    >>> sorted(countries_named([("kenyan", True), ("troops", False), ("in", False), ("sri", True), ("lanka", True)]))
    ['KE', 'LK']
    """
    keys = country_keys()
    found: set[str] = set()
    for i, (_, name) in enumerate(words):
        if name:
            for end in range(i + 1, i + 1 + _LONGEST):
                if (code := keys.get(key(" ".join(w for w, _ in words[i:end])))) is not None:
                    found.add(code)
    return found


def sure_countries(places: Iterable[Where], named: Collection[str]) -> set[str]:
    """The countries in which places surely are: a text that names the country too, or several of its places. A
    single town may be a namesake."""
    there = Counter(p.country for p in places if p.country)
    return {country for country, times in there.items() if times > 1 or country in named}


@lru_cache(maxsize=20_000)
def _fold(name: str) -> str:
    return " ".join(name.lower().replace("-", " ").split())
