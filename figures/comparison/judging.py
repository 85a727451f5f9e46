"""Incidents as their accounts tell them: what is claimed of each, how it is told apart, what it lies in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from math import inf
from typing import Any, NamedTuple

from figures.comparison.claims import Telling, by_toll, claims, overruled
from figures.comparison.codebooks import Codebook
from figures.comparison.coverage import countries_apart
from figures.comparison.extents import Extents, extent, read
from figures.comparison.findings import findings
from figures.comparison.graph import identity, number
from figures.comparison.incidents import Found, doubted, incident, tellings
from figures.comparison.index import Index
from figures.comparison.kinds import kinds
from figures.comparison.linking import HOLDS, why
from figures.comparison.reports import Reports
from figures.comparison.sides import blamed
from figures.comparison.sources import credit
from figures.comparison.tolls import judge
from figures.model import (
    ClaimFigure,
    Comparison,
    Document,
    Figure,
    IncidentPair,
    Toll,
    short_hash,
)

_OVERLAP = "They share days, and one is told of an area round the other's place."
_RULED = "a person ruled that they are the same"


class _Linked(NamedTuple):
    """The link of two accounts, told by their numbers; without end where people ruled that they are the same."""

    score: float
    left: int
    right: int

    def other(self, one: int) -> int:
        return self.right if self.left == one else self.left


class Judging:
    """What is said of incidents whose accounts are known."""

    def __init__(
        self,
        index: Index,
        reports: Reports,
        ruled: Mapping[tuple[str, str], bool],
        book: Codebook,
    ) -> None:
        self._index, self._reports, self._book = index, reports, book
        self._ruled: dict[int, dict[int, bool]] = defaultdict(dict)
        for (one, other), same in ruled.items():
            a, b = number(one), number(other)
            self._ruled[a][b] = self._ruled[b][a] = same
        self._changed: dict[str, bool] = {}  # country → may running counts there have changed?

    def day(self, members: Sequence[int]) -> int:
        """When an incident is told of, so that those of one time are judged together."""
        days = [o.days[0] for o in self._index.outlines(members[:3]) if o.days]
        return min(days, default=0)

    def drop(self, gone: Iterable[str]) -> None:
        """Forget incidents that are no more, or are to be told anew."""
        for i in sorted(gone):
            self._note(*self._index.drop_incident(i))

    def _note(self, country: str | None, wide: bool) -> None:
        if country:
            self._changed[country] = self._changed.get(country, False) or wide

    def incident(self, name: str, members: Sequence[int]) -> Comparison:
        """Everything told of one incident."""
        accounts = sorted(
            map(self._reports.wordless, members),
            key=lambda a: (not a.figures, a.id),
        )
        found = Found(incident(accounts), tuple(accounts))
        one = found.incident
        by_document: dict[str, list[Figure]] = {}
        for account in accounts:
            known = self._reports.figures(account.document_id)
            told = by_document.setdefault(account.document_id, [])
            told.extend(known[f] for f in account.figures)
        telling = [self._telling(d, fs) for d, fs in sorted(by_document.items())]
        wide = bool(one.kind) and kinds()[one.kind].wide
        countries = (
            countries_apart([f for t in telling for f in t.figures]) if wide else frozenset()
        )
        standings = overruled(
            claims(one.id, telling, countries, self._book, one.country), self._reports.ruled.stands
        )
        did = blamed(f for t in telling for f in t.figures)
        judged = judge(one.id, one.country, by_toll(standings), self._book, did, wide)
        settled = [s for j in judged for s in j.standings]
        reach = extent(one, found.place, _most(j.toll for j in judged))
        self._index.put_incident(name, one.country, reach.told())
        self._note(one.country, reach.wide)
        return Comparison(
            incidents=(one,),
            document_incidents=tuple(tellings(found, self._reasons(members))),
            tolls=tuple(j.toll for j in judged),
            tolls_by_codebook=tuple(t for j in judged for t in j.by_codebook),
            claims=tuple(s.claimed.claim for s in settled),
            claim_figures=tuple(
                ClaimFigure(claim, figure)
                for claim, figure in sorted(
                    {(s.claimed.claim.id, f.id) for s in settled for f in s.figures}
                )
            ),
            claim_relations=tuple(r for j in judged for r in j.relations),
            findings=tuple(findings(one.id, telling, judged)),
            figure_incident={f: one.id for a in accounts for f in a.figures},
            aliases={
                alias: one.id for a in accounts if (alias := short_hash("incident", a.id)) != one.id
            },
        )

    def _telling(self, document_id: str, figures: Sequence[Figure]) -> Telling:
        document = self._reports.document(document_id)
        first = self._index.pointer("copy_of", document_id)
        origin = self._reports.document(first) if first else document
        return Telling(
            document,
            tuple(sorted(figures, key=lambda f: f.number_start)),
            _root(origin),
            self._index.replaced(document_id),
        )

    def _reasons(self, members: Sequence[int]) -> dict[str, str]:
        """Account → why it is of its incident: its strongest link to another account of it."""
        among = set(members)
        found: dict[str, str] = {}
        if len(among) < 2:
            return found
        for one in members:
            links = [k for k, _ in self._links(one, HOLDS) if k.other(one) in among]
            if links:
                found[identity(one)] = self._in_words(min(links, key=_strongest))
        return found

    def _links(self, one: int, least: float = -inf) -> Iterator[tuple[_Linked, str | None]]:
        """The links of an account of at least so much, with what people ruled, and the incident of each other."""
        ruled = self._ruled.get(one, {})
        for other, score, of in self._index.linked(one, least):
            if other not in ruled:
                yield _Linked(score, *((one, other) if one < other else (other, one))), of
        for other, same in ruled.items():
            if same:
                yield _Linked(inf, *sorted((one, other))), self._index.incident_of(other)

    def _in_words(self, link: _Linked) -> str:
        if link.score == inf:
            return _RULED
        return why(self._reports.wordless(link.left), self._reports.wordless(link.right))

    def pairs(self, rebuilt: Mapping[str, Sequence[int]]) -> Iterator[IncidentPair]:
        """The incidents that may be the same as one of those rebuilt, or overlap with it; each pair once."""
        told: set[tuple[str, str]] = set()
        for pair in self._doubtful(rebuilt):
            told.add((pair.left_id, pair.right_id))
            yield pair
        for country in sorted(self._changed):
            extents = {i: read(e) for i, e, _ in self._index.incidents(country)}
            there = Extents(extents)
            for name in sorted(rebuilt.keys() & extents.keys()):
                for other in there.overlapping(name):
                    left, right = sorted((name, other))
                    if (left, right) not in told:
                        told.add((left, right))
                        yield IncidentPair(left, right, "overlaps", _OVERLAP)

    def _doubtful(self, rebuilt: Mapping[str, Sequence[int]]) -> Iterator[IncidentPair]:
        for name in sorted(rebuilt):
            best: dict[str, _Linked] = {}
            scores: dict[str, list[float]] = defaultdict(list)
            for one in rebuilt[name]:
                for told, other in self._links(one):
                    if other is None or other == name or (other in rebuilt and other < name):
                        continue
                    best[other] = min(best.get(other, told), told, key=_strongest)
                    scores[other].append(told.score)
            for other, given in sorted(scores.items()):
                every = len(rebuilt[name]) * self._index.size(other)
                if doubted(given, every):
                    left, right = sorted((name, other))
                    words = self._in_words(best[other])
                    yield IncidentPair(
                        left, right, "maybe_same", words[:1].upper() + words[1:] + "."
                    )

    def lying_in(self, rebuilt: Mapping[str, Sequence[int]]) -> dict[str, str | None]:
        """Incident → the one that it lies in, for all where that changed and those rebuilt."""
        found: dict[str, str | None] = {}
        for country, wide in sorted(self._changed.items()):
            there = list(self._index.incidents(country))
            extents = Extents({i: read(told) for i, told, _ in there})
            before = {i: was for i, _, was in there}
            for i in sorted(before if wide else rebuilt.keys() & before.keys()):
                to = extents.inside(i)
                if to != before[i]:
                    self._index.lie_in(i, to)
                    found[i] = to
        return found


def _most(tolls: Iterable[Toll]) -> float:
    """The people killed, else hurt, by the tolls of one incident that count everybody."""
    best = {
        t.category: t.best
        for t in tolls
        if t.best is not None and not t.of_group and not t.area and t.unit == "person"
    }
    return best.get("killed") or best.get("casualties") or best.get("injured") or 0


def _strongest(link: _Linked) -> tuple[float, int, int]:
    return -link.score, link.left, link.right


def _root(document: Document) -> str:
    """Whose text it is: the agency's that it credits, else its own."""
    return credit(document.publisher, document.text[:200]) or document.id


def merged(parts: Iterable[Comparison]) -> Comparison:
    """Several portions as one."""
    every = list(parts)
    told: dict[str, Any] = {}
    for name in (f.name for f in fields(Comparison)):
        values = [getattr(part, name) for part in every]
        if any(isinstance(value, Mapping) for value in values):
            told[name] = {k: v for value in values for k, v in value.items()}
        else:
            told[name] = tuple(row for value in values for row in value)
    return Comparison(**told)
