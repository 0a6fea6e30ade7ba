"""Several lines captured at once: a line of marks alone holds for the lines after it."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from domain.capture.drafts import Understood


class ManyLine(NamedTuple):
    """One of several lines."""

    number: int
    """Its place among the lines as they were typed, from 1."""
    typed: str
    """As it was typed."""
    line: str
    """What is captured: with the marks that hold for it at its end; empty where it is a line of marks alone."""


def lines_of(text: str) -> list[str]:
    """The lines of a pasted or piped text that hold anything, without the bullets of a list."""
    raise NotImplementedError


def with_standing_marks(lines: Iterable[str]) -> list[ManyLine]:
    """Each line with the marks that hold for it; the next line of marks alone takes their place."""
    raise NotImplementedError


class Row(NamedTuple):
    """A line in the list that is shown before the lines are kept."""

    line: ManyLine
    words: str
    """What it makes, in short; for a line of marks alone, what holds from here on."""
    doubts: tuple[str, ...]
    """Why it would stay unfiled, warnings, guesses and hints; empty where it is clear."""
    unfiled: bool


def rows(lines: Sequence[ManyLine], understand: Callable[[str], Understood]) -> list[Row]:
    """The list that is shown before the lines are kept."""
    raise NotImplementedError
