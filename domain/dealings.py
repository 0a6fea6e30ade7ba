"""Who you dealt with and on which days, gathered once from the book and kept up change by change."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import Final

from domain.book import Change, Put
from domain.model import Interaction, Kind

RETURNS_TO_THANK: Final[frozenset[Kind]] = frozenset({"share", "help", "lead", "introduction"})
"""The returns that deserve more than an answer."""

GOOD_WHILE = 180
"""Days over which the weight of a tie is told."""

_BY_TIME = attrgetter("at")


def givers(record: Interaction) -> tuple[str, ...]:
    """Who gave a return: everybody in it; of an introduction only who made it, who is named first."""
    return record.people[:1] if record.kind == "introduction" else record.people


class _Ordinals(dict[str, int]):
    """Day numbers by the first ten characters of an instant; 0 for what is no day."""

    def __missing__(self, text: str) -> int:
        """Read a day that was not met before."""
        try:
            found = date.fromisoformat(text).toordinal()
        except ValueError:
            found = 0
        self[text] = found
        return found


class Dealings:
    """The interactions of each contact. A note is no contact, and one that is dated ahead is none yet."""

    def __init__(self, interactions: Mapping[str, Interaction]) -> None:
        self._ordinals = _Ordinals()
        self._given = interactions
        self._mine: dict[str, Interaction] | None = None
        """Every interaction taken in, from the first change on; until then that is what was given."""
        self._days: dict[str, list[int]] = {}
        self._unsorted: set[str] = set()
        self._of: dict[str, list[Interaction]] = defaultdict(list)
        self._returns: dict[str, Interaction] = {}
        of, got = self._of, []
        for record in interactions.values():
            for contact in record.people:
                of[contact].append(record)
            if record.direction == "got":
                got.append(record)
        self._returns.update((record.id, record) for record in got if record.kind in RETURNS_TO_THANK)
        self._unsorted.update(self._of)

    def make(self, changes: Iterable[Change]) -> set[str]:
        """Follow these changes, each once, passing over those to other tables; returns whose dealings they touch."""
        touched: set[str] = set()
        if self._mine is None:
            self._mine = dict(self._given)
        for change in changes:
            if isinstance(change, Put):
                if isinstance(change.record, Interaction):
                    touched.update(self._drop(change.record.id), self._add(change.record))
            elif change.table == "interactions":
                touched.update(self._drop(change.id))
        return touched

    def _add(self, record: Interaction) -> Sequence[str]:
        """Take an interaction in; returns its people."""
        assert self._mine is not None
        self._mine[record.id] = record
        for contact in record.people:
            self._of[contact].append(record)
            self._unsorted.add(contact)
            self._days.pop(contact, None)
        if record.direction == "got" and record.kind in RETURNS_TO_THANK:
            self._returns[record.id] = record
        return record.people

    def _drop(self, id_: str) -> Sequence[str]:
        """Leave an interaction out; returns its people."""
        assert self._mine is not None
        record = self._mine.pop(id_, None)
        if record is None:
            return ()
        self._returns.pop(id_, None)
        for contact in record.people:
            self._of[contact] = [kept for kept in self._of[contact] if kept.id != id_]
            self._days.pop(contact, None)
        return record.people

    def ordinal(self, text: str) -> int:
        """The number of the day that opens this ISO text; 0 where it holds none."""
        return self._ordinals[text[:10]]

    def with_contact(self, contact: str) -> Sequence[Interaction]:
        """All that happened with them, notes and what is dated ahead included, oldest first."""
        found = self._of.get(contact)
        if found is None:
            return ()
        if contact in self._unsorted:
            found.sort(key=_BY_TIME)
            self._unsorted.discard(contact)
        return found

    def days(self, contact: str) -> Sequence[int]:
        """The days of contact as numbers, one for each interaction, oldest first, days ahead included."""
        known = self._days.get(contact)
        if known is None:
            ordinals = self._ordinals
            known = [ordinals[record.at[:10]] for record in self._of.get(contact, ()) if record.direction != "none"]
            known.sort()
            del known[: bisect_right(known, 0)]
            self._days[contact] = known
        return known

    def count(self, contact: str, today: date, within: int = GOOD_WHILE) -> int:
        """How many contacts there were in the last days, today included."""
        days = self.days(contact)
        now = today.toordinal()
        return bisect_right(days, now) - bisect_left(days, now - within)

    def last(self, contact: str, today: date) -> date | None:
        """The day of the last contact so far."""
        days = self.days(contact)
        past = bisect_right(days, today.toordinal())
        return date.fromordinal(days[past - 1]) if past else None

    def return_of(self, record: str) -> Interaction | None:
        """The return with that id, where it deserves thanks."""
        return self._returns.get(record)

    def returns(self) -> Iterable[Interaction]:
        """All returns that deserve thanks, in no order."""
        return self._returns.values()
