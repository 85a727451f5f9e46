"""The toll of one category as a text goes on: which counts add to those told so far, and which tell them anew."""

from __future__ import annotations

import re
from typing import Final

from figures.extraction.tally.counts import Count, anyone, every_one, least, noun, otherwise
from figures.extraction.tally.persons import SUFFIXES, is_next, person, place
from figures.lexicon import kin, load
from figures.model import Figure

_ALL: Final = re.compile(r"(?i)\b(?:total|in all|altogether|overall)\b")
_IN_ALL: Final = re.compile(r"(?i)\b(?:in total|in all|altogether),?\s+$")
# "…, FOR A TOTAL OF 15 deaths"; of it the killers' own are no victims
_FOR_A_TOTAL: Final = re.compile(r"(?i)\b(?:for|making|bringing|with) a total of\s+$")
_OWN_HAND: Final = re.compile(r"(?i)\b(?:suicide|(?:him|her|them)sel(?:f|ves)|own li(?:fe|ves))\b")
# a line that tells no more than a count: "Fatalities: 100"
_LABEL: Final = re.compile(
    r"(?i)\W*(?:total )?(?:fatalit(?:y|ies)|deaths?|dead|killed|death toll|injur(?:ed|ies)|wounded|hurt)\s?[:=]"
)
_THE_DEAD: Final = re.compile(r"(?i)\bthe\s+$")
_PRONOUNS: Final = frozenset("he him his she her they them their it its himself herself".split())
_THE: Final = re.compile(r"(?i)(?:the|an?|his|her|their|its)\b")
_RISEN: Final = re.compile(
    r"(?i)\b(?:r[io]se[ns]?|climb\w*|increas\w*|gr[eo]w\w*|jump\w*|rais\w*|br(?:ought|ing\w*)|reach\w*|push\w*|pass(?:ed|es)|cross\w*|now|revis\w*|updat\w*|final)\b"
)
# "later gave THE TOLL AS two dead and five hurt"
_TOLL_AS: Final = re.compile(r"(?i)\blater\b.{1,60}\btoll (?:as|at|to)\b[^,;.]{0,40}$")
_PUT_IT: Final = re.compile(r"(?i)\b(?:it|figure|toll|number) (?:at|to)\s+(?:least\s+)?$")
_NEXT: Final = re.compile(r"(?i)\b(?:then|next|afterwards)\b")
# of those told: "found THE SEVEN OTHERS dead"
_THE_OTHERS: Final = re.compile(r"(?i)\bthe(?: \w+)? others$")
_OTHERS: Final = re.compile(r"(?i)\bothers?\b")
_BY_CHANCE: Final = 3  # counts no larger than this may be equal by chance
_ONE_BY_ONE: Final = 20  # single persons told at most, among whom one is looked for
_FAR: Final = 500  # characters from what was told to what adds to it
# groups of people of which a person is in one at most, but for civilians
_ARMED: Final = frozenset({"police", "combatant", "peacekeeper"})
_CALLINGS: Final = _ARMED | frozenset(
    {"official", "journalist", "aid_worker", "medic", "worker", "student", "detainee"}
)


# kinds of people beside whom others may be left ("seven children were killed … 121 people were killed")
_KINDS: Final = _CALLINGS | {"child", "woman", "elderly"}


class Running:
    """What the document has told so far: figures that count different people."""

    figures: list[Figure]
    best: Count  # what they come to together
    keys: set[tuple[object, ...]]
    partial: bool  # are all single persons or of certain callings, so that others may be left?
    named: bool  # are all of them names?
    heard: set[str]  # the ids of all figures of the sentences before
    last: list[str]  # and of the last one
    again: set[str]  # of these the single persons who may be one of those told

    def __init__(self) -> None:
        self.heard, self.last, self.again = set(), [], set()
        self.tell_anew([])

    def tell(self, figures: list[Figure]) -> None:
        """Add figures that count other people than those told so far."""
        for f in figures:
            self.figures.append(f)
            self.best += least(f)
            self.keys.add(_key(f))
            self.partial &= f.counted != "number" or not _KINDS.isdisjoint(f.groups)
            self.named &= _is_name(f)

    def tell_anew(self, figures: list[Figure]) -> None:
        """Put figures in the place of those told so far."""
        self.figures, self.best, self.keys = [], 0, set()
        self.partial = self.named = True
        self.tell(figures)

    def hear(self, sentence: list[Figure]) -> None:
        """Take in what one more sentence tells."""
        self.heard.update(self.last)
        self.last = [f.id for f in sentence]
        said = once_each(_unclaimed(sentence))
        if not self.best and any(least(f) for f in said) or not self.figures:
            self.tell_anew(said)
            return
        more = [f for f in said if f.adds_to is not None or place(f) or in_turn(f)]
        plain = [f for f in said if f not in more and not _claimed(f)]
        if plain and all(map(_claimed, self.figures)) and _of_one_kind(plain[0], self.figures[0]):
            self.tell_anew(said)
            return
        if plain:
            best = sum(least(f) for f in plain)
            if self.vague and plain[0].counted == "number" and (plain[0].value or 0) >= self.best:
                first, speaker = plain[0], plain[0].attributed_to
                beside = [f for f in plain if f.attributed_to == speaker and _apart(f, first)]
                self.tell_anew([first, *beside])  # "85 soldiers and 50 civilians"
            elif best > self.best and (
                _total(plain)
                or self.partial
                and any(map(anyone, plain))
                or self.best == 1
                and self.partial
                and any(map(_several, plain))
                or not self.partial
                and all(map(_is_name, plain))  # more are named than were counted
            ):
                self.tell_anew(plain)
            elif self.beside(plain):
                self.tell(plain)
            else:
                self.tell(self.new_names(plain) or self.of_the_one_told(plain))
                self.again.update(f.id for f in plain if self.told(f))
        self.tell([f for f in more if self.more(f)])

    def told(self, figure: Figure) -> bool:
        """May this be one of the single persons told: "an officer was killed. … Officer Ruiz, 28, was shot dead"?"""
        who = person(figure)
        if who is None or self.best > _ONE_BY_ONE:
            return False
        others = [person(f) for f in self.figures]
        return self.best == 1 or any(other and who.may_be(other) for other in others)

    def more(self, figure: Figure) -> bool:
        """Does an addition ("another two", "two others") add, and not say again what was told?"""
        if place(figure):
            return is_next(figure, self.figures)
        if least(figure) < self.best and _THE_OTHERS.search(figure.sentence[: _end(figure)]):
            return False
        if not self.near(figure):
            return False  # the total that a long text opens with holds what it goes on to tell
        if _key(figure) in self.keys and figure.adds_to not in self.last:
            return False  # but "a couple, their two children AND TWO OTHER CHILDREN"
        held = any(f.counted == "number" for f in self.figures)
        if (
            held
            and figure.adds_to in self.last
            and figure.adds_to not in {f.id for f in self.figures}
        ):
            return (
                False  # "241 died. … HIS BROTHER AND 200 OTHERS died": beside one who was counted
            )
        again = figure.adds_to in self.again and (figure.counted == "article" or not held)
        if figure.adds_to in self.heard and figure.adds_to not in {f.id for f in self.figures}:
            if not again:
                return False  # to a count that said again, or told a part of, what was told
            if self.best == 1 and self.figures[0].high is None:
                return True  # "at least one died. … a clerk was killed. … A cook was also killed"
        if least(figure) == self.best and (self.best > _BY_CHANCE or _OTHERS.search(figure.quote)):
            return False
        if in_turn(figure) == self.best + 1:
            return True  # "nine were killed. A TENTH died of burns"
        if figure.counted == "number" or self.partial or self.of_another_calling(figure):
            return True
        return figure.rule.endswith("/active") and _then(figure)

    def of_another_calling(self, figure: Figure) -> bool:
        """Is this one person of a calling beside a kind of people: "three villagers", "also a policeman"?"""
        mine = {*figure.groups} & _CALLINGS
        return bool(mine) and not any(anyone(f) or mine & {*f.groups} for f in self.figures)

    def near(self, figure: Figure) -> bool:
        """Does it stand close to what has been told, so that it goes on with that?"""
        return figure.sentence_start - self.figures[-1].sentence_start <= _FAR

    @property
    def vague(self) -> bool:
        """Has no number been told so far ("dozens")?"""
        return len(self.figures) == 1 and self.figures[0].qualifier in ("vague", "unspecified")

    def new_names(self, said: list[Figure]) -> list[Figure]:
        """Victims known by name who have not been told: no number counts them, and no description ("the mayor")."""
        return [f for f in said if self.named and _is_name(f) and _key(f) not in self.keys]

    def of_the_one_told(self, said: list[Figure]) -> list[Figure]:
        """ "A judge was shot dead. HIS DRIVER was killed with him": who belongs to the one person told so far."""
        one = self.figures[0]
        if self.best != 1 or len(self.figures) > 1 or one.counted == "number" or _kin(one):
            return []
        # not "he shot and killed HIS FRIEND": that is whose friend the killer is
        owned = (f for f in said if f.quote.lower().startswith(("his ", "her ")) and person(f))
        befell = (f for f in owned if not f.rule.endswith("/active") and not _is_name(f))
        return [f for f in befell if _last(f) != _last(one)]

    def beside(self, said: list[Figure]) -> bool:
        """Do these count other people than the toll so far, each kind of people told by its calling?"""
        if any(f.counted == "named" for f in said):
            return False
        return all(_apart(f, e) for f in said for e in self.figures)


def _kin(figure: Figure) -> bool:
    """Is somebody told by whose relative he or she is, or as a man, a woman or a child?"""
    return _last(figure) in kin()


def _last(figure: Figure) -> str:
    """The last word of the quote."""
    return figure.quote.lower().split()[-1]


def _claimed(figure: Figure) -> bool:
    """Is it an armed group that says so?"""
    return figure.attribution_kind == "armed_group"


def _of_one_kind(one: Figure, other: Figure) -> bool:
    """ "The rebels claimed to have killed 40 SOLDIERS. The army put the number of its dead at SIX": are both told of
    the same people?"""
    return one.counted == "number" == other.counted and (anyone(one) or noun(one) == noun(other))


def in_turn(figure: Figure) -> int:
    """Whose turn somebody is among those told: 10 of "a tenth", "a 10th victim"; 0 of others."""
    if figure.counted != "article":
        return 0
    words = figure.quote.lower().split()
    if len(words) < 2 or words[0] not in ("a", "an"):
        return 0
    digits = words[1].rstrip("stndrh")
    if digits.isdecimal():
        return int(digits) if digits != words[1] else 0  # not "a 2 year old boy"
    return int(load("numbers")["ordinals"].get(words[1], 0))


def _unclaimed(sentence: list[Figure]) -> list[Figure]:
    """The figures without an armed group's claim of what somebody else counts too: "the rebels claimed to have killed
    40 soldiers; the army said that six soldiers died"."""
    others = {noun(f) for f in sentence if not _claimed(f)}
    kept = [f for f in sentence if not _claimed(f) or noun(f) not in others]
    return kept or sentence


def _several(figure: Figure) -> bool:
    """Are several persons told one by one: "a boy and his aunt", behind a headline that tells of the boy alone?"""
    return figure.counted == "article" and least(figure) > 1


def _end(figure: Figure) -> int:
    """Where the quote ends in its sentence."""
    return figure.end - figure.sentence_start


def _then(figure: Figure) -> bool:
    """Is this one told as the next victim: "he THEN stabbed a guard to death"?"""
    return _NEXT.search(figure.sentence[: figure.start - figure.sentence_start]) is not None


def _apart(one: Figure, other: Figure) -> bool:
    """Can nobody be counted in both: "two policemen" and "three civilians", "a nurse" and "a mayor"?"""
    mine, theirs = {*one.groups}, {*other.groups}
    if mine & theirs or noun(one) == noun(other):
        return False
    if mine & _ARMED or theirs & _ARMED:
        return bool(mine and theirs)
    return bool(mine & _CALLINGS and theirs & _CALLINGS)


def _key(figure: Figure) -> tuple[object, ...]:
    """Equal for figures that count the same people in the same words."""
    if figure.counted != "named":
        return figure.value, figure.low, figure.high, noun(figure)
    words = figure.reported.lower().replace(".", "").split()
    surname = next((w for w in reversed(words) if w not in SUFFIXES), words[-1])
    return figure.value, figure.low, figure.high, surname


def _is_name(figure: Figure) -> bool:
    """A name, and no description: "Ana Ruiz", "Col. Ruiz"."""
    who = person(figure)
    return who is not None and bool(who.names)


def once_each(sentence: list[Figure]) -> list[Figure]:
    """The figures of a sentence without those that say again who was counted ("he was killed and his body burnt")."""
    said = list(
        {(_key(f), _who(f), f.place, bool(f.adds_to), _listed(f)): f for f in sentence}.values()
    )
    in_all = [f for f in sentence[1:] if _IN_ALL.search(f.sentence[: f.start - f.sentence_start])]
    if in_all and least(in_all[0]) >= max(map(least, said)):
        return in_all[:1]
    last = said[-1]
    if len(said) > 1 and _FOR_A_TOTAL.search(last.sentence[: last.start - last.sentence_start]):
        if least(last) >= sum(map(least, said[:-1])):
            return said[:-1] if _OWN_HAND.search(last.sentence) else [last]
    if len(said) > 1 and _PUT_IT.search(last.sentence[: last.start - last.sentence_start]):
        more = anyone(said[-2]) and least(last) > least(said[-2])
        if more and not otherwise(said[-2], last):
            # "rose to 44; others put it at 58"
            said = [f for f in said if not anyone(f) or f is last]
    tolls = [f.rule.endswith("/toll") for f in said]
    if len(said) > 1 and tolls[-1] and not any((*tolls[:-1], *map(anyone, said[:-1]))):
        if least(last) >= sum(map(least, said[:-1])) and last.adds_to is None:
            return [last]  # "an old man and a boy died; others put the number of dead at five"
    if anyone(last) and _THE_DEAD.search(last.sentence[: last.start - last.sentence_start]):
        if least(last) >= sum(map(least, said[:-1])):
            return [last]  # "he killed a guard and a cook; police found THE TWO dead"
    first = said[0]
    return [first] + [
        f for f in said[1:] if f.reported.lower() not in _PRONOUNS and not otherwise(first, f)
    ]


def _listed(figure: Figure) -> int:
    """Where somebody stands whom "and" adds by an article: "a child named Ana, AND A CHILD named Omar"; else 0."""
    before = figure.sentence[: figure.start - figure.sentence_start].rstrip()
    return figure.start if figure.counted == "article" and before.endswith(" and") else 0


def _who(figure: Figure) -> str:
    """Who one person is, without the article: "a UN driver" and "a clinic's driver" are two."""
    return _THE.sub("", figure.quote.lower()).strip() if figure.value == 1 else ""


def _total(figures: list[Figure]) -> bool:
    """Does the sentence say that it tells all ("a total of 12", "all five"), or that a toll rose?"""
    if len(figures) != 1:
        return False
    all_of = figures[0].counted == "number" and every_one(figures[0])
    risen = figures[0].rule.endswith("/toll") and _RISEN.search(figures[0].sentence)
    given = _TOLL_AS.search(figures[0].sentence[: figures[0].start - figures[0].sentence_start])
    given = given or _LABEL.match(figures[0].sentence)
    return bool(all_of or risen or given or _ALL.search(figures[0].sentence))
