"""What would become of the gauge: any rhythm from now on, day by day, and the bill for leaving one that holds it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from domain.model import Kind
from domain.momentum.answers import HONEST_RATE, Stopping, holding, if_i_stop, steady
from domain.momentum.gauge import Gauge
from domain.momentum.rhythm import in_acts
from domain.words import dated

WEEKS_SAID: Final = 12
"""How far ahead a rhythm is said in a sentence."""


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A rhythm from today on, and where it leads."""

    rate: float
    """Points a week, given evenly; 0 is stopping."""
    acts: str
    values: tuple[float, ...]
    """The gauge at this time of each coming day, tomorrow first."""
    settles: float
    """Where the gauge would stand in the end."""
    short: str
    """Where it leads, shortly."""
    sentence: str


@dataclass(frozen=True, slots=True)
class Maintenance:
    """The rhythm that holds a level, and the bill for leaving it."""

    level: float
    rate: float
    """Points a week."""
    acts: str
    bill: Stopping
    """What four quiet weeks cost from there."""
    sentence: str


def forecast(gauge: Gauge, rate: float, days: Sequence[float]) -> list[float]:
    """The gauge after so many running days of `rate` points a week, given evenly."""
    state = gauge.energy, gauge.momentum
    return [gauge.scaled(steady(state, rate / 7, after)) for after in days]


def running_days(gauge: Gauge, days: int) -> list[float]:
    """Running days from now to this time of each of so many coming days; a pause that is planned stands still."""
    running, now = gauge.running, gauge.running.days(gauge.at)
    return [running.days(gauge.at + 86_400 * day) - now for day in range(1, days + 1)]


def what_if(gauge: Gauge, rate: float, days: int, today: date, weights: Mapping[Kind, float]) -> WhatIf:
    """The coming days at a rhythm in points a week; below 0 it counts as none."""
    rate = max(rate, 0.0)
    after = running_days(gauge, max(days, WEEKS_SAID * 7))
    values = forecast(gauge, rate, after)
    acts, settles = in_acts(rate, weights), 100 * rate / gauge.full
    last = today + timedelta(weeks=WEEKS_SAID)
    there = f"{round(values[27])} in four weeks, {round(values[WEEKS_SAID * 7 - 1])} by {dated(last, today)}"
    said = f"With {acts} it is {there}, and settles at {round(settles)}" if rate else f"With nothing more it is {there}"
    shortly = f"{round(values[27])} in four weeks, settles at {round(settles)}"
    return WhatIf(rate, acts, tuple(values[:days]), settles, shortly, said)


def most_rate(full: float) -> float:
    """Points a week beyond which no rhythm is tried; it grows with a larger *full*."""
    return max(HONEST_RATE, HONEST_RATE * full / 6)


def maintenance(gauge: Gauge, level: float, today: date, weights: Mapping[Kind, float]) -> Maintenance:
    """The rhythm that holds a level of the gauge for ever, and what four quiet weeks would cost from there."""
    held = holding(level, gauge.full, weights)
    rate = held.rate / 7
    bill = if_i_stop(replace(gauge, energy=rate, momentum=rate), today)
    said = f"{held.sentence}; from there {bill.bill}" if bill.bill else held.sentence
    return Maintenance(level, held.rate, held.acts, bill, said)
