"""Counts whose own words tell that they are some of all, and such as only look so."""

from __future__ import annotations

import pytest

from figures.comparison.coverage import coverage
from figures.extraction import extract, extract_document
from figures.extraction.tally.toll import tally
from figures.model import Document


def shares(text: str) -> list[tuple[str, str]]:
    """The quote of each figure of people killed or hurt, and how much of the toll it covers."""
    found = extract(text)
    known = {f.id: f for f in found}
    harmed = [f for f in found if f.category in ("killed", "injured", "missing")]
    return [(f.quote, coverage(f, known).share) for f in harmed]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Fourteen people from her district have died, the minister said.", "Fourteen people"),
        ("Six people from there were killed, a farmer said.", "Six people"),
        ("The landslide killed nine people from our village.", "nine people"),
        ("Eight people from his town died.", "Eight people"),
        ("Some 30 bodies had no visible wounds, a doctor said.", "Some 30 bodies"),
        ("Thirty bodies pulled out of the ferry bore no marks.", "Thirty bodies"),
        ("At least 70 bodies are yet to be identified.", "At least 70 bodies"),
        ("Some 20 bodies remained unclaimed.", "Some 20 bodies"),
        ("Some 20 bodies were still pending identification.", "Some 20 bodies"),
        ("Twenty bodies were handed over to their kin.", "Twenty bodies"),
        ("The envoy told of the death of two citizens of Chad.", "two citizens"),
    ],
)
def test_those_of_one_origin_and_bodies_of_one_state_are_a_part(text: str, quote: str) -> None:
    assert (quote, "part") in shares(text)


@pytest.mark.parametrize(
    "text",
    [
        "Five people from one family died in the fire.",
        "Five Chadian nationals died in the fire.",
        "Five people from Lesk died when their van left the road.",
        "Seven migrants from Chad drowned.",
        "Nine bodies found in the canal bore knife wounds.",
        "Thirty bodies had been recovered by noon.",
        "Thirty bodies were laid out at a school, and rescuers had no cranes.",
        "Rescuers pulled 12 bodies from their homes.",
        "Some 40 people of their own will died.",
    ],
)
def test_what_may_be_all_of_them_is_whole(text: str) -> None:
    assert {share for _, share in shares(text)} == {"whole"}


@pytest.mark.parametrize(
    "text",
    [
        "The crash killed 275 people. Some 61 people from her state have died, she said.",
        "At least 61 people from Lesk died in the crash, which killed 288.",
        "Nine people from our town were hurt. In all, 23 were hurt.",
        "The ferry fire killed 90. Twelve bodies bore burns.",
        "The ferry fire killed 90. Twelve bodies have yet to be identified.",
        "A clinic counted 1,200 wounded. Of the wounded, 56 were burned.",
        "The flood left 52 dead. Of the dead, nine drowned in a bus.",
        "Of the dead, nine were nurses. The flood killed 52.",
        "The ferry fire killed 90. Two Chadian citizens died.",
        "The blast hurt 145 people. Sixty suffered severe burns.",
        "The blast hurt 145 people. Three clerks have been discharged from hospital.",
        "The 40 dead comprise 22 women.",
        "At least 217 people died in Lesk, but only 133 have been identified.",
        "There were 163 wounded, 81 of them in Lesk.",
        "Divers found three sailors dead in the wreck, increasing the death toll to four.",
        "Two patients died at dawn, which lifted the toll to 14.",
    ],
)
def test_they_are_part_of_what_is_told_around(text: str) -> None:
    figures = sorted(extract(text), key=lambda f: f.low or 0)
    part, whole = figures[0], figures[-1]
    assert (part.part_of, whole.part_of) == (whole.id, None)
    assert [t.best for t in tally(extract_document(Document("a", text)))] == [whole.low]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen abducted six people from their village. The gang holds 40 hostages.",
        "The quake killed 300. A former minister from Lesk was also killed.",
        "The raid wounded seven people. A second blast hurt two officials from the Ministry.",
        "The quake killed 300. No one from Lesk died.",
        "Four people from the Ruiz family were killed. The raid killed 19.",
    ],
)
def test_such_as_only_look_so(text: str) -> None:
    assert all(f.part_of is None for f in extract(text))
