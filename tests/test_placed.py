"""Counts by place, and what situation reports say twice: in brackets behind places, in households and in people."""

from __future__ import annotations

import pytest

from figures.extraction import extract, extract_document
from figures.extraction.tally.toll import tally
from figures.model import Document


def read(text: str) -> list[tuple[str, str, bool]]:
    """Category, quote and whether it is a part, of every figure that is no named victim."""
    told = extract(text)
    return [(f.category, f.quote, bool(f.part_of)) for f in told if f.counted != "named"]


def tolls(text: str) -> dict[str, int | float]:
    return {t.category: t.best for t in tally(extract_document(Document("a", text)))}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Heat deaths were reported from Lesk (10), Orda (8) and Tarn (4).",
            [("killed", "10", False), ("killed", "8", False), ("killed", "4", False)],
        ),
        (
            "New cholera cases were found in the districts of Lesk (31) and Orda (22).",
            [("infected", "31", False), ("infected", "22", False)],
        ),
        (
            "Clerks recorded 1,200 cholera cases, with Lesk (400) and Orda (300) the worst hit.",
            [("infected", "1,200 cholera cases", False), ("infected", "400", True), ("infected", "300", True)],
        ),
        (
            "The north had 35 deaths, followed by Lesk (21).",
            [("killed", "35 deaths", False), ("killed", "21", False)],
        ),
        ("Hurt: 32 (Lesk: 20; Orda: 12)", [("injured", x, x != "32") for x in ("32", "20", "12")]),
        (
            "Worst hit are the counties of Lesk (3,864 displaced), Orda (2,046) and Hale (704).",
            [("displaced", "3,864", False), ("displaced", "2,046", False), ("displaced", "704", False)],
        ),
        # ages and years count nobody
        ("The dead were Ana Ruiz (12) and Omar Belkin (14).", []),
        ("Deaths were reported in Guinea (2014) and Congo (2018).", []),
        ("Some 40 were killed in a raid by Omar Said (31) and Ali Belkin (22).", [("killed", "Some 40", False)]),
    ],
)  # fmt: skip
def test_brackets_behind_places(text: str, figures: list[tuple[str, str, bool]]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "again"),
    [
        ("Some 907 households, i.e. 4,536 people, were affected.", "4,536 people"),
        ("About 3,200 people representing 365 families were displaced.", "365 families"),
        ("Some 907 families composed of 4,536 individuals were affected.", "4,536 individuals"),
        ("There are 348 families with 1,643 persons affected by the storm.", "1,643 persons"),
        ("Evacuated: 1,200 families / 5,600 persons", "5,600 persons"),
        (
            "An estimated 664 households comprising 3,306 IDPs were identified.",
            "An estimated 664 households",
        ),
        ("The tracker identified 10,020 IDPs in 2,510 HH.", "2,510 HH"),
        ("Some 348 families with 900 children were displaced.", None),
    ],
)
def test_people_told_again_in_another_unit(text: str, again: str | None) -> None:
    assert next((f.quote for f in extract(text) if f.restates), None) == again


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Lesk had 103 confirmed and probable cases of Ebola.", [("infected", "103 confirmed and probable cases")]),
        ("Lesk had 942 confirmed, probable or suspected cases.",
         [("infected", "942 confirmed, probable or suspected cases")]),
        ("The number of refugees who returned home stood at 5,800.", [("returned", "5,800")]),
        ("The number of refugees who crossed into Chad reached 5,800.", [("refugees", "5,800")]),
        ("At least 900 sailors have died or have gone missing.", []),
        ("Monitors recorded 120 deaths and disappearances at sea.", []),
        ("Clerks saw 60 destroyed houses in need of repair.", [("buildings_destroyed", "60 destroyed houses")]),
        ("Assessors found 60 houses in need of reconstruction.", [("buildings_damaged", "60 houses")]),
        ("Some 900 people – nearly half of the town – are acutely food-insecure.", [("hungry", "Some 900 people")]),
    ],
)  # fmt: skip
def test_wording_of_situation_reports(text: str, figures: list[tuple[str, str]]) -> None:
    assert [(category, quote) for category, quote, _ in read(text)] == figures


def test_a_toll_from_one_count_to_another_is_no_range() -> None:
    moved = extract("Nine died on Sunday, pushing the toll for the season from 114 to 143.")
    assert [(f.value, f.status) for f in moved][1:] == [(114, "superseded"), (143, "asserted")]
    spread = extract("Estimates put the toll from 12 to 20.")
    assert [(f.low, f.high) for f in spread] == [(12, 20)]


def test_a_table_of_places_and_one_count() -> None:
    rows = "| State | Killed |\n|---|---|\n| Lesk | 14 |\n| Orda | 9 |\n"
    assert tolls(rows) == {"killed": 23}
    assert tolls(rows + "| Total | 25 |\n") == {"killed": 25}
    assert tolls("| Fact | Value |\n| Deaths | 14 |\n| Injured | 9 |\n") == {
        "killed": 14,
        "injured": 9,
    }


def test_cases_beside_deaths_are_of_a_disease() -> None:
    assert tolls("| County | Cases | Deaths |\n| Lesk | 140 | 4 |\n") == {
        "infected": 140,
        "killed": 4,
    }
    assert tolls("| County | Cases | Judges |\n| Lesk | 140 | 4 |\n") == {}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "At least nine deaths were told as a result of the flooding, including 3 in Lesk, 2 in Orda.",
            [("killed", "At least nine deaths")],
        ),
        ("The number of schools used as evacuation centres fell to 45.", []),
        ("The number of people in evacuation centres fell to 45.", [("sheltered", "45")]),
        (
            "At least 18,000 houses have been affected.",
            [("buildings_damaged", "At least 18,000 houses")],
        ),
        (
            "Some 100 huts were flooded and 55 others swept away by floods.",
            [("buildings_damaged", "Some 100 huts"), ("buildings_destroyed", "55 others")],
        ),
        (
            "Some 100 clerks fled and two others were swept away by floods.",
            [("displaced", "Some 100 clerks"), ("missing", "two others")],
        ),
    ],
)
def test_houses_and_people_are_told_apart(text: str, figures: list[tuple[str, str]]) -> None:
    assert [(category, quote) for category, quote, _ in read(text)] == figures


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Lesk had 6,607 cases of mumps in the week ending 24 February.", "period"),
        ("Lesk recorded 103 cholera cases last week.", "period"),
        ("New cholera deaths (24h): 2", "period"),
        ("Lesk recorded 103 cholera cases.", "cumulative"),
        ("Four clerks died last week in a fire.", "incident"),
    ],
)
def test_windows_of_bulletins(text: str, scope: str) -> None:
    assert [f.scope for f in extract(text)] == [scope]


def test_the_next_places_behind_the_first() -> None:
    told = read(
        "Lesk had 39 deaths, followed by Orda with 34, North Hale with 22, and Tarn with 1 confirmed death."
    )
    assert [quote for _, quote, _ in told] == ["39 deaths", "34", "22", "1 confirmed death"]
    assert [c for c, _, _ in read("A blast killed 12, followed by a fire with 30 hurt.")] == [
        "killed",
        "injured",
    ]


def test_who_are_included_and_who_are_told_beside() -> None:
    beside = read(
        "Since May 70 clerks have died, including 29 women, while 14 people have lost their lives in Lesk."
    )
    assert [part for _, _, part in beside] == [False, True, False]
    included = read("The floods claimed the lives of 47 people, which include 35 men and 12 women.")
    assert [part for _, _, part in included] == [False, True, True]


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        (
            "Between 7 October 2023 and 4 July 2024, 38,000 were killed and 87,000 hurt.",
            ["period", "period"],
        ),
        ("Between 5 and 8 August, 76 clerks were killed in a siege.", ["incident"]),
        (
            "Since May 70 clerks have died, while 14 guards have been killed in Lesk.",
            ["cumulative", "cumulative"],
        ),
    ],
)
def test_windows_over_both_counts(text: str, scopes: list[str]) -> None:
    assert [f.scope for f in extract(text)] == scopes


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The number of victims killed by the slide reached 95.", [("killed", "95")]),
        (
            "Deaths among confirmed mpox cases were reported in Lesk (4), Orda (2).",
            [("killed", "4"), ("killed", "2")],
        ),
        (
            "Lesk had 17 measles cases, of which 12 were fatal.",
            [("infected", "17 measles cases"), ("killed", "12")],
        ),
        ("The boat came in with 12 people and four dead.", [("killed", "four")]),
        (
            "We recorded 17 deaths, and 11 people were missing.",
            [("killed", "17 deaths"), ("missing", "11 people")],
        ),
        ("Some 93 children had severe acute malnutrition.", [("hungry", "Some 93 children")]),
    ],
)
def test_who_died_and_who_did_not(text: str, figures: list[tuple[str, str]]) -> None:
    assert [(category, quote) for category, quote, _ in read(text)] == figures


def test_cases_left_behind() -> None:
    told = extract("The number of measles cases increased from 5 cases in week 18 to 9 cases.")
    assert [f.status for f in told] == ["superseded", "asserted"]


def test_the_most_and_those_who_follow() -> None:
    told = read(
        "The most people, 311, were affected in Lesk, followed by 147 people in Orda and 41 in Hale."
    )
    assert [quote for _, quote, _ in told] == ["311", "147 people", "41"]


@pytest.mark.parametrize(
    ("text", "toll"),
    [
        ("Deaths by county:\nLesk: 14\nOrda: 9\nTotal: 23", {"killed": 23}),
        ("Flood toll by county\n\nLesk: 14 dead\nOrda: 9 dead\nTotal: 23 dead", {"killed": 23}),
        ("Families displaced in three counties:\n\n• Lesk: 1,400 families\n• Orda: 900 families", {"displaced": 2300}),
        ("Suspected cholera cases by province:\n- Lesk: 140 (12%)\n- Orda: 90", {"infected": 230}),
        ("Houses destroyed by district:\nLesk - 140\nOrda - 90", {"buildings_destroyed": 230}),
        # rates, ages, and what is no harm
        ("Deaths per 100,000 people by county:\nLesk: 14\nOrda: 9", {}),
        ("Dead of the crash in Lesk county:\nAna Ruiz: 34\nOmar Said: 22", {}),
        ("Police deployed by county:\nLesk: 14\nOrda: 9", {}),
        ("Matches lost by state:\nLesk: 3", {}),
    ],
)  # fmt: skip
def test_a_list_of_places_under_what_is_counted(text: str, toll: dict[str, int]) -> None:
    assert tolls(text) == toll


def test_a_list_ends_with_the_first_line_that_is_none() -> None:
    text = "Deaths by county:\nLesk: 14\nThe governor spoke.\nOrda: 9"
    assert tolls(text) == {"killed": 14}


@pytest.mark.parametrize(
    "text",
    [
        "Of 900 damaged houses, 120 are totally damaged and 790 are partially damaged.",
        "Out of 900 damaged houses 120 are fully damaged and 770 are partially damaged.",
        "Clerks listed 900 damaged houses; of which 120 are totally damaged and 790 are partially damaged.",
    ],
)
def test_houses_divided_are_counted_once(text: str) -> None:
    assert [part for _, _, part in read(text)] == [False, True, True]
    assert tolls(text) == {"buildings_damaged": 900}


def test_the_ill_who_are_treated_are_not_hurt() -> None:
    assert tolls("Some 3,587 people have dengue. Of them, 974 are being treated at clinics.") == {
        "infected": 3587
    }
    assert (
        tolls("Some 90 people have dengue. In Lesk 12 wounded clerks are being treated.")["injured"]
        == 12
    )
    assert tolls("Of the clerks, 974 are being treated at clinics.") == {"injured": 974}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Some 1,500 children under five were vaccinated.", [("assisted", "Some 1,500 children")]),
        (
            "Some 1,500 children below five years of age face hunger.",
            [("hungry", "Some 1,500 children")],
        ),
        (
            "The quake killed nine, with some 500 clerks sustaining injuries.",
            [("killed", "nine"), ("injured", "some 500 clerks")],
        ),
        ("A man with three gunshot wounds was found.", [("injured", "A man")]),
        (
            "Lesk has cholera cases totaling 552 and 14 deaths.",
            [("infected", "552"), ("killed", "14 deaths")],
        ),
    ],
)
def test_ages_and_wounds(text: str, figures: list[tuple[str, str]]) -> None:
    assert [(category, quote) for category, quote, _ in read(text)] == figures


def test_places_behind_a_colon_and_people_in_brackets() -> None:
    told = read(
        "The 46 confirmed cholera cases are from 3 states: Lesk (8), Orda (19) and Hale (19)."
    )
    assert [part for _, _, part in told] == [False, True, True, True]
    told = read(
        "Some 131 people were sheltering in Lesk (109 people), Orda (14 people) and Hale (8 people)."
    )
    assert [part for _, _, part in told] == [False, True, True, True]


def test_households_and_people_parted_by_a_stroke() -> None:
    told = extract("So far 15,392 households/45,835 people have been evacuated.")
    assert [(f.quote, bool(f.restates)) for f in told] == [
        ("15,392 households", False),
        ("45,835 people", True),
    ]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Lesk has recorded 12 deaths, Orda eight and Hale three.",
            [
                ("killed", "12 deaths", False),
                ("killed", "eight", False),
                ("killed", "three", False),
            ],
        ),
        (
            "The country has 1,200 cholera cases. Lesk has reported 678, Orda 306 and Hale 210.",
            [("infected", x, False) for x in ("1,200 cholera cases", "678", "306", "210")],
        ),
        (
            "The death toll rose to 24. Lesk reported 12, Orda nine and Hale three.",
            [("killed", "24", False)] + [("killed", x, True) for x in ("12", "nine", "three")],
        ),
        (
            "Italy recorded 81 new deaths, Spain 84, and France 41.",
            [("killed", "81 new deaths", False), ("killed", "84", False), ("killed", "41", False)],
        ),
        # more than were told of; one place alone; names with numbers and ages
        (
            "Twelve died. Lesk reported 40, Orda 30 and Hale 12 points.",
            [("killed", "Twelve", False)],
        ),
        ("Ninety fell ill. Lesk reported 40, Orda was spared.", [("infected", "Ninety", False)]),
        ("Lesk reported 12 deaths, Highway 40 was closed.", [("killed", "12 deaths", False)]),
        (
            "Lesk recorded 12 deaths, Omar, 19, and Ali, 20, among them.",
            [("killed", "12 deaths", False)],
        ),
    ],
)
def test_places_that_report_in_a_row(text: str, figures: list[tuple[str, str, bool]]) -> None:
    assert read(text) == figures


def test_what_several_places_report_adds_to_none() -> None:
    assert not any(
        f.adds_to for f in extract("Italy recorded 81 new deaths, Spain 84, and France 41.")
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Most deaths took place in Kerala (374), followed by Bihar (137) and Punjab (132).",
            [(374, "Kerala"), (137, "Bihar"), (132, "Punjab")],
        ),
        (
            "Deaths have been recorded in two provinces: Kabul: 101 people; Kunduz: 28 people.",
            [(101, "Kabul"), (28, "Kunduz")],
        ),
        # a whole before a list is of no one place
        (
            "Nine people died in two provinces: Kabul: 5; Kunduz: 4.",
            [(9, None), (5, "Kabul"), (4, "Kunduz")],
        ),
        ("Killed by province: Kabul: 12.", []),
        ("Fifty people died in Ras al-Ain.", [(50, "Ras al-Ain")]),
    ],
)
def test_counts_behind_places_in_a_list(text: str, found: list[tuple[float, str | None]]) -> None:
    assert [(f.value, f.place) for f in extract(text)] == found


@pytest.mark.parametrize(
    ("text", "deaths"),
    [
        ("Kabul, Kunduz and Herat each reported one death.", 3),
        ("Kabul and Herat each recorded three deaths.", 6),
        ("Each province recorded three deaths.", 3),
        ("Kabul and Herat reported three deaths.", 3),
    ],
)
def test_each_of_several_places_reports_as_many(text: str, deaths: int) -> None:
    assert [f.value for f in extract(text)] == [deaths]
