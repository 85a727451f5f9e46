"""The box of an article, kept apart from its text in the data: read on its own, asked first for the toll."""

import json
from dataclasses import replace

import pytest

from figures.extraction import extract, extract_document
from figures.extraction.tally.toll import tally
from figures.model import Document, Issue
from figures.reading import read_bytes

TEXT = "Lesk flood of 1951\nThe flood killed 12 people in Benin and nine in Togo."


def document(**row: object) -> Document:
    [found] = [
        d for d in read_bytes(json.dumps(row).encode(), "a.jsonl") if isinstance(d, Document)
    ]
    return found


@pytest.mark.parametrize(
    ("box", "ending"),
    [
        ("Deaths: 34", "\n\nInfobox\nDeaths: 34"),
        ("\nDeaths: 34\nMissing: 2\n", "\n\nInfobox\nDeaths: 34\nMissing: 2"),
        ({"Deaths": 34, "Area": "Lesk"}, "\n\nInfobox\nDeaths: 34\nArea: Lesk"),
        ("", ""),
        (" \n", ""),
        ({}, ""),
        (None, ""),
    ],
)
def test_the_box_ends_the_text_which_keeps_its_offsets(box: object, ending: str) -> None:
    assert document(text=TEXT, infobox=box).text == TEXT + ending


@pytest.mark.parametrize("box", [7, True, ["Deaths: 34"], {"Deaths": ["34"]}])
def test_a_box_that_cannot_be_read_is_an_issue(box: object) -> None:
    row = json.dumps({"text": TEXT, "infobox": box}).encode()
    found = list(read_bytes(row, "a.jsonl"))
    assert [d.text for d in found if isinstance(d, Document)] == [TEXT]
    assert [i.what for i in found if isinstance(i, Issue) and "`infobox`" in i.what]


def test_text_and_box_are_read_apart() -> None:
    alone = extract(TEXT)
    box = "Date: 2 May 1951 – 5 May 1951\nLocation: Accra, Ghana\nDeaths: 34\nMissing: 2"
    both = extract(f"{TEXT}\n\nInfobox\n{box}")
    assert [replace(f, id="") for f in both[: len(alone)]] == [replace(f, id="") for f in alone]
    told = [(f.category, f.value, f.place, f.part_of) for f in both[len(alone) :]]
    assert told == [("killed", 34, "Accra", None), ("missing", 2, "Accra", None)]
    assert {(f.earliest, f.latest) for f in both[len(alone) :]} == {("1951-05-02", "1951-05-05")}


@pytest.mark.parametrize(
    ("labels", "place", "earliest", "latest"),
    [
        ("Formed: May 2, 1951\nDissipated: May 9, 1951", None, "1951-05-02", "1951-05-09"),
        ("Date(s): May 2, 1951 (1951-05-02) -May 9, 1951", None, "1951-05-02", "1951-05-09"),
        ("Start date: 2 May 1951\nEnd date: 9 May 1951", None, "1951-05-02", "1951-05-09"),
        ("Areas affected: Togo", "Togo", None, None),
        ("Areas affected: Benin, Togo, Gulf of Guinea", None, None, None),
        ("Location: Benin\nTogo\nGhana", None, None, None),
        ("Location: BeninTogo", None, None, None),
        ("Cause: a storm off Togo on 3 May 1950", None, None, None),
    ],
)
def test_labels_tell_where_and_when(
    labels: str, place: str | None, earliest: str | None, latest: str | None
) -> None:
    figure = extract(f"{TEXT}\n\nInfobox\n{labels}\nDeaths: 34")[-1]
    assert (figure.value, figure.place) == (34, place)
    assert (figure.earliest, figure.latest) == (earliest, latest)


def test_a_label_without_a_colon_tells_no_place() -> None:
    [figure] = extract("It rained.\n\nInfobox\nDeaths: 34\nLocation (about) Togo")
    assert (figure.value, figure.place) == (34, None)


def test_a_count_with_a_date_of_its_own_keeps_it() -> None:
    box = "Date: 2 May 1951\nDeaths: 34 on 3 June 1951"
    assert extract(f"{TEXT}\n\nInfobox\n{box}")[-1].earliest == "1951-06-03"


@pytest.mark.parametrize(
    ("box", "killed"),
    [
        ("Deaths: 34", 34),
        ("Deaths: at least 34\n30 in Togo\n3 in Ghana", 34),
        ("Fatalities: 30 direct, 4 indirect", 34),
        ("Fatalities: 34 confirmed, 2 missing", 34),
        ("Deaths: Unknown", 21),
        ("Non-fatal injuries: 7", 21),
        ("Cause: the storm that killed 90", 21),
    ],
)
def test_the_box_tells_the_toll_where_it_tells_one(box: str, killed: int) -> None:
    body = "\n\nBackground\nIt had rained for two weeks before.\n\nImpact\nIn Togo, nine died.\n"
    extraction = extract_document(Document("a", f"{TEXT}{body}\n\nInfobox\n{box}"))
    assert {t.category: t.best for t in tally(extraction)}["killed"] == killed


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Deaths: 34\n30 in Togo[1]\n4 in Ghana", [(34, False), (30, True), (4, True)]),
        (
            "Deaths: at least 34\n22 in Togo and Ghana[2]8 in Benin[3] 3 in Mali",
            [(34, False), (22, True), (8, True), (3, True)],
        ),
        (
            "Deaths: 34\n30 in the Republic of Benin, 4 in Mali",
            [(34, False), (30, True), (4, True)],
        ),
        (
            "Deaths: 34\nA fire broke out in Togo.\n30 in Togo",
            [(34, False)],
        ),  # another sentence between
        ("Deaths: 34\n90 in Togo", [(34, False)]),  # more than the whole
        ("Deaths: 34\nMissing: 7", [(34, False), (7, False)]),  # no part of the dead
        ("Deaths: 34\nHomes: 7", [(34, False)]),
        ("Deaths: 34 in Togo\n4 in Ghana", [(34, False)]),  # others, beside those in Togo
        ("Deaths: 34 in total\n4 in Ghana", [(34, False), (4, True)]),
        ("Deaths: 34\n4 in Togo and nearby hamlets", [(34, False)]),
    ],
)
def test_lines_under_a_label_are_its_parts(text: str, figures: list[tuple[int, bool]]) -> None:
    assert [(f.value, f.part_of is not None) for f in extract(text)] == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Fatalities: 16 deaths1 missing",
            [("killed", 16), ("missing", 1)],
        ),  # a line's end was lost
        ("Casualties: 12 killed34 injured", [("killed", 12), ("injured", 34)]),
        ("Fatalities: 138 (+58 missing)", [("killed", 138), ("missing", 58)]),
        ("Fatalities: 7 confirmed, 3 missing", [("killed", 7), ("missing", 3)]),
        ("Fatalities: 7 reported", [("killed", 7)]),
        ("Fatalities: >=147", [("killed", 147)]),
        (
            "Structures destroyed: 31 homes, 12 barns",
            [("buildings_destroyed", 31), ("buildings_destroyed", 12)],
        ),
        ("Deaths: 30 [1], 7 missing [2](as of 9 May)", [("killed", 30), ("missing", 7)]),
        # and what looks like it
        ("Structures destroyed: 31 homes, 12 cars", [("buildings_destroyed", 31)]),
        ("Twelve died of COVID19 last week.", [("killed", 12)]),
        ("Call +58 1212 if you saw who died.", []),
    ],
)
def test_labels_of_boxes(text: str, figures: list[tuple[str, int]]) -> None:
    assert [(f.category, f.value or f.low) for f in extract(text)] == figures


def test_a_round_of_the_event_is_not_the_whole() -> None:
    lead = "2008 Lesk floods\nThe first round of floods killed 93 people. A second wave in June killed 55."
    body = "\n\nBackground\nIt had rained for weeks.\n\nImpact\nBy the end of it, 252 people had been killed.\n"
    extraction = extract_document(Document("a", lead + body))
    assert {t.category: t.best for t in tally(extraction)} == {"killed": 252}


def test_rounds_that_no_other_count_holds_are_told() -> None:
    lead = "2008 Lesk floods\nThe first round of floods killed 93 people."
    body = "\n\nBackground\nIt had rained for weeks.\n\nImpact\nA bridge fell, and three people drowned.\n"
    extraction = extract_document(Document("a", lead + body))
    assert {t.category: t.best for t in tally(extraction)} == {"killed": 93}
