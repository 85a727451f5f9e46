"""Conjuncts that leave out a verb or a noun: how badly hurt, what another bomb did, what else a toll rose to;
shares of a number by a word alone ("most of the 60"); bodies of people told with a hyphen ("a nine-man crew")."""

from __future__ import annotations

import pytest

from figures import extract


def told(text: str) -> list[tuple[str, float | None]]:
    return [(f.category, f.value) for f in extract(text, "2026-03-12")]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Three were seriously and nine slightly hurt.", [("injured", 3), ("injured", 9)]),
        ("Three men were critically, and nine moderately wounded.", [("injured", 3), ("injured", 9)]),
        ("Three people were seriously injured, nine slightly.", [("injured", 3), ("injured", 9)]),
        ("Five suffered serious and nine minor injuries.", [("injured", 5), ("injured", 9)]),
        ("Five sustained serious injuries, nine minor ones.", [("injured", 5), ("injured", 9)]),
        ("Three barns were badly and nine slightly damaged.", [("buildings_damaged", 3), ("buildings_damaged", 9)]),
        ("Some 90 barns were damaged, four being ruined.", [("buildings_damaged", 90), ("buildings_destroyed", 4)]),
        # look-alikes
        ("Three were seriously ill and nine were hurt slightly.", [("injured", 9)]),
        ("Nine minors suffered burns.", [("injured", 9)]),
        ("Five suffered burns and nine minors fled.", [("injured", 5), ("displaced", 9)]),
    ],
)  # fmt: skip
def test_how_badly(text: str, figures: list[tuple[str, float]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The first bomb killed eight people, the second 14.", [("killed", 8), ("killed", 14)]),
        ("The first blast killed eight, and the second another 14.", [("killed", 8), ("killed", 14)]),
        ("One bomb killed eight people, the other 14.", [("killed", 8), ("killed", 14)]),
        ("Some sources put the number of deaths at 34, others at 50.", [("killed", 34), ("killed", 50)]),
        # look-alikes
        ("The first bus carried 40 people, the second 14.", []),
        ("The first raid killed eight people, the second in a week.", [("killed", 8)]),
        ("One bomb killed eight people, the other was made safe.", [("killed", 8)]),
    ],
)  # fmt: skip
def test_another_subject(text: str, figures: list[tuple[str, float]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The number of martyrs has risen to 34, and the wounded to 112.", [("killed", 34), ("injured", 112)]),
        ("The number of dead rose to 34 and of injured to 112.", [("killed", 34), ("injured", 112)]),
        ("The death toll rose to 34 and that of the injured to 112.", [("killed", 34), ("injured", 112)]),
        ("The number of martyrs rose to 340, and injuries to 900.", [("killed", 340), ("injured", 900)]),
        ("The death toll, previously 38, is now 45.", [("killed", 38), ("killed", 45)]),
        ("Estimates of the number of dead vary between 800 and 3,000.", [("killed", None)]),
        # look-alikes
        ("The death toll rose to 34 and aid to 112 villages.", [("killed", 34)]),
        ("The death toll rose to 34 and the wounded were flown to 12 clinics.", [("killed", 34)]),
    ],
)  # fmt: skip
def test_what_else_a_toll_rose_to(text: str, figures: list[tuple[str, float | None]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize("first", ["previously", "initially", "originally"])
def test_a_toll_told_before_is_left_behind(first: str) -> None:
    for text in (f"The death toll, {first} 38, is now 45.", f"The toll ({first} 38) rose to 45."):
        assert [f.status for f in extract(text)] == ["superseded", "asserted"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("All of the 60 passengers were hurt.", [("injured", 60)]),
        ("Fire killed all of the 60 guests.", [("killed", 60)]),
        ("The bodies of all of the 60 guests were found.", [("killed", 60)]),
        ("Most of the 60 people killed were pupils.", [("killed", 60)]),
        ("Most of the 60 injured were pupils.", [("injured", 60)]),
        # look-alikes: not so many
        ("Most of the 60 passengers died.", []),
        ("Few of the 60 passengers survived.", []),
        ("The majority of the 60 passengers drowned.", []),
        ("Fire killed most of the 60 guests.", []),
    ],
)
def test_shares_by_a_word(text: str, figures: list[tuple[str, float]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The tug's nine-man crew is missing.", [("missing", 9)]),
        ("All of the 14-strong crew were rescued.", [("rescued", 14)]),
        ("A five-member family died in the fire.", [("killed", 5)]),
        ("Gunmen seized a seven-member team of nurses.", [("abducted", 7)]),
        ("The accident killed both pilots and injured a cook.", [("killed", 2), ("injured", 1)]),
        # look-alikes
        ("A nine-member court sentenced the killers.", []),
        ("A nine-man team found the bodies of two cooks.", [("killed", 2)]),
        ("The blast hurt both men and women.", []),
    ],
)
def test_bodies_of_people(text: str, figures: list[tuple[str, float]]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "status", "value"),
    [
        ("The army never killed 12 people.", "denied", 12),
        ("The army says it never killed 12 people.", "denied", 12),
        ("There were not 12 dead.", "denied", 12),
        ("Did the army kill 12 civilians?", "hypothetical", 12),
        ("Did 12 people die?", "hypothetical", 12),
        # look-alikes
        ("Why did 12 people die?", "asserted", 12),
        ("The 12 people killed never reached Lesk.", "asserted", 12),
        ("Twenty-five hundred people fled.", "asserted", 2500),
        ("Some 1.500 families fled.", "asserted", 1500),
    ],
)
def test_what_is_asked_or_never_was(text: str, status: str, value: int) -> None:
    assert [(f.status, f.value) for f in extract(text)] == [(status, value)]
