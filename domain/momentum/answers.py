"""The answers that go with the gauge: what holds it, what stopping costs, what a goal takes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp
from typing import Final

from domain.model import Kind
from domain.momentum.brief import TAU1, TAU2, K, days_to_peak, decayed
from domain.momentum.gauge import Gauge
from domain.momentum.recent import said_points
from domain.momentum.rhythm import in_acts
from domain.words import dated

QUIET_DAYS: Final = 28
"""The quiet spell whose bill is shown."""
HONEST_RATE: Final = 21.0
"""Points a week beyond which a rhythm is no honest advice, at a *full* of 6; it grows with a larger *full*."""
_FARTHEST: Final = 730
"""Days ahead that are searched for an honest date."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What holds the gauge where it is."""

    rate: float
    """Points a week."""
    acts: str
    sentence: str


def holding(value: float, full: float, weights: Mapping[Kind, float]) -> Holding:
    """The rhythm that holds a value of the gauge for ever."""
    rate = value / 100 * full
    if round(value) < 1:
        return Holding(rate, "nothing", "There is nothing to hold yet; it starts with you")
    acts = in_acts(rate, weights)
    return Holding(rate, acts, f"{round(value)} holds with {acts}")


@dataclass(frozen=True, slots=True)
class Stopping:
    """What becomes of the gauge if nothing more is given."""

    peak: float
    """The coming peak; the value now where it does not rise."""
    peak_day: date
    half: float
    """Half of the gauge now, or of the peak where the gauge is less than half of it."""
    half_day: date | None
    """The day on which it falls below half; None where there is nothing to halve."""
    after: float
    """The gauge after four quiet weeks."""
    cost: float
    """Points that four quiet weeks take from the gauge; below 0 where it is still higher then."""
    rate: float
    """Points a week at which they are won back."""
    days_back: float
    """Days at that rate until the gauge is again what it is now."""
    bill: str
    """The cost in words, `four quiet weeks cost 14 points, …`; empty where it is less than a point."""
    sentence: str


def if_i_stop(gauge: Gauge, today: date) -> Stopping:
    """The coming peak, when half is gone, and the bill for four quiet weeks."""
    value, peak = gauge.value, gauge.peak
    to_peak = days_to_peak(gauge.energy, gauge.momentum)
    half = (value if value >= peak / 2 else peak) / 2
    half_day = gauge.day_after(_falls_below(gauge, half, to_peak)) if half > 0.01 else None
    after = gauge.value_after(QUIET_DAYS)
    rate = gauge.full if value <= 95 else 1.2 * value / 100 * gauge.full
    quiet = decayed(gauge.energy, gauge.momentum, QUIET_DAYS)
    days_back = _days_to(quiet, gauge.momentum, rate / 7)
    peak_day = gauge.day_after(to_peak)
    bill = _bill(round(value) - round(after), rate, round(days_back))
    said = _falling(gauge, today, peak_day, half, half_day)
    told = f"{said}; {bill}" if bill else said
    return Stopping(peak, peak_day, half, half_day, after, value - after, rate, days_back, bill, told)


def _bill(cost: int, rate: float, days: int) -> str:
    if cost < 1:
        return ""
    back = f"won back in {max(days, 1)} {'days' if days > 1 else 'day'} at {said_points(rate)} a week"
    return f"four quiet weeks cost {said_points(cost)}, {back}"


def _falling(gauge: Gauge, today: date, peak_day: date, half: float, half_day: date | None) -> str:
    """Up to where it still rises, and when half of it is gone."""
    if half_day is None:
        return "There is nothing to lose yet"
    if round(gauge.pipe) >= 1:
        first = f"If you stop, it still rises to {round(gauge.peak)} on {dated(peak_day, today)}"
    else:
        first = f"If you stop, it falls from {round(gauge.value)}"
    return f"{first}, and is below {round(half, 1 if half < 2 else None)} after {dated(half_day, today)}"


def _falls_below(gauge: Gauge, level: float, start: float) -> float:
    """Days until the gauge has fallen to a level, from a day on which it stands above."""
    low, high = start, start + 1
    while gauge.value_after(high) > level:
        high += high
    return _bisected(lambda days: gauge.value_after(days) > level, low, high)


def _days_to(state: tuple[float, float], momentum: float, rate: float) -> float:
    """Days at a steady rate until momentum is reached from a state; 0 where it is there already."""
    high = 1.0
    if state[1] >= momentum:
        return 0.0
    while steady(state, rate, high) < momentum and high < 10_000:
        high *= 2
    return _bisected(lambda days: steady(state, rate, days) < momentum, 0.0, high)


def _bisected(before: Callable[[float], bool], low: float, high: float) -> float:
    """Where `before` turns false between two days."""
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if before(middle) else (low, middle)
    return high


def steady(state: tuple[float, float], rate: float, days: float) -> float:
    """Momentum after so many days of giving `rate` points a day evenly, from a state of energy and momentum."""
    _, momentum = decayed(*state, days)
    return momentum + rate * (1 - _missing(days))


def _missing(days: float) -> float:
    """The part of a steady rate that momentum has not yet taken up after so many days."""
    return (1 + K) * exp(-days / TAU2) - K * exp(-days / TAU1)


@dataclass(frozen=True, slots=True)
class Reaching:
    """What it takes to have the gauge at a value by a day."""

    target: float
    day: date
    rate: float
    """Points a week from now on; 0 or less where it comes by itself, infinite where there is no time."""
    honest: bool
    """Whether a person can keep that rhythm."""
    earliest: date | None
    """The earliest honest day where this one is not; None where there is none within two years."""
    acts: str
    sentence: str


def rate_to_reach(gauge: Gauge, target: float, days: float) -> float:
    """Points a week, given evenly, that bring the gauge to the target in so many running days; days from 1 on."""
    if days < 1:
        return float("inf")
    carried = decayed(gauge.energy, gauge.momentum, days)[1]
    return 7 * (target * gauge.rhythm / 100 - carried) / (1 - _missing(days))


def to_reach(gauge: Gauge, target: float, day: date, today: date, weights: Mapping[Kind, float]) -> Reaching:
    """The rhythm that brings the gauge to the target by a day, or the earliest honest day."""
    rate = rate_to_reach(gauge, target, _running_days(gauge, day, today))
    by, aim = dated(day, today), f"{target:g}"
    if rate <= 0:
        said = f"{aim} by {by} comes by itself: what you have given carries you there"
        return Reaching(target, day, rate, True, None, "nothing", said)
    most = max(HONEST_RATE, HONEST_RATE * gauge.full / 6)
    if rate <= most:
        acts = in_acts(rate, weights)
        return Reaching(target, day, rate, True, None, acts, f"{aim} by {by} takes {acts}")
    earliest = _earliest(gauge, target, today, most)
    if earliest is None:
        said = f"{aim} is out of honest reach at this scale"
        return Reaching(target, day, rate, False, None, "", said)
    said = f"Not by {by}; the earliest honest date for {aim} is {dated(earliest, today)}"
    return Reaching(target, day, rate, False, earliest, "", said)


def _running_days(gauge: Gauge, day: date, today: date) -> float:
    """Running days from now to the same time of that day."""
    paused = sum(today < one <= day for one in gauge.running.paused)
    return (day - today).days - paused


def _earliest(gauge: Gauge, target: float, today: date, most: float) -> date | None:
    for days in range(1, _FARTHEST):
        day = today + timedelta(days=days)
        if rate_to_reach(gauge, target, _running_days(gauge, day, today)) <= most:
            return day
    return None
