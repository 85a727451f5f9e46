"""Counts that a sentence tells of the topic: "It stood at 90 before", "Two of those were children"."""

from __future__ import annotations

from typing import Final

from figures.categories import Trigger, categories
from figures.extraction.frames.antecedents import governed
from figures.extraction.frames.breakdown import before_of_list
from figures.extraction.frames.company import lives
from figures.extraction.frames.sized import Sized
from figures.extraction.frames.tolls import LINKS
from figures.extraction.frames.topic import (
    COUNTS,
    HARMS,
    INCLUDE,
    MOVERS,
    NAMES,
    THEY,
    THOSE,
    VICTIMS,
    Topic,
)
from figures.extraction.frames.turned import FATALLY, fatal
from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    COMMA,
    COUNT,
    NOUN,
    PREP,
    STOP,
    TRIGGER,
    VERB,
    Chunk,
)
from figures.lexicon import classes as c

_REFERRING: Final = frozenset(
    "the that this its earlier previous initial official latest final new".split()
)
_REVISING: Final = frozenset(
    "revise revises revised revising lower lowered lowering cut cutting corrected reduced"
    " update updates updated updating".split()
)
_PEOPLE: Final = frozenset(("adjective", "noun", "nouns", "past_participle"))
_ANYONE: Final = frozenset("individuals people persons".split())
_TESTED: Final = frozenset("laboratory lab confirmed probable suspected".split())
_REST: Final = frozenset("other remaining".split())
_THIS: Final = frozenset("this that the".split())
_AMONG_THEM: Final = (["them"], ["these"])
_BACK: Final = 40  # tokens of the sentence before in which things may be counted


class Topics(Sized):
    """Reads the counts that a sentence tells of the topic."""

    topic: Topic

    def topical(self) -> None:
        """Every count that stands beside a word for the topic."""
        none = NAMES.isdisjoint(self.words)  # no word for the topic
        for k, chunk in self.of_kind[COUNT] if none else enumerate(self.chunks):
            noun = chunk.kind == NOUN and self.t.words[self.head_of(chunk)] in NAMES
            count = chunk.kind == COUNT and k not in self.read
            trigger = self.trigger_before(k) if noun or count else None
            if noun and self.t.words[chunk.first] == "it":
                named = (t for x in self.chunks[:k] for *_, t in x.triggers if t.shape == "toll")
                trigger = next(named, trigger)  # "I can't give the TOLL but IT is 60"
            if trigger is None:
                continue
            if count:
                self.of_topic(k, chunk, trigger)
            elif (at := self.stands_for_count(k, chunk)) is not None:
                stood = [
                    r for r in self.readings if r.at < k and r.trigger.category == trigger.category
                ]
                if self.toll(k, (at, at + 1), trigger) and stood and self.revises(k):
                    stood[-1].superseded = True  # "a toll of 21, then revised it to 17"

    def trigger_before(self, k: int) -> Trigger | None:
        """The trigger of the count last told before chunk k, in this sentence or the ones before."""
        before = [r for r in self.readings if r.at < k and r.by < k and r.absent is None]
        if before:
            toll = next((r for r in reversed(before) if r.trigger.shape == "toll"), None)
            return (toll or max(before, key=lambda r: r.at)).trigger
        return self.topic.trigger

    def stands_for_count(self, k: int, chunk: Chunk) -> int | None:
        """The token of a word for the topic at the head of chunk k, where a count is said of it."""
        words = self.t.words
        head = self.head_of(chunk)
        following = self.chunks[k + 1] if k + 1 < len(self.chunks) else None
        if following is None:
            return None
        if words[head] == "counts" and following.kind == COUNT and chunk.stop - chunk.first > 1:
            return head if following.count and following.count.unit is None else None
        if words[head] not in COUNTS or any(t.shape == "toll" for *_, t in chunk.triggers):
            return None
        if self.moved(k):
            return head
        first = max(self.chunks[0].first, chunk.first - 1)  # "THAT number", of two chunks
        if words[head] != "it" and not _REFERRING.intersection(words[first:head]):
            return None
        j = k + 1
        while j < len(self.chunks) and j < k + 4 and self.chunks[j].kind in (ADVERB, PREP, NOUN):
            if words[self.chunks[j].first] == "of":
                return None
            j += 1
        if j + 1 >= len(self.chunks) or self.chunks[j].kind != VERB:
            return None
        verb = self.chunks[j]
        if verb.triggers or not LINKS.intersection(words[verb.first : verb.stop]):
            return None
        if verb.main is not None and words[verb.main].endswith("ing"):
            if words[verb.main] not in LINKS:
                return None  # "it was CARRYING 670 people"
        while j + 1 < len(self.chunks) and self.chunks[j + 1].kind in (ADVERB, PREP):
            j += 1
        count = self.chunks[j + 1].count if j + 1 < len(self.chunks) else None
        if count is None or count.of_those or count.value == 1:
            return None
        # "it stands at 190,000 INDIVIDUALS"; but "it was carrying 190 people"
        anyone = count.head is not None and words[count.head] in _ANYONE
        anyone = anyone and words[verb.stop - 1] in LINKS
        return head if count.unit is None or anyone and count.unit == "person" else None

    def revises(self, k: int) -> bool:
        """Is a count put in the place of one told before, by the verb before chunk k?"""
        verb = self.chunks[k - 1]
        return verb.kind == VERB and self.t.words[verb.stop - 1] in _REVISING

    def head_of(self, chunk: Chunk) -> int:
        """The last token of a noun group, without "down" or "up" behind it: "revised IT down to 17"."""
        last = chunk.stop - 1
        return last - (last > chunk.first and self.t.words[last] in ("down", "up"))

    def moved(self, k: int) -> bool:
        """ "Bringing the total to 30", "revised the figure to 24"."""
        if not k or k + 2 >= len(self.chunks):
            return False
        words, before, after = self.t.words, self.chunks[k - 1], self.chunks[k + 1]
        count = self.chunks[k + 2].count
        mover = words[self.chunks[k].first] == "taking" or (
            before.kind == VERB and not self.telling(before) and words[before.stop - 1] in MOVERS
        )
        return (
            mover
            and after.kind == PREP
            and words[after.first] in ("to", "at", "past", "above")
            and count is not None
            and count.unit is None
            and not count.of_those
        )

    def them_around(self, k: int) -> int:
        """The word for them in "six children are among them", "among them are six children", "they include six
        children"; -1 where there is none."""
        words, chunks = self.t.words, self.chunks
        first = last = k  # of the list that the count stands in
        while (before := before_of_list(self.t, chunks, first)) >= 0:
            first = before
        while last + 2 < len(chunks) and chunks[last + 1].kind in (COMMA, AND):
            if not chunks[last + 2].count:
                break
            last += 2
        for among, verb in ((last + 2, last + 1), (first - 3, first - 1)):
            if not among >= 0 or max(among + 1, verb) >= len(chunks) or chunks[verb].kind != VERB:
                continue
            told = words[chunks[among].first : chunks[among + 1].stop]
            if told[:1] == ["among"] and told[1:] in _AMONG_THEM and chunks[verb].main is None:
                return chunks[among + 1].first
        they = chunks[0].first
        colon = first == 3 and words[chunks[2].first] == ":"  # "Among them: a nurse and two cooks."
        if (first == 2 or colon) and words[they : chunks[1].stop] == ["among", "them"]:
            verbless = not self.of_kind[VERB] and self.topic.age == 0
            return chunks[1].first if verbless else -1  # "Among them 640 children."
        if first == 2 and words[they] in THEY and words[chunks[1].stop - 1] in INCLUDE:
            return they if self.topic.age == 0 else -1
        return -1

    def equivalent_to(self, k: int) -> bool:
        """ "THESE FAMILIES ARE EQUIVALENT TO 3,402 persons": those right before, in another unit."""
        first = self.chunks[k].first
        they = self.chunks[0].first
        opens = self.t.words[they] in THEY and not self.topic.age
        opens &= bool(self.t.classes[they + 1] & (c.HOUSEHOLD | c.AUXILIARY))
        return opens and self.t.words[first - 2 : first] == ["equivalent", "to"]

    def things_before(self) -> bool:
        """Does the sentence before, which told nobody of the topic, count things: "ALL 21 CARRIAGES came off"?"""
        words, classes = self.t.words, self.t.classes
        for i in range(self.chunks[0].first - 2, max(0, self.chunks[0].first - _BACK), -1):
            if words[i] in ".!?":
                return False
            if classes[i] & c.NUMERAL and (word := words[i + 1])[-1] == "s" and word.isalpha():
                if not classes[i + 1] & (c.PERSON | c.HOUSEHOLD | c.TIME | c.AUXILIARY):
                    return True
        return False

    def acted_on(self, k: int) -> bool:
        """Is chunk k the object of a verb of no category?"""
        j = k - 1
        while j >= 0 and self.chunks[j].kind == ADVERB:
            j -= 1
        verb = self.chunks[j] if j >= 0 else None
        return (
            verb is not None
            and verb.kind == VERB
            and verb.main is not None
            and not (verb.triggers or verb.passive or self.t.classes[verb.main] & c.SAID)
        )

    def of_deeds(self, k: int) -> bool:
        """Does a verb's word behind "those" name what was done, for the verb follows it?"""
        after = [x.kind for x in self.chunks[k + 1 : k + 3]]
        return after == [VERB, VERB] and self.t.words[self.chunks[k + 1].first].endswith("s")

    def named_here(self, k: int) -> Trigger | None:
        """What the subject of the clause before says of "them": "THE WOUNDED were in surgery and one of them"."""
        if self.t.words[self.chunks[k].stop - 1] != "them":
            return None
        j = 0
        while j < k and self.chunks[j].kind == NOUN and self.chunks[j].count is None:
            j += 1
        named = self.chunks[j]
        told = [t for *_, t in named.triggers if t.form in _PEOPLE and t.category in HARMS]
        return told[0] if named.kind == TRIGGER and told else None

    def opened_by_them(self, k: int) -> bool:
        """ "OF THESE, 12 were children and nine were women": does the sentence open with those counted right before,
        and say who the ones at chunk k were?"""
        words, first = self.t.words, self.chunks[0].first
        if words[first] != "of" or self.topic.age:
            return False
        total = words[first + 1] in _THIS and words[first + 2] in COUNTS  # "OF THIS TOTAL, 12 were"
        if not total and words[first + 1] not in THOSE:
            return False
        if self.listed_after(k):
            return True  # "of these, 12 were men AND NINE WOMEN"
        verb, who = [*self.chunks[k + 1 : k + 3], None, None][:2]
        if verb is None or who is None or verb.kind != VERB or verb.triggers:
            return False
        people = self.t.classes[who.stop - 1] & c.PERSON or words[who.first] in _TESTED
        return bool(people) and words[verb.stop - 1] in ("were", "are", "was", "is")

    def listed_after(self, k: int) -> bool:
        """Are those at chunk k people told by their noun alone, in a list that begins with such a count read before?"""
        told = self.chunks[k].count
        after = self.chunks[k + 1].kind if k + 1 < len(self.chunks) else None
        if told is None or told.head is None or after not in (COMMA, AND, STOP):
            return False
        before = next((j for j in range(k - 1, -1, -1) if self.chunks[j].kind == COUNT), None)
        if before not in self.read or not self.read[before][-1].counted.of_those:
            return False
        between = self.chunks[before + 1 : k]
        return between[-1].kind in (COMMA, AND) and all(x.kind != PREP for x in between)

    def of_topic(self, k: int, chunk: Chunk, trigger: Trigger) -> None:
        """ "Two of those were children", "three of the victims": so many of the topic."""
        counted = chunk.count
        words = self.t.words
        rest = (
            counted is not None
            and counted.unit is None
            and counted.head is None
            and words[chunk.first - 1] in _REST
            and words[chunk.first - 2] in ("the", "these")
        )
        if counted is not None and self.equivalent_to(k) and counted.unit == "person":
            self.add(k, k, (counted.first - 2, counted.first), trigger)
            return
        if counted is not None and (them := self.them_around(k)) >= 0 and counted.unit == "person":
            if words[them] in THEY:  # the nearest: "six died and 60 are missing. THEY include"
                trigger = self.topic.last or trigger
            counted.of_those = self.add(k, k, (them, them + 1), trigger) is not None
            return
        if counted is not None and self.opened_by_them(k) and counted.unit in (None, "person"):
            first = self.chunks[0].first
            counted.of_those = self.add(k, k, (first, first + 2), trigger) is not None
            return
        if counted is None or not (counted.of_those or rest) or counted.counted != "number":
            return
        if self.topic.age and self.things_before():
            return  # "All 21 carriages came off. Two of them overturned"
        if governed(self.t, self.chunks, k):
            return  # "all but a few of them"
        after = self.chunks[k + 1] if k + 1 < len(self.chunks) else None
        if after is not None and after.kind == VERB and self.speech(k + 1):
            return  # "one of them said": who speaks is not among the dead
        if after is not None and trigger.category == "killed" and lives(self.t, after):
            return  # "Twelve died as a boat sank. About 50 of them SWAM ashore"
        if k > 1 and self.chunks[k - 1].kind == COMMA:
            named = self.chunks[k - 2]
            if named.kind == NOUN:
                return  # "the raiders, about 20 of them, cut the fence": of those just named
            if named.kind == COUNT and k - 2 not in self.read:
                return  # "32 pupils, six of them girls, sang": of those just counted
            if k - 2 in self.read:
                trigger = self.read[k - 2][0].trigger
            elif named.kind == VERB and (beside := [r for r in self.readings if r.by == k - 2]):
                # "the toll is nine, and 25 were hurt, FOUR OF THEM badly"
                trigger = beside[-1].trigger
            elif named.triggers:
                trigger = named.triggers[0][2]  # "the injured, 23 of them, were flown out"
        if last_of := self.named_here(k):
            trigger = last_of
        if k > 1 and (beside := [r for r in self.readings if r.by == k - 2 != r.at]):
            trigger = beside[-1].trigger  # "the toll is nine, and 25 were hurt, FOUR OF THEM badly"
        harm = self.topic.harm
        if (
            harm is not None
            and harm.category == trigger.category
            and k == self.of_kind[COUNT][0][0]
        ):
            if (counted.value or 0) > self.topic.most:
                return  # "ten died. TWELVE OF THEM": of others
        if categories()[trigger.category].units[0] != "person":
            return
        for other in self.chunks[:k]:
            if other.count is not None and other.count.unit not in (None, "person"):
                return  # "eight attacks, and two of them"
        last = words[counted.stop - 1]
        if self.of_deeds(k):
            return  # "two of those ATTACKS killed more"
        if after is not None and after.kind in (NOUN, TRIGGER):
            if not self.t.classes[after.stop - 1] & c.PERSON:
                return  # "one of these blasts", but "two of them children"
        if last in VICTIMS and self.acted_on(k):
            return  # "police connected three of the victims to a gang"
        if last in VICTIMS and trigger.category not in HARMS:
            if self.topic.harm is None:
                return
            trigger = self.topic.harm
        many = self.topic.harm is trigger and (counted.value or 0) > self.topic.most
        if many and (last in VICTIMS or last in THOSE):
            return  # "one man died; three of the victims": of others too
        if rest and not any(r.at < k and r.counted.of_those for r in self.readings):
            return  # "the remaining 30": of what this sentence does not tell
        after_it = words[counted.stop : counted.stop + 2]
        if after_it and (after_it[0] in FATALLY or after_it == ["to", "death"]):
            trigger = fatal(trigger)
        # "65 of these foreigners were from Chad"
        those = (
            last in THOSE
            and counted.unit is None
            or (counted.unit == "person" and words[counted.stop - 2] in ("these", "those"))
        )
        if (rest or last in VICTIMS or those) and counted.high != 0:
            reading = self.add(k, k, (counted.stop - 1, counted.stop), trigger)
            counted.of_those |= reading is not None
