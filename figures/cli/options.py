"""What commands share: the group that ends them well, arguments, options."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from figures.errors import FiguresError, Stopped, exit_code, in_words


class Group(click.Group):
    """Ends every command well: one line for what users can act on, no word about a closed pipe."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)  # in the order of the flow

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands with what each does, in whole sentences on as many lines as these take."""
        rows = [(name, self.commands[name].get_short_help_str(400)) for name in self.commands]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def invoke(self, ctx: click.Context) -> Any:
        with _ended_well():
            return super().invoke(ctx)

    def main(self, *args: Any, **extra: Any) -> Any:
        with _ended_well():  # help is printed before any command runs
            return super().main(*args, **extra)


@contextmanager
def _ended_well() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:  # the reader has gone, `| head` say, and wants no more
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (
        FiguresError, OSError, sqlite3.Error, UnicodeEncodeError, KeyboardInterrupt,
    ) as error:  # fmt: skip
        from figures.publishing.cells import complaint

        click.echo(complaint(f"figures: {in_words(error)}"), err=True)
        sys.exit(exit_code(error))


def end_well_when_asked() -> None:
    """Another program's wish that this one ends, or the closing of its terminal, is met as Ctrl+C is: what is
    half written is taken away first. Not where whoever started it wants it to go on (`nohup`)."""
    if threading.current_thread() is not threading.main_thread():
        return
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) == signal.SIG_DFL:
            signal.signal(number, _stop)


def _stop(number: int, frame: object) -> None:
    raise Stopped(number)


paths_argument = click.argument("paths", nargs=-1, metavar="[PATH|-]...")
from_option = click.option(
    "--from", "format", default="auto", show_default=True, metavar="FORMAT",
    help="What the input is: auto, text, markdown, html, pdf, docx, jsonl, json.",
)  # fmt: skip
workers_option = click.option(
    "--workers", default="auto", show_default=True, metavar="N",
    help="Processes; auto: one for each processor where there is much text.",
)  # fmt: skip
database = click.option(
    "--db", type=click.Path(path_type=Path, dir_okay=False), default=Path("db/figures.db"),
    show_default=True, help="The database.",
)  # fmt: skip
audits_option = click.option(
    "--audits", type=click.Path(path_type=Path, file_okay=False),
    help="Folder of rulings and reports [audits/ with the default --db, else none].",
)  # fmt: skip


def about_options(command: Any) -> Any:
    """What a data portal asks of a publication."""
    for option in reversed((
        click.option("--title", metavar="WORDS", help="What it is called."),
        click.option("--source", metavar="WORDS", help="Where the reports come from."),
        click.option("--source-url", metavar="URL", help="The source's address."),
        click.option("--license", metavar="WORDS", help="On which terms others may use it."),
        click.option("--license-url", metavar="URL", help="The licence's address."),
    )):  # fmt: skip
        command = option(command)
    return command
