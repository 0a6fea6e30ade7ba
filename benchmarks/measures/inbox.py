"""What is due, derived from the book: from nothing, after a change, and on the next morning."""

import gc
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from statistics import median

from benchmarks.figures import Effort, Figure, ninety_fifth
from benchmarks.sandbox import Sandbox
from domain.book import Book, Change, Put
from domain.inbox.day import Inbox, inbox
from domain.inbox.index import Index
from domain.inbox.item import Item
from domain.model import Interaction, Snooze
from domain.moment import Moment
from domain.settings import Settings
from store.repository import TinyBook


def derived(place: Sandbox, effort: Effort) -> list[Figure]:
    """The inbox without matches; after a change it is the index that follows."""
    book = TinyBook(str(place.book), origin="", session="", stamp=str, ids=str).whole_book()
    moment, settings = Moment(datetime.now(UTC)), Settings()
    gc.collect()
    gc.freeze()
    indexes: list[Index] = []
    fresh = [_timed(lambda: indexes.append(_read(book, settings, moment))) for _ in range(max(3, effort.starts))]
    index = indexes.pop()
    indexes.clear()
    found = inbox(index, moment)
    items = [*found.today, *found.more[: effort.presses]]
    after = []
    for number in range(effort.presses):
        changes = _triaged(items[number % len(items)], number, moment)
        after.append(_timed(partial(_follow, index, changes, moment)))
    morning = [
        _timed(partial(inbox, index, Moment(moment.at + timedelta(days=days))))
        for days in range(1, max(3, effort.starts))
    ]
    gc.unfreeze()
    return [
        Figure("the inbox, derived", median(fresh), "ms", f"{len(found.today)} today", place.at_most(None, 150)),
        Figure("the inbox after a change", median(after), "ms", f"95th {ninety_fifth(after):.1f}",
               place.at_most(None, 10)),
        Figure("the inbox of the next day", median(morning), "ms"),
    ]  # fmt: skip


def _triaged(item: Item, number: int, moment: Moment) -> tuple[Change, ...]:
    """What pressing d or s writes: something that went out, or a snooze."""
    id_ = f"{int(moment.at.timestamp() * 1000):013d}{number:09d}"
    if number % 2:
        return (Put(Snooze(id=id_, key=item.key, until=(moment.today + timedelta(days=7)).isoformat())),)
    act = Interaction(id=id_, at=moment.stamp, direction="gave", kind="message", people=item.people)
    return (Put(act),)


def _read(book: Book, settings: Settings, moment: Moment) -> Index:
    """Derive the inbox of a book for the first time; the index is kept, so that its end is not timed."""
    index = Index(book, settings)
    inbox(index, moment)
    return index


def _follow(index: Index, changes: tuple[Change, ...], moment: Moment) -> Inbox:
    index.make(changes, index.book.with_changes(changes))
    return inbox(index, moment)


def _timed(act: Callable[[], object]) -> float:
    """How long something takes, in milliseconds."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000
