"""Triage in the list of Today: from a key to the next item drawn, and what follows once the book is written."""

from collections.abc import Callable
from statistics import median
from typing import Final

from benchmarks.figures import Effort, Figure, ninety_fifth
from benchmarks.measures.keys import ROWS_BELOW
from benchmarks.process import wait_until_idle
from benchmarks.sandbox import FIRST_PAINT, Sandbox
from benchmarks.terminal import Reply, Terminal

TOMORROW: Final = "S"
DONE: Final = "d"
ENTER: Final = "\r"
UNDO: Final = "u"
WRITTEN: Final = 0.6
"""Seconds without a byte after which the row is struck and the book written."""


def next_item(place: Sandbox, effort: Effort) -> list[Figure]:
    """One key puts an item away; two keys do it as proposed. The next item is drawn, then the row is struck."""
    later = _replies(place, effort, lambda app: app.press(TOMORROW, WRITTEN))
    done = _replies(place, effort, _done)
    return [*_told("triage key", later, place, limited=True), *_told("enter on what was done", done, place)]


def _done(app: Terminal) -> Reply:
    app.press(DONE, WRITTEN)
    return app.press(ENTER, WRITTEN)


def _replies(place: Sandbox, effort: Effort, key: Callable[[Terminal], Reply]) -> list[Reply]:
    """What a key sends for each of a few items, again and again: all is taken back in between."""
    with place.open_app() as app:
        app.wait_for(FIRST_PAINT)
        app.settle()
        wait_until_idle(app.pid)
        app.settle()
        replies: list[Reply] = []
        while len(replies) < effort.presses // 3:
            replies.extend(key(app) for _ in range(ROWS_BELOW))
            for _ in range(ROWS_BELOW):
                app.press(UNDO, WRITTEN)
    return replies


def _told(what: str, replies: list[Reply], place: Sandbox, *, limited: bool = False) -> list[Figure]:
    drawn, sizes = [reply.painted * 1000 for reply in replies], [reply.size for reply in replies]
    struck = f"struck after {median(reply.last * 1000 for reply in replies):.0f} ms"
    most_time, most_bytes = (place.at_most(None, 30), place.at_most(None, 2_000)) if limited else (None, None)
    return [
        Figure(f"{what}, the next item drawn", median(drawn), "ms", f"95th {ninety_fifth(drawn):.1f}", most_time),
        Figure(f"{what}, bytes in all", median(sizes), "bytes", struck, most_bytes),
    ]
