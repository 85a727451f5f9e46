"""What may stand between a subject and its verb, or parts them: clauses, companions, headlines' participles."""

from __future__ import annotations

from typing import Final

from figures.extraction.frames.antecedents import bare_participle
from figures.extraction.frames.beside import of_things
from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    CLAUSE,
    COMMA,
    COUNT,
    NOUN,
    RELATIVE,
    STOP,
    VERB,
    Chunk,
)
from figures.extraction.words.tokens import Tokens
from figures.extraction.words.vocabulary import animals
from figures.lexicon import classes as c

_CLAUSES: Final = frozenset("before after until as once".split())
_THEIR: Final = frozenset("his her their its".split())
_HARM: Final = frozenset(("killed", "injured", "casualties"))
_HELPED: Final = frozenset("help helps helped helping".split())
_SEEN: Final = frozenset(  # what somebody else does, or what is done to them, follows those seen
    "see seeing have having get getting leave leaving find finding keep keeping hear hearing watch watching show"
    " showing indicating suggesting revealing meaning allow allowing let letting fearing reporting claiming".split()
)
_ENDING: Final = frozenset((CLAUSE, COMMA, RELATIVE, STOP))
_NAME: Final = 4  # tokens of a name


def as_headline(chunks: list[Chunk], j: int, k: int) -> bool:
    """ "Teen FOUND in yard dies": is the verb at chunk j, without an auxiliary, a participle before a present?"""
    told, verb = chunks[j - 1].count if j else None, chunks[j]
    bare = verb.first == verb.main and not verb.triggers and told is not None
    return bare and j + 1 < k and any(t.form == "s" for *_, t in chunks[k].triggers)


def befell(tokens: Tokens, chunks: list[Chunk], j: int, k: int) -> bool:
    """ "Two women arrested AFTER TEEN SHOT dead": does the participle at chunk k tell what befell the one at chunk
    j, as headlines have it?"""
    if tokens.words[chunks[j - 1].first] not in ("after", "before", "as"):
        return False
    return chunks[k].first == chunks[k].main and all(
        x.kind in (VERB, AND) for x in chunks[j + 1 : k]
    )


def person_behind(tokens: Tokens, chunks: list[Chunk], j: int) -> bool:
    """ "A blast killed ten BEFORE THE SUSPECT WAS arrested": is the person at chunk j, right before a verb with its
    auxiliary, the subject of a clause of its own?"""
    verb = chunks[j + 1]
    if tokens.words[chunks[j - 1].first] == "as" and j > 1 and chunks[j - 2].kind == VERB:
        return False  # "two clerks working AS RESCUERS were hurt"
    if tokens.words[chunks[j - 1].first] not in _CLAUSES or not verb.passive or not verb.finite:
        return False
    return bool(tokens.classes[chunks[j].stop - 1] & c.PERSON) and verb.first != verb.main


def companion(chunks: list[Chunk], j: int) -> bool:
    """Is the one at chunk j told to be with the one before the preposition?"""
    one, other = chunks[j].count, chunks[j - 2].count
    if one is None or other is None or one.counted != "article":
        return False
    return one.unit == other.unit == "person"


def doing(tokens: Tokens, when: Chunk, verb: Chunk) -> bool:
    """Is this a clause of what the subject was doing: "while driving"?"""
    return tokens.words[when.first] in ("while", "when") and verb.kind == VERB and not verb.finite


def later(tokens: Tokens, chunks: list[Chunk], k: int) -> bool:
    """Does the verb at chunk k go on with the subject before: "were pulled out AND LATER died"?"""
    if k < 2 or chunks[k].acting or chunks[k - 2].kind != AND:
        return False
    return tokens.words[chunks[k - 1].first] in ("later", "subsequently")


def object_of_doing(tokens: Tokens, chunks: list[Chunk], j: int, k: int) -> int:
    """The chunk before the verb without a subject of its own whose object is the group at chunk j, so that the finite
    verb at chunk k is not theirs: "A MAN suspected of killing four women was arrested", "A MAN who tried to save two
    girls drowned"; j where there is none."""
    at = j - 1 - (chunks[j - 1].kind == ADVERB and tokens.words[chunks[j - 1].first] in _THEIR)
    if at < 1 or chunks[at].kind != VERB:
        return j
    before, verb = chunks[at], chunks[k]
    helped = before.first == before.main and tokens.words[before.first - 1] in _HELPED
    if before.finite and not helped:
        return j
    if of_things(chunks[j]):
        return at - 1  # "12 men CARRYING TWO CRATES were"
    if before.main is None or tokens.classes[before.first - 1] & (c.ARTICLE | c.DETERMINER):
        return j
    if tokens.capital(chunks[j].first) or any(x.kind == RELATIVE for x in chunks[j:k]):
        return j  # another sentence begins; "rocking a baby WHO was killed"
    if tokens.classes[before.main] & c.SAID or tokens.words[before.main] in _SEEN:
        return j  # "video SHOWING two girls was", "leaving 12 people HURT", "to see two men HURT"
    harm = any(t.category in _HARM for *_, t in before.triggers)
    if chunks[at - 1].kind == NOUN and harm and not before.to:
        return j  # "dead in Lesk SHOOTING at least three clerks are"
    meant = before.to or helped
    if verb.finite and verb.first != verb.main or _happens(verb):
        return at - 1 if meant or tokens.words[before.main].endswith("ing") else j
    if not meant or not _no_verb_yet(chunks[:at]):
        return j  # "a fund was set up to help 300 families DISPLACED by war"
    ahead = next((x for x in chunks[k + 1 :] if x.finite or x.kind in _ENDING), None)
    return at - 1 if ahead is None or ahead.kind in _ENDING else j


def _no_verb_yet(before: list[Chunk]) -> bool:
    """Have those chunks a relative clause, and no verb but its own?"""
    told = [i for i, x in enumerate(before) if x.kind == VERB and x.main is not None and not x.to]
    relative = [i for i in told if i and before[i - 1].kind == RELATIVE]
    return bool(relative) and relative == told


def _happens(verb: Chunk) -> bool:
    """Is it a verb of what happens to its subject, and no participle: "died"?"""
    return bool(verb.triggers) and all(t.shape == "intransitive" for *_, t in verb.triggers)


def new_predicate(chunks: list[Chunk], j: int, k: int) -> bool:
    """Do "and", or a comma and an adverb, and no relative, part the verb at chunk k from the group at chunk j?"""
    between = [x.kind for x in chunks[j + 1 : k]]
    if not between or RELATIVE in between:
        return False
    if between[-1] == COMMA:
        # "hurt a clerk, fled and hid"
        return not chunks[k].passive and not bare_participle(chunks[k])
    return between[-1] == AND or COMMA in between and between[-1] == ADVERB


def one_named(tokens: Tokens, chunks: list[Chunk], j: int) -> bool:
    """Does chunk j give the name, without a comma, of the one person right before it?"""
    before, name = chunks[j - 1].count if j else None, chunks[j]
    if before is None or before.counted != "article" or before.unit != "person" or name.count:
        return False
    return name.stop - name.first < _NAME and tokens.capital(name.first) and before.value == 1


def own_subject(tokens: Tokens, chunks: list[Chunk], j: int) -> bool:
    """Is a noun that nobody counts, behind "after", what the verb right behind it tells to have collapsed or burned, or
    an animal: "two men were charged after A HORSE DIED"? Or have those counted a verb of their own before: "nine DIED
    after Lesk was hit", not "nine arrested after the march were freed"?"""
    noun, verb = chunks[j], chunks[j + 1]
    if noun.count is not None or not verb.finite:
        return False
    who = j > 2 and chunks[j - 3].kind == RELATIVE  # "nine WHO were arrested after the march were"
    own = chunks[j - 2] if j > 1 and not who else None
    if own is not None and own.kind == VERB and own.finite:
        told = own.first != own.main or any(t.shape == "intransitive" for *_, t in own.triggers)
        if told and tokens.classes[chunks[j - 1].first] & c.SUBORDINATOR:
            return True
    falls = any(t.category.startswith("buildings") for *_, t in verb.triggers)
    active = falls and verb.first == verb.main
    beast = tokens.words[noun.stop - 1] in animals()
    return (active or beast) and bool(tokens.classes[chunks[j - 1].first] & c.SUBORDINATOR)


def some_of(chunk: Chunk) -> bool:
    """Does a chunk count some of so many: "two of the 12"?"""
    return chunk.count is not None and chunk.count.whole is not None


def past_state(tokens: Tokens, chunks: list[Chunk], j: int, k: int) -> int:
    """The chunk before the state at chunk j that is told of those before, whose verb that at chunk k is: "12 PEOPLE in
    shelters were", "TWO MEN feared dead were"; j where there is none."""
    here = chunks[j]
    if j > 1 and chunks[j - 1].kind == ADVERB and chunks[j - 2].kind == COUNT:
        hedged = tokens.classes[chunks[j - 1].stop - 1] & c.HEDGE
        return j - 2 if hedged and chunks[k].finite else j
    if j and chunks[j - 1].kind == COUNT:
        if j + 1 < k or tokens.classes[here.first] & c.PREPOSITION or some_of(chunks[j - 1]):
            # "a driver stuck in a jam was", "12 people in shelters were", "two of the 12 missing were"
            return j - 1
    if j > 1 and all(t.shape == "noun_of" for *_, t in here.triggers):
        return j - 1  # "12 pupils who ate the MEAL were"
    return j
