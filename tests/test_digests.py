"""What digests of incidents, chronicles and bulletins tell: who is still sought, what befell the held, numbered wards,
families told again in persons, counts that took the place of others."""

from __future__ import annotations

import pytest
from told import told

from figures import extract


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Two deckhands have not been found.", ["missing 2"]),
        ("Four climbers could not be traced.", ["missing 4"]),
        ("Six miners have not been heard from since Monday.", ["missing 6"]),
        # look-alikes
        ("Two deckhands were found hurt.", ["injured 2"]),
        ("Two of the rifles have not been found.", []),
        ("Two gunmen have not been found.", []),
    ],
)
def test_sought(text: str, figures: list[str]) -> None:
    assert told(text) == figures


def test_the_missing_are_so_since() -> None:
    (figure,) = extract("Six miners have not been seen since Monday.")
    assert (figure.scope, figure.stock_or_flow) == ("incident", "stock")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Twelve injured prisoners lay in the yard.", ["injured 12"]),
        ("Twelve dead hostages lay in the yard.", ["killed 12"]),
        ("Twelve freed prisoners sang.", ["freed 12"]),
        ("Six missing refugees were sought.", ["missing 6"]),
        # look-alikes: how they live, and who they are
        ("Twelve displaced refugees sang.", ["refugees 12"]),
        ("Twelve prisoners of war sang.", ["detained 12"]),
    ],
)
def test_what_befell_somebody_comes_before_who_he_is(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Brgys. 1 & 2 of Lesk were affected by floods.", []),
        ("Zones 1, 2 and 3 were evacuated.", []),
        ("Region 8 was affected.", []),
        # look-alikes
        ("In Lesk District 12 people were killed.", ["killed 12"]),
        ("Wards 4 and 12 clerks were evacuated.", ["evacuated 12"]),
        ("In Ward 4, 12 were killed.", ["killed 12"]),
    ],
)
def test_numbered_parts_of_a_country(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("A total of 215 families from Brgy. Lesk evacuated.", ["evacuated 215"]),
        ("Two men from St. Hale were killed.", ["killed 2"]),
        ("Nine women from Mt. Orda were hurt.", ["injured 9"]),
        ("She lived on 57th St. Two men were killed.", ["killed 2"]),
    ],
)
def test_a_full_stop_within_the_name_of_a_place(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "The number of families affected has reached 1,788 or 7,627 people.",
        "The number of those affected was 1,788 families—7,627 people.",
    ],
)
def test_families_told_again_in_persons(text: str) -> None:
    families, people = extract(text)
    assert (families.value, families.unit) == (1788, "household")
    assert (people.value, people.unit, people.restates) == (7627, "person", families.id)


def test_a_guess_is_one_range() -> None:
    (figure,) = extract("The number of people affected is 30 or 100.")
    assert (figure.low, figure.high) == (30, 100)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The number of injured nearly doubled from the previously reported 143.", ["injured 143 superseded"]),
        ("The number of hurt rose from an earlier 143 to 150.", ["injured 143 superseded", "injured 150"]),
        ("It listed 90 hurt clerks, up from 60 hurt clerks.", ["injured 90", "injured 60 superseded"]),
        # look-alikes
        ("The toll from the 12 attacks stands at 40.", ["killed 40"]),
    ],
)  # fmt: skip
def test_left_behind(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("In the exercise, a bomb kills 40 people.", ["killed 40 hypothetical"]),
        ("The novel opens with a blast that kills 30 people.", ["killed 30 hypothetical"]),
        # look-alikes: an accident, a trial
        ("In the exercise, a helicopter crashed, killing four pilots.", ["killed 4"]),
        ("The trial opens with the killing of 12 clerks.", ["killed 12"]),
    ],
)
def test_rehearsed_and_made_up(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("About 300 clerks fled the burning cinema.", []),
        ("Hundreds of shoppers fled into the streets.", []),
        ("Some 4,000 herders fled Chad villages.", ["displaced 4000"]),
        ("Some 4,000 herders fled Chad.", ["refugees 4000"]),
        ("Some 900 families fled their homes near the cinema.", ["displaced 900"]),
        ("Some 2,000 families were pre-emptively evacuated.", ["evacuated 2000"]),
    ],
)
def test_what_is_fled(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "The raid led to the deaths of 12 people, 30 others injured.",
            ["killed 12", "injured 30"],
        ),
        (
            "It told of the abduction of 40 pupils, two men wounded and loss.",
            ["abducted 40", "injured 2"],
        ),
        # look-alikes
        (
            "The raid led to the deaths of 12 people, two guards and a cook.",
            ["killed 12", "killed 3"],
        ),
        ("He mourned the deaths of nine clerks and two cooks.", ["killed 9", "killed 2"]),
    ],
)
def test_another_fate_behind_the_deaths_of_some(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The raid left three soldiers and two cooks killed.", ["killed 3", "killed 2"]),
        ("The raid left three soldiers and two cooks kidnapped.", ["abducted 3", "abducted 2"]),
        ("The raid left nine dead and two cooks kidnapped.", ["killed 9", "abducted 2"]),
    ],
)
def test_all_who_are_left_so(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Floods displaced many thousands of people.", ["displaced None"]),
        ("Some 2,000 people have fled towards 87 IDPs sites.", ["displaced 2000"]),
        ("Some 2,000 people are staying in 72 IDP sites.", ["sheltered 2000"]),
        ("A panel looked into the abductions there were 395 students at the time.", []),
        # look-alike
        ("Among the dead there were three children.", ["killed 3"]),
    ],
)
def test_what_is_counted(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "Of the missing, nine are patients and 24 are staff.",
        "Nine of the missing are patients and 24 are staff.",
    ],
)
def test_who_some_are_of_a_whole_not_told(text: str) -> None:
    assert [(f.value, f.part_of) for f in extract(text)] == [(9, None), (24, None)]


def test_who_some_are_of_a_whole_told_before() -> None:
    text = "Thirty-three people are missing. Of the missing, nine are patients and 24 are staff."
    whole, *some = extract(text)
    assert [(f.value, f.part_of) for f in some] == [(9, whole.id), (24, whole.id)]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Served outside evacuation centres: 8,021 families", ["assisted 8021"]),
        ("Taken to hospital: 12 people", ["injured 12"]),
        ("Destroyed: 12 houses", ["buildings_destroyed 12"]),
        ("553 Civilian Injuries", ["injured 553"]),
        ("Thirteen cooks were killed on Thursday; Lesk 7, Orda 6.", ["killed 13", "killed 7", "killed 6"]),
        # look-alikes
        ("Houses damaged: 12", ["buildings_damaged 12"]),
        ("Thirteen cooks were killed on Thursday; Lesk 7, Orda 9.", ["killed 13"]),
    ],
)  # fmt: skip
def test_key_figures(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Three more patients died, raising the number of victims to ten.",
            ["killed 3", "killed 10"],
        ),
        (
            "Ten clerks were hurt, bringing the number of victims to 40.",
            ["injured 10", "casualties 40"],
        ),
    ],
)
def test_victims_whom_deaths_bring_to_their_number(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Two aid workers and a beneficiary were wounded.", ["injured 3"]),
        ("A boiler burst, scalding four stokers, two of them fatally.", ["injured 4", "killed 2"]),
        ("The column was attacked, with the loss of 27 men.", ["killed 27"]),
        # look-alikes
        ("A clerk was hurt by a beneficiary.", ["injured 1"]),
        ("The bank regretted the loss of 12 tellers.", []),
    ],
)
def test_who_is_hurt(text: str, figures: list[str]) -> None:
    assert told(text) == figures
