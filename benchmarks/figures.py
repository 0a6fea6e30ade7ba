"""What was measured, beside what it may be at most."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from typing import Final, Literal

from benchmarks.sandbox import Sandbox

Unit = Literal["×", "ms", "bytes", "MB", "%"]


@dataclass(frozen=True, slots=True)
class Effort:
    """How often each thing is done."""

    starts: int
    """Starts of the app and of what stands beside it."""
    presses: int
    """Presses of a key."""
    runs: int
    """Runs of a command."""
    queries: int
    """Lines typed into the search field."""


THOROUGH: Final = Effort(starts=9, presses=30, runs=15, queries=12)
QUICK: Final = Effort(starts=2, presses=6, runs=3, queries=3)


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of one size of book."""

    what: str
    value: float
    unit: Unit
    beside: str = ""
    """What else there is to say of it, in a few words."""
    most: float | None = None
    """What it may be at most, where that was said."""

    @property
    def met(self) -> bool | None:
        """Whether it is no more than it may be; None where nothing was said."""
        return None if self.most is None else self.value <= self.most


Measure = Callable[[Sandbox, Effort], list[Figure]]
"""Measures some figures of one book."""


def ratio(pairs: Sequence[tuple[float, float]]) -> tuple[float, str]:
    """How many times the second of each pair the first is, as the median; and the medians of both in words.

    The two of a pair are measured one right after the other, so that a busy machine slows both.
    """
    ours, other = zip(*pairs, strict=True)
    return median(one / two for one, two in pairs), f"{median(ours) * 1000:.0f} / {median(other) * 1000:.0f} ms"


def ninety_fifth(values: Sequence[float]) -> float:
    """The 95th percentile."""
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]
