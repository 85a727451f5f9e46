"""Fates: what became of people told only as shot, or only as victims, by what the rest of the text tells.

"Four men were shot; all were taken to hospital": some are told hurt and nobody dead, so those shot are hurt; as are
they where the words behind tell that they were cared for or will live ("Four men were shot. All should survive").
"A man was stabbed": a stab wounds, and whoever died of it is told dead. "59 victims; 80 people survived": nobody is
told hurt, so the victims are the dead. Else they stay casualties. What befell the attackers tells nothing of others.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from figures.extraction.document.told import Told
from figures.extraction.frames.either import none_of_them
from figures.extraction.words.tokens import Tokens
from figures.lexicon import load, plural
from figures.model import short_hash

_SHOT: Final = frozenset("shot shoot shoots shooting".split())
_HIT: Final = _SHOT | frozenset("hit hits struck strikes".split())  # by gunfire
_STABBED: Final = frozenset("stab stabs stabbed stabbing".split())
_FATES: Final = frozenset(("killed", "injured"))
_FOUND: Final = frozenset("found find discovered located".split())
_VICTIMS: Final = frozenset("victim victims".split())
_BEHIND: Final = 100  # words behind those shot in which it is told that they live
_WILL: Final = 3  # words from "expected" to "survive"
_BRING: Final = 8  # and from "taken" to "hospital"
_EXPECTED: Final = frozenset("expected should will likely".split())
_LIVE: Final = frozenset("survive recover live".split())
_LIVES: Final = frozenset(("life", "lives"))
_CONDITIONS: Final = frozenset(
    "stable critical serious fair good grave guarded satisfactory".split()
)
_BROUGHT: Final = frozenset(
    "taken rushed transported airlifted flown driven drove brought sent went walked treated admitted arrived released"
    " discharged".split()
)
_CENTRES: Final = frozenset(("center", "centre"))
_MEDICAL: Final = frozenset(("medical", "trauma"))
_WELL: Final = frozenset(("recovering", "recuperating"))
_IS: Final = frozenset("is are was were be s".split())
# in which a shot wounds: "shot in the leg"
_LIMBS: Final = frozenset(
    "leg legs arm arms foot feet hand hands shoulder shoulders thigh thighs knee knees ankle ankles calf calves wrist"
    " elbow finger fingers toe toes buttock buttocks hip".split()
)
_IN_A_LIMB: Final = 5  # words from "shot" to "leg"
_DEAD: Final = frozenset("body bodies dead remains morgue".split())


def settle_fates(document: str, tokens: Tokens, told: Sequence[Told]) -> None:
    """Move people shot or called victims to the dead or the hurt, where the text leaves no doubt."""
    hit_or_victims = [t for t in told if t.category == "casualties"]
    if not hit_or_victims:
        return
    sure = _sure(tokens, told)
    # who is told by a name or as "he" may be one of those told dead or hurt
    known = not sure.isdisjoint(_FATES)
    open_ = [t for t in hit_or_victims if t.counted.counted != "named" or not known]
    taken = {(t.counted.reported[0], t.category) for t in told}
    alive = "killed" not in sure and (
        "injured" in sure
        or any(hit(t) and (_lives(tokens, t) or _neither_died(tokens, t)) for t in open_)
    )
    for t in open_:
        by = t.reading.trigger.words[0]
        if (
            by in _HIT
            and (alive or _survived(t, taken) or _in_a_limb(tokens, t))
            or by in _STABBED
            and "killed" not in sure
            and t.counted.counted != "named"
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


def _sure(tokens: Tokens, told: Sequence[Told]) -> set[str]:
    """The categories in which others than attackers are told for sure."""
    return {
        t.category
        for t in told
        if t.counted.high != 0
        and "attacker" not in t.counted.groups
        and t.reading.absent is None
        and not none_of_them(tokens, t.chunks, t.reading)
        and not (t.category == "injured" and t.reading.trigger.stock_or_flow == "stock")
    }


def hit(t: Told) -> bool:
    """Are they told to be shot, or hit by shots, whether they live or not?"""
    return t.category == "casualties" and t.reading.trigger.words[0] in _HIT


def _neither_died(tokens: Tokens, t: Told) -> bool:
    """ "Two were shot, but NEITHER DIED", "neither FATALLY"."""
    words = tokens.words[t.counted.stop : t.sentence.stop]
    if "neither" not in words:
        return False
    return words[words.index("neither") + 1 :][:1] in (["died"], ["fatally"])


def _survived(t: Told, taken: set[tuple[int, str]]) -> bool:
    """ "Two men were shot but SURVIVED"."""
    return (t.counted.reported[0], "rescued") in taken


def _lives(tokens: Tokens, t: Told) -> bool:
    """Do the words behind those shot tell that they were cared for, or will live: "expected TO SURVIVE", "in stable
    CONDITION", "taken to a HOSPITAL"?"""
    words = tokens.words
    first = t.counted.stop
    stop = min(len(words), max(t.sentence.stop, first + _BEHIND))
    for i in range(first, stop):
        word = words[i]
        if word in _LIVE and not _EXPECTED.isdisjoint(words[i - _WILL : i]):
            return True
        if word in _LIVES and words[i - 2] == "for" and words[i - 3].startswith("fight"):
            return True
        if word == "threatening" and "life" in words[i - 2 : i]:
            return True
        if word == "condition" and words[i - 1] in _CONDITIONS:
            return True
        if word in _WELL and words[i - 1] in _IS:
            return True
        if word in _hospitals() or word in _CENTRES and words[i - 1] in _MEDICAL:
            before = words[max(first, i - _BRING) : i]
            if not _BROUGHT.isdisjoint(before) and _DEAD.isdisjoint(before):
                return True
    return False


def _in_a_limb(tokens: Tokens, t: Told) -> bool:
    """ "Two were shot IN THE LEGS", "two men, shot IN BOTH KNEES"."""
    first = max(t.counted.stop, t.reading.span[1])
    after = tokens.words[first : min(first + _IN_A_LIMB, t.sentence.stop)]
    return after[:1] == ["in"] and not _LIMBS.isdisjoint(after[1:])


@cache
def _hospitals() -> frozenset[str]:
    one = [word for word in load("phrases")["hospital"].split() if "-" not in word]
    return frozenset(one) | {plural(word) for word in one} | {"hospitalized", "hospitalised"}


def _are_dead(tokens: Tokens, victims: Told, told: Sequence[Told], sure: set[str]) -> bool:
    """Are victims the dead? Not where fewer are told dead ("found four victims; two died"), nor where they are
    victims of a shot, nor those found of whom only some are told dead by name."""
    if "killed" not in sure:
        return "rescued" in sure
    if victims.reading.trigger.shape == "toll" and any(_brought(victims, t) for t in told):
        return True
    counted = [t for t in told if t.category == "killed" and t.counted.counted != "named"]
    if not counted and tokens.words[victims.counted.first - 1] in _FOUND:
        return False
    dead = max(map(_size, counted), default=_size(victims))
    group = tokens.words[victims.counted.first : victims.counted.stop]
    return _size(victims) <= dead and _SHOT.isdisjoint(group)


def _brought(victims: Told, t: Told) -> bool:
    """ "THREE MORE PATIENTS DIED, raising the number of victims to ten": do deaths bring them to their number?"""
    near = t.index == victims.index and t.counted.first < victims.counted.first
    return near and t.category == "killed" and 0 < _size(t) <= _size(victims)


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
