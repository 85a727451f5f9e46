"""The words of dates, as lexicon/dates.yaml lists them."""

from __future__ import annotations

from functools import cache
from typing import Any

from figures.lexicon import load


@cache
def date_lists() -> dict[str, Any]:
    lists: dict[str, Any] = {
        k: frozenset(v.split()) if isinstance(v, str) else v for k, v in load("dates").items()
    }
    told = {w: n for w, n in load("numbers")["numerals"].items() if type(n) is int and 0 < n <= 100}
    lists["numbers"] = told | lists["numbers"]
    for name in ("as_of", "since"):
        lists[name] = sorted(
            (tuple(phrase.split()) for phrase in lists[name]), key=len, reverse=True
        )
    return lists
