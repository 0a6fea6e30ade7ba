"""What is told outside of the app: how many are due, in a line that holds from an instant on."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from math import ceil
from typing import Final, NamedTuple

from domain.inbox.day import Inbox, inbox
from domain.inbox.index import Index
from domain.inbox.item import Item
from domain.moment import Moment
from domain.momentum.gauge import Momentum
from domain.momentum.quiet_spell import warnings_from
from domain.momentum.running import midnight

DAYS_AHEAD: Final = 14
"""Days after today of which it is told beforehand."""


class Ahead(NamedTuple):
    """The lines of the coming days, each with the second since 1970 from which it holds."""

    lines: tuple[tuple[int, str], ...]
    until: int
    """From when on nothing is told."""


def due(found: Inbox) -> int:
    """How many ask for something; what is proposed on an empty day does not."""
    return sum(item.source != "first" for item in found.today)


def told(many: int, warning: str) -> str:
    """The line of a prompt: `3`, or with the early warning of the gauge `3 ! three weeks: 4 points; …`."""
    return f"{many} ! {warning}" if warning else f"{many}"


def today_told(found: Inbox, momentum: Momentum, moment: Moment) -> Ahead:
    """The lines up to midnight for what is due today."""
    return _joined([(_midnight(moment, 0), due(found))], momentum, moment, _midnight(moment, 1))


def days_told(
    index: Index, momentum: Momentum, moment: Moment, matches: Callable[[Moment], Sequence[Item]] = lambda _: ()
) -> Ahead:
    """The lines of today and of the days after it, if nothing is done: what is due changes at midnight alone.

    `matches` gives those of a day; the days are asked for in their order.
    """
    midnights = [_midnight(moment, days) for days in range(DAYS_AHEAD + 2)]
    days = [(at, _at(moment, at)) for at in midnights[:-1]]
    counts = [(at, due(inbox(index, day, matches(day)))) for at, day in days]
    return _joined(counts, momentum, moment, midnights[-1])


def _joined(counts: list[tuple[int, int]], momentum: Momentum, moment: Moment, until: int) -> Ahead:
    """The counts with the warnings beside them; what was warned of earlier today is not looked up."""
    (_, first), *warnings = warnings_from(momentum, moment, until)
    return Ahead(tuple(_lines(counts, [(counts[0][0], first), *warnings])), until)


def _lines(counts: Iterable[tuple[int, int]], warnings: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Each line that differs from the one before."""
    many_from, warning_from = dict(counts), dict(warnings)
    many, warning, before = 0, "", ""
    for at in sorted(many_from.keys() | warning_from.keys()):
        many, warning = many_from.get(at, many), warning_from.get(at, warning)
        line = told(many, warning)
        if line != before:
            yield at, line
        before = line


def _midnight(moment: Moment, days: int) -> int:
    """The second at which the day begins that lies so many days ahead."""
    return ceil(midnight(moment.today + timedelta(days=days), moment.at.tzinfo))


def _at(moment: Moment, at: int) -> Moment:
    return Moment(datetime.fromtimestamp(at, moment.at.tzinfo))
