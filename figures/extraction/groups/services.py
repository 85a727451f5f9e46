"""Groups that no noun for a person tells: by whom people serve ("seven army personnel", "two members of the security
forces") or by an adjective ("two foreign nationals")."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from figures.extraction.groups.chunks import Counted
from figures.extraction.words.tokens import Tokens
from figures.lexicon import adjective_groups, load, load_words, person_groups
from figures.lexicon import classes as c

_OFFICERS: Final = frozenset(("officer", "officers"))
_FORCE: Final = frozenset(("force", "forces"))
_INITIALS: Final = 7  # letters, and no fewer than two
_OF: Final = 4  # tokens after "members of" in which the service is named


def service(tokens: Tokens, first: int, counted: Counted) -> tuple[str, ...]:
    """The group that a service tells of its members, who are counted by tokens ``[first, counted.stop)``.

    >>> from figures.extraction import extract
    >>> [f.groups for f in extract("Two members of the army and nine members of a choir were killed.")]
    [('combatant',), ()]
    """
    head = counted.head
    if head is None or tokens.words[head] not in load_words("people", "serving"):
        return ()
    named = tokens.words[first:head]
    if tokens.words[head + 1 : head + 2] == ["of"]:
        named = tokens.words[head + 2 : head + 2 + _OF]
    for group, nouns in load("people")["services"].items():
        if not set(nouns.split()).isdisjoint(named):
            return (group,)
    armed = load_words("people", "forces")
    pairs = pairwise(named)
    return ("combatant",) if any(a in armed and b in _FORCE for a, b in pairs) else ()


def past_family(tokens: Tokens, k: int) -> int:
    """The token behind "heads of family", which tell so many families, where it begins at token k; else 0.

    >>> from figures.extraction import extract
    >>> [(f.quote, f.unit) for f in extract("Some 250 heads of family were evacuated, and 40 heads of cattle.")]
    [('Some 250 heads of family', 'household')]
    """
    if tokens.words[k + 1 : k + 2] != ["of"] or k + 2 >= len(tokens):
        return 0
    return k + 3 if tokens.classes[k + 2] & c.HOUSEHOLD else 0


def serving(tokens: Tokens, first: int, k: int) -> tuple[str, ...]:
    """The groups that the noun at token k tells, behind words from token ``first`` on: "navy officers" are no police.

    >>> from figures.extraction import extract
    >>> [f.groups for f in extract("An army officer, two naval officers and four officers were killed.")]
    [('combatant',), ('combatant',), ('police',)]
    """
    told = person_groups().get(tokens.words[k], ())
    if tokens.words[k] not in _OFFICERS or first >= k:
        return told
    soldiers = frozenset(load("people")["services"]["combatant"].split())
    return ("combatant",) if tokens.words[k - 1] in soldiers else told


def described(tokens: Tokens, first: int, k: int) -> tuple[str, ...]:
    """The groups that adjectives from token ``first`` on tell of the noun at token k, right before it.

    >>> from figures.extraction import extract
    >>> [f.groups for f in extract("Two foreign nationals, an elderly man and nine aid workers were killed.")]
    [('foreigner',), ('elderly',), ('aid_worker', 'worker')]
    """
    if k <= first:
        return ()
    table, words = adjective_groups(), tokens.words
    told = table.get(words[k - 1], ())
    if "aid_worker" not in told:
        return told  # those who work alone are aid workers, not "aid seekers"
    works = "worker" in person_groups().get(words[k], ())
    if not works and words[k] not in load_words("people", "serving"):
        return ()
    return (table.get(words[k - 2], ()) if k - 1 > first else ()) + told


def by_initials(tokens: Tokens, counted: Counted) -> bool:
    """Are those counted told by the initials of whom they fight for: "three PKK killed", not "THREE SUV HIT"?"""
    i = counted.reported[1]
    if counted.head != i or counted.counted != "number":
        return False
    word = tokens.text[tokens.starts[i] : tokens.ends[i]]
    if not (word.isupper() and word.isalpha() and 1 < len(word) < _INITIALS):
        return False
    return (
        i + 1 == len(tokens) or not tokens.text[tokens.starts[i + 1] : tokens.ends[i + 1]].isupper()
    )


def initials(tokens: Tokens, k: int) -> bool:
    """Do the initials of a body's name stand in the bracket at token k, and who is of it behind them: "Unity Party (UP)
    LEADER"?"""
    if tokens.words[k + 2 : k + 3] != [")"] or not tokens.capital(k - 1) or k + 3 >= len(tokens):
        return False
    return tokens.quote(k + 1, k + 2).isupper() and bool(tokens.classes[k + 3] & c.PERSON)
