"""Articles with sections: the lead's toll, places that lie apart, and what is no toll of the whole."""

import pytest

from figures.extraction import extract_document
from figures.extraction.tally.articles import Article, headings
from figures.extraction.tally.toll import tally
from figures.model import Document

BODY = """

Background
A storm of 1952 had killed 900 people on the same coast.

Impact in Chile
In Valdivia, 12 people were hurt when a quay broke.

Impact in Peru
In Tacna, the sea took three houses.

Aftermath
Rebuilding took two years.
"""


def tolls(lead: str, body: str = BODY) -> dict[str, float]:
    extraction = extract_document(Document("article", "Storm Berta\n" + lead + body))
    return {t.category: t.best for t in tally(extraction)}


@pytest.mark.parametrize(
    ("lead", "killed"),
    [
        ("The storm caused at least 34 deaths, 20 of them at sea.", 34),
        ("Overall, it killed 34 people, including 30 in Chile and four in Peru.", 34),
        ("The storm killed 30 people in Chile. In Peru, it claimed four lives.", 34),
        ("In Chile, 30 people died. Nine of them were nurses from Valdivia in Chile.", 30),
        ("It killed 34 people. The season before had been deadly, with thousands of deaths.", 34),
    ],
)
def test_the_lead_tells_the_toll(lead: str, killed: int) -> None:
    assert tolls(lead)["killed"] == killed


def test_a_section_on_another_event_is_no_toll() -> None:
    assert "killed" not in tolls("The storm sank a ferry.")


def test_a_total_said_in_a_section_stands_where_the_lead_has_none() -> None:
    body = BODY.replace("Rebuilding", "In all, 41 people were killed. Rebuilding")
    assert tolls("The storm sank a ferry.", body)["killed"] == 41


def test_people_without_power_do_not_measure_how_many_were_affected() -> None:
    body = BODY.replace("Rebuilding", "Some 70,000 people lost power. Rebuilding")
    assert "affected" not in tolls("The storm sank a ferry.", body)


def test_sections_are_told_by_their_headings() -> None:
    text = "Storm Berta\nIt sank a ferry." + BODY
    assert [text[i:].partition("\n")[0] for i in headings(text)] == [
        "Background",
        "Impact in Chile",
        "Impact in Peru",
        "Aftermath",
    ]
    assert not Article(extract_document(Document("plain", "One line.\n\nAnother line."))).sections


def test_houses_damaged_or_destroyed_are_one_count() -> None:
    body = BODY.replace("Rebuilding", "Two shops were damaged in Tacna. Rebuilding")
    found = tolls("Over 700 houses were damaged or destroyed.", body)
    assert found["buildings_destroyed"] == 700
    assert "buildings_damaged" not in found
