"""Whom you mean by a name that several people have: the one you deal with most in this company."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import Final

from domain.book import Book
from domain.model import Interaction

_RECENT: Final = timedelta(days=180)
_ODDS: Final = 3


class Company:
    """Who did what with whom, counted from the interactions of a book when it is first asked for.

    Notes are no dealings, and what lies ahead has not happened.
    """

    def __init__(self) -> None:
        self._forget()

    def _forget(self) -> None:
        self._seen: dict[str, Interaction] = {}
        self._today = date.min
        self._count = 0
        self._dealings: Counter[str] = Counter()
        self._recent: Counter[str] = Counter()
        self._together: dict[str, list[tuple[str, ...]]] = {}

    def guessed(self, candidates: Sequence[str], company: Collection[str], book: Book, today: date) -> str:
        """The candidate who leads three to one, by what was done with the company, else by 180 days; else empty."""
        self._gather(book.interactions, today)
        joint = {person: self._joint(person, company) for person in candidates} if company else {}
        return _ahead(joint) or _ahead({person: self._recent[person] for person in candidates})

    def foremost(self, candidates: Sequence[str], book: Book, today: date, most: int) -> tuple[str, ...]:
        """As many of the candidates as are asked for: all in their order, else those you have dealt with most."""
        if len(candidates) <= most:
            return tuple(candidates)
        self._gather(book.interactions, today)
        return tuple(sorted(candidates, key=lambda person: -self._dealings[person])[:most])

    def _joint(self, person: str, company: Collection[str]) -> int:
        return sum(any(one in company for one in people) for people in self._together.get(person, ()))

    def _gather(self, interactions: dict[str, Interaction], today: date) -> None:
        """Count what has come since the last time, everything where it is another table or another day."""
        if interactions is not self._seen or today != self._today or len(interactions) < self._count:
            self._forget()
        new = len(interactions) - self._count
        self._seen, self._today, self._count = interactions, today, len(interactions)
        since, until = (today - _RECENT).isoformat(), f"{today.isoformat()}~"
        for each in islice(reversed(interactions.values()), new):
            if each.direction == "none" or each.at > until:
                continue
            for person in each.people:
                self._dealings[person] += 1
                if each.at >= since:
                    self._recent[person] += 1
                if len(each.people) > 1:
                    self._together.setdefault(person, []).append(each.people)


def _ahead(counts: dict[str, int]) -> str:
    best, second = sorted(counts.values(), reverse=True)[:2] if len(counts) > 1 else (0, 0)
    if not best or best < _ODDS * second:
        return ""
    return next(person for person, count in counts.items() if count == best)
