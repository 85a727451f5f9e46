"""What lies in what: a strike in an offensive, a day's dead in one town in those of the country, both in a war.

Decided by two incidents alone: their kind, their places (one an area that holds the other) and their times.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from figures.comparison.clocks import days_between
from figures.comparison.kinds import kinds
from figures.comparison.places import Where, relation
from figures.model import Incident

_EPOCH = "2000-01-01"
_LONGEST = 62  # days of an incident that holds others; what runs longer is a running count
_FINE = 2  # rank of a place from which it is a point


@dataclass(frozen=True, slots=True)
class Extent:
    """How far an incident reaches, and how many were harmed."""

    running: bool
    kind: str
    days: tuple[int, int] | None  # the first and the last
    place: Where | None
    most: float  # people killed, else hurt

    @property
    def wide(self) -> bool:
        """Can others lie in it?"""
        return self.running or (self.place is not None and self.place.rank < _FINE)

    def told(self) -> dict[str, Any]:
        """The extent as JSON takes it."""
        return asdict(self)


def extent(one: Incident, place: Where | None, most: float) -> Extent:
    """The extent of an incident at a place."""
    first, last = (days_between(_EPOCH, day) for day in (one.earliest, one.latest))
    days = None if first is None or last is None else (first, last)
    return Extent(one.scope == "cumulative", one.kind, days, place, most)


def read(told: Mapping[str, Any]) -> Extent:
    """An extent as JSON gave it back."""
    place, days = told["place"], told["days"]
    read = {"place": Where(*place) if place else None, "days": tuple(days) if days else None}
    return Extent(**{**told, **read})


class Extents:
    """The extents of one country's incidents, by id."""

    def __init__(self, known: Mapping[str, Extent]) -> None:
        self._known = known
        self._running = sorted(i for i, e in known.items() if e.running and e.days)
        self._dated = sorted((e.days[0], i) for i, e in known.items() if not e.running and e.days)
        self._wide = [(day, i) for day, i in self._dated if known[i].wide]  # few of very many

    def inside(self, identity: str) -> str | None:
        """What an incident lies in: the narrowest incident that holds it, else a running count."""
        one = self._known[identity]
        if one.running or not one.days:
            return None
        holding = [i for i in _near(self._wide, one.days[0]) if _holds(self._known[i], one)]
        if holding:
            return min(holding, key=lambda i: (*_size(self._known[i]), i))
        return next((i for i in self._running if _counts(self._known[i], one)), None)

    def overlapping(self, identity: str) -> Iterator[str]:
        """The incidents that share places and days with one, though neither lies in the other."""
        one = self._known[identity]
        if one.running or not one.days:
            return
        for i in _near(self._dated if one.wide else self._wide, one.days[1]):
            other = self._known[i]
            if i != identity and (_cut(one, other) or _cut(other, one)):
                yield i


def _near(dated: Sequence[tuple[int, str]], day: int) -> Iterator[str]:
    """Those that begin in the weeks before a day, or on it."""
    start = bisect_left(dated, (day - 2 * _LONGEST, ""))
    for _, i in dated[start : bisect_right(dated, (day, "g"))]:
        yield i


def _holds(wide: Extent, one: Extent) -> bool:
    """Does an incident of an area hold another, of a place in it and of fewer people?"""
    return _round(wide, one) and _covers(wide, one) and wide.most > one.most > 0


def _cut(wide: Extent, one: Extent) -> bool:
    """Do two incidents, one of an area round the other's place, share some days but not all of the other's?"""
    if not wide.days or not one.days or not _round(wide, one) or _covers(wide, one):
        return False
    return wide.days[0] <= one.days[1] and one.days[0] <= wide.days[1]


def _covers(wide: Extent, one: Extent) -> bool:
    """Do the days of one lie within those of the other?"""
    if not wide.days or not one.days:
        return False
    return wide.days[0] <= one.days[0] and one.days[1] <= wide.days[1]


def _round(wide: Extent, one: Extent) -> bool:
    """Is one, of a like kind of event and not too long, told of the area round another's place?"""
    if wide.place is None or one.place is None or not wide.kind or not one.kind:
        return False
    if wide.place.rank >= min(_FINE, one.place.rank) or _length(wide) > _LONGEST:
        return False
    return _alike(one.kind, wide.kind) and relation(one.place, wide.place) == "within"


def _counts(running: Extent, one: Extent) -> bool:
    """Is an incident counted in a running count: in its place, its time inside the window?"""
    if not running.kind and not running.most:
        return False  # of people moved or helped: no event's harm is in it
    if not _covers(running, one) or not _alike(one.kind, running.kind):
        return False
    return relation(one.place, running.place) in ("same", "within")


def _alike(one: str, other: str) -> bool:
    if not one or not other or one == other:
        return True
    return one in kinds()[other].like or other in kinds()[one].like


def _length(one: Extent) -> int:
    return one.days[1] - one.days[0] if one.days else 0


def _size(wide: Extent) -> tuple[int, int]:
    return -(wide.place.rank if wide.place else 0), _length(wide)
