"""Words with their spans, folded forms and lexicon classes, for a whole text in one pass.

Folding keeps the length of the text (lower case, straight quotes, plain hyphens, ASCII digits), so an
offset into the folded text is an offset into the stored text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from figures.extraction.vocabulary import classes_table
from figures.lexicon import classes as c

_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys("‘’‛ʼ′´`", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys("\u200b\u00ad\ufeff\u2060", " "),
        **{chr(0xFF10 + d): str(d) for d in range(10)},
        **{chr(0x0660 + d): str(d) for d in range(10)},
        **{chr(0x06F0 + d): str(d) for d in range(10)},
        **{chr(0x0966 + d): str(d) for d in range(10)},
    }
)
# digits with commas that are one number: 1,234.5 and 1,20,000 and 1.234,5; "12,33" is a list of two
_GROUPED = re.compile(
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$|\d{1,3}(?:\.\d{3})+,\d+$"
)
_PIECE = re.compile(r",|[^,]+")
_TOKEN = re.compile(r"(?:[a-z]\.){2,}|[^\W\d_]+(?:'(?!s\b)[^\W\d_]+)*|\d+(?:[.,]\d+)*|'s\b|\n+|\S")


def fold(text: str) -> str:
    """The text in lower case with plain quotes, hyphens and digits; same length, so offsets hold.

    >>> fold("‘Nearly 4–million’")
    "'nearly 4-million'"
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # İ and a few others grow: leave those as they are
        lowered = "".join(low if len(low := ch.lower()) == 1 else ch for ch in text)
    return lowered if lowered.isascii() else lowered.translate(_SAME_LENGTH)


@dataclass(slots=True)
class Tokens:
    """Parallel lists, one item a token: folded word, span and classes; ``breaks`` holds the indexes of
    tokens that follow a line break (1) or a blank line (2)."""

    text: str
    folded: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    classes: list[int]
    breaks: dict[int, int]

    def __len__(self) -> int:
        return len(self.words)

    def glued(self, i: int) -> bool:
        """Does token i follow the one before with nothing between ("4" "-" "million")?"""
        return i > 0 and self.starts[i] == self.ends[i - 1]

    def quote(self, first: int, stop: int) -> str:
        """The stored text from token ``first`` up to token ``stop`` (not included)."""
        return self.text[self.starts[first] : self.ends[stop - 1]]

    def capital(self, i: int) -> bool:
        """Does token i begin with a capital letter?"""
        return self.text[self.starts[i]].isupper()


def tokenize(text: str) -> Tokens:
    """All tokens of a text.

    >>> tokenize("4-million fled.").words
    ['4', '-', 'million', 'fled', '.']
    """
    folded = fold(text)
    known = classes_table()
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    classes: list[int] = []
    breaks: dict[int, int] = {}
    get = known.get
    for match in _TOKEN.finditer(folded):
        word = match.group()
        bits = get(word)
        if bits is None:
            first = word[0]
            if first == "\n":
                # blank lines may hold spaces: a second break at the same index makes it one
                at = len(words)
                breaks[at] = 2 if at in breaks or len(word) > 1 else 1
                continue
            if first.isdecimal():
                bits = c.NUMERAL | c.DIGIT
                if "," in word and not _GROUPED.match(word):
                    for piece in _PIECE.finditer(word):
                        words.append(piece.group())
                        starts.append(match.start() + piece.start())
                        ends.append(match.start() + piece.end())
                        classes.append(bits if piece.group() != "," else c.PUNCTUATION)
                    continue
            else:
                bits = 0 if first.isalpha() else c.PUNCTUATION
        words.append(word)
        starts.append(match.start())
        ends.append(match.end())
        classes.append(bits)
    return Tokens(text, folded, words, starts, ends, classes, breaks)
