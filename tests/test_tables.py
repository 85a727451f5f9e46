"""Tables of several columns, row by row."""

import pytest

from figures.extraction import extract, extract_document
from figures.extraction.tally.toll import tally
from figures.model import Document

PLACES = """| Province | Dead | Injured | Houses destroyed |
|---|---|---|---|
| Lesk | 14 | 31 | 1,200 |
| Orda | 9 | - | 45 |
"""


def tolls(text: str) -> dict[str, int | float]:
    return {t.category: t.best for t in tally(extract_document(Document("a", text)))}


def test_a_number_is_read_by_the_head_of_its_column() -> None:
    assert [(f.category, f.value) for f in extract(PLACES)] == [
        ("killed", 14),
        ("injured", 31),
        ("buildings_destroyed", 1200),
        ("killed", 9),
        ("buildings_destroyed", 45),
    ]


def test_an_empty_cell_keeps_its_column() -> None:
    text = (
        "| | Dead | Injured | Missing |\n| Lesk | 5 | | 7 |\n| Orda | | 8 | 9 |\n| | 5 | 8 | 16 |\n"
    )
    assert [(f.category, f.value) for f in extract(text)][:4] == [
        ("killed", 5), ("missing", 7), ("injured", 8), ("missing", 9)
    ]  # fmt: skip
    without = "Town | Dead | Injured\nLesk |  | 31"
    assert [(f.category, f.value) for f in extract(without)] == [("injured", 31)]


@pytest.mark.parametrize("empty", ["--", "-", "–", "...", "n/a", "", "NA"])
@pytest.mark.parametrize("bar", ["\t", " | "])
def test_a_cell_without_a_count_takes_none_from_its_neighbour(bar: str, empty: str) -> None:
    rows = [["District", "Dead", "Hurt"], ["Lesk", "14", "52"], ["Orda", "6", empty]]
    text = "\n".join(bar.join(row) for row in rows)
    assert [(f.category, f.value) for f in extract(text)] == [
        ("killed", 14), ("injured", 52), ("killed", 6),
    ]  # fmt: skip


def test_rows_of_places_add_up() -> None:
    assert tolls(PLACES) == {"killed": 23, "injured": 31, "buildings_destroyed": 1245}


def test_a_total_holds_its_rows() -> None:
    text = PLACES + "| Total | 23 | 31 | 1,245 |\n"
    figures = extract(text)
    whole = next(f for f in figures if f.value == 23)
    assert [f.part_of for f in figures if f.category == "killed"] == [whole.id, whole.id, None]
    assert tolls(text)["killed"] == 23


def test_rows_of_days_do_not_add_up() -> None:
    assert tolls("| Date | Dead | Hurt |\n| 3 May | 14 | 31 |\n| 4 May | 19 | 40 |")["killed"] != 33


def test_columns_that_count_no_harm() -> None:
    assert extract("| Team | Played | Lost |\n| Lesk | 14 | 12 |") == []
    assert extract("| Ward | Beds | Nurses |\n| Lesk | 14 | 12 |") == []


def test_a_row_without_a_head() -> None:
    assert extract("| Lesk | 14 | 31 |\n| Orda | 9 | 12 |") == []
    assert (
        extract(PLACES.split("\n")[0] + "\n\nThe fair drew crowds.\n\n| Lesk | 14 | 31 | 2 |") == []
    )


ROWS = "The storm hit Kenya.\n\n| County | Dead |  |\n| Kisumu | 14 |  |\n| Nakuru | 9 |  |\n"
LINES = "The storm hit Kenya.\n\nKisumu: 14 dead\nNakuru: 9 dead\n"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (ROWS + "| Total | 23 |  |", ["Kisumu", "Nakuru", "Kenya"]),
        (LINES + "Total: 23 dead", ["Kisumu", "Nakuru", "Kenya"]),
        (LINES + "Grand total: 23 dead", ["Kisumu", "Nakuru", "Kenya"]),
        ("Kisumu: 14 dead\nNakuru: 9 dead\nTotal: 23 dead", ["Kisumu", "Nakuru", None]),
        (LINES + "Total in Mombasa: 23 dead", ["Kisumu", "Nakuru", "Mombasa"]),
        ("The storm hit Kisumu.\nMen: 4 dead\nTotal: 9 dead", ["Kisumu", "Kisumu"]),
        ("The storm hit Kisumu.\nTotal dead: 9", ["Kisumu"]),
        (LINES + "Injured: 23", ["Kisumu", "Nakuru", "Nakuru"]),
    ],
)
def test_a_total_is_not_of_the_place_of_the_row_above(text: str, places: list[str | None]) -> None:
    assert [f.place for f in extract(text)] == places


def test_cells_parted_by_tabs() -> None:
    text = "District\tKilled\tInjured\nLesk\t12\t40\nOrda\t8\t\nTotal\t20\t40\n"
    told = [(f.category, f.value, f.part_of is not None) for f in extract(text)]
    assert told == [
        ("killed", 12, True), ("injured", 40, True), ("killed", 8, True), ("killed", 20, False),
        ("injured", 40, False),
    ]  # fmt: skip


def test_tabs_that_part_no_cells() -> None:
    text = "\tTwelve people were killed in Lesk.\n\tAnother nine were hurt.\nKilled:\t12\n"
    assert [f.value for f in extract(text)] == [12, 9, 12]
