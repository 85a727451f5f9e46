"""What became of those counted: kinds of words, of groups and of things that must not be taken for one another."""

from __future__ import annotations

import pytest

from figures.extraction import extract


def read(text: str) -> list[tuple[str, str]]:
    return [(f.category, f.quote) for f in extract(text)]


MACHINES = [
    ("The enemy launched 26 drones. 21 of them were destroyed.", []),
    ("Of the 26 missiles, 21 were destroyed.", []),
    ("He said 45 units of military equipment had been destroyed.", []),
    ("The enemy lost 45 pieces of equipment; 12 were destroyed and three captured.", []),
    ("The raid destroyed 12 vehicles, three of them armoured.", []),
    (
        "Some 12 houses were hit by drones. Three of them were destroyed.",
        [("buildings_damaged", "Some 12 houses"), ("buildings_destroyed", "Three of them")],
    ),
    ("Of the 120 housing units, 12 were destroyed.", [("buildings_destroyed", "12")]),
    ("The army lost a tank and 40 rebels were captured.", [("detained", "40 rebels")]),
]

WEAPONS_FOUND = [
    (
        "Troops recovered the bodies of six rebels along with one 122-mm artillery gun.",
        [("killed", "six rebels")],
    ),
    (
        "Troops recovered the bodies of six rebels along with two 9mm pistols.",
        [("killed", "six rebels")],
    ),
    (
        "Troops recovered the bodies of six rebels along with five T-56 weapons.",
        [("killed", "six rebels")],
    ),
    (
        "Two U-20 players and two 16-year-old girls were killed.",
        [("killed", "Two U-20 players"), ("killed", "two 16-year-old girls")],
    ),
]


@pytest.mark.parametrize(("text", "figures"), [*MACHINES, *WEAPONS_FOUND])
def test_things(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


SHOT = [
    ("Four clerks were shot. All are expected to survive.", [("injured", "Four clerks")]),
    ("Four clerks were shot. Their wounds are not life-threatening.", [("injured", "Four clerks")]),
    ("Four clerks were shot and are recovering.", [("injured", "Four clerks")]),
    ("Four clerks were shot. They were driven to a trauma center.", [("injured", "Four clerks")]),
    ("Four clerks were shot at a hospital.", [("casualties", "Four clerks")]),
    (
        "Four clerks were shot. The bodies were taken to a hospital.",
        [("casualties", "Four clerks")],
    ),
    ("Gunmen shot two cooks in the legs.", [("injured", "two cooks")]),
    ("Gunmen shot two cooks in the head.", [("casualties", "two cooks")]),
    (
        "A clerk was shot dead. Two cooks were shot in both knees.",
        [("killed", "A clerk"), ("injured", "Two cooks")],
    ),
]

SEIZED = [
    (
        "Gunmen abducted seven clerks; their bodies were found in a well.",
        [("abducted", "seven clerks"), ("killed", "seven clerks")],
    ),
    (
        "Gunmen abducted seven clerks. Their bullet-riddled bodies were dumped on a road.",
        [("abducted", "seven clerks"), ("killed", "seven clerks")],
    ),
    (
        "Three herders went missing. They were later shot dead.",
        [("missing", "Three herders"), ("killed", "Three herders")],
    ),
    ("Gunmen abducted seven clerks. They may have been killed.", [("abducted", "seven clerks")]),
    ("Gunmen abducted seven clerks. They were killed by bees.", [("abducted", "seven clerks")]),
    ("Gunmen abducted seven clerks, leaving their bags behind.", [("abducted", "seven clerks")]),
    (
        "Gunmen killed five guards and abducted seven clerks. Their bodies were found.",
        [("killed", "five guards"), ("abducted", "seven clerks")],
    ),
]


@pytest.mark.parametrize(("text", "figures"), [*SHOT, *SEIZED])
def test_of_those_shot_and_seized(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


TOGETHER = [
    ("Total casualties were 609 killed, wounded, and missing.", [("casualties", "609")]),
    ("The brigade lost in killed, wounded and missing 609 men.", [("casualties", "609 men")]),
    ("Some 900 men were killed, wounded or captured.", [("casualties", "Some 900 men")]),
    ("The army lost 690 men, killed or wounded.", [("casualties", "690 men")]),
    ("The army lost 690 men (both killed and wounded).", [("casualties", "690 men")]),
    ("Some 48 airmen were killed or captured.", []),
    (
        "Twelve men were killed, nine wounded and four captured.",
        [("killed", "Twelve men"), ("injured", "nine"), ("detained", "four")],
    ),
    (
        "The army killed 12 rebels and captured nine.",
        [("killed", "12 rebels"), ("detained", "nine")],
    ),
    ("The enemy lost 12 soldiers in the battle.", [("killed", "12 soldiers")]),
]

TOLLS = [
    ("The killed numbered 369, the wounded 1,483.", [("killed", "369"), ("injured", "1,483")]),
    ("The killed outright numbered 369.", [("killed", "369")]),
    ("The wounded guard numbered 12 crates.", []),
    ("Papers placed the fatalities at 379.", [("killed", "379")]),
    ("The casualties of the region reached 145,000.", [("casualties", "145,000")]),
    ("The number of injured was in the hundreds.", [("injured", "hundreds")]),
    (
        "Estimates of the number of people killed range from 850 to 4,000.",
        [("killed", "850 to 4,000")],
    ),
    (
        "The number of deaths ranges around 500, with low estimates of 200 and high estimates of 900.",
        [("killed", "around 500")],
    ),
    ("Deaths exceeded 380.", [("killed", "exceeded 380")]),
    ("Losses exceeded 380 jobs.", []),
    ("There was one death every 17 days.", []),
    ("The storm caused one death in 17 days.", [("killed", "one death")]),
    ("At least 12 clerks were documented killed.", [("killed", "At least 12 clerks")]),
]

ATTACKERS = [
    ("Two gunmen survived the attack.", []),
    ("Two clerks survived the attack.", [("rescued", "Two clerks")]),
    ("The bomber was not among the dead.", []),
    ("The bomber was among the dead.", [("killed", "The bomber")]),
    (
        "The monitor counted the dead: 99 Druze and 18 Bedouin.",
        [("killed", "99 Druze"), ("killed", "18 Bedouin")],
    ),
    (
        "A clinic received the bodies of three men who were found with bullet wounds.",
        [("killed", "three men")],
    ),
    ("One founder and aid worker was killed.", [("killed", "One founder")]),
    (
        "A boy stabbed his mother to death before going to school and hurting six pupils.",
        [("killed", "his mother"), ("injured", "six pupils")],
    ),
    ("A boat with 15 cooks on board sank; none survived.", [("killed", "15 cooks")]),
    ("The crew of 15 said that none survived on bread.", [("rescued", "none")]),
    ("A French aid worker was killed.", [("killed", "A French aid worker")]),
    ("Rebels seized aid worker Omar Belkin.", [("abducted", "aid worker Omar Belkin")]),
]

THRESHOLDS = [
    ("Of these crashes, 204 have involved at least 100 fatalities.", []),
    ("The crash involved at least 100 fatalities.", [("killed", "at least 100 fatalities")]),
    ("This is a list of accidents which resulted in at least 50 fatalities.", []),
    ("The list of the dead has at least 50 pupils.", [("killed", "at least 50 pupils")]),
    ("Attacks that kill more than ten people are rare.", []),
    ("Attacks that killed more than ten people shook Lesk.", [("killed", "more than ten people")]),
    ("The act defines mass murder as the killing of four or more people.", []),
    ("The law applies to any attack in which at least four people are killed.", []),
    ("All attacks killed at least 40 people.", [("killed", "at least 40 people")]),
]

NAMES = [
    (
        "Over 300 Tigers were killed and 20 soldiers died.",
        [("killed", "Over 300 Tigers"), ("killed", "20 soldiers")],
    ),
    ("Twelve tigers were killed in a zoo.", []),
    ("Twelve Tigers Killed In Zoo Fire", []),
    ("Twelve Lions were hurt in the match.", []),
    ("Forty clerks from post-2014 Lenia were killed.", [("killed", "Forty clerks")]),
    ("Forty clerks within pre-1939 borders were killed.", [("killed", "Forty clerks")]),
    ("Forty clerks in their 20s were killed.", [("killed", "Forty clerks")]),
    ("A wall fell, killing many.", [("killed", "many")]),
    ("Four of her family were missing.", [("missing", "Four of her family")]),
    ("Four of the families were missing.", []),
    ("Smoking is killing many varied hopes.", []),
]

COMPANY = [
    (
        "The blast led to the death of a woman with her two sons.",
        [("killed", "a woman with her two sons")],
    ),
    ("A woman with her two sons was killed.", [("killed", "A woman")]),
    ("The blast killed a woman with her child's bag.", [("killed", "a woman")]),
    (
        "The blast killed a clerk, in addition to five guards.",
        [("killed", "a clerk"), ("killed", "five guards")],
    ),
    ("In addition to 12 guards on patrol, five were killed.", [("killed", "five")]),
    (
        "The gunman killed 33 people, including himself.",
        [("killed", "33 people"), ("killed", "himself")],
    ),
    (
        "A bomber killed 12 people and hurt 40, including himself.",
        [("killed", "12 people"), ("injured", "40")],
    ),
]


LOSSES = [
    (
        "Casualties were 12 officers and 340 men killed, and 20 officers and 900 men wounded.",
        [
            ("killed", "12 officers"),
            ("killed", "340 men"),
            ("injured", "20 officers"),
            ("injured", "900 men"),
        ],
    ),
    (
        "The regiment lost 12 officers and 340 men killed and wounded.",
        [("casualties", "12 officers"), ("casualties", "340 men")],
    ),
    ("Casualties were 12 dead and 40 wounded.", [("killed", "12"), ("injured", "40")]),
    (
        "The army suffered 8,000 casualties, 2,200 of which were prisoners of war.",
        [("casualties", "8,000 casualties"), ("detained", "2,200 of which")],
    ),
    (
        "There were 773 casualties, including 581 deaths and 192 injured.",
        [("casualties", "773 casualties"), ("killed", "581 deaths"), ("injured", "192")],
    ),
    ("There were 143 seriously injured.", [("injured", "143")]),
    ("He was 101 and died.", []),
    ("The army destroyed 40 rebels' camps.", []),
    ("The army destroyed 40 rebels in Lesk.", [("killed", "40 rebels")]),
]


@pytest.mark.parametrize(
    ("text", "figures"), [*LOSSES, *TOGETHER, *TOLLS, *ATTACKERS, *THRESHOLDS, *NAMES, *COMPANY]
)
def test_words(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        text
        for text, _ in [
            *MACHINES,
            *WEAPONS_FOUND,
            *LOSSES,
            *TOGETHER,
            *TOLLS,
            *THRESHOLDS,
            *NAMES,
            *COMPANY,
        ]
    ],
)
def test_cut_short(text: str) -> None:
    words = text.split()
    for n in range(1, len(words) + 1):
        cut = " ".join(words[:n])
        assert all(f.quote in cut for f in extract(cut))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Five men were killed, including a boy, and two guards succumbed to their wounds.",
            ["a boy"],
        ),
        ("Five men were killed, including two who died at home.", ["two"]),
        ("The report told of 46 killings by rebels, 37 by raiders and 18 by the police.", []),
        ("Rebels took 100 hostages. Seven nuns were among the hostages.", ["Seven nuns"]),
        ("The gunman killed 33 people, including himself.", ["himself"]),
        ("Gunmen killed three cooks, two Germans and one Swede.", ["two Germans", "one Swede"]),
        ("Gunmen killed 12 cooks, two Germans and one Swede.", []),
        (
            "In May 57 clerks were killed. The army was responsible for the deaths of 21 clerks.",
            ["21 clerks"],
        ),
        (
            "In May 57 clerks were killed. Rebels were responsible for the deaths of 21 soldiers.",
            [],
        ),
    ],
)
def test_parts(text: str, parts: list[str]) -> None:
    assert [f.quote for f in extract(text) if f.part_of] == parts


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("The regiment lost 12 officers and 340 men.", "combatant"),
        ("Casualties were 12 officers and 340 men.", "combatant"),
        ("Three officers and two men were killed.", "police"),
        ("The army said three police officers and two men were killed.", "police"),
    ],
)
def test_officers_and_men(text: str, group: str) -> None:
    assert extract(text)[0].groups == (group,)


def test_updated_figure() -> None:
    told = extract("The army first said three were killed, later updating the figure to 16.")
    assert [(f.quote, f.status) for f in told] == [("three", "superseded"), ("16", "asserted")]


@pytest.mark.parametrize(
    ("text", "injured"),
    [
        ("The gale injured no one.", [0]),
        ("Nobody was hurt.", [0]),
        # others may have been hurt lightly
        ("Nobody was taken to hospital.", []),
        ("Five guests were treated on the spot; none was taken to hospital.", [5]),
        ("There were no life-threatening injuries.", []),
        ("No one was badly hurt.", []),
        ("The raid left one dead and another fighting for her life.", [1]),
        ("The raid left one dead and another fighting ship aground.", []),
    ],
)
def test_who_was_not_hurt(text: str, injured: list[int]) -> None:
    assert [f.value for f in extract(text) if f.category == "injured"] == injured
