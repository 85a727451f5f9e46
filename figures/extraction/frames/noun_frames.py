"""Noun frames: nouns that are counted or take a count with "of", adjectives without a copula."""

from __future__ import annotations

from typing import Final

from figures.categories import Trigger
from figures.extraction.frames.antecedents import governed
from figures.extraction.frames.clauses import subject
from figures.extraction.frames.governing import LOST, WHEN
from figures.extraction.frames.including import including
from figures.extraction.frames.joined import conjuncts_left
from figures.extraction.frames.readings import Reading
from figures.extraction.frames.verb_frames import VerbFrames
from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    COMMA,
    COUNT,
    NOUN,
    PREP,
    VERB,
    Chunk,
    Counted,
)
from figures.extraction.groups.questions import GRADES
from figures.extraction.numbers.hedges import change_words
from figures.extraction.words.vocabulary import things
from figures.lexicon import classes as c
from figures.lexicon import load_words

_ANYBODY: Final = c.PERSON | c.PERSON_ONE
_LIVING: Final = frozenset("rescued refugees returned evacuated abducted detained".split())
_DIED: Final = frozenset(("died", "perished"))
_SCENES: Final = frozenset("scene spot site instantly way route".split())
_FEW: Final = 3  # of those told only as speakers
_WITH_NOUN: Final = 3  # tokens of "a carrier hostage"
_TAKEN: Final = frozenset("take takes took taken taking hold holds held holding".split())
_ASIDE: Final = 6  # chunks to their verb
_THE: Final = c.ARTICLE | c.DETERMINER
_OWNERS: Final = frozenset("their our your its".split())


# nouns of these tell who somebody is, words of those behind tell how they live; both were so before
_WHO: Final = frozenset("detained abducted refugees evacuated".split())
_LIFE: Final = frozenset("displaced homeless hungry affected sheltered".split())


def _tells_most(found: tuple[int, int, Trigger]) -> tuple[int, int, bool]:
    """The order in which a group's own words are asked: the longest first, then nouns, but "12 TRAPPED victims".

    What befell somebody comes before who he is: "12 INJURED prisoners", but "12 displaced REFUGEES".
    """
    first, stop, trigger = found
    noun = trigger.form in ("noun", "nouns") and trigger.words[-1] not in ("victim", "victims")
    if noun:
        return int(trigger.category in _WHO), first - stop, False
    return 2 * (trigger.category in _LIFE), first - stop, True


_SITES: Final = frozenset("site sites camp camps settlement settlements".split())
_NUMBERING: Final = frozenset("totalling totaling numbering".split())


class NounFrames(VerbFrames):
    """What the nouns and adjectives of a sentence tell of counted groups."""

    def word(self, k: int, chunk: Chunk) -> None:
        done: set[str] = set()
        for s, e, trigger in chunk.triggers:
            if trigger.category in done:
                continue
            took = False
            if trigger.shape in ("toll", "label"):
                continue
            if trigger.shape in ("noun_of", "verb_noun"):
                took = self.of(k, (s, e), trigger)
            elif (
                trigger.form in ("adjective", "past_participle", "participle")
                or trigger.shape == "adjective"
            ):
                took = self.adjective(k, (s, e), trigger)
            elif trigger.shape == "noun" and k and (count := self.chunks[k - 1].count) is not None:
                # "35 of them fatalities"
                took = count.of_those and self.add(k - 1, k, (s, e), trigger) is not None
            elif trigger.shape == "noun" and trigger.form == "nouns" and self.are(k):
                if trigger.category != "casualties":  # "both are victims" of whatever it was
                    took = self.add(k - 2, k, (s, e), trigger) is not None
            elif trigger.shape == "noun" and trigger.form == "nouns" and (at := self.numbering(k)):
                took = self.add(at, k, (s, e), trigger) is not None
            if took:
                done.add(trigger.category)

    def are(self, k: int) -> bool:
        """ "Two million are displaced, and 134,000 ARE REFUGEES": is a bare count that of those whom chunk k tells?"""
        told = self.chunks[k - 2].count if k > 1 else None
        verb = self.chunks[k - 1]
        if told is None or told.counted != "number" or k - 2 in self.read:
            return False
        if told.of_those and all(t.category != "detained" for *_, t in self.chunks[k].triggers):
            return False  # but "8,000 casualties, 2,200 of which were PRISONERS of war"
        return told.unit in (None, "person") and verb.kind == VERB and verb.main is None

    def numbering(self, k: int) -> int:
        """The count by which those whom chunk k names are told to be so many: "hostages TOTALLING 137", "refugees,
        numbering 4,000"; 0 where there is none."""
        j = k + 1
        while j < len(self.chunks) and self.chunks[j].kind == COMMA:
            j += 1
        if j + 1 >= len(self.chunks) or self.t.words[self.chunks[j].first] not in _NUMBERING:
            return 0
        told = self.chunks[j + 1].count
        return j + 1 if told is not None and told.unit is None else 0

    def where(self, j: int) -> tuple[str, ...]:
        """The prepositions behind which the group at chunk j tells where those before it were, or of which family."""
        told = self.chunks[j].count
        kin = told is not None and told.unit == "household"
        return ("in", "at", "on", "from", "of") if kin else ("in", "at", "on", "from")

    def adjective(self, k: int, span: tuple[int, int], trigger: Trigger) -> bool:
        after = self.chunks[k + 1] if k + 1 < len(self.chunks) else None
        if (
            after is not None
            and after.kind == NOUN
            and self.t.classes[after.first] == 0
            and not self.t.capital(after.first)
            and not self.tells_time(after)
        ):
            return False  # it stands before a noun: "hungry dogs", but "dead last week"
        if after is not None and after.kind == NOUN and self.t.classes[after.first] & _ANYBODY:
            if k and self.t.classes[self.chunks[k - 1].stop - 1] & (c.ARTICLE | c.DETERMINER):
                return False  # "a friend of the dead woman", "40 guards moved THE MAROONED PEOPLE"
        j, says = k - 1, k  # "were recovered" DEAD
        while j >= 0 and (
            self.chunks[j].kind == ADVERB
            or self.chunks[j].kind == VERB
            and not self.chunks[j].triggers
            and self.chunks[j].passive
        ):
            if self.chunks[j].kind == VERB and not self.t.classes[span[0]] & c.PREPOSITION:
                says = j  # not "was charged WITH INJURY to a child"
            j -= 1
        if (
            j >= 0
            and self.chunks[j].kind == COUNT
            and not (
                governed(self.t, self.chunks, j)
                and self.t.words[self.chunks[j - 1].first] in self.where(j)
                and not (
                    j > 1
                    and {"resulted", "ended", "result"}
                    & set(self.t.words[self.chunks[j - 2].first : self.chunks[j - 2].stop])
                )
            )
        ):
            if (died := self.died_beside(j, trigger)) is not None:
                return self.add(j, died.by, died.span, died.trigger) is not None
            if (whole := including(self.t, self.chunks, j)) is not None and whole == j - 2:
                if not (whole in self.read or self.bare(j) or self.chunks[whole].triggers):
                    j = whole  # "EIGHT PEOPLE including three boys DEAD"
            if j not in self.read:
                ats = [i for i in conjuncts_left(self.t, self.chunks, j) if i not in self.read]
                if self.apart(ats) != ats:
                    ats = [j]
                elif ats == [j] and j > 2 and not self.bare(j) and self.chunks[j - 1].kind == AND:
                    if self.chunks[j - 2].kind == COUNT and self.chunks[j - 3].kind == PREP:
                        ats = [j - 2, j]  # "digging for 12 clerks and two guards under the rubble"
                return self.add_all(ats, k, span, trigger)
            return False
        if j >= 0 and self.chunks[j].kind == VERB:
            left = [i for i in subject(self.t, self.chunks, j) if self.free(i)]
            return self.add_all(left, k, span, trigger)
        if j and self.t.classes[span[0] - 1] & _THE and self.chunks[j - 1].kind == VERB:
            return False  # "the office COUNTED THE DEAD"
        left = (
            [i for i in subject(self.t, self.chunks, says) if i not in self.read]
            if j >= 0 and self.chunks[j].kind != AND
            else []
        )
        return self.add_all(left, k, span, trigger)

    def tells_time(self, group: Chunk) -> bool:
        """ "LAST WEEK", "last summer"."""
        last = self.t.classes[group.stop - 1] & WHEN
        return bool(last) or self.t.words[group.first] == "last"

    def died_beside(self, j: int, trigger: Trigger) -> Reading | None:
        """ "Seventy died at the scene AND TWO LATER IN HOSPITAL": the deaths to which they are more."""
        if trigger.category != "injured" or trigger.words[0] != "in":
            return None
        joint = j - 1 - (self.t.words[self.chunks[j].first - 1] == "the")  # "AND THE others"
        if joint < 2 or self.chunks[joint].kind not in (AND, COMMA):
            return None
        last = max((r for r in self.readings if r.at < j), key=lambda r: r.at, default=None)
        if (
            last is None
            or last.trigger.category != "killed"
            or last.trigger.shape != "intransitive"
        ):
            return None
        between = self.chunks[last.by + 1 : joint]
        told, more = last.counted, self.chunks[j].count
        few = more is not None and (more.value or more.low or 0) <= (told.value or told.low or 0)
        where = bool(between) and all(x.kind in (PREP, NOUN, ADVERB, COMMA) for x in between)
        late = (
            self.chunks[j + 1].kind == ADVERB and self.t.words[self.chunks[j + 1].first] == "later"
        )
        words = self.t.words[self.chunks[last.by].first : self.chunks[j].first]
        there = words[0] in _DIED and not _SCENES.isdisjoint(words)
        return last if (few or late or there) and where else None

    def sharing(self, k: int) -> int | None:
        """The number that shares the noun of chunk k: "185 and 165 deaths", "20 direct and one indirect death"."""
        if k < 2 or self.t.words[self.chunks[k - 1].first] != "and" or k - 2 in self.read:
            return None
        first, second = self.chunks[k - 2].count, self.chunks[k].count
        if first is None or second is None or first.counted != "number":
            return None
        if first.head is None:
            verb = self.chunks[k - 3] if k > 2 else None
            told = verb is not None and verb.kind == VERB and verb.main is not None
            return k - 2 if told else None
        if second.head == second.reported[1] or not self.modifies(first):
            return None
        first.head = first.unit = None
        return k - 2

    def and_migrants(self, trigger: Trigger, e: int, head: int) -> bool:
        """ "1.2 million REFUGEES AND MIGRANTS": people on the move, told by two nouns of which the first counts?"""
        joined = self.t.words[e : head + 1]
        return trigger.category == "refugees" and joined in (["and", "migrants"], ["/", "migrants"])

    def left_behind(self, k: int) -> bool:
        """Does a count rise or fall from the one at chunk k: "increased FROM 5 CASES in week 18 to nine"?"""
        if k < 2 or self.t.words[self.chunks[k - 1].first] != "from":
            return False
        if self.t.words[self.chunks[k - 1].first - 1] in ("up", "down"):
            return True  # "140 damaged houses, UP FROM 90 damaged houses"
        verb = self.chunks[k - 2]
        return verb.kind == VERB and self.t.words[verb.stop - 1] in change_words()

    def graded_before(self, k: int) -> list[int]:
        """The numbers that share the noun of chunk k and have only its kind behind them: "THREE CONFIRMED, TWO PROBABLE
        and eight suspected cases"; each takes that word in."""
        found: list[int] = []
        second = self.chunks[k].count
        if second is None or second.head == second.reported[1]:
            return found
        at = k
        while at > 2 and self.chunks[at - 1].kind in (AND, COMMA)[: 1 + bool(found)]:
            kind, first = self.chunks[at - 2], self.chunks[at - 3].count
            if (
                kind.stop != kind.first + 1
                or self.t.words[kind.first] not in GRADES
                or first is None
            ):
                break
            if first.head is not None or first.counted != "number" or at - 3 in self.read:
                break
            first.stop = kind.stop
            at -= 3
            found.append(at)
        return found

    def taken(self, counted: Counted) -> bool:
        """ "TOOK the crew OF A CARRIER HOSTAGE": is the noun no hostage but how somebody was taken?"""
        if counted.counted != "article" or counted.stop - counted.first < _WITH_NOUN:
            return False
        return self.t.words[counted.first - 1] == "of" and not _TAKEN.isdisjoint(self.words)

    def modifies(self, counted: Counted) -> bool:
        """Is the one word after a number no noun that it counts: "20 direct", "20 civilian", not "20 sheep"?"""
        head = counted.head
        if head is None or head != counted.reported[1] or counted.stop != head + 1:
            return False
        word, bits = self.t.words[head], self.t.classes[head]
        if bits & c.DEMONYM and word[-1] != "s":
            return counted.value != 1  # "EIGHT LENIAN and six Ordan deaths"
        if bits & c.PERSON and counted.unit == "person":
            return bool(bits & c.PERSON_ONE) and counted.value != 1
        return counted.unit == word and not word.endswith("s") and word not in things()

    def speaks(self, k: int) -> bool:
        """Are those at chunk k few, told only as who speaks or attacks: "TWO SURVIVORS, both boys, TOLD the paper"?"""
        told = self.chunks[k].count
        if told is None or told.high == 0 or (told.value or told.low or 0) > _FEW:
            return False
        after = self.its_next_verb(k)
        said = [x for x in (self.chunks[k - 1] if k else None, after) if x]
        speech = [x for x in said if x.kind == VERB and not x.passive]
        if after in speech and self.t.words[after.stop - 1] in load_words("incidents", "violence"):
            return True  # "two prisoners ATTACKED a guard"
        return any(self.t.classes[x.stop - 1] & c.SAID for x in speech)

    def its_next_verb(self, k: int) -> Chunk | None:
        """The verb behind chunk k and what describes it between commas; None where none is near."""
        for chunk in self.chunks[k + 1 : k + _ASIDE]:
            if chunk.kind == VERB:
                return chunk
            if chunk.kind not in (NOUN, COMMA, ADVERB, PREP):
                return None
        return None

    def inside(self, k: int, chunk: Chunk) -> None:
        """A counted group that holds its own trigger: "12 deaths", "three wounded soldiers", "12 lives"."""
        counted = chunk.count
        assert counted is not None
        done = False
        for s, e, trigger in sorted(chunk.triggers, key=_tells_most):
            if trigger.shape == "verb_noun":
                around = self.t.words[
                    self.chunks[max(0, k - 2)].first : self.chunks[
                        min(len(self.chunks), k + 2) - 1
                    ].stop
                ]
                if LOST & set(around):
                    done |= self.add(k, k, (s, e), trigger) is not None
            elif (
                trigger.shape == "noun"
                and trigger.form in ("noun", "nouns")
                and counted.head is not None
                and (s <= counted.head < e or self.and_migrants(trigger, e, counted.head))
            ):
                if (
                    trigger.words[-1] == "victims"
                    and counted.of_those
                    or trigger.words[-1] == "victim"
                ):
                    continue  # "one of the victims" tells nothing of what became of them
                if counted.of_those and counted.high == 0:
                    continue  # "none of the injuries was serious"
                if not _SITES.isdisjoint(self.t.words[counted.stop : counted.stop + 1]):
                    continue  # "12 refugees CAMPS"
                if counted.of_those and self.t.words[s - 1] in _OWNERS:
                    continue  # "a remark about one of their bodies"
                if trigger.words[0] == "hostage" and self.taken(counted):
                    continue
                if trigger.category in _LIVING and self.speaks(k):
                    continue
                old = self.left_behind(k)
                done |= self.add(k, k, (s, e), trigger, superseded=old) is not None
                if done and (first := self.sharing(k)) is not None:
                    self.add(first, k, (s, e), trigger)
                for first in self.graded_before(k) if done else ():
                    self.add(first, k, (s, e), trigger)
            elif trigger.shape in ("adjective", "passive", "intransitive") and trigger.form in (
                "adjective",
                "past_participle",
                "participle",
            ):
                if counted.head is not None and e <= counted.head:
                    old = self.left_behind(k)
                    done |= self.add(k, k, (s, e), trigger, superseded=old) is not None
            if done:
                return
