"""Fates: what became of people told only as shot, or only as victims, by what the rest of the text tells.

"Four men were shot; all were taken to hospital": some are told hurt and nobody dead, so those shot are hurt.
"A man was stabbed": a stab wounds, and whoever died of it is told dead. "59 victims; 80 people survived": nobody is
told hurt, so the victims are the dead. Else they stay casualties. What befell the attackers tells nothing of others.
"""

from __future__ import annotations

from collections.abc import Sequence

from figures.extraction.document.told import Told
from figures.extraction.words.tokens import Tokens
from figures.model import short_hash

_SHOT = frozenset("shot shoot shoots shooting".split())
_STABBED = frozenset("stab stabs stabbed stabbing".split())
_FOUND = frozenset("found find discovered located".split())
_VICTIMS = frozenset("victim victims".split())


def settle_fates(document: str, tokens: Tokens, told: Sequence[Told]) -> None:
    """Move people shot or called victims to the dead or the hurt, where the text leaves no doubt."""
    # who is told by a name or as "he" may be one of those told dead or hurt
    open_ = [t for t in told if t.category == "casualties" and t.counted.counted != "named"]
    if not open_:
        return
    sure = {
        t.category
        for t in told
        if t.counted.high != 0
        and "attacker" not in t.counted.groups
        and t.reading.absent is None
        and not (t.category == "injured" and t.reading.trigger.stock_or_flow == "stock")
    }
    taken = {(t.counted.reported[0], t.category) for t in told}
    for t in open_:
        by = t.reading.trigger.words[0]
        if (
            by in _SHOT
            and "killed" not in sure
            and "injured" in sure
            or by in _STABBED
            and "killed" not in sure
        ):
            fate = "injured"
        elif by in _VICTIMS and _dead(tokens, t, told, sure):
            fate = "killed"
        else:
            continue
        first = t.counted.reported[0]
        if (first, fate) in taken:
            continue
        t.suffer(fate)
        t.id = short_hash("figure", document, str(tokens.starts[first]), fate)


def _are_dead(tokens: Tokens, victims: Told, told: Sequence[Told], sure: set[str]) -> bool:
    """Are victims the dead? Not where fewer are told dead ("found four victims; two died"), nor where they are
    victims of a shot, nor those found of whom only some are told dead by name."""
    if "killed" not in sure:
        return "rescued" in sure
    counted = [t for t in told if t.category == "killed" and t.counted.counted != "named"]
    if not counted and tokens.words[victims.counted.first - 1] in _FOUND:
        return False
    dead = max(map(_size, counted), default=_size(victims))
    group = tokens.words[victims.counted.first : victims.counted.stop]
    return _size(victims) <= dead and _SHOT.isdisjoint(group)


def _dead(tokens: Tokens, victims: Told, told: Sequence[Told], sure: set[str]) -> bool:
    """Are victims the dead where nobody is told hurt, or where those of a sentence come to as many as died: "nine were
    killed and 10 hurt; the victims included five men, three women and a boy"?"""
    if "injured" not in sure:
        return _are_dead(tokens, victims, told, sure)
    listed = [t for t in told if t.index == victims.index]
    total = sum(_size(t) for t in listed if t.reading.trigger.words[0] in _VICTIMS)
    dead = (t for t in told if t.category == "killed" and t.index < victims.index)
    return len(listed) > 1 and any(_size(t) == total for t in dead)


def _size(told: Told) -> int | float:
    return told.counted.value or told.counted.low or 0
