"""Incidents: which counts tell of another incident than the one a text mainly reports.

Words that say so are cues with a reach, as in medspaCy's ConText: "a similar blast in 2019" sets its whole sentence in
another incident, "in retaliation for …", "hours after …" what follows.
In a report on one attack of a series, the toll of all of them is another incident's too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from figures.extraction.told import Told
from figures.extraction.words.sentences import Sentence
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load, plural
from figures.model import Document

_AFTER = frozenset("after before since".split())
_AGO = frozenset("ago earlier prior previously before".split())
_THE = frozenset("the this that these those".split())
_PARTS_OF_DAY = frozenset("day night evening morning afternoon date".split())
_HEELS = (("heels", "of"), ("wake", "of"))
_BEGINNING = 6  # tokens in which an adverbial that opens a sentence begins
_WITHIN = 5  # tokens between "one of" and the incidents it is one of


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens that tell of another incident, and the range of tokens that they set in it."""

    first: int
    stop: int
    begin: int
    end: int
    strong: bool = True  # holds even where a text opens with it


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(str(load("incidents")[name]).split())


@cache
def _events() -> tuple[frozenset[str], frozenset[str]]:
    """Nouns for what happens: in the singular or plural, and the plurals alone."""
    plurals = frozenset(plural(word) for word in _words("events"))
    return _words("events") | plurals, plurals | {"violence"}


def set_apart(
    document: Document, tokens: Tokens, sentences: list[Sentence], told: Sequence[Told]
) -> None:
    """Mark the figures of other incidents with the words that set them there."""
    if not told:
        return
    year = _own_year(document, tokens, sentences)
    serial = _serial(tokens)
    opening = told[0].index
    doubtful: list[Told] = []  # another incident's, unless the text tells of no other
    other: tuple[int, Cue] | None = None  # a paragraph that has gone over to another incident
    for index, group in groupby(told, key=lambda t: t.index):
        here = list(group)
        sentence = here[0].sentence
        opens = index in (0, opening)
        cues = list(_cues(tokens, sentence, year, serial, opens))
        switch = next(
            (q for q in cues if q.begin == sentence.first and _opens_other(tokens, q, sentence)),
            None,
        )
        if switch is not None:
            other = sentence.paragraph, switch
        elif other is not None and other[0] == sentence.paragraph:
            cues.append(other[1])
        for t in here:
            q = _cue_of(t, cues)
            if q is not None:
                t.background = (q.first, q.stop)
                if opens and not q.strong:
                    doubtful.append(t)
    if all(t.background is not None for t in told):
        for t in doubtful:
            t.background = None


def _cue_of(t: Told, cues: Sequence[Cue]) -> Cue | None:
    """The cue in whose reach both the count and the word that tells of it stand."""
    first, last = sorted((t.counted.reported[0], t.reading.span[0]))
    for q in cues:
        if q.begin <= first and last < q.end:
            return q
    return None


def _cues(
    tokens: Tokens, sentence: Sentence, year: int | None, serial: bool, opens: bool
) -> Iterator[Cue]:
    """The cues of one sentence. Where a text opens with it, only those that set apart what follows them."""
    words, classes = tokens.words, tokens.classes
    first, stop = sentence.first, sentence.stop
    events, many = _events()
    for i in range(first, stop):
        word = words[i]
        after = words[i + 1] if i + 1 < stop else ""
        whole = (i + 1 if opens else first), stop
        if word in _words("earlier") and after in events:
            yield Cue(i, i + 2, *whole, strong=False)
        elif word in _words("motives"):
            if word not in ("response", "reaction") or after in ("to", "over"):
                reach = _initial(tokens, sentence, i, _reach(tokens, i + 1, stop))
                yield Cue(i, i + 1, i + 1, reach)
        elif word in _words("spans"):
            yield from _span(tokens, sentence, i, whole)
        elif word in ("last", "previous") and after in ("year", "month", "day", "week", "night"):
            if after not in ("week", "night") or word == "previous":
                yield Cue(i, i + 2, *whole, strong=False)
        elif word in _words("separate") and after in many | {
            "incident",
            "attack",
            "case",
            "shooting",
        }:
            if i > first and words[i - 1] in ("in", "of", "a") and word != "other":
                yield Cue(i, i + 2, *whole)
        elif word == "same" and after in _PARTS_OF_DAY and i + 2 < stop:
            if words[i + 2] in ("that", "when", "as"):
                yield Cue(i, i + 2, i + 2, _initial(tokens, sentence, i, stop))
            elif words[i - 1] == "the" and not opens:
                yield Cue(i, i + 2, first, stop)
        elif word == "this" and after in ("day", "night") and not opens and words[i - 1] == "on":
            yield Cue(i, i + 2, first, stop)
        elif (word, after) in _HEELS and words[i + 2 : i + 3] != ["the"]:
            yield Cue(i, i + 2, i + 2, _reach(tokens, i + 2, stop), strong=False)
        elif (
            year is not None
            and word in ("in", "of")
            and len(after) == 4
            and classes[i + 1] & c.DIGIT
            and after.isdigit()
            and 1900 <= int(after) < year
        ):
            yield Cue(i, i + 2, *whole, strong=False)
        elif serial and _all_of_them(tokens, i, stop):
            yield Cue(i, i + 1, *whole)


def _span(tokens: Tokens, sentence: Sentence, i: int, whole: tuple[int, int]) -> Iterator[Cue]:
    """ "A week after a raid killed …", "three weeks earlier": time between this incident and another."""
    words, stop = tokens.words, sentence.stop
    after = words[i + 1] if i + 1 < stop else ""
    if after not in _AFTER and after not in _AGO:
        return
    ends = i + 2 >= stop or tokens.classes[i + 2] & c.PUNCTUATION
    if after in _AFTER and not ends:
        events, _ = _events()
        if words[i + 2] in _THE and any(w in events for w in words[i + 3 : i + 5]):
            return  # "two days after the blast": the one reported
        reach = _reach(tokens, i + 2, stop)
        yield Cue(i, i + 2, i + 2, _initial(tokens, sentence, i, reach), strong=False)
    elif (
        after in _AGO
        and words[i] not in ("day", "days", "hour", "hours", "minutes", "minute")
        or after == "before"
        and words[i - 1] == "the"
    ):
        yield Cue(i - 1, i + 2, *whole, strong=False)


def _initial(tokens: Tokens, sentence: Sentence, i: int, reach: int) -> int:
    """ "Hours after a raid killed two, …": an adverbial that opens a sentence ends with its comma."""
    if i - sentence.first >= _BEGINNING:
        return reach
    return next((k for k in range(i + 2, reach) if tokens.words[k] == ","), reach)


def _reach(tokens: Tokens, i: int, stop: int) -> int:
    """Where the clause that begins at token i gives way to the main clause's participle: ", killing 20"."""
    verb = False
    for k in range(i, stop - 1):
        verb |= bool(tokens.classes[k] & (c.VERB | c.AUXILIARY))
        if tokens.words[k] == ";":
            return k
        if tokens.words[k] == "," and not verb:
            after = tokens.words[k + 1]
            if after.endswith("ing") and tokens.classes[k + 1] & c.TRIGGER:
                if tokens.words[k + 2 : k + 3] != ["of"]:
                    return k
    return stop


def _opens_other(tokens: Tokens, cue: Cue, sentence: Sentence) -> bool:
    """Does a sentence begin with "In a separate incident", so that those after it go on with that?"""
    return cue.first - sentence.first < 4 and tokens.words[cue.first] in _words("separate")


def _own_year(document: Document, tokens: Tokens, sentences: list[Sentence]) -> int | None:
    """The year a report is of: that of its publication, else the first year it names."""
    if document.published_on:
        return int(document.published_on[:4])
    for sentence in sentences[:4]:
        for i in range(sentence.first, sentence.stop):
            word = tokens.words[i]
            if len(word) == 4 and word.isdigit() and 1900 <= int(word) <= 2100:
                return int(word)
    return None


def _serial(tokens: Tokens) -> bool:
    """Does the text say that its incident is one of several: "one of five bombings", "(2nd of 3)"?"""
    words, classes = tokens.words, tokens.classes
    _, many = _events()
    for i, word in enumerate(words):
        if (
            word != "of"
            or not i
            or not (classes[i - 1] & c.NUMERAL or words[i - 1] in ("part", "st", "nd", "rd", "th"))
        ):
            continue
        after = words[i + 1 : i + 1 + _WITHIN]
        if (
            after
            and words[i - 1] != "part"
            and words[i + 2 : i + 3] == [")"]
            and classes[i + 1] & c.NUMERAL
        ):
            return True
        if words[i - 1] not in (
            "one",
            "first",
            "second",
            "third",
            "part",
            "fourth",
            "fifth",
            "last",
        ):
            continue
        if many.intersection(after) and (
            any(classes[k] & c.NUMERAL for k in range(i + 1, i + 1 + len(after)))
            or {"several", "many", "series", "simultaneous", "coordinated"} & {*after}
        ):
            return True
    return False


def _all_of_them(tokens: Tokens, i: int, stop: int) -> bool:
    """Words that speak of a whole series: "in all four attacks", "a total of", "nationwide"."""
    words, classes = tokens.words, tokens.classes
    word = words[i]
    if word in _words("together"):
        return True
    _, many = _events()
    if word not in many:
        return False
    k = i - 1
    told = False
    while k >= 0 and i - k < 5:
        if words[k] in ("all", "both", "the", "these", "series"):
            return True
        if not (
            classes[k] & c.NUMERAL or words[k] in ("of", "combined", "coordinated") or told is False
        ):
            return False
        told = True
        k -= 1
    return False
