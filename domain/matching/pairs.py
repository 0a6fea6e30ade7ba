"""Which two people are not brought together: they know each other, were introduced, or you have said no."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from domain.acquaintance import Acquaintance
from domain.book import Book, Change, Put, table_of
from domain.model import Introduction, Stage
from domain.words import iso

DECLINED_FOR: Final = 180
"""Days for which a pair is left alone that was declined."""
MOST_LIVE: Final = 3
"""Introductions under way from which on nobody is suggested for another."""
LIVE: Final[frozenset[Stage]] = frozenset({"idea", "asked_a", "asked_b"})
"""The stages of an introduction that is under way."""


class Pairs:
    """Gathered once from the book; after a change `make` follows it."""

    def __init__(self, book: Book) -> None:
        """What the book says of introductions; who knows whom is known once `gather` has run to its end."""
        self.acquaintance = Acquaintance()
        """Who knows whom."""
        self._of: dict[tuple[str, str], dict[str, Introduction]] = {}
        self._live: Counter[str] = Counter()
        for record in book.introductions.values():
            self._count(record, 1)

    def gather(self, book: Book) -> Iterator[None]:
        """Find out who knows whom, a few milliseconds at a time."""
        yield from self.acquaintance.gather(book)

    def is_busy(self, contact: str) -> bool:
        """Whether so many introductions of theirs are under way that no other is to be begun."""
        return self._live[contact] >= MOST_LIVE

    def rest(self, one: str, other: str) -> int | None:
        """The number of the day from which the two may be suggested, 0 for any; None where they never may."""
        if one == other or self.acquaintance.knows(one, other):
            return None
        records = self._of.get(_pair(one, other)) if self._of else None
        if not records:
            return 0
        free = 0
        for record in records.values():
            if record.stage != "declined":
                return None
            day = iso(record.since)
            free = max(free, day.toordinal() + DECLINED_FOR if day else 0)
        return free

    def make(self, changes: Iterable[Change], before: Book, after: Book) -> tuple[set[str], set[str]]:
        """Follow these changes; returns who may be suggested to others now, and of whom only the acquaintance moved."""
        told = tuple(changes)
        touched: set[str] = set()
        for change in told:
            if table_of(change) != "introductions":
                continue
            id_ = change.record.id if isinstance(change, Put) else change.id
            for record, by in ((before.introductions.get(id_), -1), (after.introductions.get(id_), 1)):
                if record is not None:
                    self._count(record, by)
                    touched |= {record.a, record.b}
        return touched, self.acquaintance.make(told, before, after)

    def _count(self, record: Introduction, by: int) -> None:
        known = self._of.setdefault(_pair(record.a, record.b), {})
        if by > 0:
            known[record.id] = record
        else:
            known.pop(record.id, None)
        if record.stage in LIVE:
            self._live.update({record.a: by, record.b: by})


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
