"""`figures start FOLDER`: from a folder of reports to pages in the browser, and again with new reports."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from figures import starting
from figures.cli import main
from figures.errors import FiguresError
from figures.publishing import serving

FIRST = "A shell hit the market in Derna on Monday, 4 March 2019. At least 12 people were killed, police said."
SECOND = (
    "The shelling of the market in Derna on Monday, 4 March 2019, killed 15 people, the mayor said."
)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "my reports (2019) é"
    folder.mkdir()
    (folder / "a.txt").write_text(FIRST, "utf-8")
    return folder


def built(folder: Path) -> list[str]:
    told: list[str] = []
    starting.build(folder, told.append)
    return told


@contextmanager
def started(
    folder: Path, *words: str, **environment: str
) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The real command in a process of its own; gives the address that it tells."""
    process = subprocess.Popen(
        [sys.executable, "-c", "from figures.cli import main; main()", "start", str(folder), *words],
        stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, encoding="utf-8", env={**os.environ, **environment},
    )  # fmt: skip
    assert process.stderr is not None
    told: list[str] = []
    try:
        for line in process.stderr:
            told.append(line)
            if "http://" in line:
                yield line.split()[-1], process
                break
        else:
            pytest.fail(f"no address: {told}")
    finally:
        if process.poll() is None:
            process.kill()
        process.stderr.close()
        process.wait()


def test_a_folder_is_read_shown_and_left_cleanly(reports: Path) -> None:
    with started(reports, "--no-browser", "--port", "0") as (address, process):
        with urlopen(address) as page:
            assert page.status == 200
            assert "Content-Security-Policy".lower() in {name.lower() for name in page.headers}
        with urlopen(f"{address}figures/figure.json?_shape=array") as rows:
            assert b"At least 12 people" in rows.read()
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
        assert process.stderr is not None
        assert "stopped" in process.stderr.read()
    assert {p.name for p in reports.iterdir()} == {".figures", "a.txt"}
    assert {p.name for p in (reports / ".figures").iterdir()} == {
        "figures.db",
        "conflicts.csv",
        "conflicts.md",
    }


def test_the_browser_that_the_user_names_is_opened(reports: Path, tmp_path: Path) -> None:
    seen = tmp_path / "seen.txt"
    script = tmp_path / "browser.py"
    script.write_text(f"import sys, pathlib; pathlib.Path({str(seen)!r}).write_text(sys.argv[1])")
    with started(reports, "--port", "0", BROWSER=f"{sys.executable} {script} %s") as (address, _):
        for _ in range(100):
            if seen.exists() and seen.read_text():
                break
            time.sleep(0.1)
        assert seen.read_text() == address


def test_a_second_start_reads_only_what_is_new(reports: Path) -> None:
    first = built(reports)
    assert any("1 report (1 new), 1 figure" in line for line in first)
    (reports / "b.txt").write_text(SECOND, "utf-8")
    second = built(reports)
    assert any("2 reports (1 new), 2 figures, 1 incident" in line for line in second)
    third = built(reports)
    assert any("nothing new" in line for line in third)


def test_what_cannot_be_read_is_told_and_the_rest_is_shown(reports: Path) -> None:
    (reports / "0000.txt").write_bytes(b"")
    for number in range(12):
        (reports / f"{number}.bin").write_bytes(bytes(range(256)))
    told = built(reports)
    assert any("0000.txt" in line for line in told)
    assert any("more that could not be read" in line for line in told)
    assert any("1 figure" in line for line in told)


def test_a_folder_without_reports_says_so(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["start", str(tmp_path)])
    assert (
        done.exit_code,
        "nothing could be read" in done.output or "no report" in done.output,
    ) == (1, True)


def test_reports_that_are_gone_are_shown_from_the_database(reports: Path) -> None:
    built(reports)
    (reports / "a.txt").unlink()
    told = built(reports)
    assert any("what was read before is shown" in line for line in told)


@pytest.mark.parametrize("word", ["no/such", "file.txt"])
def test_what_is_no_folder_is_wrong_usage(
    word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file.txt").write_text(FIRST)
    assert CliRunner().invoke(main, ["start", word]).exit_code == 2


def test_a_folder_that_cannot_be_written_to_says_what_to_do(
    reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(starting.pipeline, "run", refused)
    with pytest.raises(FiguresError, match="copy the reports"):
        built(reports)


def test_a_port_that_is_taken_gives_way_or_is_told() -> None:
    with socket.socket() as other:
        other.bind((serving.HOST, 0))
        other.listen()
        taken = other.getsockname()[1]
        with serving.listening(taken, or_any=True) as free:
            assert free.getsockname()[1] not in (0, taken)
        with pytest.raises(FiguresError, match=f"port {taken}:"):
            serving.listening(taken)


def test_a_browser_in_the_terminal_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BROWSER", raising=False)
    monkeypatch.setattr(webbrowser, "get", lambda: webbrowser.GenericBrowser("true"))
    assert starting.open_browser("http://127.0.0.1/") is False

    def none() -> None:
        raise webbrowser.Error("no browser")

    monkeypatch.setattr(webbrowser, "get", none)
    assert starting.open_browser("http://127.0.0.1/") is False


def test_a_folder_moved_with_its_database_goes_on(reports: Path, tmp_path: Path) -> None:
    built(reports)
    moved = Path(shutil.move(reports, tmp_path / "moved"))
    assert any("nothing new" in line for line in built(moved))


def test_no_module_of_the_command_needs_a_shell_or_a_fork() -> None:
    for module in ("starting.py", "cli/start.py", "publishing/serving.py"):
        text = (Path(starting.__file__).parent / module).read_text("utf-8")
        for word in ("os.exec", "os.fork", "shell=True", "subprocess", "os.system", "signal.SIG"):
            assert word not in text
