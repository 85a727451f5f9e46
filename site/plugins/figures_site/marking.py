"""Quotes marked in their article at exact offsets. All text is escaped here."""

from __future__ import annotations

import re
from functools import partial

from datasette import hookimpl
from jinja2 import Environment
from markupsafe import Markup, escape

from figures_site.database import Row
from figures_site.words import amount, plain

# A figure's page shows so many code points of its article around the sentence; the document's
# page shows all.
WINDOW = 4_000
LEFT_OUT = re.compile("… {2,}")


def mark_quotes(
    text: str,
    figures: list[Row],
    base: str,
    main: str | None = None,
    start: int = 0,
    end: int | None = None,
) -> Markup:
    """``text[start:end]`` as HTML with each figure's quote in a <mark> that links to its page.

    Offsets are code points of the whole text; ``base`` is the path of the figures' pages.
    Of quotes that overlap, one is marked: that of the figure ``main``, else the first and longest.
    """
    end = len(text) if end is None else min(end, len(text))
    chosen = sorted(
        (figure for figure in figures if start <= figure["start"] < figure["end"] <= end),
        key=lambda figure: (figure["id"] != main, figure["start"], -figure["end"], figure["id"]),
    )
    taken: list[Row] = []
    for figure in chosen:
        if all(
            figure["end"] <= other["start"] or other["end"] <= figure["start"] for other in taken
        ):
            taken.append(figure)
    pieces: list[Markup] = []
    position = start
    for figure in sorted(taken, key=lambda figure: figure["start"]):
        pieces.append(escape_text(text[position : figure["start"]]))
        quote = escape_text(text[figure["start"] : figure["end"]])
        if figure["id"] == main:
            pieces.append(Markup("<mark>{}</mark>").format(quote))
        else:
            pieces.append(
                Markup(
                    '<mark class="other" id="f-{}"><a href="{}/{}" title="{}">{}</a></mark>'
                ).format(figure["id"], base, figure["id"], title(figure), quote)
            )
        position = figure["end"]
    pieces.append(escape_text(text[position:end]))
    return Markup("").join(pieces)


def escape_text(text: str) -> Markup:
    """Escaped for HTML, a carriage return kept as the character that it is; where a published copy
    leaves words out, the spaces that keep its offsets are not shown."""
    return escape(LEFT_OUT.sub("… ", text)).replace("\r", Markup("&#13;"))


def title(figure: Row) -> str:
    """The hover text of a quote: "killed: at least 12"."""
    count = amount(figure["low"], figure["high"], figure["qualifier"])
    return f"{plain(figure['category'])}: {count}"


def mark_sentence(figure: Row) -> Markup:
    """A figure's sentence as HTML with its quote marked."""
    offset = figure["sentence_start"]
    here = {**figure, "start": figure["start"] - offset, "end": figure["end"] - offset}
    return mark_quotes(figure["sentence"], [here], base="", main=figure["id"])


def mark_article(text: str, figures: list[Row], base: str, main: Row | None = None) -> Markup:
    """A text as HTML, every quote marked; with a ``main`` figure, the part around its sentence."""
    if main is None:
        return mark_quotes(text, figures, base)
    first, last = main["sentence_start"], main["sentence_end"]
    start, end = max(0, first - WINDOW), min(len(text), last + WINDOW)
    if start:  # at a word's beginning, where there is one
        start = text.find(" ", start, first) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", last, end), last)
    mark = partial(mark_quotes, text, figures, base, main["id"])
    return Markup('{}{}<span class="sentence">{}</span>{}{}').format(
        "… " if start else "",
        mark(start=start, end=first),
        mark(start=first, end=last),
        mark(start=last, end=end),
        " …" if end < len(text) else "",
    )


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    """The filters: ``{{ figure|mark_sentence }}``, ``{{ text|mark_article(figures, base) }}``."""
    env.filters.update(mark_sentence=mark_sentence, mark_article=mark_article)
