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
