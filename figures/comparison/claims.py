"""The claims about one incident: each distinct count put forward for a toll, with the figures behind it.

Figures that state the same count are one claim. Its clock is the first time it was said, so a reprint
never makes an old count new. Where no figure of a document states its toll, the sum is a claim too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from figures.comparison.clocks import clock, earliest, said_at
from figures.comparison.codebooks import Bound, Codebook, stated, widened
from figures.comparison.coverage import Coverage, coverage, told_as_parts
from figures.comparison.fates import died_since, in_passing, left_alive
from figures.comparison.relations import Claimed, is_stock
from figures.comparison.sides import denials, of_enemy
from figures.comparison.sources import Speaker, source_of, speaker
from figures.comparison.sums import people, puts_forward, sums
from figures.model import Claim, Document, Figure, short_hash

_RISEN = re.compile(
    r"\b(?:rose|rises?|risen|rising|climb\w*|increas\w+|jump\w*|grown|grew|rais\w+|reach\w*|br(?:ought|inging))\b"
    r"[^;]{0,60}$"
)
_OF_PEOPLE = frozenset(
    "killed injured casualties missing trapped rescued detained abducted".split()
)


class TollKey(NamedTuple):
    """What makes one toll of an incident: counts with different keys are never compared."""

    category: str
    scope: str
    window_from: str
    window_to: str
    unit: str
    of_group: str
    area: str

    def id(self, incident_id: str) -> str:
        return short_hash("toll", incident_id, *self)


@dataclass(frozen=True, slots=True)
class Telling:
    """What one document tells of one incident. ``root`` tells whose text it is: the agency credited, the
    document that it copies, or itself."""

    document: Document
    figures: tuple[Figure, ...]
    root: str
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class Standing:
    """A claim as it stands in its toll: the key, the claim, and the figures that state it."""

    key: TollKey
    claimed: Claimed
    figures: tuple[Figure, ...]
    documents: frozenset[str]
    sources: frozenset[str]
    own: frozenset[str]  # of the sources, those whose own toll it is, not told in passing
    said: Mapping[str, str]  # document → when it says so, "" where that is not dated


@dataclass(slots=True)
class _Said:
    """The figures of one claim while they are gathered. ``sums``: those of one document that they are in."""

    how: str
    low: Bound
    high: Bound
    first: list[tuple[str, str, Figure, Telling]] = field(default_factory=list)
    sums: set[str] = field(default_factory=set)


def claims(
    incident_id: str,
    tellings: Sequence[Telling],
    countries: Collection[str],
    book: Codebook,
    country: str | None = None,
) -> list[Standing]:
    """All claims about an incident, in the order of their ids. ``country``: the one it is in."""
    gathered: dict[tuple[object, ...], _Said] = {}
    own: set[str] = set()
    passing: set[str] = set()  # documents that tell of dead in passing
    loose: set[str] = set()  # figures whose report tells the number that their words round,
    past: set[str] = set()  # and that it tells to have risen since
    covered = [_covered(t.figures, countries) for t in tellings]
    added_up = [sums(t.document, t.figures, c) for t, c in zip(tellings, covered, strict=True)]
    told_as_parts([(t.figures, c) for t, c in zip(tellings, covered, strict=True)])
    for telling, covers, (summed, alone) in zip(tellings, covered, added_up, strict=True):
        passing |= {telling.document.id} if in_passing(telling.document, telling.figures) else set()
        own |= alone
        asserted = (f for f in telling.figures if f.status == "asserted" and f.low)
        some = {(f.category, f.attributed_to) for f in asserted}
        keys = {
            f.id: _key(f, covers[f.id])
            for f in telling.figures
            # "no deaths were recorded" on a day or in a place, by one who tells of deaths
            if puts_forward(f) and (f.high != 0 or (f.category, f.attributed_to) not in some)
        }
        loose |= _loose(telling.figures, keys)
        past |= _left_behind(telling.figures, keys, covers)
        added = {f.id: min(m.id for m in members) for _, members in summed for f in members}
        for figure in telling.figures:
            if figure.id in keys:
                key = keys[figure.id]
                kind = (covers[figure.id].share, *_sort(figure))
                said = _gather(
                    gathered, key, "stated", kind, (figure.low, figure.high), [figure], telling
                )
                said.sums |= {added[figure.id]} if figure.id in added else set()
        for bounds, members in summed:
            lead = members[0]
            kind = ("whole", *_sort(lead))
            cover = Coverage(of_group="attacker") if "attacker" in lead.groups else Coverage()
            _gather(gathered, _key(lead, cover), "summed", kind, bounds, members, telling)
    told = [(t.document, t.figures) for t in tellings]
    for n, number, members in left_alive(told):
        key = _key(replace(members[0], category="injured"), Coverage())
        kind = ("whole", *_sort(members[0]))
        _gather(gathered, key, "summed", kind, (number, number), members, tellings[n])
    denied, died = _denied(tellings), died_since(told)
    found = [
        _standing(incident_id, key, said, book, country, denied, died, own, passing, loose, past)
        for key, said in gathered.items()
    ]
    return sorted(found, key=lambda s: s.claimed.claim.id)


def _covered(figures: Sequence[Figure], countries: Collection[str]) -> dict[str, Coverage]:
    by_id = {f.id: f for f in figures}
    return {f.id: coverage(f, by_id, countries) for f in figures}


def _key(figure: Figure, cover: Coverage) -> TollKey:
    running = figure.scope in ("cumulative", "period")
    return TollKey(
        figure.category,
        figure.scope,
        (figure.earliest or "") if running and (figure.since or figure.scope == "period") else "",
        (figure.latest or "") if figure.scope == "period" else "",
        _unit(figure),
        cover.of_group,
        cover.area,
    )


def _unit(figure: Figure) -> str:
    """Whoever is killed is a person, whatever noun counts them ("38 parishioners"); families are not."""
    own = figure.unit in ("household", "building") or figure.category not in _OF_PEOPLE
    return figure.unit if own else "person"


def _sort(figure: Figure) -> tuple[str, bool, bool]:
    """What keeps equal counts apart within a toll: feared, projected, a stock."""
    return (
        "feared" if figure.status == "feared" else "asserted",
        figure.basis == "projected",
        is_stock(figure.category, figure.stock_or_flow),
    )


def _gather(
    gathered: dict[tuple[object, ...], _Said],
    key: TollKey,
    how: str,
    kind: tuple[str, str, bool, bool],
    bounds: tuple[Bound, Bound],
    members: Iterable[Figure],
    telling: Telling,
) -> _Said:
    said = gathered.setdefault((key, how, *kind, *bounds), _Said(how, *bounds))
    for figure in members:
        when = clock(figure, telling.document) or "9"
        said.first.append((when, figure.id, figure, telling))
    return said


def _loose(figures: Sequence[Figure], keys: Mapping[str, TollKey]) -> set[str]:
    """The vague counts beside a number that the same report tells of the same toll: "scores died … 151 are dead"."""
    number: dict[TollKey, int | float] = {}
    for f in figures:
        if f.id in keys and f.qualifier != "vague":
            key = keys[f.id]
            number[key] = max(number.get(key, 0), stated(f.low, f.high))
    return {
        f.id
        for f in figures
        if f.qualifier == "vague" and f.id in keys and number.get(keys[f.id], -1) >= (f.low or 0)
    }


def _left_behind(
    figures: Sequence[Figure], keys: Mapping[str, TollKey], covers: Mapping[str, Coverage]
) -> set[str]:
    """The smaller counts of a report that tells to how many a toll has risen: "57 died on Friday … the toll has risen
    to 62". What another speaker says, or is as new, is not left behind."""
    whole = [f for f in figures if f.id in keys and covers[f.id].share == "whole"]
    risen = [f for f in whole if f.scope == "incident" and _rise(f)]
    # of each toll the greatest is enough: a text may tell of thousands of rises
    most = {keys[f.id]: f for f in sorted(risen, key=lambda f: f.low or 0)}
    return {
        f.id
        for f in whole
        if (new := most.get(keys[f.id])) is not None
        and f.sentence_start != new.sentence_start
        and f.status == new.status == "asserted"
        and f.counted == "number"
        and (f.high or f.low or 0) < (new.low or 0)
        and f.qualifier not in ("vague", "up_to", "less_than")
        and (f.as_of or "") <= (new.as_of or "9")
        and not _other_voice(f, new)
    }


def _rise(figure: Figure) -> bool:
    before = figure.sentence[: figure.number_start - figure.sentence_start]
    return figure.rule.endswith("/toll") and _RISEN.search(before) is not None


def _other_voice(old: Figure, new: Figure) -> bool:
    one = speaker(old.attributed_to, old.attribution_kind)
    other = speaker(new.attributed_to, new.attribution_kind)
    return one is not None and (other is None or not one.same(other))


def _denied(tellings: Iterable[Telling]) -> dict[tuple[str, int | float], list[Figure]]:
    """(category, number) → the figures that deny it."""
    found: dict[tuple[str, int | float], list[Figure]] = {}
    for figure in (f for t in tellings for f in t.figures if f.status == "denied"):
        if figure.low is not None or figure.high is not None:
            at = figure.category, stated(figure.low, figure.high)
            found.setdefault(at, []).append(figure)
    return found


def _standing(
    incident_id: str,
    at: tuple[object, ...],
    said: _Said,
    book: Codebook,
    country: str | None,
    denied: Mapping[tuple[str, int | float], Sequence[Figure]],
    died: frozenset[str],
    own: Collection[str],
    passing: Collection[str],
    loose: Collection[str],
    outgrown: Collection[str],
) -> Standing:
    key, how, share, status, projected, stock = at[:6]
    assert isinstance(key, TollKey)
    said.first.sort(key=lambda s: s[:2])
    figures = tuple(figure for _, _, figure, _ in said.first)
    tellings = [telling for _, _, _, telling in said.first]
    lead = figures[0]
    toll_id = key.id(incident_id)
    bounds = ("" if b is None else str(b) for b in (said.low, said.high))
    claim_id = short_hash(
        "claim", toll_id, *map(str, (how, share, status, projected, stock)), *bounds
    )
    qualifier = lead.qualifier if how == "stated" else _qualifier(said.low, said.high)
    wide = widened(said.low, said.high, qualifier, book)
    speakers = {s for f in figures if (s := speaker(f.attributed_to, f.attribution_kind))}
    documents = frozenset(t.document.id for t in tellings)
    sources = frozenset(_source(f, t) for f, t in zip(figures, tellings, strict=True))
    aside = passing if key.category == "killed" else ()
    mains = frozenset(
        _source(f, t)
        for f, t in zip(figures, tellings, strict=True)
        if (how == "summed" or f.id in own) and t.document.id not in aside
    )
    marked = _marked(figures)
    if marked is None and all(f.id in outgrown for f in figures):
        marked = "superseded"
    past = all(t.replaced for t in tellings) or died.issuperset(f.id for f in figures)
    state = marked or ("superseded" if past else "current")
    claim = Claim(
        id=claim_id,
        toll_id=toll_id,
        how=str(how),
        share=str(share),
        low=said.low,
        high=said.high,
        qualifier=qualifier,
        status=str(status),
        basis=_basis(figures),
        stock_or_flow=lead.stock_or_flow,
        widened_low=wide[0],
        widened_high=wide[1],
        as_of=earliest(f.as_of for f in figures),
        first_said_at=earliest(said_at(t.document) for t in tellings),
        first_document_id=tellings[0].document.id,
        first_figure_id=lead.id,
        source_id=source_of(lead.attributed_to) if lead.attributed_to else None,
        sources=len(sources),
        documents=len(documents),
        of_enemy=how == "stated" and all(of_enemy(f, country) for f in figures),
        denied_by=denials(denied.get((key.category, stated(said.low, said.high)), ())),
        state=state,
    )
    groups = frozenset(g for f in figures for g in f.groups)
    ordered = tuple(sorted(speakers, key=_speaker_order))
    singly = all(f.counted != "number" for f in figures)
    rounded = all(f.id in loose for f in figures)
    claimed = Claimed(
        claim,
        key.category,
        ordered,
        groups,
        marked,
        singly,
        rounded,
        frozenset(said.sums),
        frozenset(filter(None, map(people, figures))) if said.sums else frozenset(),
    )
    last = {t.document.id: said_at(t.document) or "" for t in tellings}
    return Standing(key, claimed, figures, documents, sources, mains, last)


def _qualifier(low: Bound, high: Bound) -> str:
    """How a sum is bounded."""
    if low is None:
        return "up_to"
    if high is None:
        return "at_least"
    return "exact" if low == high else "range"


def _marked(figures: Sequence[Figure]) -> str | None:
    """Does a text say of this count that it no longer holds, or that it was wrong?"""
    statuses = {f.status for f in figures}
    return next((s for s in ("retracted", "superseded") if s in statuses), None)


def _basis(figures: Sequence[Figure]) -> str | None:
    """What the claim rests on, where every figure that states it says so alike."""
    told = {f.basis for f in figures}
    return next(iter(told)) if len(told) == 1 else None


def _source(figure: Figure, telling: Telling) -> str:
    """Who stands behind a figure: a speaker quoted by many is one source, as is a text printed by many."""
    who = speaker(figure.attributed_to, figure.attribution_kind)
    if who is not None:
        return who.source_id or "speaker " + " ".join(sorted(who.words))
    return "text " + telling.root


def _speaker_order(who: Speaker) -> tuple[str, str]:
    return who.source_id or "", " ".join(sorted(who.words))


def overruled(
    standings: Sequence[Standing], stands: Mapping[frozenset[str], str]
) -> list[Standing]:
    """The claims with those left behind of which a person ruled that another of their toll stands."""
    of = {f.id: s for s in standings for f in s.figures if s.claimed.claim.how == "stated"}
    gone: set[str] = set()
    for pair, figure in stands.items():
        for other in pair - {figure}:
            one, two = of.get(figure), of.get(other)
            if one and two and one.key == two.key and one.claimed.claim.id != two.claimed.claim.id:
                gone.add(two.claimed.claim.id)
    return [
        replace(s, claimed=replace(s.claimed, claim=replace(s.claimed.claim, state="superseded")))
        if s.claimed.claim.id in gone
        else s
        for s in standings
    ]


def by_toll(standings: Iterable[Standing]) -> Mapping[TollKey, list[Standing]]:
    """The claims of each toll, tolls in the order of their keys."""
    tolls: dict[TollKey, list[Standing]] = {}
    for standing in standings:
        tolls.setdefault(standing.key, []).append(standing)
    return dict(sorted(tolls.items()))
