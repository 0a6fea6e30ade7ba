"""The gauge at an instant, kept so that one more act recounts its own day only."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, tzinfo
from functools import lru_cache
from math import exp, floor
from typing import Final, Literal

from domain.model import Interaction, Pause
from domain.moment import Moment
from domain.momentum import brief
from domain.momentum.brief import DAY, TAU1, TAU2, Brief, decayed
from domain.momentum.running import Running, midnight
from domain.momentum.tally import Act, by_day, counted
from domain.settings import Settings

Trend = Literal["building", "holding", "rolling on", "fading"]

REACH_BACK: Final = 1_100
"""Days of acts that are looked at: older ones cannot move the gauge by 1e-9, however many there are."""

_STEP: Final = 5.0
"""Points of the gauge, up or down in 14 days, that make a trend."""
_FORTNIGHT: Final = 14.0
_QUIET: Final = 7 + 1 / 12
"""Days without a give before the gauge rolls on; two hours over, so that a change of the clocks makes nothing quiet."""
_EPOCH: Final = date(1970, 1, 1).toordinal()
_NOISE: Final = 1e-9
"""Points of the gauge that are nothing."""
_SLIGHT: Final = 15.0
"""Below this the gauge is building when there is more energy than momentum, and is never warned about."""
_SPELL: Final = 21.0
"""Days whose points the early warning compares with what holds the gauge."""
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
    good_until: float
    """Seconds since 1970 up to which `later` says what the book would: local midnight or the next dated act."""
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

    def brief(self) -> Brief:
        """The gauge as a status line keeps it."""
        return Brief(
            self.energy,
            self.momentum,
            at=self.at,
            until=self.good_until,
            rhythm=self.rhythm,
            aim=self.aim,
            trend=self.trend if self.begun else "",
            moving=not self.running.stands(self.at),
            warning=self.warning,
        )


@dataclass(frozen=True, slots=True)
class _Day:
    """The acts of a local day, with their sums as seen from the start."""

    acts: tuple[Act, ...]
    points: float
    fast: float
    slow: float


class Momentum:
    """The acts of each local day, from which the gauge at its start or later is a formula and a short look back."""

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
        self._start_days = self.running.days(self._start)
        since = max(moment.today.toordinal() - REACH_BACK, 1)
        self._since = date.fromordinal(since).isoformat()
        self._logged = by_day(interactions, self._since)
        self._days: dict[str, _Day] = {}
        self._late: set[str] = set()
        self._fast = self._slow = 0.0
        for day in self._logged:
            self._count(day)

    def replace(self, before: Interaction | None, after: Interaction | None) -> None:
        """Take one act for another: nothing before is a new one, nothing after a removed one."""
        if before is not None and before.at[:10] in self._logged:
            day = before.at[:10]
            self._logged[day] = [one for one in self._logged[day] if one.id != before.id]
            self._count(day)
        if after is not None:
            for day, logged in by_day((after,), self._since).items():
                kept = [one for one in self._logged.get(day, ()) if one.id != after.id]
                self._logged[day] = kept + logged
                self._count(day)

    def gauge(self, moment: Moment) -> Gauge:
        """The gauge at that moment."""
        at = max(moment.at.timestamp(), self._start)
        energy, momentum = self._state(at)
        full = self._settings.full
        value = 700 * momentum / full
        points, _, _ = self._since_then(at, _SPELL)
        trend = self._trend(at, value, 700 * energy / full)
        return Gauge(
            energy=energy,
            momentum=momentum,
            at=at,
            full=full,
            aim=self._settings.aim,
            trend=trend,
            warning=_warning(value, points, full),
            begun=self._begun(at),
            points=points,
            good_until=self._good_until(at),
            running=self.running,
        )

    def may_raise_full(self, moment: Moment) -> bool:
        """Whether the gauge has stood above 120 for 28 days, so that raising *full* may be offered."""
        at = max(moment.at.timestamp(), self._start)
        return all(self._value(at, days) > _RESERVE for days in range(_RESERVE_DAYS + 1))

    def acts(self, moment: Moment) -> list[Act]:
        """The acts up to that moment, in no particular order."""
        at = max(moment.at.timestamp(), self._start)
        return [act for day in self._days.values() for act in day.acts if act.at <= at]

    def age(self, act: Act, at: float) -> float:
        """Running days between an act and an instant."""
        return self.running.days(at) - self.running.days(act.at)

    def _count(self, name: str) -> None:
        """Count one local day anew, and correct the sums by what it changed."""
        old = self._days.pop(name, None)
        if old is not None:
            self._fast -= old.fast
            self._slow -= old.slow
        self._late.discard(name)
        acts = counted(self._logged[name], self._settings.weights)
        if not acts:
            return
        past = acts
        if acts[-1].at > self._start:
            past = tuple(act for act in acts if act.at <= self._start)
            self._late.add(name)
        fast, slow = self._sums(past, self._start_days)
        self._days[name] = _Day(acts, sum([act.points for act in acts]), fast, slow)
        self._fast += fast
        self._slow += slow

    def _sums(self, acts: Iterable[Act], now: float) -> tuple[float, float]:
        """What is left of the points after each stage's time, at an instant in running days."""
        fast = slow = 0.0
        days = self.running.days
        for at, _, points, _, _, _ in acts:
            if points:
                left = exp((days(at) - now) / TAU2)
                slow += points * left
                fast += points * left * left * left  # the one half-life is three times the other
        return fast, slow

    def _sums_at(self, at: float) -> tuple[float, float]:
        """The sums of all acts up to an instant that is not before the start."""
        now = self.running.days(at)
        passed = now - self._start_days
        late = [act for name in self._late for act in self._days[name].acts if self._start < act.at <= at]
        fast, slow = self._sums(late, now)
        return fast + self._fast * exp(-passed / TAU1), slow + self._slow * exp(-passed / TAU2)

    def _state(self, at: float) -> tuple[float, float]:
        """Energy and momentum at an instant that is not before the start."""
        return _state_of(*self._sums_at(at))

    def _value(self, at: float, ago: float) -> float:
        """The gauge some running days before an instant: what was given since is taken out, the rest is wound back."""
        fast, slow = self._sums_at(at)
        _, new_fast, new_slow = self._since_then(at, ago)
        _, momentum = _state_of((fast - new_fast) * exp(ago / TAU1), (slow - new_slow) * exp(ago / TAU2))
        return 700 * momentum / self._settings.full

    def _since_then(self, at: float, span: float) -> tuple[float, float, float]:
        """Points given in the last so many running days up to an instant, and their two sums at that instant."""
        first, now = self.running.instant(self.running.days(at) - span), self.running.days(at)
        points = old_fast = old_slow = 0.0
        apart: list[Act] = []
        for day in self._around(first, at):
            if day.acts[0].at > first and day.acts[-1].at <= min(at, self._start):
                points += day.points
                old_fast += day.fast
                old_slow += day.slow
            else:
                apart += [act for act in day.acts if first < act.at <= at]
        fast, slow = self._sums(apart, now)
        left = exp((self._start_days - now) / TAU2)
        return points + sum([act.points for act in apart]), fast + old_fast * left**3, slow + old_slow * left

    def _around(self, first: float, last: float) -> Iterator[_Day]:
        """The days with acts that two instants may touch, whatever the zone in which they were logged."""
        for number_of_day in range(floor(first / DAY) - 1, floor(last / DAY) + 2):
            day = self._days.get(_name_of(number_of_day))
            if day is not None:
                yield day

    def _any_since(self, at: float, span: float) -> bool:
        """Whether anything was given in the last so many running days."""
        first = self.running.instant(self.running.days(at) - span)
        return any(first < act.at <= at for day in self._around(first, at) for act in day.acts)

    def _trend(self, at: float, value: float, energy: float) -> Trend:
        """The trend in words, against the gauge of 14 days ago."""
        gained = value - self._value(at, _FORTNIGHT)
        if gained >= _STEP or (value < _SLIGHT and energy > value + _NOISE):
            return "building"
        if gained <= -_STEP:
            return "fading"
        quiet = value > _NOISE and not self._any_since(at, _QUIET)
        return "rolling on" if quiet else "holding"

    def _begun(self, at: float) -> bool:
        """Whether there is an act up to an instant; the newest days are looked at first, to end soon."""
        today = floor(at / DAY) + 1
        days = (self._days.get(_name_of(number)) for number in range(today, today - REACH_BACK - 3, -1))
        return any(day is not None and day.acts[0].at <= at for day in days)

    def _good_until(self, at: float) -> float:
        """The earlier of the next local midnight and the next act that is dated ahead."""
        tomorrow = _local_day(at, self.running.zone) + timedelta(days=1)
        ahead = [act.at for name in self._late for act in self._days[name].acts if act.at > at]
        return min([midnight(tomorrow, self.running.zone), *ahead])


def gauge(
    interactions: Iterable[Interaction], moment: Moment, settings: Settings, pauses: Iterable[Pause] = ()
) -> Gauge:
    """The gauge at that moment, from nothing but the records."""
    return Momentum(interactions, moment, settings, pauses).gauge(moment)


def _state_of(fast: float, slow: float) -> tuple[float, float]:
    """Energy and momentum from the two sums: the response of two first-order stages in a row."""
    return max(fast / TAU1, 0.0), max((slow - fast) / (TAU2 - TAU1), 0.0)


def _warning(value: float, points: float, full: float) -> str:
    """The early warning, while the gauge still looks fine."""
    holds = value / 100 * full * 3
    if value <= _SLIGHT or points >= holds / 2:
        return ""
    return f"three weeks: {said_points(points)}; holding {round(value)} takes {round(holds)}"


def said_points(points: float) -> str:
    """`no points`, `1 point`, `4 points`, `3.4 points`."""
    text = f"{points:.1f}".removesuffix(".0")
    return f"{'no' if text == '0' else text} {'point' if text == '1' else 'points'}"


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
