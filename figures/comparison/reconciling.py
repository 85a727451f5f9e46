"""Counts that contradict each other only because one holds people whom the other leaves out: the attackers' own
dead, or all of a country where the other tells of one of its provinces."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from figures.comparison.places import relation, stands_in, where
from figures.comparison.relations import Claimed, Relation, tell
from figures.model import Figure

_HIMSELF = re.compile(
    r"\b(?:including|among them) (?:the|a|its) (?:suicide )?"
    r"(?:bomber|attacker|assailant|gunman|shooter|knifeman|driver of the car bomb)\b"
)


def reconciled(
    one: Claimed,
    other: Claimed,
    of_one: Sequence[Figure],
    of_other: Sequence[Figure],
    attackers: Collection[int | float],
    wide: bool,
) -> Relation | None:
    """How two claims that contradict each other may both hold, None where they may not. ``attackers``: the counts
    of the attackers' own dead; ``wide``: whether the event strikes a whole region."""
    (less, fewer), (more, most) = sorted(
        ((one, of_one), (other, of_other)), key=lambda side: side[0].number
    )
    beside = more.number - less.number
    anyone = not any(f.groups for f in most)  # of "eleven policemen" none attacked
    himself = beside == 1 and any(_HIMSELF.search(f.sentence) for f in most)
    if anyone and (himself or beside in attackers):
        who = "the attacker" if beside == 1 else f"the {beside:,} attackers"
        reason = f"{tell(more)} counts {who} too, {tell(less)} does not."
        return Relation("compatible", "", reason)
    if wide and (places := _within(fewer, most)):
        narrow, broad = places
        reason = f"{tell(less)} counts {narrow}, {tell(more)} all of {broad}."
        return Relation("not_comparable", "area", reason)
    return None


def _within(fewer: Sequence[Figure], most: Sequence[Figure]) -> tuple[str, str] | None:
    """A place that the one figures name, and one round it that the others name, where that holds of all."""
    found = None
    for few in fewer:
        for many in most:
            narrow, broad = (
                where(f) if f.place and stands_in(f.place, f.sentence) else None
                for f in (few, many)
            )
            if not narrow or not broad or narrow.rank <= broad.rank:
                return None
            if relation(narrow, broad) != "within":
                return None
            found = narrow.name, broad.name
    return found
