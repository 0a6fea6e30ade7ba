"""Who knows whom: said, or shown by an introduction, by how you met somebody, or by what happened with both."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final, Literal, NamedTuple

from domain.book import Book, Change, Put, table_of
from domain.model import Contact, Interaction, Introduction, Knows, Record, Stage

How = Literal["said", "introduced", "met through", "together", "by way of"]
"""Why two people are taken to know each other."""

SURENESS: Final[tuple[How, ...]] = ("said", "introduced", "met through", "by way of", "together")
"""The surest first."""
MET: Final[frozenset[Stage]] = frozenset({"made", "outcome", "thanked"})
"""Stages of an introduction at which the two know each other."""
A_CROWD: Final = 8
"""So many people at one time need not have met each other."""

_A_SLICE: Final = 2000
"""Records that are looked at in one slice."""
_TABLES: Final = ("introductions", "knows", "contacts", "interactions")


class Tie(NamedTuple):
    """Two people who know each other, as one record has it."""

    how: How
    record: str
    """The id of the record that says so."""


class Acquaintance:
    """Gathered once from the book; after a change `make` follows it."""

    def __init__(self, book: Book | None = None) -> None:
        """All of it at once; without a book nothing is known until `gather` has run to its end."""
        self._ties: dict[str, dict[str, dict[str, Tie]]] = {}
        self._met_at: dict[str, set[str]] = {}
        """The contacts that were met through a contact or at an interaction, by its id."""
        for _ in self.gather(book) if book is not None else ():
            pass

    def gather(self, book: Book) -> Iterator[None]:
        """Gather what a book says, a few milliseconds at a time."""
        for table in _TABLES:
            records = iter(book.table(table).values())
            while some := list(islice(records, _A_SLICE)):
                for record in some:
                    if not isinstance(record, Interaction) or len(record.people) > 1 or record.via:
                        self._add(record, book)
                yield

    def knows(self, one: str, other: str) -> bool:
        """Whether the two know each other."""
        return other in self._ties.get(one, ())

    def known_to(self, contact: str) -> Iterable[str]:
        """The ids of those whom somebody knows."""
        return self._ties.get(contact, {}).keys()

    def tie(self, one: str, other: str) -> Tie | None:
        """Why the two are taken to know each other; the surest reason."""
        found = self._ties.get(one, {}).get(other)
        return _surest(found.values()) if found else None

    def make(self, changes: Iterable[Change], before: Book, after: Book) -> set[str]:
        """Follow these changes, which led from one book to the other; returns whose acquaintance they touch."""
        touched: set[str] = set()
        for change in changes:
            table = table_of(change)
            if table not in _TABLES:
                continue
            id_ = change.record.id if isinstance(change, Put) else change.id
            old, new = before.table(table).get(id_), after.table(table).get(id_)
            met_there = [after.contacts[one] for one in self._met_at.get(id_, ()) if one in after.contacts]
            for record in (old, *(before.contacts.get(one.id) for one in met_there)):
                if record is not None:
                    touched.update(self._drop(record, before))
            for record in (new, *met_there):
                if record is not None:
                    touched.update(self._add(record, after))
        return touched

    def _add(self, record: Record, book: Book) -> list[str]:
        """Take in what a record says; gives the people it is said of."""
        return [one for a, b, how in _pairs(record, book, self._met_at) for one in self._join(a, b, how, record.id)]

    def _join(self, a: str, b: str, how: How, record: str) -> tuple[str, ...]:
        if a == b or not a or not b:
            return ()
        for one, other in ((a, b), (b, a)):
            self._ties.setdefault(one, {}).setdefault(other, {})[record] = Tie(how, record)
        return a, b

    def _drop(self, record: Record, book: Book) -> list[str]:
        """Let go of what a record said; gives the people it was said of."""
        touched: list[str] = []
        for a, b, _ in list(_pairs(record, book, self._met_at)):
            for one, other in ((a, b), (b, a)):
                ties = self._ties.get(one, {}).get(other)
                if ties is None or ties.pop(record.id, None) is None:
                    continue
                touched.append(one)
                if not ties:
                    del self._ties[one][other]
        return touched


def _surest(ties: Iterable[Tie]) -> Tie:
    return min(ties, key=lambda tie: (SURENESS.index(tie.how), tie.record))


def _pairs(record: Record, book: Book, met_at: dict[str, set[str]]) -> Iterator[tuple[str, str, How]]:
    """The people who know each other by what a record says; notes where somebody was met at an interaction."""
    match record:
        case Interaction(people=people, via=via):
            if (len(people) < 2 and not via) or record.direction == "none" or len(people) > A_CROWD:
                return
            how: How = "introduced" if record.kind == "introduction" else "together"
            yield from ((a, b, how) for at, a in enumerate(people) for b in people[at + 1 :])
            yield from ((path, giver, "by way of") for path in via for giver in people)
        case Introduction(a=a, b=b, stage=stage):
            if stage in MET:
                yield a, b, "introduced"
        case Knows(a=a, b=b):
            yield a, b, "said"
        case Contact(id=id_, met_via=met_via):
            if not met_via or not met_via.isdecimal():
                return
            met_at.setdefault(met_via, set()).add(id_)
            if met_via in book.contacts:
                yield id_, met_via, "met through"
                return
            act = book.interactions.get(met_via)
            if act is not None and len(act.people) <= A_CROWD:
                yield from ((id_, other, "met through") for other in act.people)
        case _:
            return
