"""Files and folders put in their place as a whole: written beside it first, so that no half is ever seen."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from figures.errors import FiguresError, naming

_DATABASE = b"SQLite format 3\0"  # how one begins
_TRY_AGAIN = "is it open or being served? Stop that and try again"


@contextmanager
def file_at(target: Path) -> Iterator[Path]:
    """Gives a path to write to, and puts the file there at ``target`` once all went well.

    A link is followed; what is no file (a pipe, a device) is written to and stays what it is. Raises
    FiguresError where a database stands there, which nothing that is written so may replace.
    """
    with naming(target, new=True):
        if target.exists() and not target.is_file() and not target.is_dir():
            with tempfile.TemporaryDirectory() as folder:
                made = Path(folder, "made")
                yield made
                with made.open("rb") as content, target.open("wb") as stream:
                    shutil.copyfileobj(content, stream)
            return
        place = Path(os.path.realpath(target))
        if _is_database(place):
            raise FiguresError(f"{target}: a database stands there; name another file")
        with _folder_beside(place) as folder_beside:
            made = folder_beside / place.name
            yield made
            try:
                made.replace(place)
            except OSError as error:
                raise FiguresError(
                    f"{target}: cannot be written ({error.strerror}); {_TRY_AGAIN}"
                ) from error


def _is_database(path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as there:
        return there.read(len(_DATABASE)) == _DATABASE


@contextmanager
def folder_at(target: Path) -> Iterator[Path]:
    """Gives an empty folder to fill, and puts it at ``target`` once all went well.

    What stood there is gone then; whether it may be is for the caller to know. Where anything fails it
    stays as it was.
    """
    target = Path(os.path.realpath(target))
    with naming(target, new=True), _folder_beside(target) as folder:
        made = folder / target.name
        made.mkdir()
        made.chmod(0o755)
        yield made
        _replace(made, target, folder.with_name(f"{folder.name}.old"))


@contextmanager
def _folder_beside(target: Path) -> Iterator[Path]:
    """A hidden folder on the disk of ``target``, which is gone afterwards, whatever happens."""
    target.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{target.name[:80]}-"
    with tempfile.TemporaryDirectory(
        prefix=prefix, dir=target.parent, ignore_cleanup_errors=True
    ) as folder:
        yield Path(folder)


def _replace(made: Path, target: Path, old: Path) -> None:
    there = target.exists()
    try:
        if there:
            target.rename(old)
        try:
            made.rename(target)
        except BaseException:
            if there:
                old.rename(target)
            raise
    except OSError as error:
        raise FiguresError(
            f"{target}: cannot be replaced ({error.strerror}); {_TRY_AGAIN}"
        ) from error
    shutil.rmtree(old, ignore_errors=True)


def is_free(target: Path) -> bool:
    """Whether nothing stands there that could be lost: no file, no folder, or an empty folder."""
    if not target.exists() and not target.is_symlink():
        return True
    return target.is_dir() and not target.is_symlink() and not any(target.iterdir())
