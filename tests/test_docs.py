"""Documented, or the test fails: commands, tables, columns, categories, shapes; and shown output is real."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from types import ModuleType

import pytest

from figures import categories as rule_files
from figures.categories import SHAPES, categories
from figures.cli import main
from figures.model import Figure

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def page(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference", ROOT / "docs" / "reference.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_what_a_page_shows_of_the_program_is_what_the_program_says(path: Path) -> None:
    checked = subprocess.run(
        [sys.executable, "-m", "cogapp", "--check", "-P", "-I", "docs", str(path)],
        cwd=ROOT, capture_output=True, text=True,
    )  # fmt: skip
    assert checked.returncode == 0, f"run `make docs`: {checked.stdout}{checked.stderr}"


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_is_documented_with_an_example(name: str) -> None:
    assert f"## figures {name}\n" in page("docs/command-line.md")
    assert f"figures {name}" in (main.commands[name].help or "").split("Example")[-1]


def test_every_table_view_and_column_is_described(reference: ModuleType) -> None:
    described = reference.descriptions()
    written = page("docs/database.md")
    missing = []
    for name, _, columns in reference.tables():
        assert f"## {name}\n" in written
        told = described.get(name, {})
        if not told.get("description"):
            missing.append(name)
        missing += [
            f"{name}.{column}"
            for column, _ in columns
            if not (told.get("columns") or {}).get(column)
        ]
    assert not missing, "describe in db/metadata.yaml"


def test_nothing_is_described_that_is_not_there(reference: ModuleType) -> None:
    there = {name: {column for column, _ in columns} for name, _, columns in reference.tables()}
    for name, told in reference.descriptions().items():
        assert name in there
        assert set(told.get("columns") or {}) <= there[name], name


def test_every_field_of_a_figure_is_documented() -> None:
    written = page("docs/figure-record.md")
    for field in fields(Figure):
        if field.name != "evidence":  # rows of their own
            assert f"| `{field.name}` | " in written


@pytest.mark.parametrize("name", categories())
def test_every_category_is_documented(name: str) -> None:
    assert f"| `{name}` | " in page("docs/rules.md")


@pytest.mark.parametrize("name", SHAPES)
def test_every_shape_is_documented(name: str) -> None:
    assert f"| `{name}` | " in page("docs/rules.md")


def test_every_key_of_a_rule_file_is_documented() -> None:
    written = set(re.findall(r"`(\w+)`", page("docs/rules.md")))
    assert set(rule_files._KEYS) <= written
    assert set(rule_files._TRIGGER_KEYS) <= written


def test_every_word_of_the_closed_lists_is_documented() -> None:
    schema = (
        page("figures/store/schema.sql").split("CREATE TABLE figure (")[1].split("CREATE TABLE")[0]
    )
    cells = {word for row in re.findall(r"^\|(.+)\|$", page("docs/figure-record.md"), re.M)
             for cell in row.split("|") for word in cell.replace(",", " ").split()}  # fmt: skip
    lists = re.findall(r"(\w+) IN \(([^)]+)\)", schema)
    assert {name for name, _ in lists} >= {"qualifier", "status", "counted", "scope", "basis"}
    for name, listed in lists:
        missing = set(re.findall(r"'(\w+)'", listed)) - cells
        assert name == "value" or not missing or missing <= {"integer", "real", "null"}, (
            name,
            missing,
        )


def test_the_number_table_is_what_is_read() -> None:
    from figures.extraction.numbers.grammar import read_numbers

    section = page("docs/figure-record.md").split("## What the bounds say")[1].split("##")[0]
    rows = re.findall(r"^\| (.+?) \|(.+)\|(.+)\|(.+)\| (\w+) \|$", section, re.M)[1:]
    assert len(rows) > 15
    for words, *told, qualifier in rows:
        for phrase in words.split("; "):
            if qualifier == "unspecified" or phrase in ("no one", "none"):
                continue  # these count only beside a category's words
            (number,) = read_numbers(phrase)
            expected = [float(cell) if cell.strip() else None for cell in told]
            assert [number.value, number.low, number.high] == expected, phrase
            assert number.qualifier == qualifier, phrase


@pytest.mark.parametrize("path", [*PAGES, ROOT / "CONTRIBUTING.md"], ids=lambda path: path.name)
def test_links_and_named_files_are_there(path: Path) -> None:
    text = path.read_text("utf-8")
    built = {
        "audits/conflicts.csv",
        "audits/decisions.jsonl",
        "db/figures.db",
        "build/errors.jsonl",
    }
    for target in re.findall(r"\]\(([^)#]+)", text):
        assert target.startswith("http") or (path.parent / target).exists(), target
    for named in re.findall(r"`((?:figures|db|docs|tests|audits)/[\w./]+\.\w+)`", text):
        assert named in built or "NAME" in named or (ROOT / named).exists(), named


def test_makefile_lists_every_target() -> None:
    targets = set(re.findall(r"^([a-z-]+):(?!=)", page("Makefile"), re.M))
    listed = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True).stdout
    assert targets == set(re.findall(r"^  make ([a-z-]+) ", listed, re.M))
    assert {"help", "setup", "pipeline", "test", "test-browser", "serve", "evaluate", "bench", "bench-pages",
            "bench-growth", "lint", "docs", "screenshots", "vendor", "clean",
            "wheel", "test-compiled"} == targets  # fmt: skip
