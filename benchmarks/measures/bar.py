"""The capture bar of the app: what one key sends, and how long it is until the last byte of it."""

from statistics import median
from typing import Final

from benchmarks.figures import Effort, Figure, ninety_fifth
from benchmarks.process import wait_until_idle
from benchmarks.sandbox import FIRST_PAINT, Sandbox
from benchmarks.terminal import Reply

LINE: Final = (
    "called {} about the studio in Leeds tag:design, she is looking for a data engineer +2w, promised her two names "
    "+fri, needs help with hiring and more"
)
"""A long line with something of every kind; what is over 80 columns is scrolled."""
CLEAR: Final = "\x15"
QUIET: Final = 0.06
"""Seconds that part two keys: less than the rest after which the bar grows."""


def typing(place: Sandbox, effort: Effort) -> list[Figure]:
    """A long line typed letter by letter, everything in it understood at each key."""
    replies: list[Reply] = []
    with place.open_app() as app:
        app.wait_for(FIRST_PAINT)
        app.settle()
        wait_until_idle(app.pid)
        app.press("c")
        for _ in range(max(1, effort.queries // 6)):
            replies.extend(app.press(letter, QUIET) for letter in LINE.format(place.name))
            app.press(CLEAR)
    sizes, times = [reply.at_once for reply in replies], [reply.painted * 1000 for reply in replies]
    told = f"{len(replies)} keys, 95th {ninety_fifth(sizes):,.0f}, most {max(sizes):,}"
    return [
        Figure("a key in the capture bar, bytes", median(sizes), "bytes", told, 600),
        Figure(
            "a key in the capture bar, to the last byte", median(times), "ms", f"95th {ninety_fifth(times):.1f}", 15
        ),
    ]
