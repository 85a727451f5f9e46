"""Names of countries and states: which of several is meant, and whether they tell where something happened."""

from __future__ import annotations

import pytest

from figures.extraction import extract


def where(text: str) -> list[tuple[str | None, str | None]]:
    """Place as named in the gazetteer and country of each figure."""
    return [(f.place_name, f.country) for f in extract(text)]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("In the Democratic Republic of the Congo, 40 people were killed.", "CD"),
        ("In DR Congo, 40 people were killed.", "CD"),
        ("In eastern Congo, 40 people were killed.", "CD"),
        ("In Goma, DR Congo, 40 people were killed.", "CD"),
        ("In the Republic of the Congo, 40 people were killed.", "CG"),
        ("In Congo-Brazzaville, 40 people were killed.", "CG"),
        ("In Brazzaville, Congo, 40 people were killed.", "CG"),
        ("In Ceylon, 40 people were killed.", "LK"),
        ("In Upper Volta, 40 people were killed.", "BF"),
        ("In the Soviet Union, 40 people were killed.", None),
        # a country's name that is a state's or a town's, too
        ("In Athens, Georgia, 40 people were killed.", "US"),
        ("In Tbilisi, Georgia, 40 people were killed.", "GE"),
        ("In Lebanon, Tennessee, 40 people were killed.", "US"),
        ("In Georgia, 40 people were killed.", "GE"),
        ("A bus crash killed 40 people in Georgia. Troopers in Florida helped.", "US"),
    ],
)
def test_the_country_that_is_meant(text: str, country: str | None) -> None:
    assert [code for _, code in where(text)] == [country]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Militants seized the U.S. embassy in Nairobi, taking 90 hostages.", "Nairobi"),
        ("In a raid by West German police, nine hostages were killed.", None),
        ("May 26: Four bodies were found.", None),
        ("August 5: Gunmen killed four people in Nairobi.", "Nairobi"),
        ("Shells killed four people in South Sudan.", "South Sudan"),
        ("U.S. strikes killed four people.", None),
        ("Storms killed four people in the U.S.", "United States"),
    ],
)
def test_names_that_are_no_place_of_it(text: str, place: str | None) -> None:
    assert [name for name, _ in where(text)] == [place]


def test_nobody_is_killed_by_the_name_of_a_country() -> None:
    text = "In Kinshasa, Democratic Republic of the Congo, 40 people were killed."
    assert [f.quote for f in extract(text)] == ["40 people"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Some 900 people crossed into Kenya fleeing the war in Sudan.", "Kenya"),
        ("Some 900 refugees from Sudan live in Chad.", "Chad"),
        ("Shells killed 900 people in Sudan.", "Sudan"),
    ],
)
def test_refugees_are_where_they_arrived(text: str, place: str | None) -> None:
    assert where(text)[0][0] == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In Kabul, 14 died. In Kunduz, nine died. The total toll is 31.", None),
        ("Floods hit Chad. In Abeche, 14 died. In Mongo, nine died. In all, 31 died.", "Chad"),
        ("A bomb in Kabul killed five. The total toll is 31.", "Kabul"),
        ("In Kabul, 14 died. In Kunduz, nine died. Another two drowned.", "Kunduz"),
    ],
)
def test_a_sum_over_places_is_of_none_of_them(text: str, place: str | None) -> None:
    assert where(text)[-1][0] == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # the capital of a people
        ("A fire killed 12 people in the Bangladeshi capital on Monday.", "Dhaka"),
        ("A blast in the Kenyan capital killed four people.", "Nairobi"),
        ("Four people were killed in the South African capital.", "Pretoria"),
        ("A fire killed 12 people in the Bangladeshi capital, Dhaka.", "Dhaka"),
        ("A fire killed 12 people in the Kenyan town of Kisumu.", "Kisumu"),
        ("The Kenyan capital markets authority said four people died.", None),
        ("The Kenyan capital Nairobi mourned. Four people died in Kisumu.", "Kisumu"),
        # parts of countries known by their first letters
        ("Gunmen killed nine people in KP on Sunday.", "Khyber Pakhtunkhwa"),
        ("Gunmen killed nine people in NWFP on Sunday.", "Khyber Pakhtunkhwa"),
        ("KP Hale said that nine people had been killed.", None),
        ("A fire in NSW killed two people.", "New South Wales"),
        ("A landslide in PNG killed 26 people.", "Papua New Guinea"),
        # a sea or a desert says where the province lies that is named behind it
        ("A gas blast killed 63 miners in the Black Sea province of Zonguldak.", "Zonguldak"),
        ("A gas blast killed 63 miners in the Black Sea region.", "Black Sea"),
        # who speaks from abroad, and who does something, is not where it was
        (
            "A ferry sank off Tonga on Friday. New Zealand's rescue centre said 62 people were missing.",
            "Tonga",
        ),
        ("A quake shook Syria and Turkey. Turkey's ministry said 62 people had died.", "Turkey"),
        ("A bomb hit Aleppo in Syria. Syria's army said 12 people had died.", "Aleppo"),
        (
            "Some 90 people were saved off Tonga by a search run by Fiji and New Zealand, but 62 are missing.",
            "Tonga",
        ),
    ],
)
def test_whose_name_stands_for_a_place(text: str, place: str | None) -> None:
    assert where(text)[-1][0] == place
