"""How long work takes beside other work, told so that a busy machine does not decide it."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import process_time

Work = Callable[[], object]
ROUNDS = 8
"""A machine at other work adds time to single rounds, never takes it away: the least is true."""
REPEATS = 4
"""Short work would fit into the moments between other work, long work never: few is done so often at a time."""


def spent(work: Work, repeats: int = 1) -> float:
    """The processor's seconds that work takes once, on average of so many times; the garbage of others not counted."""
    gc.disable()
    try:
        start = process_time()
        for _ in range(repeats):
            work()
        return (process_time() - start) / repeats
    finally:
        gc.enable()


def within(times: float, many: Work, few: Work, least: float = 0.1) -> str:
    """Whether many takes less than so many times as long as few: what is wrong with it, or nothing.

    Both are timed again while they seem too far apart; the least counts. Less than `least` seconds
    are never too long.
    """
    long = short = float("inf")
    for _ in range(ROUNDS):
        long, short = min(long, spent(many)), min(short, spent(few, REPEATS))
        if long < max(least, times * short):
            return ""
    return f"{long:.3f} s against {short:.3f} s: {long / short:.1f} times, {times} allowed"
