"""How far the words reach that tell of one count: the places in them are its own."""

from __future__ import annotations

from functools import cache
from typing import Final

from figures.categories import trigger_table
from figures.extraction.events import event_nouns
from figures.extraction.places.names import PlaceMention
from figures.extraction.speakers.recording import RECORDING
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load_words

_EVENT: Final = 8  # tokens in which an event is told
_ASIDE: Final = 10  # tokens of what "including" opens
_GOES_ON: Final = c.SUBORDINATOR | c.PREPOSITION | c.AUXILIARY | c.VERB
_ASIDES: Final = frozenset(("including", "among", "whom", "besides"))
_BREAKS: Final = _ASIDES | {"while", "whereas", "but", ";"}


def clause(tokens: Tokens, at: int, stop: int) -> tuple[int, range]:
    """Where what is said of the count at ``at`` ends, and an aside in it: places behind "including" are those of its
    parts.

    >>> from figures.extraction.words.tokens import tokenize
    >>> t = tokenize("Ten died in Lesk while nine were hurt in Orda.")
    >>> t.words[clause(t, 0, len(t))[0]]
    'while'
    """
    aside = range(0)
    for i in range(at + 1, stop):
        if i < aside.stop:
            continue
        word = tokens.words[i]
        if word in _ASIDES and (closes := _aside_closes(tokens, i, stop)):
            aside = range(i, closes)
        elif (
            word in _BREAKS
            and not (word == "while" and _same_subject(tokens, i + 1, stop))
            or word == "as"
            and tokens.words[i - 1] == ","
            and _tells(tokens, i + 1, stop)
            or tokens.words[i - 2 : i + 1] == [",", "of", "which"]
            or word == "and"
            and _opens_event(tokens, i + 1)
        ):
            return i, aside
    return stop, aside


def _same_subject(tokens: Tokens, k: int, stop: int) -> bool:
    """ "Twelve died while WATCHING a match in Lesk": what those counted did themselves, not "while injuring 40"."""
    if k >= stop or not tokens.words[k].endswith("ing"):
        return False
    return not tokens.classes[k] & c.TRIGGER


def _tells(tokens: Tokens, k: int, stop: int) -> bool:
    """ "Nine were hurt, as NEIGHBOURING LENIA REPORTED eight deaths": does another tell another count there?"""
    verb = next((i for i in range(k, min(stop, k + _ASIDE)) if tokens.words[i] in RECORDING), stop)
    return any(tokens.classes[i] & c.NUMERAL for i in range(verb, stop))


def _opens_event(tokens: Tokens, first: int) -> bool:
    """ "A blast in Lesk that killed eight and A RAID in Orda": is another event told from token ``first`` on?"""
    if tokens.words[first : first + 1] not in (["a"], ["an"], ["another"]):
        return False
    for k in range(first + 1, min(first + _EVENT, len(tokens))):
        if tokens.words[k] in event_nouns()[0]:
            return True
        if tokens.words[k] == "-" and tokens.glued(k):
            continue  # "a commando-style attack"
        if tokens.classes[k] & (_GOES_ON | c.TRIGGER | c.PUNCTUATION):
            return False  # "and another HURT BY shelling"
    return False


def _aside_closes(tokens: Tokens, i: int, stop: int) -> int:
    """Where the aside that the word at token i opens ends: behind a comma with which a phrase or the verb goes on, or
    at the verb of those told before it ("12 villagers including two cooks WERE killed"); 0 where it does not end."""
    # may the next verb be the aside's own: "most of WHOM WERE boys"?
    own = tokens.words[i] != "including"
    for k in range(i + 1, min(stop - 1, i + _ASIDE)):
        bits = tokens.classes[k]
        after = k + 1
        if tokens.words[k] == "," and (
            tokens.classes[after] & _GOES_ON or tokens.words[after] in _fates()
        ):
            return after
        own |= bool(bits & c.RELATIVE)
        if bits & c.AUXILIARY and not own:
            return k
    return 0


@cache
def _fates() -> frozenset[str]:
    """What befalls people, told by a verb alone: "died", "fled"."""
    table = trigger_table()
    return frozenset(
        word
        for word in table
        if any(t.shape == "intransitive" and t.form.startswith("past") for t in table[word])
    )


def before_or_after(tokens: Tokens, at: int, place: int) -> bool:
    """ "Nine died in a raid days AFTER 12 WERE KILLED IN ORDA": is the place of what was days before or after the count
    and its verb, the later of which is token ``at``?"""
    words = tokens.words
    for i in range(at + 1, place - 1):
        if words[i] in ("after", "before") and words[i - 1] in load_words("incidents", "spans"):
            goes_on = words[i + 1].endswith("ing") or tokens.classes[i + 1] & c.PREPOSITION
            return not goes_on  # but "weeks after BEING seized in Lesk", "the day before IN Lesk"
    return False


def told_last(tokens: Tokens, told: list[PlaceMention], at: int, stop: int) -> PlaceMention | None:
    """The place behind the count of others that "while" at token ``at`` opens, which is that of both: "two died, while
    five OTHERS were hurt in a crash IN HALE", "two homes fell, while FIVE WERE damaged IN HALE"."""
    count = next((k for k in range(at, stop) if tokens.classes[k] & _COUNTED), stop)
    bare = count + 1 < stop and tokens.classes[count + 1] & c.AUXILIARY
    if not bare and _OTHERS.isdisjoint(tokens.words[at : at + _NEAR_WHILE]):
        return None
    found = next((m for m in told if m.first > at), None)
    return found if found is not None and count < found.first else None


_OTHERS: Final = frozenset("other others another more".split())
_NEAR_WHILE: Final = 6  # tokens from "while" to "others"
_COUNTED: Final = c.NUMERAL | c.UNNUMBERED
