"""Running time: the days that count for momentum, which stands still in a pause."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, datetime, timedelta, tzinfo
from typing import Final

from domain.model import Pause
from domain.momentum.brief import DAY

MOST_PAUSED: Final = 28
"""Days of a calendar year that may be paused; later ones of the year run on."""

_LONGEST: Final = 3_660
"""Days of one pause that are looked at."""


def midnight(day: date, zone: tzinfo | None) -> float:
    """The start of a local day, in seconds since 1970."""
    return datetime(day.year, day.month, day.day, tzinfo=zone).timestamp()


def paused_days(pauses: Iterable[Pause]) -> tuple[date, ...]:
    """The days on which momentum stands still: the first 28 of each year among all that were asked for."""
    asked = sorted({day for pause in pauses for day in _days_of(pause)})
    left: dict[int, int] = {}
    kept: list[date] = []
    for day in asked:
        left[day.year] = left.get(day.year, MOST_PAUSED) - 1
        if left[day.year] >= 0:
            kept.append(day)
    return tuple(kept)


def _days_of(pause: Pause) -> list[date]:
    """The days of one pause, first and last included; none where its days cannot be read."""
    try:
        first, last = date.fromisoformat(pause.first), date.fromisoformat(pause.last)
    except ValueError:
        return []
    many = min((last - first).days + 1, _LONGEST, date.max.toordinal() - first.toordinal())
    return [first + timedelta(days=number) for number in range(many)]


class Running:
    """Turns instants into running days and back; instants are seconds since 1970."""

    def __init__(self, pauses: Iterable[Pause], zone: tzinfo | None) -> None:
        self.zone = zone
        self.paused = paused_days(pauses)
        self._starts: list[float] = []
        self._ends: list[float] = []
        self._before: list[float] = [0.0]
        for day in self.paused:
            start, end = midnight(day, zone), midnight(day + timedelta(days=1), zone)
            if self._ends and self._ends[-1] == start:
                self._before[-1] += end - start
                self._ends[-1] = end
            else:
                self._starts.append(start)
                self._ends.append(end)
                self._before.append(self._before[-1] + end - start)
        self._halts = [start - lost for start, lost in zip(self._starts, self._before, strict=False)]

    def days(self, at: float) -> float:
        """Running days from 1970 to the instant."""
        passed = bisect_right(self._starts, at)
        if not passed:
            return at / DAY
        return (at - self._before[passed] + max(0.0, self._ends[passed - 1] - at)) / DAY

    def instant(self, days: float) -> float:
        """The instant at which that many days have run; in a pause its start."""
        passed = bisect_right(self._halts, days * DAY - 1e-6)
        return days * DAY + self._before[passed]

    def stands(self, at: float) -> bool:
        """Whether the instant lies in a pause."""
        passed = bisect_right(self._starts, at)
        return bool(passed) and at < self._ends[passed - 1]
