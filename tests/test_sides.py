"""How far a toll is borne out, whose dead a side counts, and who denies a count."""

from __future__ import annotations

import pytest
from told import compared, document

from figures.comparison.sides import blamed
from figures.extraction import extract
from figures.model import Claim, Toll

HIT = "A missile hit the granary of Odesa on Monday"
RUSSIAN = "A Russian missile hit the granary of Odesa on Monday"


def killed(*texts: str, **fields: str) -> tuple[Toll, dict[float | None, Claim]]:
    """The toll of the dead that reports of one day come to, and its claims by their number."""
    reports = [
        document(f"r{i}", text, "2024-05-06", publisher=f"Paper {i}", **fields)
        for i, text in enumerate(texts)
    ]
    found = compared(*reports)
    (toll,) = (t for t in found.tolls if t.category == "killed" and not t.of_group)
    return toll, {c.low: c for c in found.claims if c.toll_id == toll.id}


@pytest.mark.parametrize(
    ("texts", "standing"),
    [
        ((f"{HIT}, killing 12 people, police said.",), "single_source"),
        # what a paper prints without saying who says so bears nobody out
        (
            (f"{HIT}, killing 12 people, police said.", f"{HIT}, killing 12 people."),
            "single_source",
        ),
        (
            (
                f"{HIT}, killing 12 people, police said.",
                f"{HIT}, killing 12 people, the mayor said.",
            ),
            "one_party_only",
        ),
        (
            (
                f"{HIT}, killing 12 people, police said.",
                f"{HIT}, killing 12 people, the United Nations said.",
            ),
            "corroborated",
        ),
        (
            (
                f"{HIT}, killing 12 people, the mayor said.",
                f"{HIT}, killing 40 people, the Russian defence ministry said.",
            ),
            "contested",
        ),
        (
            (
                f"{RUSSIAN}, killing 12 people, the mayor said.",
                f"{HIT}, killing 12 people, the Russian defence ministry said.",
            ),
            "admitted",
        ),
        # without the side blamed being named, nothing is admitted
        (
            (
                f"{HIT}, killing 12 people, the mayor said.",
                f"{HIT}, killing 12 people, the Russian defence ministry said.",
            ),
            "corroborated",
        ),
    ],
)
def test_how_far_a_toll_is_borne_out(texts: tuple[str, ...], standing: str) -> None:
    toll, _ = killed(*texts)
    assert toll.standing == standing


def test_a_toll_without_a_count_that_stands_has_no_standing() -> None:
    toll, _ = killed(f"Up to 12 people are feared dead. {HIT}.")
    assert (toll.best, toll.standing) == (None, "")


def test_who_denies_a_count_is_kept_beside_it_and_makes_it_contested() -> None:
    toll, claims = killed(
        f"{HIT}, killing 45 civilians, residents said.",
        f"{HIT}. The army denied that 45 civilians had been killed.",
    )
    assert claims[45].denied_by == ("army",)
    assert toll.standing == "contested"


@pytest.mark.parametrize(
    ("text", "enemy"),
    [
        ("Al Shabaab said that its men killed 30 soldiers in Baidoa on Monday.", True),
        ("The army said that it killed 30 militants in Baidoa on Monday.", True),
        ("Ukrainian officials said 30 Russian soldiers were killed in Odesa on Monday.", True),
        ("Ukrainian officials said 30 Ukrainian soldiers were killed in Odesa on Monday.", False),
        ("The army said that 30 civilians were killed in Baidoa on Monday.", False),
        ("In Baidoa on Monday 30 soldiers were killed.", False),
    ],
)
def test_a_count_of_the_enemys_dead_is_marked(text: str, enemy: bool) -> None:
    found = compared(document("a", text, "2024-05-06"))
    assert {c.of_enemy for c in found.claims if c.low == 30} == {enemy}


def test_the_side_blamed_is_the_one_whose_weapon_it_was() -> None:
    def told(text: str) -> frozenset[str]:
        return blamed(extract(text))

    assert told("Israeli air strikes killed 12 people in Gaza.") == {"IL"}
    assert told("A Houthi drone killed 12 sailors.") == {"houthi"}
    assert told("Shelling killed 12 Russian soldiers.") == frozenset()
