"""The past day by day, for a chart: the gauge, what went out, what came back, and the pauses."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from domain.model import Interaction, Pause
from domain.moment import Moment
from domain.momentum.brief import TAU1, decayed
from domain.momentum.gauge import REACH_BACK
from domain.momentum.running import Running, midnight
from domain.momentum.tally import Act, by_day, counted_given
from domain.settings import Settings


@dataclass(frozen=True, slots=True)
class ChartDay:
    """One local day of the chart."""

    day: date
    value: float
    """The gauge at the end of the day, or now where the day is not over."""
    gives: int
    """Acts that counted."""
    points: float
    """Points they counted."""
    returns: int
    paused: bool


def chart(
    interactions: Iterable[Interaction],
    first: date,
    last: date,
    moment: Moment,
    settings: Settings,
    pauses: Iterable[Pause] = (),
) -> list[ChartDay]:
    """The days from first to last, none later than today, from nothing but the records."""
    everything = list(interactions)
    since = date.fromordinal(max(first.toordinal() - REACH_BACK, 1)).isoformat()
    found = map(counted_given, by_day(everything, since, settings.weights).values())
    acts = [act for of_a_day in found for act in of_a_day]
    returns = returns_by_day(everything, first, moment)
    return chart_of(acts, returns, first, last, moment, Running(pauses, moment.at.tzinfo), settings.full)


def chart_of(
    counted_acts: Iterable[Act],
    returns: Mapping[str, int],
    first: date,
    last: date,
    moment: Moment,
    running: Running,
    full: float,
) -> list[ChartDay]:
    """The days from first to last, none later than today, in one pass over acts that are counted already."""
    now, zone = moment.at.timestamp(), moment.at.tzinfo
    acts = sorted(act for act in counted_acts if act.at <= now)
    of_day: dict[str, tuple[int, float]] = {}
    for act in acts:
        many, points = of_day.get(act.day, (0, 0.0))
        of_day[act.day] = (many + 1, points + act.points)
    paused = set(running.paused)
    energy = momentum = 0.0
    at = running.days(acts[0].at) if acts else 0.0
    passed = 0
    days: list[ChartDay] = []
    for number in range(first.toordinal(), min(last, moment.today).toordinal() + 1):
        day = date.fromordinal(number)
        end = min(midnight(day + timedelta(days=1), zone), now)
        while passed < len(acts) and acts[passed].at <= end:
            then = running.days(acts[passed].at)
            energy, momentum = decayed(energy, momentum, then - at)
            energy += acts[passed].points / TAU1
            at = then
            passed += 1
        _, level = decayed(energy, momentum, running.days(end) - at)
        name = day.isoformat()
        many, points = of_day.get(name, (0, 0.0))
        days.append(ChartDay(day, 700 * level / full, many, points, returns.get(name, 0), day in paused))
    return days


def returns_by_day(interactions: Iterable[Interaction], first: date, moment: Moment) -> dict[str, int]:
    """How much came back on each local day since the first."""
    since, now_text = first.isoformat(), moment.day
    found: dict[str, int] = {}
    for one in interactions:
        day = one.at[:10]
        if one.direction == "got" and since <= day <= now_text:
            found[day] = found.get(day, 0) + 1
    return found
