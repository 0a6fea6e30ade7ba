"""Running time: the days that count for momentum, which stands still in a pause."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta, tzinfo
from typing import Final

from domain.model import Pause
from domain.momentum.halts import Halts

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


class Running(Halts):
    """Running days by the pauses of a book."""

    def __init__(self, pauses: Iterable[Pause], zone: tzinfo | None) -> None:
        self.zone = zone
        self.paused = paused_days(pauses)
        super().__init__(map(self.ends_of, self.paused))

    def ends_of(self, day: date) -> tuple[float, float]:
        """The instants at which a day begins and ends."""
        return midnight(day, self.zone), midnight(day + timedelta(days=1), self.zone)
