"""Cues of other incidents: the words that tell of one, and how far they reach in their sentence (incidents.py)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from figures.extraction.document.told import Told
from figures.extraction.events import event_nouns
from figures.extraction.words.sentences import Sentence
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load_words

_SPEAKER: Final = 12  # tokens from such an adverbial to the verb of who speaks
_CAME: Final = frozenset("comes came come follows followed happened occurred struck".split())
BEGINNING: Final = 6  # tokens in which an adverbial that opens a sentence begins


def incident_words(name: str) -> frozenset[str]:
    """The words of a list of incidents.yaml."""
    return load_words("incidents", name)


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens that tell of another incident, and the range of tokens that they set in it."""

    first: int
    stop: int
    begin: int
    end: int
    strong: bool = True  # holds even where the text tells of no other incident
    goes_on: bool = False  # the sentences after it tell of that incident too
    anywhere: bool = False  # may be of the incident itself wherever it stands

    def holds(self, t: Told) -> bool:
        """Does the count stand in its reach? Of a clause it is enough that the verb does ("men who died in 2015")."""
        count, verb = t.counted.reported[0], t.reading.span[0]
        if self.strong and t.reading.trigger.shape == "toll" and verb < self.first:
            # "THE TOLL is the highest since a flood that killed 40"
            return self.begin <= count < self.end
        clause = self.begin < self.first
        return self.begin <= verb < self.end and (clause or self.begin <= count < self.end)


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence in its text."""

    tokens: Tokens
    sentence: Sentence
    opens: bool  # the text opens with it
    year: int | None  # that the text is of
    serial: bool  # the text tells of one incident of a series
    month: int = 0  # of a report whose opening tells a day of the week just past: years and months, as one number
    published: date | None = None  # the day of a report whose opening tells one
    # the sentence that tells what the text reports, where it counts
    opening: Sentence | None = None

    def at(self, sentence: Sentence, opens: bool) -> Place:
        """Another sentence of the same text."""
        return Place(
            self.tokens, sentence, opens, self.year, self.serial, self.month, self.published, self.opening
        )  # fmt: skip

    @property
    def words(self) -> list[str]:
        return self.tokens.words

    @property
    def stop(self) -> int:
        return self.sentence.stop

    def word(self, i: int) -> str:
        """The word at token i; "" outside of the sentence."""
        return self.words[i] if self.sentence.first <= i < self.stop else ""

    def whole(self, i: int, stop: int, *, strong: bool = False, goes_on: bool = False) -> Cue:
        """A cue that sets apart its clause: the sentence, or from the conjunction before it ("Ruiz died on Friday,
        after a stroke two years earlier"). Of the sentence that a text opens with only the phrase after it."""
        if self.opens:
            end = next((k for k in range(stop, self.stop) if self.words[k] == ","), self.stop)
            return Cue(i, stop, self.where(i) or stop, end, strong, goes_on)
        first = self.sentence.first
        begin = next((k for k in range(i - 1, first, -1) if self.joins(k)), first)
        return Cue(i, stop, begin, self.stop, strong, goes_on)

    def where(self, i: int) -> int:
        """The "where" of the clause that token i stands in: "raided a church WHERE 30 had died in 2015"; else 0."""
        for k in range(i - 1, max(self.sentence.first, i - _SPEAKER), -1):
            if self.words[k] in ("where", ","):
                return k if self.words[k] == "where" else 0
        return 0

    def maybe(self, i: int, stop: int) -> Cue:
        """Such a cue, of the incident itself where the text tells of no other."""
        return replace(self.whole(i, stop), anywhere=True)

    def told_by(self, i: int) -> bool:
        """Does the sentence begin with the adverbial before token i, and go on with who says what follows?"""
        if i - self.sentence.first > BEGINNING:
            return False
        for k in range(i, min(self.stop, i + _SPEAKER)):
            if (
                self.tokens.classes[k] & c.SAID
                or self.word(k - 1) == "had"
                and self.words[k] == "put"
            ):
                return self.words[k] != "announced"  # news of its own
            if self.words[k] == "had":
                continue  # "Earlier that day the mayor HAD estimated that 40 were hurt"
            if self.tokens.classes[k] & (c.NUMERAL | c.AUXILIARY):
                return False
        return False

    def joins(self, k: int) -> bool:
        """Does a clause of its own begin at token k?"""
        bits = self.tokens.classes[k]
        return bool(bits & (c.SUBORDINATOR | c.RELATIVE)) or self.words[k] == "having"

    def after(self, i: int, stop: int, end: int, *, strong: bool = True) -> Cue:
        """A cue that sets apart what follows it. As an adverbial that opens a sentence ("Hours after a raid
        killed two, …") it ends with its comma."""
        first = self.sentence.first
        if i - first < BEGINNING and _CAME.isdisjoint(self.words[first:i]):
            end = next((k for k in range(stop, end) if self.words[k] == ","), end)
        return Cue(i, stop, stop, end, strong)

    def that_one(self, i: int) -> bool:
        """Does what begins at token i speak of an incident just told: "40 bodies were found IN THAT WRECK"?"""
        return any(
            self.words[k] == "that"
            and self.word(k - 1) in ("in", "of", "from")
            and self.word(k + 1) in event_nouns()[0] | incident_words("incidents")
            for k in range(i + 1, self.stop)
        )

    def reach(self, i: int) -> int:
        """Where the clause that begins at token i gives way to the main clause's participle: ", killing 20"."""
        words, classes = self.words, self.tokens.classes
        verb = False
        for k in range(i, self.stop - 1):
            noted = classes[k - 1] & (c.ARTICLE | c.DETERMINER)  # "of a FAMED leader"
            past = words[k].endswith("ed") and k > i and not noted
            verb |= bool(classes[k] & (c.VERB | c.AUXILIARY)) or past
            if words[k] == ";" and not self.that_one(k):
                return k
            if words[k] == "," and not verb and words[k + 1].endswith("ing"):
                if classes[k + 1] & c.TRIGGER and self.word(k + 2) != "of":
                    return k
        return self.stop
