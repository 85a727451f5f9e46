"""How fast every kind of page answers on a large database: `make bench-pages`.

Makes the database first where it is not there, or not of the present schema (bench/database.py). Starts the
site as `figures serve` does, asks each kind of page for several rows, one request at a time, and
prints the median beside the limit. Exit 1 where a median is above its limit or a page fails.
"""

from __future__ import annotations

import argparse
import http.client
import os
import socket
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from bench.database import build
from figures.store import schema

LIMIT, HOME_LIMIT = 500, 1000  # milliseconds at the median
TIMES = 7  # requests of each kind
PATIENCE = 60  # seconds that one request may take


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page: its name in the table, and the paths asked for in turn."""

    name: str
    paths: tuple[str, ...]
    limit: int = LIMIT


def kinds(connection: sqlite3.Connection) -> list[Kind]:
    """Every kind of page, with rows of this database: typical ones, spread over all, and the largest."""

    def ask(sql: str, *parameters: object) -> list[str]:
        return [row[0] for row in connection.execute(sql, parameters)]

    def rows(table: str, ids: list[str]) -> tuple[str, ...]:
        return tuple(f"/figures/{table}/{id}" for id in ids)

    def every(table: str) -> list[str]:
        """Ids spread evenly over a table, by its order of writing."""
        [last] = ask(f"SELECT max(rowid) FROM {table}")  # noqa: S608
        return [
            ask(f"SELECT id FROM {table} WHERE rowid >= ? LIMIT 1", int(last) * n // (TIMES + 1))[0]  # noqa: S608
            for n in range(1, TIMES + 1)
        ]

    def most(table: str, column: str) -> str:
        """The value that most rows have."""
        return ask(f"SELECT {column} FROM {table} GROUP BY 1 ORDER BY count(*) DESC LIMIT 1")[0]  # noqa: S608

    largest = most("document_incident", "incident_id")
    biggest = most("toll t JOIN claim c ON c.toll_id = t.id", "incident_id")
    [longest] = ask("SELECT id FROM document ORDER BY length(text) DESC LIMIT 1")
    [crowded] = ask("SELECT id FROM figure WHERE document_id = ? LIMIT 1", longest)
    [disputed] = ask(
        "SELECT f.figure_id FROM toll t JOIN claim c ON c.toll_id = t.id"
        " JOIN claim_figure f ON f.claim_id = c.id WHERE t.incident_id = ? LIMIT 1",
        biggest,
    )
    pairs = ask(
        "SELECT left_claim_id || ',' || right_claim_id FROM claim_relation"
        " WHERE relation = 'conflict' LIMIT ?",
        TIMES,
    )
    publisher, country = most("document", "publisher"), most("figure", "country")
    rare = ask("SELECT title FROM document ORDER BY rowid DESC LIMIT 1")[0].split()[-1]

    def table(name: str, **arguments: str) -> tuple[str, ...]:
        return (f"/figures/{name}" + (f"?{urlencode(arguments)}" if arguments else ""),)

    listed = [
        Kind("home", ("/",), HOME_LIMIT),
        Kind("database", ("/figures",)),
        Kind("incident, typical", rows("incident", every("incident"))),
        Kind("incident, most documents", rows("incident", [largest])),
        Kind("incident, most claims", rows("incident", [biggest])),
        Kind("figure, typical", rows("figure", every("figure"))),
        Kind("figure of the longest document", rows("figure", [crowded])),
        Kind("figure of the largest incident", rows("figure", [disputed])),
        Kind("document, typical", rows("document", every("document"))),
        Kind("document, longest", rows("document", [longest])),
        Kind("two claims in conflict", rows("claim_relation", pairs)),
        Kind(
            "toll, claim, run",
            (*rows("toll", every("toll")), *rows("claim", every("claim")), *rows("run", ["1"])),
        ),
        Kind("conflicts", ("/conflicts",)),
        Kind("conflicts, newest report first", ("/conflicts?order=said",)),
        Kind("conflicts, filtered", (f"/conflicts?country={country}&category=killed&gap=5",)),
        Kind("conflicts, by who says so", ("/conflicts?by=official&against=armed_group",)),
        Kind("conflicts as JSON", ("/conflicts.json",)),
        Kind("conflicts as a feed", ("/conflicts.atom",)),
        Kind("table open_conflict", table("open_conflict")),
        Kind("table open_conflict, filtered", table("open_conflict", country=country)),
        Kind("incidents", table("incident")),
        Kind("incidents of a country", table("incident", country=country)),
        Kind("figures", table("published_figure")),
        Kind("figures of a category", table("published_figure", category="abducted")),
        Kind("figures of a country", table("published_figure", country=country)),
        Kind("figures denied", table("published_figure", status="denied")),
        Kind("figures ruled on", table("published_figure", ruled="corrected")),
        Kind(
            "figures of two filters", table("published_figure", category="killed", country=country)
        ),
        Kind("figures, later page", table("published_figure", _next="5000")),
        Kind("documents", table("document")),
        Kind("documents of a publisher", table("document", publisher=publisher)),
        Kind("documents, by name", table("document", _sort="name")),
        Kind("search, common word", table("document", _search="killed")),
        Kind("search, two words", table("document", _search="ministry flood")),
        Kind("search, rare word", table("document", _search=rare)),
        Kind("search, nothing found", table("document", _search="xylophones")),
        Kind("machine's figures", table("figure")),
        Kind("machine's figures of a category", table("figure", category="killed")),
        *(
            Kind(f"table {name}", table(name))
            for name in (
                "document_incident toll claim claim_figure claim_relation toll_by_codebook finding incident_pair "
                "evidence rejection counted_toll countable_toll comparison ruling rule run log issue summary source"
            ).split()
        ),
    ]
    for name in ("published_figure", "open_conflict", "document", "incident", "figure"):
        listed.append(Kind(f"{name} as JSON", (f"/figures/{name}.json?_shape=objects",)))
        listed.append(Kind(f"{name} as CSV, first page", (f"/figures/{name}.csv",)))
    listed += [Kind(f"question {name}", (f"/figures/{name}",)) for name in questions()]
    return listed


def questions() -> list[str]:
    """The canned queries."""
    import yaml

    found = yaml.safe_load(Path("db/metadata.yaml").read_text("utf-8"))
    return list(found["databases"]["figures"].get("queries", {}))


def current(path: Path) -> bool:
    """Is there a database of the present schema?"""
    if not path.exists():
        return False
    with closing(sqlite3.connect(path)) as connection, closing(sqlite3.connect(":memory:")) as new:
        schema.create(new)
        return schema.fingerprint(connection) == schema.fingerprint(new)


@contextmanager
def served(db: Path) -> Iterator[tuple[int, int]]:
    """The site on a free port, with its process, stopped in the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    server = subprocess.Popen(  # noqa: S603 - our own program
        [
            sys.executable,
            "-c",
            "from figures.cli import main; main()",
            "serve",
            "--db",
            str(db),
            "--port",
            str(port),
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(300):
            try:
                asked(port, "/-/versions.json")
                break
            except OSError:
                if server.poll() is not None:
                    raise SystemExit("figures serve ended by itself") from None
                time.sleep(0.1)
        yield port, server.pid
    finally:
        server.terminate()
        server.wait(timeout=20)


def asked(port: int, path: str) -> tuple[int, int, float]:
    """The status, the bytes and the milliseconds of one request."""
    started = time.perf_counter()
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)) as connection:
        connection.request("GET", path)
        response = connection.getresponse()
        length = len(response.read())
    return response.status, length, (time.perf_counter() - started) * 1000


def busy(process: int) -> float:
    """The milliseconds that the processor has worked for a process, where the system tells."""
    try:
        told = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(told[11]) + int(told[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def measured(
    kind: Kind, ask: Callable[[str], tuple[int, int, float]], process: int, times: int = TIMES
) -> tuple[bool, str]:
    """Whether a kind of page answers within its limit, and the line that says so."""
    before = busy(process)
    try:
        answers = [ask(kind.paths[n % len(kind.paths)]) for n in range(times)]
    except OSError as error:
        return False, f"{kind.name:38} {error}"
    taken = [milliseconds for *_, milliseconds in answers]
    wrong = sorted({status for status, *_ in answers} - {200})
    median, size = statistics.median(taken), max(length for _, length, _ in answers)
    good = not wrong and median < kind.limit
    verdict = "pass" if good else f"FAIL {wrong or ''}"
    worked = (busy(process) - before) / times
    numbers = f"{median:8.0f}{max(taken):9.0f}{worked:8.0f}{size / 1e3:9.0f}{kind.limit:7}"
    return good, f"{kind.name:38}{numbers}  {verdict}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("path", type=Path)
    parser.add_argument("--only", default="", help="only kinds with this in their name")
    parser.add_argument("--times", type=int, default=TIMES, help="requests of each kind")
    parser.add_argument("--documents", type=int, default=200_000, help="of a database to be made")
    given = parser.parse_args()
    if not current(given.path):
        print(f"{given.path}: made anew, which takes some minutes", flush=True)
        given.path.parent.mkdir(parents=True, exist_ok=True)
        build(given.path, given.documents)
    with closing(sqlite3.connect(f"file:{given.path}?mode=ro", uri=True)) as connection:
        listed = [kind for kind in kinds(connection) if given.only in kind.name]
    with served(given.path) as (port, process):
        heads = f"{'median':>8}{'slowest':>9}{'worked':>8}{'kB':>9}{'limit':>7}"
        print(f"{'page':38}{heads}  milliseconds; worked: of the processor, on average")
        failed = 0
        for kind in listed:
            good, line = measured(kind, lambda path: asked(port, path), process, given.times)
            failed += not good
            print(line, flush=True)
    print(f"{len(listed) - failed} of {len(listed)} kinds of page within their limit")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
