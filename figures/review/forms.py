"""The form of a figure: every field that a ruling may set, what the machine read and what stands, and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from figures.audit.fields import CHOICES, COUNTS, DAYS, FIGURES, from_words
from figures.categories import categories
from figures.publishing.cells import visible

# What a form asks for, group by group; the first is in sight, the rest unfolds.
PARTS: Mapping[str, tuple[str, ...]] = {
    "How many, of what": ("category", "low", "high", "qualifier", "status"),
    "Of whom": ("value", "unit", "subject", "groups"),
    "Over which time": ("scope", "since", "stock_or_flow", "basis"),
    "Who says so": ("attributed_to", "attribution_kind", "via", "caveat"),
    "Where": (
        "place", "place_name", "admin1", "country", "latitude", "longitude", "place_precision",
        "gazetteer_id",
    ),
    "When": ("earliest", "latest", "date_precision", "as_of", "as_of_precision"),
    "Within the report": (*FIGURES, "background"),
}  # fmt: skip
HINTS = {
    "low": "empty: open, “up to”",
    "high": "empty: open, “at least”",
    "value": "the number stated; empty for ranges and vague words",
    "place": "its place on the map follows: “Derna, Libya”",
    "country": "two letters",
    "earliest": "a day: 2024-05-01",
    "latest": "a day",
    "as_of": "a day, or a day and time",
    "since": "the words that open a running total",
    "part_of": "it is counted in that one",
    "adds_to": "it counts on top of that one",
    "restates": "it says that one again",
    "background": "words that tell another incident",
}


def words_of(name: str, value: Any) -> str:
    """A field as a form's input holds it: "" where it is open.

    >>> words_of("low", 12), words_of("high", None), words_of("latitude", 2.5)
    ('12', '', '2.5')
    """
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and name in COUNTS:
        value = int(value)
    return " ".join(str(value).split())


def parts(
    machine: Mapping[str, Any],
    shown: Mapping[str, Any],
    others: Sequence[Mapping[str, Any]],
    given: Mapping[str, Sequence[str]],
) -> list[dict[str, Any]]:
    """The form, part by part: each field with its input, what the machine read, and what was typed already.

    ``shown`` is the figure as ruled, ``others`` are the figures of the same report, ``given`` a form that
    came back with an error.
    """
    return [
        {"title": title, "fields": [_field(name, machine, shown, others, given) for name in names]}
        for title, names in PARTS.items()
    ]


def _field(
    name: str,
    machine: Mapping[str, Any],
    shown: Mapping[str, Any],
    others: Sequence[Mapping[str, Any]],
    given: Mapping[str, Sequence[str]],
) -> dict[str, Any]:
    value = shown[name]
    told: Any = list(value or ()) if name == "groups" else words_of(name, value)
    if name in given:
        told = list(given[name]) if name == "groups" else given[name][0]
    options: Sequence[tuple[str, str]] = ()
    if name == "category":
        options = [(key, rules.label) for key, rules in categories().items()]
    elif name in FIGURES:
        options = [(f["id"], f"{f['category']}: {visible(f['quote'])[:60]}") for f in others]
    elif name in CHOICES:
        options = [(choice, choice.replace("_", " ")) for choice in CHOICES[name]]
    if options and name != "groups" and told and told not in dict(options):
        options = [*options, (told, told)]
    kind = "groups" if name == "groups" else "choice" if options or name in FIGURES else "words"
    read = machine[name]
    return {
        "name": name,
        "label": name.replace("_", " "),
        "kind": kind,
        "options": options,
        "open": name not in ("category", "qualifier", "status", "scope"),
        "numeric": name in COUNTS,
        "day": name in DAYS,
        "told": told,
        "machine": ", ".join(read or ()) if name == "groups" else words_of(name, read),
        "differs": (read or None) != (value or None) if name == "groups" else read != value,
        "hint": HINTS.get(name, ""),
    }


def changed(shown: Mapping[str, Any], form: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The fields of a form that hold something else than was shown, each as a ruling sets it.

    Raises WrongUsage, naming the field, where one cannot be set to that.

    >>> changed({"low": 12, "high": None, "place": "Derna"}, {"low": ["13"], "high": [""], "place": ["Derna"]})
    {'low': 13}
    """
    found: dict[str, Any] = {}
    for names in PARTS.values():
        for name in names:
            if name == "groups":
                if "groups_shown" in form:
                    told = [choice for choice in form.get("groups", ()) if choice]
                    if set(told) != set(shown["groups"] or ()):
                        found[name] = from_words(name, " ".join(told))
            elif name in form and words_of(name, form[name][0]) != words_of(name, shown[name]):
                found[name] = from_words(name, form[name][0])
    return found
