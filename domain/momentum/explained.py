"""How the gauge works, on one screen, with the user's own numbers: what is formula, what is choice, what is source."""

from typing import NamedTuple

from domain.momentum.attribution import pulse
from domain.momentum.brief import days_to_peak
from domain.momentum.gauge import Gauge
from domain.momentum.recent import said_points
from domain.settings import Settings


class Part(NamedTuple):
    """A heading with what stands under it; neither ends in a stop that is not a sentence's own."""

    title: str
    text: str


SOURCES = (
    "Slow growth: hours to a friendship (Hall 2019), days to a habit (Lally 2010). Fading: nine bridges in ten gone in "
    "a year (Burt 2002). Help from elsewhere: van Apeldoorn and Schram 2016. Two stages in a row: Bateman's equation."
)


def explained(gauge: Gauge, settings: Settings) -> list[Part]:
    """The model in a few parts, with numbers of the gauge as it is."""
    full, weights = settings.full, settings.weights
    best = max(weights, key=lambda kind: weights[kind])
    days = days_to_peak(1.0, 0.0)
    gain = pulse(weights[best], days, gauge.rhythm)
    energy, value = round(gauge.scaled(gauge.energy)), round(gauge.value)
    holds = gauge.value / 100 * full
    return [
        Part(
            "Giving is energy",
            f"Each act adds its weight: {_weights(settings)}. Half of it is gone after 7 days. Your energy: {energy}.",
        ),
        Part(
            "Energy becomes momentum",
            f"The gauge follows energy half of the way in 21 days: {value} now, {round(gauge.pipe)} more in the pipe. "
            f"One {best} today is worth {gain:.0f} in {days:.0f} days, nothing at once. Stop, and it rolls on.",
        ),
        Part(
            "100 is your full rhythm",
            f"{said_points(full)} a week. {value} holds with {holds:.1f}; the last three weeks brought "
            f"{gauge.points:g}. The aim, {settings.aim:g}, is only a mark.",
        ),
        Part(
            "A day has room for so much",
            "Three acts count in full, two at half, four at a quarter, all posts one point: more is never less, order "
            "does not matter, and no single day buys momentum. Returns and notes do not count.",
        ),
        Part(
            "The words",
            "Building: 5 up in 14 days, or below 15 with energy above it. Fading: 5 down. Rolling on: nothing for a "
            "week, or for your usual gap and a quarter. Quiet spell: three weeks with under half of what holds it. "
            "A pause stops the clock, 28 days a year at most.",
        ),
        Part(
            "A choice, not a finding",
            "No study gives these constants; kindred models halve in 5 to 29 days. " + SOURCES,
        ),
    ]


def _weights(settings: Settings) -> str:
    """The weights in words, the kinds of one weight together."""
    by_weight: dict[float, list[str]] = {}
    for kind, weight in settings.weights.items():
        by_weight.setdefault(weight, []).append(kind)
    return " · ".join(f"{', '.join(kinds)} {weight:g}" for weight, kinds in sorted(by_weight.items()))
