"""What a figure counts at least, the bounds of several together, and whether two may count the same people."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from figures.model import Figure

Count = int | float

# nouns that may count anyone: such a count can be the total of counts told before it
_ANYONE: Final = frozenset(
    "people persons person individuals others other victims dead deaths fatalities lives bodies casualties"
    " injuries injured wounded killed".split()
)
_ALL_OF: Final = re.compile(r"(?i)\b(?:all|both)(?: of)?(?: (?:the|these|those))?\s+$")
_BOTH: Final = re.compile(r"(?i)both\b")
_OWN: Final = re.compile(r"(?i)\b(?:their|its)\b")
_ON_THE_OTHER_HAND: Final = re.compile(r"(?i)\b(?:although|though|but|while|whereas|however)\b")


def least(figure: Figure) -> Count:
    """The number stated, else the lowest bound that holds, else the highest, else 2."""
    for number in (figure.value, figure.low, figure.high):
        if number is not None:
            return number
    return 2


def by_sentence(figures: Iterable[Figure]) -> dict[int, list[Figure]]:
    """Where a sentence starts → the figures that stand in it."""
    found: dict[int, list[Figure]] = {}
    for figure in figures:
        found.setdefault(figure.sentence_start, []).append(figure)
    return found


def together(figures: Iterable[Figure]) -> Count:
    """What figures that count different people come to.

    >>> from figures.extraction import extract
    >>> together(extract("Three soldiers and dozens of civilians were killed."))
    27
    """
    return sum(map(least, figures))


def bound(bounds: Iterable[Count | None]) -> Count | None:
    """The sum of bounds; open where one is open."""
    total: Count = 0
    for one in bounds:
        if one is None:
            return None
        total += one
    return total


def noun(figure: Figure) -> str:
    """The last word of what is counted."""
    return figure.subject.lower().split()[-1] if figure.subject else ""


def anyone(figure: Figure) -> bool:
    """Could this count anyone ("12 people", "12"), and not a kind of people ("12 nurses")?"""
    return figure.counted == "number" and (not figure.subject or noun(figure) in _ANYONE)


def every_one(figure: Figure) -> bool:
    """Are they all, of whom the text told before: "all four were taken to a clinic", "both"?

    >>> from figures.extraction import extract
    >>> every_one(extract("All four victims were wounded.")[0])
    True
    """
    before = figure.sentence[: figure.start - figure.sentence_start]
    return bool(_ALL_OF.search(before) or _BOTH.match(figure.quote))


def between(first: Figure, other: Figure) -> str:
    """The words between two counts of one sentence."""
    one, two = sorted((first, other), key=lambda f: f.start)
    return one.sentence[one.end - one.sentence_start : two.start - one.sentence_start]


def otherwise(first: Figure, other: Figure) -> bool:
    """Does somebody else tell the same people otherwise: "officials said 70, doctors more than 200"?

    >>> from figures.extraction import extract
    >>> otherwise(*extract("It claimed 34 lives, although some sources put the number at 50."))
    True
    """
    if other.adds_to is not None:
        return False  # "ten died, said the mayor, while clerks told of two additional deaths"
    one, two = first.attributed_to, other.attributed_to
    if two is None or one == two:
        return False
    if one and _OWN.search(other.quote) and two.lower().split()[-1] == noun(first):
        return True  # "the army said it killed 30 rebels; the REBELS said five of THEIR men died"
    tolls = one is not None and any(f.rule.endswith("/toll") for f in (first, other))
    if not (anyone(first) and anyone(other) or tolls):
        return False  # but "the mayor put THE TOLL at 110, the clinic said 240 guests died"
    return one is not None or _ON_THE_OTHER_HAND.search(between(first, other)) is not None
