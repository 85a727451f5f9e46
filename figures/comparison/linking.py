"""Are two accounts of one incident? Decided by the two alone: place, time, kind of event, wording, counts.

Each sign adds points and words to a reason; a link holds from 0 points. The points are log-odds, rounded,
as judged pairs of reports bear them out. Whatever else a database holds changes nothing, so reports added
one by one link as reports added together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from math import floor

from figures.comparison.accounts import Account
from figures.comparison.clocks import in_words
from figures.comparison.kinds import alike, kinds
from figures.comparison.places import NEAR, Where, relation
from figures.comparison.wording import NAME

DOUBT = -1.5  # from here to 0 two incidents may be the same
_START = -5.2  # what speaks against any two reports being of one incident
_PLACE = {"same point": 1.5, "same": 0.5, "near": 0.5, "within": 0.5, "unknown": 0.2, "apart": -3.0}
_NAMED = 1.0  # the text of the one names the other's place
_ALSO = 1.5  # another place of both is the same
_KIND = {"same": 1.0, "like": 0.2, "unknown": 0.0, "different": -2.0}
# points by days between (up to 1, 3, 7, 14, 60, more): two dates of the incident; a date and a report;
# two reports
_DATES = (2.5, 0.5, 0.0, -1.0, -1.5, -3.5)
_LOOSE = (1.5, 0.0, -0.5, -0.5, -0.5, -2.0)  # where a date is a month or a year
_REPORTED = (3.0, 2.0, 0.2, 0.0, -0.5, -2.0)
_REPORTS = (3.0, 2.5, -0.5, -1.0, -1.0, -4.0)
_UNDATED = 0.5
_BEFORE = -3.0  # printed before the date that the other gives
_EACH_NAME, _MOST_NAMES = 0.8, 12
_WHOLE = 4.0  # all distinctive words of the shorter account shared
_COUNT = {"large": 3.0, "small": 1.5}
_SEA = 150  # km between the points that reports give for one wreck
_BUCKET = 8  # days
_CELL = 1.0  # degrees of the map


@dataclass(frozen=True, slots=True)
class Link:
    """Two accounts that may be of one incident: how strongly, and why in words."""

    left: str
    right: str
    score: float
    why: str

    @property
    def holds(self) -> bool:
        return self.score >= 0


def link(left: Account, right: Account) -> Link | None:
    """The link of two accounts, or None where too little speaks for it."""
    if left.document_id == right.document_id or left.scope != right.scope:
        return None
    signs: list[str] = []
    score = _START + _by_place(left, right, signs)
    score += (
        _by_window(left, right, signs)
        if left.scope == "cumulative"
        else _by_time(left, right, signs)
    )
    score += _by_kind(left, right, signs) + _by_counts(left, right, signs)
    if score + _MOST_NAMES * _EACH_NAME + _WHOLE < DOUBT:
        return None
    score += _by_wording(left, right, signs)
    if score < DOUBT:
        return None
    one, other = sorted((left.id, right.id))
    return Link(one, other, round(score, 3), "; ".join(signs) or "much the same wording")


def _by_place(left: Account, right: Account, signs: list[str]) -> float:
    reach = _SEA if "shipwreck" in (*left.kinds[:1], *right.kinds[:1]) else NEAR
    found = relation(left.place, right.place, reach)
    if left.place and right.place and found in ("same", "near"):
        names = ", ".join(dict.fromkeys((left.place.name, right.place.name)))
        how = {
            "same": "the same place",
            "near": "places close by",
            "within": "a place within the other",
        }
        signs.append(f"{how[found]} ({names})")
        point = found == "same" and left.place.rank not in (0, 1)
        return _PLACE["same point" if point else found]
    both = [p for p in left.places if any(relation(p, q) == "same" for q in right.places)]
    if both:
        signs.append(f"both name {both[0].name}")
        return max(_PLACE[found], _PLACE["unknown"] - _ALSO) + _ALSO
    for one, other in ((left, right), (right, left)):
        if found in ("unknown", "within") and one.place and _names(one.place, other):
            signs.append(f"both name {one.place.name}")
            return _PLACE["unknown"] + _NAMED
    if left.place and right.place and found == "within":
        wide, narrow = sorted((left.place, right.place), key=lambda p: p.rank)
        signs.append(f"a place within the other ({narrow.name}, {wide.name})")
    return _PLACE[found]


def _names(place: Where, account: Account) -> bool:
    """Does an account's text name a place that its figures are not placed at?"""
    return place.rank >= 2 and all(w in account.words for w in place.name.lower().split())


def _by_time(left: Account, right: Account, signs: list[str]) -> float:
    if left.days and right.days:
        gap = max(right.days[0] - left.days[1], left.days[0] - right.days[1], 0)
        loose = max(left.days[1] - left.days[0], right.days[1] - right.days[0]) > 7
        if gap <= 1 and left.span:
            day = in_words(left.span[0])
            signs.append("dates that do not contradict" if loose else f"the same date ({day})")
        return _step(_LOOSE if loose else _DATES, gap)
    days, printed = (left.days, right.printed) if left.days else (right.days, left.printed)
    if days is not None:
        if printed is None:
            return _UNDATED
        if days[0] - printed > 1:
            return _BEFORE
        return _reported(_REPORTED, max(printed - days[1], 0), signs)
    if left.printed is None or right.printed is None:
        return _UNDATED
    return _reported(_REPORTS, abs(left.printed - right.printed), signs)


def _reported(points: tuple[float, ...], gap: int, signs: list[str]) -> float:
    if gap <= 3:
        signs.append("reports of the same days")
    elif gap <= 14:
        signs.append("dates that do not contradict")
    return _step(points, gap)


def _by_window(left: Account, right: Account, signs: list[str]) -> float:
    """Running counts: those that begin at one time, or reports of the same months."""
    if left.span and right.span:
        if left.span[0][:7] != right.span[0][:7]:
            return _step(_DATES, 90)
        signs.append("counts that run from the same time")
        return _DATES[0]
    if left.printed is not None and right.printed is not None:
        gap = abs(left.printed - right.printed)
        if gap <= 60:
            signs.append("running counts of the same months")
        return 2.0 if gap <= 60 else 0.0 if gap <= 365 else -3.0
    return _UNDATED


def _step(points: tuple[float, ...], gap: int) -> float:
    return points[sum(gap > limit for limit in (1, 3, 7, 14, 60))]


def _by_kind(left: Account, right: Account, signs: list[str]) -> float:
    found = alike(left.kinds, right.kinds)
    if found == "same":
        shared = next(k for k in left.kinds if k in right.kinds)
        signs.append(f"the same kind of event ({kinds()[shared].label})")
    return _KIND[found]


def _by_wording(left: Account, right: Account, signs: list[str]) -> float:
    short, long = sorted((left.words, right.words), key=len)
    shared = {w: min(b, long[w]) for w, b in short.items() if w in long}
    if not shared:
        return 0.0
    names = sorted(w for w, b in shared.items() if b >= NAME)
    if names:
        signs.append(f"shared names ({', '.join(names[:5])})")
    most = min(sum(short.values()), sum(long.values()))
    return _EACH_NAME * min(_MOST_NAMES, len(names)) + _WHOLE * sum(shared.values()) / most


def _by_counts(left: Account, right: Account, signs: list[str]) -> float:
    shared = {c: n for c, n in left.counts & right.counts if n > 1}
    if not shared:
        return 0.0
    told = ", ".join(f"{n:,} {c}" for c, n in sorted(shared.items(), key=lambda s: (-s[1], s[0])))
    signs.append(f"the same count{'s' if len(shared) > 1 else ''} ({told})")
    points = sorted(
        (_COUNT["large" if n >= 10 else "small"] for n in shared.values()), reverse=True
    )
    return points[0] + sum(points[1:2]) / 2


def keys(account: Account) -> Iterator[tuple[tuple[object, ...], bool]]:
    """(key, asks) of an account. Two accounts are compared if they share a key for which one asks.

    Every key follows from the account alone. One without a date asks at its place for all times.
    """
    days = account.days[0] if account.days else account.printed
    slots = [] if days is None else [days // _BUCKET, days // _BUCKET + 1]
    if account.scope == "cumulative":
        for country in sorted({p.country for p in account.places if p.country}):
            yield ("running", country), True
    else:
        for key in _cells(account.place) if account.place else ():
            yield key, days is None
            yield from (((*key, slot), True) for slot in slots)
        for name in account.names:
            yield from ((("name", name, slot), True) for slot in slots)
        for category, number in sorted(account.counts):
            if number >= 10:
                yield from ((("count", category, number, slot), True) for slot in slots)
    for pair in combinations(sorted(n for n in account.names if account.words[n] >= NAME), 2):
        yield ("names", account.scope, *pair), True


def _cells(place: Where) -> Iterator[tuple[object, ...]]:
    """The map's cells round a point, four of them so that near points share one; a wide place's country."""
    if place.latitude is None or place.longitude is None or place.rank < 2:
        yield "place", place.country or place.name.lower()
        return
    if place.country:
        yield "place", place.country
    y, x = floor(place.latitude / _CELL), floor(place.longitude / _CELL)
    for dy in (0, 1):
        for dx in (0, 1):
            yield "cell", y + dy, x + dx
