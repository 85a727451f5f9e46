"""What the documentation says of the program, taken from the program: `make docs` puts it into the pages."""

from __future__ import annotations

import csv
import json
import os
import re
import shlex
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import click
import yaml

ROOT = Path(__file__).parent.parent
PROGRAM = [sys.executable, "-c", "from figures.cli import main; main(prog_name='figures')"]


def run(command: str, given: str = "") -> str:
    """A shell line of ours and what it prints, as a code block: ``run("figures numbers 'two dozen'")``.

    A database it makes is a temporary one, shown as the default; seconds are left out.
    """
    _, *arguments = shlex.split(command)
    with tempfile.TemporaryDirectory() as folder:
        if arguments[0] in ("pipeline", "report", "verify"):
            arguments += ["--db", f"{folder}/figures.db", "--audits", folder]
            if arguments[0] != "pipeline":
                _call(["pipeline", "--db", f"{folder}/figures.db", "--audits", folder])
        printed = _call(arguments, given).replace(f"{folder}/figures.db", "db/figures.db")
        printed = printed.replace(folder, "audits")
    printed = re.sub(r" \(\d+\.\d s\)", "", printed)
    shown = f'$ echo "{given}" | {command}' if given else f"$ {command}"
    return f"```console\n{shown}\n{printed.rstrip()}\n```"


def python(page: str, which: int = 0) -> str:
    """What a page's Python example prints, counted from 0."""
    examples = re.findall(
        r"^```python\n(.*?)^```", (ROOT / "docs" / page).read_text("utf-8"), re.M | re.S
    )
    done = subprocess.run(  # noqa: S603 - our own example
        [sys.executable, "-c", examples[which]], capture_output=True, encoding="utf-8", cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"}, check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"{page}: {done.stderr}")
    return f"```text\n{done.stdout.rstrip()}\n```"


def _call(arguments: list[str], given: str = "") -> str:
    environment = {**os.environ, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(  # noqa: S603 - our own program
        [*PROGRAM, *arguments], input=given, capture_output=True, encoding="utf-8", cwd=ROOT,
        env=environment, check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"figures {' '.join(arguments)}: {done.stderr}")
    return done.stdout


def conflicts(place: str) -> str:
    """The conflicts that the examples hold about a place, in the columns that matter most."""
    with tempfile.TemporaryDirectory() as folder:
        _call(["pipeline", "--db", f"{folder}/figures.db", "--audits", folder])
        with Path(folder, "conflicts.csv").open(encoding="utf-8", newline="") as report:
            rows = [row for row in csv.DictReader(report) if place in row["incident"]]
    lines = ["| incident | category | one report | another | kind |", "|---|---|---|---|---|"]
    for row in rows:
        sides = [
            f"“{row[f'{side}_quote']}”, "
            + ", ".join(filter(None, (row[f"{side}_attributed_to"], row[f"{side}_publisher"])))
            for side in ("left", "right")
        ]
        cells = (row["incident"], row["category"], *sides, row["kind"])
        lines.append(f"| {' | '.join(map(one_line, cells))} |")
    return "\n".join(lines)


def command_line() -> str:
    """Every command with its help."""
    from figures.cli import main

    sections = []
    for name, command in main.commands.items():
        context = click.Context(command, info_name=f"figures {name}", max_content_width=100)
        context.terminal_width = 100
        sections.append(f"## figures {name}\n\n```text\n{command.get_help(context).rstrip()}\n```")
    return "\n\n".join(sections)


def database() -> str:
    """Every table and view with its columns: names and types from SQLite, descriptions from the site's metadata."""
    described = descriptions()
    lines: list[str] = []
    for name, kind, columns in tables():
        told = described.get(name, {})
        lines += [
            f"## {name}",
            "",
            f"{kind.capitalize()}. {one_line(told.get('description', ''))}".strip(),
            "",
        ]
        lines += ["| column | type | meaning |", "|---|---|---|"]
        for column, sort in columns:
            meaning = one_line((told.get("columns") or {}).get(column, ""))
            lines.append(f"| `{column}` | {sort.lower() or '–'} | {meaning} |")
        lines.append("")
    return "\n".join(lines).rstrip()


def tables() -> list[tuple[str, str, list[tuple[str, str]]]]:
    """(name, table or view, [(column, type)]) of a new database, but for the inner tables of full-text search."""
    package = ROOT / "figures" / "store"
    database = sqlite3.connect(":memory:")
    for script in ("schema.sql", "views.sql"):
        database.executescript((package / script).read_text("utf-8"))
    found = database.execute(
        "SELECT name, type FROM sqlite_master WHERE type IN ('table', 'view')"
        " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%!_fts!_%' ESCAPE '!' ORDER BY type, name"
    ).fetchall()
    listed = [
        (name, kind, [(row[1], row[2]) for row in database.execute(f'PRAGMA table_info("{name}")')])
        for name, kind in found
    ]
    database.close()
    return listed


def descriptions() -> dict[str, Any]:
    """What the site says of each table and its columns."""
    metadata = yaml.safe_load((ROOT / "db" / "metadata.yaml").read_text("utf-8"))
    told: dict[str, Any] = metadata["databases"]["figures"]["tables"]
    return told


def categories() -> str:
    """Every category with its label and its shapes."""
    from figures.categories import categories as all_categories

    lines = ["| category | label | HXL | an example of it |", "|---|---|---|---|"]
    for category in all_categories().values():
        example = category.examples[0]["text"]
        lines.append(f"| `{category.name}` | {category.label} | `{category.hxl}` | {example} |")
    return "\n".join(lines)


def shapes() -> str:
    """The closed set of sentence shapes."""
    from figures.categories import SHAPES

    return "\n".join(
        [
            "| shape | what it reads |",
            "|---|---|",
            *(f"| `{name}` | {told} |" for name, told in SHAPES.items()),
        ]
    )


def rule_file(name: str) -> str:
    """A category's rule file, whole."""
    return f"```yaml\n{(ROOT / 'figures' / 'categories' / f'{name}.yaml').read_text('utf-8').rstrip()}\n```"


def export_formats() -> str:
    """What `figures export` writes."""
    from figures.publishing.export import FORMATS

    return "\n".join(
        ["| format | is |", "|---|---|", *(f"| `{n}` | {told} |" for n, told in FORMATS.items())]
    )


def make_targets() -> str:
    """What `make help` lists."""
    targets = re.findall(r"^([a-z-]+):.*?## (.+)$", (ROOT / "Makefile").read_text("utf-8"), re.M)
    return "\n".join(
        ["| target | does |", "|---|---|", *(f"| `make {n}` | {told} |" for n, told in targets)]
    )


def figure_fields() -> str:
    """The fields that `figures extract` prints, in its order, as the site describes them."""
    described = descriptions()["figure"]["columns"]
    printed = _call(["extract", "-", "--to", "jsonl"], "Two miners were killed.")
    lines = ["| field | meaning |", "|---|---|"]
    for name in json.loads(printed):
        told = "The document's name" if name == "document" else one_line(described[name])
        lines.append(f"| `{name}` | {told} |")
    return "\n".join(lines)


def one_line(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
