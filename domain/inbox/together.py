"""The same key for several items, as one step of undo; what has changed meanwhile is left out and said."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from domain.book import Book, Change, Work
from domain.capture.ahead import Ahead, GrowingBook
from domain.capture.keeping import last_of_each
from domain.errors import BadInputError, ChangedError, SwellError
from domain.ids import ids_from
from domain.inbox.item import Item
from domain.inbox.stepping import with_reason
from domain.inbox.triage import Ids, Said, dismiss, done_changes, said_of, snooze, thought_of
from domain.introducing import begin
from domain.model import Introduction
from domain.moment import Moment
from domain.settings import Settings
from domain.words import counted, dated


class Left(NamedTuple):
    """An item that was left out."""

    item: Item
    why: str


class Together(NamedTuple):
    """What became of several items."""

    done: tuple[Item, ...]
    left: tuple[Left, ...]
    words: str
    """Such as `five later, Fri 27 Nov; one left out: This promise was closed meanwhile.`"""
    short: str = ""
    """What became of each that was not left out: `later, Fri 27 Nov`."""


class Task(NamedTuple):
    """An item that is done, with the line that says what was."""

    item: Item
    line: str
    """Empty where nothing is to be captured, as for what two books say differently."""
    key: str = ""
    """The key under which the line waits in the spool; the ids of its records follow it."""
    reason: str = ""
    """For what two people are to be brought together, where the item is a match."""


def snooze_many(book: Book, items: Sequence[Item], until: date, moment: Moment, ids: Ids) -> Work[Together]:
    """Put items away until a day; raises BadInputError for a day that is not ahead."""
    when = dated(until, moment.today)
    if until <= moment.today:
        raise BadInputError(f"{when} is not ahead; name a later day.")
    return _each(
        book, items, lambda now, one, said: snooze(now, one, until, moment, ids, said).changes, f"later, {when}"
    )


def drop_many(book: Book, items: Sequence[Item], moment: Moment, ids: Ids) -> Work[Together]:
    """Drop items, each as its source has it."""
    return _each(book, items, lambda now, one, said: dismiss(now, one, moment, ids, said).changes, "dropped")


def thought_of_many(book: Book, items: Sequence[Item], moment: Moment, ids: Ids) -> Work[Together]:
    """Let items rest with a thought, each as its source has it."""
    return _each(book, items, lambda now, one, said: thought_of(now, one, moment, ids, said).changes, "thought of")


def done_many(book: Book, tasks: Sequence[Task], moment: Moment, ids: Ids, settings: Settings) -> Work[Together]:
    """Capture the line of each item and close what is behind it; the line of what is left out is not kept."""
    ahead = Ahead(book, moment, settings)
    lines = {task.item.key: task for task in tasks}

    def act(now: Book, item: Item, said: Said) -> tuple[Change, ...]:
        task = lines[item.key]
        if item.source == "unfiled":
            raise BadInputError("Captures are filed one by one.")
        closing = done_changes(now, item, moment, ids, task.line, said, task.reason)
        if not task.line.strip():
            return closing
        settles = item.source not in ("promise", "waiting", "reminder")
        filed = ahead.file(task.line, ids_from(task.key) if task.key else ids, settles=settles)
        return (*closing, *with_reason(filed.changes, item, task.reason))

    return _each(ahead.book, [task.item for task in tasks], act, "done")


def take_up_many(
    book: Book, pairs: Mapping[str, Introduction], items: Sequence[Item], moment: Moment, ids: Ids
) -> Work[Together]:
    """Take the two people of each match up; `pairs` says by its key what an introduction of them would be."""

    def act(now: Book, item: Item, _said: Said) -> tuple[Change, ...]:
        pair = pairs.get(item.key)
        if pair is None:
            raise BadInputError("Only a match is taken up.")
        begun = begin(now, pair.a, pair.b, pair.reason, moment, ids)
        if not begun.changes:
            raise ChangedError("They were taken up meanwhile.")
        return begun.changes

    return _each(book, items, act, "taken up")


def close_many(book: Book, tasks: Sequence[Task], moment: Moment, ids: Ids) -> Work[Together]:
    """Close what is behind items whose lines another process has filed meanwhile."""

    def act(now: Book, item: Item, said: Said) -> tuple[Change, ...]:
        return done_changes(now, item, moment, ids, said=said)

    return _each(book, [task.item for task in tasks], act, "done")


def _each(
    book: Book, items: Sequence[Item], act: Callable[[Book, Item, Said], tuple[Change, ...]], words: str
) -> Work[Together]:
    """One step for all that can still be done, each on the book as those before leave it."""
    grown = book if isinstance(book, GrowingBook) else GrowingBook(book)
    said = said_of(book)
    done: list[Item] = []
    left: list[Left] = []
    changes: list[Change] = []
    for item in {item.key: item for item in items}.values():
        try:
            made = act(grown, item, said)
        except SwellError as error:
            left.append(Left(item, str(error)))
            continue
        grown.take(made)
        changes += made
        done.append(item)
    told = Together(tuple(done), tuple(left), _words(done, left, words), words)
    return Work(f"{words}: {counted(len(done), 'item')}", last_of_each(changes), told)


def _words(done: Sequence[Item], left: Sequence[Left], words: str) -> str:
    """What became of them in a sentence."""
    first = f"{counted(len(done), 'item')} {words}"
    if not left:
        return first
    why = dict.fromkeys(one.why for one in left)
    return f"{first}; {counted(len(left), 'item')} left out: {' '.join(why)}"
