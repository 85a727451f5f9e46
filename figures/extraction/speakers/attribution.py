"""Who says so: the speaker of a figure, who passed the words on, and what limits them.

A figure's speaker stands in its sentence (statements.py), or is that of the quotation it stands in, or goes
on from the sentence before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from figures.extraction.once import Known, nothing, once
from figures.extraction.speakers import groups as speakers
from figures.extraction.speakers import statements
from figures.extraction.speakers.caveats import denial, doubtful, limiting, unverified
from figures.extraction.speakers.citing import Statement, beyond_contrast, next_speaker, says_this
from figures.extraction.speakers.extent import as_the_toll
from figures.extraction.speakers.goingon import (
    counts_apart,
    goes_on,
    of_another,
    of_oneself,
    of_outsider,
)
from figures.extraction.speakers.meant import BODIES, may_mean, one_of, subject
from figures.extraction.speakers.naming import Speaker
from figures.extraction.speakers.quotations import quotations
from figures.extraction.words.sentences import Sentence
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_PASSING: Final = frozenset(("according_to", "citing", "said_by"))
_VAGUE_KINDS: Final = frozenset(("unnamed", "witness"))
_PICTURES: Final = frozenset(
    "footage video videos image images picture pictures photos photographs".split()
)
_ADDING: Final = frozenset(("added", "adds"))
_CLOSE: Final = 3  # tokens from the end of a quotation to who said it, in a sentence of his own
_CLAUSES: Final = frozenset("when where which while as that".split())
_FAR: Final = 6  # sentences back that a pronoun may reach
_TOLD_BEFORE: Final = 12  # times that a name was told before, in which its office is looked for
_PARAGRAPHS: Final = 9  # of one quotation
_ON: Final = 2  # sentences back whose statement a count goes on with


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

    def __init__(
        self, tokens: Tokens, sentences: Sequence[Sentence], known: Known | None = None
    ) -> None:
        self.tokens, self.sentences = tokens, sentences
        self._firsts = [s.first for s in sentences]
        self.quotations = quotations(tokens, sentences)
        self.bracketed = "(" in tokens.text
        self.quoted = frozenset(k for a, b in self.quotations for k in range(a, b))
        self.known = nothing() if known is None else known

    @once
    def statements(self, index: int) -> list[Statement]:
        """The statements of sentence ``index``."""
        s = self.sentences[index]
        return statements.find(self.tokens, s.first, s.stop, self.quoted)

    def spans(self, index: int) -> list[tuple[int, int]]:
        """The token ranges of those who speak in sentence ``index``."""
        return [(s.speaker.begin, s.speaker.end) for s in self.statements(index)]

    @once
    def _doubtful(self, index: int) -> bool:
        """May sentence ``index`` limit or deny what is told?"""
        return doubtful(self.tokens, self.sentences[index].first, self.sentences[index].stop)

    def attribute(self, index: int, at: int, other: bool = False) -> Attribution | None:
        """The attribution of the figure at token ``at`` of sentence ``index``; None where none is told.

        What is of an ``other`` incident than the report's goes on with nobody's words.
        """
        found = self._said_here(index, at)
        if found is not None:
            return self._resolved(index, *found)
        if self.quotations:
            last = bisect_right(self.quotations, (at, len(self.tokens))) - 1
            if last >= 0 and at < self.quotations[last][1]:
                said = self._said_around(self.quotations[last])
                if said is not None:
                    return self._resolved(said[0], said[1], "quotation")
        if self.bracketed and (source := self._source_after(index)) is not None:
            return source
        if other:
            return None
        said = self._said_beside(index)
        return self._resolved(said[0], said[1], "carried") if said is not None else None

    def caveat(self, index: int, at: int, said: Attribution | None) -> tuple[int, int] | None:
        """Words that limit the figure at token ``at``, in its sentence or in the next one of its paragraph.

        ``said`` is the figure's own attribution: that somebody else denies it limits it, too.
        """
        speaker = said.words if said is not None else None
        for k in (index, index + 1):
            if k >= len(self.sentences):
                break
            s = self.sentences[k]
            if not self._doubtful(k):
                continue
            apart = s.paragraph != self.sentences[index].paragraph
            if apart and not unverified(self.tokens, s.first, s.stop):
                break
            found = limiting(self.tokens, s.first, s.stop)
            if found is None and not apart:
                found = denial(self.tokens, at if k == index else s.first, s.stop, speaker)
            if found is not None:
                return found
        return None

    def _said_here(self, index: int, at: int) -> tuple[Statement, str] | None:
        """The statement of the figure's own sentence that covers it."""
        here = self.statements(index)
        if not here:
            return None
        lead: Statement | None = None
        trail: Statement | None = None
        for statement in here:
            if min(statement.first, statement.speaker.begin) <= at < statement.stop:
                continue
            if statement.verb < at:
                if statement.leads and not as_the_toll(self.tokens, statement.verb, at):
                    lead = statement
            elif statement.trails and trail is None and statement.speaker.begin > at:
                apart = beyond_contrast(self.tokens, at, statement)
                if ":" not in self.tokens.words[at : statement.first] and not apart:
                    trail = statement
        if lead is not None and trail is not None and ";" in self.tokens.words[at : trail.first]:
            trail = None  # "the army said 4 died; a toll of 26 was GIVEN BY the governor"
        if lead is not None and trail is not None:
            tight = trail.rule == "said_by" and "," not in self.tokens.words[at : trail.first]
            parted = ";" in self.tokens.words[lead.verb : at]
            doubtful = not lead.speaker.listed and lead.rule != "according_to"
            media = trail.speaker.kind == "media" != lead.speaker.kind
            if media and not (tight or parted or lead.trails):
                # "she said 12 were hurt, RADIO NINE REPORTS"
                medium = (trail.speaker.first, trail.speaker.stop)
                lead, trail = replace(lead, via=lead.via or medium), None
            elif tight or parted or lead.trails or doubtful:
                lead = None
        if lead is not None and trail is None and (own := next_speaker(self.tokens, lead, at)):
            lead = replace(lead, speaker=own)
        chosen = lead or trail
        last = here[-1]
        if chosen is not None and chosen is trail and last.first >= chosen.stop:
            if last.trails and last.speaker.kind == "media" and chosen.via is None:
                # "the army said in a statement, RADIO NINE REPORTED"
                chosen = replace(chosen, via=(last.speaker.first, last.speaker.stop))
        return (chosen, chosen.rule) if chosen is not None else None

    @once
    def _source_after(self, index: int) -> Attribution | None:
        """ "(WFP, 2019)" behind the sentence, in it or on a line of its own."""
        t = self.tokens
        for k in (index, index + 1):
            if k >= len(self.sentences):
                break
            s = self.sentences[k]
            if "(" not in t.words[s.first : s.stop]:
                continue
            last = range(s.stop - 2, max(s.first, s.stop - 13) - 1, -1)
            opened = next((i for i in last if t.words[i] == "("), -1)
            if opened < 0 or (k > index and opened != s.first) or s.stop - opened > 12:
                continue
            close = ")" in t.words[opened : s.stop]
            comma = next((i for i in range(opened, s.stop) if t.words[i] in (",", ")")), s.stop)
            ends = opened + t.words[opened : s.stop].index(")") if close else s.stop
            dated = any(len(w) == 4 and w.isdecimal() for w in t.words[comma:ends])
            begin = opened + 1 + (2 if t.words[opened + 1 : opened + 3] == ["source", ":"] else 0)
            if not (dated or begin > opened + 1 or not close) or comma - begin > 6:
                continue
            source = speakers.after(t, begin, comma)
            upper = source is not None and t.quote(source.first, source.stop).isupper()
            if source is not None and (upper or source.listed):
                span = (source.first, source.stop)
                return Attribution(span, source.kind, "source_in_brackets", (opened, s.stop))
        return None

    @once
    def _said_around(self, quotation: tuple[int, int]) -> tuple[int, Statement] | None:
        """The statement after a quotation, which may run over several sentences, or before it."""
        first, stop = quotation
        paragraph = self.sentences[self._sentence_of(stop - 1)].paragraph
        for k in range(self._sentence_of(stop - 1), len(self.sentences)):
            s = self.sentences[k]
            if s.first > stop or s.paragraph != paragraph and s.first >= stop:
                break
            for statement in self.statements(k):
                if statement.first >= stop - 1:
                    if s.first >= stop and statement.speaker.begin > stop + _CLOSE:
                        break  # of the sentence behind it: "Many fled, RADIO NINE reported"
                    return k, statement
        first = self._left_open(first)
        for k in range(self._sentence_of(first), -1, -1):
            found = [s for s in self.statements(k) if s.stop <= first + 1]
            if found:
                return k, found[-1]
            if self.sentences[k].stop <= first:
                break
        return None

    def _left_open(self, first: int) -> int:
        """Where the quotation begins that the one at token ``first`` goes on with, each paragraph of which opens with a
        mark and only the last closes."""
        at = bisect_right(self.quotations, (first,)) - 1
        for _ in range(_PARAGRAPHS):
            if at < 0 or self.quotations[at][1] != first or self.tokens.words[first - 1] == '"':
                break
            first = self.quotations[at][0]
            at -= 1
        return first

    def _sentence_of(self, token: int) -> int:
        return bisect_right(self._firsts, token) - 1

    @once
    def _said_beside(self, index: int) -> tuple[int, Statement] | None:
        """The statement of another sentence that a sentence without one goes on with."""
        return self._said_before(index) or self._said_after(index)

    def _said_before(self, index: int) -> tuple[int, Statement] | None:
        """The statement that a sentence beginning with a count goes on with ("Four others are missing")."""
        s = self.sentences[index]
        if not goes_on(self.tokens, s) or "reportedly" in self.tokens.words[s.first : s.stop]:
            return None
        for back in range(index - 1, index - _ON - 1, -1):
            if back < 0 or back < index - 1 and s.classes & c.MONTH:
                break  # "'…,' the mayor said. Such fires are frequent. Twelve died IN MAY"
            if back < index - 1 and of_another(self.tokens, self.sentences[index - 1]):
                break  # "…, the mayor said. THE ARMY lost a camp. Nine are missing"
            if back < index - 1 and counts_apart(self.tokens, self.sentences[index - 1]):
                break  # "Police held two. In Orda, four died. Nine are missing"
            if found := self.statements(back):
                last = found[-1]
                kind = last.speaker.kind or self._known_kind(back, last.speaker)
                if of_outsider(self.sentences[back], s, kind):
                    return None  # "The mayor's rival spoke of hope.", and a count in a paragraph of its own
                if of_oneself(self.tokens, self.sentences[back], last.verb):
                    return None  # "The mayor SAID HE WAS SAD. Twelve died in the crash"
                alone = all(
                    one.speaker.first == last.speaker.first or one.rule == "toll_moved"
                    for one in found
                )
                sure = last.rule not in _PASSING and last.speaker.kind not in _VAGUE_KINDS
                shown = self.tokens.words[last.speaker.first : last.speaker.stop]
                sure &= bool(last.speaker.kind or last.speaker.named)  # no "another group"
                sure &= _PICTURES.isdisjoint(shown)  # "FOOTAGE showed villagers on roofs"
                return (back, last) if sure and alone else None
        return None

    def _said_after(self, index: int) -> tuple[int, Statement] | None:
        """The statement of the next sentence, where it tells that its speaker said this, too."""
        after = index + 1
        if after >= len(self.sentences):
            return None
        said = self.statements(after)
        if not said or self.statements(index):
            return None
        first = said[0]
        if says_this(self.tokens, self.sentences[after].first, first):
            return after, first
        if self.sentences[after].paragraph != self.sentences[index].paragraph:
            return None
        if first.rule != "said" or first.speaker.pronoun:
            return None
        words = self.tokens.words
        also = "also" in words[first.speaker.end : first.verb]
        if also and words[first.verb : first.verb + 2] == ["reported", "that"]:
            return None  # "the agency also reported that 400 have died this year"
        also |= words[first.verb] in _ADDING
        return (after, first) if also and first.speaker.kind not in _VAGUE_KINDS else None

    def _resolved(self, index: int, statement: Statement, rule: str) -> Attribution | None:
        """The attribution that a statement gives, "he" and "it" resolved to the last speaker."""
        speaker: Speaker | None = statement.speaker
        if statement.speaker.pronoun:
            speaker = self._meant(index, statement)
        else:
            speaker = self._named_before(index, statement.speaker) or statement.speaker
            speaker = self._of_statement(index, speaker) or speaker
        if speaker is None:
            return None
        return Attribution(
            (speaker.first, speaker.stop),
            speaker.kind or self._known_kind(index, speaker),
            rule,
            (statement.first, statement.stop),
            statement.via,
        )

    def _of_statement(self, index: int, speaker: Speaker) -> Speaker | None:
        """Whose "THE STATEMENT added": of the one who spoke last before, in a statement."""
        words = self.tokens.words
        if (
            words[speaker.first : speaker.stop] != ["statement"]
            or words[speaker.first - 1] != "the"
        ):
            return None
        for k in range(index, max(-1, index - _FAR), -1):
            s = self.sentences[k]
            for said in reversed(self.statements(k)):
                if said.verb < speaker.first and "statement" in words[said.stop : s.stop]:
                    told = said.speaker
                    return self._meant(k, said) if told.pronoun else told
        return None

    def _named_before(self, index: int, speaker: Speaker) -> Speaker | None:
        """Which named body "the mission", "the channel" means: the one of its kind that spoke before."""
        words = self.tokens.words
        kinds = BODIES.get(words[speaker.stop - 1])
        if kinds is None or speaker.stop - speaker.first > 1 or words[speaker.first - 1] != "the":
            return None
        for k in range(index, max(-1, index - _FAR), -1):
            for other in (said.speaker for said in reversed(self.statements(k))):
                opens = other.first == self.sentences[k].first
                named = other.named or self.tokens.capital(other.first + opens)
                if other.first < speaker.first and named:
                    kind = other.kind or self._known_kind(k, other)
                    own = self.tokens.capital(speaker.first)  # "the Observatory": no other body
                    same = words[speaker.first] in words[other.first : other.stop]
                    if kind in kinds and (same or not own):
                        return replace(other, kind=kind)
        return None

    def _known_kind(self, index: int, speaker: Speaker) -> str | None:
        """The kind told where the same name spoke before ("Governor Lena Ortiz", then "Ortiz")."""
        if not speaker.named:
            return None
        last = self.tokens.words[speaker.stop - 1]
        at = self.tokens.standing[last]
        for i in at[max(0, bisect_right(at, speaker.first) - _TOLD_BEFORE) :]:
            k = self._sentence_of(i)
            if k > index:
                break
            for other in self.statements(k):
                if other.speaker.named and other.speaker.kind:
                    if other.speaker.first <= i < other.speaker.stop:
                        return other.speaker.kind
        return None

    def _meant(self, index: int, statement: Statement) -> Speaker | None:
        """Whom "he said" means: the last speaker, else the subject of the sentence before."""
        several: Speaker | None = None  # where no other speaks: one of them
        # the narrator's "he added" means nobody of whom the quotation before it tells
        quoted = self.quoted if statement.verb not in self.quoted else frozenset[int]()
        for k in range(index, max(-1, index - _FAR), -1):
            for other in reversed(self.statements(k)):
                if other.verb in quoted:
                    continue
                if other.verb < statement.verb and not other.speaker.pronoun:
                    if may_mean(self.tokens, statement.speaker, other.speaker):
                        return other.speaker
                    if one_of(self.tokens, other.speaker):
                        several = several or other.speaker
            clause = self.tokens.words[statement.speaker.first - 1] in _CLAUSES
            # "The group claimed the attack, WHEN IT SAID that 12 died"
            if (k < index or clause) and several is None and self.sentences[k].first not in quoted:
                found = subject(self.tokens, self.sentences[k], statement.speaker)
                if found is not None:
                    return found
        return several


def attribute(
    tokens: Tokens, sentences: Sequence[Sentence], index: int, at: int
) -> Attribution | None:
    """The attribution of the figure at token ``at`` of sentence ``index``.

    >>> from figures.extraction.words.sentences import split
    >>> from figures.extraction.words.tokens import tokenize
    >>> t = tokenize("Rescuers found 12 bodies, Governor Lena Ortiz told Radio Nine.")
    >>> found = attribute(t, split(t), 0, 2)
    >>> t.quote(*found.words), found.kind, t.quote(*found.via)
    ('Lena Ortiz', 'official', 'Radio Nine')
    """
    return Attributions(tokens, sentences).attribute(index, at)
