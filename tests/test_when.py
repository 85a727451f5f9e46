"""When: months and years over which is counted, spans at the turn of a year, and days on which counts stood."""

from __future__ import annotations

import pytest

from figures.extraction import extract

PUBLISHED = "2024-05-03"  # a Friday


def scopes(text: str, published: str | None = PUBLISHED) -> list[str]:
    """The scope of each figure of a text."""
    return [f.scope for f in extract(text, published)]


def days(
    text: str, published: str | None = PUBLISHED
) -> list[tuple[str | None, str | None, str | None]]:
    """First day, last day and the day on which it stood, of each figure of a text."""
    return [(f.earliest, f.latest, f.as_of) for f in extract(text, published)]


@pytest.mark.parametrize(
    "text",
    [
        "In 2021, landmines killed 37 herders and maimed nobody.",
        "Some 2,450 people were killed in road accidents in 2021.",
        "Police counted 48 murders last month.",
        "There were 1,350 road deaths in 2021.",
        "In April, 47 civilians were killed in Kenya.",
        "In April, 47 civilians were killed.",
        "At least 26 aid workers were kidnapped in 2021.",
        "A total of 58 journalists were killed worldwide in 2021.",
        "In 2021, 640 people died in floods across the country.",
        "In just three days, 49 herders were killed in shelling.",
        "In the month of April, 43 herders were killed.",
        "In 12 raids in April, 17 herders were killed.",
        "Last year there were 212 such deaths.",
        "In January, 640 herders were killed, the deadliest month of all.",
        "Over the same period last year, nine herders died.",
        "Some 300 people have been killed in 2024.",
        "The mission said 430 herders were hurt in the January-April period.",
    ],
)
def test_what_a_month_or_a_year_brought_is_counted_over_it(text: str) -> None:
    assert scopes(text)[0] == "period"


@pytest.mark.parametrize(
    "text",
    [
        "In April, a bomb killed 45 people in Hale.",
        "In April, 47 civilians were killed when a mine went off.",
        "In April, 47 civilians were killed in a raid.",
        "In 2021, 47 people were killed in Hale.",
        "Two nurses were killed in April.",
        "In 2021, 47 clerks were shot by a gunman.",
        "In 2021, 47 civilians were killed in the village of Hale.",
        "A quake shook Kenya in 2021. In 2021, 940 people died in Kenya.",
        "In 2021, 47 people died in the floods.",
        "In April 2021, 47 people died in floods.",
        "The deadliest raid was in 2021, in which 47 civilians were killed.",
        "The 12 clerks killed in last week's raid were cooks.",
        "A fire killed 12 clerks in the last week of April.",
        "Four herders died in this month's wildfires.",
        "There were 112 deaths, down by 4% from 1,032 in 2016.",
        "Forty have been killed since Sunday. Twelve of them died in an overnight strike on a school.",
    ],
)
def test_one_event_of_a_month_or_a_year_stays_one(text: str) -> None:
    assert scopes(text)[-1] == "incident"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Between November and February, 340 herders were killed.", "2023-11-01", "2024-02-29"),
        ("From 20 December to 5 January, 34 herders froze to death.", "2023-12-20", "2024-01-05"),
        ("Between January and July, 340 herders were killed.", "2023-01-01", "2023-07-31"),
        ("Between January and May, 340 herders were killed.", "2024-01-01", "2024-05-31"),
        ("In the 24 hours to Tuesday evening, 45 herders died.", "2024-04-29", "2024-04-30"),
        ("This week alone, 45 herders have been killed.", "2024-04-29", "2024-05-03"),
        ("A fire killed 12 clerks in the last week of April.", "2024-04-24", "2024-04-30"),
        ("A fire killed 12 clerks on New Year's Eve.", "2023-12-31", "2023-12-31"),
        ("On Christmas Eve, a fire killed 12 clerks.", "2023-12-24", "2023-12-24"),
        ("A storm killed 12 before floods killed nine on Sunday.", "2024-04-28", "2024-04-28"),
        ("Raids killed 21 herders on Monday and Tuesday.", "2024-04-29", "2024-04-30"),
        ("Raids killed 21 herders on Monday and Tuesday of last week.", "2024-04-22", "2024-04-23"),
        (
            "Between 15 and 28 April, 88 herders died. In the previous two weeks, 61 herders died.",
            "2024-04-01",
            "2024-04-14",
        ),
        ("Since the start of the month, 30 herders have died.", "2024-05-01", "2024-05-03"),
        (
            "Raids rose in Lenia compared to the first half of 2017 (353 dead).",
            "2017-01-01",
            "2017-06-30",
        ),
        (
            "– 2013: A slide kills 83 herders.\n\n– 2012: Nine clerks drown.",
            "2012-01-01",
            "2012-12-31",
        ),
        (
            "A fire on 4 April at a bar full of New Year's Eve guests killed nine.",
            "2024-04-04",
            "2024-04-04",
        ),
        (
            "January 2022: Clashes begin; 12 die.\nMarch 2022: Hale falls. Some 300 herders die there.",
            "2022-03-01",
            "2022-03-31",
        ),
        (
            "Three climbers died on Sunday. Sixty have died so far this season.",
            None,
            None,
        ),
        ("The worst year was 2015, when 19 died.", "2015-01-01", "2015-12-31"),
        ("So far in 2024, 19 herders have drowned.", "2024-01-01", PUBLISHED),
        ("The war, which began in 2012, has killed 30,000.", "2012-01-01", "2024-05-03"),
        ("The war that began in April 2023 has killed 30,000.", "2023-04-01", "2024-05-03"),
    ],
)
def test_the_days_that_a_text_means(text: str, first: str | None, last: str | None) -> None:
    assert days(text)[-1][:2] == (first, last)


@pytest.mark.parametrize(
    ("text", "stood"),
    [
        ("On Tuesday, 45 clerks were still missing.", "2024-04-30"),
        ("At 8 p.m. on Tuesday, 45 clerks were still missing.", "2024-04-30"),
        ("On 29 April the search was called off; seven clerks were still missing.", "2024-04-29"),
        ("On 29 April, 23 miners remained trapped.", "2024-04-29"),
        ("On Tuesday the death toll rose to 34.", "2024-04-30"),
        ("On Tuesday a bomb killed 12 and left 30 missing.", None),
        ("On Tuesday a bomb killed 12; some were still missing.", None),
    ],
)
def test_a_day_on_which_a_count_stood(text: str, stood: str | None) -> None:
    assert days(text)[0][2] == stood


def test_a_count_since_a_year_ends_nowhere_in_a_text_of_no_known_day() -> None:
    text = "Since 2012, some 4,200 herders have been killed."
    assert days(text, None) == [("2012-01-01", None, None)]
    assert days(text) == [("2012-01-01", PUBLISHED, None)]
    assert days("Nine clerks died in 2012.", None) == [("2012-01-01", "2012-12-31", None)]


def test_the_day_of_a_later_death_is_that_one_s_alone() -> None:
    text = (
        "The crash was on Tuesday. Two clerks died at the scene and a third died on Thursday."
        " Seven were taken to a clinic, hurt."
    )
    assert [d[0] for d in days(text)] == ["2024-04-30", "2024-05-02", "2024-04-30"]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        # what goes on behind another incident is of that one
        ("In 2019, a bus overturned. Thirty pupils died. Among them were nine girls.", 2),
        (
            "A quake killed 900 people in 1998. It left 20,000 homeless. More than 300 homes were destroyed.",
            3,
        ),
        ("Last week, rebels shelled a market. At least 14 people died.", 1),
        ("In May 2022, a gunman shot six men. He also wounded nine others.", 2),
        ("An attack last year killed 40 people. The attack wounded 60.", 2),
        ("In 2019, a bus overturned.\n\nIt killed 30 pupils.", 1),
        ("The worst year was 2015, when 19 died.", 1),
        ("In 2019, a bomber killed nine. Five days later, six officers died in a raid.", 2),
        ("Three days earlier, gunmen shot five men.", 1),
        # and what tells of now, or of another thing, is not
        ("Last week, rebels shelled a market. At least 14 people have died.", 0),
        ("A similar blast killed 40 people in May. The attack wounded 60.", 1),
        ("The dam was built in 1998. At least 12 people were hurt.", 0),
        ("The town, hit by floods in 2012, is poor. At least 12 people were hurt.", 0),
        ("Three days earlier, police had said nine men were hurt.", 0),
        ("In 2019, a bus overturned.\n\nSome 30 people were hurt.", 0),
        ("In 2019, a bus overturned. Thirty pupils died. Twelve are still in hospital.", 1),
    ],
)
def test_what_goes_on_behind_another_incident(text: str, quotes: int) -> None:
    told = extract("A blast killed two clerks in Hale. " + text, PUBLISHED)
    assert sum(f.background is not None for f in told) == quotes
    assert told[0].background is None


def test_what_a_clause_of_its_own_tells_behind_the_news_is_another_s() -> None:
    told = extract(
        "A mine on Tuesday killed two clerks after troops shot dead four men last week.", PUBLISHED
    )
    assert [f.background is not None for f in told] == [False, True]


def test_a_window_behind_a_count_since_is_its_own() -> None:
    text = "Some 61 people had been killed since dawn on Friday and 184 in the past 24 hours."
    assert scopes(text) == ["cumulative", "period"]


def test_what_goes_on_behind_another_incident_is_of_its_day() -> None:
    text = (
        "A mine killed two clerks on Friday. In November, a bus fell into a gorge. It killed 12 people."
        "\n\nSome 40 were taken to a clinic, hurt."
    )
    assert [d[:2] for d in days(text)] == [
        ("2024-05-03", "2024-05-03"),
        ("2023-11-01", "2023-11-30"),
        ("2024-05-03", "2024-05-03"),
    ]


@pytest.mark.parametrize(
    ("text", "first", "stood"),
    [
        ("Twelve more people died on Friday, taking the toll to 34.", None, "2026-03-06"),
        ("Clerks told of 12 more deaths on Friday, bringing the total to 34.", None, "2026-03-06"),
        ("A bus fell into a gorge on Monday. Two more died on Wednesday, taking the toll to 34.",
         "2026-03-09", "2026-03-11"),
        ("Twelve people died on Friday and 34 on Monday.", "2026-03-09", None),
    ],
)  # fmt: skip
def test_a_toll_that_more_deaths_bring_is_not_of_their_day(
    text: str, first: str | None, stood: str | None
) -> None:
    figure = extract(text, "2026-03-12")[-1]
    assert (figure.value, figure.earliest, figure.as_of) == (34, first, stood)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("A man who killed four people was executed on Friday.", None),
        ("The gunman who had killed four people was arrested on Friday.", None),
        ("Two brothers convicted of killing four people were hanged on Friday.", None),
        ("Six men held over the killing of four people were freed on Friday.", None),
        ("The raiders who killed four people on Friday were caught on Sunday.", "2026-03-06"),
        ("A bomb killed four people who were waiting for a bus on Friday.", "2026-03-06"),
        ("The blast that killed four people was set off on Friday.", "2026-03-06"),
        ("They blamed a gang for a raid in which four people were killed on Friday.", "2026-03-06"),
    ],
)
def test_what_became_of_those_who_did_it_is_no_day_of_the_deed(
    text: str, first: str | None
) -> None:
    [four] = [f for f in extract(text, "2026-03-12") if f.value == 4]
    assert four.earliest == first


@pytest.mark.parametrize(
    ("text", "seized"),
    [
        ("Rebels freed a cook on Sunday, a week after seizing her.", "2026-03-01"),
        ("Rebels freed a cook on Sunday, two days after seizing her.", "2026-03-06"),
        ("Rebels freed a cook on Sunday, three months after seizing her.", None),
        ("Rebels freed a cook on Sunday after seizing her.", "2026-03-08"),
    ],
)
def test_days_counted_back_to_what_came_before(text: str, seized: str | None) -> None:
    by_category = {f.category: f.earliest for f in extract(text, "2026-03-12")}
    assert by_category == {"freed": "2026-03-08", "abducted": seized}
