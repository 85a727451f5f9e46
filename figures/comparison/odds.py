"""Tolls at odds: what of their counts and days tells two reports to be of two events that look alike.

A city struck twice in a month, two quakes of one province: the words, the names and the place are the same, and the
days and the dead are others.
"""

from __future__ import annotations

from figures.comparison.accounts import Account

# days between two events, by which their tolls' being at odds weighs more
TOLL_DAYS = (1, 3, 7, 30)
_FRESH = 7  # days before a report within which what it does not date has happened, most likely
_TOLL = 5  # people harmed from which two counts are of other events,
_ODDS = 1.25  # if the one is so many times the other
_UNTOLD = -(2**31)
# kinds of event that go on for days, each with its dead
_LASTING = frozenset("fighting unrest flood storm volcano heat drought epidemic fire".split())


def add_other_tolls(found: dict[str, float], left: Account, right: Account) -> None:
    """The days between the events of two reports whose tolls are at odds. Reports of one event may take a day of
    the days after it for its own; but then they repeat its toll, or tell its day. One that tells none may look
    back, and no report tells of what comes after it."""
    one, other = _happened(left), _happened(right)
    first, later = (left, right) if one <= other else (right, left)
    gap = max(one, other)[0] - min(one, other)[1]
    if gap <= TOLL_DAYS[0] or min(one, other)[0] == _UNTOLD:
        return
    far = gap > TOLL_DAYS[-1]
    if not (later.days or far) or (odds := _odds(left, right)) <= 1 or odds < _ODDS and not far:
        return
    lasting = gap <= TOLL_DAYS[2] and not _LASTING.isdisjoint((*left.kinds, *right.kinds))
    told = first.days and not later.told.isdisjoint(range(first.days[0], first.days[1] + 1))
    sign = "another toll" if later.days and not told and not lasting else "another toll, loosely"
    found[sign] = gap


def _happened(account: Account) -> tuple[int, int]:
    """The days within which an account's incident happened: those told, else the days before the report."""
    if account.days or account.printed is None:
        return account.days or (_UNTOLD, _UNTOLD)
    return account.printed - _FRESH, account.printed


def _odds(left: Account, right: Account) -> float:
    """How many times the toll of the one is the other's, of the dead, else of those harmed; 0 where that is not
    known, where few were, or where the one number is told by the other too."""
    for category in ("killed", "casualties", "injured"):
        most = [max((n for c, n in a.counts if c == category), default=0) for a in (left, right)]
        if all(most):
            few = max(most) < _TOLL
            told = (category, most[0]) in right.counts or (category, most[1]) in left.counts
            return 0.0 if few or told else max(most) / min(most)
    return 0.0


def weeks_apart(left: Account, right: Account) -> bool:
    """Are the reports of different weeks?"""
    days = (left.printed, right.printed)
    return None not in days and abs((days[0] or 0) - (days[1] or 0)) > _FRESH
