"""Commands on a database: how a figure was read, whether all is as derived, rulings, reports, sums."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import click

from figures.cli.options import audits_option, database


@click.command()
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


@click.command()
@database
@audits_option
@click.option("--since", metavar="DATE", help="Only conflicts with a report of this day or later.")
def report(db: Path, audits: Path | None, since: str | None) -> None:
    """Print the conflict report as CSV. It goes to the audits folder too, where there is one.

    \b
    Example:
      figures report --since 2024-05-01 > conflicts.csv
    """
    from figures.pipeline import audits_of
    from figures.publishing.report import conflict_report, write_conflicts
    from figures.store import Store

    folder = audits_of(db, audits)
    with Store(db, create=False) as store:
        click.echo(conflict_report(store, since), nl=False)
        if folder is not None:
            write_conflicts(store, folder)


@click.command()
@click.option("--by", type=click.Choice(["country", "admin1", "month", "year", "kind", "incident"]),
              help="A total for each.")  # fmt: skip
@click.option("--to", type=click.Choice(["table", "csv"]), default="table", show_default=True)
@click.option(
    "--left-out", is_flag=True, help="With csv: the tolls left out, each with the reason."
)
@database
def total(by: str | None, to: str, left_out: bool, db: Path) -> None:
    """Add up the tolls of all incidents, nobody twice, and say what was left out and why.

    \b
    Example:
      figures total --by country
    """
    from figures.publishing import totals
    from figures.publishing.cells import to_csv
    from figures.store import Store

    if left_out and (to != "csv" or by):
        raise click.UsageError("--left-out goes with --to csv, and without --by")
    with Store(db, create=False) as store:
        if left_out:
            click.echo(to_csv(totals.LEFT_OUT, totals.left_out(store)), nl=False)
        elif to == "csv":
            rows = ({**row, by or "": row["told"]} for row in totals.totals(store, by))
            click.echo(to_csv([*([by] if by else []), *totals.COLUMNS], rows), nl=False)
        else:
            for line in totals.lines(store, by):
                click.echo(line)


@click.command()
@database
@audits_option
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to answer at.")
@click.option("--review", is_flag=True, help="Let people read and rule, from this machine alone.")
def serve(db: Path, audits: Path | None, port: int, host: str, review: bool) -> None:
    """Open the database in Datasette.

    With --review, a link is printed that signs in one browser: a queue of figures to read, confirmed,
    corrected, rejected, added by people. Rulings go to the audits folder. See docs/review.md.

    \b
    Example:
      figures serve --port 8001
      figures serve --review
    """
    from figures.pipeline import audits_of
    from figures.publishing import serving
    from figures.store import Store

    if not review:
        Store(db, create=False).close()  # or says why it cannot be opened
        with serving.listening(port, host) as on, suppress(KeyboardInterrupt):
            serving.serve(serving.site(db), on, _say_address)
        return
    from figures.review import server

    folder = server.check(db, audits_of(db, audits), host)
    with suppress(KeyboardInterrupt):
        server.serve(db, folder, host, port, _say_link)


def _say_address(address: str) -> None:
    click.echo(f"{address}\nStop with Ctrl+C.")


def _say_link(link: str) -> None:
    click.echo(
        f"Review: open this link once, within the hour, in the browser that shall rule:\n{link}"
    )
    click.echo("Stop with Ctrl+C.")
