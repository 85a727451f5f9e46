"""The examples: read without an issue, of the length of news, and showing what their README says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from figures.model import Document, Issue
from figures.reading import read

EXAMPLES = Path(__file__).parent.parent / "examples"


@pytest.fixture(scope="module")
def reports() -> dict[str, Document]:
    parts = list(read([str(EXAMPLES)]))
    assert [part for part in parts if isinstance(part, Issue)] == []
    return {part.name: part for part in parts if isinstance(part, Document)}


def test_there_are_enough_reports_in_all_formats(reports: dict[str, Document]) -> None:
    assert len(reports) >= 18
    assert {report.raw.format for report in reports.values() if report.raw} == {
        "text",
        "html",
        "json",
    }
    assert len({report.publisher for report in reports.values() if report.publisher}) >= 5


def test_reports_are_as_long_as_news(reports: dict[str, Document]) -> None:
    lengths = {name: len(report.text.split()) for name, report in reports.items()}
    assert {name: length for name, length in lengths.items() if not 120 <= length <= 350} == {}


def test_all_but_one_report_are_dated(reports: dict[str, Document]) -> None:
    undated = [name for name, report in reports.items() if report.published_on is None]
    assert undated == ["mykolaiv/administration-building.txt"]


def test_the_readme_lists_every_report_and_no_other(reports: dict[str, Document]) -> None:
    readme = (EXAMPLES / "README.md").read_text()
    rows = [line.split("|")[1] for line in readme.splitlines() if line.startswith("| `")]
    listed = {name for row in rows for name in re.findall(r"`([^`]+)`", row)} - {"bulletins.jsonl"}
    assert listed == set(reports)


def test_pages_give_their_article_alone(reports: dict[str, Document]) -> None:
    for report in reports.values():
        for around in ("Most read", "most read", "Subscribe", "©", "52,000", "Home ", "<"):
            assert around not in report.text, report.name


SHOWN = {
    "mykolaiv/administration-building.txt": "at least 12 people|injured 20 more|Ukrainian officials",
    "mykolaiv/talks-and-losses.txt": "at least 12 people and injured 33|Nearly 4 million people|"
    "since 24 February|Thousands may have died",
    "rdb-2022-0330": "At least 12 people|33 were wounded",
    "mozambique-flood/first-day.txt": "Nine people|Thirty people are missing",
    "mozambique-flood/second-day.html": "rose to 14|up from nine|Three children|"
    "900 families (4,500 people)|18,000 hectares|240 tonnes",
    "mozambique-flood/third-day.html": "Twenty-one people|Seventeen more|$4.2 million",
    "others/gao-air-strike.txt": "denied that 45 civilians|including nine children",
    "others/gdansk-warehouse.txt": "no immediate reports of casualties",
    "others/hachinohe-tremor.txt": "no casualties|No one was hurt",
    "baidoa-bombing/wire.txt": "A similar blast|30 soldiers",
    "1207": "88 new cases",
}


@pytest.mark.parametrize("name", SHOWN)
def test_reports_show_what_they_are_for(reports: dict[str, Document], name: str) -> None:
    missing = [words for words in SHOWN[name].split("|") if words not in reports[name].text]
    assert missing == []


def test_one_text_is_printed_by_two_publishers(reports: dict[str, Document]) -> None:
    first = reports["flores-earthquake/harbour-times.html"]
    second = reports["flores-earthquake/inland-courier.html"]
    assert first.publisher != second.publisher
    assert first.text != second.text
    shared = set(first.text.split("\n\n")) & set(second.text.split("\n\n"))
    assert len(shared) >= 3
