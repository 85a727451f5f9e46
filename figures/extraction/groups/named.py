"""One person known by name, by a description or by a pronoun: "Ana Ruiz", "the driver", "Reyes's wife", "him".

Each is one person. Such figures are stored, printed only with ``--named``, and stand in a tally only where no
number counts them.
"""

from __future__ import annotations

from typing import Final

from figures.extraction.groups.chunks import Counted
from figures.extraction.places.names import LISTS
from figures.extraction.words.tokens import Tokens
from figures.extraction.words.vocabulary import is_role, things
from figures.lexicon import classes as c
from figures.lexicon import person_groups, phrase_nouns

_DEFINITE: Final = frozenset("the his her their its our my".split())
_OF_OWNERS: Final = frozenset(("'s", "'"))
_PARTICLES: Final = frozenset(
    "al el de la del da dos bin ibn abu van von der ul ur di du y e -".split()
)
OWNERS: Final = frozenset("his her".split())
SELVES: Final = frozenset("himself herself themselves".split())
_MANY: Final = frozenset("police staff crew personnel".split())  # several people, though no plural
# headlines' verbs
_NAMING: Final = frozenset(
    "identify identified identifies names ids id'd charges seeks arrests releases".split()
)
_LAST: Final = frozenset("last this early late next".split())  # before a time
_ONE_BE: Final = (["was"], ["has"], ["is"])
_PERSONAL: Final = frozenset("he she him".split())
# "an officer of the Lesk and Civil Defence CORPS"
_OFFICES: Final = frozenset(
    "corps agency ministry authority commission committee council bureau department institute association".split()
)
_LANDS: Final = frozenset("republic kingdom federation strip".split())  # "Gaza Strip"
# in text in capitals: "2.5 KG PURE COCAINE"
_MEASURES: Final = frozenset("kg km gr mm cm lb lbs".split())
_PLACES: Final = frozenset(
    "san santa santo puerto ciudad villa nueva nuevo new port fort mount lake saint st"
    " lower upper north south east west northern southern eastern western".split()
)
_NO_FIRST, _NO_LAST = _PLACES | _MEASURES, _LANDS | _OFFICES
_NO_NAMES: Final = (
    c.PLACE_NOUN
    | c.MONTH
    | c.WEEKDAY
    | c.TIME
    | c.COLLECTIVE
    | c.BUILDING
    | c.HOUSEHOLD
    | c.NUMERAL
)
_MONTH_NAMES: Final = frozenset("jan april may june".split())
_MEMORY: Final = 400  # tokens in which a name told in full is remembered
_LONGEST: Final = 12  # tokens of a name with its titles
_HEADED: Final = frozenset(
    "village town tribal tribe community clan district ward council party".split()
)
_HYPHENED: Final = frozenset(
    "passer-by passer-through runner-up hanger-on looker-on in-law".split()
)
_LED: Final = frozenset(noun.rpartition("-")[2] for noun in _HYPHENED) | {"head"}
_AFTER_AGE: Final = frozenset(", . ; )".split())
_LABEL: Final = 2  # digits of the number that tells one person from another
# in capitals, where they look like names: endings of what is no person, and words
_ABSTRACT: Final = (
    "tion",
    "tions",
    "ties",
    "ment",
    "ments",
    "ship",
    "ness",
    "ings",
    "ance",
    "ances",
    "ence",
    "ism",
    "ure",
    "ures",
)
_NOT_NAMED: Final = frozenset(
    "sources material materials permits amounts ideas anything everything something nothing beings lords actions"
    " goods funds documents equipment supplies money property why shut down doing enough specific great abundant large"
    " several these those such hopes fears calls talks records reports orders rights interests needs plans".split()
)
_PREFIXES: Final = frozenset("co ex step vice sub great non".split())  # "ex-wife", "co-pilot"
_AFTER_HER: Final = (
    c.PUNCTUATION
    | c.PREPOSITION
    | c.CONJUNCTION
    | c.SUBORDINATOR
    | c.AUXILIARY
    | c.ADVERB
    | c.TIME
    | c.WEEKDAY
)


def stands_for_one(tokens: Tokens, i: int, stop: int) -> bool:
    """Is the word a pronoun for one person?"""
    word = tokens.words[i]
    if word != "her":
        return word in _PERSONAL
    k = i + 1
    while k < stop and tokens.words[k] in _ASIDES:  # 'her "unbelieving" (HEATHEN) parents': hers
        closes = range(k + 1, min(stop, k + _ASIDE))
        mark = _ASIDES[tokens.words[k]]
        k = next((j for j in closes if tokens.words[j] == mark), stop) + 1
    return k >= stop or bool(tokens.classes[k] & _AFTER_HER)


_ASIDES: Final = {'"': '"', "'": "'", "(": ")"}
_ASIDE: Final = 6  # tokens of a word in quotation marks or brackets behind "her"


def person_in(tokens: Tokens, first: int, stop: int, shouted: bool) -> Counted | None:
    """The one person that the noun group of tokens ``[first, stop)`` tells of, or None.

    ``shouted`` tells that the sentence is in capitals, where a capital letter tells nothing.
    """
    words = tokens.words
    if not shouted or words[first] in _DEFINITE:
        end = stop
        while stop - first > 1 and (
            _time(tokens, stop - 1) or stop < end and words[stop - 1] in _LAST
        ):
            stop -= 1  # "killed his wife LAST SATURDAY NIGHT"
    if not 0 < stop - first <= _LONGEST or first and tokens.classes[first - 1] & c.NEGATION:
        return None  # too long; or "neither driver was hurt"
    head = stop - 1
    if words[first] == "the" and words[first + 1 : stop] == ["other"]:
        after = tokens.classes[stop : stop + 2]  # "killing one guard and wounding the other"
        several = len(after) == 2 and after[0] & c.TRIGGER and after[1] & c.PERSON
        return None if several and words[stop + 1].endswith("s") else person(first, stop)
    owned = head > first and "'s" in words[first:head]
    described = owned or words[first] in _DEFINITE
    if described:
        if _role(tokens, head):
            return person(first, stop, person_groups().get(words[head], ()), head)
        if owned:
            at = first + words[first:head].index("'s") + 1
            ranked = any(
                tokens.classes[i] & (c.TITLE | c.ROLE | c.PERSON_ONE) for i in range(at, head)
            )
            return _name(tokens, at, stop, shouted, 2) if ranked else None
    least = 2 if described and shouted else 1  # "THE CIVILIAN MILITIA" names nobody
    named = _name(tokens, first, stop, shouted, least)
    if named or described:
        return named
    # "Coroner identifies MAN killed in crash"
    first = next((i + 1 for i in range(head - 1, first, -1) if words[i] in _NAMING), first)
    bare = _bare(tokens, first, head)
    return person(first, stop, person_groups().get(words[head], ()), head) if bare else None


def _time(tokens: Tokens, i: int) -> bool:
    """Does the word tell a time, and is no name, such as Day?"""
    bits = tokens.classes[i]
    return bool(bits & c.WEEKDAY or bits & c.TIME and not tokens.capital(i))


def _role(tokens: Tokens, head: int) -> bool:
    """Does this noun, after "the" or an owner, tell of one person?"""
    bits, word = tokens.classes[head], tokens.words[head]
    if word == "head" and tokens.words[head + 1 : head + 2] == ["of"] or leads(tokens, head):
        return True
    if word in things() or word in _MANY or bits & c.COLLECTIVE:
        return False
    if word == "guard" and tokens.capital(head):
        return False  # "the Coast Guard"
    return bool(bits & c.PERSON_ONE) or not bits and is_role(word) and not tokens.capital(head)


def leads(tokens: Tokens, head: int) -> bool:
    """ "A village HEAD", "his brother-in-LAW", "a passer-BY": does the noun tell of a person by the words before it?"""
    word = tokens.words[head]
    if word not in _LED:
        return False  # most
    before = tokens.words[max(0, head - 2) : head]
    if before[-1:] == ["-"]:
        return before[0] + "-" + word in _HYPHENED
    return word == "head" and before[-1:] != [] and before[-1] in _HEADED


def _bare(tokens: Tokens, first: int, head: int) -> bool:
    """A role without an article, as headlines have it: "prominent cleric", "bodyguard"."""
    if not tokens.classes[head] & c.PERSON_ONE and tokens.words[head] not in _MANY:
        return False
    if first and tokens.classes[first - 1] & (c.NUMERAL | c.ORDINAL) == c.NUMERAL:
        return False  # "one person in 13"
    if tokens.words[head] in things():
        return False
    if tokens.words[head] in _MANY:
        if first == head or tokens.words[head + 1 : head + 2] not in _ONE_BE:
            return False  # "police", but "national staff was kidnapped"
    return all(
        (
            tokens.words[i].isalpha()
            or tokens.words[i] == "-"
            and tokens.words[i - 1] in _PREFIXES
            or tokens.of_place(i)  # "St. Hale woman hurt"
        )
        and not tokens.classes[i] & c.DETERMINER
        and tokens.words[i] != "more"  # "claimed more civilian lives"
        for i in range(first, head)
    )


def _forename(tokens: Tokens, i: int, stop: int) -> bool:
    """Is a month at token i the forename of a person: "JUNE Hale was shot", but "since JUNE Hale has shut"?"""
    if tokens.words[i] not in _MONTH_NAMES or i + 1 >= stop or tokens.classes[i + 1]:
        return False
    return not i or not tokens.classes[i - 1] & (
        c.NUMERAL | c.PREPOSITION | c.TIME | c.SUBORDINATOR
    )


def _name(tokens: Tokens, first: int, stop: int, shouted: bool, least: int) -> Counted | None:
    """A name, with or without what the person is before it: "police chief Luis Rey", "Sgt. Ali Talib"."""
    words, classes, text, starts = tokens.words, tokens.classes, tokens.text, tokens.starts
    last = words[stop - 1]
    if (
        last == "-"
        or classes[stop - 1] & (c.PERSON | c.PERSON_ONE) == c.PERSON  # "local Taliban": several
        or not text[starts[stop - 1]].isupper()
    ):
        return None  # most noun groups; "K-9"; "a van"
    if (
        not shouted
        and stop - first > 1
        and not classes[first] & c.ARTICLE  # "an INGO": one of its staff
        and len(last) > 2
        and text[starts[stop - 1] : tokens.ends[stop - 1]].isupper()
    ):
        return None  # "clashes in Orda, Lesk LGA"
    name = first
    for i in range(stop - 2, first - 1, -1):
        if classes[i] & (c.TITLE | c.PERSON) or words[i] == "." and i > first:
            if tokens.of_place(i):
                return None  # "St. Hale Hospital"
            name = i + 1
            break
    titled = name > first
    if shouted and not (titled or tokens.shouted or _aged(tokens, stop)):
        if not _named_elsewhere(tokens, stop - 1):
            return None  # "DRY SPELLS", on a line in capitals of a text that has others
    for i in range(name, stop):
        if words[i] in _PARTICLES:
            continue
        if not text[starts[i]].isupper() or not words[i][0].isalpha():
            return None
        # "Officer Dan Mills", "James Hill, 30,"
        surname = name < i == stop - 1 and not shouted and (titled or _aged(tokens, stop))
        if classes[i] & _NO_NAMES and not (surname and classes[i] & (c.BUILDING | c.PLACE_NOUN)):
            if i > name or shouted or not _forename(tokens, i, stop):
                return None
        if classes[i] & (c.PERSON | c.DEMONYM | c.SPEAKER) and not titled:
            return None
        if words[i] in things() and not surname or (shouted and classes[i]):
            return None
    if not titled and (words[name] in _NO_FIRST or last in _NO_LAST):
        return None
    if (
        shouted
        and not titled
        and (last.endswith(_ABSTRACT) or not _NOT_NAMED.isdisjoint(words[name:stop]))
    ):
        return None  # "SEIZED PROPAGANDA MATERIAL", "GAVE SPECIFIC INFORMATION"
    if tuple(words[first:stop]) in phrase_nouns("country"):
        return None  # "in Goma, DR CONGO"
    if words[stop : stop + 1] == ["("] and _shortened(tokens, name, stop):
        return None
    if not titled and text[starts[name]].islower() and stop - name == 3 and words[name + 1] == "-":
        if last not in words[max(0, name - _MEMORY) : name]:
            return None  # "captured al-Bab": a town, but "Omar al-Beg … al-Beg"
    if not titled and stop - name == 1 and _named_before(tokens, name):
        return person(first, stop)
    if stop - name < (least if titled else 2) or classes[name] & c.DETERMINER:
        return None
    if not titled and words[stop : stop + 1] in (["and"], [","]) and _of_places(tokens, stop):
        return None  # "across the Lesk, ORDA HALE and Orlo camps"
    timed = (i + 1 for i in range(name - 1, first - 1, -1) if classes[i] & c.TIME)
    first = next(timed, first)  # "it the same night presidential hopeful Ruiz"
    told = next(
        (g for i in range(name - 1, first - 1, -1) if (g := person_groups().get(words[i]))), ()
    )
    return person(first, stop, told, None)


def _of_places(tokens: Tokens, k: int) -> bool:
    """Does a list of names go on at token k that ends with what places they are: "…, Orlo and Lesk CAMPS"?"""
    words = tokens.words
    end = min(len(tokens), k + _LISTED)
    while k < end and (words[k] in (",", "and") or tokens.capital(k)):
        k += 1
    return k < end and words[k] in LISTS.divisions and words[k].endswith("s")


_LISTED: Final = 8  # tokens of what follows a name in a list


def _shortened(tokens: Tokens, first: int, stop: int) -> bool:
    """ "Basic Health Education (BHE) is missing": does the bracket at token ``stop`` hold the first letters of a name,
    which is none of a person then?"""
    letters = tokens.quote(stop + 1, stop + 2) if tokens.words[stop + 2 : stop + 3] == [")"] else ""
    initials = "".join(word[0] for word in tokens.words[first:stop])
    return len(letters) > 1 and letters.isupper() and letters.lower() == initials


def _aged(tokens: Tokens, i: int) -> bool:
    """Does an age behind a comma begin at token i, and end what is told of somebody?"""
    words = tokens.words[i : i + 3]
    return (
        len(words) == 3
        and words[0] == ","
        and words[2] in _AFTER_AGE
        and words[1].isdecimal()
        and len(words[1]) < 3
    )


def _named_before(tokens: Tokens, i: int) -> bool:
    """Is the word the last of a name told before: "Omar Belkin … Belkin died"?"""
    since = max(1, i - _MEMORY)
    if tokens.words[i] not in tokens.words[since:i]:
        return False
    k = tokens.words.index(tokens.words[i], since)
    before = tokens.classes[k - 1]
    return tokens.capital(k - 1) and not before & ~(c.TITLE | c.PERSON | c.PERSON_ONE)


def _named_elsewhere(tokens: Tokens, i: int) -> bool:
    """Does the word stand in the text with a capital letter alone, as names do?"""
    return any(tokens.quote(k, k + 1).istitle() for k in tokens.standing[tokens.words[i]])


def labelled(tokens: Tokens, first: int, k: int, stop: int) -> Counted | None:
    """People whom numbers tell apart, from token k on: "Employee #1", "Driver 2", "Employees #1 and #2"."""
    words, head = tokens.words, k - 1
    if not tokens.classes[head] & c.PERSON or not (words[k] == "#" or tokens.capital(head)):
        return None
    many = 0
    end = k
    while k < stop:
        k += words[k] == "#"
        if k >= stop or not words[k].isdecimal() or len(words[k]) > _LABEL:
            break
        many, end = many + 1, k + 1
        k = end
        if "#" in words[k : k + 3]:  # ", and #3"
            while words[k] in (",", "and"):
                k += 1
    if not many:
        return None
    told = person(first, end, person_groups().get(words[head], ()), head)
    if many > 1:
        told.value = told.low = told.high = many
        told.counted = "article"
    return told


def person(first: int, stop: int, groups: tuple[str, ...] = (), head: int | None = None) -> Counted:
    """One person, told by the tokens ``[first, stop)``."""
    return Counted(
        first, stop, 1, 1, 1, "exact", (first, stop), "named", "person", head=head, groups=groups
    )
