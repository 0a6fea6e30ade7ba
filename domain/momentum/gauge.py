"""The gauge at an instant, kept so that one more act recounts its own day only."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, tzinfo
from functools import lru_cache
from math import exp, floor
from typing import Final, Literal, cast

from domain.model import Interaction, Pause
from domain.moment import Moment
from domain.momentum import brief
from domain.momentum.brief import DAY, TAU2, decayed
from domain.momentum.kept import Brief
from domain.momentum.recent import COVERED, GAPS, RHYTHM, Recent, early_warning
from domain.momentum.running import Running
from domain.momentum.tally import Act, by_day, counted_given
from domain.settings import Settings

Trend = Literal["building", "holding", "rolling on", "fading"]

REACH_BACK: Final = 1_100
"""Days of acts that are looked at: older ones cannot move the gauge by 1e-9, however many there are."""

_EPOCH: Final = date(1970, 1, 1).toordinal()
_ZONES: Final = 2
"""Days more that are kept apart, since an act may have been logged in any zone."""
_AHEAD: Final = 3_000.0
"""Days after the start beyond which an act is left out: nobody keeps a gauge for so long."""
_RESERVE: Final = 120.0
_RESERVE_DAYS: Final = 28


@dataclass(frozen=True, slots=True)
class Gauge:
    """Momentum at an instant, with what is said about it."""

    energy: float
    """The recent rate of giving, in points a day."""
    momentum: float
    """What the energy has built, in points a day."""
    at: float
    """Seconds since 1970."""
    full: float
    """Points a week that make the gauge 100."""
    aim: float
    trend: Trend
    warning: str
    """The early warning in a sentence without a stop; empty where there is none."""
    begun: bool
    """Whether anything was given in the time that is looked at."""
    points: float
    """Points given in the last 21 running days."""
    running: Running = field(compare=False, repr=False)

    @property
    def rhythm(self) -> float:
        """Full in points a day: the R of the formulas."""
        return self.full / 7

    @property
    def value(self) -> float:
        """Momentum in points of the gauge; above 100 the rest is reserve."""
        return self.scaled(self.momentum)

    @property
    def peak(self) -> float:
        """The gauge at its coming peak if nothing more is given; the value where it does not rise."""
        return self.scaled(brief.peak(self.energy, self.momentum))

    @property
    def pipe(self) -> float:
        """Points still to come up to the coming peak."""
        return self.peak - self.value

    @property
    def reserve(self) -> str:
        """`100, and 46 in reserve` where the gauge stands above 100, else empty."""
        above = round(self.value) - 100
        return f"100, and {above} in reserve" if above > 0 else ""

    def scaled(self, momentum: float) -> float:
        """Points a day as points of the gauge."""
        return 100 * momentum / self.rhythm

    def later(self, at: float) -> "Gauge":
        """The gauge at a later instant if nothing is given; an earlier one changes nothing."""
        if at <= self.at:
            return self
        energy, momentum = decayed(self.energy, self.momentum, self.running.days(at) - self.running.days(self.at))
        return replace(self, energy=energy, momentum=momentum, at=at)

    def value_after(self, days: float) -> float:
        """The gauge after so many running days if nothing is given."""
        return self.scaled(decayed(self.energy, self.momentum, days)[1])

    def instant_after(self, days: float) -> float:
        """The instant at which so many more days have run."""
        return self.running.instant(self.running.days(self.at) + days)

    def day_after(self, days: float) -> date:
        """The local day on which so many more days have run; raises OverflowError beyond the calendar."""
        return _local_day(self.instant_after(days), self.running.zone)


class _Day:
    """The acts of a local day."""

    __slots__ = ("acts", "fast", "slow")

    def __init__(self, acts: tuple[Act, ...], fast: float, slow: float) -> None:
        """The sums are as seen from the start; those of a day that is kept apart are nothing."""
        self.acts = acts
        self.fast = fast
        self.slow = slow


class Momentum:
    """The acts of each local day: the last weeks act by act, all before as two sums."""

    def __init__(
        self,
        interactions: Iterable[Interaction],
        moment: Moment,
        settings: Settings,
        pauses: Iterable[Pause] = (),
    ) -> None:
        """`moment` is the start; a gauge asked for an earlier one is that of the start."""
        self._settings = settings
        self._start = moment.at.timestamp()
        self.running = Running(pauses, moment.at.tzinfo)
        self._origin = self.running.days(self._start)
        self._first_halt = min(self.running.starts, default=float("inf"))
        since = max(moment.today.toordinal() - REACH_BACK, 1)
        self._since = date.fromordinal(since).isoformat()
        covered = floor(self.running.instant(self._origin - COVERED) / DAY) - _ZONES
        self._covered = covered
        self._apart = _name_of(covered)
        self._logged = by_day(interactions, self._since, settings.weights)
        self._days: dict[str, _Day] = {}
        fast = slow = 0.0
        recent: list[tuple[float, float, str]] = []
        for name in self._logged:
            day = self._count(name)
            if day is not None:
                fast += day.fast
                slow += day.slow
                recent += self._kept_apart(day)
        self._recent = Recent(self.running, settings.full, self._origin, fast, slow)
        self._recent.take(recent)
        self._tell_older()

    def replace(self, before: Interaction | None, after: Interaction | None) -> None:
        """Take one act for another: nothing before is a new one, nothing after a removed one."""
        if before is not None and before.at[:10] in self._logged:
            day = before.at[:10]
            self._logged[day] = [one for one in self._logged[day] if one[2] != before.id]
            self._count_again(day)
        if after is not None:
            for day, logged in by_day((after,), self._since, self._settings.weights).items():
                kept = [one for one in self._logged.get(day, ()) if one[2] != after.id]
                self._logged[day] = kept + logged
                self._count_again(day)

    def gauge(self, moment: Moment) -> Gauge:
        """The gauge at that moment."""
        at = max(moment.at.timestamp(), self._start)
        recent = self._recent
        energy, momentum = recent.state(at)
        value = 700 * momentum / recent.full
        points = recent.points(at)
        return Gauge(
            energy=energy,
            momentum=momentum,
            at=at,
            full=recent.full,
            aim=self._settings.aim,
            trend=cast("Trend", recent.trend(at)),
            warning="" if self.running.stands(at) else early_warning(value, points, recent.full),
            begun=recent.begun(at),
            points=points,
            running=self.running,
        )

    def gained(self, moment: Moment) -> float:
        """Points of the gauge that the 14 running days up to that moment have brought; below 0 they took some."""
        return self._recent.gained(max(moment.at.timestamp(), self._start))

    def brief(self, moment: Moment) -> Brief:
        """The gauge as a status line keeps it, with what was logged today and yesterday."""
        at = max(moment.at.timestamp(), self._start)
        today = moment.today.toordinal() - _EPOCH
        logged = {name: self._logged.get(name, ()) for name in map(_name_of, (today - 1, today))}
        return Brief(
            self._recent,
            at=at,
            aim=self._settings.aim,
            logged={name: [(at, kind, number) for at, _, number, kind in acts] for name, acts in logged.items()},
        )

    def may_raise_full(self, moment: Moment) -> bool:
        """Whether the gauge has stood above 120 for 28 days, so that raising *full* may be offered."""
        at = max(moment.at.timestamp(), self._start)
        recent = self._recent
        return all(recent.value(recent.back(at, days)) > _RESERVE for days in range(_RESERVE_DAYS + 1))

    def acts(self, moment: Moment) -> list[Act]:
        """The acts up to that moment, in no particular order."""
        at = max(moment.at.timestamp(), self._start)
        return [act for day in self._days.values() for act in day.acts if act.at <= at]

    def acts_between(self, first: float, last: float) -> list[Act]:
        """The acts after one instant, up to another; in seconds since 1970."""
        return [act for day in self._around(first, last) for act in day.acts if first < act.at <= last]

    def age(self, act: Act, at: float) -> float:
        """Running days between an act and an instant."""
        return self.running.days(at) - self.running.days(act.at)

    def _count(self, name: str) -> _Day | None:
        """Count one local day anew; None where nothing of it counts."""
        acts = counted_given(self._logged[name])
        if not acts:
            self._days.pop(name, None)
            return None
        fast, slow = (0.0, 0.0) if name >= self._apart else self._sums(acts)
        day = self._days[name] = _Day(acts, fast, slow)
        return day

    def _count_again(self, name: str) -> None:
        """Count one local day anew, and correct by what it changed."""
        old, new = self._days.get(name), self._count(name)
        if name >= self._apart:
            self._recent.put({name}, self._kept_apart(new) if new is not None else ())
            return
        for day, sign in ((old, -1), (new, 1)):
            if day is not None:
                self._recent.fast += sign * day.fast
                self._recent.slow += sign * day.slow
        self._tell_older()

    def _kept_apart(self, day: _Day) -> Iterator[tuple[float, float, str]]:
        """The acts of a day that is kept act by act; of an older one none."""
        if day.acts[0].day >= self._apart:
            latest = self._start + _AHEAD * DAY
            yield from ((act.at, act.points, act.day) for act in day.acts if act.at <= latest)

    def _tell_older(self) -> None:
        """Tell of the days before those that are kept apart: whether there are any, and when you gave on the last."""
        names = map(_name_of, range(self._covered - 1, self._covered - round(RHYTHM) - _ZONES, -1))
        giving = [self._days[name] for name in names if name in self._days][: GAPS + 1]
        self._recent.earlier = tuple(self.running.days(day.acts[0].at) for day in giving)
        self._recent.older = bool(giving) or any(name < self._apart for name in self._days)

    def _sums(self, acts: Iterable[Act]) -> tuple[float, float]:
        """What is left, at the start, of the points after each stage's time."""
        fast = slow = 0.0
        days, origin, first_halt = self.running.days, self._origin, self._first_halt
        for act in acts:  # the other values of tens of thousands are not touched: they are far off in memory
            at, points = act.at, act.points
            left = exp(((at / DAY if at < first_halt else days(at)) - origin) / TAU2)
            slow += points * left
            fast += points * left * left * left  # the one half-life is three times the other
        return fast, slow

    def _around(self, first: float, last: float) -> Iterator[_Day]:
        """The days with acts that two instants may touch, whatever the zone in which they were logged."""
        for number_of_day in range(floor(first / DAY) - 1, floor(last / DAY) + 2):
            day = self._days.get(_name_of(number_of_day))
            if day is not None:
                yield day


def gauge(
    interactions: Iterable[Interaction], moment: Moment, settings: Settings, pauses: Iterable[Pause] = ()
) -> Gauge:
    """The gauge at that moment, from nothing but the records."""
    return Momentum(interactions, moment, settings, pauses).gauge(moment)


def _local_day(at: float, zone: tzinfo | None) -> date:
    """The local day of an instant; raises OverflowError beyond the calendar."""
    try:
        return datetime.fromtimestamp(at, zone).date()
    except (ValueError, OSError):
        raise OverflowError("that is beyond the calendar") from None


@lru_cache(4096)
def _name_of(number_of_day: int) -> str:
    """The ISO text of a day by its number since 1970."""
    return date.fromordinal(number_of_day + _EPOCH).isoformat()
