"""The formula of the gauge, in two numbers, and the line that says it to a status bar.

Nothing but `math` is imported, so that a status line can be answered quickly.
"""

from math import exp, log

TAU1 = 7 / log(2)
"""Days in which energy falls to 1/e: a half-life of 7 days; a design choice, between 5 and 13 in kindred models."""
TAU2 = 21 / log(2)
"""Days in which momentum follows energy: a half-life of 21 days; a design choice as well."""
K = TAU1 / (TAU2 - TAU1)
"""How much of the energy is on its way to momentum (Bateman's equation for two first-order stages in a row): 1/2."""

DAY = 86_400
"""Seconds in a day."""

BUILDING, HOLDING, ROLLING, FADING = "building", "holding", "rolling on", "fading"
ARROWS = {BUILDING: "↗", HOLDING: "→", ROLLING: "~", FADING: "↘"}
"""The sign of each trend."""
ASCII_ARROWS = {BUILDING: "/", HOLDING: "-", ROLLING: "~", FADING: "\\"}
"""The sign of each trend with no character above 126."""


def decayed(energy: float, momentum: float, days: float) -> tuple[float, float]:
    """Energy and momentum, in points a day, after that many days without a give; days below 0 count as none."""
    if days <= 0:
        return energy, momentum
    fast, slow = exp(-days / TAU1), exp(-days / TAU2)
    return energy * fast, momentum * slow + energy * K * (slow - fast)


def days_to_peak(energy: float, momentum: float) -> float:
    """Days until momentum turns if nothing more is given; 0 where it does not rise."""
    if energy <= momentum or energy <= 0:
        return 0.0
    coming = energy * K
    return log(coming * TAU2 / ((momentum + coming) * TAU1)) * TAU1 * TAU2 / (TAU2 - TAU1)


def peak(energy: float, momentum: float) -> float:
    """The most that momentum will be if nothing more is given."""
    return decayed(energy, momentum, days_to_peak(energy, momentum))[1]


def status(value: float, pipe: float, trend: str, warning: str, ascii_only: bool) -> str:
    """A status line: `56 ↗ +9`, with a warning at its end where there is one; a gauge nobody ever moved is `0`."""
    words = [f"{round(value)}"]
    if trend:
        words.append((ASCII_ARROWS if ascii_only else ARROWS)[trend])
    if round(pipe):
        words.append(f"+{round(pipe)}")
    if warning:
        words.append(f"! {warning}")
    return " ".join(words)
