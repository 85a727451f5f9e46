"""Quarters, the same period again and the one before, days in a row, and searches: which days a count is told of."""

from __future__ import annotations

import pytest

from figures.extraction import extract

PUBLISHED = "2022-03-30"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mines killed 14 herders in Q4 2021.", ["2021-10-01..2021-12-31"]),
        ("Mines killed 14 herders in Q2 of 2020 and 9 in Q3.", ["2020-04-01..2020-06-30", "2020-07-01..2020-09-30"]),
        ("In 2021 Q2, mines killed 14 herders.", ["2021-04-01..2021-06-30"]),
        ("Mines killed 14 herders last quarter.", ["2021-10-01..2021-12-31"]),
        ("Mines have killed 14 herders this quarter.", ["2022-01-01..2022-03-30"]),
        ("In the quarter to September 2021, mines killed 14 herders.", ["2021-07-01..2021-09-30"]),
        # nobody knows when such a year begins; a word that has a digit behind it is no quarter
        ("Mines killed 14 herders in Q2 FY2021.", [None]),
        ("A mine killed 14 herders near post Q7 on Monday.", ["2022-03-28"]),
        ("A quarter of the 40 killed on Monday were herders.", ["2022-03-28"]),
        # the same period of another year
        (
            "Mines killed 14 herders in January, against 9 in the same month last year.",
            ["2022-01-01..2022-01-31", "2021-01-01..2021-01-31"],
        ),
        (
            "Mines killed 14 herders in the first half of 2021, down from 40 in the same period of 2019.",
            ["2021-01-01..2021-06-30", "2019-01-01..2019-06-30"],
        ),
        (
            "So far this year 14 herders have been killed, compared with 9 in the same period last year.",
            ["2022-01-01..2022-03-30", "2021-01-01..2021-03-30"],
        ),
        (
            "In February 14 herders were killed, up from 9 a year earlier.",
            ["2022-02-01..2022-02-28", "2021-02-01..2021-02-28"],
        ),
        (
            "In May 2021 mines killed 14 herders. Over the same period 90 cooks were hurt.",
            ["2021-05-01..2021-05-31", "2021-05-01..2021-05-31"],
        ),
        # a day is no period, and "at the same time" tells none
        (
            "A bomb killed nine cooks on Monday. At the same time, two guards were shot dead in Hale.",
            ["2022-03-28", "2022-03-28"],
        ),
        # the one before that told, or before the report
        (
            "In February 14 herders were killed, and 9 in the previous month.",
            ["2022-02-01..2022-02-28", "2022-01-01..2022-01-31"],
        ),
        (
            "In 2020, 14 herders were killed; the year before, nine herders died.",
            ["2020-01-01..2020-12-31", "2019-01-01..2019-12-31"],
        ),
        (
            "Last week 90 herders fell ill with cholera, down from 130 cases the week before.",
            ["2022-03-21..2022-03-27", "2022-03-14..2022-03-20"],
        ),
        (
            "Since the rains began on 6 March, 40 herders have drowned. In the same period last year 14 drowned.",
            ["2022-03-06..2022-03-30", "2021-03-06..2021-03-30"],
        ),
        # the year of another storm dates nothing behind it
        (
            "A storm struck Hale on Monday. Wharves were shut by the flood of the previous year. Nine cooks drowned.",
            ["2022-03-28"],
        ),
    ],
)  # fmt: skip
def test_periods_beside_others(text: str, told: list[str | None]) -> None:
    assert spans(text) == told


def spans(text: str) -> list[str | None]:
    found = extract(text, published=PUBLISHED)
    return [f.earliest and "..".join(dict.fromkeys((f.earliest, f.latest or ""))) for f in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("On 1, 2 and 4 March, raids killed 14 herders.", ["2022-03-01..2022-03-04"]),
        ("Raids on March 3, 5 and 9 in Hale left nine dead.", ["2022-03-03..2022-03-09"]),
        ("Raids on Sunday, Monday and Tuesday killed 14 herders.", ["2022-03-27..2022-03-29"]),
        # counts are no days
        ("On March 3, 5 cooks and 6 guards were killed.", ["2022-03-03", "2022-03-03"]),
        ("The raid killed 3, 5 of them guards, on 9 March.", ["2022-03-09", "2022-03-09"]),
    ],
)
def test_days_in_a_row(text: str, told: list[str | None]) -> None:
    assert spans(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Divers brought up nine bodies on Wednesday, the mayor said. The barge sank in Lake Orda on Monday.",
            ["2022-03-28"],
        ),
        (
            "Crews working overnight dug two bodies out of the ruins of an inn. The inn collapsed on Sunday.",
            ["2022-03-27"],
        ),
        (
            "Guards recovered the bodies of nine climbers today. The slope gave way on Sunday. The toll stands at 14.",
            ["2022-03-27", "2022-03-27"],
        ),
        (
            "On Tuesday nine bodies were pulled from a hostel hit on Monday.",
            ["2022-03-28"],
        ),
        # a later death dates those alone who died of it
        (
            "A mine exploded on Monday. Five cooks died at once and two more in hospital the next day.",
            ["2022-03-28", "2022-03-29"],
        ),
        # another event, or one that may be no cause, dates no bodies
        (
            "Nine bodies were found in a well on Wednesday. A similar raid took place on Sunday.",
            ["2022-03-30"],
        ),
        (
            "Nine bodies were found in a well on Wednesday. The men had vanished on Sunday.",
            ["2022-03-30"],
        ),
        ("A raid killed nine cooks on Tuesday. A bomb exploded in Hale on Monday.", ["2022-03-29"]),
    ],
)
def test_bodies_died_when_it_happened(text: str, told: list[str | None]) -> None:
    assert spans(text) == told
