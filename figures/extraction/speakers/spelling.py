"""What the capitals of a noun group tell: where a name begins in it, acronyms, who is meant by WHO."""

from __future__ import annotations

from typing import Final

from figures.extraction.places.gazetteer import is_common_word, key
from figures.extraction.places.names import LISTS, best_known
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c


def office_holder(tokens: Tokens, head: int, stop: int, determined: bool = False) -> int:
    """Where the name of who holds an office begins, behind the "of" at token ``head``: "governor of New Lesk ANA RUIZ",
    "minister of health ANA RUIZ"; 0 where no name follows.

    >>> from figures.extraction.words.tokens import tokenize
    >>> t = tokenize("Mayor of Upper Lesk Ana Ruiz said so.")
    >>> t.words[office_holder(t, 1, 6)]
    'ana'
    """
    words, name = tokens.words, stop - 2
    if words[head] not in ("of", "for") or name <= head + 1:
        return 0
    if (
        words[head - 1] not in _OFFICES
        or not _forename(tokens, name)
        or not _forename(tokens, name + 1)
    ):
        return 0
    if best_known(key(tokens.quote(head + 1, stop))) or best_known(key(tokens.quote(name, stop))):
        return 0  # "the mayor of San Pedro Sula", "the governor of Upper New Castile"
    if all(is_common_word(key(tokens.quote(k, k + 1))) for k in (name, name + 1)):
        return 0  # "the minister of Public Health Services"
    # "the head of the Lesk city ADMINISTRATION Ana Ruiz"
    body = words[name - 1] in LISTS.bodies | LISTS.divisions
    if determined and not body and not best_known(key(tokens.quote(head + 1, name))):
        if not all(is_common_word(key(tokens.quote(k, k + 1))) for k in range(head + 1, name)):
            return 0  # "THE governor of Sierra Lesk Sul"
    return 0 if words[stop - 1] in LISTS.bodies | LISTS.divisions | LISTS.spots else name


def _forename(tokens: Tokens, k: int) -> bool:
    """May the word at token k be part of a person's name: in title case, of no class, no ordinary word?"""
    shown = tokens.quote(k, k + 1)
    plain = shown.istitle() and shown.isalpha() and not tokens.classes[k] & ~_NAMES
    return plain and tokens.words[k] not in LISTS.directions


_NAMES: Final = c.PERSON_ONE | c.SPEAKER  # "Ana Baker" tells a trade, too
_OFFICES: Final = frozenset(
    "governor mayor minister secretary director president head chief commissioner chairman chairwoman prefect"
    " administrator superintendent spokesman spokeswoman spokesperson coordinator ambassador commander rector"
    " premier".split()
)


def proper_end(tokens: Tokens, first: int, stop: int) -> int:
    """Where the name in "the lead negotiator Ana Ruiz" begins: two capitals after a common noun."""
    k = stop
    while k > first and tokens.capital(k - 1) and tokens.words[k - 1].isalpha():
        k -= 1
    common = k > first and tokens.text[tokens.starts[k - 1]].islower()
    return k if common and stop - k > 1 else first


def is_who(tokens: Tokens, i: int) -> bool:
    """The World Health Organization, not the relative pronoun."""
    return (
        tokens.words[i] == "who"
        and tokens.text[tokens.starts[i] : tokens.ends[i]] == "WHO"
        and (any(map(str.islower, tokens.text[tokens.ends[i] : tokens.ends[i] + 40])))
    )


def acronym(tokens: Tokens, i: int) -> bool:
    """Is token i written like an acronym ("NDRRMC", "MoPH")?"""
    word = tokens.text[tokens.starts[i] : tokens.ends[i]]
    return len(word) > 1 and word.isalpha() and sum(map(str.isupper, word)) > 1


def in_name(tokens: Tokens, k: int) -> bool:
    """Is the verb at token k part of a name: "the governor of LOWER Orda"?"""
    if tokens.words[k - 1] not in ("of", "the") or not (
        tokens.capital(k) and tokens.capital(k + 1)
    ):
        return False
    return mixed_case(tokens, k)


def mixed_case(tokens: Tokens, i: int) -> bool:
    """Is the capitalised token i no word in capitals ("United States", not "HE STATES")?"""
    return any(map(str.islower, tokens.text[tokens.starts[i] : tokens.ends[i]]))


def title_case(tokens: Tokens, first: int, stop: int) -> bool:
    """A name made of common words: "Human Rights Watch", "White Helmets"."""
    words = mixed = 0
    for k in range(first, stop):
        if tokens.words[k] in SMALL and k > first:
            continue
        start, end = tokens.starts[k], tokens.ends[k]
        if not tokens.capital(k):
            return False
        words += 1
        mixed += not tokens.text[start:end].isupper()
    return words > 1 and mixed > 0


SMALL: Final = frozenset(
    "of the and de del la el al bin ibn van von der du di e y 's - ' & for".split()
)


def begins_place(tokens: Tokens, k: int, stop: int) -> bool:
    """Does a place's name begin with what is a people's elsewhere: "TAMIL Nadu"?"""
    if k + 1 >= stop or not tokens.capital(k + 1):
        return False
    return best_known(key(tokens.quote(k, k + 2))) is not None
