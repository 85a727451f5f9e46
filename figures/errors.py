"""What can go wrong, each with one line that says what, where and what to do."""


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
