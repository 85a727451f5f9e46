"""The newest conflicts as an Atom feed (RFC 4287), with the filters of the conflicts page."""

from __future__ import annotations

import re
import uuid
from typing import Any
from xml.etree import ElementTree

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import Request, Response
from markupsafe import Markup

from figures_site.conflicts import FIRST_FIGURES, PATH, Asked, address, page_of, with_sides
from figures_site.database import Row, rows
from figures_site.words import amount, plain

ATOM = "http://www.w3.org/2005/Atom"
ENTRIES = 50
NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


async def conflicts_atom(datasette: Datasette, request: Request) -> Response:
    """The conflicts whose newer side was said last."""
    asked = Asked(Asked.of(request).filters, "said", "")
    found = await with_sides(datasette, (await page_of(datasette, asked, ENTRIES))[0])
    [run] = await rows(datasette, "SELECT max(at) AS at FROM run")
    here = datasette.absolute_url(request, datasette.urls.path(f"{PATH}.atom?{asked.query()}"))
    page = datasette.absolute_url(request, datasette.urls.path(f"{PATH}?{asked.query()}"))
    feed = ElementTree.Element("feed", xmlns=ATOM)
    title = datasette.metadata("title") or "Figures"
    add(feed, "title", f"{title}: open conflicts")
    add(feed, "id", here)
    add(
        feed,
        "updated",
        max((moment(row["said_at"] or run["at"]) for row in found), default=moment(run["at"])),
    )
    add(add(feed, "author"), "name", title)
    add(feed, "link", rel="self", type="application/atom+xml", href=here)
    add(feed, "link", rel="alternate", type="text/html", href=page)
    for row in found:
        entry = add(feed, "entry")
        where = address(datasette, request, row)
        add(entry, "title", headline(row))
        add(entry, "id", identity(row))
        add(entry, "updated", moment(row["said_at"] or run["at"]))
        add(entry, "link", rel="alternate", type="text/html", href=where)
        add(entry, "category", term=row["category"], label=plain(row["category"]))
        add(entry, "category", term=row["kind"], label=plain(row["kind"]))
        add(entry, "content", content(row), type="html")
    xml = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return Response(xml.decode("utf-8"), content_type="application/atom+xml; charset=utf-8")


def add(
    parent: ElementTree.Element, name: str, text: str = "", **attributes: str
) -> ElementTree.Element:
    """A child element; characters that XML cannot hold are replaced."""
    child = ElementTree.SubElement(parent, name, attributes)
    child.text = NOT_XML.sub("\ufffd", text) or None
    return child


def headline(row: Row) -> str:
    """ "Flood in Elm: killed, 12 or at least 40?" """
    one, other = (amount(f["low"], f["high"], f["qualifier"]) for f in row["sides"])
    return f"{row['incident']}: {plain(row['category'])}, {one} or {other}?"


def identity(row: Row) -> str:
    """The entry's id: of the two figures, so that it stays when claims are counted anew."""
    pair = ",".join(sorted(row[side] for side in FIRST_FIGURES))
    return uuid.uuid5(uuid.NAMESPACE_OID, f"figures:conflict:{pair}").urn


def content(row: Row) -> str:
    """Both sides in their own words, and why they cannot both hold."""
    side = Markup("<blockquote>{}</blockquote><p>{}</p>")
    told = [
        side.format(f["sentence"][:2000], ", ".join(filter(None, who(f)))) for f in row["sides"]
    ]
    return str(Markup("").join([*told, Markup("<p>{}</p>").format(row["explanation"])]))


def who(figure: Row) -> tuple[str | None, ...]:
    """The speaker, who printed it, and when."""
    return (
        figure["attributed_to"],
        figure["publisher"] or figure["document"],
        figure["published_on"],
    )


def moment(told: str) -> str:
    """A date or time as RFC 3339, as Atom wants it.

    >>> moment("2022-03-29"), moment("2022-03-29T08:45:00+03:00"), moment("2022-03-29T08:45")
    ('2022-03-29T00:00:00Z', '2022-03-29T08:45:00+03:00', '2022-03-29T08:45:00Z')
    """
    day, _, time = told.partition("T")
    clock = re.match(r"(\d\d:\d\d)(:\d\d)?[.\d]*([+-]\d\d:?\d\d)?", time)
    hour, second, zone = clock.groups() if clock else ("00:00", None, None)
    return f"{day}T{hour}{second or ':00'}{zone or 'Z'}"


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    """The feed's path."""
    return [(rf"^{PATH}\.atom$", conflicts_atom)]
