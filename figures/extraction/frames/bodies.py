"""Bodies: remains that are only searched for, and groups told as dead, some of whom are pulled out: "three martyrs,
including TWO PULLED FROM THE RUBBLE"."""

from __future__ import annotations

from typing import Final

from figures.extraction.groups.chunks import Counted
from figures.extraction.words.tokens import Tokens

REMAINS: Final = frozenset("body bodies corpse corpses remains skeletons cadavers".split())
PULLED: Final = frozenset(
    "pull pulled pulling recover recovered retrieve retrieved bring brought pluck plucked dig dug".split()
)
_DEAD: Final = REMAINS | {"martyr", "martyrs"}
_SEARCHES: Final = frozenset("search searches searched searching look looks looked looking".split())
_ARTICLES: Final = frozenset(("the", "any"))


def sought(tokens: Tokens, i: int) -> bool:
    """Are the remains at token i searched for ("LOOKING FOR the bodies of 12"), and so not found yet?"""
    before = [w for w in tokens.words[max(0, i - 3) : i] if w not in _ARTICLES]
    return before[-1:] == ["for"] and not _SEARCHES.isdisjoint(before)


def of_the_dead(tokens: Tokens, counted: Counted) -> bool:
    """Is a group told as dead by its noun, or by one before it: "ten BODIES", "the BODIES of ten men"?"""
    if counted.head is None:
        return False
    before = tokens.words[max(0, counted.first - 2) : counted.first]
    return tokens.words[counted.head] in _DEAD or before[1:] == ["of"] and before[0] in REMAINS
