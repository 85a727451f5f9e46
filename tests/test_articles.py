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
        # the box at the head of an article
        ("Deaths: 187 total\nMissing: 3\n\nIt killed 40 people in Chile and 64 in Peru.", 187),
        ("| Deaths | 187 total[1] |\n\n| Missing | 3 |\n\nIt killed 40 people in Chile.", 187),
        ("Fatalities: 3 direct, 2 indirect\n\nIt killed three people in Chile.", 5),
        ("Fatalities: 3 direct [2]\n\nIt killed 12 people in Chile and four in Peru.", 3),
        ("It killed 34 people and was the deadliest storm of the century.", 34),
        ("It claimed at least 34 lives, although some sources put the number at 50.", 34),
        ("Berta killed 34 people, 12 directly and 22 indirectly.", 34),
        ("It killed 34 people and cost $3 million, after killing 12 in Chile.", 34),
        ("The storm killed 12 people in Mexico, six in Guatemala and two in Belize.", 20),
        (
            "In Peru, 12 people died; seven were killed in Chile. A further three drowned offshore.",
            22,
        ),
        # a count bound to no place that is smaller than one of a place is no whole
        (
            "It began in Cuba. One man was electrocuted. In Peru, a crash on a wet road killed two.",
            3,
        ),
        ("In Chile, 34 people died. There were 36 deaths.", 36),
        # a storm's name is no place, that its toll would be added up with others
        ("Hurricane Florence killed 54 people. In Virginia, three people died.", 54),
        # the dead whom the lead adds, or tells beside others of one place
        ("It killed 30 people. Another two died of their wounds.", 32),
        (
            "In Chile, a slide killed one man and hurt six; rain in the country also led to a death.",
            2,
        ),
        ("In Chile, 20 people drowned and 14 people were crushed to death.", 34),
        ("In Chile, 34 people were killed: 20 drowned and 14 froze to death.", 34),
        ("In Chile, 34 deaths were reported, with 20 bodies recovered.", 34),
        ("In Chile, officials said 34 people died, while rebels said 40 died.", 40),
    ],
)
def test_the_lead_tells_the_toll(lead: str, killed: int) -> None:
    assert tolls(lead)["killed"] == killed


def test_a_label_in_a_section_is_no_toll_of_the_whole() -> None:
    body = BODY.replace("Rebuilding", "Deaths: 3 total\n\nRebuilding")
    assert tolls("It killed 34 people.", body)["killed"] == 34


def test_a_section_on_another_event_is_no_toll() -> None:
    assert "killed" not in tolls("The storm sank a ferry.")


def test_a_total_said_in_a_section_stands_where_the_lead_has_none() -> None:
    body = BODY.replace("Rebuilding", "In all, 41 people were killed. Rebuilding")
    assert tolls("The storm sank a ferry.", body)["killed"] == 41


@pytest.mark.parametrize(
    ("lead", "category", "best"),
    [
        # of the hurt and the displaced one place may be told and others not: their sum is no toll
        ("In Chile, 20 people were hurt. In Peru, 30 people were hurt.", "injured", None),
        ("In Chile, 20 people died. In Peru, 30 people died.", "killed", 50),
        ("In Chile, 20 people went missing. In Peru, 30 people went missing.", "missing", 50),
        ("A total of 50 people were hurt, 20 of them in Chile and 30 in Peru.", "injured", 50),
        # the tally tells no unit, and families are no people
        ("Berta left 600 families homeless.", "homeless", None),
        ("Berta left 600 people homeless.", "homeless", 600),
        ("Berta affected 3,000 houses.", "affected", None),
        ("Berta affected 3,000 people.", "affected", 3000),
        # a sentence that goes on about a place tells of that place, one that names the event of the whole
        (
            "In Chile, a dam broke. Some 600 people were hurt. In all, 900 were hurt.",
            "injured",
            900,
        ),
        (
            "It left 70 homeless. In Chile, a dam broke. Some 600 people were homeless.",
            "homeless",
            70,
        ),
        ("It left 70 homeless. In Chile, a dam broke. Berta left 600 homeless.", "homeless", 600),
    ],
)
def test_what_is_told_of_some_places_only_is_no_toll(
    lead: str, category: str, best: int | None
) -> None:
    assert tolls(lead).get(category) == best


@pytest.mark.parametrize(
    ("title", "lead", "injured"),
    [
        # the place of the event itself, told in the opening or the title
        ("Storm Berta", "Berta was a storm in Peru in May. Some 300 people were hurt.", 300),
        ("Lima floods", "The floods began on 3 May. In Lima, dams broke. Some 300 were hurt.", 300),
        # where the lead is silent, the event's own place in a section before others, or the event by its name
        ("Chile floods", "Rain began.\n\nToll\nIn Chile, 40 were hurt.", 40),
        ("Storm Berta", "Rain began.\n\nToll\nSome 70 were hurt by Berta.", 70),
        ("Storm Berta", "Rain began.\n\nToll\nSome 70 were hurt by Berta in Peru.", None),
        # and a place that the lead comes to
        ("Storm Berta", "Berta was a storm. In Peru, dams broke. Some 300 people were hurt.", 12),
    ],
)
def test_a_count_of_the_place_of_the_event_is_its_toll(title: str, lead: str, injured: int) -> None:
    lines = tally(extract_document(Document("article", f"{title}\n{lead}{BODY}")))
    assert {t.category: t.best for t in lines}.get("injured") == injured


@pytest.mark.parametrize(
    ("lead", "section", "homeless"),
    [
        ("It left over 32,000 people homeless.", "The storm left 32,191 people homeless.", 32191),
        ("It left 32,000 people homeless.", "The storm left 32,191 people homeless.", 32000),
        ("It left over 32,000 people homeless.", "It left 39,500 people homeless.", 32000),
        ("It left over 40 people homeless.", "In Tacna, 42 people were homeless.", 40),
    ],
)
def test_a_rounded_count_is_made_exact_by_a_section(lead: str, section: str, homeless: int) -> None:
    assert tolls(lead, BODY.replace("Rebuilding", section + " Rebuilding"))["homeless"] == homeless


def test_people_leave_before_the_event_but_nobody_dies_of_it_then() -> None:
    before = (
        "\n\nPreparations\nIn Tacna, 900 people were evacuated, and a fall killed two.\n\nImpact"
    )
    found = tolls("The storm sank a ferry.", BODY.replace("\n\nImpact", before, 1))
    assert found["evacuated"] == 900
    assert "killed" not in found


def test_among_many_places_a_count_of_one_country_is_no_toll_of_the_hurt() -> None:
    towns = " ".join(
        f"In {town}, a quay broke and {n} people were hurt."
        for n, town in enumerate(("Lima", "Quito", "Bogotá", "Caracas", "La Paz", "Santiago"), 21)
    )
    body = BODY.replace("Rebuilding", towns + " Across Peru, 300 people were hurt. Rebuilding")
    assert "injured" not in tolls("The storm sank a ferry.", body)
    assert tolls("The storm hurt 800 people.", body)["injured"] == 800


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
    for marked in ("{}[edit]", "## {}", "== {} =="):
        body = BODY
        for head in ("Background", "Impact in Chile", "Impact in Peru", "Aftermath"):
            body = body.replace(f"\n{head}\n", f"\n{marked.format(head)}\n")
        page = "Storm Berta\nIt sank a ferry." + body
        assert [page[i : i + 4] for i in headings(page)] == ["Back", "Impa", "Impa", "Afte"]
        assert tolls("It sank a ferry.", body) == {"injured": 12}
    assert not Article(extract_document(Document("plain", "One line.\n\nAnother line."))).sections


def test_houses_damaged_or_destroyed_are_one_count() -> None:
    body = BODY.replace("Rebuilding", "Two shops were damaged in Tacna. Rebuilding")
    found = tolls("Over 700 houses were damaged or destroyed.", body)
    assert found["buildings_destroyed"] == 700
    assert "buildings_damaged" not in found


def test_a_place_within_another_s_name_is_not_the_title_s() -> None:
    text = "Nigeria floods\n\nRain began.\n\nToll\nIn Niger, 40 were hurt." + BODY
    assert {t.category for t in tally(extract_document(Document("article", text)))}.isdisjoint(
        {"injured"}
    )
