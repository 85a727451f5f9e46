"""Dates in a sentence, the days they mean, and when the thing counted by a figure happened."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.extraction import extract
from figures.extraction.times.dates import find_dates
from figures.extraction.times.days import Days, resolve
from figures.extraction.times.ownday import own_day
from figures.extraction.times.when import Times, When, date_of
from figures.extraction.words.sentences import split
from figures.extraction.words.tokens import tokenize

WEDNESDAY = date(2022, 3, 30)


def days(text: str, published: date | None = WEDNESDAY) -> tuple[str, str, str] | None:
    """First day, last day and precision of the only date of a text."""
    tokens = tokenize(text)
    mentions = find_dates(tokens, 0, len(tokens))
    assert len(mentions) <= 1
    found = resolve(mentions[0], published) if mentions else None
    return found and (str(found.earliest), str(found.latest), found.precision)


def when(text: str, number: str, published: date | None = WEDNESDAY) -> When:
    tokens = tokenize(text)
    sentences = split(tokens)
    at = tokens.starts.index(text.index(number))
    index = next(i for i, s in enumerate(sentences) if s.first <= at < s.stop)
    return date_of(Times(tokens, sentences, published), index, at)


def first_day(text: str, number: str, published: date | None = WEDNESDAY) -> str | None:
    found = when(text, number, published).days
    return str(found.earliest) if found else None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It fell on 12 March 2019.", ("2019-03-12", "2019-03-12", "day")),
        ("It fell on March 12, 2019.", ("2019-03-12", "2019-03-12", "day")),
        ("On March 12 in the north it fell.", ("2022-03-12", "2022-03-12", "day")),
        ("It fell on the 3rd of May 2018.", ("2018-05-03", "2018-05-03", "day")),
        ("BOGOTA, 14 NOV 89", ("1989-11-14", "1989-11-14", "day")),
        ("It fell at 2019-03-12T10:00.", ("2019-03-12", "2019-03-12", "day")),
        ("It fell on 28.02.2020.", ("2020-02-28", "2020-02-28", "day")),
        ("It fell on 28/02/2020.", ("2020-02-28", "2020-02-28", "day")),
        ("It fell on 02/03/2020.", None),  # February or March: nobody can tell
        ("It fell in March 2019.", ("2019-03-01", "2019-03-31", "month")),
        ("It fell in 2019.", ("2019-01-01", "2019-12-31", "year")),
        ("From 18–22 January 2003 it burned.", ("2003-01-18", "2003-01-22", "range")),
        ("It rained between April and June 2020.", ("2020-04-01", "2020-06-30", "range")),
        ("It rained from April to the end of June 2020.", ("2020-04-01", "2020-06-30", "range")),
        ("It rained between June 7 and 13, 2020.", ("2020-06-07", "2020-06-13", "range")),
        ("It rained on June 7 and 13 died.", ("2021-06-07", "2021-06-07", "day")),
        ("It rained from 24 April 2020… to 2 June 2020.", ("2020-04-24", "2020-06-02", "range")),
        ("It rained between 2010 and the end of 2012.", ("2010-01-01", "2012-12-31", "range")),
        ("Between 8 March 2020 and 18 July 2021 it rained.", ("2020-03-08", "2021-07-18", "range")),
        ("From December 30 to January 2, 2003 it blew.", ("2002-12-30", "2003-01-02", "range")),
        ("It fell on Wednesday.", ("2022-03-30", "2022-03-30", "day")),  # the day itself
        ("It fell on Tuesday night.", ("2022-03-29", "2022-03-29", "day")),
        ("It fell early Saturday.", ("2022-03-26", "2022-03-26", "day")),
        ("It fell yesterday.", ("2022-03-29", "2022-03-29", "day")),
        ("It fell overnight.", ("2022-03-29", "2022-03-30", "range")),
        ("It fell two days ago.", ("2022-03-28", "2022-03-28", "day")),
        ("It fell last week.", ("2022-03-21", "2022-03-27", "week")),
        ("It fell over the weekend.", ("2022-03-26", "2022-03-27", "range")),
        ("It fell last month.", ("2022-02-01", "2022-02-28", "month")),
        ("It fell in the past 24 hours.", ("2022-03-29", "2022-03-30", "range")),
        ("It fell in March.", ("2022-03-01", "2022-03-31", "month")),
        ("It fell in November.", ("2021-11-01", "2021-11-30", "month")),  # the one before
        ("It fell from Monday to Tuesday.", ("2022-03-28", "2022-03-29", "range")),
        ("It fell two years and three months ago.", ("2019-12-01", "2019-12-31", "month")),
    ],
)
def test_what_days_a_date_means(text: str, found: tuple[str, str, str] | None) -> None:
    assert days(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Between 20 and 30 may have died.",
        "They may go.",
        "The march began.",
        "In 2019 days they built it.",
        "It costs 2019 dollars.",
        "They met on 9 October Avenue.",
        "The sun sat low.",
        "Room 2019 burned.",
        "32 March 2019",
        "12 people.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    tokens = tokenize(text)
    found = find_dates(tokens, 0, len(tokens))
    assert [m for m in found if resolve(m, WEDNESDAY) and (m.day or m.weekday)] == []
    assert [m for m in found if m.cue == "event" and m.month and not m.year] == []


@pytest.mark.parametrize(
    "text", ["It fell yesterday.", "It fell on Tuesday.", "It fell last week."]
)
def test_a_relative_date_without_publication_tells_nothing(text: str) -> None:
    assert days(text, None) is None


def test_a_whole_date_needs_no_publication() -> None:
    assert days("It fell on 12 March 2019.", None) == ("2019-03-12", "2019-03-12", "day")
    assert days("It fell on 12 March.", None) is None


@pytest.mark.parametrize(
    ("text", "number", "day"),
    [
        ("Two men died on Monday.", "Two", "2022-03-28"),
        ("A last minute report tells that a bomb exploded. Two men died.", "Two", "2022-03-30"),
        ("Police said on Tuesday that two men died on Monday.", "two", "2022-03-28"),
        ("Two men died, police said on Tuesday.", "Two", None),
        ("The army on Tuesday admitted that two men died.", "two", None),
        ("A bomb exploded on Monday. Two men died.", "Two", "2022-03-28"),
        ("Two men died\n\nA bomb exploded on Monday in Kabul.", "Two", "2022-03-28"),
        ("A similar blast in 2019 killed 40.", "40", "2019-01-01"),
        ("KABUL, March 29 - A bomb killed two.", "two", None),
        ("A bomb exploded on Monday. Since then 3 million died globally.", "3", None),
        # the day on which somebody spoke, or a court sat
        (
            "A bomb exploded on Monday. On Tuesday the mayor said that two men died.",
            "two",
            "2022-03-28",
        ),
        ("On Tuesday a man was convicted of a shooting that killed two girls.", "two", None),
        ("A man charged on Tuesday killed two girls.", "two", None),
        ("On Tuesday, Freedonia reported two new deaths.", "two", "2022-03-29"),
        # counted from the date told before
        ("A bomb exploded on 12 March. The next day two men died.", "two", "2022-03-13"),
        ("A bomb exploded on 12 March. Two days later three men died.", "three", "2022-03-14"),
        ("A bomb exploded on 12 March and killed two men that day.", "two", "2022-03-12"),
        # another event's day, or the end of one
        (
            "The 4 March attacks were followed on Tuesday by a raid. Two men died.",
            "Two",
            "2022-03-29",
        ),
        (
            "The storm hit on 12 March and dissipated on 15 March. Two men died.",
            "Two",
            "2022-03-12",
        ),
        ("It was the worst storm after Zelda of 2016. Two men died.", "Two", None),
        ("Released from jail on Tuesday, Hale is accused of killing two girls.", "two", None),
        ("A bomb exploded on Monday. Firms sold less in 2019. Two men died.", "Two", "2022-03-28"),
        # what heads a line of a list, and when the time began that a count runs over
        ("2001: A blast killed two men.", "two", "2001-01-01"),
        (
            "Two men fled since rebels launched a raid on 12 March. Some 40 live in camps.",
            "40",
            None,
        ),
        # an earlier one told of behind it
        ("Two men died. A similar blast last month killed 40.", "Two", None),
        ("Riots from 20-22 January left two men dead.", "two", "2022-01-20"),
        (
            "In March two boys died, compared with 40 deaths reported in February.",
            "40",
            "2022-02-01",
        ),
        ("Two men died on Sunday, three on Monday.", "three", "2022-03-28"),
        ("Floods killed two in 2019 and 35 in 2021.", "35", "2021-01-01"),
        # what began a crisis, long before what is reported
        ("A strike killed two. The war began with the raid of 7 October 2021.", "two", None),
        ("Those fled after the conflict broke out in April 2021. Five of them died.", "Five", None),
        ("Five died after a fire broke out on Monday.", "Five", "2022-03-28"),
        ("Five have died from Monday's raid on the mill.", "Five", "2022-03-28"),
        (
            "Sunday's quake, followed on Monday by a storm, left towns in ruins. Five died.",
            "Five",
            "2022-03-27",
        ),
        ("Sunday's raids were followed on Monday by a strike. Five died.", "Five", "2022-03-28"),
        ("Five died in July last year.", "Five", "2021-07-01"),
        ("Unrest has killed 800 since the start of 2015.", "800", "2015-01-01"),
        ("Some 45 are ill, up from 32 in December.", "45", None),
        ("Some 45 are ill, up from 32 in December.", "32", "2021-12-01"),
        ("Five died there in January this year.", "Five", "2022-01-01"),
        (
            "Five died, and the toll may rise, as many were trapped by Monday's vast quake.",
            "Five",
            "2022-03-28",
        ),
        ("The mayor of Lesk, a town under siege since 2007, said two men died.", "two", None),
        ("Two passengers of the overnight bus died.", "Two", None),
        (
            "Shells killed two. Nobody fled.\n\nAll was quiet.\n\nAll hid.\n\nOn Tuesday shells killed 40.",
            "two",
            None,
        ),
        (
            "Shells killed two. Nobody fled.\n\nAll was quiet.\n\nAll hid.\n\nIt was late on Tuesday.",
            "two",
            None,
        ),
        ("Fire killed 29 last Wednesday.", "29", "2022-03-23"),  # published on a Wednesday
        ("Fire killed 29, surpassing the toll of a fire on 3 May 1991.", "29", None),
        ("Two died when winds exceeding 100 mph hit Lesk on Tuesday.", "Two", "2022-03-29"),
    ],
)
def test_when_it_happened(text: str, number: str, day: str | None) -> None:
    assert first_day(text, number) == day


def test_another_incident_takes_no_date_from_the_report() -> None:
    tokens = tokenize("A blast on Monday hit Aleppo. A similar attack killed 40 people.")
    times, at = Times(tokens, split(tokens), WEDNESDAY), tokens.words.index("40")
    assert date_of(times, 1, at).days is not None
    assert date_of(times, 1, at, other=True).days is None


def test_history_told_behind_a_count_is_not_its_date() -> None:
    text = "Rain killed 14 people. Another 21 are missing. Floods in 2023 left 54 dead."
    assert [f.earliest for f in extract(text, "2024-05-14")] == [None, None, "2023-01-01"]


def test_the_year_of_a_comparison_is_not_the_event_s() -> None:
    text = "The outbreak has killed 300, the worst since 2016, when 212 died."
    now, then = extract(text, "2024-05-14")
    assert (now.earliest, now.background) == (None, None)
    assert then.background is not None


def test_a_part_has_the_date_of_its_whole() -> None:
    text = "Rain has killed 14 people since Friday. Eleven of the dead were swept away in Lesk."
    whole, part = extract(text, "2024-05-14")
    assert part.part_of == whole.id
    assert (
        (part.earliest, part.latest)
        == (whole.earliest, whole.latest)
        == ("2024-05-10", "2024-05-14")
    )


def test_the_day_of_a_source_in_brackets_is_when_the_count_stood() -> None:
    text = "Some 900 families are displaced (IOM, May 2019). It rained. Two men drowned."
    found = when(text, "900", None)
    assert found.days is None
    assert found.as_of is not None
    assert str(found.as_of.earliest) == "2019-05-01"
    assert when(text, "Two", None).days is None


def test_a_year_gives_way_to_a_day_of_the_event_in_it() -> None:
    text = "Storm Hale (2015)\n\nIt killed 12 people. Torrential rain fell. The storm hit land on 4 May 2015."
    assert first_day(text, "12", None) == "2015-05-04"


def test_a_situation_report_covers_the_time_in_its_title() -> None:
    text = "Freedonia Country Brief August 2020\n\nOperational updates\n\nWe helped 900 people."
    found = when(text, "900", None).days
    assert found == Days(date(2020, 8, 1), date(2020, 8, 31), "month")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("QUITO, 11 APR 89 (XYZ) -- TWO MEN WERE KILLED YESTERDAY.", date(1989, 4, 11)),
        ("Two men die in Hale\n\nFriday, 1 February 2019\n\nIt rained.", date(2019, 2, 1)),
        ("Weekly Update 19 July 2021\n\nTwo men died.", date(2021, 7, 19)),
        ("HALE, 3 May 2024\n\nTwo men died.", date(2024, 5, 3)),
        ("Fire\n\nHale, Republic of Lenia, Friday 3 May 2024\n\nTwo men died.", date(2024, 5, 3)),
        ("Hale (Orda), 3 May 2024 (XYZ)\n\nTwo men died.", date(2024, 5, 3)),
        ("The town of Hale, quiet until 3 May 2024 (a Friday)\n\nTwo men died.", None),
        ("Two men died on 11 April 1989 in Quito.", None),
        ("The storm formed on 1 March 2015 - far from land.", None),
        ("QUITO, April 11 - Two men were killed.", None),  # of which year?
    ],
)
def test_the_day_a_text_is_of(text: str, day: date | None) -> None:
    tokens = tokenize(text)
    assert own_day(tokens, split(tokens)) == day


def test_a_toll_raised_on_a_day_stood_then() -> None:
    found = when("Officials raised the death toll on Tuesday to 31.", "31")
    assert found.days is None
    assert found.as_of is not None
    assert str(found.as_of.latest) == "2022-03-29"


def test_when_the_count_stood() -> None:
    found = when("By Tuesday evening 12 bodies had been found.", "12")
    assert found.as_of == Days(date(2022, 3, 29), date(2022, 3, 29), "day")
    found = when("On Tuesday the toll stood at 12.", "12")
    assert (found.days, found.as_of) == (None, Days(date(2022, 3, 29), date(2022, 3, 29), "day"))
    for text in (
        "The quake struck on Monday. The toll rose to 12 on Tuesday.",
        "The toll of Monday's quake rose to 12 on Tuesday.",
        "The quake struck on Monday. On Tuesday the toll climbed to 12.",
        "The quake struck on Monday. Officials on Tuesday raised the toll to 12.",
        "The quake struck on Monday. On Tuesday the ministry put the death toll at 12.",
        "The quake struck on Monday. On Tuesday it released a note on the casualties and put the toll at 12.",
    ):
        found = when(text, "12")
        assert found.days == Days(date(2022, 3, 28), date(2022, 3, 28), "day")
        assert found.as_of == Days(date(2022, 3, 29), date(2022, 3, 29), "day")
    for text in (
        "The toll of a quake that struck on Tuesday rose to 12.",
        "The toll rose to 12 after a boat sank on Tuesday.",
        "The toll of Tuesday's quake has climbed to 12.",
    ):
        found = when(text, "12")
        assert found.days == Days(date(2022, 3, 29), date(2022, 3, 29), "day")
        assert found.as_of is None
    found = when("As of 17 March, 1,014 families were displaced.", "1,014")
    assert found.as_of is not None
    assert str(found.as_of.latest) == "2022-03-17"


def test_a_count_as_at_a_day_stood_then() -> None:
    for text in ("As at 17 March, 1,014 fell ill.", "1,014 fell ill as at March 17th evening."):
        found = when(text, "1,014")
        assert found.days is None
        assert str(found.as_of and found.as_of.latest) == "2022-03-17"


def test_the_day_of_the_news_is_not_that_of_what_came_before_it() -> None:
    text = (
        "Nine were hurt in Lesk. A quake shook Orda on {} after an earlier one killed 410 people."
    )
    (old,) = [f for f in extract(text.format("3 May 2022")) if f.low == 410]
    assert (old.background, old.earliest) == ("earlier one", None)
    text = "Nine were hurt. On 3 May 2022 a similar quake killed 410 people."
    (old,) = [f for f in extract(text) if f.low == 410]
    assert old.earliest == "2022-05-03"


def test_a_blast_that_claims_lives_does_not_speak() -> None:
    text = "A blast at a bank on Tuesday {}."
    assert when(text.format("claimed 12 lives"), "12").days is not None
    assert (
        when("Nine fell ill. The army on Tuesday claimed that it had killed 12.", "12").days is None
    )


def test_the_day_that_another_toll_is_of_is_not_carried_back() -> None:
    text = "A shock hit Hale. At least 12 are dead. The toll of 6 March has risen to 410 dead."
    assert when(text, "12").days is None
    assert str(when(text, "410").days) != "None"


def test_a_count_does_not_stand_on_the_day_of_another_speaker() -> None:
    text = "The toll was 71 as of 17 March. The fire burned 12 houses, the mayor said on {}."
    assert when(text.format("Tuesday"), "12").as_of is None
    assert (
        when("The toll was 71 as of 17 March. The fire burned 12 houses.", "12").as_of is not None
    )


def test_the_day_an_update_was_shared_is_not_when_it_happened() -> None:
    text = "It rained on 27 March. The latest update, shared on 29 March, reported 12 dead."
    assert first_day(text, "12") == "2022-03-27"


def test_a_count_since_a_month_is_of_no_year_that_another_since_tells() -> None:
    found = when(
        "The group, at work since 2011, counts 387 dead since the end of February.", "387"
    ).days
    assert found == Days(date(2022, 2, 1), WEDNESDAY, "range")


def test_the_preceding_week_is_the_one_before_the_week_told() -> None:
    text = "Between 7 and 13 March 400 fell ill, against 61 in the {} week."
    assert when(text.format("preceding"), "61").days == Days(
        date(2022, 2, 28), date(2022, 3, 6), "range"
    )
    assert first_day(text.format("past"), "61") == "2022-03-23"


def test_a_toll_by_months_and_a_night_told_with_its_month() -> None:
    found = when("In January, the number of deaths rose to 184.", "184")
    assert (str(found.days and found.days.earliest), found.as_of) == ("2022-01-01", None)
    text = "In December storms struck overnight, leaving 79 people dead."
    assert first_day(text, "79") == "2021-12-01"


def test_a_day_to_come_is_not_when_it_happened() -> None:
    text = "Nine men drowned. A ship with aid is due in Lesk on Sunday."
    assert first_day(text, "Nine") is None
    text = "Nine men drowned. The flood, which was due, came on Sunday."
    assert first_day(text, "Nine") == "2022-03-27"


def test_a_count_since_a_day_runs_to_the_day_it_stood() -> None:
    found = when("Since 24 February, 1,200 people have been killed.", "1,200").days
    assert found == Days(date(2022, 2, 24), WEDNESDAY, "range")


def test_a_window_belongs_to_the_count_beside_it() -> None:
    text = "So far 3,728 fell ill, with 198 cases in the last 24 hours."
    assert first_day(text, "198") == "2022-03-29"
    assert first_day(text, "3,728") is None


def test_in_a_text_of_unknown_date_the_year_told_before_holds() -> None:
    text = "The fires broke out on 8 January 2003. On 13 January a pilot was hurt. Two more died."
    assert first_day(text, "Two", None) == "2003-01-13"


@pytest.mark.parametrize(
    ("text", "day"),
    [  # the year of the article, not one it names to compare with
        ("Floods of 1985\n\nIt was the wettest month since 1961. On 5 May 12 died.", "1985-05-05"),
        ("Cyclone Orda (1985)\n\nIt was the first since Irma in 1981. Some 12 died.", "1985-01-01"),
        ("Heat in 2022\n\nIn July 2023, a study appeared.\n\nOn 5 May 12 died.", "2022-05-05"),
        ("Heat in 2022\n\nIn 2023, fires came back. On 5 May 12 died.", "2023-05-05"),
        ("The war began in 1998.\n\nIn 2001 it reached Lesk.\n\nOn 5 May 12 died.", "2001-05-05"),
        # told only behind it, by what the text goes on to say
        ("On 5 May 12 died in Lesk. The rebels were ousted in 2001.", None),
    ],
)
def test_a_date_without_a_year_is_of_the_article_s(text: str, day: str | None) -> None:
    assert first_day(text, "12", None) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("14 NOV 89 (XYZ) -- A mine was found.", "1989-11-14"),
        ("They met on 14 November 89, in Lesk.", "1989-11-14"),
        ("As of 22 March 71 families had left.", "2022-03-22"),
        ("It hit the coast on March 12 45 km south of Lesk.", "2022-03-12"),
    ],
)
def test_two_digits_are_a_year_where_the_date_ends_with_them(text: str, day: str) -> None:
    found = days(text)
    assert found is not None
    assert found[0] == day


@pytest.mark.parametrize(
    ("text", "published", "found"),
    [
        # who spoke on a day told of the weekday before it
        (
            "On January 1, 2022, Ada Renn told reporters so. The blast on Friday killed 12.",
            None,
            "2021-12-31",
        ),
        (
            "On January 1, 2022, Ada Renn said 12 died in the blast on Friday.",
            date(2022, 6, 10),
            "2021-12-31",
        ),
        # what happened on a day goes on with those behind it
        (
            "A blast hit Hale on January 1, 2022. On Tuesday, two more blasts killed 12.",
            None,
            "2022-01-04",
        ),
        (
            "A blast hit Hale on January 1, 2022. The blast on Saturday killed 12.",
            None,
            "2022-01-01",
        ),
        # before it or behind it: nobody can tell, and it is not the day told before
        ("A blast hit Hale on January 1, 2022. The raid on Tuesday killed 12.", None, None),
        ("A blast hit Hale in January 2022. The raid on Tuesday killed 12.", None, "2022-01-01"),
        # near the report's own day
        (
            "On January 1, 2022, a blast hit Hale. The raid on Tuesday killed 12.",
            date(2022, 6, 10),
            "2022-06-07",
        ),
        (
            "A raid on 28 March 2022 came before the blast on Tuesday that killed 12.",
            WEDNESDAY,
            "2022-03-29",
        ),
    ],
)
def test_a_weekday_is_read_beside_the_day_told(
    text: str, published: date | None, found: str | None
) -> None:
    assert first_day(text, "12", published) == found


@pytest.mark.parametrize(
    ("text", "behind", "own"),
    [
        (
            "The worst wreck there was the 2002 ferry crash, which killed 90. Some 12 died.",
            None,
            "2002-01-01",
        ),
        (
            "It was the deadliest raid since a blast in Hale in 2018, when 90 died. Some 12 died.",
            None,
            "2018-01-01",
        ),
    ],
)
def test_the_date_of_what_is_outdone_is_not_carried(
    text: str, behind: str | None, own: str
) -> None:
    assert first_day(text, "12", WEDNESDAY) == behind
    assert first_day(text, "90", WEDNESDAY) == own


def test_a_day_behind_before_is_of_what_came_after() -> None:
    text = "A blast killed 12 people in Hale, where many had sheltered before the siege earlier this month."
    assert first_day(text, "12", WEDNESDAY) is None
    assert first_day("Some 12 people died before dawn on Monday.", "12", WEDNESDAY) == "2022-03-28"


def test_a_count_that_runs_since_then_is_of_no_one_day() -> None:
    text = "Gunmen seized 12 pupils in Hale on Monday. Since then 40 nurses have been seized."
    assert first_day(text, "40") is None
    assert first_day(text, "12") == "2022-03-28"


def test_the_year_a_count_is_measured_by_is_not_its_own() -> None:
    text = "The number of cases reported in 2021 has passed that of 2020, with over 12 deaths."
    assert first_day(text, "12") == "2021-01-01"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a court or a day of remembrance tells of what was long before
        (
            "A man was sentenced over the killing of 12 clerks. They died in a fire in Hale on 3 May 2019.",
            "2019-05-03",
        ),
        (
            "Hale marked the anniversary of a fire that killed 12. It broke out on 3 May 2019.",
            "2019-05-03",
        ),
        # news, and another fire long before
        ("A fire in Hale killed 12 clerks. Two died in a fire there on 3 May 2019.", None),
        (
            "A jury convicted two men of murdering 12 clerks. A similar raid on 3 May 2019 shook Hale.",
            None,
        ),
        (
            "A fire killed 12 clerks beside a hall where a trial opened. Two died in a fire on 3 May 2019.",
            None,
        ),
    ],
)
def test_news_of_a_court_is_of_the_day_told_behind_it(text: str, found: str | None) -> None:
    assert first_day(text, "12") == found


def test_weekdays_go_on_from_the_day_told() -> None:
    text = "On Saturday, January 1, 2022, a blast hit Hale. By Monday 14 had died. On Tuesday two died."
    found = when(text, "14", None)
    assert (str(found.days.earliest), str(found.as_of.earliest)) == ("2022-01-01", "2022-01-03")  # type: ignore[union-attr]
    assert first_day(text, "two", None) == "2022-01-04"


def test_an_exact_day_told_before_wins_over_its_year() -> None:
    text = "A quake struck on 4 May 2019. It was the worst of 2019. Some 40 people died."
    assert first_day(text, "40", None) == "2019-05-04"


def test_dateparser_is_not_loaded_for_dates_of_our_own() -> None:
    code = (
        "import sys; from tests.test_dates import days; days('It fell on Tuesday.');"
        "days('It fell on 12 March 2019.'); print('dateparser' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_day_of_an_arrest_is_not_that_of_the_deed() -> None:
    arrested, killed = extract(
        "Two men were arrested on Monday in connection with a raid that killed five people in Lesk two weeks ago.",
        "2024-05-22",
    )
    assert (arrested.earliest, killed.earliest) == ("2024-05-20", "2024-05-05")
    arrested, killed = extract(
        "On Monday police arrested two men in connection with a raid that killed five people.",
        "2024-05-22",
    )
    assert (arrested.earliest, killed.earliest) == ("2024-05-20", None)
    headline, arrested = extract(
        "Suspect arrested in Lesk shooting. A man was arrested on Tuesday for the killing of a clerk last week.",
        "2024-05-22",
    )[:2]
    assert {headline.earliest, arrested.earliest} == {"2024-05-21"}
    [held] = extract("Police arrested 12 people on Monday for looting.", "2024-05-22")
    assert held.earliest == "2024-05-20"


def test_a_feast_that_bears_the_name_of_a_weekday() -> None:
    text = "Three bombs killed 40 people on Easter Sunday."
    [told] = extract(text, "2024-04-02")
    assert told.earliest == "2024-03-31"
    [later] = extract(text, "2024-05-22")
    assert later.earliest is None
    [passed] = extract("Shots killed three marchers on Bloody Sunday in Hale.", "2024-05-22")
    assert passed.earliest is None


def test_a_day_before_the_calendar_begins_is_none() -> None:
    assert days("It fell on Sunday.", date.min) is None
    assert days("It fell yesterday.", date.min) is None


WORDS = st.sampled_from(
    "on in On March may May 12 31 30 2019 89 , - / . to and between Tuesday Sat. night yesterday last past"
    " 24 hours two years ago since by as of the this week said died 99999999999999 0 00 1900 2100".split()
)


@given(st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=50), st.dates(date(1, 1, 8)))
def test_any_text_gives_dates_in_order_and_none_ends_before_it_begins(
    text: str, published: date
) -> None:
    tokens = tokenize(text)
    edge = 0
    for mention in find_dates(tokens, 0, len(tokens)):
        assert edge <= mention.first < mention.stop <= len(tokens)
        edge = mention.stop
        found = resolve(mention, published)
        if found is not None:
            assert found.earliest <= found.latest
            if mention.weekday is not None and mention.until is None:
                assert published - timedelta(days=6) <= found.earliest <= published
    sentences = split(tokens)
    times = Times(tokens, sentences, published)
    for index, sentence in enumerate(sentences):
        told = date_of(times, index, sentence.first).days
        assert told is None or told.earliest <= published


@pytest.mark.parametrize(
    ("text", "category", "day"),
    [
        # the verb that tells of the figure is nearer to its date than the people are to another
        ("Ten pupils kidnapped from a camp in March 2021 were rescued on 4 May 2021.", "rescued", "2021-05-04"),
        ("Ten pupils kidnapped from a camp in March 2021 were rescued on 4 May 2021.", "abducted", "2021-03-01"),
        ("Ten of 90 pupils kidnapped two weeks ago were rescued on 4 May 2021.", "rescued", "2021-05-04"),
        ("Twelve people were killed on 4 May 2021 and 13 on 5 May 2021.", "killed", "2021-05-04"),
        # when somebody spoke
        ("A clinic on 4 May 2021 had said that 900 people had died in Lesk.", "killed", None),
        ("A nurse told reporters in Lesk, Lenia, on 4 May 2021 that 900 people had died.", "killed", None),
        ("Some 900 people had died, fewer than a clinic gave on 4 May 2021.", "killed", None),
        ("A blast killed 900 people in Lesk, Lenia, on 4 May 2021.", "killed", "2021-05-04"),
        # of a part alone
        ("Guards have killed hundreds of men, including 27 in a raid on 4 May 2021.", "killed", None),
        ("Guards killed 40 men, including 27 clerks, in a raid on 4 May 2021.", "killed", "2021-05-04"),
        ("Lesk and Orda have guards. They killed 40 men, including 27 on 4 May 2021.", "killed", "2021-05-04"),
        ("Twelve men have been killed, including two boys in a raid on 4 May 2021.", "killed", "2021-05-04"),
        ("Some 900 people were hurt, more than double the 400 in 2014.", "injured", None),
        # two days of one year
        ("Guards shot 40 people on May 2 and May 3, 2013, in Lesk.", "casualties", "2013-05-02"),
        ("Guards shot 40 people on December 30 and January 2, 2013, in Lesk.", "casualties", "2012-12-30"),
        # since when somebody is held is no date of what befalls them later
        ("Gunmen freed 14 pupils they had been holding since May 2021.", "freed", None),
        ("Twelve men have been held hostage since May 2021.", "abducted", "2021-05-01"),
        # nor is what a count is measured by
        ("Some 900 people died, the highest toll in the last 25 years.", "killed", None),
        ("Some 900 people were hurt, a rise of half on the 2014 estimate.", "injured", None),
        ("Lenia, where a war has raged since 2011, told of 900 people killed.", "killed", None),
    ],
)  # fmt: skip
def test_the_date_of_a_figure_is_that_of_its_verb(
    text: str, category: str, day: str | None
) -> None:
    found = next(f for f in extract(text, published="2022-06-01") if f.category == category)
    assert found.earliest == day
