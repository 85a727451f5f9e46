"""What names a speaker: the shortest words of a noun group that do, and the kind of speaker it is.

The name without its titles, the office without what follows; but "the head of the mission" whole, for
no part of it names the speaker.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from figures.extraction.speakers.spelling import (
    SMALL,
    acronym,
    begins_place,
    is_who,
    office_holder,
    proper_end,
    title_case,
)
from figures.extraction.speakers.timely import before_time, past_time
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load, plural

LINKS: Final = frozenset("of for in from at with to".split())
_SUMS: Final = frozenset("total totals best low high lowest highest minimum maximum".split())
_COUNTS: Final = frozenset(
    "toll tally count number numbers total totals figure figures statistics estimate estimates data records"
    " breakdown".split()
)
_WHICH: Final = frozenset(
    "new latest updated revised recent current available preliminary provisional initial overall total death final"
    " confirmed cumulative some various provincial regional".split()
)
_ESTIMATES: Final = frozenset(("estimate", "estimates"))


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
    private: frozenset[str]
    papers: frozenset[str]


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
        kinds, broad, frozenset(roles), frozenset(lists["titles"].split()), frozenset(relational),
        frozenset(lists["private"].split()),
        frozenset(lists["papers"].split()),
    )  # fmt: skip


@cache
def speech() -> dict[str, str]:
    """Verb form → its group in sources.yaml: plain, reporting, at, of."""
    table: dict[str, str] = {}
    for group in ("toll", "that", "of", "at", "reporting", "plain"):
        table |= dict.fromkeys(load("sources")["verbs"][group].split(), group)
    return table


def shortened(tokens: Tokens, first: int, stop: int) -> Speaker | None:
    """The shortest words of a noun group that name the speaker, and the kind of speaker it is."""
    words, classes = tokens.words, tokens.classes
    table = source_words()
    article = None
    if "via" in words[first + 1 : stop]:
        stop = words.index("via", first + 1)  # "the government VIA state television"
    first = past_time(tokens, first, stop)
    begin, end = first, stop
    while first < stop and (
        classes[first] & (c.ARTICLE | c.DETERMINER | c.NUMERAL) or words[first] in ("other", "also")
    ):
        if classes[first] & c.NUMERAL and words[first + 1 : first + 2] == ["of"]:
            break  # "one of the men"
        if words[first + 1 : first + 2] == ["-"] and tokens.glued(first + 1):
            break  # "a 36-year-old man"
        article = first if words[first] == "the" else None
        first += 1
    while stop > first and words[stop - 1] in ("'s", "'"):
        stop -= 1  # "the council's": the name without the ending
    stop = before_time(tokens, first, stop)
    if words[first + 1 : first + 3] == ["-", "based"] and first + 3 < stop:
        first += 3  # "the Lesk-based Observatory"
    if first >= stop or words[first] in _SUMS and words[stop - 1] in _SUMS | _ESTIMATES:
        return None  # "BEST ESTIMATE: 40 deaths", "TOTAL reported dead: 12": nobody says so
    pointed = article is not None and stop - first == 1  # "THE DATA showed": those told of before
    if words[stop - 1] in _COUNTS and _WHICH.issuperset(words[first : stop - 1]) and not pointed:
        return None  # "the LATEST FIGURES show", "according to a NEW TOLL": nobody's
    if classes[first] & (c.SUBORDINATOR | c.RELATIVE) and stop - first == 1:
        return None  # "IN 1985, WHEN 12 DIED"
    first, stop = _owner(tokens, first, stop)
    kind = speaker_kind(tokens, first, stop)
    if kind and (member := _member(tokens, first, stop)):
        return Speaker(member, stop, kind, begin, end, listed=True, named=True)
    closed = next((k for k in range(stop - 2, first, -1) if words[k] == ")"), 0)
    if closed and stop - closed > 2 and name_like(tokens, closed + 1, stop, True):
        # "railway manager (DRM) Omar Said"
        return Speaker(closed + 1, stop, kind, begin, end, listed=True, named=True)
    head = first
    while head < stop and (head == first or words[head] not in LINKS):
        head += 1
    if head - first == 1 and words[first] == "one":
        head = stop  # "ONE OF THE SURVIVORS said"
    if head - 1 > first and words[head - 1] == "close":
        head = stop = head - 1  # "a source CLOSE to the council"
    last = next(
        (
            k
            for k in range(head - 1, first - 1, -1)
            if is_listed(tokens, k) or classes[k] & c.DEMONYM and not begins_place(tokens, k, stop)
        ),
        -1,
    )
    listed = last >= 0
    name = last + 1 if listed and _precedes_names(tokens, last) else first
    while name < head and classes[name] & c.PUNCTUATION:
        name += 1
    determined = first > begin
    office = next((k for k in range(stop - 1, head - 1, -1) if is_listed(tokens, k)), 0)
    if office and stop - office > 2 and classes[office] & (c.ROLE | c.TITLE | c.PERSON_ONE):
        if name_like(tokens, office + 1, stop, True):
            # "Chiefs of Staff CHAIRMAN Omar Said"
            return Speaker(office + 1, stop, kind, begin, end, listed=True, named=True)
    if listed and head < stop and (holder := office_holder(tokens, head, stop, first > begin)):
        return Speaker(holder, stop, kind, begin, end, listed=True, named=True)
    whole = _body_end(tokens, head, stop)
    if name < head and name_like(tokens, name, head, name > first, determined):
        return Speaker(name, whole, kind, begin, end, listed=listed, named=True)
    proper = proper_end(tokens, first, head)
    if proper > first:
        return Speaker(proper, whole, kind, begin, end, listed=listed, named=True)
    if whole > head or head - first > 1 and title_case(tokens, first, head):
        return Speaker(first, whole, kind, begin, end, listed=listed, named=True)
    if head < stop and words[head - 1] in table.relational and listed:
        whole_name = words[head - 1] in _STATE  # but "the head of the mission"
        at = first if article is None or whole_name else article
        return Speaker(at, stop, kind, begin, end, listed=True)
    listed = any(is_listed(tokens, k) for k in range(first, stop))
    return Speaker(first, head, kind, begin, end, listed=listed)


_BODIES: Final = frozenset(
    "ministry ministries department directorate secretariat office bureau agency authority commission committee council"
    " centre center federation confederation association union observatory institute institution institutes board"
    " society fund organisation organization network league service services corporation foundation programme program"
    " coalition front movement voice radio trust news army party mission administration minister secretary".split()
)


def _member(tokens: Tokens, first: int, stop: int) -> int:
    """Where the name of somebody begins behind the body whose he is: "UNICEF's ANA RUIZ"; 0 where none stands there."""
    k = next((k for k in range(first + 1, stop - 2) if tokens.words[k] in ("'s", "'")), 0)
    name = range(k + 1, stop)
    if not k or len(name) >= _NAME or not is_listed(tokens, k - 1):
        return 0
    if any(
        is_listed(tokens, i) or tokens.words[i] in _BODIES or not tokens.capital(i) for i in name
    ):
        return 0
    return k + 1 if name_like(tokens, k + 1, stop, True) else 0


_NAME: Final = 4  # tokens of "'s" and a name
_STATE: Final = frozenset("ministry ministries department directorate".split())  # "of health", too


def _body_end(tokens: Tokens, head: int, stop: int) -> int:
    """Where the name of a body ends whose noun alone names none: "Ministry of Public Health", "Centre for Peace"."""
    words = tokens.words
    body = words[head - 1] in _BODIES and tokens.capital(head - 1)
    if not body or head + 1 >= stop or words[head] not in ("of", "for"):
        return head
    k = head + 1
    while k < stop and (tokens.capital(k) or words[k] in SMALL):
        k += 1
    while k > head and not tokens.capital(k - 1):
        k -= 1
    return k


def _owner(tokens: Tokens, first: int, stop: int) -> tuple[int, int]:
    """Whose report a group is: "WHO" of "the WHO's report", "Al Noor" of "the account of Al Noor"."""
    words = tokens.words
    for k in range(first + 1, stop - 1):
        if words[k] in ("'s", "'") and not REPORTS.isdisjoint(words[k + 1 : stop]):
            if words[k + 1] != "information" or words[k + 2 : k + 3] == ["on"]:
                return first, k  # but "the country's information agency"
        named = tokens.capital(k + 1) or words[k + 1] == "the"
        made = words[k - 1] in MADE and k - 2 >= first and words[k - 2] in REPORTS
        if words[k] == "by" and (made or words[k - 1] in REPORTS):
            return _past_article(tokens, k + 1), stop
        if words[k] == "from" and words[k - 1] in REPORTS:  # but "reports from Lesk" are nobody's
            if told_from(tokens, k, stop):
                return _past_article(tokens, k + 1), stop
        if words[k] == "of" and words[k - 1] in REPORTS and named:
            return _past_article(tokens, k + 1), stop
    last = stop - 1
    if last > first and words[last] in REPORTS and not tokens.capital(last):
        if acronym(tokens, last - 1) and tokens.capital(last - 1):
            lower = not tokens.capital(first) and last - first > 1
            return last - 1 if lower else first, last  # "UN data", "confirmed UN data"
    return first, stop


def told_from(tokens: Tokens, link: int, stop: int) -> bool:
    """Is the group behind the "from" at token ``link`` who made a report? "Reports from Lesk", "from the capital"
    tell only whence they are."""
    first = _past_article(tokens, link + 1)
    if tokens.words[link - 1] not in ("reports", "report", "information"):
        return True
    if stop - first == 1 and tokens.classes[first] & c.PLACE_NOUN:
        return False
    return any(is_listed(tokens, k) for k in range(first, stop))


def _past_article(tokens: Tokens, k: int) -> int:
    return k + bool(tokens.classes[k] & (c.ARTICLE | c.DETERMINER) and not tokens.capital(k))


# in which something is said
STATEMENT_NOUNS: Final = frozenset(
    "statement news press conference briefing report interview tweet post telegram twitter facebook "
    "television tv radio telephone phone release bulletin communique email message update updates brief sitrep".split()
)
# what is done to a report by its maker
MADE: Final = frozenset(
    "made compiled collected gathered released issued published provided given supplied shared posted kept drawn"
    " prepared produced received obtained conducted undertaken".split()
)
REPORTS: Final = frozenset(
    "report reports data record records statement document documents study survey figures figure count counts tally"
    " account estimate estimates bulletin schedule website database dashboard toll numbers statistics assessment"
    " analysis findings information release assessments announcement update post tweet page map list".split()
)


def is_listed(tokens: Tokens, k: int) -> bool:
    """Is token k a word of sources.yaml, alone or with the one before it?"""
    table, word = source_words(), tokens.words[k]
    if word == "who":
        return is_who(tokens, k)
    return (
        word in table.kinds
        or word in table.roles
        or word in table.broad
        or word in table.titles
        or (k > 0 and f"{tokens.words[k - 1]} {word}" in table.kinds)
    )


def _precedes_names(tokens: Tokens, k: int) -> bool:
    """Is token k a title, a role or a common noun that stands before a name it is no part of?"""
    table, word = source_words(), tokens.words[k]
    if (
        word in table.titles
        or word in table.roles
        or tokens.classes[k] & (c.PERSON_ONE | c.DEMONYM)
    ):
        return True
    return not tokens.capital(k)


def name_like(
    tokens: Tokens, first: int, stop: int, after_title: bool, determined: bool = False
) -> bool:
    """Capitalised words of no list: a name. In upper-case text after a title, or a short group alone."""
    t = tokens
    if (
        t.classes[first] & ~c.PUNCTUATION & ~c.DEMONYM
        or not t.capital(first)
        or not t.words[first].replace(".", "").isalpha()
    ):
        return False
    if not t.capital(stop - 1) and t.words[stop - 1] != "'s":
        return False
    if after_title or any(map(str.islower, t.text[t.starts[first] : t.ends[stop - 1] + 20])):
        return True
    return not determined and stop - first <= 3 and not any(t.classes[first:stop])


_UNITED: Final = frozenset(("un", "u.n."))


def speaker_kind(tokens: Tokens, first: int, stop: int) -> str | None:
    """The kind that the head tells, or for broad heads ("spokesman", "sources") a word beside it."""
    words, table = tokens.words, source_words()
    broad: str | None = None
    head = first
    while head < stop and (head == first or words[head] not in LINKS):
        head += 1
    if (known := table.kinds.get(" ".join(words[first:stop]))) is not None:
        return known
    if words[first] == "daily" and stop - first > 1 and tokens.capital(first):
        return "media"  # "the Daily Trust"
    if not _UNITED.isdisjoint(words[first:head]) or _of_the_united(words, head, stop):
        return "un"  # "the U.N. refugee agency", "spokeswoman of THE U.N. High Commissioner"
    order = [*range(head - 1, first - 1, -1), *range(head, stop)]
    for k in order:
        if words[k] == "who" and not is_who(tokens, k):
            continue
        if words[k] == "local" and k + 1 < stop and words[k + 1] not in LINKS:
            continue  # "an officer in the LOCAL administration"
        if words[k] == "general" and _of_an_office(words, k):
            broad = broad or "official"
            continue
        pair = f"{words[k - 1]} {words[k]}" if k > first else ""
        three = " ".join(words[k : k + 3]) if k + 3 <= stop else ""
        kind = table.kinds.get(three) or table.kinds.get(pair) or table.kinds.get(words[k])
        if kind is None:
            continue
        if words[k] in table.broad and pair not in table.kinds:
            broad = broad or kind
        else:
            return kind
    if broad is None and any(
        (w in table.roles or w in table.broad) and w not in table.private for w in words[first:stop]
    ):
        return "official"
    return broad or _by_form(tokens, first, head)


def _of_an_office(words: list[str], k: int) -> bool:
    """ "The Director-GENERAL", "Attorney General": is the general at token k no soldier?"""
    return words[k - 1 - (words[k - 1] == "-")] in _GENERALS


_GENERALS: Final = frozenset(
    "director secretary attorney inspector auditor surgeon consul governor".split()
)


def _of_the_united(words: list[str], head: int, stop: int) -> bool:
    """Does "of the U.N. …" follow the head?"""
    k = head + 1
    while k < stop and words[k] in ("the", "for"):
        k += 1
    return head < k < stop and words[head] in ("of", "for") and words[k] in _UNITED


def _by_form(tokens: Tokens, first: int, stop: int) -> str | None:
    """The kind that the form of a name tells: "Hale News" and "WECT" are media, "NYPD" is police."""
    last = tokens.quote(stop - 1, stop)
    if stop - first > 1:
        return "media" if last.istitle() and last.lower() in source_words().papers else None
    if last.istitle() and first and tokens.words[first - 1] == "the":
        return "media" if last.lower() in source_words().papers else None  # "The Times"
    after = tokens.text[tokens.ends[stop - 1] : tokens.ends[stop - 1] + 40]
    if not last.isupper() or not any(map(str.islower, after)):
        return None
    if last.endswith("PD") and len(last) > 2:
        return "police"
    return "media" if len(last) == 4 and last[0] in "WK" else None
