"""Figures as people and programs read them: lines of JSON, CSV, a table on the terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from figures.categories import ORDER
from figures.model import Document, Extraction, Figure, Issue, Number, Tally
from figures.publishing.cells import complaint, json_line, to_csv, visible

if TYPE_CHECKING:
    from figures.audit.explain import Explanation
    from figures.audit.verify import Verdict

# The fields of a figure as printed, in the order of docs/figure-record.md.
FIELDS = (
    "id document category quote start end reported number_start number_end"
    " sentence sentence_start sentence_end value low high qualifier counted unit subject groups"
    " status scope since stock_or_flow basis part_of adds_to restates"
    " attributed_to attribution_kind via caveat"
    " place place_name admin1 country latitude longitude place_precision gazetteer_id"
    " earliest latest date_precision as_of as_of_precision background rule"
).split()

# The columns of the table, each with the width beyond which its cells are cut.
_COLUMNS = {
    "category": 19,
    "count": 25,
    "quote": 36,
    "status": 12,
    "attributed_to": 30,
    "place": 20,
    "document": 28,
}


def figure_row(figure: Figure, document: str) -> dict[str, Any]:
    """A figure as a mapping in the order of `FIELDS`; ``document`` is the name of its document."""
    row = {name: document if name == "document" else getattr(figure, name) for name in FIELDS}
    row["groups"] = list(figure.groups)
    return row


def figure_rows(extraction: Extraction, *, named: bool = False) -> list[dict[str, Any]]:
    """The figures of a document as printed; victims known by name alone only where ``named``."""
    figures = [f for f in extraction.figures if named or f.counted != "named"]
    return [figure_row(f, extraction.document.name) for f in in_order(figures)]


def tally_row(tally: Tally) -> dict[str, Any]:
    """A line of `figures tally`."""
    return {f.name: getattr(tally, f.name) for f in fields(tally)}


def number_row(number: Number, document: Document) -> dict[str, Any]:
    """A line of `figures numbers`."""
    return {
        "document": document.name,
        "start": number.start,
        "end": number.end,
        "quote": document.text[number.start : number.end],
        "value": number.value,
        "low": number.low,
        "high": number.high,
        "qualifier": number.qualifier,
    }


def in_order(figures: Iterable[Figure]) -> list[Figure]:
    """By number_start, then by the order of the categories (`figures.categories.ORDER`)."""
    order = {name: place for place, name in enumerate(ORDER)}
    return sorted(
        figures, key=lambda f: (f.number_start, order.get(f.category, len(order)), f.category)
    )


def jsonl(rows: Iterable[dict[str, Any]]) -> str:
    """One JSON object a line."""
    return "".join(map(json_line, rows))


def csv(rows: Iterable[dict[str, Any]], *, header: bool = True) -> str:
    """The rows of figures as CSV with safe cells."""
    return to_csv(FIELDS, rows, header=header)


def count(low: float | None, high: float | None, qualifier: str | None = None) -> str:
    """Bounds in a few plain words.

    >>> count(12, None), count(None, 4000000), count(3, 9), count(30, 30, "about"), count(0, 0)
    ('at least 12', 'up to 4,000,000', '3 to 9', 'about 30', '0')
    >>> count(2, None, "unspecified"), count(None, None), count(None, 4000000, "nearly")
    ('at least 2', 'not known', 'nearly 4,000,000')
    """
    number = high if low is None else low
    if number is None:
        return "not known"
    words = {"more_than": "more than", "less_than": "fewer than", "nearly": "nearly"}
    if qualifier == "about" and low == high:
        return f"about {number:,}"
    if qualifier in words and None in (low, high):
        return f"{words[qualifier]} {number:,}"
    if high is None:
        return f"at least {number:,}"
    if low is None:
        return f"up to {number:,}"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def table(rows: Sequence[dict[str, Any]]) -> str:
    """The figures as a plain table, a line each, cut to what is readable.

    >>> rows = [{"category": "killed", "low": 2, "high": 2, "qualifier": "exact", "quote": "Two",
    ...          "status": "asserted", "attributed_to": None, "place": None, "document": "a.txt"}]
    >>> print(table(rows), end="")
    category  count  quote  status    attributed_to  place  document
    killed    2      Two    asserted                        a.txt
    """
    lines = [list(_COLUMNS), *map(_cells, rows)]
    widths = [
        min(most, max(len(line[i]) for line in lines)) for i, most in enumerate(_COLUMNS.values())
    ]
    return "".join(
        "  ".join(_cut(cell, w).ljust(w) for cell, w in zip(line, widths, strict=True)).rstrip()
        + "\n"
        for line in lines
    )


def show(rows: Sequence[dict[str, Any]]) -> None:
    """Print the table: drawn to the width of a terminal, plain where it goes elsewhere."""
    if not sys.stdout.isatty():
        sys.stdout.write(table(rows))
        return
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for name in _COLUMNS:
        drawn.add_column(name.replace("_", " "), overflow="fold", no_wrap=name == "category")
    for row in rows:
        drawn.add_row(*(Text(cell) for cell in _cells(row)))
    Console().print(drawn)


def explanation(found: Explanation) -> str:
    """A figure's quote in its sentence, then every step that read it, then the rulings on it."""
    row = found.figure
    read = count(row["machine_low"], row["machine_high"], row["qualifier"])
    told = [row["document"], row["publisher"], row["published_on"]]
    lines = [
        f"{row['id']}  {row['machine_category']}: {read} ({row['qualifier']}, {row['status']})",
        f"{', '.join(filter(None, told))}; characters {row['start']} to {row['end']}",
        "",
        f"  {found.before} >>{found.quote}<< {found.after}",
        "",
    ]
    for number, step in enumerate(found.steps, 1):
        e = step.evidence
        value = "" if e.value is None else f" = {e.value}"
        lines.append(f"  {number}. {e.field}{value}")
        lines.append(f"     rule {e.rule}, characters {e.start} to {e.end}: “{step.words}”")
    for ruling in found.rulings:
        change = "" if ruling["set"] == "{}" else f" {ruling['set']}"
        stale = ", stale: the figure is read otherwise now" if ruling["stale"] else ""
        said = f"{ruling['ruling']}{change} by {ruling['by']}, {ruling['at']}: {ruling['reason']}"
        lines.append(f"  ruling {ruling['seq']}{stale}: {said}")
    if row["ruled"] == "corrected":
        counted = count(row["low"], row["high"], row["qualifier"])
        lines.append(f"  published as {row['category']}: {counted} ({row['status']})")
    return plain_lines("\n".join(line.replace("\n", " ") for line in lines))


def plain_lines(text: str) -> str:
    """Lines for a terminal: indented as they are, what is invisible in them shown as escapes.

    >>> plain_lines("a\\n  b\\x1b[2J\\n")
    'a\\n  b\\\\x1b[2J\\n'
    """
    return "".join(
        " " * (len(line) - len(line.lstrip(" "))) + visible(line) + "\n"
        for line in text.removesuffix("\n").split("\n")
    )


def issue_line(issue: Issue) -> str:
    """What could not be read, on one line."""
    return complaint(f"figures: {issue.where}: {issue.what}")


def many(number: int, noun: str) -> str:
    """How many there are.

    >>> many(1, "report"), many(2000, "report")
    ('1 report', '2,000 reports')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def verdict_lines(verdict: Verdict, told: str | None = None) -> str:
    """What a verification found: every difference, or that there is none, ``told`` in these words."""
    lines = [str(difference) for difference in verdict.differences] or [
        f"verified: {many(verdict.documents, 'document')}, {many(verdict.figures, 'figure')};"
        f" {told or 'every row is as derived from the archived bytes'}"
    ]
    return "".join(visible(line) + "\n" for line in lines)


def _cells(row: dict[str, Any]) -> list[str]:
    told = {**row, "count": count(row["low"], row["high"], row["qualifier"])}
    return [visible(str(told[name])) if told[name] is not None else "" for name in _COLUMNS]


def _cut(cell: str, width: int) -> str:
    return cell if len(cell) <= width else cell[: width - 1] + "…"
