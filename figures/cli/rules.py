"""Commands on the rules themselves: what they are, how well they read."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from figures.errors import FiguresError


@click.command()
@click.argument("gold", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--report", type=click.Path(path_type=Path), help="Write the scorecard here (Markdown)."
)
@click.option(
    "--floors", type=click.Path(path_type=Path), help="Fail below the floors of this file."
)
@click.option("--pin", is_flag=True, help="Raise the floors to where the figures stand now.")
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


@click.command()
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
