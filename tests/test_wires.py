"""What wire reports and the local press tell in their own way: lists of victims, tolls told anew, shares."""

from __future__ import annotations

import pytest

from figures import extract


def told(text: str) -> list[str]:
    """The figures of a text: category, quote and least number, with what each is a part of or comes on top of."""
    found = extract(text, published="2024-05-03")
    quotes = {f.id: f.quote for f in found}
    lines = []
    for f in found:
        words = [f.category, f.quote, f"= {f.low}"]
        words += [f"of {quotes[f.part_of]}"] if f.part_of else []
        words += [f"on {quotes[f.adds_to]}"] if f.adds_to else []
        words += [f"as {quotes[f.restates]}"] if f.restates else []
        lines.append(" ".join(words + ([] if f.status == "asserted" else [f.status])))
    return lines


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # a year is no end of a range
        ("It took the total toll since May 2021 to 4,900.", ["killed 4,900 = 4900"]),
        ("Some 2,000 to 3,000 people fled.", ["displaced Some 2,000 to 3,000 people = 2000"]),
        # couples are two people each
        ("Among the seven people killed were two married couples.",
         ["killed seven people = 7", "killed two married couples = 4 of seven people"]),
        ("A couple of clerks were hurt.", ["injured A couple of clerks = 2"]),
        # who somebody is thought to be parts no list
        ("The bodies of a girl, a woman, believed to be her mother, and a man were recovered.",
         ["killed a girl = 1", "killed a woman = 1", "killed a man = 1"]),
        ("Two women, one believed to be in her 40s, and a man were killed.",
         ["killed Two women = 2", "killed a man = 1"]),
        # the last of them, told by an ordinal
        ("Three clerks were killed and a fourth critically injured in a crash.",
         ["killed Three clerks = 3", "injured a fourth = 1"]),
        ("Seven people were shot dead. Six victims died at the bar while the seventh died in a clinic.",
         ["killed Seven people = 7", "killed Six victims = 6 of Seven people",
          "killed the seventh = 1 of Seven people"]),
        ("Raiders seized a village head, and about 50 others.",
         ["abducted a village head = 1", "abducted about 50 others = 50 on a village head"]),
        ("Raiders burnt the mill, and 12 others fled.", ["displaced 12 others = 12"]),
        ("Eleven bodies were found yesterday and six this morning.",
         ["killed Eleven bodies = 11", "killed six = 6"]),
        # nobody is counted by these
        ("Bandits killed three clerks. A few of them took him away.", ["killed three clerks = 3"]),
        ("A raid killed six cooks at a school that has been serving as a shelter for clerks.",
         ["killed six cooks = 6"]),
        ("We had pulled out three charred bodies and were pulling out the fourth.",
         ["killed three charred bodies = 3"]),
        ("About 100 people are missing. The mayor said it was carrying about 670 people.",
         ["missing About 100 people = 100"]),
        ("About 100 people are missing. The mayor said it was about 90.",
         ["missing About 100 people = 100", "missing about 90 = 90"]),
        ("A cook was also hospitalized and could be released shortly.", ["injured A cook = 1"]),
    ],
)  # fmt: skip
def test_who_is_counted(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # some who are known of those who died
        ("Police have identified nine of the 12 people killed in Hale.",
         ["killed nine of the 12 people = 9 of 12 people", "killed 12 people = 12"]),
        # what stands under a part that the text goes on to tell is under the whole
        ("Seven people died. Five died at once, while two died in a clinic. Three of the victims were cooks.",
         ["killed Seven people = 7", "killed Five = 5 of Seven people", "killed two = 2 of Seven people",
          "killed Three of the victims = 3 of Seven people"]),
        ("A man hurt nine people. A boy has burns, as one of them, and his brother was also hurt.",
         ["injured nine people = 9", "injured one of them = 1 of nine people",
          "injured his brother = 1 of nine people"]),
        ("The remains of 43 people were found. So far 18 victims have been identified.",
         ["killed 43 people = 43", "killed 18 victims = 18 of 43 people"]),
        ("A raid killed 200 and took 90 hostages; 50 are still in captivity, 27 of whom the army says are dead.",
         ["killed 200 = 200", "abducted 90 hostages = 90", "abducted 50 = 50 of 90 hostages",
          "killed 27 of whom = 27 of 50"]),
        ("Police said 16 people died. The union put the toll at 16 as well; the council said eight.",
         ["killed 16 people = 16", "killed 16 = 16", "killed eight = 8"]),
        # "of which" tells no part behind a noun of its own
        ("Raiders killed four clerks. They stormed Hale, in the course of which four cooks were killed.",
         ["killed four clerks = 4", "killed four cooks = 4"]),
        ("Raiders killed 14 people, of which four were cooks.",
         ["killed 14 people = 14", "killed four = 4 of 14 people"]),
    ],
)  # fmt: skip
def test_of_whom(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Earlier estimates had put the toll at five.", ["killed five = 5 superseded"]),
        ("More than 200 people died. Earlier, the agency had estimated the toll at 67.",
         ["killed More than 200 people = 200", "killed 67 = 67 superseded"]),
        ("The toll, earlier put at 35, climbed to 42.", ["killed 35 = 35 superseded", "killed 42 = 42"]),
        ("Eleven people died, the mayor said, after police first spoke of nine dead.",
         ["killed Eleven people = 11", "killed nine = 9 superseded"]),
    ],
)  # fmt: skip
def test_tolls_left_behind(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Some media first put the death toll at 10, but later revised it to nine.",
         ["killed 10 = 10 superseded", "killed nine = 9"]),
        ("The toll is 145. Earlier police had put it at 68. Many of the dead were women.",
         ["killed 145 = 145", "killed 68 = 68 superseded", "killed Many of the dead = 2 of 145"]),
        # what is said behind "and said" is no hedge of what was done
        ("Crews found one body and said people might still be under the rubble.", ["killed one body = 1"]),
        ("The army denied that, saying only two soldiers had been hurt.", ["injured two soldiers = 2"]),
        ("The army denied that two soldiers had been hurt.", ["injured two soldiers = 2 denied"]),
        ("About 12 people may be under the rubble.", ["trapped About 12 people = 12 feared"]),
    ],
)  # fmt: skip
def test_how_it_is_told(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Hundreds of homes were badly damaged, with some completely flattened.",
         ["buildings_damaged Hundreds of homes = 200", "buildings_destroyed some = 2"]),
        ("The number of mortalities has risen to 13.", ["killed 13 = 13"]),
        ("Seven bodies were found in Hale, while another three were found in two villages.",
         ["killed Seven bodies = 7", "killed another three = 3 on Seven bodies"]),
        ("Seven bodies were found, and three clerks were found.", ["killed Seven bodies = 7"]),
        ("The dead included a nurse, a driver, a farmer and a child.",
         ["killed a nurse = 1", "killed a driver = 1", "killed a farmer and a child = 2"]),
        ("Nine children were hurt, and two adults are in hospital.",
         ["injured Nine children = 9", "injured two adults = 2"]),
        ("Sixty people were hurt, and 34 are in hospital.",
         ["injured Sixty people = 60", "injured 34 = 34 of Sixty people"]),
        # ages in brackets behind those who are named
        ("Police identified the dead as Asif (25), Bilal (22) and Imran (30).", []),
        ("The driver, Musa Ali, 35, and 12 of his passengers died.",
         ["killed The driver = 1", "killed 12 of his passengers = 12"]),
        ("Three clerks, 35, 31 and 12, died.", ["killed Three clerks = 3"]),
        ("Crews found two bodies, taking the toll to ten, police said, as many were still feared trapped.",
         ["killed two bodies = 2 of ten", "killed ten = 10"]),
        ("Three clerks were killed and as many cooks were hurt.",
         ["killed Three clerks = 3", "injured as many cooks = 3"]),
        ("News came on Thursday about two clerks dying.", ["killed two clerks = 2"]),
        ("He told of about two clerks dying.", ["killed about two clerks = 2"]),
        ("Ten clerks were brought dead. At Hale Hospital six of the 34 victims who were admitted died.",
         ["killed Ten clerks = 10", "killed six of the 34 victims = 6", "injured 34 victims = 34"]),
        ("Six people have died from spurious liquor. Around 11 are still undergoing treatment.",
         ["killed Six people = 6", "injured Around 11 = 11"]),
        ("The canoe sank, but 28 people made it to shore.", ["rescued 28 people = 28"]),
        ("Deaths were reported from Lesk (25), Orda (22) and Tarn (30).",
         ["killed 25 = 25", "killed 22 = 22", "killed 30 = 30"]),
        ("Fourteen people died in Orda, raising the death toll from the flooding to 158.",
         ["killed Fourteen people = 14 of 158", "killed 158 = 158"]),
        ("The flooding of 40 homes drove clerks out.", ["buildings_damaged 40 homes = 40"]),
        ("Fifteen people were first killed at a party.", ["killed Fifteen people = 15"]),
        ("Five soldiers paid the supreme price.", ["killed Five soldiers = 5"]),
        ("Five soldiers paid a high price.", []),
        # whose verb stands behind "that killed 4"
        ("Driver in crash that killed 4 arrested", ["detained Driver = 1", "killed 4 = 4"]),
        ("Blast that killed 4 injured 12", ["killed 4 = 4", "injured 12 = 12"]),
        ("Some 39 people linked to it had been killed.", ["killed Some 39 people = 39"]),
        ("After it collapsed 12 people were killed.", ["killed 12 people = 12"]),
        # a verb of speech has no object of the verb before
        ("It put its losses at 12 dead and 17 wounded and said 60 rebels were killed.",
         ["killed 12 = 12", "injured 17 = 17", "killed 60 rebels = 60"]),
        ("Eight others were rushed to Lesk Level 5 Hospital.", ["injured Eight others = 8"]),
        ("Three clerks were found hanging in a barn.", ["killed Three clerks = 3"]),
        ("He killed two St. Hale deputies.", ["killed two St. Hale deputies = 2"]),
        ("We lost dozens of men and several are wounded.", ["killed dozens of men = 24", "injured several = 3"]),
    ],
)  # fmt: skip
def test_what_is_counted(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("Cholera has killed 172 people in a week.", ["period"]),
        ("Shelling has killed nine in two days.", ["period"]),
        ("In January, early this year, six people died in Hale.", ["incident"]),
        ("Sixty pupils fell ill after a meal.", ["incident"]),
        ("Cholera made 60 pupils ill.", ["cumulative"]),
        ("Some 300 people were killed in tanker explosions across Lenia in 2016.", ["period"]),
        ("The third raid in a week killed nine.", ["incident"]),
        ("Some 900 migrants were rescued during this week alone.", ["period"]),
        ("Nine people have drowned this summer.", ["period"]),
        ("Nine people have died in a fire this month.", ["incident"]),
        ("More than 6,000 people have died in the violence.", ["cumulative"]),
        ("Six people have died in the violence.", ["incident"]),
        ("The war began in May. Tens of thousands of people have died.", ["cumulative"]),
        ("The quake struck in May. Tens of thousands of people have died.", ["incident"]),
        ("Four died in overnight strikes on Hale.", ["incident"]),
        ("Four died in overnight shootings.", ["period"]),
        # more, since what was counted has been
        ("Floods have killed 258 people since March. Another 616 have been hurt.", ["cumulative"] * 2),
        ("Floods have killed 258 people since March. Some 616 more have been hurt.", ["cumulative"] * 2),
        ("Floods have killed 258 people since March. Another 16 were hurt in a crash.", ["cumulative", "incident"]),
        ("New cases and 25 deaths were reported on Tuesday, following 45 deaths the day before.", ["incident"] * 2),
    ],
)  # fmt: skip
def test_scopes(text: str, scopes: list[str]) -> None:
    assert [f.scope for f in extract(text, published="2024-05-03")] == scopes


@pytest.mark.parametrize(
    ("text", "places"),
    [
        # a name in capitals tells where a report was filed
        ("NAIROBI: At least 25 passengers were killed and 35 hurt when a bus fell off a bridge in Kitale.",
         ["Kitale", "Kitale"]),
        ("KABUL: 12 people killed; HERAT: nine people killed.", ["KABUL", "HERAT"]),
        # the place of both, behind "while"
        ("Two people died, while five others were hurt in a crash in Kaduna.", ["Kaduna", "Kaduna"]),
        ("Two people died in Kaduna, while five others were hurt in a crash in Kano.", ["Kaduna", "Kano"]),
        # "on" before a mountain or a lake that no list knows
        ("Three climbers died on Mount Quenby on Monday.", ["Mount Quenby"]),
        ("Three climbers died on Operation Quenby.", [None]),
        # an airline's name tells no country
        ("An Air India jet crashed, killing 241 people.", [None]),
        ("A Kenya Airways plane crashed, killing 114 people.", [None]),
    ],
)  # fmt: skip
def test_places(text: str, places: list[str]) -> None:
    assert [f.place for f in extract(text)] == places


@pytest.mark.parametrize(
    ("text", "days"),
    [
        # what a court came to is no day of the deed
        ("He received two life sentences Thursday for the murders of two men.", [None]),
        ("A jury found him guilty on Tuesday of killing three women.", [None]),
        ("A jury found him guilty of killing three women on Tuesday.", ["2024-04-30"]),
        ("The suspect, arrested on Friday, is accused of killing five people.", [None]),
        ("He was convicted of the 2016 murders of two clerks.", ["2016-01-01"]),
        ("He was jailed for the 2016 murders of two clerks. Nine people died in a fire.", ["2016-01-01", None]),
        # a running total's year dates no crash
        # the day of an arrest, of a hearing
        ("A fourth suspect in the killing of a clerk was arrested Friday.", [None]),
        ("An inquest into the deaths of 72 people opened on Friday.", [None]),
        ("The trial began on Friday over a fire in which 72 people died.", [None]),
        ("Fighting began on Friday and 72 people died.", ["2024-05-03"]),
        # a year before what it did
        ("In 2021 quakes killed 40 people, and a 2020 tremor killed nine.", ["2021-01-01", "2020-01-01"]),
        ("A 2020 blaze killed nine and left 40 dead elsewhere.", ["2020-01-01"] * 2),
        # what has been counted so far was not of the day of one attack
        ("A raid killed nine on Friday. The war began in May. More than 58,000 people have been killed.",
         ["2024-05-03", None]),
        ("So far 817 people have been killed on roads this year. A bus killed 25 people.", ["2024-01-01", None]),
        ("HALE, June 7 - Some 320 migrants drowned last week.", ["2024-04-22"]),
    ],
)  # fmt: skip
def test_days(text: str, days: list[str | None]) -> None:
    found = [f for f in extract(text, published="2024-05-03") if f.category == "killed"]
    assert [f.earliest for f in found] == days


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Another raid left dozens dead, with security sources telling a paper that 31 soldiers died.",
         [None, "security sources"]),
        ("The exact number was not known. He said three clerks were hurt.", [None]),
        ("Three people killed in raid on Hale – photo", [None]),
        # a fire at a hospital says nothing
        ("Orlo hospital fire: Death toll climbs to 14", [None]),
        ("Health ministry: Toll of clashes climbs to 14", ["Health ministry"]),
    ],
)  # fmt: skip
def test_speakers(text: str, speakers: list[str | None]) -> None:
    assert [f.attributed_to for f in extract(text)] == speakers


def test_who_says_so_behind_after() -> None:
    text = "The fire was put out by crews after police said 12 people died."
    assert [f.attributed_to for f in extract(text)] == ["police"]
