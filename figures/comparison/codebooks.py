"""Codebooks: named policies, kept as data, that turn the claims about a toll into one count.

One file a codebook (codebooks/NAME.yaml). What a codebook leaves out it takes from the default one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from figures.errors import RuleError, WrongUsage
from figures.lexicon import parse_yaml

Bound = int | float | None
_KEYS = frozenset(
    (
        "codebook",
        "name",
        "cite",
        "counts",
        "widen",
        "rounding",
        "vague",
        "with",
        "low",
        "high",
        "best",
    )
)
_CHOICES = {
    "low": frozenset(("lowest", "newest")),
    "high": frozenset(("highest", "lowest", "newest")),
    "best": frozenset(("newest", "lowest", "none")),
}


@dataclass(frozen=True, slots=True)
class Codebook:
    """A policy. ``counts`` None: every category; ``low``, ``high``, ``best``: how it is chosen."""

    id: str
    name: str
    cite: str
    counts: frozenset[str] | None
    widen: Mapping[str, Mapping[str, float]]
    rounding: Mapping[str, float]
    vague: Mapping[str, int]
    together: Mapping[str, tuple[str, ...]]  # category → categories added to it
    low: str
    high: str
    best: str

    def covers(self, category: str) -> bool:
        return self.counts is None or category in self.counts


def names() -> tuple[str, ...]:
    """The codebooks there are.

    >>> names()
    ('acled', 'default', 'emdat', 'ibc', 'ucdp')
    """
    folder = files("figures.comparison") / "codebooks"
    return tuple(
        sorted(f.name.removesuffix(".yaml") for f in folder.iterdir() if f.name.endswith(".yaml"))
    )


@cache
def codebook(name: str) -> Codebook:
    """One codebook by name; WrongUsage where there is none of it, RuleError where it is broken.

    >>> codebook("acled").vague["dozens"]
    12
    """
    if name not in names():
        raise WrongUsage(
            f"codebook {name!r}: there is none of that name; choose one of {', '.join(names())}"
        )
    where = f"codebooks/{name}.yaml"
    told = parse_yaml(
        (files("figures.comparison") / "codebooks" / f"{name}.yaml").read_text("utf-8")
    )
    base = codebook("default") if name != "default" else None
    unknown = sorted(set(told) - _KEYS)
    if unknown:
        raise RuleError(
            f"{where}: unknown key {unknown[0]!r}; the keys are {', '.join(sorted(_KEYS))}"
        )
    for key, choices in _CHOICES.items():
        if told.get(key) not in choices:
            raise RuleError(f"{where}: {key} must be one of {', '.join(sorted(choices))}")
    counts: Any = told["counts"]
    return Codebook(
        id=told["codebook"],
        name=told["name"],
        cite=told["cite"],
        counts=None if counts == "all" else frozenset(counts),
        widen=told.get("widen") or (base.widen if base else {}),
        rounding=told.get("rounding") or (base.rounding if base else {}),
        vague=told.get("vague") or {},
        together={k: tuple(v) for k, v in (told.get("with") or {}).items()},
        low=told["low"],
        high=told["high"],
        best=told["best"],
    )


def stated(low: Bound, high: Bound) -> int | float:
    """The number that a count rests on: the lowest bound that holds, else the highest.

    >>> stated(12, None), stated(None, 400)
    (12, 400)
    """
    number = low if low is not None else high
    assert number is not None
    return number


def widened(low: Bound, high: Bound, qualifier: str, book: Codebook) -> tuple[Bound, Bound]:
    """The interval that a count covers when it is compared, by its qualifier.

    >>> widened(30, 30, "about", codebook("default"))
    (24, 36)
    >>> widened(12, None, "at_least", codebook("default"))
    (12, 23)
    >>> widened(24, 99, "vague", codebook("default"))
    (24, 99)
    """
    rule = book.widen.get(qualifier)
    if rule is None or (low is None and high is None):
        return low, high
    number = stated(low, high)
    margin = rule.get("at_least", 0)
    least = min(number * rule["low"], number - margin)
    most = max(number * rule["high"], number + margin) + rule.get("plus", 0)
    return max(0, _tidy(least)), _tidy(most)


def _tidy(number: float) -> int | float:
    """No more digits than a count has: whole where whole, else rounded to a thousandth."""
    rounded = round(number, 3)
    return int(rounded) if rounded == int(rounded) else rounded
