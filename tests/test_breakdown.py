"""Breakdowns by sex, age and need, shares by place, and units that a count without a noun takes over."""

from __future__ import annotations

import pytest

from figures import extract


def told(text: str) -> list[tuple[str, str, str | None]]:
    """Category, quote and the quote of the whole of every figure."""
    found = extract(text)
    quotes = {f.id: f.quote for f in found}
    return [(f.category, f.quote, quotes.get(f.part_of or "")) for f in found]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Some 90 people fled, including 40 men and 50 women; 14 children aged 0 to 5; and six disabled men.",
         ["40 men", "50 women", "14 children", "six disabled men"]),
        ("Some 90 people were affected (40 men and 50 women), including 14 children and six people with disabilities.",
         ["40 men", "50 women", "14 children", "six people"]),
        ("Some 90 people were affected: 40 men, 50 women and 14 children.", ["40 men", "50 women", "14 children"]),
        ("Some 90 people died, among them 50 women, 60 children and nine elderly people.",
         ["50 women", "60 children", "nine elderly people"]),
    ],
)  # fmt: skip
def test_parts_that_overlap(text: str, parts: list[str]) -> None:
    category, whole, _ = told(text)[0]
    assert told(text)[1:] == [(category, part, whole) for part in parts]


@pytest.mark.parametrize(
    ("how", "part"),
    [
        ("when a ferry sank off Lesk", ", including two children"),
        ("when their bus overturned near Hale on Friday", ", among them two children, police said"),
        ("because the bridge fell", ", including two children"),
        # it may be others whom "including" tells apart, or others are counted
        ("when a lorry hit a bus of pupils", ", including two children"),
        ("when a ferry with 30 passengers sank", ", including two children"),
        ("while a bus waited", ", including two children"),
    ],
)
def test_parts_behind_a_clause_that_tells_how_it_came(how: str, part: str) -> None:
    found = told(f"Twelve people died {how}{part}.")
    read = how.startswith(("when a ferry sank", "when their", "because"))
    assert found[1:] == [("killed", "two children", "Twelve people")] * read


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("A storm killed five people, including two men and three women, and injured 12 children.",
         [("killed", "five people", None), ("killed", "two men", "five people"),
          ("killed", "three women", "five people"), ("injured", "12 children", None)]),
        ("A storm killed two men and three women, and four children.",
         [("killed", "two men", None), ("killed", "three women", None), ("killed", "four children", None)]),
        ("A storm killed five people, including two men and three women, and another four children.",
         [("killed", "five people", None), ("killed", "two men", "five people"),
          ("killed", "three women", "five people"), ("killed", "another four children", None)]),
    ],
)  # fmt: skip
def test_others_are_no_part(text: str, figures: list[tuple[str, str, str | None]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The mayor told of three deaths, one in Hale and two in Orda, and 40 injured.",
         [("killed", "three deaths", None), ("killed", "one", "three deaths"), ("killed", "two", "three deaths"),
          ("injured", "40", None)]),
        ("Three people died, one in Hale and two in Orda, and 40 people were evacuated.",
         [("killed", "Three people", None), ("killed", "one", "Three people"), ("killed", "two", "Three people"),
          ("evacuated", "40 people", None)]),
        ("One in Hale and two in Orda were injured.", [("injured", "One", None), ("injured", "two", None)]),
    ],
)  # fmt: skip
def test_shares_of_places_before_another_verb(
    text: str, figures: list[tuple[str, str, str | None]]
) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The storm damaged 88 homes and placed another 60 at risk.", [(88, "building"), (60, "building")]),
        ("The storm destroyed 88 homes and injured another 60.", [(88, "building"), (60, "person")]),
        ("Of the 45 households, 30 are hosted by relatives.", [(30, "household")]),
        ("Some 300 families were displaced and another 12 injured.", [(300, "household"), (12, "person")]),
        ("Some 300 families were displaced. A further 40 were displaced on Monday.",
         [(300, "household"), (40, "household")]),
        ("The clinic told of 88 cases, with 12 deaths and 40 recoveries.", [(88, "person"), (12, "person")]),
        ("He is one of 300 clerks who have been arrested.", [(300, "person")]),
        ("This brings the total cases in 2019 to 2,600, with 34 deaths.", [(2600, "person"), (34, "person")]),
    ],
)  # fmt: skip
def test_what_is_counted(text: str, figures: list[tuple[int, str]]) -> None:
    assert [(f.value, f.unit) for f in extract(text)] == figures
