"""What a disk, a signal or a damaged file does to a command: one line that names the file, nothing half done."""

from __future__ import annotations

import gc
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from full import no_file_beyond

from figures.cli import main
from figures.comparison.index import Index
from figures.conclusions import INDEX
from figures.errors import StoreError, exit_code, in_words, is_damage, naming
from figures.publishing.placing import file_at, folder_at
from figures.reading.html import _dates_in_json
from figures.store import Store

TEXT = "LESK, 2 May 2024 - At least {} people were killed and {} injured in a fire in Porto, police said."
PAGE = 4096


def call(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def line(result: Result) -> str:
    """The one line that a command which failed printed last; never a traceback."""
    assert result.exit_code == 1, result.output[-1000:]
    assert isinstance(result.exception, SystemExit), result.exception
    last = result.stderr.splitlines()[-1]
    assert last.startswith("figures: ")
    return last


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("failures")
    rows = [{"id": f"r{n}", "text": TEXT.format(n + 2, n + 5)} for n in range(120)]
    reports = folder / "reports.jsonl"
    reports.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    assert call("pipeline", reports, "--db", folder / "f.db").exit_code == 0
    return folder / "f.db"


@pytest.fixture
def db(built: Path, tmp_path: Path) -> Path:
    (tmp_path / "db").mkdir()
    return Path(shutil.copy(built, tmp_path / "db" / "f.db"))


def beside(db: Path) -> list[str]:
    """What lies in the folder of the test but for the database."""
    return sorted(
        p.name for p in db.parent.parent.rglob("*") if "f.db" not in p.name and p.name != "db"
    )


# -- a disk that is full ----------------------------------------------------------------------


def test_a_new_database_on_a_full_disk_is_named_and_the_next_run_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format(12, 3), "utf-8")
    db = tmp_path / "new.db"
    with no_file_beyond(100_000):
        told = line(call("pipeline", tmp_path / "a.txt", "--db", db))
    assert str(db) in told
    assert "is the disk full" in told
    assert "verify" not in told, "nothing is wrong with it"
    assert call("pipeline", tmp_path / "a.txt", "--db", db).exit_code == 0
    assert call("verify", "--db", db).exit_code == 0


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize(
    "wanted",
    ["export csv --out {}", "export xlsx --out {}", "export datapackage --out {}", "publish {}"],
)
def test_what_cannot_be_written_is_named_and_leaves_nothing(
    db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wanted: str
) -> None:
    pytest.importorskip("xlsxwriter")
    target = tmp_path / "out"
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with (
        Store(db, create=False),
        no_file_beyond(33_000),
    ):  # the index of its log is there, and is read
        told = line(call(*wanted.format(target).split(), "--db", db))
    gc.collect()  # what the writer of workbooks left open
    assert str(target) in told
    assert re.search("space|full|too large", told)
    assert str(db) not in told
    assert beside(db) == []


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no such device here")
@pytest.mark.parametrize("words", [["--help"], ["--version"], ["categories"], ["export", "--help"]])
def test_a_screen_that_takes_no_more_is_told_without_a_traceback(words: list[str]) -> None:
    program = [sys.executable, "-c", "from figures.cli import main; main(prog_name='figures')"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*program, *words], stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        "figures: standard output: No space left on device; free some space and run it again"
    ]


def test_an_error_that_names_no_file_is_given_one() -> None:
    with pytest.raises(OSError, match=r"a\.csv") as told, naming("a.csv"):
        raise OSError(28, "No space left on device")
    assert (
        in_words(told.value) == "a.csv: No space left on device; free some space and run it again"
    )
    with pytest.raises(FileNotFoundError, match=r"b\.txt") as other, naming("a.csv"):
        raise FileNotFoundError(2, "No such file or directory", "b.txt")
    assert in_words(other.value) == "b.txt: No such file or directory"


# -- what stands in the way -------------------------------------------------------------------


def test_no_export_takes_the_place_of_a_database(db: Path) -> None:
    before = db.read_bytes()
    link = db.with_name("link.csv")
    link.symlink_to(db)
    for target in (db, link):
        told = line(call("export", "csv", "--db", db, "--out", target))
        assert "a database stands there; name another file" in told
    assert db.read_bytes() == before


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with file_at(pipe) as path:
        path.write_bytes(b"figures")
    assert os.read(reader, 100) == b"figures"
    os.close(reader)
    assert pipe.is_fifo()
    assert [p.name for p in tmp_path.iterdir()] == ["pipe"]


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "there.csv").write_text("before")
    (tmp_path / "link.csv").symlink_to("there.csv")
    with file_at(tmp_path / "link.csv") as path:
        path.write_text("after")
    assert (tmp_path / "there.csv").read_text() == "after"
    assert (tmp_path / "link.csv").is_symlink()


def test_a_folder_that_cannot_be_put_in_its_place_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "old").touch()
    really = Path.rename

    def stopped(path: Path, to: Path) -> Path:
        if to == site and path.name == "site":
            raise KeyboardInterrupt
        return really(path, to)

    monkeypatch.setattr(Path, "rename", stopped)
    with pytest.raises(KeyboardInterrupt), folder_at(site) as made:
        (made / "new").touch()
    assert [p.name for p in tmp_path.rglob("*")] == ["site", "old"]


def test_a_place_without_rights_is_named_as_the_user_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, dir: Path, **__: object) -> None:
        raise PermissionError(13, "Permission denied", f"{dir}/.hidden")

    monkeypatch.setattr("tempfile.TemporaryDirectory", refused)
    with pytest.raises(PermissionError) as told, file_at(tmp_path / "x.csv"):
        pass
    assert in_words(told.value) == (
        f"{tmp_path / 'x.csv'}: Permission denied; name a place that you have the rights to"
    )


def test_what_a_run_writes_is_no_report_of_the_next(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT.format(12, 3), "utf-8")
    (tmp_path / "b.txt").write_text(TEXT.format(31, 40), "utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "c.md").write_text(TEXT.format(12, 3), "utf-8")
    words = ("pipeline", tmp_path, "--db", tmp_path / "out" / "f.db", "--audits", tmp_path / "out")
    assert "documents 3, new 3, issues 0" in call(*words).stdout
    assert (tmp_path / "out" / "conflicts.md").is_file()
    again = call(*words)
    assert "documents 3, new 0, issues 0" in again.stdout
    assert again.stderr == ""
    named = call("extract", tmp_path / "out" / "conflicts.csv")
    assert "tables" in named.stderr, "what is named is read, or told"


# -- a database that is damaged ---------------------------------------------------------------


def hurt(db: Path, table: str) -> None:
    """Blank every page of a table."""
    connection = sqlite3.connect(db)
    [(first,)] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,))
    connection.close()
    content = bytearray(db.read_bytes())
    content[(first - 1) * PAGE : first * PAGE] = b"\xff" * PAGE
    db.write_bytes(content)


def test_what_is_cut_off_is_damaged_and_not_of_another_kind(db: Path) -> None:
    os.truncate(db, 40 * PAGE)
    for words in (["total"], ["export", "csv"], ["pipeline", db.parent.parent]):
        (db.parent.parent / "a.txt").write_text(TEXT.format(12, 3), "utf-8")
        told = line(call(*words, "--db", db))
        assert f"{db}: damaged (" in told
        assert "move it away" in told
    assert db.stat().st_size == 40 * PAGE, "and is left as it is"


def test_verify_tells_of_the_damage_itself(db: Path) -> None:
    hurt(db, "toll")
    verified = call("verify", "--db", db)
    assert verified.exit_code == 1
    assert "damaged" in verified.stdout
    assert "`figures verify`" not in verified.output, "which would lead nowhere"
    told = line(call("total", "--db", db))
    assert f"{db}: damaged" in told


def test_bytes_that_are_no_text_are_damage_and_not_printed(db: Path) -> None:
    with sqlite3.connect(db) as connection:
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'document'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        words = b"\xff" + b"locked " * 9000
        connection.execute("UPDATE document SET publisher = CAST(? AS TEXT)", (words,))
    told = line(call("export", "csv", "--db", db))
    assert "damaged" in told
    assert len(told) < 500


def test_damage_is_told_of_the_database_that_was_there(tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"no database at all" * 300)
    with (
        pytest.raises(sqlite3.DatabaseError) as told,
        Store(tmp_path / "new.db"),
        sqlite3.connect(broken) as other,
    ):
        other.execute("SELECT * FROM sqlite_master")
    assert is_damage(told.value)
    with pytest.raises(StoreError, match=re.escape(f"{broken}: not a SQLite database")):
        Store(broken)


def test_a_damaged_index_of_the_comparison_is_thrown_away(
    db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("figures.conclusions.FEW", 5)
    more = db.parent.parent / "more.txt"
    for dead in (71, 72):
        more.write_text(TEXT.format(dead, 1), "utf-8")
        assert call("pipeline", more, "--db", db).exit_code == 0
    index = Path(f"{db}{INDEX}")
    with Index(index) as whole:
        assert whole.is_whole()
    hurt(index, "account")
    more.write_text(TEXT.format(73, 1), "utf-8")
    told = line(call("pipeline", more, "--db", db))
    assert f"{index}: was damaged, and is thrown away; run it again" in told
    assert call("pipeline", more, "--db", db).exit_code == 0
    assert call("verify", "--db", db).exit_code == 0


def test_two_who_make_one_database_at_once_share_it(tmp_path: Path) -> None:
    program = [sys.executable, "-c", "from figures.cli import main; main(prog_name='figures')"]
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(TEXT.format(12, 3), "utf-8")
    for attempt in range(3):
        db = tmp_path / f"{attempt}.db"
        both = [
            subprocess.Popen([*program, "pipeline", str(tmp_path / f"{name}.txt"), "--db", str(db)],
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            for name in "ab"
        ]  # fmt: skip
        assert [(one.communicate()[1], one.returncode) for one in both] == [(b"", 0), (b"", 0)]
        with Store(db) as store:
            assert store.one("SELECT count(*) FROM document") == 2


# -- signals ----------------------------------------------------------------------------------


def running(process: int) -> bool:
    with suppress(OSError):
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no list of processes here")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_nobody_goes_on_reading_for_a_program_that_was_ended(
    tmp_path: Path, number: signal.Signals
) -> None:
    rows = [{"id": f"r{n}", "text": TEXT.format(n + 2, 4) * 40} for n in range(400)]
    (tmp_path / "r.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    program = [sys.executable, "-c", "from figures.cli import main; main(prog_name='figures')"]
    words = ["extract", str(tmp_path / "r.jsonl"), "--to", "jsonl", "--workers", "2"]
    with subprocess.Popen(
        [*program, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as one:
        assert one.stdout
        assert one.stderr
        assert one.stdout.readline()
        children = Path(f"/proc/{one.pid}/task/{one.pid}/children").read_text().split()
        assert len(children) >= 2
        one.send_signal(number)
        one.stdout.close()
        one.wait(20)
        told = one.stderr.read() if number == signal.SIGTERM else b""
    assert one.returncode == (143 if number == signal.SIGTERM else -9)
    assert b"Traceback" not in told
    end = time.monotonic() + 15
    while any(running(int(child)) for child in children):
        assert time.monotonic() < end, "its processes are still there"
        time.sleep(0.1)


def test_asked_to_end_it_takes_away_what_is_half_written(db: Path, tmp_path: Path) -> None:
    code = (
        "import os, signal; from figures.cli import main; from figures.publishing.public import folder\n"
        "folder._write_site = lambda *_: os.kill(os.getpid(), signal.SIGTERM)\n"
        f"main(['publish', {str(tmp_path / 'site')!r}, '--db', {str(db)!r}])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.returncode == 143
    assert "stopped" in done.stderr.splitlines()[-1]
    assert beside(db) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("more", [[], ["--review", "--audits", "rulings"]])
def test_pages_end_without_a_word_when_asked(
    db: Path, tmp_path: Path, number: signal.Signals, more: list[str]
) -> None:
    program = [sys.executable, "-c", "from figures.cli import main; main(prog_name='figures')"]
    words = ["serve", "--db", str(db), "--port", "0", *more]
    with subprocess.Popen(
        [*program, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path
    ) as served:
        assert served.stdout
        assert any(line.startswith(b"Stop with") for line in served.stdout)
        served.send_signal(number)
        assert served.communicate(timeout=20)[1] == b""
    assert served.returncode == 0
    assert [p.name for p in db.parent.iterdir()] == ["f.db"], "nothing is left beside it"


def test_a_signal_is_told_to_the_shell_by_its_number() -> None:
    from figures.errors import Stopped

    assert exit_code(Stopped(15)) == 143
    assert exit_code(KeyboardInterrupt()) == 130


# -- what is told -----------------------------------------------------------------------------


def test_a_name_without_end_does_not_fill_the_terminal(tmp_path: Path) -> None:
    row = json.dumps({"id": "x" * 500_000, "text": "Nobody came."})
    (tmp_path / "r.jsonl").write_text(f"{row}\n{row}\n", "utf-8")
    told = call("extract", tmp_path / "r.jsonl", "--to", "jsonl").stderr
    assert told.startswith("figures: r.jsonl:2: the name 'xxx")
    assert told.endswith("comes twice in this run; this one was left out\n")
    assert len(told) < 3000


# -- what a page can hold ---------------------------------------------------------------------


def test_a_script_of_very_many_values_takes_no_longer_for_each_of_them() -> None:
    def seconds(size: int) -> float:
        began = time.perf_counter()
        assert list(_dates_in_json("[" + "1," * size + '{"datePublished": "2024-05-01"}]'))
        return time.perf_counter() - began

    assert seconds(1_000_000) < 60 * max(seconds(50_000), 0.01)
