"""Noun groups that can speak: where they begin and end beside a verb of speech, and what kind they are.

A speaker's words are the shortest that name it: the name without its titles, the office without what
follows, but "the head of the mission" whole, for no part of it names the speaker.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from figures.extraction.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load, plural

_REACH = 40  # tokens between a verb and the beginning of its subject
_SKIPPED = c.AUXILIARY | c.ADVERB | c.TIME | c.WEEKDAY | c.MODAL
_PRONOUNS = frozenset("he she they it".split())
_CUTS = frozenset("that but while when as because although though whereas if whether where".split())
_STARTS = frozenset("in on at by after during for from since under with amid within as via".split())
_TIMELY = frozenset("on in early late earlier later last this next since by a an".split())
_ADVERBS = frozenset("further also then formally first subsequently since".split())
_SMALL = frozenset("of the and de del la el al bin ibn van von der du di e y 's - ' & for".split())
_LINKS = frozenset("of for in from at with to".split())


@dataclass(frozen=True, slots=True)
class Speaker:
    """A noun group at tokens ``[first, stop)``; ``kind`` is None where no word tells it.

    ``listed``: a word of sources.yaml stands in it; ``named``: it is a name.
    """

    first: int
    stop: int
    kind: str | None
    begin: int  # of the whole group, titles and article included
    end: int
    listed: bool = False
    named: bool = False
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class SourceWords:
    """sources.yaml as tables; a noun of two words is keyed by both, joined with a space."""

    kinds: dict[str, str]
    broad: frozenset[str]
    roles: frozenset[str]
    titles: frozenset[str]
    relational: frozenset[str]


@cache
def source_words() -> SourceWords:
    lists = load("sources")
    kinds: dict[str, str] = {}
    for kind, nouns in lists["kinds"].items():
        for entry in nouns.split():
            one, _, many = entry.replace("_", " ").partition("/")
            for word in (one, many or plural(one)):
                kinds.setdefault(word, kind)
    roles: set[str] = set()
    for entry in lists["roles"].split():
        one, _, many = entry.replace("_", " ").partition("/")
        roles |= {one, many or plural(one)}
    broad = frozenset(lists["broad"].split())
    singular = {word for word in broad | roles if not word.endswith("s")}
    relational = singular | {
        word for word, kind in kinds.items() if kind == "official" and not word.endswith("s")
    }
    return SourceWords(
        kinds, broad, frozenset(roles), frozenset(lists["titles"].split()), frozenset(relational)
    )


def before(tokens: Tokens, low: int, verb: int) -> Speaker | None:
    """The subject of the verb at token ``verb``, looked for back to token ``low``."""
    words, classes = tokens.words, tokens.classes
    j = _skip_adverbials(tokens, low, verb - 1)
    if j < low:
        return None
    if words[j] in _PRONOUNS:
        return Speaker(j, j + 1, None, j, j + 1, pronoun=True)
    if words[j] == ",":
        inner = j
        j = _comma_before(tokens, low, j)
        if j < low:
            return None
        outer = _group_back(tokens, low, j)
        apposed = _apposed(tokens, j + 1, inner)
        if apposed is not None:
            if outer is not None and words[outer.begin - 2 : outer.begin - 1] == [","]:
                if words[outer.begin - 1] in _LINKS:  # "Ana Ruiz, from Hale, Freedonia, said"
                    return _group_back(tokens, low, outer.begin - 2)
            kind = outer.kind if outer is not None else apposed.kind
            begin = outer.begin if outer is not None else apposed.begin
            return replace(apposed, kind=kind or apposed.kind, begin=begin, listed=True)
        if outer is not None and outer.kind is None:
            outer = replace(outer, kind=_kind(tokens, j + 1, inner))
        return outer
    if classes[j] & c.RELATIVE and words[j] in ("who", "which") and j > low:
        return _group_back(tokens, low, j - (words[j - 1] == ","))
    return _group_back(tokens, low, j + 1)


def after(tokens: Tokens, first: int, stop: int) -> Speaker | None:
    """The noun group that begins at token ``first`` ("according to X", "said X")."""
    words, classes = tokens.words, tokens.classes
    j = first
    linked = False
    while j < stop:
        word = words[j]
        if word in _PRONOUNS and j == first:
            return Speaker(j, j + 1, None, j, j + 1, pronoun=True)
        if classes[j] & c.PUNCTUATION:
            if not _inside_word(tokens, j, first):
                break
        elif j > first and (classes[j] & (c.RELATIVE | c.AUXILIARY | c.MODAL) and not _who(tokens, j)):
            break
        elif word in _LINKS:
            relational = words[j - 1] in source_words().relational if j > first else False
            if not (word in ("of", "for") or linked and word in ("in", "at", "from")) or not (
                relational or linked or word == "of"
            ):
                break
            if j + 1 < stop and words[j + 1] in ("a", "an") and word != "of":
                break
            linked = True
        elif _joins_name(tokens, j, first, stop):
            pass
        elif j > first and (
            classes[j] & (c.PREPOSITION | c.SUBORDINATOR | c.CONJUNCTION | c.WEEKDAY)
            or classes[j] & c.PRONOUN
            and word != "us"
            or classes[j] & c.VERB
            and word not in source_words().kinds
            and not _hyphened(tokens, j)
            or classes[j] & (c.ARTICLE | c.DETERMINER)
            and words[j - 1] not in _LINKS
            and not tokens.capital(j)
        ):
            break
        elif classes[j] & c.DIGIT and j > first:
            break
        j += 1
    if j == first:
        return None
    found = _shortened(tokens, first, j)
    return _named_next(tokens, found, j, stop) if found is not None else None


def _joins_name(tokens: Tokens, j: int, first: int, stop: int) -> bool:
    """The "and" of "Risk Reduction and Management Council"."""
    return (
        tokens.words[j] in ("and", "&")
        and first < j < stop - 1
        and not tokens.capital(j)
        and tokens.capital(j - 1)
        and tokens.capital(j + 1)
    )


def _named_next(tokens: Tokens, found: Speaker, j: int, stop: int) -> Speaker:
    """The acronym or name that follows: "the Council (NDRRMC)", "the commissioner, Rosa Lima"."""
    words = tokens.words
    if found.named and found.stop == j and found.listed and words[j : j + 1] != ["("]:
        return found
    if j + 2 < stop and words[j] == "(" and words[j + 2] == ")" and _acronym(tokens, j + 1):
        kind = _kind(tokens, j + 1, j + 2) or found.kind
        return replace(found, first=j + 1, stop=j + 2, kind=kind, end=j + 3, named=True)
    if words[j : j + 1] == [","] and found.named and found.kind is None:
        close = next((k for k in range(j + 1, min(stop, j + 12)) if words[k] in ",.;"), j + 1)
        return replace(found, kind=_kind(tokens, j + 1, close))
    if words[j : j + 1] == [","] and found.listed and not found.named:
        k = j + 1
        while k < stop and k < j + 6 and tokens.words[k] not in ",.;" and tokens.capital(k):
            k += 1
        if k > j + 1 and (k >= stop or words[k] in ",.;"):
            name = _apposed(tokens, j + 1, k)
            if name is not None:
                return replace(found, first=name.first, stop=name.stop, end=k, named=True)
    return found


def _who(tokens: Tokens, i: int) -> bool:
    """The World Health Organization, not the relative pronoun."""
    return tokens.words[i] == "who" and tokens.text[tokens.starts[i] : tokens.ends[i]] == "WHO" and (
        any(map(str.islower, tokens.text[tokens.ends[i] : tokens.ends[i] + 40]))
    )


def _inside_word(tokens: Tokens, j: int, first: int) -> bool:
    """Punctuation that belongs to a noun group: hyphens, initials' and titles' stops, "'s", "&"."""
    word = tokens.words[j]
    if word in ("'", "'s", "&"):
        return True
    if word in ("-", "/"):
        return tokens.glued(j) and j + 1 < len(tokens) and tokens.glued(j + 1)
    if word == "." and j > first and tokens.glued(j):
        previous = tokens.words[j - 1]
        return len(previous) == 1 or previous in _abbreviated_titles()
    return False


@cache
def _abbreviated_titles() -> frozenset[str]:
    return frozenset(load("abbreviations")["titles"].split())


def _hyphened(tokens: Tokens, k: int) -> bool:
    """Is token k part of a word with hyphens ("Hamas-run")?"""
    return k > 1 and tokens.words[k - 1] == "-" and tokens.glued(k) and tokens.glued(k - 1)


def _skip_adverbials(tokens: Tokens, low: int, j: int) -> int:
    """Back over what may stand between a subject and its verb: "have also", "on Saturday"."""
    words, classes = tokens.words, tokens.classes
    timely = False
    while j >= low:
        bits = classes[j]
        if (bits & _SKIPPED or words[j] in _ADVERBS) and words[j] not in source_words().kinds:
            timely = bool(bits & (c.TIME | c.WEEKDAY))
        elif bits & c.MONTH and (timely or j > low and (classes[j - 1] & (c.DIGIT | c.PREPOSITION))):
            timely = True
        elif bits & c.DIGIT and (timely or classes[j - 1] & c.MONTH):
            timely = True
        elif timely and words[j] in _TIMELY:
            pass
        else:
            break
        j -= 1
    return j


def _comma_before(tokens: Tokens, low: int, j: int) -> int:
    """The comma that opens the insertion which the comma at ``j`` closes; ``low - 1`` if none does."""
    depth = 0
    for k in range(j - 1, max(low, j - _REACH) - 1, -1):
        word = tokens.words[k]
        if word == ")":
            depth += 1
        elif word == "(":
            depth -= 1
        elif word == "," and not depth:
            return k
        elif word in ('"', ";"):
            break
    return low - 1


def _apposed(tokens: Tokens, first: int, stop: int) -> Speaker | None:
    """The name in "the mayor, Rosa Lima, said"."""
    if not 0 < stop - first <= 5 or tokens.classes[first] & (c.ARTICLE | c.DETERMINER | c.RELATIVE):
        return None
    if _name_like(tokens, first, stop, after_title=True):
        return Speaker(first, stop, _kind(tokens, first, stop), first, stop, named=True)
    found = _shortened(tokens, first, stop)
    return found if found is not None and found.named else None


def _group_back(tokens: Tokens, low: int, stop: int) -> Speaker | None:
    """The noun group that ends before token ``stop``."""
    words, classes = tokens.words, tokens.classes
    if stop > low and words[stop - 1] in (")", "]"):
        opened = stop - 1
        while opened > low and words[opened] not in ("(", "["):
            opened -= 1
        if opened + 2 == stop - 1 and _acronym(tokens, opened + 1):
            outer = _group_back(tokens, low, opened)
            kind = _kind(tokens, opened + 1, stop - 1) or (outer.kind if outer else None)
            begin = outer.begin if outer else opened
            known = outer is not None and outer.listed
            return Speaker(opened + 1, stop - 1, kind, begin, stop, listed=known, named=True)
        stop = opened
    first = stop
    kinds = source_words().kinds
    while first > max(low, stop - _REACH):
        k = first - 1
        word, bits = words[k], classes[k]
        if bits & c.PUNCTUATION:
            if word in (")", "]"):
                while k > low and words[k] not in ("(", "["):
                    k -= 1
                first = k
                continue
            if not _inside_word(tokens, k, low):
                break
        elif word in _CUTS or bits & (c.RELATIVE | c.MODAL) and not _who(tokens, k):
            break
        elif bits & c.AUXILIARY or bits & c.VERB and word not in kinds and not _hyphened(tokens, k):
            break
        elif bits & c.CONJUNCTION and word != "&" and not _joins_name(tokens, k, low, stop):
            break
        elif bits & c.PRONOUN and k < stop - 1 and word != "us":
            break
        first = k
    first = opening(tokens, first, stop)
    if first < stop and words[first - 1 : first] in (["and"], ["or"]) and first - 2 >= low:
        other = _shortened_listed(tokens, low, first - 1)
        if other is not None:
            return other  # "police and residents said": the first is named
    return _shortened(tokens, first, stop) if first < stop else None


def _shortened_listed(tokens: Tokens, low: int, stop: int) -> Speaker | None:
    word = tokens.words[stop - 1]
    words = source_words()
    if word not in words.kinds and word not in words.broad:
        return None
    return _group_back(tokens, low, stop)


def _acronym(tokens: Tokens, i: int) -> bool:
    word = tokens.text[tokens.starts[i] : tokens.ends[i]]
    return len(word) > 1 and word.isalpha() and sum(map(str.isupper, word)) > 1


def opening(tokens: Tokens, first: int, stop: int) -> int:
    """Past what opens a clause before its subject: "On Monday", "In Hale", "Meanwhile"."""
    words, classes = tokens.words, tokens.classes
    while first < stop:
        word, bits = words[first], classes[first]
        known = source_words().kinds
        if word in _STARTS:
            first += 1
            if first < stop and (_of_time(classes[first]) or classes[first] & c.DIGIT):
                continue
            # "in the town the mayor", "in Hale the mayor", "in Hale police"
            cut = next(
                (k for k in range(first + 1, stop) if words[k] in ("the", "a", "an", "its", "their")), 0
            )
            if not cut:
                cut = next((k for k in range(stop - 1, first, -1) if words[k] in _LINKS), stop - 1)
                while cut > first + 1 and (words[cut - 1] in known or classes[cut - 1] & c.DEMONYM):
                    cut -= 1
            first = max(cut, first)
        elif bits & (c.ADVERB | c.CONJUNCTION | c.SUBORDINATOR) and word not in known:
            first += 1
        elif _of_time(bits) or bits & c.DIGIT or word in (",", ".", "-", '"', "]", ")"):
            first += 1
        else:
            break
    return first


def _of_time(bits: int) -> bool:
    return bool(bits & (c.TIME | c.WEEKDAY | c.MONTH))


def _shortened(tokens: Tokens, first: int, stop: int) -> Speaker | None:
    """The shortest words of a noun group that name the speaker, and the kind of speaker it is."""
    words, classes = tokens.words, tokens.classes
    table = source_words()
    article = None
    begin, end = first, stop
    while first < stop and (
        classes[first] & (c.ARTICLE | c.DETERMINER | c.NUMERAL) or words[first] in ("other", "also")
    ):
        article = first if words[first] == "the" else None
        first += 1
    if first >= stop:
        return None
    kind = _kind(tokens, first, stop)
    head = first
    while head < stop and (head == first or words[head] not in _LINKS):
        head += 1
    last = next(
        (k for k in range(head - 1, first - 1, -1) if _listed(tokens, k) or classes[k] & c.DEMONYM), -1
    )
    listed = last >= 0
    name = last + 1 if listed else first
    while name < head and classes[name] & c.PUNCTUATION:
        name += 1
    if name < head and _name_like(tokens, name, head, after_title=listed):
        return Speaker(name, head, kind, begin, end, listed=listed, named=True)
    if head - first > 1 and _title_case(tokens, first, head):
        return Speaker(first, head, kind, begin, end, listed=listed, named=True)
    if head < stop and words[head - 1] in table.relational and listed:
        return Speaker(first if article is None else article, stop, kind, begin, end, listed=True)
    listed = any(_listed(tokens, k) for k in range(first, stop))
    return Speaker(first, head, kind, begin, end, listed=listed)


def _title_case(tokens: Tokens, first: int, stop: int) -> bool:
    """A name made of common words: "Human Rights Watch", "White Helmets"."""
    words = mixed = 0
    for k in range(first, stop):
        if tokens.words[k] in _SMALL and k > first:
            continue
        start, end = tokens.starts[k], tokens.ends[k]
        if not tokens.capital(k):
            return False
        words += 1
        mixed += not tokens.text[start:end].isupper()
    return words > 1 and mixed > 0


def _listed(tokens: Tokens, k: int) -> bool:
    table, word = source_words(), tokens.words[k]
    if word == "who":
        return _who(tokens, k)
    return (
        word in table.kinds
        or word in table.roles
        or word in table.broad
        or word in table.titles
        or (k > 0 and f"{tokens.words[k - 1]} {word}" in table.kinds)
    )


def _name_like(tokens: Tokens, first: int, stop: int, *, after_title: bool) -> bool:
    """Capitalised words of no list: a name. In upper-case text only after a title or role."""
    t = tokens
    if t.classes[first] & ~c.PUNCTUATION & ~c.DEMONYM or not t.capital(first) or not t.words[first].isalpha():
        return False
    if not t.capital(stop - 1) and t.words[stop - 1] != "'s":
        return False
    word = t.text[t.starts[first] : t.ends[first]]
    return after_title or not word.isupper() or len(word) <= 6


def _kind(tokens: Tokens, first: int, stop: int) -> str | None:
    """The kind that the head tells, or for broad heads ("spokesman", "sources") a word beside it."""
    words, table = tokens.words, source_words()
    found: str | None = None
    broad: str | None = None
    head = first
    while head < stop and (head == first or words[head] not in _LINKS):
        head += 1
    order = [*range(head - 1, first - 1, -1), *range(head, stop)]
    for k in order:
        if words[k] == "who" and not _who(tokens, k):
            continue
        pair = f"{words[k - 1]} {words[k]}" if k > first else ""
        kind = table.kinds.get(pair) or table.kinds.get(words[k])
        if kind is None:
            continue
        if words[k] in table.broad and pair not in table.kinds:
            broad = broad or kind
        else:
            found = kind
            break
    if found or broad:
        return found or broad
    return "official" if any(w in table.roles or w in table.broad for w in words[first:stop]) else None
