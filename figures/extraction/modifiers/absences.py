"""Counts of nobody, and counts that nobody knows yet.

"No reports of injuries", "without loss of life" tell 0; with a word for not-yet (immediate, yet, so far, unclear)
nothing is known: "no immediate reports of deaths", "it is not yet clear how many died".
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from typing import Final

from figures.categories import Trigger, categories
from figures.extraction.frames.readings import Reading
from figures.extraction.groups.chunks import ADVERB, AND, COMMA, NOUN, VERB, Chunk, Counted
from figures.extraction.groups.phrases import Found
from figures.extraction.modifiers.reach import clause_of
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load_words

_HURT: Final = frozenset(("killed", "injured", "casualties"))
_NOUNS: Final = frozenset(("noun", "nouns"))
# forms that tell people's state: "no reports of deaths", "of anyone dying", not "on the shooting"
_STATES: Final = frozenset(("noun", "nouns", "adjective", "past_participle", "participle"))
_TOLD: Final = frozenset(("passive", "intransitive", "adjective", "noun"))
_UNTOLD: Final = frozenset("word news information details figures estimate estimates".split())
_OF: Final = frozenset("of on about that".split())
_NOT: Final = frozenset("not never cannot n't".split())
_OPENS: Final = frozenset("no any without how whether if".split())
_SUFFERED: Final = frozenset(
    "suffer suffered sustain sustained cause caused involve involved".split()
)
# how words of harm begin
_HARM: Final = tuple("hurt harm injur wound casualt scratch unscath".split())
_REMAINS: Final = frozenset("body bodies corpse corpses remains".split())
_NEARLY: Final = frozenset("almost nearly virtually practically".split())
_EXCEPTING: Final = frozenset("apart aside except excepting besides other".split())
_BUT: Final = frozenset("except excepting besides".split())
_EXCEPT: Final = {(w, "from") for w in ("apart", "aside")} | {("except", "for"), ("other", "than")}
_BESIDE: Final = 4  # tokens back to those of whom something is told
_WITHIN: Final = 10  # tokens in which what is absent follows "no reports of"
_NEAR: Final = 5  # tokens between "how many …" and the words that it is not known
_SIGNS: Final = frozenset(
    "no none nobody neither without unclear unknown uncertain not cannot early unable declined".split()
)


def absences(
    tokens: Tokens, chunks: list[Chunk], readings: list[Reading], phrases: Found
) -> list[Reading]:
    """The readings of a sentence with those of nobody, and of what is not known yet.

    >>> from figures.extraction import extract
    >>> [(f.quote, f.status, f.value) for f in extract("It is not yet clear how many people died.")]
    [('how many people', 'not_known', None)]
    """
    if _SIGNS.isdisjoint(tokens.said(chunks[0].first, chunks[-1].stop)):
        return readings
    return _Absences(tokens, chunks, readings, phrases).settled()


class _Absences:
    """Looks through one sentence for what it says of nobody and of what is not known."""

    def __init__(
        self, tokens: Tokens, chunks: list[Chunk], readings: list[Reading], phrases: Found
    ) -> None:
        self.t, self.words, self.chunks = tokens, tokens.words, chunks
        self.first, self.stop = chunks[0].first, chunks[-1].stop
        self.firsts = [ch.first for ch in chunks]
        self.triggers = phrases
        self.readings = readings

    def settled(self) -> list[Reading]:
        kept = [
            r
            for r in self.readings
            if r.counted.high != 0 or not (self.in_part(r) or self.of_the_dead(r))
        ]
        for r in kept:
            if r.counted.high == 0 and self.not_yet(r):
                r.absent = "unknown"
                r.counted.value = r.counted.low = r.counted.high = None
        if not _EXCEPTING.isdisjoint(self.words[self.first : self.stop]):
            kept = [x for r in kept for x in (self.excepted(r) if r.counted.high == 0 else (r,))]
        taken = {(r.counted.reported[0], r.trigger.category) for r in kept}
        free = self.first
        for i in [
            k for k in range(self.first, self.stop) if self.words[k] in _OPENS or k in self.triggers
        ]:
            for reading in self.at(i) if i >= free else ():
                free = max(free, reading.counted.stop if reading.absent == "unknown" else free)
                key = reading.counted.reported[0], reading.trigger.category
                if key not in taken and not self.of_the_dead(reading):
                    taken.add(key)
                    kept.append(reading)
        return kept

    def at(self, i: int) -> list[Reading]:
        """The readings of the phrase that begins at token i."""
        word = self.words[i]
        if word == "no":
            return self.no_reports(i) or self.no_more(i)
        if word == "any":
            return self.without(i) if self.not_any(i) else []
        if word == "without":
            return self.without(i)
        if word == "how" and self.words[i + 1 : i + 2] == ["many"]:
            return self.how_many(i)
        if word in ("whether", "if"):
            return self.whether(i)
        return self.toll(i) if i in self.triggers else []

    def reading(
        self, quote: tuple[int, int], words: tuple[int, int], trigger: Trigger, known: bool
    ) -> Reading:
        zero = 0 if known else None
        units = categories()[trigger.category].units
        counted = Counted(*quote, zero, zero, zero, "exact", words, unit=units[0])
        at = bisect_right(self.firsts, quote[0]) - 1
        found = Reading(counted, at, at, trigger, (quote[1] - 1, quote[1]))
        found.absent = "known" if known else "unknown"
        return found

    # -- nobody ---------------------------------------------------------------------------------

    def of_the_dead(self, reading: Reading) -> bool:
        """ "The bodies bore NO INJURIES": others may be hurt."""
        first = reading.counted.first
        before = self.words[max(self.first, first - _BESIDE) : first]
        return reading.trigger.category == "injured" and not _REMAINS.isdisjoint(before)

    def in_part(self, reading: Reading) -> bool:
        """ "No serious injuries", "no one was badly hurt", "none WAS TAKEN TO HOSPITAL": others may have been hurt
        lightly."""
        counted, by = reading.counted, self.chunks[reading.by]
        said = self.words[counted.first : counted.stop] + self.words[by.first : by.stop]
        if counted.first and self.words[counted.first - 1] in _NEARLY:
            return True  # "ALMOST nobody was hurt"
        if reading.trigger.category == "injured" and not any(w.startswith(_HARM) for w in said):
            return True
        return not load_words("modifiers", "degrees").isdisjoint(said)

    def excepted(self, reading: Reading) -> list[Reading]:
        """ "APART FROM TWO GUARDS nobody was hurt", "no one OTHER THAN THE DRIVER died": those excepted were, and it is
        not told that nobody was; none where they are told without a number."""
        at, by = reading.at, reading.by
        comma = self.chunks[at - 1].kind == COMMA
        near = (at + 2, at - 1 - comma, *range(by + 1, min(by + 5, len(self.chunks))))
        near = tuple(k for k in near if 0 < k < len(self.chunks) and self.except_for(k))
        if not near:
            return [reading]
        ks = self.joined_to(near[0])
        one = self.chunks[ks[0]].count
        if one is None and not any(self.person(k) for k in ks):
            return [reading]  # "apart from BROKEN WINDOWS"
        told = [(k, x) for k in ks if (x := self.chunks[k].count) is not None]
        told = [(k, x) for k, x in told if not any(r.counted is x for r in self.readings)]
        return [replace(reading, counted=x, at=k) for k, x in told]

    def person(self, k: int) -> bool:
        chunk = self.chunks[k]
        return any(bits & c.PERSON for bits in self.t.classes[chunk.first : chunk.stop])

    def joined_to(self, k: int) -> list[int]:
        """The chunks joined by "and" to those at chunk k: "apart from GUARDS AND COOKS"."""
        ks = [k]
        while ks[0] > 1 and self.chunks[ks[0] - 1].kind == AND:
            ks.insert(0, ks[0] - 2)
        return ks

    def except_for(self, k: int) -> bool:
        """Does "except for" or the like stand right before chunk k, or before those joined to it?"""
        k = self.joined_to(k)[0]
        first = self.chunks[k].first
        if self.words[first] in _BUT and self.chunks[k].stop > first + 1:
            return True  # "no one died EXCEPT THE DRIVER"
        first -= self.chunks[k - 1].kind == ADVERB  # "apart from THE two guards"
        if first > self.first and self.words[first - 1] in _BUT:
            return True
        return tuple(self.words[max(self.first, first - 2) : first]) in _EXCEPT

    def not_yet(self, reading: Reading) -> bool:
        """Do words of the clause say that the count may still come: "so far", "yet", "immediately"?"""
        first, stop = clause_of(self.t, self.chunks, *sorted((reading.at, reading.by)))
        return self.yet(self.chunks[first].first, self.chunks[stop - 1].stop)

    def yet(self, first: int, stop: int) -> bool:
        for i in range(first, stop):
            word = self.words[i]
            if word == "far" and self.words[i - 1] == "so":
                if self.words[i + 1 : i + 2] != ["this"]:
                    return True
            elif word in load_words("modifiers", "not_yet"):
                if word != "yet" or i > first and not self.t.classes[i - 1] & c.CONJUNCTION:
                    return True
        return False

    def no_reports(self, i: int) -> list[Reading]:
        """ "No reports of deaths or injuries", "no immediate word on casualties"."""
        k = i + 1
        while k < min(self.stop, i + 4) and self.words[k] not in load_words("modifiers", "news"):
            k += 1
        of = k + 3 if self.words[k + 1 : k + 3] == ["so", "far"] else k + 1
        if k >= min(self.stop, i + 4) or of >= self.stop or self.words[of] not in _OF:
            return []
        # "no word on casualties" tells of none, and not that there are none
        told = self.words[k] not in _UNTOLD
        known = told and not self.yet(max(self.first, i - 5), min(self.stop, k + _WITHIN + 4))
        found: list[Reading] = []
        end = min(self.stop, k + _WITHIN)
        for t in range(of + 1, end):
            if self.t.classes[t] & (c.RELATIVE | c.SUBORDINATOR) or (
                self.t.classes[t] & c.PUNCTUATION and not self.t.glued(t)
            ):
                break
            for e, trigger in self.triggers.get(t, ()):
                categories_found = {r.trigger.category for r in found}
                state = (
                    trigger.form in _STATES
                    or trigger.form == "ing"
                    and trigger.shape == "intransitive"
                )
                if trigger.category in categories_found or not state or trigger.counts:
                    continue
                if trigger.shape == "verb_noun":
                    continue  # "no signs of life"
                if categories()[trigger.category].units[0] != "building":
                    words = (i, i + 1) if known else (i, k + 1)
                    found.append(self.reading((i, e), words, trigger, known))
                    break
        return found

    def no_more(self, i: int) -> list[Reading]:
        """The second noun of "no deaths or injuries"; the first is a counted group."""
        found: list[Reading] = []
        t, nouns = i + 1, 0
        while t < min(self.stop, i + _WITHIN):
            here = [(e, x) for e, x in self.triggers.get(t, ()) if x.form in _NOUNS]
            if here:
                nouns += 1
                e, trigger = here[0]
                if nouns > 1 and trigger.category in _HURT:
                    found.append(self.reading((i, e), (i, i + 1), trigger, known=True))
                t = e
            elif self.words[t] in ("or", "and", ",", "nor") and nouns:
                t += 1
            else:
                break
        for reading in found:
            if self.not_yet(reading):
                reading.absent, reading.counted.value = "unknown", None
                reading.counted.low = reading.counted.high = None
        return found

    def not_any(self, i: int) -> bool:
        """ "The army has not suffered ANY casualties"?"""
        before, after = self.words[max(self.first, i - 2) : i], self.words[i + 1 : i + 2]
        if len(before) < 2 or before[0] not in ("not", "never") or before[1] not in _SUFFERED:
            return False
        return load_words("modifiers", "degrees").isdisjoint(after)  # "any SERIOUS injuries"

    def without(self, i: int) -> list[Reading]:
        """ "Without loss of life", "without causing any injuries"."""
        for t in range(i + 1, min(self.stop, i + 4)):
            for e, trigger in self.triggers.get(t, ()):
                if trigger.shape == "verb_noun" and trigger.form == "noun":
                    continue  # "without LIFE jackets"
                if trigger.category in _HURT and trigger.form in _NOUNS and not trigger.counts:
                    return [self.reading((i, e), (i, i + 1), trigger, known=True)]
            if self.t.classes[t] & ~(c.DETERMINER | c.VERB):
                break
        return []

    # -- not known yet --------------------------------------------------------------------------

    def how_many(self, i: int) -> list[Reading]:
        """ "It is not yet clear how many people died", "how many were hurt is unknown"."""
        k = i + 2
        while k < self.stop and self.t.classes[k] & (c.PERSON | c.BUILDING | c.HOUSEHOLD):
            k += 1
        told = self.told(k, i + 2)
        if told is None:
            return []
        trigger, stop = told
        if not self.unknown_before(i) and not self.unknown_after(stop):
            return []
        return [self.reading((i, k), (i, i + 2), trigger, known=False)]

    def told(self, k: int, noun: int) -> tuple[Trigger, int] | None:
        """What a clause whose subject ends before token k tells of it: its trigger and where that ends."""
        for t in range(noun, k):
            for e, trigger in self.triggers.get(t, ()):
                if trigger.form in _NOUNS:
                    return trigger, e
        at = bisect_right(self.firsts, k) - 1
        for chunk in self.chunks[at : at + 4]:
            found = [x for x in chunk.triggers if x[0] >= k and x[2].shape in _TOLD]
            if found and (chunk.kind != NOUN):
                return found[0][2], found[0][1]
            if (
                chunk.kind not in (VERB, ADVERB, NOUN)
                or chunk.kind == VERB
                and chunk.main is not None
            ):
                return None
        return None

    def toll(self, i: int) -> list[Reading]:
        """ "The number of casualties was not immediately known", "casualty figures were not available"."""
        for e, trigger in self.triggers[i]:
            first, stop = i, e
            if self.words[i] == "dead" and self.words[i - 1] not in ("the", "of"):
                continue
            if trigger.shape != "toll":
                if trigger.form not in _NOUNS or e >= self.stop:
                    continue
                if self.words[i - 2 : i] == ["number", "of"] and trigger.category in _HURT:
                    first = i - 2
                elif self.words[e] in load_words("modifiers", "numbers"):
                    stop = e + 1
                else:
                    continue
            if any(i <= r.span[0] < stop for r in self.readings):
                continue
            if self.unknown_after(stop) or self.unknown_before(first):
                return [self.reading((first, stop), (first, stop), trigger, known=False)]
        return []

    def whether(self, i: int) -> list[Reading]:
        """ "It was not immediately clear whether anyone was hurt", "if there were any casualties"."""
        if not self.unknown_before(i):
            return []
        for k in range(i + 1, min(self.stop, i + 5)):
            if self.words[k] in ("any", "anyone", "anybody"):
                stop = k + 1
                while stop < self.stop and self.t.classes[stop] & (c.PERSON | c.ADVERB):
                    stop += 1
                things = self.words[k] == "any" and stop == k + 1  # "any usable images"
                told = None if things else self.told(stop, k + 1)
                if told is None:
                    for e, trigger in self.triggers.get(stop, ()):
                        if trigger.form in _NOUNS:
                            told, stop = (trigger, e), e
                if told is None:
                    return []
                return [self.reading((k, max(stop, k + 1)), (k, k + 1), told[0], known=False)]
            if not self.t.classes[k] & (c.AUXILIARY | c.ADVERB) and self.words[k] != "there":
                return []
        return []

    def unknown_before(self, i: int) -> bool:
        """Do words that end close before token i say that it is not known, or not said?"""
        for k in range(i - 1, max(self.first, i - _NEAR) - 1, -1):
            if self.unknown(k):
                return True
            if self.t.classes[k] & c.PUNCTUATION:
                return False
        return False

    def unknown_after(self, stop: int) -> bool:
        for k in range(stop, min(self.stop, stop + _NEAR + 3)):
            if self.t.classes[k] & (c.PUNCTUATION | c.RELATIVE) or self.words[k] == "and":
                return False
            if self.unknown(k):
                return True
        return False

    def unknown(self, k: int) -> bool:
        """Does token k end words for what is not known: "unclear", "not yet known", "could not say"?"""
        word, words = self.words[k], self.words
        if word in load_words("modifiers", "unknown"):
            before = k - 1
            while before > self.first and self.t.classes[before] & c.ADVERB:
                before -= 1
            return bool(self.t.classes[before] & c.AUXILIARY) or words[before].startswith("remain")
        if word in load_words("modifiers", "known"):
            return not _NOT.isdisjoint(words[max(self.first, k - 4) : k])
        if word in load_words("modifiers", "say"):
            before_ = words[max(self.first, k - 4) : k]
            return not (_NOT | load_words("modifiers", "unable")).isdisjoint(before_)
        return word == "idea" and words[k - 1] == "no"
