"""Who says so: the speaker of a figure, who passed the words on, and what limits them.

A figure's speaker stands in its sentence (statements.py), or is that of the quotation it stands in, or goes
on from the sentence before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from figures.extraction import speakers, statements
from figures.extraction.sentences import Sentence
from figures.extraction.speakers import Speaker
from figures.extraction.statements import Statement
from figures.extraction.tokens import Tokens
from figures.lexicon import load

_FAR = 6  # sentences back that a pronoun may reach


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so, at tokens ``words``; ``evidence`` are the tokens of speaker and verb, by ``rule``."""

    words: tuple[int, int]
    kind: str | None
    rule: str
    evidence: tuple[int, int]
    via: tuple[int, int] | None = None


class Attributions:
    """The statements of one text, each sentence read when first asked for."""

    def __init__(self, tokens: Tokens, sentences: Sequence[Sentence]) -> None:
        self.tokens, self.sentences = tokens, sentences
        self.quotations = _quotations(tokens, sentences)
        self.quoted = frozenset(k for a, b in self.quotations for k in range(a, b))
        self._statements: dict[int, list[Statement]] = {}
        self._kinds: dict[str, str] = {}

    def statements(self, index: int) -> list[Statement]:
        """The statements of sentence ``index``."""
        found = self._statements.get(index)
        if found is None:
            s = self.sentences[index]
            found = statements.find(self.tokens, s.first, s.stop, self.quoted)
            self._statements[index] = found
        return found

    def attribute(self, index: int, at: int) -> Attribution | None:
        """The attribution of the figure at token ``at`` of sentence ``index``; None where none is told."""
        found = self._said_here(index, at)
        if found is not None:
            return self._resolved(index, *found)
        quotation = next(((a, b) for a, b in self.quotations if a <= at < b), None)
        if quotation is not None:
            said = self._said_around(index, quotation)
            if said is not None:
                return self._resolved(said[0], said[1], "quotation")
        said = self._said_before(index)
        return self._resolved(said[0], said[1], "carried") if said is not None else None

    def caveat(self, index: int) -> tuple[int, int] | None:
        """Words that limit what sentence ``index`` tells, in it or in the next one of its paragraph."""
        for k in (index, index + 1):
            if k >= len(self.sentences):
                break
            s = self.sentences[k]
            if s.paragraph != self.sentences[index].paragraph:
                break
            if found := _caveat(self.tokens, s.first, s.stop):
                return found
        return None

    def _said_here(self, index: int, at: int) -> tuple[Statement, str] | None:
        """The statement of the figure's own sentence that covers it."""
        lead: Statement | None = None
        trail: Statement | None = None
        for statement in self.statements(index):
            if statement.first <= at < statement.stop:
                continue
            if statement.verb < at:
                if statement.leads:
                    lead = statement
            elif statement.trails and trail is None and statement.speaker.first > at:
                trail = statement
        if lead is not None and trail is not None:
            chosen = trail if lead.trails and lead.rule != "according_to" else lead
        else:
            chosen = lead or trail
        return (chosen, chosen.rule) if chosen is not None else None

    def _said_around(self, index: int, quotation: tuple[int, int]) -> tuple[int, Statement] | None:
        """The statement before or after a quotation that runs over several sentences."""
        first, stop = quotation
        for k in range(index, len(self.sentences)):
            s = self.sentences[k]
            if s.first > stop:
                break
            for statement in self.statements(k):
                if statement.first >= stop - 1:
                    return k, statement
        for k in range(index, -1, -1):
            found = [s for s in self.statements(k) if s.stop <= first + 1]
            if found:
                return k, found[-1]
            if self.sentences[k].stop <= first:
                break
        return None

    def _said_before(self, index: int) -> tuple[int, Statement] | None:
        """The statement of the sentence before, where the paragraph goes on."""
        if index == 0 or self.sentences[index - 1].paragraph != self.sentences[index].paragraph:
            return None
        found = self.statements(index - 1)
        return (index - 1, found[-1]) if found else None

    def _resolved(self, index: int, statement: Statement, rule: str) -> Attribution | None:
        """The attribution that a statement gives, "he" and "it" resolved to the last speaker."""
        speaker: Speaker | None = statement.speaker
        if statement.speaker.pronoun:
            speaker = self._meant(index, statement)
        if speaker is None:
            return None
        return Attribution(
            (speaker.first, speaker.stop),
            speaker.kind,
            rule,
            (statement.first, statement.stop),
            statement.via,
        )

    def _meant(self, index: int, statement: Statement) -> Speaker | None:
        """Whom "he said" means: the last speaker, else the subject of the sentence before."""
        for k in range(index, max(-1, index - _FAR), -1):
            for other in reversed(self.statements(k)):
                if other.verb < statement.verb and not other.speaker.pronoun:
                    return other.speaker
            if k < index:
                s = self.sentences[k]
                begin = speakers.opening(self.tokens, s.first, s.stop)
                subject = speakers.after(self.tokens, begin, s.stop)
                if subject is not None and (subject.named or subject.listed):
                    return subject
        return None


def attribute(
    tokens: Tokens, sentences: Sequence[Sentence], index: int, at: int
) -> Attribution | None:
    """The attribution of the figure at token ``at`` of sentence ``index``.

    >>> from figures.extraction.sentences import split
    >>> from figures.extraction.tokens import tokenize
    >>> t = tokenize("Rescuers found 12 bodies, Governor Lena Ortiz told Radio Nine.")
    >>> found = attribute(t, split(t), 0, 2)
    >>> t.quote(*found.words), found.kind, t.quote(*found.via)
    ('Lena Ortiz', 'official', 'Radio Nine')
    """
    return Attributions(tokens, sentences).attribute(index, at)


def _quotations(tokens: Tokens, sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Token ranges between double quotation marks, marks included; one left open ends with its paragraph."""
    marks = [i for i, word in enumerate(tokens.words) if word == '"']
    if not marks:
        return []
    ends = {}  # token → end of its paragraph
    spans: list[tuple[int, int]] = []
    opened: int | None = None
    paragraph_stop = 0
    bounds = []
    for n, s in enumerate(sentences):
        if n + 1 == len(sentences) or sentences[n + 1].paragraph != s.paragraph:
            bounds.append(s.stop)
    del ends
    at = 0
    for i in marks:
        while at < len(bounds) and bounds[at] <= i:
            at += 1
        stop = bounds[at] if at < len(bounds) else len(tokens)
        if opened is not None and paragraph_stop != stop:
            spans.append((opened, paragraph_stop))
            opened = None
        mark = tokens.text[tokens.starts[i]]
        if opened is None:
            if mark != "”":
                opened, paragraph_stop = i, stop
        elif mark not in "“„«":
            spans.append((opened, i + 1))
            opened = None
    if opened is not None:
        spans.append((opened, paragraph_stop))
    return spans


@cache
def _caveats() -> dict[str, list[tuple[str, ...]]]:
    """First word → the phrases that limit a statement."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in load("sources")["caveats"]:
        words = tuple(phrase.split())
        table.setdefault(words[0], []).append(words)
    return table


def _caveat(tokens: Tokens, first: int, stop: int) -> tuple[int, int] | None:
    table = _caveats()
    for i in range(first, stop):
        for phrase in table.get(tokens.words[i], ()):
            if tuple(tokens.words[i : i + len(phrase)]) == phrase:
                return i, i + len(phrase)
    return None
