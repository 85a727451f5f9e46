"""Are two accounts of one incident? Decided by the two alone: place, time, kind of event, wording, counts.

Each sign adds points and words to a reason; a contradiction of place or time forbids the link. Whatever
else a database holds changes nothing, so reports added one by one link as reports added together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations
from math import floor

from figures.comparison.accounts import Account
from figures.comparison.clocks import days_between, in_words
from figures.comparison.kinds import alike, kinds
from figures.comparison.places import Where, relation

THRESHOLD = 6.0
DOUBT = 4.5  # from here to the threshold two incidents may be the same
_NAME = 6.0  # bits from which a shared word is worth telling in the reason
_FORBIDDEN = float("-inf")
_PLACE = {"same": 3.0, "near": 2.0, "within": 1.0, "unknown": 0.0}
_KIND = {"same": 1.5, "like": 0.5, "unknown": 0.0, "different": -3.0}
_SEA = 150  # km between the points that reports give for one wreck
_DAYS = 8  # width of a bucket of time
_CELL = 1.0  # width of a cell of the map, degrees


@dataclass(frozen=True, slots=True)
class Link:
    """Two accounts that may be of one incident: how strongly, and why in words."""

    left: str
    right: str
    score: float
    why: str

    @property
    def holds(self) -> bool:
        return self.score >= THRESHOLD


def link(left: Account, right: Account) -> Link | None:
    """The link of two accounts, or None where nothing or too little speaks for it."""
    if left.document_id == right.document_id or left.scope != right.scope:
        return None
    signs: list[str] = []
    score = _by_place(left, right, signs)
    if score == _FORBIDDEN:
        return None
    score += _by_time(left, right, signs)
    if score == _FORBIDDEN:
        return None
    kind = alike(left.kinds, right.kinds)
    score += _KIND[kind]
    if kind == "same":
        shared = next(k for k in left.kinds if k in right.kinds)
        signs.append(f"the same kind of event ({kinds()[shared].label})")
    if score < DOUBT - 7:
        return None
    score += _by_wording(left, right, signs)
    score += _by_counts(left, right, signs)
    if score < DOUBT:
        return None
    one, other = sorted((left.id, right.id))
    return Link(one, other, round(score, 3), "; ".join(signs))


def _by_place(left: Account, right: Account, signs: list[str]) -> float:
    reach = _SEA if "shipwreck" in (*left.kinds[:1], *right.kinds[:1]) else 30
    found = relation(left.place, right.place, reach)
    if found == "apart":
        both_wide = left.wide and right.wide
        if not both_wide or not _common_country(left.places, right.places):
            return _FORBIDDEN
        found = "within"
    if found != "unknown":
        names = dict.fromkeys(p.name for p in (left.place, right.place) if p)
        words = {
            "same": "the same place",
            "near": "places close by",
            "within": "places that one lies in the other",
        }
        signs.append(f"{words[found]} ({', '.join(names)})")
    point = left.place is not None and left.place.rank >= 2
    return _PLACE[found] if found != "same" or point else 1.5


def _common_country(left: Iterable[Where], right: Iterable[Where]) -> bool:
    return bool({p.country for p in left if p.country} & {p.country for p in right if p.country})


def _by_time(left: Account, right: Account, signs: list[str]) -> float:
    if left.scope == "cumulative":
        return _by_window(left, right, signs)
    if left.span and right.span:
        gap = max(_days(left.span[1], right.span[0]), _days(right.span[1], left.span[0]))
        if gap > 1:
            return _FORBIDDEN
        if max(_days(*left.span), _days(*right.span)) > 7:
            signs.append("dates that do not contradict")
            return 0.5
        signs.append(f"the same date ({in_words(left.span[0])})")
        return 3.0
    span, published = (left.span, right.published) if left.span else (right.span, left.published)
    if span is not None:
        if published is None:
            return 0.0
        if _days(published, span[0]) > 1:
            return _FORBIDDEN  # printed before it happened
        return _gap(_days(span[1], published), signs)
    if left.published is None or right.published is None:
        return 0.0
    return _gap(abs(_days(left.published, right.published)), signs)


def _gap(days: int, signs: list[str]) -> float:
    """Points for the days between an incident, or a report of it, and another report."""
    if days <= 3:
        signs.append("reports of the same days")
        return 2.0
    if days <= 14:
        signs.append("dates that do not contradict")
        return 0.5
    return -1.5 if days <= 90 else -3.0


def _by_window(left: Account, right: Account, signs: list[str]) -> float:
    """Running counts: the same beginning, or reports of the same months."""
    if left.span and right.span:
        if left.span[0][:7] != right.span[0][:7]:
            return _FORBIDDEN
        signs.append("counts that run from the same time")
        return 2.0
    if left.published and right.published:
        days = abs(_days(left.published, right.published))
        if days <= 60:
            signs.append("running counts of the same months")
        return 2.0 if days <= 60 else 0.0 if days <= 365 else -3.0
    return 0.0


def _days(left: str, right: str) -> int:
    return days_between(left, right) or 0


def _by_wording(left: Account, right: Account, signs: list[str]) -> float:
    short, long = sorted((left.words, right.words), key=len)
    shared = {w: min(b, long[w]) for w, b in short.items() if w in long}
    total = sum(shared.values())
    most = min(sum(short.values()), sum(long.values()))
    if not most:
        return 0.0
    names = sorted((w for w, b in shared.items() if b >= _NAME), key=lambda w: (-shared[w], w))
    if names:
        signs.append(f"shared words ({', '.join(names[:5])})")
    return min(6.0, total / 15) + min(3.0, 6 * total / most) - 1.5


def _by_counts(left: Account, right: Account, signs: list[str]) -> float:
    shared = {(c, n) for c, n in left.counts & right.counts if n > 1}
    if not shared:
        return 0.0
    category, number = max(shared, key=lambda s: (s[1], s[0]))
    signs.append(f"the same count ({number:,} {category})")
    return 1.5 if number >= 10 else 0.5


def keys(account: Account) -> Iterator[tuple[tuple[object, ...], bool]]:
    """(key, asks) of an account. Two accounts are compared if they share a key for which one asks.

    Every key follows from the account alone. One without a date asks at its place for all times.
    """
    place, when = account.place, account.span[0] if account.span else account.published
    days = days_between("2000-01-01", when)
    if account.scope == "cumulative":
        for country in sorted({p.country for p in account.places if p.country}):
            yield ("running", country), True
    elif place is not None:
        for key in _cells(place):
            yield key, days is None
            if days is not None:
                yield (*key, days // _DAYS), True
                yield (*key, days // _DAYS + 1), True
    for pair in combinations(sorted(account.names), 2):
        yield ("names", account.scope, *pair), True


def _cells(place: Where) -> Iterator[tuple[object, ...]]:
    """The map's cells round a point, four of them so that near points share one; a wide place's country."""
    if place.latitude is None or place.longitude is None or place.rank < 2:
        yield "place", place.country or place.name.lower()
        return
    yield "place", place.country
    y, x = floor(place.latitude / _CELL), floor(place.longitude / _CELL)
    for dy in (0, 1):
        for dx in (0, 1):
            yield "cell", y + dy, x + dx
