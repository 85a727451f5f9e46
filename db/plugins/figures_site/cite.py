"""A figure cited: in words, as BibTeX, and as a W3C Web Annotation that finds its words in the article."""

from __future__ import annotations

import json
import re
from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils.asgi import NotFound, Request, Response

from figures_site.database import NAME, Row, for_templates, rows
from figures_site.words import amount, plain, web_link

CONTEXT = 32  # code points before and after the quote, by which it is found in a text that moved
LATEX = {
    **{c: f"\\{c}" for c in "&%$#_{}"},
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "<": "\\textless{}",
    ">": "\\textgreater{}",
}


@for_templates
async def cite_figure(datasette: Datasette, request: Request, figure: Row, document: Row) -> Row:
    """How to cite a figure, in words and as BibTeX; where its annotation is."""
    path = f"{datasette.urls.table(NAME, 'figure')}/{figure['id']}"
    address = str(datasette.absolute_url(request, path))
    run = await run_of(datasette, figure)
    return {
        "text": in_words(figure, document, address, run),
        "bibtex": bibtex(figure, document, address, run),
        "annotation": f"{path}/annotation.json",
        "address": address,
    }


async def run_of(datasette: Datasette, figure: Row) -> Row:
    """When and with which version a figure was read."""
    [run] = await rows(
        datasette, "SELECT at, version FROM run WHERE id = :run", run=figure["run_id"]
    )
    return run


def count_of(figure: Row) -> str:
    """ "killed: at least 12" """
    count = amount(figure["low"], figure["high"], figure["qualifier"])
    asserted = "" if figure["status"] == "asserted" else f" ({plain(figure['status'])})"
    return f"{plain(figure['category'])}: {count}{asserted}"


def in_words(figure: Row, document: Row, address: str, run: Row) -> str:
    """The citation as a reader would print it."""
    speaker = f", according to “{figure['attributed_to']}”" if figure["attributed_to"] else ""
    title = document["title"] or document["name"]
    where = [
        f"“{title}”",
        document["publisher"],
        document["published_on"] or "undated",
        web_link(document["url"]),
    ]
    return (
        f"“{figure['quote']}” ({count_of(figure)}){speaker}. In: {', '.join(filter(None, where))}. "
        f"Read by Figures {run['version']}, figure {figure['id']}, "
        f"characters {figure['start']}–{figure['end']}: {address}"
    )


def bibtex(figure: Row, document: Row, address: str, run: Row) -> str:
    """The report as a BibTeX entry, the figure in its note."""
    year, month = ([*(document["published_on"] or "").split("-"), "", ""])[:2]
    fields = {
        "title": f"{{{latex(document['title'] or document['name'])}}}",
        "author": f"{{{latex(document['publisher'] or '')}}}" if document["publisher"] else "",
        "year": year,
        "month": str(int(month)) if month else "",
        "howpublished": f"\\url{{{link}}}" if (link := web_link(document["url"])) else "",
        "note": f"``{latex(figure['quote'])}'' ({latex(count_of(figure))}), "
        f"read by Figures {run['version']}: \\url{{{address}}}",
    }
    told = "".join(f",\n  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{figure-{figure['id']}{told}\n}}"


def latex(text: str) -> str:
    """Text that LaTeX prints as it is.

    >>> latex("50% of {x} & y")
    '50\\\\% of \\\\{x\\\\} \\\\& y'
    """
    return "".join(LATEX.get(c, c) for c in " ".join(text.split()) if c.isprintable())


def annotation(figure: Row, document: Row, address: str, base: str, run: Row) -> Row:
    """The figure as a W3C Web Annotation (https://www.w3.org/TR/annotation-model/).

    Offsets are of the archived text, so they go with the document's page; at its publisher the words
    are found by what stands around them.
    """
    text, offset = figure["sentence"], figure["sentence_start"]  # which a published copy has whole
    start, end = figure["start"] - offset, figure["end"] - offset
    quote = {
        "type": "TextQuoteSelector",
        "exact": figure["quote"],
        "prefix": text[max(0, start - CONTEXT) : start],
        "suffix": text[end : end + CONTEXT],
    }
    position = {"type": "TextPositionSelector", "start": figure["start"], "end": figure["end"]}
    target: list[Row] = [
        {"source": f"{base}/{document['id']}", "selector": [quote, position]},
    ]
    if link := web_link(document["url"]):
        target.append({"source": link, "selector": quote})
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"{address}/annotation.json",
        "type": "Annotation",
        "motivation": "describing",
        "created": run["at"],
        "generator": {"type": "Software", "name": f"Figures {run['version']}"},
        "body": [
            {
                "type": "TextualBody",
                "purpose": "describing",
                "value": count_of(figure),
                "format": "text/plain",
                "language": "en",
            },
            {"type": "TextualBody", "purpose": "tagging", "value": figure["category"]},
            {"id": address, "type": "Dataset", "format": "text/html"},
        ],
        "target": target,
    }


async def annotation_json(datasette: Datasette, request: Request) -> Response:
    """A figure's annotation."""
    figures = await rows(
        datasette, "SELECT * FROM published_figure WHERE id = :id", id=request.url_vars["id"]
    )
    if not figures:
        raise NotFound("No figure has this id")
    [figure] = figures
    [document] = await rows(
        datasette, "SELECT * FROM document WHERE id = :id", id=figure["document_id"]
    )
    run = await run_of(datasette, figure)
    table = datasette.urls.table
    address = datasette.absolute_url(request, f"{table(NAME, 'figure')}/{figure['id']}")
    base = datasette.absolute_url(request, table(NAME, "document"))
    told = json.dumps(
        annotation(figure, document, address, base, run), ensure_ascii=False, indent=2
    )
    kind = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
    return Response(told, content_type=kind, headers={"access-control-allow-origin": "*"})


@hookimpl
def register_routes() -> list[tuple[str, Any]]:
    """Where a figure's annotation is."""
    return [
        (rf"^/{re.escape(NAME)}/figure/(?P<id>[0-9a-f]{{16}})/annotation\.json$", annotation_json)
    ]
