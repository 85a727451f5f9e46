"""Template filters: bounds, dates and names in plain words."""

from __future__ import annotations

import json
import re
from calendar import monthrange
from datetime import date
from urllib.parse import urlsplit

from datasette import hookimpl
from jinja2 import Environment

from figures_site.countries import NAMES, country
from figures_site.database import Row


def number(value: float | None) -> str:
    """4000000 → "4,000,000"; 2.0 → "2"; None → "".

    >>> number(4000000), number(2.0), number(2.5), number(None)
    ('4,000,000', '2', '2.5', '')
    """
    if value is None:
        return ""
    if isinstance(value, float) and not value.is_integer():
        return f"{value:,}"
    return f"{int(value):,}"


# The qualifiers with the shape of bounds that their words set; a person's correction may set others.
SHAPES = {
    "exact": "exact",
    "about": "exact",
    "at_least": "open high",
    "more_than": "open high",
    "up_to": "open low",
    "less_than": "open low",
    "nearly": "open low",
}
HEDGES = {
    "about": "about",
    "more_than": "more than",
    "less_than": "fewer than",
    "nearly": "nearly",
}


def fits(low: float | None, high: float | None, qualifier: str | None) -> bool:
    """Whether the bounds have the shape that the qualifier's words set."""
    if low is None or high is None:
        shape = "open high" if high is None else "open low"
    else:
        shape = "exact" if low == high else "range"
    return SHAPES.get(qualifier or "", shape) == shape


def amount(low: float | None, high: float | None, qualifier: str | None = None) -> str:
    """The bounds in a few plain words.

    >>> amount(12, None), amount(None, 4000000), amount(20, 33)
    ('at least 12', 'up to 4,000,000', '20 to 33')
    >>> amount(30, 30, "about"), amount(0, 0), amount(None, None)
    ('about 30', 'none', 'not known')
    """
    if low is None and high is None:
        return "not known"
    if qualifier in HEDGES and fits(low, high, qualifier):
        return f"{HEDGES[qualifier]} {number(high if low is None else low)}"
    if high is None:
        return f"at least {number(low)}"
    if low is None:
        return f"up to {number(high)}"
    if low != high:
        return f"{number(low)} to {number(high)}"
    return number(low) if low else "none"


BOUNDS = {
    "exact": "{low}, no more and no fewer by this report",
    "about": "about {low}: the report rounds or estimates, and does not say how far",
    "at_least": "{low} or more: the words set no upper bound",
    "more_than": "more than {low}: the words set no upper bound",
    "up_to": "{high} or fewer: the words set no lower bound",
    "less_than": "fewer than {high}: the words set no lower bound",
    "nearly": "a little under {high}: the words set no lower bound",
    "vague": "no number is stated; the words mean {amount}",
    "unspecified": "more than one: no number is stated",
}


def bounds(figure: Row) -> str:
    """What the words of a figure assert, or a person's ruling sets, as a sentence for its page."""
    low, high, qualifier = figure["low"], figure["high"], figure["qualifier"]
    if low is None and high is None:
        return "not known: the report says that no count is told yet"
    if low == high == 0:
        return "none: the report says that there were no such cases"
    words = BOUNDS.get(qualifier, "{amount}") if fits(low, high, qualifier) else "{amount}"
    return words.format(low=number(low), high=number(high), amount=amount(low, high))


def plain(name: object) -> str:
    """A name of the database as words: "order_unknown" → "order unknown"."""
    return "" if name is None else str(name).replace("_", " ")


def web_link(url: str | None) -> str | None:
    """The address where it is a whole http or https one, else None: nothing else is a link.

    >>> web_link("https://example.org/a"), web_link("javascript:alert(1)")
    ('https://example.org/a', None)
    """
    if not url or re.search(r"[\s\x00-\x1f<>\"']", url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def dates(earliest: str | None, latest: str | None) -> str:
    """One date or a window: "2022-03-29", "2022-03-01 to 2022-03-31", "" where none is told."""
    if earliest and latest and earliest != latest:
        return f"{earliest} to {latest}"
    return earliest or latest or ""


MONTHS = (
    "January February March April May June July August September October November December"
).split()


def day(when: str) -> str:
    """A date as news write it; a month or a year where no more is told.

    >>> day("2020-08-12"), day("2020-08-12T04:30:00+08:00"), day("2020-08"), day("2020")
    ('12 August 2020', '12 August 2020', 'August 2020', '2020')
    """
    year, *rest = when[:10].split("-")
    words = [MONTHS[int(rest[0]) - 1]] if rest else []
    return " ".join([*([str(int(rest[1]))] if len(rest) > 1 else []), *words, year])


def window(first: str, last: str) -> str:
    """A span of days as news write it, each month and year once.

    >>> window("2022-03-29", "2022-03-31"), window("2022-03-29", "2022-04-01")
    ('29 to 31 March 2022', '29 March to 1 April 2022')
    >>> window("2022-03-01", "2022-03-31"), window("2019-01-01", "2019-12-31")
    ('March 2022', '2019')
    """
    try:
        one, other = date.fromisoformat(first[:10]), date.fromisoformat(last[:10])
    except ValueError:
        return " to ".join(dict.fromkeys((day(first), day(last))))
    if one == other:
        return day(first)
    months = 12 * (other.year - one.year) + other.month - one.month
    if one.day == 1 and other.day == monthrange(other.year, other.month)[1]:
        if not months:
            return day(first[:7])
        if (one.month, months) == (1, 11):
            return day(first[:4])
    begun = day(first).split()
    kept = 1 if not months else 2 if one.year == other.year else 3
    return f"{' '.join(begun[:kept])} to {day(last)}"


def days(incident: Row) -> str:
    """When it happened, as news write it; "" where that is not told.

    >>> days({"earliest": "2022-03-29", "latest": "2022-03-31"})
    '29 to 31 March 2022'
    """
    first, last = incident["earliest"], incident["latest"]
    return window(first, last) if first and last else day(first or last) if first or last else ""


def moment(when: object) -> str:
    """A date, or a date and time without the seconds.

    >>> moment("2022-03-29"), moment("2022-03-29T08:45:00+03:00")
    ('2022-03-29', '2022-03-29 08:45 +03:00')
    """
    return re.sub(r"T(\d\d:\d\d)(?::[\d.]+)?", r" \1 ", str(when)).strip()


SMALL = {"and", "at", "de", "del", "of", "in", "on", "the"}


def area_name(area: str) -> str:
    """The area that a toll is limited to, as a name: it is kept folded, and countries as codes.

    >>> NAMES["MZ"] = "Mozambique"
    >>> area_name("istanbul"), area_name("port-au-prince"), area_name("bay of bengal"), area_name("MZ")
    ('Istanbul', 'Port-Au-Prince', 'Bay of Bengal', 'Mozambique')
    """
    if area in NAMES:
        return NAMES[area]
    if area.startswith("not told"):  # a published copy leaves it out, and keeps such areas apart
        return "an area that is not told"
    words = [w if w in SMALL and i else w[:1].upper() + w[1:] for i, w in enumerate(area.split())]
    return re.sub(r"-(\w)", lambda letter: letter[0].upper(), " ".join(words))


# Categories whose name says in what they are counted; that is told by the unit.
MEASURED = {"aid_tonnes": "Aid", "funding_money": "Funding", "land_hectares": "Land"}
COUNTED_ANYHOW = ("person", "building", None)


def toll_name(toll: Row) -> str:
    """What a toll counts: "Killed, women, in Istanbul, running total since 24 February 2022".

    >>> toll_name({"category": "killed", "of_group": "", "area": "istanbul", "scope": "incident"})
    'Killed, in Istanbul'
    >>> toll_name({"category": "aid_tonnes", "of_group": "", "area": "", "scope": "period", "unit": "tonne"})
    'Aid, tonnes, within a period'
    """
    category, unit = toll["category"], toll.get("unit")
    return ", ".join(
        part
        for part in (
            MEASURED.get(category) or plain(category).capitalize(),
            "" if unit in COUNTED_ANYHOW else people(unit),
            people(toll["of_group"]),
            f"in {area_name(toll['area'])}" if toll["area"] else "",
            span_name(toll["scope"], toll.get("window_from"), toll.get("window_to")),
        )
        if part
    )


def span_name(scope: str, first: str | None, last: str | None) -> str:
    """The time that a running total or the count of a period runs over.

    >>> span_name("cumulative", "2022-02-24", ""), span_name("period", "2022-12-05", "2022-12-07")
    ('running total since 24 February 2022', 'within 5 to 7 December 2022')
    >>> span_name("cumulative", "", ""), span_name("period", "", ""), span_name("incident", "", "")
    ('running total', 'within a period', '')
    """
    if scope == "incident":
        return ""
    running = scope == "cumulative"
    if first and last:
        return f"{'running total of' if running else 'within'} {window(first, last)}"
    words = ["running total" if running else "within a period"]
    if first or last:
        words.append(f"since {day(first)}" if first else f"until {day(str(last))}")
    return " ".join(words)


def people(group: str) -> str:
    """A group's or unit's name for many of it.

    >>> people("woman"), people("aid_worker"), people("police"), people("")
    ('women', 'aid workers', 'police', '')
    """
    name = plain(group)
    return MANY.get(name, name if not name or name.endswith("s") else f"{name}s")


MANY = {"woman": "women", "man": "men", "child": "children"}
MANY |= {name: name for name in ("police", "military", "elderly", "personnel")}


STANDINGS = {  # of a toll: how far its count is borne out
    "single_source": "one source only",
    "corroborated": "several independent sources",
    "one_party_only": "one side only",
    "contested": "contested",
    "admitted": "the side blamed says it too",
}


def where(incident: Row) -> str:
    """The place and its country, each once: "Chokwé, Mozambique"; "" where none is told."""
    names = [incident["place"], country(incident["country"])]
    return ", ".join(dict.fromkeys(name for name in names if name))


def listed(names: str | None) -> str:
    """The names of a JSON array in words.

    >>> listed('["A. Editor"]'), listed('["A. Editor", "B. Editor", "C. Editor"]'), listed(None)
    ('A. Editor', 'A. Editor, B. Editor and C. Editor', '')
    """
    *first, last = json.loads(names or "[]") or [""]
    return f"{', '.join(first)} and {last}" if first else str(last)


def told(columns: str | None) -> list[tuple[str, str]]:
    """The fields that a JSON object tells, each with its value in words.

    >>> told('{"low": 12, "high": null, "groups": ["child"]}')
    [('low', '12'), ('high', 'open'), ('groups', 'child')]
    """
    return [
        (
            name,
            "open"
            if value is None
            else ", ".join(value)
            if isinstance(value, list)
            else str(value),
        )
        for name, value in json.loads(columns or "{}").items()
    ]


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    """The filters: ``{{ 4000000|number }}``, ``{{ figure|amount }}``, ``{{ name|plain }}``, …"""
    env.filters.update(
        number=number,
        amount=lambda row: amount(row["low"], row["high"], row["qualifier"]),
        bounds=bounds,
        plain=plain,
        dates=lambda row: dates(row["earliest"], row["latest"]),
        days=days,
        moment=moment,
        country=country,
        standing=lambda name: STANDINGS.get(name, plain(name)),
        toll_name=toll_name,
        where=where,
        web_link=web_link,
        listed=listed,
        told=told,
    )
