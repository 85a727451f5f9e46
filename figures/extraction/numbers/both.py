"""Does "both" count two: "both drivers died", and no two sides, kinds or verbs?"""

from __future__ import annotations

from typing import Final

from figures.extraction.numbers.surroundings import COUNTED
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_PLURAL: Final = ("s", "men", "women", "people", "children", "crew")
_BOTH_BE: Final = frozenset("were are have had remain remained".split())
_DIED: Final = frozenset(
    "died perished drowned survived escaped fled succumbed disappeared vanished".split()
)


def both_counts(tokens: Tokens, i: int, stop: int) -> bool:
    """ "Both drivers died", "both were killed", "both of them"; not "both sides", "both killed and hurt"."""
    words, classes = tokens.words, tokens.classes
    if i + 1 >= stop or i and classes[i - 1] & (c.AUXILIARY | c.PRONOUN):
        return False
    after, bits = words[i + 1], classes[i + 1]
    joint = next((k for k in range(i + 1, min(stop, i + 4)) if words[k] in (",", "and")), i)
    shared = after in _BOTH_BE and words[joint - 1] not in _BOTH_BE  # "both WERE shot AND killed"
    if words[joint] == "and" and words[joint - 1] not in _DIED and not shared:
        then = classes[min(joint + 1, stop - 1)]
        tells = bits & COUNTED and then & c.TRIGGER and not then & COUNTED
        if after == "the" or not (tells or then & (c.ARTICLE | c.DETERMINER | c.NUMERAL)):
            return False  # "both men and women"; but "both drivers died/and INJURED …", "both drivers and A guard"
    if after == "of":
        return words[i + 2 : i + 3] in (["them"], ["the"], ["these"], ["those"], ["whom"])
    if bits & COUNTED:
        if i + 2 < stop and classes[i + 2] & COUNTED:
            after = words[i + 2]  # "both POLICE OFFICERS"
        return after.endswith(_PLURAL)
    if not bits & ~c.DEMONYM and i + 2 < stop and classes[i + 2] & COUNTED:
        apart = i > 0 and words[i - 1] in ",-("  # "Ruiz and Rey, both council members"
        return not apart and words[i + 2].endswith(_PLURAL)  # "both train drivers"
    if after in _DIED:  # not "they both died"
        joined = not i or classes[i - 1] & (c.PUNCTUATION | c.CONJUNCTION)
        return bool(joined or words[i - 1] == "where")
    if i and (bits & c.PUNCTUATION or after == "instantly"):
        return bool(classes[i - 1] & c.TRIGGER) and words[i - 1].endswith("ing")  # "killing both"
    return bool(bits & c.AUXILIARY) and after in _BOTH_BE
