"""The value of one number: "12", "1,20,000", "4-million", "a hundred and twenty", "dozens".

Bounds, ranges and what the number counts are not told here: see numbers.py and exclusions.py.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from figures.extraction.numbers.digits import digits_value, dotted, grouped, is_metre, whole
from figures.extraction.words.tokens import Tokens
from figures.lexicon import classes as c
from figures.lexicon import load

INFINITY: Final = float("inf")
LONGEST: Final = 30  # digits; more are no number that anyone counted
_MILLION: Final = 1_000_000
_POWERS: Final = frozenset((10, 100, 1000, 10_000, 100_000))
_OF_TENS: Final = frozenset("of were are have had more others".split())
_ARTICLES: Final = frozenset(("a", "an"))
_BEFORE_WHOLE: Final = frozenset(("of", "a", "an"))
# after these a number of one word may go on
_GOES_ON: Final = frozenset("and - point k mn mln mil mm bn bln cr tn trn".split())
# "a few", "another few", "the past few": what makes "few" a quantity
_BEFORE_FEW: Final = frozenset("a an another further additional last past next first".split())


@dataclass(slots=True)
class Cardinal:
    """A value read at tokens ``[first, stop)``; ``scale`` is the magnitude it ends in (1 if none).

    ``kind`` is "" for a plain number, else ordinal, fraction, date, year, name or indefinite.
    """

    first: int
    stop: int
    value: int | float | None
    low: int | float | None = None
    high: int | float | None = None
    scale: int | float = 1
    kind: str = ""
    digits: bool = False
    huge: bool = False

    @property
    def vague(self) -> bool:
        return self.value is None and (self.low is not None or self.high is not None)


@dataclass(frozen=True, slots=True)
class _Words:
    """The number words by what they do: small ones add, magnitudes multiply."""

    small: dict[str, int]
    parts: dict[str, int | float]
    magnitudes: dict[str, int]
    vague: dict[str, tuple[int, int | None]]
    few: dict[str, tuple[int, int | None]]
    suffixes: dict[str, int]
    ordinals: dict[str, int]
    fractions: dict[str, int]


@cache
def number_words() -> _Words:
    lists = load("numbers")
    numerals = lists["numerals"]
    plain = {word: value for word, value in numerals.items() if isinstance(value, int)}
    vague = {word: tuple(value) for word, value in numerals.items() if isinstance(value, list)}
    magnitudes = {w: value for w, value in plain.items() if value >= 100 or w[0] == "d"}  # dozen
    # the plurals multiply too: "two millions", "3 dozens", "tens of thousands"
    magnitudes |= {word + "s": value for word, value in magnitudes.items() if word + "s" in vague}
    return _Words(
        small={word: value for word, value in plain.items() if word not in magnitudes},
        parts={word: value for word, value in numerals.items() if isinstance(value, float)},
        magnitudes=magnitudes,
        vague=vague,
        few={word: tuple(value) for word, value in lists["after_article"].items()},
        suffixes=lists["suffixes"],
        ordinals=lists["ordinals"],
        fractions=lists["fractions"],
    )


def cardinal(tokens: Tokens, i: int, stop: int) -> Cardinal | None:
    """The number whose first numeral is token ``i``; None where the word tells no number here.

    >>> from figures.extraction.words.tokens import tokenize
    >>> [cardinal(tokenize(t), 0, 9).value for t in ("4-million homes", "1,20,000", "1.2m people")]
    [4000000, 120000, 1200000]
    """
    stop = min(stop, len(tokens.words))
    table = number_words()
    word = tokens.words[i]
    if i + 1 < stop and tokens.words[i + 1] not in _GOES_ON and not tokens.glued(i + 1):
        # the usual case, a number of one word: "12 people", "seven were hurt"; not ".5"
        decimal = tokens.words[i - 1] == "." and tokens.glued(i)
        if not tokens.classes[i + 1] & c.NUMERAL and not decimal:
            if word in table.small:
                return Cardinal(i, i + 1, table.small[word])
            if word.isdecimal() and len(word) <= LONGEST:
                return Cardinal(i, i + 1, int(word), digits=True)
    if tokens.classes[i] & c.DIGIT:
        return _from_digits(tokens, i, stop)
    if i and word in table.magnitudes and i in tokens.breaks and tokens.classes[i - 1] & c.DIGIT:
        # "3.7" on a line, "million refugees" on the next
        return Cardinal(i, i + 1, None, kind="indefinite")
    if word in table.small or word in table.magnitudes and word not in table.vague:
        return _words_year(tokens, i, stop) or _compose(tokens, i, stop, 0, i)
    if word in table.vague:
        return _vague(tokens, i, i, stop, table.vague[word])
    before = tokens.words[i - 1] if i else ""
    if word in table.few:
        if before == "as" and tokens.words[i + 1 : i + 2] == ["as"]:
            return None  # "as FEW as 12": a bound
        if before in (_BEFORE_FEW if word == "few" else _ARTICLES):
            return _vague(tokens, i - (before in _ARTICLES), i, stop, table.few[word])
        return Cardinal(i, i + 1, None, kind="indefinite")
    if word in ("half", "quarter"):
        return _part(tokens, i, stop)
    if word in table.parts:
        return Cardinal(i, i + 1, table.parts[word], kind="fraction")
    if before in _ARTICLES and word in table.fractions and tokens.words[i + 1 : i + 2] == ["of"]:
        return Cardinal(i - 1, i + 1, 1 / table.fractions[word], kind="fraction")  # "a third of"
    if word in table.ordinals:
        return Cardinal(i, i + 1, table.ordinals[word], kind="ordinal")
    return Cardinal(i, i + 1, None, kind="fraction") if word in table.fractions else None


def _vague(
    tokens: Tokens, first: int, i: int, stop: int, bounds: tuple[int, int | None]
) -> Cardinal:
    """ "Dozens", "several hundred", "tens of thousands", "a couple of dozen"."""
    words, magnitudes = tokens.words, number_words().magnitudes
    low, high = bounds
    scale = 1
    j = i + 1
    while j < stop:
        at = j + 1 if words[j] == "of" and j + 1 < stop else j
        by = magnitudes.get(words[at])
        if by is None or (at > j and words[i] != "couple" and words[at][-1] != "s"):
            break
        low *= by
        if high is not None:
            high = high * by if by == 12 or words[i] == "couple" else (high + 1) * by - 1
        scale, j = by, at + 1
    return Cardinal(first, j, None, low, high, scale)


def _part(tokens: Tokens, i: int, stop: int) -> Cardinal:
    """ "Half a million", "a half-dozen", "a quarter of a million"; alone it is a fraction."""
    words, magnitudes = tokens.words, number_words().magnitudes
    if i and tokens.classes[i - 1] & c.ORDINAL or i and words[i - 1] in ("this", "last", "next"):
        return Cardinal(i, i + 1, None, kind="indefinite")  # "the first quarter", "this half"
    size = 0.5 if words[i] == "half" else 0.25
    first = i - 1 if i and words[i - 1] in _ARTICLES else i
    j = i + 1  # "half a million", "half-a-million", "a half-dozen", "a quarter of a million"
    while j < min(stop, i + 5) and (
        words[j] in _BEFORE_WHOLE or words[j] == "-" and tokens.glued(j)
    ):
        j += 1
    by = magnitudes.get(words[j]) if j < stop else None
    if by is None:
        return Cardinal(first, i + 1, size, kind="fraction")
    return Cardinal(first, j + 1, whole(size * by), scale=by)


def _words_year(tokens: Tokens, i: int, stop: int) -> Cardinal | None:
    """ "Nineteen eighty-four"."""
    small = number_words().small
    century = small.get(tokens.words[i], 0)
    if not 18 <= century <= 20 or i + 1 >= stop:
        return None
    tens = small.get(tokens.words[i + 1], 0)
    if tens < 10:
        return None
    rest = _compose(tokens, i + 1, stop, 0, i + 1)
    if rest.value is None or rest.value >= 100 or rest.scale != 1:
        return None
    return Cardinal(i, rest.stop, century * 100 + rest.value, kind="year")


def _from_digits(tokens: Tokens, i: int, stop: int) -> Cardinal:
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    word = words[i]
    if len(word) > LONGEST:
        return Cardinal(i, i + 1, None, digits=True, huge=True)
    value, kind = digits_value(word.replace(".", "") if dotted(tokens, i) else word)
    if kind:
        return Cardinal(i, i + 1, value, kind=kind, digits=True)
    j = grouped(tokens, i, stop)
    if j > i + 1:
        value = int("".join(word for word in words[i:j] if word.isdecimal()))
    if _tens(tokens, j, stop) and value in _POWERS:
        low, high = int(2 * value), int(10 * value - 1)
        return Cardinal(i, j + 1, None, low, high, scale=value, digits=True)
    first = i
    if i and words[i - 1] == "." and tokens.glued(i) and not (i > 1 and tokens.glued(i - 1)):
        first, value = i - 1, float("0." + word) if word.isdecimal() else value  # ".500"
    if j + 1 < stop and words[j] == "," and tokens.glued(j) and tokens.glued(j + 1):
        # a decimal comma: "5,00", "1,55 billion"; else it is a list: "12,33"
        rest = words[j + 1]
        scaled = j + 2 < stop and words[j + 2] in number_words().magnitudes
        if rest.isdecimal() and len(rest) <= 2 and isinstance(value, int):
            if scaled or (len(rest) == 2 and rest[0] == "0"):
                value, j = whole(value + int(rest) / 10 ** len(rest)), j + 2
    if j < stop and starts[j] == ends[j - 1]:
        glued = words[j]
        if glued in ("½", "¼", "¾"):
            value, j = value + number_words().parts[glued], j + 1
        elif glued in ("st", "nd", "rd", "th") or glued == "d" and word[-1] in "23":
            return Cardinal(first, j + 1, value, kind="ordinal", digits=True)
    if words[j : j + 3] in (["1", "/", "2"], ["1", "/", "4"], ["3", "/", "4"]) and j + 2 < stop:
        if starts[j] > ends[j - 1] and tokens.glued(j + 1) and tokens.glued(j + 2):
            value, j = value + int(words[j]) / int(words[j + 2]), j + 3  # "6 1/2"
    suffix = number_words().suffixes.get(words[j]) if j < stop else None
    if suffix and words[j] in ("m", "mm") and is_metre(tokens, i, j, stop):
        suffix = None
    if suffix and words[j] == "k" and starts[j] > ends[j - 1] and _listed(tokens, j + 1, stop):
        suffix = None
    people = words[j + 1 : j + 2] and tokens.classes[j + 1] & c.PERSON  # "30.9 m PEOPLE"
    apart = len(words[j]) > 1 or words[j] == "k" or people if suffix else False
    if suffix and (starts[j] == ends[j - 1] or apart):
        # "35k", "2.33 k"; a single letter standing apart is too often a unit or a name
        if not (j + 1 < stop and tokens.glued(j + 1) and words[j + 1][0].isalnum()):
            return Cardinal(first, j + 1, whole(value * suffix), scale=suffix, digits=True)
    found = _compose(tokens, j, stop, value, first)
    found.digits = True
    return found


def _listed(tokens: Tokens, i: int, stop: int) -> bool:
    """Does another number follow behind a comma at token i: "5 k, 8 inj", five killed and eight injured?"""
    return i + 1 < stop and tokens.words[i] in (",", "/", "+") and tokens.words[i + 1][0].isdigit()


def _tens(tokens: Tokens, j: int, stop: int) -> bool:
    """Does an "s" close to digits make them vague: "10s OF villagers", "100s WERE hurt"; not "in the 10s"?"""
    many = j + 1 < stop and tokens.words[j] == "s" and tokens.glued(j)
    return many and tokens.words[j + 1] in _OF_TENS


def _half_after(tokens: Tokens, j: int, stop: int) -> int:
    """The token after "and a half", hyphens or not, that begins at ``j``; 0 where it does not."""
    wanted = iter((("and",), ("a", "one"), ("half",)))
    need = next(wanted)
    for k in range(j, min(j + 6, stop)):
        word = tokens.words[k]
        if word in need:
            if need[0] == "half":
                return k + 1
            need = next(wanted)
        elif word != "-":
            break
    return 0


def hyphened(tokens: Tokens, j: int, stop: int) -> bool:
    """Does a hyphen join token j to what follows: "9-year-old"?"""
    return j + 1 < stop and tokens.words[j + 1] == "-" and tokens.glued(j + 1)


def _compose(tokens: Tokens, i: int, stop: int, given: int | float, first: int) -> Cardinal:
    """Words that build one value: "two hundred and two thousand", "4 thousand 3 hundred and 21".

    ``given`` is a number in digits that stands before token ``i`` (0 for none).
    """
    words, classes = tokens.words, tokens.classes
    table = number_words()
    small, magnitudes = table.small, table.magnitudes
    total: int | float = 0
    current: int | float = given
    piece: int | float = given  # the last number added to current
    in_digits = started = first != i
    floor: int | float = INFINITY  # magnitudes come in falling order
    room: int | float = 0 if started else INFINITY  # what may still be added is smaller than this
    scale: int | float = 1
    saved: tuple[int | float, int | float, int, int | float] | None = None
    j = end = i
    while j < stop:
        word = words[j]
        value: int | float | None = small.get(word)
        if value is None and classes[j] & c.DIGIT:
            # "3 hundred and 21", "4 thousand 3 hundred": digits go on after digits
            fits = in_digits and len(word) <= 3 and word.isdecimal() and 100 <= room < INFINITY
            if fits and (j != end or (j + 1 < stop and words[j + 1] in magnitudes)):
                value = int(word)
            elif room == 10 and len(word) == 1 and j > end - 1 and not hyphened(tokens, j, stop):
                # "twenty 2": a word beside a digit, as careless editing leaves it
                value = int(word)
        if value is not None:
            if started and not 0 < value < room:
                break
            current += value
            piece = value
            room = 10 if 20 <= value < 100 and not classes[j] & c.DIGIT else 0
        elif (by := magnitudes.get(word)) is not None:
            if started and word in table.vague and j + 1 < stop and words[j + 1] == "of":
                break  # "two hundreds of": no English number
            if by == 12 and current:
                current, room = current + piece * 11 if piece else current * 12, 0
                scale = max(scale, 12)
            elif by == 100 and (
                (current == piece and piece and (piece < 100 or in_digits))
                or (piece < current < 100 and not total)  # "twenty-five hundred"
            ):
                current, piece, room, scale = current * 100, 0, 100, max(scale, 100)
            elif by >= 100 and not started:
                current, room, scale = by, by, by
                if by > 100:
                    total, current, floor = by, 0, by
            elif by == 12 and not started:
                current, room, scale = 12, 0, 12
            elif by == 1000 and in_digits and current >= 10_000 and not current % by:
                room = 0  # "160,000 thousand people": the same said twice, by a slip
            elif by > 100 and by < floor and current:
                total, current, piece = total + current * by, 0, 0
                floor = room = scale = by
            elif floor == 1000 and by > floor and not current:  # "three thousand millions"
                total, floor, room, scale = total * by, by, by, by
            else:
                break
        elif started and (after := _half_after(tokens, j, stop)):
            if room <= 10:  # "two and a half (million)"
                current, piece, room = current + 0.5, piece + 0.5, 0
            elif room >= 1000:  # "a million and a half", "a billion and a half million"
                by = magnitudes.get(words[after], 0) if after < stop else 0
                total += 0.5 * (by if 0 < by < floor else scale)
                room, after = 0, after + (0 < by < floor)
            else:
                break
            j = after - 1
        elif word == "point" and started and not in_digits and room <= 10:
            k = j + 1
            while k < stop and small.get(words[k], 10) < 10:
                current += small[words[k]] / 10 ** (k - j)
                k += 1
            if k == j + 1:
                break
            piece, room, j = current, 0, k - 1
        elif word == "and" and started and j + 1 < stop:
            following = words[j + 1]
            scaled = j + 2 < stop and words[j + 2] in magnitudes
            if not 100 <= room < INFINITY or not (
                following in small or in_digits and classes[j + 1] & c.DIGIT
            ):
                break
            if in_digits and room >= _MILLION and not scaled:
                break  # "$3 million and 12 deaths"
            saved = (total, current, end, scale)
            j += 1
            continue
        elif word == "-" and started and j + 1 < stop:
            following = words[j + 1]
            close = tokens.glued(j) and tokens.glued(j + 1)
            if not (
                following in magnitudes and close or following in small and (close or room == 10)
            ):
                break
            j += 1
            continue
        else:
            break
        started = True
        j += 1
        end = j
    if saved and end < stop and words[end] in magnitudes and words[end] not in table.vague:
        total, current, end, scale = saved  # "3 hundred and 2 hundred" are two numbers
    before = words[first - 1] if first else ""
    if before in _ARTICLES and words[first] in magnitudes:
        first -= 1
    return Cardinal(first, end, whole(total + current), scale=scale)
