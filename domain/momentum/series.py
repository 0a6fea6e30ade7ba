"""The past day by day, for a chart: the gauge, what went out, what came back, and the pauses."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from domain.model import Interaction, Pause
from domain.moment import Moment
from domain.momentum.brief import TAU1, decayed
from domain.momentum.gauge import REACH_BACK
from domain.momentum.running import Running, midnight
from domain.momentum.tally import by_day, counted
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
    """The days from first to last, none later than today, in one pass over the acts."""
    everything = list(interactions)
    now, zone = moment.at.timestamp(), moment.at.tzinfo
    running = Running(pauses, zone)
    since = date.fromordinal(max(first.toordinal() - REACH_BACK, 1)).isoformat()
    found = (counted(gives, settings.weights) for gives in by_day(everything, since).values())
    acts = sorted(act for of_a_day in found for act in of_a_day if act.at <= now)
    returns = _returns(everything, first.isoformat(), now_text=moment.day)
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
        days.append(ChartDay(day, 700 * level / settings.full, many, points, returns.get(name, 0), day in paused))
    return days


def _returns(interactions: Iterable[Interaction], since: str, now_text: str) -> dict[str, int]:
    """What came back by local day."""
    found: dict[str, int] = {}
    for one in interactions:
        day = one.at[:10]
        if one.direction == "got" and since <= day <= now_text:
            found[day] = found.get(day, 0) + 1
    return found
