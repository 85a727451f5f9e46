"""Tolls: nouns that stand for a count, and the count said of them ("the number of injured rose to 64")."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Final

from figures.categories import Trigger, categories
from figures.extraction.frames.asides import in_brackets
from figures.extraction.frames.objects import own_clause
from figures.extraction.frames.readings import Reading
from figures.extraction.frames.restated import Restated
from figures.extraction.frames.revised import (
    link_of,
    opens_comparison,
    put_right,
    revised,
    set_against,
    up_to,
)
from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    CLAUSE,
    COMMA,
    COUNT,
    NOUN,
    PREP,
    QUOTE,
    RELATIVE,
    STOP,
    TRIGGER,
    VERB,
    Chunk,
)
from figures.extraction.numbers.hedges import change_words
from figures.extraction.words.tokens import Tokens
from figures.lexicon import bringing, load_words, person_groups
from figures.lexicon import classes as c

_TO: Final = frozenset("to toward towards at of as than past from by with over above near".split())
SIZES: Final = load_words("verbs", "sizes")  # verbs that tell the size of a count
LINKS: Final = SIZES | frozenset(
    "is was are were be been hit pass top cross crosses revised lowered raised put placed now numbered number"
    " totalled totaled total totalling totaling".split()
)
WINDOW: Final = frozenset("this last past so far quarter season".split())
HEADS: Final = frozenset("number count tally total figure estimate".split())
_FORMS: Final = frozenset(("noun", "nouns", "adjective", "participle", "past_participle", "past"))
_NOUNS: Final = frozenset(("noun", "nouns"))
_BEFALLING: Final = frozenset(("intransitive", "passive"))
_TOLD_OF: Final = frozenset("participle past_participle past base s".split())
_REACH: Final = 6  # chunks between "the number of" and the word that tells what is counted


@cache
def toll_of(trigger: Trigger) -> Trigger:
    """The trigger of "the number of" what another trigger tells."""
    name = f"{trigger.category}/toll"  # and no "number of arrivals" at an inn
    needs = trigger.needs if trigger.shape == "noun" else frozenset()
    return replace(trigger, shape="toll", form="noun", rule=name, needs=needs)


def _going_on(trigger: Trigger) -> bool:
    """ "The number of people DYING of cold", "… NEEDING shelter"."""
    return trigger.form == "ing" and trigger.shape == "intransitive"


_ESTIMATES: Final = frozenset(("estimate", "estimates"))
_EXTREME: Final = frozenset("low high lower upper lowest highest".split())
_RANGE: Final = frozenset("range ranges vary varies varied".split())
_FEWER: Final = frozenset("fewer less lower down".split())
_FORMERLY: Final = frozenset("earlier previously formerly initially".split())
_FAR: Final = 28  # chunks between a toll's word and its count
_CLOSE: Final = 4  # tokens before a toll's word in which "earlier" is said of it
_INCLUDING: Final = frozenset("include includes included including".split())


def given_out(tokens: Tokens, chunks: list[Chunk], k: int) -> bool:
    """ "A death TOLL OF 670 RELEASED on Sunday": does the participle at chunk k tell of the count, not of people?"""
    first = chunks[k - 1].first
    if tokens.words[chunks[k].first] != "released" or tokens.words[first - 1] != "of":
        return False
    return tokens.words[first - 2] == "toll" or tokens.words[first - 2] in HEADS


class Tolls(Restated):
    """Reads the counts said of a toll."""

    def formerly(self, k: int, first: int, stop: int) -> bool:
        """Is the toll at chunk k told as an earlier one: "earlier that day it was 40", "it stood at 40 before …"?"""
        words = self.t.words
        if stop + 1 < self.chunks[-1].stop and words[stop] == "before":
            return not self.t.classes[stop + 1] & (c.TIME | c.WEEKDAY | c.MONTH | c.DIGIT)
        said = range(max(self.chunks[0].first, first - _CLOSE), first)
        if "than" in words[first - 2 : first] and not _FEWER.isdisjoint(words[first - 4 : first]):
            return True  # "lowered to 250, a hundred FEWER THAN the toll of 359"
        # "doubled earlier estimates of the dead to 200": what it is now
        return any(words[i] in _FORMERLY and words[i - 1] not in change_words() for i in said)

    def dead_man(self, k: int, first: int) -> bool:
        """Is "dead" said of somebody just told ("shot a man DEAD after he …"), and no noun for all the dead?"""
        if self.t.words[first] != "dead" or first != self.chunks[k].first or not k:
            return False
        if self.t.words[first - 1] in ("the", "of"):
            return False  # "said that the dead could exceed 300"
        before, after = self.chunks[k - 1], self.chunks[min(k + 1, len(self.chunks) - 1)]
        if after.kind == VERB and SIZES & set(self.t.words[after.first : after.stop]):
            return False  # "the Palestinian dead rose to 12"
        return before.kind in (COUNT, NOUN)

    def number_of(self, k: int, chunk: Chunk) -> None:
        """ "The number of confirmed deaths rose to 30", "the number who died"."""
        words = self.t.words
        if words[chunk.stop - 1] not in HEADS or words[chunk.first] in ("a", "an"):
            return
        for j in range(k + 1, min(len(self.chunks), k + 1 + _REACH)):
            after = self.chunks[j]
            if after.kind not in (PREP, NOUN, VERB, ADVERB, TRIGGER, AND, RELATIVE):
                return
            if j == k + 1 and words[after.first] not in ("of", "who") and not after.triggers:
                return
            found = [x for x in after.triggers if x[2].form in _FORMS or _going_on(x[2])]
            if found and not self.helpers(j):
                s, e, trigger = self.who(j) or next((x for x in found if self.apt(x[2])), found[0])
                if self.brought_to(k):
                    self.add(k - 1, j, (s, e), toll_of(trigger))
                    self.counts_of(k + 1, j)
                    return
                things = self.of_things(j, trigger) or self.of_houses(k + 1, j, trigger)
                if not things and self.toll(j, (s, e), toll_of(trigger)):
                    self.counts_of(k + 1, j)
                return

    def who(self, j: int) -> tuple[int, int, Trigger] | None:
        """ "The number of refugees WHO RETURNED home": what is told of those whom chunk j counts, if anything."""
        behind = self.chunks[j + 1 : j + 3]
        if self.chunks[j].kind == VERB or behind and self.t.words[behind[0].first] in SIZES:
            return None  # "the number of people killed REACHED 12"
        kinds = [x.kind for x in behind]
        if kinds[:1] == [VERB] and behind[0].first == behind[0].main:
            verb = behind[0]  # "the number of victims KILLED"
        elif kinds == [RELATIVE, VERB] and self.t.words[behind[0].first] == "who":
            verb = behind[1]
        else:
            return None
        for s, e, trigger in verb.triggers:
            needed = not trigger.needs or not trigger.needs.isdisjoint(self.words)
            if trigger.shape in _BEFALLING and trigger.form in _TOLD_OF and needed:
                return s, e, trigger
        return None

    def helpers(self, j: int) -> bool:
        """ "The number of AID WORKERS": does the category's noun only tell who is counted?"""
        after = self.chunks[j + 1] if j + 1 < len(self.chunks) else None
        people = after is not None and after.kind == NOUN and self.t.classes[after.first] & c.PERSON
        return bool(people) and all(t.form in _NOUNS for *_, t in self.chunks[j].triggers)

    def counts_of(self, first: int, j: int) -> None:
        """ "The number of militants killed rose to 18": the counts read by chunk j are of those people."""
        for chunk in self.chunks[first : j + 2]:
            families = self.t.classes[chunk.stop - 1] & c.HOUSEHOLD
            if chunk.kind == NOUN and families:
                for reading in self.readings:
                    if reading.by == j and reading.counted.unit is None:
                        reading.counted.unit = "household"
            groups = person_groups().get(self.t.words[chunk.stop - 1], ())
            if chunk.kind == NOUN and groups:
                for reading in self.readings:
                    if reading.by == j and not reading.counted.groups:
                        reading.counted.groups = groups

    def brought_to(self, k: int) -> bool:
        """ "It brought to 27 the number of soldiers killed": the count stands before."""
        if k < 3 or self.chunks[k - 1].kind != COUNT or self.chunks[k - 2].kind != PREP:
            return False
        words = self.t.words
        return (
            words[self.chunks[k - 2].first] == "to"
            and words[self.chunks[k - 3].stop - 1] in bringing()
        )

    def of_things(self, j: int, trigger: Trigger) -> bool:
        """ "The number of treated vehicles": the participle tells of things."""
        after = self.chunks[j + 1] if j + 1 < len(self.chunks) else None
        if trigger.form in _NOUNS or after is None or after.kind != NOUN:
            return False
        last = after.stop - 1
        while last >= after.first and (
            self.t.classes[last] & (c.TIME | c.MONTH | c.WEEKDAY) or self.t.words[last] in WINDOW
        ):
            last -= 1
        if last < after.first or self.t.words[last] in _RANGE:
            return (
                False  # "the number of soldiers killed this year", "… killed range from 12 to 40"
            )
        return not self.t.classes[last] & (c.PERSON | c.HOUSEHOLD | c.BUILDING)

    def of_houses(self, first: int, stop: int, trigger: Trigger) -> bool:
        """ "The number of SCHOOLS used as evacuation centres": are buildings counted, which the category does not?"""
        kinds = (self.t.classes[x.stop - 1] for x in self.chunks[first:stop] if x.kind == NOUN)
        houses = any(bits & c.BUILDING and not bits & c.PERSON for bits in kinds)
        return houses and "building" not in categories()[trigger.category].units

    def toll(self, k: int, span: tuple[int, int], trigger: Trigger) -> bool:
        """ "the death toll from the floods rose to 12 from 7": the new count, and the one left behind."""
        took = False
        stood: Reading | None = None  # "the toll, which stood at 20, rose to 31"
        last: Reading | None = None
        j = k + 1
        while j < min(len(self.chunks), k + _FAR):
            chunk = self.chunks[j]
            if self.t.words[chunk.first] == "according":
                if took:
                    break  # "rose to 36, ACCORDING TO A NURSE"
                j += 3  # "the toll, ACCORDING TO A NURSE, reached 36"
                continue
            if (
                last is not None
                and chunk.kind == CLAUSE
                and (at := revised(self.t, self.chunks, j))
            ):
                if self.add(at, k, span, trigger) is not None:
                    self.tolled.add(at)
                    last.superseded = True
                break
            if chunk.kind == CLAUSE and not took and (verb := self.its_size(j)):
                j, chunk = verb, self.chunks[verb]
            if (
                chunk.kind == CLAUSE
                or self.t.words[chunk.first : chunk.first + 2] == ["there", "were"]
                or chunk.kind == STOP
                and (took or self.t.words[chunk.first] not in (":", "-"))
            ):
                break  # "told of the abductions THERE WERE 90"
            if not took and (chunk.kind == RELATIVE or chunk.kind == VERB and not chunk.finite):
                j = self.its_verb(j)
                chunk = self.chunks[j]
            other = not LINKS & set(self.t.words[chunk.first : chunk.stop]) and all(
                t.category != trigger.category for *_, t in chunk.triggers
            )
            if chunk.kind == VERB and self.telling(chunk) and (took and stood is None or other):
                break  # but "the toll, which stood at 19, REACHED 26"
            if took and chunk.kind == VERB and self.chunks[j - 1].kind == AND and self.speech(j):
                break  # "put the toll at six AND SAID that five coaches had derailed"
            if (
                took
                and chunk.kind == TRIGGER
                and all(t.category != trigger.category for *_, t in chunk.triggers)
            ):
                break  # "the death toll was 12 and the number of injuries stood at 40"
            if chunk.kind == NOUN and self.t.words[chunk.stop - 1] in HEADS:
                if took or any(x.kind == COUNT for x in self.chunks[k + 1 : j]):
                    break  # "the missing numbered 12, and THE NUMBER of samples remained at 40"
            if took and chunk.kind == COUNT and set_against(self.t, self.chunks, j):
                break  # "(115 COMPARED TO 39)": what it is compared with
            if j in self.tolled and not took:
                break  # it is told by another word: "THE NUMBER of deaths rose to 12 and injuries to 40"
            if chunk.kind == COUNT and chunk.count is not None and j not in self.read:
                before = j - 1
                while before > k and self.chunks[before].kind in (ADVERB, QUOTE):
                    before -= 1  # 'rose to "about 250"'
                if chunk.count.counted != "number" and (self.acts(before) or self.acts(j + 1)):
                    return took  # "…, said an official", "… - a nurse asked for help"
                if self.extreme(chunk):
                    j += 1
                    continue
                link = link_of(self.t, chunk.first, self.chunks[before])
                if link in _INCLUDING:  # "the dead included three children": some of them
                    if self.chunks[before].kind == VERB:
                        if (
                            before == k + 1
                            and not self.chunks[before].negated
                            and not chunk.triggers
                        ):
                            self.some_of_them(j, k, span, trigger)
                        return took
                    j += 1
                    continue
                linked = (
                    up_to(self.chunks, chunk)
                    or took
                    and self.chunks[before].kind == AND
                    or before == k
                    or self.chunks[before].kind in (VERB, STOP)
                    or link in _TO
                    or before == k + 1
                    and in_brackets(self.t, self.chunks, j)  # "the number of dead (12)"
                    or link in LINKS  # "death toll passes 100"
                    or opens_comparison(self.t, self.chunks, j)
                    or link in _RANGE  # "the number of deaths ranges around 500"
                    or link == "in"
                    and chunk.count.qualifier == "vague"  # "the number was in the hundreds"
                    or before == k + 1 == j - 1
                    and self.of_most_dead(k, j)
                    or self.t.words[chunk.first] in LINKS  # "the number of deaths topped 100"
                )
                if (
                    linked
                    and not any(t.form in _NOUNS for *_, t in chunk.triggers)
                    and (
                        before == k + 1
                        and link == "of"
                        and not (
                            self.chunks[min(j + 1, len(self.chunks) - 1)].triggers
                            and not given_out(self.t, self.chunks, j + 1)
                        )
                        or not own_clause(self.t, self.chunks, j)
                    )
                    and chunk.count.unit in (None, "person", "household")
                ):
                    if link == "by":  # rose by 12: an addition, no toll
                        j += 1
                        continue
                    old = (
                        link == "from"
                        and chunk.count.qualifier != "range"
                        or self.formerly(k, span[0], chunk.stop)
                    )
                    reading = self.add(j, k, span, trigger, superseded=old)
                    if reading is not None:
                        if last is not None and put_right(self.t, self.chunks, last.at, j):
                            last.superseded = True
                        took, last = True, reading
                        self.tolled.add(j)
                        if stood is not None:
                            stood.superseded = True
                        which = self.chunks[max(0, before - 3) : before - 1]
                        stood = reading if any(x.kind == RELATIVE for x in which) else None
                elif took:
                    break
            j += 1
        return took

    def extreme(self, chunk: Chunk) -> bool:
        """ "Around 500, with LOW ESTIMATES OF 200 and high estimates of 1,000": the least and the most, no toll."""
        if "ages" in self.words and self.t.words[chunk.first - 1] in ("from", "between"):
            return True  # "the ages of the dead ranged from 4 to 81"
        which, noun, of = [*self.t.words[max(0, chunk.first - 3) : chunk.first], "", "", ""][:3]
        return of == "of" and noun in _ESTIMATES and which in _EXTREME

    def some_of_them(self, j: int, k: int, span: tuple[int, int], trigger: Trigger) -> None:
        """ "The toll INCLUDES 12 FIREFIGHTERS and two boys": some of those told before."""
        listed = True
        while j < len(self.chunks) and (counted := self.chunks[j].count) is not None and listed:
            if counted.unit != "person" or counted.counted != "number":
                return
            counted.of_those = self.add(j, k, span, trigger) is not None
            j += 1
            while j < len(self.chunks) and self.chunks[j].kind in (COMMA, AND):
                j += 1
            listed = j < len(self.chunks) and not own_clause(self.t, self.chunks, j)

    def of_most_dead(self, k: int, j: int) -> bool:
        """ "MOST OF the dead, 184, were in Lesk": does the count stand between commas behind most of those?"""
        first, after = self.chunks[k].first, self.chunks[j].stop
        most = self.t.words[max(0, first - 3) : first] == ["most", "of", "the"]
        return most and self.t.words[after : after + 1] == [","]

    def its_verb(self, j: int) -> int:
        """The toll's verb of size behind the relative clause or participle at chunk j; j where none follows.

        "The toll of a blast that hurt 20 people ROSE", "the toll from flooding caused by rain ROSE".
        """
        for i in range(j, len(self.chunks)):
            chunk = self.chunks[i]
            if chunk.kind in (STOP, CLAUSE) or chunk.kind == VERB and self.speech(i):
                break
            after = self.t.words[chunk.stop : chunk.stop + 1]
            bare = chunk.kind == NOUN and after == ["to"]  # "cases of measles AMOUNT to 40"
            past = chunk.kind == VERB and not SIZES.isdisjoint(after)  # "has SURPASSED 229"
            links = LINKS & set(self.t.words[chunk.first : chunk.stop])
            if past or links and (chunk.kind == VERB or bare):
                return j if self.chunks[i - 1].kind == RELATIVE else i  # "which stood at 20"
        return j

    def its_size(self, j: int) -> int:
        """The toll's verb of size behind the clause that chunk j opens, 0 where none follows.

        "The number of people killed WHEN A BOAT SANK off Orda HAS RISEN to 60".
        """
        for i in range(j + 1, len(self.chunks) - 1):
            chunk = self.chunks[i]
            if chunk.kind in (STOP, CLAUSE, RELATIVE, COMMA, AND) or self.speech(i):
                return 0
            if chunk.kind == VERB and SIZES & set(self.t.words[chunk.first : chunk.stop]):
                return 0 if chunk.triggers else i
        return 0

    def acts(self, k: int) -> bool:
        """Is chunk k a verb that tells neither the size of a toll nor who the dead are: "said", "citing"?"""
        chunk = self.chunks[min(k, len(self.chunks) - 1)]
        words = self.t.words[chunk.first : chunk.stop]
        return chunk.kind == VERB and LINKS.isdisjoint(words)

    def speech(self, k: int) -> bool:
        """Is chunk k a verb of speech?"""
        chunk = self.chunks[k]
        return chunk.kind == VERB and bool(self.t.classes[chunk.stop - 1] & c.SAID)
