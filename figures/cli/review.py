"""Commands for people's readings: the queue of figures to read, and what was decided on them."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from figures.cli.options import audits_option, database
from figures.errors import FiguresError

if TYPE_CHECKING:
    from figures.store import Store

_MOST = 50  # wrong lines of a table that are told one by one


@click.command()
@click.option("--which", type=click.Choice(["unread", "read", "seconded"]), default="unread",
              show_default=True, help="Figures that nobody has read, or that want a second person.")  # fmt: skip
@click.option("--limit", type=click.IntRange(1), metavar="N", help="Only the first N.")
@database
def queue(which: str, limit: int | None, db: Path) -> None:
    """Print the figures to read as a table to fill in, those first that need a person most.

    CSV. Fill in `ruling`, `by`, `reason` and any correction, and hand it to `figures decide --from`.

    \b
    Example:
      figures queue --limit 100 > to-read.csv
    """
    from figures.publishing.cells import to_csv
    from figures.review import bulk
    from figures.review.queue import queue as figures_to_read
    from figures.store import Store

    with Store(db, create=False) as store:
        click.echo(to_csv(bulk.COLUMNS, ()), nl=False)
        for row in bulk.to_fill(figures_to_read(store, which, limit), store):
            click.echo(to_csv(bulk.COLUMNS, [row], header=False), nl=False)


@click.command()
@click.argument("about", required=False, metavar="[FIGURE|DOCUMENT]")
@click.argument(
    "ruling",
    required=False,
    type=click.Choice(
        "confirm correct reject unsure second add same not-same copy not-copy stands".split()
    ),
)
@click.option(
    "--with", "other", metavar="FIGURE", help="The other of two: for same, copy, stands, unsure …"
)
@click.option("--by", metavar="NAME", help="Who decides.")
@click.option("--reason", metavar="WORDS", help="Why.")
@click.option("--low", metavar="NUMBER", help="Corrected lower bound, or `open`.")
@click.option("--high", metavar="NUMBER", help="Corrected upper bound, or `open`.")
@click.option("--category", metavar="NAME", help="Corrected category; that of an added figure.")
@click.option("--set", "more", metavar="FIELD=VALUE", multiple=True,
              help="Any other field corrected, more than once; FIELD= leaves it open.")  # fmt: skip
@click.option("--words", metavar="WORDS", help="Of a figure to add: its words in DOCUMENT.")
@click.option("--at", type=click.IntRange(0), metavar="CHARACTER",
              help="Which of the words, where they stand there more than once.")  # fmt: skip
@click.option("--from", "table", metavar="CSV|-", type=click.Path(dir_okay=False, allow_dash=True),
              help="Make all rulings of a table, or none.")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="With --from: check it and write nothing.")
@database
@audits_option
def decide(
    about: str | None, ruling: str | None, other: str | None, by: str | None, reason: str | None,
    low: str | None, high: str | None, category: str | None, more: tuple[str, ...], words: str | None,
    at: int | None, table: str | None, dry_run: bool, db: Path, audits: Path | None,
) -> None:  # fmt: skip
    """Record a person's decision. What the program read stays beside it.

    On a figure: confirm, correct, reject, unsure, or second what another person ruled. On a document:
    add a figure that the rules missed (--words). On two figures (--with): same or not-same incident, copy
    or not-copy of one another's reports, that of two in conflict FIGURE stands, or unsure, which takes
    the last of these back.

    \b
    Example:
      figures decide 3f2a correct --low 12 --high 12 --by "A. Editor" --reason "the ministry's list"
      figures decide 3f2a second --by "B. Editor" --reason "the list says so"
      figures decide a.txt add --words "a family of five" --low 5 --high 5 --category killed --by … --reason …
      figures decide --from rulings.csv --dry-run
    """
    from figures.audit import decide as deciding
    from figures.pipeline import audits_of
    from figures.store import Store

    folder = audits_of(db, audits)
    if table is not None:
        if about or ruling or other or low or high or category or more or words:
            raise click.UsageError("--from takes only --by, --reason and --dry-run with it")
        with Store(db, create=False) as store:
            _from_table(store, table, folder, by, reason, dry_run)
        return
    if about is None or ruling is None:
        raise click.UsageError("name a FIGURE (or DOCUMENT) and a ruling, or give --from CSV")
    if by is None or reason is None:
        raise click.UsageError("a ruling needs --by NAME and --reason WORDS")
    if dry_run:
        raise click.UsageError("--dry-run goes with --from")
    if (words is not None) != (ruling == "add") or (at is not None and ruling != "add"):
        raise click.UsageError("`add` needs --words, and no other ruling takes --words or --at")
    fields = {"low": low, "high": high, "category": category}
    for pair in more:
        name, equals, value = pair.partition("=")
        if not equals:
            raise click.UsageError(f"--set {pair}: say FIELD=VALUE")
        fields[name.strip()] = value
    wanted = deciding.Decision(
        about,
        ruling,
        by,
        reason,
        deciding.change(**fields),
        other=other,
        words=words or "",
        start=at,
    )
    with Store(db, create=False) as store:
        made, everything = deciding.rule(store, [wanted], folder)
        _conclude(store, folder)
        id = made[0].id if made[0] else everything[-1].id
        again = "" if made[0] else ", said before: nothing is added"
        click.echo(f"ruling {id}: {ruling}, written to {folder or db}{again}")
        if note := _contested(store, id):
            click.echo(note)


def _conclude(store: Store, folder: Path | None) -> None:
    from figures.conclusions import catch_up
    from figures.publishing.report import write_conflicts

    catch_up(store, folder)
    if folder is not None:
        write_conflicts(store, folder)


def _contested(store: Store, ruling: str) -> str | None:
    """That another person holds something else, where one does."""
    rows = store.query(
        "SELECT v.figure_id, r.by FROM ruling n JOIN review v ON v.figure_id = n.figure_id AND v.contested"
        " JOIN ruling r ON r.figure_id = n.figure_id AND r.by <> n.by WHERE n.id = ? ORDER BY r.seq DESC",
        (ruling,),
    )
    for row in rows:
        return f"{row['by']} holds something else of figure {row['figure_id']}: both are shown"
    return None


def _from_table(
    store: Store, table: str, folder: Path | None, by: str | None, reason: str | None, dry_run: bool
) -> None:
    from figures.publishing.cells import complaint
    from figures.review.bulk import decide_all

    content = sys.stdin.buffer.read() if table == "-" else Path(table).read_bytes()
    found = decide_all(store, content, table, audits=folder, by=by, reason=reason, dry_run=dry_run)
    if found.wrong:
        for error in found.wrong[:_MOST]:
            click.echo(complaint(f"figures: {error}"), err=True)
        raise FiguresError(f"{table}: {len(found.wrong)} wrong lines; nothing is written")
    if not dry_run:
        _conclude(store, folder)
    new = Counter(ruling.ruling for ruling in found.made if ruling is not None)
    counts = ", ".join(f"{count} {name}" for name, count in sorted(new.items())) or "no ruling"
    known = sum(ruling is None for ruling in found.made)
    parts = [counts, *([f"{known} made before"] if known else []),
             *([f"{found.empty} lines without a ruling"] if found.empty else [])]  # fmt: skip
    done = "would be written" if dry_run else "written"
    click.echo(f"{'; '.join(parts)}: {done} to {folder or store.path}")
