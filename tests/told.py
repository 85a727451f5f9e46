"""What texts tell, for the tests of readings; figures and reports made by hand, for those of the comparison."""

from __future__ import annotations

from itertools import count
from typing import Any

from figures.extraction import extract, extract_document
from figures.model import Claim, Comparison, Document, Figure, short_hash

_starts = count(0, 100)


def told(text: str) -> list[str]:
    """The figures of a text: category, value, and status where it is not asserted."""
    return [
        f"{f.category} {f.value}" + ("" if f.status == "asserted" else f" {f.status}")
        for f in extract(text, "2026-03-12")
    ]


def document(
    name: str, text: str = "Nothing is told.", on: str | None = None, **fields: Any
) -> Document:
    return Document(name, text, published=on, published_on=on, published_at=on, **fields)


def figure(
    low: float | None, high: float | None = None, qualifier: str = "exact", **fields: Any
) -> Figure:
    """A figure with the bounds of its qualifier: figure(12) is 12, figure(12, qualifier="at_least") is 12 and open."""
    if qualifier in ("exact", "about"):
        high = low
    start = next(_starts)
    told = {
        "id": short_hash("figure", str(start)),
        "category": "killed",
        "quote": f"{low if low is not None else high} people",
        "start": start,
        "end": start + 9,
        "reported": str(low if low is not None else high),
        "number_start": start,
        "number_end": start + 2,
        "sentence": "So many people were killed, officials said.",
        "sentence_start": start,
        "sentence_end": start + 43,
        "value": low if low == high or qualifier == "at_least" else None,
        "low": low,
        "high": high,
        "qualifier": qualifier,
        "counted": "number",
        "unit": "person",
        "subject": "people",
        "rule": "killed",
    }
    return Figure(**{**told, **fields})  # type: ignore[arg-type]


def claim(
    low: float | None, high: float | None = None, qualifier: str = "exact", **fields: Any
) -> Claim:
    """A claim in the middle of nowhere: only what its relations depend on needs telling."""
    if qualifier in ("exact", "about"):
        high = low
    told = {
        "id": short_hash("claim", str(next(_starts))),
        "toll_id": "t",
        "how": "stated",
        "share": "whole",
        "low": low,
        "high": high,
        "qualifier": qualifier,
        "status": "asserted",
        "basis": None,
        "stock_or_flow": None,
        "widened_low": None,
        "widened_high": None,
        "as_of": None,
        "first_said_at": None,
        "first_document_id": "d",
        "first_figure_id": "f",
        "source_id": None,
        "sources": 1,
        "documents": 1,
        "of_enemy": False,
        "denied_by": (),
        "state": "current",
    }
    return Claim(**{**told, **fields})  # type: ignore[arg-type]


def compared(*reports: Document, **options: Any) -> Comparison:
    """What the comparison finds in reports that are read for real."""
    from figures.comparison import compare

    return compare(reports, {d.id: extract_document(d).figures for d in reports}, **options)
