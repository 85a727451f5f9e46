"""Findings: sums that do not add up and numbers that look mistyped, for a person to look at.

Nothing is corrected: a finding names the figures and says what is odd about them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, pairwise

from figures.comparison.claims import Standing, Telling
from figures.comparison.clocks import days_between, in_words, said_at
from figures.comparison.codebooks import stated
from figures.comparison.relations import tell
from figures.comparison.sums import puts_forward
from figures.comparison.tolls import Judged, counting
from figures.model import Figure, Finding, short_hash


def findings(
    incident_id: str, tellings: Sequence[Telling], judged: Iterable[Judged]
) -> list[Finding]:
    """Everything odd about one incident's figures, in the order of ids."""
    told = [*_arithmetic(tellings)]
    printed = {f.id: said_at(t.document) or "" for t in tellings for f in t.figures}
    for toll in judged:
        told += _falls(toll)
        told += _slips(toll)
        told += _dropped_hedges(toll)
        told += _stale_repeats(toll, printed)
    found = {
        (ids := short_hash("finding", kind, *(f.id for f in figures))): Finding(
            ids, kind, incident_id, tuple(f.id for f in figures), sentence
        )
        for kind, figures, sentence in told
    }
    return [found[i] for i in sorted(found)]


_STALE = 2  # days after a newer count from which an older one is a stale repeat
_Odd = tuple[str, Sequence[Figure], str]


def _arithmetic(tellings: Sequence[Telling]) -> Iterator[_Odd]:
    """Within one document: a part above its total, parts that sum past it, dead and hurt beside casualties."""
    for telling in tellings:
        asserted = [f for f in telling.figures if puts_forward(f) and f.status == "asserted"]
        by_id = {f.id: f for f in asserted}
        parts: dict[str, list[Figure]] = {}
        for figure in asserted:
            whole = by_id.get(figure.part_of or "")
            if whole is None or whole.category != figure.category or whole.unit != figure.unit:
                continue
            parts.setdefault(whole.id, []).append(figure)
            if whole.high is not None and _least(figure) > whole.high:
                yield (
                    "part_above_total",
                    [figure, whole],
                    f"“{figure.quote}” is told as a part of “{whole.quote}”, which is less.",
                )
        for whole_id, members in parts.items():
            whole = by_id[whole_id]
            total = sum(_least(f) for f in members)
            if (
                len(members) > 1
                and whole.high is not None
                and total > whole.high
                and _disjoint(members)
            ):
                quotes = ", ".join(f"“{f.quote}”" for f in members)
                yield (
                    "parts_above_total",
                    [*members, whole],
                    f"{quotes} come to {total:,}, more than “{whole.quote}”.",
                )
        yield from _casualties(asserted)


def _casualties(figures: Sequence[Figure]) -> Iterator[_Odd]:
    """Killed and injured of a document, exact and whole, that do not come to its casualties."""
    exact: dict[str, list[Figure]] = {}
    for f in figures:
        if f.low == f.high and f.part_of is None and f.adds_to is None and f.scope == "incident":
            exact.setdefault(f.category, []).append(f)
    groups = [exact.get(c, []) for c in ("killed", "injured", "casualties")]
    if any(len({f.low for f in g}) != 1 for g in groups):
        return
    killed, injured, both = (g[0] for g in groups)
    total = _least(killed) + _least(injured)
    if total != _least(both):
        yield (
            "casualties_differ",
            [killed, injured, both],
            f"“{killed.quote}” killed and “{injured.quote}” injured come to {total:,}, not “{both.quote}”.",
        )


def _falls(judged: Judged) -> Iterator[_Odd]:
    """A running count of things that cannot be undone that is lower later than it was earlier."""
    toll = judged.toll
    if toll.scope != "cumulative" or toll.category not in (
        "killed",
        "injured",
        "infected",
        "buildings_destroyed",
    ):
        return
    dated = [
        s
        for s in judged.standings
        if s.claimed.clock
        and s.claimed.claim.share == "whole"
        and s.claimed.claim.status == "asserted"
    ]
    by_source: dict[str, list[Standing]] = {}
    for standing in dated:
        for source in standing.sources:
            by_source.setdefault(source, []).append(standing)
    for _, standings in sorted(by_source.items()):
        ordered = sorted(standings, key=lambda s: (s.claimed.clock or "", s.claimed.claim.id))
        for old, new in pairwise(ordered):
            high = new.claimed.claim.high
            if high is not None and high < _least(old.figures[0]) and _day(old) < _day(new):
                yield (
                    "cumulative_fall",
                    [old.figures[0], new.figures[0]],
                    f"A running count fell from {tell(old.claimed)} ({_when(old)})"
                    f" to {tell(new.claimed)} ({_when(new)}).",
                )


def _slips(judged: Judged) -> Iterator[_Odd]:
    """Two exact counts of one toll that differ as a slip of the hand would make them."""
    exact = [s for s in counting(judged.standings) if s.claimed.claim.low == s.claimed.claim.high]
    before: dict[int | float, list[Standing]] = {}
    for other in exact:
        number = other.claimed.number
        for slipped, kind in slips(number):
            for one in before.get(slipped, ()):
                yield (
                    kind,
                    [one.figures[0], other.figures[0]],
                    f"{tell(one.claimed)} and {tell(other.claimed)}: {_SLIPS[kind]}.",
                )
        before.setdefault(number, []).append(other)


_SLIPS = {
    "digits_transposed": "the same digits in another order",
    "slip_of_thousand": "a thousand times the other",
}


_CEILING = frozenset(("up_to", "less_than", "nearly"))
_FLOOR = frozenset(("exact", "at_least", "more_than"))


def _dropped_hedges(judged: Judged) -> Iterator[_Odd]:
    """One number that was told as the most there may be, and later as the least: a hedge lost on the way."""
    whole = [s for s in judged.standings if s.claimed.claim.share == "whole"]
    alike: dict[int | float, list[Standing]] = {}
    for s in whole:
        alike.setdefault(s.claimed.number, []).append(s)
    for one, other in chain.from_iterable(combinations(same, 2) for same in alike.values()):
        old, new = sorted((one, other), key=_day)
        if not _day(old) or old.claimed.claim.qualifier not in _CEILING or _day(new) < _day(old):
            continue
        if new.claimed.claim.qualifier in _FLOOR:
            yield (
                "hedge_dropped",
                [old.figures[0], new.figures[0]],
                f"{tell(old.claimed)} ({_when(old)}) is told as {tell(new.claimed)} ({_when(new)}):"
                " the most there may be has become what is sure.",
            )


def _stale_repeats(judged: Judged, printed: Mapping[str, str]) -> Iterator[_Odd]:
    """A count printed anew days after a higher one had taken its place."""
    newest = max(
        (s for s in counting(judged.standings) if s.claimed.clock),
        key=lambda s: (s.claimed.clock or "", s.claimed.claim.id),
        default=None,
    )
    if newest is None:
        return
    for old in judged.standings:
        if old.claimed.claim.state != "superseded" or old.claimed.number >= newest.claimed.number:
            continue
        for figure in old.figures:
            late = days_between(_day(newest), printed.get(figure.id)) or 0
            if late >= _STALE and figure.status == "asserted" and not figure.as_of:
                yield (
                    "stale_repeat",
                    [figure, newest.figures[0]],
                    f"“{figure.quote}” was printed on {in_words(printed[figure.id][:10])}, when"
                    f" {tell(newest.claimed)} had been told since {_when(newest)}.",
                )


def slips(number: int | float) -> list[tuple[int | float, str]]:
    """The numbers that a slip of the hand makes of one: two neighbouring digits changed round, "thousand" lost.

    >>> slips(471)
    [(741, 'digits_transposed'), (417, 'digits_transposed'), (471000, 'slip_of_thousand')]
    >>> slips(12), slips(5000)[-1]
    ([(12000, 'slip_of_thousand')], (5, 'slip_of_thousand'))
    """
    told = str(number)
    found: list[tuple[int | float, str]] = []
    if len(told) > 2 and told.isdigit():
        for i, (a, b) in enumerate(pairwise(told)):
            other = told[:i] + b + a + told[i + 2 :]
            if a != b and other[0] != "0":
                found.append((int(other), "digits_transposed"))
    if number > 0:
        found.append((1000 * number, "slip_of_thousand"))
    if number > 0 and number % 1000 == 0:
        found.append((number // 1000, "slip_of_thousand"))
    return found


def _disjoint(figures: Sequence[Figure]) -> bool:
    """Are the parts of different groups, so that no one is in two of them?"""
    groups = [frozenset(f.groups) for f in figures]
    return all(a and b and not a & b for a, b in combinations(groups, 2)) and not _overlap(groups)


def _overlap(groups: Iterable[frozenset[str]]) -> bool:
    """Age and sex cut across other groups: a child may be a girl or a student."""
    kinds: Mapping[str, str] = {"child": "age", "elderly": "age", "woman": "sex", "man": "sex"}
    return len({kinds.get(g, "role") for group in groups for g in group}) > 1


def _least(figure: Figure) -> int | float:
    return stated(figure.low, figure.high)


def _day(standing: Standing) -> str:
    return (standing.claimed.clock or "")[:10]


def _when(standing: Standing) -> str:
    return in_words(_day(standing))
