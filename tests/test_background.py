"""Counts of other incidents than the one a text mainly reports."""

from __future__ import annotations

import pytest

from figures.extraction import extract


def background(text: str) -> list[str]:
    return [f.quote for f in extract(text) if f.background is not None]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        # an earlier incident
        ("A blast killed two people. A similar blast in March killed 40 people.", ["40 people"]),
        (
            "Gunmen killed a guard. The shooting came a week after a raid killed six men.",
            ["six men"],
        ),
        (
            "Shells hit a school, killing two boys, hours after a drone killed nine men.",
            ["nine men"],
        ),
        (
            "In May 2024 a raid killed two guards. On 4 June 2013, a raid in the town killed 12 people.",
            ["12 people"],
        ),
        ("In May 2024 a raid killed two men. Raids killed 40 men since the start of 2023.", []),
        ("In May 2024 men were charged. On 4 June 2013, a raid in the town killed 12 people.", []),
        ("A bomb was found near the market where 16 people died the previous day.", []),
        (
            "A quake shook Lesk on Friday after an earlier one killed 90 people. Nine people were hurt.",
            ["90 people"],
        ),
        (
            "A quake shook Lesk after an earlier one killed 90 people. Nine were hurt."
            " Officials said 90 had died after the earlier quakes.",
            ["90 people", "90"],
        ),
        # what something comes after is another incident, even where the text counts nothing else
        ("The raid comes two weeks after 40 people were killed in Lesk.", ["40 people"]),
        ("Two weeks after the raid 40 people were still missing in Lesk.", []),
        (
            "A boat sank, killing two men. It came a week after a ferry sank; 40 bodies were found in that disaster.",
            ["40 bodies"],
        ),
        (
            "A boat sank, killing two men. It came a week after a ferry sank; nine bodies were found on Friday.",
            [],
        ),
        (
            "A mine killed two herders. It lay where a blast the previous day killed 16 people.",
            ["16 people"],
        ),
        ("Hours after a raid killed six men, rockets hit a farm. Two people died.", ["six men"]),
        (
            "A blast killed two men. It is the biggest since May 2020, when 40 people died.",
            ["40 people"],
        ),
        (
            "A blast killed two men. It is the worst since the May 2020 raid in Orda that killed 40 men.",
            ["40 men"],
        ),
        (
            "A train hit a car and nine died, the worst crash since more than 140 died in Orda.",
            ["more than 140"],
        ),
        (
            "A blast killed two men in Lesk, the worst since the war began in 2003; 40 were hurt.",
            [],
        ),
        (
            "On 3 May 2021 a blast killed two men. In August 1995 a raid killed 40 people.",
            ["40 people"],
        ),
        ("On 3 January 2021 a blast killed two men. In December 2020 a raid killed 40 people.", []),
        (
            "The army lost two guards, its deadliest day since January, when nine men died.",
            ["nine men"],
        ),
        (
            "A bomb killed 63 people. It comes a week after gunmen stormed a hotel, killing more than 20 guests.",
            ["more than 20 guests"],
        ),
        ("A blast killed two men, the worst since a May raid in which nine died.", ["nine"]),
        (
            "Floods killed two men. The toll is the highest since the October 1973 floods that killed nine.",
            ["nine"],
        ),
        ("Since May, when the war began, 300 people have died.", []),
        (
            "A crash killed two men. It was not linked to the floods in Lesk, which have killed 17.",
            ["17"],
        ),
        ("Two men who were not linked to the raid were killed.", []),
        ("A crash killed two men. A separate train crash on Friday killed nine.", ["nine"]),
        # in the sentence a text opens with only the phrase itself
        (
            "In the worst raid since the war of 1994, in a town hit a year earlier, rebels killed nine men.",
            [],
        ),
        # a clause of its own
        ("Ana Ruiz was hurt. Omar Said died on Friday after a stroke two years earlier.", []),
        (
            "A wave killed a boy on 3 May 2019. He lived near nine people who drowned there in 2015.",
            ["nine people"],
        ),
        ("Ana Ruiz was shot dead. In response to the killing of Ana Ruiz shops closed.", []),
        # what was done because of one
        (
            "Rockets hit a farm in retaliation for the killing of three brothers.",
            ["three brothers"],
        ),
        ("The raid was a response to the deaths of nine soldiers.", ["nine soldiers"]),
        ("In response to rocket fire, jets bombed a camp, killing nine people.", []),
        # the incident itself, of which the count is told again
        (
            "Crews dug on Friday, one day after a quake killed 40 people and felled a school."
            " The toll stood at 40. Nine people were hurt.",
            [],
        ),
        (
            "A day after a raid killed three people, gunmen shot a clerk dead. Nine people were hurt.",
            ["three people"],
        ),
        # other incidents of the day
        ("A clerk was shot dead. In a separate incident, two men were killed.", ["two men"]),
        (
            "A clerk was shot dead on the same day that nine people were killed in Lesk.",
            ["nine people"],
        ),
        # one told as new after the opening
        (
            "Rockets hit a farm, hurting two. The fire came after an explosion at a rally that killed nine.",
            ["nine"],
        ),
        (
            "Gunmen shot a clerk. The Front claimed responsibility for an attack that killed one man.",
            [],
        ),
        (
            "Shots hit a bar in Lesk on 3 May 2019. It came after a raid in 2016 that killed nine.",
            ["nine"],
        ),
        # the incident itself: after a headline, of whom somebody is blamed, where its count is told again
        (
            "Arrest after shooting in a bar\n\nPolice made an arrest in a bar shooting that left nine people hurt.",
            [],
        ),
        (
            "Man charged\n\nBar shooting of May\n\nA clerk told of a bar shooting that left nine hurt.",
            [],
        ),
        (
            "Police asked for help. A clerk was hurt. A man is wanted over a shooting that left nine people hurt.",
            [],
        ),
        (
            "Police asked for help. Neighbours spoke of a shooting that left nine people hurt. Nine were hurt.",
            [],
        ),
        (
            "Police asked for help. Neighbours spoke of a shooting that left nine people hurt. A boy is dead.",
            ["nine people"],
        ),
        # links to other reports, and videos of them
        ("A clerk was hurt in Lesk.\n\n0:45 Nine killed in a crash\n\nHe lives.", ["Nine"]),
        ("A clerk was hurt in Lesk.\n\nRELATED: Nine killed in a crash", ["Nine"]),
        ("A clerk was hurt in Lesk.\n\n[OTHER NEWS: Nine killed in a crash]", ["Nine"]),
        ("A clerk was hurt in Lesk.\n\n9:45 Nine more are dead, police say", []),
        ("A clerk was hurt in Lesk.\n\nCops hunt driver who killed girl\n\nHe lives.", ["girl"]),
        ("A clerk was hurt in Lesk.\n\nCops hunt a driver who killed the girl\n\nHe lives.", []),
        ("Cops hunt driver who killed girl\n\nA girl was killed.", []),
        ("A clerk was hurt in Lesk. More: nine were killed.", ["nine"]),
        ("A clerk was hurt in Lesk. He told more: nine were killed.", []),
        # of another year or season, of another hour
        (
            "A clerk was hurt on 3 May 2019. It was like the June 2, 2016, raid in which nine died.",
            ["nine"],
        ),
        ("A clerk was hurt on 3 May 2019. On May 3, 2019, nine men were hurt.", []),
        ("A clerk was hurt. Last summer, nine men were hurt at the bar.", ["nine men"]),
        ("A clerk was hurt at a vigil. It was for a boy who was shot dead last week.", ["a boy"]),
        ("Police made an arrest. A clerk was hurt at the bar last week.", []),
        ("A clerk was hurt at a vigil for Ana Ruiz, who was killed earlier in the day.", []),
        (
            "A clerk was hurt. It was a vigil for a girl who was killed earlier in the day.",
            ["a girl"],
        ),
        ("A vigil was held. It was for a girl who was killed earlier in the day.", []),
        # the year of the sentence before, where none is told
        (
            "A crush killed 60 people on 2 July 2024. In 2013 pilgrims ran from a temple. At least 115 died.",
            ["At least 115"],
        ),
        ("A crush killed 60 on 2 July 2024. In 2013 pilgrims ran. On Friday 15 people died.", []),
        (
            "Experts came less than 24 hours after the brutal Lenian missile strike that killed 50 people.",
            [],
        ),
        # said earlier of the same
        ("A blast killed 33 people. Earlier in the day, police said that 20 people had died.", []),
        (
            "A blast killed 33 people. Earlier that day, the mayor had estimated that 20 had died.",
            [],
        ),
        (
            "A blast killed 33 people. Earlier that day, raiders had killed six cooks.",
            ["six cooks"],
        ),
        # when he was tried
        ("A shooting killed 17. Omar Belkin pleaded guilty a year ago to killing 14 pupils.", []),
        # measured by what an earlier one cost
        (
            "A fire killed 29 people, surpassing the 25 lives lost in a fire of 1991.",
            ["25 lives"],
        ),
        (
            "A fire killed 29 people. The toll exceeded the 20 mark on Friday, and two were hurt.",
            [],
        ),
        ("Rain fell in Lesk. It exceeded the monthly average and floods killed 12 clerks.", []),
        (
            "A fire of 2024 killed 32 clerks. The toll exceeds that of the 1933 park fire, killing 29.",
            ["29"],
        ),
        ("A fire of 2024 killed 32 clerks. The 1933 park fire killed 29.", ["29"]),
        # nothing is counted in the sentence that a text opens with
        (
            "Vandals attacked a shop. It comes a day after two attacks in Lesk hurt six people.",
            ["six people"],
        ),
        # all of a series, where one of it is reported
        (
            "A bomb exploded at a bank. It was one of five bombings in the city."
            " In all five attacks, 12 people were killed.",
            ["12 people"],
        ),
        ("Five bombs exploded in the city. In all, 12 people were killed.", []),
        (
            "A clerk was hurt. The blast follows two raids in Hale, in which nine guards died.",
            ["nine guards"],
        ),
        ("A day of mourning follows a raid in Hale, in which nine guards died.", []),
        (
            "A clerk was hurt. A year ago another clerk, 18-year-old Omar Belkin, was shot dead."
            " Belkin's death shocked the town.",
            ["another clerk", "Belkin"],
        ),
        (
            "A clerk was hurt. Two days before the fire, a raid in Hale killed nine men.",
            ["nine men"],
        ),
        ("Two days before the vote, a raid in Hale killed nine men.", []),
        ("A clerk was hurt. A guard follows the raid in Hale, in which nine guards died.", []),
        # the incident itself, later in time
        ("Two days after the earthquake, 40 bodies were found.", []),
        ("A fire killed nine people. Two more people died three days later.", []),
        ("In May 435 cholera cases were reported compared to 567 in April.", ["567"]),
        ("In May 435 cholera cases were reported compared to 567 cases in April.", ["567 cases"]),
        (
            "Police killed 92 people in protests that erupted following the death of Ana Ruiz.",
            ["Ana Ruiz"],
        ),
        ("The town mourned after the death of 12 miners.", []),
        ("Nurses, unnamed for fear of retaliation, told of 12 deaths.", []),
    ],
)
def test_background(text: str, quotes: list[str]) -> None:
    assert background(text) == quotes


def test_what_another_storm_did_is_apart() -> None:
    text = "Cyclone Ana killed 31 people in Lesk, weeks after Cyclone Bo that had claimed 14 lives."
    assert [(f.value, bool(f.background)) for f in extract(text)] == [(31, False), (14, True)]
    again = "Cyclone Ana, which killed 31 people, weakened. Cyclone Ana left 900 homeless."
    assert not any(f.background for f in extract(again))
