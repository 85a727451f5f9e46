"""Whole stories read as one document: where each figure happened, when, and who said so."""

from __future__ import annotations

import pytest

from figures.extraction import extract
from figures.model import Figure


def one(text: str, number: str, published: str = "2024-05-10") -> Figure:
    """The figure of a number in a story published on a Friday."""
    return next(f for f in extract(text, published=published) if f.reported == number)


_QUAKE = "The toll of an earthquake in the west of Chile rose to 35, officials said on Friday."
_MARKET = "A bomb tore through a market in Herat on Thursday, killing 33 people, police said.\n\n"


@pytest.mark.parametrize(
    ("text", "number", "where"),
    [
        (
            "HONG KONG - The death toll from Turkey's Hatay province earthquake has risen to 160.",
            "160",
            "Hatay province",
        ),
        (
            "A quake in Chile killed 35 people. The agency said its epicentre was 115 km (70 miles) west"
            " of Temuco. Crews pulled 12 men from the rubble.",
            "12",
            "Chile",
        ),
        (
            _MARKET + "Ali Reza, police spokesman in nearby Kushk, said 56 people were hurt.",
            "56",
            "Herat",
        ),
        (
            _MARKET
            + "Ali Reza, police spokesman in nearby Kushk, said he was there. Some 56 were hurt.",
            "56",
            "Herat",
        ),
        (
            "A ferry sank off southern Haiti on Thursday. The crowd had been packed onto the Neptune."
            " Some 141 people were rescued.",
            "141",
            "southern Haiti",
        ),
        (
            "BAGHDAD -- A suicide bomber hit a market in a northern city on Thursday, killing six people."
            " The attack in the mainly Turkmen city of Tal Afar came at noon.",
            "six",
            "Tal Afar",
        ),
        (
            "A bus fell off an Andean road in southern Peru, killing two nurses.",
            "two",
            "southern Peru",
        ),
        (
            "A coach crashed near Yucaipa on Thursday. It was carrying people home from a ski outing in"
            " Big Bear Lake. Eight people were killed.",
            "Eight",
            "Yucaipa",
        ),
        (
            "A coach fell into a ravine in Alabama on Thursday, killing its driver. It happened on the road"
            " between Mobile, Alabama, and Pensacola, Florida. Nine people were hurt.",
            "Nine",
            "Alabama",
        ),
        (
            "A minibus fell off a road in southern Peru on Thursday. Chivay, home to 6,500 people, is located"
            " in the Colca Valley. Nine people were killed.",
            "Nine",
            "southern Peru",
        ),
        (
            "Ministers came after at least 86 people were killed in clashes in Plateau State. They arrived in"
            " Jos on Thursday. Some 50 people were hurt.",
            "50",
            "Plateau State",
        ),
        (
            "Some 141 people were missing in China after a landslide buried a village in Sichuan province.",
            "141",
            "Sichuan province",
        ),
        (
            "Nine people were hurt in Alabama. They were taken by helicopter and ambulance to ten clinics in"
            " Florida, where five people died.",
            "Nine",
            "Alabama",
        ),
        (
            "Flash floods have killed 53 people in the central and southern Philippines.",
            "53",
            "central and southern Philippines",
        ),
        (
            "A strike hit a house in the Red Sea port city of Hodeidah, killing six civilians.",
            "six",
            "Hodeidah",
        ),
        (
            "Troops opened fire at mourners in the Damascus suburb of Douma, killing ten men.",
            "ten",
            "Douma",
        ),
        (
            "Shells hit a house in the Al Sabra neighborhood of Gaza City, killing nine women.",
            "nine",
            "Al Sabra neighborhood",
        ),
        (
            "Some 24 people were killed in two other border provinces, Khost and Nangarhar, officials said.",
            "24",
            "Khost and Nangarhar",
        ),
        ("Some 17 people died in the southern agricultural town of Daraa.", "17", "Daraa"),
        ("Crowds went to the funerals of 17 people gunned down in Daraa.", "17", "Daraa"),
        (
            "Many of the 30 hurt children were sent to clinics in Abs district and in Sanaa. The raid on Kabul"
            " killed 23 civilians.",
            "23",
            "Kabul",
        ),
        (
            "A typhoon flooded the central Philippines, officials said. It is now sweeping across the South"
            " China Sea. Twelve people died.",
            "Twelve",
            "central Philippines",
        ),
        (
            "The storm came ashore at Aurora province north of Manila, where several people died.",
            "several",
            "Aurora province",
        ),
        (
            "ISTANBUL - The toll of the typhoon has risen to 14, an agency of the Philippines said. In Taiwan, it has"
            " claimed three lives. In China, 900 people were moved.",
            "14",
            "Philippines",
        ),
        (
            "BEIRUT - Syrian troops opened fire on Friday, killing at least six people. Three people were killed"
            " in Homs, two in Damascus and one near Daraa.",
            "six",
            None,
        ),
    ],
)
def test_where_it_happened(text: str, number: str, where: str | None) -> None:
    assert one(text, number).place == where


@pytest.mark.parametrize(
    ("text", "number", "where"),
    [
        # the speaker's town is told alone; a landslide's victims are buried, too; a village that an article precedes
        ("Doctors in Herat said 12 people had died.", "12", "Herat"),
        ("He was buried in Herat. Twelve people were killed in Kabul.", "Twelve", "Kabul"),
        (
            "Gunmen shot 12 people in Harsara village of Dhanusa district.",
            "12",
            "Harsara village",
        ),
        ("A truck fell between Herat and Kushk, killing 12 people.", "12", "Kushk"),
    ],
)
def test_where_it_stays_as_told(text: str, number: str, where: str) -> None:
    assert where in (one(text, number).place or "")


@pytest.mark.parametrize(
    ("text", "number", "day"),
    [
        (_QUAKE + " A magnitude 6.7 quake struck the coast on Monday.", "35", "2024-05-06"),
        (
            "The toll of the quake climbed Wednesday to 15,000. Helicopters dropped food. Crews found towns"
            " where most had fallen victim to Monday's quake.",
            "15,000",
            "2024-05-06",
        ),
        (
            "Villagers dug on Wednesday for survivors of a quake that struck Chile, killing 195 people. A"
            " minister came to where Monday's quake began.",
            "195",
            "2024-05-06",
        ),
        (
            "A bomb tore through a market on Thursday as families bought food for the weekend, killing 33"
            " people.",
            "33",
            "2024-05-09",
        ),
        (
            "Crews were still searching on Wednesday for 50 people feared buried under debris following a"
            " landslide in Hale on Monday.",
            "50",
            "2024-05-06",
        ),
        (
            "Tents on Wednesday were being flown to the island after an earthquake killed 98 people. The"
            " earthquake Monday evening cut all roads.",
            "98",
            "2024-05-06",
        ),
        (
            "A bomb killed four men on Wednesday. Eleven people died in an attack claimed by the rebels on"
            " Monday.",
            "Eleven",
            "2024-05-06",
        ),
        (
            "A storm hit Luzon on Monday. It left 12 people dead, then blew toward Japan on Wednesday.",
            "12",
            "2024-05-06",
        ),
        (
            "A typhoon left three nurses dead, officials said yesterday. Typhoon Hale struck Monday.",
            "three",
            "2024-05-06",
        ),
        (
            "A quake hit Chile on Monday. Some 670 people were hurt in the quake, which struck the site of a"
            " massive earthquake five years ago.",
            "670",
            "2024-05-06",
        ),
    ],
)
def test_the_day_it_happened(text: str, number: str, day: str) -> None:
    assert one(text, number).earliest == day


def test_a_day_of_bodies_found_is_when_the_toll_stood() -> None:
    text = (
        "A quake hit Chile on Monday. With the bodies discovered on Thursday, the toll rose to 500."
    )
    found = one(text, "500")
    assert (found.earliest, found.as_of) == ("2024-05-06", "2024-05-09")


def test_a_day_in_brackets_is_of_what_its_weekday_is() -> None:
    text = "The island declared a state of emergency on Thursday (May 9) as the toll of floods rose to 132."
    assert one(text, "132").earliest is None


@pytest.mark.parametrize(
    ("text", "number", "who"),
    [
        (
            "Sultan said the toll would rise, and that authorities there had confirmed it by counting bodies."
            " Some 215 soldiers were among the dead, he said.",
            "215",
            "Sultan",
        ),
        ("Three nurses were killed, Radio Nine's report said.", "Three", "Radio Nine"),
        (
            "Some 40 people drowned, the Lesk Relief Mission (LRM) and the coast guard said on Friday.",
            "40",
            "LRM",
        ),
        (
            '"The bus fell," Mack told reporters. "We have one confirmed fatality."\n\nA spokeswoman for the'
            " agency said later that two guards were hurt.",
            "one",
            "Mack",
        ),
        (
            "Local officials late Monday (local time) put the number of dead at 16.",
            "16",
            "Local officials",
        ),
        (
            "Medical sources quoted by the relief coordinator in Lesk said the raids killed ten women.",
            "ten",
            "Medical sources",
        ),
        ("”Many fled. Some 40 men were killed. I saw it,” Ali Reza said.", "40", "Ali Reza"),
    ],
)
def test_who_said_so(text: str, number: str, who: str) -> None:
    assert one(text, number).attributed_to == who


def test_a_medium_ends_before_those_of_whom_it_was_told() -> None:
    assert one("Ana Ruiz told Radio Nine soldiers found 12 bodies.", "12").via == "Radio Nine"


def test_an_acronym_in_brackets_does_not_end_what_since_opens() -> None:
    text = "Since late April, the Lesk Office (LO) has verified 1,000 deaths."
    assert one(text, "1,000").scope == "cumulative"
    text = "Since he left, nobody came. The Lesk Office (LO) has verified 1,000 deaths."
    assert one(text, "1,000").scope == "incident"


def test_the_same_number_told_again_with_also_adds_nothing() -> None:
    text = (
        "Four people were killed and 50 houses burnt, police said. Four clerks were also shot dead."
    )
    assert one(text, "Four").adds_to is None
    assert all(f.adds_to is None for f in extract(text))


def test_trapped_more_than_a_mile_below() -> None:
    assert (
        one("Crews tried to reach 13 miners trapped more than a mile below.", "13").category
        == "trapped"
    )


def test_some_of_those_of_another_incident_are_told_of_it() -> None:
    text = (
        "Gunmen killed 40 farmers in Katsina on Thursday. It comes after gunmen seized 300 pupils in Zamfara in"
        " November last year.\n\nSome of those pupils escaped. The remaining 130 children were freed in the spring."
    )
    found = {f.reported: f for f in extract(text, published="2024-05-10")}
    assert found["130"].background
    assert found["130"].place != "Katsina"
    assert not found["40"].background
