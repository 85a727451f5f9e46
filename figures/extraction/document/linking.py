"""How the counts of a text relate: parts, additions and repeats.

Inside a sentence the frames tell it; across sentences the words before and around a count do: "two of them",
"among the dead were", "the four men killed", "another three", "also".
"""

from __future__ import annotations

from collections import defaultdict
from itertools import chain, takewhile
from typing import Final

from figures.extraction.document.adding import TURNS, also_again, second_bomb, spelled_out, within
from figures.extraction.document.again import apposed, equivalent, outdated
from figures.extraction.document.owners import POSSESSIVE, blamed, of_another_side, of_two_places
from figures.extraction.document.restricted import NEAR, of_many, of_some, of_these
from figures.extraction.document.shares import (
    included,
    placed,
    risen,
    share_of,
    size,
)
from figures.extraction.document.told import Told
from figures.extraction.document.wholes import (
    AFTER,
    MOST_NEAR,
    all_wholes,
    happened,
    is_rest,
    whole_after,
    wholes,
)
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c

_OPENED, _OPENED_AT_MOST = 2, 6  # tokens of "among the injured persons,"
_OTHERS: Final = frozenset(("other", "others"))
_ANOTHER: Final = frozenset("another further additional more other others".split())
_LED: Final = 4  # tokens before a count in which "total" may stand
_AROUND: Final = 3  # tokens around the verb in which "also" adds the one to what was told
_SAME_BY_CHANCE: Final = 3  # so many, and they are told again; two may be two others
_APART: Final = (["that", "apart"], ["apart", "from"])  # "THAT APART, eight people died"
_ALSO: Final = frozenset("also too additionally".split())
_LATER: Final = frozenset("later subsequently".split())
_FINDING: Final = frozenset("found find discovered located".split())  # what had happened before
# without which nothing is told to come on top
_MORE: Final = _ALSO | _LATER | TURNS | {"addition", "another", "then", "well", "apart"}
_THEM: Final = frozenset("them those these whom which us".split())
_THE: Final = frozenset("the these those both all".split())
_HURT: Final = frozenset("injured wounded hurt survivors".split())
_BEGINNING: Final = 9  # tokens in which a sentence says that it goes on
_CLAUSE: Final = 8  # tokens after a verb in which "as well" belongs to it
_TIMES: Final = frozenset("minutes minute hours hour moments moment seconds".split())
_ARE: Final = frozenset("is are was were include includes included including".split())
# "deaths were also REPORTED in Orda (2)"
_REPORTED: Final = frozenset("reported recorded confirmed".split())
_BODIES: Final = frozenset(("bodies", "corpses", "cadavers"))
# words for the people counted before, whatever noun counted them
_THE_COUNTED: Final = frozenset(
    "dead deceased killed slain fatalities deaths victims injuries injured wounded hurt casualties bodies people"
    " persons displaced affected evacuated homeless hostages captives hospitalised hospitalized abducted kidnapped"
    " arrested".split()
)


def link(tokens: Tokens, told: list[Told]) -> None:
    """Set part_of, adds_to and restates of the figures of a text, given in its order."""
    by_reading = {id(t.reading): t for t in told}
    # category, whether of the main incident → the counts told so far
    before: defaultdict[tuple[str, bool], list[Told]] = defaultdict(list)
    for n, t in enumerate(told):
        earlier = before[t.category, t.background is None]
        same, whole = t.reading.restates, t.reading.part_of
        if same is not None and id(same) in by_reading:
            t.restates = by_reading[id(same)].id
        if whole is not None and id(whole) in by_reading:
            t.part_of = by_reading[id(whole)].id
        last = earlier[-1] if earlier and earlier[-1].index == t.index else None
        if t.part_of is None and last is not None and apposed(tokens, last, t):
            t.restates = last.id
        elif t.part_of is None and last is None and equivalent(tokens, t, earlier):
            t.restates = earlier[-1].id
        elif t.part_of is None:
            t.part_of = share_of(tokens, told, n, earlier)
        if t.part_of is None and t.restates is None:
            _across(tokens, told, n, earlier)
        if t.counted.high != 0:
            earlier.append(t)
    wholes = [t for t in told if t.part_of is None]
    spelled_out(tokens, told)
    included(tokens, told)
    outdated(tokens, told)
    within(told)
    _of_the_whole(tokens, told, wholes)


def _of_the_whole(tokens: Tokens, told: list[Told], was_whole: list[Told]) -> None:
    """Put "of the victims" under the whole where the count it stood under has turned out to be a part: "Seventeen
    died: FIFTEEN at once and two later. Five OF THE VICTIMS were guards"."""
    parts = {t.id: t.part_of for t in was_whole if t.part_of is not None}
    for t in told if parts else ():
        if t.part_of in parts and t.counted.of_those:
            group = tokens.words[t.counted.reported[1] : t.counted.stop]
            if not _THE_COUNTED.isdisjoint(group):
                t.part_of = parts[t.part_of]


def _across(tokens: Tokens, told: list[Told], n: int, earlier: list[Told]) -> None:
    """What the count at place n is to those told before it in its category."""
    t = told[n]
    counted = t.counted
    if t.category == "killed" and counted.of_those and _hurt(tokens, t):
        whole = next(all_wholes(earlier), None)
        if whole is not None and whole.reading.trigger.shape == "toll" and size(whole) > size(t):
            t.part_of = whole.id  # the toll told first, which they brought to its size
        elif whole is not None:
            t.adds_to = whole.id
    elif counted.of_those and _of_the_counted(tokens, t, earlier):
        of = counted.whole.value if counted.whole is not None else None  # "six of the 34"
        may = (e for e in wholes(t, earlier) if size(e) >= size(t))
        t.part_of = next((e.id for e in may if of is None or of == e.counted.value), None)
        if not earlier and not _THE_COUNTED.isdisjoint(tokens.words[counted.first : counted.stop]):
            t.part_of = whole_after(told, n)  # "four of the dead were boys. In all 11 people died"
    elif _among(tokens, t):
        here = sum(1 for _ in takewhile(lambda e: e.index == t.index, reversed(earlier)))
        before = earlier[: len(earlier) - here][-MOST_NEAR:]
        if here and ";" in tokens.words[earlier[-1].counted.stop : counted.first]:
            before = earlier  # "six members of a family died; two children were among the dead"
        held = [e for e in wholes(t, before) if size(e) >= size(t)]
        # "20 people died. Six gunmen were killed too. THE DEAD INCLUDE a priest": of the 20
        held.sort(key=lambda e: of_attackers(e) and not of_attackers(t))
        t.part_of = held[0].id if held else None
        if t.part_of is None and _restricted(tokens, t):
            t.part_of = whole_after(told, n, beside=True)
    elif whole := _of_bodies(tokens, t, earlier) or blamed(tokens, t, earlier):
        t.part_of = whole.id
    elif _restricted(tokens, t):
        larger = (e.id for e in wholes(t, earlier) if size(e) > size(t))
        t.part_of = next(larger, None) or whole_after(told, n, beside=True)
    elif counted.adding and not (n and _elided(told[n - 1], t)):
        if earlier and is_rest(tokens, earlier, t):
            t.part_of = earlier[-1].part_of
        elif n and (same := _others_again(told[n - 1], t, earlier)):
            t.restates = same.id
        elif earlier:
            whole = next(happened(t, earlier), None) or next(all_wholes(earlier), earlier[-1])
            if _holds(tokens, whole, t):
                t.part_of = whole.id
            elif not _new(tokens, t) or _on_top(tokens, whole, t):
                t.adds_to = whole.id
        elif not (
            _OTHERS.intersection(tokens.words[counted.first : counted.stop])
            or t.category == "displaced"
            and _new(tokens, t)
        ):
            # "three more deaths, … the toll is now 600": the total may come after
            later = [
                e
                for e in told[n + 1 : n + MOST_NEAR]
                if e.category == t.category and e.reading.restates is not t.reading
                if e.index != t.index or e.reading.by != t.reading.by  # "12 new deaths, Orda 14"
                if not _compared(tokens, e)
                if e.sentence.paragraph == t.sentence.paragraph or _total(tokens, e)
            ]
            t.adds_to = next((e.id for e in later if size(e) > size(t)), None)
    elif _definite(tokens, t):
        alike = (e for e in all_wholes(earlier) if of_attackers(e) == of_attackers(t))
        parts = (e for e in reversed(earlier[-MOST_NEAR:]) if e.part_of is not None)
        found = next((e for e in chain(alike, parts) if size(e) == size(t)), None)
        if found is not None and found.index < t.index:
            t.restates = found.id
    elif (
        t.reading.trigger.shape != "toll"
        and _also(tokens, t)
        and (second_bomb(tokens, t) or not _other_deed(told, n, earlier))
    ):
        owned = counted.counted == "named" and tokens.words[counted.first] in POSSESSIVE
        if owned and earlier and (shared := earlier[-1].part_of):
            if t.index - earlier[-1].index <= 1:
                # "nine were hurt. A boy has burns and HIS BROTHER was ALSO hurt"
                t.part_of = shared
                return
        whole = next((e for e in happened(t, earlier) if e.index < t.index), None)
        t.adds_to = whole.id if whole and not also_again(tokens, whole, t) else None


def _holds(tokens: Tokens, toll: Told, t: Told) -> bool:
    """ "The toll ROSE TO 146. Twenty-five more bodies were found": does a toll just told hold those who raised it?"""
    near = 0 < t.index - toll.index <= AFTER and toll.status == "asserted"
    return near and size(toll) > size(t) and risen(tokens, toll)


def _of_bodies(tokens: Tokens, t: Told, earlier: list[Told]) -> Told | None:
    """The toll just told whose bodies were found: "The toll has risen to 112. Rescuers recovered 76 BODIES"."""
    counted = t.counted
    if counted.head is None or tokens.words[counted.head] not in _BODIES or counted.adding:
        return None
    whole = next(all_wholes(earlier), None)
    if whole is None or not 0 < t.index - whole.index <= AFTER or size(whole) <= size(t):
        return None
    toll = whole.reading.trigger.shape == "toll" and whole.status == "asserted"
    return whole if toll and not placed(tokens, t) and counted.counted == "number" else None


def _new(tokens: Tokens, t: Told) -> bool:
    """Is it only by "new" that a count comes on top of others: "NEW cases", not "another 12"?"""
    said = tokens.words[t.counted.first : t.counted.stop]
    return "new" in said and _ANOTHER.isdisjoint(said)


def _on_top(tokens: Tokens, whole: Told, t: Told) -> bool:
    """Do new ones come on top of a running total just told ("1,200 cases so far. Hale has 88 NEW cases")? They are
    counted apart from those of another place and from other new ones: "12 new cases in Lesk, nine NEW ONES in Orda"."""
    if t.category == "displaced" or t.index - whole.index > AFTER:
        return False  # those newly displaced in a year, and all who are
    if t.category == "infected" and size(whole) <= size(t):
        return False
    if _new(tokens, whole) or whole.scope[0] == "period":
        return False
    return not of_two_places(tokens, whole, t)


def _compared(tokens: Tokens, t: Told) -> bool:
    """ "Nine new cases, COMPARED TO 126 at the peak", "AGAINST 126 in March", "FOLLOWING 126 the day before"."""
    before = tokens.words[max(t.sentence.first, t.counted.first - 2) : t.counted.first]
    return before[-1:] in (["against"], ["following"]) or before[:1] == ["compared"]


def _other_deed(told: list[Told], n: int, earlier: list[Told]) -> bool:
    """ "They burnt the shops and killed two. They ALSO SEIZED 100": besides what else they did, not besides others
    told long before; "rendering 881 homeless while ALSO CAUSING two deaths"."""
    t, before = told[n], told[n - 1]
    if not n or before.category == t.category or t.counted.counted != "number" or size(t) < 2:
        return False
    far = not earlier or t.index - earlier[-1].index > 1
    passive = t.reading.trigger.shape in ("passive", "intransitive")
    return not passive and (before.index == t.index or far and t.reading.trigger.shape == "active")


def _restricted(tokens: Tokens, t: Told) -> bool:
    """Do a count's own words tell that more were counted: "of the hurt, SIX …", "SIX PEOPLE FROM THERE"?"""
    counted = t.counted
    if counted.counted != "number" or counted.adding or not size(t):
        return False
    quote = tokens.quote(counted.first, counted.stop)
    start, end = t.sentence.start, tokens.ends[counted.stop - 1]
    if of_some(quote, tokens.text[start : start + NEAR]) == t.category:
        return True
    after = tokens.text[end : min(end + NEAR, t.sentence.end)]
    some = of_these(t.category, quote, after) or of_many(t.category, quote, after)
    return some and not _also(tokens, t)  # last, for it reads the whole sentence


def _others_again(last: Told, t: Told, earlier: list[Told]) -> Told | None:
    """The count said again, where "another" tells them from those of another category just told: "15 are missing. …
    The toll was 43. ANOTHER 15 people remain missing"."""
    if last.category == t.category or t.category == "killed" or t.counted.counted != "number":
        return None
    if not t.counted.value or t.counted.value < _SAME_BY_CHANCE:
        return None
    near = (e for e in wholes(t, earlier) if e.index < t.index and not e.counted.adding)
    return next((e for e in near if e.counted.value == t.counted.value), None)


def _of_the_counted(tokens: Tokens, t: Told, earlier: list[Told]) -> bool:
    """ "Two of them", "two of the dead", "two of the miners" after "nine miners": not "two of his guards"."""
    words = tokens.words
    head = words[t.counted.head] if t.counted.head is not None else ""
    group = words[t.counted.reported[1] : t.counted.stop]
    if not head or head in _THEM or _THE_COUNTED.intersection(group):
        return True
    theirs = not POSSESSIVE.isdisjoint(group)
    if theirs and of_another_side(tokens, t, next(all_wholes(earlier), None)):
        return False
    nouns = {words[e.counted.head] for e in earlier[-MOST_NEAR:] if e.counted.head is not None}
    return head in nouns or not theirs and bool(_THE_COUNTED & nouns)


def _hurt(tokens: Tokens, t: Told) -> bool:
    """ "Two of the wounded died": more dead, and none of those counted dead before."""
    return not _HURT.isdisjoint(tokens.words[t.counted.reported[1] : t.counted.stop])


def _among(tokens: Tokens, t: Told) -> bool:
    """ "Among the dead were three children", "The injured included a nurse", "Six children are among them"."""
    first = t.reading.span[0]
    before = tokens.words[max(t.sentence.first, first - 2) : first + 1]
    if before[-2:] == ["among", "them"] or _opens_among_them(tokens, t):
        return True
    if before[0] == "among" or before[0] == "of" and first < t.counted.first:
        if before[1] in ("the", "those") and before[-1] in _THE_COUNTED:
            return True  # "of those killed, 12 were men"
    opening = tokens.words[t.sentence.first : t.counted.first]
    if opening[:1] == ["among"] and _OPENED < len(opening) <= _OPENED_AT_MOST:
        if opening[1] in ("the", "those") and opening[2] in _THE_COUNTED:
            return True  # "AMONG THE INJURED PERSONS, 17 were badly hurt"
    return (
        first < t.counted.first
        and (tokens.words[first] in _THE_COUNTED or tokens.words[first] == "survivors")
        and (first == t.sentence.first or tokens.words[first - 1] in ("the", "those"))
        and not _ARE.isdisjoint(tokens.words[first + 1 : t.counted.first])
        and _REPORTED.isdisjoint(tokens.words[first + 1 : t.counted.first])
    )


def _opens_among_them(tokens: Tokens, t: Told) -> bool:
    """ "AMONG THEM, 15 severely hurt were taken to Lesk"."""
    first = t.sentence.first
    opens = tokens.words[first : first + 2] == ["among", "them"]
    return opens and t.counted.first - first <= _OPENED + 1


def _definite(tokens: Tokens, t: Told) -> bool:
    """ "The four men who were killed": told before."""
    counted = t.counted
    before = counted.first - 1
    return (
        counted.counted == "number"
        and before >= t.sentence.first
        and tokens.words[before] in _THE
        and bool(tokens.classes[before] & c.DETERMINER)
    )


def of_attackers(t: Told) -> bool:
    """Are those counted told to have attacked? "Four guards died. ALL FOUR ATTACKERS were killed" tells of others."""
    return "attacker" in t.counted.groups


def _also(tokens: Tokens, t: Told) -> bool:
    """ "A guard was also killed", "In addition, two soldiers died", "Four later died of their wounds"."""
    words, sentence = tokens.words, t.sentence
    if _MORE.isdisjoint(words[sentence.first : sentence.stop + 1]):
        return False  # most
    first, last = t.reading.span
    if words[sentence.first : sentence.first + 2] == ["in", "addition"]:
        # "IN ADDITION TO THE BOMBER, two soldiers died": on top of nobody counted before
        opening = range(sentence.first + 2, min(sentence.stop, sentence.first + _AROUND + 2))
        return not any(tokens.classes[i] & c.ATTACKER for i in opening)
    if words[sentence.first : sentence.first + 2] in _APART or _next(tokens, t):
        return True
    for i in range(max(sentence.first, first - _AROUND), min(sentence.stop - 1, last + _AROUND)):
        if words[i] in _ALSO and not tokens.classes[i + 1] & c.SAID:
            return True
    after = words[last : min(sentence.stop, last + _CLAUSE)]
    if "well" in after and _as_well(" ".join(after)):
        return True
    if t.counted.counted != "number" or t.reading.trigger.shape != "intransitive":
        return False
    begin = min(t.counted.first, first) - 1
    return not _LATER.isdisjoint(words[max(sentence.first, begin) : max(t.counted.stop, last) + 1])


def _as_well(words: str) -> bool:
    return " as well" in words and "as well as" not in words


def _next(tokens: Tokens, t: Told) -> bool:
    """ "The men then stormed a shop, killing two", "One hour later a bomb killed a guard": what happened next."""
    if t.counted.counted == "named":
        return False
    words, first = tokens.words, t.sentence.first
    if second_bomb(tokens, t):
        return True
    stop = min(first + _BEGINNING, t.reading.span[0])
    for i in range(first + 1, stop):
        if (
            words[i] == "then"
            and words[i + 1] not in _FINDING
            and (tokens.classes[i + 1] & (c.VERB | c.TRIGGER) or words[i + 1].endswith("ed"))
        ):
            return True
        if words[i] == "later" and words[i - 1] in _TIMES:
            return True
    return False


def _total(tokens: Tokens, told: Told) -> bool:
    """Is it a toll, or what "a total of 17 deaths" counts?"""
    counted = told.counted
    near = tokens.words[max(0, counted.first - _LED) : counted.stop]
    return told.reading.trigger.shape == "toll" or "total" in near


def _elided(before: Told, told: Told) -> bool:
    """ "Killed 12 and injured 20 more": more than those of the other category, no addition."""
    joined = before.index == told.index and before.category != told.category
    return joined and not before.counted.adding
