"""What a line that was written about an introduction, or about a match, does to it beside being captured."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from domain.book import Book, Change, Put
from domain.inbox.item import Item
from domain.introducing import UNDER_WAY, asked, asked_now, begin, first_name, to_ask
from domain.model import Contact, Introduction, Outcome
from domain.moment import Moment
from domain.text import fold

_SAID_YES: Final = re.compile(r"\bsaid\W+yes\b")
_SAID_NO: Final = re.compile(r"\bsaid\W+no\b(?!\W+(?:problem|worries))")
_OUTCOMES: Final[dict[str, Outcome]] = {"nothing came": "none", "no answer": "none", "went well": "good"}


def stepped(record: Introduction, contacts: Mapping[str, Contact], moment: Moment, line: str = "") -> Introduction:
    """An introduction as a line leaves it: somebody said yes or no, the two were introduced; else one step on."""
    words = fold(line)
    if record.stage == "made":
        return replace(record, stage="outcome", since=moment.day, outcome=_outcome(words))
    if record.stage in UNDER_WAY and _SAID_NO.search(words):
        return replace(record, stage="declined", since=moment.day)
    answered = [one for one in asked(record) if one not in record.yes]
    if answered and _SAID_YES.search(words):
        return replace(record, yes=(*record.yes, _named_first(answered, contacts, words)))
    waiting = to_ask(record)
    if waiting and not words.startswith("introduced"):
        return asked_now(record, _named_first(waiting, contacts, words), moment.day)
    return replace(record, stage="made", since=moment.day)


def taken_up(
    item: Item, book: Book, moment: Moment, ids: Callable[[], str], line: str, reason: str
) -> tuple[Change, ...]:
    """A match whose two are asked by the line that is written about it; nothing where the line says something else."""
    words, (a, b) = fold(line), item.people[:2]
    if not words.startswith("asked"):
        return ()
    pair = begin(book, a, b, reason, moment, ids).result
    waiting = to_ask(pair)
    return (Put(asked_now(pair, _named_first(waiting, book.contacts, words), moment.day)),) if waiting else ()


def with_reason(changes: tuple[Change, ...], item: Item, reason: str) -> tuple[Change, ...]:
    """The changes of a line about a match, with its reason in the introduction that has none of its own."""
    both = set(item.people[:2])
    if not reason:
        return changes
    return tuple(
        Put(replace(change.record, reason=reason))
        if isinstance(change, Put)
        and isinstance(change.record, Introduction)
        and not change.record.reason
        and {change.record.a, change.record.b} == both
        else change
        for change in changes
    )


def is_match(item: Item) -> bool:
    """Whether an item is about a match, also one that is offered as the first give of a day."""
    return item.source == "match" or (item.source == "first" and len(item.people) > 1)


def _outcome(words: str) -> Outcome:
    """How an introduction went, as folded words say it; the words offered are understood, others say nothing."""
    return next((outcome for said, outcome in _OUTCOMES.items() if said in words), "unknown")


def _named_first(people: list[str] | tuple[str, ...], contacts: Mapping[str, Contact], words: str) -> str:
    """Who of these is named first in folded words; the first of them where none is."""

    def place(one: str) -> int:
        at = words.find(fold(first_name(contacts[one]))) if one in contacts else -1
        return at if at >= 0 else len(words)

    return min(people, key=place)
