"""Made incidents: what reports say of each over time, and what the comparison would make of that.

The rows have the shape of real ones (claims that rise, a side that contradicts, parts of an area); they are
not what `compare` finds, which would take hours at this size.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations
from random import Random

from bench.wording import CATEGORIES, KINDS, Place, World
from figures.model import (
    Claim,
    ClaimFigure,
    ClaimRelation,
    Figure,
    Finding,
    Incident,
    Toll,
    TollByCodebook,
    short_hash,
)

Bounds = tuple[int | None, int | None, str]
RELATED = 400  # claims of one toll, at most: each is related to each


@dataclass(slots=True)
class Counted:
    """One distinct count of a toll, and the figures that state it."""

    id: str
    bounds: Bounds
    dissent: bool
    said_at: str | None
    first: Figure
    document: str
    figures: list[str] = field(default_factory=list)
    documents: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Tolled:
    """One category's count for one incident, and in one area of it."""

    id: str
    category: tuple[str, str, str, str, int]
    area: str
    truth: int
    steps: int  # so many distinct counts are told one after the other
    claims: dict[tuple[Bounds, bool], Counted] = field(default_factory=dict)

    def told(self, progress: float, chance: Random) -> tuple[Bounds, bool]:
        """What a report says when so much of the time has passed, and whether it contradicts the others."""
        dissent = chance.random() < 0.05
        reached = 1 + int(progress * (self.steps - 1))
        value = max(1, round(self.truth * (0.4 + 0.6 * reached / self.steps)))
        if dissent:
            value *= chance.choice((3, 5, 8))
        return bounds(value, Random(f"{self.id} {value}").random()), dissent  # noqa: S311


def bounds(value: int, lot: float) -> Bounds:
    """A value as reports put it: exactly, at least, about, in a range, with a vague word."""
    if lot < 0.62:
        return value, value, "exact"
    if lot < 0.82:
        return value, None, "at_least"
    if lot < 0.88:
        return value, None, "more_than"
    if lot < 0.93:
        return value, value, "about"
    if lot < 0.96:
        return value, value + max(1, value // 4), "range"
    return 24, 99, "vague"


@dataclass(slots=True)
class Happening:
    """One incident with its tolls, before its reports are written."""

    incident: Incident
    place: Place
    day: date
    tolls: list[Tolled]


def happening(
    n: int, reports: int, world: World, chance: Random, *, running: bool = False
) -> Happening:
    """The n-th incident, of which so many documents report."""
    place, kind = world.places.pick(chance), chance.choice(KINDS)
    day = date(1996, 1, 1) + timedelta(days=int(10_950 * chance.random() ** 0.5))
    last = day + timedelta(days=chance.choice((0, 0, 0, 1, 3)) if not running else 900)
    id = short_hash("made incident", str(n))
    label = f"{kind.capitalize()}{': running count' if running else ''}, {place.name}, {place.country}, {day:%d %B %Y}"
    row = Incident(
        id=id, label=label, kind=kind, scope="cumulative" if running else "incident",
        place=place.name, admin1=place.admin1, country=place.country,
        latitude=place.latitude, longitude=place.longitude, gazetteer_id=place.id,
        earliest=day.isoformat(), latest=last.isoformat(), within=None,
        why=f"{reports} documents tell of it: {kind} at {place.name}, {day.isoformat()}.",
    )  # fmt: skip
    return Happening(row, place, day, list(_tolls(id, reports, world, chance)))


def _tolls(incident: str, reports: int, world: World, chance: Random) -> Iterator[Tolled]:
    many = min(len(CATEGORIES), 1 + int(chance.expovariate(1) + reports**0.4 / 2))
    areas = [""] + [world.places.pick(chance).name for _ in range(min(5, reports // 400))]
    for at, category in enumerate(CATEGORIES[:many]):
        truth = max(1, round(chance.lognormvariate(1.8 + min(3.0, reports**0.3 / 2), 1.3)))
        for area in dict.fromkeys(areas):
            steps = (
                RELATED if reports > 2_000 and at == 0 and not area else min(60, 1 + reports // 3)
            )
            yield Tolled(
                short_hash("made toll", incident, category[0], area), category, area, truth, steps
            )


def state(
    toll: Tolled, figure: Figure, told: Bounds, dissent: bool, document: str, said_at: str | None
) -> None:
    """Let a figure state its claim; a toll takes no more claims than can be related to one another."""
    key = told, dissent
    if key not in toll.claims:
        if len(toll.claims) >= min(RELATED, 10 + 2 * toll.steps):
            return
        id = short_hash("made claim", toll.id, figure.id)
        toll.claims[key] = Counted(id, told, dissent, said_at, figure, document)
    toll.claims[key].figures.append(figure.id)
    toll.claims[key].documents.add(document)


@dataclass(slots=True)
class Compared:
    """The rows of one incident, by the table that they go to."""

    toll: list[Toll] = field(default_factory=list)
    toll_by_codebook: list[TollByCodebook] = field(default_factory=list)
    claim: list[Claim] = field(default_factory=list)
    claim_figure: list[ClaimFigure] = field(default_factory=list)
    claim_relation: list[ClaimRelation] = field(default_factory=list)
    finding: list[Finding] = field(default_factory=list)


def compared(told: Happening, chance: Random, sources: list[str]) -> Compared:
    """What the comparison would make of all that was said of one incident."""
    rows, one = Compared(), told.incident
    window = (one.earliest or "", one.latest or "") if one.scope == "cumulative" else ("", "")
    for toll in told.tolls:
        claims = sorted(toll.claims.values(), key=lambda c: (c.said_at or "9", c.id))
        if not claims:
            continue
        last = [c.id for c in claims if not c.dissent][-1:]
        current = {*last, *(c.id for c in claims if c.dissent)}
        lows = [c.bounds[0] or 0 for c in claims if c.id in current]
        disputed = len(current) > 1
        newest = claims[-1]
        low, high = min(lows), max(lows)
        rows.toll.append(Toll(
            id=toll.id, incident_id=told.incident.id, category=toll.category[0], scope=told.incident.scope,
            window_from=window[0], window_to=window[1], unit=toll.category[1], of_group="", area=toll.area,
            low=low, best=newest.bounds[0], high=high, best_from=newest.first.id, attackers=None,
            sources_low=1, sources_high=len(current), documents=len({d for c in claims for d in c.documents}),
            state="disputed" if disputed else "revised" if len(claims) > 1 else "single",
            standing="contested" if disputed else "single_source", codebook="default",
        ))  # fmt: skip
        rows.toll_by_codebook += [
            TollByCodebook(toll.id, book, low, low if book == "acled" else newest.bounds[0], high)
            for book in ("acled", "ucdp", "ibc")
        ]
        for c in claims:
            rows.claim.append(_claim(c, toll, c.id in current, chance, sources))
            rows.claim_figure += [ClaimFigure(c.id, f) for f in sorted(set(c.figures))]
        rows.claim_relation += [_relation(a, b) for a, b in combinations(claims, 2)]
        if disputed and chance.random() < 0.2:
            figures = tuple(c.first.id for c in claims[:2])
            words = f"“{claims[0].first.quote}” and “{newest.first.quote}” differ by a digit."
            id = short_hash("finding", "digits_transposed", *figures)
            rows.finding.append(Finding(id, "digits_transposed", told.incident.id, figures, words))
    return rows


def _claim(c: Counted, toll: Tolled, current: bool, chance: Random, sources: list[str]) -> Claim:
    low, high, qualifier = c.bounds
    return Claim(
        id=c.id, toll_id=toll.id, how="stated", share="whole", low=low, high=high, qualifier=qualifier,
        status="asserted", basis=None, stock_or_flow=None, widened_low=low,
        widened_high=high if high is not None else round(1.5 * (low or 0)) + 5, as_of=None,
        first_said_at=c.said_at, first_document_id=c.document, first_figure_id=c.first.id,
        source_id=chance.choice(sources) if chance.random() < 0.4 else None,
        sources=max(1, len(c.documents) // 2), documents=len(c.documents), of_enemy=False, denied_by=(),
        state="current" if current else "superseded",
    )  # fmt: skip


def _relation(a: Counted, b: Counted) -> ClaimRelation:
    if a.dissent or b.dissent:
        kind = "opposing_sides" if a.dissent and b.dissent else "contradiction"
        why = "the two cannot both hold, and neither came to replace the other."
        return ClaimRelation(a.id, b.id, "conflict", kind, why)
    if (a.bounds[0] or 0) < (b.bounds[0] or 0):
        why = f"{b.bounds[0]} is the later count ({a.said_at}; {b.said_at})."
        return ClaimRelation(a.id, b.id, "revision", "rise", why)
    return ClaimRelation(a.id, b.id, "compatible", "", "their bounds meet.")
