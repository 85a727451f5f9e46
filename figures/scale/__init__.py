"""Reading many documents at once: processes on one machine."""

from __future__ import annotations

from figures.errors import FiguresError, WrongUsage

MOST = 256
AUTO = 0  # as many processes as there are processors, where there is text enough to pay for them


def workers(asked: str) -> int:
    """How many processes ``--workers`` asks for, `AUTO` for "auto".

    Raises WrongUsage for what is no number of them, FiguresError for the address of a cluster.

    >>> workers("2"), workers("auto")
    (2, 0)
    """
    if asked == "auto":
        return AUTO
    if "://" in asked or asked.lower().startswith("dask"):
        raise FiguresError(
            f"{asked}: many machines (Dask) come with a later version; give a number of processes"
        )
    if not asked.isdecimal() or not 1 <= int(asked) <= MOST:
        raise WrongUsage(f"--workers {asked}: give auto, or a number of processes, 1 to {MOST}")
    return int(asked)
