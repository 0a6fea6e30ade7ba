"""Welcome back: after days away one key spreads what has piled up, so that the first day is no wall."""

from collections import Counter
from collections.abc import Collection
from datetime import date, datetime, timedelta
from typing import Final, Literal, NamedTuple

from domain.agreed import next_day, skip
from domain.book import Book, Change, Work
from domain.ids import is_id
from domain.inbox.day import Inbox, inbox
from domain.inbox.index import Index, made_at
from domain.inbox.item import Item, Source
from domain.inbox.lot import lot
from domain.inbox.thanks import OWED_FOR
from domain.inbox.triage import Ids, put_away, said_of
from domain.moment import Moment
from domain.text import listed
from domain.words import counted, iso, span

AWAY: Final = 7
"""Days without an act of yours after which somebody is welcomed."""
MANY: Final = 14
"""So many may wait without anything being offered."""
SPREAD_OVER: Final = 14
"""Days over which what is out of rhythm, and what was agreed but promised nobody, is spread."""

_ACTS: Final = ("interactions", "answers", "follow_ups", "introductions", "asks", "captures", "snoozes")
"""The tables in which a record is a sign of you."""
_SPREAD: Final[frozenset[Source]] = frozenset({"rhythm", "waiting", "reminder", "intro", "thanks", "stale"})
"""What is spread; what is not named here stays: owed today, soon over, or one row."""


class Welcome(NamedTuple):
    """What is offered to somebody who was away."""

    away: int
    """Days without an act of yours."""
    waiting: int
    """Items that wait."""
    today: int
    """Items that would stay."""
    spread: int
    """Items that would come over two weeks."""
    later: int
    """Items that would come with their next turn."""

    @property
    def sentence(self) -> str:
        """The offer in words."""
        parts = [
            f"{counted(self.today, 'item')} today" if self.today else "nothing today",
            f"{self.spread} over two weeks" if self.spread else "",
            f"{self.later} with their next turn" if self.later else "",
        ]
        return (
            f"You were away for {span(self.away)}; {self.waiting} wait. Spread them: {listed([*filter(None, parts)])}."
        )


def welcome(index: Index, moment: Moment) -> Welcome | None:
    """What to offer after seven days without an act of yours where more than 14 items wait; else None.

    Matches do not count: they are chances, and pile up for nobody.
    """
    away = days_away(index.book, moment)
    if away is None or away < AWAY:
        return None
    places = [_place(index.book, item, moment) for item in _all(inbox(index, moment))]
    if len(places) <= MANY:
        return None
    many = Counter(place.when for place in places)
    return Welcome(away, len(places), many["today"], many["spread"], many["later"])


def days_away(book: Book, moment: Moment) -> int | None:
    """Days since the last thing that was logged, captured or triaged; None where there is none, or one of tomorrow."""
    newest = max(_newest(book.table(name)) for name in _ACTS)
    closed = max((record.closed for record in book.follow_ups.values()), default="")
    days = [day for day in (_day_made(newest, moment), iso(closed)) if day is not None]
    away = (moment.today - max(days)).days if days else -1
    return away if away >= 0 else None


def _newest(table: Collection[str]) -> int:
    """The milliseconds since 1970 at which the newest record of a table was made; 0 where there is none."""
    last = max(table, default="")
    return made_at(last) if is_id(last) else max(map(made_at, table), default=0)


def _day_made(milliseconds: int, moment: Moment) -> date | None:
    """The local day of an instant."""
    if not milliseconds:
        return None
    return datetime.fromtimestamp(milliseconds / 1000, moment.at.tzinfo).date()


def spread(index: Index, moment: Moment, ids: Ids) -> Work[str]:
    """Promises today, rhythm over two weeks, the rest to its next turn, as one step; the result says so in words."""
    book, said = index.book, said_of(index.book)
    changes: list[Change] = []
    moved = 0
    for item in _all(inbox(index, moment)):
        place = _place(book, item, moment)
        if place.day is None:
            continue
        moved += 1
        if place.when == "later" and item.record in book.follow_ups:
            changes += skip(book, book.follow_ups[item.record], moment).changes
        else:
            changes += put_away(book, item.key, place.day, ids, said)
    words = f"{counted(moved, 'item')} spread over the coming weeks; promises stay"
    return Work(f"welcome back: {counted(moved, 'item')} spread", tuple(changes), words)


class _Place(NamedTuple):
    """Where an item goes."""

    when: Literal["today", "spread", "later"]
    day: date | None = None
    """The day until which it rests; None where it stays."""


def _place(book: Book, item: Item, moment: Moment) -> _Place:
    """Where an item goes, the same for the same item on the same day."""
    over = min(SPREAD_OVER, _days_left(item, moment))
    if item.source not in _SPREAD or over < 1:
        return _Place("today")
    drawn = 1 + lot(item.record or item.key) % over
    if item.source == "stale":
        return _Place("later", moment.today + timedelta(days=SPREAD_OVER + drawn))
    record = book.follow_ups.get(item.record)
    turn = next_day(record, moment) if record is not None and record.repeat else None
    return _Place("later", turn) if turn else _Place("spread", moment.today + timedelta(days=drawn))


def _days_left(item: Item, moment: Moment) -> int:
    """Days for which an item will still be there: thanks are owed for a while only."""
    day = iso(item.due) if item.source == "thanks" else None
    return OWED_FOR - (moment.today - day).days if day else SPREAD_OVER


def _all(found: Inbox) -> list[Item]:
    """All that waits, but for a first give, which is only an offer."""
    return [item for item in (*found.today, *found.more) if item.source != "first"]
