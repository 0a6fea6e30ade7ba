"""The offer to raise *full* where the gauge has long been full: made once for each *full*, and dropped for good."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from domain.book import Book, Put, Work
from domain.model import Snooze
from domain.moment import Moment
from domain.momentum.gauge import Gauge, Momentum
from domain.momentum.recent import said_points

KEY: Final = "full"
"""What the key of a dropped offer begins with, as that of an item of the inbox begins with its source."""


class Offer(NamedTuple):
    """A larger *full*."""

    full: float
    """Points a week; at it the gauge of today would stand at about 90."""
    value: float
    """What the gauge would say."""
    sentence: str


def key_of(full: float) -> str:
    """The key under which the offer is dropped while *full* is this."""
    return f"{KEY}:{full:g}"


def offer(momentum: Momentum, gauge: Gauge, snoozes: Mapping[str, Snooze], moment: Moment) -> Offer | None:
    """The offer; None where the gauge has not stood above 120 for 28 days, or where it was made and dropped."""
    if any(one.key == key_of(gauge.full) for one in snoozes.values()) or not momentum.may_raise_full(moment):
        return None
    full = max(round(gauge.full * gauge.value / 90), round(gauge.full) + 1)
    value = gauge.value * gauge.full / full
    said = (
        f"Four weeks above 120: full = {said_points(full)} a week would show {round(value)} of 100 "
        "for what you give now; nothing you gave is lost"
    )
    return Offer(full, value, said)


def drop_offer(book: Book, full: float, ids: Callable[[], str]) -> Work[str]:
    """Make the offer no more while *full* stays as it is."""
    del book
    said = f"full stays at {said_points(full)} a week"
    return Work(said, (Put(Snooze(id=ids(), key=key_of(full))),), said)
