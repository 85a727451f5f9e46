"""Words with their spans, folded forms and lexicon classes, for a whole text in one pass.

Folding keeps the length of the text (lower case, straight quotes, plain hyphens, ASCII digits), so
an offset into the folded text is an offset into the stored text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from typing import Final

from figures.extraction.words.vocabulary import classes_table
from figures.lexicon import classes as c

_SAME_LENGTH: Final = str.maketrans(
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
_PLAIN: Final = {chr(ch): plain for ch, plain in _SAME_LENGTH.items()}
_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]")
# One token with the space before it. Digits with commas are one number where they are grouped like
# one (1,234.5 and 1,20,000 and 1.234,5); "12,33" is a list of two.
# Repeats are bounded or possessive: no text takes more than linear time.
_TOKEN: Final = re.compile(
    r"(\s*+)("
    r"[a-z]++(?=[ \n,;)0-9-])"  # most words, at once
    r"|(?:[a-z]\.){2,20}"
    # "who'd", "they've", but "Sa'd", "O'Dell"
    r"|[^\W\d_]++(?:'(?!(?:s|ve|ll|re)\b)(?!(?:(?<=who')|(?<=hey')|(?<=[hw]e')|(?<=you'))d\b)[^\W\d_]++)*+"
    r"|[,.]"
    r"|\d++(?![.,]\d)"
    r"|\d{1,3}(?:,\d{3}){1,6}(?:\.\d+)?(?![,.]?\d)"
    r"|\d{1,2}(?:,\d\d){1,6},\d{3}(?:\.\d+)?(?!,?\d)"
    r"|\d{1,3}(?:\.\d{3}){1,6},\d+(?![.,]?\d)"
    r"|\d++(?:\.\d++)*"
    r"|'(?:s|ve|ll|d|re)\b"
    r"|\S)"
)
# A reference mark close to the word before it: "Kenya[12]", "homes[nb 1]", "[a]", "[citation needed]"; or at a
# line's end and before a mark or a digit: "Deaths: 22 [1]", "30 [1], 7 missing".
_REFERENCE: Final = r"(?:\[(?:\d{1,3}|[a-z]|(?:nb?|note|n) ?\d{1,2}|[a-z]{4,8} needed)\])++"
_MARK: Final = re.compile(
    rf"(?<=[^\s\[])(?:{_REFERENCE}| {_REFERENCE}(?=[ \t]*(?:$|[,;(\d])))", re.MULTILINE
)
# The marks of bold and italic print in plain text: "**Killed:** 12", "*12* deaths"; no bullet, no footnote's star.
_EMPHASIS: Final = re.compile(r"(?<![\w*])(\*{1,3})(?=[^\s*])([^*\n]{0,300}[^\s*])\1(?![\w*])")
_SUPPLIED: Final = re.compile(r"(?<=\s)\[(?!sic\b)([a-z]+)\](?=[\s.,;])")  # "are [trapped] below"
# before a place's name, with a full stop: "St. Hale", "Brgy. Lesk"
_SHORT_PLACES: Final = frozenset("st mt ft sto ste brgy brgys".split())
_NO_PLACE: Final = c.ARTICLE | c.DETERMINER | c.PRONOUN | c.PREPOSITION
# "1x KIA", "3 x soldiers WIA"
_TIMES: Final = re.compile(r"(?<=\d) ?x (?=[a-z ]{0,20}\b[kwm]ia\b)")
# "12 people* died"
_FOOTNOTE: Final = re.compile(r"(?<=[a-z])\*{1,3}(?=[\s.,;:)]|$)|(?<=\d)\*{1,3}(?=[.,;:)\n]|$)")
_REMEMBERED: Final = 200_000  # words; enough for any language's news, little memory


def fold(text: str) -> str:
    """The text in lower case with plain quotes, hyphens and digits; same length, so offsets hold.

    >>> fold("‘Nearly 4–million’")
    "'nearly 4-million'"
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # İ and a few others grow: leave those as they are
        lowered = "".join(low if len(low := ch.lower()) == 1 else ch for ch in text)
    if not lowered.isascii():
        for ch in set(_NOT_ASCII.findall(lowered)):
            if ch in _PLAIN:
                lowered = lowered.replace(ch, _PLAIN[ch])
    return lowered


_TORN: Final = frozenset("year years month months week weeks day days".split())  # units of an age


@dataclass(slots=True)
class Tokens:
    """Parallel lists, one item a token: folded word, span and classes; ``breaks`` the indexes of
    tokens that follow a line break (1) or a blank line (2); ``marks`` the spans of reference marks,
    which are no tokens: nothing in a sentence hangs on them. ``dashes`` are those that part words as a comma does
    though no space stands around them ("two men—one a clerk—died"), and the bars between cells ("Lesk|14|--")."""

    text: str
    folded: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    classes: list[int]
    breaks: dict[int, int]
    marks: list[tuple[int, int]] = field(default_factory=list)
    dashes: frozenset[int] = frozenset()
    _shouted: bool | None = None
    _standing: dict[str, list[int]] = field(default_factory=dict)
    _said: dict[tuple[int, int], frozenset[str]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.words)

    def glued(self, i: int) -> bool:
        """Does token i follow the one before with nothing between ("4" "-" "million")? A hyphen joins an age that
        a line's end has torn ("a 12-", "year-old girl")."""
        if not 0 < i < len(self.starts):
            return False
        if self.starts[i] == self.ends[i - 1]:
            return not self.dashes or i not in self.dashes and i - 1 not in self.dashes
        return self.words[i] in _TORN and self.words[i - 1] == "-" and self.glued(i - 1)

    @property
    def shouted(self) -> bool:
        """Is the whole text in capitals?"""
        if self._shouted is None:
            self._shouted = self.text[: self.ends[-1]].isupper() if self.ends else False
        return self._shouted

    @property
    def standing(self) -> dict[str, list[int]]:
        """Word → the tokens at which it stands."""
        if not self._standing:
            at = self._standing
            for i, word in enumerate(self.words):
                if word in at:
                    at[word].append(i)
                else:
                    at[word] = [i]
        return self._standing

    def quote(self, first: int, stop: int) -> str:
        """The stored text from token ``first`` up to token ``stop`` (not included)."""
        return self.text[self.starts[first] : self.ends[stop - 1]]

    def said(self, first: int, stop: int) -> frozenset[str]:
        """The words of a sentence, tokens ``[first, stop)``, made once: of them much is asked."""
        said = self._said.get((first, stop))
        if said is None:
            said = self._said[first, stop] = frozenset(self.words[first:stop])
        return said

    def capital(self, i: int) -> bool:
        """Does token i begin with a capital letter?"""
        return i < len(self.starts) and self.text[self.starts[i]].isupper()

    def of_place(self, k: int) -> bool:
        """ "St. HALE", "Brgy. LESK": does the full stop at token k stand in a place's name, and end no "57th St."?"""
        if k < 1 or self.words[k] != "." or self.words[k - 1] not in _SHORT_PLACES:
            return False
        if not self.capital(k + 1 + (self.words[k + 1 : k + 2] == ["-"])):
            return False
        if self.classes[k + 1] & _NO_PLACE:
            return False
        return k < 2 or not self.classes[k - 2] & c.ORDINAL

    def holds(self, some: frozenset[str], first: int, stop: int) -> bool:
        """Does one of some words stand among tokens ``[first, stop)``, the month May not taken for "may"?

        >>> doubt = frozenset(("may", "might"))
        >>> [tokenize(t).holds(doubt, 0, 4) for t in ("on May 3 he died", "he may have died")]
        [False, True]
        """
        if some.isdisjoint(self.words[first:stop]):
            return False  # most
        found = (k for k in range(first, stop) if self.words[k] in some)
        return any(self.words[k] != "may" or not self.capital(k) for k in found)


# names in capitals that are no words of a sentence
_ACRONYMS: Final = {"IS": "is", "WHO": "who", "DR": "dr"}


def _unclass_acronyms(text: str, bounds: list[int], words: list[str], classes: list[int]) -> None:
    """Take the classes of a word from the names that are written like one: "nine IS fighters", not "TOLL IS NINE"."""

    def shouts(i: int) -> bool:
        word = text[bounds[3 * i + 1] : bounds[3 * i + 2]] if 0 <= i < len(words) else ""
        return len(word) > 1 and word.isupper()

    for i, word in enumerate(words):
        if word in _ACRONYMS.values() and shouts(i) and not (shouts(i - 1) or shouts(i + 1)):
            classes[i] = 0


class _Known(dict[str, int]):
    """Word → classes; a word of no list gets those that its first character tells."""

    def __missing__(self, word: str) -> int:
        first = word[0]
        bits = c.NUMERAL | c.DIGIT if first.isdecimal() else 0 if first.isalpha() else c.PUNCTUATION
        if len(self) < _REMEMBERED:
            self[word] = bits
        return bits


@cache
def _known() -> _Known:
    return _Known(classes_table())


def _barred(folded: str) -> str:
    """The text with bars for the tabs between the cells of a line, as tables are copied: "Lesk<tab>12<tab>40"."""
    lines = folded.split("\n")
    for n, line in enumerate(lines):
        if "\t" in line:
            first = len(line) - len(line.lstrip())
            if "\t" in line[first:].rstrip():
                cells = line[first:].replace(":\t", ": ").replace("\t", "|")
                lines[n] = line[:first] + cells
    return "\n".join(lines)


def _plain(marked: re.Match[str]) -> str:
    """Emphasized words without their marks, as long as with them."""
    blank = " " * len(marked[1])
    return blank + marked[2] + blank


def tokenize(text: str) -> Tokens:
    """All tokens of a text.

    >>> tokenize("4-million fled.").words
    ['4', '-', 'million', 'fled', '.']
    >>> tokenize("Ten died[3] there.").words
    ['ten', 'died', 'there', '.']
    >>> tokenize("Ten are [trapped] there.").words
    ['ten', 'are', 'trapped', 'there', '.']
    >>> tokenize("**Killed:** 12").words
    ['killed', ':', '12']
    """
    folded = fold(text)
    if "*" in folded:
        folded = _EMPHASIS.sub(_plain, folded)
        folded = _FOOTNOTE.sub(lambda m: " " * len(m[0]), folded)
    marks: list[tuple[int, int]] = []
    supplied: set[int] = set()
    if "[" in folded:
        marks = [m.span() for m in _MARK.finditer(folded)]
        folded = _MARK.sub(lambda m: " " * len(m[0]), folded) if marks else folded
        supplied = {m.start(1) for m in _SUPPLIED.finditer(text)}  # in small letters: no "[TEXT]"
        if supplied:
            folded = _SUPPLIED.sub(
                lambda m: f" {m[1]} " if m.start(1) in supplied else m[0], folded
            )
    if "\t" in folded:
        folded = _barred(folded)
    if "incl" in folded:
        folded = folded.replace("incl. ", "incl  ")  # "14 (incl. 2 boys)": its stop ends nothing
    if "approx" in folded:
        folded = folded.replace("approx. ", "approx  ")  # "approx. 300 homes"
    if "kia" in folded or "wia" in folded:
        folded = _TIMES.sub(lambda m: " " * len(m[0]), folded)
    # nothing, a space and a word take turns, so the running length gives each word's start, then its end
    parts = _TOKEN.split(folded.rstrip())
    bounds = list(accumulate(map(len, parts)))
    words = parts[2::3]
    if "incl" in folded:
        words = ["including" if word == "incl" else word for word in words]
    breaks: dict[int, int] = {}
    if "\n" in folded:
        lines = ((i, space.count("\n")) for i, space in enumerate(parts[1::3]) if "\n" in space)
        breaks = {i: min(count, 2) for i, count in lines}
    classes = list(map(_known().__getitem__, words))
    if any(name in text for name in _ACRONYMS) and not text.isupper():
        _unclass_acronyms(text, bounds, words, classes)
    starts, ends = bounds[1::3], bounds[2::3]
    if "'s been" in folded:
        for i in range(len(words) - 1):
            if words[i] == "'s" and words[i + 1] == "been":
                classes[i] = c.AUXILIARY  # "nobody'S BEEN hurt"
    if " do " in text:
        _unclass_particles(text, starts, words, classes)
    for i in [i for i, start in enumerate(starts) if start in supplied] if supplied else ():
        starts[i], ends[i] = starts[i] - 1, ends[i] + 1  # with the brackets, for quotes
    dashes = _dashes(text, words, starts) if "—" in text else frozenset()
    if "|" in folded:
        dashes |= {i for i, word in enumerate(words) if word == "|"}
    return Tokens(text, folded, words, starts, ends, classes, breaks, marks, dashes)


def _unclass_particles(text: str, starts: list[int], words: list[str], classes: list[int]) -> None:
    """Take the "do" of a name for no auxiliary: "Rio Grande DO Sul"."""
    for i in range(1, len(words) - 1):
        if words[i] == "do" and not classes[i - 1]:
            if text[starts[i - 1]].isupper() and text[starts[i + 1]].isupper():
                classes[i] = 0


def _dashes(text: str, words: list[str], starts: list[int]) -> frozenset[int]:
    """The long dashes but those between two numbers: "12—15"."""
    inner = (i for i in range(1, len(words) - 1) if words[i] == "-" and text[starts[i]] == "—")
    return frozenset(
        i for i in inner if not (words[i - 1][0].isdigit() and words[i + 1][0].isdigit())
    )
