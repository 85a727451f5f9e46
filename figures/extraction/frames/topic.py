"""The topic: what a text has been counting, for the words that stand for it later.

"The toll is 77. It stood at 90 before." — "Two of those were children." — "In Chad the number is 1,200."
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from figures.categories import Trigger, categories
from figures.extraction.frames.readings import Reading
from figures.extraction.frames.tolls import LINKS
from figures.lexicon import bringing

# nouns and pronouns that can stand for a count told before
COUNTS: Final = frozenset("it number figure count tally total toll".split())
REPORTED: Final = frozenset("reported recorded confirmed registered counted".split())  # by places
MOVERS: Final = bringing() | frozenset(
    "put puts putting revise revised revising lower lowered lowering cut cutting update updated updating".split()
)
VICTIMS: Final = frozenset("victim victims".split())
HARMS: Final = frozenset("killed injured casualties abducted assaulted".split())
THOSE: Final = frozenset("them those these whom which".split())
INCLUDE: Final = frozenset(("include", "included"))
THEY: Final = frozenset(("they", "these"))  # "THESE include 12 children"
NAMES: Final = COUNTS | {"counts"}
_SIGNS: Final = NAMES | THOSE | VICTIMS
_LINKED: Final = 6  # tokens from "the number" to its verb
_LASTS: Final = 2  # sentences that a topic holds without being taken up


def speaks_of_counts(words: list[str], first: int, stop: int) -> bool:
    """Can the sentence of words ``[first, stop)`` speak of what was counted before it?

    >>> speaks_of_counts("it stood at 90 before".split(), 0, 5), speaks_of_counts("it rained".split(), 0, 2)
    (True, False)
    """
    for i in range(first, stop):
        word = words[i]
        if word in REPORTED and "," in words[i + 2 : i + 4]:
            return True  # "Lesk has REPORTED 678, Orda 306 and Hale 210"
        if word == "are" and "(" in words[i + 2 : i + 5]:
            return True  # "The states ARE Lesk (12), Upper Orda (9) and Hale (3)"
        if word not in _SIGNS:
            continue
        if word in COUNTS and not LINKS.isdisjoint(words[i + 1 : min(stop, i + _LINKED)]):
            return True
        if word in COUNTS and not MOVERS.isdisjoint(words[max(first, i - 2) : i]):
            return True  # "had earlier PUT THE FIGURE at 17"
        if word == "counts" or word not in COUNTS and "of" in words[max(first, i - 2) : i]:
            return True
        if word in THOSE and words[i - 1] == "among":
            return True
    if words[first] not in THEY:
        return False
    ahead = words[first + 1 : first + 5]
    return "equivalent" in ahead or not INCLUDE.isdisjoint(ahead[:2])


@dataclass(frozen=True, slots=True)
class Topic:
    """What the sentences so far have counted."""

    trigger: Trigger | None = None  # of the count last told
    age: int = 0  # sentences since
    told: frozenset[str] = frozenset()  # categories counted so far
    harm: Trigger | None = None  # of the count of victims last told
    most: int | float = 0  # that a count of theirs has told so far
    last: Trigger | None = None  # of the last count of the sentence that told any
    # of the sentence right before, where it counted people of one category
    only: Trigger | None = None
    size: int | float = 0  # how many these are at most

    def after(self, readings: Sequence[Reading], spoken: Trigger | None = None) -> Topic:
        """The topic after a sentence with these readings: a toll before what else is counted; where it counts nothing,
        the toll of which it speaks ("The death toll rose again. The latest figure is 40.")."""
        counts = readings and [
            r
            for r in readings
            if r.absent is None and r.trigger.shape != "measure" and r.counted.high != 0
        ]
        if not counts:
            if spoken is not None:
                return Topic(spoken, 0, self.told, self.harm, self.most, self.last)
            if self.trigger is None:
                return self
            kept = self.trigger if self.age < _LASTS else None
            return Topic(kept, self.age + 1, self.told, self.harm, self.most, self.last)
        main, told, harm, most = counts[0].trigger, self.told, self.harm, self.most
        harmed: list[Reading] = []
        for r in counts:
            trigger = r.trigger
            if trigger.shape == "toll" and main.shape != "toll":
                main = trigger
            if trigger.category not in told:
                told |= {trigger.category}
            if trigger.category in HARMS:
                harmed.append(r)
        if harmed:
            first = harmed[0].trigger
            same = harm is not None and harm.category == first.category
            sizes = [_size(r) for r in harmed if r.trigger.category == first.category]
            harm, most = first, max(most if same else 0, *sizes)
        whole = [r for r in counts if r.part_of is None] or counts
        only, size = _one_kind(whole)
        return Topic(main, 0, told, harm, most, whole[-1].trigger, only, size)


def _one_kind(counts: Sequence[Reading]) -> tuple[Trigger | None, int | float]:
    """The trigger and the size of people of one category, where these readings count no others."""
    first = counts[0].trigger
    if any(r.trigger.category != first.category or r.counted.counted != "number" for r in counts):
        return None, 0
    if any(r.counted.unit not in (None, "person") for r in counts):
        return None, 0
    if categories()[first.category].units[0] != "person":
        return None, 0
    return first, max(r.counted.value or r.counted.low or 0 for r in counts)


def _size(reading: Reading) -> int | float:
    """How many a count may be."""
    return math.inf if reading.counted.high is None else reading.counted.high
