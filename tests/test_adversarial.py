"""Texts made to be slow: the time they take grows with their length, not with its square."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from clock import within

from figures.comparison.fates import left_alive
from figures.comparison.sorting import groups
from figures.extraction import extract, extract_document
from figures.extraction.tally.toll import tally
from figures.model import Document, Extraction
from figures.reading import read

EXAMPLES = Path(__file__).parent.parent / "examples"
PIECES = {
    "one sentence of numbers": "12 people, 13 women and 15 children were killed and 16 injured and ",
    "modifiers": "feared that 12 died and not not believed that 13 were killed since May and ",
    "quotes": "\" 12 killed \" ' 13 dead ' ",
    "brackets": "(((( 12 killed ((( 13 hurt ",
    "closing brackets": ") ) ) 12 killed ) ) ",
    "and": "killed and wounded and burned and shot and ",
    "figures": "Three more people were killed and two others injured. ",
    "absences": "no reports of no reports of deaths or injuries or it is unknown how many died and ",
    "places": "12 killed in Kyiv, in Paris, in Lima, in Cairo, ",
    "tolls": "the death toll rose to 12 from 11 and the toll ",
    "stops": "...",
    "ellipses": "…",
    "counts": "12 killed, 13 killed, ",
    "months without a year": "In May it rained. 12 died. ",
    "days that count from each other": "The next day it rained. The next day 12 died. ",
    "capitals": "KILLED TWELVE MEN IN KANO AND GAZA ",
    "other digits": "１２ people killed ñ ü “٣ dead” ",
    "counts alone": "12 died. ",
    "names again and again": "- Kyiv: 12 killed\n- Lima: 13 killed, five hurt\n",
    "vessels lost": "The plane carried 48 people. There were no survivors. ",
    "places in lists": "12 killed in Homs, Hama and Idlib. ",
    "supplied words": "Ten [men] died, [nine] were [hurt] ",
    "rivals and routes": "the worst was the 2002 crash before a jet en route from Lima (3 km from Cusco) killed 12 ",
    "clinics": "a clinic in Lesk received 28 dead and a hospital treated 12 hurt, 3 severely. ",
    "people again and again": "Ana Ruiz, 34, was killed in Ruiz. ",
}


def reading(text: str) -> Callable[[], object]:
    return lambda: extract_document(Document("text", text))


def test_days_may_count_from_each_other_through_a_whole_text() -> None:
    # each date without a year, each "next day", hangs on the ones before it
    for piece in ("In May it rained. ", "The next day it rained. "):
        text = piece * 1_000 + "On Tuesday 12 people died. The next day three died."
        assert [f.value for f in extract(text)] == [12, 3]


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_time_grows_with_the_text(piece: str) -> None:
    whole = (piece * (24_000 // len(piece) + 1))[:24_000]
    assert not within(6, reading(whole), reading(whole[:6_000]))


@pytest.mark.parametrize("row", ["| Lesk | 14 | 52 |\n", "| Total | 14 | 52 |\n"])
def test_time_grows_with_the_rows_of_a_table(row: str) -> None:
    head = "| Town | Dead | Hurt |\n"
    assert not within(6, reading(head + row * 2000), reading(head + row * 500))


@pytest.mark.parametrize(
    "piece",
    [
        "On Monday {0} people were killed and {1} injured in a blast in Odesa. ",
        "{0} people were shot in Odesa. A man was shot dead. He later died. ",
        "A man was shot in the leg and later died. A boy was hurt. ",
        "A man and a woman were killed and two girls hurt. All four were wounded. ",
        "He shot dead a woman and then himself. Three people were shot. ",
    ],
)
def test_time_to_count_and_to_sort_into_incidents_grows_with_the_figures(piece: str) -> None:
    def text(times: int) -> Extraction:
        told = "".join(piece.format(n % 90 + 2, n + 3) for n in range(times))
        return extract_document(Document("text", told))

    few, many = text(300), text(1200)
    for work in (
        tally,
        lambda e: groups(e.document, e.figures),
        lambda e: list(left_alive([(e.document, e.figures)])),
    ):
        assert not within(7, partial(work, many), partial(work, few))


@pytest.mark.parametrize(
    "line", ["Source: Ana Ruiz\n", "\t12\t13\t14\n", ". . . ", "a" * 60 + "\n"]
)
def test_time_to_count_grows_with_lines_that_end_in_no_stop(line: str) -> None:
    def told(size: int) -> Extraction:
        return extract_document(Document("text", (line * size)[:size]))

    assert not within(7, partial(tally, told(160_000)), partial(tally, told(40_000)))


def test_no_text_takes_ten_times_as_long_as_reports() -> None:
    texts = [item.text for item in read([str(EXAMPLES)]) if isinstance(item, Document)]
    reports = reading("\n\n".join(texts)[:10_000])
    for name, piece in PIECES.items():
        dense = (piece * (10_000 // len(piece) + 1))[:10_000]
        assert not within(10, reading(dense), reports), name


def test_the_clock_tells_the_square_from_the_line() -> None:
    def squares(size: int) -> int:
        return sum(1 for _ in range(size) for _ in range(size))

    def line(size: int) -> int:
        return sum(1 for _ in range(size))

    assert "times, 6 allowed" in within(6, partial(squares, 4_000), partial(squares, 1_000))
    assert not within(6, partial(line, 4_000_000), partial(line, 1_000_000))
