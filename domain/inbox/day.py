"""The inbox of a moment: what today asks for, and what can wait."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import chain
from typing import Final, NamedTuple, overload

from domain.book import Book
from domain.errors import NotFoundError
from domain.inbox.birthdays import birthdays
from domain.inbox.conflicts import conflicts
from domain.inbox.first import first_give
from domain.inbox.follow_ups import follow_ups
from domain.inbox.index import Index, made_at, today_began
from domain.inbox.item import ALWAYS, Due, Item, Source, in_words, match_key
from domain.inbox.quiet import quiet_sources
from domain.inbox.stale import stale
from domain.inbox.steps import steps
from domain.inbox.thanks import thanks
from domain.inbox.ties import dormant, met_today, rhythm
from domain.inbox.unfiled import unfiled
from domain.moment import Moment
from domain.settings import Settings

SOURCES: Final[tuple[Callable[[Index, Moment], Iterable[Item | Due]], ...]] = (
    follow_ups,
    steps,
    conflicts,
    thanks,
    rhythm,
    birthdays,
    stale,
    unfiled,
    dormant,
)
"""The sources of the inbox; matches are given to it, and the first give comes when all of these are silent."""

RHYTHM_A_DAY = 2
"""How many people out of rhythm one day brings."""
MATCHES_A_DAY = 1
"""How many matches one day brings; the place for them has all."""
_A_DAY: Final[Mapping[Source, int]] = {"rhythm": RHYTHM_A_DAY, "match": MATCHES_A_DAY}


class Later(Sequence[Item]):
    """Items in order, each put into words when it is read."""

    def __init__(self, due: Sequence[Item | Due]) -> None:
        self._due = due

    def __len__(self) -> int:
        return len(self._due)

    @overload
    def __getitem__(self, place: int) -> Item: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Item]: ...

    def __getitem__(self, place: int | slice) -> Item | Sequence[Item]:
        """The item at a place, or the items of a slice."""
        if isinstance(place, slice):
            return [in_words(due) for due in self._due[place]]
        return in_words(self._due[place])

    def keys(self) -> list[str]:
        """The keys of all of them."""
        return [due.key for due in self._due]


class Inbox(NamedTuple):
    """What is due at a moment, in order."""

    today: tuple[Item, ...]
    """What today asks for."""
    more: Later
    """The rest, which can wait."""

    @property
    def waiting(self) -> int:
        """How many can wait."""
        return len(self.more)

    @property
    def promises(self) -> int:
        """How many of today's are promises of yours."""
        return sum(item.source == "promise" for item in self.today)

    def find(self, key: str) -> Item:
        """The item of that key; raises NotFoundError."""
        for item in self.today:
            if item.key == key:
                return item
        keys = self.more.keys()
        if key not in keys:
            raise NotFoundError(f"Nothing due has the key '{key}'; `swell inbox --json` lists the keys.")
        return self.more[keys.index(key)]


def inbox(index: Index, moment: Moment, matches: Sequence[Item] = ()) -> Inbox:
    """What is due at that moment; `matches` are the open ones, found elsewhere."""
    away = index.away(moment.day)
    due = [item for item in chain(matches, *(source(index, moment) for source in SOURCES)) if item.key not in away]
    due.sort(key=_order)
    spent = seen_to(index, moment)
    left = {source: most - sum(key.startswith(f"{source}:") for key in spent) for source, most in _A_DAY.items()}
    quiet = quiet_sources(index.book.pauses.values(), index.settings, moment)
    today, more = _split(due, index.settings.cap - len(spent), left, quiet)
    if not today and "first" not in quiet:
        return Inbox(tuple(first_give(index, moment, matches)), Later(more))
    return Inbox(tuple(in_words(item) for item in today), Later(more))


def seen_to(index: Index, moment: Moment) -> set[str]:
    """What was seen to today, by key or id: its places are taken, so that a day comes to an end."""
    began = today_began(moment)
    put_away = {key for key, said in index.snoozes().items() if any(made_at(snooze.id) >= began for snooze in said)}
    closed = (one.id for one in index.book.follow_ups.values() if one.closed == moment.day)
    moved = (
        match_key(one.a, one.b) if made_at(one.id) >= began else one.id
        for one in index.book.introductions.values()
        if one.since == moment.day
    )
    return {key for key in put_away if not key.startswith("first:")}.union(closed, moved, met_today(index, moment))


def inbox_of(book: Book, moment: Moment, settings: Settings, matches: Sequence[Item] = ()) -> Inbox:
    """The inbox of a book that is read once."""
    return inbox(Index(book, settings), moment, matches)


def _order(item: Item | Due) -> tuple[float, str, str]:
    """The heaviest first, then what came up first."""
    return (-item.score, item.due, item.key)


def _split(
    due: Sequence[Item | Due], cap: int, left: dict[Source, int], quiet: Collection[Source]
) -> tuple[list[Item | Due], list[Item | Due]]:
    """What no cap hides and, up to the cap, the first of the rest; then what can wait, as all that is quiet does."""
    room = cap - sum(item.source in ALWAYS and item.source not in quiet for item in due)
    today: list[Item | Due] = []
    more: list[Item | Due] = []
    for item in due:
        if item.source in quiet:
            more.append(item)
        elif item.source in ALWAYS:
            today.append(item)
        elif room > 0 and left.get(item.source, 1) > 0:
            today.append(item)
            room -= 1
            if item.source in left:
                left[item.source] -= 1
        else:
            more.append(item)
    return today, more
