"""Which of your asks something that came back may close."""

from datetime import date
from typing import Final

from domain.book import Book
from domain.capture.asking import telling
from domain.model import Ask, Interaction, Kind
from domain.text import fold

ANSWERS: Final[frozenset[Kind]] = frozenset({"help", "lead", "introduction"})
"""Returns that are likely the answer of somebody who was asked, whatever their words."""
SEVERAL: Final = 2
"""Telling words in common by which a return of anybody else is likely it."""


def may_close(book: Book, came: Interaction, today: date) -> list[Ask]:
    """The open asks that something which came back may close, the likeliest first.

    From somebody who was asked, or by way of them, it has a telling word of the ask, or is a help, a lead or an
    introduction. From anybody else it has every telling word of the ask, or two at least.
    """
    words = _words(came.text)
    found = [one for one in book.asks.values() if one.stage != "closed" and _fits(one, came, words, today)]
    return sorted(found, key=lambda one: (-len(words & _words(one.text)), not _was_asked(one, came), one.id))


def closing(book: Book, record: Ask, today: date) -> list[Interaction]:
    """The returns that may close an ask and have closed none, the newest first."""
    used = {one.closed_by for one in book.asks.values()}
    since = [one for one in book.interactions.values() if one.at >= record.opened and one.direction == "got"]
    found = [one for one in since if one.id not in used and _fits(record, one, _words(one.text), today)]
    return sorted(found, key=lambda one: (one.at, one.id), reverse=True)


def _fits(record: Ask, came: Interaction, words: set[str], today: date) -> bool:
    if came.direction != "got" or not record.opened <= came.at[:10] <= today.isoformat():
        return False
    own = _words(record.text)
    shared = len(words & own)
    if _was_asked(record, came):
        return shared > 0 or came.kind in ANSWERS
    return shared > 0 and shared >= min(SEVERAL, len(own))


def _was_asked(record: Ask, came: Interaction) -> bool:
    """Whether it came from somebody who was asked, or by way of them."""
    return not {*record.asked, *record.helped}.isdisjoint((*came.people, *came.via))


def _words(text: str) -> set[str]:
    return telling(fold(text).split())
