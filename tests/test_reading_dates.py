"""Publication dates and datelines: read as told, never more precisely."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figures.reading.datelines import dateline
from figures.reading.dates import publication_date

TOLD = [
    ("14 NOV 89", None, "1989-11-14"),
    ("4 SEPT 89", None, "1989-09-04"),
    ("October 7, 2023", None, "2023-10-07"),
    ("October 7th 2023", None, "2023-10-07"),
    ("Wednesday, September 4, 2019", None, "2019-09-04"),
    ("16-MAR-1987 04:58:17.32", None, "1987-03-16"),
    ("2022-03-30", None, "2022-03-30"),
    ("20220330", None, "2022-03-30"),
    ("2022-03-30T09:15", None, "2022-03-30"),
    ("2022-03-30T09:15:00Z", "2022-03-30T09:15:00+00:00", "2022-03-30"),
    ("2022-03-30T23:15:00+03:00", "2022-03-30T23:15:00+03:00", "2022-03-30"),
    ("2022-03-30 09:15 +0530", "2022-03-30T09:15:00+05:30", "2022-03-30"),
    ("20220330T061500Z", "2022-03-30T06:15:00+00:00", "2022-03-30"),
    ("Wed, 30 Mar 2022 06:15:00 GMT", "2022-03-30T06:15:00+00:00", "2022-03-30"),
    ("Wed, 30 Mar 2022 06:15:00 -0400", "2022-03-30T06:15:00-04:00", "2022-03-30"),
    ("10:32 PM EDT, Wed May 1, 2019", "2019-05-01T22:32:00-04:00", "2019-05-01"),
    ("12:05 a.m. UTC, 3 May 2019", "2019-05-03T00:05:00+00:00", "2019-05-03"),
    ("Published: 3rd of May 2019", None, "2019-05-03"),
    ("30/03/2022", None, "2022-03-30"),
    ("03/30/2022", None, "2022-03-30"),
    ("04/04/2022", None, "2022-04-04"),
    ("30 mars 2022", None, "2022-03-30"),
    ("28 de abril de 2020", None, "2020-04-28"),
]


@pytest.mark.parametrize(("words", "at", "on"), TOLD)
def test_a_whole_date_is_read(words: str, at: str | None, on: str) -> None:
    read = publication_date(words)
    assert (read.at, read.on) == (at, on)


@pytest.mark.parametrize(
    "words",
    [
        "03/04/2022",  # April or March
        "1997-01",
        "2019",
        "March 16",
        "yesterday",
        "two days ago",
        "2022-02-30",
        "06 JAN 90 - 07 JAN 90",
        "12 or 13 March 2019",
        "12 dead in March 2019",
        "9999-99-99",
        "1648598400",
        "",
        "9" * 500,
    ],
)
def test_what_is_no_whole_date_stays_unread(words: str) -> None:
    read = publication_date(words)
    assert (read.at, read.on) == (None, None)


def test_a_time_without_offset_is_no_instant() -> None:
    """Filling in UTC would turn "order unknown" into a false order."""
    assert publication_date("30 March 2022 09:15").at is None
    assert publication_date("30 March 2022 09:15 IST").at is None  # Irish, Indian, Israeli?
    assert publication_date("30 March 2022 09:75 GMT").on == "2022-03-30"


@given(st.dates(date(1969, 1, 1), date(2068, 12, 31)))
def test_one_day_in_many_shapes(day: date) -> None:
    shapes = [
        "%Y-%m-%d",
        "%d %b %y",
        "%d %B %Y",
        "%B %d, %Y",
        "%A, %B %d, %Y",
        "%d-%b-%Y",
        "%Y/%m/%d",
    ]
    assert {publication_date(day.strftime(shape)).on for shape in shapes} == {day.isoformat()}
    assert {publication_date(day.strftime(s).upper()).on for s in shapes} == {day.isoformat()}


@settings(deadline=None)  # dateparser loads its languages once
@given(st.text(max_size=90))
def test_no_words_crash_and_an_instant_lies_on_its_day(words: str) -> None:
    read = publication_date(words)
    assert read.at is None or (read.on is not None and read.at.startswith(read.on))


@settings(deadline=None)
@given(st.text(alphabet="0123456789 -/:.,TZmarapyuGTU+", max_size=30))
def test_words_that_look_like_dates_never_crash(words: str) -> None:
    read = publication_date(words)
    assert read.on is None or date.fromisoformat(read.on)


def test_plain_dates_are_read_without_dateparser() -> None:
    code = (
        "import sys; from figures.reading.dates import publication_date as p;"
        "assert all(p(w).on for w in ['14 NOV 89', '2022-03-30', 'October 7, 2023']);"
        "assert 'dateparser' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


DATELINES = [
    (" date 2022-03-30 Lviv/Kyiv outskirts — Crews dug on.", "2022-03-30", "Lviv/Kyiv outskirts"),
    ("date 7 October 2023\nCrews dug on.", "7 October 2023", None),
    ("BEIRUT, 14 NOV 89 (AFP) -- [TEXT] SHELLS FELL.", "14 NOV 89", "BEIRUT"),
    ("\n   ROME (ITALY), 11 JAN 90 -- [INTERVIEW]", "11 JAN 90", "ROME"),
    ("FRANKLIN (Feb. 4, 2014) – Police said.", "Feb. 4, 2014", "FRANKLIN"),
    ("WASHINGTON, D.C., March 3, 2020 -- A vote.", "March 3, 2020", "WASHINGTON, D.C."),
    ("A headline\n\nMonday, January 28, 2019\n\nBombs went off.", "Monday, January 28, 2019", None),
    ("Published: 7 October 2023, 09:15 GMT\nText.", "7 October 2023, 09:15 GMT", None),
    ("HONG KONG, March 16 - A ferry sank.", None, "HONG KONG"),
    ("LIMA, NO DATE (RADIO) -- A bomb.", None, "LIMA"),
    ("KYIV, Ukraine (Wire) — A strike.", None, "KYIV, Ukraine"),
    ("HALE, 3 May 2024\n\nA bomb went off.", "3 May 2024", "HALE"),
    ("A headline\nHale (North Orda), May 3, 2024 (Wire)\nText.", "May 3, 2024", "Hale"),
    ("Hale, Republic of Lenia, Friday 3 May 2024\n\nText.", "3 May 2024", "Hale"),
    ("HALE, Lenia — 3 May 2024\n\nText.", "3 May 2024", "HALE"),
    ("A headline\n3 May 2024, Hale, North Orda\nText.", "3 May 2024", None),
    ("May 3, 2024 (HALE) – Police said.", "May 3, 2024", "HALE"),
    ("HALE, Lenia—Police said.", None, "HALE, Lenia"),
]


@pytest.mark.parametrize(("text", "published", "place"), DATELINES)
def test_datelines(text: str, published: str | None, place: str | None) -> None:
    found = dateline(text)
    assert found is not None
    assert (found.published, found.place) == (published, place)


@pytest.mark.parametrize(
    "text",
    [
        "Help - it comes.",
        "On 14 March 2019 - a Thursday - a mosque was attacked.",
        "Police on March 3, 2020 - the day after - made arrests.",
        "Gunmen killed 12 people on 14 March 2019 in Kyiv.",
        "",
        "date palms burned on 14 March 2019",
        "Gunmen raid market, 3 May 2024\n\nText.",
        "3 May 2024, and nine died.\n\nText.",
        "3 May 2024, Hale flooded again\n\nText.",
        "Hale, where 12 died, 3 May 2024 saw rain.\n\nText.",
    ],
)
def test_prose_is_no_dateline(text: str) -> None:
    assert dateline(text) is None


@given(st.text(max_size=60), st.sampled_from(DATELINES))
def test_spans_are_slices_of_the_whole_text(
    tail: str, case: tuple[str, str | None, str | None]
) -> None:
    text = case[0] + "\n\n" + tail
    found = dateline(text)
    if found is not None:
        for words, (start, end) in (
            (found.published, found.published_span),
            (found.place, found.place_span),
        ):
            assert text[start:end] == (words or "")


@given(st.text(alphabet="ABC abc,.()-/0123 –—\n", max_size=600))
def test_no_first_line_crashes_or_hangs(text: str) -> None:
    found = dateline(text)
    assert found is None or found.published or found.place
