"""Exceptions and negation, those who acted beside those who suffered, and labels of reports: who is not counted."""

from __future__ import annotations

import pytest
from told import told

from figures import extract


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("No one other than the driver was hurt.", ["injured 1"]),
        ("Apart from the driver, nobody was hurt.", ["injured 1"]),
        ("Except for two guards, nobody was hurt.", ["injured 2"]),
        ("Nobody was hurt apart from two guards.", ["injured 2"]),
        ("Aside from the two pilots, none of those aboard was injured.", ["injured 2"]),
        ("Apart from broken windows, nobody was hurt.", ["injured 0"]),
        ("Apart from guards, nobody was hurt.", []),
        ("Apart from guards and cooks, nobody was hurt.", []),
        ("Apart from a guard and two cooks, nobody was hurt.", ["injured 1", "injured 2"]),
        ("Nobody was killed except two guards.", ["killed 2"]),
        ("Not all of the 30 miners survived.", ["rescued 30 denied"]),
        ("Not all the 40 pupils were freed.", ["freed 40 denied"]),
        # look-alikes
        ("No one was hurt in the blast, and the market of Orda is open.", ["injured 0"]),
        ("Not everyone got out; 12 people died.", ["killed 12"]),
    ],
)
def test_all_but_some(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("He survived, but his wife and three sons did not.", ["killed 4"]),
        ("He had seen neither. Nine cooks survived the fire.", ["rescued 9"]),
        ("The driver survived; his four passengers didn't.", ["killed 4"]),
        ("Five miners made it out; seven did not.", ["rescued 5", "killed 7"]),
        ("The two pilots got out alive, but the 11 passengers did not.", ["rescued 2", "killed 11"]),
        ("Neither the driver nor his 40 passengers survived.", ["killed 40"]),
        ("Neither of the two pilots survived.", ["killed 2"]),
        ("The cook was hurt and so were two porters.", ["injured 1", "injured 2"]),
        ("Her brother was killed and so were her two sons.", ["killed 1", "killed 2"]),
        # look-alikes
        ("Nine people voted; seven did not.", []),
        ("Twelve died, but two did not.", ["killed 12"]),
        ("Fifty of the bodies are buried, and 16 more are not.", ["killed 50", "killed 16"]),
        ("Five sailors survived, and four others did not want to speak.", ["rescued 5"]),
        ("Neither the driver nor his 40 passengers were hurt.", ["injured 40 denied"]),
    ],
)  # fmt: skip
def test_who_did_not(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Twelve people reported dead were found alive.", ["rescued 12"]),
        ("Two people presumed dead have been found alive.", ["rescued 2"]),
        ("Two people feared dead turned up alive.", ["rescued 2"]),
        ("Two people feared dead were safe.", []),
        # look-alikes
        ("Twelve people reported dead were buried in safe ground.", ["killed 12"]),
        ("Nine clerks who were feared dead turned up alive.", ["killed 9 superseded", "rescued 9"]),
    ],
)
def test_the_dead_who_live(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Twelve men are to be hanged.", ["killed 12 hypothetical"]),
        ("The raid came hours before 12 men were to be shot dead.", ["killed 12 hypothetical"]),
        ("The army is to evacuate 900 villagers.", ["evacuated 900 hypothetical"]),
        ("What if 12 people had died?", ["killed 12 hypothetical"]),
        ("Suppose 12 people had died.", ["killed 12 hypothetical"]),
        ("The wardens prevented the killing of nine villagers.", ["killed 9 hypothetical"]),
        # look-alikes
        ("Twelve men were to be found dead a day later.", ["killed 12"]),
        ("The wardens could have prevented the killing of nine villagers.", ["killed 9"]),
        ("The wardens stopped the killing of nine villagers.", ["killed 9 hypothetical"]),
        ("All work stopped over the killing of nine villagers.", ["killed 9"]),
    ],
)
def test_what_has_not_happened(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("The captain of a tug with 20 crew drowned.", ["killed 1"]),
        ("The head of a group of 40 hikers died.", ["killed 1"]),
        ("A woman with three children drowned.", ["killed 1"]),
        ("A bomber who drove into a crowd of 200 died.", ["killed 1"]),
        ("Nine raiders killed 30 people and were themselves shot dead.", ["killed 9", "killed 30"]),
        # look-alikes
        ("A cook with nine others drowned.", ["killed 9"]),
        ("A boat with 40 migrants sank and 12 drowned.", ["killed 12"]),
        ("A group of 40 hikers died.", ["killed 40"]),
    ],
)
def test_whose_death_it_was(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Fatalities (12), injuries (33)", ["killed 12", "injured 33"]),
        ("Killed (12) and wounded (33)", ["killed 12", "injured 33"]),
        ("Total cases 1,245 (+12), deaths 45 (+1)", ["infected 1245", "infected 12", "killed 45", "killed 1"]),
        ("Cases: 120 (suspected 100, confirmed 20)", ["infected 120", "infected 100", "infected 20"]),
        ("Deaths: 12 (men: 7, women: 5)", ["killed 12", "killed 7", "killed 5"]),
        ("Evacuated: 1,200 people to 14 centres", ["evacuated 1200"]),
        ("Killed: 12 people in Hale.", ["killed 12"]),
        ("Admitted: 34, discharged: 20, died: 2", ["killed 2"]),
        # look-alikes
        ("Kidnapping (34), Murder (12), Police (90)", []),
        ("Deaths (12)", []),
        ("Deaths: 12 (ref: 7)", ["killed 12"]),
        ("Call (+44) 20 7946 0000 about the 12 dead.", ["killed 12"]),
    ],
)  # fmt: skip
def test_labels(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Twelve people were killed, including the pilot.", ["killed 12", "killed 1"]),
        ("Twenty people, including the mayor, were killed.", ["killed 20", "killed 1"]),
        ("Twelve people were killed, including the mayor, Ana Ruiz.", ["killed 12", "killed 1"]),
        ("Between 100 people and 120 people died.", ["killed None"]),
        ("There are not 12 dead but nine.", ["killed 12 denied", "killed 9"]),
        ("Three out of five miners died.", ["killed 3"]),
        ("He had stabbed nine.", ["injured 9"]),
        # look-alikes
        ("Fire hit 12 homes, including the house of the mayor.", ["buildings_damaged 12"]),
        ("Three out of four drivers died.", []),
        ("The rest of the 60 passengers drowned.", []),
        ("The rest of the 12 dead were soldiers.", ["killed 12"]),
        ("Almost nobody was hurt.", []),
        ("The clerk was stabbed 12 times.", ["casualties 1"]),
    ],
)
def test_parts_and_shares(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Of the town's 9,000 people, 40 were killed.", ["killed 40"]),
        ("Of the valley's 9,000 people, 4,000 have fled.", ["displaced 4000"]),
        ("Of Lesk's 12 miners, nine were rescued and three died.", ["rescued 9", "killed 3"]),
        ("A spokesman for the 300 families whose homes were burned wept.", []),
        ("Two sons survive her.", []),
        ("The police chief was killed with 12 of his men.", ["killed 1", "killed 12"]),
        ("He was killed with two of his own knives.", ["killed 1"]),
        ("The driver, but not his two sons, died.", ["killed 1"]),
        ("Every one of the 12 patients died.", ["killed 12"]),
        ("Had help come sooner, none of the 12 would have died.", ["killed 0 hypothetical"]),
        ("The 12 men who died in the mine in May were buried.", ["killed 12"]),
        ("Twelve miners were buried in the mine.", ["trapped 12"]),
        ("Twelve officers hurt in a march were sent home.", ["injured 12"]),
        ("Fact check: did 12 people die in Lesk?", ["killed 12 hypothetical"]),
        ("False: 12 people died in Lesk", ["killed 12 denied"]),
        # look-alikes
        ("Two of the ship's 12 sailors drowned.", ["killed 2"]),
        ("The death of Lesk's two mayors shocked the land.", ["killed 2"]),
        ("Three hundred families whose homes were burned fled.", ["buildings_destroyed 300", "displaced 300"]),
        ("Two sons survived.", ["rescued 2"]),
        ("Twelve died, but not of cold.", ["killed 12"]),
    ],
)  # fmt: skip
def test_of_whom_it_is_not_told(text: str, figures: list[str]) -> None:
    assert told(text) == figures


def test_the_youngest_of_the_dead_is_one_of_them() -> None:
    dead, girl = extract("The youngest of the 12 dead was a girl of four.")
    assert girl.part_of == dead.id


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Two were shot, but neither died.", ["injured 2", "killed 2 denied"]),
        ("Two men were shot but survived.", ["injured 2", "rescued 2"]),
        ("Two men were shot, both fatally.", ["killed 2"]),
        # look-alikes
        ("Two men were shot, but neither spoke.", ["casualties 2"]),
        ("Two men were shot, both in Hale.", ["casualties 2"]),
    ],
)
def test_what_became_of_those_shot(text: str, figures: list[str]) -> None:
    assert told(text) == figures
