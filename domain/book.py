"""The book as the domain sees it: tables of records, loaded when they are first asked for."""

from collections.abc import Callable, Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from domain.model import (
    TABLE_OF,
    TABLES,
    Answer,
    Ask,
    Capture,
    Contact,
    FollowUp,
    Interaction,
    Introduction,
    Knows,
    Pause,
    Record,
    Snooze,
    Taught,
)

R = TypeVar("R")


class Put(NamedTuple):
    """Write this record, new or changed."""

    record: Record


class Remove(NamedTuple):
    """Take the record with this id out of a table."""

    table: str
    id: str


Change = Put | Remove


class Work(NamedTuple, Generic[R]):
    """What an operation decided: the changes to make as one undoable step, and what to tell the caller."""

    label: str
    """What the step is called in the undo history, such as `called Ana`."""
    changes: tuple[Change, ...]
    result: R
    backup: str = ""
    """Why the book as it was is to be kept first, such as `import`; empty where the day's backup is enough."""


class Book:
    """All tables by name; a table is a dict from id to record, in the order of ids."""

    def __init__(self, load: Callable[[str], dict[str, Any]] | Mapping[str, dict[str, Any]] | None = None) -> None:
        source = load if load is not None else {}
        self._load = source if callable(source) else lambda name: source.get(name, {})
        self._tables: dict[str, dict[str, Any]] = {}
        self._pending: tuple[Change, ...] = ()

    def table(self, name: str) -> dict[str, Any]:
        """The table of that name, from id to record; empty where the book has none."""
        known = self._tables.get(name)
        if known is None:
            known = self._tables[name] = _changed(self._load(name), name, self._pending)
        return known

    @property
    def contacts(self) -> dict[str, Contact]:
        """The people."""
        return self.table("contacts")

    @property
    def interactions(self) -> dict[str, Interaction]:
        """What happened."""
        return self.table("interactions")

    @property
    def answers(self) -> dict[str, Answer]:
        """What people said to the five questions."""
        return self.table("answers")

    @property
    def follow_ups(self) -> dict[str, FollowUp]:
        """What is due."""
        return self.table("follow_ups")

    @property
    def introductions(self) -> dict[str, Introduction]:
        """Who was or may be introduced to whom."""
        return self.table("introductions")

    @property
    def asks(self) -> dict[str, Ask]:
        """What you need yourself."""
        return self.table("asks")

    @property
    def knows(self) -> dict[str, Knows]:
        """Who knows whom, as far as it was said."""
        return self.table("knows")

    @property
    def captures(self) -> dict[str, Capture]:
        """Lines that are kept unfiled."""
        return self.table("captures")

    @property
    def snoozes(self) -> dict[str, Snooze]:
        """Inbox items put away."""
        return self.table("snoozes")

    @property
    def pauses(self) -> dict[str, Pause]:
        """Days on which momentum stands still."""
        return self.table("pauses")

    @property
    def taught(self) -> dict[str, Taught]:
        """What was taught about words."""
        return self.table("taught")

    def load_all(self) -> "Book":
        """Load every table now and let go of where they came from; returns the book itself."""
        for name in TABLES:
            self.table(name)
        self._load = lambda _: {}
        self._pending = ()
        return self

    def is_empty(self) -> bool:
        """Whether nothing at all has been written yet."""
        return not any(self.table(name) for name in TABLES)

    def with_changes(self, changes: tuple[Change, ...]) -> "Book":
        """A book in which these changes are made; this one stays as it is, so that a reader may go on with it."""
        after = Book(self._load)
        after._pending = self._pending + changes
        after._tables = {name: _changed(table, name, changes) for name, table in self._tables.items()}
        return after


def _changed(table: dict[str, Any], name: str, changes: tuple[Change, ...]) -> dict[str, Any]:
    """The table with those changes that concern it; the same one where none does."""
    mine = [change for change in changes if table_of(change) == name]
    if not mine:
        return table
    after = dict(table)
    for change in mine:
        if isinstance(change, Put):
            after[change.record.id] = change.record
        else:
            after.pop(change.id, None)
    return after


def table_of(change: Change) -> str:
    """The name of the table that a change concerns."""
    return TABLE_OF[type(change.record)] if isinstance(change, Put) else change.table
