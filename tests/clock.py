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

    Each is timed twice, one right after the other, and again while they seem too far apart; the
    least of all rounds counts. Less than `least` seconds are never too long.
    """
    long = short = float("inf")
    for count in range(ROUNDS):
        short, long = min(short, spent(few)), min(long, spent(many))
        if count and long < max(least, times * short):
            return ""
    return f"{long:.3f} s against {short:.3f} s: {long / short:.1f} times, {times} allowed"
