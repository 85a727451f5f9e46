"""The accuracy scorecard: run the program on gold data, score what it prints, hold it to its floors.

The scoring is done by ``score.py``, which stands with the gold data and not here: it reads what the
commands print, so that the figures are those of the program as people use it. What goes wrong is sorted
into kinds by `figures.audit.mistakes`. Reports hold figures only; the texts of errors go to
``build/errors.jsonl``, which is never kept.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from figures.audit import mistakes
from figures.audit.measures import measures_of
from figures.errors import FiguresError
from figures.publishing.placing import file_at

Progress = Callable[[str], None]
Result = dict[str, Any]  # measure's row → its figures, as score.py prints them


_BESIDE = frozenset({"press_pairs"})  # gold of another file's measure, no texts of its own

_COMMANDS = {
    "figures": ("extract", "--workers", "1", "--from", "jsonl", "--to", "jsonl"),
    "named": ("extract", "--workers", "1", "--from", "jsonl", "--to", "jsonl", "--named"),
    "tallies": ("tally", "--workers", "1", "--from", "jsonl"),
    "numbers": ("numbers", "--from", "jsonl"),
}
SLACK = 0.01  # how far below the figures of today their floors are set


@dataclass(slots=True)
class SetScore:
    """What was measured on one gold file."""

    name: str
    sha256: str
    texts: int
    results: dict[str, Result] = field(default_factory=dict)  # measure's label → result
    kinds: Counter[str] = field(default_factory=Counter)  # kind of error → how often
    printed: int = 0  # figures printed, for files without gold
    pinned: dict[str, float] = field(default_factory=dict)  # "measure: row/figure" → value

    def figures(self, label: str) -> list[str]:
        """The pinned figures of a measure, each with its value: "killed exact 0.93"."""
        told = ((name.partition(": "), value) for name, value in self.pinned.items())
        return [f"{row.replace('/', ' ')} {v}" for (mine, _, row), v in told if mine == label]


@dataclass(slots=True)
class Scorecard:
    """All that was measured in one call, and which floors were broken or not judged."""

    sets: list[SetScore]
    below: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    @property
    def passed(self) -> bool:
        return not self.below

    def lines(self) -> Iterator[str]:
        """The pinned figures of each set in a line a measure, then what the floors have to say."""
        for score in self.sets:
            for label in score.results:
                yield f"{score.name}  {label}  " + "  ".join(score.figures(label))
            if not score.results:
                yield f"{score.name}  {score.texts} texts read, {score.printed} figures printed"
        yield from (f"not judged: {line}" for line in self.skipped)
        yield from (f"below its floor: {line}" for line in self.below)


def evaluate(
    gold: Sequence[Path],
    *,
    report: Path | None = None,
    floors: Path | None = None,
    pin: bool = False,
    build: Path = Path("build"),
    progress: Progress = lambda line: None,
) -> Scorecard:
    """Score the program on gold files (or folders of them).

    ``report`` is written as Markdown; ``floors`` is a JSON file of least figures, held to, or written
    anew where ``pin``; the program's output and the texts of errors go under ``build``.
    Raises FiguresError where there is no gold, no scorer, or the program fails on a text.
    """
    files = list(_gold_files(gold))
    if not files:
        where = ", ".join(map(str, gold)) or "the command"
        raise FiguresError(f"{where}: no gold data (*.jsonl) there; name a gold file or its folder")
    work = build / "evaluate"
    work.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(max_workers=2) as pool:
        scored = list(pool.map(lambda path: _score_file(path, work, progress), files))
    with (build / "errors.jsonl").open("w", encoding="utf-8") as out:
        for _, errors in scored:
            for error in errors:
                out.write(json.dumps(error, ensure_ascii=False, sort_keys=True) + "\n")
    card = Scorecard([score for score, _ in scored])
    if floors is not None and pin:
        _write_floors(floors, card)
    elif floors is not None:
        _hold_to(floors, card)
    if report is not None:
        with file_at(report) as made:
            made.write_text(_markdown(card), encoding="utf-8")
    return card


def _gold_files(gold: Sequence[Path]) -> Iterator[Path]:
    for path in gold:
        found = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
        yield from (f for f in found if f.stem not in _BESIDE)


def _scorer(gold: Path) -> Path:
    for folder in gold.resolve().parents[:3]:
        if (folder / "score.py").is_file():
            return folder / "score.py"
    raise FiguresError(
        f"{gold}: no score.py beside it or above it; the gold data brings its scorer"
    )


def _rows(path: Path) -> list[dict[str, Any]]:
    rows = []
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    row = json.loads(line)
                    row["id"], row["text"] = str(row["id"]), str(row["text"])
                except (ValueError, KeyError, TypeError, RecursionError) as error:
                    raise FiguresError(
                        f"{path}:{number}: no gold row with id and text ({error}); one JSON object a line"
                    ) from None
                rows.append(row)
    return rows


def _printed(output: Path) -> list[dict[str, Any]]:
    with output.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _score_file(
    path: Path, work: Path, progress: Progress
) -> tuple[SetScore, list[dict[str, Any]]]:
    rows = _rows(path)
    score = SetScore(path.stem, sha256(path.read_bytes()).hexdigest(), len(rows))
    measures = measures_of(path.stem, rows)
    outputs: dict[str, Path] = {}
    for given in dict.fromkeys([measure.given for measure in measures] or ["figures"]):
        outputs[given] = _run_program(given, path, work)
    for measure in measures:
        arguments = [str(path.parent / a) if a.endswith(".jsonl") else a for a in measure.arguments]
        result = _run_scorer(
            path, [measure.command, str(path), str(outputs[measure.given]), *arguments]
        )
        score.results[measure.label] = result
        for name in measure.pinned:
            row, _, figure = name.rpartition("/")
            value = result.get(row, {}).get(figure)
            if value is not None:
                score.pinned[f"{measure.label}: {name}"] = value
    errors: list[dict[str, Any]] = []
    if measures and "tallies" in outputs:
        errors += mistakes.of_tallies(rows, _printed(outputs["tallies"]))
    if measures and "figures" in outputs:
        missed = mistakes.of_figures(rows, _printed(outputs["figures"]))
        texts = {row["id"]: row["text"] for row in rows}
        for error in missed:
            if error["printed"] is None:
                error["rejected"] = _rejected(texts[error["document"]], error["gold"])
        errors += missed
    for error in errors:
        error["set"] = path.stem
    score.kinds = Counter(error["kind"] for error in errors)
    if "figures" in outputs:
        score.printed = len(_printed(outputs["figures"]))
    progress(f"{path.stem}: {len(rows)} texts")
    return score, errors


def _rejected(text: str, missed: dict[str, Any]) -> list[str]:
    """The rules that rejected the numerals of a figure that was missed."""
    from figures.extraction import extract_document
    from figures.model import Document

    rejections = extract_document(Document("gold", text)).rejections
    return sorted(
        {r.rule for r in rejections if r.start < missed["end"] and missed["start"] < r.end}
    )


def _run_program(given: str, gold: Path, work: Path) -> Path:
    """The program's output on a gold file, in a file or a database."""
    if given == "database":
        database, audits = work / f"{gold.stem}.db", work / gold.stem
        audits.mkdir(exist_ok=True)
        for old in work.glob(f"{gold.stem}.db*"):
            old.unlink()
        arguments = [
            "pipeline",
            str(gold),
            "--from",
            "jsonl",
            "--db",
            str(database),
            "--audits",
            str(audits),
        ]
        _figures(arguments, work / f"{gold.stem}.log")
        return database
    output = work / f"{gold.stem}.{given}.jsonl"
    command, *options = _COMMANDS[given]
    _figures([command, str(gold), *options], output)
    return output


def _figures(arguments: Sequence[str], output: Path) -> None:
    program = [sys.executable, "-c", "from figures.cli import main; main()"]
    with output.open("w", encoding="utf-8") as out:
        done = subprocess.run(  # noqa: S603 - our own program
            [*program, *arguments], stdout=out, stderr=subprocess.PIPE, text=True, check=False
        )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no message"])[-1]
        raise FiguresError(f"figures {' '.join(arguments)}: exit {done.returncode}: {last}")


def _run_scorer(gold: Path, arguments: Sequence[str]) -> Result:
    scorer = _scorer(gold)
    done = subprocess.run(  # noqa: S603 - the scorer that the caller's gold data brings
        [sys.executable, str(scorer), *arguments], capture_output=True, text=True, check=False
    )
    lines = done.stdout.strip().splitlines()
    if done.returncode or not lines:
        last = (done.stderr.strip().splitlines() or ["it printed nothing"])[-1]
        raise FiguresError(f"{scorer} {arguments[0]} {gold}: {last}")
    result = json.loads(lines[-1])
    assert isinstance(result, dict)
    return {name.strip(): row for name, row in result.items()}


def _write_floors(path: Path, card: Scorecard) -> None:
    """Raise every floor to a little below where its figure stands; sets not measured now keep theirs.

    A floor set on the same texts is never lowered: that takes a hand, and its reason in the changelog.
    """
    kept = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    for score in card.sets:
        if score.pinned:
            least = {
                name: round(max(0.0, value - SLACK), 3) for name, value in score.pinned.items()
            }
            before = kept.get(score.name, {})
            old = before["least"] if before.get("sha256") == score.sha256 else {}
            least |= {name: max(value, least.get(name, 0.0)) for name, value in old.items()}
            kept[score.name] = {"sha256": score.sha256, "least": least}
    with file_at(path) as made:
        made.write_text(json.dumps(kept, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def _hold_to(path: Path, card: Scorecard) -> None:
    try:
        floors = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise FiguresError(
            f"{path}: no floors to hold to ({error}); write them with --pin"
        ) from None
    for score in card.sets:
        pinned = floors.get(score.name)
        if pinned is None:
            continue
        if pinned["sha256"] != score.sha256:
            card.skipped.append(
                f"{score.name}: not the texts the floors were set on, so not judged"
            )
            continue
        for name, least in pinned["least"].items():
            value = score.pinned.get(name)
            if value is None:
                card.below.append(f"{score.name}: {name} is no longer measured (floor {least})")
            elif value < least:
                card.below.append(f"{score.name}: {name} is {value}, below its floor of {least}")


def _markdown(card: Scorecard) -> str:
    lines = [
        "# Accuracy",
        "",
        "Written by `make evaluate`: the program's output scored against gold figures by the scorer that",
        "comes with the gold data. What each measure means is told there. p is precision, r recall.",
    ]
    lines += ["", "| texts | of | measured by | figures |", "|---|--:|---|---|"]
    for score in card.sets:
        for label in score.results:
            figures = " · ".join(score.figures(label)[:6])
            lines.append(f"| {score.name} | {score.texts:,} | {label} | {figures} |")
    for score in card.sets:
        lines += ["", f"## {score.name}", "", f"{score.texts:,} texts, sha256 {score.sha256[:16]}."]
        if not score.results:
            lines += [
                "",
                f"No gold figures; read without an error, {score.printed:,} figures printed.",
            ]
        for label, result in score.results.items():
            lines += ["", f"**{label}**", "", "| | |", "|---|---|"]
            lines += [f"| {name} | {_cells(row)} |" for name, row in result.items()]
        if score.kinds:
            lines += ["", "**kinds of error**", "", "| kind | count |", "|---|--:|"]
            ordered = sorted(score.kinds.items(), key=lambda item: (-item[1], item[0]))
            lines += [f"| {kind} | {count:,} |" for kind, count in ordered]
    return "\n".join(lines) + "\n"


def _cells(row: object) -> str:
    if isinstance(row, dict):
        return " · ".join(f"{name} {value}" for name, value in row.items())
    return str(row)
