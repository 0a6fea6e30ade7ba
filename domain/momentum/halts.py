"""The stretches of time that do not count, and running days between them; only `bisect` is imported."""

from bisect import bisect_right

from domain.momentum.brief import DAY

TYPE_CHECKING = False  # the module typing would take longer than a status line
if TYPE_CHECKING:
    from collections.abc import Iterable


class Halts:
    """Turns instants into running days and back; instants are seconds since 1970."""

    def __init__(self, stretches: "Iterable[tuple[float, float]]") -> None:
        """`stretches` are the begin and the end of each, in order, none of them within another."""
        self.starts: list[float] = []
        self.ends: list[float] = []
        self._before: list[float] = [0.0]
        for start, end in stretches:
            if self.ends and self.ends[-1] == start:
                self._before[-1] += end - start
                self.ends[-1] = end
            else:
                self.starts.append(start)
                self.ends.append(end)
                self._before.append(self._before[-1] + end - start)
        self._halts = [start - lost for start, lost in zip(self.starts, self._before, strict=False)]

    def days(self, at: float) -> float:
        """Running days from 1970 to the instant."""
        passed = bisect_right(self.starts, at)
        if not passed:
            return at / DAY
        return (at - self._before[passed] + max(0.0, self.ends[passed - 1] - at)) / DAY

    def instant(self, days: float) -> float:
        """The instant at which that many days have run; in a pause its start."""
        passed = bisect_right(self._halts, days * DAY - 1e-6)
        return days * DAY + self._before[passed]

    def stands(self, at: float) -> bool:
        """Whether the instant lies in a pause."""
        passed = bisect_right(self.starts, at)
        return bool(passed) and at < self.ends[passed - 1]
