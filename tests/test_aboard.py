"""Those on board of whom a later sentence tells that nobody survived."""

import pytest

from figures.extraction import extract, extract_document
from figures.extraction.tally.toll import tally
from figures.model import Document


def read(text: str) -> list[tuple[str, str]]:
    return [(f.category, f.quote) for f in extract(text)]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The airliner carried 31 people. There were no survivors.", "31 people"),
        ("A helicopter with nine people on board hit a ridge. None survived.", "nine people"),
        (
            "A dinghy with 31 people aboard sank. It was overloaded. Everyone aboard drowned.",
            "31 people",
        ),
        (
            "The jet was carrying 31 people. All on board were killed, the airline said.",
            "31 people",
        ),
    ],
)
def test_all_lost(text: str, quote: str) -> None:
    assert read(text) == [("killed", quote)]
    assert [t.best for t in tally(extract_document(Document("a", text)))] == [
        31 if "31" in quote else 9
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The airliner carried 31 people. No survivors have been found so far.",
        "The airliner carried 31 people. It was feared that there were no survivors.",
        "The airliner carried 31 people. All on board were rescued.",
        "The airliner carried 31 tonnes of rice. There were no survivors.",
        "The school has 31 pupils. There were no survivors of the crash.",
        "Two jets with 31 and nine people on board collided. There were no survivors of the first.",
    ],
)
def test_fates_that_are_open_or_of_others(text: str) -> None:
    assert "killed" not in [category for category, _ in read(text)]


def test_numerals_are_told_once() -> None:
    found = extract_document(Document("a", "The jet carried 31 people. There were no survivors."))
    starts = [f.number_start for f in found.figures] + [r.start for r in found.rejections]
    assert len(starts) == len(set(starts)) == 2  # "31" and "no"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("A jet with two crew and 11 guests on board crashed. There were no survivors.", ["two crew", "11 guests"]),
        ("A jet carrying 11 guests and a crew of two crashed, killing everyone on board.", ["11 guests", "two"]),
        ("A jet carrying 11 guests and two crew crashed. All on board were killed.", ["11 guests", "two crew"]),
        ("A glider with a pilot and four guests crashed near Lesk, killing all on board.", ["a pilot", "four guests"]),
        ("The jet carried nine guests, two cooks and a nurse; all died.", ["nine guests", "two cooks and a nurse"]),
        # others who are counted there are not on board
        ("A jet carrying 11 people fell on a house, killing a cook. All on board survived.", ["a cook"]),
        ("A clerk shot two guards and 11 guests were on the bus. There were no survivors.", []),
        ("The lorry carried 12 sheep and two men. None survived.", []),
    ],
)  # fmt: skip
def test_those_listed_with_them(text: str, quotes: list[str]) -> None:
    assert [quote for category, quote in read(text) if category == "killed"] == quotes
