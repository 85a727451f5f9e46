"""How long work takes beside other work, told so that a busy machine does not decide it."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

Work = Callable[[], object]
ROUNDS = 8
"""A machine at other work adds time to single rounds, never takes it away: the least is true."""


def spent(work: Work) -> float:
    """The processor's seconds that work takes once."""
    start = process_time()
    work()
    return process_time() - start


def within(times: float, many: Work, few: Work, least: float = 0.1) -> str:
    """Whether many takes less than so many times as long as few: what is wrong with it, or nothing.

    Few is timed before and after many, which other work can only make seem longer, and both again
    while they seem too far apart; the least counts. Less than `least` seconds are never too long.
    """
    long, short = float("inf"), spent(few)
    for _ in range(ROUNDS):
        long, short = min(long, spent(many)), min(short, spent(few))
        if long < max(least, times * short):
            return ""
    return f"{long:.3f} s against {short:.3f} s: {long / short:.1f} times, {times} allowed"
