"""What became of those counted: kinds of words, of groups and of things that must not be taken for one another."""

from __future__ import annotations

import pytest

from figures.extraction import extract


def read(text: str) -> list[tuple[str, str]]:
    return [(f.category, f.quote) for f in extract(text)]


MACHINES = [
    ("The enemy launched 26 drones. 21 of them were destroyed.", []),
    ("Of the 26 missiles, 21 were destroyed.", []),
    ("He said 45 units of military equipment had been destroyed.", []),
    ("The enemy lost 45 pieces of equipment; 12 were destroyed and three captured.", []),
    ("The raid destroyed 12 vehicles, three of them armoured.", []),
    (
        "Some 12 houses were hit by drones. Three of them were destroyed.",
        [("buildings_damaged", "Some 12 houses"), ("buildings_destroyed", "Three of them")],
    ),
    ("Of the 120 housing units, 12 were destroyed.", [("buildings_destroyed", "12")]),
    ("The army lost a tank and 40 rebels were captured.", [("detained", "40 rebels")]),
]

WEAPONS_FOUND = [
    (
        "Troops recovered the bodies of six rebels along with one 122-mm artillery gun.",
        [("killed", "six rebels")],
    ),
    (
        "Troops recovered the bodies of six rebels along with two 9mm pistols.",
        [("killed", "six rebels")],
    ),
    (
        "Troops recovered the bodies of six rebels along with five T-56 weapons.",
        [("killed", "six rebels")],
    ),
    (
        "Two U-20 players and two 16-year-old girls were killed.",
        [("killed", "Two U-20 players"), ("killed", "two 16-year-old girls")],
    ),
]


@pytest.mark.parametrize(("text", "figures"), [*MACHINES, *WEAPONS_FOUND])
def test_things(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


TOGETHER = [
    ("Total casualties were 609 killed, wounded, and missing.", [("casualties", "609")]),
    ("The brigade lost in killed, wounded and missing 609 men.", [("casualties", "609 men")]),
    ("Some 900 men were killed, wounded or captured.", [("casualties", "Some 900 men")]),
    ("The army lost 690 men, killed or wounded.", [("casualties", "690 men")]),
    ("Some 48 airmen were killed or captured.", []),
    (
        "Twelve men were killed, nine wounded and four captured.",
        [("killed", "Twelve men"), ("injured", "nine"), ("detained", "four")],
    ),
    (
        "The army killed 12 rebels and captured nine.",
        [("killed", "12 rebels"), ("detained", "nine")],
    ),
    ("The enemy lost 12 soldiers in the battle.", [("killed", "12 soldiers")]),
]

TOLLS = [
    ("The killed numbered 369, the wounded 1,483.", [("killed", "369"), ("injured", "1,483")]),
    ("The killed outright numbered 369.", [("killed", "369")]),
    ("The wounded guard numbered 12 crates.", []),
    ("Papers placed the fatalities at 379.", [("killed", "379")]),
    ("The casualties of the region reached 145,000.", [("casualties", "145,000")]),
    ("The number of injured was in the hundreds.", [("injured", "hundreds")]),
    (
        "Estimates of the number of people killed range from 850 to 4,000.",
        [("killed", "850 to 4,000")],
    ),
    ("There was one death every 17 days.", []),
    ("The storm caused one death in 17 days.", [("killed", "one death")]),
    ("At least 12 clerks were documented killed.", [("killed", "At least 12 clerks")]),
]

ATTACKERS = [
    ("Two gunmen survived the attack.", []),
    ("Two clerks survived the attack.", [("rescued", "Two clerks")]),
    ("The bomber was not among the dead.", []),
    ("The bomber was among the dead.", [("killed", "The bomber")]),
]


@pytest.mark.parametrize(("text", "figures"), [*TOGETHER, *TOLLS, *ATTACKERS])
def test_words(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    "text", [text for text, _ in [*MACHINES, *WEAPONS_FOUND, *TOGETHER, *TOLLS]]
)
def test_cut_short(text: str) -> None:
    words = text.split()
    for n in range(1, len(words) + 1):
        cut = " ".join(words[:n])
        assert all(f.quote in cut for f in extract(cut))
