"""What the domain needs from outside, as protocols."""

from collections.abc import Callable, Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from domain.book import Book, Change, Work

R = TypeVar("R")

Operation = Callable[[Book], Work[R]]
"""Decides on fresh data what to change; it is called under the lock and must not keep what it was given."""


Told = Callable[[Book, tuple[Change, ...]], None]
"""Is told of a change: the book as it was before, and what was changed in it."""


def not_told(_before: Book, _changes: tuple[Change, ...]) -> None:
    """Nobody wants to know."""


class Step(NamedTuple):
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


class Delivery(NamedTuple):
    """A line that waits in the spool to be filed."""

    key: str
    """An id of 22 digits, or the name that somebody else gave to the file."""
    line: str
    at: str = ""
    """The instant at which it was captured, as ISO text; empty where that was not said."""
    origin: str = ""
    """Who captured it, such as `swell add`."""
    session: str = ""
    """Which process did."""
    shell: bool = False
    """Whether nobody could be asked what it means."""
    rubbish: str = ""
    """Why it is no line at all; empty where it is one."""
    together: tuple[tuple[str, str], ...] = ()
    """Of several lines that are filed as one step, the key of each with its line; empty where it is one line."""


Filing = Callable[[Delivery], Operation[R]]
"""Makes the operation that files a delivery."""


class FiledDelivery(NamedTuple, Generic[R]):
    """A delivery that was filed."""

    delivery: Delivery
    result: R
    """What its operation gave."""
    before: Book
    """The book as its operation found it."""


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

    @property
    def read_only(self) -> str:
        """Why nothing can be written, in a sentence; empty where it can."""
        ...

    def look_closely(self) -> str:
        """What is wrong with the book that reading does not show, in a sentence; empty where it is sound."""
        ...

    def apply(self, operation: Operation[R]) -> R:
        """Run the operation on fresh data and write what it decided as one step; raises BookError."""
        ...

    def deliver(self, line: str, at: str) -> str:
        """Put a captured line into the spool, on disk; gives its key. Raises BookError with nothing kept."""
        ...

    def deliver_together(self, lines: Sequence[str], at: str) -> list[str]:
        """Put several lines into the spool at once, to be filed as one step; gives the key of each.

        The first key is that of the delivery. Raises BookError with nothing kept.
        """
        ...

    def withdraw(self, key: str) -> None:
        """Take a delivery that is not filed yet out of the spool again."""
        ...

    def deliveries(self) -> bool:
        """Whether anything waits in the spool."""
        ...

    def file_deliveries(self, filing: Filing[R]) -> "list[FiledDelivery[R]]":
        """File all that waits, each delivery as a step of its own and once; raises BookError with nothing filed."""
        ...

    def undo(self, told: Told = not_told) -> Step:
        """Take back the last step made here; raises NotFoundError or ChangedError.

        `told` is given the book as it was found, and what was changed in it; it is not called where that is not known.
        """
        ...

    def redo(self, told: Told = not_told) -> Step:
        """Make the last undone step again, as `undo`; raises NotFoundError or ChangedError."""
        ...

    def steps(self) -> tuple[Step, ...]:
        """The undo history, newest first."""
        ...


class Draft(NamedTuple):
    """A line that was begun in a bar and not kept."""

    title: str
    """What the bar was opened for."""
    start: str
    """What the bar began with; together with the title it tells one draft from another."""
    line: str
    """The line as it stood."""
    capture: bool = False
    """Whether it is a line to capture, wherever it was begun."""


class Drafts(Protocol):
    """Where drafts outlast the run in which they were written."""

    def take_over(self) -> tuple[Draft, ...]:
        """The drafts of runs that have ended, the oldest run first; from now on they are this run's."""
        ...

    def save(self, drafts: Sequence[Draft]) -> None:
        """Keep these drafts of this run and no others, on disk before this returns; raises BookError."""
        ...
