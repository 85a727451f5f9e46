"""Modifiers of a sentence: the words that say how a count is said or what it rests on, each with its reach.

The words and what they take are data (lexicon/modifiers.yaml). A word that takes nothing of what it should
("denied entry", "suspected rebels", "a planned march") is no modifier.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    COMMA,
    COUNT,
    NOUN,
    QUOTE,
    STOP,
    TRIGGER,
    VERB,
    Chunk,
)
from figures.extraction.modifiers.phrases import Cue, cues, past_time
from figures.extraction.modifiers.reach import (
    Ranges,
    as_far_as_counted,
    asked,
    back_to_comma,
    backward,
    forward,
    while_trying,
)
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load_words

PLAIN: Final = "asserted"  # told by phrases that only look like modifiers: "grounds to believe"
_BACKWARD: Final = frozenset(("group", "counted", "back", "subject", "tag", "around"))
_OF_MONTHS: Final = frozenset("since last early late mid".split())
_MOST: Final = 64  # modifiers of a sentence; no prose has more
_READ_WHOLE: Final = 3  # words; no word of a longer phrase is a modifier of its own
_GAP: Final = 2  # adverbs that may stand inside a phrase: "may well have"
_NOT_BEFORE_CLAUSE: Final = (
    c.DETERMINER | c.ARTICLE | c.PREPOSITION | c.CONJUNCTION | c.PUNCTUATION | c.SAID | c.NUMERAL
    | c.VERB | c.NEGATION
)  # fmt: skip
_NO_VERB: Final = (
    c.NUMERAL | c.DETERMINER | c.ARTICLE | c.PREPOSITION | c.PUNCTUATION | c.CONJUNCTION
    | c.MONTH | c.WEEKDAY | c.TIME
)  # fmt: skip
_NOT_NEGATED: Final = frozenset("only just merely simply all every solely".split())
_SAYING: Final = frozenset("saying reporting announcing claiming stating telling".split())
_AFTER_PLACE: Final = (["and"], [","], ["where"])
_MEANS: Final = 32  # tokens of an amount that is sought, what is said of it in brackets among them
_CLAIM_WITHIN: Final = 8  # tokens between "rejected" and "reports", and between that and "that"


@dataclass(frozen=True, slots=True)
class Modifier:
    """What tokens ``[first, stop)`` tell of the categories' words in their reach."""

    tells: str
    takes: str
    first: int
    stop: int
    reach: Ranges
    weak: bool = False

    @property
    def rule(self) -> str:
        return f"{self.tells}/{self.takes}"

    def reaches(self, i: int) -> bool:
        """Does token i stand in the reach?"""
        return any(a <= i < b for a, b in self.reach)


class Finder:
    """Finds the modifiers of one sentence."""

    def __init__(self, tokens: Tokens, chunks: list[Chunk]) -> None:
        self.t, self.chunks = tokens, chunks
        self.first, self.stop = chunks[0].first, chunks[-1].stop

    @cached_property
    def firsts(self) -> list[int]:
        """The first token of each chunk."""
        return [ch.first for ch in self.chunks]

    def modifiers(self, field: str) -> list[Modifier]:
        """The modifiers of one field, in the order of the text."""
        table, words = cues(field), self.t.words
        found = self.questions() if field == "status" else []
        free = self.first  # tokens before it belong to a phrase that is read whole
        for i in [i for i in range(self.first, self.stop) if words[i] in table]:
            if i < free or words[i] == "may" and self.month(i):
                continue
            if len(found) >= _MOST:
                break
            longest = 0
            after = i + 1
            # a phrase goes on with the very next word, unless that is an adverb
            close = after < self.stop and not self.adverb(after)
            for cue in table[words[i]]:
                if len(cue.words) < longest:
                    break
                if close and len(cue.words) > 1 and words[after] not in cue.words[1]:
                    continue
                stop = self.match(cue, i)
                if stop:
                    longest = len(cue.words)
                    if cue.tells == PLAIN or longest > _READ_WHOLE:
                        free = stop  # "NEITHER confirmed NOR DENIED that": nothing is denied
                    if cue.tells == PLAIN:
                        break
                    found += self.read(cue, i, stop)
        return found

    def month(self, i: int) -> bool:
        """Is it the month, after a preposition ("abducted in May have been freed") or a day ("on 3 May")?"""
        if i == self.first:
            return False
        before, after = self.t.classes[i - 1], self.t.words[i + 1 : i + 2]
        if before & c.DIGIT and self.t.quote(i, i + 1) == "May":
            return after not in (["have"], ["be"])  # "12 May Have Died", a headline
        return bool(before & c.PREPOSITION) or self.t.words[i - 1] in _OF_MONTHS

    def questions(self) -> list[Modifier]:
        """A sentence that asks whether ("Were 12 killed?")."""
        k, ranges = asked(self.t, self.chunks)
        return [Modifier("hypothetical", "clause", k, k + 1, ranges)] if ranges else []

    def match(self, cue: Cue, i: int) -> int:
        """The token after the phrase that begins at token i; 0 where it does not."""
        k = i + 1
        for part in cue.words[1:]:
            gap = 0
            while k < self.stop and self.t.words[k] not in part and self.adverb(k) and gap < _GAP:
                k, gap = k + 1, gap + 1
            if k >= self.stop or self.t.words[k] not in part:
                return 0
            k += 1
        return k

    def read(self, cue: Cue, i: int, stop: int) -> list[Modifier]:
        """What the phrase at tokens [i, stop) reaches, one modifier for each kind of reach."""
        k = stop
        while k < self.stop and self.adverb(k):
            k += 1
        out: list[Modifier] = []
        for name in cue.takes:
            if k >= self.stop and name not in _BACKWARD:
                continue
            ranges = _TAKES[name](self, i, stop, k)
            if not ranges:
                continue
            inside = {w for a, b in ranges for w in self.t.words[a:b]} if cue.asks else set()
            if (not cue.beside or cue.beside & inside) and not cue.without & inside:
                out.append(Modifier(cue.tells, name, i, stop, ranges, cue.weak))
        return out

    def adverb(self, k: int) -> bool:
        bits, word = self.t.classes[k], self.t.words[k]
        return bool(bits & c.ADVERB and not bits & c.NEGATION) or not bits and word.endswith("ly")

    def chunk_of(self, i: int) -> int:
        return bisect_right(self.firsts, i) - 1

    def forward(self, first: int, clause: bool) -> Ranges:
        if first >= self.stop:
            return ()
        return forward(self.t, self.chunks, first, self.chunk_of(first), clause)

    # -- what a phrase takes: each gives the reach, or nothing ------------------------------------

    def that(self, i: int, stop: int, k: int) -> Ranges:
        if self.t.words[k] != "that" or self.t.words[k + 1 : k + 2] == [","]:
            return ()  # "the army denied THAT, saying two were hurt"
        return self.forward(k + 1, True)

    def clause(self, i: int, stop: int, k: int) -> Ranges:
        before = i - 1
        while before >= self.first and self.adverb(before):
            before -= 1
        if before < self.first:
            opens = self.t.words[i].endswith("ing")
        else:
            bits = self.t.classes[before]
            ing = self.t.words[i].endswith("ing") and self.t.words[before] == ","
            opens = ing or not bits & _NOT_BEFORE_CLAUSE
        chunk = self.chunks[self.chunk_of(k)]
        if not opens or chunk.kind not in (NOUN, COUNT, ADVERB, QUOTE) or self.t.words[k] == "that":
            return ()
        return self.forward(k, True)

    def to(self, i: int, stop: int, k: int) -> Ranges:
        if self.t.words[k] != "to" or k + 1 >= self.stop or self.t.classes[k + 1] & _NO_VERB:
            return ()
        if self.t.words[k + 1] == "be" and self.chunks[self.chunk_of(k + 2)].kind == NOUN:
            return ()  # "gunmen suspected to be bandits killed two": who they are
        if self.t.words[i] == "going" and self.t.words[k + 2 : k + 3] in _AFTER_PLACE:
            if not self.t.classes[k + 1] & (c.VERB | c.TRIGGER):
                return ()  # "before GOING TO SCHOOL and wounding six pupils"
        return self.forward(k + 1, False)

    def attempt(self, i: int, stop: int, k: int) -> Ranges:
        ranges = self.to(i, stop, past_time(self.t, k, self.stop))
        if not ranges:
            return ()
        return (while_trying(self.t, self.chunks, *ranges[0]),)

    def means(self, i: int, stop: int, k: int) -> Ranges:
        """ "Seeks $5 million (half OF IT for seed) TO feed 900": past a number and its brackets to the infinitive."""
        number = depth = 0
        for at in range(k, min(k + _MEANS, self.stop)):
            word, bits = self.t.words[at], self.t.classes[at]
            depth += (word == "(") - (word == ")")
            if word == "to" and not depth:
                return self.to(i, stop, at) if number else ()
            number |= bits & c.NUMERAL
            if bits & (c.VERB | c.RELATIVE | c.AUXILIARY) and not depth:
                return ()
        return ()

    def of(self, i: int, stop: int, k: int) -> Ranges:
        return self.forward(k + 1, False) if self.t.words[k] == "of" else ()

    def ing(self, i: int, stop: int, k: int) -> Ranges:
        if not self.t.words[k].endswith("ing"):
            return ()
        follow = self.t.words[k + 1 : k + 4]
        if "that" in follow:
            return self.forward(k + 2 + follow.index("that"), True)
        return self.forward(k, False)

    def word(self, i: int, stop: int, k: int) -> Ranges:
        strange = False
        for at in range(k, min(k + 4, self.stop)):
            chunk = self.chunks[self.chunk_of(at)]
            forms = {t.form for s, _, t in chunk.triggers if s == at}
            if forms and (not strange or forms & {"noun", "nouns"}):
                end = self.chunk_of(at) + 1
                while end < len(self.chunks) and self.chunks[end].kind in (
                    AND,
                    ADVERB,
                    VERB,
                    TRIGGER,
                ):
                    end += 1
                return ((at, self.chunks[end - 1].stop),)
            bits = self.t.classes[at]
            strange |= not bits
            if bits & ~(c.DETERMINER | c.ADVERB):
                return ()
        return ()

    def claim(self, i: int, stop: int, k: int) -> Ranges:
        words, classes = self.t.words, self.t.classes
        for at in range(k, min(k + _CLAIM_WITHIN, self.stop)):
            if words[at] in load_words("modifiers", "claims"):
                for that in range(at + 1, min(at + _CLAIM_WITHIN, self.stop)):
                    if words[that] == "that" or words[that] in ("of", "to", "about"):
                        return self.forward(that + 1, words[that] == "that")
                    if classes[that] & (c.PUNCTUATION | c.AUXILIARY | c.RELATIVE):
                        return ()
                    chunk = self.chunks[self.chunk_of(that)]
                    if that == at + 1 and chunk.kind == COUNT:
                        return self.forward(that, True)
                return ()
            if classes[at] & (c.PUNCTUATION | c.AUXILIARY | c.RELATIVE | c.SUBORDINATOR) and (
                words[at] not in ('"', "as")
            ):
                return ()
        return ()

    def group(self, i: int, stop: int, k: int) -> Ranges:
        at = self.chunk_of(i)
        chunk = self.chunks[at]
        if chunk.kind not in (VERB, ADVERB, TRIGGER):
            return ()
        if stop < self.stop and self.t.words[stop] in _NOT_NEGATED:
            return ()
        end = chunk.stop
        follow = self.chunks[at + 1] if at + 1 < len(self.chunks) else None
        if chunk.kind == ADVERB and follow is not None and follow.kind in (VERB, TRIGGER):
            end = follow.stop
        return ((chunk.first, end),)

    def counted(self, i: int, stop: int, k: int) -> Ranges:
        chunk = self.chunks[self.chunk_of(i)]
        return ((chunk.first, chunk.stop),) if chunk.kind == COUNT else ()

    def saying(self, i: int, stop: int, k: int) -> Ranges:
        for at in range(k, min(k + 3, self.stop - 1)):
            if self.t.classes[at] & c.SAID or self.t.words[at] in _SAYING:
                return self.forward(at + 1 + (self.t.words[at + 1] == "that"), True)
        return ()

    def modal(self, i: int, stop: int, k: int) -> Ranges:
        at = stop
        while at < self.stop and (self.adverb(at) or self.t.classes[at] & c.NEGATION):
            at += 1
        if at >= self.stop or self.t.classes[at] & _NO_VERB:
            return ()  # "in May"
        before = self.t.classes[i - 1] if i > self.first else 0
        if self.t.classes[i] & c.MONTH and before & (c.NUMERAL | c.PREPOSITION):
            bits = self.t.classes[at]
            if not bits & (c.AUXILIARY | c.VERB | c.TRIGGER):
                return ()  # "On 29 May landslides killed 12"
        return self.forward(stop, False)

    def doing(self, i: int, stop: int, k: int) -> Ranges:
        at = self.chunk_of(i)
        if not self.chunks[at].acting:
            return ()
        end = next((x.first for x in self.chunks[at + 1 :] if x.kind == VERB), self.stop)
        return tuple((a, min(b, end)) for a, b in self.modal(i, stop, k) if a < end)

    def object(self, i: int, stop: int, k: int) -> Ranges:
        chunk = self.chunks[self.chunk_of(k)]
        return ((chunk.first, chunk.stop),) if chunk.kind == COUNT and chunk.first == k else ()

    def ahead(self, i: int, stop: int, k: int) -> Ranges:
        return self.forward(stop, True)

    def rest(self, i: int, stop: int, k: int) -> Ranges:
        return ((stop, self.stop),)

    def phrase(self, i: int, stop: int, k: int) -> Ranges:
        return self.forward(stop, False)

    def wanted(self, i: int, stop: int, k: int) -> Ranges:
        return as_far_as_counted(self.chunks, stop, self.phrase(i, stop, k))

    def tag(self, i: int, stop: int, k: int) -> Ranges:
        ends = stop >= self.stop or self.t.classes[stop] & c.PUNCTUATION
        return self.back(i, stop, k) if ends else ()

    def back(self, i: int, stop: int, k: int) -> Ranges:
        return backward(self.t, self.chunks, self.chunk_of(i))

    def subject(self, i: int, stop: int, k: int) -> Ranges:
        return back_to_comma(self.t, self.chunks, self.chunk_of(i))

    def colon(self, i: int, stop: int, k: int) -> Ranges:
        return self.forward(k + 1, True) if self.t.words[k] == ":" else ()

    def around(self, i: int, stop: int, k: int) -> Ranges:
        at = self.chunk_of(stop) if stop < self.stop else len(self.chunks)
        if at < len(self.chunks) and self.chunks[at].kind == COMMA:
            at += 1
        if at >= len(self.chunks) or self.chunks[at].kind == STOP:
            return self.back(i, stop, k)
        return self.back(i, stop, k) + self.forward(self.chunks[at].first, True)


_TAKES: Final[dict[str, Callable[[Finder, int, int, int], Ranges]]] = {
    name: getattr(Finder, name)
    for name in (
        "that clause to attempt means of ing word claim saying group counted modal doing object phrase wanted ahead"
        " rest back subject colon tag around"
    ).split()
}


def modifiers(tokens: Tokens, chunks: list[Chunk]) -> Mapping[str, Sequence[Modifier]]:
    """The modifiers in a sentence of each field that they tell: "status" and "basis".

    >>> from figures.extraction.groups.chunking import chunk
    >>> from figures.extraction.numbers.grammar import read
    >>> from figures.extraction.words.tokens import tokenize
    >>> t = tokenize("The army denied that 12 civilians were killed.")
    >>> found = modifiers(t, chunk(t, 0, len(t), read(t, 0, len(t))))
    >>> [(m.tells, t.quote(*m.reach[0])) for m in found["status"]]
    [('denied', '12 civilians were killed')]
    """
    if _signs().isdisjoint(tokens.said(chunks[0].first, chunks[-1].stop)):
        return _NONE  # most sentences
    finder = Finder(tokens, chunks)
    return {field: finder.modifiers(field) for field in _NONE}


_NONE: Final[dict[str, tuple[Modifier, ...]]] = {"status": (), "basis": ()}


@cache
def _signs() -> frozenset[str]:
    """Words without which a sentence has no modifier: the first ones of phrases, and what asks."""
    return frozenset(("?", *(word for field in _NONE for word in cues(field))))
