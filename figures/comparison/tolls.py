"""Tolls: what the claims about one incident come to, by category, under a codebook.

Low and high are the range over the current claims; best is the one of them that reports give as their own toll, of
several the one that most sources give, then the newest. Claims that are feared or projected, parts, additions and
stocks of a flow stay beside the toll and are not counted in it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from figures.comparison.claims import Standing, TollKey
from figures.comparison.codebooks import Bound, Codebook, codebook, names, stated
from figures.comparison.reconciling import reconciled
from figures.comparison.relations import MAY_FALL, Relation, relate
from figures.comparison.sides import standing
from figures.model import ClaimRelation, Toll, TollByCodebook

# pairs of claims that are related in one toll, at most: where it has more than 200 claims, each is related
# to those that follow it by its clock, as many as that leaves
_PAIRS = 50_000


@dataclass(frozen=True, slots=True)
class Judged:
    """A toll with its claims, their states settled, and how they relate."""

    toll: Toll
    standings: tuple[Standing, ...]
    relations: tuple[ClaimRelation, ...]
    by_codebook: tuple[TollByCodebook, ...]


def judge(
    incident_id: str,
    country: str | None,
    standings: Mapping[TollKey, Sequence[Standing]],
    book: Codebook,
    blamed: Collection[str] = (),
    wide: bool = False,
) -> list[Judged]:
    """Every toll of one incident. ``blamed``: the parties that reports say did it; ``wide``: whether it strikes a
    whole region. Attackers' own dead stand in their own toll and beside the main one."""
    settled: dict[TollKey, tuple[list[Standing], list[ClaimRelation]]] = {
        key: _relate(members, country, book, _attackers(key, standings), wide)
        for key, members in standings.items()
    }
    for key in standings:
        if key.of_group == "attacker":
            settled.setdefault(key._replace(of_group=""), ([], []))
    counted = {key: counting(members) for key, (members, _) in settled.items()}
    for key in [k for k in counted if k.category == "killed" and not k.of_group]:
        hurt = counted.get(key._replace(category="injured"), [])
        if any(s.own for s in hurt) and not any(s.own or len(s.sources) > 1 for s in counted[key]):
            counted[key] = []  # dead of whom one report on people hurt tells, in passing
    judged = []
    for key, (members, relations) in sorted(settled.items()):
        attackers = counted.get(key._replace(of_group="attacker"), []) if not key.of_group else []
        toll = replace(
            _toll(incident_id, key, members, counted, relations, attackers, book),
            standing=_borne_out(counted[key], members, relations, blamed, country),
        )
        others = tuple(
            TollByCodebook(toll.id, other.id, *_count(key, counted, other))
            for name in names()
            if (other := codebook(name)).id != book.id
            and other.covers(key.category)
            and counted[key]
        )
        judged.append(Judged(toll, tuple(members), tuple(relations), others))
    return judged


def counting(members: Sequence[Standing]) -> list[Standing]:
    """The claims that count in their toll: current, asserted, wholes, no projections, no stocks of a flow. Where a
    number counts, no vague word that a report says beside one does."""
    wholes = [
        s
        for s in members
        if s.claimed.claim.share == "whole" and s.claimed.claim.state == "current"
    ]
    flow = any(not s.claimed.stock and s.claimed.claim.high != 0 for s in wholes)
    counted = [
        s
        for s in wholes
        if s.claimed.claim.status == "asserted"
        and not s.claimed.projected
        and not (s.claimed.stock and flow)
    ]
    most = max((s.claimed.number for s in counted if not s.claimed.loose), default=0)
    return [s for s in counted if not s.claimed.loose or s.claimed.number > most]


def _attackers(
    key: TollKey, standings: Mapping[TollKey, Sequence[Standing]]
) -> frozenset[int | float]:
    """How many attackers died too, as each report counts them."""
    beside = () if key.of_group else standings.get(key._replace(of_group="attacker"), ())
    return frozenset(s.claimed.number for s in beside)


def _relate(
    members: Sequence[Standing],
    country: str | None,
    book: Codebook,
    attackers: frozenset[int | float],
    wide: bool,
) -> tuple[list[Standing], list[ClaimRelation]]:
    """How the claims of a toll relate, and their states: what a revision leaves behind is superseded."""
    relations: list[ClaimRelation] = []
    older: set[str] = set()
    ordered = sorted(members, key=lambda s: (s.claimed.clock or "9", s.claimed.claim.id))
    near = max(1, _PAIRS // max(1, len(ordered)))
    for i, left in enumerate(ordered):
        for right in ordered[i + 1 : i + 1 + near]:
            if _of_two_places(left, right):
                continue
            sides = left.claimed, right.claimed
            found: Relation = relate(*sides, country, book)
            if found.relation == "conflict" and found.kind != "opposing_sides":
                figures = left.figures, right.figures
                found = reconciled(*sides, *figures, attackers, wide) or found
            if found.older and _outweighs(found, left, right):
                older.add(found.older)
            if found.relation in ("compatible", "revision", "conflict"):
                ids = left.claimed.claim.id, right.claimed.claim.id
                relations.append(ClaimRelation(*ids, found.relation, found.kind, found.reason))
    return [_superseded(s) if s.claimed.claim.id in older else s for s in members], relations


def _of_two_places(left: Standing, right: Standing) -> bool:
    """Does one speaker of one report alone tell both counts, each of a place of its own ("81 hurt in Lesk, 79 in
    Orda")? They count different people, and neither contradicts or revises the other."""
    if len(left.documents) > 1 or left.documents != right.documents:
        return False
    if left.claimed.speakers != right.claimed.speakers:
        return False
    here, there = ({f.place_name or f.place for f in s.figures} for s in (left, right))
    return None not in here | there and here.isdisjoint(there)


def _outweighs(found: Relation, left: Standing, right: Standing) -> bool:
    """Does the newer claim leave the older behind? A sum made here never does so to a count that is stated, nor
    "nobody else was hurt" to those who were, nor a rise that one report tells to what most tell then or later; a
    lower count does only as a report's own toll, told by a number, that no more reports contradict then or later:
    "a man" whom a later report tells of is one of the dead."""
    old, new = (left, right) if left.claimed.claim.id == found.older else (right, left)
    before, after = old.claimed.claim, new.claimed.claim
    if after.state != "current":
        return False  # it holds no more itself
    if after.high == 0 and before.high != 0:
        return False
    if before.how == "stated" and after.how == "summed":
        return False
    # a report that tells both, which is the newer, speaks for neither against the other
    still_said = max((at for d, at in old.said.items() if d not in new.documents), default="")
    last = max(new.said.values(), default="")
    if found.kind == "rise" and len(old.own) > 2 * len(new.own) and last <= still_said:
        return False  # most know of no rise, then or later
    falls = found.kind == "fall" and old.key.category not in MAY_FALL and not old.claimed.stock
    if falls and not old.claimed.marked:
        still = still_said >= last and len(old.own) > len(new.own)  # as many say then or later
        return bool(new.own) and _numbered(new) and not still
    return True


def _numbered(standing: Standing) -> bool:
    return any(f.counted == "number" for f in standing.figures)


def _superseded(standing: Standing) -> Standing:
    if standing.claimed.claim.state != "current":
        return standing
    claim = replace(standing.claimed.claim, state="superseded")
    return replace(standing, claimed=replace(standing.claimed, claim=claim))


def _toll(
    incident_id: str,
    key: TollKey,
    members: Sequence[Standing],
    counted: Mapping[TollKey, Sequence[Standing]],
    relations: Sequence[ClaimRelation],
    attackers: Sequence[Standing],
    book: Codebook,
) -> Toll:
    mine = counted[key]
    low, best, high = _count(key, counted, book)
    newest = _best(mine)
    lows = [s for s in mine if _least(s) == low]
    highs = [s for s in mine if s.claimed.claim.high == high]
    return Toll(
        id=key.id(incident_id),
        incident_id=incident_id,
        **key._asdict(),
        low=low,
        best=best,
        high=high,
        best_from=newest.figures[0].id if newest and best is not None else None,
        attackers=_beside(attackers, best, mine),
        sources_low=len(frozenset().union(*(s.sources for s in lows))),
        sources_high=len(frozenset().union(*(s.sources for s in highs))),
        documents=len(frozenset().union(*(s.documents for s in members))),
        state=_state(members, relations),
        standing="",
        codebook=book.id,
    )


def _borne_out(
    mine: Sequence[Standing],
    members: Sequence[Standing],
    relations: Sequence[ClaimRelation],
    blamed: Collection[str],
    country: str | None,
) -> str:
    """The standing of a toll, out of the counts that stand in it."""
    if not mine:
        return ""
    sources = frozenset().union(*(s.sources for s in mine))
    contested = _state(members, relations) == "disputed" or any(
        s.claimed.claim.denied_by for s in mine
    )
    return standing(sources, [s.claimed.speakers for s in mine], blamed, country, contested)


def _state(members: Sequence[Standing], relations: Sequence[ClaimRelation]) -> str:
    """disputed: two current claims contradict; revised: one replaced another; agreed: several say it."""
    state_of = {s.claimed.claim.id: s.claimed.claim.state for s in members}
    conflicts = (r for r in relations if r.relation == "conflict")
    if any(state_of[r.left_claim_id] == state_of[r.right_claim_id] == "current" for r in conflicts):
        return "disputed"
    if any(r.relation == "revision" for r in relations):
        return "revised"
    sources = frozenset().union(*(s.sources for s in members))
    return "agreed" if len(sources) > 1 else "single"


def _count(
    key: TollKey, counted: Mapping[TollKey, Sequence[Standing]], book: Codebook
) -> tuple[Bound, Bound, Bound]:
    """Low, best and high of a toll as a codebook counts it, with what it adds from other categories."""
    low, best, high = _of(counted[key], book)
    for category in book.together.get(key.category, ()):
        beside = counted.get(key._replace(category=category), [])
        if beside and counted[key]:
            more = _of(beside, book)
            low, best, high = (_sum(a, b) for a, b in zip((low, best, high), more, strict=True))
    return low, best, high


def _of(standings: Sequence[Standing], book: Codebook) -> tuple[Bound, Bound, Bound]:
    if not standings:
        return None, None, None
    newest = _best(standings)
    assert newest is not None
    bounds = {s.claimed.claim.id: _bounds(s, book) for s in standings}
    # "a man was killed" sets no bound to a toll told by a number: he may be one of them
    telling = [s for s in standings if s is newest or not s.claimed.singly]
    lowest = min(bounds[s.claimed.claim.id][0] for s in telling)
    new_low, new_high = bounds[newest.claimed.claim.id]
    if any(high is None for _, high in bounds.values()):
        highest = None
    else:
        highest = max(high for _, high in bounds.values() if high is not None)
    low = new_low if book.low == "newest" else lowest
    high = {"highest": highest, "lowest": lowest, "newest": new_high}[book.high]
    best = {"newest": _said(newest, book), "lowest": lowest, "none": None}[book.best]
    return low, best, high


def _bounds(standing: Standing, book: Codebook) -> tuple[int | float, Bound]:
    """A claim's bounds under a codebook; an open low takes the number stated."""
    fixed = _fixed(standing, book)
    return (fixed, fixed) if fixed is not None else (_least(standing), standing.claimed.claim.high)


def _said(standing: Standing, book: Codebook) -> int | float:
    fixed = _fixed(standing, book)
    return fixed if fixed is not None else _least(standing)


def _fixed(standing: Standing, book: Codebook) -> int | None:
    """The number that a codebook gives to the vague word of a claim."""
    if standing.claimed.claim.qualifier != "vague":
        return None
    return book.vague.get(standing.figures[0].reported.lower().strip())


def _least(standing: Standing) -> int | float:
    return stated(standing.claimed.claim.low, standing.claimed.claim.high)


def _best(standings: Sequence[Standing]) -> Standing | None:
    """The claim with the newest clock, of those that most sources give; of those the smallest id. What a document
    tells in passing gives way to what one tells as its own toll, "nobody" to the count of somebody."""
    own: set[int | float] = set()
    sources: dict[int | float, set[str]] = {}
    for s in standings:
        own |= {_least(s)} if s.own else set()
        sources.setdefault(_least(s), set()).update(s.sources)
    ordered = sorted(standings, key=lambda s: s.claimed.claim.id)
    return max(
        ordered,
        key=lambda s: (
            s.claimed.claim.high != 0,
            _rank(s, _least(s) in own),
            len(sources[_least(s)]),
            (s.claimed.clock or "")[:10],
            _time(s.claimed.clock),
        ),
        default=None,
    )


def _rank(standing: Standing, own: bool) -> int:
    """How well a claim tells a toll: stated as a report's own, a sum with numbers, stated in passing, a sum of
    single persons."""
    if standing.claimed.claim.how == "stated":
        return 3 + _numbered(standing) if own else 1
    return 2 if _numbered(standing) else 0


def _time(clock: str | None) -> str:
    return clock[11:16] if clock and "T" in clock else ""


def _beside(attackers: Sequence[Standing], best: Bound, mine: Sequence[Standing]) -> Bound:
    """The attackers' dead, but for killers who died by their own hand where the best count holds them, as one
    does that a report which tells of the killer tells without him ("four dead", "killed three, then himself")."""
    newest = _best(attackers)
    if newest is None:
        return None
    number = _least(newest)
    told = [s for s in mine if not s.documents.isdisjoint(newest.documents)]
    own_hand = all(f.rule.endswith("/own_hand") for f in newest.figures)
    if not told and (best == number == 1 or own_hand):
        return None  # the one dead of other reports, or one of their dead
    if newest.claimed.claim.how != "summed" or best is None:
        return number
    without = [s for s in told if s.own and _least(s) == best - number]
    stated = any(s.claimed.claim.how == "stated" and _numbered(s) for s in without)
    held = stated or without and all(_least(s) != best for s in told)
    return None if held else number


def _sum(left: Bound, right: Bound) -> Bound:
    return None if left is None or right is None else left + right
