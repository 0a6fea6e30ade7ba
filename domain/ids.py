"""Ids of records: 13 digits of milliseconds, then 9 random ones; text that sorts by time and that TinyDB can count."""

from collections.abc import Callable
from itertools import count

WIDTH = 22
APART = 1000
"""How far apart the ids of one process are at least: the ids of what a line makes follow the id of the line."""


class Ids:
    """Makes ids that only rise within one process, however fast they are asked for."""

    def __init__(self, milliseconds: Callable[[], int], random_below: Callable[[int], int]) -> None:
        """`milliseconds` is the time since 1970; `random_below(n)` is a whole number from 0 to n - 1."""
        self._milliseconds = milliseconds
        self._random_below = random_below
        self._last = 0

    def __call__(self) -> str:
        """The next id."""
        fresh = self._milliseconds() * 10**9 + self._random_below(10**9)
        if fresh < self._last + APART:
            fresh = self._last + APART + self._random_below(APART)
        self._last = fresh
        return f"{fresh:0{WIDTH}d}"


def is_id(text: str) -> bool:
    """Whether the text is an id of ours."""
    return len(text) == WIDTH and text.isascii() and text.isdecimal()


def ids_from(first: str) -> Callable[[], str]:
    """Ids that are the same wherever a line is filed: the first of them, then those that follow it."""
    numbers = count(int(first))
    return lambda: f"{next(numbers):0{WIDTH}d}"
