"""The last weeks of giving and the sum of all before: enough for the gauge and its words at any later instant.

Only `math` and `bisect` are imported, so that a status line can be answered from what was kept.
"""

from bisect import bisect_left, bisect_right
from math import exp, log

from domain.momentum.brief import BUILDING, FADING, HOLDING, ROLLING, TAU1, TAU2, K, decayed
from domain.momentum.halts import Halts

TYPE_CHECKING = False  # the module typing would take longer than a status line
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STEP = 5.0
"""Points of the gauge, up or down in 14 days, that make a trend."""
FORTNIGHT = 14.0
"""Days that a trend looks back; a rhythm of your own is no slower."""
QUIET = 7 + 1 / 12
"""Days without a give before the gauge rolls on; two hours over, so that a change of the clocks makes nothing quiet."""
LATE = 1.25
"""How many times your usual gap may pass before it is quiet: nobody is steady to the hour."""
UNEVEN = 1.5
"""A usual gap, in days, from which on the gauge is seen to go up and down with each give."""
SLIGHT = 15.0
"""Below this the gauge is building when there is more energy than momentum, and is never warned about."""
SPELL = 21.0
"""Days whose points the early warning compares with what holds the gauge."""
RHYTHM = 70.0
"""Days that are looked at for your usual gap."""
GAPS = 4
"""The gaps between days of giving of which the longest is your usual one."""
COVERED = 33.0
"""Running days before an instant within which every act is known by itself, so that its words can be said."""
_NEVER = float("inf")
_NOISE = 1e-9
"""Points of the gauge that are nothing."""


class Recent:
    """Acts of the last weeks and of the days ahead; all times in seconds since 1970, or in running days where said.

    A trend is what 14 days have changed. Who gives every few days goes up and down with each give, so the words are
    judged over their usual gap, the longest of the last four: building or fading goes on where there was any of it
    within that gap and a quarter; energy is above a slight gauge where it still is when the next give is due; and it
    is quiet after seven days, but not before the gap has passed and a quarter more.
    """

    __slots__ = (
        "_ats",
        "_days",
        "_fast",
        "_firsts",
        "_labels",
        "_points",
        "_slow",
        "_worth",
        "earlier",
        "fast",
        "full",
        "halts",
        "older",
        "origin",
        "slow",
    )

    def __init__(
        self, halts: Halts, full: float, origin: float, fast: float = 0.0, slow: float = 0.0, *, older: bool = False
    ) -> None:
        """`fast` and `slow` are what is left, at the running day `origin`, of the points of older acts."""
        self.halts = halts
        self.full = full
        """Points a week that make the gauge 100."""
        self.origin = origin
        self.fast = fast
        self.slow = slow
        self.older = older
        """Whether there are older acts."""
        self.earlier: tuple[float, ...] = ()
        """When something was given before, in running days, one for each of the last few days of giving."""
        self._ats: list[float] = []
        self._labels: list[str] = []
        self._firsts: dict[str, float] = {}
        """The first act of each local day."""
        self._worth: list[float] = []
        self._days: list[float] = []
        self._points: list[float] = [0.0]
        self._fast: list[float] = [0.0]
        self._slow: list[float] = [0.0]

    def take(self, acts: "Iterable[tuple[float, float, str]]") -> None:
        """Take acts as instant, counted points and local day, in place of those of the same days."""
        new = list(acts)
        self.put({label for _, _, label in new}, new)

    def put(self, labels: "set[str]", acts: "Iterable[tuple[float, float, str]]") -> None:
        """Put these acts in the place of all those of some local days."""
        new = list(acts)
        first = min([self._firsts.pop(label, _NEVER) for label in labels], default=_NEVER)
        first = min([first, *(at for at, _, _ in new)])
        start = bisect_left(self._ats, first)
        before = list(zip(self._ats[start:], self._worth[start:], self._labels[start:], strict=True))
        tail = sorted([*(act for act in before if act[2] not in labels), *new])
        same = len(before) if tail[: len(before)] == before else 0  # what is new is mostly the newest
        for at, _, label in tail[:same]:
            self._firsts.setdefault(label, at)
        start += same
        del self._ats[start:], self._labels[start:], self._worth[start:], self._days[start:]
        del self._points[start + 1 :], self._fast[start + 1 :], self._slow[start + 1 :]
        for at, points, label in tail[same:]:
            self._add(at, points, label)

    def _add(self, at: float, points: float, label: str) -> None:
        day = self.halts.days(at)
        grown = exp((day - self.origin) / TAU2)
        self._firsts.setdefault(label, at)
        self._ats.append(at)
        self._labels.append(label)
        self._worth.append(points)
        self._days.append(day)
        self._points.append(self._points[-1] + points)
        self._fast.append(self._fast[-1] + points * grown * grown * grown)  # the one half-life is three times the other
        self._slow.append(self._slow[-1] + points * grown)

    def acts(self, until: float) -> "Iterator[tuple[float, float, str]]":
        """The acts up to an instant: instant, counted points, local day."""
        end = bisect_right(self._ats, until)
        return zip(self._ats[:end], self._worth[:end], self._labels[:end], strict=True)

    def knows(self, label: str) -> bool:
        """Whether there is any act of a local day."""
        return label in self._firsts

    def state(self, at: float) -> tuple[float, float]:
        """Energy and momentum in points a day, by the response of two first-order stages in a row."""
        return self._state(bisect_right(self._ats, at), self.halts.days(at))

    def _on(self, day: float) -> tuple[float, float]:
        """The same on a running day."""
        return self._state(bisect_right(self._days, day), day)

    def _state(self, place: int, day: float) -> tuple[float, float]:
        past = self.origin - day
        fast = (self.fast + self._fast[place]) * exp(past / TAU1)
        slow = (self.slow + self._slow[place]) * exp(past / TAU2)
        return max(fast / TAU1, 0.0), max((slow - fast) / (TAU2 - TAU1), 0.0)

    def value(self, at: float) -> float:
        """The gauge at an instant."""
        return 700 * self.state(at)[1] / self.full

    def back(self, at: float, days: float) -> float:
        """The instant so many running days before."""
        return self.halts.instant(self.halts.days(at) - days)

    def begun(self, at: float) -> bool:
        """Whether anything was given up to an instant."""
        return self.older or bool(self._ats and self._ats[0] <= at)

    def points(self, at: float) -> float:
        """Points given in the last 21 running days."""
        first = bisect_right(self._ats, self.back(at, SPELL))
        return self._points[bisect_right(self._ats, at)] - self._points[first]

    def trend(self, at: float) -> str:
        """The trend in a word."""
        energy, momentum = self.state(at)
        value = 700 * momentum / self.full
        gained = self.gained(at)
        if gained >= STEP:
            return BUILDING
        today = self.halts.days(at)
        last = self._days_of_giving(at)
        gaps = [last[place] - last[place + 1] for place in range(len(last) - 1)]
        gap = min(FORTNIGHT, max(gaps, default=0.0))
        if value < SLIGHT and last and 700 * energy / self.full > value + _NOISE:
            to_come = last[0] + gap - today if len(gaps) > 1 else 0.0
            later = decayed(energy, momentum, to_come)
            if 700 * (later[0] - later[1]) / self.full > _NOISE:
                return BUILDING
        if gained <= -STEP:
            return FADING
        if value > _NOISE and today - self._last(at) > max(QUIET, LATE * gap):
            return ROLLING
        return self._lately(today, gap) if gap >= UNEVEN else HOLDING

    def _lately(self, today: float, gap: float) -> str:
        """The newest word that was building or fading in the usual gap and a quarter up to a running day."""
        since = today - LATE * gap
        low, high = bisect_left(self._days, since - FORTNIGHT), bisect_left(self._days, today)
        turns = {turn for day in self._days[low:high] for turn in (day, day + FORTNIGHT) if since < turn < today}
        end = today
        for start in sorted([since, *turns], reverse=True):
            for gained in self._extremes(start + _NOISE, end - start):
                if abs(gained) >= STEP:
                    return BUILDING if gained > 0 else FADING
            end = start
        return HOLDING

    def _extremes(self, start: float, length: float) -> "Iterator[float]":
        """What 14 days had brought at the start of a stretch without a turn, and where it is highest or lowest in it.

        The difference of two gauges follows the formula of one, so it turns once at most.
        """
        (energy, momentum), (energy_then, momentum_then) = self._on(start), self._on(start - FORTNIGHT)
        energy, momentum = energy - energy_then, momentum - momentum_then
        scale = 700 / self.full
        yield scale * momentum
        coming = energy * K
        if coming * (momentum + coming) > 0:
            days = log(coming * TAU2 / ((momentum + coming) * TAU1)) * TAU1 * TAU2 / (TAU2 - TAU1)
            if 0 < days < length:
                yield scale * decayed(energy, momentum, days)[1]

    def gained(self, at: float) -> float:
        """Points of the gauge that 14 days have brought."""
        return self.value(at) - self.value(self.back(at, FORTNIGHT))

    def _last(self, at: float) -> float:
        """When something was last given, in running days; long ago where that is not known."""
        place = bisect_right(self._ats, at)
        return self._days[place - 1] if place else (self.earlier[0] if self.earlier else float("-inf"))

    def _days_of_giving(self, at: float) -> list[float]:
        """The first act of each of the last five days of giving, newest first, in running days."""
        since = self.halts.days(at) - RHYTHM
        found: list[float] = []
        before = ""
        for place in range(bisect_right(self._ats, at) - 1, -1, -1):
            if self._labels[place] == before:
                found[-1] = self._days[place]
                continue
            if len(found) > GAPS:
                return found
            before = self._labels[place]
            found.append(self._days[place])
        return [day for day in [*found, *self.earlier][: GAPS + 1] if day >= since]


def early_warning(value: float, points: float, full: float) -> str:
    """The early warning, while the gauge still looks fine; empty where there is none."""
    holds = value / 100 * full * 3
    if value <= SLIGHT or points >= holds / 2:
        return ""
    return f"three weeks: {said_points(points)}; holding {round(value)} takes {round(holds)}"


def said_points(points: float) -> str:
    """`no points`, `1 point`, `4 points`, `3.4 points`."""
    text = f"{points:.1f}".removesuffix(".0")
    return f"{'no' if text == '0' else text} {'point' if text == '1' else 'points'}"
