"""What one document's figures come to: which of them state its toll, which lie within it, and sums.

A stated total wins; where there is none, counts that cannot hold one person twice are summed (as
`figures tally` does). Figures within a total are its parts, whether or not the text says so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from figures.comparison.codebooks import Bound, stated
from figures.comparison.coverage import Coverage, area_of
from figures.comparison.places import relation, stands_in, where
from figures.comparison.relations import RESTS_ON
from figures.comparison.sources import speaker
from figures.extraction.tally.counts import every_one, together
from figures.extraction.tally.toll import tally
from figures.model import Document, Extraction, Figure, Tally

# one of several: "a second blast killed two"
_ONE_OF_SEVERAL = re.compile(
    r"(?i)\b(?:the|a|another) (?:first|second|third|fourth|other|latter) (?:\w+ )?"
    r"(?:blast|bomb|bombing|bomber|explosion|strike|attack|attacker|missile|rocket|shell|shooting|quake|tremor|wave)\b"
)
_REACH = 60  # characters within which a count is told its place
_NO_CLAIM = frozenset(("denied", "hypothetical", "not_known"))
_ANYONE = frozenset(
    "people persons person others dead deaths victims bodies lives casualties".split()
)


Sum = tuple[tuple[Bound, Bound], list[Figure]]  # bounds, and the figures that come to them


def puts_forward(figure: Figure) -> bool:
    """Does a figure put forward a claim of its own? Names of victims do so only in a sum."""
    return (
        figure.status not in _NO_CLAIM
        and figure.qualifier != "unspecified"
        and figure.counted != "named"
        and (figure.low is not None or figure.high is not None)
    )


def sums(
    document: Document, figures: Sequence[Figure], covers: dict[str, Coverage]
) -> tuple[list[Sum], frozenset[str]]:
    """The sums that stand for a document's toll, and the ids of the figures that state one alone. ``covers``
    is told which figures lie within a total."""
    by_id = {f.id: f for f in figures}
    overall = {f.category for f in figures if covers[f.id].area == ""}
    counted = tuple(
        replace(f, background=None)  # the toll of this incident, whatever else the document reports
        for f in figures
        if covers[f.id].area == "" or f.category not in overall
    )
    found: list[Sum] = []
    alone: set[str] = set()
    for toll in tally(Extraction(document, counted, ())):
        told = [by_id[i] for i in toll.figures if covers[i].of_group != "attacker"]
        members = _disjoint(_without_contained(told, figures))
        found += _by_own_hand(toll, told, [by_id[i] for i in toll.figures])
        if not members or members[0].category != toll.category:
            continue  # those hit and not told dead: see fates.py
        fewer = toll.category == "injured" and toll.best < together(members)
        if len(members) == 1 and puts_forward(members[0]) and not fewer:
            alone.add(members[0].id)
            if toll.category not in overall and every_one(members[0]):
                covers[members[0].id] = Coverage()
            _within(members[0], figures, covers)
        elif not toll.best:
            continue  # the one hurt is told dead: that says nothing of others
        elif fewer or any(f.counted == "named" for f in members):
            found.append(((toll.low, toll.high), members))
        elif all(puts_forward(f) for f in members):
            found.append((_added(members), members))
            summed = {figure.id for figure in members}
            # and those who tell of one of them again: "the two adults who died"
            for figure in figures:
                if not summed.isdisjoint((figure.id, figure.restates)):
                    if covers[figure.id] == Coverage():
                        covers[figure.id] = Coverage("part")
    return found, frozenset(alone)


def _by_own_hand(toll: Tally, told: Sequence[Figure], every: Sequence[Figure]) -> list[Sum]:
    """The killers who died by their own hand, where the dead told do not hold them."""
    killers = [f for f in every if f.rule.endswith("/own_hand")]
    if not killers or toll.attackers is None or together(told) > toll.best:
        return []
    return [((toll.attackers, toll.attackers), killers)]


def _within(total: Figure, figures: Sequence[Figure], covers: dict[str, Coverage]) -> None:
    """Mark the figures that count some of those a total counts: a part, or the toll of one area."""
    added = {f.adds_to: _number(f) for f in figures if f.adds_to}
    for figure in figures:
        cover = covers[figure.id]
        if (
            cover.share != "whole"
            or cover.of_group
            or cover.area not in ("", covers[total.id].area)
        ):
            continue
        if not _same_count(figure, total):
            continue
        if _elsewhere(figure, total):
            covers[figure.id] = replace(cover, area=area_of(figure))
        elif _narrower(figure, total) or _completed(figure, total, added):
            covers[figure.id] = replace(cover, share="part")


def _same_count(figure: Figure, total: Figure) -> bool:
    """Does one speaker, as far as told, say both, the figure the smaller of the same category?"""
    if figure.id == total.id or figure.category != total.category or figure.status != total.status:
        return False
    if not puts_forward(figure) or _number(figure) >= _number(total):
        return False
    return _one_voice((figure, total))


def _narrower(figure: Figure, total: Figure) -> bool:
    """A named group, one person, or a smaller count in the same sentence: nobody claims two tolls at once."""
    if figure.counted != "number" or set(figure.groups) - set(total.groups):
        return True
    if figure.basis in RESTS_ON and figure.basis != total.basis:
        return True  # "15 bodies" beside "16 dead": the others died elsewhere or are not found
    before = figure.sentence[: max(0, figure.number_start - figure.sentence_start)]
    if figure.sentence_start != total.sentence_start:
        return _ONE_OF_SEVERAL.search(before) is not None
    return figure.number_start > total.number_start


def _completed(figure: Figure, total: Figure, added: Mapping[str, int | float]) -> bool:
    """Does what is added to a figure complete the total ("14 were found dead, another died": 15)?"""
    return _number(figure) + added.get(figure.id, 0) == _number(total)


def _elsewhere(figure: Figure, total: Figure) -> bool:
    """Is the smaller count placed, in its own sentence, at a place that is not the total's?"""
    place, whole = where(figure), where(total)
    if (
        place is None
        or whole is None
        or not figure.place
        or not stands_in(figure.place, figure.sentence)
    ):
        return False
    told = relation(place, whole)
    if place.gazetteer_id is None or place.rank > whole.rank:
        return told not in ("same", "near")
    # "four died in the Kherson region. In the Mykolaiv region one person died"
    return told == "apart" and (total.place or "\n") in total.sentence


def _without_contained(members: Sequence[Figure], figures: Sequence[Figure]) -> list[Figure]:
    """The members without additions that a stated total holds already: those told before it, those whose
    sum with what they add to is stated, or the rest without them; and the total
    alone where it is the sum of the rest."""
    base = [f for f in members if f.adds_to is None]
    numbers = (
        {_number(f) for f in figures if f.category == members[0].category} if members else set()
    )
    by_id = {f.id: f for f in figures}
    kept = list(base)
    for figure in members:
        target = by_id.get(figure.adds_to or "")
        if target is None or figure in base:
            continue
        apart = {_number(target) + _number(figure), _number(target) - _number(figure)}
        contained = not apart.isdisjoint(numbers)
        if not contained and all(figure.number_start > b.number_start for b in base):
            kept.append(figure)
    total = sum(_number(f) for f in kept)
    for figure in kept:
        if len(kept) > 2 and 2 * _number(figure) == total:
            return [figure]
    return kept


def _disjoint(members: Sequence[Figure]) -> list[Figure]:
    """The members if no person can be in two of them, else the largest alone."""
    base = [f for f in members if f.adds_to is None]
    if _one_voice(members) and all(_apart(a, b) for a, b in combinations(base, 2)):
        return list(members)
    counted = [f for f in base if puts_forward(f)]
    return [max(counted, key=lambda f: (_number(f), -f.number_start))] if counted else []


def _apart(one: Figure, other: Figure) -> bool:
    """Do two counts hold different people: other groups, other nouns, other places, or single persons?"""
    if "number" not in (one.counted, other.counted):
        return True
    groups = set(one.groups), set(other.groups)
    if all(groups) and not groups[0] & groups[1]:
        return True
    nouns = [_noun(f) for f in (one, other)]
    if all(nouns) and nouns[0] != nouns[1] and not _ANYONE.intersection(nouns):
        return True
    told = relation(where(one), where(other))
    return told == "apart" or told in ("near", "unknown") and _each_its_place(one, other)


def _each_its_place(one: Figure, other: Figure) -> bool:
    """Does one sentence tell each count with a place of its own ("17 in Lesk and nine in Orda")?"""
    if one.sentence_start != other.sentence_start or not one.place or not other.place:
        return False
    return (
        one.place != other.place
        and _right_before(one, one.place)
        and _right_before(other, other.place)
    )


def _right_before(figure: Figure, place: str) -> bool:
    behind = figure.sentence[figure.number_end - figure.sentence_start :][:_REACH]
    between, found, _ = behind.partition(f" {place}")
    return (
        bool(found)
        and between.split()[-1:] in (["in"], ["at"], ["near"])
        and " and " not in between
    )


def _noun(figure: Figure) -> str:
    """The last word of what is counted, or of how one person is told ("his wife")."""
    told = figure.subject or ("" if figure.counted == "number" else figure.quote)
    return told.lower().split()[-1] if told else ""


def people(figure: Figure) -> str:
    """The noun that tells whom a figure counts; "" where it may be anyone."""
    noun = _noun(figure)
    return "" if noun in _ANYONE else noun


def _one_voice(figures: Sequence[Figure]) -> bool:
    """Does one speaker say them all, as far as the text tells?"""
    voices = {s for f in figures if (s := speaker(f.attributed_to, f.attribution_kind))}
    return all(a.same(b) for a, b in combinations(voices, 2))


def _added(members: Sequence[Figure]) -> tuple[Bound, Bound]:
    lows, highs = [f.low for f in members], [f.high for f in members]
    low = None if None in lows else sum(x for x in lows if x is not None)
    high = None if None in highs else sum(x for x in highs if x is not None)
    return low, high


def _number(figure: Figure) -> int | float:
    if figure.value is not None:
        return figure.value
    return 0 if figure.low is None and figure.high is None else stated(figure.low, figure.high)
