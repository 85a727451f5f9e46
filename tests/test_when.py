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
        "In 2021, 47 clerks were shot by a gunman.",
        "In 2021, 47 civilians were killed in the village of Hale.",
        "A quake shook Kenya in 2021. In 2021, 940 people died in Kenya.",
        "In 2021, 47 people died in the floods.",
        "In April 2021, 47 people died in floods.",
        "The deadliest raid was in 2021, in which 47 civilians were killed.",
        "The 12 clerks killed in last week's raid were cooks.",
        "A fire killed 12 clerks in the last week of April.",
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
        ("A fire killed 12 clerks in the last week of April.", "2024-04-01", "2024-04-30"),
        ("A fire killed 12 clerks on New Year's Eve.", "2023-12-31", "2023-12-31"),
        ("On Christmas Eve, a fire killed 12 clerks.", "2023-12-24", "2023-12-24"),
        ("A storm killed 12 before floods killed nine on Sunday.", "2024-04-28", "2024-04-28"),
    ],
)
def test_the_days_that_a_text_means(text: str, first: str, last: str) -> None:
    assert days(text)[-1][:2] == (first, last)


@pytest.mark.parametrize(
    ("text", "stood"),
    [
        ("On Tuesday, 45 clerks were still missing.", "2024-04-30"),
        ("At 8 p.m. on Tuesday, 45 clerks were still missing.", "2024-04-30"),
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
