"""The command line: what each command prints, its exit codes, and one line for every error."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from click.testing import CliRunner, Result

from figures.cli import main
from figures.publishing.tables import FIELDS

TEXT = "At least 12 people, including three children, were killed and 20 injured in Derna, police said."
OTHER = "A shell hit the market in Derna. It killed at least 12 people and injured 33, the ministry said."
COMMANDS = (
    "start pipeline extract tally numbers explain verify queue decide report total export publish serve evaluate"
    " categories"
).split()


def call(*arguments: object, given: str | bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], input=given)


def told(result: Result) -> str:
    """The one line of an error."""
    assert not result.stdout
    assert result.stderr.count("\n") == 1, result.stderr
    assert result.stderr.startswith("figures: ")
    assert "Traceback" not in result.stderr
    return result.stderr


def lines(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, "utf-8")
    (folder / "b.txt").write_text(OTHER, "utf-8")
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cli")
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text(TEXT, "utf-8")
    (folder / "in" / "b.txt").write_text(OTHER, "utf-8")
    assert call("pipeline", folder / "in", "--db", folder / "f.db").exit_code == 0
    return folder / "f.db"


@pytest.fixture
def db(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(built, tmp_path / "f.db"))


# -- help and usage ---------------------------------------------------------------------------


def test_the_commands_are_listed_in_the_order_of_the_flow() -> None:
    assert main.list_commands(main.make_context("figures", ["categories"])) == COMMANDS
    listed = call("--help").stdout.partition("Commands:")[2]
    assert re.findall(r"^  (\w+) ", listed, re.M) == COMMANDS
    assert "…" not in listed
    assert "..." not in listed, "each line says in whole what a command does"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_shows_an_example_of_itself(command: str) -> None:
    shown = call(command, "--help")
    assert shown.exit_code == 0
    example = shown.stdout.partition("Example:")[2].partition("Options:")[0]
    assert f"figures {command}" in example


@pytest.mark.parametrize(
    "arguments",
    [
        ("nosuch",), ("extract", "--to", "xml"), ("extract", "--from", "nosuch", "-"), ("explain",),
        ("numbers",), ("decide", "3f2a", "maybe"), ("decide", "3f2a", "confirm"), ("export", "xls"),
        ("export", "xlsx"), ("export",),
        ("extract", "no/such.txt"), ("tally", "no/such.txt"), ("numbers", "--from", "text", "no/such"),
        ("pipeline", "no/such.txt", "--db", "x.db"), ("pipeline", "--workers", "none"),
        ("extract", "-", "--published", "one day"),
        ("pipeline", ".", "--codebook", "nope"), ("evaluate",), ("explain", "3f", "--trace", "x"),
    ],
)  # fmt: skip
def test_wrong_usage_exits_2(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = call(*arguments, given="")
    assert result.exit_code == 2, result.stderr
    assert not result.stdout
    assert not list(tmp_path.iterdir()), "nothing is left behind"


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("extract", "-", "--from", "feed"), "cannot be read yet"),
        (("extract", "-", "--from", "warc"), "cannot be read yet"),
        (("pipeline", ".", "--workers", "tcp://machine:8786"), "later version"),
    ],
)
def test_what_comes_later_is_said_to(arguments: tuple[str, ...], says: str) -> None:
    result = call(*arguments, given="")
    assert result.exit_code == 1
    assert says in told(result)


@pytest.mark.parametrize(
    "arguments",
    [
        ("explain", "3f2a"), ("verify",), ("report",), ("export", "csv"), ("serve",),
        ("decide", "3f2a", "confirm", "--by", "Ana", "--reason", "read"),
    ],
)  # fmt: skip
def test_a_database_that_is_not_there_is_one_line(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    path = tmp_path / "no.db"
    result = call(*arguments, "--db", path)
    assert result.exit_code == 1
    assert f"{path}: no such database; `figures pipeline` makes it" in told(result)
    assert not path.exists()


def test_a_file_that_is_no_database_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_text(
        "no database at all, but long enough to look like a file of words"
    )
    assert "not a" in told(call("verify", "--db", tmp_path / "x.db"))


# -- extract ----------------------------------------------------------------------------------


def test_figures_are_printed_as_json_lines(reports: Path) -> None:
    rows = lines(call("extract", reports, "--to", "jsonl"))
    assert [list(row) for row in rows] == [FIELDS] * len(rows)
    assert [(r["document"], r["category"], r["quote"]) for r in rows] == [
        ("a.txt", "killed", "At least 12 people"),
        ("a.txt", "killed", "three children"),
        ("a.txt", "injured", "20"),
        ("b.txt", "killed", "at least 12 people"),
        ("b.txt", "injured", "33"),
    ]
    texts = {"a.txt": TEXT, "b.txt": OTHER}
    assert all(texts[r["document"]][r["start"] : r["end"]] == r["quote"] for r in rows)


def test_csv_has_one_header_for_all_documents(reports: Path) -> None:
    result = call("extract", reports, "--to", "csv")
    rows = list(csv.DictReader(io.StringIO(result.stdout, newline="")))
    assert [r["quote"] for r in rows][-1] == "33"
    assert result.stdout.count("id,document") == 1
    assert len(rows) == 5


def test_a_table_is_printed_where_nothing_else_is_asked_for() -> None:
    result = call("extract", "-", given=TEXT)
    head, first, *_ = result.stdout.splitlines()
    assert head.split() == "category count quote status attributed_to place document".split()
    assert first.split("  ")[0] == "killed"
    assert "At least 12 people" in first


def test_without_a_path_standard_input_is_read() -> None:
    assert call("extract", given=TEXT).stdout == call("extract", "-", given=TEXT).stdout


def test_json_lines_are_read_with_their_ids() -> None:
    given = (
        json.dumps({"id": "one", "text": TEXT}) + "\n" + json.dumps({"id": "two", "text": OTHER})
    )
    rows = lines(call("extract", "-", "--from", "jsonl", "--to", "jsonl", given=given))
    assert {r["document"] for r in rows} == {"one", "two"}


def test_the_date_of_publication_resolves_relative_days() -> None:
    text = "Two miners were killed in Derna on Tuesday."
    [row] = lines(call("extract", "-", "--to", "jsonl", "--published", "2024-05-02", given=text))
    assert row["earliest"] == "2024-04-30"
    [row] = lines(call("extract", "-", "--to", "jsonl", given=text))
    assert row["earliest"] is None


def test_victims_known_by_name_are_printed_with_named() -> None:
    text = "Ana Ruiz was shot dead in Derna. Two guards were wounded."
    assert [r["counted"] for r in lines(call("extract", "-", "--to", "jsonl", given=text))] == [
        "number"
    ]
    named = lines(call("extract", "-", "--to", "jsonl", "--named", given=text))
    assert sorted(r["counted"] for r in named) == ["named", "number"]


def test_one_unreadable_input_is_told_and_the_rest_read(reports: Path) -> None:
    (reports / "bad.txt").write_bytes(b"\x00\x01\x02\xff" * 100)
    result = call("extract", reports, "--to", "jsonl")
    assert result.exit_code == 0
    assert result.stderr.startswith("figures: bad.txt: ")
    assert len(result.stdout.splitlines()) == 5


def test_nothing_readable_at_all_exits_1(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    for command in ("extract", "tally"):
        result = call(command, tmp_path / "empty.txt")
        assert result.exit_code == 1
        assert "nothing could be read" in result.stderr


def test_several_processes_print_what_one_prints(reports: Path) -> None:
    for command in (
        ("extract",),
        ("extract", "--to", "csv"),
        ("extract", "--named", "--to", "jsonl"),
        ("tally",),
    ):
        alone = call(*command, reports, "--workers", "1")
        assert alone.stdout
        assert call(*command, reports, "--workers", "2").stdout == alone.stdout


@pytest.mark.parametrize("to", ["table", "jsonl", "csv"])
def test_hostile_text_reaches_no_terminal_and_no_spreadsheet(to: str) -> None:
    given = json.dumps({"id": "=cmd()\x1b[2J", "text": "\x1b]0;x\x07" + TEXT})
    printed = call("extract", "-", "--from", "jsonl", "--to", to, given=given).stdout
    if to != "csv":  # a CSV file keeps its cells as they are read
        assert not {"\x1b", "\x07"} & set(printed)
    if to == "csv":
        assert ",'=cmd()" in printed


# -- tally and numbers ------------------------------------------------------------------------


def test_a_tally_is_a_line_a_document_and_category(reports: Path) -> None:
    rows = lines(call("tally", reports))
    assert list(rows[0]) == ["document", "category", "low", "best", "high", "attackers", "figures"]
    assert [(r["document"], r["category"], r["low"], r["best"], r["high"]) for r in rows] == [
        ("a.txt", "killed", 12, 12, None), ("a.txt", "injured", 20, 20, 20),
        ("b.txt", "killed", 12, 12, None), ("b.txt", "injured", 33, 33, 33),
    ]  # fmt: skip
    ids = {r["id"] for r in lines(call("extract", reports, "--to", "jsonl"))}
    assert all(set(r["figures"]) <= ids for r in rows)


def test_numbers_of_a_text_are_read_untyped() -> None:
    rows = lines(call("numbers", "Between 20 and 33 of them, or nearly 4-million."))
    assert list(rows[0]) == "document start end quote value low high qualifier".split()
    assert [(r["quote"], r["value"], r["low"], r["high"], r["qualifier"]) for r in rows] == [
        ("Between 20 and 33", None, 20, 33, "range"),
        ("nearly 4-million", 4000000, None, 4000000, "nearly"),
    ]


def test_numbers_read_standard_input_and_paths(reports: Path) -> None:
    assert [r["value"] for r in lines(call("numbers", "-", given="two dozen"))] == [24]
    rows = lines(call("numbers", "--from", "text", reports / "b.txt"))
    assert [(r["document"], r["value"]) for r in rows][-1] == ("b.txt", 33)
    given = json.dumps({"id": "q7", "text": "nine hundred (900) tents"})
    assert {r["document"] for r in lines(call("numbers", "-", "--from", "jsonl", given=given))} == {
        "q7"
    }


# -- explain ----------------------------------------------------------------------------------


def test_explain_shows_the_quote_in_context_and_its_steps(db: Path) -> None:
    exported = lines(call("export", "jsonl", "--db", db))
    figure = next(r for r in exported if r["low"] == 20)
    shown = call("explain", figure["id"][:10], "--db", db)
    assert shown.exit_code == 0
    assert ">>20" in shown.stdout
    assert "were killed and" in shown.stdout
    assert "injured/" in shown.stdout, "the rule"
    assert f"characters {figure['number_start']} to {figure['number_end']}" in shown.stdout


def test_trace_shows_what_the_stages_make_of_a_text() -> None:
    shown = call("explain", "--trace", "Two soldiers were killed.\x1b[2J").stdout
    assert "sentence 1" in shown
    assert "killed/" in shown
    assert "\x1b" not in shown


# -- the database -----------------------------------------------------------------------------


def test_the_pipeline_says_what_it_did(reports: Path, tmp_path: Path) -> None:
    first = call("pipeline", reports, "--db", tmp_path / "f.db")
    assert first.exit_code == 0
    assert "documents 2, new 2, issues 0" in first.stdout
    assert "figures 5" in first.stdout
    again = call("pipeline", reports, "--db", tmp_path / "f.db")
    assert "nothing new" in again.stdout
    assert "documents 2, new 0" in again.stdout
    assert sorted(p.name for p in tmp_path.iterdir()) == ["f.db", "reports"], "no audits by itself"


def test_the_pipeline_writes_the_conflict_report_where_told(reports: Path, tmp_path: Path) -> None:
    audits = tmp_path / "audits"
    assert call("pipeline", reports, "--db", tmp_path / "f.db", "--audits", audits).exit_code == 0
    printed = call("report", "--db", tmp_path / "f.db").stdout
    assert (audits / "conflicts.csv").read_bytes().decode() == printed
    assert len(list(csv.reader(io.StringIO(printed)))) == 2, "a header and one conflict"


def test_the_default_audits_go_with_the_default_database(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert call("pipeline", reports).exit_code == 0
    assert Path("db/figures.db").exists()
    assert Path("audits/conflicts.csv").exists()


def test_strict_stops_at_the_first_unreadable_input(reports: Path, tmp_path: Path) -> None:
    (reports / "0.txt").write_text("")
    result = call("pipeline", reports, "--db", tmp_path / "f.db", "--strict")
    assert result.exit_code == 1
    assert "0.txt" in told(result)
    lenient = call("pipeline", reports, "--db", tmp_path / "f.db")
    assert lenient.exit_code == 0
    assert "figures: 0.txt: empty" in lenient.stderr
    assert "issues 1" in lenient.stdout


def test_verify_tells_by_its_exit_code(db: Path) -> None:
    fine = call("verify", "--db", db)
    assert (fine.exit_code, fine.stderr) == (0, "")
    assert "verified: 2 documents, 5 figures" in fine.stdout
    connection = sqlite3.connect(db)
    connection.execute("UPDATE figure SET high = 21, value = NULL WHERE low = 20")
    connection.commit()
    figure = connection.execute("SELECT id FROM figure WHERE high = 21").fetchone()[0]
    connection.close()
    wrong = call("verify", "--db", db)
    assert wrong.exit_code == 1
    assert f"figure {figure}: high is 21, derived 20\n" in wrong.stdout


def test_verify_exits_3_where_the_rules_were_others(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("figures.audit.verify.rules_hash", lambda: "0123456789abcdef")
    result = call("verify", "--db", db)
    assert result.exit_code == 3
    assert "made with rules" in result.stdout


def test_a_decision_is_written_applied_and_verified(db: Path, tmp_path: Path) -> None:
    audits = tmp_path / "audits"
    figure = next(r["id"] for r in lines(call("export", "jsonl", "--db", db)) if r["low"] == 20)
    said = ("--by", "A. Editor", "--reason", "the ministry's list", "--db", db, "--audits", audits)
    done = call("decide", figure[:12], "correct", "--low", "21", "--high", "open", *said)
    assert done.exit_code == 0, done.stderr
    [ruling] = (json.loads(line) for line in (audits / "decisions.jsonl").read_text().splitlines())
    assert (ruling["ruling"], ruling["set"]) == ("correct", {"low": 21, "high": None})
    assert ruling["was"]["low"] == 20
    assert ruling["subject"][0]["document"] == "a.txt"
    row = next(r for r in lines(call("export", "jsonl", "--db", db)) if r["id"] == figure)
    assert (row["low"], row["high"], row["machine_low"], row["ruled"]) == (
        21,
        None,
        20,
        "corrected",
    )
    assert "published as injured: at least 21" in call("explain", figure, "--db", db).stdout
    assert call("verify", "--db", db, "--audits", audits).exit_code == 0


def test_exports_are_lines_of_the_published_figures(db: Path) -> None:
    rows = lines(call("export", "jsonl", "--db", db))
    table = list(csv.DictReader(io.StringIO(call("export", "csv", "--db", db).stdout, newline="")))
    assert [r["id"] for r in rows] == [r["id"] for r in table]
    assert len(rows) == 5


def test_categories_are_listed_and_shown() -> None:
    listed = call("categories").stdout.splitlines()
    assert listed[0].split()[0] == "killed"
    assert len(listed) >= 22
    assert "examples:" in call("categories", "killed").stdout
    unknown = call("categories", "weather")
    assert unknown.exit_code == 1
    assert "weather: no such category" in told(unknown)


@pytest.mark.parametrize("presses", [1, 2])
def test_serve_shows_the_database_until_it_is_stopped(db: Path, presses: int) -> None:
    program = [
        sys.executable,
        "-c",
        "from figures.cli import main; main()",
        "serve",
        "--db",
        str(db),
        "--port",
        "0",
    ]
    served = subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert served.stdout is not None
    address = served.stdout.readline().strip()
    with urlopen(f"{address}figures/figure.json?_shape=array") as rows:
        assert len(json.load(rows)) == 5
    for _ in range(presses):
        served.send_signal(signal.SIGINT)
    _, errors = served.communicate(timeout=20)
    assert (served.returncode, errors) == (0, "")


def test_a_port_that_is_taken_is_told(db: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        refused = call("serve", "--db", db, "--port", other.getsockname()[1])
    assert (refused.exit_code, "name another with --port" in told(refused)) == (1, True)


# -- as a process -----------------------------------------------------------------------------


def process(*arguments: str, given: bytes = b"", **more: Any) -> subprocess.CompletedProcess[bytes]:
    program = [sys.executable, "-c", "from figures.cli import main; main(prog_name='figures')"]
    return subprocess.run([*program, *arguments], input=given, capture_output=True, **more)


def test_what_is_printed_is_utf_8_whatever_the_locale() -> None:
    text = "At least 12 people were killed in Tromsø, “the mayor” said."
    done = process(
        "extract",
        "-",
        "--to",
        "jsonl",
        given=text.encode(),
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["sentence"] == text


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    rows = [{"id": f"d{n}", "text": TEXT} for n in range(300)]
    (tmp_path / "many.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    program = [sys.executable, "-c", "from figures.cli import main; main(prog_name='figures')"]
    with subprocess.Popen(
        [*program, "extract", str(tmp_path / "many.jsonl"), "--to", "jsonl"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as running:  # fmt: skip
        assert running.stdout
        assert running.stderr
        assert running.stdout.readline().startswith(b"{")
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


def test_an_interrupt_ends_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("figures.reading.read", interrupted)
    result = call("extract", "-", given=TEXT)
    assert result.exit_code == 130
    assert "stopped" in told(result)


def test_bytes_that_are_not_utf_8_end_in_one_line(tmp_path: Path) -> None:
    db = tmp_path / "f.db"
    assert call("pipeline", "-", "--db", db, given=TEXT).exit_code == 0
    figure = json.loads(call("export", "jsonl", "--db", db).stdout.splitlines()[0])["id"]
    for arguments in (
        ("explain", "caf\udce9", "--db", db),
        ("publish", tmp_path / "site", "--title", "Caf\udce9", "--db", db),
        ("decide", figure, "confirm", "--by", "Jos\udce9", "--reason", "read", "--db", db),
    ):
        result = call(*arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.count("\n") >= 1
        assert "\\udce9" in result.stderr.splitlines()[-1]
        assert "not UTF-8" in result.stderr.splitlines()[-1]
    assert not (tmp_path / "site").exists()


def test_the_command_line_loads_nothing_heavy() -> None:
    code = (
        "import sys; from figures.cli import main; "
        "print([m for m in ('sqlite_utils', 'datasette', 'rich', 'yaml', 'dateparser') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
