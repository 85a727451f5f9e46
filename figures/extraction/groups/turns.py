"""One person told by an age, a turn or "another" alone: "a 17-year-old was hurt", "a third injured"."""

from __future__ import annotations

from typing import Final

from figures.extraction.groups.losses import Losses
from figures.lexicon import classes as c
from figures.lexicon import load

AFTER_ANOTHER: Final = c.PUNCTUATION | c.PREPOSITION | c.CONJUNCTION | c.AUXILIARY | c.SUBORDINATOR
AFTER_AGE: Final = c.PUNCTUATION | c.AUXILIARY | c.PREPOSITION | c.CONJUNCTION
_DIED: Final = (["died"], ["perished"], ["succumbed"], ["survived"])  # behind "another"
_PARTICIPLES: Final = frozenset(("participle", "past_participle"))
_HURT: Final = frozenset("killed injured abducted detained missing".split())


class Turns(Losses):
    """Asks whether a noun left out behind an age, an ordinal or "another" is a person."""

    def ends_age(self, k: int) -> bool:
        """Does no noun follow an age or an ordinal at token k: "a 17-year-old WAS", "a third DIED", "… BADLY HURT"?"""
        badly = bool(self.classes(k) & c.ADVERB) and self.no_noun(k) or self.next_hurt(k)
        verb = any(x.shape == "intransitive" for _, x in self.triggers.get(k, ()))
        return (
            badly
            or verb
            and not self.classes(k + 1) & c.PERSON
            or bool(self.classes(k) & AFTER_AGE)
        )

    def no_noun(self, k: int) -> bool:
        """Does no noun follow "another" at token k: "and another INJURED in the blast", not "another injured man"?"""
        after = self.classes(k)
        if after & AFTER_ANOTHER or self.t.words[k : k + 1] in _DIED:
            return True
        k += bool(after & c.ADVERB)  # "critically"
        told = (
            e
            for e, x in self.triggers.get(k, ())
            if x.form in _PARTICIPLES or x.form == "ing" and x.shape == "intransitive"
        )
        stop = max(told, default=0)  # "one dead and another FIGHTING FOR LIFE."
        return bool(stop) and bool(self.classes(stop) & (AFTER_ANOTHER | c.TIME | c.WEEKDAY))

    def next_hurt(self, k: int) -> bool:
        """ "Two guards were killed and a third INJURED": does the participle at token k tell, without "was", of the one
        who comes next after those just counted?"""
        place = load("numbers")["ordinals"].get(self.t.words[k - 1])
        hurt = place and any(x.category in _HURT for _, x in self.triggers.get(k, ()))
        if not hurt or not self.no_noun(k):
            return False
        return any(n.value == place - 1 for first, n in self.numbers.items() if first < k)
