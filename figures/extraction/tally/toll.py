"""A document's own toll: the incident it mainly reports, one line a category (CONTRACT §5).

Read as a person reads: the first sentence that counts states the toll. What follows says it again, tells a
part of it, adds to it, counts other people beside it, or, where only some were counted so far, tells the total.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby, islice, takewhile
from typing import Final

from figures.extraction.tally.articles import Article
from figures.extraction.tally.counts import (
    Count,
    between,
    bound,
    by_sentence,
    every_one,
    least,
    noun,
    together,
)
from figures.extraction.tally.persons import Person, person, survivors
from figures.extraction.tally.running import Running, in_turn, once_each
from figures.extraction.tally.uncounted import uncounted
from figures.model import Extraction, Figure, Tally

OPENING: Final = 300  # characters in which a text says what it is about
_INCIDENT_COUNTS: Final = frozenset({"killed", "injured", "casualties", "missing", "abducted"})
_LEFT_OUT: Final = frozenset({"superseded", "retracted", "denied", "hypothetical", "not_known"})
_LATER: Final = re.compile(
    r"(?i)\blater (?:die|succumb)|\bsuccumbed\b"
    r"|\bdied (?:later|the (?:next|following) day|(?:of|from) \w+ (?:wound|injur|burn))"
)
_SINCE: Final = re.compile(r"(?i)\b(?:has|have) since (?:died|succumbed)\b")
_OF_THE_HURT: Final = re.compile(r"(?i)\bof (?:the|those) (?:injured|wounded|hurt)\b")
_VICTIM: Final = re.compile(r"(?i)\bvictims?\b")
_KILLED_AND_HURT: Final = re.compile(
    r"(?i)\b(?:killed and (?:injured|wounded|hurt)|(?:injured|wounded|hurt) and killed"
    r"|deaths? and injur(?:y|ies)|injur(?:y|ies) and deaths?)\b"
)
_WHERE: Final = re.compile(r"(?i)(?:,|\b(?:hospital|clinic|infirmary|cent(?:er|re))) where\b")
_GOES_ON: Final = re.compile(r"(?i)\b(?:and|but|while|is|are|was|were|has|have|had)\b|;")
_OPENING_WORDS: Final = 5
_ONE_MORE: Final = frozenset("victim person man woman".split())
_ONE_BY_ONE: Final = 20  # persons at most whom "all of them" counts
_MOST_BEFORE: Final = 200  # figures looked through for them: a text of many thousands stays quick
_ATTACKERS: Final = frozenset("attackers assailants perpetrators".split())
_BESIDE: Final = 3  # counts of the dead that a sentence tells beside the hurt


def tally(extraction: Extraction) -> list[Tally]:
    """The toll of the document's main incident by category.

    >>> from figures.extraction import extract_document
    >>> from figures.model import Document
    >>> text = "A bomb killed 12 people, including three children. Another two died later."
    >>> [(t.category, t.best) for t in tally(extract_document(Document("a", text)))]
    [('killed', 14)]
    """
    article = Article(extraction)
    by_category: dict[str, list[Figure]] = {}
    left_out = uncounted(extraction.document.text, extraction.figures)
    for figure in extraction.figures:
        if figure.status in _LEFT_OUT or figure.background is not None or figure.id in left_out:
            continue
        by_category.setdefault(figure.category, []).append(figure)
    alive: list[Figure] = []
    if "killed" in by_category and "injured" in by_category:
        fought = any("attacker" in f.groups for f in by_category["injured"])
        dead = [
            f
            for f in by_category["killed"]
            if f.status != "feared" and (fought or "attacker" not in f.groups)
        ]
        alive = _left(by_category["injured"], survivors(dead, by_category["injured"]))
        by_category["injured"] = alive or by_category["injured"]
        by_category["injured"] = _beside_dead(by_category["killed"], by_category["injured"])
    if article.sections and article.jointly(by_category.get("buildings_destroyed", [])):
        by_category.pop("buildings_damaged", None)  # "damaged or destroyed" counts them
    hit = by_category.get("casualties", [])
    tolls = {
        category: t
        for category, fs in by_category.items()
        if (t := _toll(article, extraction.document.name, category, fs, hit))
    }
    if "killed" in tolls:
        spared = _spared(extraction.document.name, by_category, tolls["killed"])
        if spared is not None:
            tolls["injured"] = spared
        elif "injured" in tolls:
            hurt = tolls["injured"]
            tolls["injured"] = _without(hurt, by_category) if alive else _none(hurt)
    for harmed in _both_harmed(extraction.document.name, hit):
        tolls.setdefault(harmed.category, harmed)
    return list(tolls.values())


def _both_harmed(document: str, hit: list[Figure]) -> list[Tally]:
    """ "A number of clerks were KILLED AND WOUNDED": the dead and the hurt of whom nobody says how many of each."""
    told = next((f for f in hit if f.qualifier == "unspecified" and f.status == "asserted"), None)
    if told is None or told.scope != "incident" or not _KILLED_AND_HURT.search(told.sentence):
        return []
    return [Tally(document, name, 1, 2, None, None, (told.id,)) for name in ("killed", "injured")]


def _spared(document: str, figures: dict[str, list[Figure]], killed: Tally) -> Tally | None:
    """The toll of the hurt that nobody counts, where some of those killed or hurt are told dead: "FIVE men were shot,
    ONE fatally", "five men were shot; a clerk died, THE OTHERS were hurt"."""
    hurt = figures.get("injured", ())
    if any(f.qualifier != "unspecified" for f in hurt):
        return None
    hit = [f for f in figures.get("casualties", ()) if f.counted == "number" and f.value]
    dead = [f for f in figures["killed"] if f.part_of and f.value and f.status == "asserted"]
    for whole in hit:
        parts = [f for f in dead if f.part_of == whole.id]
        gone = together(parts) if parts or not hurt else killed.best
        left = least(whole) - gone
        if gone and left > 0 and not _VICTIM.search(whole.quote):
            ids = (whole.id, *(f.id for f in parts))
            high = left if whole.high is not None else None
            return Tally(document, "injured", left, left, high, None, ids)
    return None


def _left(hurt: list[Figure], alive: list[Figure]) -> list[Figure]:
    """Those alive of the hurt; who was told beside somebody dead ("a second victim") adds to nobody left."""
    dead = {f.id for f in hurt} - {f.id for f in alive}
    return [replace(f, adds_to=None) if f.adds_to in dead else f for f in alive]


def _beside_dead(killed: list[Figure], hurt: list[Figure]) -> list[Figure]:
    """The hurt without a count that holds the dead too ("four victims were found; one died, three were hurt")."""
    deaths = by_sentence(killed)
    whole = {
        least(d) + least(f)
        for f in hurt
        for d in deaths.get(f.sentence_start, [])[:_BESIDE]
        if least(d) and least(f)
    }
    left = [f for f in hurt if least(f) not in whole or f.sentence_start in deaths]
    told = left or hurt
    if not any(map(every_one, told)):
        return told
    dead = _Before(killed)
    alive = _Before(hurt)
    return [f for f in told if not (_are_dead(f, dead, alive) or _dead_among(f, dead, alive))]


class _Before:
    """Figures in the order of the text, asked for what stands before one of them."""

    def __init__(self, figures: list[Figure]) -> None:
        self._figures = sorted(figures, key=lambda f: f.start)
        self.at = {f.number_start for f in figures}
        self._first: dict[Count, int] = {}  # count → where it is first told
        self._first_number: dict[Count, int] = {}  # and where as a number
        for f in self._figures:
            self._first.setdefault(least(f), f.start)
            if f.counted == "number":
                self._first_number.setdefault(least(f), f.start)

    def tells(self, count: Count, end: int, as_number: bool = False) -> bool:
        return (self._first_number if as_number else self._first).get(count, end) < end

    def different(self, end: int) -> int:
        """How many persons stand there who cannot be one another; 0 where a number counts any, or too many do."""
        told: list[Person] = []
        for figure in takewhile(lambda f: f.start < end, self._figures[:_MOST_BEFORE]):
            who = person(figure)
            if who is None or len(told) > _ONE_BY_ONE:
                return 0
            if not any(who.may_be(other) for other in told):
                told.append(who)
        return len(told)


def _are_dead(all_of: Figure, killed: _Before, hurt: _Before) -> bool:
    """ "Four people are dead. All four had gunshot wounds": are all of those hurt the dead, told by their number, or
    told dead by the same words ("all three who died had gunshot wounds")?"""
    if not every_one(all_of):
        return False
    if all_of.number_start in killed.at:
        return True
    number, here = least(all_of), all_of.start
    return killed.tells(number, here, as_number=True) and not hurt.tells(number, here)


def _dead_among(all_of: Figure, killed: _Before, hurt: _Before) -> bool:
    """ "A clerk was shot dead and his son hurt. Both were taken to a clinic": are all the dead and hurt told before?"""
    if not every_one(all_of) or all_of.counted != "number":
        return False
    dead, alive = killed.different(all_of.start), hurt.different(all_of.start)
    return bool(dead and alive) and dead + alive == least(all_of)


def _none(toll: Tally) -> Tally:
    return replace(toll, low=0, best=0, high=0)


def _without(hurt: Tally, figures: dict[str, list[Figure]]) -> Tally:
    """The toll of the hurt without those who died of it later ("two of the wounded died", "he later died")."""
    told = frozenset(hurt.figures)
    persons = [person(f) for f in figures["injured"] if f.id in told]
    beside = by_sentence(figures["injured"])
    died = (
        f
        for f in figures["killed"]
        if "attacker" not in f.groups or any("attacker" in h.groups for h in figures["injured"])
        for near in (beside.get(f.sentence_start, ()),)
        if f.part_of in told
        or any(h.id in told and _same_ones(h, f) for h in near)
        or any(h.part_of in told and _in_other_words(h, f) for h in near)
        or _SINCE.search(f.sentence)
        and any(h.id in told and least(f) < least(h) for h in near)
        or any(_died_there(f, h) for h in near if h.id in told or least(h) == hurt.best)
        or _LATER.search(f.sentence)
        and (_OF_THE_HURT.search(_told_of(f)) or _every_one(persons, person(f)))
    )
    return _less(hurt, min(together(list(islice(died, 1))), hurt.best))


def _told_of(figure: Figure) -> str:
    """Of whom a count is: its quote, or what opens its sentence ("OF THE WOUNDED, eight later died")."""
    before = figure.sentence[: figure.start - figure.sentence_start]
    return (
        before
        if before.lower().startswith("of ") and before.count(" ") < _OPENING_WORDS
        else figure.quote
    )


def _in_other_words(hurt: Figure, dead: Figure) -> bool:
    """ "One of the victims, Ali Said, a student, was pronounced dead": does the dead one say who the hurt one of
    the sentence is?"""
    if least(dead) != least(hurt):
        return False
    return hurt.end <= dead.start and not _GOES_ON.search(between(hurt, dead))


def _same_ones(hurt: Figure, dead: Figure) -> bool:
    """ "TWO COOKS were burned and died", "two cooks were burned, and BOTH died": are the dead the hurt?"""
    if hurt.start == dead.start:
        return dead.rule.endswith("/intransitive")
    everyone = every_one(dead) and " " not in dead.quote and hurt.end <= dead.start
    return everyone and least(dead) == least(hurt)


def _died_there(dead: Figure, hurt: Figure) -> bool:
    """ "Both were taken to a hospital, where Belkin died": is the dead one of those hurt in the sentence?"""
    if least(dead) >= least(hurt):
        return False
    between = dead.sentence[hurt.end - hurt.sentence_start : dead.start - hurt.sentence_start]
    return bool(_WHERE.search(between))


def _every_one(hurt: list[Person | None], dead: Person | None) -> bool:
    """Are the hurt single persons, and may each be the one who died?"""
    if dead is None or dead.role:
        return False
    return all(who is not None and who.may_be(dead) for who in hurt)


def _toll(
    article: Article, document: str, category: str, figures: list[Figure], hit: list[Figure]
) -> Tally | None:
    """One category's toll, the attackers' own dead and hurt apart. ``hit``: those told to be shot or stabbed."""
    fought = category in ("killed", "injured")
    attackers = [f for f in figures if fought and "attacker" in f.groups]
    others = [f for f in figures if not (fought and "attacker" in f.groups)]
    toll = Running()
    if article.sections:
        toll.tell(article.covering(others))
    else:
        told = _own(category, others, min((f.sentence_start for f in figures), default=0))
        for _, sentence in groupby(told, key=lambda f: f.sentence_start):
            toll.hear(list(sentence))
    own = _attackers(attackers)
    if not toll.figures and own is None:
        return None
    low, high = bound(f.low for f in toll.figures), bound(f.high for f in toll.figures)
    if category == "killed" and len(toll.figures) == 1:
        one = toll.figures[0]  # "a second victim of the blast has died"; the hurt may be the first
        if one.quote.lower().split()[-1] in _ONE_MORE and (turn := in_turn(one)) > toll.best:
            low = high = toll.best = turn
    ids = tuple(f.id for f in [*toll.figures, *attackers])
    found = Tally(document, category, low, toll.best, high, own, ids)
    return _less(found, _held(toll.figures, attackers, figures, hit))


def _held(
    toll: list[Figure], attackers: list[Figure], figures: list[Figure], hit: list[Figure]
) -> Count:
    """How many attackers are among the dead, or the hurt, that the document counts: those told as a part of them,
    and the killer who died by his own hand, where the dead are more than his sentence tells that he killed or
    shot ("two people are dead; he shot his wife and then himself")."""
    whole = {f.id: f.sentence_start for f in toll}
    parts = [
        f
        for f in attackers
        if f.part_of in whole and (f.counted != "number" or f.sentence_start == whole[f.part_of])
    ]
    if parts or not toll:
        return together(parts[:1])
    for killer in attackers:
        if killer.rule.endswith("/own_hand"):
            at = killer.sentence_start
            alone = (f in attackers for f in (*figures, *hit) if f.sentence_start == at)
            # "he then killed himself", behind the sentence that tells of his victims
            if all(alone):
                at = max((f.sentence_start for f in figures if f.sentence_start < at), default=at)
            here = [f for f in figures if f.sentence_start == at]
            own = {f.id for f in here}
            shot = [f for f in hit if f.sentence_start == at]
            victims = [f for f in here if f not in attackers and f.part_of not in own] or shot
            others = [f for f in victims if least(f) < together(toll) and f not in toll]
            if others and together(toll) == together(once_each(others)) + 1:
                return (
                    1  # "he shot a woman and a boy and then himself; police found the three dead"
                )
            if shot and together(toll) == together(once_each(shot)) + 1:
                return 1  # "five were found dead after he shot his wife and three sons and then himself"
            if toll[0] in here:
                return 0
            if all(f in toll for f in victims):
                continue  # all of them were added up
            if victims:
                return 1 if together(toll) > together(once_each(victims)) else 0
            return 1 if _every_one([person(f) for f in toll], person(killer)) else 0
    return 0


def _less(told: Tally, number: Count) -> Tally:
    """A toll with so many fewer."""
    low, high = (None if x is None else max(0, x - number) for x in (told.low, told.high))
    return replace(told, low=low, best=max(0, told.best - number), high=high)


def _attackers(figures: list[Figure]) -> Count | None:
    """How many attackers the document tells of; None where it tells of none."""
    toll = Running()
    for _, sentence in groupby(figures, key=lambda f: f.sentence_start):
        toll.hear(_told_once(list(sentence)))
    if not toll.figures:
        return None
    all_of = (least(f) for f in figures if noun(f) in _ATTACKERS and f.counted == "number")
    return max(toll.best, *all_of, 0)


def _told_once(figures: list[Figure]) -> list[Figure]:
    """The attackers of one sentence without those who blew themselves up, where it tells the same number of THE
    attackers, or of attackers as a part of all the dead."""
    own = [f for f in figures if f.rule.endswith("/suicide")]
    rest = [f for f in figures if f not in own]
    if not own or not rest or together(own) != together(rest):
        return figures
    again = all(f.part_of or f.quote.lower().startswith("the ") for f in rest)
    return rest if again else figures


def _own(category: str, figures: list[Figure], lead: int) -> list[Figure]:
    """The figures that count the incident: no running totals, but where the document opens with one."""
    incident = [f for f in figures if f.scope == "incident"] or [
        f
        for f in figures
        if category not in _INCIDENT_COUNTS or f.sentence_start == lead and lead < OPENING
    ]
    incident = [f for f in incident if f.scope == incident[0].scope]
    asserted = [f for f in incident if f.status != "feared"] or incident
    numbered = [f for f in asserted if f.qualifier != "unspecified"]
    if any(f.counted == "number" and f.high != 0 for f in numbered):
        asserted = numbered
    asserted = _people_first(asserted)
    held = {f.id for f in incident}
    wholes = [f for f in asserted if f.part_of not in held and f.restates not in held]
    return wholes or asserted


def _people_first(figures: list[Figure]) -> list[Figure]:
    """Of families that are told in persons too, the persons: "900 families (4,500 people)"; and where persons are
    told besides, no families, which do not add up with them."""
    by_id = {f.id: f for f in figures}
    again = {
        f.restates: f
        for f in figures
        if f.unit == "person"
        and f.restates
        and f.restates in by_id
        and by_id[f.restates].unit == "household"
    }
    told_so = {id(f) for f in again.values()}
    figures = [
        replace(f, restates=None) if id(f) in told_so else f for f in figures if f.id not in again
    ]
    persons = any(f.unit == "person" and f.restates is None for f in figures)
    return [f for f in figures if not (persons and f.unit == "household")]
