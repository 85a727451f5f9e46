"""Parts, additions and repeats across the sentences of a text."""

from __future__ import annotations

import pytest

from figures.extraction import extract


def links(text: str, field: str) -> list[tuple[str, str]]:
    """(quote, quote of the figure that its field names) of the figures that have it."""
    figures = extract(text)
    quotes = {f.id: f.quote for f in figures}
    return [(f.quote, quotes[i]) for f in figures if (i := getattr(f, field)) is not None]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Nine miners died. Two of them were brothers.", [("Two of them", "Nine miners")]),
        (
            "Nine miners died. Two of the miners died in hospital.",
            [("Two of the miners", "Nine miners")],
        ),
        ("Nine miners died. Among the dead were two boys.", [("two boys", "Nine miners")]),
        ("Nine miners died. Two of his guards were killed.", []),
        (
            "Forty miners died. Half of the 40 victims were boys.",
            [("Half of the 40 victims", "Forty miners")],
        ),
        ("Forty miners died. Half of the 60 hurt were boys.", []),
        ("Six died and 60 are missing. They include 20 boys.", [("20 boys", "60")]),
        (
            "Sixteen people died. Nine people died at once. Four others died at a clinic and three others at home.",
            [
                ("Nine people", "Sixteen people"),
                ("Four others", "Sixteen people"),
                ("three others", "Sixteen people"),
            ],
        ),
        (
            "Eighteen people died. Nine people died at once. Four others died at a clinic and three others at home.",
            [],
        ),
        (
            "Twelve died. Five of the 12 dead were guards. The seven other deaths are being checked.",
            [("Five of the 12", "12"), ("seven other deaths", "12")],
        ),
        (
            "Twelve died. Five drowned at home. The other seven died at a clinic.",
            [("Five", "Twelve"), ("seven", "Twelve")],
        ),
        ("Twelve died. Five drowned at home. Another seven died at a clinic.", []),
        (
            "Floods damaged 400 houses. Of this number, 120 were destroyed.",
            [("120", "400 houses")],
        ),
        (
            "Guards told of 40 dead. Ninety were taken to hospital, of whom 30 died.",
            [("30", "Ninety")],
        ),
        # counts that come to a total told before them
        (
            "Fifteen people are dead. Rescuers found 14 bodies, and one person died in hospital.",
            [("14 bodies", "Fifteen people"), ("one person", "Fifteen people")],
        ),
        ("Fifteen people are dead. Rescuers found 12 bodies, and two people died in hospital.", []),
    ],
)
def test_parts(text: str, parts: list[tuple[str, str]]) -> None:
    assert links(text, "part_of") == parts


@pytest.mark.parametrize(
    ("text", "additions"),
    [
        (
            "A bomb killed nine people. Another two died on Friday.",
            [("Another two", "nine people")],
        ),
        ("A bomb killed nine clerks. A guard was also killed.", [("A guard", "nine clerks")]),
        (
            "A bomb killed nine people and hurt six. One of the injured died on Friday.",
            [("One of the injured", "nine people")],
        ),
        (
            "Gunmen killed a clerk. They then stormed a shop, killing two men.",
            [("two men", "a clerk")],
        ),
        (
            "A bomb killed nine clerks. Two guards were killed in the blast as well.",
            [("Two guards", "nine clerks")],
        ),
        ("A bomb killed nine clerks. Police also said that two men were killed.", []),
        ("A bomb killed nine people. Two later died of their burns.", [("Two", "nine people")]),
        (
            "Three more people drowned.\n\nA total of 17 people have drowned.",
            [("Three more people", "17 people")],
        ),
        ("Another 16 people drowned in Lesk.\n\nIn Orda, mud buried a bus and 60 people died.", []),
    ],
)
def test_additions(text: str, additions: list[tuple[str, str]]) -> None:
    assert links(text, "adds_to") == additions


@pytest.mark.parametrize(
    ("text", "additions"),
    [
        (
            "Raiders seized 40 boys. They burnt a barn. Two men were shot dead. They also seized 40 girls.",
            [],
        ),
        ("Raiders killed 12 men. They also killed a guard.", [("a guard", "12 men")]),
        ("Raiders killed 12 men and hurt 30. A guard was also killed.", [("A guard", "12 men")]),
    ],
)
def test_besides_what_else_they_did(text: str, additions: list[tuple[str, str]]) -> None:
    assert links(text, "adds_to") == additions


def test_the_same_men_told_again() -> None:
    text = "Four men were killed. The four men who were killed were cousins."
    assert links(text, "restates") == [("four men", "Four men")]


@pytest.mark.parametrize(
    ("text", "repeats"),
    [
        (
            "The fire killed three clerks, two women and a man, and hurt four.",
            [("two women and a man", "three clerks")],
        ),
        ("A clerk, a driver, and a nurse were hurt.", []),
        (
            "Two clerks, a man and a woman, were rescued and are being treated for injuries.",
            [("a man and a woman", "Two clerks"), ("a man and a woman", "Two clerks")],
        ),
    ],
)
def test_the_same_people_in_other_words(text: str, repeats: list[tuple[str, str]]) -> None:
    assert links(text, "restates") == repeats
