"""Notes of lists and databases of incidents: lines of few words about ships, crashes, raids and mines."""

from __future__ import annotations

import pytest

from figures.extraction import extract


def read(text: str) -> list[tuple[str, str]]:
    return [(f.category, f.quote) for f in extract(text)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Fifteen crew and two gunners were lost.", [("killed", "Fifteen crew"), ("killed", "two gunners")]),
        ("All 29 hands were lost when she broke in two.", [("killed", "29 hands")]),
        ("The brig foundered off Hale with the loss of 12 souls.", [("killed", "12 souls")]),
        ("The cutter blew up and sank, taking her crew of 64 with her.", [("killed", "64")]),
        ("The airship crashes on a hill, with the loss of four passengers.", [("killed", "four passengers")]),
        # of nobody's death
        ("She left Hale on Monday, taking 12 passengers with her.", []),
        ("The joiner lost both hands to a saw.", []),
        ("The airline lost 40 crew jobs.", []),
        ("The party fears the loss of 12 seats.", []),
    ],
)  # fmt: skip
def test_who_is_lost_with_a_ship(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Divers recovered 94 bodies, 60 were rescued.", [("killed", "94 bodies"), ("rescued", "60")]),
        ("Divers brought up ten bodies after two more were pulled out.", [("killed", "ten bodies")]),
        ("Both pilots and three passengers died.", [("killed", "Both pilots"), ("killed", "three passengers")]),
        ("Both the pilots and the stewards died.", []),
        ("Two cooks and their police escort were killed.", [("killed", "Two cooks and their police escort")]),
        ("A teacher and mother of three was killed.", [("killed", "A teacher and mother")]),
        ("Two aid workers of the charity killed in Orda.", [("killed", "Two aid workers")]),
        ("Two soldiers paid the supreme price.", [("killed", "Two soldiers")]),
        ("Two soldiers paid the price of a meal.", []),
    ],
)  # fmt: skip
def test_whom_a_note_counts(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("A grenade injured three clerks (one critically).", ["one"]),
        ("Deaths: 5 (2 clerks; 3 soldiers).", ["2 clerks", "3 soldiers"]),
        ("The army said that 26 rebels and eight of its soldiers died.", []),
        ("Nine guards were hurt and two of the guards died.", []),
    ],
)
def test_parts_of_a_note(text: str, parts: list[str]) -> None:
    assert [f.quote for f in extract(text) if f.part_of] == parts


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The army said 20 soldiers died. Coded as 10 fatalities.", [("killed", "20 soldiers")]),
        ("Raiders killed three. Two fatalities coded to this event.", [("killed", "three")]),
        ("Three agents with coded names were killed.", [("killed", "Three agents")]),
    ],
)
def test_how_a_list_enters_a_count_is_no_count(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    "said",
    ["Best estimate: 35 deaths.", "Total reported killed: 4.", "Cluster strike, Mosul: 3 dead."],
)
def test_an_estimate_speaks_for_nobody(said: str) -> None:
    assert [f.attributed_to for f in extract(said)] == [None]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Fifteen (plus two attackers) died.",
            [("killed", "Fifteen"), ("killed", "two attackers")],
        ),
        ("Market blast: 12 (+1 bomber) dead.", [("killed", "12"), ("killed", "1 bomber")]),
        ("Bus blast: 14 clerks killed + bomber.", [("killed", "14 clerks")]),
    ],
)
def test_those_told_on_top_are_no_part(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures
    assert not [f for f in extract(text) if f.part_of]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Gunmen kidnap five clerks.", [("abducted", "five clerks")]),
        ("Rebels release 40 hostages.", [("freed", "40 hostages")]),
        ("Both train drivers were killed.", [("killed", "Both train drivers")]),
        ("Both clerks and drivers were killed.", []),
        ("Mine under a cart: 5 k, 8 injured.", [("injured", "8")]),
        ("Some 35 k were displaced.", [("displaced", "Some 35 k")]),
        ("On August 3, two of the seven were freed.", [("freed", "two of the seven")]),
        ("Raids on March 12, 13 killed nine.", [("killed", "nine")]),
    ],
)
def test_shorthand_of_lists(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


def test_households_told_in_persons_with_their_children() -> None:
    households, people, children = extract(
        "It displaced 5 households (32 people, 14 of them children)."
    )
    assert (people.restates, children.part_of) == (households.id, people.id)


@pytest.mark.parametrize(
    "text",
    [
        "Animals killed: 40",
        "Cattle deaths: 12",
        "Villages affected: 12",
        "Affected districts: 12",
        "The number of villages affected rose to 45.",
        "The number of animals killed reached 40.",
    ],
)
def test_a_label_of_things_counts_nobody(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Floods killed: 40", [("killed", "40")]),
        ("Village deaths: 12", [("killed", "12")]),
        ("Bridges destroyed: 12", [("buildings_destroyed", "12")]),
        ("Affected people: 12,000", [("affected", "12,000")]),
        ("Killed in villages: 40", [("killed", "40")]),
    ],
)
def test_a_label_of_people(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("One captain and two constables of the Lesk Border (LB) Police were killed.",
         [("killed", "One captain"), ("killed", "two constables")]),
        ("One captain, as well as one cook and two constables, died.",
         [("killed", "One captain"), ("killed", "one cook"), ("killed", "two constables")]),
        ("25 clerks were killed, along with two guards, and 94 were hurt.",
         [("killed", "25 clerks"), ("killed", "two guards"), ("injured", "94")]),
        ("They killed seven clerks in six raids, and 10 guards in nine raids.",
         [("killed", "seven clerks"), ("killed", "10 guards")]),
        ("They killed seven clerks, and 10 guards in nine vans fled.",
         [("killed", "seven clerks"), ("displaced", "10 guards")]),
        ("Troops killed three PQL and wounded two.", [("killed", "three PQL"), ("injured", "two")]),
        ("TWO CARS BURNED, 3 SUV HIT", []),
        ("Nine Fulani were killed.", [("killed", "Nine Fulani")]),
    ],
)  # fmt: skip
def test_lists_of_forces(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Six out of nine sailors drowned.", [("killed", "Six out of nine sailors")]),
        ("Six of the nine sailors drowned.", [("killed", "Six of the nine sailors")]),
        ("He was one of three officers killed.", [("killed", "three officers")]),
        ("Gunman held 15 pupils hostage.", [("abducted", "15 pupils")]),
        ("The liner burned; 137 died.", [("killed", "137")]),
        ("Both crew died.", [("killed", "Both crew")]),
        (
            "The two hurt medics are Ruiz and Rey, both council members.",
            [("injured", "two hurt medics")],
        ),
    ],
)
def test_who_of_whom(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


def test_capitals_make_no_people_of_houses() -> None:
    (houses,) = extract("THE PLANE DESTROYED 12 HOUSES.")
    assert houses.unit == "building"
    (dead,) = extract("Troops killed three PQL.")
    assert dead.unit == "person"


def test_the_day_of_a_release_is_not_that_of_the_seizure() -> None:
    seized, freed = extract(
        "Nine clerks were kidnapped in Orlo. All nine were released on 26 May 2020."
    )
    assert (seized.earliest, freed.earliest) == (None, "2020-05-26")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("A blast killed 10 clerks before the suspect was arrested.",
         [("killed", "10 clerks"), ("detained", "the suspect")]),
        ("Two clerks injured after the driver was shot were taken to hospital.",
         [("injured", "Two clerks"), ("casualties", "the driver")]),
        ("20 clerks injured after the crash were taken to hospital.", [("injured", "20 clerks")]),
        ("A raid left one dead and five others – including a cook – injured.",
         [("killed", "one"), ("injured", "five others"), ("injured", "a cook")]),
        ("Nine were hurt, including 3 Red Crescent medics.",
         [("injured", "Nine"), ("injured", "3 Red Crescent medics")]),
        ("Police were called to 3 Rose Crescent.", []),
    ],
)  # fmt: skip
def test_clauses_of_their_own(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


def test_attackers_are_no_victims_told_again() -> None:
    victims, attackers = extract("Three guards and a cook were killed. All four attackers died.")
    assert (victims.value, attackers.restates) == (4, None)


@pytest.mark.parametrize("region", ["Northern Region of Ghana", "North West Region of Cameroon"])
def test_a_region_named_by_its_side(region: str) -> None:
    (figure,) = extract(f"Twelve people died in the {region}.")
    assert figure.place == region


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Divers found 17 bodies and 8 survivors, the others missing.",
         [("killed", "17 bodies"), ("rescued", "8 survivors"), ("missing", "others")]),
        ("A retired teacher stabbed seven, none fatally.", [("injured", "seven"), ("killed", "none")]),
        ("All 19 aboard die.", [("killed", "19")]),
        ("Six climbers swept to their deaths.", [("killed", "Six climbers")]),
    ],
)  # fmt: skip
def test_survivors_and_those_who_strike(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    "text", ["A man stabbed seven times died.", "A woman shot 12 hours earlier died."]
)
def test_who_is_struck_so_often_is_no_attacker(text: str) -> None:
    (dead,) = extract(text)
    assert "attacker" not in dead.groups
