"""Shares: counts that are parts of one told before, by a pronoun, by where they lie, or by their sum."""

from __future__ import annotations

from figures.extraction.told import Told
from figures.extraction.words.tokens import Tokens

_MOST_NEAR = 50  # figures looked at, so that a text of many thousands stays quick
_PRONOUNS = frozenset("whom them which".split())
_NEAR = 3  # sentences back in which a sum finds its total
_LEAST = 3  # a total smaller than this adds up by chance


def share_of(tokens: Tokens, told: list[Told], n: int, earlier: list[Told]) -> str | None:
    """The id of the count that the one at place n is a share of, whatever category it was told in."""
    t = told[n]
    if _of_whom(tokens, t):
        before = reversed(told[max(0, n - _MOST_NEAR) : n])
        near = (e for e in before if t.index - e.index <= 1)
        return next(
            (
                e.id
                for e in near
                if size(e) >= size(t) and e.counted.unit in (None, "person", "household")
            ),
            None,
        )
    if t.category == "injured" and t.reading.trigger.stock_or_flow == "stock":
        # "34 are in hospital": so many of the injured told before
        near = (e for e in reversed(earlier) if t.index - e.index <= 1 and e.part_of is None)
        whole = next(near, None)
        return whole.id if whole is not None and size(whole) > size(t) else None
    return None


def _of_whom(tokens: Tokens, told: Told) -> bool:
    """ "21 of them", "…, of whom four died"."""
    first = told.counted.first
    if told.counted.of_those and tokens.words[told.counted.stop - 1] in _PRONOUNS:
        return True
    return first > 1 and tokens.words[first - 2 : first] in (["of", "whom"], ["of", "which"])


def spelled_out(told: list[Told]) -> None:
    """Make counts of one sentence that add up to the total told before it its parts.

    "Some 35 people are dead. Rescuers found 33 bodies and two people died in hospital."
    """
    groups: dict[tuple[int, str], list[Told]] = {}
    for t in told:
        plain = t.status == "asserted" and t.adds_to is None and t.restates is None
        if t.counted.unit in (None, "person") and plain and t.background is None:
            groups.setdefault((t.index, t.category), []).append(t)
    wholes: dict[str, list[Told]] = {}
    for (index, category), members in groups.items():
        free = [t for t in members if t.part_of is None][:_MOST_NEAR]
        for first in range(max(0, len(free) - 1)):
            parts = free[first:]
            total = sum(size(t) for t in parts)
            before = [*wholes.get(category, ())[-_MOST_NEAR:], *free[:first]]
            found = [e for e in before if size(e) == total and index - e.index <= _NEAR]
            if found and total >= _LEAST:
                for t in parts:
                    t.part_of = found[-1].id
                break
        wholes.setdefault(category, []).extend(t for t in free if t.part_of is None)


def size(told: Told) -> int | float:
    """How many a count tells at least."""
    return told.counted.value or told.counted.low or 0
