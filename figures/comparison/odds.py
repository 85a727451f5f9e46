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
_ISSUES = 21  # days between two issues, of which none goes on with the other
_MOVED = frozenset("displaced affected sheltered hungry homeless returned evacuated".split())
_LATER = 2  # days between reports of which the later would repeat what the first told, or add to it
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


def two_events(left: Account, right: Account, kind: str, near: bool) -> bool:
    """Are they surely two, whatever undated reports of either have in common with both: two strikes of one camp in a
    month, another day's shelling told in the same words, a raid and a crash of one day? ``kind``: how alike;
    ``near``: told of one town."""
    if _other_issues(left, right):
        return True
    if not near:
        return False
    if kind == "different":
        return _other_counts(left, right)
    if not _LASTING.isdisjoint((*left.kinds, *right.kinds)):
        return False
    if left.days and right.days:
        return _of_two_days(left, right)
    return not (left.days or right.days) and _fell(left, right)


def _other_issues(left: Account, right: Account) -> bool:
    """Are they of two issues of one house's bulletin, printed weeks apart, which tell no day and no count alike: the
    clashes of a month and of another?"""
    if not left.house or left.house != right.house or left.printed is None or right.printed is None:
        return False
    if _MOVED.isdisjoint(left.categories) or _MOVED.isdisjoint(right.categories):
        return False  # a paper goes on with its news for weeks
    if abs(left.printed - right.printed) < _ISSUES or left.counts & right.counts:
        return False
    if left.days and right.days and left.days[0] <= right.days[1] and right.days[0] <= left.days[1]:
        return False
    return left.told.isdisjoint(right.told) and left.victims.isdisjoint(right.victims)


def _of_two_days(left: Account, right: Account) -> bool:
    """Do both tell their day, a week apart, neither the day of the other, and tolls at odds?"""
    if not left.days or not right.days:
        return False
    first, later = sorted((left.days, right.days))
    if later[0] - first[1] < TOLL_DAYS[2] or first[0] != first[1] or later[0] != later[1]:
        return False
    told = (right if left.days == first else left).told
    return first[0] not in told and _odds(left, right) >= _ODDS


def _fell(left: Account, right: Account) -> bool:
    """Does the later of two reports, days apart, tell fewer dead and fewer hurt, and neither when? One toll falls where
    it is corrected, hardly two at once."""
    if left.printed is None or right.printed is None or abs(left.printed - right.printed) < _LATER:
        return False
    first, later = (left, right) if left.printed < right.printed else (right, left)
    both = [(_most(first, c), _most(later, c)) for c in ("killed", "injured")]
    return all(few and many >= _ODDS * few for many, few in both)


def _other_counts(left: Account, right: Account) -> bool:
    """Do both count those killed or hurt, and none alike: a bus that crashed and a raid, of one town and day?"""
    if left.counts & right.counts:
        return False
    return any(_most(left, c) and _most(right, c) for c in ("killed", "injured"))


def _most(account: Account, category: str) -> float:
    return max((n for c, n in account.counts if c == category), default=0)


def _happened(account: Account) -> tuple[int, int]:
    """The days within which an account's incident happened: those told, else the days before the report."""
    if account.days or account.printed is None:
        return account.days or (_UNTOLD, _UNTOLD)
    return account.printed - _FRESH, account.printed


def _odds(left: Account, right: Account) -> float:
    """How many times the toll of the one is the other's, of the dead, else of those harmed; 0 where that is not
    known, where few were, or where the one number is told by the other too."""
    for category in ("killed", "casualties", "injured"):
        most = [_most(a, category) for a in (left, right)]
        if all(most):
            few = max(most) < _TOLL
            told = (category, most[0]) in right.counts or (category, most[1]) in left.counts
            return 0.0 if few or told else max(most) / min(most)
    return 0.0


def weeks_apart(left: Account, right: Account) -> bool:
    """Are the reports of different weeks?"""
    days = (left.printed, right.printed)
    return None not in days and abs((days[0] or 0) - (days[1] or 0)) > _FRESH
