"""What kind of event the words near a figure tell of (kinds.yaml)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from figures.lexicon import parse_yaml

_STRONG, _WEAK = 3, 1


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of event. ``like``: what a report of the same event may also call it."""

    id: str
    label: str
    like: frozenset[str]
    wide: bool


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by its id."""
    return {
        name: Kind(
            name, about["label"], frozenset(about.get("like") or ()), bool(about.get("wide"))
        )
        for name, about in _read().items()
    }


@cache
def _read() -> dict[str, dict[str, Any]]:
    read = parse_yaml((files("figures.comparison") / "kinds.yaml").read_text("utf-8"))
    assert isinstance(read, dict)
    return read


@cache
def _words() -> dict[str, tuple[tuple[str, int], ...]]:
    """Word → the kinds that it tells, with its weight."""
    table: dict[str, dict[str, int]] = {}
    for name, about in _read().items():
        for key, weight in (("words", _WEAK), ("strong", _STRONG)):
            for word in str(about.get(key) or "").split():
                for form in (word, word + "s", word + "es"):
                    table.setdefault(form, {})[name] = weight
    return {word: tuple(told.items()) for word, told in table.items()}


@cache
def _second() -> frozenset[str]:
    """The last words of those joined by a hyphen, which may stand apart too."""
    return frozenset(word.rpartition("-")[2] for word in _words() if "-" in word)


def weights(words: Iterable[tuple[str, bool]]) -> dict[str, float]:
    """How strongly words (folded, name or not) tell of each kind; a word said twice counts twice.

    >>> told = weights([("missile", False), ("blasted", False), ("building", False)])
    >>> max(told, key=told.get)
    'shelling'
    >>> weights([("opened", False), ("fire", False)]), weights([("camps", False), ("opened", False)])
    ({'shooting': 1.0}, {})
    """
    table, second = _words(), _second()
    told: dict[str, float] = {}
    before = ""
    for word, _ in words:
        telling = word
        if word in second and f"{before}-{word}" in table:  # "opened fire" is no fire
            telling = f"{before}-{word}"
            for name, worth in table.get(before, ()):
                told[name] -= worth
        for name, worth in table.get(telling, ()):
            told[name] = told.get(name, 0.0) + worth
        before = word
    return {name: worth for name, worth in told.items() if worth}


def leading(told: dict[str, float]) -> tuple[str, ...]:
    """The kinds told most strongly, best first: those within half of the best.

    >>> leading({"flood": 6.0, "storm": 4.0, "fire": 1.0})
    ('flood', 'storm')
    """
    ordered = sorted(told, key=lambda name: (-told[name], name))
    return tuple(name for name in ordered if told[name] * 2 > told[ordered[0]])


def alike(left: Iterable[str], right: Iterable[str]) -> str:
    """ "same", "like", "different" or "unknown": may two sets of leading kinds be of one event?

    >>> alike(("flood",), ("storm",)), alike(("flood",), ("shooting",)), alike((), ("fire",))
    ('like', 'different', 'unknown')
    """
    one, other = tuple(left), tuple(right)
    if not one or not other:
        return "unknown"
    if set(one) & set(other):
        return "same"
    known = kinds()
    near = any(b in known[a].like or a in known[b].like for a in one for b in other)
    return "like" if near else "different"
