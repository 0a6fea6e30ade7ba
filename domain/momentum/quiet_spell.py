"""The early warning of the coming days if nothing is given: each wording with the second from which it holds."""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from math import ceil, floor

from domain.moment import Moment
from domain.momentum.brief import days_to_peak
from domain.momentum.gauge import Gauge, Momentum
from domain.momentum.recent import SPELL, early_warning


def warnings_from(momentum: Momentum, moment: Moment, until: int) -> list[tuple[int, str]]:
    """What is warned of from that moment on, up to `until` in seconds since 1970; empty words warn of nothing."""
    start = floor(moment.at.timestamp())
    told: list[tuple[int, str]] = []
    for first, last in pairwise([start, *_turns(momentum, start, until), until]):
        for since, words in _while_nothing_comes(momentum, moment, first, last):
            if not told or told[-1][1] != words:
                told.append((since, words))
    return told


def _turns(momentum: Momentum, start: int, until: int) -> list[int]:
    """The seconds at which acts that are dated ahead come up, and pauses begin or end."""
    running = momentum.running
    found = {ceil(at) for day in running.paused for at in running.ends_of(day)}
    found.update(ceil(act.at) for act in momentum.acts_between(start, until))
    return sorted(at for at in found if start < at < until)


def _while_nothing_comes(momentum: Momentum, moment: Moment, first: int, last: int) -> Iterator[tuple[int, str]]:
    """The wordings between two turns, where acts only leave the weeks that are looked at."""
    early, late = _gauge(momentum, moment, first, last), _gauge(momentum, moment, last, first)
    if early.running.stands(early.at) or not early_warning(early.peak, late.points, early.full):
        yield first, ""  # not even the most that the gauge can be is warned of beside the fewest points
        return
    running = momentum.running
    acts = momentum.acts_between(running.instant(running.days(first) - SPELL), last)
    leaving = {ceil(running.instant(running.days(act.at) + SPELL)) for act in acts}
    for since, to in pairwise([first, *sorted(at for at in leaving if first < at < last), last]):
        yield from _worded(_gauge(momentum, moment, since, to), since, to)


def _gauge(momentum: Momentum, moment: Moment, near: int, far: int) -> Gauge:
    """The gauge between two instants, near the one but clear of it, since rounding might take either side of it."""
    return momentum.gauge(_at(moment, near + max(-0.5, min(0.5, (far - near) / 2))))


def _worded(gauge: Gauge, first: int, last: int) -> Iterator[tuple[int, str]]:
    """The wordings where nothing comes or leaves: the gauge has one peak at most, so each wording is of one stretch."""
    peak = ceil(gauge.instant_after(days_to_peak(gauge.energy, gauge.momentum)))
    yield first, _words(gauge, first)
    ends = [first, peak, last] if first < peak < last else [first, last]
    for one, other in pairwise(ends):
        yield from _changes(gauge, one, other)


def _changes(gauge: Gauge, first: int, last: int) -> Iterator[tuple[int, str]]:
    """Where the wording changes in a stretch in which the gauge only rises or only falls, its last second included."""
    before, after = _words(gauge, first), _words(gauge, last)
    if before == after:
        return
    if last - first == 1:
        yield last, after
        return
    middle = (first + last) // 2
    yield from _changes(gauge, first, middle)
    yield from _changes(gauge, middle, last)


def _words(gauge: Gauge, at: int) -> str:
    """The warning at an instant up to which nothing is given and nothing leaves the weeks that are looked at."""
    return early_warning(gauge.later(at).value, gauge.points, gauge.full)


def _at(moment: Moment, instant: float) -> Moment:
    return Moment(datetime.fromtimestamp(instant, moment.at.tzinfo))
