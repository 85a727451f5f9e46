"""Words marked in their article at exact offsets: the quotes of figures, and for one figure the number,
what happened, the place, the date and the speaker that it was read from. All text is escaped here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from datasette import hookimpl
from jinja2 import Environment
from markupsafe import Markup, escape

from figures_site.database import Row
from figures_site.words import amount, plain

# A figure's page shows so many code points of its article around the sentence.
WINDOW = 4_000
# What a published copy leaves out: an ellipsis and spaces; the text before may have been cut within it.
LEFT_OUT = re.compile("… {2,}|^ {8,}")
# The fields of the evidence whose words are marked, and what they tell.
ROLES = {
    "number": "number",
    "category": "event",
    "place": "place",
    "earliest": "date",
    "as_of": "date",
    "since": "date",
    "attributed_to": "speaker",
    "via": "speaker",
}


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a text that tell something of a figure."""

    start: int
    end: int
    role: str


def spans_of(evidence: Iterable[Row]) -> list[Span]:
    """The words of a figure's evidence that are marked."""
    return [
        Span(step["start"], step["end"], ROLES[step["field"]])
        for step in evidence
        if step["field"] in ROLES and step["start"] < step["end"]
    ]


@dataclass(frozen=True, slots=True)
class Marks:
    """What is to be marked in one text: all figures' quotes; of the main one what it was read from.

    ``base`` is the path of the figures' pages. Of quotes that overlap, one is marked: that of the main
    figure, else the first and longest. With ``anchors`` the first words of each role can be linked to.
    """

    figures: Sequence[Row]
    base: str = ""
    main: str | None = None
    spans: Sequence[Span] = ()
    anchors: bool = False

    def html(self, text: str, start: int = 0, end: int | None = None) -> Markup:
        """``text[start:end]`` as HTML. Offsets are code points of the whole text."""
        end = len(text) if end is None else min(end, len(text))
        pieces, position = [], start
        for figure in self._apart(start, end):
            pieces.append(self._words(text, position, figure["start"]))
            quote = self._words(text, figure["start"], figure["end"])
            if figure["id"] == self.main:
                anchor = Markup(' id="m-quote"') if self.anchors else ""
                pieces.append(Markup('<mark class="quote"{}>{}</mark>').format(anchor, quote))
            else:
                pieces.append(
                    Markup(
                        '<mark class="other" id="f-{}"><a href="{}/{}" title="{}">{}</a></mark>'
                    ).format(figure["id"], self.base, figure["id"], title(figure), quote)
                )
            position = figure["end"]
        pieces.append(self._words(text, position, end))
        return Markup("").join(pieces)

    def _apart(self, start: int, end: int) -> list[Row]:
        """The figures whose quotes are marked, no two of which overlap, in the order of the text."""
        chosen = sorted(
            (figure for figure in self.figures if start <= figure["start"] < figure["end"] <= end),
            key=lambda figure: (figure["start"], -figure["end"], figure["id"]),
        )
        taken = [figure for figure in chosen if figure["id"] == self.main][:1]
        last = start
        for figure in chosen:
            if figure["start"] >= last and all(
                figure["end"] <= other["start"] or other["end"] <= figure["start"]
                for other in taken[:1]
            ):
                taken.append(figure)
                last = figure["end"]
        return sorted(taken, key=lambda figure: figure["start"])

    def _words(self, text: str, start: int, end: int) -> Markup:
        """``text[start:end]`` with the words of each role marked, which may overlap."""
        spans = [
            span
            for span in self.spans
            if span.start < end and start < span.end and not is_gap(text[span.start : span.end])
        ]
        if not spans:
            return escape_text(text[start:end])
        edges = {max(start, s.start) for s in spans} | {min(end, s.end) for s in spans}
        cuts = sorted({start, end} | edges)
        pieces = []
        for first, last in pairwise(cuts):
            told = [span for span in spans if span.start <= first and last <= span.end]
            words = escape_text(text[first:last])
            if told:
                roles = list(dict.fromkeys(span.role for span in told))
                begins = [s.role for s in told if s.start == first and s == self._first(s.role)]
                anchor = Markup(' id="m-{}"').format(begins[0]) if begins and self.anchors else ""
                words = Markup('<span class="role {}"{}>{}</span>').format(
                    " ".join(roles), anchor, words
                )
            pieces.append(words)
        return Markup("").join(pieces)

    def _first(self, role: str) -> Span:
        return next(span for span in self.spans if span.role == role)


def escape_text(text: str) -> Markup:
    """Escaped for HTML, a carriage return kept as the character that it is; where a published copy
    leaves words out, the spaces that keep its offsets are not shown."""
    return escape(LEFT_OUT.sub("… ", text)).replace("\r", Markup("&#13;"))


def is_gap(words: str) -> bool:
    """Whether these are no words of an article, but what stands where a published copy leaves some out.

    >>> is_gap("…     "), is_gap(""), is_gap("two men")
    (True, True, False)
    """
    return not words.strip(" …\n")


def title(figure: Row) -> str:
    """The hover text of a quote: "killed: at least 12"."""
    count = amount(figure["low"], figure["high"], figure["qualifier"])
    return f"{plain(figure['category'])}: {count}"


def mark_sentence(figure: Row, evidence: Iterable[Row] = ()) -> Markup:
    """A figure's sentence as HTML with its quote marked; with its evidence the words that it was read from."""
    offset = figure["sentence_start"]
    here = {**figure, "start": figure["start"] - offset, "end": figure["end"] - offset}
    spans = [Span(s.start - offset, s.end - offset, s.role) for s in spans_of(evidence)]
    return Marks([here], main=figure["id"], spans=spans).html(figure["sentence"])


def window(text: str, figure: Row) -> tuple[int, int]:
    """The part of an article around a figure's sentence, from one word's beginning to another's end."""
    first, last = figure["sentence_start"], figure["sentence_end"]
    start, end = max(0, first - WINDOW), min(len(text), last + WINDOW)
    if start:
        start = text.find(" ", start, first) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", last, end), last)
    return start, end


def mark_around(
    text: str, figures: Sequence[Row], base: str, figure: Row, evidence: Iterable[Row] = ()
) -> Markup:
    """The part of an article around a figure's sentence as HTML, with what the figure was read from."""
    first, last = figure["sentence_start"], figure["sentence_end"]
    start, end = window(text, figure)
    marks = Marks(figures, base, figure["id"], spans_of(evidence), anchors=True)
    return Markup('{}{}<span class="sentence">{}</span>{}{}').format(
        "… " if start else "",
        marks.html(text, start, first),
        marks.html(text, first, last),
        marks.html(text, last, end),
        " …" if end < len(text) else "",
    )


def mark_article(
    text: str, figures: Sequence[Row], base: str, start: int = 0, end: int | None = None
) -> Markup:
    """A text, or a part of one, as HTML, every quote marked."""
    return Marks(figures, base).html(text, start, end)


@hookimpl
def prepare_jinja2_environment(env: Environment) -> None:
    """The filters: ``{{ figure|mark_sentence }}``, ``{{ text|mark_article(figures, base) }}``, …"""
    env.filters.update(
        mark_sentence=mark_sentence, mark_around=mark_around, mark_article=mark_article
    )
