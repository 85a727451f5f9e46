"""The wheel: it holds the program with its data and no database, and works where the checkout is not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SENTENCE = "A ferry capsized on the lake, killing at least 21 passengers."


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built beside a database that it must not carry."""
    folder = tmp_path_factory.mktemp("wheel")
    stray = [ROOT / folder / "stray-of-the-package-test.db" for folder in ("figures", "db/static")]
    for path in stray:
        path.write_bytes(b"SQLite format 3\0")
    try:
        subprocess.run(
            [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
    finally:
        for path in stray:
            path.unlink()
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `figures` command of a fresh environment: the wheel installed in it, its dependencies lent by ours."""
    folder = tmp_path_factory.mktemp("fresh")
    venv.create(folder, with_pip=False)
    site = next(folder.glob("lib/python*/site-packages"))
    target = ["--target", str(site), "--no-deps", "--no-index", "--quiet"]
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install"]
    subprocess.run([*pip, *target, str(wheel)], check=True, capture_output=True)
    ours = Path(pytest.__file__).parent.parent
    for entry in ours.iterdir():  # all but this project, which is linked to the checkout
        if "figures" not in entry.name and not (site / entry.name).exists():
            (site / entry.name).symlink_to(entry)
    command = folder / "bin" / "figures"
    command.write_text(f"#!{folder}/bin/python\nfrom figures.cli import main\nmain()\n", "utf-8")
    command.chmod(0o755)
    return command


def run(command: Path, *arguments: str, folder: Path, given: str = "") -> str:
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("PYTHON")
    }
    done = subprocess.run(
        [command, *arguments],
        input=given,
        capture_output=True,
        text=True,
        cwd=folder,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def names(wheel: Path) -> list[str]:
    with zipfile.ZipFile(wheel) as archive:
        return archive.namelist()


def test_the_wheel_holds_no_database_and_no_tests(wheel: Path) -> None:
    for name in names(wheel):
        assert not name.endswith((".db", ".db-wal", ".db-shm", ".sqlite", ".pyc")), name
        assert name.split("/")[0] in {"figures", wheel.name.split("-py3")[0] + ".dist-info"}, name


def test_the_wheel_holds_every_file_of_the_package_and_the_site(wheel: Path) -> None:
    held = set(names(wheel))
    tracked = subprocess.run(
        ["git", "ls-files", "figures", "db"], cwd=ROOT, capture_output=True, text=True
    ).stdout.split()
    if not tracked:
        pytest.skip("not a git checkout")
    for path in tracked:
        inside = (
            path.replace("db/", "figures/publishing/site/", 1) if path.startswith("db/") else path
        )
        if (ROOT / path).exists() and Path(path).name != ".gitignore":
            assert inside in held, f"{path} is not in the wheel: add its pattern to pyproject.toml"


def test_the_installed_command_extracts_from_another_folder(
    installed: Path, tmp_path: Path
) -> None:
    printed = run(installed, "extract", "-", "--to", "jsonl", folder=tmp_path, given=SENTENCE)
    (figure,) = map(json.loads, printed.splitlines())
    assert (figure["category"], figure["quote"], figure["low"], figure["high"]) == (
        "killed", "at least 21 passengers", 21, None,
    )  # fmt: skip
    assert list(tmp_path.iterdir()) == []


def test_the_installed_pipeline_works_from_another_folder(installed: Path, tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "ferry.txt").write_text(SENTENCE, "utf-8")
    run(installed, "pipeline", "reports", "--db", "mine.db", folder=tmp_path)
    assert (tmp_path / "mine.db").is_file()
    assert "verified: 1 document, 1 figure" in run(
        installed, "verify", "--db", "mine.db", folder=tmp_path
    )


def test_the_installed_package_brings_the_site(installed: Path, tmp_path: Path) -> None:
    code = "from figures.publishing.site_folder import folder; print(folder())"
    python = installed.parent / "python"
    place = Path(run(python, "-c", code, folder=tmp_path).strip())
    assert place.parts[-3:] == ("figures", "publishing", "site")
    assert (place / "metadata.yaml").is_file()
    assert list((place / "templates").glob("*.html"))
    assert list((place / "plugins" / "figures_site").glob("*.py"))
    code = "from figures.publishing.method import told; print([p for p, *_ in told()].count('accuracy'))"
    assert int(run(python, "-c", code, folder=tmp_path)) > 5, (
        "the accuracy measured is in the wheel"
    )


def test_every_dependency_is_pinned_by_name_and_version_alone() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pinned = {}
    for line in lines:
        name, _, version = line.partition("==")
        assert version, line
        assert not set(line) & set(" @/:"), line
        pinned[name.lower().replace("_", "-")] = version
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for requirement in [*project["dependencies"], *project["optional-dependencies"]["dev"]]:
        name = requirement.split(">")[0].lower().replace("_", "-")
        assert name in pinned, f"{name} is not in constraints.txt"
