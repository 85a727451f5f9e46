"""Commands that put figures before others, and prove what was put there: export, publish, verify."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from figures.cli.options import about_options, audits_option, database


@click.command()
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--archive", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False),
              help="With DIR: the database of which it was published.")  # fmt: skip
@database
@audits_option
def verify(folder: Path | None, archive: Path | None, db: Path, audits: Path | None) -> None:
    """Derive every row anew from the archived bytes and compare; or prove a published folder.

    With DIR, which `figures publish` made: whether it says what the archive says, but for what it
    declares to have left out or hidden.

    Exit 0: all as derived; 1: a difference, each named; 3: made with other rules, or DIR of an
    earlier state of the archive.

    \b
    Example:
      figures verify --db figures.db
      figures verify site/ --archive db/figures.db
    """
    from figures import pipeline as stages
    from figures.audit import published
    from figures.audit.verify import verify as check
    from figures.conclusions import conclude
    from figures.publishing.tables import verdict_lines
    from figures.store import Store

    if folder is None and archive is not None:
        raise click.UsageError(
            "--archive goes with DIR; `figures verify --db FILE` checks a database"
        )
    with Store(archive or db, create=False) as store:
        if folder is not None:
            verdict = published.verify(folder, store, conclude)
        else:
            verdict = check(store, stages.audits_of(db, audits), conclude)
    told = published.AS_PUBLISHED if folder is not None else None
    click.echo(verdict_lines(verdict, told), nl=False)
    sys.exit(verdict.code)


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--text", default="sentences", show_default=True,
              type=click.Choice(["sentences", "quotes", "none", "full"]),
              help="What of the reports: sentences that hold a figure, a figure's words, nothing, all.")  # fmt: skip
@click.option("--names", is_flag=True, help="With the names of victims, which are hidden else.")
@click.option("--only", type=click.Choice(["read", "seconded"]),
              help="Only figures that a person has read, or on which two agree.")  # fmt: skip
@about_options
@database
def publish(
    folder: Path, text: str, names: bool, only: str | None, db: Path, **about: str | None
) -> None:  # fmt: skip
    """Write a folder for the public: the pages and a database that cannot be changed, without the articles.

    `datasette DIR` serves it as it is, wherever Datasette runs; this program need not be there.

    \b
    Example:
      figures publish site/ --license "CC BY 4.0"
      datasette site/
    """
    from figures.conclusions import conclude
    from figures.publishing.about import About
    from figures.publishing.public.folder import publish as write
    from figures.publishing.public.terms import Terms
    from figures.store import Store

    terms = Terms(text, names, only)
    with Store(db, create=False) as store:
        write(
            store,
            folder,
            terms,
            conclude,
            About(**about),
            lambda what: click.echo(f"writing {what} …", err=True),
        )
    click.echo(f"{folder}: published. {terms.in_words()}")
    click.echo(f"look at it: datasette {folder}")


@click.command()
@click.argument("format", required=False)
@click.option("--format", "named", metavar="FORMAT", help="The same as FORMAT.")
@click.option("--out", metavar="PATH", type=click.Path(path_type=Path),
              help="Where it goes, a file or (datapackage) a folder; else it is printed.")  # fmt: skip
@click.option("--closed", is_flag=True, help="With the words of reports whose access is not open.")
@click.option("--names", is_flag=True, help="With the names of victims, which are hidden else.")
@click.option("--only", type=click.Choice(["read", "seconded"]),
              help="Only figures that a person has read, or on which two agree.")  # fmt: skip
@click.option("--base", metavar="URL", default="", help="Where the pages are, for links to them.")
@about_options
@database
def export(
    format: str | None, named: str | None, out: Path | None, names: bool, closed: bool, only: str | None,
    base: str, db: Path, **about: str | None,
) -> None:  # fmt: skip
    """Write all figures as published, the machine's reading beside, for others to work on with.

    FORMAT is csv, jsonl, parquet, xlsx, ged (deaths in the columns of UCDP GED), geojson (incidents with
    tolls), annotations (W3C Web Annotation), prov (W3C PROV-O) or datapackage (Frictionless).

    \b
    Example:
      figures export jsonl > figures.jsonl
      figures export datapackage --out package/ --license "CC BY 4.0"
    """
    from figures.conclusions import conclude
    from figures.publishing import export as exports
    from figures.publishing.about import About
    from figures.publishing.public.reviewed import database_of
    from figures.store import Store

    if (format is None) == (named is None):
        raise click.UsageError(f"name one FORMAT: {', '.join(exports.FORMATS)}")
    wanted = format or named or ""
    if wanted not in exports.FORMATS:
        raise click.UsageError(f"no format {wanted!r}; there are {', '.join(exports.FORMATS)}")
    if out is None and not exports.is_text(wanted):
        raise click.UsageError(
            f"{wanted} is no text to be printed: name where it goes with --out PATH"
        )
    with Store(db, create=False) as store, database_of(store, only, conclude) as chosen:
        source = exports.Source(chosen, names=names, closed=closed, about=About(**about), base=base)
        if out is None:
            for line in exports.lines(source, wanted):
                click.echo(line, nl=False)
        else:
            click.echo(f"{exports.write(source, wanted, out)}: written")
