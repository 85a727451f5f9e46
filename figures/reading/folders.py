"""Which files a PATH stands for, and the names they go by.

A file goes by its own name, a file in a folder by its path below that folder. In folders, files
that are about the folder (README*, CHANGELOG*, LICENSE*) and names that begin with a dot are passed
over, and what the program itself writes there; every other file is either read or an issue. Links to
folders are not followed.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from figures.errors import PathNotFound
from figures.model import Issue

STDIN = "stdin"
_ABOUT_THE_FOLDER = ("README", "CHANGELOG", "LICENSE")


@dataclass(frozen=True, slots=True)
class File:
    """A file to be read: the name its documents go by, and where it is (None: standard input)."""

    name: str
    path: Path | None


def check(paths: Sequence[str]) -> None:
    """PathNotFound for the first PATH that is not there."""
    for path in paths:
        if path != "-" and not os.path.lexists(path):
            if "://" in path:
                raise PathNotFound(
                    f"{path}: nothing is fetched from the network; save the page first"
                )
            raise PathNotFound(f"{_shown(path)}: no such file or folder; check its name")


def files(paths: Sequence[str], but: Iterable[Path] = ()) -> Iterator[File | Issue]:
    """The files of each PATH in turn, those of a folder in the order of their names; of a folder not those
    of ``but``."""
    ours = frozenset(Path(os.path.realpath(path)) for path in but)
    for path in paths:
        if path == "-":
            yield File(STDIN, None)
        elif Path(path).is_dir():
            yield from _in_folder(Path(path), ours)
        else:
            yield File(name_of(Path(Path(path).name)), Path(path))


def name_of(relative: Path) -> str:
    """A relative path as a document's name: slashes, composed letters (NFC), no undecodable bytes."""
    name = os.fsencode(relative.as_posix()).decode("utf-8", "replace")
    return unicodedata.normalize("NFC", name)


def _in_folder(folder: Path, ours: frozenset[Path]) -> Iterator[File | Issue]:
    found: list[tuple[str, Path]] = []
    unread: list[Issue] = []

    def cannot_list(error: OSError) -> None:
        where = Path(error.filename or folder)
        unread.append(Issue(_below(where, folder), f"cannot be opened: {error.strerror}"))

    for parent, subfolders, names in os.walk(folder, onerror=cannot_list):
        for name in list(subfolders):
            if name.startswith("."):
                subfolders.remove(name)
            elif (link := Path(parent, name)).is_symlink():
                subfolders.remove(name)
                where = _below(link, folder)
                unread.append(Issue(where, "a link to a folder; give that folder as a PATH"))
        place = Path(os.path.realpath(parent))
        for name in names:
            if name.startswith((".", *_ABOUT_THE_FOLDER)):
                continue
            if place / name not in ours:
                path = Path(parent, name)
                found.append((_below(path, folder), path))
    yield from sorted(unread, key=lambda issue: issue.where)
    if not found and not unread:
        yield Issue(_shown(str(folder)), "no report in this folder; nothing was read")
    for name, path in sorted(found, key=lambda pair: (pair[0], str(pair[1]))):
        if _is_ordinary(path):
            yield File(name, path)
        else:
            yield Issue(name, "a broken link or no ordinary file; nothing was read")


def _below(path: Path, folder: Path) -> str:
    relative = path.relative_to(folder)
    return name_of(relative) if relative.parts else _shown(str(folder))


def _is_ordinary(path: Path) -> bool:
    """Pipes and devices in a folder could be read for ever."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def _shown(path: str) -> str:
    return name_of(Path(path))
