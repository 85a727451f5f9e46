"""Status and basis: how a count is said (feared, denied, superseded, …) and what it rests on.

Both are told by modifiers (cues.py) whose reach holds the category's word of a reading, or its count where that
comes later ("the toll could reach 500").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from figures.extraction.frames.readings import Reading
from figures.extraction.frames.turned import NEGATED
from figures.extraction.groups.chunks import ADVERB, NOUN, OPEN, PREP, STOP, VERB, Chunk
from figures.extraction.modifiers.cues import Modifier
from figures.extraction.numbers.hedges import change_words
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load_words

# What wins where several modifiers reach one count: "denied that 12 may have died" is denied.
_ORDER: Final = ("retracted", "superseded", "denied", "hypothetical", "feared")
_BASES: Final = ("projected", "estimated", "identified", "registered", "confirmed")
_BODIES: Final = frozenset("body bodies corpse corpses remains".split())
# forms that name people: "the 12 dead"
_PEOPLE: Final = frozenset(("adjective", "past_participle"))
_VERBAL: Final = frozenset(("adjective", "participle", "past_participle", "past"))
# kinds of reach in which what is told can be taken for granted; in the plain ones a participle is told itself
_PLAINLY: Final = frozenset(("that", "clause", "tag", "word"))
_GOVERNING: Final = _PLAINLY | frozenset(("to", "attempt", "means", "of", "ing", "modal", "ahead"))
_DEFINITE: Final = frozenset("the these those his her their its our".split())
_TAKING: Final = frozenset("take takes taking seize seizing capture capturing".split())
_INTO: Final = frozenset("in for to on with by of over about".split())
# what is done about a thing that has happened: "should investigate the killing of 18 people"
_OF_FACTS: Final = frozenset(
    "investigate probe condemn mourn avenge denounce deplore examine explain regret protest remember".split()
)
_LEADING: Final = frozenset(
    "lead leads led leading result results resulted resulting fears threat".split()
)
_LEAVING: Final = frozenset("leave leaves leaving left see sees get have report".split())
# "the attempted murder of"
_UNDONE: Final = frozenset("attempted foiled thwarted averted would-be".split())
# "the LAST two to be found"
_ORDINARY: Final = frozenset("first last latest next only final".split())
_NEITHER: Final = frozenset(("neither", "nor"))
_IF: Final = frozenset(("if", '"'))
_UNSURE: Final = frozenset("suspected probable possible unconfirmed".split())
_COUNTS_LATER: Final = frozenset(("toll", "verb_noun", "noun_of"))


def status_of(
    tokens: Tokens, chunks: list[Chunk], reading: Reading, modifiers: Sequence[Modifier]
) -> tuple[str, Modifier | None] | None:
    """(status, the modifier that tells it), or None for a plain assertion.

    >>> from figures.extraction import extract
    >>> [f.status for f in extract("Up to 40 people are feared dead.")]
    ['feared']
    """
    if reading.superseded:
        return "superseded", None
    if tokens.words[max(0, reading.span[0] - 1)] in _UNDONE:
        return "hypothetical", None
    if _to_come(tokens, chunks, reading):
        return "hypothetical", None
    if reading.trigger.shape == "toll" and _not_reached(chunks, reading):
        return "denied", None
    if reading.trigger.shape == "adjective" and _left_undone(chunks, reading):
        return "denied", None
    if reading.trigger.category == "assisted" and _aimed(tokens, chunks, reading):
        return "hypothetical", None
    if _presumed(tokens, chunks, reading):
        return "feared", None
    if tokens.words[chunks[0].first] in _IF and _if_so(tokens, chunks, reading):
        return "hypothetical", None
    reaching = [m for m in modifiers if _reaches(tokens, chunks, reading, m)]
    if not reaching:
        return None
    first = min(reaching, key=lambda m: _ORDER.index(m.tells))
    return first.tells, first


def _to_come(tokens: Tokens, chunks: list[Chunk], reading: Reading) -> bool:
    """ "3 million people TO BE ASSISTED by June", but "the first 12 to be freed"."""
    by = chunks[reading.by]
    if not (by.kind == VERB and by.to and by.passive and reading.by == reading.at + 1):
        return False
    if tokens.words[by.first + 1 : by.first + 3] == ["to", "be"] and by.main == by.first + 3:
        bound = tokens.words[by.first] in _ARE and tokens.words[by.main] != "found"
        return bound  # "12 men ARE TO BE hanged"
    at = reading.at - (reading.at > 0 and chunks[reading.at - 1].kind == ADVERB)  # "the"
    if at and chunks[at - 1].kind != STOP:
        return False  # "the fire forced 3,000 people to be evacuated"
    before = tokens.words[max(0, reading.counted.first - 3) : reading.counted.first]
    return tokens.words[by.first] == "to" and _ORDINARY.isdisjoint(before)


def _aimed(tokens: Tokens, chunks: list[Chunk], reading: Reading) -> bool:
    """ "The APPEAL was revised TO ASSIST 75,000 people", "CHF 90,000 was ALLOCATED to help it in DELIVERING aid to
    900", "900 are TARGETED": are they those whom it is planned to help?"""
    if reading.trigger.words[0] in _TARGETS:
        return True
    by = chunks[reading.by]
    words = tokens.words[chunks[0].first : by.first]
    if by.kind != VERB or by.passive or _MONEY.isdisjoint(words):
        return False
    if by.to:
        return _MANAGED.isdisjoint(words[-_OF_GRANT:])
    doing = by.main is not None and tokens.words[by.main].endswith("ing")
    return doing and words[-1:] == ["in"] and "to" in words


def _presumed(tokens: Tokens, chunks: list[Chunk], reading: Reading) -> bool:
    """ "Fatalities: 7 SUSPECTED", "Dead: 7 (presumed)", of a label whose count stands behind it."""
    k = reading.at + 1
    if k >= len(chunks) or reading.by != reading.at - 2 or reading.trigger.category not in _FATES:
        return False
    if reading.by and chunks[reading.by - 1].count is not None:
        return False  # "12 deaths: 5 SUSPECTED": how sure each is
    at = chunks[k].first + (chunks[k].kind == OPEN)
    ends = tokens.words[at + 1 : at + 2]
    return tokens.words[at : at + 1] in _DOUBTFUL and (not ends or ends[0] in _END_OF_LABEL)


_FATES: Final = frozenset("killed injured missing".split())
_DOUBTFUL: Final = (["suspected"], ["presumed"], ["feared"], ["probable"])
_END_OF_LABEL: Final = frozenset(", . ; ) ( / | and".split()) | {"\n"}
_ARE: Final = frozenset("is are was were".split())
_TARGETS: Final = frozenset("target targets targeted targeting".split())
_MONEY: Final = frozenset(
    "appeal appeals allocated allocation allocations budget grant grants".split()
)
_OF_GRANT: Final = 6  # tokens before the verb: "the grant ENABLED the agency to feed 900"
_MANAGED: Final = frozenset("managed able enabled continues continued helped".split())


def _not_reached(chunks: list[Chunk], reading: Reading) -> bool:
    """ "The toll HAS NOT PASSED 40", "had NEVER CROSSED even the 5,000 mark": is the size of a toll told by a negated
    verb?"""
    k = reading.at - 1
    while k > reading.by and chunks[k].kind in (ADVERB, PREP):
        k -= 1
    return k > reading.by and chunks[k].kind == VERB and chunks[k].negated


def _left_undone(chunks: list[Chunk], reading: Reading) -> bool:
    """ "DO NOT HOLD 900 workers HOSTAGE": does a negated verb act on those of whom a word behind them tells a state?"""
    if not 0 < reading.at < reading.by:
        return False
    verb, bare = chunks[reading.at - 1], False
    if verb.kind == NOUN and reading.at > 1:
        verb, bare = chunks[reading.at - 2], True  # "did not LEAVE 12 dead"
    return verb.kind == VERB and verb.negated and (bare or verb.main is not None)


def _if_so(tokens: Tokens, chunks: list[Chunk], reading: Reading) -> bool:
    """ "IF we find them dead, THAT IS 105 deaths"."""
    first, words = chunks[0].first, tokens.words
    if words[first + (words[first] == '"')] != "if":
        return False
    so, is_ = words[reading.counted.first - 2 : reading.counted.first] or ("", "")
    return so in ("that", "it", "this") and is_ in ("is", "makes", "means")


def _reaches(tokens: Tokens, chunks: list[Chunk], reading: Reading, modifier: Modifier) -> bool:
    counted, at = reading.counted, reading.span[0]
    if not modifier.reaches(at) and not modifier.reaches(counted.reported[0]):
        return False
    if counted.reported[0] < modifier.first < counted.reported[1]:
        return False  # "12, POSSIBLY 13, men died": how many
    if tokens.words[modifier.first] == "suspected" and reading.trigger.category == "infected":
        if "cases" in tokens.words[modifier.first : modifier.first + 4]:
            return False  # "suspected cases rose to 716": what sort of cases they are
    if modifier.tells == "denied" and reading.trigger.form == NEGATED:
        if modifier.takes == "group" or tokens.words[modifier.first] in _NEITHER:
            return False  # "did not survive": what the negation tells is read already
    if reading.trigger.category == "rescued" and modifier.first == counted.stop:
        if tokens.words[modifier.stop] == "dead":
            return False  # "two people FEARED DEAD turned up alive"
    if modifier.tells == "superseded" and tokens.words[max(0, counted.first - 1)] == "to":
        if tokens.words[max(0, modifier.first - 1)] in change_words():
            return False  # "doubled earlier estimates of the dead to 200"
    if modifier.tells == "superseded" and "but" in tokens.words[modifier.stop : counted.first]:
        return False  # "first put the toll at ten BUT later at nine"
    if modifier.tells == "superseded" and tokens.words[counted.first - 1] == "to":
        rises, comma = tokens.words[counted.first - 2], tokens.words[counted.first - 3]
        if comma == "," and rises in load_words("verbs", "sizes"):
            return False  # "the toll, earlier put at 12, CLIMBED TO 20"
    if modifier.takes == "object" and modifier.tells == "denied" and counted.counted != "number":
        return False  # "a student, NOT AN AID WORKER, was freed": who he is
    if modifier.takes in ("object", "counted", "subject"):
        return modifier.reaches(counted.reported[0])
    if modifier.takes in _GOVERNING and _given(tokens, chunks, reading, modifier):
        return False
    if modifier.reaches(at):
        return modifier.takes != "group" or modifier.first <= at or reading.at == reading.by
    later = reading.trigger.shape in _COUNTS_LATER or reading.at > reading.by
    return later and modifier.reaches(counted.reported[0])


_REST: Final = frozenset(("remaining", "last", "first", "other"))


def _given(tokens: Tokens, chunks: list[Chunk], reading: Reading, modifier: Modifier) -> bool:
    """Is what is counted taken for granted: "tried to save the 22 wounded soldiers", "harm the 12 hostages",
    "visit 30 people hurt by the storm"?"""
    if modifier.tells == "superseded" or modifier.tells == "retracted":
        return False
    counted, at = reading.counted, reading.span[0]
    before = tokens.words[max(0, counted.first - 1)]
    if before in _REST:  # "among THE REMAINING seven miners still missing"
        before = tokens.words[max(0, counted.first - 2)]
    by = chunks[reading.by]
    bare = not (by.passive or by.have or by.modal)
    if _inverted(tokens, chunks, reading.at):
        bare = False  # "were the 12 guards hurt?", "nor were the 12 guards hurt"
    if reading.by == reading.at + 1 and bare and before in _DEFINITE:
        if reading.trigger.form in _PEOPLE and reading.trigger.shape != "intransitive":
            return True  # "whether any of the 12 injured were clerks", "do the 12 people killed have kin?"
    if reading.at == reading.by and counted.head is not None:
        if before in _DEFINITE or modifier.first >= counted.first:
            return True  # "whether the two killings are connected", "12 suspected cases"
        if reading.trigger.form in _VERBAL:
            return at < counted.head
        return bool(tokens.classes[counted.head] & c.PERSON) and before not in _TAKING
    if reading.trigger.shape == "noun_of":
        # "denied that they had a part in the deaths of 12"
        words = tokens.words[max(0, at - 6) : at]
        told = [w for w in words if w in _INTO or w in _OF_FACTS]
        return (
            bool(told)
            and "the" in words
            and not _LEADING.intersection(tokens.words[max(0, at - 4) : at])
        )
    if modifier.takes == "attempt" and tokens.words[at] == "treat":
        return True  # "worked to treat 12 people": they are hurt all the same
    if reading.at > reading.by or not bare:
        return False
    if modifier.takes in _PLAINLY and not chunks[max(0, reading.at - 1)].acting:
        return False  # but "hopeful that they can SAVE 12 people trapped there"
    if reading.trigger.shape != "passive" or counted.unit is None:
        return False
    return not _LEAVING.intersection(tokens.words[modifier.first : counted.first])


def _inverted(tokens: Tokens, chunks: list[Chunk], at: int) -> bool:
    """Does an auxiliary stand before the subject at chunk ``at``?"""
    k = at - 1
    while k >= 0 and tokens.words[chunks[k].first] in _DEFINITE:
        k -= 1
    return k >= 0 and chunks[k].kind == VERB and chunks[k].main is None


def basis_of(
    tokens: Tokens, chunks: list[Chunk], reading: Reading, modifiers: Sequence[Modifier]
) -> tuple[str, int, int] | None:
    """(what the count rests on, the tokens that say so), or None."""
    counted = reading.counted
    head = counted.head
    if head is not None and tokens.words[head] in _BODIES:
        return "bodies_found", head, head + 1
    if reading.trigger.words[0] in _BODIES:
        return "bodies_found", *reading.span
    if counted.counted != "number":
        return None
    reaching = [m for m in modifiers if _reaches(tokens, chunks, reading, m)]
    if not reaching:
        said = counted.reported[1]  # "64 CONFIRMED and 14 probable cases"
        bare = said == counted.stop - 1 and tokens.words[said] == "confirmed"
        return ("confirmed", said, said + 1) if bare else None
    first = min(reaching, key=lambda m: _BASES.index(m.tells))
    some = chunks[reading.at].count
    if first.tells == "identified" and some is not None and some.whole is counted:
        return None  # "identified nine OF THE 12 killed"
    if first.tells == "confirmed" and first.stop - first.first == 1:
        begin = counted.reported[1]
        if not _UNSURE.isdisjoint(tokens.words[begin : max(begin, counted.stop)]):
            return None  # "34 confirmed, probable and suspected cases"
    return first.tells, first.first, first.stop
