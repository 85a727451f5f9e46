"""The folder that is published: pages, settings, a database that cannot be written to, and what it is."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from hashlib import file_digest
from pathlib import Path
from typing import Any

import yaml

from figures.errors import FiguresError
from figures.publishing.about import About
from figures.publishing.placing import folder_at, is_free
from figures.publishing.public import database, reviewed
from figures.publishing.public.terms import Terms, from_row
from figures.publishing.site_folder import folder as site_folder
from figures.store import Store

DATABASE = "figures.db"
INSPECTED = "inspect-data.json"
METADATA = "metadata.yaml"
SETTINGS = "settings.json"
MANIFEST = "publication.json"
README = "README.md"
MADE_BY = "figures publish"
_SITE = ("templates", "plugins", "static")
# The pages on which people sign in and rule have no place in public; what begins with "_" is a part of others.
_NOT_PUBLIC = "review"
_CACHED = 600  # seconds that a reader's browser may keep a page

Progress = Callable[[str], object]


def publish(
    store: Store,
    target: Path,
    terms: Terms,
    conclude: reviewed.Conclude,
    about: About | None = None,
    tell: Progress = lambda words: None,
) -> None:
    """Write the folder ``target``: beside it first, then put in its place, so that no half of it is seen.

    Raises FiguresError where something stands there that was not made so.
    """
    check_ours(target)
    with folder_at(target) as made:
        tell("the database")
        write_database(store, made / DATABASE, terms, conclude)
        tell("its pages")
        _write_site(made, terms, about or About())
        _write_json(made / INSPECTED, _inspected(made / DATABASE))
        _write_json(made / MANIFEST, _manifest(made, terms))


def write_database(store: Store, path: Path, terms: Terms, conclude: reviewed.Conclude) -> None:
    """The public database of an archive, at a path where there is none."""
    with reviewed.database_of(store, terms.only, conclude) as chosen:
        database.write(chosen, path, terms, archive=store)


# -- the folder -------------------------------------------------------------------------------


def manifest(folder: Path) -> dict[str, Any]:
    """What a published folder tells of itself. Raises FiguresError where it is none."""
    try:
        found = json.loads((folder / MANIFEST).read_text("utf-8"))
        ours = found["made_by"] == MADE_BY and isinstance(found["files"], dict)
        from_row(found["terms"])
    except (FiguresError, OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise FiguresError(f"{folder}: no folder that `figures publish` made") from error
    if not ours:
        raise FiguresError(f"{folder}: no folder that `figures publish` made")
    return dict(found)


def check_ours(target: Path) -> None:
    """Raises FiguresError where something stands at ``target`` that this program did not write there."""
    if is_free(target):
        return
    refused = "nothing was written; name another folder"
    if not target.is_dir() or target.is_symlink():
        raise FiguresError(f"{target}: not a folder; {refused}")
    try:
        known = manifest(target)["files"]
    except FiguresError as error:
        raise FiguresError(f"{error}; {refused}") from error
    strange = sorted(set(files(target)) - {*known, MANIFEST})
    if strange:
        raise FiguresError(f"{target}: {strange[0]} was put there by somebody else; {refused}")


def files(folder: Path) -> Iterator[str]:
    """The files of a published folder; what Python and SQLite leave beside them is none of them."""
    for path in sorted(folder.rglob("*")):
        if (
            path.is_file()
            and "__pycache__" not in path.parts
            and not path.name.endswith(("-wal", "-shm"))
        ):
            yield path.relative_to(folder).as_posix()


def digest(path: Path) -> str:
    """The sha256 of a file."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _manifest(folder: Path, terms: Terms) -> dict[str, Any]:
    from importlib.metadata import version

    return {
        "made_by": MADE_BY,
        "version": version("figures"),
        "terms": terms.as_row(),
        "archive": {
            row["name"].removeprefix("archive_"): row["value"]
            for row in database.rows_of(folder / DATABASE, "publication")
            if row["name"].startswith("archive_")
        },
        "files": {name: digest(folder / name) for name in files(folder)},
    }


def _inspected(path: Path) -> dict[str, Any]:
    """What `datasette inspect` would find: Datasette takes the databases named here for immutable."""
    tables = [
        row["name"]
        for row in database.rows_of(path, "sqlite_master WHERE type = 'table' ORDER BY name")
    ]
    counts = {
        name: next(database.rows_of(path, f"(SELECT count(*) AS count FROM [{name}])"))  # noqa: S608
        for name in tables
    }
    return {
        path.stem: {
            "hash": digest(path),
            "size": path.stat().st_size,
            "file": path.name,
            "tables": counts,
        }
    }


def _write_json(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", "utf-8", newline="\n")


# -- the site ---------------------------------------------------------------------------------


def _write_site(made: Path, terms: Terms, about: About) -> None:
    source = site_folder()
    for part in _SITE:
        _copy(source / part, made / part)
    settings = json.loads((source / SETTINGS).read_text("utf-8"))
    _write_json(made / SETTINGS, {**settings, "default_cache_ttl": _CACHED})
    told = yaml.safe_dump(
        _metadata(source, terms, about), allow_unicode=True, sort_keys=False, width=110
    )
    (made / METADATA).write_text(told, "utf-8", newline="\n")
    (made / README).write_text(_readme(terms, about), "utf-8", newline="\n")


def _copy(source: Path, target: Path) -> None:
    """A folder with all that is public in it. (`shutil.copytree` goes on where the disk is full.)"""
    target.mkdir()
    for path in source.iterdir():
        if path.name.startswith((".", "__pycache__", _NOT_PUBLIC)) or path.name.endswith(
            (".pyc", ".db", ".db-wal", ".db-shm")
        ):
            continue
        if path.is_dir():
            _copy(path, target / path.name)
        else:
            shutil.copyfile(path, target / path.name)


def _metadata(source: Path, terms: Terms, about: About) -> dict[str, Any]:
    metadata: dict[str, Any] = yaml.safe_load((source / METADATA).read_text("utf-8"))
    given = {
        name: getattr(about, name)
        for name in ("title", "source", "source_url", "license", "license_url")
    }
    metadata |= {name: value for name, value in given.items() if value}
    metadata["about"] = terms.in_words()  # the pages say it at their foot
    told = metadata["databases"]["figures"]
    told["tables"]["publication"] = {
        "title": "This publication",
        "description": "On what terms this copy was made, and of which state of the archive.",
        "columns": {"name": "What is told", "value": "What holds"},
    }
    return metadata


def _readme(terms: Terms, about: About) -> str:
    lines = [
        f"# {about.title or 'Figures'}",
        "",
        "Casualty and humanitarian figures out of reports, each with its proof, made by `figures publish`.",
        terms.in_words(),
        "",
        "Any host that runs Datasette serves this folder as it is; the database in it is never written to:",
        "",
        '    pip install "datasette>=0.65,<1"',
        "    datasette .",
        "",
        f"`{MANIFEST}` lists the files with their hashes. Who has the archive proves with `figures verify DIR"
        " --archive figures.db` that this copy says what the archive says.",
    ]  # fmt: skip
    if about.license:
        address = f" ({about.license_url})" if about.license_url else ""
        lines += ["", f"Licence: {about.license}{address}."]
    if about.source:
        address = f" ({about.source_url})" if about.source_url else ""
        lines += ["", f"Source: {about.source}{address}."]
    return "\n".join(lines) + "\n"
