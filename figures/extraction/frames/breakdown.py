"""Breakdowns: who those counted are by sex, by age and by what they need, which overlap: "4,900 people, including 2,400
men and 2,500 women; 900 children under five; 120 pregnant women and 40 people with disabilities"."""

from __future__ import annotations

from typing import Final

from figures.extraction.frames.certain import Certain
from figures.extraction.frames.readings import Reading
from figures.extraction.groups.chunks import (
    ADVERB,
    AND,
    CLOSE,
    COMMA,
    COUNT,
    NOUN,
    OPEN,
    PREP,
    STOP,
    Chunk,
)
from figures.extraction.words.tokens import Tokens

_GROUPS: Final = frozenset("child woman man elderly".split())
_MEN: Final = frozenset("men man males male boys fathers".split())
_NEEDS: Final = frozenset(
    "disabled disability disabilities pregnant breastfeeding lactating unaccompanied separated older elderly"
    " widows widowed orphaned needs".split()
)
_JOINTS: Final = frozenset((COMMA, AND))
_BEHIND: Final = 5  # chunks of what is told of those in a list: "aged 0 to 5", "with disabilities"
_OF_LIST: Final = (PREP, NOUN, ADVERB, OPEN, CLOSE)
_WITH: Final = frozenset(("with", "of", "under", "over", "aged", "between", "in", "above", "below"))
_LIST: Final = 30  # counts in a list


def told_by_kind(tokens: Tokens, chunk: Chunk, after: Chunk | None = None) -> bool:
    """Does a chunk count people by sex, age or need, so that others of a list may count them again?"""
    counted = chunk.count
    if counted is None or counted.counted != "number" or counted.adding or counted.of_those:
        return False
    if counted.head is None or counted.unit != "person":
        return False
    if not _GROUPS.isdisjoint(counted.groups) or tokens.words[counted.head] in _MEN:
        return True
    words = tokens.words[chunk.first : chunk.stop]
    if after is not None and tokens.words[chunk.stop : chunk.stop + 1] == ["with"]:
        words += tokens.words[after.first : after.stop]
    return not _NEEDS.isdisjoint(words)


def _told_of_those(tokens: Tokens, chunk: Chunk) -> bool:
    """Does a chunk behind a count tell of what age or kind those are: "aged 0 to 5", "WITH disabilities"?"""
    return chunk.kind in _OF_LIST and (chunk.kind != PREP or tokens.words[chunk.first] in _WITH)


def next_of_list(tokens: Tokens, chunks: list[Chunk], k: int) -> int:
    """The count that follows the one at chunk k in a list, past what is told of that: "72 people with disabilities AND
    533 elders"; 0 where the list ends."""
    i, joined = k + 1, False
    for _ in range(_BEHIND):
        if i >= len(chunks):
            return 0
        kind = chunks[i].kind
        if kind == COUNT:
            return i if joined else 0
        if kind in _JOINTS or kind == STOP and tokens.words[chunks[i].first] == ";":
            joined = True
        elif joined and tokens.words[chunks[i].first] == "including":
            i += 1  # "(5,900 men and 10,900 women), INCLUDING 640 children"
            continue
        elif joined or not _told_of_those(tokens, chunks[i]):
            return 0
        i += 1
    return 0


def before_of_list(tokens: Tokens, chunks: list[Chunk], k: int) -> int:
    """The count before the one at chunk k in a list; -1 where that is the first."""
    for j in range(k - 1, max(-1, k - _BEHIND - 1), -1):
        if chunks[j].kind == COUNT:
            return j if next_of_list(tokens, chunks, j) == k else -1
    return -1


class Breakdown(Certain):
    """Reads the lists that tell who those counted are."""

    def broken_down(self) -> None:
        """Make the counts of every such list parts of those whom they describe, though together they are more."""
        opened: dict[int, int] = {}  # the first part told of each count
        for r in self.readings:
            if r.part_of is not None and r.at > r.part_of.at:
                opened[id(r.part_of)] = min(r.at, opened.get(id(r.part_of), r.at))
        for whole in [r for r in self.readings if r.part_of is None]:
            if whole.counted.unit in (None, "person"):
                if k := self.list_of(whole, opened.get(id(whole), 0)):
                    self.lay_down(k, whole)

    def list_of(self, whole: Reading, k: int) -> int:
        """The first count of a list that tells who those of a reading, with its first part at chunk k, are; 0 where
        there is none."""
        if k and self.by_kind(k):
            return k
        near = range(whole.at + 1, min(len(self.chunks), whole.at + _BEHIND))
        said = next((k for k in near if self.t.words[self.chunks[k].first] == "including"), 0)
        if not said or said + 1 >= len(self.chunks) or not self.by_kind(said + 1):
            return 0
        return said + 1 if any(k == whole.by for k in range(whole.at, said + 1)) else 0

    def by_kind(self, k: int) -> bool:
        after = self.chunks[k + 2] if k + 2 < len(self.chunks) else None
        return told_by_kind(self.t, self.chunks[k], after)

    def lay_down(self, k: int, whole: Reading) -> None:
        """Read the list from chunk k on as parts of ``whole``, each by itself no more than it."""
        for _ in range(_LIST):
            if k not in self.read:
                told = self.chunks[k].count
                if told is None or not self.fits(whole, [told]):
                    return
                self.add_parts([k], whole)
            else:
                for r in self.read[k]:
                    same = r.trigger.category == whole.trigger.category and r.part_of is None
                    if same and r is not whole and self.fits(whole, [r.counted]):
                        r.part_of = whole
            k = next_of_list(self.t, self.chunks, k)
            if not k or not self.by_kind(k) or self.own_fate(k, whole):
                return

    def own_fate(self, k: int, whole: Reading) -> bool:
        """Is something else told of the count at chunk k than of the whole: "… and 12 children died"?"""
        return any(r.by != whole.by and r.part_of is not whole for r in self.read.get(k, ()))
