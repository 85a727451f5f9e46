"""Commands on texts: from articles to a database, or to the screen."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from figures.cli.options import audits_option, database, from_option, paths_argument, workers_option
from figures.errors import FiguresError

if TYPE_CHECKING:
    from figures.model import Document

T = TypeVar("T")


def _read(paths: Sequence[str], format: str, published: str | None = None) -> Iterator[Document]:
    """The documents of the paths, without any those of standard input; issues go to standard error."""
    from figures.model import Issue
    from figures.publishing.tables import issue_line
    from figures.reading import read

    if not paths and sys.stdin.isatty():
        raise click.UsageError("name a PATH, or - for standard input")
    documents = issues = 0
    for item in read(paths or ["-"], format, published):
        if isinstance(item, Issue):
            click.echo(issue_line(item), err=True)
            issues += 1
        else:
            documents += 1
            yield item
    if issues and not documents:
        raise FiguresError("nothing could be read; `figures extract --help` says what is")


@dataclass(frozen=True)
class _Rows:
    """What `extract` prints of a document, made in the process that reads it."""

    to: str
    named: bool

    def __call__(self, document: Document) -> Any:
        from figures.extraction import extract_document
        from figures.publishing import tables

        rows = tables.figure_rows(extract_document(document), named=self.named)
        return tables.jsonl(rows) if self.to == "jsonl" else rows


def _tally(document: Document) -> str:
    """What `tally` prints of a document."""
    from figures.extraction import extract_document
    from figures.extraction.tally.toll import tally as toll
    from figures.publishing import tables

    return tables.jsonl(map(tables.tally_row, toll(extract_document(document))))


def _each(
    paths: Sequence[str], documents: Iterator[Document], workers: str, make: Callable[[Document], T]
) -> Iterator[T]:
    """What is made of each document; of those from a pipe one by one, unless several processes are asked for."""
    from figures import scale
    from figures.model import Issue
    from figures.publishing.tables import issue_line
    from figures.scale.processes import extract_all

    asked = scale.workers(workers)
    if asked == scale.AUTO and (not paths or "-" in paths):
        asked = 1
    for made in extract_all(documents, asked, make):
        if isinstance(made, Issue):
            click.echo(issue_line(made), err=True)
        else:
            yield made


@click.command()
@paths_argument
@from_option
@database
@audits_option
@click.option("--codebook", default="default", metavar="NAME", help="How claims become one count.")
@workers_option
@click.option("--strict", is_flag=True, help="Stop at the first input that cannot be read.")
def pipeline(
    paths: Sequence[str], format: str, db: Path, audits: Path | None, codebook: str, workers: str,
    strict: bool,
) -> None:  # fmt: skip
    """Read, extract, store, compare, and write the conflict report.

    Without a PATH: the examples that come with the program. Run again, it does only what is new.

    \b
    Example:
      figures pipeline reports/ --workers 2
    """
    from figures import pipeline as stages
    from figures import scale
    from figures.publishing.progress import bar
    from figures.publishing.tables import issue_line

    with bar() as progress:
        summary = stages.run(
            paths, format=format, db=db, audits=audits, codebook=codebook,
            workers=scale.workers(workers), strict=strict, progress=progress,
        )  # fmt: skip
    for issue in summary.issues:
        click.echo(issue_line(issue), err=True)
    told = (
        f"read: documents {summary.documents}, new {summary.new}, issues {len(summary.issues)}\n"
        f"{db}: figures {summary.figures}, incidents {summary.incidents}, open conflicts {summary.conflicts}"
    )
    click.echo("\n".join([*summary.messages, told]))


@click.command()
@paths_argument
@from_option
@click.option("--to", type=click.Choice(["table", "jsonl", "csv"]), default="table")
@click.option("--published", metavar="DATE", help="When published, where the input does not tell.")
@click.option("--named", is_flag=True, help="Also victims known by name or description alone.")
@workers_option
def extract(
    paths: Sequence[str], format: str, to: str, published: str | None, named: bool, workers: str
) -> None:
    """Print the figures of texts; touches no database.

    \b
    Example:
      echo "At least 12 people were killed." | figures extract -
    """
    from figures.publishing import tables

    shown: list[dict[str, Any]] = []
    found = _each(paths, _read(paths, format, published), workers, _Rows(to, named))
    for n, rows in enumerate(found):
        if to == "jsonl":
            click.echo(rows, nl=False)
        elif to == "csv":
            click.echo(tables.csv(rows, header=n == 0), nl=False)
        else:
            shown += rows
    if to == "table":
        tables.show(shown)


@click.command()
@paths_argument
@from_option
@workers_option
def tally(paths: Sequence[str], format: str, workers: str) -> None:
    """Print each document's own toll, a line a category, as JSON.

    \b
    Example:
      figures tally reports/
    """
    for lines in _each(paths, _read(paths, format), workers, _tally):
        click.echo(lines, nl=False)


@click.command()
@click.argument("text", metavar="TEXT|-")
@click.option("--from", "format", metavar="FORMAT", help="The argument is a PATH of this format.")
def numbers(text: str, format: str | None) -> None:
    """Print the numbers read in a text, untyped, as JSON.

    \b
    Example:
      figures numbers "between 20 and 33 people"
    """
    from figures.extraction.numbers.grammar import read_numbers
    from figures.model import Document
    from figures.publishing import tables

    a_path = format is not None or text == "-"
    for document in _read([text], format or "text") if a_path else [Document("text", text)]:
        rows = (tables.number_row(number, document) for number in read_numbers(document.text))
        click.echo(tables.jsonl(rows), nl=False)
