"""The gauge: from the book, after one more act, its chart, and what it sends while nobody does anything."""

import gc
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from statistics import median
from typing import Final

from benchmarks.figures import Effort, Figure, ninety_fifth
from benchmarks.process import wait_until_idle
from benchmarks.sandbox import FIRST_PAINT, Sandbox
from domain.model import Interaction
from domain.moment import Moment
from domain.momentum.gauge import Momentum
from domain.momentum.series import chart_of
from domain.settings import Settings
from store.repository import TinyBook
from tui.glyphs import UNICODE
from tui.widgets.chart import ChartView, chart_lines

LISTEN: Final = 62.0
"""Seconds of listening to an app at rest: two of its looks at the clock."""
BEGINNING: Final = 15.0
"""Seconds after the start in which an app may still find out what nobody waits for, and show it."""
HOUR: Final = 3600.0


def of_the_book(place: Sandbox, effort: Effort) -> list[Figure]:
    """The gauge from nothing but the records, after one more act, and the chart of a year drawn anew."""
    book = TinyBook(str(place.book), origin="", session="", stamp=str, ids=str).whole_book()
    interactions, moment, settings = book.interactions.values(), Moment(datetime.now(UTC)), Settings()
    gc.collect()
    gc.freeze()
    gc.disable()
    made: list[Momentum] = []
    fresh = [
        _timed(lambda: made.append(Momentum(interactions, moment, settings))) for _ in range(max(3, effort.starts))
    ]
    momentum = made.pop()
    made.clear()
    one_more = [_timed(partial(_add, momentum, number, moment)) for number in range(20)]
    first = moment.today - timedelta(weeks=52)
    days = chart_of(momentum.acts(moment), {}, first, moment.today, moment, momentum.running, settings.full)
    view = ChartView(
        values=tuple(day.value for day in days),
        ahead=tuple(momentum.gauge(moment).value_after(day) for day in range(60)),
        gives=tuple(day.points for day in days),
        returns=tuple(day.returns > 0 for day in days),
        paused=tuple(day.paused for day in days),
    )
    drawn = [_timed(lambda: chart_lines(view, 120, 18, UNICODE)) for _ in range(max(3, effort.presses // 3))]
    gc.enable()
    gc.unfreeze()
    return [
        Figure("the gauge, derived", median(fresh), "ms", "", place.at_most(None, 80)),
        Figure("the gauge after one more act", median(one_more), "ms", f"95th {ninety_fifth(one_more):.2f}",
               place.at_most(None, 0.1)),
        Figure("the chart of a year at 120 columns, redrawn", median(drawn), "ms", "", 30),
    ]  # fmt: skip


def at_rest(place: Sandbox, effort: Effort) -> list[Figure]:
    """What the live gauge sends in an hour in which nobody does anything, by a minute of it."""
    del effort
    with place.open_app() as app:
        app.wait_for(FIRST_PAINT)
        app.press("5")
        app.settle()
        wait_until_idle(app.pid)
        app.listen(BEGINNING)
        app.settle()
        sent = app.listen(LISTEN)
    return [Figure("the live gauge at rest, in an hour", sent * HOUR / LISTEN, "bytes", f"{sent} in a minute", 1000)]


def _add(momentum: Momentum, number: int, moment: Moment) -> None:
    act = Interaction(id=f"{10**21 + number}", at=moment.stamp, direction="gave", kind="call")
    momentum.replace(None, act)
    momentum.gauge(moment)


def _timed(act: Callable[[], object]) -> float:
    """How long something takes, in milliseconds."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000
