"""Verb frames: passive, active and intransitive shapes, and adjectives after a copula."""

from __future__ import annotations

from typing import Final

from figures.categories import Trigger
from figures.extraction.frames.aboard import aboard_behind, aboard_object
from figures.extraction.frames.asides import (
    PART_WORDS,
    apposition,
    be_behind,
    opener,
    parts_between,
)
from figures.extraction.frames.clauses import subject
from figures.extraction.frames.company import (
    EXCEPTING,
    acted_upon,
    agreeing_subject,
    all_before,
    all_of_whom,
    all_told,
    behind_those,
    busy,
    gerund,
    holds_people,
    label_beside,
    left_so,
    not_excepted,
    of_whom_told,
    one_of_some,
    one_word,
    own_bearers,
    tells_some,
)
from figures.extraction.frames.either import Either
from figures.extraction.frames.joined import before_age, companions
from figures.extraction.frames.objects import counts_after, missed, objects
from figures.extraction.frames.pronouns import antecedent
from figures.extraction.frames.tolls import given_out
from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    CLOSE,
    COMMA,
    COUNT,
    NOUN,
    OPEN,
    PREP,
    RELATIVE,
    STOP,
    TRIGGER,
    VERB,
    Chunk,
)
from figures.extraction.groups.people import OWNED
from figures.extraction.groups.phrases import particle
from figures.lexicon import classes as c
from figures.lexicon import load_words

_WHEN: Final = c.WEEKDAY | c.TIME | c.MONTH
_OBJECTS: Final = frozenset("his her their my our him them us".split())  # begin what is acted on
_SHARED: Final = 12  # chunks between participles that share an auxiliary
_FIRED: Final = frozenset("fired fire fires firing heard".split())
_INCLUDE: Final = frozenset("include includes included comprise comprises comprised".split())
_OF_CRIMES: Final = frozenset(
    "charge charges count counts trial case cases conviction suspect suspects investigation warrant warrants".split()
)
_BE: Final = frozenset("was were is are".split()) | _INCLUDE


class VerbFrames(Either):
    """What the verb groups of a sentence tell of counted groups."""

    def verb(self, k: int, chunk: Chunk) -> None:
        if "or" in self.words and (self.either(chunk) or self.one_of_list(k)):
            return
        if self.owned_noun(k, chunk) or self.crime(chunk):
            return
        # category → shape → trigger, as they stand in the text: "kidnapped and released" has one order on every run
        told: dict[str, dict[str, tuple[int, int, Trigger]]] = {}
        for s, e, t in chunk.triggers:
            if chunk.passive and t.shape == "active":
                continue  # "were stabbed, one of them to death" tells nothing of "stabbed … to death"
            shapes = told.setdefault(t.category, {})
            if t.shape not in shapes or self.fitting(t):
                shapes[t.shape] = s, e, t
        if "casualties" in told and {"killed", "injured"}.intersection(told):
            if all(len(t.words) == 1 for *_, t in chunk.triggers if t.category == "casualties"):
                del told["casualties"]
        order = list(told)
        if len(order) > 1:  # the longest phrase first
            order.sort(key=lambda n: -max(e - s for s, e, t in chunk.triggers if t.category == n))
        for category in order:
            self.verb_of(k, chunk, told[category])

    def verb_of(self, k: int, chunk: Chunk, found: dict[str, tuple[int, int, Trigger]]) -> None:
        if "noun_of" in found and self.of(k, found["noun_of"][:2], found["noun_of"][2]):
            return
        if "active" in found and not chunk.passive and not left_so(self.t, self.chunks, k):
            s, e, t = found["active"]
            right = aboard_object(self.t, self.chunks, k) or objects(self.t, self.chunks, k)
            right = right or self.shared_objects(k)
            if right == [k + 1] and label_beside(self.t, self.chunks, k):
                right = []
            if t.form == "ing" and t.category == "casualties" and self.event(k):
                right = [at for at in right if not self.shoots(at)]
            whole = len(t.words) == 1 or particle(self.t, s, self.chunks[-1].stop, t) is None
            if right and (whole or self.closed(right[-1], s, t)):
                if self.add_all(right, k, (s, e), t):
                    return
            if not right and (whole or self.closed(k + 1, s, t)) and self.them(k, (s, e), t):
                return
            if not right and whole and (at := acted_upon(self.t, self.chunks, k)) is not None:
                self.add(at, k, (s, e), t, whole=True)  # "six of the 60 they seized"
                return
            if t.form in ("ing", "base", "s") and "intransitive" not in found:
                return
        if "passive" in found:
            s, e, t = found["passive"]
            if t.category == "casualties" and missed(self.t, e, chunk.passive):
                return
            if t.form in ("participle", "past_participle") and not (
                chunk.have and not chunk.passive
            ):
                if chunk.passive or self.reduced(k):
                    left = self.bearers(k)
                    if not chunk.passive:
                        left = own_bearers(self.chunks, k, left)
                    if (
                        left == [k - 1]
                        and t.category == "freed"
                        and given_out(self.t, self.chunks, k)
                    ):
                        return
                    if not chunk.passive and t.category == "casualties":
                        left = [at for at in left if not self.shoots(at)]
                    if (
                        left == [k - 1]
                        and not chunk.passive
                        or all_of_whom(self.t, self.chunks, k, left)
                    ):
                        # "he was one of three officers killed": three were; but "two of the three drowned"
                        whole = "intransitive" not in found and not tells_some(
                            self.t, self.chunks, left[0], k
                        )
                        self.add(left[0], k, (s, e), t, whole=whole)
                        return
                    if left or chunk.passive:
                        # "Belkin was killed ALONG WITH HIS BROTHER", too, though nobody says who Belkin is
                        left = left + companions(self.t, self.chunks, k)
                    if left:
                        self.add_all(left, k, (s, e), t)
                        return
                    if self.after_be(k, (s, e), t):
                        return
        if "intransitive" in found:
            s, e, t = found["intransitive"]
            left = self.bearers(k)
            if t.form == "ing" and not chunk.finite and not self.reduced(k):
                left = self.of_main_verb(k)
            if (
                left == [k - 2]
                and self.chunks[k - 1].kind == RELATIVE
                and one_of_some(self.chunks[k - 2])
            ):
                self.add(k - 2, k, (s, e), t, whole=True)  # "one of 200 families who fled"
                return
            if left:
                self.add_all(left + companions(self.t, self.chunks, k), k, (s, e), t)
                return
        if "adjective" in found:
            s, e, t = found["adjective"]
            if t.words[-1].endswith("ing") and self.acts_on(k + 1):
                return  # "he is missing two teeth"
            left = (
                self.bearers(k)
                if chunk.passive or chunk.finite and chunk.first != s or self.reduced(k)
                else []
            )
            if left:
                self.add_all(left, k, (s, e), t)
                return
            self.after_be(k, (s, e), t)

    def crime(self, chunk: Chunk) -> bool:
        """ "Faces MURDER CHARGES, a clerk said": does the verb name the crime of what follows, and tell of nobody?"""
        after = self.t.words[chunk.stop : chunk.stop + 1]
        bare = chunk.first == chunk.main and any(t.form == "base" for *_, t in chunk.triggers)
        return bare and not _OF_CRIMES.isdisjoint(after)

    def bearers(self, k: int) -> list[int]:
        """Those whom what the verb at chunk k tells befell."""
        if ":" in self.words and self.heads_count(k):
            return []
        left = agreeing_subject(self.t, self.chunks, k) or aboard_behind(self.t, self.chunks, k)
        if not EXCEPTING.isdisjoint(self.words):
            left = not_excepted(self.t, self.chunks, left)
        if left[-1:] == [k - 1] and self.chunks[k].main == self.chunks[k].first:
            left = self.apart(left)
        return left or all_before(self.t, self.chunks, k)

    def heads_count(self, k: int) -> bool:
        """Is the bare verb at chunk k the label of the count behind its colon: "discharged: 20, DIED: 2"?"""
        bare = self.chunks[k].first == self.chunks[k].main and self.chunks[k - 1].kind == COMMA
        behind = self.chunks[k + 1 : k + 3] if bare and k else []
        colon = behind and self.t.words[behind[0].first] == ":"
        return bool(colon) and [x.kind for x in behind] == [STOP, COUNT]

    def shared_objects(self, k: int) -> list[int]:
        """ "Rescued or intercepted 900 migrants": the object of a verb joined to this one."""
        verb = k + 2
        if verb >= len(self.chunks) or self.chunks[k + 1].kind != AND:
            return []
        other = self.chunks[verb]
        if other.kind != VERB or other.passive or other.have:
            return []
        if self.t.classes[other.stop - 1] & c.SAID:
            return []  # "12 dead and 17 wounded and SAID 60 rebels fell"
        if any(self.fitting(t) for *_, t in other.triggers):
            return []
        return objects(self.t, self.chunks, verb)

    def them(self, k: int, span: tuple[int, int], trigger: Trigger) -> bool:
        """ "Attacked two guards, wounding them", "with 60 aboard, killing all of them"."""
        if everyone := all_told(self.t, self.chunks, k):
            return self.add_all(everyone, k, span, trigger)
        if k + 1 == len(self.chunks) or self.t.words[self.chunks[k + 1].first] != "them":
            return False
        at = antecedent(self.t, self.chunks, k + 1)
        # not who acts: "dozens of clerks FOUGHT to free them"
        acts = {VERB} <= {x.kind for x in self.chunks[at + 1 : k]} <= {VERB, ADVERB}
        return not acts and at <= k and self.add(at, k, span, trigger) is not None

    def of_main_verb(self, k: int) -> list[int]:
        """ "300 families arrived at the camp, fleeing the drought": whose verb stands before the comma."""
        if not k or self.chunks[k - 1].kind != COMMA:
            return []
        for j in range(k - 2, max(-1, k - 8), -1):
            verb = self.chunks[j]
            if verb.kind == VERB:
                plain = verb.main is not None and not verb.passive
                return subject(self.t, self.chunks, j) if plain else []
            if verb.kind not in (NOUN, PREP, ADVERB):
                return []
        return []

    def closed(self, at: int, verb: int, trigger: Trigger) -> bool:
        """Do the words that close the verb's phrase follow its object ("set two barns on fire")?"""
        found = particle(self.t, verb, self.chunks[-1].stop, trigger)
        if found is None:
            return False
        depth = 0  # of brackets
        parts = False  # has "including" been told?
        for chunk in self.chunks[at + 1 :]:
            if chunk.first >= found[0]:
                return True
            if chunk.kind == OPEN:
                depth += 1
            elif chunk.kind == CLOSE:
                depth -= 1
            elif chunk.kind == COUNT and parts:
                continue  # "sent six people, including two boys, to hospital"
            elif not depth and chunk.kind not in (PREP, NOUN, ADVERB, AND, COMMA):
                return False
            parts |= self.t.words[chunk.first] in PART_WORDS
        return False

    def acts_on(self, k: int) -> bool:
        """Is chunk k something that the verb before it acts on, rather than a time?"""
        if k >= len(self.chunks) or self.chunks[k].kind not in (NOUN, COUNT):
            return False
        first = self.chunks[k].first
        words, classes = self.t.words[first : first + 3], self.t.classes[first : first + 3]
        if self.chunks[k].kind == NOUN and words[:2] == ["more", "than"]:
            return False  # "trapped MORE THAN a mile below"
        if words[1:2] == ["of"] and words[0] in load_words("places", "directions"):
            return False  # "abducted NORTH OF Lesk"
        if "-" in words:
            return True  # "killed 65-year-old minister Ruiz"
        long = c.DIGIT if self.chunks[k].kind == NOUN else 0
        for word, bits in zip(words, classes, strict=True):
            if bits & (_WHEN | (long if word == words[0] else 0)):
                return False  # "found dead the following day", "trapped 700 metres below"
            if bits & c.PERSON or word in _OBJECTS:
                break  # "killed HIS wife Saturday"
        return True

    def reduced(self, k: int) -> bool:
        """Does a participle without an auxiliary stand by a counted group ("12 people killed in …")?"""
        if k + 1 < len(self.chunks) and self.chunks[k + 1].kind == NOUN and self.acts_on(k + 1):
            return False  # it has an object: "the shooting that killed a teen"
        if counts_after(self.t, self.chunks, k):
            return False  # "hundreds of mourners buried the 12"
        if holds_people(self.chunks, k) or gerund(self.t, self.chunks, k):
            return False  # "a gunman HELD 12 pupils", "saved 12 from DROWNING"
        j = k - 1
        while j >= 0:
            kind = self.chunks[j].kind
            if kind == COUNT or self.chunks[j].count is not None:
                return True
            if kind == COMMA and (at := self.aside_before(j)) is not None:
                j = at - 1
            elif kind in (CLOSE, STOP) and (at := opener(self.t, self.chunks, j)) is not None:
                j = at - 1  # "900 families (4,100 people) displaced"
            elif kind in (ADVERB, RELATIVE) or kind == VERB and not self.chunks[j].finite:
                j -= 1
            elif kind == NOUN and j and self.chunks[j - 1].kind in (PREP, NOUN):
                j -= 2 if self.chunks[j - 1].kind == PREP else 1
            elif (
                kind == NOUN
                and j > 1
                and busy(self.t, self.chunks, j - 1)
                and not self.t.classes[self.chunks[j].stop - 1] & (c.ARTICLE | c.DETERMINER)
            ):
                j -= 2  # "two drivers carrying supplies to a camp killed", not "a man carrying THE INJURED"
            elif kind in (AND, COMMA) and self.shared(j):
                return True
            else:
                break
        return be_behind(self.t, self.chunks, k, _BE) > 0

    def shoots(self, at: int) -> bool:
        """Is it told by a name, "he" or "the man" who "shot" without "was", so that he may be who shot? Or is it the
        shot itself: "fired one shot"?"""
        told = self.chunks[at].count
        if at and self.t.words[self.chunks[at - 1].stop - 1] in _FIRED:
            return True
        if told is None or told.counted != "named":
            return False
        known = self.t.classes[told.first] & c.DETERMINER or self.t.words[told.first] in OWNED
        return told.head is None or bool(known)

    def aside_before(self, j: int) -> int | None:
        """The comma that opens the apposition, the ages or the parts which end with the comma at chunk j."""
        noun = self.chunks[j - 1].kind == NOUN
        if noun and (aged := before_age(self.t, self.chunks, j - 1)) < j - 1:
            return aged + 1  # "found two men, ages 19 and 23, shot"
        at = apposition(self.t, self.chunks, j)
        return parts_between(self.t, self.chunks, j) if at is None else at

    def shared(self, j: int) -> bool:
        """Does the participle after the joint at chunk j share the auxiliary of one before it ("were stopped at
        the gate, searched and abducted")?"""
        i = j - 1
        while i >= 0 and j - i < _SHARED:
            chunk = self.chunks[i]
            if chunk.kind == VERB:
                if chunk.passive:
                    return True
                if chunk.finite and chunk.main is None or chunk.to:
                    return False
                i -= 1
            elif chunk.kind in (ADVERB, PREP, AND, COMMA):
                i -= 1
            elif chunk.kind == NOUN and self.chunks[i - 1].kind == NOUN:
                i -= 1  # "on 21 November"
            elif chunk.kind in (NOUN, COUNT) and self.chunks[i - 1].kind == PREP:
                i -= 2
            else:
                return False
        return False

    def after_be(self, k: int, span: tuple[int, int], trigger: Trigger) -> bool:
        """ "Killed were 12 villagers", "Also injured in the rally was a citizen"."""
        be = be_behind(self.t, self.chunks, k, _BE)
        right = objects(self.t, self.chunks, be) if be else []
        return bool(right) and self.add_all(right, k, span, trigger)

    def inverted(self, k: int) -> None:
        """ "Among the dead were three children", "The victims included a nurse"."""
        if self.t.words[self.chunks[k].stop - 1] not in _BE:
            return
        j = k - 1
        while j >= 0 and self.chunks[j].kind == ADVERB:
            j -= 1
        if j > 1 and self.t.words[self.chunks[k].stop - 1] in _INCLUDE:
            j -= one_word(self.t, self.chunks[j])  # "the rescued PASSENGERS included 12 men"
        j = behind_those(self.t, self.chunks, j)
        if j < 0 or not self.chunks[j].triggers or self.chunks[j].kind not in (TRIGGER, VERB):
            return
        lead = self.t.words[self.chunks[max(0, j - 2)].first : self.chunks[j].first]
        there = self.t.words[self.chunks[k].first - 1] == "there"  # "of the raids THERE WERE 90"
        bare = not j and any(x.form == "nouns" for *_, x in self.chunks[j].triggers)
        if not ({"among"} if there else {"among", "the", "those"}) & set(lead):
            if not bare or self.t.words[self.chunks[k].stop - 1] not in _INCLUDE:
                return  # but "Survivors included a nurse"
        people = {"noun", "adjective", "passive"}
        people |= {"intransitive"} if of_whom_told(self.t, self.chunks, j) else set()
        found = [x for x in self.chunks[j].triggers if x[2].shape in people]
        right = objects(self.t, self.chunks, k)
        if found and right:
            self.add_all(right, j, found[0][:2], found[0][2])
            told, said = self.read.get(j - 1, [])[-1:], self.read.get(right[0], [])[-1:]
            if told and said and len(right) == 1 and "among" not in lead:
                if told[0].counted.value == said[0].counted.value:
                    said[0].restates = told[0]  # "one of the two clerks killed was a woman"
                elif said[0].counted.value == 1 and told[0].counted.head is None:
                    said[0].part_of = told[0]  # "the youngest of the 12 dead was a girl"
