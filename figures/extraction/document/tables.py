"""Tables of several columns: the numbers of a row, by the words at the head of their columns.

    | District | Dead | Houses destroyed |
    | Lesk     |   14 |               52 |

A row that calls itself the total holds the others; rows of places, whose total is not told, are counted together.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from figures.categories import Trigger
from figures.extraction.frames.framer import Framer
from figures.extraction.frames.readings import Reading
from figures.extraction.frames.topic import Topic
from figures.extraction.groups.chunking import chunk
from figures.extraction.groups.chunks import COUNT, Chunk
from figures.extraction.numbers.grammar import read as read_numbers
from figures.extraction.words.sentences import Sentence
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.model import Number

_PAIR: Final = 2  # cells of a row that is a label and its count, or a place and its count
TOTAL: Final = frozenset("total totals sum overall".split())
PLACES: Final = frozenset(
    "district province region state county city town village area location island municipality country site camp"
    " governorate department commune ward sector division place prefecture".split()
)

Columns = tuple[list[Number], list[Chunk], list[Reading]]  # numbers, chunks and readings of a row


class Tables:
    """Reads the rows of one text, in its order, one after the other."""

    def __init__(self, tokens: Tokens) -> None:
        self.t = tokens
        self.end()

    def end(self) -> None:
        """The table is over."""
        self.columns: list[Trigger | None] = []
        self.places = False
        # column → what was read in it since its last total
        self.told: dict[int, list[Reading]] = {}

    def row(self, sentence: Sentence) -> Columns | None:
        """What a row tells, with its numbers and chunks; None where the sentence is no row that tells anything.

        >>> from figures.extraction import extract
        >>> text = "| Town | Dead | Hurt |\\n| Lesk | 14 | 52 |\\n| Orda | 6 | 19 |"
        >>> [(f.category, f.value) for f in extract(text)]
        [('killed', 14), ('injured', 52), ('killed', 6), ('injured', 19)]
        """
        cells = self.cells(sentence)
        if len(cells) < _PAIR:
            self.end()
            return None
        if not sentence.classes & c.NUMERAL:
            if any(self.t.words[i].isalpha() for i in range(sentence.first, sentence.stop)):
                self.head(sentence, cells)
            return None
        if len(cells) != len(self.columns):
            return None
        numbers = read_numbers(self.t, sentence.first, sentence.stop)
        chunks = chunk(self.t, sentence.first, sentence.stop, numbers)
        whole = not TOTAL.isdisjoint(self.t.words[cells[0][0] : cells[0][1]])
        out: list[Reading] = []
        for k, x in enumerate(chunks):
            column = cells.index((x.first, x.stop)) if (x.first, x.stop) in cells else 0
            trigger = self.columns[column]
            if x.kind != COUNT or x.count is None or trigger is None or x.count.unit is not None:
                continue
            x.count.adding = self.places and column in self.told and not whole
            reading = Reading(x.count, k, k, trigger, x.count.reported)
            for part in self.told.pop(column, ()) if whole else ():
                part.part_of, part.counted.adding = reading, False
            out.append(reading)
            self.told.setdefault(column, []).append(reading)
        return (numbers, chunks, out) if out else None

    def cells(self, sentence: Sentence) -> list[tuple[int, int]]:
        """The token ranges of a row's cells, the empty ones too: in their order they tell the column."""
        bars = [i for i in range(sentence.first, sentence.stop) if self.t.words[i] == "|"]
        ends = [sentence.first - 1, *bars, sentence.stop]
        cells = [(start + 1, stop) for start, stop in pairwise(ends)]
        # a bar before the first cell, one behind the last
        first = 1 if cells[0][0] == cells[0][1] else 0
        closed = first and len(cells) > 1 and cells[-1][0] == cells[-1][1]
        last = -1 if closed else None
        return cells[first:last]

    def head(self, sentence: Sentence, cells: list[tuple[int, int]]) -> None:
        """Take the sentence for the head of a table: what each column counts."""
        chunks = chunk(self.t, sentence.first, sentence.stop, [])
        framer = Framer(self.t, chunks, Topic())
        self.end()
        self.places = any(
            self.t.words[i] in PLACES or self.t.words[i].rstrip("s") in PLACES
            for i in range(*cells[0])
        )
        for first, stop in cells:
            at = [k for k, x in enumerate(chunks) if first <= x.first < stop]
            found = framer.named_in(at[0], at[-1] + 1) if at else None
            trigger = found[2] if found is not None else None
            if trigger is not None and (trigger.needs or trigger.counts):
                others = {
                    *self.t.words[sentence.first : first],
                    *self.t.words[stop : sentence.stop],
                }
                if trigger.shape != "noun" or trigger.needs.isdisjoint(others):
                    # "Lost" may be matches; "Cases" beside "Deaths" are of a disease
                    trigger = None
            self.columns.append(trigger)
        if len(cells) == _PAIR and not self.places:
            self.end()  # each row is a label and its count
