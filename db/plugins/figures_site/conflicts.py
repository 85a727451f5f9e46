"""The conflicts page: the open conflicts, filtered, both sides beside each other; as CSV and JSON too."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import AsgiStream, Request, Response

from figures_site.database import NAME, Row, rows
from figures_site.words import plain

PATH = "/conflicts"
ON_A_PAGE = 20
FIRST_FIGURES = ("left_figure_id", "right_figure_id")

# What a conflict can be filtered by: the parameter and its condition. Days are days of the incident.
CONDITIONS = {
    "country": "country = :country",
    "category": "category = :category",
    "kind": "kind = :kind",
    "from": "latest >= :from",
    "to": "earliest <= :to",
    "gap": "gap >= CAST(:gap AS REAL)",
}
OWN_WORDS = "publisher"  # nobody is named: the publisher says so itself
SPEAKERS = {
    "official": "officials",
    "military": "military",
    "police": "police",
    "medical": "hospitals and medics",
    "un": "United Nations",
    "ngo": "aid and rights groups",
    "media": "media quoted",
    "witness": "witnesses",
    "armed_group": "armed groups",
    "local_source": "local sources",
    "unnamed": "unnamed sources",
    OWN_WORDS: "the publisher itself",
}
LEFT = f"coalesce(left_attribution_kind, '{OWN_WORDS}')"
RIGHT = f"coalesce(right_attribution_kind, '{OWN_WORDS}')"
# The order, the widest or newest first, and the value that a page begins after.
ORDERS = {
    "gap": ("widest gap", "gap"),
    "said": ("newest report", "coalesce(said_at, '')"),
    "day": ("newest incident", "coalesce(earliest, '')"),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a visitor asks of the conflicts: filters by parameter, the order, where the page begins."""

    filters: Mapping[str, str]
    order: str
    after: str

    @classmethod
    def of(cls, request: Request) -> Asked:
        names = (*CONDITIONS, "by", "against")
        given = {name: (request.args.get(name) or "").strip() for name in names}
        order = request.args.get("order")
        return cls(
            {name: value for name, value in given.items() if value},
            order if order in ORDERS else "gap",
            request.args.get("after") or "",
        )

    def where(self) -> tuple[str, dict[str, Any]]:
        """The condition in SQL, and its parameters."""
        found = [sql for name, sql in CONDITIONS.items() if name in self.filters]
        sides = [f":{name}" for name in ("by", "against") if name in self.filters]
        if len(sides) == 1:
            found.append(f"{sides[0]} IN ({LEFT}, {RIGHT})")
        elif sides:
            found.append(
                f"(({LEFT}, {RIGHT}) = (:by, :against) OR ({RIGHT}, {LEFT}) = (:by, :against))"
            )
        return " AND ".join(found) or "1", dict(self.filters)

    def query(self, **changed: str | None) -> str:
        """The query string of the same question, its page left out, with some parameters changed."""
        kept = {**self.filters, **({"order": self.order} if self.order != "gap" else {}), **changed}
        return urlencode({name: value for name, value in kept.items() if value})


async def page_of(datasette: Datasette, asked: Asked, size: int) -> tuple[list[Row], str]:
    """So many conflicts in the order asked for, and where the next page begins: "" for nowhere."""
    where, parameters = asked.where()
    key = ORDERS[asked.order][1]
    value, left, right = begins(asked.after)
    if value is not None:
        where += (
            f" AND ({key} < :value OR {key} = :value"
            " AND (left_claim_id, right_claim_id) > (:left, :right))"
        )
    found = await rows(
        datasette,
        f"SELECT *, {key} AS ordered_by"  # noqa: S608 (all our own)
        " FROM open_conflict WHERE (left_claim_id, right_claim_id) IN"
        f" (SELECT left_claim_id, right_claim_id FROM conflict WHERE {where}"
        f" ORDER BY {key} DESC, left_claim_id, right_claim_id LIMIT :size)"
        f" ORDER BY {key} DESC, left_claim_id, right_claim_id",
        **parameters, value=value, left=left, right=right, size=size + 1,
    )  # fmt: skip
    shown, more = found[:size], found[size:]
    last = (
        [shown[-1][name] for name in ("ordered_by", "left_claim_id", "right_claim_id")]
        if more
        else ""
    )
    for row in found:
        del row["ordered_by"]
    return shown, json.dumps(last) if last else ""


def begins(after: str) -> tuple[float | str | None, str, str]:
    """The value and the pair of claims that a page begins after; none where the words are no page of ours.

    >>> begins('[28, "a", "b"]'), begins('[{}, "a", "b"]'), begins("5")
    ((28.0, 'a', 'b'), (None, '', ''), (None, '', ''))
    """
    try:
        value, left, right = json.loads(after, parse_int=float)
    except (ValueError, TypeError, RecursionError):
        return None, "", ""
    if isinstance(value, float | str) and isinstance(left, str) and isinstance(right, str):
        return value, left, right
    return None, "", ""


async def conflicts_page(datasette: Datasette, request: Request) -> Response:
    """The page: what is asked, and the conflicts that answer it."""
    asked = Asked.of(request)
    where, parameters = asked.where()
    shown, after = await page_of(datasette, asked, ON_A_PAGE)
    [counted] = await rows(
        datasette, f"SELECT count(*) AS n FROM conflict WHERE {where}", **parameters  # noqa: S608
    )  # fmt: skip
    page = {
        "asked": asked,
        "count": counted["n"],
        "conflicts": await with_sides(datasette, shown),
        "options": {
            **await choices(datasette),
            "speakers": list(SPEAKERS.items()),
            "orders": [(name, words) for name, (words, _) in ORDERS.items()],
        },
        "next": f"?{asked.query(after=after)}" if after else "",
        "query": f"?{asked.query()}" if asked.query() else "",
        "path": datasette.urls.path(PATH),
    }
    html = await datasette.render_template("conflicts.html", {"page": page}, request=request)
    return Response.html(html)


async def choices(datasette: Datasette) -> dict[str, list[tuple[str, str]]]:
    """The countries, categories and kinds that open conflicts have, each with how many there are."""
    found = await rows(
        datasette,
        """
        SELECT o.country, coalesce(c.name, o.country) AS name, o.category, o.kind, count(*) AS n
          FROM conflict o LEFT JOIN country c ON c.code = o.country
         GROUP BY o.country, o.category, o.kind
        """,
    )
    names = {row["country"]: row["name"] for row in found}
    chosen = {}
    for column in ("country", "category", "kind"):
        counted: Counter[str] = Counter()
        for row in found:
            if row[column] is not None:
                counted[row[column]] += row["n"]
        told = [
            (value, f"{names.get(value, plain(value))} ({n:,})") for value, n in counted.items()
        ]
        chosen[column] = sorted(told, key=lambda option: option[1])
    return chosen


async def with_sides(datasette: Datasette, conflicts: list[Row]) -> list[Row]:
    """Rows of open_conflict, each with the figure that said each side first."""
    figures = await rows(
        datasette,
        "SELECT * FROM published_figure WHERE id IN (SELECT value FROM json_each(:ids))",
        ids=json.dumps([conflict[side] for conflict in conflicts for side in FIRST_FIGURES]),
    )
    by_id = {figure["id"]: figure for figure in figures}
    return [
        {
            **conflict,
            "sides": [
                {**by_id[conflict[f"{side}_figure_id"]], "sources": conflict[f"{side}_sources"]}
                for side in ("left", "right")
            ],
        }
        for conflict in conflicts
    ]


async def every(datasette: Datasette, asked: Asked) -> AsyncIterator[Row]:
    """All conflicts that are asked for, a few hundred at a time."""
    after = ""
    while True:
        found, after = await page_of(datasette, Asked(asked.filters, asked.order, after), 500)
        for row in found:
            yield row
        if not after:
            return


def address(datasette: Datasette, request: Request, conflict: Row) -> str:
    """Where this conflict can always be found: figures keep their ids, claims need not."""
    pair = ",".join(conflict[side] for side in FIRST_FIGURES)
    path = datasette.urls.path(f"/compare/{pair}")
    return str(datasette.absolute_url(request, path))


async def conflicts_csv(datasette: Datasette, request: Request) -> AsgiStream:
    """The same conflicts as CSV, all pages of them, each with its permanent address."""
    asked = Asked.of(request)

    async def send(to: Any) -> None:
        out = io.StringIO()
        writer = csv.writer(out)
        columns: list[str] = []
        async for row in every(datasette, asked):
            if not columns:
                columns = list(row)
                writer.writerow([*columns, "address"])
            writer.writerow([*row.values(), address(datasette, request, row)])
            await to.write(out.getvalue())
            out.seek(0)
            out.truncate()
        if not columns:
            result = await datasette.get_database(NAME).execute(
                "SELECT * FROM open_conflict LIMIT 0"
            )
            writer.writerow([*result.columns, "address"])
            await to.write(out.getvalue())

    headers = {"content-disposition": 'attachment; filename="conflicts.csv"'}
    return AsgiStream(send, headers=headers, content_type="text/csv; charset=utf-8")


async def conflicts_json(datasette: Datasette, request: Request) -> Response:
    """A page of the same conflicts as JSON, and the address of the next page."""
    asked = Asked.of(request)
    found, after = await page_of(datasette, asked, 100)
    for row in found:
        row["address"] = address(datasette, request, row)
    path = f"{datasette.urls.path(PATH)}.json?{asked.query(after=after)}"
    following = datasette.absolute_url(request, path) if after else None
    return Response.json({"rows": found, "next_url": following})


async def compare_page(datasette: Datasette, request: Request) -> Response:
    """The permanent address of two figures compared: leads to the claims that they state today."""
    one, other = request.url_vars["one"], request.url_vars["other"]
    found = await rows(
        datasette,
        """
        SELECT r.left_claim_id, r.right_claim_id
          FROM claim_figure a JOIN claim_figure b JOIN claim_relation r
            ON (r.left_claim_id, r.right_claim_id) = (a.claim_id, b.claim_id)
            OR (r.left_claim_id, r.right_claim_id) = (b.claim_id, a.claim_id)
         WHERE a.figure_id = :one AND b.figure_id = :other
         ORDER BY r.relation <> 'conflict' LIMIT 1
        """,
        one=one,
        other=other,
    )
    for pair in found:
        path = f"{datasette.urls.table(NAME, 'claim_relation')}/{','.join(pair.values())}"
        return Response.redirect(path)
    return Response.redirect(f"{datasette.urls.table(NAME, 'figure')}/{one}#comparisons")


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    """The page, its other forms, and the address of a pair."""
    return [
        (rf"^{PATH}$", conflicts_page),
        (rf"^{PATH}\.csv$", conflicts_csv),
        (rf"^{PATH}\.json$", conflicts_json),
        (r"^/compare/(?P<one>[0-9a-f]{16}),(?P<other>[0-9a-f]{16})$", compare_page),
    ]
