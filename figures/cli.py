"""The command line. It composes calls and prints; what things mean is told elsewhere."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from figures.errors import FiguresError

if TYPE_CHECKING:
    from figures.model import Document

F = TypeVar("F", bound=Callable[..., Any])
DB = Path("db/figures.db")


class Group(click.Group):
    """Prints what users can act on in one line, and keeps quiet about a closed pipe."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except FiguresError as error:
            click.echo(f"figures: {error}", err=True)
            ctx.exit(1)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            ctx.exit(0)


@click.group(
    cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="figures")
def main() -> None:
    """Casualty and humanitarian figures out of reports, each with its proof.

    \b
    Example:
      figures pipeline reports/ && figures report
    """


def database(command: F) -> F:
    """Adds --db."""
    return click.option(
        "--db", type=click.Path(path_type=Path), default=DB, show_default=True, help="The database."
    )(command)


def audits_option(command: F) -> F:
    """Adds --audits."""
    return click.option(
        "--audits", type=click.Path(path_type=Path), default=None,
        help="Folder of rulings and reports [audits/ with the default --db, else none].",
    )(command)  # fmt: skip


def from_option(command: F) -> F:
    """Adds --from."""
    return click.option(
        "--from", "format", default="auto", show_default=True, metavar="FORMAT",
        help="What the input is: auto, text, html, pdf, jsonl.",
    )(command)  # fmt: skip


def paths_argument(required: bool) -> Callable[[F], F]:
    """PATH…, or - for standard input; a PATH that is not there is a usage error."""

    def check(ctx: click.Context, param: click.Parameter, value: Sequence[str]) -> Sequence[str]:
        for path in value:
            if path != "-" and not Path(path).exists():
                raise click.BadParameter(f"{path}: no such file or folder", ctx=ctx, param=param)
        return value

    return click.argument("paths", nargs=-1, required=required, callback=check, metavar="PATH…")


def _read(paths: Sequence[str], format: str, published: str | None = None) -> Iterator[Document]:
    """The documents of the paths; issues go to standard error."""
    from figures.model import Issue
    from figures.reading import read

    count = 0
    issues: list[Issue] = []
    for item in read(list(paths) or ["-"], format, published):
        if isinstance(item, Issue):
            click.echo(f"figures: {item.where}: {item.what}", err=True)
            issues.append(item)
        else:
            count += 1
            yield item
    if not count and issues:
        raise FiguresError("nothing could be read")


@main.command()
@paths_argument(required=False)
@from_option
@database
@audits_option
@click.option(
    "--codebook",
    default="default",
    show_default=True,
    help="The policy that turns claims into one count.",
)
@click.option(
    "--workers", type=click.IntRange(1, 256), default=1, show_default=True, help="Processes."
)
@click.option(
    "--published", metavar="DATE", help="Date of publication, where the input tells none."
)
@click.option("--strict", is_flag=True, help="Stop at the first input that cannot be read.")
def pipeline(
    paths: Sequence[str],
    format: str,
    db: Path,
    audits: Path | None,
    codebook: str,
    workers: int,
    published: str | None,
    strict: bool,
) -> None:
    """Read, extract, store, compare, and write the conflict report.

    Without a PATH: the examples.

    \b
    Example:
      figures pipeline reports/ --workers 2
    """
    from figures import pipeline as stages
    from figures.publishing.progress import bar

    with bar() as progress:
        summary = stages.run(
            paths, format=format, db=db, audits=audits, codebook=codebook, workers=workers,
            strict=strict, published=published, progress=progress,
        )  # fmt: skip
    for issue in summary.issues:
        click.echo(f"figures: {issue.where}: {issue.what}", err=True)
    for message in summary.messages:
        click.echo(message)
    click.echo(
        f"{summary.documents} documents read, {summary.new} new, {len(summary.issues)} unreadable; "
        f"{summary.figures} figures, {summary.incidents} incidents, {summary.conflicts} open conflicts "
        f"in {db} ({summary.seconds:.1f} s)"
    )


@main.command()
@paths_argument(required=False)
@from_option
@click.option(
    "--to", "to", type=click.Choice(["table", "jsonl", "csv"]), default="table", show_default=True
)
@click.option(
    "--published", metavar="DATE", help="Date of publication, where the input tells none."
)
@click.option("--named", is_flag=True, help="Also victims known by name alone.")
def extract(paths: Sequence[str], format: str, to: str, published: str | None, named: bool) -> None:
    """Print the figures of texts; touches no database.

    \b
    Example:
      echo "At least 12 people were killed." | figures extract -
    """
    from figures.extraction import extract_document
    from figures.publishing import tables

    rows = []
    header = True
    for document in _read(paths, format, published):
        figures = tables.in_order(
            [f for f in extract_document(document).figures if named or f.counted != "named"]
        )
        printed = [tables.figure_row(figure, document.name) for figure in figures]
        if to == "jsonl":
            click.echo(tables.jsonl(printed), nl=False)
        elif to == "csv":
            click.echo(tables.csv(printed, header=header), nl=False)
            header = False
        else:
            rows += printed
    if to == "table":
        tables.show(rows)


@main.command()
@paths_argument(required=False)
@from_option
@click.option(
    "--published", metavar="DATE", help="Date of publication, where the input tells none."
)
def tally(paths: Sequence[str], format: str, published: str | None) -> None:
    """Print each document's own toll, a line a category, as JSON.

    \b
    Example:
      figures tally reports/
    """
    from dataclasses import asdict

    from figures.extraction import extract_document
    from figures.extraction.tally import tally as toll

    for document in _read(paths, format, published):
        for line in toll(extract_document(document)):
            click.echo(json.dumps(asdict(line), ensure_ascii=False))


@main.command()
@click.argument("text")
@click.option(
    "--from",
    "format",
    default=None,
    metavar="FORMAT",
    help="Take the argument for a PATH of this format.",
)
def numbers(text: str, format: str | None) -> None:
    """Print the numbers read in a text, untyped, as JSON.

    \b
    Example:
      figures numbers "between 20 and 33 people"
    """
    from figures.extraction.numbers import read_numbers

    if format is not None:
        if text != "-" and not Path(text).exists():
            raise click.BadParameter(f"{text}: no such file or folder")
        sources = [(d.name, d.text) for d in _read([text], format)]
    else:
        sources = [("-", click.get_text_stream("stdin").read() if text == "-" else text)]
    for name, words in sources:
        for n in read_numbers(words):
            row = {"document": name, "start": n.start, "end": n.end, "quote": words[n.start : n.end],
                   "value": n.value, "low": n.low, "high": n.high, "qualifier": n.qualifier}  # fmt: skip
            click.echo(json.dumps(row, ensure_ascii=False))


@main.command()
@click.argument("figure", required=False)
@click.option("--trace", metavar="TEXT", help="Show what each stage makes of a text instead.")
@database
def explain(figure: str | None, trace: str | None, db: Path) -> None:
    """Show a figure's quote in context and every step that read it.

    \b
    Example:
      figures explain --trace "Two soldiers and a child were killed."
    """
    from figures.publishing.cells import visible

    if trace is not None:
        from figures.extraction.trace import trace as stages

        out = stages(trace)
    elif figure is None:
        raise click.UsageError("name a FIGURE, or give --trace TEXT")
    else:
        from figures.audit.explain import explain as steps
        from figures.store import Store

        with Store(db, create=False) as store:
            out = steps(store, figure)
    for line in out.splitlines():
        indent = len(line) - len(line.lstrip(" "))
        click.echo(" " * indent + visible(line))


@main.command()
@database
@audits_option
def verify(db: Path, audits: Path | None) -> None:
    """Derive every row anew from the archived bytes and compare.

    Exit 0: all as derived; 1: a difference, each named; 3: made with other rules.

    \b
    Example:
      figures verify --db seeds.db
    """
    from figures.audit.verify import verify as check

    verdict = check(db, audits)
    for line in verdict.differences:
        click.echo(line)
    if verdict.code == 0:
        click.echo(
            f"verified: {verdict.documents} documents, {verdict.figures} figures, every row as derived"
        )
    sys.exit(verdict.code)


@main.command()
@click.argument("figure")
@click.argument("ruling", type=click.Choice(["confirm", "correct", "reject", "unsure"]))
@click.option("--by", required=True, help="Who decides.")
@click.option("--reason", required=True, help="Why.")
@click.option("--low", type=float)
@click.option("--high", type=float)
@click.option("--category")
@database
@audits_option
def decide(
    figure: str,
    ruling: str,
    by: str,
    reason: str,
    low: float | None,
    high: float | None,
    category: str | None,
    db: Path,
    audits: Path | None,
) -> None:
    """Record a person's decision on a figure; the machine's reading stays beside it.

    \b
    Example:
      figures decide 3f2a correct --low 12 --high 12 --by "A. Editor" --reason "the ministry's list"
    """
    from figures.audit.decide import decide as rule

    changes = {k: int(v) if isinstance(v, float) and v.is_integer() else v
               for k, v in (("low", low), ("high", high), ("category", category)) if v is not None}  # fmt: skip
    click.echo(rule(figure, ruling, by=by, reason=reason, changes=changes, db=db, audits=audits))


@main.command()
@database
@audits_option
def report(db: Path, audits: Path | None) -> None:
    """Print the conflict report as CSV, and write it to the audits folder where there is one.

    \b
    Example:
      figures report > conflicts.csv
    """
    from figures.pipeline import audits_of
    from figures.publishing import report as conflict_report
    from figures.publishing.cells import to_csv
    from figures.store import Store

    with Store(db, create=False) as store:
        click.echo(to_csv(conflict_report.COLUMNS, conflict_report.conflicts(store)), nl=False)
        folder = audits_of(db, audits)
        if folder is not None:
            conflict_report.write_conflicts(store, folder)


@main.command()
@click.argument("format")
@database
def export(format: str, db: Path) -> None:
    """Print all published figures: jsonl or csv.

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
@click.argument("folder")
def publish(folder: str) -> None:
    """Make an immutable site of the database (not yet: it comes with the publishing work).

    \b
    Example:
      figures publish site/
    """
    raise FiguresError(
        f"{folder}: publish does not exist yet; `figures serve` shows the database as it is"
    )


@main.command()
@database
@click.option("--port", type=int, default=8001, show_default=True)
def serve(db: Path, port: int) -> None:
    """Open the database in Datasette.

    \b
    Example:
      figures serve --port 8001
    """
    from figures.publishing.site_folder import command

    if not db.exists():
        raise FiguresError(f"{db}: no such database; make it with: figures pipeline")
    os.execvp(sys.executable, command(db, port))  # noqa: S606


@main.command()
@click.argument("gold", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--report", type=click.Path(path_type=Path), help="Write the scorecard here, as Markdown."
)
@click.option(
    "--floors", type=click.Path(path_type=Path), help="Fail below the figures of this file."
)
@click.option("--pin", is_flag=True, help="Set the floors anew where the figures stand now.")
def evaluate(gold: Sequence[Path], report: Path | None, floors: Path | None, pin: bool) -> None:
    """Measure accuracy on gold data, a file or a folder, with the scorer that comes with it.

    \b
    Example:
      figures evaluate gold/dev --report audits/accuracy.md --floors audits/floors.json
    """
    from figures.audit.scorecard import evaluate as measure

    def tell(line: str) -> None:
        click.echo(line, err=True)

    card = measure(gold, report=report, floors=floors, pin=pin, progress=tell)
    for line in card.lines():
        click.echo(line)
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
