"""Who those are of whom a sentence tells: "those who died", "one of them a nurse", "the bride and groom", lists of
those among them, and what looks alike and is none of it."""

from __future__ import annotations

import pytest

from figures import extract
from figures.model import Figure


def told(text: str) -> list[tuple[str, float | None]]:
    return [(f.category, f.value) for f in extract(text, "2026-03-12")]


def one(text: str, quote: str) -> Figure:
    found = [f for f in extract(text, "2026-03-12") if f.quote == quote]
    assert len(found) == 1, [f.quote for f in extract(text, "2026-03-12")]
    return found[0]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Five pupils were among those who died.", [("killed", 5)]),
        ("Five pupils were among those who tragically lost their lives.", [("killed", 5)]),
        ("Five pupils were among those who were killed in the strikes.", [("killed", 5)]),
        ("Five pupils were among those who are still missing.", [("missing", 5)]),
        ("Five cooks were among those still unaccounted for.", [("missing", 5)]),
        ("Five pupils were among those who fled.", [("displaced", 5)]),
        ("Those who died include two pupils and a nurse.", [("killed", 3)]),
        ("The people who died in Lesk were two sisters and a nurse.", [("killed", 3)]),
        ("The injured included men and women, and four pupils.", [("injured", 4)]),
        ("The dead included elderly men and women, and two pupils.", [("killed", 2)]),
        # look-alikes
        ("Five cooks were among those who killed the guard.", [("killed", 1)]),
        ("Five nurses were among those who treated the wounded.", []),
        ("Those who killed the guard were two deserters.", [("killed", 1)]),
        ("The man who died was a nurse.", [("killed", 1)]),
        ("The people who were killed were part of a group of 12 hikers.", []),
        ("The pupils who died were 12 and 14 years old.", []),
        ("The blast killed men and women and 12 houses burned.", [("buildings_destroyed", 12)]),
    ],
)  # fmt: skip
def test_those_who(text: str, figures: list[tuple[str, float]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "whole", "part"),
    [
        ("Seven people, one of them a pregnant woman, were killed.", "Seven people", "one of them"),
        ("Seven people, two of them nurses, were killed.", "Seven people", "two of them"),
        ("The office has 40 people missing and trapped under rubble, including 12 pupils.",
         "40 people", "12 pupils"),
        ("Several more deaths were reported - four in Lesk and one more in Orda.", "Several more deaths", "four"),
        ("Nine people died. Among them were a cook who fell in the river and a guard who drowned in Lesk.",
         "Nine people", "a guard"),
        ("Nine people died. Among them: a nurse, two cooks and a guard.", "Nine people", "a nurse"),
        ("Nine were hurt, three lightly.", "Nine", "three"),
    ],
)  # fmt: skip
def test_some_of_them(text: str, whole: str, part: str) -> None:
    assert one(text, part).part_of == one(text, whole).id


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("The pilot and co-pilot were killed.", ["The pilot", "co-pilot"]),
        ("The bride and groom were killed.", ["The bride", "groom"]),
        ("The mayor and police chief of Lesk were shot dead.", ["The mayor", "police chief"]),
        ("The founder and leader of the group was shot dead.", ["The founder"]),
        ("Police said a clerk and former candidate was shot dead.", ["a clerk"]),
    ],
)
def test_two_roles_are_two_people_where_their_verb_is_plural(text: str, quotes: list[str]) -> None:
    assert [f.quote for f in extract(text)] == quotes


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Two people were seriously injured and five slightly.", [("injured", 2), ("injured", 5)]),
        ("Two people were badly hurt, five lightly.", [("injured", 2), ("injured", 5)]),
        ("Two people were badly hurt and five went home.", [("injured", 2)]),
        ("Three people died and twice as many were hurt.", [("killed", 3)]),
        ("Three people died and as many were hurt.", [("killed", 3), ("injured", 3)]),
    ],
)
def test_so_many_more(text: str, figures: list[tuple[str, float]]) -> None:
    assert told(text) == figures
    assert all(f.part_of is None and f.restates is None for f in extract(text))


def test_men_are_not_said_again_as_women() -> None:
    assert [f.restates for f in extract("The dead: three men, two women and a child.")] == [
        None,
        None,
    ]
    whole, again = extract("The dead: three people, two women and a child.")
    assert again.restates == whole.id


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Daniel Hale died in the flood after his family had reported him missing.", [("killed", 1)]),
        ("The body of Ana Reyes, who was reported missing on Sunday, was found.", [("killed", 1)]),
        ("The body of Ana Reyes, who was reported missing on May 3, was found.", [("killed", 1)]),
        ("A cook who went missing on Sunday is feared dead.", [("missing", 1), ("killed", 1)]),
        ("A cook is missing and two guards died.", [("missing", 1), ("killed", 2)]),
    ],
)  # fmt: skip
def test_who_is_dead_is_no_longer_missing(text: str, figures: list[tuple[str, float]]) -> None:
    assert sorted(told(text)) == sorted(figures)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("The number of people killed by the weekend storms rose to 14.", "incident"),
        ("At least 12 people were killed in weekend shootings in Lesk.", "period"),
    ],
)
def test_a_storm_of_a_weekend_is_one_incident(text: str, scope: str) -> None:
    assert extract(text)[0].scope == scope
