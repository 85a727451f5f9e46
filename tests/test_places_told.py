"""Where each count of a whole report was: what stands round it, goes before it or only looks like its place."""

from __future__ import annotations

import pytest

from figures.extraction import extract


def where(text: str) -> list[str | None]:
    return [f.place for f in extract(text)]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # what those counted did themselves opens no clause of another place
        ("Twelve people died while watching a match in Lesk.", ["Lesk"]),
        ("Gunmen killed 12 in Hale while wounding 40 in Orlo.", ["Hale", "Orlo"]),
        # another who tells of its own
        (
            "Floods in Mali hurt 12 and left five missing, as neighbouring Niger reported eight deaths.",
            ["Mali", "Mali", "Niger"],
        ),
        # how far a place is from another
        (
            "A crush at a shrine in Orlo killed nine. The crush, 320 kilometres north of the provincial capital of"
            " Peshawar, also hurt 12.",
            ["Orlo", "Orlo"],
        ),
        ("Police told reporters of the crash, 160 km from Peshawar, that 12 had died.", [None]),
        # a toll has its owner close before it
        ("Rescuers dug in northern Kenya as the death toll hit 94.", ["northern Kenya"]),
        ("Kenya's death toll hit 94.", ["Kenya"]),
        # where it was felt, where the quake was near
        (
            "A quake killed 12 in western Nepal. Tremors were also felt in New Delhi. About 500 houses were destroyed.",
            ["western Nepal", "western Nepal"],
        ),
        (
            "A quake in Nepal killed 4,000 people. It struck near Nepal's capital of Kathmandu.",
            ["Nepal"],
        ),
        # a place that lies in one whose holder is told first
        (
            "Floods hit Garut in the west of Indonesia's main island of Java, where 23 people died.",
            ["Garut"],
        ),
        # what points to one
        (
            "Floods hit Garut in West Java. Thirty people were hurt in the district.",
            ["Garut"],
        ),
        (
            'An official of Nepal\'s Gorkha district said "223 people died in my district."',
            ["Gorkha district"],
        ),
        # where those saved were landed
        (
            "A boat with 90 aboard sank in the Mediterranean. Survivors, who were brought into the port at"
            " Brindisi, said 60 people had drowned.",
            ["Mediterranean"],
        ),
        # counts of many crossings
        (
            "A boat sank off Libya, killing 12. Some 2,000 people have died trying to reach Europe this year.",
            ["Libya", None],
        ),
        # the road it happened on
        ("Eight people died when a bus crashed on the road to Mombasa.", ["Mombasa"]),
        ("Eight people who were taken to Mombasa died.", [None]),
        # where people belong
        ("Three were killed in a crash. Two Hale High School students were hurt.", [None, None]),
        ("A gunman killed three at Hale High School.", ["Hale High School"]),
        # what it is the worst of
        ("It was one of the worst fires in U.S. history: 96 people died.", [None]),
        # where a report was filed
        ("New Delhi: At least 30 villagers were killed in northern Nigeria.", ["northern Nigeria"]),
        ("Mosul: 12 killed. Kirkuk: nine killed.", ["Mosul", "Kirkuk"]),
        # a place that no gazetteer knows, behind what it is
        ("Another bomb struck the nearby district of Jamila, leaving 10 people dead.", ["Jamila"]),
        (
            "BAGHDAD — A bomb blew up in the ethnically-mixed town of Tuz Khormato, killing 12.",
            ["Tuz Khormato"],
        ),
        # what is off another, where a storm went, where an agency reported from
        ("A mine in Orlo, a town 80 km north of Baghdad, killed 12.", ["Orlo"]),
        (
            "A storm killed four people before barreling out of the Philippines. A slide killed two in Kayapa.",
            ["Philippines", "Kayapa"],
        ),
        ("Twelve people have died, Radio Nine reported from Mosul.", [None]),
        ("Twelve deaths were reported from Mosul.", ["Mosul"]),
        # where most were, and where others were
        ("A storm in the Philippines has killed 27 people, mostly on the island of Luzon.", ["Philippines"]),
        ("The storm killed 200 people, as well as five people in Vietnam.", [None, "Vietnam"]),
        # where a body sits
        (
            "GENEVA, July 20 (XYZ) - Some 900 Syrians have fled fighting. Syria is at war, and Syrians go on fleeing.",
            ["Syria"],
        ),
        (
            "A storm hit Mali on Monday. Some 27 people have died, including three in Niger, police said.",
            ["Mali", "Niger"],
        ),
        # counts of many events
        (
            "A bomb in Mosul killed nine people. More than 4,000 people have been killed since April.",
            ["Mosul", None],
        ),
        (
            "A bomb in Mosul killed nine people. Twelve people have been killed since April.",
            ["Mosul", "Mosul"],
        ),
        # a street is in the town told with it
        ("A man opened fire on Hale Street in Nairobi.\nTwo people were killed.", ["Nairobi"]),
    ],
)  # fmt: skip
def test_where_each_count_was(text: str, places: list[str | None]) -> None:
    assert where(text) == places


def test_a_hamlet_of_a_country_not_told_is_not_meant() -> None:
    text = "Gunmen attacked Kaboro community in Nigeria, killing 12. Nigeria sent troops."
    assert {f.country for f in extract(text)} <= {"NG", None}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # whence people came or set out, and whom a treaty is with
        ("A dinghy with 20 men from Guinea and Togo sank off Oran. Nine of them drowned.", "Oran"),
        (
            "Nine men drowned when the dinghy, which had left Sfax in Tunisia, sank off Oran.",
            "Oran",
        ),
        ("The storm that had left Oran in ruins killed nine people.", "Oran"),
        ("Rebels who had signed a truce with Khartoum killed nine herders in Nyala.", "Nyala"),
        ("Rebels who had signed a truce with Khartoum killed nine herders.", None),
        # a list is of places beside one another
        (
            "Nine herders died in the districts of Sylhet, Sunamganj and Rajshahi in Bangladesh.",
            "Bangladesh",
        ),
        ("Nine herders died in both Nyala and Kassala.", "Nyala and Kassala"),
        ("Two herders died in Nyala and nine herders died in other parts of Sudan.", "Nyala"),
        # all the land, and the land of a traveller
        ("Two died in Nyala, Sudan. Nationwide, 40 people have died.", "Nyala"),
        (
            "Togo told of its first outbreak, after a traveller from Benin fell ill. In all, 60 cases were reported"
            " from the country.",
            "Togo",
        ),
        # some of those told before
        (
            "The death toll from the storms rose to 60. All the four lost to the slide died in Sylhet district.",
            None,
        ),
    ],
)
def test_where_the_first_count_was(text: str, place: str | None) -> None:
    assert where(text)[0] == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Two herders died in Nyala and nine herders died in other parts of Sudan.", "Sudan"),
        ("Two died in Nyala, Sudan. Nationwide, 40 people have died.", "Sudan"),
    ],
)
def test_where_the_last_count_was(text: str, place: str | None) -> None:
    assert where(text)[-1] == place


def test_the_names_of_camps_are_no_persons() -> None:
    text = "Some 16 deaths were recorded across the Hale, Orda Lesk and Orlo camps."
    assert [f.quote for f in extract(text)] == ["Some 16 deaths"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # a toll that grew is of the land over which a flood is told, not of a part of it
        (
            "Floods swept Nepal. Two people died in Ilam. The death toll has now risen to 45.",
            "Nepal",
        ),
        ("Floods swept Nepal. Two people died in Ilam. So far, 45 people have died.", "Nepal"),
        (
            "Kenya was shaken by a crime. A bomb in Mombasa killed two. The death toll rose to four.",
            "Mombasa",
        ),
        ("Floods swept Nepal. In Patna, India, two drowned. The death toll rose to four.", "Patna"),
        # whence the emergency office of a land speaks
        (
            "A slide in Ilam district of Nepal killed nine. The National Emergency Office in Kathmandu said 60 people"
            " were hurt.",
            "Ilam district",
        ),
    ],
)
def test_where_the_toll_was(text: str, place: str | None) -> None:
    assert where(text)[-1] == place


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # where somebody was held, and where what he is held for was done
        (
            "Guards in Lyon have detained three men over the killing of two cooks in Marseille.",
            ["Lyon", "Marseille"],
        ),
        (
            "Six men were detained in Cairo in connection with a raid that killed 14 herders in Tanta.",
            ["Cairo", "Tanta"],
        ),
        ("Officers detained a man in Malaga accused of killing five herders.", ["Malaga", None]),
        # where no other place is told, it is that of both
        ("Three men detained over a raid that killed two cooks in Bradford.", ["Bradford", "Bradford"]),
        # a sum over several places lies in none of them
        (
            "Rockets killed nine cooks in Idlib. Two herders died in Aleppo. Overall, 14 people were hurt.",
            ["Idlib", "Aleppo", None],
        ),
        ("A raid killed nine cooks in Idlib. Overall, 14 people were hurt.", ["Idlib", "Idlib"]),
        # where a part was is not where all were
        (
            "Rain killed 30 cooks in Kerala and Goa. Of the dead, 14 were in Goa. Some 900 families are homeless.",
            ["Kerala and Goa", "Goa", "Kerala and Goa"],
        ),
        (
            "Rain killed 30 cooks in Kerala. A slide in Goa killed nine. Some 900 families are homeless.",
            ["Kerala", "Goa", "Goa"],
        ),
        # a toll to date is that of the land
        (
            "Cyclone Freda hit Mozambique. It flattened two hamlets in Nampula on 4 May. To date 34 cooks have died.",
            ["Mozambique"],
        ),
        # where some of them died of it is not where it happened
        (
            "KISUMU - A fire killed nine cooks at an inn. Four of them died at Orda County Hospital.",
            ["KISUMU", "KISUMU"],
        ),
        ("Four cooks died at Orda County Hospital when a fire broke out.", ["Orda County Hospital"]),
        # parts of a country in a row, none of which holds another
        (
            "Peru fears more rain. In Brazil it killed 30 cooks in Sao Paulo, Bahia and Parana.",
            ["Brazil"],
        ),
        ("Rain killed 30 cooks in Austin, Texas and in Tulsa.", ["Austin"]),
    ],
)  # fmt: skip
def test_arrests_sums_and_parts_of_others(text: str, places: list[str | None]) -> None:
    assert where(text) == places
