"""How far a modifier reaches: forward to the end of its clause, or back to the beginning of it.

As in medspaCy's ConText, a reach ends where another clause begins. A clause may hold one finite verb; the
complement of a verb ("threatened to …", "may …") none. A relative clause inside a reach is stepped over: what it
tells is told as a fact ("denied that the bomb that killed 12 was theirs").
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from figures.extraction.frames.asides import is_dash, opener
from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    CLAUSE,
    CLOSE,
    COMMA,
    COUNT,
    NOUN,
    OPEN,
    PREP,
    QUOTE,
    RELATIVE,
    STOP,
    TRIGGER,
    VERB,
    Chunk,
)
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import infinitives, load_words

FAR: Final = 40  # chunks that a reach covers at most
_AHEAD: Final = 8  # chunks looked at to tell whether a new clause begins
_BASE: Final = frozenset(("base",))
_PARTICIPLES: Final = frozenset(("participle", "past_participle"))
_AS_A_RESULT: Final = (["a", "result", "of"], ["a", "consequence", "of"])
Ranges = tuple[tuple[int, int], ...]  # of tokens


def terminators() -> frozenset[str]:
    """Words that open another clause or leave the main one: after, since, because, where, how."""
    return load_words("modifiers", "terminators")


def leaves(tokens: Tokens, chunk: Chunk) -> bool:
    """Does the chunk begin with a word that leaves the clause before it?"""
    word = tokens.words[chunk.first]
    if word not in terminators() or chunk.kind in (COUNT, VERB):
        return False
    after = tokens.words[chunk.first + 1 : chunk.first + 4]
    return word != "as" or after[:1] != ["of"] and after not in _AS_A_RESULT


def opens(tokens: Tokens, chunk: Chunk) -> bool:
    """Does the chunk open a clause of its own (which "so far" does not)?"""
    return chunk.kind == CLAUSE and tokens.words[chunk.first : chunk.first + 2] != ["so", "far"]


def begins_clause(tokens: Tokens, chunks: list[Chunk], k: int, stop: int) -> bool:
    """Does a subject with a finite verb, or a finite verb alone, begin at chunk k?"""
    for i in range(k, min(k + _AHEAD, stop)):
        chunk = chunks[i]
        if chunk.kind == VERB:
            if chunk.finite or i == k:
                return chunk.finite and (i == k or not _reduced(tokens, chunks, i))
            return i + 1 < stop and _governs(tokens, chunks, i)
        if chunk.kind not in (NOUN, COUNT, TRIGGER, ADVERB, PREP, AND, QUOTE):
            return False
    return False


def _governs(tokens: Tokens, chunks: list[Chunk], i: int) -> bool:
    """A past form with a subject before it and an object after it: "the ministry counted 12 dead", "flooding caused an
    outbreak"."""
    chunk, before = chunks[i], chunks[i - 1]
    past = tokens.words[chunk.stop - 1].endswith("ed") and not chunk.passive
    doing = before.kind == VERB and tokens.words[before.stop - 1].endswith("ing")
    return (
        i + 1 < len(chunks)
        and past
        and (before.kind == NOUN or doing and i > 0)
        and chunks[i + 1].kind in (NOUN, COUNT, CLAUSE)
    )


def _reduced(tokens: Tokens, chunks: list[Chunk], i: int) -> bool:
    """A participle that may stand without its auxiliary: "12 people killed"."""
    chunk = chunks[i]
    if (
        chunk.passive
        or chunk.have
        or chunk.modal
        or chunks[i - 1].kind not in (COUNT, NOUN, ADVERB)
    ):
        return False
    return any(
        t.shape == "passive" and t.form in ("past_participle", "participle")
        for *_, t in chunk.triggers
    )


def forward(tokens: Tokens, chunks: list[Chunk], first: int, k: int, clause: bool) -> Ranges:
    """The tokens reached from token ``first``, in chunk k, on: a clause, or else a complement."""
    room = 1 if clause else 0  # finite verbs that may still come
    skipping = 0  # finite verbs until a relative clause is over and the main verb comes
    begin = first
    perfect = not clause and chunks[k].have
    found: list[tuple[int, int]] = []
    stop = end = min(len(chunks), k + FAR)
    for i in range(k, stop):
        chunk = chunks[i]
        kind = chunk.kind
        if chunk.first < first:
            continue
        verb = kind == VERB and chunk.finite and tokens.words[chunk.first] != "to"
        if skipping:
            skipping -= verb and not _reduced(tokens, chunks, i)
            if kind == STOP and not is_dash(tokens, chunk):
                return tuple(found)
            if skipping or not verb:
                continue
            begin, room = chunk.first, 0
        elif _ends(tokens, chunks, i, stop, clause):
            verbal = i + 1 < stop and chunks[i + 1].kind == VERB
            if room and kind == COMMA and verbal and any(x.kind == COMMA for x in chunks[k:i]):
                continue  # "earlier the mayor, Ana Ruiz, HAD SAID": its verb is still to come
            end = i
            break
        elif kind == RELATIVE or _of_an_event(tokens, chunks, i):
            if not room:
                end = i
                break
            found.append((begin, chunk.first))
            skipping = 2
        elif tokens.words[chunk.first] == "that":
            room = 1  # "… and that five of them died"
        elif verb and not (clause and tokens.classes[chunk.stop - 1] & c.SAID):
            if not room and not _goes_on(tokens, chunks, i, clause, perfect):
                end = i
                break
            room = 0
    if not skipping:
        last = chunks[end].first if end < len(chunks) else chunks[-1].stop
        if begin < last:
            found.append((begin, last))
    return tuple(found)


def _of_an_event(tokens: Tokens, chunks: list[Chunk], i: int) -> bool:
    """Does "that" go on about an event: "whether the shooting THAT left 12 dead was planned"?"""
    if i == 0 or tokens.words[chunks[i].first] != "that" or chunks[i].kind != CLAUSE:
        return False
    before = chunks[i - 1]
    alone = before.kind == VERB and before.stop - before.first == 1
    return alone and tokens.words[before.first] in load_words("incidents", "events")


def _goes_on(tokens: Tokens, chunks: list[Chunk], i: int, clause: bool, perfect: bool) -> bool:
    """Does a reach that has its verb go on over the verb at chunk i: "to kill and injure", "12 died and 30 fled",
    "could have hit her and killed her"?"""
    if _reduced(tokens, chunks, i):
        return True
    if chunks[i - 1].kind != AND:
        return clause and any(x.kind == AND for x in chunks[max(0, i - 3) : i])
    bare = not tokens.classes[chunks[i].first] & (c.AUXILIARY | c.MODAL)
    forms = {t.form for *_, t in chunks[i].triggers}
    joined = _PARTICIPLES if perfect else _BASE
    return clause or bare and (not forms or not joined.isdisjoint(forms))


def _ends(tokens: Tokens, chunks: list[Chunk], i: int, stop: int, clause: bool) -> bool:
    """Does the chunk end a reach that comes from the left?"""
    chunk = chunks[i]
    kind, word = chunk.kind, tokens.words[chunk.first]
    if word == ":" and i and tokens.classes[chunk.first - 1] & c.SAID:
        return False  # "had earlier said: '12 died'"
    if kind == STOP and not is_dash(tokens, chunk) or kind in (OPEN, CLOSE):
        return True
    if kind == COMMA and i > 1 and chunks[i - 1].kind == ADVERB and chunks[i - 2].kind == QUOTE:
        return False  # "'So far, 12 have died'"
    if leaves(tokens, chunk) or word == "with" and _with_some(chunks, i):
        return True
    if opens(tokens, chunk):
        return word != "that"
    if kind == COMMA or is_dash(tokens, chunk):
        k = i + 1
        while k < stop and chunks[k].kind in (AND, ADVERB):
            k += 1
        return k < stop and (
            tokens.words[chunks[k].first] == "with"  # "…, with 12 people hurt"
            or chunks[k].kind in (RELATIVE, CLAUSE)
            or begins_clause(tokens, chunks, k, stop)
        )
    # "may have died and 30 were hurt": what follows has its own verb
    return (
        kind == AND
        and not clause
        and i + 1 < stop
        and begins_clause(tokens, chunks, i + 1, stop)
        and (chunks[i + 1].kind != VERB)
    )


def _with_some(chunks: list[Chunk], i: int) -> bool:
    """ "Expected to pass 75 WITH 300 PEOPLE STILL MISSING": does the chunk behind "with" count some who are told of?"""
    if i + 2 >= len(chunks) or chunks[i + 1].count is None:
        return False
    k = i + 2
    while k + 1 < len(chunks) and chunks[k].kind == ADVERB:
        k += 1
    return chunks[k].kind in (TRIGGER, VERB) and bool(chunks[k].triggers)


def said_before(tokens: Tokens, chunks: list[Chunk], i: int) -> bool:
    """Does chunk i begin what a verb before it says: "found a body and SAID PEOPLE might be dead"?"""
    before = chunks[i - 1]
    says = before.kind == VERB and tokens.classes[before.stop - 1] & c.SAID
    return bool(says) and chunks[i].kind in (NOUN, COUNT)


def backward(tokens: Tokens, chunks: list[Chunk], k: int) -> Ranges:
    """The tokens from the beginning of the clause to chunk k."""
    i = k
    while i > 0 and k - i < FAR:
        before = chunks[i - 1]
        if before.kind == STOP and not is_dash(tokens, before):
            break
        if leaves(tokens, before):
            break
        if before.kind == AND and i > 1 and chunks[i - 2].kind == COMMA:
            break
        if said_before(tokens, chunks, i):
            break
        if before.kind == RELATIVE and i > 1 and not _parted(chunks, i, k):
            i -= 2  # "fewer than the 500 DEATHS THAT they originally told": of these alone
            break
        i -= 1
    return ((chunks[i].first, chunks[k].first),) if chunks[i].first < chunks[k].first else ()


def _parted(chunks: list[Chunk], i: int, k: int) -> bool:
    """Does a comma or a stop stand among the chunks ``[i, k)``?"""
    return any(x.kind in (COMMA, STOP) for x in chunks[i:k])


def back_to_comma(tokens: Tokens, chunks: list[Chunk], at: int) -> Ranges:
    """The same back to a comma, but for an aside before chunk ``at``: "a report of 20 deaths, aired on Sunday, was
    wrong"."""
    first = at
    if at and chunks[at - 1].kind == COMMA:
        first = opener(tokens, chunks, at - 1) or at
    while first > 0 and chunks[first - 1].kind not in (COMMA, STOP, CLAUSE):
        if said_before(tokens, chunks, first):
            break
        first -= 1
    return ((chunks[first].first, chunks[at].first),) if first < at else ()


def clause_of(tokens: Tokens, chunks: list[Chunk], lo: int, hi: int) -> tuple[int, int]:
    """The chunks ``[first, stop)`` of the clause that holds chunks lo to hi; "and" alone does not end it."""
    first = lo
    while first > 0 and lo - first < FAR:
        before = chunks[first - 1]
        if (
            before.kind in (RELATIVE, OPEN)
            or opens(tokens, before)
            or before.kind == STOP
            and not is_dash(tokens, before)
        ):
            break
        if first == lo and tokens.words[before.first] == "with":
            break  # "…, with 12 hurt"
        if before.kind in (COMMA, STOP) and not _adverbial(tokens, chunks, first - 2):
            break
        if leaves(tokens, before) and tokens.words[before.first] != "since":
            break
        first -= 1
    stop = hi + 1
    while stop < len(chunks) and stop - hi < FAR:
        chunk = chunks[stop]
        if (
            chunk.kind in (RELATIVE, OPEN, CLOSE)
            or opens(tokens, chunk)
            or chunk.kind == STOP
            and not is_dash(tokens, chunk)
        ):
            break
        if leaves(tokens, chunk) and tokens.words[chunk.first] != "since":
            break
        if chunk.kind in (COMMA, STOP):
            k = stop + 1
            while k < len(chunks) and chunks[k].kind in (AND, ADVERB):
                k += 1
            said = k < len(chunks) and tokens.words[chunks[k].first] in (
                "adding",
                "saying",
                "noting",
            )
            if said or begins_clause(tokens, chunks, k, len(chunks)):
                break
        stop += 1
    return first, stop


def _adverbial(tokens: Tokens, chunks: list[Chunk], k: int) -> bool:
    """Is the segment that ends at chunk k no clause of its own: "In the past week, …", "Since the war began, …"?"""
    i = k
    while i >= 0 and k - i < FAR:
        chunk = chunks[i]
        if chunk.kind in (COMMA, STOP, CLAUSE, RELATIVE, OPEN):
            break
        i -= 1
    begins = tokens.words[chunks[i + 1].first] if i < k else ""
    return begins == "since" or not any(
        chunks[j].kind == VERB and (chunks[j].finite or _governs(tokens, chunks, j))
        for j in range(i + 1, k + 1)
    )


def as_far_as_counted(chunks: list[Chunk], first: int, reach: Ranges) -> Ranges:
    """A reach from token ``first`` on, up to the first counted group in it and those joined to it: "demanded THE
    RELEASE OF 12 PUPILS and condemned the death of nine"."""
    last = reach[0][1] if reach else first
    at = next((j for j, x in enumerate(chunks) if x.first >= first and x.count is not None), None)
    if at is None or chunks[at].first >= last:
        return reach
    joined = (AND, COMMA)
    while at + 2 < len(chunks) and chunks[at + 1].kind in joined and chunks[at + 2].count:
        at += 2
    if at + 1 < len(chunks) and chunks[at + 1].kind == TRIGGER:
        at += 1  # "the pupil's RELEASE"
    return ((first, min(last, chunks[at].stop)),)


_CAME_OF_IT: Final = frozenset("resulted led ended culminated".split())


def while_trying(tokens: Tokens, chunks: list[Chunk], first: int, end: int) -> tuple[int, int]:
    """Of the tokens ``[first, end)`` those that tell what is tried: up to a comma, or to what was done besides ("tried
    to hide the toll AND GAVE an estimate of 40") or came of it ("operations to free them RESULTED IN the release of
    12")."""
    words = tokens.words[first:end]
    came = next((i for i, word in enumerate(words) if word in _CAME_OF_IT), 0)
    if came and words[came + 1 : came + 2] in (["in"], ["to"]):
        return first, first + came
    if "," in words:
        end = first + words.index(",")
    for joint, verb in pairwise(chunks):
        if joint.kind != AND or not first < joint.first < end or verb.kind != VERB:
            continue
        base = any(t.form == "base" for *_, t in verb.triggers)
        if not base and tokens.words[verb.first] not in infinitives():
            end = joint.first
    return first, end


def asked(tokens: Tokens, chunks: list[Chunk]) -> tuple[int, Ranges]:
    """The verb that opens a question, and what is asked ("Were 12 killed?", "DID the army kill 12?"); nothing where it
    asks why or how, which takes the rest for granted."""
    ending = chunks[-1]
    k, stop = chunks[0].first, ending.stop
    if "?" not in tokens.words[ending.first : stop]:
        return k, ()
    head = tokens.words[k : k + _HEADING]
    k += head.index(":") + 1 if ":" in head else 0  # "Fact check: did 12 people die?"
    while k < stop and tokens.classes[k] & (c.PUNCTUATION | c.CONJUNCTION):
        k += 1
    if tokens.words[k : k + 2] == ["what", "if"]:
        return k, ((k, stop),)  # "WHAT IF 12 people had died?"
    if k >= stop or not tokens.classes[k] & (c.AUXILIARY | c.MODAL):
        return k, ((k, stop),) if _bare_question(tokens, chunks) else ()
    if tokens.words[k] in _DO:  # the verb is a base, which looks like one of a new clause
        return k, ((k, next((x for x in chunks if x.first > k and x.kind in _NEW), ending).first),)
    at = next(i for i, x in enumerate(chunks) if x.stop > k)
    return k, forward(tokens, chunks, k, at, True)


def _bare_question(tokens: Tokens, chunks: list[Chunk]) -> bool:
    """ "12 DEAD IN LESK?", "So 12 people died?": a short question that is one only by its mark."""
    if len(chunks) > _SHORT or any(x.kind in (COMMA, CLAUSE, RELATIVE) for x in chunks):
        return False
    first = 1 if tokens.words[chunks[0].first] in ("so", "only", "really") else 0
    if len(chunks) <= first or chunks[first].count is None:
        return False
    stops = sum(x.kind == STOP for x in chunks)
    return stops == 1 and _WH.isdisjoint(tokens.said(chunks[0].first, chunks[-1].stop))


_SHORT: Final = 9  # chunks
_WH: Final = frozenset("who what why how when where which whose whom".split())
_DO: Final = frozenset("did do does".split())
_HEADING: Final = 4  # tokens in which a colon ends what a question is headed
_NEW: Final = frozenset((CLAUSE, RELATIVE))
