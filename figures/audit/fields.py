"""The fields that a person's ruling may set: what each may hold, and what follows from it."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from figures.errors import WrongUsage

# Closed lists: those of the columns in store/schema.sql, and groups, whose column holds a JSON array.
CHOICES: Mapping[str, tuple[str, ...]] = {
    "qualifier": (
        "exact", "at_least", "more_than", "up_to", "less_than", "about", "nearly", "range", "vague",
        "unspecified",
    ),
    "status": (
        "asserted", "feared", "denied", "hypothetical", "superseded", "retracted", "not_known",
    ),
    "scope": ("incident", "cumulative", "period"),
    "stock_or_flow": ("stock", "flow"),
    "basis": ("confirmed", "identified", "registered", "bodies_found", "estimated", "projected"),
    "attribution_kind": (
        "official", "military", "police", "medical", "un", "ngo", "media", "witness", "armed_group",
        "local_source", "unnamed",
    ),
    "place_precision": ("city", "admin2", "admin1", "country", "area"),
    "groups": (
        "attacker", "civilian", "combatant", "police", "official", "child", "woman", "man", "elderly",
        "aid_worker", "medic", "journalist", "peacekeeper", "worker", "student", "passenger", "migrant",
        "detainee", "foreigner",
    ),
}  # fmt: skip
COUNTS = ("value", "low", "high")
DAYS = ("earliest", "latest")
FIGURES = ("part_of", "adds_to", "restates")  # hold the id of a figure of the same document
DEGREES = {"latitude": 90, "longitude": 180}
NEVER_NULL = ("category", "qualifier", "unit", "status", "scope", "groups")

# All of them, in the order in which a form asks for them.
SETTABLE = (
    "category", "value", "low", "high", "qualifier", "unit", "subject", "groups",
    "status", "scope", "since", "stock_or_flow", "basis", "part_of", "adds_to", "restates",
    "attributed_to", "attribution_kind", "via", "caveat",
    "place", "place_name", "admin1", "country", "latitude", "longitude", "place_precision",
    "gazetteer_id", "earliest", "latest", "date_precision", "as_of", "as_of_precision", "background",
)  # fmt: skip
LONGEST = 1_000  # code points that a field of words may hold


def wrong_with(change: Mapping[str, Any]) -> str | None:
    """What is wrong with the fields that a ruling sets, in words; None where nothing is.

    >>> wrong_with({"low": 3, "status": "feared"}), wrong_with({"status": "sure"})[:25]
    (None, "`status` cannot be 'sure'")
    """
    for name, value in change.items():
        if name not in SETTABLE:
            return f"`set` cannot change {name!r}: only {', '.join(SETTABLE)}"
        if wrong := _wrong_value(name, value):
            return wrong
    return wrong_together(change)


def _wrong_value(name: str, value: Any) -> str | None:
    if value is None:
        return f"`{name}` cannot be left open" if name in NEVER_NULL else None
    if name in COUNTS:
        return (
            None
            if is_count(value)
            else f"`{name}` must be a number from 0 up, or null where it is open"
        )
    if name in DEGREES:
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        most = DEGREES[name]
        return None if number and abs(value) <= most else f"`{name}` must lie in ±{most} degrees"
    if name == "groups":
        if isinstance(value, (list, tuple)) and set(map(str, value)) <= set(CHOICES["groups"]):
            return None
        return f"`groups` must be a list out of {', '.join(CHOICES['groups'])}"
    if not isinstance(value, str) or not value.strip():
        return f"`{name}` must be {'a name' if name == 'category' else 'words'}"
    if name in CHOICES and value not in CHOICES[name]:
        return f"`{name}` cannot be {value!r}: take one of {', '.join(CHOICES[name])}"
    if name in DAYS and not _is_day(value):
        return f"`{name}` must be a day, as in 2024-05-01"
    if name == "as_of" and not _is_moment(value):
        return "`as_of` must be a day or a time, as in 2024-05-01 or 2024-05-01T18:00"
    if name == "country" and not re.fullmatch("[A-Z]{2}", value):
        return "`country` must be two capitals (ISO 3166-1), as in UA"
    if name in FIGURES and not re.fullmatch("[0-9a-f]{16}", value):
        return f"`{name}` must be the id of a figure of the same report"
    return f"`{name}` is too long" if len(value) > LONGEST else None


def wrong_together(row: Mapping[str, Any]) -> str | None:
    """What in a row's fields cannot be true together, in words."""
    low, high, value = row.get("low"), row.get("high"), row.get("value")
    if low is not None and high is not None and low > high:
        return f"low {low} is above high {high}"
    if value is not None and not (low is None or low <= value) & (high is None or value <= high):
        return f"value {value} is not between low and high"
    if row.get("earliest") and row.get("latest") and row["earliest"] > row["latest"]:
        return f"earliest {row['earliest']} is after latest {row['latest']}"
    if row.get("status") == "not_known" and (low, high, value) != (None, None, None):
        return "a count that is not known has no value, low or high"
    return None


def is_count(value: object) -> bool:
    """Whether a value can be a count: a finite number that is not negative."""
    return (
        isinstance(value, (int, float))
        and not isinstance(value, bool)
        and 0 <= value < 9e15  # no number that is none (NaN) is either
    )


def _is_day(words: str) -> bool:
    try:
        return date.fromisoformat(words).isoformat() == words
    except ValueError:
        return False


def _is_moment(words: str) -> bool:
    try:
        datetime.fromisoformat(words)
    except ValueError:
        return False
    return bool(re.match(r"\d{4}-\d\d-\d\d", words))


def from_words(name: str, words: str) -> Any:
    """A field out of what a person typed: "" leaves it open; lists are parted by commas or blanks.

    Raises WrongUsage, naming the field, for a name or a value that cannot be.

    >>> from_words("low", "1,200"), from_words("high", "open"), from_words("groups", "child, woman")
    (1200, None, ['child', 'woman'])
    """
    words = words.strip()
    value: Any = words or None
    if name == "groups":
        value = re.split(r"[,;\s]+", words) if words else []
    elif words and (name in COUNTS or name in DEGREES):
        value = None if words == "open" else _number(name, words)
    elif name == "country" and words:
        value = words.upper()
    if wrong := wrong_with({name: value}):
        raise WrongUsage(wrong)
    return value


def _number(name: str, words: str) -> float:
    try:
        number = float(words.replace(",", "").replace("\N{MINUS SIGN}", "-"))
    except ValueError:
        number = math.nan
    if not (math.isfinite(number) and (name in DEGREES or is_count(number))):
        wanted = "a number of degrees" if name in DEGREES else "a number from 0 up, or `open`"
        raise WrongUsage(f"{name} {words}: give {wanted}")
    return int(number) if number.is_integer() and name in COUNTS else number


def completed(change: Mapping[str, Any]) -> dict[str, Any]:
    """A change with what follows from it: where a place lies, how exact a date is, that of a count which
    is not known there is no number."""
    found = dict(change)
    if found.get("status") == "not_known":
        found = {**dict.fromkeys(COUNTS), **found}
    if "place" in found:
        found = {**_located(found["place"], found.get("country")), **found}
    for names, precision in ((DAYS, "date_precision"), (("as_of",), "as_of_precision")):
        if any(name in found for name in names):
            days = {found.get(name) for name in names if name in found}
            found.setdefault(precision, None if days == {None} else "day")
    return found


def _located(place: str | None, country: str | None) -> dict[str, Any]:
    """The gazetteer's columns of a place given as "Derna" or "Derna, Libya"; None where it knows none."""
    from figures.extraction.places.gazetteer import key, look_up

    parts = [part.strip() for part in (place or "").split(",") if part.strip()]
    found = list(look_up(key(parts[0]))) if parts else []
    for holder in parts[1:]:
        around = look_up(key(holder))
        found = [
            p
            for p in found
            if any(
                h.country == p.country
                and h.precision in ("country", "area")
                or (h.country, h.admin1 or h.name) == (p.country, p.admin1)
                for h in around
            )
        ]
    best = max(
        (p for p in found if country in (None, p.country)), key=lambda p: p.rank, default=None
    )
    return {
        "place_name": best and best.name, "admin1": best and best.admin1,
        "country": best.country if best else country, "latitude": best and best.latitude,
        "longitude": best and best.longitude, "place_precision": best and best.precision,
        "gazetteer_id": best and best.gazetteer_id,
    }  # fmt: skip
