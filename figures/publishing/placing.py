"""Files and folders put in their place as a whole: written beside it first, so that no half is ever seen."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from figures.errors import FiguresError

_TRY_AGAIN = "is it open or being served? Stop that and try again"


@contextmanager
def file_at(target: Path) -> Iterator[Path]:
    """Gives a path to write to, and puts the file there at ``target`` once all went well."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{target.name}-", dir=target.parent) as folder:
        made = Path(folder) / target.name
        with _named(target):
            yield made
        try:
            made.replace(target)
        except OSError as error:
            raise FiguresError(
                f"{target}: cannot be written ({error.strerror}); {_TRY_AGAIN}"
            ) from error


@contextmanager
def folder_at(target: Path) -> Iterator[Path]:
    """Gives an empty folder to fill, and puts it at ``target`` once all went well.

    What stood there is gone then; whether it may be is for the caller to know. Where anything fails it
    stays as it was.
    """
    target = target.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        made.chmod(0o755)
        with _named(target):
            yield made
        _replace(made, target)
    finally:
        shutil.rmtree(made, ignore_errors=True)


@contextmanager
def _named(target: Path) -> Iterator[None]:
    """A disk that is full tells of no file: so that an error names what could not be written."""
    try:
        yield
    except OSError as error:
        if error.filename is None and error.errno is not None:
            error.filename = str(target)
        raise


def _replace(made: Path, target: Path) -> None:
    old = made.with_name(made.name + ".old")
    there = target.exists()
    try:
        if there:
            target.rename(old)
        try:
            made.rename(target)
        except OSError:
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
