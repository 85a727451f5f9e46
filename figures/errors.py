"""What can go wrong, each with one line that says what, where and what to do."""

import errno
import sqlite3

_FULL = (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))


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


def in_words(error: BaseException) -> str:
    """An error that ends a command, as the one line that its user reads.

    >>> in_words(FileNotFoundError(2, "No such file or directory", "a.txt"))
    'a.txt: No such file or directory'
    >>> in_words(OSError(28, "No space left on device"))
    'standard output: No space left on device'
    """
    if isinstance(error, KeyboardInterrupt):
        return "stopped; what was stored stays, run it again to go on"
    if isinstance(error, sqlite3.Error):
        return f"the database cannot be used: {database_in_words(error)}"
    if isinstance(error, UnicodeEncodeError):  # what a shell hands on of bytes in another encoding
        return f"{error.object[max(0, error.start - 30) : error.end + 30]}: not UTF-8; write it in UTF-8"
    if isinstance(error, OSError):  # without a name: what is printed, or read from standard input
        stream = "standard output" if error.errno in _FULL else "standard input or output"
        return f"{error.filename or stream}: {error.strerror or error}"
    return str(error)


def database_in_words(error: sqlite3.Error) -> str:
    """What a failure of SQLite means to a user, and what to do.

    >>> database_in_words(sqlite3.OperationalError("database is locked"))
    'another program is writing to it; try again when it is done'
    """
    words = str(error)
    if "locked" in words or "busy" in words:
        return "another program is writing to it; try again when it is done"
    if "full" in words:
        return f"{words}; free some space and run it again: what is stored stays"
    if "readonly" in words or "unable to open" in words:
        return "it, or the folder it is in, cannot be written to; copy it to a folder of yours"
    return f"{words}; `figures verify` tells what is wrong with it"


def exit_code(error: BaseException) -> int:
    """What the program exits with when an error ends a command: 2 for wrong usage, else 1.

    >>> exit_code(PathNotFound("a.txt: no such file")), exit_code(StoreError("not ours"))
    (2, 1)
    """
    if isinstance(error, KeyboardInterrupt):
        return 130
    return 2 if isinstance(error, (WrongUsage, UnicodeEncodeError)) else 1
