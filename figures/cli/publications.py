"""Commands that put figures before others, and prove what was put there: export, publish, verify."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from figures.cli.options import audits_option, database


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
@click.option("--title", metavar="WORDS", help="What the site is called.")
@click.option("--source", metavar="WORDS", help="Where the reports come from.")
@click.option("--source-url", metavar="URL")
@click.option("--license", metavar="WORDS", help="On which terms others may use the figures.")
@click.option("--license-url", metavar="URL")
@database
def publish(
    folder: Path, text: str, names: bool, only: str | None, title: str | None, source: str | None,
    source_url: str | None, license: str | None, license_url: str | None, db: Path,
) -> None:  # fmt: skip
    """Write a folder for the public: the pages and a database that cannot be changed, without the articles.

    `datasette DIR` serves it as it is, wherever Datasette runs; this program need not be there.

    \b
    Example:
      figures publish site/ --license "CC BY 4.0"
      datasette site/
    """
    from figures.conclusions import conclude
    from figures.publishing.public.folder import About
    from figures.publishing.public.folder import publish as write
    from figures.publishing.public.terms import Terms
    from figures.store import Store

    terms = Terms(text, names, only)
    about = About(title, source, source_url, license, license_url)
    with Store(db, create=False) as store:
        write(
            store,
            folder,
            terms,
            conclude,
            about,
            lambda what: click.echo(f"writing {what} …", err=True),
        )
    click.echo(f"{folder}: published. {terms.in_words()}")
    click.echo(f"look at it: datasette {folder}")


@click.command()
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
