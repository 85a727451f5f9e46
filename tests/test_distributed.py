"""Counts told of each of several, and of all but some of those told before."""

from __future__ import annotations

import pytest
from told import told


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Each of three blasts killed two.", ["killed 6"]),
        ("Each of the three blasts killed two people and hurt five.", ["killed 6", "injured 15"]),
        ("Three blasts each killed at least two people.", ["killed 6"]),
        ("In each of the three hamlets, two people died.", ["killed 6"]),
        ("Three people were hurt in each of the two attacks.", ["injured 6"]),
        # look-alikes
        ("Each of the two blasts killed a guard.", ["killed 1"]),
        ("Each blast killed two people.", ["killed 2"]),
        ("Each of the three clinics has 40 beds.", []),
        ("A bomb that killed 12 people went off in each of the two towns.", ["killed 12"]),
    ],
)
def test_each(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("A plane carrying nine cooks crashed, killing all but one.", ["killed 8"]),
        ("Nine cooks were on board, and all but one died.", ["killed 8"]),
        ("The boat was carrying 40 migrants, all but three of whom drowned.", ["killed 37"]),
        ("Gunmen seized 40 pupils and later freed all but five.", ["abducted 40", "freed 35"]),
        # look-alikes
        ("Five soldiers stormed the house and killed all but one.", []),
        ("In three hamlets the rebels killed all but one.", []),
        ("Five raiders killed all but one guard.", []),
        ("All but one died.", []),
    ],
)
def test_all_but_some_of_those_before(text: str, figures: list[str]) -> None:
    assert told(text) == figures
