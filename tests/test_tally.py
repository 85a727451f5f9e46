"""A document's own toll."""

from __future__ import annotations

import pytest

from figures.extraction import extract_document
from figures.extraction.tally import tally
from figures.model import Document


def toll(text: str) -> dict[str, float]:
    return {
        t.category: t.best
        for t in tally(extract_document(Document("a", text, published_on="2022-03-30")))
    }


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("Twelve people were killed, including three children.", {"killed": 12}),
        ("Two soldiers and a child were killed.", {"killed": 3}),
        ("A bomb killed 12 people. The bomb killed 12 people, police said.", {"killed": 12}),
        (
            "A bomb killed two people. Another three people were killed by a second bomb.",
            {"killed": 5},
        ),
        ("The death toll rose to 17 from 12.", {"killed": 17}),
        ("Dozens of people were hurt.", {"injured": 24}),
        ("A blast killed two people. A similar blast in 2019 killed 40 people.", {"killed": 2}),
        ("The army denied that 12 people were killed.", {}),
        ("No one was hurt.", {"injured": 0}),
    ],
)
def test_best(text: str, best: dict[str, float]) -> None:
    assert toll(text) == best


def test_attackers_are_told_apart() -> None:
    (line,) = tally(extract_document(Document("a", "Four people and two gunmen were killed.")))
    assert (line.best, line.attackers) == (4, 2)
