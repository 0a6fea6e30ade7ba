"""What the domain needs from outside, as protocols."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from domain.book import Book, Work

R = TypeVar("R")

Operation = Callable[[Book], Work[R]]
"""Decides on fresh data what to change; it is called under the lock and must not keep what it was given."""


@dataclass(frozen=True, slots=True)
class Step:
    """One entry of the undo history."""

    id: str
    at: str
    label: str
    origin: str
    """Who made it, such as `swell add` or `this window`."""
    undone: bool
    here: bool
    """Whether this process made it."""
    size: int
    """How many records it touched."""


class Repository(Protocol):
    """The book, wherever it is kept."""

    def book(self) -> Book:
        """The newest state; read again only when another process has written."""
        ...

    def whole_book(self) -> Book:
        """The newest state with every table decoded, for who stays; raises BookError."""
        ...

    def changed(self) -> bool:
        """Whether another process has written since `book` was last read."""
        ...

    def apply(self, operation: Operation[R]) -> R:
        """Run the operation on fresh data and write what it decided as one step; raises BookError."""
        ...

    def undo(self) -> Step:
        """Take back the last step made here; raises NotFoundError or ChangedError."""
        ...

    def redo(self) -> Step:
        """Make the last undone step again; raises NotFoundError or ChangedError."""
        ...

    def steps(self) -> tuple[Step, ...]:
        """The undo history, newest first."""
        ...
