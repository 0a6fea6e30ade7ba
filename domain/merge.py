"""Three books merged into one, record by record and field by field, on plain JSON values.

A record or a field that only one side changed is taken from that side, so tables and fields that Swell does not know
merge as well. Nothing is lost: what both changed differently stays on the record as a rival of the value that is kept,
and a record changed on one side is kept where the other one removed it. No two records of different ids are ever taken
for the same.
"""

from dataclasses import dataclass
from typing import Final

from domain.merging.records import REV, Met, Plain, merged_record, rev_of
from domain.merging.values import Value

Table = dict[str, Plain]
"""Records by id."""

Document = dict[str, Table]
"""A book as JSON has it: tables by name."""

STEPS: Final = "steps"
META: Final = "meta"
HISTORY: Final = 100
"""Steps of the undo history that are kept."""
OWN: Final = "1"
"""The id of the record of the book itself, in the table `meta`."""
FILED: Final = "filed"
"""Its field with the ids of captures that were filed."""
REMEMBERED: Final = 1000
"""How many of them a book remembers."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that two books changed, each to something else: ours is in it, theirs is its rival."""

    table: str
    id: str
    field: str
    ours: Value
    theirs: Value


@dataclass(frozen=True, slots=True)
class Saved:
    """A record that one book removed and the other one changed, so that it was kept."""

    table: str
    id: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of three books."""

    book: Document
    conflicts: tuple[Conflict, ...] = ()
    saved: tuple[Saved, ...] = ()
    taken: int = 0
    """Records that are other than in our book, new ones and removed ones among them; the undo history not counted."""


def merge(base: Document, ours: Document, theirs: Document, origin: str = "the other book") -> Merged:
    """The book that has what both sides changed since `base`, which may be empty where nobody knows it.

    `origin` says in words where theirs came from; it stands beside each of its values that is kept as a rival.
    """
    merging = _Merging(origin)
    book: Document = {}
    for name in dict.fromkeys((*ours, *theirs)):
        table = merging.table(name, base.get(name), ours.get(name), theirs.get(name))
        if table is not None:
            book[name] = table
    if book not in (ours, theirs):
        _mark_as_later(book, ours, theirs)
    return Merged(book, tuple(merging.conflicts), tuple(merging.saved), merging.taken)


class _Merging:
    """What comes up on the way."""

    def __init__(self, origin: str) -> None:
        self.conflicts: list[Conflict] = []
        self.saved: list[Saved] = []
        self.taken = 0
        self._origin = origin

    def table(self, name: str, base: Table | None, ours: Table | None, theirs: Table | None) -> Table | None:
        """The records of one table; None where it is gone."""
        if ours == theirs or theirs == base:
            return ours
        if ours == base and name == STEPS:
            return theirs
        before, mine, other = base or {}, ours or {}, theirs or {}
        merged: Table = {}
        for key in sorted(mine.keys() | other.keys(), key=in_order):
            met = self._record(name, key, before.get(key), mine.get(key), other.get(key))
            if met is not None:
                merged[key] = met
        if not merged and base is not None and (ours is None or theirs is None):
            return None
        return dict(list(merged.items())[-HISTORY:]) if name == STEPS else merged

    def _record(
        self, name: str, key: str, base: Plain | None, ours: Plain | None, theirs: Plain | None
    ) -> Plain | None:
        if name == STEPS:
            return _step(base, ours, theirs)
        met = merged_record(base, ours, theirs, self._origin)
        self._note(name, key, met)
        if name == META:
            return _with_all_filed(met.record, ours, theirs)
        self.taken += met.record != ours
        return met.record

    def _note(self, name: str, key: str, met: Met) -> None:
        self.conflicts += [Conflict(name, key, one.field, one.ours, one.theirs) for one in met.differences]
        if met.saved:
            self.saved.append(Saved(name, key))


def in_order(key: str) -> tuple[int, str]:
    """Ids in the order of time; those that plain TinyDB counted come first."""
    return len(key), key


def _step(base: Plain | None, ours: Plain | None, theirs: Plain | None) -> Plain | None:
    """A step of the undo history, which has no fields to merge: the side that changed it, ours where both did."""
    return theirs if ours == base else ours


def _with_all_filed(record: Plain | None, ours: Plain | None, theirs: Plain | None) -> Plain | None:
    """The record of the book itself with the ids of what either side has filed, where both sides have it."""
    if record is None or ours is None or theirs is None or record in (ours, theirs):
        return record
    filed = {str(one) for side in (ours, theirs) for one in _listed(side.get(FILED))}
    return record | {FILED: sorted(filed, key=in_order)[-REMEMBERED:]} if filed else record


def _mark_as_later(book: Document, ours: Document, theirs: Document) -> None:
    """Give a book that is neither side a revision later than both, where books have one."""
    own = [side[META][OWN] for side in (ours, theirs) if OWN in side.get(META, {})]
    if OWN in book.get(META, {}) and any(REV in record for record in own):
        book[META] = book[META] | {OWN: book[META][OWN] | {REV: max(map(rev_of, own)) + 1}}


def _listed(value: Value) -> list[Value]:
    return value if isinstance(value, list) else []
