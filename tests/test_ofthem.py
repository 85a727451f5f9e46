"""Sentences that go on about those counted in the one before."""

from __future__ import annotations

import pytest

from figures import extract, tally

FORTY = "Forty people were killed in Lesk."


@pytest.mark.parametrize(
    ("then", "quotes"),
    [
        ("Twelve were children.", ["Twelve"]),
        ("At least 12 were soldiers and 20 were clerks.", ["At least 12", "20"]),
        ("Twelve were under the age of five.", ["Twelve"]),
        ("Nine were from the same family.", ["Nine"]),
        ("So far 12 have been identified.", ["12"]),
        ("The figure includes 12 soldiers.", ["12 soldiers"]),
        ("That number includes 12 soldiers and two clerks.", ["12 soldiers", "two clerks"]),
        ("The figure does not include 12 soldiers.", []),
        ("Twelve were attackers.", []),
        ("Fifty were children.", []),
        ("Both were farmers.", []),
        ("Twelve were on their way home.", []),
        ("Twelve rules have been identified.", []),
        ("Five have been named in a lawsuit.", []),
        ("Twelve were not children.", []),
    ],
)
def test_of_them(then: str, quotes: list[str]) -> None:
    found = extract(f"{FORTY} {then}")
    whole = found[0]
    assert [f.quote for f in found[1:]] == quotes
    assert all(f.part_of == whole.id for f in found[1:])


@pytest.mark.parametrize(
    "text",
    [
        "Twelve were children.",
        "The fire razed 40 homes. Twelve were children.",
        "Forty were killed and 30 hurt. Twelve were children.",
        "Forty people died. The mayor spoke of it. Twelve were children.",
    ],
)
def test_of_nobody(text: str) -> None:
    """Where nobody, or people of two fates, were counted right before, it is not told what befell the 12."""
    assert all(f.value != 12 for f in extract(text))


@pytest.mark.parametrize(
    "joint", ["; witnesses said 40.", ", but witnesses said 40.", " and witnesses said 40."]
)
def test_another_says(joint: str) -> None:
    """A number that another speaker gives is his, and no more of the dead."""
    police, witnesses = extract(f"Police said 12 people died{joint}")
    assert (police.attributed_to, witnesses.attributed_to) == ("Police", "witnesses")
    assert [t.best for t in tally([police, witnesses])] == [12]


def test_parts_in_places() -> None:
    """Those in one place and another are of the whole before, which is told of no place."""
    whole, *parts = extract("Forty people were killed, 12 in Lesk and five in Orda.")
    assert [f.part_of for f in parts] == [whole.id, whole.id]
    found = extract("Forty people were killed in Hale, 12 in Lesk and five in Orda.")
    assert all(f.part_of is None for f in found)


@pytest.mark.parametrize(
    ("then", "quotes"),
    [
        ("Of this total, 12 were men, nine women and five children.", ["12", "nine women", "five children"]),
        ("Of these, 12 were men and nine women.", ["12", "nine women"]),
        ("Of the total, 12 were soldiers.", ["12"]),
        ("Of the road, 12 parts were open.", []),
        ("Among them were 12 children under five, four people with disabilities and nine elderly men.",
         ["12 children", "four people", "nine elderly men"]),
    ],
)  # fmt: skip
def test_who_they_were(then: str, quotes: list[str]) -> None:
    found = extract(f"{FORTY} {then}")
    assert [f.quote for f in found[1:]] == quotes
    assert all(f.part_of == found[0].id for f in found[1:])
