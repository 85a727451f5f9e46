"""What headlines deny, officials will not confirm, and films, drills and plots tell: no plain assertion."""

from __future__ import annotations

import pytest
from told import told


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Army denies 12 dead", ["killed 12 denied"]),
        ("Government denies 40 deaths", ["killed 40 denied"]),
        ("The general laughed off claims that his men killed nine cooks.", ["killed 9 denied"]),
        # look-alikes
        ("The court denied 12 wounded men bail.", ["injured 12"]),
        ("The ministry denied visas to 12 injured people.", ["injured 12"]),
    ],
)
def test_denied(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The army did not comment on reports that 40 were killed.", ["killed 40 hypothetical"]),
        ("The army would not comment on reports of 40 deaths.", ["killed 40 hypothetical"]),
        ("Orda has yet to confirm the deaths of 40 cooks.", ["killed 40 hypothetical"]),
        ("Refusing to confirm the deaths of nine miners, it hung up.", ["killed 9 hypothetical"]),
        ("He doubts that 12 died.", ["killed 12 hypothetical"]),
        ("Twelve dead in Lesk?", ["killed 12 hypothetical"]),
        # look-alikes
        ("The army declined to comment on the deaths of 12 cooks.", ["killed 12"]),
        ("Police have yet to confirm the names of the 12 people killed.", ["killed 12"]),
        ("Commenting on reports that 12 had died, he wept.", ["killed 12"]),
        ("Nobody doubts that 12 people died.", ["killed 12"]),
        ("There is no doubt that 12 people died.", ["killed 12"]),
        ("12 people killed in Hale: who did it?", ["killed 12"]),
        ("12 people died, and nobody cares?", ["killed 12"]),
    ],
)
def test_not_confirmed(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("In the film, 300 guards die in one battle.", ["killed 300 hypothetical"]),
        ("A play in which 12 people die opened in Hale.", ["killed 12 hypothetical"]),
        ("In the simulation, 300 people die within a day.", ["killed 300 hypothetical"]),
        ("A mock bomb killed 40 and hurt 100 in a drill at Hale.",
         ["killed 40 hypothetical", "injured 100 hypothetical"]),
        ("The plot aimed at killing 50 people.", ["killed 50 hypothetical"]),
        # look-alikes
        ("In the film, survivors recall how 300 people died.", ["killed 300"]),
        ("Two soldiers were killed in the exercise.", ["killed 2"]),
    ],
)  # fmt: skip
def test_made_up(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Fatalities: 7 suspected", ["killed 7 feared"]),
        ("Deaths: 7 (presumed)", ["killed 7 feared"]),
        # look-alikes
        ("Deaths: 4 confirmed", ["killed 4"]),
        ("Cases: 12 suspected", ["infected 12"]),
    ],
)
def test_labels_in_doubt(text: str, figures: list[str]) -> None:
    assert told(text) == figures
