"""Another subject of the verb before, with a count of its own: "the army lost 12 men, THE REBELS 40", "the first bomb
killed eight people, THE SECOND 14"."""

from __future__ import annotations

from typing import Final

from figures.extraction.frames.saying import says_another
from figures.extraction.groups.chunks import ADVERB, AND, COMMA, COUNT, NOUN, PREP, VERB, Chunk
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import phrase_nouns

_COUNTING: Final = frozenset(
    "reported counted recorded received registered listed announced confirmed".split()
)
_BODIES: Final = frozenset("army military navy police government militia ministry".split())
_LATER: Final = frozenset("second third other latter".split())
_EARLIER: Final = frozenset("first second one former".split())


def of_another(tokens: Tokens, chunks: list[Chunk], k: int) -> bool:
    """ "The clinic admitted 24 hurt AND THE HOSPITAL 17", "it reported SIX MORE": is it told who or what counts, or
    caused, those of chunk k?"""
    before, counted = chunks[k - 1], chunks[k].count
    if says_another(tokens, chunks, k):
        return True
    if before.kind == VERB and not before.passive and not before.triggers:
        adding = counted is not None and counted.adding
        return adding and tokens.words[before.stop - 1] in _COUNTING
    if before.kind == PREP:
        return put_by_others(tokens, chunks, k)
    last = tokens.words[before.stop - 1]
    if last in _LATER and before.kind in (NOUN, ADVERB):
        return _of_the_second(tokens, chunks, k)
    if before.kind != NOUN or before.count:
        return False
    joint = chunks[k - 2].kind if k > 2 else None
    if joint not in (AND, COMMA) or not any(x.kind == VERB for x in chunks[: k - 2]):
        return False
    body = tokens.classes[before.stop - 1] & c.PERSON and last.endswith("s") or last in _BODIES
    if joint == COMMA or not body and (last,) not in phrase_nouns("hospital"):
        return _like_the_first(tokens, chunks, before, bool(body))
    return True


def _like_the_first(tokens: Tokens, chunks: list[Chunk], who: Chunk, body: bool) -> bool:
    """ "LENIA hosts 900 refugees and ORDA 300", "THE ARMY lost 12 men, THE REBELS 40": is it like the subject?"""
    subject, verb = chunks[:2]
    if subject.kind != NOUN or verb.kind != VERB or verb.passive or subject.count:
        return False
    names = (subject, who)
    articles = [bool(tokens.classes[x.first] & (c.ARTICLE | c.DETERMINER)) for x in names]
    if body:
        return bool(
            tokens.classes[who.first] & c.ARTICLE == tokens.classes[subject.first] & c.ARTICLE
        )
    return articles[0] == articles[1] and all(
        tokens.capital(min(x.first + articles[0], x.stop - 1)) for x in names
    )


def _of_the_second(tokens: Tokens, chunks: list[Chunk], k: int) -> bool:
    """ "The first bomb KILLED eight people, THE SECOND 14": right behind what the first did to others?"""
    joint = k - 1
    while joint > 0 and chunks[joint].kind in (NOUN, ADVERB):
        joint -= 1  # "the second": an ordinal is a chunk of its own
    if joint < 3 or chunks[joint].kind not in (AND, COMMA):
        return False
    joint -= chunks[joint - 1].kind == COMMA
    verb = next((i for i in range(joint - 1, 0, -1) if chunks[i].kind == VERB), 0)
    subject = tokens.words[chunks[0].first : chunks[verb].first]
    active = bool(chunks[verb].triggers) and not chunks[verb].passive
    return active and not _EARLIER.isdisjoint(subject) and chunks[verb + 1].kind == COUNT


def put_by_others(tokens: Tokens, chunks: list[Chunk], k: int) -> bool:
    """ "Some sources put the toll AT 34, OTHERS AT 50": behind the same word as the count before?"""
    if k < 5 or chunks[k - 3].kind not in (AND, COMMA) or tokens.words[chunks[k - 1].first] != "at":
        return False
    who, told = chunks[k - 2], k - 4 - (chunks[k - 4].kind == COMMA)
    others = who.kind == NOUN or tokens.words[who.first : who.stop] == ["others"]
    return others and chunks[told].kind == COUNT and tokens.words[chunks[told - 1].first] == "at"
