"""Verb groups: auxiliaries, adverbs, negation, the main verb ("had since been badly hurt") and what is joined to it."""

from __future__ import annotations

from typing import Final

from figures.categories import Trigger
from figures.extraction.groups.chunks import NOUN, PUNCTUATION, QUOTE, VERB, Chunk
from figures.extraction.groups.named import SELVES
from figures.extraction.groups.questions import Questions
from figures.lexicon import classes as c
from figures.lexicon import infinitives, load_words, participles

# verbs after which the one that tells may still come: "were known to have died", "was found dead"
_BEFORE_ANOTHER: Final = frozenset(
    "reported said left found discovered listed shot believed known confirmed declared pronounced scheduled slated"
    " expected due".split()
)
# the same, behind "was"
_SAID_TO_BE: Final = frozenset(
    "alleged claimed rumoured rumored classified identified listed diagnosed categorised categorized assessed"
    " recorded registered documented verified counted logged estimated projected".split()
)
_BETWEEN: Final = frozenset("all both each first".split())  # an auxiliary and its participle
_BE: Final = frozenset(
    "been be being is are was were am get got gets become became becomes wasn't weren't isn't aren't".split()
)
_HARMS: Final = frozenset("killed injured casualties".split())
_HAVE: Final = frozenset("has have had having 've 's hasn't haven't hadn't".split())
_GET: Final = frozenset("get gets got getting".split())
_JOINTS: Final = ("and", "or", "/")
# in headlines: "shot, killed"
_JOINING: Final = dict.fromkeys(("shot", "stabbed"), (*_JOINTS, ","))
_WHEN: Final = c.WEEKDAY | c.TIME | c.MONTH
_OF_TIMES: Final = frozenset("on at in the last this early late past of".split())
# verbs that are nouns too
_ACTS: Final = frozenset("arrest rescue capture murder kidnap release".split())
_TIME_LONG: Final = 7  # tokens of a time inside a verb group
_PARTICLES: Final = frozenset("up down off out away over".split())


class VerbGroups(Questions):
    """Reads the verb groups of one sentence."""

    def is_base_verb(self, i: int) -> bool:
        if self.t.classes[i] & c.ADVERB and i + 1 < self.stop:
            i += 1  # "to still be displaced"
        return (
            any(trigger.form == "base" for _, trigger in self.triggers.get(i, ()))
            or bool(self.t.classes[i] & (c.VERB | c.AUXILIARY))
            or self.t.words[i] in infinitives()
        )

    def join(self, chunk: Chunk) -> None:
        """Take in coordinated verbs: "shot and killed", "killed or injured"."""
        t = self.t
        while (
            chunk.stop + 1 < self.stop
            and t.words[chunk.stop] in _JOINING.get(t.words[chunk.stop - 1], _JOINTS)
            and (k := self.past_degree(chunk.stop + 1))
            and (self.classes(k) & c.VERB or k in self.triggers)
            and k not in self.numbers
            and any(
                t_.form.startswith("past") or t_.form == "participle"
                for _, t_ in self.triggers.get(k, ())
            )
            and chunk.main is not None
            and {x.form for *_, x in chunk.triggers} != {"s"}  # "burned HOUSES and hurt six"
            and not chunk.to  # "forced 900 TO FLEE and damaged 40 homes"
        ):
            here = [(k, e, x) for e, x in self.triggers[k]]  # "shot and BADLY wounded"
            stop = max(e for _, e, _ in here)
            if self.leaving and chunk.main == chunk.first and self.begins_group(stop):
                return  # "left three workers HURT and killed 12"
            chunk.triggers += tuple(here)
            chunk.stop = stop

    def past_degree(self, k: int) -> int:
        """The token after how badly somebody was wounded besides: "shot and BADLY wounded", not "or badly damaged"."""
        if self.t.words[k] not in load_words("modifiers", "degrees"):
            return k
        hurt = any(x.category in _HARMS for _, x in self.triggers.get(k + 1, ()))
        return k + 1 if hurt else k

    def begins_group(self, i: int) -> bool:
        """Is there a number, an age, an article or a name at token i?"""
        if i >= self.stop:
            return False
        numbered = i in self.numbers or i in self.large or i in self.taken
        return numbered or self.t.capital(i) or bool(self.classes(i) & (c.ARTICLE | c.DETERMINER))

    def at_least(self, k: int) -> bool:
        """Does "at least" at token k say how much, before an adverb: "were at least partly destroyed"?"""
        return self.t.words[k + 1 : k + 2] == ["least"] and bool(self.classes(k + 2) & c.ADVERB)

    def as_what(self, k: int) -> int:
        """The word that tells behind "as" at token k: "confirmed as MISSING", "classified as “totally DESTROYED”"; else
        k."""
        i = k + 1
        while i + 1 < self.stop and (self.t.words[i] == '"' or self.classes(i) & c.ADVERB):
            i += 1
        return i if i in self.triggers else k

    def verb(self, i: int) -> Chunk:
        """A verb group from token i: auxiliaries, adverbs, negation, then the main verb."""
        t = self.t
        chunk = Chunk(VERB, i, i + 1)
        k = i
        be = False
        while k < self.stop:
            word, bits = t.words[k], t.classes[k]
            if k in self.numbers:
                break
            get_out = word in _GET and t.words[k + 1 : k + 2] == ["out"]  # "GOT OUT alive"
            if bits & c.AUXILIARY and not (k in self.triggers and (word in _HAVE or get_out)):
                if word in _BE or word.startswith("remain"):
                    be = True
                chunk.finite |= word not in ("been", "be", "being", "having", "getting")
                chunk.have |= word in _HAVE
                chunk.negated |= bool(bits & c.NEGATION)
            elif bits & c.MODAL:
                chunk.modal = chunk.finite = True
                chunk.negated |= word == "cannot" or bool(bits & c.NEGATION)
            elif word == "to" and k + 1 < self.stop and self.is_base_verb(k + 1):
                chunk.to, be = True, False  # "are believed TO have killed 40"
            elif word in ("not", "never"):
                chunk.negated = True
            elif (
                bits & c.PUNCTUATION
                and PUNCTUATION.get(word) == QUOTE
                and be
                and self.quoted_end(k)
            ):
                pass  # "were “partially damaged”"
            elif word == "(" and be and t.words[k + 2 : k + 3] == [")"]:
                if not (t.classes[k + 1] & c.ADVERB or self.manner(k + 1)):
                    break
                k += 2  # "were (COMPLETELY) destroyed"
            elif word in ("to", "or") and t.classes[k - 1] & self.classes(k + 1) & c.ADVERB:
                pass  # "were lightly to moderately hurt"
            elif word == "at" and chunk.finite and self.at_least(k):
                k += 1  # "was AT LEAST partially damaged"
            elif chunk.have and t.words[k : k + 2] == ["for", "now"] and self.before_verb(k + 2):
                k += 1  # "have FOR NOW been arrested"
            elif word == "since" and chunk.have and self.before_verb(k + 1):
                pass  # "have since escaped"
            elif word == "yet" and chunk.negated and self.before_verb(k + 1):
                pass  # "have not yet been found"
            elif word in _BETWEEN and chunk.finite and k + 1 in self.triggers:
                pass  # "were ALL killed": it stands with the subject; "were FIRST killed at a party"
            elif word in SELVES and be and k + 1 in self.triggers:
                pass  # "was HIMSELF shot dead"
            elif k in self.triggers and (here := self.telling(k, chunk)):
                chunk.triggers = tuple(here)
                chunk.main, chunk.stop = k, max(e for _, e, _ in here)
                # "is assisting 12"; but of whom somebody "was strangling" it is not told that they died
                chunk.passive = be and any(
                    x.form != "ing" or x.category in _HARMS and word != "treating" for *_, x in here
                )
                self.join(chunk)
                follow = chunk.stop  # "feared dead", "reported missing", "are feared to have died"
                if (
                    t.classes[k] & c.HEDGE
                    and follow < self.stop
                    and (t.words[follow] == "to" or follow in self.triggers)
                ):
                    k = follow
                    continue
                return chunk
            elif bits & c.HEDGE and chunk.finite:
                # feared, believed, presumed: what follows tells more
                chunk.main = k
            elif bits & (c.ADVERB | c.HEDGE) or self.manner(k):
                pass
            elif chunk.finite and self.hyphened(k) and self.manner(k + 2):
                k += 2  # "were PRE-EMPTIVELY evacuated"
            elif (
                bits & (c.VERB | c.SAID)
                or self.past(k)
                or be
                and word.endswith("ed")
                and not bits
                and not self.named(k)  # "were tied"
                or (chunk.to or chunk.modal)
                and word in infinitives()
            ) and not bits & c.PREPOSITION:
                if chunk.main is not None and not t.classes[chunk.main] & c.HEDGE:
                    break
                chunk.main, chunk.stop, chunk.passive = k, k + 1, be
                finite = bits & c.VERB and not word.endswith("ed") and word not in participles()
                acts = not chunk.to and not word.endswith("ing")
                chunk.finite |= acts and bool(bits & c.SAID or finite)
                if be and t.words[k + 1 : k + 2] and t.words[k + 1] in _PARTICLES:
                    if self.classes(k + 2) & (c.PUNCTUATION | c.CONJUNCTION | c.PREPOSITION):
                        chunk.stop = k + 2  # "were tied up, beaten and killed"
                if bits & c.HEDGE or word in _BEFORE_ANOTHER or be and word in _SAID_TO_BE:
                    k += 1
                    if t.words[k : k + 1] == ["as"]:
                        k = self.as_what(k)
                    chunk.stop = k
                    continue
                self.join(chunk)
                return chunk
            elif (be or chunk.have) and chunk.main is None and (after := self.past_time(k)):
                k = chunk.stop = after
                continue
            else:
                break
            k += 1
            chunk.stop = k
        chunk.passive = chunk.passive or (be and chunk.main is not None)
        return chunk

    def telling(self, k: int, chunk: Chunk) -> list[tuple[int, int, Trigger]]:
        """The phrases from token k on that go on with a verb group; behind "found" or "said" no base form does, as in
        "found DAMAGE to 40 homes"."""
        barred = {"noun", "nouns"}
        if chunk.main is not None and not chunk.to and not self.t.classes[chunk.main] & c.HEDGE:
            barred |= {"base", "s"}
        return [(k, e, x) for e, x in self.triggers[k] if x.form not in barred]

    def past_time(self, k: int) -> int:
        """The token after a time told between an auxiliary and its verb ("were ON MONDAY NIGHT shot dead"); else 0."""
        words, comma = self.t.words, self.t.words[k] == ","
        i, timed = k + comma, False
        while i < min(self.stop, k + _TIME_LONG):
            if self.t.classes[i] & _WHEN:
                timed = True
            elif words[i] not in _OF_TIMES and not self.t.classes[i] & c.DIGIT:
                break
            i += 1
        if comma and (i >= self.stop or words[i] != ","):
            return 0
        i += comma
        told = i in self.triggers or words[i : i + 1] == ["been"]
        return i if timed and told and i < self.stop else 0

    def quoted_end(self, k: int) -> bool:
        """Does the quote mark at token k open a quote of a participle and its adverb?"""
        i = k + 1
        while i < self.stop and i < k + 3 and self.t.classes[i] & c.ADVERB:
            i += 1
        end = max((e for e, _ in self.triggers.get(i, ())), default=0)
        return i < end < self.stop and PUNCTUATION.get(self.t.words[end]) == QUOTE

    def acts_on(self, i: int, stop: int, before: Chunk | None) -> bool:
        """Is a word that is a noun too the verb of a headline: "Police ARREST 12 over riots"?"""
        if before is None or before.kind != NOUN or stop not in self.numbers:
            return False
        if before.first != self.first or self.t.words[i].removesuffix("s") not in _ACTS:
            return False
        who, word = self.t.classes[before.stop - 1], self.t.words[before.stop - 1]
        return bool(who & c.PERSON) or word[-1] == "s" or word in ("army", "navy", "coastguard")
