"""What situation reports and bulletins tell: houses ruined in part, brackets by place, weeks that lead up to a day, new
cases that come on top of nothing."""

from __future__ import annotations

import pytest

from figures import extract

PUBLISHED = "2024-05-03"


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Some 41 houses were damaged, of which, 21 fully destroyed and 20 partially.",
         [("buildings_damaged", 41), ("buildings_destroyed", 21), ("buildings_damaged", 20)]),
        ("Six houses got fully and 25 houses got partially damaged.",
         [("buildings_damaged", 6), ("buildings_damaged", 25)]),
        ("Of 203 houses, 53 were completely and 150 were partially destroyed.",
         [("buildings_destroyed", 53), ("buildings_damaged", 150)]),
        ("Houses damaged: 244 (fully – 34, partially – 210)",
         [("buildings_damaged", 244), ("buildings_damaged", 34), ("buildings_damaged", 210)]),
        ("Nine clerks were fully vaccinated and 20 partially; 30 houses were destroyed.",
         [("assisted", 9), ("buildings_destroyed", 30)]),
        ("Colombia hosted 1.2 million refugees and migrants.", [("refugees", 1200000)]),
        ("The displaced persons are 40; the cars are 12.", [("displaced", 40)]),
        ("Fires burnt over 36 000ha near Hale.", [("land_hectares", 36000)]),
        ("Floods hit Orda (167 deaths and approx. 2,000 injured).", [("killed", 167), ("injured", 2000)]),
        ("The IDP population included IDPs in camps (988 individuals or 40%).", [("displaced", 988)]),
        ("IDPs in camps (see page 12) need shelter.", []),
        ("It counted 450 displaced persons (IDPs) in 90 families.", [("displaced", 450), ("displaced", 90)]),
        ("Some 77 have died, most of them in Lesk (39 deaths) and Lower Orda (17), three others are missing.",
         [("killed", 77), ("killed", 39), ("killed", 17), ("missing", 3)]),
    ],
)  # fmt: skip
def test_figures(text: str, figures: list[tuple[str, int]]) -> None:
    found = [(f.category, f.value) for f in extract(text) if f.counted != "named"]
    assert found == figures


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Dead: 8 (1 in Hale; 1 in Orda; 2 in Lesk and 4 in Castile)", [False, True, True, True, True]),
        ("Some 77 have died, most of them in Lesk (39 deaths) and Lower Orda (17).", [False, True, True]),
        ("Some 77 have died; floods reached Lesk (39 deaths) and Lower Orda (17).", [False, False, False]),
    ],
)  # fmt: skip
def test_parts(text: str, parts: list[bool]) -> None:
    assert [f.part_of is not None for f in extract(text)] == parts


@pytest.mark.parametrize(
    ("text", "adds"),
    [
        ("There are 1,200 cholera cases. Lesk has 88 new cases.", [False, True]),
        ("There were 29 new cholera cases in Orda. Lesk has 12 new cases.", [False, False]),
        ("In the past week, 103 cholera cases were seen. Orda has 29 new cases.", [False, False]),
        ("In 2020, storms led to 404,000 new displacements; 3.5 million people are displaced.", [False, False]),
        ("A blast killed 40 people. Two new victims were found.", [False, True]),
    ],
)  # fmt: skip
def test_new_ones(text: str, adds: list[bool]) -> None:
    assert [f.adds_to is not None for f in extract(text)] == adds


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("In the week leading up to May 2, 103 cholera cases were seen.", ("2024-04-26", "2024-05-02")),
        ("In the two weeks leading up to 2 May, 103 cholera cases were seen.", ("2024-04-19", "2024-05-02")),
        ("Since November 2021, 307,796 clerks have been displaced.", ("2021-11-01", "2024-05-03")),
    ],
)  # fmt: skip
def test_windows(text: str, window: tuple[str, str]) -> None:
    (figure,) = extract(text, published=PUBLISHED)
    assert (figure.earliest, figure.latest) == window


def test_since() -> None:
    figures = extract("Since November 2021, 307,796 clerks have been displaced by drought.")
    assert figures[0].since == "Since November 2021"
    figures = extract("Since May 12, 2021 some 900 clerks have been displaced.")
    assert figures[0].since == "Since May 12, 2021"


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The toll rose to 14 (nine in Kabul and five in Herat).", [None, "Kabul", "Herat"]),
        ("Floods killed eight (8) people in Kabul.", ["Kabul"]),
    ],
)  # fmt: skip
def test_places(text: str, places: list[str | None]) -> None:
    assert [f.place for f in extract(text)] == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("In Kabul, 24 people were killed, while Gilgit-Baltistan saw 45 deaths and nine injuries.",
         ["Kabul", "Gilgit-Baltistan", "Gilgit-Baltistan"]),
        ("In Kabul and Herat police recorded 45 deaths.", ["Kabul and Herat"]),
        ("Nine people are dead. In Kabul, 40 people were hurt. In Herat, 12 were hurt.", [None, "Kabul", "Herat"]),
        ("Nine people died. In Kabul, police said that the driver fled.", ["Kabul"]),
    ],
)  # fmt: skip
def test_places_of_clauses(text: str, places: list[str | None]) -> None:
    assert [f.place for f in extract(text)] == places


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("In Lenia, probable, confirmed and suspected cases of Ebola amount to 13,823.", [None]),
        ("Families are in three evacuation centres. It also reported that 40 houses were damaged.", [None]),
        ("The ministry sent tents. It also reported that 40 houses were damaged.", ["ministry"]),
        ("Lenia confirmed and counted 40 cholera cases.", ["Lenia"]),
    ],
)  # fmt: skip
def test_speakers(text: str, speakers: list[str | None]) -> None:
    assert [f.attributed_to for f in extract(text)] == speakers


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("An increase of two per cent or 16,303 IDPs was seen.", []),
        ("Some 40 per cent or 16,303 IDPs are in camps.", [16303]),
        ("There were 28 cholera cases. Of these, 15 were confirmed in a laboratory.", [28, 15]),
        ("A blast hurt 28 people. Of those, 15 were confirmed to be clerks.", [28]),
    ],
)  # fmt: skip
def test_values(text: str, values: list[int]) -> None:
    assert [f.value for f in extract(text)] == values


def test_no_month_in_a_name() -> None:
    assert (
        extract("Storm Emong (Co-May) killed 12 people.", published=PUBLISHED)[0].earliest is None
    )
    assert (
        extract("Storms killed 12 people in mid-May.", published="2024-07-01")[0].earliest
        == "2024-05-01"
    )


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The death toll had never crossed even the 5,000 mark.", [("denied", 5000)]),
        ("The toll has not passed 40.", [("denied", 40)]),
        ("The toll has passed 40.", [("asserted", 40)]),
    ],
)
def test_tolls_not_reached(text: str, figures: list[tuple[str, int]]) -> None:
    assert [(f.status, f.value) for f in extract(text)] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("A total of 11,459 measles cases were reported. Most of the cases were from Kabul (2,936 or 26%) and Herat "
         "(over 4,625 or 43%).", [(11459, None, False), (2936, "Kabul", True), (4625, "Herat", True)]),
        ("There have been 57 deaths from 46 countries outside Yemen.", [(57, None, False)]),
        ("A blast outside Kabul killed three people.", [(3, "Kabul", False)]),
        ("A blast outside Yemen's embassy killed three people.", [(3, "Yemen", False)]),
    ],
)  # fmt: skip
def test_by_place(text: str, figures: list[tuple[int, str | None, bool]]) -> None:
    assert [(f.value, f.place, f.part_of is not None) for f in extract(text)] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The appeal was revised for CHF 4.62 million to assist 75,000 people affected by the floods.",
         [("funding_money", "asserted"), ("assisted", "hypothetical")]),
        ("CHF 298,424 was allocated to support the branch in delivering food aid to 900 families.",
         [("funding_money", "asserted"), ("assisted", "hypothetical")]),
        ("The grant enabled the agency to feed 900 people.", [("assisted", "asserted")]),
        ("WFP used boats to reach 4,000 people with food.", [("assisted", "asserted")]),
        ("Food aid reached 900 people affected by the storm, which affected 4,000 people.",
         [("assisted", "asserted"), ("affected", "asserted")]),
    ],
)  # fmt: skip
def test_aims(text: str, figures: list[tuple[str, str]]) -> None:
    assert [(f.category, f.status) for f in extract(text)] == figures


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("In Kunduz, 900 people were displaced by fighting between MLA-N forces and the army.", ["Kunduz"]),
        ("As at 3 October, 1300 hrs Jakarta time, the agency had confirmed 12 deaths.", [None]),
        ("Some 4,500 people have been displaced inside and outside Sudan.", ["Sudan"]),
    ],
)  # fmt: skip
def test_no_places(text: str, places: list[str | None]) -> None:
    assert [f.place for f in extract(text)] == places


def test_lists_of_states() -> None:
    text = "Six measles deaths were recorded in three states. The states are Kabul (3), Herat (2) and Kunduz (1)."
    assert [(f.value, f.part_of is not None) for f in extract(text)] == [
        (6, False),
        (3, True),
        (2, True),
        (1, True),
    ]
    text = "Nine measles deaths were recorded. The roads are Lesk (3), Herat (2) and Kunduz (1)."
    assert [f.value for f in extract(text)] == [9]
    text = "It gave the states with confirmed measles cases as Kabul (7), Herat (6) and Kunduz (5)."
    assert [f.value for f in extract(text)] == [7, 6, 5]


def test_a_crisis_dates_no_deed() -> None:
    text = "Since the outbreak of Lenia's civil war in April 2023, 4 million have fled. Five clerks died in an ambush."
    assert [f.earliest for f in extract(text, published=PUBLISHED)] == ["2023-04-01", None]
    text = "In March alone, 900 people fled. Some 12 people are missing."
    assert [f.earliest for f in extract(text, published=PUBLISHED)] == ["2024-03-01", None]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Deaths 1,739 (men 759, women 580, children 400)", [(1739, False), (759, True), (580, True), (400, True)]),
        ("Deaths 2019 (per month)", []),
        ("Deaths by country: Chad 1,200, Niger 300, Mali 45.", [(1200, False), (300, False), (45, False)]),
        ("Chad: 1,200 dead; Niger: 300; Mali: 45.", [(1200, False), (300, False), (45, False)]),
        ("A total of 675 houses damaged, along with six bridges, 12 schools and nine clinics.",
         [(675, False), (6, False), (12, False), (9, False)]),
        ("Some 300 houses were damaged, along with six cars.", [(300, False)]),
        ("There are 429 damaged public facilities.", [(429, False)]),
        ("Damaged houses: 4,512 (totally 812; partially 3,700).", [(4512, False), (812, True), (3700, True)]),
        ("Some 300 houses were damaged; totally 40 people fled.", [(300, False), (40, False)]),
    ],
)  # fmt: skip
def test_lists_and_labels(text: str, figures: list[tuple[int, bool]]) -> None:
    assert [(f.value, f.part_of is not None) for f in extract(text)] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Some 900 people (400 men), including 30 children (aged 5), were displaced.",
         [(900, False), (400, True), (30, True)]),
        ("Some 730 people, including 134 in Phase 4 (Emergency), are facing hunger.", [(730, False), (134, True)]),
        ("In the past day 33 cholera cases and two deaths were seen, taking the total to 1,204 cases and 44 deaths.",
         [(33, True), (2, True), (1204, False), (44, False)]),
        ("Two guards were killed, raising the toll to 12 dead and 40 injured.", [(2, True), (12, False), (40, False)]),
    ],
)  # fmt: skip
def test_wholes(text: str, figures: list[tuple[int, bool]]) -> None:
    assert [(f.value, f.part_of is not None) for f in extract(text)] == figures


def test_compared_with_last_week() -> None:
    text = (
        "Floods hit Lesk. The number of people affected stands at 45,000, up from 38,000 last week."
    )
    assert [(f.value, f.background) for f in extract(text)] == [(45000, None), (38000, "last week")]


def test_where_some_are_from() -> None:
    text = "More than 3,400 people were evacuated from 12 villages, including 800 from Kabul and 600 from Herat."
    assert [f.place for f in extract(text)] == [None, "Kabul", "Herat"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Thousands of guards worked to shift the marooned people to camps.", []),
        ("Some 12 of the marooned people were flown out.", [(12, False)]),
        ("More than 250 people were affected across the region -- 162 in Kabul and 118 in Herat.",
         [(250, False), (162, True), (118, True)]),
        ("The death toll in Kabul rose to seven, while the number in Herat rose to 10.", [(7, False), (10, False)]),
        ("Divers found nine bodies, as the toll rose to 40.", [(9, True), (40, False)]),
    ],
)  # fmt: skip
def test_by_region(text: str, figures: list[tuple[int, bool]]) -> None:
    assert [(f.value, f.part_of is not None) for f in extract(text)] == figures
