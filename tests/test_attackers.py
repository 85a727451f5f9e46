"""The group attacker: who made the attack and died in it."""

from __future__ import annotations

import pytest

from figures.extraction import extract


@pytest.mark.parametrize(
    ("text", "attackers"),
    [
        ("Gunmen stormed a post. Three of the gunmen were killed.", ["Three of the gunmen"]),
        ("Militants stormed a post. Two militants died.", ["Two militants"]),
        ("Militants stormed a post. Two rebels died.", ["Two rebels"]),
        ("Militants stormed a post. Two soldiers died.", []),
        ("Assailants fired on a post; troops killed three of the rebels.", ["three of the rebels"]),
        ("Two gunmen stormed the hotel. Both were shot dead.", ["Both"]),
        ("Three attackers hit the gate; all three were killed.", ["three"]),
        ("Three attackers hit two guards; both were killed.", []),
        ("Soldiers raided a village and killed two militants.", []),
        ("Rebels were attacked by soldiers. Two rebels died.", []),
    ],
)
def test_attackers(text: str, attackers: list[str]) -> None:
    assert [f.quote for f in extract(text) if "attacker" in f.groups] == attackers
