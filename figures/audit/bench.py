"""How fast figures are read, beside quantulum3's parser on the same texts, in one run and one process.

Both are timed by the processor's time, not the clock's, and take turns, so that other work on the machine slows
both alike. Then texts of nothing but counts, beside ordinary text of the same length.

``python -m figures.audit.bench [GOLD-FOLDER]`` reads the texts of two gold files there, or of examples/ where
no folder is given. It tells which build it measures: plain Python, or the compiled one that `make wheel` makes.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

FILES = ("wikinews_2019_2020.jsonl", "rand_rdwti.jsonl")
SAMPLE = 150_000  # bytes given to quantulum3, which is slow
TURNS = 10  # in which each reads a portion of its texts
LENGTH = 20_000  # characters of a dense text
DENSE = (
    "12 killed. ",
    "In May. 12 died. ",
    "Kyiv: 12 killed. Lima: 13 killed. ",
    "12 killed, 13 hurt.\n",
)
SHORT = "Shelling of a market killed at least seven people and wounded 19, the mayor said."


def size(texts: Sequence[str]) -> int:
    """Bytes of the texts in UTF-8.

    >>> size(["né", "a"])
    4
    """
    return sum(len(text.encode()) for text in texts)


Reader = Callable[[str], object]


def rates(*readers: tuple[Reader, Sequence[str]]) -> list[float]:
    """Megabytes a second (of the processor's time) of each reader over its texts."""
    spent = [1e-9] * len(readers)
    for turn in range(TURNS):
        for n, (read, texts) in enumerate(readers):
            started = time.process_time()
            for text in texts[turn::TURNS]:
                read(text)
            spent[n] += time.process_time() - started
    return [size(texts) / 1e6 / s for (_, texts), s in zip(readers, spent, strict=True)]


def sample(texts: Sequence[str], limit: int) -> list[str]:
    """Texts spread evenly over all, of about ``limit`` bytes together.

    >>> sample(["aa", "bb", "cc", "dd"], 4)
    ['aa', 'cc']
    """
    step = max(1, round(size(texts) / limit))
    return list(texts[::step])


def texts_of(gold: Path | None) -> dict[str, list[str]]:
    """Set of texts → its texts."""
    if gold is not None and all((gold / name).is_file() for name in FILES):
        return {name.removesuffix(".jsonl"): _texts(gold / name) for name in FILES}
    from figures.model import Document
    from figures.reading import read

    texts = [d.text for d in read(["examples"]) if isinstance(d, Document)]
    return {"examples": texts * 20}


def _texts(path: Path) -> list[str]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def quantulum() -> Reader:
    """quantulum3's parser, warmed up."""
    import warnings

    warnings.filterwarnings("ignore", module="quantulum3")
    from quantulum3 import parser

    parser.parse("12 metres")
    return lambda text: parser.parse(text)


def build() -> str:
    """Whether the reading of texts runs as plain Python or compiled.

    >>> build() in ("plain Python", "compiled")
    True
    """
    from figures.extraction.words import tokens

    return "plain Python" if tokens.__file__.endswith(".py") else "compiled"


def cold_start() -> float:
    """Seconds of `figures extract` on one short text as a whole process, the median of five."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "short.txt"
        path.write_text(SHORT, encoding="utf-8")
        program = [
            sys.executable,
            "-c",
            "from figures.cli import main; main()",
            "extract",
            str(path),
        ]
        seconds = []
        for _ in range(5):
            started = time.perf_counter()
            subprocess.run(program, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - our own
            seconds.append(time.perf_counter() - started)
    return statistics.median(seconds)


def main(arguments: Sequence[str]) -> None:
    """Measure and print."""
    from figures.extraction import extract_document
    from figures.model import Document

    extract_document(Document("warm", SHORT + " Donors sent $5 million and 30 tonnes of food aid."))
    parse, sets = quantulum(), texts_of(Path(arguments[0]) if arguments else None)

    def read(text: str) -> object:
        return extract_document(Document("bench", text))

    print(f"figures as {build()}")
    print(f"{'texts':24}{'MB':>8}{'figures MB/s':>15}{'quantulum3 MB/s':>18}{'ratio':>8}")
    for name, texts in sets.items():
        ours, theirs = rates((read, texts), (parse, sample(texts, SAMPLE)))
        print(f"{name:24}{size(texts) / 1e6:8.2f}{ours:15.3f}{theirs:18.3f}{ours / theirs:8.1f}")
    ordinary = "\n\n".join(next(iter(sets.values())))
    pieces = [ordinary[n * LENGTH :][:LENGTH] for n in range(TURNS)]
    for piece in DENSE:
        dense = [(piece * LENGTH)[:LENGTH]] * TURNS
        plain, slow = rates((read, pieces), (read, dense))
        print(f"{piece!r} over and over takes {plain / slow:.1f} times as long as ordinary text")
    print(f"figures extract of one short text, whole process: {cold_start():.2f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
