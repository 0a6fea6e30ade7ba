"""Whom you mean by a name that several people have: the one you deal with most in this company."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from domain.book import Book

_RECENT = timedelta(days=180)
_ODDS = 3


def guessed(candidates: Sequence[str], company: Collection[str], book: Book, today: date) -> str:
    """The candidate who leads three to one, by what was done with the company, else by recent dealings; else empty."""
    together = dict.fromkeys(candidates, 0)
    recent = dict.fromkeys(candidates, 0)
    since, until = (today - _RECENT).isoformat(), today.isoformat()
    wanted = set(candidates)
    for interaction in book.interactions.values():
        present = wanted.intersection(interaction.people)
        if not present or interaction.at[:10] > until:
            continue
        joint = any(person in company for person in interaction.people)
        for person in present:
            together[person] += joint
            recent[person] += interaction.at[:10] >= since
    return _ahead(together) or _ahead(recent)


def _ahead(counts: dict[str, int]) -> str:
    best, second = sorted(counts.values(), reverse=True)[:2]
    if not best or best < _ODDS * second:
        return ""
    return next(person for person, count in counts.items() if count == best)
