"""When each count of a whole report happened, when it stood, and what of it was long before."""

from __future__ import annotations

import pytest

from figures.extraction import extract

# of a Wednesday: the Monday before was the 28th, the Tuesday the 29th
PUBLISHED = "2022-03-30"


def days(text: str) -> list[tuple[str | None, str | None]]:
    return [(f.earliest, f.as_of) for f in extract(text, published=PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # a toll is of the event that names its day
        (
            "Fear gripped villagers on Tuesday as the toll from Monday's quake hit 94.",
            [("2022-03-28", None)],
        ),
        (
            "Fear gripped villagers on Tuesday as the toll from Monday's quake hit 94. One person is missing.",
            [("2022-03-28", None), ("2022-03-28", None)],
        ),
        ("Gunmen killed 12 on Tuesday, days after Monday's quake.", [("2022-03-29", None)]),
        # when some were still hurt or missing
        (
            "Sixty people were hurt in Monday's fire. Twelve of them remained in hospital on Tuesday.",
            [("2022-03-28", None), ("2022-03-28", "2022-03-29")],
        ),
        (
            "A ferry sank on Monday. Nine people were still missing on Tuesday.",
            [("2022-03-28", "2022-03-29")],
        ),
        # a count that stood later is of the event all the same
        (
            "A ferry sank in Lesk on Monday. By Tuesday 12 had died. Nine people are missing.",
            [("2022-03-28", "2022-03-29"), ("2022-03-28", "2022-03-29")],
        ),
        # nothing happened then
        (
            "Gunmen raided Lesk on Monday. No soldiers had come to the village even on Tuesday. They killed 40 people.",
            [("2022-03-28", None)],
        ),
        ("A raid killed 20 people about a fortnight ago.", [("2022-03-13", None)]),
        ("As recently as January, 14 people were killed at the ford.", [("2022-01-01", None)]),
        (
            "A storm hit Lesk on Monday. The 17th storm to hit Lenia this year, it displaced 900 people.",
            [("2022-03-28", None)],
        ),
    ],
)
def test_when_each_count_was(text: str, told: list[tuple[str | None, str | None]]) -> None:
    assert days(text) == told


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("In January, 145 people died in a crush in Orlo.", True),
        ("In January 145 people died in a crush in Orlo.", True),
        ("On January 2, 52 people died when a bus fell.", True),
        ("The last crush killed 52 people in January.", True),
        ("In December, 67 people died after the eruption of Mount Orlo.", True),
        ("On March 28, 52 people were hurt.", False),
        ("In April, aid will reach 52 people.", False),
        ("The blast in January killed 145 people.", False),
        ("He was convicted of killing two people in January.", False),
        ("Since it began in January, 145 people have died.", False),
    ],
)
def test_what_a_report_of_this_week_tells_of_months_before(text: str, other: bool) -> None:
    found = extract(f"A crush in Lesk killed nine people on Monday. {text}", published=PUBLISHED)
    assert [bool(f.background) for f in found[:1]] == [False]
    assert [bool(f.background) for f in found[1:]] == [other] * len(found[1:])


def test_what_those_hurt_had_come_to_remember_is_no_other_incident() -> None:
    text = "A bomber blew himself up near men commemorating the death anniversary of a famed leader, hurting two."
    assert [f.background for f in extract(text)] == [None, None]
