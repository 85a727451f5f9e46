"""Explanation: a figure's quote in its context, every step that read it, and what people ruled on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from figures.errors import FiguresError
from figures.model import Evidence
from figures.store import Store

CONTEXT = 400  # code points shown on each side of a quote, where its sentence goes on so long


@dataclass(frozen=True, slots=True)
class Step:
    """One piece of evidence, and the words it rests on."""

    evidence: Evidence
    words: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a figure was read as it was.

    ``figure`` is its row as published, the machine's reading beside; before, quote and after make up
    its sentence; ``rulings`` are rows of that table, in the order of replay.
    """

    figure: Mapping[str, Any]
    before: str
    quote: str
    after: str
    steps: tuple[Step, ...]
    rulings: tuple[Mapping[str, Any], ...]


def find(store: Store, figure: str) -> dict[str, Any]:
    """The row of a figure as published, by its id or an unambiguous beginning of it.

    Raises FiguresError where there is none, or more than one.
    """
    wanted = figure.lower()
    rows = list(
        store.query(
            "SELECT * FROM published_figure WHERE id IN"
            " (SELECT id FROM figure WHERE id >= ?1 AND id < ?1 || 'g' ORDER BY id LIMIT 3)"
            " ORDER BY id",
            (wanted,),
        )
        if wanted
        else ()
    )
    rows = [row for row in rows if row["id"].startswith(wanted)]
    if not rows:
        raise FiguresError(
            f"{figure}: no such figure in {store.path}; `figures export jsonl` lists them"
        )
    if len(rows) > 1:
        raise FiguresError(
            f"{figure}: more than one figure of {store.path} begins so; give more of its id"
        )
    return rows[0]


def explain(store: Store, figure: str) -> Explanation:
    """The explanation of a figure, by its id or an unambiguous beginning of it.

    Raises FiguresError where there is none, or more than one.
    """
    row = find(store, figure)
    text = store.one("SELECT text FROM document WHERE id = ?", (row["document_id"],))
    start, end = row["start"], row["end"]
    first, last = row["sentence_start"], row["sentence_end"]
    return Explanation(
        figure=row,
        before="… " * (start - CONTEXT > first) + text[max(first, start - CONTEXT) : start],
        quote=text[start:end],
        after=text[end : min(last, end + CONTEXT)] + " …" * (end + CONTEXT < last),
        steps=tuple(Step(e, text[e.start : e.end]) for e in store.evidence(row["id"])),
        rulings=tuple(
            store.query(
                "SELECT * FROM ruling WHERE figure_id = ?1 OR other_figure_id = ?1 ORDER BY seq",
                (row["id"],),
            )
        ),
    )
