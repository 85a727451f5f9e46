"""Estimates, and what stands beside them in reports of disputed tolls: who estimates, what an earlier count covers."""

from __future__ import annotations

import pytest

from figures import extract


@pytest.mark.parametrize(
    ("text", "quote", "speaker"),
    [
        ("City officials initially estimated around 300 dead.", "around 300", "City officials"),
        ("The mayor estimated 300 people were killed.", "300 people", "mayor"),
        ("An estimated 300 people died.", "An estimated 300 people", None),
        ("Some estimated 300 people died.", "Some estimated 300 people", None),
    ],
)
def test_who_estimates_is_no_part_of_the_count(text: str, quote: str, speaker: str | None) -> None:
    (figure,) = extract(text)
    assert (figure.quote, figure.attributed_to, figure.basis) == (quote, speaker, "estimated")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Word came of the death of all residents, estimated to be more than 900 people.",
         [("killed", "more than 900 people")]),
        ("The flood displaced the farmers, estimated at 4,000.", [("displaced", "estimated at 4,000")]),
        ("The blast may have killed closer to 600 people.", [("killed", "closer to 600 people")]),
        ("The mayor mourned the death of the clerk, estimated to be 90 years old.", [("killed", "the clerk")]),
        ("The fire spared the farmers, estimated at 4,000.", []),
    ],
)  # fmt: skip
def test_how_many_those_just_told_are(text: str, figures: list[tuple[str, str]]) -> None:
    assert [(f.category, f.quote) for f in extract(text)] == figures


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("The panel told of 100 to 300 people killed, far fewer than the 500 deaths that guards originally described. "
         "Nine were hurt.", ["asserted", "superseded", "asserted"]),
        ("“We found 370 bodies,” a clerk said. Earlier, the mayor, Ana Ruiz, had said: “So far, 9 bodies were found.”",
         ["asserted", "superseded"]),
        ("It is unclear whether Dana, a nurse, was killed.", ["hypothetical"]),
    ],
)  # fmt: skip
def test_how_far_an_earlier_word_reaches(text: str, statuses: list[str]) -> None:
    assert [f.status for f in extract(text)] == statuses


def test_what_stands_behind_a_quotation_is_not_said_by_the_next_speaker() -> None:
    (one, *_) = extract(
        "The rebels said in a statement: “Only one person survived.” Tolls of the war vary, with 900 hurt, Radio Nine "
        "reported."
    )
    assert one.attributed_to == "rebels"


def test_an_adverb_before_the_verb_is_no_part_of_who_speaks() -> None:
    assert extract("Twelve people died, the mayor tearfully said.")[0].attributed_to == "mayor"


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("A slide killed 90 people in Lesk on Sunday.\n\nFLOODS KILL AT LEAST 40 AS ORDA FIGHTS DRY SPELLS AND RAIN"
         "\n\nNo count could be checked.", [("90 people", False), ("AT LEAST 40", True)]),
        ("FLOODS KILL AT LEAST 40 IN LESK\n\nAt least 40 people died in floods in Lesk on Sunday.",
         [("AT LEAST 40", False), ("At least 40 people", False)]),
    ],
)  # fmt: skip
def test_a_line_in_capitals_within_a_text_is_the_headline_of_another(
    text: str, figures: list[tuple[str, bool]]
) -> None:
    assert [(f.quote, f.background is not None) for f in extract(text)] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("He said that among the injured there are 14 children, and that 35 are still missing.",
         [("injured", "14 children"), ("missing", "35")]),
        ("She said that among the missing were two boys, and that 20 herders from Lesk, Orda and Hale were rescued.",
         [("missing", "two boys"), ("rescued", "20 herders")]),
        ("Among the missing were two boys and 20 herders.", [("missing", "two boys"), ("missing", "20 herders")]),
        ("The number of victims has risen to 80 - a woman asked for help.", [("casualties", "80")]),
    ],
)  # fmt: skip
def test_what_is_said_besides_is_of_its_own_people(
    text: str, figures: list[tuple[str, str]]
) -> None:
    assert [(f.category, f.quote) for f in extract(text)] == figures


@pytest.mark.parametrize(
    ("text", "stood"),
    [
        ("As of 09:46 a.m. on 17 January 2023, 41 people have died.", "2023-01-17"),
        ("The toll reached 161 as of 9 a.m. Monday.", "2026-03-09"),
        ("A quake hit at 9 a.m. Monday and killed 161 people.", None),
    ],
)
def test_an_hour_stands_between_as_of_and_the_day(text: str, stood: str | None) -> None:
    (figure,) = extract(text, "2026-03-12")
    assert figure.as_of == stood


def test_the_first_since_then_is_not_of_then() -> None:
    (figure,) = extract(
        "It became the first quake in Lenia to claim more than 90 lives since the 2016 Orda one."
    )
    assert (figure.low, figure.earliest) == (90, None)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Of the 30 deaths confirmed, 19 were in Lesk, eight were in Orda and three were in Hale.",
            3,
        ),
        ("Of the 30 dead, 19 were in Lesk, eight in Orda and three in Hale.", 3),
        ("Of the 30 clerks, 19 were in Lesk when the fire killed three.", 0),
    ],
)
def test_the_dead_are_shared_out_by_place(text: str, parts: int) -> None:
    assert sum(f.part_of is not None for f in extract(text)) == parts


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The storm killed at least 70 people each in the cities of Lesk and Orda.", 140, None),
        ("The storm killed two each in the towns of Lesk, Orda and Hale.", 6, 6),
        ("Two died in each of the towns.", 2, 2),
    ],
)
def test_each_counts_for_every_place(text: str, low: int, high: int | None) -> None:
    (figure,) = extract(text)
    assert (figure.low, figure.high) == (low, high)


def test_what_happened_before_the_holidays_is_what_is_reported() -> None:
    (figure,) = extract(
        "It happened two days before the holidays: a gunman opened fire, killing 19 children."
    )
    assert figure.background is None
