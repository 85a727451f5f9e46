"""Quantities without a number: two people at the least, and no more is known."""

from __future__ import annotations

import pytest

from figures.extraction import extract, extract_document
from figures.extraction.tally.toll import tally
from figures.model import Document


@pytest.mark.parametrize(
    ("text", "quote", "reported"),
    [
        ("A number of pupils were hurt.", "A number of pupils", "A number of"),
        (
            "An unknown number of miners died.",
            "An unknown number of miners",
            "An unknown number of",
        ),
        ("An unknown number were hurt.", "An unknown number", "An unknown number"),
        ("Many were hurt.", "Many", "Many"),
        ("The blast wounded some passers-by.", "some passers-by", "some"),
        ("Rockets fell on a farm, and others were hurt.", "others", "others"),
    ],
)
def test_unnumbered(text: str, quote: str, reported: str) -> None:
    (found,) = extract(text)
    assert (found.quote, found.reported, found.qualifier) == (quote, reported, "unspecified")
    assert (found.value, found.low, found.high) == (None, 2, None)


@pytest.mark.parametrize(
    "text",
    [
        "Villagers were hurt.",
        "The number of pupils is small.",
        "Many houses are old.",
        "The number were small.",
    ],
)
def test_no_quantity(text: str) -> None:
    assert extract(text) == []


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("A number of pupils were hurt.", 2),
        ("A number of pupils were hurt. Three of them died; nine were hurt, police said.", 9),
        ("Nine pupils were hurt. Many others were hurt by glass.", 9),
    ],
)
def test_two_where_nothing_else_is_told(text: str, best: int) -> None:
    assert {t.category: t.best for t in tally(extract_document(Document("a", text)))}[
        "injured"
    ] == best
