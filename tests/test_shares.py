"""What a number counts, and how the counts of a text relate: parts, additions, repeats, rates and differences."""

from __future__ import annotations

import pytest

from figures import extract


def told(text: str) -> list[str]:
    """The figures of a text: category and quote, with "of" before its whole, "on" before what it comes on top of, "as"
    before what it restates."""
    found = extract(text, published="2024-05-03")
    quotes = {f.id: f.quote for f in found}
    relations = ("part_of", "of"), ("adds_to", "on"), ("restates", "as")
    lines = []
    for f in found:
        joined = [f"{word} {quotes[to]}" for name, word in relations if (to := getattr(f, name))]
        status = [] if f.status == "asserted" else [f.status]
        lines.append(" ".join([f.category, f.quote, *joined, *status]))
    return lines


def sizes(text: str) -> list[tuple[float | None, float | None]]:
    return [(f.low, f.high) for f in extract(text)]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Some 12 000-15 000 people fled Lesk.", (12_000, 15_000)),
        ("Some 12 000–15 000 people fled Lesk.", (12_000, 15_000)),
        ("The blast killed 12-15 people.", (12, 15)),
        ("At least another 25 people were killed in Orda.", (25, None)),
        ("Over a further 25 were killed.", (25, None)),
        ("Another 25 people were killed.", (25, 25)),
        ("Anywhere from 23 to 25 children were missing.", (23, 25)),
    ],
)
def test_bounds(text: str, bounds: tuple[float, float]) -> None:
    assert sizes(text) == [bounds]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # ages
        ("The quake hurt 14, including a boy of 12.", ["injured 14", "injured a boy of 14"]),
        ("Two men of 40 and 52 were killed.", ["killed Two men"]),
        ("Two boys of 12 and 14 died, and men of 12 families.", ["killed Two boys"]),
        ("A group of 12 were killed.", ["killed 12"]),
        ("The blast left two children aged 6 and 10 injured.", ["injured two children"]),
        ("In Lesk, 45 were killed.", ["killed 45"]),
        ("On Monday, 45 were killed and 26 injured.", ["killed 45", "injured 26"]),
        ("By Monday, 45 had been killed.", ["killed 45"]),
        ("Ana Ruiz, 45, was killed.", ["killed Ana Ruiz"]),
        # brackets
        (
            "Troops killed (27) rebels and hurt (12) others.",
            ["killed (27) rebels", "injured (12) others"],
        ),
        ("A total of (5,599) people were killed.", ["killed (5,599) people"]),
        ("The rules: (1) people must leave, (2) women died.", []),
        # money and names
        ("He promised Rs 2 lakh for the kin of those killed.", []),
        ("The state pays Tk 50,000 to those injured.", []),
        ("Rescue 1122 officials said two drowned.", ["killed two"]),
        (
            "At least 29 people aboard the MV Lesk Star 3 were killed.",
            ["killed At least 29 people"],
        ),
        ("In Lesk 29 people were killed.", ["killed 29 people"]),
        # differences
        ("That is 387 more people killed compared to May.", []),
        ("There were 254 fewer people murdered in Lesk.", []),
        ("Police recorded 664 more murders than in May.", []),
        ("The number of deaths is 21 less than in 2018.", []),
        ("The toll was slashed by 1,458, and the number of missing by 27.", []),
        ("An increase of 387 people killed was recorded.", []),
        ("The blast killed 12 more people.", ["killed 12 more people"]),
        (
            "It killed 12 people more than a mile away.",
            ["killed 12 people"],
        ),
        # rates
        ("Five wounded people are dying every hour in Orda.", []),
        ("Over 400 villagers die from gas poisoning each year.", []),
        ("Two die daily in such accidents.", []),
        ("Two died in daily clashes.", ["killed Two"]),
        ("On average, five people die in Lesk.", []),
        ("There were almost six murders for every 100,000 residents.", []),
        ("Out of every 100 people killed, 44 were riders.", []),
        ("For every man killed, two women died.", []),
        ("About 1 in 50 patients dies of the disease.", []),
        ("Five men were shot dead each time they came.", ["killed Five men"]),
    ],
)
def test_what_a_number_counts(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # parts of the whole, and not of another part
        (
            "The office told of 119 deaths. Of those killed, 24 were men and 18 were women.",
            ["killed 119 deaths", "killed 24 of 119 deaths", "killed 18 of 119 deaths"],
        ),
        (
            "The toll was 581. Of the dead, 405 were identified and 63 were never identified.",
            ["killed 581", "killed 405 of 581", "killed 63 of 581"],
        ),
        (
            "At least 91 people died, including 28 children. The toll includes seven clerks.",
            [
                "killed At least 91 people",
                "killed 28 children of At least 91 people",
                "killed seven clerks of At least 91 people",
            ],
        ),
        (
            "The toll is 803, with 790 bodies recovered and 13 victims who died in hospital.",
            ["killed 803", "killed 790 bodies of 803", "killed 13 victims of 803"],
        ),
        (
            "Raids caused 210 casualties (90 deaths, 120 injured) and mines 100 casualties (40 deaths, 60 injured).",
            [
                "casualties 210 casualties",
                "killed 90 deaths of 210 casualties",
                "injured 120 of 210 casualties",
                "casualties 100 casualties",
                "killed 40 deaths of 100 casualties",
                "injured 60 of 100 casualties",
            ],
        ),
        (
            "There were 773 casualties (581 deaths and 192 injured), including 182 women.",
            [
                "casualties 773 casualties",
                "killed 581 deaths of 773 casualties",
                "injured 192 of 773 casualties",
                "casualties 182 women of 773 casualties",
            ],
        ),
        # places one after the other
        (
            "Lesk has 18 deaths, Orda has 15 deaths and Hale has 3 deaths.",
            ["killed 18 deaths", "killed 15 deaths", "killed 3 deaths"],
        ),
        (
            "Lesk had 39 deaths, followed by Orda with 34, Mora with 5 and Tarn with 1 death.",
            ["killed 39 deaths", "killed 34", "killed 5", "killed 1 death"],
        ),
        (
            "Six deaths were reported from Lesk, three from Orda and two from Hale.",
            ["killed Six deaths", "killed three", "killed two"],
        ),
        (
            "Lesk (7 deaths), Orda (4 deaths) and Mora (3 deaths) were hit.",
            ["killed 7 deaths", "killed 4 deaths", "killed 3 deaths"],
        ),
        (
            "Seven people died: four in Lesk and three in Orda.",
            ["killed Seven people", "killed four of Seven people", "killed three of Seven people"],
        ),
        # larger than the whole
        (
            "Four people died in one of the worst days, with more than 100 people killed.",
            ["killed Four people", "killed more than 100 people"],
        ),
        ("Ten people died. Twelve of them were nurses.", ["killed Ten people"]),
        (
            "Ten people died. Two of them were nurses.",
            ["killed Ten people", "killed Two of them of Ten people"],
        ),
    ],
)
def test_parts(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # elsewhere, at another time
        (
            "Mosul reported 95 new cases of cholera. Basra reported 55 new cases.",
            ["infected 95 new cases", "infected 55 new cases"],
        ),
        (
            "Mosul reported 95 cases of cholera. There were 55 new cases.",
            ["infected 95 cases", "infected 55 new cases on 95 cases"],
        ),
        (
            "Nine new cholera cases were reported, compared to 126 cases in March.",
            ["infected Nine new cholera cases", "infected 126 cases"],
        ),
        # what raised a toll
        (
            "The cholera cases have risen to 34 after five more infections were reported.",
            ["infected 34", "infected five more infections of 34"],
        ),
        (
            "The death toll rose to 146. Twenty-five more bodies were found on Monday.",
            ["killed 146", "killed Twenty-five more bodies of 146"],
        ),
        (
            "The death toll stood at 146. Twenty-five more bodies were found on Monday.",
            ["killed 146", "killed Twenty-five more bodies on 146"],
        ),
        # how badly
        (
            "Some 26 people were hurt, one badly. Eight others suffered moderate injuries and 17 more minor injuries.",
            [
                "injured Some 26 people",
                "injured one of Some 26 people",
                "injured Eight others of Some 26 people",
                "injured 17 more minor injuries of Some 26 people",
            ],
        ),
        (
            "Some 26 people were hurt. Eight others were injured.",
            ["injured Some 26 people", "injured Eight others on Some 26 people"],
        ),
    ],
)
def test_additions(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Some 650 people died in 2023, compared with 412 in 2022.",
            ["killed Some 650 people", "killed 412"],
        ),
        ("There were 22 deaths this year against 12 last year.", ["killed 22 deaths", "killed 12"]),
        (
            "The mission told of 112 casualties (40 killed, 72 hurt), compared with 150 (60 killed, 90 hurt) in 2018.",
            [
                "casualties 112 casualties",
                "killed 40 of 112 casualties",
                "injured 72 of 112 casualties",
                "casualties 150",
                "killed 60 of 150",
                "injured 90 of 150",
            ],
        ),
        ("Twelve people died in the fight against 40 rebels.", ["killed Twelve people"]),
        ("Twelve people died, compared with 40 per cent last year.", ["killed Twelve people"]),
        (
            "The number of children killed has tripled (115 compared to 39).",
            ["killed 115", "killed 39"],
        ),
        (
            "Civilian deaths fell by seven per cent (from 321 to 299).",
            ["killed 321 superseded", "killed 299"],
        ),
        ("Civilian deaths rose by 20 per cent to 880.", ["killed 880"]),
        (
            "There was a drop in fatalities from 1,706 last year to 1,443.",
            ["killed 1,706 superseded", "killed 1,443"],
        ),
        (
            "The deaths reduced from 1,710 to 1,580.",
            ["killed 1,710 superseded", "killed 1,580"],
        ),
        (
            "There are 187 displaced people. The number has now risen to 190 individuals.",
            ["displaced 187 displaced people", "displaced 190 individuals"],
        ),
    ],
)
def test_counts_set_beside_others(text: str, figures: list[str]) -> None:
    assert told(text) == figures


def test_what_a_count_is_compared_with_is_no_toll_of_the_text() -> None:
    found = extract("Some 650 people died in 2023, compared with 412 in 2022.")
    assert [f.background for f in found] == [None, "compared with"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Three soldiers and as many rebels were killed.",
            ["killed Three soldiers", "killed as many rebels"],
        ),
        ("Four people died and as many were hurt.", ["killed Four people", "injured as many"]),
        (
            "Four people died and as many as 12 were hurt.",
            ["killed Four people", "injured as many as 12"],
        ),
        ("Four people died as many attacks followed.", ["killed Four people"]),
        (
            "Orda had 45 deaths and an equal number of injuries.",
            ["killed 45 deaths", "injured an equal number of injuries"],
        ),
        ("Orda and Mora reported five deaths each.", ["killed five deaths each"]),
        (
            "Lesk had 35 deaths, followed by Orda (21) and Mora and Tarn (17 each).",
            ["killed 35 deaths", "killed 21", "killed 17 each"],
        ),
        # certainty
        (
            "There were 2,197 deaths (2,079 confirmed and 118 probable) from Ebola.",
            [
                "killed 2,197 deaths",
                "killed 2,079 of 2,197 deaths",
                "killed 118 probable of 2,197 deaths",
            ],
        ),
        (
            "There are 86 deaths: 16 confirmed, 65 probable and 5 suspected.",
            [
                "killed 86 deaths",
                "killed 16 of 86 deaths",
                "killed 65 of 86 deaths",
                "killed 5 of 86 deaths",
            ],
        ),
        ("There were 12 deaths (2 probable suspected causes).", ["killed 12 deaths"]),
        # in other words
        (
            "The storm affected 689 households (equivalent to 1,554 people).",
            ["affected 689 households", "affected 1,554 people as 689 households"],
        ),
        (
            "The storm affected 3,020 people, corresponding to 650 families.",
            ["affected 3,020 people", "affected 650 families as 3,020 people"],
        ),
        (
            "At least 300 people died in the storm, possibly as many as 500.",
            [
                "killed At least 300 people",
                "killed possibly as many as 500 as At least 300 people feared",
            ],
        ),
        # most of them
        (
            "Some 202 people were displaced, the majority (127 people) in Orda.",
            ["displaced Some 202 people", "displaced 127 people of Some 202 people"],
        ),
        (
            "Some 202 people were displaced, most of them (127) in Orda.",
            ["displaced Some 202 people", "displaced 127 of Some 202 people"],
        ),
        (
            "The quake killed 267 people. Most of the dead, 184, were in Lesk.",
            ["killed 267 people", "killed 184 of 267 people"],
        ),
        # what they are made up of
        (
            "The raids killed 73 people, consisting of 12 children and 35 women.",
            ["killed 73 people", "killed 12 children of 73 people", "killed 35 women of 73 people"],
        ),
        (
            "The toll reached 73, comprising 12 children and 35 women.",
            ["killed 73", "killed 12 children of 73", "killed 35 women of 73"],
        ),
        (
            "A total of 932 houses were damaged. Of these, 326 have been destroyed, while 606 have sustained damage.",
            [
                "buildings_damaged 932 houses",
                "buildings_destroyed 326 of 932 houses",
                "buildings_damaged 606 of 932 houses",
            ],
        ),
        (
            "The toll rose to 29. Twelve people in Lesk, 13 people in Orda and 4 people in Hale.",
            [
                "killed 29",
                "killed Twelve people of 29",
                "killed 13 people of 29",
                "killed 4 people of 29",
            ],
        ),
        ("The toll rose to 29. Twelve schools in Lesk, 13 people in Orda.", ["killed 29"]),
        ("The toll rose to 29. Twelve people in Lesk, 30 people in Orda.", ["killed 29"]),
        (
            "Eleven soldiers died. Nine bodies have been identified.",
            ["killed Eleven soldiers", "killed Nine bodies of Eleven soldiers"],
        ),
    ],
)
def test_parts_in_other_words(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Orda and Mora reported five deaths each.", [10]),
        ("Lesk had 35 deaths, followed by Orda (21) and Mora and Tarn (17 each).", [35, 21, 34]),
        ("Three clinics reported 12 wounded people each.", [36]),
        ("Orda reported five deaths each in Lesk.", [5]),
        ("Four people died and an equal number were hurt.", [4, 4]),
    ],
)
def test_each_and_as_many(text: str, values: list[int]) -> None:
    assert [f.value for f in extract(text)] == values


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "The fire killed 156 people, including 56 from Lesk, 27 from Orda and 41 from Hale.",
            [
                "killed 156 people",
                "killed 56 of 156 people",
                "killed 27 of 156 people",
                "killed 41 of 156 people",
            ],
        ),
        ("Ana Ruiz from Lesk, 27, was killed.", ["killed Ana Ruiz"]),
        (
            "Over 300 people were hurt, including 186 by live ammunition and 65 by rubber bullets.",
            [
                "injured Over 300 people",
                "injured 186 of Over 300 people",
                "injured 65 of Over 300 people",
            ],
        ),
        (
            "There were 42 deaths with 19 males, 16 females and 7 children.",
            [
                "killed 42 deaths",
                "killed 19 males of 42 deaths",
                "killed 16 females of 42 deaths",
                "killed 7 children of 42 deaths",
            ],
        ),
        ("There were 42 deaths in a town with 19 wards and 7 camps.", ["killed 42 deaths"]),
        ("Some 97 females below 18 died.", ["killed Some 97 females"]),
        ("The death toll is as high as 655.", ["killed as high as 655"]),
        ("The number of dead ranged from 200 up to 300 people.", ["killed 200 up to 300 people"]),
        (
            "There were 12 reported deaths but only five are confirmed.",
            ["killed 12 reported deaths", "killed five of 12 reported deaths"],
        ),
        (
            "The toll has risen to 112. Rescuers recovered 76 bodies on Monday.",
            ["killed 112", "killed 76 bodies of 112"],
        ),
        (
            "The toll has risen to 112. Rescuers recovered 76 bodies in Lesk.",
            ["killed 112", "killed 76 bodies"],
        ),
        (
            "The toll has risen to 78: 68 deaths in Lesk and the others elsewhere.",
            ["killed 78", "killed 68 deaths of 78"],
        ),
        (
            "Of the 22 people admitted to hospital, 17 died.",
            ["injured 22 people", "killed 17 of 22 people"],
        ),
        (
            "Some 40 people were hurt. Among them 15 severely injured were taken to Lesk.",
            ["injured Some 40 people", "injured 15 of Some 40 people"],
        ),
        (
            "Troops killed 20 gunmen, raising to 263 the number of civilians killed.",
            ["killed 20 gunmen", "killed 263"],
        ),
        (
            "The toll has risen to 56, the mayor said. Police had earlier put the figure at 17.",
            ["killed 56", "killed 17 superseded"],
        ),
        (
            "The mayor said that 32 people had died; 14 were children and two were nurses.",
            ["killed 32 people", "killed 14 of 32 people", "killed two of 32 people"],
        ),
        (
            "Thirty people died; 14 were hurt; 20 are missing.",
            ["killed Thirty people", "injured 14", "missing 20"],
        ),
        ("It was one of the worst hostage crises in Lenia.", []),
        ("One of the dead was one of the oldest people to die there.", ["killed One of the dead"]),
        ("One of the youngest victims was killed.", ["killed One of the youngest victims"]),
    ],
)
def test_lists_and_bounds(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Lesk, Orda and Hale recorded 36, 28 and 23 deaths respectively.",
            ["killed 36", "killed 28", "killed 23 deaths"],
        ),
        ("In wards 36, 28 and 12 deaths were recorded.", ["killed 12 deaths"]),
        (
            "Lesk had the most deaths with 39, followed by Orda with 34 and Mora with 1 death.",
            ["killed 39", "killed 34", "killed 1 death"],
        ),
        (
            "Of the 119 killed, 24 were men. The number also includes 15 girls and 16 boys.",
            ["killed 119", "killed 24 of 119", "killed 15 girls of 119", "killed 16 boys of 119"],
        ),
        (
            "There were 147 cases of measles. Of these, 67 (45.6%) were laboratory confirmed.",
            ["infected 147 cases", "infected 67 of 147 cases"],
        ),
        (
            "Of the 147 dead, 67 (45.6%) were children and 12 (9 per cent) were women.",
            ["killed 147", "killed 67 of 147", "killed 12 of 147"],
        ),
        (
            "Floods damaged 288 houses, including 97 fully damaged and 191 got partially damaged.",
            [
                "buildings_damaged 288 houses",
                "buildings_damaged 97 of 288 houses",
                "buildings_damaged 191 of 288 houses",
            ],
        ),
        (
            "A total of 35 primary and 22 secondary schools were damaged.",
            ["buildings_damaged 35 primary", "buildings_damaged 22 secondary schools"],
        ),
        (
            "Lesk reported 737 new cases of cholera, 131 new severe cases and 38 new deaths.",
            ["infected 737 new cases", "infected 131 new severe cases", "killed 38 new deaths"],
        ),
        (
            "At least 338 people were killed, most of them rebels but also 12 clerks.",
            ["killed At least 338 people", "killed 12 clerks of At least 338 people"],
        ),
        (
            "At least 338 people were killed but also 12 cows.",
            ["killed At least 338 people"],
        ),
    ],
)
def test_lists_of_sitreps(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Some 40 people were injured. These include 12 children and nine women.",
            [
                "injured Some 40 people",
                "injured 12 children of Some 40 people",
                "injured nine women of Some 40 people",
            ],
        ),
        (
            "The blast killed 40 people. Among these were 12 children.",
            ["killed 40 people", "killed 12 children of 40 people"],
        ),
        ("The blast killed 40 people. These include rules for 12 clerks.", ["killed 40 people"]),
        (
            "The fire affected 168 people. The affected people included 97 children and 71 men.",
            [
                "affected 168 people",
                "affected 97 children of 168 people",
                "affected 71 men of 168 people",
            ],
        ),
        (
            "The fire displaced 168 people. The displaced people included 97 children.",
            ["displaced 168 people", "displaced 97 children of 168 people"],
        ),
        (
            "The flood killed 14 people in three districts: Lesk 7, Orda 4 and Hale 3.",
            [
                "killed 14 people",
                "killed 7 of 14 people",
                "killed 4 of 14 people",
                "killed 3 of 14 people",
            ],
        ),
        (
            "The flood killed 14 people; scores: Lesk 7, Orda 4.",
            ["killed 14 people"],
        ),
        (
            "Some 35 cases of Lassa fever were confirmed: Lesk (19), Orda (5) and Hale (1).",
            [
                "infected Some 35 cases",
                "infected 19 of Some 35 cases",
                "infected 5 of Some 35 cases",
                "infected 1 of Some 35 cases",
            ],
        ),
        (
            "The clinic, which had reported 31 deaths, now says 27 died.",
            ["killed 31 deaths superseded", "killed 27"],
        ),
        (
            "The death toll stands at 85, after an earlier count of 88.",
            ["killed 85", "killed 88 superseded"],
        ),
        (
            "Some 850 people are missing, down from estimates of about 1,000.",
            ["missing Some 850 people", "missing about 1,000 superseded"],
        ),
    ],
)
def test_whole_and_parts_in_two_sentences(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Of the 48 killed, five were below the age of 18 while 43 were adults.",
            ["killed 48", "killed five of 48", "killed 43 of 48"],
        ),
        (
            "Of the 48 killed, five were in Lesk while 43 were hurt.",
            ["killed 48", "killed five of 48", "injured 43"],
        ),
        (
            "Of the 48 killed, five, representing 10 per cent, were children.",
            ["killed 48", "killed five of 48"],
        ),
        (
            "Of the 48 killed, five, or 10%, were children and 12 (4%) were women.",
            ["killed 48", "killed five of 48", "killed 12 of 48"],
        ),
        (
            "Of the two killed, one was a man and the other a woman.",
            ["killed two", "killed one of two", "killed a woman of two"],
        ),
        ("The death toll rose 12 to 40.", ["killed 40"]),
        ("Twelve to 40 people died.", ["killed Twelve to 40 people"]),
    ],
)
def test_who_they_were(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "The storm affected 906 families. These families are equivalent to 3,402 persons.",
            ["affected 906 families", "affected 3,402 persons as 906 families"],
        ),
        (
            "The storm affected 906 people. These losses are equivalent to 3,402 persons.",
            ["affected 906 people"],
        ),
        (
            "The storm affected 906 families. It rained. These are equivalent to 3,402 persons.",
            ["affected 906 families"],
        ),
    ],
)
def test_another_unit_in_the_next_sentence(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # what follows the parts of a whole, and is too many for it or told to be more
        (
            "The strikes killed 19 people, including six children, and another 23 people in Orda.",
            [
                "killed 19 people",
                "killed six children of 19 people",
                "killed another 23 people on 19 people",
            ],
        ),
        (
            "The strikes killed 19 people, including six children, and 23 soldiers.",
            ["killed 19 people", "killed six children of 19 people", "killed 23 soldiers"],
        ),
        (
            "They killed 19 people, including six boys, in Lesk, and another 23, among them two girls, in Orda.",
            [
                "killed 19 people",
                "killed six boys of 19 people",
                "killed another 23 on 19 people",
                "killed two girls of another 23",
            ],
        ),
        (
            "The strikes killed 19 people, including six boys and two girls.",
            ["killed 19 people", "killed six boys of 19 people", "killed two girls of 19 people"],
        ),
        (
            "A bomb killed five people, including two boys, and six women were hurt.",
            ["killed five people", "killed two boys of five people", "injured six women"],
        ),
    ],
)
def test_what_ends_the_parts_of_a_whole(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("At least 13, and as many as 46, people died in Lesk.", [(13, 46)]),
        ("At least 13 – and as many as 46 – people died in Lesk.", [(13, 46)]),
        ("81 civilians at least were killed in Lesk.", [(81, None)]),
        ("1000 others at least were wounded.", [(1000, None)]),
        ("Eighty people at most died.", [(None, 80)]),
        ("It killed 81 civilians at Least Hill.", [(81, 81)]),
    ],
)
def test_bounds_around_the_noun(text: str, bounds: list[tuple[float | None, float | None]]) -> None:
    assert sizes(text) == bounds


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # the age of somebody named
        (
            "The dead included Lord Rask (79), Lady Rask (82) and 18 soldiers.",
            ["killed Lord Rask", "killed Lady Rask", "killed 18 soldiers"],
        ),
        # dashes with no space around them
        (
            "Three men—one of them a teacher—were murdered in Lesk.",
            ["killed Three men", "killed one of them of Three men"],
        ),
        (
            "Three civilians—two of them children—and a policeman were killed.",
            [
                "killed Three civilians",
                "killed two of them of Three civilians",
                "killed a policeman",
            ],
        ),
        # a noun in quotation marks between the count and its verb
        ("Forty civilians from 'rebel families' were killed.", ["killed Forty civilians"]),
        ('Three men from the "loyal families" were killed.', ["killed Three men"]),
        ("He spoke of 'two dead'.", ["killed two"]),
    ],
)
def test_signs_around_a_count(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # those of one place are some of all told before
        (
            "The floods killed 315 people. Thirty-four people died in Lesk alone.",
            ["killed 315 people", "killed Thirty-four people of 315 people"],
        ),
        (
            "Raids killed 410 people. In Lesk alone, 49 people were killed, and in Hale 35.",
            ["killed 410 people", "killed 49 people of 410 people", "killed 35 of 410 people"],
        ),
        ("Floods killed 31. In Lesk alone, 34 people died.", ["killed 31", "killed 34 people"]),
        ("The floods killed 315. Two men died alone.", ["killed 315", "killed Two men"]),
    ],
)
def test_those_of_one_place_alone(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        # fates that make up the casualties, or are said to be some of them
        (
            "It suffered 570 casualties: 190 dead, 350 wounded, 20 missing and 10 prisoners.",
            [
                "casualties 570 casualties",
                "killed 190 of 570 casualties",
                "injured 350 of 570 casualties",
                "missing 20 of 570 casualties",
                "detained 10 prisoners of 570 casualties",
            ],
        ),
        (
            "It suffered 570 casualties, including 190 dead and 350 wounded.",
            [
                "casualties 570 casualties",
                "killed 190 of 570 casualties",
                "injured 350 of 570 casualties",
            ],
        ),
        (
            "It caused 40 casualties, including 12 dead, and 13 were arrested.",
            ["casualties 40 casualties", "killed 12 of 40 casualties", "detained 13"],
        ),
        # sides that share the verb or the noun
        (
            "The Lenians lost 420 casualties, the Ordans 200 and the Castilians 450.",
            ["casualties 420 casualties", "casualties 200", "casualties 450"],
        ),
        (
            "Twelve Lenian and 30 Castilian soldiers were killed.",
            ["killed Twelve Lenian", "killed 30 Castilian soldiers"],
        ),
        ("The bomb killed 12 people, the 40th this year.", ["killed 12 people"]),
    ],
)
def test_fates_and_sides(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ('Some 40 "militants" were killed in Lesk.', ['killed Some 40 "militants"']),
        ("Police arrested 12 'suspected fighters'.", ["detained 12 'suspected fighters'"]),
        (
            'Rebels killed 40 "collaborators", including two women.',
            ['killed 40 "collaborators"', 'killed two women of 40 "collaborators"'],
        ),
        ('He said 40 "were killed".', ["killed 40"]),
    ],
)
def test_a_noun_in_quotation_marks_is_counted(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Twelve people, three of them foreigners, were hurt, two seriously.",
            [
                "injured Twelve people",
                "injured three of them of Twelve people",
                "injured two of Twelve people",
            ],
        ),
        (
            "Twelve people, including three foreigners, were hurt, and two guards died.",
            [
                "injured Twelve people",
                "injured three foreigners of Twelve people",
                "killed two guards",
            ],
        ),
    ],
)
def test_parts_on_both_sides_of_the_verb(text: str, figures: list[str]) -> None:
    assert told(text) == figures


def test_what_each_count_was_reached_with() -> None:
    text = "They reached 84,000 people with food, 45,000 with safe water and 12,000 with tents."
    assert told(text) == ["assisted 84,000 people", "assisted 45,000", "assisted 12,000"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Wounded: 5 soldiers, 1 civilian.", ["injured 5 soldiers", "injured 1 civilian"]),
        (
            "Dead: two guards, a cook and three drivers.",
            ["killed two guards", "killed a cook", "killed three drivers"],
        ),
        ("Killed: 12 soldiers, 33 injured.", ["killed 12 soldiers", "injured 33"]),
        ("Wounded: 5 soldiers, 12 houses.", ["injured 5 soldiers"]),
        ("Wounded: 5 soldiers, 1 civilian died.", ["injured 5 soldiers", "killed 1 civilian"]),
        # two people by one word
        (
            "The couple and their four children were killed.",
            ["killed The couple and their four children"],
        ),
        (
            "A couple and their four children were killed.",
            ["killed A couple and their four children"],
        ),
        ("A couple of guards were killed.", ["killed A couple of guards"]),
    ],
)
def test_lists_under_a_label_and_couples(text: str, figures: list[str]) -> None:
    assert told(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Two journalists among five killed in strike",
            ["killed Two journalists of five", "killed five"],
        ),
        ("A nurse among five people in line", []),
    ],
)
def test_headlines(text: str, figures: list[str]) -> None:
    assert told(text) == figures
