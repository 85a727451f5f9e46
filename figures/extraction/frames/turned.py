"""What a trigger tells where other words turn it: of those who "did not survive", of those hurt "fatally"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from figures.categories import Trigger
from figures.extraction.groups.chunks import Chunk
from figures.extraction.words.tokens import Tokens

NEGATED: Final = "negated"  # the form of a trigger that tells what its verb says is not so


@cache
def opposite(trigger: Trigger) -> Trigger:
    """What a trigger tells where its verb is negated: those who "did not survive" died."""
    category = trigger.negated or trigger.category
    return replace(
        trigger, category=category, form=NEGATED, rule=f"{category}/{NEGATED}", negated=None
    )


_NONE: Final = frozenset(("neither", "nor"))
_NEAR: Final = 3  # tokens back to them: "NEITHER of the two"


def neither(tokens: Tokens, chunks: Sequence[Chunk], at: int) -> bool:
    """ "Neither the pilot NOR HIS TWO SONS survived": does chunk ``at`` stand behind "neither" or "nor"?"""
    before = tokens.words[max(chunks[0].first, chunks[at].first - _NEAR) : chunks[at].first]
    return not _NONE.isdisjoint(before)


FATALLY: Final = frozenset(("fatally", "mortally"))


@cache
def fatal(trigger: Trigger) -> Trigger:
    """What a trigger of the hurt tells of those hit "fatally"."""
    return replace(trigger, category="killed", rule="killed/graded")
