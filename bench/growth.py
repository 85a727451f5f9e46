"""How the pipeline's time and memory grow with the reports, and what ten more cost then.

    python -m bench.growth 5000 50000

Reports are the examples told again (bench/vary.py). Time is the processor's, memory the most that was held.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

MOST = 12.0  # times the time, for ten times the reports


def measured(folder: Path, reports: Path, db: Path) -> tuple[float, float, float]:
    """One run of the pipeline: seconds of the processor, seconds of the clock, megabytes."""
    program = Path(sys.executable).with_name("figures")
    command = [str(program), "pipeline", str(reports), "--db", str(db), "--workers", "1"]
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)}: failed")
    return used.ru_utime + used.ru_stime, time.monotonic() - started, used.ru_maxrss / 1024


def written(path: Path, first: int, count: int) -> Path:
    """Reports made by a process of its own: what this one held would count as held by those it starts."""
    command = [sys.executable, "-m", "bench.vary", str(first + count), "--after", str(first)]
    with path.open("w", encoding="utf-8") as file:
        subprocess.run(command, stdout=file, check=True)  # noqa: S603
    return path


def main() -> None:
    sizes = [int(n) for n in sys.argv[1:]] or [5000, 50000]
    spent: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for size in sizes:
            db = folder / f"{size}.db"
            seconds, clock, held = measured(folder, written(folder / "all.jsonl", 0, size), db)
            spent.append(seconds)
            print(
                f"{size:8,} reports: {seconds:8.1f} s ({clock:.1f} s by the clock), {held:6.0f} MB"
            )
            seconds, clock, held = measured(folder, written(folder / "ten.jsonl", size, 10), db)
            print(f"{'10 more':>16}: {seconds:8.1f} s ({clock:.1f} s by the clock), {held:6.0f} MB")
            for path in folder.iterdir():
                path.unlink()
    ratio = spent[-1] / spent[0]
    print(f"{sizes[-1] / sizes[0]:.0f} times the reports, {ratio:.1f} times the time")
    if ratio > MOST * sizes[-1] / sizes[0] / 10:
        raise SystemExit("the time grows faster than it may")


if __name__ == "__main__":
    main()
