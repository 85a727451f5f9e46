"""The command line. It composes calls and prints; what things mean is told elsewhere."""

from __future__ import annotations

import sys

import click

from figures.cli import databases, publications, review, rules, start, texts
from figures.cli.options import Group, end_well_when_asked


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
    end_well_when_asked()


for _command in (  # in the order of the flow
    start.start,
    texts.pipeline,
    texts.extract,
    texts.tally,
    texts.numbers,
    databases.explain,
    publications.verify,
    review.queue,
    review.decide,
    databases.report,
    databases.total,
    publications.export,
    publications.publish,
    databases.serve,
    rules.evaluate,
    rules.categories,
):
    main.add_command(_command)
