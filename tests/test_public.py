"""What is published: all that the terms allow, nothing more; it cannot be changed, and can be proved."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from figures_site.words import toll_name
from hypothesis import given
from hypothesis import strategies as st

from figures.cli import main
from figures.conclusions import conclude
from figures.errors import FiguresError
from figures.extraction import extract
from figures.pipeline import run
from figures.publishing.names import Names, names_in
from figures.publishing.public import database, folder
from figures.publishing.public.terms import Terms
from figures.publishing.public.texts import kept
from figures.publishing.tables import figure_row
from figures.store import Store

ROOT = Path(__file__).parent.parent
TEXT = (
    "TOVAR, 3 May 2024 -- The night had been calm until the sirens began their long wail. "
    "At least 12 people were killed and 33 injured when a rocket hit the market in Derna on Friday, "
    "the health ministry said.\n\n"
    "Nobody in the street could say where the rocket had come from. "
    "Among the dead was Ana Ruiz, 34, who sold bread beside the well. "
    "Gunmen shot dead journalist Pavel Sorokin near the bridge on Friday. "
    "Ruiz had opened her stall only last spring, her neighbours recalled.\n\n"
    "Later the rain came, and the square emptied."
)
SECOND = (
    "The market in Derna stayed shut after the rocket on Friday, 3 May 2024. It killed at least 12 people "
    "and injured 20, police said. Traders were given until Monday to clear their goods. "
    "The family of Ruiz asked to be left alone."
)
CLOSED = (
    "Seven miners were hurt in a fall of rock near Lesk on Friday, 3 May 2024, a foreman said in confidence. "
    "The lamps had failed for weeks beforehand."
)
REPORTS = [
    {"id": "a", "text": TEXT, "title": "Rocket hits Derna; baker Ana Ruiz among dead", "publisher": "Harbour Times",
     "url": "https://harbour.example/2024/ana-ruiz-among-dead", "published": "2024-05-03", "rights": "CC BY 4.0"},
    {"id": "b/pavel-sorokin.txt", "text": SECOND, "title": "Derna shut", "publisher": "Courier",
     "url": "https://courier.example/2", "published": "2024-05-03", "access": "public"},
    {"id": "c", "text": CLOSED, "title": "Fall of rock", "publisher": "Source file",
     "published": "2024-05-04", "access": "restricted"},
]  # fmt: skip
HIDDEN = ("ana", "ruiz", "pavel", "sorokin")


def figures(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


def published(db: Path, target: Path, *words: str) -> Path:
    done = figures("publish", target, "--db", db, *words)
    assert done.exit_code == 0, done.output
    return target


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("archive")
    (place / "reports.jsonl").write_text("".join(json.dumps(r) + "\n" for r in REPORTS), "utf-8")
    run([str(place / "reports.jsonl"), str(ROOT / "examples")], db=place / "f.db")
    return place / "f.db"


@pytest.fixture(scope="module")
def site(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return published(archive, tmp_path_factory.mktemp("published") / "site")


def rows(path: Path, sql: str) -> list[dict[str, Any]]:
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(sql)]


def content(place: Path) -> str:
    """All that is in a folder: the bytes of its files, and every value of its database by itself,
    which in the file may be spread over several pages."""
    found = [
        path.read_bytes().decode("utf-8", "replace")
        for path in sorted(place.rglob("*"))
        if path.is_file()
    ]
    db = place / "figures.db"
    for row in rows(db, "SELECT name FROM sqlite_master WHERE type = 'table'"):
        for values in rows(db, f'SELECT * FROM "{row["name"]}"'):
            found += [value if isinstance(value, str) else value.decode("utf-8", "replace")
                      for value in values.values() if isinstance(value, (str, bytes))]  # fmt: skip
    return "\n".join(found).lower()


def unpublished(archive: Path, spans: str) -> Iterator[str]:
    """Pieces of the reports' texts, each of several words, that lie between the spans published."""
    with Store(archive) as store:
        for document in store.query("SELECT id, text, title FROM document"):
            at = 0
            sql = f"SELECT {spans} FROM figure WHERE document_id = ? ORDER BY 1"
            found = [tuple(row.values()) for row in store.query(sql, (document["id"],))]
            for start, end in [*found, (len(document["text"]), 0)]:
                words = document["text"][at:start].lower().split()
                yield from (" ".join(words[i : i + 9]) for i in range(0, len(words) - 8, 3))
                at = max(at, end)


# -- the terms --------------------------------------------------------------------------------


@given(
    st.text("ab \n.é😀", max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)))
)
def test_what_is_kept_of_a_text_stands_where_it_stood(
    text: str, drawn: list[tuple[int, int]]
) -> None:
    spans = [(a, b) for a, b in drawn if a < b <= len(text)]
    left = kept(text, spans)
    assert all(left[a:b] == text[a:b] for a, b in spans)
    assert len(left) == max((b for _, b in spans), default=0)
    inside = {i for a, b in spans for i in range(a, b)}
    assert all(left[i].isspace() or left[i] == "…" for i in range(len(left)) if i not in inside)


def test_no_sentence_without_a_figure_is_anywhere_in_the_folder(archive: Path, site: Path) -> None:
    told = " ".join(content(site).split())
    pieces = list(unpublished(archive, "sentence_start, sentence_end"))
    assert len(pieces) > 200
    titles = " ".join(
        str(r["title"]).lower() for r in rows(site / "figures.db", "SELECT title FROM document")
    )
    assert [p for p in pieces if p in told and p not in titles] == []
    assert "at least 12 people were killed and 33 injured when a rocket hit" in told
    assert "the night had been calm" not in told


def test_search_finds_no_word_that_is_not_published(site: Path) -> None:
    def found(word: str) -> int:
        sql = f"SELECT count(*) AS n FROM document_fts WHERE document_fts MATCH '{word}'"
        return int(rows(site / "figures.db", sql)[0]["n"])

    assert (found("rocket"), found("injured") > 1) == (1, True)
    assert [found(word) for word in ("sirens", "ruiz", "sorokin", "foreman")] == [0, 0, 0, 0]


def test_names_of_victims_are_nowhere_in_the_folder(site: Path) -> None:
    told = content(site)
    assert set(re.findall(r"\w+", told)) & set(HIDDEN) == set()
    figure = rows(
        site / "figures.db",
        "SELECT * FROM figure WHERE counted = 'named' AND sentence LIKE '%bridge%'",
    )[0]
    assert figure["quote"] == "journalist █████ ███████"
    assert (
        figure["sentence"] == "Gunmen shot dead journalist █████ ███████ near the bridge on Friday."
    )
    document = rows(site / "figures.db", "SELECT * FROM document WHERE publisher = 'Harbour Times'")
    [of_ours] = [d for d in document if "Derna" in d["title"]]
    assert of_ours["title"] == "Rocket hits Derna; baker ███ ████ among dead"
    assert of_ours["url"] == "https://harbour.example/", (
        "an address that tells the name leads no further"
    )


def test_names_are_published_where_they_are_asked_for(archive: Path, tmp_path: Path) -> None:
    told = content(published(archive, tmp_path / "site", "--names"))
    assert "pavel sorokin" in told
    assert "rocket hits derna; baker ana ruiz among dead" in told


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The victims were named as Ana Ruiz, 34, and her brother Omar Diallo-Ruiz.", {"ana ruiz", "omar diallo ruiz"}),
        ("Milo Ferrand, aged 9, and Ida Holm (29) drowned.", {"milo ferrand", "ida holm"}),
        ("Police identified the driver as John Peter Smith.", {"john peter smith"}),
        ("An 11-year-old boy, Lea Brandt, was hurt. The 40-year-old teacher Rui Costa died.", {"rui costa"}),
        ("Three brothers, Ali, Hassan and Omar Nasser, died.", {"ali", "hassan", "omar nasser"}),
        ("The dead include Milo Ferrand and Ida Holm.", {"milo ferrand", "ida holm"}),
        ("The dead included Omar Haddad, a driver, and Ida Holm, a nurse.", {"omar haddad", "ida holm"}),
        ("Killed: Milo Ferrand, Ida Holm.", {"milo ferrand", "ida holm"}),
        ("Killed: Three people. Missing: Two. Injured: Lesk 12, Orda 3.", set()),
        ("Governor Petro Kalyna, 51, said so on March 3, 2019.", set()),
        ("Fighters struck Beni (12) and Goma (3), Ukraine said.", set()),
        ("A storm named after nobody, known for years, passed.", set()),
        ("The 12 people were killed in Port Ellen on Monday, 3 March 2019.", set()),
        ("A 15-year-old Toledo boy was hurt. He was a 9-year-old. Investigators came.", set()),
        ("PORT ELLEN, 12 March 2019 -- Nobody was hurt.", set()),
    ],
)  # fmt: skip
def test_victims_are_known_by_the_words_around_their_names(text: str, names: set[str]) -> None:
    found = {" ".join(name) for name in names_in(text)}
    assert names <= found, "each must be found"
    assert len(found) <= len(names) + bool(names), "next to nothing else is"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lea Brandt, a mother of three, died at the scene.", {"lea brandt"}),
        ("Dr. Rui Costa, a surgeon, was among three people killed.", {"rui costa"}),
        ("In New York, a man was shot dead. Near Port Ellen, a woman drowned.", set()),
        ("Kherson, a man died. However, a boy was saved. On Monday, a girl drowned.", set()),
    ],
)
def test_whom_a_figure_describes_is_known_by_the_name_before(text: str, names: set[str]) -> None:
    read = [figure_row(figure, "a") for figure in extract(text)]
    assert {" ".join(name) for name in names_in(text, read)} == names


def test_hiding_keeps_offsets_and_knows_a_name_in_any_spelling(archive: Path) -> None:
    with Store(archive) as store:
        names = Names(store)
        [document] = store.query("SELECT id FROM document WHERE name = 'a'")
    for text in ("ANA RUIZ", "Ana\nRuiz's", "Aña Ruíz", "ana-ruiz.html"):
        hidden = names.hide(text)
        assert len(hidden) == len(text)
        assert not set("anruizANRUIZ") & set(hidden.partition("'")[0].removesuffix(".html"))
    assert names.hide("Mrs Ruiz") == "Mrs Ruiz", "one word of a name may be anybody's elsewhere"
    assert names.hide("Mrs Ruiz", document["id"]) == "Mrs ████"


@pytest.mark.parametrize("mode", ["quotes", "none"])
def test_less_is_published_where_less_is_allowed(mode: str, archive: Path, tmp_path: Path) -> None:
    place = published(archive, tmp_path / "site", "--text", mode)
    told = " ".join(content(place).split())
    assert "when a rocket hit the market" not in told
    assert ("between eight and ten officers" in told) == (mode == "quotes")
    titles = " ".join(
        str(r["title"]).lower() for r in rows(place / "figures.db", "SELECT title FROM document")
    )
    pieces = unpublished(archive, 'start, "end"')
    assert [p for p in pieces if p in told and p not in titles] == []
    [figure] = rows(
        place / "figures.db",
        "SELECT f.* FROM figure f JOIN document d ON d.id = f.document_id"
        " WHERE d.name = 'a' AND f.low = 12 AND f.category = 'killed'",
    )
    assert figure["quote"] == {"quotes": "At least 12 people", "none": "[at least 12]"}[mode]
    assert TEXT[figure["start"] : figure["end"]] == "At least 12 people", "offsets are the report's"


def test_whole_texts_are_published_only_where_asked_for(archive: Path, tmp_path: Path) -> None:
    told = content(published(archive, tmp_path / "site", "--text", "full"))
    assert "the night had been calm until the sirens" in told
    assert "ruiz" not in told


def test_a_report_that_is_not_open_gives_its_figures_without_a_word(
    archive: Path, tmp_path: Path
) -> None:
    place = published(archive, tmp_path / "site", "--text", "full", "--names")
    told = " ".join(content(place).split())
    assert "a foreman said in confidence" not in told
    assert "the lamps had failed" not in told
    assert "seven miners" not in told
    assert "foreman" not in told, "who said it could be found by it"
    assert "fall of rock" not in told, "nor is its title published"
    [row] = rows(place / "figures.db", "SELECT f.*, rights, access FROM figure f JOIN document d ON d.id = document_id"
                 " WHERE access = 'restricted'")  # fmt: skip
    assert (row["low"], row["category"], row["quote"], row["sentence"]) == (7, "injured", "[7]", "")
    [open_one] = rows(place / "figures.db", "SELECT rights FROM document WHERE name = 'a'")
    assert open_one["rights"] == "CC BY 4.0"


OPEN_ONE = {
    "id": "open", "publisher": "Open Times", "published": "2022-05-03",
    "text": "At least 30 people were killed when rockets hit Sievierodonetsk near the Korolenko mill on 2 May 2022,"
    " the mayor said. The Korolenko mill had stood there for Ostrowski and his sons.",
}  # fmt: skip
CLOSED_ONES = [
    {"id": "closed", "publisher": "Desk", "title": "Zugzwang", "access": "restricted", "published": "2022-05-03",
     "text": "Xanthippe Quorum, a spokeswoman, denied that 30 people were killed when rockets hit Sievierodonetsk near"
     " the Korolenko mill of Ostrowski on 2 May 2022."
     " Three people are missing, the Wagner group said."},
    {"id": "alone", "publisher": "Desk", "access": "restricted", "published": "2022-05-03",
     "text": "Rockets hit Sievierodonetsk on 2 May 2022 and killed 32 people in all, the ministry said."
     " At the Quixotic hospital alone 12 people were killed."},
    {"id": "elsewhere", "publisher": "Desk", "access": "restricted", "published": "2022-05-03",
     "text": "Seven people were hurt at the Vexil Bazaar on 1 April 2022 when shells fell there."},
]  # fmt: skip


@pytest.fixture(scope="module")
def half_closed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("half")
    lines = [json.dumps(report) + "\n" for report in (OPEN_ONE, *CLOSED_ONES)]
    (place / "reports.jsonl").write_text("".join(lines), "utf-8")
    run([str(place / "reports.jsonl")], db=place / "f.db")
    return place / "f.db"


@pytest.mark.parametrize(
    ("words", "told_by"),
    [
        ("xanthippe", "SELECT 1 FROM claim WHERE denied_by LIKE '%Xanthippe%'"),
        ("wagner", "SELECT 1 FROM claim WHERE source_id = 'wagner'"),
        ("quixotic", "SELECT 1 FROM toll WHERE area LIKE 'quixotic%'"),
        ("vexil", "SELECT 1 FROM incident WHERE place LIKE 'Vexil%'"),
        ("ostrowski", "SELECT 1 FROM document_incident WHERE why LIKE '%ostrowski%'"),
    ],
)
def test_what_is_concluded_of_a_report_repeats_no_word_that_is_not_published(
    words: str, told_by: str, half_closed: Path, tmp_path: Path
) -> None:
    assert rows(half_closed, told_by), "the archive concludes it with these words"
    place = published(half_closed, tmp_path / "site")
    assert words not in content(place)
    for format in ("datapackage", "jsonl", "geojson", "prov", "ged"):
        figures("export", format, "--out", tmp_path / "out" / format, "--db", half_closed)
    exported = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert len(exported) > 8
    for path in exported:
        assert words not in path.read_text("utf-8").lower(), path.name
    assert figures("verify", place, "--archive", half_closed).exit_code == 0


def test_all_sources_that_open_reports_name_are_published(
    archive: Path, site: Path, half_closed: Path, tmp_path: Path
) -> None:
    named = "SELECT id FROM source ORDER BY id"
    assert rows(site / "figures.db", named) == rows(archive, named) != []
    assert {"id": "wagner"} in rows(half_closed, named)
    assert rows(published(half_closed, tmp_path / "site") / "figures.db", named) == []


def test_of_what_kind_a_speaker_is_is_not_told_either(half_closed: Path, tmp_path: Path) -> None:
    said = (
        "SELECT attribution_kind AS kind FROM figure f JOIN document d ON d.id = f.document_id"
        " WHERE access = 'restricted' AND attribution_kind IS NOT NULL"
        " UNION ALL SELECT left_attribution_kind FROM conflict c JOIN claim a ON a.id = c.left_claim_id"
        " JOIN document d ON d.id = a.first_document_id WHERE access = 'restricted'"
        " UNION ALL SELECT right_attribution_kind FROM conflict c JOIN claim a ON a.id = c.right_claim_id"
        " JOIN document d ON d.id = a.first_document_id WHERE access = 'restricted'"
    )
    assert [row["kind"] for row in rows(half_closed, said) if row["kind"]]
    place = published(half_closed, tmp_path / "site")
    assert not [row["kind"] for row in rows(place / "figures.db", said) if row["kind"]]
    exported = figures("export", "jsonl", "--db", half_closed).stdout.splitlines()
    ids = {
        row["id"]
        for row in rows(half_closed, "SELECT id FROM document WHERE access = 'restricted'")
    }
    told = [row for row in map(json.loads, exported) if row["document_id"] in ids]
    assert told
    assert all(row["attribution_kind"] is None for row in told)


def test_an_area_that_is_not_told_is_called_so(half_closed: Path, tmp_path: Path) -> None:
    place = published(half_closed, tmp_path / "site")
    [toll] = rows(place / "figures.db", "SELECT * FROM toll WHERE area <> ''")
    assert toll_name(toll) == "Killed, in an area that is not told"


def test_what_an_open_report_tells_is_concluded_with_its_words(
    half_closed: Path, tmp_path: Path
) -> None:
    place = published(half_closed, tmp_path / "site")
    told = rows(place / "figures.db", "SELECT why FROM document_incident WHERE why LIKE '%names%'")
    assert any("korolenko" in row["why"] for row in told)


def test_quotes_are_the_slices_of_the_published_text(site: Path) -> None:
    for row in rows(
        site / "figures.db",
        "SELECT f.*, d.text, d.access FROM figure f JOIN document d ON d.id = document_id",
    ):
        if row["access"] != "restricted":
            assert row["quote"] == row["text"][row["start"] : row["end"]] != ""
            assert row["sentence"] == row["text"][row["sentence_start"] : row["sentence_end"]]


def test_every_table_has_its_way_into_public(archive: Path) -> None:
    with Store(archive) as store:
        copying = database._Copy(store, store.connection, Terms())
        there = {row["name"] for row in store.query(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            " AND name NOT GLOB 'document_fts*'")}  # fmt: skip
    assert there <= {*copying.ways(), *copying.NOT_COPIED, *copying.COPIED_TOGETHER}


# -- the folder -------------------------------------------------------------------------------


SERVED = """
import asyncio, json, sqlite3, sys
from datasette.app import Datasette
assert "figures" not in sys.modules
try:
    import figures
except ImportError:
    pass
else:
    sys.exit("figures can be imported here")
async def ask():
    site = Datasette(config_dir=__import__("pathlib").Path(sys.argv[1]))
    await site.invoke_startup()
    told = {}
    for path in json.loads(sys.argv[2]):
        response = await site.client.get(path)
        told[path] = [response.status_code, response.text]
    db = site.databases["figures"]
    told["mutable"] = db.is_mutable
    try:
        await db.execute_write("DELETE FROM figure", block=True)
        told["write"] = "done"
    except Exception as error:
        told["write"] = type(error).__name__ + ": " + str(error)
    print(json.dumps(told))
asyncio.run(ask())
"""


@pytest.fixture(scope="module")
def served(site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The folder's pages, asked of a Datasette that knows no package `figures`."""
    nothing = tmp_path_factory.mktemp("nothing")
    (nothing / "figures").mkdir()
    (nothing / "figures" / "__init__.py").write_text("raise ImportError('not here')\n")
    db = site / "figures.db"
    paths = [
        "/", "/figures", "/figures/figure", "/figures/published_figure", "/figures/open_conflict",
        "/figures/publication",
        "/figures/document?_search=rocket", "/figures.db", "/-/databases.json", "/static/figures.css",
        *(f"/figures/{t}/{row['id']}" for t in ("figure", "document", "incident")
          for row in rows(db, f"SELECT id FROM {t} ORDER BY id LIMIT 12")),
        *(f"/figures/claim_relation/{r['left_claim_id']},{r['right_claim_id']}"
          for r in rows(db, "SELECT * FROM claim_relation LIMIT 5")),
    ]  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-B", "-c", SERVED, str(site), json.dumps(paths)], capture_output=True, text=True,
        cwd=nothing, env={**os.environ, "PYTHONPATH": str(nothing)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def test_every_page_answers_where_this_program_is_not(served: dict[str, Any]) -> None:
    pages = {path: told for path, told in served.items() if path.startswith("/")}
    assert len(pages) > 40
    assert {
        path: told[0] for path, told in pages.items() if told[0] != 200 and path != "/figures.db"
    } == {}
    assert "At least 12 people" in pages["/figures/document?_search=rocket"][1] + pages["/"][1] + "".join(
        told[1] for path, told in pages.items() if "/figure/" in path)  # fmt: skip


def test_a_page_shows_no_run_of_spaces_where_words_are_left_out(served: dict[str, Any]) -> None:
    articles = [told[1] for path, told in served.items() if path.startswith("/figures/document/")]
    assert any("… " in article for article in articles)
    assert not any("…     " in article for article in articles)


def test_a_step_whose_words_are_not_published_says_so(served: dict[str, Any]) -> None:
    figures = [told[1] for path, told in served.items() if path.startswith("/figures/figure/")]
    assert any("A part not published here tells where" in page for page in figures)
    assert not any(re.search(r"<q><span[^>]*>[\s…]*</span></q>", page) for page in figures)


def test_the_database_cannot_be_written_to(served: dict[str, Any], site: Path) -> None:
    assert served["mutable"] is False
    assert served["write"] != "done"
    noted = json.loads((site / "publication.json").read_text("utf-8"))["files"]
    assert noted["figures.db"] == folder.digest(site / "figures.db"), "serving it changed nothing"
    assert not list(site.glob("figures.db-*"))


def test_nothing_is_left_in_unused_pages(site: Path) -> None:
    with closing(
        sqlite3.connect(f"file:{site}/figures.db?mode=ro&immutable=1", uri=True)
    ) as connection:
        assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_inspect_data_is_what_datasette_finds(site: Path, tmp_path: Path) -> None:
    shutil.copy(site / "figures.db", tmp_path)
    found = subprocess.run(
        [sys.executable, "-m", "datasette", "inspect", "figures.db"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert json.loads(found.stdout) == json.loads((site / "inspect-data.json").read_text("utf-8"))


def test_two_publications_of_one_archive_are_the_same_bytes(
    archive: Path, site: Path, tmp_path: Path
) -> None:
    again = published(archive, tmp_path / "again")
    assert {n: (again / n).read_bytes() for n in folder.files(again)} == {
        n: (site / n).read_bytes() for n in folder.files(site)
    }


def test_metadata_tells_licence_source_and_terms(archive: Path, tmp_path: Path) -> None:
    import yaml

    place = published(archive, tmp_path / "site", "--license", "CC BY 4.0", "--license-url", "https://l.example/",
                      "--source", "Monitoring desk", "--title", "Tolls: “Derna”")  # fmt: skip
    told = yaml.safe_load((place / "metadata.yaml").read_text("utf-8"))
    assert (told["license"], told["license_url"], told["source"]) == (
        "CC BY 4.0",
        "https://l.example/",
        "Monitoring desk",
    )
    assert told["title"] == "Tolls: “Derna”"
    assert "sentences in which a figure stands" in told["about"]
    assert "CC BY 4.0 (https://l.example/)" in (place / "README.md").read_text("utf-8")


def test_a_page_of_review_is_not_published(site: Path) -> None:
    assert [name for name in folder.files(site) if Path(name).name.startswith("review")] == []
    assert [name for name in folder.files(site) if name.endswith((".pyc", ".gitignore"))] == []


def test_only_a_folder_of_ours_is_written_over(archive: Path, tmp_path: Path) -> None:
    place = tmp_path / "site"
    place.mkdir()
    published(archive, place)  # an empty folder is nobody's
    published(archive, place, "--text", "quotes")
    (place / "notes.txt").write_text("mine")
    done = figures("publish", place, "--db", archive)
    assert (done.exit_code, "notes.txt" in done.output) == (1, True)
    assert (place / "notes.txt").read_text() == "mine"
    other = tmp_path / "other"
    other.mkdir()
    (other / "thesis.txt").write_text("mine")
    file = tmp_path / "file"
    file.write_text("mine")
    for foreign in (other, file):
        done = figures("publish", foreign, "--db", archive)
        assert (done.exit_code, "nothing was written" in done.output) == (1, True)
    assert [p.name for p in other.iterdir()] == ["thesis.txt"]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "other", "site"], (
        "nothing is left beside them"
    )


def test_what_fails_leaves_the_old_folder_as_it_was(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = published(archive, tmp_path / "site")
    before = {name: (place / name).read_bytes() for name in folder.files(place)}

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(folder, "_write_site", fails)
    assert figures("publish", place, "--db", archive, "--text", "none").exit_code == 1
    assert {name: (place / name).read_bytes() for name in folder.files(place)} == before
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


# -- reviewed figures -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def ruled(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive with three figures read, on one of which two people agree."""
    place = tmp_path_factory.mktemp("ruled") / "f.db"
    with closing(sqlite3.connect(archive)) as old, closing(sqlite3.connect(place)) as new:
        old.backup(new)
    sql = (
        "SELECT f.* FROM figure f JOIN document d ON d.id = document_id"
        " WHERE d.name IN ('a', 'b/pavel-sorokin.txt') AND counted = 'number'"
    )
    ids = {row["low"]: row["id"] for row in rows(place, sql)}
    for low, ruling, by in (
        (33, "confirm", "Ana B."),
        (20, "confirm", "Ana B."),
        (33, "confirm", "Ben C."),
    ):
        done = figures("decide", ids[low], ruling, "--by", by, "--reason", "read it", "--db", place)
        assert done.exit_code == 0, done.output
    return place


@pytest.mark.parametrize(("only", "lows"), [("read", [20, 33]), ("seconded", [33])])
def test_only_reviewed_figures_are_published_and_all_follows_from_them(
    only: str, lows: list[int], ruled: Path, tmp_path: Path
) -> None:
    place = published(ruled, tmp_path / "site", "--only", only)
    db = place / "figures.db"
    assert sorted(r["low"] for r in rows(db, "SELECT low FROM figure")) == lows
    assert {r["category"] for r in rows(db, "SELECT category FROM toll")} == {"injured"}
    assert len(rows(db, "SELECT * FROM open_conflict")) == len(lows) - 1
    assert len(rows(db, "SELECT * FROM document")) == len(lows), (
        "reports of which nothing is published are left out"
    )
    assert rows(db, "PRAGMA foreign_key_check") == []
    assert "12 people" not in "".join(r["quote"] for r in rows(db, "SELECT quote FROM figure"))
    assert figures("verify", place, "--archive", ruled).exit_code == 0


def test_nothing_reviewed_is_nothing_to_publish(archive: Path, tmp_path: Path) -> None:
    done = figures("publish", tmp_path / "site", "--db", archive, "--only", "seconded")
    assert (done.exit_code, "no figure" in done.output) == (1, True)
    assert not (tmp_path / "site").exists()


# -- proved -----------------------------------------------------------------------------------


@pytest.fixture
def copy(site: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(site, tmp_path / "copy"))


def change(place: Path, sql: str, *, hashes_too: bool) -> None:
    with closing(sqlite3.connect(place / "figures.db")) as connection, connection:
        connection.execute(sql)
    if hashes_too:
        path = place / "publication.json"
        told = json.loads(path.read_text("utf-8"))
        told["files"]["figures.db"] = folder.digest(place / "figures.db")
        path.write_text(json.dumps(told), "utf-8")


def test_a_true_copy_is_proved(archive: Path, site: Path) -> None:
    done = figures("verify", site, "--archive", archive)
    assert done.exit_code == 0, done.output
    assert "every value is as in the archive" in done.output


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("UPDATE figure SET low = 13, value = 13 WHERE quote LIKE 'At least 12 people'", "low is 13, derived 12"),
        ("UPDATE toll SET best = 999 WHERE best = 33", "best is 999, derived 33"),
        ("UPDATE document SET publisher = 'Other Times' WHERE publisher = 'Courier'", "publisher is 'Other Times'"),
        ("DELETE FROM figure WHERE low = 33", "is missing"),
        ("UPDATE figure SET quote = 'Pavel Sorokin' WHERE sentence LIKE '%bridge%'", "quote is 'Pavel"),
        ("CREATE TABLE more (words TEXT)", "schema table more"),
        ("UPDATE publication SET value = 'all is true' WHERE name = 'about'", "publication about: value"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("hashes_too", [False, True])
def test_a_changed_value_is_named(
    sql: str, named: str, hashes_too: bool, archive: Path, copy: Path
) -> None:
    change(copy, sql, hashes_too=hashes_too)
    done = figures("verify", copy, "--archive", archive)
    assert (done.exit_code, named in done.output) == (1, True), done.output


def test_a_changed_missing_or_added_file_is_named(archive: Path, copy: Path) -> None:
    (copy / "templates" / "base.html").write_text("<p>other</p>")
    (copy / "settings.json").unlink()
    (copy / "plugins" / "more.py").write_text("")
    done = figures("verify", copy, "--archive", archive)
    assert done.exit_code == 1
    for words in (
        "templates/base.html: is not as it was published",
        "settings.json: is missing",
        "plugins/more.py: was not",
    ):
        assert words in done.output


def test_verifying_changes_nothing(archive: Path, copy: Path) -> None:
    before = {name: (copy / name).stat().st_mtime_ns for name in folder.files(copy)}
    figures("verify", copy, "--archive", archive)
    assert {name: (copy / name).stat().st_mtime_ns for name in folder.files(copy)} == before


def test_an_archive_that_has_grown_is_no_lie(archive: Path, site: Path, tmp_path: Path) -> None:
    grown = tmp_path / "f.db"
    with closing(sqlite3.connect(archive)) as old, closing(sqlite3.connect(grown)) as new:
        old.backup(new)
    (tmp_path / "more.txt").write_text("Nine divers were rescued off Lesk on Sunday, 5 May 2024.")
    run([str(tmp_path / "more.txt")], db=grown)
    done = figures("verify", site, "--archive", grown)
    assert (done.exit_code, "publish it again" in done.output) == (3, True), done.output
    place = Path(shutil.copytree(site, tmp_path / "copy"))
    change(
        place, "UPDATE figure SET low = 34, high = 34, value = 34 WHERE low = 33", hashes_too=True
    )
    done = figures("verify", place, "--archive", grown)
    assert (done.exit_code, "low is 34, derived 33" in done.output) == (1, True)


def test_another_archive_proves_nothing(site: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("Nine divers were rescued off Lesk on Sunday, 5 May 2024.")
    run([str(tmp_path / "other.txt")], db=tmp_path / "f.db")
    assert figures("verify", site, "--archive", tmp_path / "f.db").exit_code == 1


def test_a_folder_that_was_not_published_is_told(archive: Path, tmp_path: Path) -> None:
    done = figures("verify", tmp_path, "--archive", archive)
    assert (done.exit_code, "no folder that `figures publish` made" in done.output) == (1, True)
    assert figures("verify", "--archive", archive).exit_code == 2


def test_terms_that_are_none_are_refused(copy: Path) -> None:
    path = copy / "publication.json"
    told = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**told, "terms": {"text": "everything"}}), "utf-8")
    with pytest.raises(FiguresError, match="no folder"):
        folder.manifest(copy)


def test_hostile_text_is_data_in_public_too(database: Path, tmp_path: Path) -> None:
    """The hostile report of conftest, served by the real Datasette from a published folder."""
    from datasette.app import Datasette

    place = tmp_path / "site"
    with Store(database) as store:
        folder.publish(store, place, Terms("full"), conclude)

    async def ask() -> list[str]:
        site = Datasette(config_dir=place)
        await site.invoke_startup()
        told = []
        for row in rows(place / "figures.db", "SELECT id FROM document WHERE name = 'hostile'"):
            told.append((await site.client.get(f"/figures/document/{row['id']}")).text)
        site.executor.shutdown()
        for one in site.databases.values():
            one.close()
        return told

    [page] = asyncio.run(ask())
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
