"""Are two accounts of one incident? Decided by the two alone: place, time, kind of event, wording, counts.

`signs` reads what speaks for and against it, `POINTS` says what each sign is worth; a link holds from
`HOLDS` on. The points are log-odds, rounded, as judged pairs of reports bear them out. Whatever else a
database holds changes nothing, so reports added one by one link as reports added together.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log1p

from figures.comparison.accounts import Account
from figures.comparison.clocks import in_words
from figures.comparison.kinds import alike, kinds
from figures.comparison.places import NEAR, Where, relation

HOLDS = -0.8  # score from which two accounts are linked; incidents ask the same of the average link
DOUBT = -1.2  # from here on two incidents may be the same
APART = -2.1  # what a pair that was never compared, or fell short of this, counts in an average
_MOST = 2.4  # beyond which signs add nothing: no link outweighs several that fail
_SEA = 150  # km between the points that reports give for one wreck
_LOOSE = 3  # days of a date beyond which it is a month or a year
_NEAR_DAYS = (0, 1, 3, 7, 30)
_FAR_DAYS = (1, 3, 7, 30, 90)

_START = -2.7
POINTS = {
    "likeness": 1.9,
    "likeness at heart": 1.3,
    "names": 0.8,
    "names at heart": 0.7,
    "share of names": 1.7,
    "phrases": 0.3,
    "street": 1.2,
    "other streets": -2.1,
    "ages": 0.8,
    "other ages": -1.9,
    "large count": 4.0,
    "small count": 1.6,
    "place: point": 2.3,
    "place: area": 1.2,
    "place: near": 1.1,
    "place: within": 2.2,
    "place: named": 1.2,
    "place: apart": -2.0,
    "kind: same": -1.5,
    "kind: like": -1.1,
    "kind: different": -3.5,
}
_BY_GAP = {  # points by days between, up to those of the table's limits and more
    "dates": (_NEAR_DAYS, (1.1, -0.2, -1.0, -1.8, -2.4, -2.6)),
    "loose dates": (_NEAR_DAYS, (1.8, 0.0, 0.0, -0.2, -0.4, -1.3)),
    "date and report": (_FAR_DAYS, (1.2, 0.9, 0.0, 0.0, -0.4, -0.9)),
    "report before date": ((), (-1.2,)),
    "reports": ((0, 1, 3, 7, 30, 90), (1.3, 1.1, 0.6, -0.7, -1.2, -2.1, -2.9)),
    "windows": ((31, 90), (2.5, -1.0, -3.0)),
    "running reports": ((60, 365), (2.0, 0.0, -3.0)),
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
    if left.document_id == right.document_id or left.scope != right.scope:
        return None
    score = min(_MOST, _START + sum(_points(*sign) for sign in signs(left, right).items()))
    if score <= APART:
        return None
    one, other = sorted((left.id, right.id))
    return Link(one, other, round(score, 3))


def _points(sign: str, size: float) -> float:
    if sign in POINTS:
        return POINTS[sign] * size
    limits, points = _BY_GAP[sign]
    return points[sum(size > limit for limit in limits)]


def signs(left: Account, right: Account) -> dict[str, float]:
    """What speaks for and against two accounts being of one incident, each sign with its size."""
    found = _of_wording(left, right)
    found |= _of_windows(left, right) if left.scope == "cumulative" else _of_time(left, right)
    found |= _of_counts(left, right)
    if (place := _of_place(left, right)) != "unknown":
        found[f"place: {place}"] = 1.0
    if (kind := alike(left.kinds, right.kinds)) != "unknown":
        found[f"kind: {kind}"] = 1.0
    return found


def _of_wording(left: Account, right: Account) -> dict[str, float]:
    one, other = left.wording, right.wording
    found = {"likeness": one.likeness(other), "likeness at heart": left.heart.likeness(right.heart)}
    shared = sum(one.names[n] for n in one.names.keys() & other.names.keys())
    if shared:
        found["names"] = log1p(shared)
        least = min(sum(one.names.values()), sum(other.names.values()))
        found["share of names"] = shared / max(1.0, least)
    if near := left.heart.names.keys() & right.heart.names.keys():
        found["names at heart"] = log1p(sum(left.heart.names[n] for n in near))
    if phrases := one.phrases.keys() & other.phrases.keys():
        found["phrases"] = log1p(sum(one.phrases[p] for p in phrases))
    for sign, mine, theirs in (
        ("street", one.streets, other.streets),
        ("ages", one.ages, other.ages),
    ):
        if mine & theirs:
            found[sign] = min(2, len(mine & theirs))
        elif mine and theirs:
            found["other streets" if sign == "street" else "other ages"] = 1.0
    return found


def _of_time(left: Account, right: Account) -> dict[str, float]:
    found: dict[str, float] = {}
    if left.printed is not None and right.printed is not None:
        found["reports"] = abs(left.printed - right.printed)
    if left.days and right.days:
        gap = max(right.days[0] - left.days[1], left.days[0] - right.days[1], 0)
        loose = max(left.days[1] - left.days[0], right.days[1] - right.days[0]) > _LOOSE
        found["loose dates" if loose else "dates"] = gap
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


def _of_counts(left: Account, right: Account) -> dict[str, float]:
    shared = [n for _, n in left.counts & right.counts if n > 1]
    if not shared:
        return {}
    return {"large count" if max(shared) >= 10 else "small count": 1.0}


def _of_place(left: Account, right: Account) -> str:
    """ "point" or "area" where both give one place; "named" where the text of the one names the other's."""
    reach = _SEA if "shipwreck" in (*left.kinds[:1], *right.kinds[:1]) else NEAR
    found = relation(left.place, right.place, reach)
    if found == "same":
        return "point" if left.place and left.place.rank not in (0, 1) else "area"
    if found != "near" and _also(left, right):
        return "area"
    if found in ("unknown", "within") and any(
        one.place and _names(one.place, other) for one, other in ((left, right), (right, left))
    ):
        return "named"
    return found


def _also(left: Account, right: Account) -> Where | None:
    """A place that both give, though it is not the first of either."""
    theirs = {p.gazetteer_id for p in right.places if p.gazetteer_id}
    return next((p for p in left.places if p.gazetteer_id in theirs), None)


def _names(place: Where, account: Account) -> bool:
    """Does an account's text name a place that its figures are not placed at?"""
    return place.rank >= 2 and all(
        word in account.wording.weights for word in place.name.lower().split()
    )


def why(left: Account, right: Account) -> str:
    """What speaks for two accounts being of one incident, in words."""
    told = [*_place_why(left, right), *_time_why(left, right)]
    if alike(left.kinds, right.kinds) == "same":
        shared = next(k for k in left.kinds if k in right.kinds)
        told.append(f"the same kind of event ({kinds()[shared].label})")
    same = sorted(((n, c) for c, n in left.counts & right.counts if n > 1), reverse=True)
    if same:
        counts = ", ".join(f"{n:,} {c}" for n, c in same)
        told.append(f"the same count{'s' if len(same) > 1 else ''} ({counts})")
    one, other = left.wording, right.wording
    names = sorted(one.names.keys() & other.names.keys(), key=lambda n: (-one.names[n], n))
    if names:
        told.append(f"shared names ({', '.join(sorted(names[:5]))})")
    return "; ".join(told) or "much the same wording"


def _place_why(left: Account, right: Account) -> list[str]:
    found = _of_place(left, right)
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
    gap = found.get("date and report", found.get("loose dates", found.get("reports", 99)))
    if "dates" in found or gap > 14:
        return []
    return [
        "reports of the same days"
        if gap <= 3 and "loose dates" not in found
        else "dates that do not contradict"
    ]
