"""What a figure counts at least, and the bounds of several together."""

from __future__ import annotations

from collections.abc import Iterable

from figures.model import Figure

Count = int | float


def least(figure: Figure) -> Count:
    """The number stated, else the lowest bound that holds, else the highest, else 2."""
    for number in (figure.value, figure.low, figure.high):
        if number is not None:
            return number
    return 2


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
