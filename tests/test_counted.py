"""Numbers and people that stand beside what is counted and are none of it, and whom a participle tells of."""

from __future__ import annotations

import pytest

from figures.extraction import extract


def read(text: str) -> list[tuple[str, float | None, str]]:
    return [(f.category, f.value, f.status) for f in extract(text, published="2024-05-03")]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # years and days
        ("The number of deaths since the beginning of 2023 has reached 423.", [("killed", 423)]),
        ("Fifty people died in raids between March 18 and 22 in Lesk.", [("killed", 50)]),
        # what happened to others in the same breath
        ("The raid led to the death of eight people and 30 injuries.", [("killed", 8), ("injured", 30)]),
        ("It caused 57 deaths and injuries.", [("casualties", 57)]),
        ("Nine guards were killed, along with two clerks, and 94 were injured.",
         [("killed", 9), ("killed", 2), ("injured", 94)]),
        ("Five nurses and two drivers were abducted.", [("abducted", 5), ("abducted", 2)]),
        ("Thousands came to the funeral of three men—Ali and his sons—who were killed.", [("killed", 3)]),
        ("Some 40 were killed, some by gunfire and others in a stampede.", [("killed", 40)]),
        # a participle tells of those right before it
        ("There are 13 injured civilians and 19 people arrested.", [("injured", 13), ("detained", 19)]),
        ("Four clerks, three of them wounded, were evacuated.", [("evacuated", 4), ("injured", 3)]),
        # a town is nobody
        ("The army captured al-Bab on Monday.", []),
        ("The army captured Omar al-Bashir on Monday.", [("detained", 1)]),
        ("Some 19 people were arrested on suspicion of murder.", [("detained", 19)]),
        ("Some 19 people were arrested on suspicion of theft.", []),
        # two words before one noun
        ("There were 31 landmine and shell casualties.", [("casualties", 31)]),
        ("There was no loss of life or material damage.", [("killed", 0)]),
        ("Some 900 pregnant and breastfeeding women starved.", [("hungry", 900)]),
    ],
)  # fmt: skip
def test_who_is_counted(text: str, figures: list[tuple[str, float]]) -> None:
    assert [(category, value) for category, value, _ in read(text)] == figures


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The gunmen demanded a ransom and killed five students.", "asserted"),
        ("They demanded that five students be freed.", "hypothetical"),
    ],
)
def test_what_is_only_demanded(text: str, status: str) -> None:
    assert [said for *_, said in read(text)] == [status]
