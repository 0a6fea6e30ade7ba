"""The book as the domain sees it: tables of records, loaded when they are first asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

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
)

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Put:
    """Write this record, new or changed."""

    record: Record


@dataclass(frozen=True, slots=True)
class Remove:
    """Take the record with this id out of a table."""

    table: str
    id: str


Change = Put | Remove


@dataclass(frozen=True, slots=True)
class Work(Generic[R]):
    """What an operation decided: the changes to make as one undoable step, and what to tell the caller."""

    label: str
    """What the step is called in the undo history, such as `called Ana`."""
    changes: tuple[Change, ...]
    result: R


class Book:
    """All tables by name; a table is a dict from id to record, in the order of ids."""

    def __init__(self, load: Callable[[str], dict[str, Any]] | Mapping[str, dict[str, Any]] | None = None) -> None:
        source = load if load is not None else {}
        self._load = source if callable(source) else lambda name: source.get(name, {})
        self._tables: dict[str, dict[str, Any]] = {}

    def table(self, name: str) -> dict[str, Any]:
        """The table of that name, from id to record; empty where the book has none."""
        known = self._tables.get(name)
        if known is None:
            known = self._tables[name] = self._load(name)
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

    def is_empty(self) -> bool:
        """Whether nothing at all has been written yet."""
        return not any(self.table(name) for name in TABLES)

    def make(self, changes: tuple[Change, ...]) -> None:
        """Make these changes to the tables in memory."""
        for change in changes:
            if isinstance(change, Put):
                self.table(TABLE_OF[type(change.record)])[change.record.id] = change.record
            else:
                self.table(change.table).pop(change.id, None)
