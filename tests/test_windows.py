"""Windows: what a count runs over and the days it is of, beside other times that a sentence tells."""

from __future__ import annotations

import pytest

from figures.extraction import extract

PUBLISHED = "2024-05-03"  # a Friday


def told(text: str) -> list[tuple[float | None, str, str | None, str | None]]:
    """Number, scope, first day and last of each figure of a text."""
    return [(f.value, f.scope, f.earliest, f.latest) for f in extract(text, PUBLISHED)]


@pytest.mark.parametrize(
    ("text", "scope", "first", "last"),
    [
        (
            "The mission counted 939 casualties (in two provinces) from 1 January to 30 March 2024.",
            "period",
            "2024-01-01",
            "2024-03-30",
        ),
        (
            "Some 950 people were killed between March and June last year.",
            "period",
            "2023-03-01",
            "2023-06-30",
        ),
        # the two ends of a window, behind the verb or with what is told between them
        (
            "Troops killed 397 villagers from 1 January to 30 March.",
            "period",
            "2024-01-01",
            "2024-03-30",
        ),
        (
            "Some 250 people died in Lesk from January through March.",
            "period",
            "2024-01-01",
            "2024-03-31",
        ),
        ("Some 75 people died from 18 to 26 April.", "period", "2024-04-18", "2024-04-26"),
        ("Some 75 people died from 18 to 20 April.", "incident", "2024-04-18", "2024-04-20"),
        (
            "Between 5 and 18 April, 76 clerks were killed in a siege.",
            "incident",
            "2024-04-05",
            "2024-04-18",
        ),
        (
            "The heat claimed 143 lives between March 1 and April 20 this year.",
            "period",
            "2024-03-01",
            "2024-04-20",
        ),
        (
            "From 4 a.m. on 24 March, when the raids began, until midnight on 26 April, it recorded 766 deaths.",
            "period",
            "2024-03-24",
            "2024-04-26",
        ),
        (
            "On 24 March, when the raids began, and on 26 April, the office recorded 766 deaths.",
            "incident",
            "2024-04-26",
            "2024-04-26",
        ),
        (
            "Between July and end-September 2021, 40 people were killed.",
            "period",
            "2021-07-01",
            "2021-09-30",
        ),
        # parts of a year
        (
            "Some 406 people were killed in the last quarter of 2023.",
            "period",
            "2023-10-01",
            "2023-12-31",
        ),
        (
            "Gangs killed 1,660 people in the first half of 2023.",
            "period",
            "2023-01-01",
            "2023-06-30",
        ),
        (
            "Gangs killed 1,660 people in the first three months of 2023.",
            "period",
            "2023-01-01",
            "2023-03-31",
        ),
        (
            "In the first half of this year, 406 people were killed.",
            "period",
            "2024-01-01",
            PUBLISHED,
        ),
        ("In the first half of the match, 406 people were killed.", "incident", None, None),
        # so many days up to one
        (
            "Some 150 new cases of cholera were reported in the week to 15 March.",
            "period",
            "2024-03-09",
            "2024-03-15",
        ),
        (
            "Some 40 people died of cholera in the two weeks to Sunday.",
            "period",
            "2024-04-15",
            "2024-04-28",
        ),
        ("Some 40 people fled to Lesk on 15 March.", "incident", "2024-03-15", "2024-03-15"),
        ("In just one week, Lesk has reported 729 cases of mpox.", "period", None, None),
        (
            "In the previous month of March, 119 people were killed.",
            "period",
            "2024-03-01",
            "2024-03-31",
        ),
        ("In the 12 months to March, 40 people died.", "period", "2023-04-01", "2024-03-31"),
        ("In January and February, 40 people died.", "period", "2024-01-01", "2024-02-29"),
        ("In January 40 and in February 40 people died.", "incident", "2024-02-01", "2024-02-29"),
        ("Throughout 2023, some 40 people died.", "period", "2023-01-01", "2023-12-31"),
        # counted by a mission over a month, but not in one event of it
        ("The mission recorded 112 deaths in January.", "period", "2024-01-01", "2024-01-31"),
        (
            "The mission recorded 112 deaths in a blast in January.",
            "incident",
            "2024-01-01",
            "2024-01-31",
        ),
        # since what lasts began, up to the report
        (
            "Some 570 people have died since the coup on February 1, 2021.",
            "cumulative",
            "2021-02-01",
            PUBLISHED,
        ),
        (
            "Some 570 people are displaced since the start of the conflict on 7 October.",
            "cumulative",
            "2023-10-07",
            PUBLISHED,
        ),
        (
            "Since the ceasefire, which was reached on 29 August 2014, 16 people were killed.",
            "cumulative",
            "2014-08-29",
            PUBLISHED,
        ),
        (
            "Since the quake on 1 May, 16 bodies have been found.",
            "incident",
            "2024-05-01",
            "2024-05-01",
        ),
        # a war apart from its verb
        ("The war, in its third year, has killed 900 people.", "cumulative", None, None),
        ("Lesk is gripped by a war that has killed 900 people.", "cumulative", None, None),
        (
            "The war between Lesk and Orda, which goes on, has killed 900 people.",
            "cumulative",
            None,
            None,
        ),
        ("The offensive has since killed 900 people.", "cumulative", None, None),
        ("Some 900 people have died as a result of the war in Lesk.", "cumulative", None, None),
        ("Some 900 fled as a consequence of the conflict.", "cumulative", None, None),
        ("Twelve people died as a result of the blast in Lesk.", "incident", None, None),
        ("Two clerks died as a result of the siege of a bank.", "incident", None, None),
        ("Three weeks of fighting have killed 40 people.", "cumulative", None, None),
        ("A man who fought in the war, police said, killed 12 people.", "incident", None, None),
        ("Twelve of the wounded have since died.", "incident", None, None),
        # words of what lasts, and of totals, that tell of something else
        ("Two guards were killed during the revolt at Lesk prison.", "incident", None, None),
        ("Two guards were killed during the revolt in Lesk.", "cumulative", None, None),
        ("Four gunmen were killed by troops to end the siege.", "incident", None, None),
        ("A soldier guarding polio teams was shot dead in Lesk.", "incident", None, None),
        ("A child in Lesk has died of polio.", "cumulative", None, None),
        ("Six rebels with a cumulative reward of 48 lakh were killed.", "incident", None, None),
        ("The cumulative number of deaths is 48.", "cumulative", None, None),
        (
            "Flooding caused an outbreak of cholera, and 47 people were killed by a slide.",
            "incident",
            None,
            None,
        ),
        # long ago
        (
            "Twenty-one years ago today, a bomb killed 224 people.",
            "incident",
            "2003-05-03",
            "2003-05-03",
        ),
        (
            "Ten years ago this week, gunmen killed 130 people.",
            "incident",
            "2014-01-01",
            "2014-12-31",
        ),
        ("30 May 1770: At least 133 people died.", "incident", "1770-05-30", "1770-05-30"),
        ("The 1556 quake killed 133 people.", "incident", "1556-01-01", "1556-12-31"),
        ("The 1556 dead were buried.", "incident", None, None),
    ],
)
def test_window(text: str, scope: str, first: str | None, last: str | None) -> None:
    [(_, *found)] = told(text)
    assert found == [scope, first, last]


@pytest.mark.parametrize(
    "text",
    [
        "The mission counted 112 deaths, a decrease of 20 per cent compared with the same period in 2018.",
        "The mission counted 112 deaths, compared with 150 in the same period of 2018.",
        "Raids caused 112 deaths, a 20 per cent increase from 2018.",
        "Some 112 people were killed, which is 2 per cent more than in the same period in 2016.",
        "Some 112 people died (up two per cent on the same period last year).",
        "There were 112 deaths, down by 4% from 1,032 in 2016.",
        "Eleven people were killed by a mine, bringing the toll of mines since the beginning of 2022 to 101.",
        "The number of people hurt dropped from 929 last year to 112.",
    ],
)
def test_the_time_of_what_a_count_is_compared_with_is_not_its_own(text: str) -> None:
    count = next(f for f in extract(text, PUBLISHED) if f.value in (112, 11))
    assert (count.scope, count.earliest, count.background) == ("incident", None, None)


def test_what_is_compared_has_the_time_told_of_it() -> None:
    text = "Some 112 were killed in 2019, compared with 150 (60 killed, 90 injured) in 2018. In 2016 more than 30 died."
    found = {n: first for n, _, first, _ in told(text)}
    assert found[112] == "2019-01-01"
    assert found[60] == found[90] == "2018-01-01"
    assert found[30] == "2016-01-01"


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        (
            "In the past week Lesk reported 490 mpox cases, including 65 confirmed cases and 26 deaths.",
            ["period"] * 3,
        ),
        ("Shelling since Wednesday has killed 57 people and injured 171.", ["cumulative"] * 2),
        (
            "Some 3,400 people have been killed, 14,400 hurt, and a million displaced by raids since October.",
            ["cumulative"] * 3,
        ),
        (
            "Over 900 people have been hurt by mines since 1990, resulting in 40 deaths.",
            ["cumulative"] * 2,
        ),
        (
            "Some 3,728 measles cases have been reported since May with 198 recorded in the last 24 hours.",
            ["cumulative", "period"],
        ),
        (
            "Two soldiers were killed on Wednesday, raising to 263 the number of troops killed in the war.",
            ["incident", "cumulative"],
        ),
    ],
)
def test_members_of_one_window(text: str, scopes: list[str]) -> None:
    assert [scope for _, scope, _, _ in told(text)] == scopes


def test_a_count_behind_another_has_its_own_day() -> None:
    text = "Some 27 people were killed on Saturday and another 20 on Sunday in Lesk."
    assert [first for _, _, first, _ in told(text)] == ["2024-04-27", "2024-04-28"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        # the dead are mourned, later
        ("Relatives of the 85 people killed in the blast gathered on Sunday.", None),
        ("Sunday marks the anniversary of the blast that killed 85 people.", None),
        ("Lesk on Friday marked ten years since the blast that killed 85 people.", None),
        (
            "Mourners gathered on Sunday to remember the 85 people killed in the 1994 blast.",
            "1994-01-01",
        ),
        ("Twelve people killed in an air strike were buried on Monday in Lesk.", None),
        ("Thousands attended the funerals on Monday of 12 people killed in a raid.", None),
        ("Twelve people were buried alive on Monday in a landslide.", "2024-04-29"),
        ("Twelve villagers had gathered on Monday when a blast killed them.", "2024-04-29"),
        # people are released, statements as well
        ("Twelve hostages were released on Monday.", "2024-04-29"),
        ("The figures were released on Monday: 12 people died.", None),
        # an event told by its year
        ("Two gunmen opened fire in a 2022 assault that killed six people.", "2022-01-01"),
        ("Eight men went on trial over a 2015 attack that killed 130 people.", "2015-01-01"),
        ("A 2015 report on the attacks says six people were killed.", None),
        # what goes on began then; what it began with happened then
        ("Rebels shot a clerk dead. It is part of the revolt in Lesk that began in 2004.", None),
        (
            "Some 4,800 people have been killed in fighting that began in December 2005.",
            "2005-12-01",
        ),
        ("The war began when gunmen raided Lesk on March 7, killing 12 people.", "2024-03-07"),
        ("The blast was the worst since the bombing of July 2005 and killed 19 people.", None),
        ("The worst was the bombing of July 2005, which killed 19 people.", "2005-07-01"),
        ("In the worst attack since the raids of July 2005, a bomb killed 19 people.", None),
        # an occasion named by its day
        ("A shell meant for the March 12 elections hit a house, killing two women.", None),
        ("The March 12 raid hit a house, killing two women.", "2024-03-12"),
    ],
)
def test_what_a_date_is_the_date_of(text: str, first: str | None) -> None:
    assert extract(text, PUBLISHED)[0].earliest == first


NEWS = "A blast killed five people in Lesk on Monday. "


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        (
            NEWS + "It was the third this month; the previous two killed 14 and 9 people.",
            "previous two",
        ),
        (NEWS + "The previous two days were calm, and 14 people were found alive.", None),
        (NEWS + "The war began when gunmen raided Orda, killing 14 people.", "began when"),
        (NEWS + "The shooting began when guards fled, killing 14 people.", None),
        (
            "The raid was related to an attack that killed 14 people. Both suspects died.",
            "related to",
        ),
        (
            "The blast recalls the 2018 attack, which killed 14 people. Four have died.",
            "2018 attack",
        ),
        ("Gunmen raided a church where 14 people died in 2015. Five people died.", "in 2015"),
        (
            "The blast, which killed five, follows a week of fighting in which 14 people died.",
            "follows",
        ),
        (
            "It was the deadliest since a 2011 blast that killed 30 people; the raid killed 14.",
            None,
        ),
        ("It took four hours before troops killed the 14 gunmen. Six guests died.", None),
        (
            "A landslide killed 40 people. Ten bodies were found on Monday and 14 bodies the day before.",
            None,
        ),
        ("There were 14 deaths, down from 30 last year. Six more are missing.", None),
        ("Compared to July, 14 people died. Six more are missing.", None),
    ],
)
def test_what_came_before_is_apart(text: str, cue: str | None) -> None:
    assert {f.background for f in extract(text, PUBLISHED) if f.value == 14} == {cue}


def test_a_sentence_cut_anywhere_is_read() -> None:
    text = (
        "From 4 a.m. on 24 March, when raids began, until midnight on 26 April, in the first half of this year, "
        "the war, now in its third year, has since killed 12, up from 30 in the two weeks to 3 May 1770."
    )
    words = text.split()
    for k in range(len(words)):
        extract(" ".join(words[:k]), PUBLISHED)
        extract(" ".join(words[k:]), PUBLISHED)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        # what is told behind a toll is of its own day, and of its own place
        ("Sixteen people were killed in Lesk. A bomb was found in Orda on March 6.", None, None),
        (
            "Four people were killed in Lesk. In May, 27 rebels were shot dead in Orda.",
            None,
            "2024-05-01",
        ),
        (
            "Sixteen people died in Lesk. Last week, 19 people were killed at a school in Orda.",
            None,
            "2024-04-22",
        ),
        # the same event goes on: named as the one told, or by those hurt, or by its place
        ("Sixteen people were killed in Lesk. The blast struck on March 6.", "2024-03-06", None),
        ("Sixteen people were killed in Lesk. It happened on March 6.", "2024-03-06", None),
        ("Sixteen people were killed in Lesk. Gunmen raided Lesk on March 6.", "2024-03-06", None),
        (
            "Sixteen people were killed in Lesk. The wounded 60-year-old western man died on March 6.",
            "2024-03-06",
            "2024-03-06",
        ),
        # a headline is told again
        (
            "Sixteen killed in Lesk blast\n\nOn Monday, a bomb in Lesk killed 16 people.",
            "2024-04-29",
            "2024-04-29",
        ),
        # the year of another incident is not carried on
        ("A flood in 2018 killed 22 people. Four people have died this time.", "2018-01-01", None),
        (
            "Between 2016 and 2020, 600 people drowned in Lesk. Two boys drowned in a pond.",
            "2016-01-01",
            None,
        ),
    ],
)
def test_the_date_of_another_event_is_not_taken(
    text: str, first: str | None, second: str | None
) -> None:
    found = [f.earliest for f in extract(text, PUBLISHED)]
    assert found == [first, second][: len(found)]


def test_the_place_and_date_of_another_incident_are_not_carried_on() -> None:
    text = (
        "Troops raided Orda on Wednesday. The raid was linked to an attack in Lesk in April that killed three people."
        " Troops shot dead two suspects."
    )
    three, two = extract(text, PUBLISHED)
    assert (three.background, three.place, three.earliest) == ("linked to", "Lesk", "2024-04-01")
    assert (two.background, two.place, two.earliest) == (None, "Orda", "2024-05-01")


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Lenia saw 750 road deaths in 2018.", "period"),
        ("2018 saw 750 road deaths in Lenia.", "period"),
        ("The county had nine murders in 2018.", "period"),
        ("Lesk saw a fire with nine deaths in 2018.", "incident"),
        ("Lesk saw its worst fire in 2018, which killed nine people.", "incident"),
        ("Lesk saw one death in 2018.", "incident"),
    ],
)
def test_what_a_year_saw_is_counted_over_it(text: str, scope: str) -> None:
    assert [f.scope for f in extract(text)] == [scope]
