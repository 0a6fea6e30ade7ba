"""What two books had in common before each went its own way, told from their undo histories.

Both histories have the same steps up to the fork. The later ones are taken back in memory, on each side its own, and
what both sides then agree about is what they had in common; a record about which they do not is left out, so that a
merge takes nothing for removed, or for unchanged, that may not be so.
"""

from collections.abc import Mapping
from typing import Final

import msgspec

from domain.errors import BookError, ChangedError
from store.codec import RawTable
from store.history import TABLE, exchange, read_step

NOTHING: Final[dict[str, RawTable]] = {}


def common_past(ours: Mapping[str, RawTable], theirs: Mapping[str, RawTable]) -> dict[str, RawTable]:
    """The records that both books had before the fork, as they were; none where the histories do not tell."""
    mine, other = ours.get(TABLE, {}), theirs.get(TABLE, {})
    if not mine.keys() & other.keys():
        return NOTHING
    try:
        before, as_well = _rewound(ours, _made_since(mine, other)), _rewound(theirs, _made_since(other, mine))
    except (BookError, ChangedError):
        return NOTHING
    return {name: _alike(table, as_well[name]) for name, table in before.items() if name in as_well}


def _made_since(steps: RawTable, others: RawTable) -> list[str]:
    """The steps that this side has made since the fork, the newest first.

    They are those that the other side has not, but for what it had and let go: the oldest, beyond the length of its
    history, and what one of its processes took back and then made something else instead of.
    """
    mine = {key: read_step(steps[key]).session for key in steps.keys() - others.keys() if key > min(others)}
    last = {read_step(others[key]).session: key for key in sorted(others.keys() - steps.keys())}
    return sorted((key for key, session in mine.items() if key > last.get(session, "")), reverse=True)


def _rewound(book: Mapping[str, RawTable], steps: list[str]) -> dict[str, RawTable]:
    """The tables with those steps taken back that stand; raises ChangedError where that cannot be done."""
    tables = {name: _InMemory(table) for name, table in book.items()}
    for key in steps:
        step = read_step(book[TABLE][key])
        if not step.undone:
            exchange(step, lambda name: tables.setdefault(name, _InMemory({})))
    return {name: table.records for name, table in tables.items()}


def _alike(one: RawTable, other: RawTable) -> RawTable:
    return {key: raw for key, raw in one.items() if key in other and bytes(raw) == bytes(other[key])}


class _InMemory:
    """A table that nobody writes to the disk."""

    def __init__(self, records: RawTable) -> None:
        self.records = dict(records)

    def raw(self, key: str) -> msgspec.Raw | None:
        """One record."""
        return self.records.get(key)

    def put(self, records: RawTable) -> None:
        """Put these records in."""
        self.records.update(records)

    def take_out(self, ids: list[str]) -> None:
        """Take those out that are there."""
        for key in ids:
            self.records.pop(key, None)
