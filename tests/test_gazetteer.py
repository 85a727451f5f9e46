"""The gazetteer: names in many spellings, the best known first, and a file that is made once."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures.extraction.places import gazetteer, gazetteer_build
from figures.extraction.places.gazetteer import country_words, key, look_up


@pytest.mark.parametrize(
    ("name", "country", "precision"),
    [
        ("Mykolaiv", "UA", "city"),
        ("Nikolaev", "UA", "city"),
        ("Derna", "LY", "city"),
        ("Darnah", "LY", "city"),
        ("Khan Younis", "PS", "city"),
        ("Cox’s Bazar", "BD", "city"),
        ("Kiev", "UA", "city"),
        ("Hodeidah", "YE", "city"),
        ("Hudaydah", "YE", "city"),
        ("Cabo Delgado", "MZ", "admin1"),
        ("Tigray", "ET", "admin1"),
        ("Helmand", "AF", "admin1"),
        ("Hilmand", "AF", "admin1"),
        ("Gaza", "PS", "area"),
        ("West Bank", "PS", "area"),
        ("Darfur", "SD", "area"),
        ("Donbass", "UA", "area"),
        ("Bay of Bengal", None, "area"),
        ("DR Congo", "CD", "country"),
        ("Türkiye", "TR", "country"),
        ("U.K.", "GB", "country"),
        ("Burma", "MM", "country"),
        ("Ivory Coast", "CI", "country"),
    ],
)
def test_the_best_known_place_of_a_name(name: str, country: str | None, precision: str) -> None:
    first = look_up(key(name))[0]
    assert (first.country, first.precision) == (country, precision)


def test_a_town_stands_before_the_province_named_after_it_and_tells_where_it_lies() -> None:
    town, province = look_up("kunduz")[:2]
    assert (town.precision, province.precision) == ("city", "admin1")
    assert town.admin1 == province.name == province.admin1
    assert town.latitude == pytest.approx(36.7, abs=0.2)
    assert province.latitude == pytest.approx(36.8, abs=0.6)
    assert town.gazetteer_id.startswith("geonames:")


def test_a_town_stands_before_one_that_bears_the_name_beside_its_own() -> None:
    assert look_up("san miguel")[0].name == "San Miguel"  # not San Diego, once San Miguel


def test_a_name_nobody_knows_has_no_places() -> None:
    assert look_up("gakararuru") == ()


def test_countries_are_told_by_their_name_and_by_their_people() -> None:
    words = country_words()
    assert (words["ukraine"], words["ukrainian"], words["salvadoran"]) == ("UA", "UA", "SV")
    assert "us" not in words  # "told us"


@given(st.text(max_size=40))
def test_a_key_is_its_own_key(name: str) -> None:
    folded = key(name)
    assert key(folded) == folded
    assert folded == folded.strip().lower()
    assert folded.isascii()


@given(st.text(max_size=30))
def test_no_name_breaks_a_look_up(name: str) -> None:
    places = look_up(key(name))
    assert all(a.rank >= b.rank for a, b in pairwise(places))


def small(connection: sqlite3.Connection, _: object) -> None:
    connection.executescript(gazetteer_build._SCHEMA)
    connection.execute("INSERT INTO source VALUES ('towns', 'abc')")
    connection.commit()


def test_the_file_is_made_once_whole_and_read_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[int] = []
    monkeypatch.setenv("FIGURES_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(gazetteer_build, "fill", lambda c, s: (made.append(1), small(c, s)))
    for _ in range(2):
        gazetteer._connection.cache_clear()
        with pytest.raises(sqlite3.OperationalError):
            gazetteer._connection(0).execute("INSERT INTO source VALUES ('x', 'y')")
    gazetteer._connection.cache_clear()
    assert made == [1]
    files = sorted((tmp_path / "cache").iterdir())
    assert [f.suffix for f in files] == [".db", ".lock"]  # nothing half-made beside it


def _look_up_in_a_new_process(cache: str) -> str:
    source = (
        "import sys\n"
        "from figures.extraction.places import gazetteer, gazetteer_build\n"
        "def fill(connection, sources):\n"
        "    print('made')\n"
        "    connection.executescript(gazetteer_build._SCHEMA)\n"
        "    connection.commit()\n"
        "gazetteer_build.fill = fill\n"
        "gazetteer._connection(0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", source],
        env=os.environ | {"FIGURES_CACHE": cache},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_of_processes_that_start_at_once_one_compiles(tmp_path: Path) -> None:
    with ThreadPoolExecutor(3) as pool:
        told = list(pool.map(_look_up_in_a_new_process, [str(tmp_path)] * 3))
    assert sorted(told) == ["", "", "made\n"]


def test_preparing_says_what_takes_long_and_only_then(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setenv("FIGURES_CACHE", str(tmp_path))
    monkeypatch.setattr(gazetteer_build, "fill", small)
    for _ in range(2):
        gazetteer._connection.cache_clear()
        gazetteer.prepare(said.append)
    gazetteer._connection.cache_clear()
    assert len(said) == 1
    assert said[0].startswith("Compiling the gazetteer")


def test_gazetteers_of_old_versions_are_cleared_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gazetteer_build, "fill", small)
    old, read = tmp_path / "gazetteer-old.db", tmp_path / "gazetteer-read.db"
    for file in (old, read, tmp_path / "notes.db"):
        file.write_text("")
        os.utime(file, (0, 0))
    os.utime(read)
    gazetteer_build.build(tmp_path / "gazetteer-new.db", {})
    left = sorted(file.name for file in tmp_path.iterdir())
    assert left == ["gazetteer-new.db", "gazetteer-read.db", "notes.db"]


def test_without_a_writable_cache_a_temporary_directory_serves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    monkeypatch.setenv("FIGURES_CACHE", str(blocked))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(gazetteer_build, "fill", small)
    gazetteer._connection.cache_clear()
    rows = gazetteer._connection(0).execute("SELECT name FROM source").fetchall()
    gazetteer._connection.cache_clear()
    assert rows == [("towns",)]
    assert list(tmp_path.glob("figures-*/gazetteer-*.db"))


def test_a_broken_file_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIGURES_CACHE", str(tmp_path))
    monkeypatch.setattr(gazetteer_build, "fill", small)
    gazetteer._connection.cache_clear()
    gazetteer._connection(0)
    file = next(tmp_path.glob("*.db"))
    file.write_bytes(b"not a database" * 400)
    gazetteer._connection.cache_clear()
    rows = gazetteer._connection(0).execute("SELECT name FROM source").fetchall()
    gazetteer._connection.cache_clear()
    assert rows == [("towns",)]


def test_the_cache_is_where_the_platform_keeps_caches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("FIGURES_CACHE", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert gazetteer.cache_directory() == tmp_path / "figures"
