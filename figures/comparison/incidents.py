"""Incidents: a canonical clustering of the links between accounts, named after the smallest member.

Clusters join by the average of the links between their accounts, the strongest first, unless a document
tells the two apart. The order of input plays no part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import inf
from typing import Protocol

from figures.comparison.accounts import Account
from figures.comparison.clocks import days_between, window_in_words
from figures.comparison.kinds import kinds
from figures.comparison.linking import APART, DOUBT, HOLDS, Link
from figures.comparison.places import Where
from figures.extraction.places.gazetteer import country_names
from figures.model import DocumentIncident, Incident, short_hash

_SEVERAL = 2  # reports that must give a day for it to part incidents
_DAYS_APART = 3
# Counts of people moved or helped run over many events: no event that a sentence names is theirs.
_OF_NO_EVENT = frozenset(
    "displaced refugees returned sheltered affected hungry assisted aid_tonnes funding_money".split()
)
_ALONE = "no other document tells of an incident like this"


@dataclass(frozen=True, slots=True)
class Found:
    """An incident with its accounts, in the order of their ids."""

    incident: Incident
    accounts: tuple[Account, ...]

    @property
    def place(self) -> Where | None:
        return _place(self.accounts)


class Member(Protocol):
    """What decides how an account joins others."""

    @property
    def id(self) -> str: ...
    @property
    def document_id(self) -> str: ...
    @property
    def main(self) -> bool: ...
    @property
    def past(self) -> bool: ...
    @property
    def days(self) -> tuple[int, int] | None: ...
    @property
    def loose(self) -> bool: ...


def clusters(
    accounts: Sequence[Member], found: Sequence[Link], ruled: Mapping[tuple[str, str], bool]
) -> list[list[str]]:
    """The account ids of each incident, sorted, in the order of their smallest.

    Average linkage: of all clusters the two whose accounts are linked most strongly on average join,
    until no two reach what a link must; two that were never compared are far apart. What a document
    tells as two incidents of different times, what several reports date to days apart, and what a person
    ruled apart, stays apart.
    """
    known = {a.id: a for a in accounts}
    made = _Clusters(known)
    for (left, right), same in ruled.items():
        if left in known and right in known:
            if same:
                made.join(left, right)
            else:
                made.part(left, right)
    steps = {i: _step(account) for i, account in known.items()}
    told: tuple[list[Link], ...] = ([], [], [])
    for k in found:
        if k.left in known and k.right in known and k.score < inf:
            told[max(steps[k.left], steps[k.right])].append(k)
    for links in told:
        for k in links:
            made.link(k)
        made.gather()
    return sorted(sorted(members) for members in made.members.values())


def _step(account: Member) -> int:
    """What documents mainly report joins first, then what else they report, then what they tell besides:
    few words are said of it, and a cluster is not to be kept apart for their sake."""
    return 2 if account.past else 0 if account.main else 1


class _Clusters:
    """Clusters named after their smallest account, with the sum and number of the links between them."""

    def __init__(self, accounts: Mapping[str, Member]) -> None:
        self.members = {i: [i] for i in accounts}
        self._of = {i: i for i in accounts}
        self._reported = {i: set() if a.past else {a.document_id} for i, a in accounts.items()}
        self._past = {i: {a.document_id} if a.past else set() for i, a in accounts.items()}
        self._sums: dict[str, dict[str, tuple[float, int]]] = {i: {} for i in accounts}
        self._days = {
            i: Counter([a.days] if a.days and not a.loose else []) for i, a in accounts.items()
        }
        self._apart: dict[str, set[str]] = {i: set() for i in accounts}

    def part(self, left: str, right: str) -> None:
        one, other = self._of[left], self._of[right]
        self._apart[one].add(other)
        self._apart[other].add(one)

    def link(self, told: Link) -> None:
        one, other = self._of[told.left], self._of[told.right]
        if one != other:
            total, n = self._sums[one].get(other, (0.0, 0))
            self._sums[one][other] = self._sums[other][one] = (total + told.score, n + 1)

    def gather(self) -> None:
        """Join what belongs together, the strongest first."""
        heap = [
            (-score, one, other)
            for one, others in self._sums.items()
            for other in others
            if one < other and (score := self._average(one, other)) >= HOLDS
        ]
        heapify(heap)
        while heap:
            score, one, other = heappop(heap)
            if other not in self._sums.get(one, ()) or -score != self._average(one, other):
                continue
            if (
                other in self._apart[one]
                or self._told_apart(one, other)
                or self._other_day(one, other)
            ):
                continue
            self.join(one, other)
            for neighbour in self._sums[one]:
                again = self._average(one, neighbour)
                if again >= HOLDS:
                    first, second = sorted((one, neighbour))
                    heappush(heap, (-again, first, second))

    def join(self, left: str, right: str) -> None:
        kept, gone = sorted((self._of[left], self._of[right]))
        if kept == gone:
            return
        for member in self.members[gone]:
            self._of[member] = kept
        self.members[kept] += self.members.pop(gone)
        self._days[kept] += self._days.pop(gone)
        self._reported[kept] |= self._reported.pop(gone)
        self._past[kept] |= self._past.pop(gone)
        for other in self._apart.pop(gone):
            self._apart[other].discard(gone)
            self._apart[other].add(kept)
            self._apart[kept].add(other)
        for neighbour, (total, n) in self._sums.pop(gone).items():
            del self._sums[neighbour][gone]
            if neighbour != kept:
                more, m = self._sums[kept].get(neighbour, (0.0, 0))
                self._sums[kept][neighbour] = self._sums[neighbour][kept] = (total + more, n + m)

    def _told_apart(self, one: str, other: str) -> bool:
        """Does a document report the one, and tell the other as an incident of another time?"""
        return not (
            self._reported[one].isdisjoint(self._past[other])
            and self._past[one].isdisjoint(self._reported[other])
            and self._past[one].isdisjoint(self._past[other])
        )

    def _other_day(self, one: str, other: str) -> bool:
        """Do several reports of the one give a day, and several of the other another, some days apart?"""
        mine, theirs = self._days[one], self._days[other]
        if not mine or not theirs:
            return False
        (a, n), (b, m) = mine.most_common(1)[0], theirs.most_common(1)[0]
        return min(n, m) >= _SEVERAL and max(b[0] - a[1], a[0] - b[1]) > _DAYS_APART

    def _average(self, one: str, other: str) -> float:
        total, n = self._sums[one][other]
        every = len(self.members[one]) * len(self.members[other])
        return (total + APART * (every - n)) / every


def incident(members: Sequence[Account]) -> Incident:
    """The incident that its accounts tell together. Account ids must be sorted."""
    place = _place(members)
    span = _span(members)
    scope = members[0].scope
    counted = sorted({c for a in members for c in a.categories})
    of_event = scope == "incident" or not _OF_NO_EVENT.issuperset(counted)
    kind = _kind(members) if of_event else ""
    documents = len({a.document_id for a in members})
    return Incident(
        id=short_hash("incident", members[0].id),
        label=_label(_what(kind, scope, () if of_event else counted), place, span),
        kind=kind,
        scope=scope,
        place=place.name if place else None,
        admin1=place.admin1 if place else None,
        country=place.country if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        gazetteer_id=place.gazetteer_id if place else None,
        earliest=span[0] if span else None,
        latest=span[1] if span else None,
        within=None,
        why=_why(documents, _event(kind, scope), place, span),
    )


def _place(members: Sequence[Account]) -> Where | None:
    """The place that most accounts give; of those the most precise. A name alone speaks for the place of that
    name which another report finds."""
    told = Counter(a.place for a in members if a.place)
    named = Counter(p.name.lower() for p in told.elements() if p.gazetteer_id is None)
    for place in told:
        if place.gazetteer_id is not None:
            told[place] += named[place.name.lower()]
    return max(
        told,
        key=lambda p: (p.gazetteer_id is not None, told[p], p.rank, p.gazetteer_id or p.name),
        default=None,
    )


def _kind(members: Sequence[Account]) -> str:
    """The kind that most accounts tell; of those the one listed first, which is the more special."""
    told = Counter(a.kinds[0] for a in members if a.kinds)
    listed = list(kinds())
    return max(told, key=lambda k: (told[k], -listed.index(k)), default="")


def _span(members: Sequence[Account]) -> tuple[str, str] | None:
    """The span of time that most accounts give; of those the narrowest."""
    told = Counter(a.span for a in members if a.span)
    if not told:
        return None
    most = max(told.values())
    return min(
        (span for span, n in told.items() if n == most),
        key=lambda span: (days_between(*span) or 0, span),
    )


def _what(kind: str, scope: str, counted: Sequence[str]) -> str:
    """What a label calls an incident: its kind of event, or what a running count of no event counts.

    >>> _what("shelling", "incident", ()), _what("epidemic", "cumulative", ())
    ('Strike or shelling', 'Epidemic: running count')
    >>> _what("", "cumulative", ["aid_tonnes", "refugees"]), _what("", "incident", ())
    ('Aid and refugees: running count', 'Incident')
    """
    what = kinds()[kind].label if kind else " and ".join(c.partition("_")[0] for c in counted)
    if scope == "cumulative":
        what = f"{what}: running count" if what else "running count"
    return what[:1].upper() + what[1:] if what else "Incident"


def _event(kind: str, scope: str) -> str:
    """The same within a sentence: "bombing", "a running count"."""
    if scope == "cumulative":
        return "a running count"
    return kinds()[kind].label if kind else "an incident whose kind is not told"


def _label(what: str, place: Where | None, span: tuple[str, str] | None) -> str:
    """A name to read: "Strike or shelling, Mykolaiv, Ukraine, 29 March 2022"."""
    parts = [what]
    if place is not None:
        parts.append(place.name)
        if place.country and place.precision != "country":
            parts.append(country_names().get(place.country, place.country))
    if span is not None:
        parts.append(window_in_words(*span))
    return ", ".join(parts)


def _why(documents: int, what: str, place: Where | None, span: tuple[str, str] | None) -> str:
    reports = "One document tells" if documents == 1 else f"{documents} documents tell"
    at = f" at {place.name}" if place else ", place not told"
    when = f", {window_in_words(*span)}" if span else ", date not told"
    return f"{reports} of it: {what}{at}{when}."


def tellings(found: Found, whys: Mapping[str, str]) -> list[DocumentIncident]:
    """One row a document of an incident, with the reason that it stands there."""
    rows: dict[str, DocumentIncident] = {}
    for account in sorted(found.accounts, key=lambda a: (not a.main, a.id)):
        role = "main" if account.main else "background"
        told = whys.get(account.id, _ALONE)
        row = DocumentIncident(
            account.document_id, found.incident.id, role, told[:1].upper() + told[1:] + "."
        )
        rows.setdefault(account.document_id, row)
    return [rows[d] for d in sorted(rows)]


def doubted(scores: Sequence[float], every: int) -> bool:
    """May two incidents be the same: are their accounts, of which ``every`` pair counts, linked on average by
    at least `DOUBT`?"""
    return (sum(scores) + APART * (every - len(scores))) / every >= DOUBT
