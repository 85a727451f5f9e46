"""What can go wrong, each with one line that says what, where and what to do."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_FULL = (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))
_WHAT_TO_DO = {
    **dict.fromkeys(_FULL, "free some space and run it again"),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), "name a place that you have the rights to"),
    errno.EISDIR: "name a file in it",
    errno.ENOTDIR: "name another place",
    errno.ENAMETOOLONG: "give a shorter name",
    errno.ELOOP: "name the file itself",
}  # fmt: skip

# The kinds of SQLite's errors, in the last eight bits of their codes.
_IN_USE = (5, 6)  # BUSY, LOCKED
_NOT_ALLOWED = (3, 8, 14, 23)  # PERM, READONLY, CANTOPEN, AUTH
_FAILED = 10  # IOERR, of which a disk that is full is one too where a file may grow no further
_NO_SPACE = 13  # FULL
_DAMAGED = 11  # CORRUPT
_NO_DATABASE = 26  # NOTADB


class FiguresError(Exception):
    """Something the user can act on; the command line prints it on one line and exits 1."""


class UnreadableInput(FiguresError):
    """One input that could not be read; the pipeline records it as an issue and goes on.

    ``where`` is the input's name ("reports/a.pdf", "batch.jsonl:7"), ``what`` the reason in words.
    """

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")
        self.where = where
        self.what = what


class WrongUsage(FiguresError):
    """The program was asked for something that cannot be meant; the command line exits 2."""


class PathNotFound(WrongUsage):
    """A PATH that is not there."""


class RuleError(FiguresError):
    """A rule file that cannot be used; the message begins with file and line."""


class StoreError(FiguresError):
    """A database that cannot be used: newer schema, not ours, tampered with."""


class Stopped(KeyboardInterrupt):
    """A signal that asks to end: of another program, or because the terminal was closed."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


def in_words(error: BaseException) -> str:
    """An error that ends a command, as the one line that its user reads.

    >>> in_words(FileNotFoundError(2, "No such file or directory", "a.txt"))
    'a.txt: No such file or directory'
    >>> in_words(OSError(28, "No space left on device"))
    'standard output: No space left on device; free some space and run it again'
    """
    if isinstance(error, KeyboardInterrupt):
        return "stopped; what was stored stays, run it again to go on"
    if isinstance(error, sqlite3.Error):
        return f"the database cannot be used: {database_in_words(error)}"
    if isinstance(error, UnicodeEncodeError):  # what a shell hands on of bytes in another encoding
        return f"{error.object[max(0, error.start - 30) : error.end + 30]}: not UTF-8; write it in UTF-8"
    if isinstance(error, OSError):  # without a name: what is printed, or read from standard input
        stream = "standard output" if error.errno in _FULL else "standard input or output"
        todo = _WHAT_TO_DO.get(error.errno or 0)
        what = f"{error.strerror or error}{f'; {todo}' if todo else ''}"
        return f"{error.filename or stream}: {what}"
    return str(error)


def database_in_words(error: sqlite3.Error) -> str:
    """What a failure of SQLite means to a user, and what to do.

    >>> try:
    ...     sqlite3.connect("no/such/folder/figures.db")
    ... except sqlite3.Error as error:
    ...     database_in_words(error)
    'it, or the folder it is in, cannot be written to; copy it to a folder of yours'
    """
    kind = _kind(error)
    words = str(error).partition(" with text ")[0]  # what is no UTF-8 may be a whole report
    if kind in _IN_USE:
        return "another program is writing to it; try again when it is done"
    if kind in (_NO_SPACE, _FAILED):
        what = "" if kind == _NO_SPACE else ": is the disk full, or failing?"
        return f"{words}{what}; free some space and run it again: what is stored stays"
    if kind in _NOT_ALLOWED:
        return "it, or the folder it is in, cannot be written to; copy it to a folder of yours"
    if kind == _NO_DATABASE:
        return "not a SQLite database; name another file with --db"
    if kind == _DAMAGED:
        return damaged(words)
    return f"{words}; `figures verify` tells what is wrong with it"


def damaged(words: object) -> str:
    """What to do about a database that is damaged, and what SQLite says of it."""
    return (
        f"damaged ({words}); put a copy of it in its place, or move it away and let"
        " `figures pipeline` read the reports again"
    )


def _kind(error: sqlite3.Error) -> int:
    if str(error).startswith("Could not decode to UTF-8"):  # Python's own, without a code
        return _DAMAGED
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


def is_damage(error: BaseException | None) -> bool:
    """Whether SQLite says that what stands in a file is no database, or none that is whole."""
    return isinstance(error, sqlite3.Error) and _kind(error) in (_DAMAGED, _NO_DATABASE)


@contextmanager
def naming(path: Path | str, *, new: bool = False) -> Iterator[None]:
    """What goes wrong within tells of this file: a disk that is full names none, nor does SQLite.

    What is made just now (``new``) is not damaged: that is the database it is made from.
    """
    try:
        yield
    except sqlite3.Error as error:
        if new and is_damage(error):
            raise
        raise StoreError(f"{path}: {database_in_words(error)}") from error
    except OSError as error:
        if error.errno is not None and (new or error.filename is None):
            error.filename, error.filename2 = str(path), None
        raise


def exit_code(error: BaseException) -> int:
    """What the program exits with when an error ends a command: 2 for wrong usage, after a signal what
    shells expect, else 1.

    >>> exit_code(PathNotFound("a.txt: no such file")), exit_code(StoreError("not ours"))
    (2, 1)
    """
    if isinstance(error, KeyboardInterrupt):
        return 128 + error.number if isinstance(error, Stopped) else 130
    return 2 if isinstance(error, (WrongUsage, UnicodeEncodeError)) else 1
