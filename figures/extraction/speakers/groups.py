"""Noun groups that can speak: where they begin and end beside a verb of speech."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Final

from figures.extraction.places.gazetteer import key
from figures.extraction.places.names import best_known
from figures.extraction.speakers.naming import (
    LINKS,
    MADE,
    REPORTS,
    STATEMENT_NOUNS,
    Speaker,
    is_listed,
    name_like,
    shortened,
    source_words,
    speaker_kind,
    speech,
    told_from,
)
from figures.extraction.speakers.openings import COUNTED_FROM, of_time, opening
from figures.extraction.speakers.spelling import acronym, in_name, is_who
from figures.extraction.speakers.within import (
    comma_before,
    doing,
    grades,
    hyphened,
    inside_word,
    joins_name,
    no_initials,
    of_the_sun,
)
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load

_REACH: Final = 40  # tokens between a verb and the beginning of its subject
_SKIPPED: Final = c.AUXILIARY | c.ADVERB | c.TIME | c.WEEKDAY | c.MODAL
_PRONOUNS: Final = frozenset("he she they it".split())
_CUTS: Final = frozenset(
    "that than but while when as because although though whereas if whether where".split()
)
_TIMELY: Final = frozenset("on in early late earlier later last this next since by a an".split())
_IN_STATEMENT: Final = 6  # tokens of "in its latest press release"
_BODY: Final = 10  # tokens of the name of a body
_ANYBODY: Final = (["person"], ["people"])  # nobody, without what is told of them
_WHO: Final = 20  # tokens of a clause without commas that tells of the speaker
_RELATIVES: Final = frozenset("where which who whose".split())
_REACHED: Final = frozenset("reached contacted interviewed quoted cited".split())
_OF_OFFICES: Final = frozenset(
    "hospital government army military morgue clinic security defence defense intelligence embassy village district"
    " provincial local health rescue".split()
)
_GOT: Final = frozenset("received obtained collected gathered drawn compiled".split())
_ADVERBS: Final = frozenset("further also then formally first subsequently since".split())


def before(tokens: Tokens, low: int, verb: int) -> Speaker | None:
    """The subject of the verb at token ``verb``, looked for back to token ``low``."""
    words = tokens.words
    j = _skip_adverbials(tokens, low, verb - 1)
    if j < low:
        return None
    if words[j] in _PRONOUNS:
        return Speaker(j, j + 1, None, j, j + 1, pronoun=True)
    if words[j] == ",":
        inner = j
        j = comma_before(tokens, low, j)
        if j < low:  # "NEMA (the emergency agency), says"
            lone = _group_back(tokens, low, inner)  # "Residents of Lesk, have said"
            opens = lone is not None and lone.listed and lone.begin == low and inner + 1 < verb
            return lone if opens or words[inner - 1] == ")" else None
        outer = _group_back(tokens, low, j)
        if words[j + 1] in ("citing", "quoting") or "quoted" in words[j + 1 : j + 3]:
            return outer
        apposed = _apposed(tokens, j + 1, inner)
        if apposed is not None and not apposed.listed and tokens.capital(j - 1):
            if (
                best_known(key(tokens.quote(apposed.first, apposed.stop)))
                and outer
                and outer.listed
            ):
                return _name_before(tokens, low, outer) or outer  # "residents of Lesk, ORDA, said"
        if apposed is not None and apposed.listed and outer is not None and outer.named:
            if not outer.listed and words[outer.begin - 1] != ",":
                # "Ana Ruiz, IOM spokeswoman in Orda, said"
                return replace(outer, kind=apposed.kind)
        if apposed is not None:
            if outer is not None and words[outer.begin - 2 : outer.begin - 1] == [","]:
                if words[outer.begin - 1] in LINKS:  # "Ana Ruiz, from Hale, Freedonia, said"
                    return _group_back(tokens, low, outer.begin - 2)
            kind = outer.kind if outer is not None else apposed.kind
            begin = outer.begin if outer is not None else apposed.begin
            return replace(apposed, kind=kind or apposed.kind, begin=begin, listed=True)
        if outer is not None and not outer.named:
            if (body := _body(tokens, j + 1, inner)) is not None:
                return body
            if words[j + 1] in _RELATIVES and (name := _name_before(tokens, low, outer)):
                return name
        if outer is not None and outer.kind is None:
            outer = replace(outer, kind=speaker_kind(tokens, j + 1, inner))
        return outer
    if words[j] in ("who", "which") and j > low and not is_who(tokens, j):
        return _group_back(tokens, low, j - (words[j - 1] == ","))
    clause = _clause_behind(tokens, low, j) or doing(tokens, low, j)
    found = _group_back(tokens, low, clause if clause else j + 1)
    if found is not None and clause and words[found.first : found.stop] in _ANYBODY:
        return replace(found, stop=j + 1, kind="unnamed", listed=True)
    if found is not None and words[found.begin - 1] == "," and words[found.begin] in ("a", "an"):
        # "Ana Ruiz, A SPOKESMAN for the agency (LA) told", without the other comma
        name = _name_before(tokens, low, replace(found, listed=True))
        person = (
            name is not None and name.stop - name.first > 1 and not is_listed(tokens, name.stop - 1)
        )
        return name if person and name is not None and name.begin == low else found
    return found


def _clause_behind(tokens: Tokens, low: int, j: int) -> int:
    """Where the clause without commas begins that tells of the speaker and ends at token j: "an official WHO asked
    not to be named", "residents REACHED by phone"; 0 where there is none."""
    words = tokens.words
    for k in range(j, max(low, j - _WHO), -1):
        if words[k] == "who" and not is_who(tokens, k):
            return k if words[k - 1] != "," else 0
        if words[k] == "familiar" and words[k + 1] == "with":
            return k  # "a person FAMILIAR WITH the matter"
        if words[k] == "with" and "knowledge" in words[k + 1 : k + 3]:
            return k  # "an official WITH KNOWLEDGE of the raid"
        if words[k] in _REACHED and words[k + 1] in ("by", "via", "on", "over"):
            return k
        if words[k] in ("requesting", "asking", "seeking") and words[k + 1] in ("anonymity", "not"):
            return k  # "an official REQUESTING ANONYMITY"
        if words[k] == "representing" and tokens.classes[k - 1] & (
            c.PERSON_ONE | c.PERSON | c.ROLE
        ):
            return k  # "an official REPRESENTING the families"
        if tokens.classes[k] & c.PUNCTUATION or words[k] == "but":
            return 0
    return 0


def after(tokens: Tokens, first: int, stop: int) -> Speaker | None:
    """The noun group that begins at token ``first`` ("according to X", "said X")."""
    words = tokens.words
    j = first
    linked = False
    while j < stop:
        word = words[j]
        if word in _PRONOUNS and j == first:
            return Speaker(j, j + 1, None, j, j + 1, pronoun=True)
        if j > first and (maker := _maker(tokens, first, j, stop)):
            return maker
        if word in LINKS and j > first:
            if not _links(tokens, j, stop, linked):
                break
            linked = True
        elif j > first and grades(tokens, j, stop):
            j += 1  # "police 1st Lt. Omar Said"
        elif not joins_name(tokens, j, first, stop) and _closes(tokens, j, first):
            break
        j += 1
    if j == first:
        return None
    found = shortened(tokens, first, j)
    if found is None or found.first == found.stop:
        return None  # "a report of the": cut off
    return _named_next(tokens, found, j, stop)


def _maker(tokens: Tokens, first: int, j: int, stop: int) -> Speaker | None:
    """Whose report the group before token j is: "data FROM the ministry", "estimates made BY the agency",
    "numbers received FROM a clinic"."""
    words = tokens.words
    if words[j - 1] not in REPORTS:
        return None
    if words[j] in ("that", "which", "the"):
        told = after(tokens, j + (words[j] != "the"), stop)
        if told is not None and told.end < stop and words[told.end] in MADE and not told.pronoun:
            return replace(told, begin=first) if told.listed or told.named else None
    made = words[j] in MADE
    k = j + made
    while made and k < stop and (of_time(tokens.classes[k]) or words[k] in _TIMELY - {"by"}):
        k += 1  # "figures published ON MONDAY by the agency"
    by = ("by",) if made and words[j] not in _GOT else ("by", "from")
    if k + 1 >= stop or words[k] not in by:
        return None
    found = after(tokens, k + 1, stop)
    if found is None or found.pronoun or not (found.listed or found.named):
        return None
    if words[k] == "from" and not made and not told_from(tokens, k, found.end):
        return None  # "reports from Lesk"
    return replace(found, begin=first)


def _links(tokens: Tokens, j: int, stop: int, linked: bool) -> bool:
    """Does the preposition at token j go on with the group ("head of the mission in the north")?"""
    word, words = tokens.words[j], tokens.words
    if j + 1 < stop and words[j + 1] in ("a", "an") and word != "of":
        return False  # "said in a statement"
    if word != "of" and j + 1 < stop and words[j + 1] in STATEMENT_NOUNS:
        return False  # "reported by the head of the guard on Telegram"
    if word in ("of", "for"):
        return word == "of" or linked or words[j - 1] in source_words().relational
    return linked and word in ("in", "at", "from")


def _closes(tokens: Tokens, j: int, first: int) -> bool:
    """Does the group that began at ``first`` end before token j?"""
    word, bits = tokens.words[j], tokens.classes[j]
    if bits & c.PUNCTUATION:
        return not inside_word(tokens, j, first)
    if j == first or is_who(tokens, j):
        return word in LINKS
    if word == "available" and tokens.words[j - 1] in REPORTS:
        return True  # "according to government figures AVAILABLE on Sunday"
    known = word in source_words().kinds
    if of_the_sun(tokens, j):
        return False
    if bits & (c.RELATIVE | c.AUXILIARY | c.MODAL | c.WEEKDAY | c.DIGIT | c.CONJUNCTION):
        return True
    if bits & (c.PREPOSITION | c.SUBORDINATOR) or bits & c.PRONOUN and word != "us":
        return True
    if bits & (c.ADVERB | c.TIME) or word in ("last", "late", "early", "next"):
        return not known
    if bits & (c.ARTICLE | c.DETERMINER):
        return tokens.words[j - 1] not in LINKS and not tokens.capital(j)
    if (bits & c.VERB or word in _issuing()) and not known and not hyphened(tokens, j):
        return not tokens.capital(j) or bool(bits & c.VERB)
    if word.endswith("ed") and is_listed(tokens, j - 1) and not tokens.capital(j):
        return True  # "the ministry dismissed the figure, saying"
    return word in speech() and not is_listed(tokens, j)


def _named_next(tokens: Tokens, found: Speaker, j: int, stop: int) -> Speaker:
    """The acronym or name that follows: "the Council (NDRRMC)", "the commissioner, Rosa Lima"."""
    words = tokens.words
    if found.named and found.stop == j and found.listed and words[j : j + 1] != ["("]:
        return found
    if j + 2 < stop and words[j] == "(" and words[j + 2] == ")" and acronym(tokens, j + 1):
        kind = speaker_kind(tokens, j + 1, j + 2) or found.kind
        return replace(found, first=j + 1, stop=j + 2, kind=kind, end=j + 3, named=True)
    if j + 1 < stop and words[j] == "," and found.named and found.kind is None:
        close = next((k for k in range(j + 1, min(stop, j + 12)) if words[k] in ",.;"), j + 1)
        return replace(found, kind=speaker_kind(tokens, j + 1, close))
    if words[j : j + 1] == [","] and found.listed and not found.named:
        k = j + 1
        while k < stop and k < j + 6 and tokens.words[k] not in ",.;" and tokens.capital(k):
            k += 1
        if k > j + 1 and (k >= stop or words[k] in ",.;"):
            name = _apposed(tokens, j + 1, k)
            if name is not None:
                return replace(found, first=name.first, stop=name.stop, end=k, named=True)
    return found


@cache
def _issuing() -> frozenset[str]:
    """Verbs of putting out a statement: "the task force released a statement"."""
    return frozenset(load("sources")["by"])


def _skip_adverbials(tokens: Tokens, low: int, j: int) -> int:
    """Back over what may stand between a subject and its verb: "have also", "on Saturday", "in a statement"."""
    words, classes = tokens.words, tokens.classes
    timely = False
    while j >= low:
        bits = classes[j]
        if words[j] in STATEMENT_NOUNS and (said_in := _said_in(tokens, low, j)) > low:
            j = said_in - 1
            continue
        if words[j].endswith("ly") and not bits and not tokens.capital(j) and j > low:
            timely = False  # "the mayor originally said"
        elif of_the_sun(tokens, j):
            break
        elif (bits & _SKIPPED or words[j] in _ADVERBS) and words[j] not in source_words().kinds:
            timely = bool(bits & (c.TIME | c.WEEKDAY))
        elif bits & (c.MONTH | c.DIGIT):
            beside = classes[j - 1] & (c.DIGIT | c.PREPOSITION | c.MONTH) if j > low else 0
            if not timely and not beside:
                break
            timely = True
        elif not timely or words[j] not in _TIMELY:
            break
        j -= 1
    return j


def _said_in(tokens: Tokens, low: int, j: int) -> int:
    """Where "in a statement", "at a press conference" begins that ends with the noun at token j; else ``low``."""
    for k in range(j - 1, max(low, j - _IN_STATEMENT), -1):
        if tokens.words[k] in ("in", "at", "on", "via"):
            return k if k + 1 == j or tokens.classes[k + 1] & (c.ARTICLE | c.DETERMINER) else low
        if tokens.classes[k] & (c.PUNCTUATION | c.PREPOSITION | c.AUXILIARY):
            break
    return low


def _apposed(tokens: Tokens, first: int, stop: int) -> Speaker | None:
    """The name in "the mayor, Rosa Lima, said"."""
    if not 0 < stop - first <= 5 or tokens.classes[first] & (c.ARTICLE | c.DETERMINER | c.RELATIVE):
        return None
    found = shortened(tokens, first, stop)
    if found is not None and not found.named and name_like(tokens, first, stop, True):
        return replace(found, first=first, stop=stop, named=True)
    return found if found is not None and found.named else None


def _name_before(tokens: Tokens, low: int, office: Speaker) -> Speaker | None:
    """The name of who holds an office of which a clause goes on: "ANA RUIZ, head of the council, which met, said"."""
    if not office.listed or tokens.words[office.begin - 1] != "," or office.begin - 2 < low:
        return None
    name = _group_back(tokens, low, office.begin - 1)
    if name is None or not name.named or best_known(key(tokens.quote(name.first, name.stop))):
        return None
    return replace(name, kind=name.kind or office.kind, end=office.end, listed=True)


def _body(tokens: Tokens, first: int, stop: int) -> Speaker | None:
    """The body that an apposition names: "a local group, THE LESK RELIEF COMMITTEE, said"."""
    if tokens.words[first] != "the" or stop - first > _BODY or not tokens.capital(first + 1):
        return None
    found = shortened(tokens, first, stop)
    return found if found is not None and found.named and found.listed else None


def _group_back(tokens: Tokens, low: int, stop: int, second: bool = False) -> Speaker | None:
    """The noun group that ends before token ``stop``."""
    words, classes = tokens.words, tokens.classes
    if stop > low and words[stop - 1] in (")", "]"):
        opened = stop - 1
        while opened > low and words[opened] not in ("(", "["):
            opened -= 1
        if opened + 2 == stop - 1 and acronym(tokens, opened + 1):
            outer = _group_back(tokens, low, opened)
            if outer and outer.named and not outer.listed:
                if no_initials(tokens, outer.first, outer.stop, opened):
                    return outer  # "Ana Ruiz (PSOE)"
            kind = speaker_kind(tokens, opened + 1, stop - 1) or (outer.kind if outer else None)
            begin = outer.begin if outer else opened
            known = outer is not None and outer.listed
            return Speaker(opened + 1, stop - 1, kind, begin, stop, listed=known, named=True)
        stop = opened
    first = stop
    while first > max(low, stop - _REACH):
        k = first - 1
        word, bits = words[k], classes[k]
        if bits & c.PUNCTUATION:
            if word in (")", "]"):
                while k > low and words[k] not in ("(", "["):
                    k -= 1
                if words[k] not in ("(", "["):
                    break
                first = k
                continue
            if not inside_word(tokens, k, low):
                break
        elif _opens_clause(tokens, k, low, stop):
            break
        first = k
        if bits & c.ARTICLE and k > low and words[k - 1] not in LINKS:
            if words[k - 1] != "by" or k - 1 <= low or words[k - 2] not in REPORTS | MADE:
                break  # but "a report by the council said"
    first = opening(tokens, first, stop)
    joined = first < stop and first - 2 >= low and words[first - 1] in ("and", "or")
    offices = source_words().broad | {"ministries", "ministers", "departments"}
    if joined and words[first - 2] in _OF_OFFICES and words[stop - 1] in offices:
        first -= 2  # "HOSPITAL AND government OFFICIALS", "the HEALTH AND interior MINISTRIES said"
    elif joined and not second and (is_listed(tokens, first - 2) or words[first - 2] == ")"):
        return _group_back(tokens, low, first - 1, second=True)  # "police and residents said"
    return shortened(tokens, first, stop) if first < stop else None


def _opens_clause(tokens: Tokens, k: int, low: int, stop: int) -> bool:
    """Does token k stand before the group that ends at ``stop``, and not in it?"""
    word, bits = tokens.words[k], tokens.classes[k]
    if word in _CUTS or word in ("to", "with"):
        return tokens.words[k - 1] != "close"  # "a source CLOSE TO the council"
    if word in REPORTS and tokens.words[k + 1] in ("from", "by"):
        return False  # "the latest update from the mission"
    if bits & (c.RELATIVE | c.MODAL | c.AUXILIARY):
        return not is_who(tokens, k)
    if bits & c.VERB and word not in source_words().kinds and not hyphened(tokens, k):
        return not in_name(tokens, k)
    if word.endswith("ed") and k + 1 < stop and tokens.classes[k + 1] & (c.ARTICLE | c.DETERMINER):
        return True  # "the minister rejected the account of X, which says"
    if word in COUNTED_FROM and not of_time(tokens.classes[k - 1]):
        return is_listed(tokens, stop - 1)  # "raised by the agency AFTER police put the toll at 12"
    if bits & c.CONJUNCTION and not joins_name(tokens, k, low, stop):
        return True
    if k == stop - 1:
        return False
    if bits & c.PRONOUN:
        return word != "us"
    return word in speech() and not (is_listed(tokens, k) or in_name(tokens, k))
