"""What led from one state of the book to another, where nobody has noted it."""

from collections.abc import Iterator
from typing import Final

from domain.book import Book, Change, Put, Remove
from domain.model import TABLES

MANY: Final = 2_000
"""Changes from which on everything is sooner derived anew than made to follow."""


def changes_between(before: Book, after: Book) -> tuple[Change, ...] | None:
    """The changes that make one state the other; None where there are many."""
    found: list[Change] = []
    for name in TABLES:
        for change in _differing(name, before, after):
            found.append(change)
            if len(found) > MANY:
                return None
    return tuple(found)


def _differing(name: str, before: Book, after: Book) -> Iterator[Change]:
    """The changes of one table: what is gone, then what is new or another."""
    old, new = before.table(name), after.table(name)
    if old is new or old == new:
        return
    yield from (Remove(name, id_) for id_ in old.keys() - new.keys())
    for id_, record in new.items():
        known = old.get(id_)
        if known is not record and known != record:
            yield Put(record)
