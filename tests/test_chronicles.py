"""Dates of chronicles and lists: headed by a day or a year, written with signs, named after a weekday."""

from __future__ import annotations

import pytest

from figures.extraction import extract


def told(text: str) -> list[tuple[float | None, str | None]]:
    """Number and first day of each figure of a text of unknown publication."""
    return [(f.value, f.earliest) for f in extract(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1972, December 22 - Lesk was leveled by a quake that killed 600.", "1972-12-22"),
        ("2004 January 4: A bomb in Lesk killed 14 people.", "2004-01-04"),
        ("1832 July–Aug., Lesk: over 3,000 people killed by cholera.", "1832-07-01"),
        ("1853 Lesk: yellow fever killed 790.", "1853-01-01"),
        ("4 January 2004 - Lesk. A bomb killed fourteen people.", "2004-01-04"),
        ("On 20-Oct-2019, 12 people were killed in Lesk.", "2019-10-20"),
        ("On 20/Oct/2019, 12 people were killed in Lesk.", "2019-10-20"),
        # no heading of what follows it
        ("Published 12 March 2019. A bomb killed fourteen people.", None),
        # a name that holds a weekday
        ("3 June 1972: Rebels killed nine in Lesk on what became Bloody Friday.", "1972-06-03"),
        # not the year of what is told beside it
        ("The Lesk quake of 1995, which killed 530, and the 1994 storm cost most.", "1995-01-01"),
    ],
)
def test_the_date_of_an_item(text: str, found: str | None) -> None:
    assert [day for _, day in told(text)] == [found]


def test_each_item_of_a_list_has_its_own_year() -> None:
    text = "1853 Lesk: fever killed 90. 1867 Hale: cholera killed 120."
    assert told(text) == [(90, "1853-01-01"), (120, "1867-01-01")]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("It killed 92 people between 20/Oct and 20/Nov.", [92]),
        ("As of 22 March 71 families were displaced in Lesk.", [71]),
        ("On March 12 45 people died in Lesk.", [45]),
        ("On 14 NOV 89 in Lesk 12 people died.", [12]),
    ],
)
def test_no_number_of_a_date_is_a_count(text: str, counts: list[float]) -> None:
    assert [value for value, _ in told(text)] == counts


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # the year that heads a list holds for its items, whenever it was published
        (
            "2009\n\nMay 3: Rebels killed two.\n\n2010\n\nMarch 1: They killed 13.",
            ["2009-05-03", "2010-03-01"],
        ),
        ("Timeline of the war in 2009. May 3: Rebels killed two priests.", ["2009-05-03"]),
        (
            "1974\n4 May – Two men died in Leeds.\n7 May – Ten died in York.",
            ["1974-05-04", "1974-05-07"],
        ),
        # days that head paragraphs
        (
            "January 3\nRebels killed two.\n\nMonday, March 4\nRebels killed 12.",
            ["2024-01-03", "2024-03-04"],
        ),
        # one such line may be the report's own
        ("March 4\nRebels killed 12.", [None]),
        ("Budget of 2023\n\nOn 5 March a fire killed two.", ["2024-03-05"]),
    ],
)
def test_what_heads_a_list_dates_its_items(text: str, days: list[str | None]) -> None:
    assert [f.earliest for f in extract(text, published="2024-05-03")] == days


def test_a_heading_with_a_place_tells_where_its_items_are() -> None:
    text = "8 January – Kenya\nMen killed two near Nakuru.\n\n31 January – Uganda\nA bomb killed a cook."
    assert [f.place for f in extract(text)] == ["Nakuru", "Uganda"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2 August 2018: Gunmen seized nine clerks. On August 4 they killed two.", ["2018-08-02", "2018-08-04"]),
        ("August 2, 2018 - Gunmen killed nine clerks. Two were hurt.", ["2018-08-02", "2018-08-02"]),
        ("2018-08-02: Gunmen killed nine clerks. Two died on 5 August.", ["2018-08-02", "2018-08-05"]),
        ("On 2 August 2018 gunmen killed nine clerks. Two more died on 5 August.", ["2018-08-02", "2018-08-05"]),
        # of the year of the report, where it is not long after
        ("On 2 August 2025 gunmen killed nine clerks. Two more died on 5 January.", ["2025-08-02", "2026-01-05"]),
        ("Gunmen killed nine clerks. Two more died on 5 January.", ["2026-01-05", "2026-01-05"]),
    ],
)  # fmt: skip
def test_an_item_headed_by_its_day_is_of_its_year(text: str, days: list[str]) -> None:
    found = extract(text, published="2026-03-12")
    assert [f.earliest for f in found][1] == days[1]
    assert not [f.quote for f in found if f.background]


LIST = """List of raids in Orlo, 2014

January 12 – A bomb in Hale kills six clerks.
February 3 – Gunmen kill 14 in Lesk; four more die in hospital.
March 9 – Three soldiers and a cook are killed.
May 22 – Gunmen seize nine cooks. Two were released on 24 May."""


def test_each_item_has_its_own_place_and_parts() -> None:
    found = extract(LIST, published="2026-03-12")
    assert [f.place for f in found][:3] == ["Hale", "Lesk", "Lesk"]
    assert not {"Hale", "Lesk"}.intersection(f.place for f in found[3:])
    assert not [f.quote for f in found if f.part_of]
    assert found[-1].earliest == "2014-05-24"


def test_a_report_of_three_days_is_no_list() -> None:
    text = "A bomb in Hale killed six clerks on May 3. On May 4 two more died. Police held nine on May 5."
    assert {f.place for f in extract(text)} == {"Hale"}


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("A suicide bomber hit a gate. In addition to the bomber, four guards died.", []),
        ("A blast killed nine. In addition, four guards died.", ["four guards"]),
    ],
)
def test_what_comes_on_top_of_a_bomber(text: str, added: list[str]) -> None:
    assert [f.quote for f in extract(text) if f.adds_to] == added
