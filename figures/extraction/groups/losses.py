"""One loss told by an article: "led to A DEATH", "caused AN INJURY", "claimed A LIFE"."""

from __future__ import annotations

from typing import Final

from figures.extraction.groups.counted import CountedGroups
from figures.lexicon import classes as c

_LOSSES: Final = frozenset("death fatality injury".split())
# what brings about a loss, before "a death"
_CAUSING: Final = frozenset("caused causing causes".split())
_TAKING: Final = frozenset("claimed claiming claims took taking takes cost costing costs".split())
_BROUGHT: Final = frozenset(
    {("there", "was"), ("responsible", "for"), ("resulted", "in"), ("resulting", "in")}
    | {(verb, "to") for verb in "led leading leads contributed contributing".split()}
)
_AFTER: Final = (
    c.PUNCTUATION | c.PREPOSITION | c.AUXILIARY | c.CONJUNCTION | c.TRIGGER | c.SUBORDINATOR | c.RELATIVE | c.TIME
)  # fmt: skip


class Losses(CountedGroups):
    """Reads single losses, which nobody counts by a number."""

    def one_loss(self, i: int, head: int) -> bool:
        """ "Led to a death", "caused an injury", "claimed a life": one loss that something brought about."""
        words = self.t.words
        if not self.classes(head + 1) & _AFTER or words[head + 1 : head + 2] in (
            ["of"],
            ["to"],
        ):
            return False  # "a death threat", "a death of old age", "an injury to the knee"
        if words[head] == "life":
            return words[i - 1] in _TAKING
        brought = words[i - 1] in _CAUSING or tuple(words[max(0, i - 2) : i]) in _BROUGHT
        return brought and words[head] in _LOSSES
