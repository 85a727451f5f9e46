"""Are two accounts of one incident? Decided by the two alone: place, time, kind of event, wording, counts.

`signs` reads what speaks for and against it, `POINTS` says what each sign is worth; a link holds from
`HOLDS` on. The points are log-odds, rounded, as judged pairs of reports bear them out. Whatever else a
database holds changes nothing, so reports added one by one link as reports added together.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import fsum, log, log1p

from figures.comparison.accounts import PART, Account
from figures.comparison.clocks import in_words
from figures.comparison.days import iso
from figures.comparison.kinds import alike, kinds
from figures.comparison.odds import TOLL_DAYS, add_other_tolls, two_events, weeks_apart
from figures.comparison.places import NEAR, Where, relation
from figures.comparison.wording import rarity

HOLDS = 0.0  # score from which two accounts are linked; incidents ask the same of the average link
DOUBT = -0.4  # from here on two incidents may be the same
APART = -1.5  # what a pair that was never compared, or fell short of this, counts in an average
_MOST = 4.5  # beyond which signs add nothing: no link outweighs several that fail
_GREAT = log(100)  # a toll beyond a hundred is no rarer
_SEA = 150  # km between the points that reports give for one wreck
_LOOSE = 3  # days of a date beyond which it is a month or a year
_MONTHS = 62  # beyond which it is a year, as of many incidents
_SHORT = 150  # telling words below which a text has little to share
_HEADLINE = 3.0  # what the words of a headline are worth together at least
_MANY = 6  # names, of which two reports of one incident share some
_NEAR_DAYS = (0, 1, 3, 7, 30)
_FAR_DAYS = (1, 3, 7, 30, 90)

_START = -4.6
POINTS = {
    "likeness": 2.7,
    "likeness in one house": -2.5,
    "one house": -0.4,
    "short": 0.2,
    "headlines": 1.1,
    "a headline": 3.2,
    "names": 1.4,
    "names at heart": 0.5,
    "share of names": 0.6,
    "no name": -1.0,
    "victims": 1.1,
    "streets": 1.1,
    "other streets": -1.6,
    "addresses": 0.7,
    "other addresses": -1.6,
    "ages": 0.6,
    "other ages": -1.4,
    "large count": 2.9,
    "small count": 0.7,
    "great": 0.5,
    "a day told": 1.8,
    "days told next to": 0.6,
    "place: point": 1.5,
    "place: area": 0.0,
    "place: near": 1.4,
    "place: within": 1.9,
    "place: named": 1.3,
    "place: apart": -1.3,
    "windows of other places": -4.0,
    "windows of other counts": -4.0,
    "kind: same": -0.4,
    "kind: like": -0.6,
    "kind: different": -3.5,
    "two events": -20.0,  # whatever else: a few undated reports that are like both do not join them
}
_BY_GAP = {  # points by days between, up to those of the table's limits and more
    "dates": (_NEAR_DAYS, (0.0, -0.7, -1.4, -2.2, -2.3, -2.5)),
    "loose dates": (_NEAR_DAYS, (1.8, 0.2, 0.2, -0.7, -0.7, -1.9)),
    "years": ((0,), (0.3, -1.9)),
    "date and report": (_FAR_DAYS, (1.5, 0.3, -0.5, -0.6, -0.9, -0.9)),
    "report before date": ((), (-1.8,)),
    "reports": ((0, 1, 3, 7, 30, 90), (0.4, 0.3, 0.1, -0.7, -0.9, -1.3, -2.7)),
    "windows": ((31, 90), (4.0, 0.5, -3.0)),
    "running reports": ((60, 365), (3.5, 1.5, -3.0)),
    "no day of both": ((30, 90, 365), (0.0, -1.0, -1.5, -3.0)),
    "another toll": (TOLL_DAYS, (0.0, -3.0, -6.5, -7.5, -8.0)),
    "another toll, loosely": (TOLL_DAYS, (0.0, -1.5, -1.8, -2.2, -2.5)),
}


@dataclass(frozen=True, slots=True)
class Link:
    """Two accounts that may be of one incident, and how strongly; ``ruled`` where a person says so."""

    left: str
    right: str
    score: float
    ruled: bool = False

    @property
    def holds(self) -> bool:
        return self.score >= HOLDS


def link(left: Account, right: Account) -> Link | None:
    """The link of two accounts, or None where too little speaks for it."""
    if left.document_id == right.document_id or left.scope != right.scope or abroad(left, right):
        return None
    one, other = sorted((left.id, right.id))
    score = _START
    told: dict[str, float] = {}
    for read, most in _READ:
        found = read(left, right, told)
        if "two events" in found:
            return Link(one, other, POINTS["two events"])
        for sign, size in found.items():
            score += _points(sign, size)
        if score + most <= APART:  # whatever the rest
            return None
        told |= found
    return Link(one, other, round(min(_MOST, score), 3))


def abroad(left: Account, right: Account) -> bool:
    """Do two accounts tell of different countries, each surely of its own, and neither naming the other's?"""
    return bool(
        left.home
        and right.home
        and left.home.isdisjoint(right.countries)
        and right.home.isdisjoint(left.countries)
        and relation(left.place, right.place) != "near"
    )


def _points(sign: str, size: float) -> float:
    if sign in POINTS:
        return POINTS[sign] * size
    limits, points = _BY_GAP[sign]
    return points[bisect_left(limits, size)]


def signs(left: Account, right: Account) -> dict[str, float]:
    """What speaks for and against two accounts being of one incident, each sign with its size."""
    told: dict[str, float] = {}
    for read, _ in _READ:
        told |= read(left, right, told)
    return told


def _of_event(left: Account, right: Account, _: Mapping[str, float]) -> dict[str, float]:
    """What the two tell of when, where and what."""
    found = _of_windows(left, right) if left.scope == "cumulative" else _of_time(left, right)
    place = _of_place(left, right)
    if place != "unknown":
        found[f"place: {place}"] = 1.0
    if left.scope == "cumulative" and place in ("unknown", "within", "apart"):
        found["windows of other places"] = 1.0
    if (kind := alike(left.kinds, right.kinds)) != "unknown":
        found[f"kind: {kind}"] = 1.0
    near = place in ("point", "near")
    if left.scope == "incident" and two_events(left, right, kind, near):
        found["two events"] = 1.0
    if left.scope == "cumulative" and kind != "same" and not _same_people(left, right):
        found["windows of other counts"] = 1.0
    _add_counts(found, left, right)
    if (left.victims or right.victims) and (named := _victims_of_both(left, right)):
        found["victims"] = log1p(sum(map(rarity, sorted(named))))
    _add_names(found, left, right)
    return found


def _of_another(left: Account, right: Account, told: Mapping[str, float]) -> dict[str, float]:
    """What speaks for another event that looks alike, where none of what was ``told`` ties the two."""
    found: dict[str, float] = {}
    if left.scope == "incident" and told.keys().isdisjoint(_ONE_EVENT):
        if told.keys().isdisjoint(_ONE_DAY) and told.get("dates", _NEAR_DAYS[2]) >= _NEAR_DAYS[2]:
            found["no day of both"] = told.get("reports", 0)
        add_other_tolls(found, left, right)
    return found


def _of_wording(left: Account, right: Account, _: Mapping[str, float]) -> dict[str, float]:
    """How much of their words they share; one house writes of its incidents alike."""
    likeness = left.wording.likeness(right.wording)
    found = {"likeness": likeness}
    if left.house and left.house == right.house:
        found |= {"one house": 1.0, "likeness in one house": likeness}
    return found


def _add_names(found: dict[str, float], left: Account, right: Account) -> None:
    one, other = left.wording, right.wording
    words = min(len(one.weights), len(other.weights))
    if words < _SHORT:
        found["short"] = log(_SHORT / max(words, 5))
    if shared := _shared(one.names, other.names):
        found["names"] = log1p(shared)
        least = min(sum(one.names.values()), sum(other.names.values()))
        found["share of names"] = shared / max(1.0, least)
    elif min(len(one.names), len(other.names)) >= _MANY:
        found["no name"] = 1.0
    if near := _shared(left.heart, right.heart):
        found["names at heart"] = log1p(near)
    for sign, mine, theirs in (
        ("streets", one.streets, other.streets),
        ("addresses", one.addresses, other.addresses),
        ("ages", one.ages, other.ages),
    ):
        if mine and theirs:
            if both := mine & theirs:
                found[sign] = min(2, len(both))
            else:
                found["other " + sign] = 1.0


def _shared(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """The worth of the names that both tell: of each what it is worth where it tells less."""
    names = left.keys() & right.keys()
    return fsum([min(left[n], right[n]) for n in names]) if names else 0.0


def _of_headlines(left: Account, right: Account, _: Mapping[str, float]) -> dict[str, float]:
    """How much of the headline of the one stands in the text of the other: the lesser and the greater."""
    one, other = _headline_in(left, right), _headline_in(right, left)
    return {"headlines": min(one, other), "a headline": max(one, other)}


def _headline_in(one: Account, other: Account) -> float:
    shared = one.headline.keys() & other.wording.weights.keys()
    if not shared:
        return 0.0
    worth = fsum([one.headline[word] for word in shared])
    return worth / max(_HEADLINE, fsum(one.headline.values()))


def _victims_of_both(left: Account, right: Account) -> set[str]:
    """Dead or hurt whom the one names and the other names too, be it as a victim or not."""
    return {n for n in left.victims if n in right.wording.names} | {
        n for n in right.victims if n in left.wording.names
    }


def _of_time(left: Account, right: Account) -> dict[str, float]:
    found: dict[str, float] = {}
    mine, theirs = left.told, right.told
    if len(mine) > len(theirs):
        mine, theirs = theirs, mine
    if not mine.isdisjoint(theirs):
        found["a day told"] = 1.0
    elif not theirs.isdisjoint([day + step for day in mine for step in (-1, 1)]):
        found["days told next to"] = 1.0
    if left.printed is not None and right.printed is not None:
        found["reports"] = abs(left.printed - right.printed)
    if left.days and right.days:
        gap = max(right.days[0] - left.days[1], left.days[0] - right.days[1], 0)
        long, other = left.days[1] - left.days[0], right.days[1] - right.days[0]
        years, loose = min(long, other) > _MONTHS, max(long, other) > _LOOSE
        found["years" if years else "loose dates" if loose else "dates"] = gap
        return found
    days, printed = (left.days, right.printed) if left.days else (right.days, left.printed)
    if days and printed is not None:
        early = days[0] - printed > 1
        found["report before date" if early else "date and report"] = max(printed - days[1], 0)
    return found


def _of_windows(left: Account, right: Account) -> dict[str, float]:
    """Running counts: those that begin at one time, or reports of the same months."""
    if left.days and right.days:
        return {"windows": abs(left.days[0] - right.days[0])}
    if left.printed is not None and right.printed is not None:
        return {"running reports": abs(left.printed - right.printed)}
    return {}


def _same_people(left: Account, right: Account) -> bool:
    return not set(left.categories).isdisjoint(right.categories)


def _add_counts(found: dict[str, float], left: Account, right: Account) -> None:
    """Counts that both tell; and how many both tell to be harmed, for events that harm many are rare."""
    shared = [n for _, n in left.counts & right.counts if n > 1]
    if shared:
        # round numbers are told of many events
        rounded = weeks_apart(left, right) and all(len(f"{n:.0f}".rstrip("0")) < 2 for n in shared)
        found["large count" if max(shared) >= 10 else "small count"] = 0.5 if rounded else 1.0
    harmed = min(left.harmed, right.harmed)
    if harmed > 1:
        found["great"] = min(log(harmed), _GREAT)


def _of_place(left: Account, right: Account) -> str:
    """ "point" or "area" where both give one place; "named" where the text of the one names the other's."""
    found = _located(left, right)
    if found in ("unknown", "within") and any(
        one.place and _names(one.place, other) for one, other in ((left, right), (right, left))
    ):
        return "named"
    return found


def _located(left: Account, right: Account) -> str:
    """The same, as their places alone tell it."""
    found = relation(left.place, right.place, _SEA if _at_sea(left) or _at_sea(right) else NEAR)
    if found == "same":
        return "point" if left.place and left.place.rank not in (0, 1) else "area"
    if found != "near" and _also(left, right):
        return "area"
    return found


def _at_sea(one: Account) -> bool:
    return bool(one.kinds) and one.kinds[0] == "shipwreck"


def _also(left: Account, right: Account) -> Where | None:
    """A place that both give, though it is not the first of either."""
    theirs = {p.gazetteer_id for p in right.places if p.gazetteer_id}
    return next((p for p in left.places if p.gazetteer_id in theirs), None)


def _names(place: Where, account: Account) -> bool:
    """Does an account's text name a place that its figures are not placed at?"""
    return place.rank >= 2 and all(map(account.wording.weights.__contains__, _words(place.name)))


@lru_cache(maxsize=20_000)
def _words(name: str) -> list[str]:
    return name.lower().split()


_ONE_EVENT = frozenset(("victims", "streets", "addresses"))
_ONE_DAY = frozenset(("a day told", "days told next to", "loose dates", "years"))
_READ = (  # what is read of two accounts, one after the other, and what is left to gain then at most
    (_of_event, POINTS["likeness"] + POINTS["headlines"] + POINTS["a headline"]),
    (_of_headlines, POINTS["likeness"]),
    (_of_wording, 0.0),
    (_of_another, 0.0),  # which takes away only: asked where the rest would link them
)


def why(left: Account, right: Account) -> str:
    """What speaks for two accounts being of one incident, in words; told from accounts kept without theirs."""
    told = [*_place_why(left, right), *_time_why(left, right)]
    if alike(left.kinds, right.kinds) == "same":
        shared = next(k for k in left.kinds if k in right.kinds)
        told.append(f"the same kind of event ({kinds()[shared].label})")
    told_by_both = left.counts & right.counts
    same = sorted({(n, c.removeprefix(PART)) for c, n in told_by_both if n > 1}, reverse=True)
    if same:
        counts = ", ".join(f"{n:,} {c}" for n, c in same)
        told.append(f"the same count{'s' if len(same) > 1 else ''} ({counts})")
    one, other = left.wording, right.wording
    if addresses := one.addresses & other.addresses:
        told.append(f"the same address ({' '.join(min(addresses)).title()})")
    elif streets := one.streets & other.streets:
        told.append(f"the same street ({min(streets).title()})")
    if victims := _victims_of_both(left, right):
        told.append(f"the same victim ({', '.join(sorted(victims)).title()})")
    names = sorted(one.names.keys() & other.names.keys(), key=lambda n: (-one.names[n], n))
    if names:
        told.append(f"shared names ({', '.join(sorted(names[:5]))})")
    return "; ".join(told) or "much the same wording"


def _place_why(left: Account, right: Account) -> list[str]:
    found = _located(left, right)
    if left.place is None or right.place is None or found in ("apart", "unknown"):
        return []
    names = ", ".join(dict.fromkeys((left.place.name, right.place.name)))
    if relation(left.place, right.place) == "same":
        return [f"the same place ({names})"]
    if found == "near":
        return [f"places close by ({names})"]
    if found == "area" and (both := _also(left, right)):
        return [f"both name {both.name}"]
    if found == "within":
        wide, narrow = sorted((left.place, right.place), key=lambda p: p.rank)
        return [f"a place within the other ({narrow.name}, {wide.name})"]
    return []


def _time_why(left: Account, right: Account) -> list[str]:
    for sign, gap in _of_windows(left, right).items() if left.scope == "cumulative" else ():
        if sign == "windows" and gap <= 31:
            return ["counts that run from the same time"]
        return ["running counts of the same months"] if gap <= 60 else []
    found = _of_time(left, right)
    if found.get("dates", 2) <= 1 and left.span:
        return [f"the same date ({in_words(left.span[0])})"]
    if "a day told" in found:
        return [f"both tell of {in_words(iso(min(left.told & right.told)))}"]
    loose = found.get("loose dates", found.get("years"))
    gap = found.get("date and report", found.get("reports", 99)) if loose is None else loose
    if "dates" in found or gap > 14:
        return []
    return [
        "reports of the same days" if gap <= 3 and loose is None else "dates that do not contradict"
    ]
