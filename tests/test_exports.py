"""Exports: each format is what its name promises, says what the database says, and can be trusted with its cells."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from figures.cli import main
from figures.errors import FiguresError, WrongUsage
from figures.pipeline import run
from figures.publishing import export as exports
from figures.publishing.about import About
from figures.publishing.export import Source, ged, lines, workbook, write
from figures.publishing.export.rows import COLUMNS
from figures.store import Store

ROOT = Path(__file__).parent.parent
TEXT = (
    "DERNA, 4 March 2019 -- A bomb blew up in the market in Derna on Monday, 4 March 2019, killing at least"
    " 12 people, including three children, and wounding 20, police said. Some 400 families fled."
    " Gunmen shot dead Pavel Sorokin, 41, near the bridge in Derna on Monday."
)
OTHER = (
    "The bomb in the market in Derna on Monday, 4 March 2019, killed at least 12 people and wounded 33,"
    " the health ministry said."
)
FLOOD = "A flood in Gulu killed nine people on Tuesday, 5 March 2019, the mayor said."
REPORTS = [
    {"id": "a", "text": TEXT, "title": "=HYPERLINK(\"x\")", "publisher": "=cmd()|' /C calc'!A0",
     "published": "2019-03-04", "url": "https://example.org/pavel-sorokin"},
    {"id": "b", "text": OTHER, "title": "Bomb in Derna", "publisher": "Courier", "published": "2019-03-04",
     "url": "https://example.org/b"},
    {"id": "c", "text": FLOOD, "publisher": "Courier", "published": "2019-03-06"},
]  # fmt: skip


def figures(*words: object) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("exported")
    (place / "reports.jsonl").write_text("".join(json.dumps(r) + "\n" for r in REPORTS), "utf-8")
    run([str(place / "reports.jsonl")], db=place / "f.db")
    with Store(place / "f.db") as store:
        figure = store.one("SELECT id FROM figure WHERE low = 20")
    done = figures("decide", figure, "correct", "--low", 21, "--high", 21, "--by", "Ana B.", "--reason",
                   "Pavel Sorokin was counted too", "--db", place / "f.db")  # fmt: skip
    assert done.exit_code == 0, done.output
    return place / "f.db"


@pytest.fixture
def store(db: Path) -> Iterator[Store]:
    with Store(db) as store:
        yield store


def told(store: Store, format: str, **options: Any) -> str:
    return "".join(lines(Source(store, **options), format))


def plain(store: Store) -> list[dict[str, Any]]:
    return [json.loads(line) for line in told(store, "jsonl").splitlines()]


# -- names ------------------------------------------------------------------------------------


@pytest.mark.parametrize("format", list(exports.FORMATS))
def test_no_export_tells_a_victims_name_unless_asked(format: str, db: Path, tmp_path: Path) -> None:
    def content(*words: str) -> str:
        target = tmp_path / f"{len(words)}.{format}"
        done = figures("export", format, "--db", db, "--out", target, *words)
        assert done.exit_code == 0, done.output
        if format == "xlsx":
            return "\n".join(map(str, cells(target)))
        if format == "parquet":
            return str(parquet_rows(target))
        found = sorted(target.iterdir()) if target.is_dir() else [target]
        return "\n".join(path.read_text("utf-8") for path in found)

    hidden = content()
    assert "orokin" not in hidden
    assert "example.org/pavel" not in hidden
    if format not in ("ged", "geojson"):  # which hold nothing of a single report's words
        assert "Sorokin" in content("--names")


@pytest.mark.parametrize("format", list(exports.FORMATS))
def test_no_export_tells_the_words_of_a_report_that_is_not_open_unless_asked(
    format: str, tmp_path: Path
) -> None:
    secret = {
        "id": "s",
        "title": "Fall of rock",
        "access": "restricted",
        "published": "2024-05-04",
        "text": "Seven miners were killed by a bomb in Lyon on Friday, 3 May 2024, a foreman confided.",
    }
    other = {"id": "o", "title": "Bomb", "published": "2024-05-04",
             "text": "A bomb killed nine miners in Lyon on Friday, 3 May 2024, police said."}  # fmt: skip
    (tmp_path / "in.jsonl").write_text(json.dumps(secret) + "\n" + json.dumps(other) + "\n")
    run([str(tmp_path / "in.jsonl")], db=tmp_path / "f.db")
    found = {}
    for words in ((), ("--closed",)):
        target = tmp_path / f"{len(words)}.{format}"
        done = figures("export", format, "--db", tmp_path / "f.db", "--out", target, *words)
        assert done.exit_code == 0, done.output
        if format == "xlsx":
            found[words] = "\n".join(map(str, cells(target)))
        elif format == "parquet":
            found[words] = str(parquet_rows(target))
        else:
            files = sorted(target.iterdir()) if target.is_dir() else [target]
            found[words] = "\n".join(path.read_text("utf-8") for path in files)
    for word in ("even miners", "foreman", "Fall of rock", "confided"):
        assert word not in found[()]
    if format in ("csv", "jsonl", "parquet", "xlsx", "annotations", "datapackage"):
        assert "Seven miners" in found[("--closed",)]
        assert "nine miners" in found[()]


# -- spreadsheets and columns -----------------------------------------------------------------


def cells(path: Path) -> Iterator[Any]:
    from openpyxl import load_workbook

    book = load_workbook(path)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", f"{sheet.title} {cell.coordinate} is a formula"
                assert cell.hyperlink is None
                if cell.value is not None:
                    yield cell.value


def test_the_workbook_holds_all_and_nothing_that_runs(store: Store, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    about = About("Tolls", "Desk", None, "CC BY 4.0", None)
    path = write(Source(store, about=about), "xlsx", tmp_path / "f.xlsx")
    values = list(cells(path))
    assert [v for v in values if isinstance(v, str) and v[:1] in "=+-@"] == []
    assert "'=cmd()|' /C calc'!A0" in values
    book = load_workbook(path)
    assert book.sheetnames == ["about", "figures", "tolls", "conflicts"]
    head, *rows = book["figures"].iter_rows(values_only=True)
    assert list(head) == list(COLUMNS)
    expected = plain(store)
    for name in ("low", "high", "value", "category", "start", "machine_low"):
        assert [r[head.index(name)] for r in rows] == [r[name] for r in expected], name
    assert any("CC BY 4.0" in str(cell.value) for row in book["about"].iter_rows() for cell in row)
    assert any("not zero" in str(cell.value) for row in book["about"].iter_rows() for cell in row)
    assert book["conflicts"].max_row == 2
    assert (
        path.read_bytes()
        == write(Source(store, about=about), "xlsx", tmp_path / "g.xlsx").read_bytes()
    )


def test_a_workbook_takes_text_of_any_length_and_kind(store: Store, tmp_path: Path) -> None:
    from openpyxl import load_workbook
    from xlsxwriter import Workbook

    hostile = [
        "x" * 40_000,
        "😀" * 20_000,
        "\x00\x0b\ufffe",
        "_x000D_",
        "=1+1",
        "https://x.example/" + "y" * 3000,
    ]
    with Workbook(
        str(tmp_path / "h.xlsx"), {"constant_memory": True, "strings_to_urls": False}
    ) as book:
        sheet = book.add_worksheet()
        for at, text in enumerate(hostile):
            workbook._put(sheet, at, 0, text)
    read = [cell.value for (cell,) in load_workbook(tmp_path / "h.xlsx").active.iter_rows()]
    assert len(read) == len(hostile)
    assert read[0].startswith("xxx")
    assert read[0].endswith("(cut)")
    assert len(read[0]) == workbook.LONGEST
    assert read[4] == "'=1+1"


def test_more_rows_than_a_sheet_holds_go_on_in_another(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from openpyxl import load_workbook

    monkeypatch.setattr(workbook, "ROWS", 3)
    book = load_workbook(write(Source(store), "xlsx", tmp_path / "f.xlsx"))
    sheets = [name for name in book.sheetnames if name.startswith("figures")]
    assert sheets[:2] == ["figures", "figures 2"]
    ids = [row[0] for name in sheets for row in book[name].iter_rows(min_row=2, values_only=True)]
    assert ids == [row["id"] for row in plain(store)]


def parquet_rows(path: Path) -> list[dict[str, Any]]:
    from pyarrow import parquet

    return list(parquet.read_table(path).to_pylist())


def test_parquet_is_typed_and_says_the_same(store: Store, tmp_path: Path) -> None:
    path = write(Source(store), "parquet", tmp_path / "f.parquet")
    rows, expected = parquet_rows(path), plain(store)
    assert list(rows[0]) == list(COLUMNS)
    for name in COLUMNS:
        here = [row[name].isoformat() if isinstance(row[name], date) else row[name] for row in rows]
        assert here == [row[name] for row in expected], name
    assert isinstance(rows[0]["earliest"], date)
    assert isinstance(rows[0]["groups"], list)


def test_without_its_library_parquet_says_what_to_install(
    db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    done = figures("export", "parquet", "--db", db, "--out", tmp_path / "f.parquet")
    assert (done.exit_code, "pip install 'figures[exports]'" in done.output) == (1, True)
    assert list(tmp_path.iterdir()) == []


# -- GED --------------------------------------------------------------------------------------


def test_ged_has_the_dataset_s_columns_and_only_what_the_reports_tell(store: Store) -> None:
    head, *rows = csv.reader(io.StringIO(told(store, "ged"), newline=""))
    assert (len(head), head[:3], head[-3:]) == (
        49,
        ["id", "relid", "year"],
        ["low", "gwnoa", "gwnob"],
    )
    [row] = [dict(zip(head, row, strict=True)) for row in rows]  # the flood is no violence
    incident = next(store.query("SELECT * FROM incident WHERE kind = 'bombing'"))
    assert row["id"] == incident["id"]
    assert (row["year"], row["date_start"], row["date_end"], row["date_prec"]) == (
        "2019",
        "2019-03-04",
        "2019-03-04",
        "1",
    )
    assert (row["best"], row["low"]) == ("12", "12")
    assert row["high"] == "", "at least 12 has no upper bound, and none is invented"
    assert (row["country"], row["where_prec"], row["where_coordinates"]) == ("Libya", "1", "Darnah")
    assert row["geom_wkt"] == f"POINT ({row['longitude']} {row['latitude']})"
    assert row["number_of_sources"] == "2"
    assert "Courier" in row["source_office"]
    for unknown in (
        "side_a",
        "side_b",
        "dyad_name",
        "conflict_name",
        "type_of_violence",
        "deaths_a",
        "gwnoa",
        "region",
    ):
        assert row[unknown] == ""


def test_ged_columns_are_documented() -> None:
    written = (ROOT / "docs" / "publishing.md").read_text("utf-8")
    with_values = set(
        "id year number_of_sources source_article source_office source_date source_headline source_original"
        " where_prec where_coordinates where_description adm_1 latitude longitude geom_wkt priogrid_gid country"
        " date_prec date_start date_end deaths_civilians best high low".split()
    )
    assert with_values <= set(ged.COLUMNS)
    assert [name for name in with_values if f"`{name}`" not in written] == []


def test_every_kind_of_violence_stays_in_and_every_disaster_stays_out() -> None:
    import yaml

    kinds = yaml.safe_load((ROOT / "figures" / "comparison" / "kinds.yaml").read_text("utf-8"))
    named = set(kinds.get("kinds", kinds))
    violent = {
        "shelling",
        "bombing",
        "explosion",
        "shooting",
        "stabbing",
        "attack",
        "fighting",
        "abduction",
        "unrest",
    }
    assert violent & ged._NO_VIOLENCE == set()
    assert violent <= named
    disasters = named - violent
    assert sorted(disasters - ged._NO_VIOLENCE) == [], (
        "is it violence? say so in figures/publishing/export/ged.py"
    )


# -- maps, annotations, provenance ------------------------------------------------------------


def test_geojson_puts_incidents_with_their_tolls_on_the_map(store: Store) -> None:
    found = json.loads(told(store, "geojson", base="https://site.example/"))
    assert found["type"] == "FeatureCollection"
    by_id = {feature["id"]: feature for feature in found["features"]}
    assert set(by_id) == {row["id"] for row in store.query("SELECT id FROM incident")}
    incident = next(store.query("SELECT * FROM incident WHERE kind = 'bombing'"))
    feature = by_id[incident["id"]]
    assert feature["geometry"] == {
        "type": "Point",
        "coordinates": [incident["longitude"], incident["latitude"]],
    }
    assert (
        feature["properties"]["page"] == f"https://site.example/figures/incident/{incident['id']}"
    )
    tolls = {t["category"]: t for t in feature["properties"]["tolls"] if t["of_group"] == ""}
    assert (tolls["killed"]["low"], tolls["killed"]["high"]) == (12, None)
    assert tolls["injured"]["state"] == "disputed"


def test_an_incident_whose_place_is_not_known_has_no_geometry(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Nine sailors drowned when a boat sank on Monday, 4 March 2019."
    )
    run([str(tmp_path / "a.txt")], db=tmp_path / "f.db")
    with Store(tmp_path / "f.db") as store:
        [feature] = json.loads(told(store, "geojson"))["features"]
    assert feature["geometry"] is None


def test_an_annotation_selects_the_words_of_its_figure(store: Store) -> None:
    page = json.loads(told(store, "annotations"))
    assert (page["@context"], page["type"]) == (
        "http://www.w3.org/ns/anno.jsonld",
        "AnnotationPage",
    )
    assert len(page["items"]) == len(plain(store))
    found = 0
    for item in page["items"]:
        quoted, placed = item["target"]["selector"]
        assert (quoted["type"], placed["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        if item["target"]["source"] == "https://example.org/b":
            found += 1
            assert OTHER[placed["start"] : placed["end"]] == quoted["exact"]
            whole = quoted["prefix"] + quoted["exact"] + quoted["suffix"]
            assert whole in OTHER
            assert len(quoted["prefix"]) <= 32
    assert found == 2
    killed = next(
        i
        for i in page["items"]
        if i["target"]["source"].endswith("/b") and i["body"][0]["value"] == "killed"
    )
    assert killed["body"][1]["value"] == "killed: at least 12, says health ministry"
    ruled = [i for i in page["items"] if "creator" in i]
    assert [i["creator"]["name"] for i in ruled] == ["Ana B."]


def test_a_rejected_figure_is_annotated_no_more(db: Path, tmp_path: Path) -> None:
    place = tmp_path / "f.db"
    with closing(sqlite3.connect(db)) as old, closing(sqlite3.connect(place)) as new:
        old.backup(new)
    with Store(place) as store:
        figure = store.one("SELECT id FROM figure WHERE low = 33")
        before = len(json.loads(told(store, "annotations"))["items"])
    figures("decide", figure, "reject", "--by", "Ana", "--reason", "misread", "--db", place)
    with Store(place) as store:
        after = json.loads(told(store, "annotations"))["items"]
        assert len(plain(store)) == before, "the table keeps it, marked"
    assert len(after) == before - 1
    assert f"urn:figures:figure:{figure}" not in {item["id"] for item in after}


def test_provenance_tells_runs_reports_figures_and_rulings(store: Store) -> None:
    graph = json.loads(told(store, "prov"))
    nodes = {node["@id"]: node for node in graph["@graph"]}
    assert len(nodes) == len(graph["@graph"])
    assert graph["@context"]["prov"] == "http://www.w3.org/ns/prov#"
    run_node = nodes["urn:figures:run:1"]
    plan = nodes[run_node["qualifiedAssociation"]["hadPlan"]]
    assert "prov:Plan" in plan["@type"]
    assert run_node["startedAtTime"] <= run_node["endedAtTime"]
    for row in store.query("SELECT id, document_id FROM figure"):
        node = nodes[f"urn:figures:figure:{row['id']}"]
        assert node["wasGeneratedBy"] == "urn:figures:run:1"
        document = nodes[node["wasDerivedFrom"]]
        assert document["wasDerivedFrom"][0].startswith("urn:sha256:")
    [ruling] = [
        n
        for n in nodes.values()
        if n.get("wasAssociatedWith", "").startswith("urn:figures:agent:Ana")
    ]
    assert ruling["label"] == "correct"
    assert nodes[ruling["wasAssociatedWith"]]["label"] == "Ana B."
    revised = [n for n in nodes.values() if n.get("wasGeneratedBy") == ruling["@id"]]
    assert [n["wasRevisionOf"] for n in revised] == ruling["used"]
    terms = set(graph["@context"]) | {"@id", "@type", "@graph", "@context"}
    assert {key for node in graph["@graph"] for key in node} <= terms


# -- the data package -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def package(db: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("package") / "package"
    done = figures("export", "datapackage", "--db", db, "--out", place, "--license", "CC BY 4.0", "--license-url",
                   "https://creativecommons.org/licenses/by/4.0/", "--source", "Desk", "--title", "Derna")  # fmt: skip
    assert done.exit_code == 0, done.output
    return place


def test_frictionless_finds_the_package_valid(package: Path) -> None:
    from frictionless import Package

    report = Package(str(package / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "message"])
    assert {task.name for task in report.tasks} == {
        "documents",
        "incidents",
        "figures",
        "tolls",
        "conflicts",
    }


def test_frictionless_finds_what_is_wrong_with_a_changed_package(
    package: Path, tmp_path: Path
) -> None:
    import shutil

    from frictionless import Package

    copy = shutil.copytree(package, tmp_path / "copy")
    text = (copy / "figures.csv").read_text("utf-8")
    (copy / "figures.csv").write_text(text.replace(",33,33,33,", ",many,33,33,"), "utf-8")
    assert not Package(str(copy / "datapackage.json")).validate().valid


def test_the_package_tells_a_portal_what_it_asks(package: Path, store: Store) -> None:
    described = json.loads((package / "datapackage.json").read_text("utf-8"))
    assert described["title"] == "Derna"
    assert described["licenses"] == [
        {
            "title": "CC BY 4.0",
            "name": "CC-BY-4.0",
            "path": "https://creativecommons.org/licenses/by/4.0/",
        }
    ]
    assert described["sources"][0] == {"title": "Desk"}
    assert described["temporalCoverage"] == {"start": "2019-03-04", "end": "2019-03-06"}
    assert "without a statistical model" in described["methodology"]
    assert any("not zero" in caveat for caveat in described["caveats"])
    assert any("hidden" in caveat for caveat in described["caveats"])
    for resource in described["resources"]:
        fields = resource["schema"]["fields"]
        assert [f["name"] for f in fields if not f["description"]] == [], (
            "describe it in db/metadata.yaml"
        )
        with (package / resource["path"]).open(newline="") as file:
            assert next(csv.reader(file)) == [f["name"] for f in fields]
    with (package / "figures.csv").open(newline="") as file:
        assert [row["id"] for row in csv.DictReader(file)] == [row["id"] for row in plain(store)]
    assert "CC BY 4.0" in (package / "README.md").read_text("utf-8")


def test_a_package_without_a_licence_says_so(store: Store, tmp_path: Path) -> None:
    write(Source(store), "datapackage", tmp_path / "p")
    described = json.loads((tmp_path / "p" / "datapackage.json").read_text("utf-8"))
    assert "licenses" not in described
    assert any("No licence is stated" in caveat for caveat in described["caveats"])


def test_only_a_package_of_ours_is_written_over(store: Store, tmp_path: Path) -> None:
    ours = tmp_path / "p"
    write(Source(store), "datapackage", ours)
    before = {p.name: p.read_bytes() for p in ours.iterdir()}
    write(Source(store), "datapackage", ours)
    assert {p.name: p.read_bytes() for p in ours.iterdir()} == before
    (ours / "notes.txt").write_text("mine")
    with pytest.raises(FiguresError, match="nothing was written"):
        write(Source(store), "datapackage", ours)
    assert (ours / "notes.txt").read_text() == "mine"
    assert [p.name for p in tmp_path.iterdir()] == ["p"]


# -- where it goes ----------------------------------------------------------------------------


def test_an_export_goes_where_it_is_told(db: Path, tmp_path: Path) -> None:
    printed = figures("export", "csv", "--db", db).stdout
    assert figures("export", "--format", "csv", "--db", db).stdout == printed
    figures("export", "csv", "--db", db, "--out", tmp_path / "deep" / "f.csv")
    assert (tmp_path / "deep" / "f.csv").read_bytes().decode() == printed
    figures("export", "annotations", "--db", db, "--out", tmp_path / "deep")
    assert (tmp_path / "deep" / "figures.jsonld").is_file()


def test_an_export_that_fails_leaves_the_old_file(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "f.csv").write_text("old")

    def fails(_: Source) -> Iterator[str]:
        yield "half"
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("figures.publishing.export.rows.csv_lines", fails)
    with pytest.raises(OSError, match="space"):
        write(Source(store), "csv", tmp_path / "f.csv")
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("f.csv", "old")]


def test_exports_hold_only_what_people_have_read_where_asked(db: Path) -> None:
    done = figures("export", "jsonl", "--db", db, "--only", "read")
    [row] = [json.loads(line) for line in done.stdout.splitlines()]
    assert (row["low"], row["machine_low"], row["review"]) == (21, 20, "read")
    assert figures("export", "jsonl", "--db", db, "--only", "seconded").exit_code == 1


def test_every_format_is_documented(store: Store) -> None:
    written = (ROOT / "docs" / "publishing.md").read_text("utf-8")
    help_text = main.commands["export"].help or ""
    for format in exports.FORMATS:
        assert f"| `{format}` | " in written
        assert format in help_text
    with pytest.raises(WrongUsage, match="no export format"):
        write(Source(store), "pdf", Path("x"))
