"""How two claims of one toll relate: seven rules in order, the first that holds decides.

Each rule is a function from the two claims to a relation or None. Reasons are the words that follow
the two quotes ("“20” and “33”: …") and name counts rather than sides, so they read right either way.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from figures.comparison.clocks import in_words, order
from figures.comparison.codebooks import Bound, Codebook, stated, widened
from figures.comparison.sources import Speaker, different_parties, opposing, same_party
from figures.model import Claim

# Categories whose counts go down while people are found, freed or sent home.
MAY_FALL = frozenset(
    "missing trapped sheltered homeless evacuated detained abducted hungry".split()
)
RESTS_ON = frozenset(("confirmed", "identified", "registered", "bodies_found"))
_SOME = frozenset(("identified", "bodies_found"))  # of the dead, however many there are
_SLIP = 100  # times over: no count of one day rises so, whichever is the later
_FIGHTERS = frozenset(("combatant", "attacker"))


def is_stock(category: str, stock_or_flow: str | None) -> bool:
    """Does a count tell of those who are so now, and another of the toll of all who became so? Of the missing there is
    one count, that of those who are not found yet."""
    return stock_or_flow == "stock" and category != "missing"


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim and what else decides how it relates: who says it, of which people."""

    claim: Claim
    category: str
    speakers: tuple[Speaker, ...] = ()
    groups: frozenset[str] = frozenset()
    marked: str | None = None  # superseded or retracted, where a text says so of this count
    singly: bool = False  # persons told one by one, without a number: others may have gone untold
    loose: bool = False  # a vague word ("scores"), beside the number that the same reports tell
    sums: frozenset[str] = frozenset()  # sums of which it is an addend,
    nouns: frozenset[str] = frozenset()  # and the people whom it names there ("guards")

    @property
    def clock(self) -> str | None:
        return self.claim.as_of or self.claim.first_said_at

    @property
    def number(self) -> int | float:
        return stated(self.claim.low, self.claim.high)

    @property
    def projected(self) -> bool:
        return self.claim.basis == "projected"

    @property
    def stock(self) -> bool:
        return is_stock(self.category, self.claim.stock_or_flow)


@dataclass(frozen=True, slots=True)
class Relation:
    """How two claims relate; ``older`` is the id of the claim that a revision leaves behind."""

    relation: str  # agree, compatible, revision, conflict, not_comparable
    kind: str
    reason: str
    older: str | None = None


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two claims, the earlier first as far as their clocks tell, and what the rules ask of both."""

    one: Claimed
    other: Claimed
    order: int | None
    country: str | None
    book: Codebook

    def speakers(self, test: Callable[[Speaker, Speaker], bool]) -> bool:
        return any(test(a, b) for a in self.one.speakers for b in self.other.speakers)

    @property
    def same_speaker(self) -> bool:
        return self.speakers(Speaker.same)

    @property
    def same_party(self) -> bool:
        return self.same_speaker or self.speakers(lambda a, b: same_party(a, b, self.country))

    @property
    def different_parties(self) -> bool:
        """Are speakers of both known, and none of the one of a party with one of the other?"""
        return not self.same_party and self.speakers(
            lambda a, b: different_parties(a, b, self.country)
        )

    @property
    def opposing(self) -> bool:
        """Opposing sides speak, or describe the dead as opposites: civilians here, fighters there."""
        a, b = self.one.groups, self.other.groups
        if (
            a & _FIGHTERS
            and "civilian" in b
            and not a & b
            or b & _FIGHTERS
            and "civilian" in a
            and not a & b
        ):
            return True
        return not self.same_party and self.speakers(lambda x, y: opposing(x, y, self.country))


def relate(one: Claimed, other: Claimed, country: str | None, book: Codebook) -> Relation:
    """How two claims of one toll relate. The order in which they are given does not matter."""
    when = order(one.clock, other.clock)
    swapped = when == 1 or (when != -1 and one.claim.id > other.claim.id)
    if swapped:
        one, other = other, one
    pair = _Pair(one, other, -abs(when) if when else when, country, book)
    for rule in _RULES:
        found = rule(pair)
        if found is not None:
            return found
    return _conflict(pair)


def _not_comparable(pair: _Pair) -> Relation | None:
    """Rule 1: they do not count the same in the same way: another unit, time, group or area; a part against
    the whole, one addition against another, feared against asserted, projected against counted, those now so
    against all who became so."""
    a, b = pair.one, pair.other
    reason = None
    if a.claim.share != b.claim.share:
        part = a if a.claim.share != "whole" else b
        what = (
            "an addition to another count"
            if part.claim.share == "addition"
            else "a part of the count"
        )
        reason = f"{tell(part)} is {what}, the other is not."
    elif a.claim.share == "addition" and a.number != b.number:
        reason = f"{tell(a)} and {tell(b)} are additions, each to another count."
    elif a.claim.status != b.claim.status:
        feared = a if a.claim.status == "feared" else b
        reason = f"{tell(feared)} is feared, the other is asserted."
    elif a.projected != b.projected:
        reason = f"{tell(a if a.projected else b)} is a projection, the other a count."
    elif a.sums & b.sums or a.nouns and b.nouns and a.nouns.isdisjoint(b.nouns):
        reason = f"{tell(a)} and {tell(b)} are each added to more: they count others."
    elif a.stock != b.stock:
        stock = a if a.stock else b
        reason = f"{tell(stock)} counts those who are so now, the other all who became so."
    return None if reason is None else Relation("not_comparable", "", reason)


def _agree(pair: _Pair) -> Relation | None:
    """Rule 2: the same count."""
    a, b = pair.one.claim, pair.other.claim
    return Relation("agree", "", "the same count.") if (a.low, a.high) == (b.low, b.high) else None


def _marked(pair: _Pair) -> Relation | None:
    """Rule 3: a text says of one of them that it no longer holds."""
    a, b = pair.one, pair.other
    if a.number == b.number or not (a.marked or b.marked):
        return None
    old = a if a.marked else b
    new = b if a.marked else a
    if old.marked == "retracted":
        return Relation(
            "revision", "correction", f"a report says that {tell(old)} was wrong.", old.claim.id
        )
    return Relation(
        "revision",
        "rise" if new.number > old.number else "fall",
        f"a report calls {tell(old)} an earlier count that no longer holds.",
        old.claim.id,
    )


def _rounding(pair: _Pair) -> Relation | None:
    """Rule 4: the same number stated, or one a rounding of the other."""
    a, b = pair.one, pair.other
    if a.number == b.number:
        return Relation("compatible", "", f"both state the number {_plain(a.number)}.")
    for rounded, exact in ((a, b), (b, a)):
        if rounded.loose and (rounded.claim.low or 0) <= exact.number:
            return Relation(
                "compatible", "", f"who says {tell(rounded)} tells a number too: a loose word."
            )
        if _rounds(rounded.claim, exact.number, pair.book):
            return Relation(
                "compatible", "", f"{tell(rounded)} is a rounding of {_plain(exact.number)}."
            )
    return None


def _rounds(claim: Claim, number: int | float, book: Codebook) -> bool:
    """Is the claim a rounding of the number?"""
    n = stated(claim.low, claim.high)
    if claim.qualifier == "vague":
        return (
            claim.low is not None
            and claim.low <= number
            and (claim.high is None or number <= claim.high)
        )
    if claim.qualifier in ("about", "nearly"):
        low, high = widened(claim.low, claim.high, claim.qualifier, book)
        return low is not None and high is not None and low <= number <= high
    if claim.qualifier in book.rounding:
        return n < number <= n * book.rounding[claim.qualifier]
    # a round thousand stated plainly, and a number that it cuts short
    return claim.qualifier == "exact" and n >= 1000 and n % 1000 == 0 and n < number < n + 1000


def _revision(pair: _Pair) -> Relation | None:
    """Rule 5: a later count that is higher (from another party: by half at most), or lower where the same side
    corrects itself (not by a bound that the earlier count fulfils: 275, "at least 40") or such a count may fall;
    opposing sides never revise each other."""
    if pair.order is None or pair.opposing:
        return None
    old, new = pair.one, pair.other
    if pair.order == 0:
        if not pair.same_speaker or _times(pair) >= _SLIP:
            return None
        old, new = sorted((old, new), key=lambda c: c.number)
    if new.number > old.number:
        if pair.different_parties and new.number > 1.5 * old.number:
            return None
        why = f"{tell(new)} is the later count{_dates(old, new)}."
        return Relation("revision", "rise", why, old.claim.id)
    may_fall = old.category in MAY_FALL or old.stock
    corrects = pair.same_party and not _fulfils(old.claim, new.claim)
    if corrects or may_fall:
        may = "this count may fall" if may_fall else "the same side corrects itself"
        why = f"{tell(new)} is the later count{_dates(old, new)}, and {may}."
        return Relation("revision", "fall", why, old.claim.id)
    return None


def _times(pair: _Pair) -> float:
    """How many times the lesser count the greater is."""
    few, many = sorted((pair.one.number, pair.other.number))
    return many / few if few else 1.0


def _fulfils(claim: Claim, bound: Claim) -> bool:
    """Does a count fulfil one that is only a bound, as 275 does "at least 40"? A bound itself is put lower."""
    least, open_end = bound.low, bound.high is None
    return open_end and least is not None and claim.high is not None and _meet(least, claim.low)


def _meeting(pair: _Pair) -> Relation | None:
    """Rule 6: taken as widely as their words allow, both can be true."""
    (low_a, high_a), (low_b, high_b) = _span(pair.one, pair), _span(pair.other, pair)
    if _meet(low_a, high_b) and _meet(low_b, high_a):
        return Relation("compatible", "", f"{tell(pair.one)} and {tell(pair.other)} can both hold.")
    return None


def _conflict(pair: _Pair) -> Relation:
    """Rule 7: nothing reconciles them."""
    a, b = pair.one, pair.other
    apart = "are too far apart to be one count" if _open_to(a, b) else "cannot both hold"
    if a.claim.share == "part":
        reason = f"{tell(a)} and {tell(b)} are parts, and no text tells that they are of the same people."
        return Relation("not_comparable", "", reason)
    counts = f"{tell(a)} and {tell(b)} {apart}"
    if pair.opposing:
        return Relation("conflict", "opposing_sides", f"{counts}, and opposing sides give them.")
    if "summed" in (a.claim.how, b.claim.how):
        parts = a if a.claim.how == "summed" else b
        return Relation(
            "conflict",
            "arithmetic",
            f"{counts}: {tell(parts)} is the sum of the parts told.",
        )
    if pair.order in (0, None) and _times(pair) >= _SLIP:
        reason = (
            f"{counts}: no count grows so many times over; one is a slip, or they count others."
        )
        return Relation("conflict", "contradiction", reason)
    if pair.order is None:
        undated = (
            "neither count bears a date" if a.clock is b.clock is None else "one bears no date"
        )
        return Relation(
            "conflict", "order_unknown", f"{counts}, and {undated}: which is the later is not told."
        )
    if pair.order == 0:
        day = in_words((a.clock or "")[:10])
        return Relation(
            "conflict",
            "order_unknown",
            f"{counts}, and both are of {day}: which is the later is not told.",
        )
    return Relation(
        "conflict",
        "contradiction",
        f"{counts}{_dates(a, b)}, and neither is a revision of the other.",
    )


_RULES: tuple[Callable[[_Pair], Relation | None], ...] = (
    _not_comparable,
    _agree,
    _marked,
    _rounding,
    _revision,
    _meeting,
)


def rules() -> list[tuple[str, str]]:
    """The rules in their order, for people: the relation that each gives, and when it holds.

    >>> rules()[1]
    ('agree', 'the same count.')
    """
    given = {"_marked": "revision", "_rounding": "compatible", "_meeting": "compatible"}
    told = []
    for rule in (*_RULES, _conflict):
        words = " ".join((rule.__doc__ or "").split(":", 1)[1].split())
        told.append((given.get(rule.__name__, rule.__name__.strip("_")), words))
    return told


def _span(side: Claimed, pair: _Pair) -> tuple[Bound, Bound]:
    """What a claim covers; one that rests on bodies or names is at least so many to any other, and persons told one
    by one may be some of any number."""
    claim = side.claim
    other = pair.other if side is pair.one else pair.one
    if side.singly and not other.singly:
        return claim.low, None
    if claim.basis in RESTS_ON and other.claim.basis != claim.basis and claim.low is not None:
        if claim.basis in _SOME:
            return claim.low, None
        return widened(claim.low, None, "at_least", pair.book)
    return widened(claim.low, claim.high, claim.qualifier, pair.book)


def _meet(low: Bound, high: Bound) -> bool:
    return low is None or high is None or low <= high


def _open_to(one: Claimed, other: Claimed) -> bool:
    """Does the letter of an open count allow the other: "at least 40" and 278?"""
    a, b = one.claim, other.claim
    return _meet(a.low, b.high) and _meet(b.low, a.high)


def _dates(old: Claimed, new: Claimed) -> str:
    if not old.clock or not new.clock or old.clock == new.clock:
        return ""
    return f" ({in_words(old.clock)}: {tell(old)}; {in_words(new.clock)}: {tell(new)})"


_HEDGE = {
    "at_least": "at least ",
    "more_than": "more than ",
    "up_to": "up to ",
    "less_than": "less than ",
    "about": "about ",
    "nearly": "nearly ",
}


def tell(claimed: Claimed) -> str:
    """The count in words: "at least 12", "20 to 33", "about 1,200"."""
    claim = claimed.claim
    if claim.low is not None and claim.high is not None and claim.low != claim.high:
        return f"{_plain(claim.low)} to {_plain(claim.high)}"
    hedge = _HEDGE.get(claim.qualifier, "at least " if claim.high is None else "")
    return f"{hedge}{_plain(stated(claim.low, claim.high))}"


def _plain(number: int | float) -> str:
    return f"{number:,}"
