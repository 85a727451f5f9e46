"""Attackers: dead and hurt people whom the text tells to have made the attack ("gunmen stormed …; two gunmen died").

A noun for attackers alone (gunman, bomber) tells it by itself; militants or rebels are attackers only where the text
has told that such people attacked: before, or behind if that is of the same day ("troops killed 12 rebels, who stormed
a post"; not "rebels HAVE attacked for years").
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from figures.extraction.document.told import Told
from figures.extraction.groups.chunks import ADVERB, COMMA, NOUN, PREP, RELATIVE, VERB, Chunk
from figures.extraction.numbers.cardinals import number_words
from figures.extraction.words.sentences import Sentence
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load, load_words, person_groups, plural

_NUMBERED: Final = 3  # tokens before "bombers" in which their number stands
_BEFORE: Final = 30  # tokens before "all three" in which they are told
_REACH: Final = 7  # tokens from "militants" to "attacked"
_PASSIVE: Final = frozenset("was were been be being is are".split())
_PRONOUNS: Final = frozenset("he she".split())
_BLOWN_UP: Final = frozenset("exploded detonated blew".split())
# "shot dead after he stabbed a guard"
_WHEN: Final = frozenset("after when as because while".split())
_ARMED: Final = frozenset("wielding brandishing carrying armed with wearing".split())
_HAVE: Final = frozenset("have has often regularly".split())
_SENTENCES: Final = 3  # back in which his name is told
_RAMPAGES: Final = frozenset(("spree", "rampage"))
_FIRING: Final = (["opened", "fire"], ["opening", "fire"])
_MEANWHILE: Final = _WHEN | {"where", "by"}
_ASIDE: Final = 7  # chunks of an apposition
_ARMS: Final = 9  # chunks in which they are told
_ACTS: Final = 5  # tokens from a person to what he did
_NO_OBJECT: Final = c.PREPOSITION | c.PUNCTUATION | c.CONJUNCTION | c.SUBORDINATOR
_STOPS: Final = frozenset(". ; , ! ?".split())
# that need no object: "fired at guards"
_ALONE: Final = frozenset("fired fires attacked attacks".split())
# behind the verb they tell that nobody else was harmed, or that it was done to him: "shot herself", "found shot dead"
_SHOOTERS: Final = frozenset(
    "police officer officers troops soldiers guards deputies commandos forces".split()
)
_NO_OTHERS: Final = frozenset("himself herself themselves dead by in at on".split())
_NO_ATTACKERS: Final = frozenset("police combatant peacekeeper official".split())


@cache
def _assailants() -> frozenset[str]:
    """Nouns for people who may attack, in the singular and the plural."""
    listed = (load("incidents")["assailants"] + " " + load("people")["attackers"]).split()
    entries = [entry.partition("/") for entry in listed]
    return frozenset(form for one, _, many in entries for form in (one, many or plural(one)))


@cache
def _violence() -> frozenset[str]:
    return load_words("incidents", "violence")


@cache
def _attacking() -> frozenset[str]:
    return frozenset(load("incidents")["attacking"].split())


def mark_attackers(tokens: Tokens, sentences: Sequence[Sentence], told: Sequence[Told]) -> None:
    """Give the group attacker to those of the dead and hurt who made the attack."""
    names = _assailants()
    found = [t for t in told if _noun(tokens, t) in names and "attacker" not in t.counted.groups]
    first = _first_attack(tokens) if found else 0
    later = first < len(tokens) and _HAVE.isdisjoint(tokens.words[first : first + _REACH])
    attacked = {_noun(tokens, t) for t in found if first < t.counted.first}
    for t in found:
        # "a suspect is dead … the suspect fired"
        one = t.counted.value == 1 and _noun(tokens, t) in attacked
        if first < t.counted.first or later or one:
            t.attack()
    for i, t in enumerate(told):
        counted = t.counted
        groups = counted.groups
        if t.category not in ("killed", "injured") or "attacker" in groups:
            continue
        if (
            counted.head is None
            and (
                _all_of_them(tokens, t)
                or i
                and tokens.words[counted.stop - 1] in ("other", "others")
                and (_the_other(tokens, t, told[i - 1]) or _second_of(tokens, sentences, t))
            )
            or counted.value == 1
            and _NO_ATTACKERS.isdisjoint(groups)
            and (
                _attacks(tokens, t, told)
                or t.index
                and _attacked_before(tokens, sentences[t.index - 1], t)
                or _attacked_before(tokens, t.sentence, t)
                or _had_attacked(tokens, t)
                or _rammed(tokens, t)
                or _alone_killed(tokens, t)
                or _on_a_rampage(tokens, sentences, t)
                or _by_him(tokens, t)
            )
        ):
            t.attack()


def _by_him(tokens: Tokens, t: Told) -> bool:
    """ "A teacher was stabbed BY A MAN, who was shot dead": who did it to another?"""
    at = t.counted.first
    return tokens.words[at - 1] == "by" and tokens.words[at - 2] in _violence()


def _alone_killed(tokens: Tokens, t: Told) -> bool:
    """ "The gunman was THE ONLY PERSON killed"."""
    at = t.counted.first
    told = tokens.words[max(0, at - 3) : at] == ["was", "the", "only"]
    return told and at > 3 and "attacker" in person_groups().get(tokens.words[at - 4], ())


def _the_other(tokens: Tokens, t: Told, before: Told) -> bool:
    """Is this the other of two attackers: "one of the gunmen was shot dead, the other was hurt"?"""
    if tokens.words[t.counted.stop - 1] not in ("other", "others") or before.index != t.index:
        return False
    return "attacker" in before.counted.groups


def _second_of(tokens: Tokens, sentences: Sequence[Sentence], t: Told) -> bool:
    """ "Two bombers came. ONE blew up his vest, killing a boy; THE OTHER was shot dead": the other of the attackers?"""
    first = t.sentence.first
    if tokens.words[t.counted.stop - 1] != "other" or not t.index or tokens.words[first] != "one":
        return False
    before = sentences[t.index - 1]
    for i in range(before.first + 1, before.stop):
        if tokens.classes[i] & c.ATTACKER:
            near = tokens.classes[max(before.first, i - _NUMBERED) : i]
            return any(bits & c.NUMERAL for bits in near)
    return False


def _attacks(tokens: Tokens, t: Told, told: Sequence[Told]) -> bool:
    """Does the sentence tell that this person hurt others: "a man stabbed two guards before he was shot"?"""
    at = _past_apposition(t.chunks, t.reading.at)
    while at < len(t.chunks) and t.chunks[at].kind in (ADVERB, RELATIVE):
        at += 1
    at = _past_arms(tokens, t, at)
    if at + 1 >= len(t.chunks) or at == t.reading.by:
        return False
    verb = t.chunks[at]
    if verb.kind != VERB or verb.passive:
        return False
    if tokens.words[verb.stop - 1 : verb.stop + 1] in (["opened", "fire"], ["opens", "fire"]):
        return True
    if not verb.finite:
        return False
    if tokens.words[verb.stop - 1] not in _violence():
        return False
    after = t.chunks[at + 1]
    if tokens.classes[after.first] & (c.WEEKDAY | c.TIME | c.MONTH):
        return False  # "one of those shot on Sunday died"
    if tokens.classes[after.first] & c.NUMERAL and after.first + 1 < len(tokens):
        if tokens.words[after.first + 1] == "times" or tokens.classes[after.first + 1] & c.TIME:
            return False  # "a man stabbed SEVEN TIMES died", "a woman shot 12 HOURS earlier"
    if tokens.words[after.first] in _NO_OTHERS:
        return False
    return after.kind == NOUN or any(
        o.index == t.index and o.reading.by == at < o.reading.at for o in told
    )


def _past_apposition(chunks: list[Chunk], at: int) -> int:
    """The chunk behind the ages and descriptions of the one at chunk ``at``, who may be told by the last of them:
    "Omar Belkin, 51, A COOK AT THE INN, opened fire"."""
    i = at + 1
    if at and chunks[at - 1].kind == COMMA:
        while i < len(chunks) and chunks[i].kind in (PREP, NOUN):
            i += 1
        return i + 1 if i < len(chunks) and chunks[i].kind == COMMA else at + 1
    while i < len(chunks) and chunks[i].kind == COMMA:
        near = chunks[i + 1 : i + _ASIDE]
        close = next((n for n, x in enumerate(near) if x.kind in (COMMA, VERB)), None)
        if not close or near[close].kind == VERB:
            return i  # "killed 1, injured 3": no apposition
        i += close + 1
        if i + 1 < len(chunks) and chunks[i + 1].kind == VERB:
            return i + 1
    return i


def _past_arms(tokens: Tokens, t: Told, at: int) -> int:
    """The chunk behind what is told of somebody's arms: "a man WIELDING A SWORD stabbed two guards"."""
    if at >= len(t.chunks) or tokens.words[t.chunks[at].first] not in _ARMED:
        return at
    for k in range(at + 1, min(len(t.chunks), at + _ARMS)):
        chunk = t.chunks[k]
        if chunk.kind == VERB and tokens.words[chunk.stop - 1] in _violence():
            return k
    return at


def _attacked_before(tokens: Tokens, before: Sentence, t: Told) -> bool:
    """Is this, told as "he" or "the man", who attacked in the sentence before, or before a semicolon of his own ("a
    gunman fired on a bus; he was shot dead")?"""
    words, classes = tokens.words, tokens.classes
    first = t.counted.first
    opens = first == t.sentence.first
    if before is t.sentence and (opens or words[first - 1] != ";"):
        return False
    he = words[first] in _PRONOUNS and (opens or before is t.sentence)
    if not he and words[first] != "the":
        return False
    for i in range(before.first, min(before.stop, first) if before is t.sentence else before.stop):
        if classes[i] & c.PERSON_ONE and (he or words[i] == _noun(tokens, t)):
            if not _NO_ATTACKERS.isdisjoint(person_groups().get(words[i], ())):
                return False
            return bool(classes[i] & c.ATTACKER) or _violent(words, i + 1, before.stop)
    return False


def _had_attacked(tokens: Tokens, t: Told) -> bool:
    """ "Police shot a man dead AFTER HE STABBED two guards", "police shot dead a man WHO HAD STABBED two guards"."""
    words = tokens.words
    stop = t.sentence.stop
    who = t.counted.stop
    if words[who : who + 1] == ["who"] and who + 3 < stop:
        k = who + 1 + (words[who + 1] == "had")
        armed = not _SHOOTERS.isdisjoint(words[t.sentence.first : t.counted.first])
        if armed and words[k] in _violence() and words[k + 1] not in _NO_OTHERS - {"dead"}:
            return True
    for i in range(t.counted.stop, stop - 2):
        if words[i] in _WHEN and words[i + 1] in _PRONOUNS:
            had = words[i + 2] == "had"
            k = i + 2 + had
            return words[k] in _violence() and _NO_OTHERS.isdisjoint(words[k + 1 : k + 2])
    return False


def _rammed(tokens: Tokens, t: Told) -> bool:
    """ "A truck RAMMED the gate AND EXPLODED, killing its driver"."""
    words = tokens.words
    if _noun(tokens, t) != "driver" or words[t.counted.stop : t.counted.stop + 1] == ["of"]:
        return False
    before = words[t.sentence.first : t.counted.first]
    return "rammed" in before and not _BLOWN_UP.isdisjoint(before)


def _on_a_rampage(tokens: Tokens, sentences: Sequence[Sentence], t: Told) -> bool:
    """Does a sentence open with the name of this one and tell that he opened fire: "OMAR BELKIN walked in and OPENED
    FIRE. … Belkin was shot dead"?"""
    if t.counted.counted != "named" or t.counted.head is not None:
        return False
    words, name = tokens.words, tokens.words[t.counted.stop - 1]
    for sentence in sentences[max(0, t.index - _SENTENCES) : t.index + 1]:
        i = sentence.first
        while (
            i < sentence.stop
            and words[i] != name
            and (tokens.capital(i) or tokens.classes[i] & c.PERSON)
        ):
            i += 1
        if words[i] != name:
            continue
        for k in range(i + 1, sentence.stop):
            if words[k] in _RAMPAGES or words[k : k + 2] in _FIRING:
                return True
            if (
                words[k] in _PASSIVE
                or words[k] in _MEANWHILE
                and not (k + 1 < sentence.stop and tokens.classes[k + 1] & c.DIGIT)
            ):
                break
    return False


def _violent(words: Sequence[str], start: int, stop: int) -> bool:
    """Do the next words tell what somebody did to others, and not what was done to him?"""
    for k in range(start, min(stop - 1, start + _ACTS)):
        if words[k] in _PASSIVE or words[k] in _STOPS:
            return False
        if words[k] in _violence():
            return words[k + 1] not in _NO_OTHERS | {"and"} or words[k] in _ALONE
    return False


def _all_of_them(tokens: Tokens, t: Told) -> bool:
    """Are these all of the attackers told just before: "two gunmen stormed the hotel; both were shot dead"?"""
    words, classes = tokens.words, tokens.classes
    first = t.counted.first
    whole = words[first] == "both" or first and words[first - 1] in ("all", "the", "these")
    if not whole or t.counted.value is None:
        return False
    for i in range(first - 1, max(0, first - _BEFORE), -1):
        if classes[i] & c.PERSON:
            near = words[max(0, i - 3) : i]
            counted = any(number_words().small.get(w) == t.counted.value for w in near)
            counted = counted or str(t.counted.value) in near
            if words[first] == "both" and not classes[i] & c.ATTACKER:
                if counted:
                    return _violent(words, i + 1, first)  # "two men stabbed a cook. BOTH were shot"
                continue
            return bool(classes[i] & c.ATTACKER) and counted
        if words[i] == words[first] and words[i - 1] in ("the", "all", "these"):
            return _violent(words, i + 1, first)  # "THE TWO opened fire. … The two were shot dead"
    return False


def _noun(tokens: Tokens, t: Told) -> str:
    """The noun of a count; of "rebels, 13 IN TOTAL" the one before the comma."""
    head, first = t.counted.head, t.counted.first
    if head is not None:
        return tokens.words[head]
    after = tokens.words[t.counted.stop : t.counted.stop + 2]
    apposed = after in (["in", "total"], ["in", "all"]) and tokens.words[first - 1] == ","
    return tokens.words[first - 2] if apposed and first > t.sentence.first + 1 else ""


def _first_attack(tokens: Tokens) -> int:
    """The first token that names people who are told to attack; the number of tokens where none is."""
    words, classes = tokens.words, tokens.classes
    names = _assailants()
    for i, word in enumerate(words):
        if word not in names:
            continue
        if classes[i] & c.ATTACKER or i and words[i - 1] == "by":
            return i
        if words[i - 2 : i] == ["by", "the"] and classes[i - 3] & c.TRIGGER:
            return i  # "two were wounded by the terrorists"
        for k in range(i + 1, min(len(words), i + _REACH)):
            if words[k] in (".", ";") or words[k] in _PASSIVE:
                break
            if words[k] in _attacking() and not classes[k - 1] & c.DETERMINER:
                after = classes[k + 1] if k + 1 < len(words) else c.PUNCTUATION
                if classes[k] & c.TRIGGER and after & _NO_OBJECT:
                    break  # "three militants KILLED IN a raid"
                return i
    return len(words)
