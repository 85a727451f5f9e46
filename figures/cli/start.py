"""One command for people who have a folder of reports and a browser."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--port", type=click.IntRange(0, 65535), default=8001, show_default=True,
              help="Where it answers; a free one if 8001 is taken.")  # fmt: skip
@click.option("--no-browser", is_flag=True, help="Do not open the browser.")
def start(folder: Path, port: int, no_browser: bool) -> None:
    """Read the reports in a folder, compare them, and show them in the browser.

    The database is kept beside the reports, in FOLDER/.figures, with the conflicts as a table. Start it
    again when there are more reports: it reads what is new. Nothing leaves this machine.

    \b
    Example:
      figures start reports
    """
    from figures import starting
    from figures.publishing.progress import bar

    tell = partial(click.echo, err=True)
    with bar() as progress:
        db = starting.build(folder, tell, progress)
    starting.show(db, port, not no_browser, tell)
