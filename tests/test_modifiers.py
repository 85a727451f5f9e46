"""Status, scope, basis, stock and flow, background: each beside a look-alike that must stay plain."""

from __future__ import annotations

import pytest

from figures.extraction import extract
from figures.model import Figure


def test_a_toll_since_a_day_beside_the_count_of_a_day() -> None:
    text = (
        "Medics said 57 people were killed and 82 injured in the past 24 hours,"
        " raising the toll since 7 October to 35,091 dead and 78,827 wounded."
    )
    found = extract(text, "2024-05-14")
    assert [f.scope for f in found] == ["period", "period", "cumulative", "cumulative"]
    assert [f.earliest for f in found] == ["2024-05-13"] * 2 + ["2023-10-07"] * 2


def only(text: str, published: str | None = None) -> Figure:
    figures = extract(text, published)
    assert len(figures) == 1, [f.quote for f in figures]
    return figures[0]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Up to 40 people are feared dead.", "feared"),
        ("Thousands of civilians may have died.", "feared"),
        ("Up to 50 miners may be trapped.", "feared"),
        ("Some 300 families may be evacuated next week.", "hypothetical"),
        ("Crews raced to save 12 boys.", "hypothetical"),
        ("Efforts to rescue 12 sailors went on.", "hypothetical"),
        ("Crews focused on pulling out 12 sailors.", "hypothetical"),
        ("The clinic worked to treat 12 people for burns.", "asserted"),
        ("Twelve sailors are presumed drowned.", "feared"),
        ("The army denied that 12 civilians were killed.", "denied"),
        ("Neither the driver nor his 40 passengers were hurt.", "denied"),
        ("Neither army said why 12 villagers were killed.", "asserted"),
        ("Neither guard saw the fire, which killed 12 clerks.", "asserted"),
        ("Were 12 people killed in the blast?", "hypothetical"),
        ("The driver barely missed hitting and killing 12 pupils.", "denied"),
        ("Were the 12 guards hurt?", "hypothetical"),
        ("Nor were the 12 guards hurt.", "denied"),
        ("How could 12 people die in a ward?", "asserted"),
        ("Will talks resume after 12 people were killed?", "asserted"),
        ("Do the families of the 12 people killed get help?", "asserted"),
        ("It is not known whether the two survived.", "hypothetical"),
        ("A drill simulated a quake with 500 dead.", "hypothetical"),
        ("Nobody knows whether 12 people died.", "hypothetical"),
        ("It is unclear whether the 12 dead were clerks.", "asserted"),
        ("Police asked whether the fire that killed 12 people was set.", "asserted"),
        ("Police asked whether a shooting that left 12 clerks dead was planned.", "asserted"),
        ("Police want to talk about a bombing that killed a clerk.", "asserted"),
        ("Police believe that a shooting killed 12 clerks.", "feared"),
        ("The blow could have cracked the beam and killed 12 clerks.", "feared"),
        ("The falling mast could have killed 12 people.", "hypothetical"),
        ("Up to 12 people could have been killed, the mayor fears.", "feared"),
        ("Twelve people could have died.", "feared"),
        ("A report of 12 deaths, aired on Sunday, turned out to be wrong.", "retracted"),
        ("A report of 12 deaths, aired on Sunday, was sent to the council.", "asserted"),
        (
            "Contrary to earlier reports that 12 people were killed, the square is calm.",
            "retracted",
        ),
        ("Rumours that 12 had been massacred proved unfounded.", "denied"),
        ("Actors played the parts of 12 wounded pilgrims.", "hypothetical"),
        ("There is no proof that 12 people died.", "hypothetical"),
        ("The court should investigate the killing of 12 men.", "asserted"),
        ("The wall should prevent the deaths of 12 men.", "hypothetical"),
        ("There was little hope of finding 12 men alive.", "hypothetical"),
        ("A ship with 240 tonnes of rice is due in Lesk on Sunday.", "hypothetical"),
        ("A report on the deaths of 12 men is due on Sunday.", "asserted"),
        ("The group threatened to kill 12 hostages.", "hypothetical"),
        ("A dam break could displace 3,000 people.", "hypothetical"),
        ("There were no immediate reports of casualties.", "not_known"),
        ("There should've been 12 people dead.", "hypothetical"),
        ("Twelve people were killed.", "asserted"),
        ("Twelve people were reportedly killed.", "asserted"),
        ("No injuries were reported.", "asserted"),
        ("There were no reports of injuries.", "asserted"),
        ("The denial came after 12 people were killed.", "asserted"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert only(text).status == status


def test_nothing_known_is_not_zero() -> None:
    unknown = only("There were no immediate reports of casualties.")
    assert (unknown.value, unknown.low, unknown.high) == (None, None, None)
    nobody = only("There were no reports of injuries.")
    assert (nobody.value, nobody.low, nobody.high) == (0, 0, 0)


def test_the_count_left_behind_is_superseded() -> None:
    new, old = extract("The death toll rose to 17 from 12.")
    assert (new.status, old.status) == ("asserted", "superseded")


def test_a_count_to_which_earlier_ones_were_raised_stands() -> None:
    (new,) = extract("A report doubled earlier estimates of the dead to about 200.")
    assert new.status == "asserted"


def test_an_earlier_count_that_no_newer_one_replaces_stands() -> None:
    text = "The toll rose to 17 on Friday. An earlier notice spoke of 12 dead and 33 injured."
    assert [f.status for f in extract(text)] == ["asserted", "superseded", "asserted"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The toll rose to 33. Earlier, police had said that 20 people died.", "superseded"),
        ("At least 33 died. The toll of the blast had earlier been reported as 20.", "superseded"),
        ("At least 33 died. The toll of the blast had by noon been reported as 20.", "asserted"),
        ("The toll rose to 33. Earlier on Monday, police said 20 people had died.", "superseded"),
        ("The toll rose to 33. Earlier in the day, police said 33 people had died.", "asserted"),
        (
            "A raid killed 33. Earlier, police said a blast in Orda had killed 20 people.",
            "asserted",
        ),
        ("Earlier in the day, police said 20 people had died.", "asserted"),
    ],
)
def test_what_was_said_earlier_of_the_same_is_left_behind(text: str, status: str) -> None:
    assert extract(text)[-1].status == status


def test_since_holds_for_both_of_a_pair_and_for_a_toll() -> None:
    pair = extract("Some 900 people were killed and 57 wounded in raids on Lesk since May.")
    assert [f.scope for f in pair] == ["cumulative", "cumulative"]
    [toll] = extract("The toll since the start of the war on 7 May has now reached 900.")
    assert toll.scope == "cumulative"


@pytest.mark.parametrize(
    ("text", "scope", "since"),
    [
        ("Since 24 February, 1,200 people have been killed.", "cumulative", "Since 24 February"),
        ("In the past 24 hours, nine people were killed.", "period", None),
        ("In the first seven months of the year, nine people were killed.", "period", None),
        ("In the first of seven raids, nine people were killed.", "incident", None),
        ("From May to the end of July some 900 people were displaced.", "period", None),
        ("Nine people are dead after three separate shootings.", "period", None),
        ("Nine people are dead following a night of weekend shootings in Lesk.", "period", None),
        ("Nine clerks have died in separate gun-related incidents.", "period", None),
        ("Nine people were killed in shootings across the city on Monday.", "period", None),
        ("Nine people were killed in three shootings on Monday.", "period", None),
        ("Nine people were killed in multiple Orda County shootings.", "period", None),
        ("Nine people were killed in a violent weekend.", "period", None),
        (
            "Police look into two shootings on Monday that led to the deaths of nine men.",
            "period",
            None,
        ),
        (
            "Police look into a shooting on Monday that led to the deaths of nine men.",
            "incident",
            None,
        ),
        ("The city has seen nine homicides.", "period", None),
        ("Nine people were killed by a violent man.", "incident", None),
        ("He is charged with each of nine murders.", "period", None),
        ("Nine people were killed in three attacks on Monday.", "incident", None),
        ("Nine people were killed in attacks across the city on Monday.", "incident", None),
        ("Nine clerks died in separate rooms after the shooting.", "incident", None),
        ("Nine teenagers have been killed already in 2016.", "cumulative", None),
        ("Nine teenagers were already dead in the car.", "incident", None),
        ("The country hosts 80,000 refugees.", "cumulative", None),
        (
            "Guides have recovered the bodies of nine men since a snow and ice avalanche hit them.",
            "incident",
            None,
        ),
        ("An army fighting an insurgency hit a hotel, killing nine people.", "incident", None),
        ("The insurgency has killed nine people.", "cumulative", None),
        ("The war between the army and the rebels has killed 900 people.", "cumulative", None),
        ("The conflict in Lenia has led to hundreds of deaths.", "cumulative", None),
        ("Soldiers at war with the rebels have killed nine people.", "incident", None),
        ("The toll of the crush at the annual fair rose to nine dead.", "incident", None),
        ("The annual death toll rose to nine.", "cumulative", None),
        ("Two hostages were killed during the siege.", "incident", None),
        ("Two villagers were killed during the siege.", "cumulative", None),
        ("Two villagers were killed in the bombardment of a mill.", "incident", None),
        ("A raid killed two villagers in Lesk, the centre of a long insurgency.", "incident", None),
        ("The bombardment has killed 400 villagers.", "cumulative", None),
        ("Two villagers were killed in the crackdown.", "incident", None),
        ("The doctor said nine people had been killed in all.", "incident", None),
        ("The army killed nine people in a single day this year.", "incident", None),
        ("Nine people were killed on Monday.", "incident", None),
    ],
)
def test_scope(text: str, scope: str, since: str | None) -> None:
    f = only(text)
    assert (f.scope, f.since) == (scope, since)


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Nine bodies were found.", "bodies_found"),
        ("Some 300 registered refugees crossed the border.", "registered"),
        ("Officials confirmed that nine people were killed.", None),
    ],
)
def test_basis(text: str, basis: str | None) -> None:
    assert only(text).basis == basis


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nine families fled the shelling.", "flow"),
        ("The camp holds 900 displaced people.", "stock"),
        ("Nine people were killed.", None),
    ],
)  # fmt: skip
def test_stock_or_flow(text: str, kind: str | None) -> None:
    assert only(text).stock_or_flow == kind


def test_another_incident_is_background() -> None:
    first, second = extract(
        "A blast killed three people on Monday. A similar blast in 2019 killed 40 people.",
        "2022-03-30",
    )
    assert first.background is None
    assert second.background is not None


def test_each_count_runs_over_the_window_said_of_it() -> None:
    day, total = extract(
        "The ministry said 45 people were killed in the past 24 hours, bringing the total to 3,400 since May."
    )
    assert (day.scope, total.scope, total.since) == ("period", "cumulative", "since May")
    whole, part = extract("Some 900 people have died, 12 of them in the past week.")
    assert (whole.scope, part.scope) == ("incident", "period")


def test_serious_cases_are_of_the_wounded_and_no_disease() -> None:
    found = extract("A clerk told of nine martyrs and many wounded, including serious cases.")
    assert [f.scope for f in found] == ["incident", "incident"]
