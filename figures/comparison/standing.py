"""What people's rulings on one figure come to: which of them stands, who holds it, who does not.

The last ruling stands. Who seconds a ruling puts it last again, in two people's names. What each person
said last is what that person holds: where two hold different things, the figure is contested, and says so.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from figures.model import Ruling

STATES = ("unread", "unsure", "read", "seconded")


@dataclass(frozen=True, slots=True)
class Standing:
    """The ruling that stands on a figure, never one that seconds.

    ``state``: unsure (a person has read it and cannot tell), read, or seconded: two people or more hold it.
    ``people``: who holds it, in the order in which they said so. ``contested``: somebody else holds
    something else.
    """

    ruling: Ruling
    state: str
    people: tuple[str, ...]
    contested: bool


def standings(told: Iterable[tuple[str, Ruling]]) -> dict[str, Standing]:
    """Figure id → what stands, out of the rulings that hold, in their order, each with its figure's id.

    >>> a = Ruling("1", "", "Ana", "figure", (), "correct", set={"low": 3})
    >>> b = Ruling("2", "", "Ben", "figure", (), "second", of="1")
    >>> [(s.ruling.id, s.state, s.people) for s in standings([("f", a), ("f", b)]).values()]
    [('1', 'seconded', ('Ana', 'Ben'))]
    """
    by_figure: dict[str, list[Ruling]] = {}
    for figure, ruling in told:
        by_figure.setdefault(figure, []).append(ruling)
    found = {figure: _standing(rulings) for figure, rulings in by_figure.items()}
    return {figure: standing for figure, standing in found.items() if standing is not None}


def _standing(rulings: Iterable[Ruling]) -> Standing | None:
    # id of a ruling → what it comes to: itself, or the one it seconds
    meant: dict[str, Ruling] = {}
    last: dict[str, tuple[str, Ruling]] = {}  # person → the name as written, and what is held
    stands: Ruling | None = None
    for ruling in rulings:
        target = meant.get(ruling.of) if ruling.ruling == "second" else ruling
        if target is None:
            continue
        meant[ruling.id] = stands = target
        name = last.pop(person(ruling.by), (ruling.by, target))[0]
        last[person(ruling.by)] = (name, target)
    if stands is None:
        return None
    held = position(stands)
    people = tuple(name for name, ruling in last.values() if position(ruling) == held)
    others = {position(ruling) for _, ruling in last.values()} - {held, position_of("unsure")}
    state = "unsure" if stands.ruling == "unsure" else "seconded" if len(people) > 1 else "read"
    return Standing(stands, state, people, bool(others) and state != "unsure")


def position(ruling: Ruling) -> str:
    """What a ruling on a figure holds, comparable: that it is right, with these changes; or that it is none.

    >>> same = Ruling("", "", "", "figure", (), "correct", set={"low": 3}, was={"low": 3})
    >>> position(same) == position(Ruling("", "", "", "figure", (), "confirm"))
    True
    """
    kind = "right" if ruling.ruling in ("confirm", "correct", "add") else ruling.ruling
    change = ruling.set if ruling.ruling == "correct" else {}
    return position_of(kind, {k: v for k, v in change.items() if (k, v) not in ruling.was.items()})


def position_of(kind: str, change: Mapping[str, object] | None = None) -> str:
    """A position in one word and its changes."""
    return json.dumps([kind, change or {}], sort_keys=True)


def person(name: str) -> str:
    """A name as people are told apart by it: without its case and spacing.

    >>> person(" Ana  RUIZ") == person("ana ruiz")
    True
    """
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
