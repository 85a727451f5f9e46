"""What a trigger tells where other words turn it: of those who "did not survive", of those hurt "fatally"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from figures.categories import Trigger

NEGATED = "negated"  # the form of a trigger that tells what its verb says is not so


@cache
def opposite(trigger: Trigger) -> Trigger:
    """What a trigger tells where its verb is negated: those who "did not survive" died."""
    category = trigger.negated or trigger.category
    return replace(
        trigger, category=category, form=NEGATED, rule=f"{category}/{NEGATED}", negated=None
    )


FATALLY = frozenset(("fatally", "mortally"))


@cache
def fatal(trigger: Trigger) -> Trigger:
    """What a trigger of the hurt tells of those hit "fatally"."""
    return replace(trigger, category="killed", rule="killed/graded")
