"""Which accounts are compared at all: those that share a key. Never all pairs of a database.

Every key follows from one account alone, so what is compared with what does not depend on the order of reading.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from figures.comparison.accounts import Account
from figures.comparison.graph import Node, key, number
from figures.comparison.places import Where
from figures.comparison.wording import RARE
from figures.extraction.places.gazetteer import country_words

_BUCKET = 8  # days within which reports always meet; none do that are twice as far apart
_SEASON = 90  # the same for a rare name,
_WINDOW = 60  # and for the beginning of a running count
_CELL = 1.0  # degrees of the map
_TELLING = 1.5  # rarity from which a word of a headline brings reports together with another,
_ALONE = 2.5  # and by itself
_PHRASE = 2.0  # what the words of a name must tell together to bring reports together at any time

Key = tuple[object, ...]


def node(account: Account) -> Node:
    """An account as the graph of links takes it."""
    told: dict[str, set[int]] = {}
    for parts, how in keys(account):
        told.setdefault(how, set()).add(key(*parts))
    return Node(number(account.id), _day(account), **told)


def keys(account: Account) -> Iterator[tuple[Key, str]]:
    """Every key of an account, and whether it is ``asked``, only ``offered``, or asked but ``common``, a rare word,
    or a count of several digits, which brings fewer together than a spot, a street or a name of two words, or ``weak``,
    a usual word or another count, of which two must be shared.

    Two accounts are compared if they share a key for which either asks, and few enough stand between them.
    One without a date asks at its place for all times.
    """
    day = _day(account)
    told = {d for d in (*(account.days or ()), account.printed) if d is not None}
    slots = sorted({d // _BUCKET + n for d in told for n in (0, 1)})
    seasons = sorted({d // _SEASON + n for d in told for n in (0, 1)})
    if account.scope == "cumulative":
        yield from _windows(account)
    else:
        for key, how in _cells(account.place) if account.place else ():
            yield key, how if day is None else "offered"
            yield from (((*key, slot), how) for slot in slots)
        for name, worth in sorted(account.wording.names.items()):
            if name in country_words():
                continue  # places have keys of their own
            if worth < RARE:
                yield from ((("name", name, slot), "weak") for slot in slots)
            else:
                yield from ((("rare", name, season), "common") for season in seasons)
        for word, worth in sorted(account.headline.items()):
            if worth >= _TELLING:
                how = "weak" if worth < _ALONE else "common"
                yield from ((("headline", word, slot), how) for slot in slots)
        for street in sorted(account.wording.streets):
            yield from ((("street", street, slot), "asked") for slot in slots)
        for category, number in sorted(account.counts):
            if number >= 10:
                how = "common" if _telling(number) else "weak"
                yield from ((("count", category, number, slot), how) for slot in slots)
    for phrase, worth in sorted(account.wording.phrases.items()):
        if worth >= _PHRASE:
            yield ("phrase", account.scope, *phrase), "asked"


def _telling(number: float) -> bool:
    """Is it a count that hardly two incidents share, of three digits or more before its zeros?

    >>> _telling(5434), _telling(132), _telling(31_000), _telling(24)
    (True, True, False, False)
    """
    return len(f"{number:.0f}".rstrip("0")) > 2


def _windows(account: Account) -> Iterator[tuple[Key, str]]:
    """The keys of a running count: what is counted in which country, by when that begins; where that is not told,
    by when it is said."""
    countries = sorted({p.country for p in account.places if p.country})
    subjects = (*account.categories, *account.kinds[:1])
    when = [("said", account.printed, "offered" if account.days else "asked")]
    if account.days:
        when.append(("from", account.days[0], "asked"))
    for country in countries:
        for subject in subjects:
            for clock, day, how in when:
                for slot in (day // _WINDOW, day // _WINDOW + 1) if day is not None else ():
                    yield ("running", country, subject, clock, slot), how


def _day(account: Account) -> int | None:
    return account.days[0] if account.days else account.printed


def _cells(place: Where) -> Iterator[tuple[Key, str]]:
    """The keys of a place: the map's cells round a point, four of them so that near points share one, and its
    country, in which only a place as wide as that asks for others."""
    wide = place.latitude is None or place.longitude is None or place.rank < 2
    if wide or place.country:
        yield ("place", place.country or place.name.lower()), "common" if wide else "offered"
    if wide or place.latitude is None or place.longitude is None:
        return
    y, x = floor(place.latitude / _CELL), floor(place.longitude / _CELL)
    for dy in (0, 1):
        for dx in (0, 1):
            yield ("cell", y + dy, x + dx), "asked"
