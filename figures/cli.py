"""The command line. It composes calls and prints; what things mean is told elsewhere."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from figures.errors import FiguresError, exit_code, in_words

if TYPE_CHECKING:
    from figures.model import Document


class Group(click.Group):
    """Ends every command well: one line for what users can act on, no word about a closed pipe."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)  # in the order of the flow

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError:  # the reader has gone, `| head` say, and wants no more
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except (FiguresError, OSError, sqlite3.Error, KeyboardInterrupt) as error:
            from figures.publishing.cells import visible

            click.echo(visible(f"figures: {in_words(error)}"), err=True)
            ctx.exit(exit_code(error))


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="figures")
def main() -> None:
    """Casualty and humanitarian figures out of reports, each with its proof.

    \b
    Example:
      figures pipeline reports/ && figures report
    """
    for stream in (sys.stdout, sys.stderr):  # what is printed is UTF-8 wherever it goes
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


paths_argument = click.argument("paths", nargs=-1, metavar="[PATH|-]...")
from_option = click.option(
    "--from", "format", default="auto", show_default=True, metavar="FORMAT",
    help="What the input is: auto, text, html, pdf, jsonl, json.",
)  # fmt: skip
database = click.option(
    "--db", type=click.Path(path_type=Path, dir_okay=False), default=Path("db/figures.db"),
    show_default=True, help="The database.",
)  # fmt: skip
audits_option = click.option(
    "--audits", type=click.Path(path_type=Path, file_okay=False),
    help="Folder of rulings and reports [audits/ with the default --db, else none].",
)  # fmt: skip


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


@main.command()
@paths_argument
@from_option
@database
@audits_option
@click.option("--codebook", default="default", metavar="NAME", help="How claims become one count.")
@click.option("--workers", default="1", show_default=True, metavar="N", help="Processes.")
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


@main.command()
@paths_argument
@from_option
@click.option("--to", type=click.Choice(["table", "jsonl", "csv"]), default="table")
@click.option("--published", metavar="DATE", help="When published, where the input does not tell.")
@click.option("--named", is_flag=True, help="Also victims known by name or description alone.")
def extract(paths: Sequence[str], format: str, to: str, published: str | None, named: bool) -> None:
    """Print the figures of texts; touches no database.

    \b
    Example:
      echo "At least 12 people were killed." | figures extract -
    """
    from figures.extraction import extract_document
    from figures.publishing import tables

    shown: list[dict[str, Any]] = []
    for n, document in enumerate(_read(paths, format, published)):
        rows = tables.figure_rows(extract_document(document), named=named)
        if to == "jsonl":
            click.echo(tables.jsonl(rows), nl=False)
        elif to == "csv":
            click.echo(tables.csv(rows, header=n == 0), nl=False)
        else:
            shown += rows
    if to == "table":
        tables.show(shown)


@main.command()
@paths_argument
@from_option
def tally(paths: Sequence[str], format: str) -> None:
    """Print each document's own toll, a line a category, as JSON.

    \b
    Example:
      figures tally reports/
    """
    from figures.extraction import extract_document
    from figures.extraction.tally import tally as toll
    from figures.publishing import tables

    for document in _read(paths, format):
        click.echo(tables.jsonl(map(tables.tally_row, toll(extract_document(document)))), nl=False)


@main.command()
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


@main.command()
@click.argument("figure", required=False)
@click.option("--trace", metavar="TEXT", help="Show instead what each stage makes of a text.")
@database
def explain(figure: str | None, trace: str | None, db: Path) -> None:
    """Show a figure's quote in context and every step that read it.

    FIGURE is its id, or as much of the beginning as no other has.

    \b
    Example:
      figures explain --trace "Two soldiers and a child were killed."
      figures explain 3f2a
    """
    from figures.publishing import tables

    if trace is not None and figure is None:
        from figures.extraction.trace import trace as stages

        click.echo(tables.plain_lines(stages(trace)), nl=False)
    elif figure is not None and trace is None:
        from figures.audit.explain import explain as steps
        from figures.store import Store

        with Store(db, create=False) as store:
            click.echo(tables.explanation(steps(store, figure)), nl=False)
    else:
        raise click.UsageError("name a FIGURE, or give --trace TEXT")


@main.command()
@database
@audits_option
def verify(db: Path, audits: Path | None) -> None:
    """Derive every row anew from the archived bytes and compare.

    Exit 0: all as derived; 1: a difference, each named; 3: made with other rules.

    \b
    Example:
      figures verify --db figures.db
    """
    from figures import pipeline as stages
    from figures.audit.verify import verify as check
    from figures.publishing.tables import verdict_lines
    from figures.store import Store

    with Store(db, create=False) as store:
        verdict = check(store, stages.audits_of(db, audits), stages.conclude)
    click.echo(verdict_lines(verdict), nl=False)
    sys.exit(verdict.code)


@main.command()
@click.argument("figure")
@click.argument("ruling", type=click.Choice(["confirm", "correct", "reject", "unsure"]))
@click.option("--by", required=True, metavar="NAME", help="Who decides.")
@click.option("--reason", required=True, metavar="WORDS", help="Why.")
@click.option("--low", metavar="NUMBER", help="Corrected lower bound, or `open`.")
@click.option("--high", metavar="NUMBER", help="Corrected upper bound, or `open`.")
@click.option("--category", metavar="NAME", help="Corrected category.")
@database
@audits_option
def decide(
    figure: str, ruling: str, by: str, reason: str, low: str | None, high: str | None,
    category: str | None, db: Path, audits: Path | None,
) -> None:  # fmt: skip
    """Record a person's decision on a figure. What the program read stays beside it.

    \b
    Example:
      figures decide 3f2a correct --low 12 --high 12 --by "A. Editor" --reason "the ministry's list"
    """
    from figures import pipeline as stages
    from figures.audit import decide as deciding
    from figures.publishing.report import write_conflicts
    from figures.store import Store

    change = deciding.change(low=low, high=high, category=category)
    folder = stages.audits_of(db, audits)
    with Store(db, create=False) as store:
        rulings = deciding.decide(
            store, figure, ruling, by=by, reason=reason, change=change, audits=folder
        )
        stages.conclude(store, rulings)
        if folder is not None:
            write_conflicts(store, folder)
    click.echo(f"ruling {rulings[-1].id}: {ruling}, written to {folder or db}")


@main.command()
@database
@audits_option
def report(db: Path, audits: Path | None) -> None:
    """Print the conflict report as CSV. It goes to the audits folder too, where there is one.

    \b
    Example:
      figures report > conflicts.csv
    """
    from figures.pipeline import audits_of
    from figures.publishing.report import conflict_report, write_conflicts
    from figures.store import Store

    folder = audits_of(db, audits)
    with Store(db, create=False) as store:
        click.echo(conflict_report(store), nl=False)
        if folder is not None:
            write_conflicts(store, folder)


@main.command()
@click.argument("format", type=click.Choice(["jsonl", "csv"]), metavar="jsonl|csv")
@database
def export(format: str, db: Path) -> None:
    """Print all figures as published, the machine's reading beside.

    \b
    Example:
      figures export jsonl > figures.jsonl
    """
    from figures.publishing.export import export as lines
    from figures.store import Store

    with Store(db, create=False) as store:
        for line in lines(store, format):
            click.echo(line, nl=False)


@main.command()
@click.argument("folder", metavar="DIR")
def publish(folder: str) -> None:
    """Make an immutable site of the database (comes later).

    \b
    Example:
      figures publish site/
    """
    raise FiguresError("publish comes with a later version; `figures serve` shows the database")


@main.command()
@database
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True)
def serve(db: Path, port: int) -> None:
    """Open the database in Datasette.

    \b
    Example:
      figures serve --port 8001
    """
    from figures.publishing.site_folder import command
    from figures.store import Store

    Store(db, create=False).close()  # or says why it cannot be opened
    os.execvp(sys.executable, command(db, port))  # noqa: S606


@main.command()
@click.argument("gold", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--report", type=click.Path(path_type=Path), help="Write the scorecard here (Markdown)."
)
@click.option(
    "--floors", type=click.Path(path_type=Path), help="Fail below the floors of this file."
)
@click.option("--pin", is_flag=True, help="Set the floors anew where the figures stand now.")
def evaluate(gold: Sequence[Path], report: Path | None, floors: Path | None, pin: bool) -> None:
    """Measure accuracy on gold data. A file or folder, scored by the scorer that comes with it.

    \b
    Example:
      figures evaluate gold/dev --report audits/accuracy.md --floors audits/floors.json
    """
    from figures.audit.scorecard import evaluate as measure

    tell = partial(click.echo, err=True)
    card = measure(gold, report=report, floors=floors, pin=pin, progress=tell)
    click.echo("\n".join(card.lines()))
    sys.exit(0 if card.passed else 1)


@main.command()
@click.argument("name", required=False)
def categories(name: str | None) -> None:
    """List the categories, or show one with its words and examples.

    \b
    Example:
      figures categories killed
    """
    from figures.categories import categories as all_categories

    found = all_categories()
    if name is None:
        for category in found.values():
            click.echo(f"{category.name:20} {category.label}")
    elif name not in found:
        raise FiguresError(f"{name}: no such category; `figures categories` lists them")
    else:
        click.echo(found[name].source, nl=False)
