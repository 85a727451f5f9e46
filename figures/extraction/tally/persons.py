"""Single persons told of in a text: may two of them be the same one ("a boy of nine", "he", "Tomas Reyes, 9")?

A person is known by a name, by a noun that tells the sex or that somebody is a child, by an age. Whatever two
descriptions both tell must agree; where they tell nothing of each other, they may be one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Final

from figures.extraction.numbers.cardinals import number_words
from figures.extraction.tally.counts import least
from figures.lexicon import load
from figures.model import Figure

_HE: Final = frozenset("he him his himself".split())
_SHE: Final = frozenset("she her hers herself".split())
_BACK: Final = frozenset("the that this".split())  # "the boy": somebody told of before
_OWNERS: Final = frozenset("his her their its our my".split())
# nouns that say no more of a person than that somebody was told of
_ANYONE: Final = frozenset(
    "man woman boy girl child kid baby infant toddler teen teenager youth juvenile minor victim person patient male"
    " female old".split()
)
SUFFIXES: Final = frozenset("jr sr ii iii iv".split())  # behind a surname
_TEENS: Final = frozenset("teen teenager teenage youth juvenile minor adolescent".split())
_ANOTHER: Final = re.compile(r"(?i)\b(?:another|others?|second|third|fourth|also|too)\b")
_LIVES: Final = re.compile(
    r"(?i)\b(?:(?:treated|been|was|were|since|later|and) (?:released|discharged)|surviv\w*|recover\w*"
    r"|stable|stabili[sz]ed|(?:non|not)[- ](?:believed to be )?life[- ]threatening)\b"
)
_FOUND: Final = re.compile(
    r"(?i)\b(?:found|located|discovered|respond\w*|arriv\w*|dispatched|called|alerted|came (?:up)?on)\b"
)
_SAME: Final = re.compile(
    r"(?i)\b(?:is|was|be|been|became|becomes?|becoming|as|ma[dk]e\w*|mark\w*)\s+$"
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_AGED: Final = re.compile(r"(?i)\b(\d{1,3}|[a-z]+(?:-[a-z]+)?)[- ](year|month|week|day)s?[- ]old\b")
_AGE_AFTER: Final = re.compile(r"\s*[,(]\s?(?:aged? )?(\d{1,3})\b(?!-)")
_PLACES: Final = {word: n for n, word in enumerate("second third fourth fifth sixth".split(), 2)}
_LABEL: Final = re.compile(r"[# ](\d{1,2})$")
_CHILD: Final = 14  # years up to which nobody is called a man or a woman
_SLACK: Final = 1  # years by which two tellings of one age differ
_MOST_NEAR: Final = 100  # persons looked back at, so that a text of many thousands stays quick
_MOST: Final = 50  # mentions of persons looked back at, so that a text of many names stays quick
_FAR: Final = 600  # characters over which a pronoun reaches back at most


@dataclass(frozen=True, slots=True)
class Person:
    """What a text tells of one person."""

    sex: str = ""  # he, she, or not told
    age: int | None = None
    grown: bool | None = None
    names: tuple[str, ...] = ()
    role: str = ""  # the noun that tells what somebody is, or whose: officer, mother
    pronoun: bool = False
    back: bool = False  # points back to somebody told of before: "he", "the boy"
    new: bool = False  # told of as if for the first time: "a boy"

    def may_be(self, other: Person) -> bool:
        """Is there nothing that tells two descriptions apart?

        >>> boy, girl, ana = Person("he", age=9), Person("she"), Person(names=("ana", "ruiz"))
        >>> boy.may_be(girl), girl.may_be(ana), boy.may_be(Person("he", back=True))
        (False, True, True)
        """
        for mine, its in ((self.sex, other.sex), (self.role, other.role)):
            if mine and its and mine != its:
                return False
        if self.grown is not None and other.grown is not None and self.grown != other.grown:
            return False
        if self.age is not None and other.age is not None and abs(self.age - other.age) > _SLACK:
            return False
        return not self.names or not other.names or self.same_name(other)

    def same_name(self, other: Person) -> bool:
        """Do both bear one surname, and no two given names?"""
        if not self.names or not other.names or self.names[-1] != other.names[-1]:
            return False
        return 1 in (len(self.names), len(other.names)) or self.names[0][0] == other.names[0][0]

    def like(self, other: Person) -> bool:
        """Does something that both tell agree: the age, or that somebody is a child?"""
        if self.age is not None and other.age is not None:
            return abs(self.age - other.age) <= _SLACK
        return self.grown is False and other.grown is False


def person(figure: Figure) -> Person | None:
    """The one person that a figure counts; None where it counts several, or a number counts them.

    >>> from figures.extraction import extract
    >>> boy = person(extract("A 9-year-old boy was killed.")[0])
    >>> boy.sex, boy.age, boy.grown, boy.new
    ('he', 9, False, True)
    """
    words = _WORD.findall(figure.quote)
    if figure.counted == "number" or figure.value not in (None, 1) or not words:
        return None
    low = [w.lower() for w in words]
    if len(words) == 1 and low[0] in _HE | _SHE:
        return Person("he" if low[0] in _HE else "she", pronoun=True, back=True)
    first, last = low[0], low[-1]
    name = figure.counted == "named" and first not in _BACK | _OWNERS and words[-1][0].isupper()
    capitals = (w.lower() for w in words if w[0].isupper()) if name else ()
    names = tuple(w for w in capitals if w not in SUFFIXES)
    sexes = [sex for sex in ("he", "she") if last in _nouns(sex)]
    anyone = last in _ANYONE or figure.quote.lower().endswith(("year-old", "year old"))
    if sexes or anyone or last in _nouns("grown") or figure.groups and len(words) == 1:
        names = ()
    if figure.counted == "named" and (label := _LABEL.search(figure.quote)):
        names = (label[1],)  # "Employee #1", "Driver 2"
    age = _age(figure)
    return Person(
        sexes[0] if len(sexes) == 1 else "",
        age,
        _grown(figure, age, low),
        names,
        role="" if names or anyone else last,
        back=first in _BACK and last in _ANYONE,
        new=figure.counted == "article",
    )


def _age(figure: Figure) -> int | None:
    """ "a 9-year-old boy", "a nine-year-old", "Tomas Reyes, 9, …"; months count as no year."""
    told = _AGED.search(figure.quote)
    if told:
        years = int(told[1]) if told[1].isdigit() else _spelled(told[1].lower())
        return years if told[2].lower() == "year" else 0
    after = _AGE_AFTER.match(figure.sentence, figure.end - figure.sentence_start)
    return int(after[1]) if after else None


def _spelled(words: str) -> int | None:
    """ "three", "twenty-one"; None where it is no number ("a two-and-a-half-year-old")."""
    small = number_words().small
    told = [small.get(word) for word in words.split("-")]
    return None if None in told else sum(n for n in told if n is not None)


def _grown(figure: Figure, age: int | None, words: list[str]) -> bool | None:
    """Grown up, a child, or not told: whoever is in between may be called either."""
    if age is not None:
        return False if age <= _CHILD else None if "child" in figure.groups else True
    if _nouns("grown").intersection(words):
        return True
    return False if "child" in figure.groups and not _TEENS.intersection(words) else None


def place(figure: Figure) -> int:
    """The place that "a second boy", "the third man" has among those told; 0 where it tells none, or of somebody
    told before ("Ruiz was the second boy killed")."""
    before = figure.sentence[: figure.start - figure.sentence_start]
    if figure.counted == "number" or _SAME.search(before):
        return 0
    return next((_PLACES[w] for w in figure.quote.lower().split()[1:3] if w in _PLACES), 0)


def is_next(figure: Figure, told: Sequence[Figure]) -> bool:
    """Is "a second woman" another than those told? Not where "two people" are, or a second was.

    >>> from figures.extraction import extract
    >>> first, second = extract("A woman died on Monday. A second woman died on Friday.")
    >>> is_next(second, [first]), is_next(second, [first, second])
    (True, False)
    """
    if any(place(f) == place(figure) for f in told):
        return False
    who = person(figure)
    if who is None or any(f.counted == "number" for f in told):
        return sum(map(least, told)) == place(figure) - 1
    others = [person(f) for f in told]  # None for "a man and a woman"
    like = [o for o in others if o is None or not who.sex or o.sex in ("", who.sex)]
    return len(like) >= place(figure) - 1


def survivors(dead: Sequence[Figure], hurt: Sequence[Figure]) -> list[Figure]:
    """The figures of the hurt without the single persons who are told dead too.

    "A boy was wounded in the park. He was pronounced dead at the scene": nobody is hurt beside the dead.
    """
    gone = _told_dead(dead, hurt)
    left = [f for f in hurt if f.id not in gone]
    gone = _only_one(dead, left)
    return [f for f in left if f.id not in gone]


def _told_dead(dead: Sequence[Figure], hurt: Sequence[Figure]) -> set[str]:
    """Those who bear the name of somebody dead, or whom "he" or "the boy" makes one with somebody dead."""
    killed = {f.id for f in dead}
    first = min(dead, key=lambda f: f.number_start, default=None)
    told = sorted((*dead, *hurt), key=lambda f: (f.number_start, f.category))
    mentions = [(f, who) for f in told if (who := person(f)) is not None]
    same: dict[str, set[str]] = {}  # figure id → ids of all that tell of that person
    for n, (figure, who) in enumerate(mentions):
        same[figure.id] = {figure.id}
        if figure.id in killed and figure.quote.lower() == "the victim" and figure is not first:
            continue  # he who was told dead, whoever is told of after him
        for before, other in reversed(mentions[max(0, n - _MOST_NEAR) : n]):
            pointed = who.back and who.may_be(other) and _reaches(figure, who, before)
            if pointed or who.same_name(other) or figure.number_start == before.number_start:
                few, many = sorted((same[figure.id], same[before.id]), key=len)
                if few is not many:
                    many |= few
                    same.update(dict.fromkeys(few, many))
                if pointed:
                    break
    return {f.id for f in hurt if same.get(f.id, set()) & killed and not _LIVES.search(f.sentence)}


def _reaches(figure: Figure, who: Person, before: Figure) -> bool:
    """Does "he" stand near, and is nobody else brought in between ("another man … he")?"""
    if who.pronoun and figure.number_start - before.number_start > _FAR:
        return False
    start = max(before.end - figure.sentence_start, 0)
    return not _ANOTHER.search(figure.sentence[start : figure.start - figure.sentence_start])


def _only_one(dead: Sequence[Figure], hurt: Sequence[Figure]) -> set[str]:
    """The hurt of a text that tells of single persons alone, and of none beside the dead or as another: whoever
    may be the one dead is he."""
    if any(f.counted == "number" and f.high != 0 for f in (*dead, *hurt)):
        return set()
    sentences = {f.sentence_start for f in dead}
    if any(f.sentence_start in sentences or _ANOTHER.search(f.sentence) for f in hurt):
        return set()
    told = dict.fromkeys(who for f in dead if (who := person(f)) is not None)
    known = list(islice(told, _MOST_NEAR))
    return {
        f.id
        for f in hurt
        if (who := person(f)) is not None
        and not who.role
        and not _LIVES.search(f.sentence)
        and any(
            who.may_be(d) and (who.like(d) or not who.new or _FOUND.search(f.sentence))
            for d in known
        )
    }


@cache
def _nouns(key: str) -> frozenset[str]:
    return frozenset(load("people")[key].split())
