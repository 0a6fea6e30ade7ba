"""Why the gauge stands where it does: what each act adds, and the sums by kind, week and circle, exactly."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp, floor
from typing import Final, NamedTuple

from domain.model import Contact, Interaction
from domain.moment import Moment
from domain.momentum.brief import TAU1, TAU2
from domain.momentum.gauge import Momentum
from domain.momentum.tally import Act

NO_CIRCLE: Final = "no circle"
NOBODY: Final = "nobody"


class Contribution(NamedTuple):
    """What one act adds to the gauge now; a tuple, because thousands are made for one look at it."""

    act: Act
    gauge: float
    """Points of the gauge."""


@dataclass(frozen=True, slots=True)
class Share:
    """What several acts add to the gauge together."""

    label: str
    acts: int
    points: float
    """Counted points of giving."""
    gauge: float
    """Points of the gauge."""


def pulse(points: float, days: float, rhythm: float) -> float:
    """What an act of so many counted points and days of age adds to the gauge; `rhythm` is full in points a day."""
    if days < 0:
        return 0.0
    return 100 * points / (rhythm * (TAU2 - TAU1)) * (exp(-days / TAU2) - exp(-days / TAU1))


def why(momentum: Momentum, moment: Moment) -> list[Contribution]:
    """What each act adds to the gauge, most first; together they are the gauge."""
    gauge = momentum.gauge(moment)
    days, now = momentum.running.days, momentum.running.days(gauge.at)
    scale = 100 / (gauge.rhythm * (TAU2 - TAU1))
    found = []
    for act in momentum.acts(moment):
        left = exp((days(act.at) - now) / TAU2)
        found.append(Contribution(act, scale * act.points * (left - left * left * left)))  # 21 days are three times 7
    found.sort(key=lambda one: (-one.gauge, one.act.id))
    return found


def by_kind(contributions: Iterable[Contribution]) -> list[Share]:
    """The shares of the kinds, most first."""
    return shares(contributions, lambda act: act.kind)


def by_week(contributions: Iterable[Contribution]) -> list[Share]:
    """The shares of the weeks, each named by the day of its Monday, most first."""
    return shares(contributions, _monday)


def by_circle(
    contributions: Iterable[Contribution], interactions: Mapping[str, Interaction], contacts: Mapping[str, Contact]
) -> list[Share]:
    """The shares of the circles, most first; an act with several people is parted evenly among them.

    What concerned nobody in the book goes to `nobody`, somebody who is in none to `no circle`.
    """
    acts: defaultdict[str, set[str]] = defaultdict(set)
    points: defaultdict[str, float] = defaultdict(float)
    gauge: defaultdict[str, float] = defaultdict(float)
    for one in contributions:
        known = interactions.get(one.act.id)
        people = [contacts[person] for person in known.people if person in contacts] if known is not None else []
        circles: list[str] = [person.circle or NO_CIRCLE for person in people]
        for circle in circles or [NOBODY]:
            acts[circle].add(one.act.id)
            points[circle] += one.act.points / max(len(people), 1)
            gauge[circle] += one.gauge / max(len(people), 1)
    found = [Share(circle, len(acts[circle]), points[circle], gauge[circle]) for circle in acts]
    return sorted(found, key=lambda one: (-one.gauge, one.label))


def shares(contributions: Iterable[Contribution], label: Callable[[Act], str]) -> list[Share]:
    """The shares of the acts with the same label, most first; together they are the gauge."""
    groups: defaultdict[str, list[Contribution]] = defaultdict(list)
    for one in contributions:
        groups[label(one.act)].append(one)
    found = [
        Share(name, len(group), sum(one.act.points for one in group), sum(one.gauge for one in group))
        for name, group in groups.items()
    ]
    return sorted(found, key=lambda one: (-one.gauge, one.label))


def in_tenths(parts: Sequence[float]) -> list[float]:
    """Numbers from 0 rounded to tenths so that they add up to their rounded sum; none is off by a tenth or more."""
    tenths = [floor(part * 10) for part in parts]
    missing = round(sum(parts) * 10) - sum(tenths)
    most_cut = sorted(range(len(parts)), key=lambda place: tenths[place] - parts[place] * 10)
    for place in most_cut[:missing]:
        tenths[place] += 1
    return [tenth / 10 for tenth in tenths]


def top(found: list[Share], most: int) -> list[Share]:
    """The first few shares, and one called `the rest` where there are more."""
    rest = found[most:]
    if not rest:
        return found
    together = Share(
        "the rest", sum(one.acts for one in rest), sum(one.points for one in rest), sum(one.gauge for one in rest)
    )
    return [*found[:most], together]


def _monday(act: Act) -> str:
    day = date.fromisoformat(act.day)
    return (day - timedelta(days=day.weekday())).isoformat()
