"""Deciding: a person's ruling on a figure, written down and handed on to be replayed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from figures.audit import rulings
from figures.audit.explain import find
from figures.categories import categories
from figures.errors import FiguresError, WrongUsage
from figures.model import Ruling
from figures.store import Store, log


def change(
    *, low: str | None = None, high: str | None = None, category: str | None = None
) -> dict[str, Any]:
    """What a correction sets, out of the words of the command line; "open" leaves a bound open.

    Raises WrongUsage for a bound that is no count.

    >>> change(low="12", high="open"), change(category="injured")
    ({'low': 12, 'high': None}, {'category': 'injured'})
    """
    found: dict[str, Any] = {} if category is None else {"category": category}
    for name, words in (("low", low), ("high", high)):
        if words is not None:
            found[name] = None if words == "open" else _number(name, words)
    return found


def _number(name: str, words: str) -> float:
    try:
        number = float(words.replace(",", ""))
    except ValueError:
        number = -1
    if not rulings.is_count(number):
        raise WrongUsage(f"--{name} {words}: give a number from 0 up, or `open`")
    return int(number) if number.is_integer() else number


PAIRS = {  # the word of the command line → what it is about, and the ruling
    "same": ("pair", "same"),
    "not-same": ("pair", "not_same"),
    "copy": ("copy", "same"),
    "not-copy": ("copy", "not_same"),
    "stands": ("conflict", "stands"),
}


def decide_pair(
    store: Store,
    figures: tuple[str, str],
    ruling: str,
    *,
    by: str,
    reason: str,
    audits: Path | None,
) -> list[Ruling]:
    """Make a ruling on two figures: of one incident or not, of reports that copy one another or not, or
    that of two that conflict the first stands. Returns all rulings, as `decide` does."""
    if not by.strip() or not reason.strip():
        raise FiguresError("a ruling needs a name and a reason: --by NAME --reason WORDS")
    rows = [find(store, figure) for figure in figures]
    if rows[0]["id"] == rows[1]["id"]:
        raise WrongUsage(f"--with {figures[1]}: name another figure than the first")
    read = [
        {**row, **{name.removeprefix("machine_"): row[name] for name in row if "machine_" in name}}
        for row in rows
    ]
    about, word = PAIRS[ruling]
    made = rulings.make_pair(read, about, word, at=log.now(), by=by, reason=reason)
    return _kept(store, made, audits)


def _kept(store: Store, made: Ruling, audits: Path | None) -> list[Ruling]:
    """All rulings with a new one at the end, which is in the file from now on, where there is one."""
    in_force = rulings.in_force(store, audits)
    if made.id in {r.id for r in in_force}:
        return in_force
    if audits is not None:
        rulings.append(audits / rulings.FILE, made)
        return rulings.read(audits / rulings.FILE)
    return [*in_force, made]


def decide(
    store: Store,
    figure: str,
    ruling: str,
    *,
    by: str,
    reason: str,
    change: Mapping[str, Any],
    audits: Path | None,
) -> list[Ruling]:
    """Make a ruling on a figure and add it to ``audits``/decisions.jsonl, where there is such a folder.

    ``figure`` is its id or an unambiguous beginning of it, ``change`` what a correction sets:
    category, low, high, value. A correction keeps what the correction in force before it set.
    Returns all rulings, the new one last, for the pipeline to replay: until then nothing in the
    database is changed. Raises FiguresError for a figure that is not there, a correction of nothing
    or to what cannot be.
    """
    if (ruling == "correct") != bool(change):
        raise WrongUsage("`correct` takes --low, --high or --category, and no other ruling does")
    if change.get("category", "killed") not in categories():
        raise FiguresError(
            f"{change['category']}: no such category; `figures categories` lists them"
        )
    if not by.strip() or not reason.strip():
        raise FiguresError("a ruling needs a name and a reason: --by NAME --reason WORDS")
    row = find(store, figure)
    in_force = rulings.in_force(store, audits)
    if ruling == "correct" and row["ruled"] == "corrected":
        before = next(r for r in in_force if r.id == row["ruling_id"])
        change = {**before.set, **change}
    read = {name.removeprefix("machine_"): row[name] for name in row if "machine_" in name}
    made = rulings.make({**row, **read}, ruling, at=log.now(), by=by, reason=reason, change=change)
    return _kept(store, made, audits)
