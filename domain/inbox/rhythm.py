"""When a person falls due: by the cadence of their circle, and by the median gap between past contacts."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

NEVER = 1 << 30
"""A day that does not come."""

GAPS_FROM = 24
"""Contacts back from the last that tell a person's own gap."""
FEWEST_DAYS = 4
SHORTEST_WINDOW = 21
STRONG_FROM = 5
"""Interactions that make a tie a strong one."""
SILENT_FOR = 180
"""Days of silence before a strong tie counts as dormant, and twice the cadence besides."""


class Turn(NamedTuple):
    """The days on which one person's state changes, as numbers; the moving clock only compares them."""

    last: int
    """The last contact; 0 where there is none."""
    by_circle: int
    """The day on which the circle's cadence is over."""
    by_gap: int
    """The first day out of their own rhythm."""
    edge: int
    """The last day on which their own rhythm says anything: what has plainly ended is not late."""
    dormant: int
    """The day on which a strong tie counts as dormant."""
    gap: int
    """The median days between contacts; 0 where too little is known."""
    strength: int
    """Interactions so far, up to which ties are told apart."""
    ends: int
    """The next contact that is already dated ahead; from there on the turn is another."""

    def due(self, today: int) -> int:
        """The day since which they have been out of rhythm, or 0 while they are not."""
        by_gap = self.by_gap if self.by_gap <= today <= self.edge else NEVER
        first = min(self.by_circle, by_gap)
        return first if first <= today < self.dormant else 0

    def own(self, today: int) -> bool:
        """Whether it is their own rhythm that says so."""
        return self.by_gap <= today <= self.edge


def turn(days: Sequence[int], cadence: int, first_due: int, today: int) -> Turn:
    """The turn of somebody with these days of contact; `first_due` is for who has none so far."""
    past = bisect_right(days, today)
    ends = days[past] if past < len(days) else NEVER
    if past == 0:
        return Turn(0, first_due, NEVER, 0, NEVER, 0, 0, ends)
    last = days[past - 1]
    dormant = last + max(SILENT_FOR, 2 * cadence) if past >= STRONG_FROM else NEVER
    gap = _gap(days[max(0, past - GAPS_FROM) : past])
    if gap == 0:
        return Turn(last, last + cadence, NEVER, 0, dormant, 0, past, ends)
    by_gap = last + max(2 * gap, gap + 14)
    return Turn(last, last + cadence, by_gap, last + max(12 * gap, gap + 90), dormant, gap, past, ends)


def _gap(days: Sequence[int]) -> int:
    """The median days between contacts on different days; 0 where they are few or all in three weeks."""
    if len(days) < FEWEST_DAYS or days[-1] - days[0] < SHORTEST_WINDOW:
        return 0
    gaps = sorted(after - before for before, after in pairwise(days) if after > before)
    return gaps[(len(gaps) - 1) // 2] if len(gaps) >= FEWEST_DAYS - 1 else 0
